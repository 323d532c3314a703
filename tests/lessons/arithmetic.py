"""Equations in prose, such as 2 · (0.6 - 3) = -4.8: found in a text, and worked out."""

import ast
import operator
import re
from functools import cache

NUMBER = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?|[⁰¹²³⁴-⁹]+|[½¼¾]")
EQUALS = re.compile(r"[=≈]|\\approx\b")
# Spaces alone join: an equation never runs over the end of a line. ** is bold print, not a power.
RUN = re.compile(rf"(?:(?:{NUMBER.pattern}|{EQUALS.pattern}|[-+·*/()]|\\cdot\b) *)+")
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
PYTHON = {"·": "*", r"\cdot": "*", "½": "(1/2)", "¼": "(1/4)", "¾": "(3/4)", "**": "  "}
OPERATIONS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
    ast.USub: operator.neg,
}


def changed(number: str) -> str:
    """Return another number, as a slip of the pen would make it: 0.6 becomes 0.7."""
    if number in PYTHON:
        return {"½": "¼", "¼": "¾", "¾": "½"}[number]
    digit = number[-1].translate(SUPERSCRIPTS)
    other = str((int(digit) + 1) % 10)
    return number[:-1] + (other if digit == number[-1] else "⁰¹²³⁴⁵⁶⁷⁸⁹"[int(other)])


def value(side: str):
    """Return what one side of an equation comes to; None if it is not arithmetic alone."""
    text = re.sub(r"\*\*|\\cdot|[·½¼¾]", lambda found: PYTHON[found[0]], side)
    text = re.sub(r"[⁰¹²³⁴-⁹]+", lambda found: "**" + found[0].translate(SUPERSCRIPTS), text)
    text = text.replace(",", "").strip()
    if text.startswith("(") and text.count("(") > text.count(")"):  # the whole equation stands in brackets
        text = text[1:]
    elif text.endswith(")") and text.count(")") > text.count("("):
        text = text[:-1]
    try:
        return _work_out(ast.parse(text.strip(), mode="eval").body)
    except (SyntaxError, KeyError, ZeroDivisionError, OverflowError):
        return None


def _work_out(node):
    match node:
        case ast.Constant(value=int() | float()):
            return node.value
        case ast.UnaryOp():
            return OPERATIONS[type(node.op)](_work_out(node.operand))
        case ast.BinOp():
            return OPERATIONS[type(node.op)](_work_out(node.left), _work_out(node.right))
    raise KeyError(type(node))


def equal(one: str, other: str) -> bool:
    """Tell whether two sides are the same number, or one is the other as printed with two decimals or more."""
    values = value(one), value(other)
    if None in values:
        return False
    difference = abs(values[0] - values[1])
    return difference <= max(1e-9 * abs(values[0]), 1e-12, _half_a_digit(one), _half_a_digit(other))


def _half_a_digit(side):
    printed = re.fullmatch(r"[ *(]*-?[0-9,]*\.([0-9]{2,})[ *)]*", side)
    return 0.5000001 * 10 ** -len(printed[1]) if printed else 0


def tied_by_equations(text: str) -> set:
    """Return (start, end) of each number that stands in a true equation which is false with another number there."""
    tied, at = set(), 0
    for line in text.splitlines(keepends=True):
        tied |= {(at + start, at + end) for start, end in _tied_in_line(line)}
        at += len(line)
    return tied


@cache
def _tied_in_line(line):
    return {span for run in RUN.finditer(line) if EQUALS.search(run[0]) for span in _tied_in(line, run)}


def _tied_in(text, run):
    cuts = [run.start(), *(run.start() + end for found in EQUALS.finditer(run[0]) for end in found.span()), run.end()]
    sides = list(zip(cuts[::2], cuts[1::2]))
    if re.search(r"[\w_})\]']$", text[: run.start()][-1:]) or re.match(r"[-+·/*] ", run[0]):
        del sides[0]  # it begins earlier, with a letter: C(2) or x - 2. Or it is an item of a list.
    if re.match(r"\S[\w\\{^]", text[run.end() - 1 :][:2]):
        del sides[-1:]
    for left, right in zip(sides, sides[1:]):
        one, other = text[slice(*left)], text[slice(*right)]
        if equal(one, other):
            for (start, end), rest in ((left, other), (right, one)):
                for number in NUMBER.finditer(text, start, end):
                    mutant = text[start : number.start()] + changed(number[0]) + text[number.end() : end]
                    if not equal(mutant, rest):
                        yield number.span()
