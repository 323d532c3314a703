"""Write the lower part of book/teachers.md, lesson by lesson, from the lessons and their sheets.

    python tools/teachers.py

`make lessons` calls this. What stands above the mark is written by hand, and stays.
"""

import json
import re
from pathlib import Path

from repository import notebooks

from helpers.practice import sheet
from helpers.practice.sections import headings

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "book" / "teachers.md"
MARK = "<!-- From here on tools/teachers.py writes this page: change a lesson or its sheet, and say make lessons. -->\n"


def plain(text: str) -> str:
    """Return a text for people as Markdown that shows it as it is, in a table, too."""
    return re.sub(r"([\\`*_\[\]<>$|~])", r"\\\1", re.sub(r"[ \n]+", " ", text.strip()))


def table(head: tuple, rows: list) -> str:
    """Return a Markdown table."""
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows)) + "\n"


def asked_back(exercises, where) -> list:
    """Return a row for each wrong answer whose hint ends in a question to the learner."""
    rows = []
    for exercise in sorted(exercises, key=lambda exercise: list(where).index(exercise.name)):
        for slip in exercise.slips:
            if "?" in slip.hint:
                written = exercise.name if callable(slip.answer) else f"{exercise.name} = {slip.answer!r}"
                rows.append((plain(where[exercise.name]), f"`{written}`", plain(slip.hint)))
    return rows


def tempting(questions) -> list:
    """Return a row for each mistaken idea in a quiz: what is asked, what they choose, and what makes it tempting."""
    rows, seen = [], set()
    for question in questions:
        for option in question.options:
            if not option.right and option.misconception not in seen:
                seen.add(option.misconception)
                rows.append((plain(question.text), plain(option.text), plain(option.why)))
    return rows


def lesson(path: Path) -> str:
    """Return what a teacher wants to know about the lesson of this notebook."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    about, practice = notebook["metadata"]["course"], sheet(notebook["metadata"]["course"]["number"])
    where = headings(path)
    bets = [(plain(bet.text), "; ".join(map(plain, bet.options)), plain(bet.because)) for bet in practice.bets]
    goals = "".join(f"- {plain(text)}\n" for text in about["objectives"].values())
    return "\n".join(
        [
            f"### [{about['number']} · {plain(about['title'])}](../notebooks/{path.name})\n",
            f"**{about['minutes']} minutes**, {about['minutes_with_exercises']} with every exercise. "
            f"{plain(about['question'])} After it they can\n\n{goals}",
            "**Hands up, before the lab moves**\n",
            table(("you ask", "they vote", "because"), bets),
            "**They write, you ask back**\n",
            table(
                ("under the heading", "they write", "what it did, and the question"),
                asked_back(practice.exercises, where),
            ),
            "**They choose in the quiz**\n",
            table(("asked", "they choose", "tempting, for"), tempting(practice.quiz_questions)),
        ]
    )


def page() -> str:
    """Return the whole page: what is written by hand, and what the lessons say."""
    by_hand = PAGE.read_text(encoding="utf-8").partition(MARK)[0]
    return by_hand + MARK + "\n" + "\n".join(map(lesson, notebooks()))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
