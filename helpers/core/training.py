"""Mini-batch stochastic gradient descent: the same three lines as everywhere, a few examples at a time."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from helpers.core import doors
from helpers.core.backpropagation import NetworkCost, Passes, layers
from helpers.core.network import Network

# The first layer's products take half as long where every row of W and x begins at a cache line.
CACHE_LINE = 64  # bytes
LINE = CACHE_LINE // 4  # numbers of float32, the smallest dtype


@dataclass(frozen=True)
class Epoch:
    """What is known after one epoch, that is after every example was used once.

    number: 1, 2, 3, ...   cost: the mean cost over the examples, each taken just before the step that used it: the cost
    on the way, as the network became better, and so a little above the cost at the epoch's end.
    """

    number: int
    cost: float


def train(
    network: Network,
    x,
    y,
    learning_rate: float,
    epochs: int,
    batch_size: int,
    seed: int = 0,
    on_epoch: Callable | None = None,
) -> list[Epoch]:
    """Train the network in place by mini-batch stochastic gradient descent.

        parameters  <-  parameters - learning_rate * (mean gradient over the mini-batch)

    In each epoch the examples are shuffled and cut into mini-batches of `batch_size`. If that leaves a smaller one, it
    comes last and counts like the others: its gradient is the mean over its own examples, so every example is used.
    x: shape (examples, inputs). y: shape (examples, outputs), targets from 0 to 1. learning_rate: one number, in units
    of parameter per slope; a negative one climbs. seed: the same seed shuffles in the same way.
    on_epoch: called as on_epoch(epoch, network) after each epoch; it may return True to stop.
    Returns an `Epoch` for each epoch that was finished. It works in the network's dtype. However it ends, by an
    exception in on_epoch or by Ctrl-C in the middle of an epoch, the network keeps the parameters that it has reached.
    A learning rate that is too large for floats ends in parameters that are inf or nan, without a warning.
    Raises TypeError or ValueError if an argument is of the wrong kind, not finite, or does not fit the others.
    Source: Nielsen, Neural Networks and Deep Learning, chapter 1, equations 20 and 21.
    """
    x, y = _examples(network, x, y)
    x, moving = _without_dead_inputs(network, x)
    learning_rate = doors.finite_number("learning_rate", learning_rate)
    epochs = doors.count("epochs", epochs, at_least=1)
    batch_size = _batch_size(batch_size, len(x))
    random = np.random.default_rng(doors.count("seed", seed))
    if on_epoch is not None:
        doors.function("on_epoch", on_epoch, "lambda epoch, network: print(epoch.number, epoch.cost)")

    whole = len(x) - len(x) % batch_size
    with np.errstate(all="ignore"):  # a blow-up is an answer here: it stands in the parameters
        batch = _Batch(network, x, y, batch_size, learning_rate, moving)
        rest = _Batch(network, x, y, len(x) - whole, learning_rate, moving) if whole < len(x) else None

    finished = []
    for number in range(1, epochs + 1):
        # A copy, so that network.parameters kept from an earlier epoch stay what they were.
        network.parameters = network.parameters
        order = random.permutation(len(x))
        with np.errstate(all="ignore"):
            squares = batch.steps(network, order[:whole].reshape(-1, batch_size))
            if rest:
                squares += rest.steps(network, order[np.newaxis, whole:])
        finished.append(Epoch(number, 0.5 * squares / len(x)))
        if on_epoch is not None and on_epoch(finished[-1], network) is True:
            break
    return finished


class _Batch:
    """Room for a mini-batch of one size, and the passes over it: made once, since a step has no time to make arrays."""

    def __init__(self, network, x, y, size, learning_rate, moving):
        self.x, self.targets_of_all = x, np.ascontiguousarray(y.T)  # a column an example, as the passes want them
        self.inputs, self.targets = aligned((size, x.shape[1]), x.dtype), np.empty((y.shape[1], size), y.dtype)
        self.sizes, self.biases = (x.shape[1] - network.biases, *network.sizes[1:]), network.biases
        cost = NetworkCost(self.sizes, self.biases, self.inputs, self.targets.T)
        self.moving = moving
        self.passes = Passes(cost, (), x.dtype, scale=learning_rate)

    def steps(self, network, batches):
        """Take a step for each row of example numbers, and return the sum of all squared errors on the way."""
        x, y, inputs, targets, passes = self.x, self.targets_of_all, self.inputs, self.targets, self.passes
        values = network.parameters[self.moving]
        parameters, move = aligned(values.shape, values.dtype), aligned(values.shape, values.dtype)
        parameters[:] = values
        errors, squares = passes.errors.ravel(), 0.0
        stack, move_stack = (layers(vector, self.sizes, self.biases) for vector in (parameters, move))
        try:
            for batch in batches:
                x.take(batch, axis=0, out=inputs, mode="clip")  # mode="clip": else NumPy fills a copy of out first
                y.take(batch, axis=1, out=targets, mode="clip")
                passes.forward(stack)
                passes.backward(move_stack)  # learning_rate * gradient
                parameters -= move
                squares += float(np.dot(errors, errors))
        finally:  # also after Ctrl-C
            network.parameters[self.moving] = parameters
        return squares


def _examples(network, x, y):
    """Return x and y as rows that lie one after the other in memory, in the network's dtype."""
    if not isinstance(network, Network):
        raise TypeError(f"network must be a Network such as Network((784, 16, 16, 10)), got {doors.shown(network)}")
    cost = network.cost_on(x, y)
    x, y = cost.inputs.T, cost.targets.T
    outside = (y < 0) | (y > 1)
    if outside.any():
        row = int(outside.any(axis=1).argmax())
        raise ValueError(
            f"y must be targets from 0 to 1, since no output can be outside, got {doors.shown(y[row].tolist())} in row "
            f"{row}; a label such as 3 becomes a row of zeros with a 1 in column 3: np.eye(10)[labels]"
        )
    return x, y


def _without_dead_inputs(network, x):
    """Return x without inputs that are 0 in every example, and a mask of the parameters that are left to train.

    The slope of a weight is delta times its input: where that is always 0 the weight never moves. Of the 784 pixels of
    the digits 121 are such. A few of them stay, so that a row is a multiple of LINE numbers long if it can be.
    """
    kept = x.any(axis=0)
    kept[np.flatnonzero(~kept)[: -kept.sum() % LINE]] = True
    moving = np.ones(network.parameters.size, bool)
    layers(moving, network.sizes, network.biases)[0][:] = kept
    return x.take(np.flatnonzero(kept), axis=1), moving  # take, since x[:, kept] may not be in C order


def aligned(shape, dtype):
    """Return an array that begins at a cache line, as NumPy's own do by luck alone; what is in it does not matter."""
    size = int(np.prod(shape)) * dtype.itemsize
    room = np.empty(size + CACHE_LINE, np.uint8)
    begin = -room.ctypes.data % CACHE_LINE
    return room[begin : begin + size].view(dtype).reshape(shape)


def _batch_size(given, examples) -> int:
    size = doors.count("batch_size", given, at_least=1)
    if size > examples:
        raise ValueError(
            f"batch_size must be at most {examples}, the number of examples, got {size}; "
            f"batch_size={examples} takes all of them in every step"
        )
    return size
