"""How a network starts, and in which precision it computes. What it computes is held to autograd in test_properties.py."""

import math

import numpy as np
import pytest

from helpers.core import Network, gradient_descent


def example():
    """A network with random weights and biases, and random examples for it."""
    random = np.random.default_rng(5)
    return Network((4, 3, 2), start="normal", seed=5), random.normal(size=(3, 4)), random.random((3, 2))


@pytest.mark.parametrize("biases", [True, False])
def test_the_layers_are_views_of_the_parameters(biases):
    network = Network((3, 4, 2), biases)
    for weights, bias in network.layers:
        weights[:] = 7
        if biases:
            bias[:] = 7
    assert np.all(network.parameters == 7)


def test_the_same_seed_gives_the_same_start():
    """And another seed another one, for both random starts."""
    for start in ("scaled", "normal"):
        first, again, other = (Network((5, 4, 3), start=start, seed=seed).parameters for seed in (7, 7, 8))
        np.testing.assert_array_equal(first, again)
        assert np.any(first != other)


def test_what_is_not_said():
    """Biases, a scaled start, seed 0, double precision."""
    network = Network((3, 4, 2))
    said = Network((3, 4, 2), biases=True, start="scaled", seed=0, dtype=float)
    np.testing.assert_array_equal(network.parameters, said.parameters)


@pytest.mark.parametrize("fan_in", [1, 25, 400])
def test_a_scaled_start(fan_in):
    """Weights from N(0, 1) / sqrt(fan-in), biases 0."""
    [(weights, biases)] = Network((fan_in, 1000), seed=3).layers
    spread = 4 / math.sqrt(2 * weights.size)  # four standard errors of a measured standard deviation
    assert weights.std() * math.sqrt(fan_in) == pytest.approx(1, rel=spread)
    assert abs(weights.mean()) * math.sqrt(fan_in) < 4 / math.sqrt(weights.size)
    assert not biases.any()


def test_a_normal_start():
    """Weights and biases from N(0, 1), whatever the fan-in."""
    [layer] = Network((100, 1000), start="normal", seed=3).layers
    for part in layer:
        assert part.std() == pytest.approx(1, rel=4 / math.sqrt(2 * part.size))
        assert abs(part.mean()) < 4 / math.sqrt(part.size)


def test_a_number_as_start_is_that_of_every_weight_and_bias():
    assert np.all(Network((3, 4, 2), start=0.5).parameters == 0.5)


@pytest.mark.parametrize("of_network", [float, np.float32])
@pytest.mark.parametrize("dtype", [float, np.float32])
def test_a_gradient_and_a_descent_come_in_the_precision_of_the_parameters(of_network, dtype):
    double, x, y = example()
    cost, parameters = Network((4, 3, 2), dtype=of_network).cost_on(x, y), double.parameters.astype(dtype)
    assert cost.value(parameters) == pytest.approx(double.cost(x, y), rel=1e-5)
    gradient, descent = cost.gradient(parameters), gradient_descent(cost, parameters, 0.5, 2)
    assert gradient.dtype == descent.parameters.dtype == descent.costs.dtype == descent.gradients.dtype == dtype
    np.testing.assert_allclose(gradient, double.gradient(x, y), rtol=1e-3, atol=1e-6)
    np.testing.assert_allclose(descent.gradients[0], gradient, rtol=1e-6)


def test_float32_stays_float32():
    """Also for inputs and parameters in double precision."""
    double, x, y = example()
    single = Network((4, 3, 2), start="normal", seed=5, dtype=np.float32)
    assert single.parameters.dtype == np.float32
    single.parameters = double.parameters
    cost, grid = single.cost_on(x, y), np.ones((2, single.parameters.size), np.float32)
    parts = [single.parameters, single.predict(x), single.gradient(x, y), cost.x, cost.y, cost.value(grid)]
    assert {part.dtype for part in parts} == {np.dtype(np.float32)}
    np.testing.assert_allclose(single.predict(x), double.predict(x), rtol=1e-5)
    assert type(single.cost(x, y)) is type(cost.value(single.parameters)) is float


@pytest.mark.parametrize("dtype", [float, np.float32])
def test_a_network_that_diverged_gives_nan_in_silence(dtype):
    """Value, gradient and outputs, even where the caller asked for an exception."""
    network = Network((2, 2, 1), dtype=dtype)
    cost = network.cost_on([[1, 1]], [[1]])
    largest = np.finfo(dtype).max
    for first in ([largest, largest, -np.inf], [np.nan] * 3):
        network.parameters = parameters = np.array([*first, *[largest] * 6], dtype)
        with np.errstate(all="raise"):
            assert np.isnan(cost.value(parameters))
            assert np.isnan(cost.value(np.tile(parameters, (2, 1)))).all()
            assert np.isnan(cost.gradient(parameters)).any()
            assert np.isnan(network.predict([[1, 1]]))


def test_how_it_introduces_itself():
    assert repr(Network((784, 16, 16, 10))) == "Network((784, 16, 16, 10), biases=True): 13,002 parameters"
