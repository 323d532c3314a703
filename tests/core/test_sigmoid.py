"""The sigmoid is exact to rounding for every float, and silent."""

import math
import warnings
from decimal import Decimal, localcontext

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.core import sigmoid

SETTINGS = settings(derandomize=True, deadline=None, max_examples=150)


def exact(z: float) -> Decimal:
    """1 / (1 + exp(-z)) to 60 digits, by the standard library."""
    with localcontext() as context:
        context.prec = 60
        return 1 / (1 + (-Decimal(z)).exp())


def off_by(got: float, wanted: Decimal) -> float:
    """How many units in the last place of a float the result is off."""
    return float(abs(Decimal(got) - wanted) / Decimal(math.ulp(float(wanted))))


@SETTINGS
@given(st.floats(-745, 800))
def test_it_is_exact_to_rounding(z):
    """At most 2 units in the last place: one rounding each in exp, in the sum and in the quotient."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert off_by(sigmoid(z), exact(z)) <= 2
        assert off_by(sigmoid(np.array([z, z]))[0], exact(z)) <= 2


@pytest.mark.parametrize(
    "z", [-745.1, -745, -709, -100, -37, -1, -1e-300, 0, 5e-324, 1, 36.7, 37, 39.99, 40, 41, 710, 800]
)
def test_it_is_exact_at_the_edges(z):
    """Where exp underflows, where 1 + exp(z) loses the 1, where z is held, where exp would overflow."""
    assert off_by(sigmoid(z), exact(z)) <= 2


def test_beyond_all_floats():
    """It ends at 0 and 1, and nan stays nan."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        got = sigmoid([-math.inf, -1e308, -800, 800, 1e308, math.inf, math.nan])
    np.testing.assert_array_equal(got, [0, 0, 0, 1, 1, 1, math.nan])


def test_shapes_and_kinds():
    """A number gives a number, an array its own shape and precision."""
    assert type(sigmoid(1)) is float
    assert type(sigmoid(np.float32(1))) is float
    assert sigmoid([[1, 2, 3]]).shape == (1, 3)
    z = np.linspace(-80, 100, 1001, dtype=np.float32)
    assert sigmoid(z).dtype == np.float32
    np.testing.assert_allclose(sigmoid(z), sigmoid(z.astype(float)), rtol=1e-6)
