"""What a learner's code gave, as plain data: whatever is asked of it afterwards, no code of the learner's runs."""

import reprlib
from dataclasses import dataclass
from numbers import Number

import numpy as np

LARGEST = 100  # characters, or values in a row; no answer of ours has more than 20
NUMBERS = {np.bool_: bool, np.integer: int, np.floating: float, np.complexfloating: complex, Number: float}


@dataclass(frozen=True)
class OtherValue:
    """Neither a number nor a text nor a small table of them. text: its repr, cut. shape: of a large table, or None."""

    text: str
    shape: tuple | None = None

    def __repr__(self):
        return self.text


def to_plain_data(value, depth: int = 3):
    """Return None, ..., a number, a text, a small tuple, list, set, dict or array of these, or else an OtherValue.

    It asks the value what it is, and a learner's object may answer that with an exception, or never.
    """
    if type(value) is int and abs(value) >= 1 << 1000:
        return OtherValue("a number of more than 300 digits", ())
    if value is None or value is ... or type(value) in (bool, int, float, complex):
        return value
    if isinstance(value, str):
        return str.__getitem__(value, slice(LARGEST))
    if isinstance(value, np.ndarray):
        return _array(value)
    if isinstance(value, (tuple, list, range, set, frozenset, dict)):
        return _several(value, depth)
    for kind, as_kind in NUMBERS.items():
        if isinstance(value, kind):
            return as_kind(value)
    return OtherValue("a function" if callable(value) else reprlib.repr(value))


def _array(value):
    shape = tuple(value.shape)
    if value.size > LARGEST:
        return OtherValue("a large array", shape)
    return np.array(value) if shape and value.dtype.kind in "biufc" else to_plain_data(value.tolist())


def _several(value, depth):
    if depth == 0 or len(value) > LARGEST:
        return OtherValue(f"a {type(value).__name__} of {len(value):,} values", (len(value),))
    if isinstance(value, dict):
        keys, values = (to_plain_data(list(part), depth - 1) for part in (value.keys(), value.values()))
        simple = all(isinstance(key, (str, int, float)) for key in keys)
        return dict(zip(keys, values)) if simple else OtherValue(reprlib.repr(value))
    values = [to_plain_data(one, depth - 1) for one in value]
    if isinstance(value, (set, frozenset)):
        simple = all(isinstance(one, (str, int, float)) for one in values)
        return frozenset(values) if simple else OtherValue(reprlib.repr(value))
    return tuple(values) if isinstance(value, tuple) else values
