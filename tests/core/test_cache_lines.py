"""What makes training fast and changes no number: arrays of one dtype, at cache lines, with rows of whole lines."""

import numpy as np
import pytest

from helpers.core import Network
from helpers.core.backpropagation import Passes
from helpers.core.training import _without_dead_inputs, aligned


@pytest.mark.parametrize("dtype", [np.dtype(float), np.dtype(np.float32)])
@pytest.mark.parametrize("shape", [(1,), (7,), (5, 3), (10, 784)])
def test_arrays_begin_at_a_cache_line(shape, dtype):
    """Of 64 bytes. Each of many, since one alone may do so by luck; and all of an array is there."""
    several = [aligned(shape, dtype) for _ in range(20)]
    for number, array in enumerate(several):
        assert (array.shape, array.dtype) == (shape, dtype)
        assert array.flags.c_contiguous and array.ctypes.data % 64 == 0
        array[:] = number
    for number, array in enumerate(several):
        assert np.all(array == number), "two arrays share memory"


@pytest.mark.parametrize("dtype", [np.dtype(float), np.dtype(np.float32)])
def test_all_that_a_pass_fills_is_of_one_dtype(dtype):
    """A network in single precision pays nowhere for double."""
    network = Network((3, 4, 2), dtype=dtype)
    passes = Passes(network.cost_on(np.ones((5, 3)), np.ones((5, 2))), (), dtype)
    arrays = (passes.outputs, passes.slopes, passes.deltas, passes.errors, passes.share, passes.one)
    assert {array.dtype for array in arrays} == {dtype}


@pytest.mark.parametrize("biases", [True, False])
@pytest.mark.parametrize(("inputs", "alive", "kept"), [(50, 20, 32), (50, 32, 32), (50, 49, 50), (16, 0, 0), (9, 9, 9)])
def test_rows_are_whole_cache_lines_if_they_can_be(inputs, alive, kept, biases):
    """Of 16 floats: inputs that are always 0 fill the last line up, the constant neuron counts, the rest is out."""
    network = Network((inputs - biases, 3, 2), biases)
    x = np.zeros((4, inputs))
    x[2, np.random.default_rng(0).permutation(inputs)[:alive]] = 0.5
    rows, moving = _without_dead_inputs(network, x)
    assert rows.shape == (4, kept) and rows.flags.c_contiguous
    assert kept % 16 == 0 or kept == inputs
    np.testing.assert_array_equal(rows[2][rows[2] > 0], x[2][x[2] > 0])

    first, others = moving[: 3 * inputs].reshape(3, inputs), moving[3 * inputs :]
    assert np.all(first == first[0]) and first[0].sum() == kept and others.all()
    np.testing.assert_array_equal(rows, x[:, first[0]])
