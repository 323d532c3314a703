"""Tries are noted with the known answer they show; a mistaken idea that comes back is named, and one that is left, once."""

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from helpers.practice import progress, sheet
from helpers.practice.misconceptions import BY_ID, misconception_by_answer, unresolved
from helpers.practice.progress_report import ProgressReport, rows
from helpers.practice.recall import recall_question
from helpers.practice.sheets import lessons, load

MINUS = BY_ID["M4"]
NOTEBOOKS = Path(__file__).parents[2] / "notebooks"


def add(w, learning_rate):
    """The slip of adding the slope, M4."""
    return w + learning_rate * 2 * (w - 3)


def subtract(w, learning_rate):
    return w - learning_rate * 2 * (w - 3)


@pytest.fixture
def said(capsys):
    """Return a function that checks an answer, and gives back what is said."""

    def said(lesson, name, answer) -> str:
        sheet(lesson).check(name, answer)
        return capsys.readouterr().out

    return said


def test_all_39_misconceptions_name_a_section_that_settles_them():
    assert list(BY_ID) == [f"M{number}" for number in range(1, 40)]
    for one in BY_ID.values():
        lesson = json.loads((NOTEBOOKS / one.notebook.partition("#")[0]).read_text(encoding="utf-8"))
        headings = [line.lstrip("# ").strip() for cell in lesson["cells"] for line in cell["source"] if line[0] == "#"]
        assert one.section in headings, f"{one.id}: lesson {one.lesson} has no section {one.section!r}"
        assert one.id in lesson["metadata"]["course"]["settles"], (
            f"{one.id} is not among what lesson {one.lesson} settles"
        )
    assert sum(one.recall is not None for one in BY_ID.values()) >= 10


def test_every_wrong_option_and_slip_with_an_idea_behind_it_names_one_of_the_39():
    behind = {
        one for lesson in lessons() for answers in misconception_by_answer(lesson).values() for one in answers.values()
    }
    assert behind == set(BY_ID)


def test_each_try_is_noted_with_what_it_shows(tmp_path, said):
    for answer in (..., add, add, subtract, subtract, add, subtract):
        said("03", "step", answer)
    record = progress.load_records(tmp_path)["rolling-down"]["exercise step"]
    minus = next(slip.key for slip in load("03").exercise("step").slips if slip.misconception == "M4")
    assert (record.tries, record.right, record.answers) == (5, 3, {minus: 3}), "right: the first time that it was"
    assert [try_[1:] for try_ in record.last] == [["right", ""], ["keep working", minus], ["right", ""]]


def test_an_idea_that_comes_back_is_named_with_a_link_and_one_that_is_left_once(tmp_path, said):
    assert "As " not in said("03", "step", add)
    assert "As before" not in said("03", "step", add), "the same answer once more is no idea that comes back"
    again = said("04", "gentle", -0.3)
    assert "As in lesson 03: the minus. Why minus, on both sides." in again
    assert unresolved(progress.load_records(tmp_path))[0][0] is MINUS
    assert "Settled" not in said("04", "gentle", 0.4)
    assert "Settled now, in all places where you met it: the minus." in said("03", "step", subtract)
    assert "Settled" not in said("03", "step", subtract)
    assert unresolved(progress.load_records(tmp_path)) == []
    text, table = ProgressReport(tmp_path).report, "<td>✓ settled</td>"
    assert table in text and MINUS.idea in text and "03, 04" in text


def test_the_link_leads_to_the_section(said):
    said("03", "step", add)
    practice = sheet("04")
    verdict = replace(practice.judge("gentle", -0.3), link=(MINUS.notebook, MINUS.section))
    assert '<a href="03-rolling-down.ipynb#Why-minus,-on-both-sides">' in verdict._repr_html_()


def test_a_recall_question_is_about_what_is_open_and_for_nobody_else(tmp_path, said, monkeypatch):
    assert recall_question("06") is None
    said("03", "step", add)
    assert recall_question("03") is None, "its own lesson has not settled it yet"
    asked = recall_question("06")
    assert asked.question == MINUS.recall[0].replace("-6", "−6") and "lesson 03" in asked.said
    shown = []
    monkeypatch.setattr(
        sys.modules["helpers.practice.sheet"],
        "display",
        lambda data, raw=False: shown.append(list(data) if raw else []),
    )
    sheet("06")
    assert shown == [["application/vnd.jupyter.widget-view+json"]], "nbval compares nothing of it"
    said("03", "step", subtract)
    assert recall_question("06") is None


def test_the_page_tells_at_once_from_after_some_tries(tmp_path, said):
    for answer in (4.8, -4.8):
        said("03", "slope_here", answer)
    said("03", "w_3", 1.464)
    page = ProgressReport(tmp_path)
    row = next(row for row in rows(progress.load_records(tmp_path), {}) if row.objective == "3.1")
    assert (row.at_once, row.later, row.never) == (1, 1, row.asked - 2)
    assert "<td>1</td><td>1</td>" in page.report
    page.forget()
    assert progress.load_records(tmp_path) == {} and "forgotten" in page.note and "✓" not in page.report
