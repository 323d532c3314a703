"""A page of what the learner has passed, objective by objective: shown in the notebook, and saved to print."""

import json
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, tostring

import traitlets

from helpers.labs.widget import FallbackWidget, script, text_of
from helpers.practice import progress
from helpers.practice.sheets import lessons, load

FILE = "progress.html"
SIGNS = {"passed": "✓", "begun": "◐", "not yet": "○"}


@dataclass(frozen=True)
class Row:
    """An objective, and how many of the exercises and questions that ask for it are right."""

    objective: str
    text: str
    exercises: tuple  # (right, of so many)
    questions: tuple

    @property
    def state(self) -> str:
        """Whether all that asks for it is right ("passed"), some of it ("begun"), or nothing ("not yet")."""
        right, all_of_them = (sum(pair) for pair in zip(self.exercises, self.questions))
        return "passed" if right == all_of_them else "begun" if right else "not yet"


def rows(noted: dict, texts: dict) -> list[Row]:
    """Return a row for each objective. noted: as `progress.done` gives it. texts: what objectives say, by number.

    Lesson 11 asks about all lessons; an answer there counts for the objective that it asks about.
    """
    tally: dict = {}
    for lesson in lessons():
        practice = load(lesson)
        right = noted.get(practice.id, [])
        for kind, things in (("exercise", practice.exercises), ("question", practice.quiz_questions)):
            for thing in things:
                counts = tally.setdefault(thing.objective, {"exercise": [0, 0], "question": [0, 0]})[kind]
                counts[0] += f"{kind} {thing.name}" in right
                counts[1] += 1
    return [
        Row(objective, texts.get(objective, ""), tuple(counts["exercise"]), tuple(counts["question"]))
        for objective, counts in sorted(tally.items(), key=lambda row: _number(row[0]))
    ]


def titles_and_objectives(folder: Path) -> tuple[dict, dict]:
    """Return the lessons' titles and the objectives' texts by number, as the notebooks have them."""
    titles: dict = {}
    texts: dict = {}
    for lesson in lessons():  # by their names: a notebook of an older course may stand beside them with the same number
        try:
            notebook = (folder / f"{lesson}-{load(lesson).id}.ipynb").read_text(encoding="utf-8")
            about = json.loads(notebook)["metadata"]["course"]
            titles[about["number"]] = about["title"]
            texts |= about["objectives"]
        except (ValueError, LookupError, TypeError, OSError):
            continue  # it was taken away, or damaged
    return titles, texts


def table(rows, titles: dict) -> Element:
    """Return the rows as a table with a heading for each lesson."""
    table = Element("table")
    head, body, lesson = SubElement(SubElement(table, "thead"), "tr"), SubElement(table, "tbody"), None
    for name in ("Objective", "Exercises", "Questions", "Passed"):
        SubElement(head, "th", scope="col").text = name
    for row in rows:
        if lesson != _number(row.objective)[0]:
            lesson = _number(row.objective)[0]
            number = f"{lesson:02}"
            title = f"{number} · {titles[number]}" if number in titles else f"Lesson {number}"
            SubElement(SubElement(body, "tr"), "th", scope="colgroup", colspan="4").text = title
        line = SubElement(body, "tr")
        state = f"{SIGNS[row.state]} {row.state}"
        for text in (f"{row.objective} {row.text}", _of(row.exercises), _of(row.questions), state):
            SubElement(line, "td").text = text
    return table


def _number(objective: str) -> tuple:
    """Return an objective's number as numbers: (10, 1) for "10.1", the first of lesson 10."""
    return tuple(map(int, objective.split(".")))


def html(element: Element) -> str:
    """Return an element as HTML, its texts escaped."""
    return tostring(element, encoding="unicode", method="html")


def tree(element: Element) -> list:
    """Return an element as the browser builds it, text as text: [name, attributes, text, *children]."""
    return [element.tag, element.attrib, element.text or "", *map(tree, element)]


def _of(pair) -> str:
    return f"{pair[0]} of {pair[1]}" if pair[1] else "-"


class ProgressPage(FallbackWidget):
    """The learner's page. page: its parts, as `tree` gives them. note: what became of saving it."""

    _esm = script("practice/page.js")
    _css = text_of("labs/lab.css") + text_of("practice/page.css")
    page: traitlets.List = traitlets.List().tag(sync=True)
    note = traitlets.Unicode().tag(sync=True)

    def __init__(self, folder: Path | None = None):
        self._folder = folder or progress.home()
        titles, texts = titles_and_objectives(self._folder)
        try:
            found = rows(progress.done(self._folder), texts)
            passed = sum(row.state == "passed" for row in found)
            said, parts = f"You have passed {passed} of {len(found)} objectives.", [table(found, titles)]
        except (ValueError, OSError) as damage:
            said, parts = f"Your progress cannot be read: {damage}.", []
        self._main = Element("div")
        SubElement(self._main, "p").text = said
        self._main.extend(parts)
        super().__init__(page=tree(self._main))
        self.on_msg(lambda *_: self.save())

    def save(self) -> Path:
        """Write the page as progress.html beside the notebook, and say so. Nothing else ever writes it."""
        path = self._folder / FILE
        try:
            document = _DOCUMENT.format(style=text_of("practice/page.css"), page=html(self._main))
            path.write_text(document, encoding="utf-8")
            self.note = f"Saved as {FILE}, beside this notebook. Open it in a browser to print it."
        except OSError as error:
            self.note = f"{FILE} could not be saved: {error.strerror or error}."
        return path

    def as_text(self) -> str:
        first, *_, last = lessons()
        which = f"all objectives of lessons {first} to {last}"
        return f"A page of {which}, with those you have passed. Run this cell to see yours."

    def as_html(self) -> str:
        return f"<p><em>{self.as_text()}</em></p>"


_DOCUMENT = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>How a network learns: my progress</title><style>{style}</style></head>
<body class="progress-page"><main><h1>How a network learns: my progress</h1>{page}</main></body>
</html>
"""


def progress_page() -> ProgressPage:
    """Return the page of what is passed so far, with a button that saves it."""
    return ProgressPage()
