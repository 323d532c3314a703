"""What the learner has done and tried, in one small file beside the notebooks. Nothing leaves the machine.

    {"version": 3, "lessons": {"rolling-down": {"exercise step": {
        "tries": 3, "right": 3, "answers": {"a1b2c3d4": 2}, "last": [["2026-11-29 20:02", "right", ""]]}}}}

tries: how often it was answered. right: at which try it was first right; 0 if that was noted before tries were counted.
answers: how often each known answer was given, by its key. last: the last tries, each with its time, its verdict and
the answer's key. Older tries are in the sums only, so that the file stays small.
"""

import json
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path

from helpers.practice.progress_file import FILE, NewerFile, change, notebook_folder, read, why_not_writable

__all__ = ["FILE", "Record", "clear", "notebook_folder", "merge", "note", "load_records", "why_not_writable"]

VERSION = 3
LAST_TRIES = 3  # of each exercise, question and bet
# The verdicts on a try; a vote on a bet is noted as "vote 1" or "vote 2".
RIGHT, ALMOST, KEEP_WORKING, WRONG, BET = "right", "almost", "keep working", "wrong", "bet"
# Version 1 noted what was right by the numbers that the lessons had then: {"09": ["exercise step"]}.
FORMER_LESSONS = (
    "watch slope power-rule rolling-down learning-rate flat one-neuron identity-network bias digits".split()
)
FORMER_NAMES = {"question 09 backpropagation": "question 10 backpropagation"}


@dataclass
class Record:
    """The tries of one exercise, question or bet: see above. right is None until it was right once."""

    tries: int = 0
    right: int | None = None
    answers: dict[str, int] = field(default_factory=dict)
    last: list[list[str]] = field(default_factory=list)

    @property
    def is_right_now(self) -> bool:
        """Whether the last answer was right."""
        return self.last[-1][1] == RIGHT if self.last else self.right is not None

    def add(self, verdict: str, key: str):
        """Count one more try."""
        self.tries += 1
        if verdict == RIGHT and self.right is None:
            self.right = self.tries
        if key:
            self.answers[key] = self.answers.get(key, 0) + 1
        now = datetime.now().isoformat(" ", "minutes")
        self.last = [*self.last, [now, verdict, key]][-LAST_TRIES:]


def load_records(folder: Path | None = None) -> dict[str, dict[str, Record]]:
    """Return what is noted so far, by lesson and by what was asked. No file: nothing yet.

    Raises ValueError for a damaged file, saying what is wrong with it, and NewerFile for one of a newer course.
    """
    content = read(folder or notebook_folder())
    return {} if content is None else _noted(content)


def _noted(content) -> dict[str, dict[str, Record]]:
    if not isinstance(content, dict):
        raise ValueError(f"{FILE} must hold its version and what was tried in each lesson")
    version = content.get("version", 1)
    if isinstance(version, int) and version > VERSION:
        raise NewerFile(f"{FILE} is of a newer version of the course, {version}")
    if version == 1:
        now = {f"{number:02}": lesson for number, lesson in enumerate(FORMER_LESSONS)}
        return _without_tries({now.get(number, number): content[number] for number in content.keys() - {"version"}})
    if version == 2:
        return _without_tries(content.get("done"))
    if version != VERSION:
        raise ValueError(f"{FILE} has the version {version!r}, and should have {VERSION}")
    lessons = content.get("lessons")
    if not isinstance(lessons, dict) or not all(isinstance(records, dict) for records in lessons.values()):
        raise ValueError(f"{FILE} must hold what was tried in each lesson")
    return {lesson: {name: _record(name, one) for name, one in records.items()} for lesson, records in lessons.items()}


def note(lesson: str, what: str, verdict: str = RIGHT, key: str = "", folder: Path | None = None) -> str:
    """Note one try, and return "" or a sentence that says why it could not be noted.

    lesson: the id of its sheet. what: such as "exercise step". verdict: one of those above. key: of the known answer
    that was given, if it is one. The same right answer once more changes nothing.
    """

    def update(lessons) -> str | None:
        record = lessons.setdefault(lesson, {}).setdefault(what, Record())
        if verdict == RIGHT and record.is_right_now:
            return None
        record.add(verdict, key)
        return _as_text(lessons)

    return change(folder or notebook_folder(), lambda: load_records(folder), update)


def merge(text: str, folder: Path | None = None) -> str:
    """Note what another progress.json holds, too, and return "" or a sentence that says why nothing was taken over.

    Of what was tried in both, the record that was right stays; where that says nothing, the one of more tries.
    """
    try:
        others = _noted(json.loads(text))
    except (ValueError, RecursionError) as error:  # of JSON, too
        return f"Nothing was taken over: {error}."

    def update(lessons) -> str:
        for lesson, records in others.items():
            here = lessons.setdefault(lesson, {})
            for name, record in records.items():
                here[name] = max(here.get(name, Record()), record, key=lambda one: (one.right is not None, one.tries))
        return _as_text(lessons)

    return change(folder or notebook_folder(), lambda: load_records(folder), update)


def clear(folder: Path | None = None) -> str:
    """Forget all that is noted, and return "" or a sentence that says why that could not be done."""
    return change(folder or notebook_folder(), dict, _as_text)


def _as_text(lessons: dict[str, dict[str, Record]]) -> str:
    """Return the file's text, a line for each exercise, question and bet."""
    blocks = [
        f"{json.dumps(lesson)}: {{\n"
        + ",\n".join(f" {json.dumps(name)}: {json.dumps(asdict(record))}" for name, record in records.items())
        + "\n}"
        for lesson, records in lessons.items()
    ]
    return f'{{"version": {VERSION}, "lessons": {{\n' + ",\n".join(blocks) + "\n}}\n"


def _without_tries(lessons) -> dict[str, dict[str, Record]]:
    """Return the records of an older version, which has a list of what was right for each lesson."""
    if not isinstance(lessons, dict) or not all(isinstance(names, list) for names in lessons.values()):
        raise ValueError(f"{FILE} must hold a list of names for each lesson")
    return {
        lesson: {FORMER_NAMES.get(name, name): Record(right=0) for name in map(str, names)}
        for lesson, names in lessons.items()
    }


def _record(name: str, one) -> Record:
    """Return a record as the file has it. Raises ValueError for what is none."""
    try:
        record = Record(**one)
        counts = [record.tries, *record.answers.values(), *([] if record.right is None else [record.right])]
        fine = all(type(count) is int and 0 <= count < 10**9 for count in counts)
        tries = [(when, verdict, key) for when, verdict, key in record.last]
        fine = fine and all(isinstance(part, str) for one in [record.answers, *tries] for part in one)
    except (TypeError, ValueError, AttributeError):
        fine = False
    if not fine:
        raise ValueError(f"{FILE} holds something else than tries under {name[:40]!r}")
    return record
