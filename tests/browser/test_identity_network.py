"""What a learner does in lesson 07, in a real JupyterLab in a real browser: run all, move both sliders by keyboard."""

import re
from pathlib import Path

import pytest
from lab_in_browser import browser, open_notebook, read_everything, run_all, scroll_to, server, strangers

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(folder):
    with server(folder, folder / "jupyterlab.log") as (address, token), browser() as chromium:
        page = chromium.new_page(viewport={"width": 1300, "height": 1000})
        page.problems = []
        page.on("pageerror", lambda error: page.problems.append(str(error)))
        page.strangers = strangers(page, address)
        open_notebook(page, address, token, "notebooks/07-identity-network.ipynb")
        page.before = read_everything(page)
        run_all(page)
        yield page


def lab(page):
    """Return the panel and the figure of the lab with a learning rate."""
    panel = scroll_to(page, page.get_by_role("group", name="Training the one-weight network"))
    output = page.locator(".jp-OutputArea-child", has=panel)
    return panel, output.locator("xpath=following-sibling::*").locator("figure").first


def state(figure):
    """Return what the picture shows: its pixels, its alt text, its sentence."""
    image = figure.locator("img")
    return image.get_attribute("src"), image.get_attribute("alt"), figure.locator("figcaption").inner_text()


def move(page, label, key, wait_for):
    """Press a key on a slider and wait until the sentence under the picture says what it should."""
    panel, figure = lab(page)
    slider = panel.get_by_label(label, exact=True)
    slider.focus()
    page.keyboard.press(key)
    figure.locator("figcaption", has_text=re.compile(wait_for)).wait_for(timeout=60_000)
    return state(figure)


def test_the_stored_page_is_whole_before_anything_runs(page):
    assert "70 steps from w = 0.50 at learning rate 1" in page.before
    assert "model not found" not in page.before and "VBox(" not in page.before


def test_both_sliders_move_the_picture_and_its_sentence(page):
    _, figure = lab(page)
    first = state(figure)
    assert "70 steps from w = 0.50 at learning rate 1: the output for x = 1 goes from 0.622 to 0.903" in first[2]

    second = move(page, "initial weight w₀", "Home", r"from w = -10 at learning rate 1\b")
    assert "goes from 0.000 to 0.000" in second[2] and "For x = 0 it is 0.500" in second[2]

    third = move(page, "learning rate η", "End", r"from w = -10 at learning rate 20\b")
    assert len({first[0], second[0], third[0]}) == 3, "each move has a picture of its own"
    for _, alt, sentence in (first, second, third):
        assert alt.endswith(sentence.split("\n")[-1])

    fourth = move(page, "initial weight w₀", "End", r"from w = 10 at learning rate 20\b")
    assert "goes from 1.000 to 1.000" in fourth[2]


def test_the_status_line_says_it_on_release(page):
    move(page, "initial weight w₀", "PageDown", r"from w = 8 ")
    panel, figure = lab(page)
    panel.get_by_role("status").filter(has_text="from w = 8 at").wait_for(timeout=60_000)


def test_a_bet_moves_the_lab(page):
    scroll_to(page, page.get_by_label("it learns, faster than at 1")).check()
    reply = page.locator(".question-reply").filter(has_text="You said: it learns, faster than at 1. It did: 100 steps")
    reply.wait_for(timeout=60_000)
    _, figure = lab(page)
    assert "100 steps from w = 0 at learning rate 20" in state(figure)[2]


def test_nothing_is_broken_anywhere_on_the_page(page):
    text = read_everything(page)
    assert text.count('class="lab-panel"') == 2 and len(re.findall('class="questions[" ]', text)) == 2
    for broken in ("VBox(", "model not found", "Error displaying widget", "Traceback", "Loading widget"):
        assert broken not in text, broken
    assert "application/vnd.jupyter.stderr" not in text
    assert page.problems == [], "errors in the page"
    assert page.strangers == [], "asked for by the page"
