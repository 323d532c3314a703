"""The live book in a real browser: every lesson whole, its links, and what can go wrong while Python loads."""

import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from live_page import PHONE, RIGHT, ROLLING, lab, line, ready, run_answer, set_rate, wait_for_caption, wait_for_output

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
    assert page.locator("div.cell").count() == len(wanted) > 5
    for number, cell in enumerate(wanted):
        shown = page.locator("div.cell").nth(number)
        shown.scroll_into_view_if_needed()
        if "practice.check(" in "".join(cell["source"]):
            shown.get_by_role("button", name="Run").click()
            shown.locator(".editor-outputs > *").first.wait_for()
            shown.get_by_role("button", name="Stop").wait_for(state="hidden")
        else:
            shown.locator("xpath=self::*[@data-live]").wait_for()
            assert shown.get_attribute("data-live") == "ready", shown.locator(".cell_output").inner_text()
        output = shown.locator(".cell_output")
        if shown.locator(".lab, .questions, .doctor").count():  # the notebook has their words for readers
            for text in output.locator(".lab-caption, legend:visible:not(.lab legend)").all_inner_texts():
                assert words(text) in stored(cell)
        else:
            assert words(output.inner_html()) == stored(cell)
    assert page.wrong == []
    assert [url for url in page.asked if not url.startswith((base, "data:", "blob:"))] == []


def test_a_slider_moves_the_picture_and_a_bet_moves_its_lab(read):
    page = ready(read(ROLLING))
    cell = lab(page, "first-step")
    cell.get_by_role("slider", name="learning rate").first.press("ArrowRight")
    wait_for_caption(page, "0.11")
    cell.get_by_role("radio").first.check()
    cell.locator(".question-reply", has_text="You said").wait_for()


def test_the_next_lesson_has_the_same_python_its_address_title_and_focus_and_back_goes_back(read):
    page = ready(read(ROLLING))
    lab(page, "blind-lab")
    page.locator("a.right-next").click()
    page.wait_for_function("document.title.startsWith('04')")
    assert page.url.endswith("04-learning-rate.html")
    assert page.evaluate("document.activeElement.tagName") == "H1"
    page.locator(".lab").first.wait_for()
    assert "04" in page.locator("nav.bd-docs-nav .current.active > a").inner_text()
    page.go_back()
    page.wait_for_function("document.title.startsWith('03')")
    lab(page, "blind-lab")
    assert sum("worker.js" in url for url in page.asked) == 1
    assert page.wrong == []


def test_a_link_brings_a_lab_into_its_state_and_says_what_it_cannot_hold(read):
    page = ready(read(f"{ROLLING}#first-step?learning_rate=0.4"))
    wait_for_caption(page, "0.4")
    page.locator("[id=first-step]").get_by_role("button", name="Copy a link").click()
    assert "#first-step?learning_rate=0.4&" in page.evaluate("location.href")
    page.evaluate("location.hash = 'first-step?learning_rate=7'")  # tests/practice/test_live.py has other reasons
    page.locator("[id=first-step] .live-link", has_text="from 0.01 to 0.45").wait_for()
    page.evaluate("location.hash = 'last-step?learning_rate=0.1'")
    page.locator("#live-line", has_text="last-step").wait_for()


@pytest.mark.parametrize("cut", ["course.tar.gz", "pyodide.asm.wasm", "pyodide.mjs"])
def test_a_file_that_does_not_come_is_said_and_a_second_try_works(read, cut):
    page = ready(read(ROLLING, lambda page: page.context.route(f"**/{cut}", lambda route: route.abort())), "failed")
    assert "Try again" in line(page) and "hints and solutions are all here" in line(page)
    page.context.unroute_all()
    page.get_by_role("button", name="Try again").click()
    ready(page)
    lab(page, "blind-lab")


def test_a_lab_s_script_that_does_not_come_costs_its_lab_and_no_other_cell(read):
    page = ready(read(ROLLING, lambda page: page.context.route("**/lab.js", lambda route: route.abort())))
    run_answer(page, RIGHT)
    wait_for_output(page, "Right")


def test_without_webassembly_the_page_says_why_and_what_works(read):
    page = ready(read(ROLLING, lambda page: page.add_init_script("delete window.WebAssembly")), "failed")
    assert "no WebAssembly" in line(page) and page.locator("figure img").count() > 2


@pytest.mark.parametrize("settings", [PHONE, {}], ids=["phone", "metered"])
def test_a_phone_and_a_metered_line_are_asked_first(read, settings):
    metered = "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
    page = read(ROLLING, lambda page: settings or page.add_init_script(metered), **settings)
    page.locator("#live-line", has_text="MB").wait_for()
    assert not any("wasm" in url for url in page.asked)
    page.get_by_role("button", name="Load it").click()
    ready(page)
    set_rate(page, "0.33")
    assert page.evaluate("document.documentElement.scrollWidth") == page.viewport_size["width"]


def test_a_tab_that_slept_goes_on(read):
    page = ready(read(ROLLING))
    set_rate(page, "0.33")
    session = page.context.new_cdp_session(page)
    for state in ("frozen", "active"):
        session.send("Page.setWebLifecycleState", {"state": state})
        page.wait_for_timeout(1000)
    set_rate(page, "0.22")


def test_without_scripts_a_page_can_be_read(read):
    page = read(ROLLING, java_script_enabled=False)
    assert "stand still" in line(page) and page.locator("figure img").count() > 2


def test_a_page_from_disk_is_read_as_it_is(chromium, site):
    page = chromium.new_page()
    wrong = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto((site / ROLLING).as_uri())
    assert "Sent by a web server" in line(page) and page.locator("figure img").count() > 2
    page.locator("details summary").first.click()
    page.locator("a.right-next").first.click()
    page.wait_for_url("**/04-learning-rate.html")
    assert wrong == []
    page.close()


@pytest.mark.parametrize("name", LESSONS)
def test_nothing_on_a_page_asks_for_a_cell_to_be_run_or_names_a_kernel(site, name):
    """But for an exercise, whose cell has a button that runs it."""
    article = BeautifulSoup((site / f"notebooks/{name}.html").read_text(encoding="utf-8"), "html.parser").article
    for cell in article.select("div.cell"):
        if "practice.check(" in cell.get_text():
            cell.decompose()
    assert re.findall(r"[^.]*(?:[Rr]un (?:this|the|that) (?:first )?cell|kernel)[^.]*", article.get_text()) == []
