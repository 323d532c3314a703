"""What a learner does in lesson 07, in a real JupyterLab in a real browser: run all, move both sliders by keyboard."""

import re
from pathlib import Path

import pytest
from lab_in_browser import open_notebook, read_everything, run_all, scroll_to

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", autouse=True)
def lesson(page, jupyter):
    open_notebook(page, jupyter.address, jupyter.token, "notebooks/07-identity-network.ipynb")
    page.before = read_everything(page)
    run_all(page)


def lab(page):
    """Return the lab with a learning rate."""
    return scroll_to(page, page.get_by_role("group", name="Training the one-weight network"))


def state(lab):
    """Return what the lab shows: its shapes, its alt text, its sentence."""
    picture = lab.locator(".lab-picture")
    return picture.locator(".lab-moves").inner_html(), picture.get_attribute("aria-label"), caption(lab).inner_text()


def caption(lab):
    return lab.locator(".lab-caption")


def move(page, label, key, wait_for):
    """Press a key on a slider and wait until the sentence under the picture says what it should."""
    here = lab(page)
    here.get_by_label(label, exact=True).focus()
    page.keyboard.press(key)
    caption(here).filter(has_text=re.compile(wait_for)).wait_for(timeout=60_000)
    return state(here)


def test_the_stored_page_is_whole_before_anything_runs(page):
    assert "70 steps from w = 0.50 at learning rate 1" in page.before
    assert "model not found" not in page.before and "VBox(" not in page.before


def test_both_sliders_move_the_picture_and_its_sentence(page):
    first = state(lab(page))
    assert "70 steps from w = 0.50 at learning rate 1: the output for x = 1 goes from 0.622 to 0.903" in first[2]

    second = move(page, "initial weight w₀", "Home", r"from w = −10 at learning rate 1\b")
    assert "goes from 0.000 to 0.000" in second[2] and "For x = 0 it is 0.500" in second[2]

    third = move(page, "learning rate η", "End", r"from w = −10 at learning rate 20\b")
    assert len({first[0], second[0], third[0]}) == 3, "each move has a picture of its own"
    for _, alt, sentence in (first, second, third):
        assert alt.endswith(sentence.split("\n")[-1])

    fourth = move(page, "initial weight w₀", "End", r"from w = 10 at learning rate 20\b")
    assert "goes from 1.000 to 1.000" in fourth[2]


def test_the_status_line_says_it_on_release(page):
    move(page, "initial weight w₀", "PageDown", r"from w = 8 ")
    lab(page).get_by_role("status").filter(has_text="from w = 8 at").wait_for(timeout=60_000)


def test_a_bet_moves_the_lab(page):
    scroll_to(page, page.get_by_label("it learns, faster than at 1")).check()
    reply = page.locator(".question-reply").filter(has_text="You said: it learns, faster than at 1. It did: 100 steps")
    reply.wait_for(timeout=60_000)
    assert "100 steps from w = 0 at learning rate 20" in caption(lab(page)).inner_text()


def test_nothing_is_broken_anywhere_on_the_page(page):
    text = read_everything(page)
    assert text.count('class="lab-picture"') == 2 and len(re.findall('class="questions[" ]', text)) == 2
    for broken in ("VBox(", "model not found", "Error displaying widget", "Traceback", "Loading widget"):
        assert broken not in text, broken
    assert "application/vnd.jupyter.stderr" not in text
    assert page.problems == [], "errors in the page"
    assert page.strangers == [], "asked for by the page"
