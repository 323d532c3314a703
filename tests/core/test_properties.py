"""What must hold for any network: random sizes, with and without biases, in either precision, and in grids.

The closed form of a descent and the plain network stand in test_descent.py and test_network.py.
"""

import autograd
import numpy as np
from automatic import cost_as_a_formula
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.core import Network, Parabola, derivative, gradient_descent, power_rule, secant_slope, sigmoid, train

SETTINGS = settings(derandomize=True, deadline=None, max_examples=40)
SIZES = st.lists(st.integers(1, 6), min_size=2, max_size=4)
DOUBLE, EITHER = st.just(np.float64), st.sampled_from([np.float64, np.float32])
SHAPES = st.sampled_from([(), (1,), (3,), (2, 1), (2, 3), (4, 1, 3)])  # any two of them broadcast


@st.composite
def examples(draw, sizes=SIZES, dtype=DOUBLE):
    """A network with random weights, and up to seven examples; some of the inputs may be 0 in all of them."""
    sizes, seed, rows = draw(sizes), draw(st.integers(0, 10**6)), draw(st.integers(1, 7))
    network = Network(sizes, draw(st.booleans()), start="normal", seed=seed, dtype=draw(dtype))
    random = np.random.default_rng(seed)
    x, y = random.normal(size=(rows, sizes[0])), random.random((rows, sizes[-1]))
    return network, x * (random.random(sizes[0]) < draw(st.sampled_from([0.5, 1]))), y


def precision(network):
    """What rounding may do to numbers in the network's dtype."""
    return {"rtol": 1e-9, "atol": 1e-13} if network.parameters.dtype == np.float64 else {"rtol": 2e-4, "atol": 2e-6}


def twin_of(network):
    """A second network with the same parameters."""
    twin = Network(network.sizes, network.biases, dtype=network.parameters.dtype)
    twin.parameters = network.parameters
    return twin


@SETTINGS
@given(examples(dtype=EITHER))
def test_the_gradient_is_that_of_an_automatic_differentiation(given_examples):
    network, x, y = given_examples
    cost, parameters = cost_as_a_formula(network, x, y), network.parameters.astype(float)
    np.testing.assert_allclose(network.cost(x, y), cost(parameters), **precision(network))
    np.testing.assert_allclose(network.gradient(x, y), autograd.grad(cost)(parameters), **precision(network))


@SETTINGS
@given(examples(), SHAPES)
def test_every_network_of_a_grid_has_the_gradient_of_an_automatic_differentiation(given_examples, grid):
    network, x, y = given_examples
    slope_of = autograd.grad(cost_as_a_formula(network, x, y))
    stack = np.random.default_rng(len(x)).normal(size=(*grid, network.parameters.size))
    wanted = [slope_of(parameters) for parameters in stack.reshape(-1, network.parameters.size)]
    gradient = network.cost_on(x, y).gradient(stack)
    np.testing.assert_allclose(gradient, np.reshape(wanted, stack.shape), **precision(network))


def shuffled(network, random):
    """The same network with the neurons of each hidden layer in another order."""
    twin = twin_of(network)
    for layer, size in enumerate(network.sizes[1:-1]):
        order = random.permutation(size)
        weights, biases = twin.layers[layer]
        weights[:] = weights[order]
        if network.biases:
            biases[:] = biases[order]
        following, _ = twin.layers[layer + 1]
        following[:] = following[:, order]
    return twin


@SETTINGS
@given(examples(st.lists(st.integers(1, 6), min_size=3, max_size=5)), st.integers(0, 10**6))
def test_the_order_of_hidden_neurons_does_not_matter(given_examples, seed):
    """Neither for the outputs nor for the cost, nor after training: the gradient is in the same other order."""
    network, x, y = given_examples
    twin = shuffled(network, np.random.default_rng(seed))
    np.testing.assert_allclose(twin.predict(x), network.predict(x), rtol=1e-12)
    np.testing.assert_allclose(twin.cost(x, y), network.cost(x, y), rtol=1e-12)
    train(network, x, y, 2.0, 2, 1)
    train(twin, x, y, 2.0, 2, 1)
    wanted = shuffled(network, np.random.default_rng(seed)).parameters
    np.testing.assert_allclose(twin.parameters, wanted, rtol=1e-9, atol=1e-12)


@SETTINGS
@given(examples(dtype=EITHER), st.integers(1, 6), st.integers(0, 10**6))
def test_a_batch_is_the_mean_of_its_parts(given_examples, cut, seed):
    """Cost and gradient, wherever it is cut, and in whatever order the examples come."""
    network, x, y = given_examples
    order = np.random.default_rng(seed).permutation(len(x))
    parts = [part for part in (order[:cut], order[cut:]) if len(part)]
    share = [len(part) / len(x) for part in parts]
    costs = [network.cost(x[part], y[part]) for part in parts]
    gradients = [network.gradient(x[part], y[part]) for part in parts]
    np.testing.assert_allclose(network.cost(x, y), np.dot(share, costs), **precision(network))
    np.testing.assert_allclose(network.gradient(x, y), np.tensordot(share, gradients, 1), **precision(network))


@SETTINGS
@given(examples(dtype=EITHER), st.floats(-1, 5), st.integers(1, 4))
def test_a_batch_of_everything_is_gradient_descent(given_examples, learning_rate, steps):
    """One core: an epoch of one batch is a step downhill, and its cost the one before the step."""
    network, x, y = given_examples
    descent = gradient_descent(network.cost_on(x, y), network.parameters, learning_rate, steps)
    epochs = train(network, x, y, learning_rate, steps, len(x))
    np.testing.assert_allclose(network.parameters, descent.parameters[-1], **precision(network))
    np.testing.assert_allclose([epoch.cost for epoch in epochs], descent.costs[:-1], **precision(network))


@SETTINGS
@given(examples(dtype=EITHER), st.floats(0, 5), st.integers(1, 7), st.integers(0, 5))
def test_mini_batches_are_steps_along_their_own_gradients(given_examples, learning_rate, batch_size, seed):
    """Whatever the sizes: a smaller batch at the end, inputs that are always 0, a single example."""
    network, x, y = given_examples
    twin, random = twin_of(network), np.random.default_rng(seed)
    batch_size, way = min(batch_size, len(x)), []
    for _ in range(2):
        order, squares = random.permutation(len(x)), 0.0
        for start in range(0, len(x), batch_size):
            batch = order[start : start + batch_size]
            squares += len(batch) * twin.cost(x[batch], y[batch])
            twin.parameters = twin.parameters - learning_rate * twin.gradient(x[batch], y[batch])
        way.append(squares / len(x))
    epochs = train(network, x, y, learning_rate, 2, batch_size, seed=seed)
    np.testing.assert_allclose(network.parameters, twin.parameters, **precision(network))
    np.testing.assert_allclose([epoch.cost for epoch in epochs], way, **precision(network))


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
