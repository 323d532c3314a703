"""What was tried and typed is kept in the browser, and travels to the notebooks and back as their progress.json."""

import json
import re

import pytest
from live_page import RIGHT, ROLLING, code, exercise, line, ready, run_answer, set_rate, type_answer, wait_for_output

from helpers.practice import progress


def saved(page):
    """Press the button that saves, and return what the file holds."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as progress.json").click()
    assert download.value.suggested_filename == progress.FILE
    return download.value.path().read_text()


def take(page, text):
    """Choose a file with this text, and return what is said then."""
    file = {"name": "mine.json", "mimeType": "application/json", "buffer": text.encode()}
    page.get_by_label("Take over a progress.json").set_input_files(file)
    status = page.locator(".live-progress [role=status]", has_text=re.compile("taken over|Taken over"))
    status.wait_for()
    return status.inner_text()


def answered(page):
    """Answer the first exercise rightly."""
    run_answer(page, RIGHT)
    wait_for_output(page, "Right")


def test_what_is_tried_and_typed_is_there_again(read):
    page = ready(read(ROLLING))
    answered(page)
    kept = page.evaluate("Object.entries(localStorage)")
    assert ["how-a-network-learns/typed/rolling-down/slope_here", RIGHT] in kept, "a lesson's number may change"
    page.reload()
    assert code(exercise(ready(page))) == RIGHT
    second = exercise(page, 1)
    run_answer(page, "while True:\n    pass", second)
    second.get_by_role("button", name="Stop").click()  # and another Python starts, which knows the progress
    run_answer(page, 'practice.check("w_3", 12345)', second)
    second.locator(".editor-outputs > *").first.wait_for()
    assert {"exercise slope_here", "exercise w_3"} <= set(json.loads(saved(page))["lessons"]["rolling-down"])
    assert page.wrong == []


def test_two_tabs_have_a_python_each_and_one_text_and_one_progress(read):
    one = ready(read(ROLLING))
    other = ready(read(ROLLING, context=one.context))
    exercise(other)
    answered(one)
    other.locator(".editor-status", has_text="typed in another tab").wait_for()
    assert code(exercise(other)) == RIGHT
    second = exercise(other, 1)
    (name,) = re.findall(r'check\("(\w+)"', code(second))
    run_answer(other, f'practice.check("{name}", 12345)', second)
    second.locator(".editor-outputs > *").first.wait_for()
    set_rate(one, "0.33")
    set_rate(other, "0.22")
    for page in (one, other):
        assert {"exercise slope_here", f"exercise {name}"} <= set(json.loads(saved(page))["lessons"]["rolling-down"])


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        ("Object.defineProperty(window, 'localStorage', {get() { throw new DOMException(); }})", "keeps nothing"),
        ("Storage.prototype.setItem = () => { throw new DOMException(); }", "keeps nothing"),
        ("localStorage.x = 1; Storage.prototype.setItem = () => { throw new DOMException(); }", "no more room"),
    ],
    ids=["none", "empty", "full"],
)
def test_a_browser_that_keeps_nothing_says_so_and_the_page_keeps_it(read, broken, why):
    page = ready(read(ROLLING, lambda page: page.add_init_script(broken)))
    type_answer(page, "mine")
    page.locator(".editor-status", has_text=why).wait_for()
    answered(page)
    page.locator("#live-remark", has_text="Save it as a file").wait_for()
    file = json.loads(saved(page))
    assert file["typed"]["rolling-down/slope_here"] == RIGHT and "rolling-down" in file["lessons"]
    assert [one for one in page.wrong if "/live/" in one] == [], "the theme may fail at its own button for dark pages"


def test_a_file_goes_to_the_notebooks_and_back_and_takes_nothing_away(read, tmp_path):
    page = read(ROLLING)
    (tmp_path / progress.FILE).write_text(saved(page))
    assert progress.load_records(tmp_path) == {}, "nothing to save yet is a file all the same"
    answered(ready(page))
    (tmp_path / progress.FILE).write_text(saved(page))
    assert [*progress.load_records(tmp_path)["rolling-down"]] == ["exercise slope_here"]
    assert progress.note("rolling-down", "exercise roll", folder=tmp_path) == "", "the notebooks go on with it"
    file = json.loads((tmp_path / progress.FILE).read_text())

    other = ready(read(ROLLING))
    type_answer(other, "here")
    place = "how-a-network-learns/{}/rolling-down/elsewhere"
    other.evaluate("(name) => localStorage.setItem(name, 'here')", place.format("typed"))
    typed = {"rolling-down/slope_here": "there", "rolling-down/elsewhere": "there"}
    assert take(other, json.dumps({**file, "typed": typed})).startswith("Taken over from mine.json")
    assert code(exercise(other)) == "there"
    exercise(other).get_by_role("button", name="Bring my earlier text back").click()
    assert code(exercise(other)) == "here"
    assert other.evaluate("(name) => localStorage.getItem(name)", place.format("earlier")) == "here"
    back = json.loads(saved(other))
    assert back["lessons"] == file["lessons"] and back["typed"]["rolling-down/elsewhere"] == "there"


def test_a_damaged_file_is_refused_in_words_and_changes_nothing(read):
    page = ready(read(ROLLING))
    answered(page)
    before = saved(page)
    for text in (
        "GIF89a",
        "[]",
        '{"version": 4}',
        '{"version": 3, "lessons": {}, "typed": {"rolling-down/step": 1}}',
        '{"version": 3, "lessons": {}, "typed": ["x"]}',
        '{"version": 3, "lessons": {}}' + " " * 2_000_000,
    ):
        assert take(page, text).startswith("Nothing was taken over: "), text[:60]
        assert saved(page) == before
    assert page.wrong == [] and "Python runs in this page" in line(page)
