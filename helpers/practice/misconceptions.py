"""The mistaken ideas that learners bring along, as misconceptions.toml has them, and where a learner met them."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from helpers.practice.sheets import lessons, load


@dataclass(frozen=True)
class Misconception:
    """A mistaken idea. misconceptions.toml says what its parts are."""

    id: str
    name: str
    idea: str
    question: str
    lesson: str
    section: str
    recall: tuple[str, str] | None = None

    @property
    def notebook(self) -> str:
        """Where it is settled, as a link from one notebook to another."""
        return f"{self.lesson}-{load(self.lesson).id}.ipynb#{self.section.replace(' ', '-')}"


_TEXT = Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
BY_ID = {id_: Misconception(id_, **parts) for id_, parts in tomllib.loads(_TEXT).items()}


@cache
def misconception_by_answer(lesson: str) -> dict[str, dict[str, str]]:
    """Return which misconception is behind which wrong answer of a lesson: by what was asked, and the answer's key."""
    sheet = load(lesson)
    slips = {f"exercise {one.name}": one.slips for one in sheet.exercises}
    options = {f"question {one.name}": one.options for one in sheet.quiz_questions}
    return {
        name: {one.key: one.misconception for one in answers if one.misconception}
        for name, answers in (slips | options).items()
    }


class Encounter(NamedTuple):
    """Where a misconception was met. resolved: whether the last answer there was right."""

    lesson: str
    what: str
    resolved: bool


def met(noted: dict) -> dict[str, list[Encounter]]:
    """Return where each misconception was met, by its id. noted: as `progress.load_records` gives it."""
    found: dict[str, list[Encounter]] = {}
    for lesson in lessons():
        records = noted.get(load(lesson).id, {})
        for what, answers in misconception_by_answer(lesson).items():
            if record := records.get(what):
                for misconception in dict.fromkeys(answers[key] for key in record.answers if key in answers):
                    found.setdefault(misconception, []).append(Encounter(lesson, what, record.is_right_now))
    return found


def unresolved(noted: dict) -> list[tuple[Misconception, list[Encounter]]]:
    """Return the misconceptions that were met, and where, and that some last answer still shows; the frequent first."""
    still = [(BY_ID[one], places) for one, places in met(noted).items() if not all(place.resolved for place in places)]
    return sorted(still, key=lambda pair: -len(pair[1]))
