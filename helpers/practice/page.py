"""A page of what the learner has passed, objective by objective: shown in the notebook, and saved to print."""

import json
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, tostring

from helpers.labs.panel import Panel
from helpers.practice import progress
from helpers.practice.misconceptions import BY_ID, met
from helpers.practice.result import result_text
from helpers.practice.sheets import lessons, load

FILE = "progress.html"
SIGNS = {"passed": "✓", "begun": "◐", "not yet": "○"}


@dataclass(frozen=True)
class Row:
    """An objective, and what came of the exercises and questions that ask for it.

    at_once, later: how many were right at the first try, or after some; earlier: noted before tries were counted.
    """

    objective: str
    text: str
    asked: int
    at_once: int = 0
    later: int = 0
    earlier: int = 0

    @property
    def never(self) -> int:
        """How many were not right yet, tried or not."""
        return self.asked - self.at_once - self.later - self.earlier

    @property
    def state(self) -> str:
        """Whether all that asks for it is right ("passed"), some of it ("begun"), or nothing ("not yet")."""
        return "passed" if not self.never else "begun" if self.never < self.asked else "not yet"


def rows(noted: dict, texts: dict) -> list[Row]:
    """Return a row for each objective. noted: as `progress.noted` gives it. texts: what objectives say, by number.

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
            len(right),
            right.count(1),
            sum(tries is not None and tries > 1 for tries in right),
            right.count(0),
        )
        for objective, right in sorted(found.items(), key=lambda row: _number(row[0]))
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
    heads = ["Objective", "Right at once", "After some tries", "Not yet", "Passed"]
    if any(row.earlier for row in rows):  # by a learner who began with an older version of the course
        heads.insert(3, "Right, tries not counted")
    table, body = _table(*heads)
    lesson = None
    for row in rows:
        if lesson != _number(row.objective)[0]:
            lesson = _number(row.objective)[0]
            number = f"{lesson:02}"
            title = f"{number} · {titles[number]}" if number in titles else f"Lesson {number}"
            SubElement(SubElement(body, "tr"), "th", scope="colgroup", colspan=str(len(heads))).text = title
        counts = [row.at_once, row.later, *[row.earlier] * (len(heads) > 5), row.never]
        _line(body, f"{row.objective} {row.text}", *map(str, counts), f"{SIGNS[row.state]} {row.state}")
    return table


def misconceptions_table(noted: dict) -> list[Element]:
    """Return a heading and a table of the mistaken ideas that were met: nothing, if none was."""
    places = met(noted)
    if not places:
        return []
    heading = Element("h2")
    heading.text = "Mistaken ideas that you met"
    table, body = _table("What it is about", "The idea", "Met in lessons", "Settled under", "Now")
    for one in sorted(places, key=lambda one: int(one[1:])):
        idea = BY_ID[one]
        state = "✓ settled" if all(place.over for place in places[one]) else "○ open"
        where = ", ".join(dict.fromkeys(place.lesson for place in places[one]))
        _line(body, idea.name, idea.idea, where, f"{idea.lesson}, {idea.section}", state)
    return [heading, table]


def _table(*heads: str) -> tuple[Element, Element]:
    """Return a table with these column heads, and its empty body."""
    table = Element("table")
    row = SubElement(SubElement(table, "thead"), "tr")
    for head in heads:
        SubElement(row, "th", scope="col").text = head
    return table, SubElement(table, "tbody")


def _line(body: Element, *texts: str):
    row = SubElement(body, "tr")
    for text in texts:
        SubElement(row, "td").text = text


def _number(objective: str) -> tuple:
    """Return an objective's number as numbers: (10, 1) for "10.1", the first of lesson 10."""
    return tuple(map(int, objective.split(".")))


def html(element: Element) -> str:
    """Return an element as HTML, its texts escaped."""
    return tostring(element, encoding="unicode", method="html")


def tree(element: Element) -> list:
    """Return an element as the browser builds it, text as text: [name, attributes, text, *children]."""
    return [element.tag, element.attrib, element.text or "", *map(tree, element)]


class ProgressPage(Panel):
    """The learner's page. page: its parts, as `tree` gives them. note: what became of the button that was pressed.

    result: the text that "Copy my result" copies.
    """

    scripts = ("practice/page.js",)
    styles = ("labs/lab.css", "practice/page.css")
    sent = ("page", "note", "result")
    place = ", beside this notebook"  # where the saved file is, in words

    def __init__(self, folder: Path | None = None):
        super().__init__()
        self._folder = folder or progress.home()
        self.note = self.result = ""
        self.show(page=self._read())

    def receive(self, message: dict):
        if "forget" in message:
            self.forget()
        elif "name" in message:
            self.make_result(message["name"])
        else:
            self.save()

    def _read(self) -> list:
        """Return the page of what is noted now."""
        titles, texts = titles_and_objectives(self._folder)
        try:
            noted = progress.noted(self._folder)
            found = rows(noted, texts)
            passed = sum(row.state == "passed" for row in found)
            said = f"You have passed {passed} of {len(found)} objectives."
            parts = [table(found, titles), *misconceptions_table(noted)]
        except (ValueError, OSError) as damage:
            said, parts = f"Your progress cannot be read: {damage}.", []
        self._main = Element("div")
        SubElement(self._main, "p").text = said
        self._main.extend(parts)
        return tree(self._main)

    def forget(self):
        """Forget all that is noted, and say so."""
        failed = progress.forget(self._folder)
        self.show(page=self._read(), note=failed or f"All of it is forgotten: {progress.FILE} is empty.")

    def make_result(self, name: str):
        """Make the text of the result, for the learner to send."""
        self.show(result="", note="")  # so that the same text once more is a change, which the browser sees
        try:
            self.show(result=result_text(name, progress.noted(self._folder)))
        except (ValueError, OSError) as problem:
            self.show(note=str(problem))

    def save(self) -> Path:
        """Write the page as progress.html beside the notebook, and say so. Nothing else ever writes it."""
        path = self._folder / FILE
        try:
            style = Path(__file__).with_name("page.css").read_text(encoding="utf-8")
            document = _DOCUMENT.format(style=style, page=html(self._main))
            path.write_text(document, encoding="utf-8")
            self.show(note=f"Saved as {FILE}{self.place}. Open it in a browser to print it.")
        except OSError as error:
            self.show(note=f"{FILE} could not be saved: {error.strerror or error}.")
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
