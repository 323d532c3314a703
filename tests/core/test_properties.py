"""What must hold for any network: random sizes, with and without biases, in either precision, and in grids.

Descents are held to loops in test_descent.py.
"""

from copy import deepcopy

import autograd
import autograd.numpy
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.core import Network, Parabola, derivative, power_rule, secant_slope, sigmoid, train
from helpers.core.training import one_epoch

SETTINGS = settings(derandomize=True, deadline=None, max_examples=40)
SIZES = st.lists(st.integers(1, 6), min_size=2, max_size=4)
SHAPES = st.sampled_from([(), (1,), (3,), (2, 1), (2, 3), (4, 1, 3)])  # any two of them broadcast


@st.composite
def examples(draw):
    """A network with random weights, and up to seven examples; some of the inputs may be 0 in all of them."""
    sizes, seed, rows = draw(SIZES), draw(st.integers(0, 10**6)), draw(st.integers(1, 7))
    dtype = draw(st.sampled_from([np.float64, np.float32]))
    network = Network(sizes, draw(st.booleans()), start="normal", seed=seed, dtype=dtype)
    random = np.random.default_rng(seed)
    x, y = random.normal(size=(rows, sizes[0])), random.random((rows, sizes[-1]))
    return network, x * (random.random(sizes[0]) < draw(st.sampled_from([0.5, 1]))), y


def precision(network):
    """What rounding may do to numbers in the network's dtype."""
    return {"rtol": 1e-9, "atol": 1e-13} if network.parameters.dtype == np.float64 else {"rtol": 2e-4, "atol": 2e-6}


def outputs_as_a_formula(network, parameters, x):
    """As autograd can differentiate them, which knows nothing of the layers and of backpropagation here."""
    a, at = x, 0
    for fan_in, fan_out in zip(network.sizes, network.sizes[1:]):
        width = fan_in + network.biases
        neurons = parameters[at : at + fan_out * width].reshape(fan_out, width)
        bias = neurons[:, fan_in] if network.biases else 0.0
        a, at = 1 / (1 + autograd.numpy.exp(-(a @ neurons[:, :fan_in].T + bias))), at + neurons.size
    return a


@SETTINGS
@given(examples(), SHAPES)
def test_outputs_cost_and_gradient_are_those_of_an_automatic_differentiation(given_examples, grid):
    """Cost and gradient for each network of a grid."""
    network, x, y = given_examples

    def formula(parameters):
        return 0.5 * autograd.numpy.sum((outputs_as_a_formula(network, parameters, x) - y) ** 2) / len(x)

    outputs = outputs_as_a_formula(network, network.parameters.astype(float), x)
    np.testing.assert_allclose(network.predict(x), outputs, **precision(network))
    cost, dtype = network.cost_on(x, y), network.parameters.dtype
    stack = np.random.default_rng(len(x)).normal(size=(*grid, network.parameters.size)).astype(dtype)
    each = stack.reshape(-1, network.parameters.size).astype(float)
    values, slopes = map(formula, each), map(autograd.grad(formula), each)
    np.testing.assert_allclose(cost.value(stack), np.reshape(list(values), grid), **precision(network))
    np.testing.assert_allclose(cost.gradient(stack), np.reshape(list(slopes), stack.shape), **precision(network))


@SETTINGS
@given(examples(), st.floats(-1, 5), st.integers(1, 7), st.integers(0, 5))
def test_mini_batches_are_the_steps_of_one_epoch(given_examples, learning_rate, batch_size, seed):
    """Whatever the sizes: a smaller batch at the end, inputs that are always 0, a single example."""
    network, x, y = given_examples
    twin, random, losses = deepcopy(network), np.random.default_rng(seed), []
    batch_size = min(batch_size, len(x))

    def gradient(x, y):  # which is asked for just before each step
        losses.append(len(x) * twin.cost(x, y))
        return Network.gradient(twin, x, y)

    twin.gradient = gradient
    for _ in range(2):
        one_epoch(twin, x, y, learning_rate, batch_size, random)
    epochs = train(network, x, y, learning_rate, 2, batch_size, seed=seed)
    np.testing.assert_allclose(network.parameters, twin.parameters, **precision(network))
    costs = np.reshape(losses, (2, -1)).sum(axis=1) / len(x)
    np.testing.assert_allclose([epoch.cost for epoch in epochs], costs, **precision(network))


@SETTINGS
@given(SHAPES, SHAPES, st.integers(0, 10**6))
def test_functions_of_numbers_take_arrays_of_any_shape(left, right, seed):
    """Broadcasting is looping, to the last bit but where NumPy has a faster exp or power for arrays."""
    random = np.random.default_rng(seed)
    w, h = random.uniform(0.5, 9, left), random.uniform(0.1, 1, right)
    bowl, cube_rule = Parabola(2.0), power_rule(3, -0.5)
    for function, arguments in (
        (lambda w, h: secant_slope(bowl.value, w, h), (w, h)),
        (lambda w, h: derivative(bowl.value, w, h), (w, h)),
        *((one, (w - 4,)) for one in (sigmoid, cube_rule, bowl.value, bowl.gradient)),
    ):
        looped = np.vectorize(function, otypes=[float])(*arguments)
        together = function(*arguments)
        assert np.shape(together) == looped.shape
        np.testing.assert_allclose(together, looped, rtol=1e-13, atol=1e-15)
