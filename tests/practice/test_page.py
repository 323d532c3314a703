"""The learner's page: what is right counts, and it is saved only when asked for."""

import json

from helpers.practice import page, progress, sheet
from helpers.practice.page import ProgressPage, rows
from helpers.practice.progress import Record
from helpers.practice.quiz import Question
from helpers.practice.sheets import Sheet


def by_objective(noted):
    return {row.objective: row for row in rows(noted, {})}


def test_nothing_is_passed_before_anything_is_noted():
    assert {row.state for row in rows({}, {})} == {"not yet"}


def test_an_objective_is_passed_when_everything_that_asks_for_it_is_right():
    things = [
        (practice.id, f"{kind} {thing.name}")
        for practice in map(sheet, page.lessons())
        for kind, group in (("exercise", practice.exercises), ("question", practice.quiz_questions))
        for thing in group
        if thing.objective == "3.1"
    ]
    noted = {}
    for lesson, name in things:
        assert by_objective(noted)["3.1"].state == ("begun" if noted else "not yet")
        noted.setdefault(lesson, {})[name] = Record(tries=1, right=1)
    assert by_objective(noted)["3.1"].state == "passed"
    assert len({lesson for lesson, _ in things}) == 2, "the last quiz asks for it once more"


def test_lessons_stand_in_the_order_of_their_numbers_ten_and_twelve_included(monkeypatch):
    """As numbers, and not by the first digit: lesson 10 is not part of lesson 01."""
    sheets = {
        number: Sheet(number, f"lesson {number}", quiz_questions=tuple(Question(goal, "", (), goal) for goal in goals))
        for number, goals in {"12": ["12.1"], "01": ["1.10", "1.2"], "10": ["10.1", "1.1"], "02": ["2.1"]}.items()
    }
    monkeypatch.setattr(page, "lessons", lambda: list(sheets))
    monkeypatch.setattr(page, "load", sheets.get)
    found = page.rows({"lesson 10": {"question 10.1": Record(1, 1)}}, {})
    assert [row.objective for row in found] == ["1.1", "1.2", "1.10", "2.1", "10.1", "12.1"]
    assert [row.state for row in found].index("passed") == 4
    heads = [head.text for head in page.table(found, {"10": "Ten"}).iter("th") if head.get("colspan")]
    assert heads == ["Lesson 01", "Lesson 02", "10 · Ten", "Lesson 12"]


def test_a_damaged_notebook_beside_it_is_no_lesson(tmp_path):
    for number, text in enumerate(("", "<<<<<<< HEAD", "[]", "{}", '{"metadata": {"course": 7}}')):
        (tmp_path / f"1{number}-mine.ipynb").write_text(text)
    assert page.titles_and_objectives(tmp_path) == ({}, {})
    assert "0 of" in str(ProgressPage(tmp_path).page)


def test_the_page_is_saved_when_asked_for_and_only_then(tmp_path):
    progress.note("rolling-down", "exercise step", folder=tmp_path)
    shown = ProgressPage(tmp_path)
    assert not (tmp_path / page.FILE).exists()
    assert "✓ passed" not in str(shown.page) and "◐ begun" in str(shown.page)
    saved = shown.save().read_text(encoding="utf-8")
    assert page.html(shown._main) in saved and saved.startswith("<!DOCTYPE html>") and 'lang="en"' in saved
    assert "Saved as progress.html" in shown.note


def test_what_cannot_be_read_or_written_is_said(tmp_path):
    (tmp_path / progress.FILE).write_text("{ half a file")
    shown = ProgressPage(tmp_path)
    assert "cannot be read" in str(shown.page)
    shown._folder = tmp_path / "not there"
    shown.save()
    assert "could not be saved" in shown.note


def test_titles_and_texts_come_from_the_notebooks(tmp_path):
    about = {"number": "03", "title": "Rolling <down>", "objectives": {"3.1": "do & say"}}
    (tmp_path / "03-rolling-down.ipynb").write_text(json.dumps({"metadata": {"course": about}}))
    stale = {"number": "03", "title": "Of an older course", "objectives": {"3.1": "old"}}
    (tmp_path / "03-x.ipynb").write_text(json.dumps({"metadata": {"course": stale}}))
    titles, texts = page.titles_and_objectives(tmp_path)
    table = page.html(page.table(rows({}, texts), titles))
    assert "03 · Rolling &lt;down&gt;" in table and "3.1 do &amp; say" in table
    assert page.titles_and_objectives(tmp_path / "nowhere") == ({}, {})
    assert "03 · Rolling <down>" in str(ProgressPage(tmp_path).page), "those beside the learner's, wherever helpers/ is"


def test_without_a_kernel_it_says_what_it_would_show(tmp_path):
    assert "Run this cell" in ProgressPage(tmp_path).as_html()


def test_a_piece_is_the_learner_s_when_it_is_right(capsys):
    practice = sheet("11")

    def mine(parameters, gradient, learning_rate):
        return parameters - learning_rate * gradient

    assert practice.piece("update", mine) is mine
    assert practice.piece("update", lambda *_: ...) is practice.exercise("update").answer
    assert capsys.readouterr().out == "update: yours\nupdate: ours, until yours is right\n"
