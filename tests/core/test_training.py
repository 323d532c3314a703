"""Training: what is handed over, and how it may end. Its steps are held to plain ones in test_properties.py."""

import warnings

import numpy as np
import pytest

from helpers.core import Network, fast, train

XOR = np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.array([[0], [1], [1], [0]])


def test_on_epoch_sees_each_epoch_and_may_stop():
    """It gets the record and the network; only True stops."""
    seen = []

    def watch(epoch, network):
        seen.append((epoch, network, network.parameters, network.parameters.copy()))
        return epoch.number == 3 or None

    network = Network((2, 2, 1), start="normal")
    epochs = train(network, *XOR, 5.0, 10, 2, on_epoch=watch)
    assert [epoch.number for epoch in epochs] == [1, 2, 3]
    assert [row[0] for row in seen] == epochs
    assert all(row[1] is network for row in seen)
    for _, _, parameters, copy in seen:  # a vector from an earlier epoch is not changed by the next
        np.testing.assert_array_equal(parameters, copy)
    assert len(train(network, *XOR, 5.0, 3, 2, on_epoch=lambda epoch, network: "go on")) == 3


def test_on_epoch_may_change_the_network():
    """Training goes on from the parameters that it finds."""
    network = Network((1, 1))

    def reset(epoch, network):
        network.parameters = [0.0, 0.0]

    train(network, [[1.0]], [[1.0]], 1.0, 5, 1, on_epoch=reset)
    np.testing.assert_array_equal(network.parameters, [0.0, 0.0])


@pytest.mark.parametrize(("dtype", "moves"), [(float, True), (np.float32, False)])
def test_it_works_in_the_dtype_of_the_network(dtype, moves):
    """Where exp(-110) is 0 as a float32 and not as a float, no step is taken in single precision."""
    network = Network((2, 1), biases=False, dtype=dtype)
    network.parameters = [-110, 0]
    train(network, [[1, 1]], [[1]], 1e20, 1, 1)
    assert network.parameters[0] == -110 and bool(network.parameters[1]) is moves


def test_ctrl_c_in_the_middle_of_an_epoch(monkeypatch):
    """The steps taken so far count, and the network can be used and trained further."""
    random = np.random.default_rng(1)
    x, y = random.random((100, 5)), random.random((100, 3))
    network, twin = Network((5, 4, 3)), Network((5, 4, 3))
    backward, calls = fast.Passes.backward, []

    def interrupted(self, gradient_stack):
        if len(calls) == 7:
            raise KeyboardInterrupt
        calls.append(1)
        backward(self, gradient_stack)

    with monkeypatch.context() as patch:
        patch.setattr(fast.Passes, "backward", interrupted)
        with pytest.raises(KeyboardInterrupt):
            train(network, x, y, 3.0, 1, 10)
    order = np.random.default_rng(0).permutation(100)[:70]
    for batch in order.reshape(7, 10):
        twin.parameters = twin.parameters - 3.0 * twin.gradient(x[batch], y[batch])
    np.testing.assert_allclose(network.parameters, twin.parameters, rtol=0, atol=1e-12)
    assert len(train(network, x, y, 3.0, 2, 10)) == 2


@pytest.mark.parametrize(("dtype", "learning_rate"), [(float, 1e308), (np.float32, 1e39), (np.float32, 3e38)])
def test_a_rate_that_overflows_ends_in_silence(dtype, learning_rate):
    """As inf or nan in the parameters, without a warning."""
    network = Network((1, 1), start=0.0, dtype=dtype)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        epochs = train(network, [[100.0], [-100.0]], [[1.0], [0.0]], learning_rate, 3, 1)
        network.predict([[100.0], [0.0]])
    assert not np.isfinite(network.parameters).all()
    assert len(epochs) == 3


def test_examples_of_any_kind_train_alike_and_stay_as_they_were():
    """In any order of memory and any kind of number."""
    random, ends = np.random.default_rng(0), []
    x, y = random.integers(0, 9, (60, 5)), random.integers(0, 2, (60, 3))
    for change in (np.array, np.asfortranarray, np.float32):
        given, before = (change(x), change(y)), (change(x), change(y))
        network = Network((5, 4, 3), dtype=np.float32)
        train(network, *given, 3.0, 2, 8)
        ends.append(network.parameters)
        np.testing.assert_equal(given, before)
    np.testing.assert_array_equal(ends, ends[:1] * 3)
