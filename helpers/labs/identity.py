"""Lesson 07's labs: the network with one weight, turned by hand and trained."""

from helpers.core import gradient_descent
from helpers.labs.controls import Button, Choice, Slider, step_buttons
from helpers.labs.lab import Lab
from helpers.pictures.identity import HandScene, IdentityScene, loss_for_one

MAX_STEPS = 1000


class HandLab(Lab):
    """One slider for the one weight; both outputs."""

    title = "The one-weight network by hand"
    scene = HandScene
    controls = (Slider("w", "weight w", -10.0, 10.0, 0.1, 2.0),)
    buttons = (Button("w = 0", {"w": 0.0}), Button("w = 10", {"w": 10.0}), Button("w = −10", {"w": -10.0}))


class IdentityLab(Lab):
    """The network trained on x = 1, in four linked views, by either loss; the other one runs along."""

    title = "Training the one-weight network"
    scene = IdentityScene
    controls = (
        Slider("learning_rate", "learning rate η", 0.1, 20.0, 0.05, 1.0, log=True),
        Slider("initial_weight", "initial weight w₀", -10.0, 10.0, 0.1, 0.0),
        Choice("loss", "loss", (("squares", "squared error"), ("cross-entropy", "cross-entropy")), "squares"),
        Slider("steps", "steps taken", 0, MAX_STEPS, 1, 100, hidden=True),
    )
    buttons = (
        *step_buttons(1, 10, 100, most=MAX_STEPS),
        Button("The asker's start: w₀ = 0.5", {"initial_weight": 0.5}),
        Button("Saturated: w₀ = −6", {"initial_weight": -6.0}),
    )

    def compute(self, learning_rate, initial_weight, loss, steps):
        other = "cross-entropy" if loss == "squares" else "squares"
        descents = [
            gradient_descent(loss_for_one(name), [initial_weight], learning_rate, steps) for name in (loss, other)
        ]
        return dict(loss=loss, descent=descents[0], other=descents[1], learning_rate=learning_rate)
