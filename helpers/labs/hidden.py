"""Lesson 09's labs: one neuron with two inputs, two hidden neurons that fold the plane, and more of them."""

from functools import cache

import numpy as np

from helpers.core import Descent, Network, gradient_descent, sigmoid
from helpers.labs.controls import Button, Choice, Slider, more_steps
from helpers.labs.lab import Lab
from helpers.pictures.hidden import (
    CORNERS,
    INPUTS,
    MAX_STEPS,
    POINT_TARGETS,
    POINTS,
    TASKS,
    BendScene,
    FoldScene,
    PlaneScene,
)

WEIGHT, BIAS = 12.0, 15.0  # as far as the sliders go, to both sides
KNOBS = {"w1": WEIGHT, "w2": WEIGHT, "b": BIAS}
RATE = 5.0
SIZES, STARTS = (1, 2, 3, 4, 8), 10  # of hidden layers, and how many starts of each


def times_ten(state: dict) -> dict:
    """Return all three knobs times ten, or times less where a slider ends: by one factor, so that the line stays."""
    room = [end / abs(state[name]) for name, end in KNOBS.items() if state[name]]
    return {name: min(10.0, *room) * state[name] for name in KNOBS}


def train_ten_steps(state: dict) -> dict:
    """Return the knobs ten steps of gradient descent later, or at the sliders' ends."""
    cost = Network((2, 1)).cost_on(CORNERS, np.array([TASKS[state["task"]]]).T)
    knobs = gradient_descent(cost, [state[name] for name in KNOBS], RATE, 10).parameters[-1]
    return {name: float(np.clip(knob, -end, end)) for (name, end), knob in zip(KNOBS.items(), knobs)}


class PlaneLab(Lab):
    """A choice of what the neuron should say, and sliders for its two weights and its bias."""

    title = "One neuron, two inputs"
    controls = (
        Choice(
            "task",
            "it should say 1 for",
            (("both", "both (AND)"), ("one", "at least one (OR)"), ("exactly", "exactly one (XOR)")),
            "exactly",
        ),
        Slider("w1", "weight w₁", -WEIGHT, WEIGHT, 0.5, 10.0),
        Slider("w2", "weight w₂", -WEIGHT, WEIGHT, 0.5, 10.0),
        Slider("b", "bias b", -BIAS, BIAS, 0.5, -5.0),
    )
    buttons = (
        Button("Times ten", times_ten),
        Button("All at 0", {"w1": 0.0, "w2": 0.0, "b": 0.0}),
        Button("Train 10 steps", train_ten_steps),
    )
    scene = PlaneScene

    def compute(self, task, w1, w2, b):
        neuron = Network((2, 1))
        neuron.parameters = [w1, w2, b]
        targets = np.array(TASKS[task], dtype=float)
        answers = neuron.predict(CORNERS)[:, 0]
        cost = neuron.cost(CORNERS, targets[:, np.newaxis])
        return dict(w=np.array([w1, w2]), b=b, targets=targets, answers=answers, cost=cost)


class FoldLab(Lab):
    """How far the corners are on their way, how large the weights are, and whether the hidden neurons squash."""

    title = "Two hidden neurons fold the plane"
    controls = (
        Slider("way", "way from inputs to hidden outputs", 0.0, 1.0, 0.05, 1.0),
        Slider("k", "size of all weights k", 0.5, 20.0, 0.04005, 10.0, log=True),  # 40 moves, and not one ulp more
        Choice(
            "hidden",
            "a hidden neuron answers with",
            (("squash", "the squash, σ(z)"), ("ramp", "a ramp, 0.5 + z/(2k)")),
            "squash",
        ),
        Slider("x1", "first input of the point", *INPUTS, 0.01, 0.75, hidden=True),
        Slider("x2", "second input of the point", *INPUTS, 0.01, 0.25, hidden=True),
    )
    buttons = (
        Button("Back to the inputs", {"way": 0.0}),
        Button("All the way", {"way": 1.0}),
        Button("The point to (0.5, 0.5)", {"x1": 0.5, "x2": 0.5}),
        Button("The point to (1, 0.5)", {"x1": 1.0, "x2": 0.5}),
    )
    scene = FoldScene

    def compute(self, way, k, hidden, x1, x2):
        squash = hidden == "squash"
        network = Network((2, 2, 1))
        network.parameters = [k, -k, -k / 2, -k, k, -k / 2, k, k, -k / 2]
        (W, b), (V, c) = network.layers

        def layer(x):
            z = W @ x.T + b[:, np.newaxis]
            return sigmoid(z) if squash else 0.5 + z / (2 * k)

        def z_of(x):
            return (V @ layer(x) + c)[0]

        point, answers = np.array([x1, x2]), sigmoid(z_of(CORNERS))
        cost = float(np.mean(0.5 * (answers - TASKS["exactly"]) ** 2))
        hidden = layer(np.vstack([CORNERS, point])).T
        return dict(k=k, way=way, squash=squash, point=point, hidden=hidden, answers=answers, cost=cost, z_of=z_of)


class BendLab(Lab):
    """How many hidden neurons learn the ring, from which start, and for how many steps."""

    title = "More neurons, more bends"
    controls = (
        Choice("hidden", "hidden neurons", tuple((str(size), str(size)) for size in SIZES), "3"),
        Slider("steps", "steps taken", 0, MAX_STEPS, 10, 2000),
        Slider("start", "start number", 0, STARTS - 1, 1, 1),
    )
    buttons = (more_steps(100, MAX_STEPS), Button("Back to the start", {"steps": 0}))
    scene = BendScene

    def compute(self, hidden, steps, start):
        descent = ring_descents(int(hidden))
        network = Network((2, int(hidden), 1))
        network.parameters = descent.parameters[steps, start]
        (W, b), (V, c) = network.layers

        def z_of(x):
            return (V @ sigmoid(W @ x.T + b[:, np.newaxis]) + c)[0]

        answers = network.predict(POINTS)[:, 0]
        return dict(start=start, steps=steps, costs=descent.costs, W=W, b=b, answers=answers, z_of=z_of)


@cache
def ring_descents(hidden: int) -> Descent:
    """Return the descents of ten starts of one size, all in one call: computed once, and looked up from then on."""
    network = Network((2, hidden, 1))
    starts = [Network(network.sizes, start="normal", seed=seed).parameters for seed in range(STARTS)]
    return gradient_descent(network.cost_on(POINTS, POINT_TARGETS[:, np.newaxis]), np.array(starts), RATE, MAX_STEPS)
