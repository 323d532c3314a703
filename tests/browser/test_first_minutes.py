"""A learner's first two minutes, in a real browser: the doctor's line turns, and the knobs are turned by keyboard."""

import re

import pytest
from lab_in_browser import browser, open_notebook, read_everything, run_all, scroll_to, server, strangers

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(folder):
    with server(folder, folder / "jupyterlab.log") as (address, token), browser() as chromium:
        page = chromium.new_page(viewport={"width": 1300, "height": 1000})
        page.strangers = strangers(page, address)
        open_notebook(page, address, token, "notebooks/00-watch.ipynb")
        page.before = read_everything(page)
        run_all(page)
        yield page


def test_the_doctors_line_turns(page):
    assert "○ The sliders are not alive. Run this cell" in page.before
    line = scroll_to(page, page.get_by_role("status").filter(has_text="Everything works"))
    assert line.inner_text().startswith("✓ Everything works: Python, its packages, the sliders")
    assert "The sliders are not alive" not in read_everything(page)


def test_the_knobs_are_turned_by_keyboard_until_it_is_done(page):
    panel = scroll_to(page, page.get_by_role("group", name="Two knobs by hand"))
    caption = page.locator(".jp-OutputArea", has=panel).locator("figcaption")
    assert "The mean cost is 0.3276: not yet below 0.02" in caption.inner_text()
    for label, key, presses, value in (
        ("knob w (the weight)", "ArrowRight", 14, "4"),
        ("knob b (the bias)", "ArrowLeft", 8, "-2"),
    ):
        slider = panel.get_by_label(label, exact=True)
        slider.focus()
        for _ in range(presses):
            page.keyboard.press(key)
        assert panel.get_by_label(f"{label}, typed").input_value() == value
    caption.filter(has_text="The mean cost is 0.0071: below 0.02, you have done it").wait_for(timeout=60_000)


def test_a_hand_on_a_slider_can_save_and_run(page, folder):
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


def test_nothing_lies_over_the_lesson(page):
    assert page.locator(".Toastify__toast, .jp-Dialog").all_inner_texts() == [], "no question about news"


def test_nothing_is_asked_of_anybody_else(page):
    assert page.strangers == []
