"""The practice of one lesson: its bets, exercises and quiz, by name."""

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from helpers.practice import progress, questions
from helpers.practice.exercises import Exercise
from helpers.practice.verdicts import RIGHT, Verdict


@dataclass(frozen=True)
class Sheet:
    """What a lesson asks. lesson: its number, such as "03"."""

    lesson: str
    bets: tuple = ()
    exercises: tuple = ()
    quiz_questions: tuple = ()

    def check(self, name: str, answer) -> Verdict:
        """Return the verdict on an answer, and note a right one in the learner's progress."""
        verdict = self.exercise(name).check(answer)
        if verdict.kind != RIGHT:
            return verdict
        return verdict.with_note(progress.note(self.lesson, f"exercise {name}"))

    def piece(self, name: str, answer):
        """Return the learner's function if it is right, else ours, and say which it is."""
        exercise = self.exercise(name)
        right = exercise.check(answer).kind == RIGHT
        print(f"{name}: {'yours' if right else 'ours, until yours is right'}")
        return answer if right else exercise.answer

    def exercise(self, name: str) -> Exercise:
        """Return the exercise of this name."""
        return _named(self.exercises, name, "exercise")

    def bet(self, *names: str, on) -> questions.Questions:
        """Return bets on what the lab `on` will do. The lab can be moved at once, bet or no bet."""
        return questions.bets([_named(self.bets, name, "bet") for name in names], on)

    def quiz(self) -> questions.Questions:
        """Return the lesson's quiz."""

        def chosen(question, option):
            return progress.note(self.lesson, f"question {question.name}") if option.right else ""

        return questions.quiz(self.quiz_questions, chosen)


def sheet(lesson: str) -> Sheet:
    """Return the sheet of a lesson: sheet("03")."""
    there = lessons()
    if lesson not in there:
        raise ValueError(f"lesson must be one of {there}, got {lesson!r}")
    return import_module(f"helpers.practice.sheets.lesson_{lesson}").SHEET


def lessons() -> list[str]:
    """Return the numbers of the lessons that have a sheet."""
    folder = Path(__file__).parent / "sheets"
    return sorted(path.stem.removeprefix("lesson_") for path in folder.glob("lesson_*.py"))


def _named(things, name, kind):
    for thing in things:
        if thing.name == name:
            return thing
    raise ValueError(f"there is no {kind} {name!r} on this sheet; it has {[thing.name for thing in things]}")
