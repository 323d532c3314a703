"""The sigmoid is exact to rounding for every float, and silent."""

import math
import warnings

import numpy as np
import pytest

from helpers.core import sigmoid


@pytest.mark.parametrize("z", [-745.1, -709, -100, -37, -1, -1e-300, 0, 5e-324, 1, 36.7, 37, 39.99, 40, 41, 709])
def test_it_is_what_math_exp_gives(z):
    """Where exp underflows, where 1 + exp(z) loses the 1, where z is held."""
    wanted = 1 / (1 + math.exp(-z)) if z > 0 else math.exp(z) / (1 + math.exp(z))
    assert sigmoid(z) == pytest.approx(wanted, rel=1e-15, abs=0)


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
