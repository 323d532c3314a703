"""No function of helpers.core takes what makes no sense, and every refusal helps.

Each row is a line that a learner could type. It must raise TypeError or ValueError with a message that names
the argument, shows what was given (or its shape) and says what would be right.
"""

import math
import warnings
from math import inf, nan  # noqa: F401 (typed in the rows)

import numpy as np
import pytest

from helpers.core import (  # noqa: F401 (typed in the rows)
    Network,
    Parabola,
    derivative,
    gradient_descent,
    power_rule,
    secant_slope,
    sigmoid,
    train,
    validation,
)


class MyCost:
    """A cost as a learner writes one, returning whatever the row wants."""

    def __init__(self, value=1.0, gradient=1.0):
        self.returned = value, gradient

    def value(self, parameters):
        return self.returned[0]

    def gradient(self, parameters):
        return self.returned[1]


class OnlyValue:
    def value(self, parameters):
        return 1.0


def assign(values):
    Network((2, 1)).parameters = values


def f(w):
    return (w - 3) ** 2


X, Y = [[0.0], [1.0]], [[0.0], [1.0]]
net = Network((1, 1), biases=False)
cost = net.cost_on(X, Y)
big, DIGITS, LABELS = Network((784, 16, 16, 10)), np.zeros((3, 784)), np.eye(10)[:3]

# What is no number, or no array of numbers: (as typed, error, what the message shows). Each kind is tried on one argument;
# every other argument is tried with one value of each kind that it must refuse.
NOT_NUMBERS = [
    ("b'3'", TypeError, "b'3'"),
    ("None", TypeError, "None"),
    ("math.sqrt", TypeError, "sqrt"),
    ("[0, 1j]", TypeError, "1j"),
    ("[0.5, None]", TypeError, "[0.5, None]"),
    ("{'w': 1}", TypeError, "{'w': 1}"),
    ("'3' * 10**6", TypeError, " ... "),
    ("10**400", TypeError, "10000"),
    ("np.datetime64('2020-01-01')", TypeError, "2020-01-01"),
    ("np.empty((3, 0))", ValueError, "(3, 0)"),
    ("[[1], [1, 2]]", ValueError, "different lengths: [[1], [1, 2]]"),
]
NOT_COUNTS = [
    ("10.0", TypeError, "10.0"),
    ("np.True_", TypeError, "True"),
    ("'10'", TypeError, "'10'"),
    ("None", TypeError, "None"),
    ("[10]", TypeError, "[10]"),
]
NUMBERS = [("'three'", TypeError, "'three'"), ("[]", ValueError, "(0,)")]
FINITE = [*NUMBERS, ("nan", ValueError, "nan"), ("[0.5, -inf]", ValueError, "inf")]
ONE = [*FINITE, ("[1]", ValueError, "(1,)")]
COUNT = [("-1", ValueError, "-1"), ("2.5", TypeError, "2.5"), ("True", TypeError, "True")]
AT_LEAST_ONE = [*COUNT, ("0", ValueError, "0")]

# Every argument made of numbers: (the call, the name in the message, the remedy in it, what must not get through).
ARGUMENTS = [
    ("secant_slope(f, {}, 0.1)", "w must be", "", FINITE),
    ("secant_slope(f, 0, {})", "h must be", "", FINITE),
    ("secant_slope(lambda w: {}, 0, 0.1)", "what f returns must be", "such as 0.5", NUMBERS),
    ("derivative(f, {})", "w must be", "", FINITE),
    ("derivative(f, 0, {})", "h must be", "", FINITE),
    ("derivative(lambda w: {}, 0)", "what f returns must be", "such as 0.5", NUMBERS),
    ("power_rule({})", "n must be", "", ONE),
    ("power_rule(2, {})", "coefficient must be", "", ONE),
    ("power_rule(2)({})", "x must be", "", FINITE),
    ("power_rule(0)({})", "x must be", "", FINITE),
    ("Parabola({})", "minimum must be", "", ONE),
    ("Parabola().value({})", "parameters must be", "such as 0.5", NUMBERS),
    ("Parabola().gradient({})", "parameters must be", "such as 0.5", NUMBERS),
    ("gradient_descent(Parabola(), {}, 0.1, 3)", "start must be", "", FINITE),
    ("gradient_descent(Parabola(), 0, {}, 3)", "learning_rate must be", "", FINITE),
    ("gradient_descent(Parabola(), 0, 0.1, 3, {})", "momentum must be", "", ONE),
    ("gradient_descent(Parabola(), 0, lambda step: {}, 3)", "learning_rate(0) must be", "", FINITE),
    ("gradient_descent(Parabola(), 0, lambda t: 0.1 if t < 2 else {}, 3)", "learning_rate(2) must be", "", FINITE),
    (
        "gradient_descent(Parabola(), 0, 0.1, {})",
        "steps must be a whole number such as 1",
        "0 or more",
        COUNT + NOT_COUNTS,
    ),
    ("gradient_descent(MyCost(value={}), 0, 0.1, 3)", "what cost.value returns must be", "", NUMBERS),
    ("gradient_descent(MyCost(gradient={}), 0, 0.1, 3)", "what cost.gradient returns must be", "", NUMBERS),
    ("sigmoid({})", "z must be", "such as 0.5", NUMBERS + NOT_NUMBERS),
    ("Network(({}, 1))", "each of sizes must be a whole number", "1 or more", AT_LEAST_ONE),
    ("Network((1, {}))", "each of sizes must be a whole number", "1 or more", AT_LEAST_ONE),
    ("Network((1, 1), seed={})", "seed must be a whole number such as 1", "0 or more", COUNT),
    ("Network((1, 1), start={})", "start must be", "", ONE[1:]),
    ("net.predict({})", "x must be", "", FINITE),
    ("net.cost({}, Y)", "x must be", "", FINITE),
    ("net.cost(X, {})", "y must be", "", FINITE),
    ("net.gradient({}, Y)", "x must be", "", FINITE),
    ("net.gradient(X, {})", "y must be", "", FINITE),
    ("net.cost_on({}, Y)", "x must be", "", FINITE),
    ("net.cost_on(X, {})", "y must be", "", FINITE),
    ("assign({})", "parameters must be", "", NUMBERS),
    ("cost.value({})", "parameters must be", "", NUMBERS),
    ("cost.gradient({})", "parameters must be", "", NUMBERS),
    ("train(net, {}, Y, 1, 1, 1)", "x must be", "", FINITE),
    ("train(net, X, {}, 1, 1, 1)", "y must be", "", FINITE),
    ("train(net, X, Y, {}, 1, 1)", "learning_rate must be", "", ONE),
    ("train(net, X, Y, 1, {}, 1)", "epochs must be a whole number such as 2", "1 or more", AT_LEAST_ONE),
    ("train(net, X, Y, 1, 1, {})", "batch_size must be a whole number such as 2", "1 or more", AT_LEAST_ONE),
    ("train(net, X, Y, 1, 1, 1, seed={})", "seed must be a whole number such as 1", "0 or more", COUNT),
]

# The rest: wrong kinds, shapes that do not fit, slips of the hand. (the call, error, fragments of the message).
ROWS = [
    # a function is wanted
    ("secant_slope(0, f, 1)", TypeError, "f must be a function such as lambda w", "got 0"),
    ("secant_slope(Parabola(), 0, 1)", TypeError, "f must be a function", "Parabola(minimum=3)"),
    ("derivative(2.5, 0)", TypeError, "f must be a function such as lambda w", "2.5"),
    # that returns a number for each number
    ("secant_slope(print, 0, 1)", TypeError, "what f returns must be a number", "None"),
    ("secant_slope(lambda w: w.sum(), [0, 1], 1)", ValueError, "f must return one value for each", "(2,)", "()"),
    ("derivative(lambda w: w[0], [0, 1, 2])", ValueError, "f must return one value for each", "(3,)", "()"),
    ("derivative(lambda w: [w, w], 1)", ValueError, "f must return one value for each", "()", "(2,)", "lambda w:"),
    # two different points, of shapes that fit
    ("secant_slope(f, 0, 0)", ValueError, "h must not be 0", "got 0.0", "try h=0.001"),
    ("secant_slope(f, 0, [0.1, 0])", ValueError, "h must not be 0", "0.1", "try h=0.001"),
    ("derivative(f, 0, 0)", ValueError, "h must not be 0", "got 0.0", "try h=0.001"),
    ("secant_slope(f, [0, 1, 2], [0.1, 0.2])", ValueError, "w and h must fit", "(3,)", "(2,)", "as a number"),
    ("derivative(f, [0, 1, 2], [0.1, 0.2])", ValueError, "w and h must fit", "(3,)", "(2,)", "as a number"),
    # where a power has no slope
    ("power_rule(-1)(0)", ValueError, "x must not be 0", "x**-1 has no slope there", "got 0.0"),
    ("power_rule(-1)([1, 0])", ValueError, "x must not be 0", "x**-1", "[1., 0.]"),
    ("power_rule(0.5)(-2)", ValueError, "x must not be negative", "x**0.5 is defined from 0 upwards", "-2.0"),
    # a cost is wanted
    ("gradient_descent(f, 0, 0.1, 3)", TypeError, "cost must be an object with", "Parabola()", "function f"),
    ("gradient_descent(Parabola, 0, 0.1, 3)", TypeError, "cost must be an object", "Parabola()", "<class"),
    ("gradient_descent(net, [0], 0.1, 3)", TypeError, "cost must be", "network.cost_on(x, y)", "Network((1, 1)"),
    ("gradient_descent(OnlyValue(), 0, 0.1, 3)", TypeError, "cost must be", "gradient(parameters)", "OnlyValue"),
    # that returns what fits
    ("gradient_descent(MyCost(gradient=[1, 2]), 0, 0.1, 3)", ValueError, "cost.gradient must return", "()", "(2,)"),
    ("gradient_descent(MyCost(), [0, 1], 0.1, 3)", ValueError, "cost.gradient must return", "(2,)", "got ()"),
    ("gradient_descent(MyCost(value=[1, 2]), 0, 0.1, 3)", ValueError, "cost.value must return one", "(2,)", "()"),
    # what else would be right
    ("Parabola('three')", TypeError, "minimum must be one number such as 0.5, got 'three'"),
    ("Network((1, 1), start=None)", TypeError, "start must be 'scaled', 'normal' or one number, got None"),
    (
        "gradient_descent(Parabola(), 0, 'fast', 3)",
        TypeError,
        "[0, 0.5, 1], or a function of the step number, got 'fast'",
    ),
    # start, learning rate and cost must fit each other
    ("gradient_descent(Parabola(), 0, 0.1, 3, momentum=1)", ValueError, "momentum must be from 0 to below 1", "got 1"),
    ("gradient_descent(Parabola(), 0, 0.1, 3, momentum=-0.1)", ValueError, "momentum must be from 0 to below 1"),
    ("gradient_descent(Parabola(), [0, 1, 2], [0.1, 0.2], 3)", ValueError, "start and learning_rate", "(3,)", "(2,)"),
    ("gradient_descent(Parabola(), 0, 0.1, 3, momentum=1)", ValueError, "momentum must be from 0 to below 1", "got 1"),
    ("gradient_descent(Parabola(), 0, 0.1, 3, momentum=-0.1)", ValueError, "momentum must be from 0 to below 1"),
    ("gradient_descent(Parabola(), [0, 1, 2], [0.1, 0.2], 3)", ValueError, "(n, 1)", "(m,)", "(n, 1, parameters)"),
    (
        "gradient_descent(Parabola(), [0, 1], lambda step: [0.1, 0.2, 0.3], 3)",
        ValueError,
        "start and learning_rate must fit",
    ),
    (
        "gradient_descent(Parabola(), 0, lambda step: 0.1 if step < 2 else [0.1, 0.2], 3)",
        ValueError,
        "learning_rate(2) must have the shape () of learning_rate(0), got shape (2,)",
    ),
    ("gradient_descent(cost, 0, 0.1, 3)", ValueError, "start must fit the cost", "1 number(s)", "network.parameters"),
    ("gradient_descent(cost, [0], [0.1, 0.2], 3)", ValueError, "start must fit the cost", "(2,)", "sizes (1, 1)"),
    # the shape of a network
    ("Network(784)", TypeError, "sizes must be a tuple such as (784, 16, 16, 10)", "784"),
    ("Network('1, 1')", TypeError, "sizes must be a tuple", "'1, 1'"),
    ("Network({1, 2})", TypeError, "sizes must be a tuple", "{1, 2}"),
    ("Network([[1, 1]])", TypeError, "each of sizes must be a whole number", "[1, 1]"),
    ("Network(np.array([2.0, 1.0]))", TypeError, "each of sizes must be a whole number", "2.0"),
    ("Network((3,))", ValueError, "sizes must name at least the inputs and the outputs", "got (3,)"),
    ("Network((2, 1), 'normal')", TypeError, "biases must be True or False", "'normal'"),
    ("Network((2, 1), biases=0.5)", TypeError, "biases must be True or False", "0.5"),
    ("Network((2, 1), start='Scaled')", ValueError, "start must be 'scaled', 'normal' or one number", "'Scaled'"),
    ("Network((2, 1), dtype=int)", ValueError, "dtype must be float or numpy.float32", "int"),
    ("Network((2, 1), dtype=None)", TypeError, "dtype must be float or numpy.float32", "None"),
    ("Network((2, 1), dtype='double precision')", TypeError, "dtype must be float", "'double precision'"),
    # rows of examples
    ("net.predict(1)", ValueError, "x must be an array with one row for each example and 1 column", "[[0.0], [1.0]]"),
    ("net.predict([[0, 1]])", ValueError, "x must be", "1 column", "got shape (1, 2)"),
    ("net.predict([[[0]]])", ValueError, "x must be", "got shape (1, 1, 1)"),
    ("Network((4, 1)).predict([1])", ValueError, "4 column(s), such as [[0.0, 0.0, 0.0, 0.0], [1.0,"),
    ("net.cost(X, [0, 1])", ValueError, "y must be", "[[0.0], [1.0]]", "got shape (2,)"),
    ("net.cost(X, [[0, 1], [1, 0]])", ValueError, "y must be", "1 column", "got shape (2, 2)"),
    ("net.cost(X, [[0.0]])", ValueError, "x and y must have a row for each example", "2 rows of x", "1 of y"),
    ("net.gradient(X, [[0.0]])", ValueError, "x and y must have a row for each example", "2 rows of x", "1 of y"),
    ("net.cost_on(X, [0, 1])", ValueError, "y must be", "got shape (2,)"),
    ("net.cost_on(X, [[0.0]])", ValueError, "x and y must have a row for each example", "2 rows of x", "1 of y"),
    # a vector of parameters
    ("assign(0.5)", ValueError, "parameters must be a vector of 3 number(s)", "network.parameters", "(1,)"),
    ("assign([1, 2])", ValueError, "parameters must be a vector of 3 number(s)", "(2,)"),
    ("cost.value(0.5)", ValueError, "parameters must be a vector of 1 number(s)", "network.parameters", "shape ()"),
    ("cost.gradient([1, 2])", ValueError, "parameters must be a vector of 1 number(s)", "(1, 1)", "shape (2,)"),
    # a training
    ("train((784, 10), X, Y, 1, 1, 1)", TypeError, "network must be a Network", "(784, 16, 16, 10)", "(784, 10)"),
    ("train(Network((400, 10)), DIGITS, LABELS, 3, 1, 1)", ValueError, "x must be", "(n, 400)", "shape (3, 784)"),
    ("train(Network((784, 2)), DIGITS, LABELS, 3, 1, 1)", ValueError, "y must be", "2 column(s)", "shape (3, 10)"),
    ("train(big, DIGITS, LABELS[:2], 3, 1, 1)", ValueError, "x and y must have a row", "3 rows of x", "2 of y"),
    ("train(net, X, [[0], [1.1]], 1, 1, 1)", ValueError, "y must be targets from 0 to 1", "[1.1] in row 1"),
    ("train(net, X, [[-0.1], [1]], 1, 1, 1)", ValueError, "y must be targets from 0 to 1", "[-0.1] in row 0"),
    ("train(net, X, Y, 1, 1, 3)", ValueError, "batch_size must be at most 2", "got 3", "batch_size=2"),
    ("train(net, X, Y, 1, 1, 1, on_epoch=10)", TypeError, "on_epoch must be a function", "10", "epoch.cost"),
]

TABLE = ROWS + [
    (call.format(typed), error, name, shows, remedy)
    for call, name, remedy, refused in ARGUMENTS
    for typed, error, shows in refused
]


@pytest.mark.parametrize(("call", "error", "fragments"), [pytest.param(c, e, f, id=c) for c, e, *f in TABLE])
def test_a_bad_call_is_refused_in_words_that_help(call, error, fragments):
    """The error is of the right kind, short, and holds every fragment; no warning comes before it."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises((TypeError, ValueError)) as caught:
            eval(call, dict(globals()))
    message = str(caught.value)
    assert caught.type is error, message
    for fragment in fragments:
        assert fragment in message
    assert len(message) < 400


def test_what_was_given_is_shown_whole_up_to_120_characters_and_else_by_its_ends():
    assert validation.shown("a" * 118) == f"'{'a' * 118}'"
    assert validation.shown("a" * 119) == f"'{'a' * 79} ... {'a' * 29}'"


# What must not be refused: the call and what it gives.
LET_THROUGH = [
    ("secant_slope(f, 0, -1)", -7.0),
    ("secant_slope(f, True, 1)", -3.0),
    ("secant_slope(lambda w: 5, [0, 1], 1)", [0.0, 0.0]),
    ("derivative(lambda w: 5, [[0], [1]])", [[0.0], [0.0]]),
    ("derivative(lambda w: [3 * part for part in w], np.array([1, 2]), 1)", [3.0, 3.0]),
    ("power_rule(0, 5)([-2, 0])", [0.0, 0.0]),
    ("power_rule(1.5)(0)", 0.0),
    ("power_rule(1)(0)", 1.0),
    ("power_rule(-2)(-1)", 2.0),
    ("power_rule(400)(10)", np.inf),
    ("Parabola().value(1e200)", np.inf),
    ("Parabola(np.int64(2)).gradient(5)", 6.0),
    ("sigmoid([-inf, 0, inf])", [0.0, 0.5, 1.0]),
    ("sigmoid(np.array([12, -12], np.float16))", [1 / (1 + math.exp(-12)), 1 / (1 + math.exp(12))]),
    ("sigmoid(np.array(0))", 0.5),
    ("gradient_descent(Parabola(), 0, 0.1, np.int64(1)).parameters", [0.0, 0.6]),
    ("gradient_descent(Parabola(), 0, 0.1, 0).parameters", [0.0]),
    ("gradient_descent(Parabola(), 0, [0.1, 0.2].__getitem__, 2).parameters", [0.0, 0.6, 1.56]),
    ("Network(np.array([2, 1])).parameters.shape", (3,)),
    ("net.cost(np.array([[True]]), [[1]]) > 0", True),
    ("len(train(Network((1, 1)), X, Y, 1, np.int64(2), 2))", 2),
    ("train(Network((1, 1), start=0.0), X, Y, -1, 1, 2)[0].cost", 0.125),
]


@pytest.mark.parametrize(("call", "wanted"), [pytest.param(*row, id=row[0]) for row in LET_THROUGH])
def test_a_good_call_is_let_through_without_a_warning(call, wanted):
    """The checks are not stricter than the mathematics: edges that have an answer give it, in silence."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        result = eval(call, dict(globals()))
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
