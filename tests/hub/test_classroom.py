"""The board reads what learners can write: whatever stands there costs one row, in words, and leads nowhere."""

import json
import os
import sys
from pathlib import Path

import pytest

from helpers.practice import progress, votes
from helpers.practice.quiz import answer_id
from helpers.practice.sheets import load
from helpers.practice.verdicts import with_minus_signs

sys.path.insert(0, str(Path(__file__).parents[2] / "hub"))
from classroom import Classroom, lesson_status, overview, question_back, table  # noqa: E402

SHEET = load("03")
STEP = SHEET.exercise("step")
MINUS = next(slip for slip in STEP.slips if slip.misconception == "M4")
BET = SHEET.bets[0]


@pytest.fixture
def notebooks(tmp_path):
    """Return a function: the folder of a learner's notebooks."""

    def notebooks(name: str) -> Path:
        folder = tmp_path / "learners" / name / "notebooks"
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    return notebooks


def now(tmp_path, vote=None) -> dict:
    return lesson_status("03", Classroom(tmp_path).learners(), {"step": "Three lines"}, vote)


def test_a_class_without_anybody_is_empty(tmp_path):
    assert Classroom(tmp_path).learners() == [] and now(tmp_path)["learners"] == []
    assert {one["begun"] for one in overview([])} == {0}


def test_what_learners_do_is_counted(tmp_path, notebooks):
    for name, tries in {"anna": ["keep working", "keep working", "right"], "ben": ["keep working"], "cem": []}.items():
        for verdict in tries:
            shown = MINUS.key if verdict != "right" else ""
            progress.note(SHEET.id, "exercise step", verdict, shown, folder=notebooks(name))
        for option in (BET.options[0], BET.options[1]):
            progress.note(SHEET.id, f"bet {BET.name}", "bet", answer_id(option), folder=notebooks(name))
    board = now(tmp_path)
    at = [column["name"] for column in board["columns"]].index("step")
    assert board["columns"][at]["section"] == "Three lines"
    assert [(row["name"], row["states"][at], row["tries"][at]) for row in board["learners"]] == [
        ("anna", "right", 3),
        ("ben", "trying", 1),
        ("cem", "", 0),
    ]
    stuck = board["exercises"][at]
    assert (stuck["right"], stuck["trying"]) == (1, 1)
    assert stuck["slips"] == [{"count": 2, "hint": with_minus_signs(MINUS.hint), "ask": question_back(MINUS)}]
    assert [option["count"] for option in board["bets"][0]["options"]] == [0, 3, 0]
    assert next(one["begun"] for one in overview(Classroom(tmp_path).learners()) if one["lesson"] == "03") == 3
    rows = {row[0]: row for row in table(Classroom(tmp_path).learners())}
    column = rows["name"].index("03 exercise step")
    assert rows["anna"][column] == "right at try 3" and rows["ben"][column] == "1 tries, not right"


def test_a_file_is_read_again_when_it_has_changed_and_only_then(tmp_path, notebooks, monkeypatch):
    classroom = Classroom(tmp_path)
    progress.note(SHEET.id, "exercise step", folder=notebooks("anna"))
    first = classroom.learners()[0]
    assert classroom.learners()[0] is first
    progress.note(SHEET.id, "exercise w_3", folder=notebooks("anna"))
    assert set(classroom.learners()[0].noted[SHEET.id]) == {"exercise step", "exercise w_3"}


def a_link(path, tmp_path):
    secret = tmp_path / "secret.json"
    secret.write_text(json.dumps({"version": 3, "lessons": {"secret": {}}}))
    path.symlink_to(secret)


def folder_that_is_a_link(path, tmp_path):
    path.parent.rmdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / path.name).write_text("{}")
    path.parent.symlink_to(tmp_path / "elsewhere")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (a_link, "is no file of this folder"),
        (folder_that_is_a_link, "is no file of this folder"),
        (lambda path, _: os.mkfifo(path), "is no file of this folder"),
        (lambda path, _: path.mkdir(), "is no file of this folder"),
        (lambda path, _: path.write_text(" " * 10_000_000), "has 10.0 MB"),
        (lambda path, _: path.write_text("{ half"), "Expecting"),
        (lambda path, _: path.write_text("[" * 100_000), "a list in a list"),
        (lambda path, _: path.write_bytes(b"\xff\xfe\x00"), "codec"),
        (lambda path, _: path.write_text('{"version": 99}'), "newer version"),
        (lambda path, _: path.write_text('{"version": 3, "lessons": {"a": {"b": 7}}}'), "something else than tries"),
    ],
)
def test_a_broken_file_costs_one_row(tmp_path, notebooks, make, said):
    make(notebooks("ben") / progress.FILE, tmp_path)
    progress.note(SHEET.id, "exercise step", folder=notebooks("anna"))
    anna, ben = now(tmp_path)["learners"]
    assert "right" in anna["states"] and anna["trouble"] == ""
    assert set(ben["states"]) == {""} and said in ben["trouble"]


def test_names_and_answers_of_another_course_are_left_alone(tmp_path, notebooks):
    hostile = "<img src=x onerror=alert(1)>"
    content = {
        "version": 3,
        "lessons": {hostile: {hostile: {}}, SHEET.id: {"exercise step": {"answers": {hostile: 1}}}},
    }
    (notebooks(hostile.replace("/", "")) / progress.FILE).write_text(json.dumps(content))
    board = now(tmp_path)
    assert board["learners"][0]["name"] == hostile and hostile not in json.dumps(board["exercises"])


def test_votes_are_counted_by_round_and_from_this_vote_on(tmp_path, notebooks):
    vote = votes.Vote("03", BET.name, 2, True, "2026-01-01 10:00")
    for name, rounds in {"anna": (0, 1), "ben": (0,)}.items():
        for number, option in enumerate(rounds):
            shown = answer_id(BET.options[option])
            progress.note(SHEET.id, f"bet {BET.name}", f"vote {number + 1}", shown, folder=notebooks(name))
    assert now(tmp_path, vote)["bets"][0]["vote"] == {"round": 2, "open": True, "counts": [[2, 0], [0, 1], [0, 0]]}
    later = votes.Vote("03", BET.name, 1, False, "9999-01-01 10:00")
    assert now(tmp_path, later)["bets"][0]["vote"]["counts"] == [[0], [0], [0]]
    assert "vote" not in now(tmp_path, votes.Vote("04", BET.name, 1, True, ""))["bets"][0]
