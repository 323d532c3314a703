"""Lesson 10's labs: one example goes forward through a network, and its error walks back, a step at a time."""

from functools import partial

import numpy as np

from helpers.core import Network
from helpers.core.backpropagation import forward
from helpers.core.layers import layers
from helpers.labs.controls import Button, Choice, Slider, more
from helpers.labs.lab import Lab
from helpers.pictures.back import BackScene
from helpers.pictures.walk import HIDDEN, OUTPUT, Walk, steps_of

NUDGES = {"walk": 0.0, "nudge": 0.01, "far": 1.0}
SHOW = Choice("show", "show", (("walk", "the walk"), ("nudge", "nudge by 0.01"), ("far", "nudge by 1")), "walk")


def step_slider(sizes, value) -> Slider:
    """Return the slider of the step, from the first to the last."""
    return Slider("step", "step", 1, len(steps_of(sizes)), 1, value)


def weight_slider(name, label, value) -> Slider:
    """Return the slider of a weight."""
    return Slider(name, label, -6.0, 6.0, 0.25, value)


def step_buttons(sizes) -> tuple:
    """Return the buttons that move the step."""
    most = len(steps_of(sizes))
    return (
        more("Step", "step", 1, most),
        Button("Back", lambda state: {"step": max(state["step"] - 1, 1)}),
        Button("All numbers", {"step": most}),
    )


class BackLab(Lab):
    """A network of two layers and one example. A subclass says which, and which weights have a slider.

    sizes: inputs, hidden neurons, outputs. W, b, V, c: the tables and biases of both layers. x, y: inputs and targets.
    turned: the place of each weight with a slider: its layer, row and column.
    """

    sizes: tuple = ()
    W: tuple = ()
    b: tuple = ()
    V: tuple = ()
    c: tuple = ()
    x: tuple = ()
    y: tuple = ()
    turned: dict = {}

    def compute(self, step, show, **weights):
        network, nudge = Network(self.sizes), NUDGES[show]
        for (table, biases), (start, start_biases) in zip(network.layers, ((self.W, self.b), (self.V, self.c))):
            table[:], biases[:] = start, start_biases  # views into the network's parameters
        for name, (layer, row, column) in self.turned.items():
            network.layers[layer][0][row, column] = weights[name]
        slopes = layers(network.gradient([self.x], [self.y]), self.sizes, biases=True)
        walk = Walk(
            weights=tuple(table for table, _ in network.layers),
            biases=tuple(biases for _, biases in network.layers),
            activations=tuple(a[:, 0] for a in forward(network.layers, np.array([self.x]).T)),
            slopes=tuple(table for table, _ in slopes),
            deltas=tuple(biases for _, biases in slopes),  # with one example, δ is the slope of the bias
            targets=self.y,
            step=step,
            nudge=nudge,
            losses=self._losses(network, step, nudge),
        )
        return {"walk": walk}

    def _losses(self, network, step, nudge) -> tuple:
        """Return the loss with the knob of this step nudged up, as it is, and nudged down."""
        at = steps_of(self.sizes)[step - 1]
        table, biases = layers(np.arange(network.parameters.size), self.sizes, biases=True)[at.layer]
        place = biases[at.to] if at.start is None else table[at.to, at.start]
        moved = np.tile(network.parameters, (3, 1))
        moved[:, place] += nudge, 0, -nudge
        return tuple(network.cost_on([self.x], [self.y]).value(moved).tolist())


class BackChainLab(BackLab):
    """One input, one hidden neuron, one output: the error goes back over one wire."""

    title = "Back along a chain"
    sizes = (1, 1, 1)
    W, b, V, c, x, y = ((1,),), (-1,), ((-1,),), (0.5,), (1.0,), (1.0,)
    turned = {"w": (HIDDEN, 0, 0), "v": (OUTPUT, 0, 0)}
    controls = (step_slider(sizes, 8), weight_slider("w", "weight w", 1.0), weight_slider("v", "weight v", -1.0), SHOW)
    buttons = step_buttons(sizes)
    scene = partial(BackScene, sizes)


class BackForkLab(BackLab):
    """A hidden neuron with two listeners: what comes back over two wires adds up."""

    title = "Back over two wires"
    sizes = (1, 1, 2)
    W, b, V, c, x, y = ((1,),), (-1,), ((-1,), (-3,)), (0.5, 1.5), (1.0,), (1.0, 0.0)
    turned = {"v1": (OUTPUT, 0, 0), "v2": (OUTPUT, 1, 0)}
    controls = (
        step_slider(sizes, 13),
        weight_slider("v1", "weight v₁", -1.0),
        weight_slider("v2", "weight v₂", -3.0),
        SHOW,
    )
    buttons = step_buttons(sizes)
    scene = partial(BackScene, sizes)


class BackWholeLab(BackLab):
    """Two inputs, two hidden neurons, two outputs: every wire, forward and back."""

    title = "Back through a whole network"
    sizes = (2, 2, 2)
    W, b, x, y = ((1, 2), (4, -2)), (-2, -3), (1.0, 0.5), (1.0, 0.0)
    V, c = ((-1, 2), (-3, 1)), (-0.5, 1)
    turned = {"to1": (OUTPUT, 0, 0), "to2": (OUTPUT, 1, 0)}
    controls = (
        step_slider(sizes, 20),
        weight_slider("to1", "from hidden 1 to output 1", -1.0),
        weight_slider("to2", "from hidden 1 to output 2", -3.0),
        SHOW,
    )
    buttons = step_buttons(sizes)
    scene = partial(BackScene, sizes)
