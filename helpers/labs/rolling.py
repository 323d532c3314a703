"""Lesson 03's labs: roll down (w - 3)**2 from any weight, and find the bottom of a hill that you cannot see."""

from helpers.core import Parabola, gradient_descent
from helpers.labs.controls import Button, Choice, Memory, Slider, step_buttons
from helpers.labs.lab import Lab
from helpers.pictures.rolling import MAX_LOOKS, BlindScene, RollingScene

MAX_STEPS = 30


class DescentLab(Lab):
    """Sliders for learning rate, initial weight and steps; the path on the curve and the moves on the w axis."""

    title = "Rolling down (w − 3)²"
    scene = RollingScene
    controls: tuple = (
        Slider("learning_rate", "learning rate η", 0.01, 0.45, 0.01, 0.1),
        Slider("initial_weight", "initial weight w₀", -2.0, 8.0, 0.1, 0.0),
        Slider("steps", "steps taken", 0, MAX_STEPS, 1, 8),
    )
    buttons = (
        *step_buttons(1, 10, most=MAX_STEPS),
        Button("From the other side: w₀ = 6", {"initial_weight": 6.0}),
        Button("From the bottom: w₀ = 3", {"initial_weight": 3.0}),
    )

    def compute(self, learning_rate, initial_weight, steps, sign="minus"):
        signed = learning_rate if sign == "minus" else -learning_rate
        return dict(descent=gradient_descent(Parabola(), initial_weight, signed, steps), learning_rate=signed)


class SignLab(DescentLab):
    """The same, with a switch that adds where the rule subtracts."""

    title = "Subtract or add?"
    controls = (
        Choice("sign", "the step", (("minus", "subtract: w − η · slope"), ("plus", "add: w + η · slope")), "plus"),
        Slider("initial_weight", "initial weight w₀", -2.0, 8.0, 0.1, 0.0),
        Slider("steps", "steps taken", 0, MAX_STEPS, 1, 2),
    )
    buttons = (
        *step_buttons(1, 10, most=MAX_STEPS),
        Button("w₀ = 0", {"initial_weight": 0.0}),
        Button("w₀ = 6", {"initial_weight": 6.0}),
    )

    def compute(self, sign, initial_weight, steps):
        return super().compute(0.1, initial_weight, steps, sign)


class BlindLab(Lab):
    """A slider that says where to look, and a button that looks. After six looks the hill is shown."""

    title = "Find the bottom in six looks"
    scene = BlindScene
    controls = (
        Slider("w", "where to look: w", -2.0, 8.0, 0.1, 5.0),
        Choice("learn", "a look tells", (("height", "the height"), ("slope", "the height and the slope")), "height"),
        Memory("looks", -2.0, 8.0, MAX_LOOKS, (-1.0, 1.0, 7.5)),
    )
    buttons = (
        Button("Look", lambda state: {"looks": (*state["looks"], state["w"])[:MAX_LOOKS]}),
        Button("Forget all looks", {"looks": ()}),
    )
