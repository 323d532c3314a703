"""What was tried and typed is kept in the browser, and is the notebooks' progress.json where it leaves it or comes back."""

import json

import pytest
from lab_in_browser import axe

from helpers.practice import progress


@pytest.fixture
def page(visit):
    page = visit()
    show(page)
    return page


def show(page):
    page.evaluate("progress.mountProgress(document.getElementById('progress'), python)")
    page.evaluate(
        "() => { progress.keepProgress(python, (words) => { document.getElementById('line').textContent = words; }); }"
    )


def note(page, folder, name, verdict=progress.RIGHT):
    """Note a try in Python, and tell the page."""
    assert progress.note("rolling-down", f"exercise {name}", verdict, folder=folder) == ""
    page.evaluate("(text) => noted(text)", (folder / progress.FILE).read_text())


def saved(page):
    """Press the button that saves, and return what the file holds."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as progress.json").click()
    assert download.value.suggested_filename == progress.FILE
    return download.value.path().read_text()


def take(page, text):
    """Choose a file with this text, and return what is said then."""
    page.get_by_label("Take over a progress.json").set_input_files(
        {"name": "mine.json", "mimeType": "application/json", "buffer": text.encode()}
    )
    status = page.locator("#progress [role=status]", has_text="taken over")
    status.or_(page.locator("#progress [role=status]", has_text="Taken over")).wait_for()
    return page.locator("#progress [role=status]").inner_text()


def type_in(page, cell, words):
    page.evaluate("(cell) => mount('first', 'rolling-down', cell)", cell)
    page.get_by_role("textbox", name=cell).fill(words)


def test_a_file_of_the_browser_is_one_of_the_notebooks_and_comes_back_whole(page, visit, tmp_path, tmp_path_factory):
    note(page, tmp_path, "step")
    type_in(page, "step", "typed = 1")
    text = saved(page)
    there = tmp_path_factory.mktemp("notebooks")
    (there / progress.FILE).write_text(text)
    assert progress.noted(there) == progress.noted(tmp_path) != {}

    assert progress.note("rolling-down", "exercise roll", folder=there) == "", "the notebooks go on with it"
    other = visit()
    show(other)
    assert take(other, text).startswith("Taken over from mine.json")
    other.evaluate("mount('first', 'rolling-down', 'step')")
    assert other.get_by_role("textbox", name="step").inner_text() == "typed = 1"
    assert take(other, (there / progress.FILE).read_text()).startswith("Taken over")
    assert progress.noted(tmp_path) == progress.noted(there)


def test_nothing_to_save_yet_is_a_file_all_the_same(page, tmp_path):
    (tmp_path / progress.FILE).write_text(saved(page))
    assert progress.noted(tmp_path) == {}


def test_a_file_that_comes_takes_nothing_away(page, tmp_path, tmp_path_factory):
    there = tmp_path_factory.mktemp("there")
    note(page, tmp_path, "step")
    for verdict in (progress.WRONG, progress.WRONG):
        progress.note("rolling-down", "exercise step", verdict, folder=there)
    progress.note("rolling-down", "exercise roll", folder=there)
    type_in(page, "step", "here")
    file = json.loads((there / progress.FILE).read_text())
    type_in(page, "elsewhere", "here")
    page.evaluate("unmount(); document.querySelector('#cells > :last-child').remove()")
    take(page, json.dumps({**file, "typed": {"rolling-down/step": "there", "rolling-down/elsewhere": "there"}}))
    assert [one.right for one in progress.noted(tmp_path)["rolling-down"].values()] == [1, 1]
    page.evaluate("mount('first', 'rolling-down', 'elsewhere')")
    for cell in page.locator("#cells .cell").all():
        assert cell.get_by_role("textbox").inner_text() == "there"
        cell.get_by_role("button", name="Bring my earlier text back").click()
        assert cell.get_by_role("textbox").inner_text() == "here"


DAMAGED = {
    "no file of ours": "GIF89a",
    "cut off": '{"version": 3, "lessons": {"rolling-down": {"exer',
    "a list": "[]",
    "nothing": "null",
    "no lessons": '{"version": 3}',
    "no tries": '{"version": 3, "lessons": {"rolling-down": {"exercise step": 1}}}',
    "newer": '{"version": 4}',
    "typed numbers": '{"version": 3, "lessons": {}, "typed": {"rolling-down/step": 1}}',
    "a typed list": '{"version": 3, "lessons": {}, "typed": ["x"]}',
    "deep": "[" * 100_000 + "]" * 100_000,
    "large": '{"version": 3, "lessons": {}}' + " " * 2_000_000,
}


@pytest.mark.parametrize("text", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_refused_in_words_and_changes_nothing(page, tmp_path, text):
    note(page, tmp_path, "step")
    type_in(page, "step", "here")
    before = (tmp_path / progress.FILE).read_text(), saved(page)
    assert take(page, text).startswith("Nothing was taken over: ")
    assert ((tmp_path / progress.FILE).read_text(), saved(page)) == before
    assert page.wrong == []


def test_another_tab_and_the_next_visit_have_the_same_progress(page, visit, tmp_path):
    two = visit(page.context)
    show(two)
    note(two, tmp_path, "step")
    kept = (tmp_path / progress.FILE).read_text()
    page.wait_for_function("(text) => written === text", arg=kept)
    page.reload()
    page.wait_for_function("window.loaded")
    assert page.evaluate("progress.storedProgress()") == kept


def test_progress_that_cannot_be_kept_is_told_on_the_line(page, tmp_path):
    page.evaluate("Object.defineProperty(window, 'localStorage', {value: null})")
    note(page, tmp_path, "step")
    assert "keeps nothing" in page.locator("#line").inner_text()
    assert "exercise step" in saved(page), "as a file it can be kept"


def test_axe_finds_nothing(page):
    page.set_viewport_size({"width": 390, "height": 800})
    assert axe(page)["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
