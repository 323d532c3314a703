"""The passes that fill arrays made once, against the plain ones of backpropagation.py."""

import numpy as np
import pytest

from helpers.core import Network
from helpers.core.fast import Passes


@pytest.mark.parametrize("dtype", [np.float64, np.float32])
@pytest.mark.parametrize("grid", [(), (3,), (2, 3)])
@pytest.mark.parametrize("biases", [True, False])
@pytest.mark.parametrize("sizes", [(1, 1), (2, 1), (3, 4, 2), (2, 3, 3, 1)])
def test_they_evaluate_as_value_and_gradient_do(sizes, biases, grid, dtype):
    """For one network and for grids, twice with the same arrays, and with the gradient scaled."""
    random, network = np.random.default_rng(0), Network(sizes, biases)
    x, y = random.normal(size=(5, sizes[0])), random.random((5, sizes[-1]))
    cost = network.cost_on(x, y)
    passes = Passes(sizes, biases, x, y, grid, dtype, scale=0.5)
    near = 1e-12 if dtype is np.float64 else 1e-5
    for _ in range(2):
        parameters = random.normal(size=(*grid, network.parameters.size)).astype(dtype)
        value, gradient = np.empty(grid, dtype), np.empty_like(parameters)
        passes.evaluate(parameters, value, gradient)
        np.testing.assert_allclose(value, cost.value(parameters.astype(float)), rtol=near)
        np.testing.assert_allclose(gradient, 0.5 * cost.gradient(parameters.astype(float)), rtol=near, atol=near)


@pytest.mark.parametrize("dtype", [np.dtype(float), np.dtype(np.float32)])
def test_all_that_a_pass_fills_is_of_one_dtype(dtype):
    """A network in single precision pays nowhere for double."""
    passes = Passes((3, 4, 2), True, np.ones((5, 3)), np.ones((5, 2)), (), dtype)
    arrays = [value for value in vars(passes).values() if isinstance(value, np.ndarray)]
    assert len(arrays) == 10 and {array.dtype for array in arrays} == {dtype}
