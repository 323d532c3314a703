"""A learner's result as a short text, to paste into a mail or a form, and the way back.

It says what was right, at which try, and which mistaken ideas came up. Its checksum finds what was lost or changed on
the way; it is no signature, since everybody can read here how it is made.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from zlib import crc32

from helpers.practice.misconceptions import BY_ID, misconception_by_answer
from helpers.practice.sheets import lessons, load

FIRST_LINE = "How a network learns, result 1"
LAST_LINE = "Whoever can read this text can also forge it."
LONGEST_NAME = 60
BLOCK = re.compile(re.escape(FIRST_LINE) + r"(.*?)checked: *([0-9a-f]{8})", re.S)


class DamagedResult(ValueError):
    """The text is no whole result."""


@dataclass(frozen=True)
class Result:
    """exercises: by lesson and name, the try at which it was right, or None if not yet.

    quizzes: by lesson, (right, of so many). misconceptions: how often each came up, by its id.
    """

    name: str
    day: str
    exercises: dict[str, dict[str, int | None]]
    quizzes: dict[str, tuple[int, int]]
    misconceptions: dict[str, int] = field(default_factory=dict)


def result_text(name: str, noted: dict, day: str = "") -> str:
    """Return the text of a learner's result. noted: as `progress.load_records` gives it. day: today's if it is empty.

    Raises ValueError for a name that is empty or too long.
    """
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME or ":" in name:
        raise ValueError(f"Type your name first: {LONGEST_NAME} letters at most, and no colon.")
    lines, came_up = [f"name: {name}", f"date: {day or date.today().isoformat()}"], Counter[str]()
    for lesson in lessons():
        sheet = load(lesson)
        records = noted.get(sheet.id, {})
        if not records:
            continue
        right = {what: record.right for what, record in records.items() if record.right is not None}
        tried = [f"{one.name} {right.get(f'exercise {one.name}', '-')}" for one in sheet.exercises]
        correct = sum(f"question {one.name}" in right for one in sheet.quiz_questions)
        lines.append(f"{lesson}: {', '.join(tried)}; quiz {correct} of {len(sheet.quiz_questions)}")
        for what, answers in misconception_by_answer(lesson).items():
            for key, count in records[what].answers.items() if what in records else ():
                came_up[answers.get(key, "")] += count
    ideas = [f"{one} {came_up[one]}" for one in BY_ID if came_up[one]]
    lines.append(f"ideas: {', '.join(ideas) or 'none'}")
    body = "\n".join(lines)
    return f"{FIRST_LINE}\n{body}\nchecked: {_checksum(body)}\n{LAST_LINE}\n"


def read_results(text: str) -> list[Result]:
    """Return the results in a text, whatever a mail has put around them and however it has broken their lines.

    Raises DamagedResult if there is none, or if one has been changed.
    """
    blocks = BLOCK.findall(text)
    if len(blocks) < text.count(FIRST_LINE) or not blocks:
        raise DamagedResult("there is no whole result in it" if not blocks else "one of its results is not whole")
    return [_result(*block) for block in blocks]


def _result(body: str, checksum: str) -> Result:
    body = re.sub(r"^[>\s]+", "", body, flags=re.M)  # marks of a reply
    if _checksum(body) != checksum:
        raise DamagedResult("it was changed on the way: its checksum does not fit")
    parts = re.split(r"(?:^|\s)(name|date|ideas|\d\d):", body)
    found = {key: " ".join(value.split()) for key, value in zip(parts[1::2], parts[2::2])}
    exercises: dict[str, dict[str, int | None]] = {}
    quizzes: dict[str, tuple[int, int]] = {}
    try:
        for lesson in filter(str.isdigit, found):
            tried, _, quiz = found[lesson].rpartition("; quiz ")
            pairs = (one.rsplit(" ", 1) for one in tried.split(", ") if one)
            exercises[lesson] = {name: None if right == "-" else int(right) for name, right in pairs}
            right, _, all_of_them = quiz.partition(" of ")
            quizzes[lesson] = int(right), int(all_of_them)
        ideas = (one.split() for one in found["ideas"].split(", ") if one != "none")
        return Result(found["name"], found["date"], exercises, quizzes, {one: int(count) for one, count in ideas})
    except (KeyError, ValueError) as error:
        raise DamagedResult(f"its form is another one: {error}") from None


def _checksum(body: str) -> str:
    """Return a checksum of all that is written, whatever spaces and line breaks stand in between."""
    written = re.sub(r"[>\s]+", "", body)
    return f"{crc32(written.encode()):08x}"
