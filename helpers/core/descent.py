"""Rolling downhill: one function for the parabola, the one-weight network and the 13,002 weights."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from helpers.core import validation


def gradient_descent(cost, start, learning_rate, steps: int, momentum: float = 0.0) -> "Descent":
    """Roll downhill: from start, take `steps` steps against the gradient.

        parameters  <-  parameters - learning_rate * gradient(parameters)

    With momentum, a step takes the gradient and a part of what the step before took:

        velocity  <-  momentum * velocity + gradient(parameters)
        parameters  <-  parameters - learning_rate * velocity

    cost: an object with value(parameters) and gradient(parameters), such as Parabola() or network.cost_on(x, y).
    start: a number or an array. learning_rate: a number or an array that broadcasts against start, or a
    schedule: a function of the step number 0, 1, 2, ... that returns one. A negative rate climbs.
    momentum: one number from 0 to below 1; the velocity begins at 0.
    Returns a `Descent`. One that leaves what a float can hold ends as inf or nan in its arrays and as "diverged" in its
    fate, without a warning or an exception.
    Raises TypeError or ValueError if an argument is of the wrong kind, not finite, or does not fit the others.
    Source of momentum: Polyak, Some methods of speeding up the convergence of iteration methods, 1964.
    """
    _check_cost(cost)
    start = validation.finite("start", start)
    steps = validation.count("steps", steps)
    momentum = _momentum(momentum)
    rate = _rate(learning_rate, 0)
    shape, dtype = _common_shape(start, rate), np.asarray(start).dtype

    parameters = np.empty((steps + 1, *shape), dtype)
    gradients = np.empty((steps, *shape), dtype)
    parameters[0] = start
    evaluate = _evaluator(cost, shape, dtype)
    velocity = 0.0

    with np.errstate(all="ignore"):  # inf is an answer here: it stands in the arrays
        costs = np.empty((steps + 1, *_first_value(cost, parameters[0, ...]).shape), dtype)
        for step in range(steps):
            evaluate(parameters[step, ...], costs[step, ...], gradients[step, ...])
            velocity = momentum * velocity + gradients[step] if momentum else gradients[step]
            parameters[step + 1] = parameters[step] - rate * velocity
            if callable(learning_rate) and step + 1 < steps:
                rate = _rate(learning_rate, step + 1, np.shape(rate))
        costs[steps] = _value(cost, parameters[steps, ...])
    return Descent(parameters, costs, gradients)


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
        """What became of it, in the field's words: one text, or an array of texts for a grid.

        "diverged": a cost or a parameter is inf or nan.
        "stationary": no step moved it, since the gradient or the learning rate is 0, or no step was taken.
        "converged": it moved, and the last step changed nothing any more.
        "oscillates": it still moves, and the cost is as high as at the start.
        "converges": it still moves, and the cost is below that at the start. The record cannot tell whether it will
            arrive.
        "diverges": it still moves, and the cost is above that at the start.
        """
        first, last = self.costs[0], self.costs[-1]
        # A network's cost is one number for a whole vector of parameters: any of them may have moved or be lost.
        inner_axes = tuple(range(last.ndim, self.parameters.ndim - 1))
        with np.errstate(all="ignore"):
            lost = ~np.isfinite(self.parameters[-1]).all(axis=inner_axes)
            last_move = self.parameters[-1] - self.parameters[-2:][0]
            moves = (last_move != 0).any(axis=inner_axes)
            moved = (self.parameters != self.parameters[0]).any(axis=0).any(axis=inner_axes)
            # A slow descent changes the cost by about slope * move in each step, an oscillation by nothing at all.
            expected = np.abs(self.gradients[-1:].sum(axis=0) * last_move).sum(axis=inner_axes)
            words = np.select(
                [lost | ~np.isfinite(last), ~moved, ~moves, np.abs(last - first) <= 1e-6 * expected, last < first],
                ["diverged", "stationary", "converged", "oscillates", "converges"],
                default="diverges",
            )
        return words if words.ndim else str(words)


def _evaluator(cost, shape, dtype):
    """Return the cost's own evaluator, or one made of its value and its gradient."""
    if hasattr(cost, "evaluator"):
        return cost.evaluator(shape, dtype)

    def evaluate(parameters, value, gradient):
        slope = validation.numbers("what cost.gradient returns", cost.gradient(parameters.copy()))
        if np.shape(slope) != shape:
            raise ValueError(f"cost.gradient must return the shape {shape} of its argument, got {np.shape(slope)}")
        value[...], gradient[...] = _value(cost, parameters), slope

    return evaluate


def _value(cost, parameters):
    """Return cost.value on a copy: a cost that works in place must not change what was recorded."""
    return validation.numbers("what cost.value returns", cost.value(parameters.copy()))


def _first_value(cost, parameters) -> np.ndarray:
    """Return the cost at the start. Raises ValueError if the start does not fit the cost."""
    try:
        value = np.asarray(_value(cost, parameters))
    except ValueError as error:
        raise ValueError(f"start must fit the cost, got shape {parameters.shape}: {error}") from error
    if value.shape != parameters.shape[: value.ndim]:
        raise ValueError(
            f"cost.value must return one number for each descent, "
            f"got the shape {value.shape} for parameters of shape {parameters.shape}"
        )
    return value


def _rate(learning_rate, step, shape=None):
    """Return the learning rate of this step; one that changes must keep the shape it had."""
    if not callable(learning_rate):
        return validation.finite(
            "learning_rate", learning_rate, f"{validation.NUMBERS}, or a function of the step number"
        )
    rate = validation.finite(f"learning_rate({step})", learning_rate(step))
    if shape not in (None, np.shape(rate)):
        raise ValueError(
            f"learning_rate({step}) must have the shape {shape} of learning_rate(0), got shape {np.shape(rate)}"
        )
    return rate


def _momentum(given) -> float:
    momentum = validation.finite_number("momentum", given)
    if not 0 <= momentum < 1:
        raise ValueError(
            f"momentum must be from 0 to below 1, got {validation.shown(given)}; 0 is none, and 0.9 keeps nine tenths"
        )
    return momentum


def _check_cost(cost):
    for method in ("value", "gradient"):
        if isinstance(cost, type) or not callable(getattr(cost, method, None)):
            raise TypeError(
                f"cost must be an object with the methods value(parameters) and gradient(parameters), such as "
                f"Parabola() or network.cost_on(x, y), got {validation.shown(cost)}"
            )


def _common_shape(start, rate):
    try:
        return np.broadcast_shapes(np.shape(start), np.shape(rate))
    except ValueError:
        raise ValueError(
            f"start and learning_rate must fit each other, got shapes {np.shape(start)} and {np.shape(rate)}; "
            f"for a grid give start the shape (n, 1) and learning_rate the shape (m,), "
            f"and for a grid of networks one axis more, (n, 1, parameters) and (m, 1)"
        ) from None
