"""Values, differences and errors in a learner's words: short, without shapes, without 16 digits."""

import re

import numpy as np

from helpers.practice.compare import is_several, same, shape
from helpers.practice.plain_data import OtherValue
from helpers.practice.runner import run

LONGEST = 60  # characters of a value that is shown whole
NOT_CALLABLE = re.compile(r"'(int|float|numpy\.float64|complex)' object is not callable")
POWER = re.compile(r"unsupported operand type\(s\) for \^|ufunc 'bitwise_xor' not supported")


def in_words(value) -> str:
    """Return a value as a learner would write it, or what it is, where that is long."""
    text = _written(value)
    return text if len(text) <= LONGEST else kind_in_words(value)


def _written(value) -> str:
    if isinstance(value, (bool, np.bool_)):
        return str(bool(value))
    if isinstance(value, (int, float, np.number)) and not isinstance(value, complex):
        digits = 6 if abs(float(value)) >= 0.1 else 4  # 0.00764414 has more of them than anybody reads
        return f"{float(value):.{digits}g}" if value else "0"  # never -0
    if isinstance(value, np.ndarray):
        return _written(value.tolist())
    if isinstance(value, (list, tuple, frozenset)):
        left, right = {list: ("[", "]"), frozenset: ("{", "}")}.get(type(value), ("(", ")"))
        return f"{left}{', '.join(map(_written, value))}{right}"
    return repr(value)


def kind_in_words(value) -> str:
    """Return what sort of value it is: "a number", "4 numbers in brackets", "a table of 3 rows and 2 columns"."""
    if isinstance(value, str):
        return "a text"
    if value is None:
        return "None"
    if isinstance(value, frozenset):
        return "a set, in curly brackets"
    if isinstance(value, dict):
        return "a dictionary, in curly brackets"
    size = shape(value)
    if isinstance(value, OtherValue) and size is None:
        return value.text
    if size is None:
        return "rows of different lengths" if isinstance(value, (list, tuple)) else "another thing"
    if not size:
        return "a number"
    if len(size) == 1:
        if size == (0,):
            return "an empty list"
        return "a list of one number" if size == (1,) else f"{size[0]:,} values in brackets"
    rows, columns = size[0], size[1]
    table = f"a table of {rows:,} row{'s' * (rows != 1)} and {columns:,} column{'s' * (columns != 1)}"
    return table if len(size) == 2 else f"a table of tables, {' by '.join(map(str, size))}"


def difference(got, wanted) -> str:
    """Return in what a result differs from the wanted one: "4, and 5 was expected"."""
    if got is None:
        return "gave nothing back (None). Does every way through the function end with a return?"
    if is_several(wanted):
        return _first_part(got, wanted)
    if isinstance(got, str) != isinstance(wanted, str):
        kind = "a word" if isinstance(wanted, str) else kind_in_words(wanted)
        return f"gave {in_words(got)}, and {kind} was expected, such as {in_words(wanted)}."
    if shape(got) != shape(wanted):
        there, kind = in_words(got), kind_in_words(got)
        there = kind if there == kind or isinstance(got, OtherValue) else f"{there}, {kind}"
        return f"gave {there}; {kind_in_words(wanted)} {'were' if np.ndim(wanted) == 1 else 'was'} expected."
    if len(_written(wanted)) > LONGEST or len(_written(got)) > LONGEST:
        return _first_entry(np.asarray(got), np.asarray(wanted))
    return f"gave {in_words(got)}, and {in_words(wanted)} was expected."


def _first_part(got, wanted) -> str:
    """Return which of several results of different shapes is the first that differs, and in what."""
    if not isinstance(got, (tuple, list)) or len(got) != len(wanted):
        return f"gave {in_words(got)}; {len(wanted)} results, one after the other, were expected."
    at = [*map(same, got, wanted)].index(False)
    return (
        f"gave {len(wanted)} results. The first that differs is number {at + 1}: it {difference(got[at], wanted[at])}"
    )


def _first_entry(got, wanted) -> str:
    """Return the first entry of a long row or table that differs."""
    for place in np.ndindex(wanted.shape):
        if not same(got[place].item(), wanted[place].item()):
            where = ", ".join(str(number) for number in place)
            given, right = in_words(got[place].item()), in_words(wanted[place].item())
            return f"gave {kind_in_words(wanted)}; number [{where}] of it is {given}, and {right} was expected."
    return "gave other values than expected."


def error_in_words(error: str, parameters: str, made_by: dict) -> str:
    """Return what an error means, and after it Python's own words.

    error: "NameError: ...". parameters: of the function that is asked for. made_by: who makes a name of the
    notebook, such as {"x": "the first code cell"}.
    """
    meaning = _meaning(error, parameters, made_by)
    return f"{meaning} Python says: {error}" if meaning else f"ended with an error. Python says: {error}"


def _meaning(error, parameters, made_by) -> str:
    kind, _, text = error.partition(": ")
    if kind == "InputAsked":
        return f"asks with input(), and nobody answers while it is checked. What it needs comes in as {parameters}."
    if POWER.search(text):
        return "uses ^, which is not a power in Python. Write ** for a power: x ** 2."
    if NOT_CALLABLE.search(text):
        return "has a number right before a bracket, and Python takes that for a call. Write the *: 2 * (w - 3)."
    if kind == "NameError":
        return _missing_name(text, made_by)
    if kind == "UnboundLocalError":
        missing = (re.findall(r"'(\w+)'", text) or ["a name"])[0]
        return (
            f"uses {missing} before it has a value. Does a line before it give it one, also where a loop runs no round?"
        )
    if kind == "TypeError" and "is not iterable" in text:
        return "goes through a single number as if it were a list. `for t in range(steps)` runs so many rounds."
    if kind == "TypeError" and "positional argument" in text:
        return "calls a function with too many or too few arguments. Two that belong together stand in brackets."
    if kind == "TypeError" and "ellipsis" in text.lower():
        return "uses three dots as if they were a number. Are there dots left, here or in a function that it calls?"
    if kind == "TypeError" and "NoneType" in text:
        return "computes with None. A function that it calls gives nothing back: has that one a return?"
    if kind == "ValueError" and "ambiguous" in text:
        return "asks a whole array at once whether something is so, and each of its numbers has an answer of its own."
    if kind == "ValueError" and "matmul" in text:
        return (
            "puts tables together with @ that do not fit: a row of the first must be as long as a column of the second."
        )
    if kind == "ZeroDivisionError":
        return "divides by 0."
    if kind == "OverflowError":
        return "computes a number that is too large for the computer to hold."
    if kind == "IndexError":
        return "asks for a place that is not there: the first one has number 0."
    if kind == "RecursionError":
        return "calls itself without end."
    return ""


def _missing_name(text, made_by) -> str:
    missing = (re.findall(r"'(\w+)'", text) or [""])[0]
    if missing in made_by:
        return f"uses {missing}, which is not there. It is made by {made_by[missing]}: run that first."
    if missing == "e":
        return "uses e, which Python does not know by that name. np.exp(z) is e to the power of z."
    if "np" in made_by and hasattr(np, missing):
        return f"uses {missing}, which Python does not know by that name. NumPy has it: np.{missing}."
    return f"uses the name {missing}, which nobody has made. Is it misspelt, or is its cell not run yet?"


def safely_in_words(given) -> str:
    """Return a learner's value in words, even if it refuses to say what it is."""
    outcome = run(lambda: given, [()])
    return in_words(outcome.values[0]) if outcome.values else "something that does not say what it is"
