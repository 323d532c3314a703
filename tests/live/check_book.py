"""The live book, built as `make book` builds it: every lesson whole in a real browser, and what can go wrong there."""

import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from lab_in_browser import axe
from live_page import ROLLING, cells, lab, line, ready, run_answer

ROOT = Path(__file__).parents[2]
LESSONS = sorted(path.stem for path in (ROOT / "notebooks").glob("[0-9]*.ipynb"))


def words(html):
    """Return the words of some HTML, its spaces made one."""
    return " ".join(BeautifulSoup(html, "html.parser").get_text(" ").split())


def stored(cell):
    """Return what a notebook's cell has as its outputs, in words; a widget's come from its HTML."""
    found = []
    for output in cell["outputs"]:
        data = output.get("data", {})
        if "text/html" in data:
            found.append(words("".join(data["text/html"])))
        else:
            found.append(" ".join("".join(output.get("text", data.get("text/plain", ""))).split()))
    return " ".join(found)


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_gives_on_its_page_what_its_notebook_stores(read, base, name):
    notebook = json.loads((ROOT / f"notebooks/{name}.ipynb").read_text(encoding="utf-8"))
    wanted = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    page = ready(read(f"notebooks/{name}.html"))
    assert cells(page).count() == len(wanted)
    compared = 0
    for number, cell in enumerate(wanted):
        shown = cells(page).nth(number)
        shown.scroll_into_view_if_needed()
        if "practice.check(" in "".join(cell["source"]):
            shown.get_by_role("button", name="Run").click()
            shown.locator(".editor-outputs > *").first.wait_for()
            shown.get_by_role("button", name="Stop").wait_for(state="hidden")
        else:
            shown.locator("xpath=self::*[@data-live]").wait_for()
            assert shown.get_attribute("data-live") == "ready", shown.locator(".cell_output").inner_text()
        output = shown.locator(".cell_output")
        if shown.locator(
            ".lab, .questions, .doctor"
        ).count():  # a lab's caption, a question's text, stand in the words for readers
            for text in output.locator(".lab-caption, legend:visible:not(.lab legend)").all_inner_texts():
                assert words(text) in stored(cell)
        else:
            assert words(output.inner_html()) == stored(cell)
        compared += 1
    assert compared == len(wanted) > 5
    assert page.wrong == []
    assert [url for url in page.asked if not url.startswith((base, "data:", "blob:"))] == []


def test_a_slider_moves_the_picture_and_a_bet_moves_its_lab(read):
    page = ready(read(ROLLING))
    cell = lab(page, "first-step")
    cell.get_by_role("slider", name="learning rate").first.press("ArrowRight")
    page.wait_for_function("document.querySelector('[id=first-step] .lab-caption').textContent.includes('0.11')")
    cell.get_by_role("radio").first.check()
    cell.locator(".question-reply", has_text="You said").wait_for()


def test_a_right_answer_is_told_so_noted_and_kept(read):
    page = ready(read(ROLLING))
    cell = page.locator("div.cell.tag_exercise").first
    run_answer(page, cell, 'slope_here = 2 * (0.6 - 3)\npractice.check("slope_here", slope_here)')
    cell.locator(".editor-outputs", has_text="Right").wait_for()
    page.wait_for_function(
        "(localStorage.getItem('how-a-network-learns/progress') ?? JSON.stringify({...localStorage})).includes('slope_here')"
    )
    page.reload()
    cell = ready(page).locator("div.cell.tag_exercise").first
    cell.scroll_into_view_if_needed()
    assert "0.6 - 3" in cell.locator(".cm-content").inner_text()


def test_an_endless_loop_is_stopped_and_the_page_goes_on(read):
    page = ready(read(ROLLING))
    cell = page.locator("div.cell.tag_exercise").first
    run_answer(page, cell, "while True:\n    pass")
    cell.locator(".editor-status", has_text="Running").wait_for()
    cell.get_by_role("button", name="Stop").click()
    cell.locator(".editor-status", has_text="Your text is still here").wait_for()
    assert "while True" in cell.locator(".cm-content").inner_text()
    ready(page)
    run_answer(page, cell, 'slope_here = -4.8\npractice.check("slope_here", slope_here)')
    cell.locator(".editor-outputs", has_text="Right").wait_for()


def test_a_lab_stands_as_it_stood_before_an_endless_loop(read):
    page = ready(read(ROLLING))
    cell = lab(page, "first-step")
    cell.get_by_role("spinbutton", name="learning rate").first.fill("0.33")
    cell.get_by_role("spinbutton", name="learning rate").first.press("Enter")
    page.wait_for_function("document.querySelector('[id=first-step] .lab-caption').textContent.includes('0.33')")
    answer = page.locator("div.cell.tag_exercise").first
    run_answer(page, answer, "while True:\n    pass")
    answer.locator(".editor-status", has_text="Running").wait_for()
    answer.get_by_role("button", name="Stop").click()
    page.evaluate("document.documentElement.dataset.python = 'waiting'")
    ready(page)
    cell.scroll_into_view_if_needed()
    cell.get_by_role("slider", name="initial weight").first.press("ArrowRight")
    page.wait_for_function("document.querySelector('[id=first-step] .lab-caption').textContent.includes('0.33')")


def test_the_next_lesson_has_the_same_python_its_address_title_and_focus_and_back_goes_back(read):
    page = ready(read(ROLLING))
    lab(page, "blind-lab")
    started = sum("worker.js" in url for url in page.asked)
    page.locator("a.right-next").click()
    page.wait_for_function("document.title.startsWith('04')")
    assert page.url.endswith("04-learning-rate.html")
    assert page.evaluate("document.activeElement.tagName") == "H1"
    page.locator(".lab").first.wait_for()
    assert "04" in page.locator("nav.bd-docs-nav .current.active > a").inner_text()
    page.go_back()
    page.wait_for_function("document.title.startsWith('03')")
    lab(page, "blind-lab")
    assert sum("worker.js" in url for url in page.asked) == started == 1
    assert page.wrong == []


def test_a_link_brings_a_lab_into_its_state_and_says_what_it_cannot_hold(read):
    page = ready(read(f"{ROLLING}#first-step?learning_rate=0.4"))
    page.wait_for_function("document.querySelector('[id=first-step] .lab-caption')?.textContent.includes('0.4')")
    page.locator("[id=first-step]").get_by_role("button", name="Copy a link").click()
    assert "#first-step?learning_rate=0.4&" in page.evaluate("location.href")
    for query, why in (
        ("learning_rate=7", "from 0.01 to 0.45"),
        ("rate=1", "no control 'rate'"),
        ("learning_rate=x", "a number"),
    ):
        page.evaluate("(query) => { location.hash = `first-step?${query}`; }", query)
        page.locator("[id=first-step] .live-link", has_text=why).wait_for()
    page.evaluate("location.hash = 'last-step?learning_rate=0.1'")
    page.locator("#live-line", has_text="last-step").wait_for()


@pytest.mark.parametrize("cut", ["course.tar.gz", "pyodide.asm.wasm", "pyodide.mjs"])
def test_a_line_that_is_lost_is_said_and_a_second_try_works(read, cut):
    page = ready(read(ROLLING, lambda page: page.context.route(f"**/{cut}", lambda route: route.abort())), "failed")
    assert "Try again" in line(page) and "hints and solutions are all here" in line(page)
    page.context.unroute_all()
    page.get_by_role("button", name="Try again").click()
    ready(page)
    lab(page, "blind-lab")


def test_without_webassembly_the_page_says_why_and_what_works(read):
    page = ready(read(ROLLING, lambda page: page.add_init_script("delete window.WebAssembly")), "failed")
    assert "no WebAssembly" in line(page) and page.locator("figure img").count() > 2


def test_a_phone_is_asked_first_and_a_script_is_no_condition_for_reading(read):
    phone = {"viewport": {"width": 390, "height": 800}, "has_touch": True, "is_mobile": True, "color_scheme": "dark"}
    page = read(ROLLING, **phone)
    page.locator("#live-line", has_text="MB").wait_for()
    assert not any("wasm" in url for url in page.asked)
    page.get_by_role("button", name="Load it").click()
    ready(page)
    lab(page, "blind-lab")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    still = read(ROLLING, java_script_enabled=False)
    assert "stand still" in line(still) and still.locator("figure img").count() > 2


def test_axe_finds_nothing_grave_on_a_live_page(read):
    page = ready(read(ROLLING))
    lab(page, "first-step")
    assert axe(page)["grave"] == []


def test_nothing_on_a_page_asks_for_a_cell_to_be_run_or_names_a_kernel(site):
    """But for an exercise, whose cell has a button that runs it, and the fold that says what a notebook would need."""
    for name in LESSONS:
        article = BeautifulSoup((site / f"notebooks/{name}.html").read_text(encoding="utf-8"), "html.parser").article
        for cell in article.select("div.cell"):
            if "practice.check(" in cell.get_text():
                cell.decompose()
        assert (
            re.findall(r"[^.]*(?:[Rr]un (?:this|the|that) (?:first )?cell|kernel)[^.]*", article.get_text())[:3] == []
        ), name
