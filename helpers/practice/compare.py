"""When an answer is right: one rule for all numbers.

A number that is asked for may be rounded, as the page shows it, to two significant digits or more; and it may be off by
a thousandth of itself, since the page shows four digits, and people compute with these. An exercise that wants more
says `exact`, and why. What a function returns is computed, not read: it may be off by a millionth.
"""

from math import floor, log10

import numpy as np

from helpers.practice.plain_data import OtherValue

READ_TOLERANCE = 1e-3  # of a value that was read or worked out: relative, as the next one
COMPUTED_TOLERANCE = 1e-6  # of what a function returns


def same(got, wanted) -> bool:
    """Return whether two results of a function agree: as words, or as numbers of the same shape, to a millionth."""
    if isinstance(wanted, str) and isinstance(got, str):
        return _letters_and_digits(got) == _letters_and_digits(wanted)
    if got is None or wanted is None or isinstance(wanted, str) or isinstance(got, str):
        return got is wanted
    if is_several(wanted):
        return is_several(got) and len(got) == len(wanted) and all(map(same, got, wanted))
    return same_shape(got, wanted) and _all_near(got, wanted, COMPUTED_TOLERANCE)


def is_several(value) -> bool:
    """Return whether a value is several results of different shapes, such as a table of weights and its biases."""
    return isinstance(value, (tuple, list)) and shape(value) is None


def same_value(got, wanted, exact: bool = False) -> bool:
    """Return whether a value that was asked for is the wanted one, entry by entry, by the rule above."""
    if isinstance(wanted, str) or isinstance(got, (str, dict, frozenset)):
        return False
    if not same_shape(got, wanted):
        return False
    if exact or np.asarray(got).dtype.kind not in "biuf":
        return _all_near(got, wanted, 1e-9)
    return all(map(is_rounded_form, np.ravel(got).tolist(), np.ravel(wanted).tolist()))


def is_rounded_form(got: float, wanted: float) -> bool:
    """Return whether a number is another one, rounded to two significant digits or more, or nearly that one."""
    if not np.isfinite(got):
        return False
    return (
        abs(got - wanted) <= READ_TOLERANCE * abs(wanted) + 1e-12
        or equals_at_digits(got, wanted, 2)
        or equals_at_digits(got, wanted, 3)
    )


def equals_at_digits(got: float, wanted: float, digits: int) -> bool:
    """Return whether a number is another one rounded to so many significant digits; a half goes up or down."""
    if not wanted or not np.isfinite(got):
        return got == wanted
    unit = 10.0 ** (floor(log10(abs(wanted))) + 1 - digits)
    steps = got / unit
    return abs(steps - round(steps)) < 1e-6 and abs(got - wanted) <= 0.5 * unit * (1 + 1e-9)


def nearly(got, wanted) -> bool:
    """Return whether a value is the wanted one but for a thousandth of it: for slips of values that must be exact."""
    if isinstance(wanted, str) or isinstance(got, (str, dict, frozenset)):
        return False
    return same_shape(got, wanted) and _all_near(got, wanted, READ_TOLERANCE)


def is_truncated(got: float, wanted: float) -> bool:
    """Return whether a number is another one cut off after two or three digits, where rounding differs."""
    if not wanted or not np.isfinite(got) or is_rounded_form(got, wanted):
        return False
    units = [10.0 ** (floor(log10(abs(wanted))) + 1 - digits) for digits in (2, 3)]
    return any(abs(got - np.trunc(wanted / unit) * unit) < 1e-6 * unit for unit in units)


def same_shape(got, wanted) -> bool:
    """Return whether two values are both one number, or as many in a row, or tables of as many rows and columns."""
    return shape(got) == shape(wanted)


def shape(value):
    """Return the shape of a value as NumPy has it, or None for rows of different lengths and other things."""
    if isinstance(value, OtherValue):
        return value.shape
    if value is None or isinstance(value, (dict, frozenset)):
        return None
    try:
        return np.shape(value)
    except ValueError:
        return None


def _all_near(got, wanted, tolerance) -> bool:
    got, wanted = np.asarray(got), np.asarray(wanted)
    if got.dtype.kind == "c" and not got.imag.any():
        got = got.real
    return got.dtype.kind in "biuf" and np.allclose(got, wanted, rtol=tolerance, atol=1e-9, equal_nan=True)


def _letters_and_digits(text) -> str:
    """Return what is left of a word without regard to case and marks: "One step" is "one-step"."""
    return "".join(letter for letter in text.lower() if letter.isalnum())
