"""What each lesson introduces, its words and its Python, and what stands in a lesson before its time.

Two lists in a lesson's front matter say it, and the book makes its pages Words and Python of them:

    words:
      Turn two knobs:                  # the section that explains them
        weight: a number by which a neuron multiplies what comes in
    python:
      zip: zip(starts, ends)           # an example: the sentence that has it in backticks explains it
"""

import ast
import builtins
import json
import re
from pathlib import Path
from typing import NamedTuple

import lesson_text
import numpy as np
import yaml

LESSONS = Path(__file__).parents[1] / "lessons"
CELL = re.compile(r"^```(?:\{code-cell\} ipython3|python)\n((?::[^\n]*\n)*)(.*?)^```$", re.S | re.M)
CONSTRUCTS = {
    **{ast.Import: "import", ast.ImportFrom: "import", ast.FunctionDef: "def", ast.Lambda: "lambda"},
    **{ast.ClassDef: "class", ast.For: "for", ast.While: "while", ast.If: "if", ast.IfExp: "a if b else c"},
    **{ast.comprehension: "[a for a in b]", ast.List: "[a, b]", ast.Dict: "{a: b}", ast.JoinedStr: 'f"{a}"'},
    **{ast.Starred: "*a", ast.keyword: "f(a=b)", ast.AugAssign: "+=", ast.Pow: "**", ast.FloorDiv: "//"},
    **{ast.Mod: "%", ast.MatMult: "@", ast.BitAnd: "&", ast.BoolOp: "and", ast.Eq: "==", ast.With: "with"},
}
INDEX = {ast.Slice: "a[b:c]", ast.Tuple: "a[b, c]", ast.UnaryOp: "a[-b]"}
KINDS = (np.ndarray, np.random.Generator, str, list, dict)  # whose methods somebody must have told


class Entry(NamedTuple):
    """What a lesson introduces: a word and what it means, or a construct, its example and the sentence around that."""

    lesson: str
    line: int
    section: str
    name: str
    text: str
    example: str = ""


def is_built_in(name: str) -> bool:
    """Return whether a name is one of Python's own; a notebook's display is none, though IPython puts it there."""
    found = vars(builtins).get(name)
    return found is not None and not (getattr(found, "__module__", "") or "").startswith("IPython")


def constructs(node):
    """Yield what of Python a reader must know to understand a node of a syntax tree."""
    if type(node) in CONSTRUCTS:
        yield CONSTRUCTS[type(node)]
    if isinstance(node, ast.Subscript):
        column = any(isinstance(part, ast.Slice) for part in ast.iter_child_nodes(node.slice))
        yield "a[:, b]" if column else INDEX.get(type(node.slice), "a[b]")
    elif isinstance(node, ast.Tuple) and isinstance(node.ctx, ast.Store):
        yield "a, b = c"
    elif isinstance(node, ast.arguments) and node.defaults:
        yield "def f(a=b)"
    elif isinstance(node, ast.FormattedValue) and node.format_spec:
        yield from (f"{{a:{sign}}}" for sign in re.findall("[+,efg]", ast.unparse(node.format_spec)[2:]) or "8")
    elif isinstance(node, ast.Name) and is_built_in(node.id) and isinstance(node.ctx, ast.Load):
        yield node.id
    elif re.fullmatch(r"np(\.\w+)+", written := ast.unparse(node)):
        yield from {written} - {"np.random", "np.linalg"}
    elif isinstance(node, ast.Attribute) and any(hasattr(kind, node.attr) for kind in KINDS):
        yield f".{node.attr}"


def used(node, line: int):
    """Yield (line, construct) for the parts of a syntax tree."""
    for child in ast.iter_child_nodes(node):
        here = getattr(child, "lineno", line)
        yield from ((here, name) for name in constructs(child))
        yield from used(child, here)


def prose(text: str) -> list:
    """Return (number, section, line) for the prose of a lesson; the lines before the first section belong to ""."""
    text = lesson_text.masked(lesson_text.masked(text, lesson_text.FRONT_MATTER), lesson_text.CODE)
    section, found = "", []
    for number, line in enumerate(lesson_text.EXPRESSION.sub(r"\g<written>", text).split("\n"), 1):
        section = line[3:] if line.startswith("## ") else section
        found.append((number, section, line))
    return found


def term(word: str) -> re.Pattern:
    """Return what finds a word in a text, also with the ending of a plural or a verb: converge, converging."""
    flags = "" if word.isupper() else "(?i)"
    return re.compile(rf"{flags}(?<![\w-]){re.escape(word.removesuffix('e'))}e?(?:s|es|d|ed|ing)?(?!\w)")


def marked(word: str) -> re.Pattern:
    """Return what finds a word in bold letters."""
    # A word before the two stars: they end bold letters there, and begin none.
    return re.compile(term(word).pattern.replace("(?<", r"(?<!\w)\*\*[^*\n]*(?<", 1) + r"[^*\n]*\*\*")


def read(name: str, text: str) -> list:
    """Return the entries of a lesson. Raises ValueError where its lists name what the lesson does not have."""
    about, shown, entries = yaml.safe_load(lesson_text.FRONT_MATTER.match(text)[1]), prose(text), []
    for section, words in about.get("words", {}).items():
        lines = [(number, line) for number, head, line in shown if head == section]
        for word, meaning in words.items():
            if not any(marked(word).search(line) for _, line in lines):
                raise ValueError(f"lessons/{name}.md, words: no **{word}** stands in a section {section!r}")
            entries.append(Entry(name, lines[0][0], section, word, meaning))
    for construct, example in about.get("python", {}).items():
        number, section, line = next((one for one in shown if f"`{example}`" in one[2]), (0, "", ""))
        if not number:
            raise ValueError(f"lessons/{name}.md, python: no sentence has `{example}`, the example of {construct}")
        sentences = re.split(r"(?<=[.?]) (?=[A-Z`])", line.removeprefix("- "))
        sentence = next(part for part in sentences if f"`{example}`" in part)
        entries.append(Entry(name, number, section, construct, sentence, example))
    return entries


def course() -> dict:
    """Return the text of each lesson by its name."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(LESSONS.glob("[0-9]*.md"))}


def used_too_early(texts: dict) -> list:
    """Return what stands in these lessons before its time, one sentence each, with file, line and remedy."""
    entries = [entry for name, text in texts.items() for entry in read(name, text)]
    words = [(term(entry.name), entry) for entry in entries if not entry.example]
    python = {entry.name: entry for entry in reversed(entries) if entry.example}
    found = []
    for name, text in texts.items():
        for number, section, line in prose(text):
            for pattern, one in words:  # what a lesson says first of itself may name what it is about
                early = (name, number) < (one.lesson, one.line) and (section or name != one.lesson)
                if early and pattern.search(re.sub("`.*?`", "", line)):
                    found.append(
                        f"lessons/{name}.md, line {number}: {one.name!r} stands here, and lesson {one.lesson[:2]} "
                        f"explains it, in {one.section!r}. Say it in other words, or explain it here, in bold letters, "
                        "and move it to words: of this front matter"
                    )
        for cell in CELL.finditer(text):
            before = lesson_text.line_of(text, cell.start(2)) - 1
            for line, construct in sorted(set(used(ast.parse(cell[2]), 1))):
                there = python.get(construct)
                if not there or (name, before + line) < there[:2]:
                    by = f"lesson {there.lesson[:2]}" if there else "no lesson"
                    found.append(
                        f"lessons/{name}.md, line {before + line}: {construct} stands in the code, and {by} explains "
                        "it. Write plainer code; or a sentence before it, with an example in backticks, and that "
                        f"example into python: of the front matter, as {construct!r}"
                    )
    return found


def listed(kind: str) -> list:
    """Return (id, entry) for the book's page "words" or "python": words by the alphabet, Python as the course goes."""
    entries = [entry for name, text in course().items() for entry in read(name, text)]
    chosen = [entry for entry in entries if bool(entry.example) == (kind == "python")]
    chosen = chosen if kind == "python" else sorted(chosen, key=lambda entry: entry.name.lower())
    return [(f"{kind}-{number}", entry) for number, entry in enumerate(chosen, 1)]


def page(kind: str) -> str:
    """Return the table of a page of the book."""
    rows = ["", "| to read | means | explained in |", "| --- | --- | --- |"]
    for anchor, entry in listed(kind):
        shown = f"`{entry.example}`" if entry.example else f"**{entry.name}**"
        place = re.sub(r"[^\w\- ]", "", entry.section.lower()).replace(" ", "-")
        link = f"[lesson {entry.lesson[:2]}](../notebooks/{entry.lesson}.ipynb#{place})"
        cells = (f'<span id="{anchor}"></span>{shown}', lesson_text.typeset(entry.text), link)
        rows.append(f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |")
    return "\n".join(rows) + "\n"


def linked(name: str, notebook: str) -> str:
    """Return a notebook for the book: what it explains leads, there, to the page that lists it."""
    for kind in ("words", "python"):
        for anchor, entry in listed(kind):
            if entry.lesson == name:
                example = re.compile(re.escape(json.dumps(f"`{entry.example}`", ensure_ascii=False)[1:-1]))
                start = notebook.index(f"## {lesson_text.typeset(entry.section)}") if entry.section else 0
                found = (example if entry.example else marked(entry.name)).search(notebook, start)
                link = f"<a href='../book/{kind}.html#{anchor}'>{found[0]}</a>"
                notebook = notebook[: found.start()] + link + notebook[found.end() :]
    return notebook
