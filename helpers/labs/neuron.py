"""Lesson 06's labs: one neuron and how wrong it is, and the curve that it answers with."""

from helpers.labs.controls import Button, Choice, Slider
from helpers.labs.lab import Lab
from helpers.pictures.neuron import LOSS_KINDS, NeuronScene, SigmoidScene


class NeuronLab(Lab):
    """A slider for the weight, and a choice of how wrong is measured; the two examples stay as they are."""

    title = "How wrong, in one number"
    scene = NeuronScene
    controls = (
        Slider("w", "weight w", -4.0, 4.0, 0.1, 2.0),
        Choice("measure", "how wrong", tuple((name, measure.choice) for name, measure in LOSS_KINDS.items()), "half"),
    )
    buttons = (Button("w = −4", {"w": -4.0}), Button("w = 0", {"w": 0.0}), Button("w = 3", {"w": 3.0}))


class SigmoidLab(Lab):
    """A slider for what comes in; the sigmoid, its tangent, and its slope as an area."""

    title = "The sigmoid and its slope"
    scene = SigmoidScene
    controls = (Slider("z", "what comes in: z", -8.0, 8.0, 0.1, 0.0),)
    buttons = (Button("z = −3", {"z": -3.0}), Button("z = 0", {"z": 0.0}), Button("z = 3", {"z": 3.0}))
