"""Lesson 00's labs: two knobs turned by hand, and the same two turned by the machine."""

from helpers.core import gradient_descent
from helpers.labs.controls import Button, Slider, step_buttons
from helpers.labs.lab import Lab
from helpers.pictures.bias import BATCH
from helpers.pictures.knobs import FULL_TURN, MAX_STEPS, KnobsScene, MachineScene

BACKWARDS = (-3.0, 2.0)  # knobs with which the network answers the wrong way round


class KnobsLab(Lab):
    """A slider for each knob; both outputs, and the mean cost."""

    title = "Two knobs by hand"
    scene = KnobsScene
    controls = (
        Slider("w", "knob w (the weight)", -FULL_TURN, FULL_TURN, 0.5, BACKWARDS[0]),
        Slider("b", "knob b (the bias)", -FULL_TURN, FULL_TURN, 0.5, BACKWARDS[1]),
    )
    buttons = (Button("Both knobs at 0", {"w": 0.0, "b": 0.0}),)


class MachineLab(Lab):
    """Sliders for learning rate and steps; the machine turns both knobs, always from the same start."""

    title = "The machine turns the knobs"
    scene = MachineScene
    controls = (
        Slider("learning_rate", "learning rate η", 0.1, 100.0, 0.05, 10.0, log=True),
        Slider("steps", "steps taken", 0, MAX_STEPS, 1, 30),
    )
    buttons = step_buttons(1, 10, most=MAX_STEPS)

    def compute(self, learning_rate, steps):
        descent = gradient_descent(BATCH, BACKWARDS, learning_rate, steps)
        return dict(descent=descent, learning_rate=learning_rate)
