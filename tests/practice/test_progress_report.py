"""The learner's report: what is right counts, and it is saved only when asked for."""

import json
import re

from helpers.practice import progress, progress_report, sheet
from helpers.practice.progress import Record
from helpers.practice.progress_report import ProgressReport, objectives_table, rows, titles_and_objectives
from helpers.practice.quiz import Question
from helpers.practice.sheets import Sheet


def state(noted, objective):
    return next(row.state for row in rows(noted, {}) if row.objective == objective)


def test_an_objective_is_passed_when_everything_that_asks_for_it_is_right():
    things = [
        (practice.id, f"{kind} {thing.name}")
        for practice in map(sheet, progress_report.lessons())
        for kind, group in (("exercise", practice.exercises), ("question", practice.quiz_questions))
        for thing in group
        if thing.objective == "3.1"
    ]
    noted = {}
    for lesson, name in things:
        assert state(noted, "3.1") == ("begun" if noted else "not yet")
        noted.setdefault(lesson, {})[name] = Record(tries=1, right=1)
    assert state(noted, "3.1") == "passed"
    assert len({lesson for lesson, _ in things}) == 2, "the last quiz asks for it once more"


def test_lessons_stand_in_the_order_of_their_numbers_ten_and_twelve_included(monkeypatch):
    """As numbers, and not by the first digit: lesson 10 is not part of lesson 01."""
    sheets = {
        number: Sheet(number, f"lesson {number}", quiz_questions=tuple(Question(goal, "", (), goal) for goal in goals))
        for number, goals in {"12": ["12.1"], "01": ["1.10", "1.2"], "10": ["10.1", "1.1"], "02": ["2.1"]}.items()
    }
    monkeypatch.setattr(progress_report, "lessons", lambda: list(sheets))
    monkeypatch.setattr(progress_report, "load", sheets.get)
    found = rows({"lesson 10": {"question 10.1": Record(1, 1)}}, {})
    assert [row.objective for row in found] == ["1.1", "1.2", "1.10", "2.1", "10.1", "12.1"]
    assert [row.state for row in found].index("passed") == 4
    heads = re.findall(r'"colgroup".*?>(.*?)<', objectives_table(found, {"10": "Ten"}))
    assert heads == ["Lesson 01", "Lesson 02", "10 · Ten", "Lesson 12"]


def test_titles_and_texts_come_from_the_notebooks_beside_it(tmp_path):
    assert titles_and_objectives(tmp_path) == ({}, {})
    about = {"number": "03", "title": "Rolling <down>", "objectives": {"3.1": "do & say"}}
    (tmp_path / "03-rolling-down.ipynb").write_text(json.dumps({"metadata": {"course": about}}))
    (tmp_path / "03-rolling-down-copy.ipynb").write_text(json.dumps({"metadata": {"course": {**about, "title": "x"}}}))
    (tmp_path / "04-learning-rate.ipynb").write_text("<<<<<<< HEAD")
    report = ProgressReport(tmp_path).report
    assert "03 · Rolling &lt;down&gt;" in report and "3.1 do &amp; say" in report and "Lesson 04" in report


def test_the_report_is_saved_when_asked_for_and_only_then(tmp_path):
    progress.note("rolling-down", "exercise step", folder=tmp_path)
    shown = ProgressReport(tmp_path)
    assert not (tmp_path / progress_report.FILE).exists()
    assert "✓ passed" not in shown.report and "◐ begun" in shown.report
    shown.receive({"save": True})
    saved = (tmp_path / progress_report.FILE).read_text(encoding="utf-8")
    assert shown.report in saved and saved.startswith("<!DOCTYPE html>") and 'lang="en"' in saved
    assert "Saved as progress.html" in shown.note


def test_what_cannot_be_read_or_written_is_said(tmp_path):
    (tmp_path / progress.FILE).write_text("{ half a file")
    shown = ProgressReport(tmp_path)
    assert "cannot be read" in shown.report
    (tmp_path / progress_report.FILE).mkdir()
    shown.save()
    assert "could not be saved" in shown.note
