"""Lesson 10's labs: one example goes forward through a network, and its error walks back, a step at a time."""

from functools import partial

from helpers.core import Network
from helpers.labs.controls import Button, Choice, Slider, increment_button
from helpers.labs.lab import Lab
from helpers.pictures.back import BackScene
from helpers.pictures.backprop_trace import BackpropTrace, steps_of

NUDGES = {"walk": 0.0, "nudge": 0.01, "far": 1.0}
SHOW = Choice("show", "show", (("walk", "the walk"), ("nudge", "nudge by 0.01"), ("far", "nudge by 1")), "walk")


class BackLab(Lab):
    """A network of two layers and one example. A subclass says which, and which weights have a slider.

    sizes: inputs, hidden neurons, outputs. knobs: for each neuron its weights, then its bias. x, y: inputs and targets.
    turned: for each weight with a slider its name, its label and its place among the knobs. first: the step at first.
    """

    sizes: tuple = ()
    knobs: tuple = ()
    x: tuple = ()
    y: tuple = ()
    turned: tuple = ()
    first = 1

    def __init_subclass__(cls):
        most = len(steps_of(cls.sizes))
        weights = (Slider(name, label, -6.0, 6.0, 0.25, cls.knobs[at]) for name, label, at in cls.turned)
        cls.scene = partial(BackScene, cls.sizes)
        cls.controls = (Slider("step", "step", 1, most, 1, cls.first), *weights, SHOW)
        cls.buttons = (
            increment_button("Step", "step", 1, most),
            Button("Back", lambda state: {"step": max(state["step"] - 1, 1)}),
            Button("All numbers", {"step": most}),
        )

    def compute(self, step, show, **weights):
        network = Network(self.sizes)
        network.parameters = self.knobs
        for name, _, at in self.turned:
            network.parameters[at] = weights[name]
        return dict(walk=BackpropTrace(network, self.x, self.y, step, NUDGES[show]))


class BackChainLab(BackLab):
    """One input, one hidden neuron, one output: the error goes back over one wire."""

    title = "Back along a chain"
    sizes, knobs, x, y = (1, 1, 1), (1.0, -1.0, -1.0, 0.5), (1.0,), (1.0,)
    turned = (("w", "weight w", 0), ("v", "weight v", 2))
    first = 8


class BackForkLab(BackLab):
    """A hidden neuron with two listeners: what comes back over two wires adds up."""

    title = "Back over two wires"
    sizes, knobs, x, y = (1, 1, 2), (1.0, -1.0, -1.0, 0.5, -3.0, 1.5), (1.0,), (1.0, 0.0)
    turned = (("v1", "weight v₁", 2), ("v2", "weight v₂", 4))
    first = 13


class BackWholeLab(BackLab):
    """Two inputs, two hidden neurons, two outputs: every wire, forward and back."""

    title = "Back through a whole network"
    sizes, x, y = (2, 2, 2), (1.0, 0.5), (1.0, 0.0)
    knobs = (1.0, 2.0, -2.0, 4.0, -2.0, -3.0, -1.0, 2.0, -0.5, -3.0, 1.0, 1.0)
    turned = (("to1", "from hidden 1 to output 1", 6), ("to2", "from hidden 1 to output 2", 9))
    first = 20
