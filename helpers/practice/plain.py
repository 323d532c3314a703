"""What a learner's code gave, as plain data: whatever is asked of it afterwards, no code of the learner's runs."""

import reprlib
from dataclasses import dataclass
from numbers import Number

import numpy as np

LARGEST = 100  # letters, or values in a row; no answer of ours has more than 10
NUMBERS = {np.bool_: bool, np.integer: int, np.floating: float, np.complexfloating: complex, Number: float}


@dataclass(frozen=True)
class Other:
    """Neither a number nor a text nor a small table of them. text: what it says of itself. shape: of a large table."""

    text: str
    shape: tuple = ("?",)

    def __repr__(self):
        return self.text


def plain(value, depth: int = 3):
    """Return None, ..., a number, a text, a small tuple, list or array of these, or else an Other.

    It asks the value what it is, and a learner's object may answer that with an exception, or never.
    """
    if value is None or value is ... or type(value) in (bool, int, float, complex):
        return value
    if isinstance(value, str):
        return str.__getitem__(value, slice(LARGEST))
    if isinstance(value, np.ndarray):
        return _array(value)
    if isinstance(value, (tuple, list, range)):
        return _several(value, depth)
    for kind, as_kind in NUMBERS.items():
        if isinstance(value, kind):
            return as_kind(value)
    return Other("a function" if callable(value) else reprlib.repr(value))


def _array(value):
    shape = tuple(value.shape)
    if value.size > LARGEST:
        return Other(f"an array of shape {shape}", shape)
    return np.array(value) if shape and value.dtype.kind in "biufc" else plain(value.tolist())


def _several(value, depth):
    if depth == 0 or len(value) > LARGEST:
        return Other(f"a {type(value).__name__} of {len(value):,} values", (len(value),))
    values = [plain(one, depth - 1) for one in value]
    return tuple(values) if isinstance(value, tuple) else values
