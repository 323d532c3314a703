"""Lesson 08's labs: a bias that is missing, fixed or learnt; two knobs on a map; a compass; a long bowl; the order."""

import numpy as np

from helpers.core import Network, gradient_descent
from helpers.core.costs import AlternatingCost, Bowl, Frozen, SignOfSlope
from helpers.labs.controls import Button, Choice, Slider, increment_button, step_buttons
from helpers.labs.lab import Lab
from helpers.pictures.bias import BATCH, INPUTS, TARGETS, BowlScene, OrderScene, OutputsScene, TurnScene, WalkScene
from helpers.pictures.formatting import count, sentence

MAX_STEPS, MAX_WALK, MAX_IN_BOWL, MAX_EPOCHS = 1000, 500, 200, 40
WEIGHT, BIAS = (-4.0, 8.0), (-5.0, 4.0)  # as far as the sliders go
ORDERS = {  # the rows that one update after the other looks at
    "batch": ([0, 1],),
    "zero": ([0], [1]),
    "one": ([1], [0]),
    "chance": tuple([row] for row in np.random.default_rng(0).integers(2, size=2 * MAX_EPOCHS + 1)),
}


class BiasLab(Lab):
    """How the neuron has its bias, and how long it learns."""

    title = "No bias, a fixed bias, a bias that learns"
    scene = OutputsScene
    controls = (
        Choice("bias", "the bias is", (("none", "missing"), ("fixed", "fixed at 1"), ("learned", "learnt")), "fixed"),
        Slider("steps", "steps taken", 0, MAX_STEPS, 1, 100),
    )
    buttons = step_buttons(1, 100, most=MAX_STEPS)

    def compute(self, bias, steps):
        start = [0.0, 0.0 if bias == "none" else 1.0]
        cost = BATCH if bias == "learned" else Frozen(BATCH, trained=(1.0, 0.0))
        return dict(bias=bias, path=gradient_descent(cost, start, 1.0, steps).parameters)


class WalkLab(Lab):
    """Sliders for learning rate, initial weight, initial bias and steps."""

    title = "Two knobs on a map"
    scene = WalkScene
    controls = (
        Slider("learning_rate", "learning rate η", 0.1, 10.0, 0.05, 1.0, log=True),
        Slider("w", "initial weight w₀", *WEIGHT, 0.1, 0.0),
        Slider("b", "initial bias b₀", *BIAS, 0.1, 1.0),
        Slider("steps", "steps taken", 0, MAX_WALK, 1, 100, hidden=True),
    )
    buttons = (
        *step_buttons(1, 10, 100, most=MAX_WALK),
        Button("From (0, 0)", {"w": 0.0, "b": 0.0}),
        Button("From (−2, 3)", {"w": -2.0, "b": 3.0}),
    )

    def compute(self, learning_rate, w, b, steps):
        path = gradient_descent(BATCH, [w, b], learning_rate, steps).parameters
        return dict(path=path, learning_rate=learning_rate)


class CompassLab(Lab):
    """Sliders for a direction and for the place where one stands."""

    title = "The compass"
    scene = TurnScene
    controls = (
        Slider("degrees", "direction (degrees)", -180, 180, 1, 60),
        Slider("w", "weight w", *WEIGHT, 0.1, 0.0),
        Slider("b", "bias b", *BIAS, 0.1, 0.0),
    )
    buttons = (
        Button("Turn w alone, up", {"degrees": 0}),
        Button("Turn b alone, down", {"degrees": -90}),
        Button("To (0, 1)", {"w": 0.0, "b": 1.0}),
    )


class BowlLab(Lab):
    """Which rule makes the step, how long it is, and how much of the step before it takes along."""

    title = "A long bowl"
    scene = BowlScene
    controls = (
        Choice("rule", "a step takes", (("gradient", "the slopes"), ("sign", "their signs alone")), "sign"),
        Slider("learning_rate", "learning rate η", 0.01, 0.1, 0.005, 0.05),
        Slider("momentum", "momentum", 0.0, 0.95, 0.05, 0.0),
        Slider("steps", "steps taken", 0, MAX_IN_BOWL, 1, 60, hidden=True),
    )
    buttons = (*step_buttons(1, 10, 100, most=MAX_IN_BOWL), Button("η = 0.04", {"learning_rate": 0.04}))

    def compute(self, rule, learning_rate, momentum, steps):
        cost = Bowl() if rule == "gradient" else SignOfSlope(Bowl())
        *path, next_place = gradient_descent(cost, [10.0, 1.0], learning_rate, steps + 1, momentum).parameters
        path = np.array(path)
        return dict(rule=rule, path=path, next_place=next_place, learning_rate=learning_rate, momentum=momentum)


def more_epochs(amount: int) -> Button:
    """Return a button that trains so many epochs more."""
    return increment_button(f"{sentence(count(amount, 'epoch'))} more", "epochs", amount, MAX_EPOCHS)


class OrderLab(Lab):
    """Which examples a step looks at, and for how many epochs; beside it the path of a step by both."""

    title = "One example, or both?"
    scene = OrderScene
    controls = (
        Choice(
            "examples",
            "an update looks at",
            (
                ("batch", "both at once (batch)"),
                ("zero", "0, then 1 (online)"),
                ("one", "1, then 0 (online)"),
                ("chance", "one of them, by chance"),
            ),
            "batch",
        ),
        Slider("learning_rate", "learning rate η", 0.5, 4.0, 0.5, 2.0),
        Slider("epochs", "epochs", 0, MAX_EPOCHS, 1, 20),
    )
    buttons = (more_epochs(1), more_epochs(10), Button("Back to the start", {"epochs": 0}))

    def compute(self, examples, learning_rate, epochs):
        path, slopes = path_of(examples, learning_rate, epochs)
        both, _ = path_of("batch", learning_rate, epochs)
        how = dict(examples=examples, epochs=epochs, learning_rate=learning_rate)
        return dict(path=path, both=both, slopes=slopes, **how)


def path_of(examples, learning_rate, epochs) -> tuple:
    """Return (w, b) before each update and after the last, from (0, 0), and the slopes that the next one takes."""
    network = Network((1, 1))
    costs = [network.cost_on(INPUTS[rows], TARGETS[rows]) for rows in ORDERS[examples]]
    steps = epochs * (1 if examples == "batch" else 2)
    path = gradient_descent(AlternatingCost(costs), np.zeros(2), learning_rate, steps).parameters
    return path, costs[steps % len(costs)].gradient(path[-1])
