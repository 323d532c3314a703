"""Lesson 05's labs: two valleys with a hilltop between them, a step, and a plateau."""

from helpers.core import gradient_descent
from helpers.core.costs import Cube, DoubleWell, Plateau
from helpers.labs.controls import Button, Slider, step_buttons
from helpers.labs.lab import Lab
from helpers.pictures.flat import FLAT_RATE, LEFT, RIGHT, FlatScene, ValleyScene

MAX_STEPS = 500  # in the valleys; on a plateau more are needed


class ValleyLab(Lab):
    """Sliders for start, learning rate and steps; the double well, and which valley each start ends in."""

    title = "Two valleys"
    scene = ValleyScene
    controls = (
        Slider("start", "initial weight w₀", LEFT, RIGHT, 0.01, 0.05),
        Slider("learning_rate", "learning rate η", 0.005, 0.2, 0.005, 0.05),
        Slider("steps", "steps taken", 0, MAX_STEPS, 1, 200),
    )
    buttons = (
        *step_buttons(1, 10, most=MAX_STEPS),
        Button("On the hilltop", {"start": DoubleWell.hilltop}),
        Button("0.001 beside it", {"start": DoubleWell.hilltop + 0.001}),
    )

    def compute(self, start, learning_rate, steps):
        descent = gradient_descent(DoubleWell(), start, learning_rate, steps)
        return dict(descent=descent, learning_rate=learning_rate)


class FlatLab(Lab):
    """Sliders for start and steps; the same descent on w**3 and on a plateau."""

    title = "A step and a plateau"
    scene = FlatScene
    controls = (
        Slider("start", "initial weight w₀", LEFT, RIGHT, 0.01, -0.4),
        Slider("steps", "steps taken", 0, 2 * MAX_STEPS, 1, 50),
    )
    buttons = (
        *step_buttons(1, 100, most=2 * MAX_STEPS),
        Button("1,000 steps from 1", {"start": 1.0, "steps": 1000}),
        Button("1,000 steps from −0.1", {"start": -0.1, "steps": 1000}),
        Button("1,000 steps from −1", {"start": -1.0, "steps": 1000}),
    )

    def compute(self, start, steps):
        on_cube, on_plateau = (gradient_descent(cost, start, FLAT_RATE, steps) for cost in (Cube(), Plateau()))
        return dict(on_cube=on_cube, on_plateau=on_plateau)
