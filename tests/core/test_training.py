"""Training: the fast epoch against the plain one, and what becomes of networks that are trained."""

import warnings

import numpy as np
import pytest

from helpers.core import Network, fast, gradient_descent, load_digits, train
from helpers.core.training import one_epoch

DIGITS = (784, 16, 16, 10)
XOR = np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.array([[0], [1], [1], [0]])


@pytest.fixture(scope="module")
def digits():
    return load_digits()


def accuracy(network, x, y):
    return np.mean(network.predict(x).argmax(axis=1) == y.argmax(axis=1))


@pytest.mark.parametrize(("dtype", "near"), [(float, 1e-10), (np.float32, 1e-6)])
@pytest.mark.parametrize(("batch_size", "learning_rate"), [(10, 3.0), (32, 9.0), (999, 1.0), (1000, 1.0), (7, 0.5)])
def test_the_fast_epoch_ends_where_the_plain_one_ends(digits, batch_size, learning_rate, dtype, near):
    """In every weight, also when a smaller batch is left over."""
    (x, y), _ = digits
    fast_one, plain_one, start = (Network(DIGITS, seed=1, dtype=dtype) for _ in range(3))
    train(fast_one, x[:1000], y[:1000], learning_rate, 1, batch_size, seed=5)
    one_epoch(plain_one, x[:1000], y[:1000], learning_rate, batch_size, np.random.default_rng(5))
    assert np.abs(fast_one.parameters - start.parameters).max() > 1e-2
    np.testing.assert_allclose(fast_one.parameters, plain_one.parameters, rtol=0, atol=near)


# What is handed over, and how it ends. --------------------------------------------------------------------------------


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
    for _, _, kept, copy in seen:  # a vector kept from an earlier epoch is not changed by the next
        np.testing.assert_array_equal(kept, copy)
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


@pytest.mark.parametrize("stop", [KeyboardInterrupt, RuntimeError])
def test_an_exception_leaves_what_was_reached(stop):
    """Ctrl-C or a fault in on_epoch comes through, and the network has the parameters of that moment."""
    network, twin = Network((2, 2, 1), start="normal"), Network((2, 2, 1), start="normal")

    def watch(epoch, network):
        if epoch.number == 2:
            raise stop

    with pytest.raises(stop):
        train(network, *XOR, 5.0, 10, 2, on_epoch=watch)
    train(twin, *XOR, 5.0, 2, 2)
    np.testing.assert_array_equal(network.parameters, twin.parameters)
    assert np.isfinite(network.predict(XOR[0])).all()


def test_ctrl_c_in_the_middle_of_an_epoch(digits, monkeypatch):
    """The steps taken so far count, and the network can be used and trained further."""
    (x, y), _ = digits
    x, y = x[:100].astype(float), y[:100].astype(float)
    network, twin = Network(DIGITS), Network(DIGITS)
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


def test_what_is_given_stays_as_it_was(digits):
    """Examples in any order of memory and any kind of number; nothing is written to them."""
    (x, y), _ = digits
    x, y = x[:60], y[:60]
    ends = []
    for given in ((x, y), (np.asfortranarray(x), np.asfortranarray(y)), (x.astype(float), y.astype(int)), (x[:], y)):
        before = [part.copy() for part in given]
        network = Network(DIGITS, dtype=np.float32)
        train(network, *given, 3.0, 2, 8)
        ends.append(network.parameters)
        for part, kept in zip(given, before):
            np.testing.assert_array_equal(part, kept)
        assert network.parameters.dtype == np.float32
    for end in ends[1:]:
        np.testing.assert_array_equal(end, ends[0])


# Honest experiments. --------------------------------------------------------------------------------------------------


# Over 100 seeds: the lowest and the highest test accuracy after 1 and after 10 epochs, with a little room.
LEARNING = {
    "scaled start, batches of 10": ({"start": "scaled"}, 3.0, 10, (0.55, 0.82), (0.865, 0.93)),
    "N(0, 1) start, batches of 10": ({"start": "normal"}, 3.0, 10, (0.47, 0.73), (0.78, 0.90)),
    "scaled start, batches of 32": ({"start": "scaled"}, 9.0, 32, (0.25, 0.69), (0.845, 0.93)),
}


@pytest.mark.parametrize("how", LEARNING)
def test_it_learns_to_read_digits(digits, how):
    """Medians after 1 and 10 epochs: .73 and .90, N(0, 1) .59 and .86, batches of 32 .50 and .90."""
    (x, y), (x_test, y_test) = digits
    settings, learning_rate, batch_size, early, late = LEARNING[how]
    for seed in range(3):
        network = Network(DIGITS, seed=seed, dtype=np.float32, **settings)
        train(network, x, y, learning_rate, 1, batch_size, seed=seed)
        assert early[0] < accuracy(network, x_test, y_test) < early[1]
        train(network, x, y, learning_rate, 9, batch_size, seed=seed + 1)
        assert late[0] < accuracy(network, x_test, y_test) < late[1]
        assert accuracy(network, x, y) > accuracy(network, x_test, y_test)  # known examples are read better


@pytest.mark.parametrize(("dtype", "near"), [(float, 0.0), (np.float32, 1e-7)])
@pytest.mark.parametrize("start", [0.0, 0.1])
def test_equal_weights_never_part(digits, start, dtype, near):
    """All hidden units of a layer stay the same unit, to the last bit, in mini-batches of 10 and 32.

    In single precision to 1e-7: on some processors OpenBLAS adds up the last rows of a product in another order.
    """
    (x, y), _ = digits
    for batch_size in (10, 32):
        network = Network(DIGITS, start=start, dtype=dtype)
        train(network, x[:1000], y[:1000], 3.0, 2, batch_size)
        for weights, bias in network.layers[:-1]:
            assert np.ptp(weights, axis=0).max() <= near
            assert np.ptp(bias) <= near
        assert np.any(network.parameters != start)


@pytest.mark.parametrize(("start", "cost"), [(0.0, 1 / 8), (0.5, 1 / 12), (1.0, 1 / 12)])
def test_xor_from_equal_weights(start, cost):
    """Two hidden units that start as one stay one, to the last bit, in 20,000 steps: all zero, the cost stays 1/8;
    otherwise the outputs come near 0, 2/3, 2/3, 2/3.
    """
    network = Network((2, 2, 1), start=start)
    descent = gradient_descent(network.cost_on(*XOR), network.parameters, 5.0, 20_000)
    np.testing.assert_array_equal(descent.parameters[:, 0:3], descent.parameters[:, 3:6])
    np.testing.assert_array_equal(descent.parameters[:, 6], descent.parameters[:, 7])
    assert descent.costs[-1] == pytest.approx(cost, abs=1e-4)
    network.parameters = descent.parameters[-1000]
    train(network, *XOR, 5.0, 1000, 4)
    np.testing.assert_array_equal(network.parameters[0:3], network.parameters[3:6])
    np.testing.assert_array_equal(network.parameters[6], network.parameters[7])
    outputs = [[0.5]] * 4 if start == 0 else [[0.0], [2 / 3], [2 / 3], [2 / 3]]
    np.testing.assert_allclose(network.predict(XOR[0]), outputs, atol=0.02)
