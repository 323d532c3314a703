"""What a function was given, checked before it computes anything.

Each check returns the value in the form the mathematics wants, or raises an error that names
the argument, what was given, and what would be right.
"""

from collections.abc import Callable
from numbers import Integral

import numpy as np

NUMBERS = "a number or an array of numbers such as 0.5 or [0, 0.5, 1]"
ONE_NUMBER = "one number such as 0.5"


def shown(value) -> str:
    """Return `value` as an error message shows it: whole if it is short, else its two ends."""
    text = repr(value)
    return text if len(text) <= 120 else f"{text[:80]} ... {text[-30:]}"


def numbers(name: str, value, wanted: str = NUMBERS):
    """Return `value` as a float, or as an array of floats if it has a shape. Any float is let through.

    Raises TypeError for what is not made of real numbers, ValueError for an empty array.
    """
    remedy = f"{name} must be {wanted}"
    try:
        array = np.asarray(value)
    except ValueError as uneven:
        raise ValueError(f"{remedy}, got rows of different lengths: {shown(value)}") from uneven
    if array.dtype.kind not in "iufb":
        raise TypeError(f"{remedy}, got {shown(value)}")
    if array.size == 0:
        raise ValueError(f"{remedy}, got an empty array of shape {array.shape}")
    if array.ndim == 0:
        return float(array)
    return array if array.dtype in (np.float32, np.float64) else array.astype(float)


def finite(name: str, value, wanted: str = NUMBERS):
    """Return `value` as `numbers` does, and raise ValueError if it holds nan or inf."""
    value = numbers(name, value, wanted)
    if not np.all(np.isfinite(value)):
        raise ValueError(f"{name} must be finite, got {shown(value)}; nan and inf have no place here")
    return value


def finite_number(name: str, value, wanted: str = ONE_NUMBER) -> float:
    """Return `value` as one finite float."""
    value = finite(name, value, wanted)
    if np.ndim(value):
        raise ValueError(f"{name} must be {wanted}, got an array of shape {value.shape}")
    return value


def count(name: str, value, at_least: int = 0) -> int:
    """Return `value` as a whole number that is `at_least` so large."""
    remedy = f"{name} must be a whole number such as {at_least + 1}, and {at_least} or more, got {shown(value)}"
    if isinstance(value, bool) or not isinstance(value, Integral):
        raise TypeError(remedy)
    if value < at_least:
        raise ValueError(remedy)
    return int(value)


def function(name: str, value, example: str) -> Callable:
    """Return `value` if it can be called."""
    if not callable(value):
        raise TypeError(f"{name} must be a function such as {example}, got {shown(value)}")
    return value


def rows(name: str, value, width: int) -> np.ndarray:
    """Return `value` as a finite array of shape (examples, width)."""
    example = [[0.0] * width, [1.0] * width] if width <= 4 else f"an array of shape (n, {width})"
    wanted = f"an array with one row for each example and {width} column(s), such as {example}"
    value = finite(name, value, wanted)
    shape = np.shape(value)
    if len(shape) != 2 or shape[1] != width:
        raise ValueError(f"{name} must be {wanted}, got shape {shape}")
    return value
