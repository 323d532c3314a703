"""The editor of an exercise: by keyboard and by touch, in light and dark; what is typed in it is never lost."""

import pytest
from lab_in_browser import axe

FIRST = "def step(w, learning_rate):\n    return ...\n\n\nprint(step(0, 0.1))\n"
ENDLESS = "while True:\n    pass\n"
PHONE = {"viewport": {"width": 390, "height": 800}, "has_touch": True, "is_mobile": True}


def mounted(page, source=FIRST, cell="step"):
    """Put an editor into the page, and return its field."""
    page.evaluate("([source, cell]) => mount(source, 'rolling-down', cell)", [source, cell])
    return page.get_by_role("textbox", name=cell)


def text(field):
    return field.evaluate(
        "(content) => [...content.querySelectorAll('.cm-line')].map((line) => line.textContent).join('\\n')"
    )


def typed(page, field, what):
    """Put a text in place of all that stands in the field."""
    field.focus()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(what)


def button(page, name):
    return page.get_by_role("button", name=name)


def said(page, words):
    page.locator(".editor-status", has_text=words).wait_for()


def test_shift_enter_runs_and_the_output_stands_under_it(visit):
    page = visit()
    field = mounted(page)
    assert page.locator(".cell_input").count() == 0 and text(field) == FIRST
    typed(page, field, "print(2 * 21)")
    page.keyboard.press("Shift+Enter")
    page.locator(".editor-outputs", has_text="42").wait_for()
    assert text(field) == "print(2 * 21)", "no line was put in"
    typed(page, field, "print(1 / 0)")
    button(page, "Run").click()
    page.locator(".editor-outputs", has_text="ZeroDivisionError").wait_for()
    assert "42" not in page.locator(".editor-outputs").inner_text()
    typed(page, field, "x = 1")
    page.keyboard.press("Control+Enter")
    page.wait_for_function("!document.querySelector('.editor-outputs').textContent")
    assert page.wrong == []


def test_a_function_is_written_without_a_mouse_and_tab_goes_on(visit):
    page = visit()
    field = mounted(page, "")
    button(page, "before").focus()
    page.keyboard.press("Tab")
    page.keyboard.type("def step(w):\nif w:\nreturn 1")
    assert text(field) == "def step(w):\n    if w:\n        return 1", (
        "a new line is indented by itself, by four spaces"
    )
    page.keyboard.press("Enter")
    page.keyboard.press("Backspace")
    page.keyboard.type("return 2")
    page.keyboard.press("Control+]")
    assert text(field).endswith("\n        return 2")
    page.keyboard.press("Control+[")
    assert text(field).endswith("\n    return 2")
    before = text(field)
    for name in ("Run", "Back to the first text", "after"):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == name
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert text(field) == "" and page.evaluate("document.activeElement.textContent") == "Run"
    button(page, "Bring my earlier text back").click()
    assert text(field) == before


def test_what_is_typed_is_there_again(visit):
    page = visit()
    typed(page, mounted(page), "print('mine')")
    page.reload()
    page.wait_for_function("window.loaded")
    assert text(mounted(page)) == "print('mine')"
    assert text(mounted(page, cell="another")) == FIRST
    page.evaluate("unmount()")
    again = visit(page.context)
    again.evaluate("(source) => mount(source, '12-rolling-down', 'step')", FIRST)
    assert text(again.get_by_role("textbox")) == "print('mine')", "the lesson has another number now"


def test_a_loop_without_an_end_is_ended_and_its_text_stays(visit):
    page = visit()
    page.clock.install()
    field = mounted(page)
    page.evaluate("window.ready = false")
    typed(page, field, ENDLESS)
    page.keyboard.press("Shift+Enter")
    said(page, "Waiting for Python")
    page.clock.run_for(60_000)  # a slow line: it is not the loop that takes long
    said(page, "Waiting for Python")
    page.evaluate("window.ready = true")
    page.clock.run_for(100)
    said(page, "Running")
    page.clock.run_for(9_000)
    said(page, "Running")
    page.clock.run_for(1_000)
    said(page, "Stopped after 10 seconds")
    assert text(field) == ENDLESS and button(page, "Stop").is_hidden()


def test_stop_stops_and_gives_the_focus_back(visit):
    page = visit()
    field = mounted(page)
    typed(page, field, ENDLESS)
    button(page, "Run").click()
    said(page, "Running")
    button(page, "Stop").focus()
    page.keyboard.press("Enter")
    said(page, "Stopped. Your text is still here.")
    assert page.evaluate("document.activeElement.textContent") == "Run"
    typed(page, field, "print('on')")
    page.keyboard.press("Shift+Enter")
    page.locator(".editor-outputs", has_text="on").wait_for()


def test_a_python_that_cannot_start_is_told_in_words(visit):
    page = visit()
    mounted(page)
    page.evaluate("window.broken = 'This browser has no WebAssembly.'")
    button(page, "Run").click()
    said(page, "This could not be run: This browser has no WebAssembly. Your text is still here.")


def test_two_tabs_have_the_same_text_and_what_was_replaced_can_be_had_back(visit):
    one = visit()
    typed(one, mounted(one), "print('one')")
    two = visit(one.context)
    field = mounted(two)
    typed(two, field, "print('two')")
    said(one, "typed in another tab")
    assert text(one.get_by_role("textbox")) == "print('two')"
    button(one, "Bring my earlier text back").click()
    two.wait_for_function("document.querySelector('.cm-content').textContent.includes('one')")
    assert text(field) == "print('one')"


@pytest.mark.parametrize("broken", ["none", "full"])
def test_a_browser_that_keeps_nothing_is_told_in_words_and_the_page_keeps_it(visit, broken):
    page = visit()
    if broken == "none":
        page.evaluate(
            "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('', 'SecurityError'); }})"
        )
    else:
        page.evaluate(
            "for (let size = 2 ** 22; size >= 1; size /= 2) try { while (true) localStorage.setItem('x' + Math.random(), 'x'.repeat(size)) } catch {}"
        )
    field = mounted(page)
    typed(page, field, "print('kept')")
    said(page, {"none": "keeps nothing", "full": "no more room"}[broken])
    page.evaluate("unmount(); document.getElementById('cells').replaceChildren()")
    assert text(mounted(page)) == "print('kept')"
    assert page.wrong == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", ["desk", "phone"])
def test_axe_finds_nothing_and_the_page_is_no_wider_than_the_screen(visit, scheme, place):
    page = visit(color_scheme=scheme, **(PHONE if place == "phone" else {}))
    page.emulate_media(color_scheme=scheme)
    field = mounted(
        page,
        'import math  # all of it\n\n\nclass A:\n    def step(self, w=None):\n        return "a" + 0.5 * w if w else True',
    )
    mounted(page, cell="another")
    page.evaluate("for (const hidden of document.querySelectorAll('.editor [hidden]')) hidden.hidden = false")
    field.focus()
    assert axe(page)["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator(".editor .tok, .cm-line span").count() > 5, "it is coloured as Python"


def test_touch_alone_answers(visit):
    page = visit(**PHONE)
    field = mounted(page)
    field.tap()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text("print(6 * 7)")
    button(page, "Run").tap()
    page.locator(".editor-outputs", has_text="42").wait_for()
    assert field.evaluate("(content) => parseFloat(getComputedStyle(content).fontSize)") >= 16
    for one in page.locator(".editor-buttons button:visible").all():
        assert one.bounding_box()["height"] >= 44


def test_paper_has_what_was_typed_and_no_buttons(visit):
    page = visit()
    typed(page, mounted(page), "print('on paper')")
    page.emulate_media(media="print")
    assert page.get_by_text("print('on paper')").is_visible() and button(page, "Run").is_hidden()
