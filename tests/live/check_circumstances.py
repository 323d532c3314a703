"""The live book where things are not as they should be: a loop, a metered line, two tabs, sleep, no storage, no server."""

import re

import pytest
from live_page import ROLLING, lab, line, ready, run_answer

RIGHT = 'slope_here = -4.8\npractice.check("slope_here", slope_here)'


def answer(page):
    return page.locator("div.cell.tag_exercise").first


def rate(page, value):
    """Type a learning rate into the lesson's first lab, and wait until its caption has it."""
    field = lab(page, "first-step").get_by_role("spinbutton", name="learning rate").first
    field.fill(value)
    field.press("Enter")
    page.wait_for_function(
        "(value) => document.querySelector('[id=first-step] .lab-caption').textContent.includes(value)", arg=value
    )


def test_a_loop_that_nobody_stops_is_ended_after_ten_seconds(read):
    page = ready(read(ROLLING))
    run_answer(page, answer(page), "while True:\n    pass")
    answer(page).locator(".editor-status", has_text="Stopped after 10 seconds").wait_for()
    assert "while True" in answer(page).locator(".cm-content").inner_text()
    run_answer(page, answer(page), RIGHT)
    answer(page).locator(".editor-outputs", has_text="Right").wait_for()


def test_a_metered_line_is_asked_first(read):
    metered = "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
    page = read(ROLLING, lambda page: page.add_init_script(metered))
    page.locator("#live-line", has_text="MB").wait_for()
    assert not any("wasm" in url for url in page.asked)
    page.get_by_role("button", name="Load it").click()
    ready(page)


def test_two_tabs_have_a_python_each_and_one_progress(read):
    one = ready(read(ROLLING))
    other = one.context.new_page()
    other.goto(one.url)
    ready(other)
    run_answer(one, answer(one), RIGHT)
    answer(one).locator(".editor-outputs", has_text="Right").wait_for()
    second = other.locator("div.cell.tag_exercise").nth(1)
    second.scroll_into_view_if_needed()
    second.locator(".cm-content").wait_for()
    (name,) = re.findall(r'check\("(\w+)"', second.locator(".cm-content").inner_text())
    run_answer(other, second, f'practice.check("{name}", 12345)')
    second.locator(".editor-outputs > *").first.wait_for()
    rate(one, "0.33")
    rate(other, "0.22")
    noted = "Object.entries(localStorage).find(([key]) => key.endsWith('/progress'))[1]"
    other.wait_for_function(f"(names) => names.every((name) => {noted}.includes(name))", arg=["slope_here", name])


def test_a_tab_that_slept_goes_on(read):
    page = ready(read(ROLLING))
    rate(page, "0.33")
    session = page.context.new_cdp_session(page)
    session.send("Page.setWebLifecycleState", {"state": "frozen"})
    page.wait_for_timeout(1000)
    session.send("Page.setWebLifecycleState", {"state": "active"})
    rate(page, "0.22")


@pytest.mark.parametrize(
    "broken",
    [
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('off', 'SecurityError'); }})",
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }",
    ],
    ids=["no storage", "no room"],
)
def test_a_browser_that_keeps_nothing_runs_all_and_says_so(read, broken):
    page = ready(read(ROLLING, lambda page: page.add_init_script(broken)))
    rate(page, "0.33")
    run_answer(page, answer(page), RIGHT)
    answer(page).locator(".editor-outputs", has_text="Right").wait_for()
    page.locator("#live-remark", has_text="Save it as a file").wait_for()
    assert [one for one in page.wrong if "/live/" in one] == [], "the theme may fail at its own button for dark pages"


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


def test_paper_has_the_pictures_and_the_code_and_nothing_to_press(read):
    page = ready(read(ROLLING))
    lab(page, "first-step")
    answer(page).scroll_into_view_if_needed()
    answer(page).locator(".cm-content").wait_for()
    page.emulate_media(media="print")
    shown = page.locator("article").evaluate(
        """(article) => [...article.querySelectorAll('button, input[type=range], #live-line, .live-progress')]
            .filter((one) => one.getClientRects().length).map((one) => one.outerHTML.slice(0, 80))"""
    )
    assert shown == []
    assert (
        page.locator("[id=first-step] .lab-picture").is_visible() and answer(page).locator(".cm-content").is_visible()
    )
    assert len(page.pdf()) > 50_000


def test_by_keyboard_alone_a_lesson_is_worked_through(read):
    """Tab comes to every control of the page's first lab and its editor, and out again; Shift+Enter runs the answer."""
    page = ready(read(ROLLING))
    lab(page, "first-step")
    answer(page).scroll_into_view_if_needed()
    answer(page).locator(".cm-content").wait_for()
    page.evaluate("document.querySelector('article h1').focus()")
    seen = set()
    for _ in range(150):
        page.keyboard.press("Tab")
        seen.add(
            page.evaluate("""() => {
                const one = document.activeElement;
                const inside = ['#first-step .lab input[type=range]', '#first-step .lab button', '#first-step .questions input',
                    '.live-link button', '.cm-content', '.editor-buttons button'];
                return inside.find((which) => one.matches(which)) ?? '';
            }""")
        )
        if page.evaluate("document.activeElement.matches('.cm-content')"):
            page.keyboard.press("Control+a")
            page.keyboard.insert_text(RIGHT)
            page.keyboard.press("Shift+Enter")
            page.locator(".editor-outputs", has_text="Right").first.wait_for()
            page.keyboard.press("Tab")
            assert not page.evaluate("document.activeElement.matches('.cm-content')"), "Tab leaves the editor"
            break
    assert {"#first-step .lab input[type=range]", "#first-step .lab button", ".cm-content"} <= seen, seen
