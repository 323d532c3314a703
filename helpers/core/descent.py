"""Rolling downhill: one function for the parabola, the one-weight network and the 13,002 weights."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from helpers.core import doors


@dataclass(frozen=True)
class Descent:
    """What `gradient_descent` recorded.

    parameters: steps + 1 rows, the start first.   costs: steps + 1.   gradients: steps rows, one before each step.
    For a grid of descents the grid's axes follow the first one.
    """

    parameters: np.ndarray
    costs: np.ndarray
    gradients: np.ndarray

    @cached_property
    def fate(self):
        """How it ended, in words: one text, or an array of texts for a grid.

        "blew up": a cost or a parameter is inf or nan.   "rests": the last step moved nothing.
        "falls": the last cost is below the first.   "climbs": it is above.   "bounces": neither, and still moving.
        """
        first, last = self.costs[0], self.costs[-1]
        moved = self.parameters[-1] != self.parameters[-2:][0]
        lost = ~np.isfinite(self.parameters[-1])
        # A network's cost is one number for a whole vector of parameters: any of them may have moved or be lost.
        inner_axes = tuple(range(last.ndim, moved.ndim))
        moved, lost = moved.any(axis=inner_axes), lost.any(axis=inner_axes)
        with np.errstate(invalid="ignore"):
            same = np.isclose(last, first, rtol=1e-9, atol=0)
            words = np.select(
                [lost | ~np.isfinite(last), ~moved, same, last < first],
                ["blew up", "rests", "bounces", "falls"],
                default="climbs",
            )
        return words if words.ndim else str(words)


def gradient_descent(cost, start, learning_rate, steps: int) -> Descent:
    """Roll downhill: from start, take `steps` steps against the gradient.

        parameters  <-  parameters - learning_rate * gradient(parameters)

    cost: an object with value(parameters) and gradient(parameters), such as Parabola() or network.cost_on(x, y).
    start: a number or an array. learning_rate: a number or an array that broadcasts against start, or a
    schedule: a function of the step number 0, 1, 2, ... that returns one. A negative rate climbs.
    Returns a `Descent`. One that blows up ends as inf or nan in its arrays and as "blew up" in its fate,
    without a warning or an exception.
    Raises TypeError or ValueError if an argument is of the wrong kind, not finite, or does not fit the others.
    """
    _check_cost(cost)
    start = doors.finite("start", start)
    steps = doors.count("steps", steps)
    schedule = learning_rate if callable(learning_rate) else lambda step: learning_rate
    rate = doors.finite("learning_rate", schedule(0))
    shape = _common_shape(start, rate)
    dtype = np.result_type(start, np.float32)

    parameters = np.empty((steps + 1, *shape), dtype)
    gradients = np.empty((steps, *shape), dtype)
    parameters[0] = start
    costs = np.empty((steps + 1, *np.shape(cost.value(parameters[0, ...]))), dtype)
    move = np.empty(shape, dtype)
    fill = _filler(cost, shape, dtype)

    with np.errstate(all="ignore"):  # a blow-up is an answer here: it stands in the arrays
        for step in range(steps):
            here, slope = parameters[step, ...], gradients[step, ...]
            fill(here, costs[step, ...], slope)
            np.multiply(rate, slope, out=move)
            np.subtract(here, move, out=parameters[step + 1, ...])
            if callable(learning_rate):
                rate = doors.finite(f"learning_rate({step + 1})", schedule(step + 1))
        costs[steps] = cost.value(parameters[steps, ...])
    return Descent(parameters, costs, gradients)


def _filler(cost, shape, dtype):
    """Return the cost's own filler, or one made of its value and its gradient."""
    if hasattr(cost, "filler"):
        return cost.filler(shape, dtype)

    def fill(parameters, value, gradient):
        slope = cost.gradient(parameters)
        if np.shape(slope) != shape:
            raise ValueError(f"cost.gradient must return the shape {shape} of its argument, got {np.shape(slope)}")
        value[...], gradient[...] = cost.value(parameters), slope

    return fill


def _check_cost(cost):
    for method in ("value", "gradient"):
        if not callable(getattr(cost, method, None)):
            raise TypeError(
                f"cost must have the methods value(parameters) and gradient(parameters), as Parabola() has; "
                f"got {cost!r} without {method}"
            )


def _common_shape(start, rate):
    try:
        return np.broadcast_shapes(np.shape(start), np.shape(rate))
    except ValueError:
        raise ValueError(
            f"start and learning_rate must fit each other, got shapes {np.shape(start)} and {np.shape(rate)}; "
            f"for a grid give start the shape (n, 1) and learning_rate the shape (m,)"
        ) from None
