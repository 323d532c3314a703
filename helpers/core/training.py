"""Mini-batch stochastic gradient descent: the same three lines as everywhere, a few examples at a time."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from helpers.core import validation
from helpers.core.fast import MiniBatch
from helpers.core.network import Network, checked_examples


def one_epoch(network, x, y, learning_rate, batch_size, random):
    """Train for one epoch as lesson 11 does: use every example once, in an order by chance, a step a mini-batch."""
    order = random.permutation(len(x))
    for start in range(0, len(x), batch_size):
        batch = order[start : start + batch_size]
        slope = network.gradient(x[batch], y[batch])
        network.parameters = network.parameters - learning_rate * slope


@dataclass(frozen=True)
class Epoch:
    """What is known after one epoch, that is after every example was used once.

    number: 1, 2, 3, ...   cost: the mean cost over the examples, each taken just before the step that used it. The
    network improves during the epoch, so this is a little above the cost at the epoch's end.
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

    Each epoch takes the steps of `one_epoch`, in a third of its time: fast.py says how. If the examples leave a smaller
    mini-batch, it comes last, and its gradient is the mean over its own examples.
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
    learning_rate = validation.finite_number("learning_rate", learning_rate)
    epochs = validation.count("epochs", epochs, at_least=1)
    batch_size = _batch_size(batch_size, len(x))
    random = np.random.default_rng(validation.count("seed", seed))
    if on_epoch is not None:
        validation.function("on_epoch", on_epoch, "lambda epoch, network: print(epoch.number, epoch.cost)")

    finished, whole = [], len(x) - len(x) % batch_size
    with np.errstate(all="ignore"):  # inf is an answer here: it stands in the parameters
        batch = MiniBatch(network, x, y, batch_size, learning_rate)
        rest = MiniBatch(network, x, y, len(x) - whole, learning_rate) if whole < len(x) else None
    for number in range(1, epochs + 1):
        # A copy, so that network.parameters kept from an earlier epoch stay what they were.
        network.parameters = network.parameters
        order = random.permutation(len(x))
        with np.errstate(all="ignore"):
            squares = batch.steps(network.parameters, order[:whole].reshape(-1, batch_size))
            if rest:
                squares += rest.steps(network.parameters, order[np.newaxis, whole:])
        finished.append(Epoch(number, 0.5 * squares / len(x)))
        if on_epoch is not None and on_epoch(finished[-1], network) is True:
            break
    return finished


def _examples(network, x, y):
    """Return x and y as rows, checked."""
    if not isinstance(network, Network):
        raise TypeError(
            f"network must be a Network such as Network((784, 16, 16, 10)), got {validation.shown(network)}"
        )
    x, y = checked_examples(x, y, network.sizes, network.parameters.dtype)
    outside = (y < 0) | (y > 1)
    if outside.any():
        row = int(outside.any(axis=1).argmax())
        raise ValueError(
            f"y must be targets from 0 to 1, since no output can be outside, got {validation.shown(y[row].tolist())} "
            f"in row {row}; a label such as 3 becomes a row of zeros with a 1 in column 3: np.eye(10)[labels]"
        )
    return x, y


def _batch_size(given, examples) -> int:
    size = validation.count("batch_size", given, at_least=1)
    if size > examples:
        raise ValueError(
            f"batch_size must be at most {examples}, the number of examples, got {size}; "
            f"batch_size={examples} takes all of them in every step"
        )
    return size
