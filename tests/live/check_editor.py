"""The editor of an exercise in the live book: by keyboard, by touch and on paper; what runs there can be stopped."""

import time

import pytest
from lab_in_browser import axe
from live_page import (
    PHONE,
    RIGHT,
    ROLLING,
    code,
    exercise,
    lab,
    ready,
    run_answer,
    set_rate,
    type_answer,
    wait_for_caption,
    wait_for_output,
    wait_for_status,
)

ENDLESS = "while True:\n    pass"


def focused(page):
    return page.evaluate("document.activeElement.textContent")


def test_an_answer_is_checked_and_another_output_takes_its_place(read):
    page = ready(read(ROLLING))
    run_answer(page, RIGHT)
    wait_for_output(page, "Right")
    assert code(exercise(page)) == RIGHT, "no line was put in"
    type_answer(page, "print(1 / 0)")
    exercise(page).get_by_role("button", name="Run").click()
    wait_for_output(page, "ZeroDivisionError")
    assert "Right" not in page.locator(".editor-outputs").first.inner_text()
    type_answer(page, "x = 1")
    page.keyboard.press("Control+Enter")
    page.wait_for_function("!document.querySelector('.editor-outputs').textContent")
    assert page.wrong == []


def test_an_answer_waits_for_python_and_its_ten_seconds_begin_when_it_runs(read):
    def slow(route):
        time.sleep(11)
        route.continue_()

    page = read(ROLLING, lambda page: page.context.route("**/packages.tar.gz", slow))
    run_answer(page, RIGHT)
    wait_for_status(page, "Waiting for Python")
    wait_for_output(page, "Right")


def test_an_answer_that_waits_can_be_stopped_and_never_begins(read):
    def slow(route):
        time.sleep(5)
        route.continue_()

    page = read(ROLLING, lambda page: page.context.route("**/packages.tar.gz", slow))
    run_answer(page, ENDLESS)
    wait_for_status(page, "Waiting for Python")
    exercise(page).get_by_role("button", name="Stop").click()
    wait_for_status(page, "Stopped. Your text is still here.")
    run_answer(page, RIGHT)
    wait_for_output(page, "Right")


def test_a_loop_without_end_is_stopped_and_the_labs_stand_as_they_stood(read):
    page = ready(read(ROLLING))
    set_rate(page, "0.33")
    page.evaluate("document.querySelector('[id=first-step] .lab').classList.add('old')")
    run_answer(page, ENDLESS)
    wait_for_status(page, "Stopped after 10 seconds")
    assert code(exercise(page)) == ENDLESS
    run_answer(page, ENDLESS)
    wait_for_status(page, "Running")
    exercise(page).get_by_role("button", name="Stop").press("Enter")
    wait_for_status(page, "Stopped. Your text is still here.")
    assert focused(page) == "Run"
    run_answer(page, RIGHT)
    wait_for_output(page, "Right")
    page.locator("[id=first-step]").scroll_into_view_if_needed()
    page.locator("[id=first-step] .lab:not(.old)").wait_for()
    lab(page, "first-step").get_by_role("slider", name="initial weight").first.press("ArrowRight")
    wait_for_caption(page, "1.90 at learning rate 0.33")


def test_a_function_is_written_without_a_mouse_and_tab_goes_on(read):
    page = read(ROLLING)
    cell = exercise(page)
    first = code(cell)
    type_answer(page, "")
    page.keyboard.type("def step(w):\nif w:\nreturn 1")
    assert code(cell) == "def step(w):\n    if w:\n        return 1", "a new line is indented by itself"
    page.keyboard.press("Control+[")
    assert code(cell).endswith("\n    return 1")
    page.keyboard.press("Control+]")
    mine = code(cell)
    for name in ("Run", "Back to the first text"):
        page.keyboard.press("Tab")
        assert focused(page) == name
    page.keyboard.press("Enter")
    assert code(cell) == first and focused(page) == "Run"
    cell.get_by_role("button", name="Bring my earlier text back").click()
    assert code(cell) == mine


INSIDE = """() => ['#first-step .lab input[type=range]', '#first-step .lab button', '.cm-content']
    .find((which) => document.activeElement.matches(which)) ?? ''"""


def test_by_keyboard_alone_a_lesson_is_worked_through(read):
    """Tab comes to every control of the page's first lab and its editor, and out again; Shift+Enter runs the answer."""
    page = ready(read(ROLLING))
    lab(page, "first-step")
    exercise(page)
    page.evaluate("document.querySelector('article h1').focus()")
    seen = []
    while ".cm-content" not in seen and len(seen) < 150:
        page.keyboard.press("Tab")
        seen.append(page.evaluate(INSIDE))
    assert set(seen) - {""} == {"#first-step .lab input[type=range]", "#first-step .lab button", ".cm-content"}
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(RIGHT)
    page.keyboard.press("Shift+Enter")
    wait_for_output(page, "Right")
    page.keyboard.press("Tab")
    assert page.evaluate(INSIDE) == "", "Tab leaves the editor"


def test_touch_alone_answers(read):
    page = read(ROLLING, **PHONE)
    page.get_by_role("button", name="Load it").tap()
    cell = exercise(ready(page))
    cell.locator(".cm-content").tap()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(RIGHT)
    cell.get_by_role("button", name="Run").tap()
    wait_for_output(page, "Right")
    assert cell.locator(".cm-content").evaluate("(content) => parseFloat(getComputedStyle(content).fontSize)") >= 16
    for button in cell.locator(".editor-buttons button:visible").all():
        assert button.bounding_box()["height"] >= 44


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_grave_on_a_live_page_nor_anything_in_its_editor_and_its_progress(read, scheme):
    page = ready(read(ROLLING, color_scheme=scheme))
    lab(page, "first-step")
    cell = exercise(page)
    type_answer(page, 'import math  # all of it\n\n\nclass A:\n    x = "a" if None else 0.5 * 2', cell)
    assert cell.locator(".cm-line span").count() > 5, "it is coloured as Python"
    assert axe(page)["grave"] == []
    page.evaluate("for (const hidden of document.querySelectorAll('.editor [hidden]')) hidden.hidden = false")
    for part in (".editor", ".live-progress"):
        assert axe(page, {"include": [part]})["violations"] == []


def test_paper_has_the_pictures_and_the_code_and_nothing_to_press(read):
    page = ready(read(ROLLING))
    lab(page, "first-step")
    type_answer(page, "print('on paper')")
    page.emulate_media(media="print")
    shown = page.locator("article").evaluate(
        """(article) => [...article.querySelectorAll('button, input[type=range], #live-line, .live-progress')]
            .filter((one) => one.getClientRects().length).map((one) => one.outerHTML.slice(0, 80))"""
    )
    assert shown == []
    assert (
        page.locator("[id=first-step] .lab-picture").is_visible() and page.get_by_text("print('on paper')").is_visible()
    )
    assert len(page.pdf()) > 50_000
