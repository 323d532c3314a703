"""What all results of an answer have in common: signs turned round, everything twice too large, a sum forgotten.

Each pattern is a fact about the numbers, found by computing; none of them guesses what somebody thought.
"""

import numpy as np

from helpers.practice.compare import same, same_shape, shape
from helpers.practice.plain_data import OtherValue

TIMES = {2: "twice", 0.5: "half", 3: "three times", 1 / 3: "a third of", 4: "four times", 0.25: "a quarter of"}
TIMES |= {10: "ten times", 0.1: "a tenth of", 100: "a hundred times", 0.01: "a hundredth of", 5: "five times"}


def pattern(values, wanted, cases, parameters) -> str:
    """Return a sentence about what a function's results on all cases have in common, or ""."""
    if len(values) != len(wanted) or not all(map(_is_numbers, (*values, *wanted))):
        return ""
    for at, parameter in enumerate(parameters):
        if all(_is_numbers(case[at]) and same(value, case[at]) for value, case in zip(values, cases)):
            return f"It gives back {parameter} as it came in."
    if len(values) > 2 and all(same(value, values[0]) for value in values):
        return "It gives the same value whatever comes in."
    if all(map(same_shape, values, wanted)):
        return _of_numbers(
            *(np.concatenate([np.ravel(one) for one in side]).astype(float) for side in (values, wanted))
        )
    return _of_shapes(values, wanted)


def _is_numbers(value) -> bool:
    """Return whether a value is a number, or numbers in a row or a table."""
    if isinstance(value, (str, OtherValue)) or shape(value) is None:
        return False
    return np.asarray(value).dtype.kind in "biuf"


def _of_numbers(got, wanted) -> str:
    if not np.isfinite(got).all() or not np.isfinite(wanted).all() or len(got) < 2:
        return ""
    if _near(got, wanted):
        return "Everywhere it is right to about three digits, and not beyond: is something rounded on the way?"
    if _near(got, -wanted):
        return "Everywhere the sign is the other one."
    if _near(got, np.abs(wanted)):
        return "The minus signs are lost."
    there = wanted != 0
    for times, words in TIMES.items():
        for sign in (1, -1):
            if _near(got, sign * times * wanted):
                turned = ", and the sign is the other one" if sign < 0 else ""
                return f"Everywhere it is {words} what it should be{turned}."
    if _near(got - wanted, np.full_like(got, got[0] - wanted[0])):
        off = got[0] - wanted[0]
        return f"Everywhere it is {abs(off):.6g} too {'large' if off > 0 else 'small'}."
    if there.all() and _near(got * wanted, np.ones_like(got)):
        return "Everywhere it is 1 divided by what it should be: a fraction is turned over."
    if _near(got, wanted**2):
        return "Everywhere it is the square of what it should be."
    return ""


def _of_shapes(values, wanted) -> str:
    if all(not np.ndim(right) and np.ndim(value) for value, right in zip(values, wanted)):
        for words, function in (("sum", np.sum), ("mean", np.mean)):
            if all(np.size(value) and same(function(value).item(), right) for value, right in zip(values, wanted)):
                return f"One number is asked, and it is their {words}."
    if all(np.ndim(right) == 2 and same(np.transpose(value), right) for value, right in zip(values, wanted)):
        return "Rows and columns are exchanged."
    if all(np.ndim(right) and same(np.squeeze(value), right) for value, right in zip(values, wanted)):
        return "There is one pair of brackets too many."
    lengths = {len(value) - len(right) for value, right in zip(values, wanted) if np.ndim(value) and np.ndim(right)}
    if lengths in ({1}, {-1}):
        return f"There is always one too {'many' if lengths == {1} else 'few'}."
    return ""


def pattern_of_value(value, wanted) -> str:
    """Return a sentence about how a value that was asked for differs from the wanted one, or ""."""
    if not _is_numbers(value) or shape(value) != shape(wanted):
        return ""
    if np.ndim(wanted):
        if _near(np.sort(value), np.sort(wanted)):
            return "The numbers are right, and they stand in another order."
        return "The sizes are right, and a sign is not." if _near(np.abs(value), np.abs(wanted)) else ""
    if _near(value, -wanted):
        return "The size is right, the sign is not."
    for power in (-3, -2, -1, 1, 2, 3):
        if _near(value, wanted * 10.0**power):
            return "The digits are right, and the decimal point is not."
    for times, words in TIMES.items():
        if times not in (10, 0.1, 100, 0.01) and _near(value, wanted * times):
            return f"It is {words} what is asked."
    return "It is 1 divided by what is asked: turn it over." if wanted and _near(value * wanted, 1.0) else ""


def _near(one, other) -> bool:
    return np.shape(one) == np.shape(other) and bool(np.allclose(one, other, rtol=1e-3, atol=1e-9))
