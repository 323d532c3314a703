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
from functools import cache
from html import escape
from pathlib import Path
from typing import NamedTuple

import lesson_text
import numpy as np
import yaml

ROOT = Path(__file__).parents[1]
CELL = re.compile(r"^```(?:\{code-cell\} ipython3|python)\n((?::[^\n]*\n)*)(.*?)^```$", re.S | re.M)
HEADING = re.compile(r"^## (.+)", re.M)
SIGNS = {
    **{ast.Import: "import", ast.ImportFrom: "import", ast.FunctionDef: "def", ast.Lambda: "lambda"},
    **{ast.ClassDef: "class", ast.For: "for", ast.While: "while", ast.If: "if", ast.IfExp: "a if b else c"},
    **{ast.comprehension: "[a for a in b]", ast.List: "[a, b]", ast.Dict: "{a: b}", ast.JoinedStr: 'f"{a}"'},
    **{ast.Starred: "*a", ast.keyword: "f(a=b)", ast.AugAssign: "+=", ast.Pow: "**", ast.FloorDiv: "//"},
    **{ast.Mod: "%", ast.MatMult: "@", ast.BitAnd: "&", ast.BoolOp: "and", ast.Eq: "==", ast.With: "with"},
}
INDEX = {ast.Slice: "a[b:c]", ast.Tuple: "a[b, c]", ast.UnaryOp: "a[-b]"}
KINDS = (np.ndarray, np.random.Generator, str, list, dict)  # whose methods somebody must have told


class Entry(NamedTuple):
    """A word or a construct, and where it is introduced."""

    lesson: str
    line: int
    section: str
    name: str
    text: str  # what a word means, or the sentence that explains a construct
    example: str  # of a construct


def constructs(node):
    """Yield what of Python a reader must know to understand a node of a syntax tree."""
    if type(node) in SIGNS:
        yield SIGNS[type(node)]
    if isinstance(node, ast.Subscript):
        column = any(isinstance(part, ast.Slice) for part in ast.iter_child_nodes(node.slice))
        yield "a[:, b]" if column else INDEX.get(type(node.slice), "a[b]")
    elif isinstance(node, ast.Tuple) and isinstance(node.ctx, ast.Store):
        yield "a, b = c"
    elif isinstance(node, ast.arguments) and node.defaults:
        yield "def f(a=b)"
    elif isinstance(node, ast.FormattedValue) and node.format_spec:
        yield from (f"{{a:{sign}}}" for sign in re.findall("[+,efg]", ast.unparse(node.format_spec)[2:]) or "8")
    elif isinstance(node, ast.Name) and hasattr(builtins, node.id) and isinstance(node.ctx, ast.Load):
        yield node.id
    elif re.fullmatch(r"np(\.\w+)+", written := ast.unparse(node)):
        yield from {written} - {"np.random", "np.linalg"}
    elif isinstance(node, ast.Attribute) and any(hasattr(kind, node.attr) for kind in KINDS):
        yield f".{node.attr}"


def used(node, line: int = 1):
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
    return re.compile(rf"(?<![\w-]){re.escape(word.removesuffix('e'))}e?(?:s|es|d|ed|ing)?(?!\w)", 0 if word.isupper() else re.I)


def read(name: str, text: str) -> list:
    """Return the entries of a lesson. Raises ValueError where its lists name what the lesson does not have."""
    about, shown, entries = yaml.safe_load(lesson_text.FRONT_MATTER.match(text)[1]), prose(text), []
    for section, words in about.get("words", {}).items():
        lines = [(number, line) for number, head, line in shown if head == section]
        for word, meaning in words.items():
            if not any(term(word).search(line) for _, line in lines):
                raise ValueError(f"lessons/{name}.md, words: {word!r} does not stand in a section {section!r}")
            entries.append(Entry(name, lines[0][0], section, word, meaning, ""))
    for construct, example in about.get("python", {}).items():
        marked = f"`{example}`"
        number, section, line = next((one for one in shown if marked in one[2]), (0, "", ""))
        if not number:
            raise ValueError(f"lessons/{name}.md, python: no sentence has {marked}, the example of {construct}")
        sentence = next(part for part in re.split(r"(?<=[.:?]) (?=[A-Z`])", line) if marked in part)
        entries.append(Entry(name, number, section, construct, sentence, example))
    return entries


@cache
def course() -> dict:
    """Return the text of each lesson by its name."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted((ROOT / "lessons").glob("[0-9]*.md"))}


def faults(texts: dict) -> list:
    """Return what stands in these lessons before its time, one sentence each, with file, line and remedy."""
    entries = [entry for name, text in texts.items() for entry in read(name, text)]
    words = [entry for entry in entries if not entry.example]
    python = {entry.name: entry for entry in reversed(entries) if entry.example}
    found = []
    for name, text in texts.items():
        for number, section, line in prose(text):
            early = [one for one in words if (name, number) < one[:2] and (section or name != one.lesson)]
            found += [
                f"lessons/{name}.md, line {number}: {word!r} stands here, and lesson {lesson[:2]} introduces it, in "
                f"{head!r}. Say it in other words, or move it up in the list words: of a front matter"
                for lesson, _, head, word, *_ in early
                if term(word).search(re.sub("`.*?`", "", line))
            ]
        for cell in CELL.finditer(text):
            before = lesson_text.line_of(text, cell.start(2)) - 1
            for line, construct in used(ast.parse(cell[2])):
                if construct not in python or (name, before + line) < python[construct][:2]:
                    there = f"lesson {python[construct].lesson[:2]}" if construct in python else "no lesson"
                    found.append(
                        f"lessons/{name}.md, line {before + line}: {construct} stands in the code, and {there} "
                        f"introduces it. Write a sentence with an example of it before this line, and add to the list "
                        f"python: of the front matter  {construct!r}: the example. Or write plainer code"
                    )
    return list(dict.fromkeys(found))


def listed(kind: str) -> list:
    """Return (id, entry) for the book's page "words" or "python": words by the alphabet, Python as the course goes."""
    entries = [entry for name, text in course().items() for entry in read(name, text)]
    chosen = [entry for entry in entries if bool(entry.example) == (kind == "python")]
    chosen = chosen if kind == "python" else sorted(chosen, key=lambda entry: entry.name.lower())
    return [(f"{kind}-{number}", entry) for number, entry in enumerate(chosen, 1)]


def page(kind: str) -> str:
    """Return the table of a page of the book."""
    rows = ["", "| | | |", "| --- | --- | --- |"]
    for anchor, entry in listed(kind):
        shown = f"`{entry.example}`" if entry.example else f"**{entry.name}**"
        place = re.sub(r"[^\w\- ]", "", entry.section.lower()).replace(" ", "-")
        link = f"[lesson {entry.lesson[:2]}](../notebooks/{entry.lesson}.ipynb#{place})"
        cells = (f'<span id="{anchor}"></span>{shown}', lesson_text.typeset(entry.text), link)
        rows.append(f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |")
    return "\n".join(rows) + "\n"


def linked(name: str, notebook: str) -> str:
    """Return a notebook for the book: what it introduces leads, where it is explained, to the page that lists it."""
    read_in, section, lines = json.loads(notebook), "", []
    for cell in read_in["cells"]:
        for number, line in enumerate(cell["source"] if cell["cell_type"] == "markdown" else []):
            section = line[3:].strip() if line.startswith("## ") else section
            lines += [(section, cell["source"], number)] if line[:1] not in "#<" else []
    for kind in ("words", "python"):
        for anchor, entry in listed(kind):
            word = term(entry.name).pattern
            for pattern in [re.escape(f"`{entry.example}`")] if entry.example else [rf"\*\*[^*]*{word}[^*]*\*\*", word]:
                for _, source, number in [one for one in lines if (name, one[0]) == (entry.lesson, entry.section)]:
                    text = source[number] if entry.example else lesson_text.masked(source[number], lesson_text.NOT_PROSE)
                    if found := re.search(pattern, text, term(entry.name).flags):
                        start, end = found.span()
                        link = f'<a href="../book/{kind}.html#{anchor}">{source[number][start:end]}</a>'
                        source[number] = source[number][:start] + link + source[number][end:]
                        break
                else:
                    continue
                break
    return json.dumps(read_in)
