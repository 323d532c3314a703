"""What each lesson asks, one file a lesson: bets, exercises and a quiz, as data. No widget and no notebook in it."""

from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from helpers.practice.exercises import Exercise
from helpers.practice.verdicts import Verdict


@dataclass(frozen=True)
class Sheet:
    """What a lesson asks. lesson: its number, such as "03". id: under which progress is noted, whatever its number.

    names: names of the lesson's first code cell that answers use, and what they stand for there.
    """

    lesson: str
    id: str
    bets: tuple = ()
    exercises: tuple = ()
    quiz_questions: tuple = ()
    names: dict = field(default_factory=dict)

    def judge(self, name: str, answer) -> Verdict:
        """Return the verdict on an answer, and note nothing."""
        others = {exercise.name: exercise for exercise in self.exercises if callable(exercise.answer)}
        others.pop(name, None)
        return self.exercise(name).check(answer, self.names, others)

    def exercise(self, name: str) -> Exercise:
        """Return the exercise of this name."""
        return named(self.exercises, name, "exercise")


def named(things, name: str, kind: str):
    """Return the one of a sheet's things that has this name."""
    for thing in things:
        if thing.name == name:
            return thing
    raise ValueError(f"there is no {kind} {name!r} on this sheet; it has {[thing.name for thing in things]}")


def load(lesson: str) -> Sheet:
    """Return the sheet of a lesson: load("03")."""
    there = lessons()
    if lesson not in there:
        raise ValueError(f"lesson must be one of {there}, got {lesson!r}")
    return import_module(f"helpers.practice.sheets.lesson_{lesson}").SHEET


def lessons() -> list[str]:
    """Return the numbers of the lessons that have a sheet, in their order."""
    found = (path.stem.removeprefix("lesson_") for path in Path(__file__).parent.glob("lesson_*.py"))
    return sorted(found, key=int)
