"""A lesson's text: its numbers with the expressions that they follow from, and its formulas as they are printed.

A number that follows from something stands in brackets, with its expression in braces behind it: [5.76]{costs[1]}.
`printed` is the notebook's text, without expressions; `wrong_number` compares a number with its value;
`without_expression` finds numbers that have no expression and need one.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

FRONT_MATTER = re.compile(r"\A---\n(.*?)^---$", re.S | re.M)
CODE = re.compile(r"^```.*?^```$", re.S | re.M)
NOT_PROSE = re.compile(
    rf"{FRONT_MATTER.pattern}|{CODE.pattern}|^\+\+\+[^\n]*$|^# [0-9]+ · |^\| -[-| :]+\|$"
    r"|`[^`\n]+`|\$\$.+?\$\$|\$[^$\n]+\$|<[^>\n]+>|(?<=\])\([^)\n]+\)",
    re.S | re.M,
)
EXPRESSION = re.compile(r"\[(?P<written>[^\[\]\n]*)\]\{(?P<expression>[^{}\n]+)\}")
WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()

DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
POWER_OF_TEN = r"10(?:\^-?[0-9]+|⁻?[⁰¹²³⁴-⁹]+)"
NUMBER = re.compile(rf"(?<![\w.,])(?:(?<![)²³])[-−+])?(?:{DIGITS} · {POWER_OF_TEN}|{POWER_OF_TEN}|{DIGITS})")
LITERAL = re.compile(r"(?<![\w.])(?:(?<![\w)\]] )(?<![\w)\]])-)?[0-9][0-9_]*(?:\.[0-9]+)?(?:e-?[0-9]+)?")  # in Python

# A formula: numbers, single letters and brackets; wherever there is a space, a sign of arithmetic stands.
ALPHABETIC = r"[^\W\d_⁰¹²³⁴-⁹ⁿ₀-₉½¼¾]"
LETTER = rf"(?<!{ALPHABETIC})[d∂]?{ALPHABETIC}(?!{ALPHABETIC})"  # w, or the dw of dC/dw
PAIR = r"\([-−]?[\w.]+, [-−]?[\w.]+\)"
TERM = rf"\*{{0,2}}[-−+]?(?:{PAIR}|{DIGITS}|{LETTER}|[(|][-−+]?|[½¼¾√∂∇)'⁰¹²³⁴-⁹⁻ⁿ₀-₉])+\*{{0,2}}"
FORMULA = re.compile(rf"(?<![\w.*]){TERM}(?:(?: [-−+·/=≈←] |[/^=]| (?=\()){TERM})*")
LONG = 24  # characters of a formula that may break before its equals signs: a phone shows about 40 in a line
SERIES = re.compile(rf"(?:(?:,|,? and|,? or) [-−]?{DIGITS}(?=[.,;:?!)\n]|,? and |,? or |$))*")  # h = 1, 0.1 and 0.01

# What counts needs no expression: the numbers of lessons and minutes, and whole numbers up to ten.
COUNTING = re.compile(
    r"\b0[0-9]\b|(?<=[Ll]esson )[0-9]+|(?<=\*\*)[0-9]+(?= minutes\*\*)|\b([0-9]|10)\b(?![.,]\d)", re.M
)


class Inline(NamedTuple):
    """A number and its expression, as they stand in a lesson's text."""

    start: int
    end: int
    line: int
    cell: int  # it is evaluated after so many code cells: those above, and always the first, which imports
    written: str  # empty if it is to be filled in
    expression: str


def inlines(text: str) -> list[Inline]:
    """Return the numbers with expressions of a lesson, in order."""
    return [
        Inline(
            *found.span(),
            line=line_of(text, found.start()),
            cell=max(1, text.count("\n```{code-cell}", 0, found.start())),
            written=found["written"],
            expression=found["expression"],
        )
        for found in EXPRESSION.finditer(masked(text, CODE))
    ]


def own_names(text: str) -> str:
    """Return the Python in a lesson's front matter that makes names for its expressions."""
    return yaml.safe_load(FRONT_MATTER.match(text)[1]).get("numbers", "")


def replaced(text: str, values: list[str]) -> str:
    """Return a lesson's text with these in place of its numbers with expressions."""
    for inline, value in reversed(list(zip(inlines(text), values, strict=True))):
        text = text[: inline.start] + value + text[inline.end :]
    return text


def filled_in(text: str, values: list[float]) -> str:
    """Return a lesson's text with these values in place of the numbers that its author left out."""
    pairs = zip(inlines(text), values, strict=True)
    return replaced(text, [f"[{one.written or f'{value:,.10g}'}]{{{one.expression}}}" for one, value in pairs])


def printed(text: str) -> str:
    """Return a lesson's text as its notebook has it: without expressions, and with formulas as `typeset` has them."""
    return typeset(replaced(text, [one.written for one in inlines(text)]))


def typeset(text: str) -> str:
    """Return a text with minus signs for the hyphens of its formulas, and in them spaces that do not break."""
    for found in reversed(list(FORMULA.finditer(masked(text, NOT_PROSE)))):
        formula = found[0].replace("-", "−").replace(" ", "\N{NO-BREAK SPACE}")
        if len(formula) > LONG:
            formula = re.sub("\N{NO-BREAK SPACE}([=≈])", r" \1", formula)
        text = text[: found.start()] + formula + text[found.end() :]
    minus = [found.start() for found in re.finditer(r"(?<=\S )-(?= \S)", masked(text, NOT_PROSE))]  # w(old) - η
    return "".join("−" if place in minus else letter for place, letter in enumerate(text))


def wrong_number(one: Inline, value: float) -> str:
    """Return what is wrong with a number whose expression gives this value: nothing if it fits, as far as written."""
    if one.written.lower() in WORDS:
        fits = WORDS.index(one.written.lower()) == value
    elif NUMBER.fullmatch(one.written):
        fits = abs(number(one.written) - value) <= 0.5000001 * last_place(one.written)
    else:
        return f"line {one.line}: [{one.written}]{{{one.expression}}} has no number in its brackets"
    return "" if fits else f"line {one.line}: {one.written} stands there, and {one.expression} gives {value:,.10g}"


def without_expression(text: str) -> Iterator[str]:
    """Yield the numbers in a lesson's prose that need an expression and have none."""
    line = 1
    for section in re.split("^(?=## )", text, flags=re.M):
        found, shift = inlines(section), 0
        tied = []
        for one in found:
            tied.append(one.start - shift)
            shift += one.end - one.start - len(one.written)
        prose = masked(replaced(section, [one.written for one in found]), NOT_PROSE)
        code = "\n".join([own_names(text), *CODE.findall(section), *(one.expression for one in found)])
        given = [range(*span) for span in spans_given(prose, code)]
        for found in NUMBER.finditer(prose):
            if found.start() not in tied and not any(found.start() in span for span in given):
                at = line + line_of(prose, found.start()) - 1
                yield f"line {at}: {found[0]} has no expression: [{found[0]}]{{...}}"
        line += section.count("\n")


def spans_given(prose: str, code: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of what needs no expression in a section.

    That is what counts, and what is known: a number in the code, in an expression, in a formula with a letter (w = 3)
    or in a true equation (2 · 3 = 6) of the section.
    """
    yield from (found.span() for found in COUNTING.finditer(prose))
    known = {float(found) for found in LITERAL.findall(code)}
    for found in FORMULA.finditer(prose):
        if re.search(LETTER, found[0]) or is_true(found[0]):
            known |= {number(one) for one in NUMBER.findall(found[0] + SERIES.match(prose, found.end())[0])}
    yield from (found.span() for found in NUMBER.finditer(prose) if number(found[0]) in known)


def is_true(equation: str) -> bool:
    """Tell whether an equation of numbers, such as 2 · (0 - 3) = -6, holds as far as its results are written."""
    sides = [side.strip(" *") for side in re.split("[=≈]", equation)]
    try:
        values = [calculated(side) for side in sides]
    except (SyntaxError, ZeroDivisionError):
        return False
    rounding = [0.5000001 * last_place(side) if "." in side and NUMBER.fullmatch(side) else 1e-9 for side in sides]
    pairs = zip(values, values[1:], rounding, rounding[1:])
    return len(sides) > 1 and all(abs(one - other) <= max(around) for one, other, *around in pairs)


def calculated(side: str) -> float:
    """Return what one side of an equation comes to. Raises SyntaxError if it is not numbers alone."""
    side = re.sub("[⁻⁰¹²³⁴-⁹]+", lambda found: "**" + plain_digits(found[0]), side)
    side = side.replace("−", "-").replace(",", "").replace("·", "*").replace("½", "(1/2)")
    side = side.removeprefix("(") if side.count("(") > side.count(")") else side
    side = side.removesuffix(")") if side.count(")") > side.count("(") else side
    if not re.fullmatch(r"[-+*/(). 0-9]+", side):
        raise SyntaxError(side)
    return eval(side)


def number(written: str) -> float:
    """Return the number that is written like this in prose: −1,302.5 or 5.3 · 10^-15 or 10⁻⁸."""
    digits, _, power = written.replace("−", "-").replace(",", "").rpartition(" · ")
    if re.match(r"[-+]?10[\^⁻⁰¹²³⁴-⁹]", power):
        return float(f"{digits or 1}e{plain_digits(power).partition('10')[2].lstrip('^')}")
    return float(power)


def last_place(written: str) -> float:
    """Return what a one in the last place of a number is worth: 0.01 for 5.76."""
    digits, _, power = written.rpartition(" · ")
    scale = number(power) if re.fullmatch(POWER_OF_TEN, power) else 1.0
    return scale * 10.0 ** -len((digits or power).partition(".")[2])


def plain_digits(text: str) -> str:
    """Return a text with ordinary digits in place of raised ones."""
    return text.translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-"))


def masked(text: str, pattern: re.Pattern) -> str:
    """Return a text with spaces in place of what matches, so that everything else stays where it is."""
    return pattern.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def line_of(text: str, place: int) -> int:
    """Return the number of the line of a place in a text."""
    return text.count("\n", 0, place) + 1
