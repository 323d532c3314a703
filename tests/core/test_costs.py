"""Every cost of the course: its gradient is the slope of its value, on numbers and on grids, and in a descent."""

import warnings

import numpy as np
import pytest

from helpers.core import Network, Parabola, costs, derivative, gradient_descent

TWO = Network((1, 1)).cost_on([[0], [1]], [[0], [1]])
OF_ONE_WEIGHT = [
    Parabola(3),
    costs.SteepHill(4, minimum=-1, lowest=2),
    costs.Hill(),
    costs.Power(3),
    costs.Power(-1),
    costs.DoubleWell(),
    costs.Cube(),
    costs.Plateau(),
]
OF_A_VECTOR = [costs.Bowl(), costs.Frozen(TWO, [1, 0]), costs.SignOfSlope(costs.Bowl()), TWO]


def named(cost):
    return type(cost).__name__


def without_evaluator(cost):
    """The same cost as a learner would write it."""
    return type("Plain", (), {"value": staticmethod(cost.value), "gradient": staticmethod(cost.gradient)})()


@pytest.mark.parametrize("cost", OF_ONE_WEIGHT, ids=named)
def test_the_gradient_is_the_slope_of_the_value(cost):
    w = np.linspace(0.3, 1.6, 41) * ([1] if isinstance(cost, costs.Power) else [[-1], [1]])
    np.testing.assert_allclose(cost.gradient(w), derivative(cost.value, w), atol=1e-7)
    for function in (cost.value, cost.gradient):
        assert function(w).shape == w.shape
        assert [float(function(number)) for number in w[0:1].ravel()] == function(w)[0:1].ravel().tolist()


@pytest.mark.parametrize(
    ("cost", "at", "value", "gradient"),
    [
        (costs.SteepHill(4), 0, 36, -24),
        (costs.Hill(), 4.7, 1.3, 0),
        (costs.Power(0.5), 4, 2, 0.25),
        (costs.DoubleWell(), 2, 9.6, 24.3),
        (costs.DoubleWell(), costs.DoubleWell.hilltop, 1.0112844835, 0),
        (costs.Cube(), -2, -8, 12),
        (costs.Plateau(), 0, 0.5, -2.5),
        (costs.Bowl(), [10, 1], 62.5, [10, 25]),
        (costs.SignOfSlope(costs.Bowl()), [10, -1], 62.5, [1, -1]),
        (costs.SignOfSlope(Parabola(), digits=9), 3 + 1e-12, 1e-24, 0),
        (costs.SignOfSlope(Parabola()), 3 + 1e-12, 1e-24, 1),
    ],
)
def test_its_formula_by_hand(cost, at, value, gradient):
    assert cost.value(at) == pytest.approx(value, rel=1e-3)
    assert cost.gradient(at) == pytest.approx(gradient)


@pytest.mark.parametrize("cost", [*OF_ONE_WEIGHT, *OF_A_VECTOR], ids=named)
def test_a_descent_is_the_same_with_and_without_its_evaluator(cost):
    start = [[0.5, 0.7], [0.9, 1.1]]
    quick, plain = (gradient_descent(each, start, 0.01, 9) for each in (cost, without_evaluator(cost)))
    for of_quick, of_plain in zip(vars(quick).values(), vars(plain).values(), strict=True):
        np.testing.assert_allclose(of_quick, of_plain, rtol=1e-13)


def test_no_cost_warns_where_a_float_ends():
    with warnings.catch_warnings(), np.errstate(all="warn"):
        warnings.simplefilter("error")
        assert costs.Plateau().value(800) == costs.Plateau().gradient(800.0) == 0
        assert costs.Power(-1).value(0) == np.inf


def test_frozen_parameters_stay():
    frozen = gradient_descent(costs.Frozen(TWO, trained=(1, 0)), [0.0, 1.0], 1.0, 50).parameters
    assert set(frozen[:, 1]) == {1.0}
    assert frozen[-1, 0] > 0.7


def test_in_turn_asks_one_cost_a_step():
    two = costs.InTurn([Parabola(2), Parabola(4)])
    assert two.value(3) == 1
    w = gradient_descent(two, 0.0, 0.25, 4).parameters
    assert w.tolist() == [0, 1, 2.5, 2.25, 3.125]


@pytest.mark.parametrize(
    ("make", "error", "said"),
    [
        (lambda: costs.SteepHill("steep"), TypeError, "k must be one number such as 0.5, got 'steep'"),
        (lambda: costs.SteepHill(1, minimum=np.inf), ValueError, "minimum must be finite"),
        (lambda: costs.Power([1, 2]), ValueError, "n must be one number"),
        (lambda: costs.Power(0.5).gradient(0), ValueError, "x must not be 0"),
        (lambda: costs.Bowl().value([1, 2, 3]), ValueError, r"u and v in their last axis, got shape \(3,\)"),
        (lambda: costs.Cube().value("w"), TypeError, "parameters must be a number or an array"),
        (lambda: costs.Frozen(TWO, "all"), TypeError, "trained must be"),
    ],
)
def test_what_makes_no_sense_is_refused(make, error, said):
    with pytest.raises(error, match=said):
        make()
