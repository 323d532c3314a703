"""Lesson 04's labs: what a learning rate does, what the sign alone does, and what a steeper hill changes."""

import numpy as np

from helpers.core import Parabola, gradient_descent
from helpers.core.costs import SignOfSlope, SteepHill
from helpers.labs.controls import Button, Slider, step_buttons
from helpers.labs.lab import Lab
from helpers.pictures.rates import HIGHEST_RATE, MAX_WAITED_STEPS, STEPS, RaceScene, RateScene, SteepnessScene

PRESETS = (0.1, 0.5, 0.9, 1.0, 1.1)


class RateLab(Lab):
    """Sliders for learning rate, initial weight and steps, and what becomes of w and of the cost."""

    title = "What a learning rate does"
    scene = RateScene
    controls = (
        Slider("learning_rate", "learning rate η", 0.0, 1.2, 0.01, 0.3),
        Slider("initial_weight", "initial weight w₀", -2.0, 8.0, 0.1, 0.0),
        Slider("steps", "steps taken", 0, STEPS, 1, 12),
    )
    buttons = (
        *step_buttons(1, 10, most=STEPS),
        *(Button(f"η = {rate}", {"learning_rate": rate}) for rate in PRESETS),
    )

    def compute(self, learning_rate, initial_weight, steps):
        descent = gradient_descent(Parabola(), initial_weight, learning_rate, steps)
        return dict(descent=descent, learning_rate=learning_rate)


class RaceLab(Lab):
    """A part of the slope against a stride of one length, from w = 0."""

    title = "By the size of the slope, or by its sign alone"
    scene = RaceScene
    controls = (
        Slider("learning_rate", "learning rate η", 0.01, 0.3, 0.01, 0.1),
        Slider("stride", "length of a sign step", 0.1, 1.5, 0.1, 0.2),
        Slider("steps", "steps taken", 0, STEPS, 1, STEPS),
    )
    buttons = step_buttons(1, 10, most=STEPS)

    def compute(self, learning_rate, stride, steps):
        by_size = gradient_descent(Parabola(), 0.0, learning_rate, steps).parameters
        # Ten steps of 0.3 miss 3 by a rounding error, and are meant to meet it: hence the digits.
        by_sign = gradient_descent(SignOfSlope(Parabola(), digits=9), 0.0, stride, steps).parameters
        return dict(by_size=by_size, by_sign=by_sign, learning_rate=learning_rate, stride=stride)


class SteepnessLab(Lab):
    """A slider that makes the hill steeper, and the steps that every learning rate needs on it."""

    title = "A steeper hill"
    scene = SteepnessScene
    controls = (
        Slider("k", "steepness k", 0.5, 4.0, 0.5, 1.0),
        Slider("learning_rate", "learning rate η", 0.0, HIGHEST_RATE, 0.005, 0.3),
    )
    buttons = tuple(Button(f"k = {k:g}", {"k": k}) for k in (0.5, 1.0, 2.0, 4.0))
    rates = np.arange(1, 400) * HIGHEST_RATE / 400

    def compute(self, k, learning_rate):
        hill, rates = SteepHill(k), np.array([learning_rate, *self.rates])
        return dict(hill=hill, learning_rates=rates, descents=gradient_descent(hill, 0.0, rates, MAX_WAITED_STEPS))
