"""One of a network's 13,002 knobs: where it sits, and what turning it does to the cost."""

import numpy as np

from helpers.pictures import style
from helpers.pictures.digits import SIDE
from helpers.pictures.formatting import bracketed, fixed, number
from helpers.pictures.picture import View
from helpers.pictures.scene import Scene

REACH, HEIGHT = 2.0, 0.32  # how far a knob is turned, and how far the cost then moves at most


def place(sizes, number: int) -> tuple:
    """Return (layer, neuron, input) of a parameter: layer from 1, neuron from 0, and None for the input of a bias."""
    at = number - 1
    for layer, (fan_in, fan_out) in enumerate(zip(sizes, sizes[1:]), start=1):
        if at < fan_out * (fan_in + 1):
            neuron, before = divmod(at, fan_in + 1)  # each neuron has its weights, then its bias
            return layer, neuron, None if before == fan_in else before
        at -= fan_out * (fan_in + 1)
    raise ValueError(f"number must be from 1 to the number of parameters, got {number}")


def place_in_words(sizes, number: int) -> str:
    """Return where a parameter sits: "the weight from pixel (row 14, column 9) to hidden neuron 1.3"."""
    layer, neuron, before = place(sizes, number)
    if before is None:
        return f"the bias of {_neuron(sizes, layer, neuron)}"
    return f"the weight from {_neuron(sizes, layer - 1, before)} to {_neuron(sizes, layer, neuron)}"


def _neuron(sizes, layer, index) -> str:
    if layer == 0:
        return f"pixel (row {index // SIDE + 1}, column {index % SIDE + 1})"
    if layer == len(sizes) - 1:
        return f"output {index}"
    return f"hidden neuron {layer}.{index + 1}"


class NudgeScene(Scene):
    """The network with the knob marked in it, and the cost over the knob beside its tangent."""

    width, height = 900, 400

    def build(self):
        network, curve = self.figure.subplots(1, 2, width_ratios=(1, 1.1))
        self.figure.subplots_adjust(left=0.02, right=0.98, top=0.9, bottom=0.14, wspace=0.2)
        network.set(xlim=(-0.2, 10.4), ylim=(-0.6, 10.2), title="Where this knob sits")
        network.axis("off")
        look = {"cmap": "Greys", "vmin": 0, "vmax": 1, "aspect": "auto", "zorder": 0}
        self.ink = self.moves(network.imshow(np.zeros((SIDE, SIDE)), extent=(0, 4.2, 3, 8.5), **look))
        network.text(2.1, 2.3, "784 pixels", ha="center", color=style.GREY)
        for x, size in zip((5.9, 7.9, 9.9), (16, 16, 10)):
            heights = _heights(size)
            network.plot(np.full(size, x), heights, "o", color=style.GREY, markersize=7, markerfacecolor=style.WHITE)
            network.text(x, -0.5, str(size), ha="center", color=style.GREY)
        self.line = self.moving_line(network, "-", style.VERMILLION)
        self.ends = self.moving_line(network, "s", style.VERMILLION)
        curve.set(xlim=(-REACH, REACH), ylim=(-HEIGHT, HEIGHT), title="What the slope predicts, and what happens")
        curve.set(xlabel="nudge of the knob", ylabel="change of C (cost)")
        curve.axhline(0, color=style.GREY, linewidth=1)
        self.curve = self.moving_line(curve, "-", style.BLUE, label="the cost: what happens")
        self.tangent = self.moving_line(curve, "--", style.BLACK, linewidth=1.5, label="slope · nudge: predicted")
        self.there = self.moving_line(curve, "o", style.BLUE, markersize=10)
        self.promised = self.moving_line(curve, "x", style.BLACK, markersize=10, markeredgewidth=2.5)
        self.handle(self.there, x="nudge")
        curve.legend(loc="upper center")

    def show(self, ink, sizes: tuple, knob: int, nudge: float, slope: float, change: float, turns, changes) -> View:
        """Show what a nudge of one parameter does to the cost, and what the slope predicts.

        ink: one of the pictures. knob: from 1; the vector of all parameters counts from 0. changes: at all turns.
        """
        predicted = slope * nudge  # exact for a straight line, a guess for a curve
        self.ink.set_data(ink.reshape(SIDE, SIDE))
        self.curve.set_data(turns, changes)
        self.tangent.set_data(turns, slope * turns)
        self.there.set_data([nudge], [change])
        self.promised.set_data([nudge], [predicted])
        ends = _ends(sizes, knob)
        self.line.set_data(*zip(*ends))
        self.ends.set_data(*zip(*ends))
        happens = (
            f"turned by {number(nudge)}, the slope predicts a change of the cost by {number(predicted)}, "
            f"and it changes by {number(change)}"
        )
        if slope == 0:
            happens = "its pixel is blank in all 100 pictures, so its slope is 0 and turning it changes nothing"
        elif nudge == 0:
            happens = f"its slope is {number(slope)}. It is not turned yet, so the cost stays"
        return View(
            kind="A knob in the network, and the curve of the cost over it",
            caption=f"Knob {knob:,}, {place_in_words(sizes, knob)}: {happens}.",
            formula=f"slope · nudge:   {fixed(slope, 5)} · {bracketed(nudge)} = {fixed(predicted, 5)}",
        )


def _heights(size):
    return 10 - (np.arange(size) + 0.5) * 10 / size


def _ends(sizes, number):
    """Return where the knob's two ends are drawn; a bias has one."""
    layer, neuron, before = place(sizes, number)
    columns = {1: 5.9, 2: 7.9, 3: 9.9}
    here = (columns[layer], _heights(sizes[layer])[neuron])
    if before is None:
        return [here]
    if layer == 1:
        row, column = divmod(before, SIDE)
        return [((column + 0.5) * 4.2 / SIDE, 8.5 - (row + 0.5) * 5.5 / SIDE), here]
    return [(columns[layer - 1], _heights(sizes[layer - 1])[before]), here]
