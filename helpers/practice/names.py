"""Names of the notebook that an answer uses: what they stand for there, and what the lesson made of them."""

import inspect
from types import CodeType, FunctionType

import numpy as np

from helpers.practice.wording import safely_in_words

FIRST_CELL = "the first code cell"


def names_used(function, seen: tuple = ()) -> list:
    """Return the names of the notebook that a function uses, also by way of other functions of the notebook."""
    found = []
    pending = [function.__code__]
    for code in pending:
        found += code.co_names
        pending += [constant for constant in code.co_consts if isinstance(constant, CodeType)]
    for name in list(found):
        other = function.__globals__.get(name)
        if isinstance(other, FunctionType) and other.__globals__ is function.__globals__ and other not in seen:
            found += names_used(other, (*seen, function, other))
    return list(dict.fromkeys(found))


def names_in_use(function, meant: dict) -> dict:
    """Return those of the names that a function of the notebook uses, and what they should stand for."""
    if not isinstance(function, FunctionType):
        return {}
    used = names_used(function)
    return {name: value for name, value in meant.items() if name in used and name in function.__globals__}


def changed_in_words(asked: str, there: dict, meant: dict, unfinished: list, names: dict) -> str:
    """Return which name makes a right answer wrong. there: the notebook. names: those of the first code cell."""
    for name in meant:
        if name in names and not _same_thing(there[name], meant[name]):
            now, before = safely_in_words(there[name]), safely_in_words(meant[name])
            now = f"is {now} in this notebook, and {FIRST_CELL} made it {before}" if now != before else "is another one"
            return f"Your {asked} is right, and {name} {now}. Run {FIRST_CELL} again, then this one."
    for name in unfinished:
        return f"Your {asked} uses {name}, and that one is not right yet. Mend {name} first."
    other = " or ".join(name for name in meant if there[name] is not meant[name])  # such as a cost on other examples
    return f"Your {asked} is right, and {other} is another one in this notebook. Run {FIRST_CELL} again, then this one."


def made_by(names, exercises) -> dict:
    """Return for each name of a lesson who makes it, in words."""
    return {**dict.fromkeys(names, FIRST_CELL), **{name: f"the exercise {name}" for name in exercises}}


def _same_thing(one, other) -> bool:
    """Return whether a name still stands for what the lesson made of it, as far as one can tell from outside."""
    if isinstance(other, np.ndarray):
        return isinstance(one, np.ndarray) and one.shape == other.shape and bool(np.array_equal(one, other))
    if isinstance(other, FunctionType) or inspect.ismodule(other) or isinstance(other, type):
        return one is other
    return type(one) is type(other)
