"""Lesson 11 in a real browser: a training is stopped, a digit is drawn by keyboard and by mouse, a page is saved."""

import pytest
from lab_in_browser import open_notebook, run_all, scroll_to

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", autouse=True)
def lesson(page, jupyter):
    open_notebook(page, jupyter.address, jupyter.token, "notebooks/11-digits.ipynb")
    run_all(page)


def caption(lab):
    return lab.locator(".lab-caption")


def test_a_training_rolls_can_be_stopped_and_goes_on(page):
    lab = scroll_to(page, page.get_by_role("group", name="Training 13,002 knobs"))
    lab.get_by_role("button", name="Back to the start").click()
    caption(lab).filter(has_text="No epochs").wait_for(timeout=60_000)
    lab.get_by_role("button", name="Train to 8 epochs").click()
    lab.get_by_role("button", name="Stop").click()
    page.wait_for_timeout(1500)
    stopped = caption(lab).inner_text()
    page.wait_for_timeout(1000)
    assert caption(lab).inner_text() == stopped, "after Stop nothing goes on"
    lab.get_by_role("button", name="Train to 8 epochs").click()
    lab.locator(".lab-formula").filter(has_text="8 of 8 epochs").wait_for(timeout=60_000)


def test_a_one_is_drawn_by_keyboard(page):
    pad = scroll_to(page, page.get_by_role("group", name="What does the network read?"))
    canvas = pad.get_by_role("application", name="canvas to draw a digit on")
    canvas.focus()
    page.keyboard.press("Space")
    for _ in range(16):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    caption(pad).filter(has_text="Your drawing: the network says 1").wait_for(timeout=60_000)
    assert pad.locator(".lab-pad-help").get_by_role("status").inner_text() == "Row 23, column 15, pen up."
    page.keyboard.press("Delete")
    caption(pad).filter(has_text="Test picture 4").wait_for(timeout=60_000)


def test_a_seven_is_drawn_by_mouse_and_a_test_picture_puts_it_away(page):
    pad = scroll_to(page, page.get_by_role("group", name="What does the network read?"))
    box = pad.get_by_role("application").bounding_box()

    def move(column, row):
        page.mouse.move(box["x"] + column * box["width"] / 28, box["y"] + row * box["height"] / 28, steps=10)

    move(14, 20)
    page.mouse.down(button="right")
    move(4, 5)
    page.mouse.up(button="right")
    page.keyboard.press("Escape")  # the menu
    page.mouse.down()
    move(14, 5)
    move(9, 19)
    page.mouse.up()
    shown = caption(pad)
    shown.filter(has_text="Your drawing: the network says 7").wait_for(timeout=60_000)
    pad.get_by_role("button", name="Next test picture").click()
    shown.filter(has_text="Test picture 5").wait_for(timeout=60_000)


def test_the_page_is_saved_on_request(page, jupyter):
    folder = jupyter.folder
    button = scroll_to(page, page.get_by_role("button", name="Save as progress.html"))
    assert not (folder / "notebooks" / "progress.html").exists()
    button.click()
    page.get_by_role("status").filter(has_text="Saved as progress.html").wait_for(timeout=60_000)
    assert "07 · The identity network" in (folder / "notebooks" / "progress.html").read_text(encoding="utf-8")


def test_nothing_is_asked_of_anybody_else(page):
    assert page.elsewhere == []
