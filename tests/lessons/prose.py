"""The numbers in a lesson's text, and what each follows from.

A claim is a phrase of the lesson with blanks, filled with what was computed: `says("falls to {}", cost.value(w))`.
What stands in a true equation, counts the items of a list, or is checked in a solution needs no claim.
"""

import json
import re
import string
from collections.abc import Iterator
from contextlib import redirect_stdout
from importlib import import_module
from io import StringIO
from numbers import Integral
from types import SimpleNamespace

import course
from arithmetic import NUMBER, tied_by_equations
from checked import tied_by_solutions

NO_PROSE = [
    r"\A---.*?^---$",  # the metadata, which test_form reads
    r"^```\{code-cell\}.*?^```$",
    r"^\+\+\+[^\n]*$",
]
SIGNED = re.compile(rf"(?:(?<![\w)])-)?(?P<number>{NUMBER.pattern})")
SENTENCE = re.compile(r"[^\s.?;].*?(?=[.?;]\s|$)", re.M)
LIST = re.compile(r"(?:^[0-9]+\. .*\n?)+", re.M)
PLACE_IN_LIST = re.compile(r"^[0-9]+(?=\. )", re.M)
WORDS = "no one two three four five six seven eight nine ten eleven twelve".split()


def prose(text: str) -> str:
    """Return a lesson's text with spaces in place of what is no prose, so that each place stays where it is."""
    for pattern in NO_PROSE:
        text = re.sub(pattern, lambda found: re.sub(r"[^\n]", " ", found[0]), text, flags=re.S | re.M)
    return text


class Claims:
    """What the numbers of one lesson follow from."""

    def __init__(self, number: str):
        self.name = next(name for name in course.NAMES if course.number(name) == number)
        self.reasons = {}  # by phrase; None if it was computed
        self.times = {}  # by phrase; if any number were right, 0 could become 1 where the lesson says both
        about = course.lesson(self.name).metadata["course"]
        self.says("# {} · {}", about["number"], about["title"])
        self.says("**{} minutes.**", about["minutes"])

    def says(self, phrase: str, *values, times=1):
        """Claim that the lesson says this so often, with what was computed in the blanks. What is given needs none."""
        self._add(_Print().format(phrase, *values), None, times)

    def needs_none(self, reason: str, *phrases: str, times=1):
        """Say why the numbers in these phrases, each of which stands there so often, follow from nothing."""
        for phrase in phrases:
            self._add(phrase, reason, times)

    def cell(self, text: str) -> SimpleNamespace:
        """Return the names that the lesson's cell with this text leaves, and as `printed` what its section printed."""
        names, sections = course.setup(self.name), course.sections(self.name)
        (sources,) = [course.code(cells) for _, cells in sections if text in "".join(course.code(cells))]
        with redirect_stdout(StringIO()) as printed:
            for source in sources:
                exec(source, names)
                if text in source:
                    break
        return SimpleNamespace(**names | {"printed": printed.getvalue()})

    def printed(self, text: str) -> str:
        """Return what the cell with this text prints, as the notebook has it, which nbval holds against a run."""
        (cell,) = [
            cell for cell in course.notebook(self.name).cells if cell.cell_type == "code" and text in cell.source
        ]
        return "".join(output.text for output in cell.outputs if output.output_type == "stream")

    def faults(self, text: str) -> Iterator:
        """Yield what is wrong with a lesson's text: each phrase that is not there, each number that nothing ties."""
        text, tied = prose(text), set()
        for phrase in self.reasons:
            spans = list(_places(phrase, text))
            if len(spans) != self.times[phrase]:
                yield f"stands there {len(spans)} times, not {self.times[phrase]}: {phrase!r}"
            tied |= {number.span() for span in spans for number in NUMBER.finditer(text, *span)}
        yield from untied(
            text, tied | tied_by_place(text) | tied_by_equations(text) | tied_by_solutions(self.name, text)
        )

    def _add(self, phrase, reason, times):
        assert re.search(r"[^\W\d_]{2}|\W{2}", phrase), f"too short to be a claim: {phrase!r}"
        assert NUMBER.search(phrase), f"no number in {phrase!r}"
        assert phrase not in self.reasons, f"claimed twice: {phrase!r}"
        self.reasons[phrase], self.times[phrase] = reason, times


def claims(name: str) -> Claims:
    """Return the claims of a lesson."""
    return import_module(f"claims.lesson_{course.number(name)}").claims


def tied_by_place(text: str) -> set:
    """Return (start, end) of the numbers that count the items of a list: 1, 2, 3."""
    items = [
        item for found in LIST.finditer(text) for item in enumerate(PLACE_IN_LIST.finditer(text, *found.span()), 1)
    ]
    return {mark.span() for place, mark in items if mark[0] == str(place)}


def untied(text: str, tied: set) -> list:
    """Return the sentences with numbers that nothing ties, each as the claim that waits for its computation."""
    if {found.span() for found in NUMBER.finditer(text)} <= tied:
        return []
    loose, wanted = [found for found in SIGNED.finditer(text) if found.span("number") not in tied], []
    for sentence in SENTENCE.finditer(text):
        here = [found for found in loose if sentence.start() <= found.start() < sentence.end()]
        if here:
            cuts = [sentence.start(), *(cut for found in here for cut in found.span()), sentence.end()]
            given = [text[slice(*cut)].replace("{", "{{").replace("}", "}}") for cut in zip(cuts[::2], cuts[1::2])]
            blanks = [_blank(found[0]) for found in here]
            phrase = "".join(part for pair in zip(given, [*blanks, ""]) for part in pair)
            line = text.count("\n", 0, sentence.start()) + 1
            values = ", ".join([json.dumps(phrase, ensure_ascii=False), *(found[0].replace(",", "") for found in here)])
            wanted.append(f"line {line}: says({values})")
    return wanted


def _blank(number):
    """Return the blank that prints a number as it stands."""
    decimals = len(number.partition(".")[2])
    if "," in number:
        return "{:,}"
    return f"{{:.{decimals}f}}" if decimals > 2 or (decimals and number.endswith("0")) else "{}"


def _places(phrase, text):
    """Yield (start, end) of a phrase wherever it stands, but not as part of a longer number or word."""
    at = text.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        begins = phrase[0].isalnum() and re.search(r"[\w-]\Z|[0-9][.,]\Z", text[max(at - 2, 0) : at])
        goes_on = phrase[-1].isalnum() and re.match(r"\w|[.,][0-9]", text[end : end + 2])
        if not begins and not goes_on:
            yield at, end
        at = text.find(phrase, end)


class _Print(string.Formatter):
    """Prints 0.6000000000000001 in a bare blank as a lesson does, 0.6, and 2 in {:word} as two."""

    def format_field(self, value, spec):
        if spec == "word":
            return WORDS[value]
        text = format(value, spec or ("" if isinstance(value, (Integral, str)) else ".10g"))
        return text[1:] if re.fullmatch(r"-[0.]+", text) else text

    def check_unused_args(self, used_args, args, kwargs):
        assert len(used_args) == len(args) > 0, "each value needs a blank {}, and each claim a value"
