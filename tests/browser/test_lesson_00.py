"""A learner's first two minutes, in a real browser: the doctor's line turns, and the knobs are turned by keyboard."""

import re

import pytest
from lab_in_browser import open_notebook, read_everything, run_all, scroll_to

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", autouse=True)
def lesson(page, jupyter):
    open_notebook(page, jupyter.address, jupyter.token, "notebooks/00-watch.ipynb")
    page.before = read_everything(page)
    run_all(page)


def test_the_doctors_line_turns(page):
    assert "○ This line was stored with the notebook" in page.before
    line = scroll_to(page, page.get_by_role("status").filter(has_text="Everything works"))
    assert line.inner_text().startswith("✓ Everything works: Python, its packages, the sliders")
    assert "This line was stored" not in read_everything(page)


def test_the_knobs_are_turned_by_keyboard_until_it_is_done(page):
    panel = scroll_to(page, page.get_by_role("group", name="Two knobs by hand"))
    caption = panel.locator(".lab-caption")
    assert "The mean cost is 0.3276: not yet below 0.02" in caption.inner_text()
    for label, key, presses, value in (
        ("knob w (the weight)", "ArrowRight", 14, "4"),
        ("knob b (the bias)", "ArrowLeft", 8, "-2"),
    ):
        slider = panel.get_by_label(label, exact=True)
        slider.focus()
        for _ in range(presses):
            page.keyboard.press(key)
        assert panel.get_by_label(f"{label}, typed").input_value().replace("−", "-") == value
    caption.filter(has_text="The mean cost is 0.0071: below 0.02, you have done it").wait_for(timeout=60_000)


def test_a_hand_on_a_slider_can_save_and_run(page):
    panel = scroll_to(page, page.get_by_role("group", name="Two knobs by hand"))
    slider = panel.get_by_label("knob w (the weight)", exact=True)
    slider.focus()
    page.keyboard.press("ArrowRight")
    page.locator(".lm-TabBar-tab.lm-mod-current.jp-mod-dirty").wait_for(timeout=60_000)
    page.keyboard.press("Control+s")
    page.locator(".lm-TabBar-tab.lm-mod-current.jp-mod-dirty").wait_for(timeout=60_000, state="detached")
    prompt = page.locator(".jp-CodeCell", has=panel).locator(".jp-InputPrompt")
    before = prompt.inner_text()
    slider.press("Shift+Enter")
    prompt.filter(has_not_text=before).filter(has_text=re.compile(r"\d")).wait_for(timeout=60_000)
    assert page.locator(".jp-CodeCell.jp-mod-active", has=panel).count() == 0, "the next cell is the one to run"


def test_escape_goes_from_a_slider_back_to_the_notebook(page):
    panel = scroll_to(page, page.get_by_role("group", name="Two knobs by hand"))
    panel.get_by_label("knob w (the weight)", exact=True).focus()
    page.keyboard.press("Escape")
    number = "[...document.querySelectorAll('.jp-Cell')].findIndex((cell) => cell.classList.contains('jp-mod-active'))"
    before = page.evaluate(number)
    page.keyboard.press("ArrowDown")
    page.wait_for_function(f"(before) => {number} === before + 1", arg=before)


def test_nothing_is_broken_and_nothing_lies_over_the_lesson(page):
    text = read_everything(page)
    assert text.count('class="lab-picture"') == 2
    for broken in (
        "VBox(",
        "model not found",
        "Error displaying widget",
        "Traceback",
        "Loading widget",
        "jupyter.stderr",
    ):
        assert broken not in text, broken
    assert page.problems == [], "errors in the page"
    assert page.locator(".Toastify__toast, .jp-Dialog").all_inner_texts() == [], "no question about news"


def test_nothing_is_asked_of_anybody_else(page):
    assert page.elsewhere == []
