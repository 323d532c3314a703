"""Every cost of the course: its gradient is the slope of its value, on numbers and on grids, and in a descent."""

import warnings

import numpy as np
import pytest

from helpers.core import Network, Parabola, costs, derivative, gradient_descent


def two():
    return Network((1, 1)).cost_on([[0], [1]], [[0], [1]])


# Made anew in each test: `make mutants` changes the code after the tests were collected.
OF_ONE_WEIGHT = {
    "Parabola": lambda: Parabola(3),
    "SteepHill": lambda: costs.SteepHill(4, minimum=-1, lowest=2),
    "Hill": costs.Hill,
    "Power(3)": lambda: costs.Power(3),
    "Power(-1)": lambda: costs.Power(-1),
    "DoubleWell": costs.DoubleWell,
    "Cube": costs.Cube,
    "Plateau": costs.Plateau,
    "CrossEntropy": costs.CrossEntropy,
}
OF_A_VECTOR = {
    "Bowl": costs.Bowl,
    "Frozen": lambda: costs.Frozen(two(), [1, 0]),
    "SignOfSlope": lambda: costs.SignOfSlope(costs.Bowl()),
    "a network's": two,
}
ALL = {**OF_ONE_WEIGHT, **OF_A_VECTOR}


def without_evaluator(cost):
    """The same cost as a learner would write it."""
    return type("Plain", (), {"value": staticmethod(cost.value), "gradient": staticmethod(cost.gradient)})()


@pytest.mark.parametrize("name", OF_ONE_WEIGHT)
def test_the_gradient_is_the_slope_of_the_value(name):
    cost = OF_ONE_WEIGHT[name]()
    w = np.linspace(0.3, 1.6, 41) * ([1] if isinstance(cost, costs.Power) else [[-1], [1]])
    np.testing.assert_allclose(cost.gradient(w), derivative(cost.value, w), atol=1e-7)
    for function in (cost.value, cost.gradient):
        assert function(w).shape == w.shape
        assert [float(function(number)) for number in w[0:1].ravel()] == function(w)[0:1].ravel().tolist()


@pytest.mark.parametrize(
    ("make", "at", "value", "gradient"),
    [
        (lambda: costs.SteepHill(4), 0, 36, -24),
        (lambda: costs.SteepHill(4, minimum=-1, lowest=2), 0, 6, 8),
        (costs.Hill, 5.7, 1.9, 1.2),
        (lambda: costs.Power(0.5), 4, 2, 0.25),
        (costs.DoubleWell, 2, 9.6, 24.3),
        (costs.DoubleWell, costs.DoubleWell.hilltop, 1.0112844835, 0),
        (costs.Cube, -2, -8, 12),
        (costs.Plateau, 0, 0.5, -2.5),
        (costs.CrossEntropy, 0, np.log(2), -0.5),
        (costs.CrossEntropy, -800, 800, -1),
        (costs.Bowl, [10, 1], 62.5, [10, 25]),
        (costs.Bowl, [[10, 1], [0, 2]], [62.5, 50], [[10, 25], [0, 50]]),
        (lambda: costs.Frozen(costs.Bowl(), (1, 0)), [10, 1], 62.5, [10, 0]),
        (lambda: costs.SignOfSlope(costs.Bowl()), [10, -1], 62.5, [1, -1]),
        (lambda: costs.SignOfSlope(Parabola(), digits=2), 3.004, 1.6e-5, 1),
        (lambda: costs.SignOfSlope(Parabola(), digits=2), 3.002, 4e-6, 0),
        (lambda: costs.SignOfSlope(Parabola()), 3 + 1e-12, 1e-24, 1),
    ],
)
def test_its_formula_by_hand(make, at, value, gradient):
    assert make().value(at) == pytest.approx(value, rel=1e-3)
    assert make().gradient(at) == pytest.approx(np.array(gradient))


@pytest.mark.parametrize("name", ALL)
def test_a_descent_is_the_same_with_and_without_its_evaluator(name):
    start, cost = [[0.5, 0.7], [0.9, 1.1]], ALL[name]()
    quick, plain = (gradient_descent(each, start, 0.01, 9) for each in (cost, without_evaluator(cost)))
    for of_quick, of_plain in zip(vars(quick).values(), vars(plain).values(), strict=True):
        np.testing.assert_allclose(of_quick, of_plain, rtol=1e-13)


@pytest.mark.parametrize("method", ["value", "gradient"])
@pytest.mark.parametrize("name", ALL)
def test_it_takes_numbers_and_nothing_else(name, method):
    argument = "x" if name.startswith("Power") else "parameters"
    with pytest.raises(TypeError, match=f"^{argument} must be a number or an array"):
        getattr(ALL[name](), method)("w")


def test_no_cost_warns_where_a_float_ends():
    with warnings.catch_warnings(), np.errstate(all="warn"):
        warnings.simplefilter("error")
        assert costs.Plateau().value(800) == costs.Plateau().gradient(800.0) == 0
        assert costs.Power(-1).value(0) == np.inf


def test_in_turn_asks_one_cost_a_step():
    three = costs.AlternatingCost([Parabola(2), Parabola(4), Parabola(8)])
    assert three.value(4) == pytest.approx(20 / 3)
    w = gradient_descent(three, 0.0, 0.25, 4).parameters
    assert w.tolist() == [0, 1, 2.5, 5.25, 3.625]
