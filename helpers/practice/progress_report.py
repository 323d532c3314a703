"""A report of what the learner has passed, objective by objective: shown in the notebook, and saved to print."""

import json
from dataclasses import dataclass
from html import escape
from pathlib import Path

from helpers.labs.panel import Panel
from helpers.practice import progress
from helpers.practice.misconceptions import BY_ID, met
from helpers.practice.result import result_text
from helpers.practice.sheets import lessons, load

FILE = "progress.html"
SYMBOLS = {"passed": "✓", "begun": "◐", "not yet": "○"}
HEADS = ("Objective", "Right at once", "After some tries", "Not yet", "Passed")


@dataclass(frozen=True)
class Row:
    """An objective, and what came of the exercises and questions that ask for it.

    at_once, later: how many were right at the first try, or after some.
    """

    objective: str
    text: str
    asked: int
    at_once: int
    later: int

    @property
    def never(self) -> int:
        """How many were not right yet, tried or not."""
        return self.asked - self.at_once - self.later

    @property
    def state(self) -> str:
        """Whether all that asks for it is right ("passed"), some of it ("begun"), or nothing ("not yet")."""
        return "passed" if not self.never else "begun" if self.never < self.asked else "not yet"


def rows(noted: dict, texts: dict) -> list[Row]:
    """Return a row for each objective. noted: of `progress.load_records`. texts: what objectives say, by number.

    Lesson 11 asks about all lessons; an answer there counts for the objective that it asks about.
    """
    found: dict[str, list] = {}
    for practice in map(load, lessons()):
        records = noted.get(practice.id, {})
        for kind, things in (("exercise", practice.exercises), ("question", practice.quiz_questions)):
            for thing in things:
                record = records.get(f"{kind} {thing.name}")
                found.setdefault(thing.objective, []).append(record.right if record else None)
    return [
        Row(
            objective,
            texts.get(objective, ""),
            asked=len(right),
            at_once=right.count(1),
            later=len(right) - right.count(1) - right.count(None),
        )
        for objective, right in sorted(found.items(), key=lambda row: _number(row[0]))
    ]


def titles_and_objectives(folder: Path) -> tuple[dict, dict]:
    """Return the lessons' titles and the objectives' texts by number, as the notebooks have them."""
    titles: dict = {}
    texts: dict = {}
    for lesson in lessons():  # by their names: a copy that the learner made may stand beside them
        try:
            notebook = (folder / f"{lesson}-{load(lesson).id}.ipynb").read_text(encoding="utf-8")
            about = json.loads(notebook)["metadata"]["course"]
            titles[about["number"]] = about["title"]
            texts |= about["objectives"]
        except (ValueError, LookupError, TypeError, OSError):
            continue  # it was taken away, or damaged
    return titles, texts


def objectives_table(rows, titles: dict) -> str:
    """Return the rows as a table in HTML, with a heading for each lesson."""
    lines, lesson = [], None
    for row in rows:
        if lesson != _number(row.objective)[0]:
            lesson = _number(row.objective)[0]
            number = f"{lesson:02}"
            title = f"{number} · {titles[number]}" if number in titles else f"Lesson {number}"
            lines.append(f'<tr><th scope="colgroup" colspan="{len(HEADS)}">{escape(title)}</th></tr>')
        state = f"{SYMBOLS[row.state]} {row.state}"
        lines.append(_line(f"{row.objective} {row.text}", row.at_once, row.later, row.never, state))
    return _table(HEADS, lines)


def misconceptions_table(noted: dict) -> str:
    """Return a heading and a table of the mistaken ideas that were met: nothing, if none was."""
    lines, places = [], met(noted)
    for one in sorted(places, key=lambda one: int(one[1:])):
        idea = BY_ID[one]
        state = "✓ settled" if all(place.resolved for place in places[one]) else "○ open"
        where = ", ".join(dict.fromkeys(place.lesson for place in places[one]))
        lines.append(_line(idea.name, idea.idea, where, f"{idea.lesson}, {idea.section}", state))
    heads = ("What it is about", "The idea", "Met in lessons", "Settled under", "Now")
    return f"<h2>Mistaken ideas that you met</h2>{_table(heads, lines)}" if lines else ""


def _table(heads, lines) -> str:
    head = "".join(f'<th scope="col">{head}</th>' for head in heads)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(lines)}</tbody></table>"


def _line(*texts) -> str:
    return f"<tr>{''.join(f'<td>{escape(str(text))}</td>' for text in texts)}</tr>"


def _number(objective: str) -> tuple:
    """Return an objective's number as numbers: (10, 1) for "10.1", the first of lesson 10."""
    return tuple(map(int, objective.split(".")))


class ProgressReport(Panel):
    """The learner's report. report: its HTML. note: what became of the button that was pressed.

    result: the text that "Copy my result" copies.
    """

    scripts = ("practice/progress_report.js",)
    styles = ("labs/lab.css", "practice/progress_report.css")
    synced = ("report", "note", "result")
    place = ", beside this notebook"  # where the saved file is, in words

    def __init__(self, folder: Path | None = None):
        super().__init__()
        self._folder = folder or progress.notebook_folder()
        self.note = self.result = ""
        self.report = self._read()

    def receive(self, message: dict):
        if "forget" in message:
            self.forget()
        elif "name" in message:
            self.make_result(message["name"])
        else:
            self.save()

    def _read(self) -> str:
        """Return the report of what is noted now."""
        titles, texts = titles_and_objectives(self._folder)
        try:
            noted = progress.load_records(self._folder)
        except (ValueError, OSError) as damage:
            return f"<p>Your progress cannot be read: {escape(str(damage))}.</p>"
        found = rows(noted, texts)
        passed = sum(row.state == "passed" for row in found)
        said = f"<p>You have passed {passed} of {len(found)} objectives.</p>"
        return said + objectives_table(found, titles) + misconceptions_table(noted)

    def forget(self):
        """Forget all that is noted, and say so."""
        failed = progress.clear(self._folder)
        self.show(report=self._read(), note=failed or f"All of it is forgotten: {progress.FILE} is empty.")

    def make_result(self, name: str):
        """Make the text of the result, for the learner to send."""
        self.show(result="", note="")  # so that the same text once more is a change, which the browser sees
        try:
            self.show(result=result_text(name, progress.load_records(self._folder)))
        except (ValueError, OSError) as problem:
            self.show(note=str(problem))

    def save(self) -> Path:
        """Write the report as progress.html beside the notebook, and say so. Nothing else ever writes it."""
        path = self._folder / FILE
        style = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
        try:
            path.write_text(DOCUMENT.format(style=style, report=self.report), encoding="utf-8")
            self.show(note=f"Saved as {FILE}{self.place}. Open it in a browser to print it.")
        except OSError as error:
            self.show(note=f"{FILE} could not be saved: {error.strerror or error}.")
        return path

    def as_text(self) -> str:
        return "A page of all objectives of the course, with those you have passed. Run this cell to see yours."

    def as_html(self) -> str:
        return f"<p><em>{self.as_text()}</em></p>"


DOCUMENT = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>How a network learns: my progress</title><style>{style}</style></head>
<body class="progress-page"><main><h1>How a network learns: my progress</h1><div>{report}</div></main></body>
</html>
"""


def progress_page() -> ProgressReport:
    """Return the report of what is passed so far, with a button that saves it."""
    return ProgressReport()
