"""Secants, the central difference and the power rule agree with each other and with algebra."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.core import Parabola, derivative, power_rule, secant_slope

SETTINGS = settings(derandomize=True, deadline=None, max_examples=60)
MODERATE = st.floats(-10, 10)


@SETTINGS
@given(MODERATE, st.floats(0.01, 2), st.booleans())
def test_a_secant_of_the_bowl(w, h, backward):
    """(f(w + h) - f(w)) / h of (w - 3)^2 is 2 (w - 3) + h exactly, for h of either sign."""
    h = -h if backward else h
    assert secant_slope(Parabola().value, w, h) == pytest.approx(2 * (w - 3) + h, abs=1e-10)


@SETTINGS
@given(MODERATE, MODERATE)
def test_the_central_difference_of_the_bowl(w, minimum):
    """It has no error of its own on a parabola, only rounding."""
    bowl = Parabola(minimum)
    assert derivative(bowl.value, w) == pytest.approx(bowl.gradient(w), abs=1e-8)


@SETTINGS
@given(st.sampled_from([-3, -2, -1, -0.5, 0, 0.5, 1, 1.5, 2, 3, 7]), MODERATE, st.floats(0.2, 3))
def test_the_power_rule_is_what_is_measured(n, coefficient, x):
    """The rule c n x**(n - 1) against the central difference."""
    measured = derivative(lambda x: coefficient * x**n, x)
    assert power_rule(n, coefficient)(x) == pytest.approx(measured, rel=1e-6, abs=1e-6)


def test_a_central_difference_is_nearer_than_a_secant():
    """The error shrinks with h^2 and not with h."""
    for h in (0.1, 0.01):
        assert secant_slope(np.exp, 0, h) - 1 == pytest.approx(h / 2, rel=0.1)
        assert derivative(np.exp, 0, h) - 1 == pytest.approx(h**2 / 6, rel=0.1)


def test_a_number_gives_a_number():
    """What a notebook shows is -5.0 and not np.float64(-5.0)."""
    for slope in (
        *(secant_slope(np.sin, 0, 1), secant_slope(Parabola().value, np.float64(0), 1), derivative(np.sin, 0)),
        *(power_rule(2)(np.float64(3)), power_rule(0.5)(4), power_rule(0)(4)),
        *(Parabola().value(0), Parabola().gradient(np.float32(0))),
    ):
        assert type(slope) is float
    assert math.copysign(1, power_rule(0, 5)(-2)) == 1  # 0.0 and not -0.0
