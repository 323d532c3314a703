"""What a class has done, read from the files beside its learners' notebooks.

A learner can write anything into these files. So each is read with care, and what is wrong with one costs one row.
"""

import stat
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from helpers.practice import progress
from helpers.practice.misconceptions import BY_ID
from helpers.practice.quiz import answer_id
from helpers.practice.sheets import Sheet, lessons, load
from helpers.practice.verdicts import with_minus_signs
from helpers.practice.votes import Vote

LARGEST = 1_000_000  # bytes; twelve lessons worked through take about 40 thousand
SHOWN = 5  # of an exercise's slips
RIGHT, TRYING = "right", "trying"


@dataclass
class Learner:
    """name: of the folder. noted: as `progress.load_records` gives it. trouble: why it could not be read, or ""."""

    name: str
    noted: dict = field(default_factory=dict)
    trouble: str = ""


class Classroom:
    """The learners of a class, read anew where their files have changed. folder: of the class."""

    def __init__(self, folder: Path):
        self._folder = folder / "learners"
        self._read: dict = {}  # by learner: what the file was like when it was read, and the learner

    def learners(self) -> list[Learner]:
        """Return all learners, by name."""
        if not self._folder.is_dir():
            return []
        return [self._learner(path) for path in sorted(self._folder.iterdir()) if path.is_dir() and path.name[0] != "."]

    def _learner(self, folder: Path) -> Learner:
        path = folder / "notebooks" / progress.FILE
        try:
            about = path.lstat()
            seen = about.st_mtime_ns, about.st_size, about.st_mode
            if self._read.get(folder.name, (None,))[0] != seen:
                self._read[folder.name] = seen, Learner(folder.name, *_read(path, folder, about))
            return self._read[folder.name][1]
        except FileNotFoundError:
            return Learner(folder.name)
        except OSError as error:
            return Learner(folder.name, trouble=f"{progress.FILE}: {error.strerror or error}")


def _read(path: Path, folder: Path, about) -> tuple[dict, str]:
    """Return what is noted in a learner's file and "", or nothing and why it could not be read."""
    if not stat.S_ISREG(about.st_mode) or not path.resolve().is_relative_to(folder.resolve()):
        return {}, f"{progress.FILE} is no file of this folder"
    if about.st_size > LARGEST:
        return {}, f"{progress.FILE} has {about.st_size / 1e6:.1f} MB"
    try:
        return progress.load_records(path.parent), ""
    except ValueError as error:
        return {}, str(error)


def overview(learners: list[Learner]) -> list[dict]:
    """Return for each lesson its number, its name and how many learners have begun it."""
    sheets = map(load, lessons())
    return [
        {"lesson": sheet.lesson, "name": sheet.id, "begun": sum(sheet.id in one.noted for one in learners)}
        for sheet in sheets
    ]


def state(record) -> str:
    """Return whether something was answered rightly once, is being tried, or not begun ("")."""
    return "" if record is None else RIGHT if record.right is not None else TRYING


def lesson_status(lesson: str, learners: list[Learner], sections: dict[str, str], vote: Vote | None) -> dict:
    """Return what a class has done in one lesson. sections: the heading over each exercise, by its name."""
    sheet = load(lesson)
    exercises = sorted(sheet.exercises, key=lambda one: [*sections, one.name].index(one.name))
    return {
        "lesson": lesson,
        "columns": [{"name": one.name, "section": sections.get(one.name, "")} for one in exercises],
        "learners": [_row(one, sheet, exercises) for one in learners],
        "exercises": [_stuck(one, sheet, learners) for one in exercises],
        "bets": [
            _bars(one, "bet", one.options, sheet, learners)
            | (_votes(one, vote, learners) if vote and vote.lesson == lesson else {})
            for one in sheet.bets
        ],
        "questions": [
            _bars(one, "question", [option.text for option in one.options], sheet, learners)
            for one in sheet.quiz_questions
        ],
    }


def _row(learner: Learner, sheet: Sheet, exercises) -> dict:
    records = learner.noted.get(sheet.id, {})
    tried = [records.get(f"exercise {one.name}") for one in exercises]
    questions = [records.get(f"question {one.name}") for one in sheet.quiz_questions]
    return {
        "name": learner.name,
        "states": [state(one) for one in tried],
        "tries": [one.tries if one else 0 for one in tried],
        "questions": sum(state(one) == RIGHT for one in questions),
        "trouble": learner.trouble,
    }


def _stuck(exercise, sheet: Sheet, learners: list[Learner]) -> dict:
    """Return how many are right and how many try, and the slips that most of them showed."""
    records = [one.noted.get(sheet.id, {}).get(f"exercise {exercise.name}") for one in learners]
    shown = Counter(key for record in records if record for key in record.answers)
    slips = sorted((slip for slip in exercise.slips if shown[slip.key]), key=lambda slip: -shown[slip.key])[:SHOWN]
    return {
        "name": exercise.name,
        "right": sum(state(one) == RIGHT for one in records),
        "trying": sum(state(one) == TRYING for one in records),
        "slips": [
            {"count": shown[slip.key], "hint": with_minus_signs(slip.hint), "ask": question_back(slip)}
            for slip in slips
        ],
    }


def question_back(slip) -> str:
    """Return what to ask a learner who shows a slip: the question of the idea behind it, or that of its hint."""
    if slip.misconception:
        return BY_ID[slip.misconception].question
    last = with_minus_signs(slip.hint).split(". ")[-1]
    return last if last.endswith("?") else ""


def _bars(thing, kind: str, texts, sheet: Sheet, learners: list[Learner]) -> dict:
    """Return how many learners chose each option last."""
    records = [one.noted.get(sheet.id, {}).get(f"{kind} {thing.name}") for one in learners]
    chosen = Counter(record.last[-1][2] for record in records if record and record.last)
    return {
        "name": thing.name,
        "text": with_minus_signs(thing.text),
        "options": [{"text": with_minus_signs(text), "count": chosen[answer_id(text)]} for text in texts],
    }


def _votes(bet, vote: Vote, learners: list[Learner]) -> dict:
    """Return the vote on a bet, if there is one: its round, whether it is open, and both rounds' counts."""
    if vote.bet != bet.name:
        return {}
    cast: list[Counter] = [Counter(), Counter()]
    for learner in learners:
        record = learner.noted.get(load(vote.lesson).id, {}).get(f"bet {bet.name}")
        last = {verdict: (when, shown) for when, verdict, shown in record.last} if record else {}
        for number, counts in enumerate(cast):
            when, shown = last.get(f"vote {number + 1}", ("", ""))
            if when >= vote.begun:
                counts[shown] += 1
    counts = [[one[answer_id(text)] for one in cast[: vote.round]] for text in bet.options]
    return {"vote": {"round": vote.round, "open": vote.open, "counts": counts}}


def table(learners: list[Learner]) -> list[list]:
    """Return all of it as rows: a learner in each, and a column for each exercise, question and bet."""
    things = [
        (sheet, f"{kind} {one.name}")
        for sheet in map(load, lessons())
        for kind, those in (("exercise", sheet.exercises), ("question", sheet.quiz_questions), ("bet", sheet.bets))
        for one in those
    ]
    rows = [["name", "trouble", *(f"{sheet.lesson} {what}" for sheet, what in things)]]
    for learner in learners:
        records = (learner.noted.get(sheet.id, {}).get(what) for sheet, what in things)
        rows.append([learner.name, learner.trouble, *(_cell(one) for one in records)])
    return rows


def _cell(record) -> str | None:
    """Return what came of the tries of one thing in words: "right at try 3", "4 tries, not right"."""
    if record is None:
        return None
    if record.last and record.last[-1][1] == progress.BET:
        return "bet placed"
    return f"right at try {record.right}" if record.right is not None else f"{record.tries} tries, not right"
