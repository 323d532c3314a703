"""The lessons as the tests read them: cells, tags, metadata, and code that can be run."""

import re
from functools import cache
from pathlib import Path

import build_lessons
import nbformat

ROOT = Path(__file__).parents[2]
LESSONS = sorted((ROOT / "lessons").glob("[0-9]*.md"))
NAMES = [path.stem for path in LESSONS]
SOLUTION = re.compile(r"<summary>Solution.*?```python\n(.*?)```", re.S)


@cache
def lesson(name: str):
    """Return a lesson as a notebook without outputs, its text as it is printed."""
    return build_lessons.without_expressions(text(name))


def text(name: str) -> str:
    """Return a lesson's text as its author writes it."""
    return (ROOT / "lessons" / f"{name}.md").read_text(encoding="utf-8")


@cache
def notebook(name: str):
    """Return the stored notebook, with its outputs."""
    return nbformat.read(ROOT / "notebooks" / f"{name}.ipynb", as_version=4)


def tags(cell) -> list:
    return cell.metadata.get("tags", [])


def sections(name: str) -> list:
    """Return the cells of each part of a lesson, from one heading of the second level to the next."""
    parts = [[]]
    for cell in lesson(name).cells:
        if cell.cell_type == "markdown" and re.search("^## ", cell.source, re.M):
            parts.append([])
        parts[-1].append(cell)
    return parts


def code(cells) -> list:
    """Return the sources of the code cells among these."""
    return [cell.source for cell in cells if cell.cell_type == "code"]


def prose(name: str) -> list:
    """Return the sources of a lesson's cells that are text."""
    return [cell.source for cell in lesson(name).cells if cell.cell_type == "markdown"]


def solutions(name: str) -> list:
    """Return the folded solutions of a lesson, as source texts."""
    return SOLUTION.findall("\n".join(prose(name)))


def setup(name: str) -> dict:
    """Return the names that the first code cell of a lesson makes."""
    names = {"__name__": "__main__", "display": lambda *_: None}
    exec(code(lesson(name).cells)[0], names)
    return names


def number(name: str) -> str:
    """Return a lesson's number, such as "03"."""
    return name.partition("-")[0]
