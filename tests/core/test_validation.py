"""No function of helpers.core takes what makes no sense, and every refusal helps.

Each row is a line that a learner could type. It must raise TypeError or ValueError with a message that names
the argument, shows what was given (or its shape) and says what would be right.
"""

import math
import warnings

import numpy as np
import pytest

from helpers import core
from helpers.core import Network, Parabola, gradient_descent, sigmoid, validation


class MyCost:
    """A cost as a learner writes one, returning whatever the row wants."""

    def __init__(self, value=1.0, gradient=1.0):
        self.returned = value, gradient

    def value(self, parameters):
        return self.returned[0]

    def gradient(self, parameters):
        return self.returned[1]


def assign(values):
    Network((2, 1)).parameters = values


def f(w):
    return (w - 3) ** 2


X, Y = [[0.0], [1.0]], [[0.0], [1.0]]
net = Network((1, 1), biases=False)
cost = net.cost_on(X, Y)

NAMES = {**vars(math), **vars(core), **globals()}  # that the calls are written with

# What the checks themselves refuse: (the call, error, what the message shows).
CHECKS = [
    ("validation.numbers('w', 'three')", TypeError, "w must be a number or an array of numbers", "got 'three'"),
    ("validation.numbers('w', '3' * 10**6)", TypeError, "w must be", " ... "),
    ("validation.numbers('w', [[1], [1, 2]], 'so')", ValueError, "w must be so", "different lengths: [[1], [1, 2]]"),
    ("validation.numbers('w', np.empty((3, 0)))", ValueError, "w must be", "an empty array of shape (3, 0)"),
    ("validation.finite('w', None, 'so')", TypeError, "w must be so, got None"),
    ("validation.finite('w', [0.5, -inf])", ValueError, "w must be finite, got ", "-inf"),
    ("validation.finite_number('w', [1])", ValueError, "w must be one number such as 0.5, got an array of shape (1,)"),
    ("validation.count('n', True)", TypeError, "n must be a whole number", "got True"),
    ("validation.count('n', 0, at_least=1)", ValueError, "n must be a whole number such as 2, and 1 or more, got 0"),
    ("validation.rows('x', 'three', 1)", TypeError, "x must be an array with one row", "got 'three'"),
    ("validation.rows('x', 1, 4)", ValueError, "4 column(s), such as [[0.0, 0.0, 0.0, 0.0], [1.0,", "got shape ()"),
    ("validation.rows('x', [[0]], 5)", ValueError, "such as an array of shape (n, 5), got shape (1, 1)"),
    ("validation.rows('x', [[[0]]], 1)", ValueError, "x must be an array with one row", "got shape (1, 1, 1)"),
]

# Every argument made of numbers: (the call, what the message says, one or two values that must not get through).
ARGUMENTS = [
    ("secant_slope(f, {}, 0.1)", "w must be", "'three'", "nan"),
    ("secant_slope(f, 0, {})", "h must be", "'three'", "nan"),
    ("secant_slope(lambda w: {}, 0, 0.1)", "what f returns must be a number", "None"),
    ("derivative(f, {})", "w must be", "'three'", "nan"),
    ("derivative(f, 0, {})", "h must be", "'three'", "nan"),
    ("power_rule({})", "n must be", "'three'", "[1]"),
    ("power_rule(2, {})", "coefficient must be", "'three'", "[1]"),
    ("power_rule(2)({})", "x must be", "'three'", "nan"),
    ("power_rule(0)({})", "x must be", "'three'", "nan"),
    ("Parabola({})", "minimum must be", "'three'", "[1]"),
    ("gradient_descent(Parabola(), {}, 0.1, 3)", "start must be", "'three'", "nan"),
    ("gradient_descent(Parabola(), 0, {}, 3)", "learning_rate must be", "'fast'", "nan"),
    ("gradient_descent(Parabola(), 0, 0.1, 3, {})", "momentum must be", "'three'", "[1]"),
    ("gradient_descent(Parabola(), 0, lambda t: 0.1 if t < 2 else {}, 3)", "learning_rate(2) must be", "nan"),
    ("gradient_descent(Parabola(), 0, 0.1, {})", "steps must be a whole number such as 1, and 0", "-1", "2.5"),
    ("gradient_descent(MyCost(value={}), 0, 0.1, 3)", "what cost.value returns must be", "'three'"),
    ("gradient_descent(MyCost(gradient={}), 0, 0.1, 3)", "what cost.gradient returns must be", "'three'"),
    ("sigmoid({})", "z must be", "'three'", "[]"),
    ("Network((1, {}))", "each of sizes must be a whole number such as 2, and 1", "0", "2.5"),
    ("Network((1, 1), seed={})", "seed must be a whole number such as 1, and 0", "-1", "2.5"),
    ("Network((1, 1), start={})", "start must be", "nan", "[1]"),
    ("net.predict({})", "x must be", "'three'", "[[nan]]"),
    ("net.cost_on({}, Y)", "x must be", "[[nan]]"),
    ("net.cost_on(X, {})", "y must be", "[[nan]]"),
    ("assign({})", "parameters must be", "'three'"),
    ("train(net, X, Y, {}, 1, 1)", "learning_rate must be", "nan", "[1]"),
    ("train(net, X, Y, 1, {}, 1)", "epochs must be a whole number such as 2, and 1", "0", "2.5"),
    ("train(net, X, Y, 1, 1, {})", "batch_size must be a whole number such as 2, and 1", "0", "2.5"),
    ("train(net, X, Y, 1, 1, 1, seed={})", "seed must be a whole number such as 1, and 0", "-1", "2.5"),
]

# The rest: wrong kinds, shapes that do not fit, slips of the hand. (the call, error, fragments of the message).
ROWS = [
    ("secant_slope(0, f, 1)", TypeError, "f must be a function such as lambda w", "got 0"),
    ("derivative(Parabola(), 0)", TypeError, "f must be a function such as lambda w", "Parabola(minimum=3)"),
    ("secant_slope(lambda w: w.sum(), [0, 1], 1)", ValueError, "f must return one value for each", "(2,)", "()"),
    ("derivative(lambda w: [w, w], 1)", ValueError, "f must return one value for each", "()", "(2,)", "lambda w:"),
    ("secant_slope(f, 0, [0.1, 0])", ValueError, "h must not be 0", "0.1", "try h=0.001"),
    ("secant_slope(f, [0, 1, 2], [0.1, 0.2])", ValueError, "w and h must fit", "(3,)", "(2,)", "as a number"),
    # where a power has no slope
    ("power_rule(-1)([1, 0])", ValueError, "x must not be 0", "x**-1 has no slope there", "[1., 0.]"),
    ("power_rule(0.5)(-2)", ValueError, "x must not be negative", "x**0.5 is defined from 0 upwards", "-2.0"),
    # a cost, and what it returns
    ("gradient_descent(Parabola, 0, 0.1, 3)", TypeError, "cost must be an object", "Parabola()", "<class"),
    ("gradient_descent(net, [0], 0.1, 3)", TypeError, "cost must be", "network.cost_on(x, y)", "Network((1, 1)"),
    ("gradient_descent(MyCost(gradient=[1, 2]), 0, 0.1, 3)", ValueError, "cost.gradient must return", "()", "(2,)"),
    ("gradient_descent(MyCost(value=[1, 2]), 0, 0.1, 3)", ValueError, "cost.value must return one", "(2,)", "()"),
    # a cost of the course
    ("costs.SteepHill('steep')", TypeError, "k must be one number such as 0.5, got 'steep'"),
    ("costs.SteepHill(1, minimum=inf)", ValueError, "minimum must be finite"),
    ("costs.SteepHill(1, lowest=inf)", ValueError, "lowest must be finite"),
    ("costs.Power([1, 2])", ValueError, "n must be one number"),
    ("costs.Power(0.5).gradient(0)", ValueError, "x must not be 0"),
    ("costs.Bowl().value([1, 2, 3])", ValueError, "u and v in their last axis, got shape (3,)"),
    ("costs.Frozen(cost, 'all')", TypeError, "trained must be"),
    # start, learning rate and cost must fit each other
    ("gradient_descent(Parabola(), 0, 'fast', 3)", TypeError, "or a function of the step number, got 'fast'"),
    ("gradient_descent(Parabola(), 0, 0.1, 3, momentum=1)", ValueError, "momentum must be from 0 to below 1", "got 1"),
    ("gradient_descent(Parabola(), 0, 0.1, 3, momentum=-0.1)", ValueError, "momentum must be from 0 to below 1"),
    ("gradient_descent(Parabola(), [0, 1, 2], [0.1, 0.2], 3)", ValueError, "start and learning_rate", "(3,) and (2,)"),
    ("gradient_descent(Parabola(), [0, 1], lambda t: [1, 2, 3], 3)", ValueError, "start and learning_rate must fit"),
    (
        "gradient_descent(Parabola(), 0, lambda step: 0.1 if step < 2 else [0.1, 0.2], 3)",
        ValueError,
        "learning_rate(2) must have the shape () of learning_rate(0), got shape (2,)",
    ),
    ("gradient_descent(cost, 0, 0.1, 3)", ValueError, "start must fit the cost", "1 number(s)", "network.parameters"),
    # the shape of a network
    ("Network(784)", TypeError, "sizes must be a tuple such as (784, 16, 16, 10)", "784"),
    ("Network('1, 1')", TypeError, "sizes must be a tuple", "'1, 1'"),
    ("Network((3,))", ValueError, "sizes must name at least the inputs and the outputs", "got (3,)"),
    ("Network((2, 1), 'normal')", TypeError, "biases must be True or False", "'normal'"),
    ("Network((1, 1), start=None)", TypeError, "start must be 'scaled', 'normal' or one number, got None"),
    ("Network((2, 1), start='Scaled')", ValueError, "start must be 'scaled', 'normal' or one number", "'Scaled'"),
    ("Network((2, 1), dtype=int)", ValueError, "dtype must be float or numpy.float32", "int"),
    ("Network((2, 1), dtype=None)", TypeError, "dtype must be float or numpy.float32", "None"),
    ("Network((2, 1), dtype='double precision')", TypeError, "dtype must be float", "'double precision'"),
    # rows of examples, and a vector of parameters
    ("net.predict([[0, 1]])", ValueError, "x must be", "1 column", "got shape (1, 2)"),
    ("net.cost(X, [0, 1])", ValueError, "y must be", "[[0.0], [1.0]]", "got shape (2,)"),
    ("net.cost(X, [[0.0]])", ValueError, "x and y must have a row for each example", "2 rows of x", "1 of y"),
    ("assign([1, 2])", ValueError, "parameters must be a vector of 3 number(s)", "network.parameters", "(2,)"),
    ("cost.value(0.5)", ValueError, "parameters must be a vector of 1 number(s)", "network.parameters", "shape ()"),
    # a training
    ("train((784, 10), X, Y, 1, 1, 1)", TypeError, "network must be a Network", "(784, 16, 16, 10)", "(784, 10)"),
    ("train(net, X, [[0], [1.1]], 1, 1, 1)", ValueError, "y must be targets from 0 to 1", "[1.1] in row 1"),
    ("train(net, X, [[-0.1], [1]], 1, 1, 1)", ValueError, "y must be targets from 0 to 1", "[-0.1] in row 0"),
    ("train(net, X, Y, 1, 1, 3)", ValueError, "batch_size must be at most 2", "got 3", "batch_size=2"),
    ("train(net, X, Y, 1, 1, 1, on_epoch=10)", TypeError, "on_epoch must be a function such as lambda epoch", "10"),
]

TABLE = [
    *CHECKS,
    *ROWS,
    *((call.format(value), (TypeError, ValueError), says) for call, says, *values in ARGUMENTS for value in values),
]


@pytest.mark.parametrize(("call", "error", "fragments"), [pytest.param(c, e, f, id=c) for c, e, *f in TABLE])
def test_a_bad_call_is_refused_in_words_that_help(call, error, fragments):
    """The error is of the right kind, short, and holds every fragment; no warning comes before it."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(error) as caught:
            eval(call, NAMES)
    message = str(caught.value)
    for fragment in fragments:
        assert fragment in message
    assert len(message) < 400


def test_what_was_given_is_shown_whole_up_to_120_characters_and_else_by_its_ends():
    assert validation.shown("a" * 118) == f"'{'a' * 118}'"
    assert validation.shown("a" * 119) == f"'{'a' * 79} ... {'a' * 29}'"


# What must not be refused: the call and what it gives.
LET_THROUGH = [
    ("secant_slope(f, 0, -1)", -7.0),
    ("secant_slope(lambda w: 5, [0, 1], 1)", [0.0, 0.0]),
    ("derivative(lambda w: [3 * part for part in w], np.array([1, 2]), 1)", [3.0, 3.0]),
    ("power_rule(0, 5)([-2, 0])", [0.0, 0.0]),
    ("power_rule(1.5)(0)", 0.0),
    ("power_rule(1)(0)", 1.0),
    ("power_rule(-2)(-1)", 2.0),
    ("power_rule(400)(10)", np.inf),
    ("Parabola().value(1e200)", np.inf),
    ("sigmoid([-inf, 0, inf])", [0.0, 0.5, 1.0]),
    ("sigmoid(np.array([12, -12], np.float16))", [1 / (1 + math.exp(-12)), 1 / (1 + math.exp(12))]),
    ("gradient_descent(Parabola(), 0, 0.1, np.int64(1)).parameters", [0.0, 0.6]),
    ("gradient_descent(Parabola(), 0, 0.1, 0).parameters", [0.0]),
    ("gradient_descent(Parabola(), 0, [0.1, 0.2].__getitem__, 2).parameters", [0.0, 0.6, 1.56]),
    ("Network(np.array([2, 1])).parameters.shape", (3,)),
    ("train(Network((1, 1), start=0.0), X, Y, -1, 1, 2)[0].cost", 0.125),
]


@pytest.mark.parametrize(("call", "wanted"), [pytest.param(*row, id=row[0]) for row in LET_THROUGH])
def test_a_good_call_is_let_through_without_a_warning(call, wanted):
    """The checks are not stricter than the mathematics: edges that have an answer give it, in silence."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        result = eval(call, NAMES)
    np.testing.assert_allclose(result, wanted, rtol=1e-9)
    assert np.shape(result) == np.shape(wanted)


def test_an_argument_is_left_as_it_was():
    """No function works in place on what it was given, and an assigned vector is a copy."""
    network, given = Network((1, 1)), np.array([0.5, -0.5])
    gradient_descent(network.cost_on(X, Y), given, 1.0, 3)
    gradient_descent(Parabola(), given, 1.0, 3)
    sigmoid(given)
    network.parameters = given
    network.parameters[0] = 9
    np.testing.assert_array_equal(given, [0.5, -0.5])
