"""Lesson 06's pictures: one neuron on two examples, its errors drawn to scale, and the sigmoid with its slope."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from matplotlib.patches import Rectangle

from helpers.core import sigmoid
from helpers.pictures import style
from helpers.pictures.formatting import bracketed, fixed, number, trimmed
from helpers.pictures.path import show_tangent
from helpers.pictures.picture import Picture, View
from helpers.pictures.scene import Scene

INPUTS = np.array([0.0, 1.0])
TARGETS = np.array([0.0, 1.0])
EDGE = 4.0  # weights are drawn from -EDGE to EDGE
WEIGHTS = np.linspace(-EDGE, EDGE, 161)
BARS, BAR = (0.2, 1.1), 0.22  # where the bars stand and how wide they are, in units of the output
ON_AXIS = -0.3  # where w is marked: it is w that moves
STICK = 0.03  # how wide an error is drawn that is no square


@dataclass(frozen=True)
class LossKind:
    """A way to say how wrong one output is. loss: from an error e to a number.

    choice: what a learner chooses. plural: what is averaged, in a sentence.
    share: how much of the error's square is counted; None where it is no square.
    """

    symbol: str
    choice: str
    plural: str
    loss: Callable
    share: float | None = None


LOSS_KINDS = {
    "error": LossKind("e", "e, with its sign", "The errors", lambda e: e),
    "absolute": LossKind("|e|", "|e|, its size", "The sizes of the errors", np.abs),
    "square": LossKind("e²", "e², its square", "The squared errors", lambda e: e**2, 1.0),
    "half": LossKind("½e²", "½e², half its square", "Half the squared errors", lambda e: 0.5 * e**2, 0.5),
}


class NeuronScene(Scene):
    """Bars, targets and error squares for x = 0 and x = 1, and their mean over w."""

    width, height = 900, 330

    def build(self):
        self._build_answers(self.figure.add_axes((0.065, 0.165, 0.545, 0.715)))  # so that a unit is as wide as high
        self._build_hill(self.figure.add_axes((0.7, 0.165, 0.285, 0.715)))
        self.handle(self.on_axis, x="w")
        self.handle(self.here, x="w")

    def _build_answers(self, axes):
        axes.set(xlim=(0, 2.45), ylim=(-0.06, 1.12), xlabel="x (the input)", ylabel="a (the output)", aspect="equal")
        axes.set(xticks=BARS, xticklabels=["x = 0", "x = 1"], yticks=(0, 0.5, 1))
        axes.grid(axis="x", visible=False)
        axes.set_title("Outputs (bars), targets (crosses), how wrong (hatched)")
        self.bars = axes.bar(BARS, [0, 0], width=BAR, color=style.BLUE)
        self.counted = [_box(axes, facecolor=style.PALE, edgecolor=style.VERMILLION, hatch="////") for _ in BARS]
        self.outlines = [_box(axes, fill=False, edgecolor=style.VERMILLION, linestyle="--") for _ in BARS]
        self.moves(*self.bars, *self.counted, *self.outlines)
        self.up = self.moving_line(axes, "^", style.VERMILLION, markersize=10)
        self.down = self.moving_line(axes, "v", style.VERMILLION, markersize=10)
        self.moves(*axes.plot(BARS, TARGETS, "X", color=style.BLACK, markersize=12, clip_on=False))

    def _build_hill(self, axes):
        axes.set(xlim=(-EDGE - 0.4, EDGE + 0.4), ylim=(-0.36, 0.82), xticks=(-4, -2, 0, 2, 4))
        axes.set(xlabel="w (the weight)", ylabel="C (the mean of the two)", title="The hill, over w")
        axes.axhline(0, color=style.GREY, linewidth=1)
        self.curve = self.moving_line(axes, "-", style.GREY)
        self.drop = self.moving_line(axes, ":", style.VERMILLION, linewidth=1.2)
        self.on_axis = self.moving_line(axes, "^", style.BLACK, markersize=10)
        self.here = self.moving_line(axes, "o", style.VERMILLION, markersize=11)

    def show(self, w: float, measure: str) -> View:
        """Show the two outputs at weight w, judged by one of LOSS_KINDS."""
        how = LOSS_KINDS[measure]
        outputs, errors, losses, cost = judge(w, how)
        self._show_answers(outputs, errors, how)
        self.curve.set_data(WEIGHTS, judge(WEIGHTS, how)[-1])
        self.drop.set_data([w, w], [ON_AXIS, cost])
        self.on_axis.set_data([w], [ON_AXIS])
        self.here.set_data([w], [cost])
        return View(
            kind="Bars of two outputs with targets and errors, and curve of the cost over the weight",
            caption=(
                f"At w = {number(w)} the outputs are {trimmed(outputs[0])} and {trimmed(outputs[1])}, "
                f"the targets 0 and 1. {how.plural}, {trimmed(losses[0])} and {trimmed(losses[1])}, "
                f"have the mean {trimmed(cost)}{_remark(cost, how)}."
            ),
            formula=f"C = ({fixed(losses[0], 4)} + {bracketed(losses[1], 4)}) / 2 = {fixed(cost, 4)}",
            table=_table(outputs, errors, losses, cost, how.symbol),
        )

    def _show_answers(self, outputs, errors, how):
        lefts = np.array(BARS) + BAR / 2 + 0.05
        for at, left in enumerate(lefts):
            self.bars[at].set_height(outputs[at])
            side, low = abs(errors[at]), min(outputs[at], TARGETS[at])
            self.counted[at].set_bounds(left, low, STICK if how.share is None else how.share * side, side)
            self.outlines[at].set_bounds(left, low, 0 if how.share is None else side, side)
        for arrow, way in ((self.up, errors > 0), (self.down, errors < 0)):
            shown = way & (how is LOSS_KINDS["error"])
            arrow.set_data(lefts[shown] + STICK / 2, outputs[shown])


def neuron_picture(w=2.0, measure="half") -> Picture:
    """Return the picture of the two outputs at weight w, their errors, and the hill that the mean makes."""
    return NeuronScene().picture(w=w, measure=measure)


def judge(w, measure: LossKind):
    """Return outputs, errors and losses, with both examples on the last axis, and the mean: at a weight, or at many."""
    outputs = sigmoid(np.multiply.outer(w, INPUTS))
    errors = outputs - TARGETS
    losses = measure.loss(errors)
    return outputs, errors, losses, losses.mean(axis=-1)


def _remark(cost, how) -> str:
    if how is not LOSS_KINDS["error"]:
        return ": the cost" if how is LOSS_KINDS["half"] else ""
    if abs(cost) < 1e-9:
        return ": they cancel, and both answers are wrong"
    return ": below 0, as if wrong could be better than right" if cost < 0 else ""


def _table(outputs, errors, losses, cost, symbol):
    rows = [
        (number(x), number(y), *(fixed(value, 4) for value in row))
        for x, y, *row in zip(INPUTS, TARGETS, outputs, errors, losses)
    ]
    head = ("x", "target y", "output a", "error e = a - y", f"loss = {symbol}")
    return (head, *rows, ("", "", "", "mean, C", fixed(cost, 4)))


def _box(axes, **look):
    return axes.add_patch(Rectangle((0, 0), 0, 0, linewidth=1.5, **look))


FAR = 8.0  # z is drawn from -FAR to FAR
REACH = 2.0  # of the tangent, to each side


class SigmoidScene(Scene):
    """The S-curve with its tangent, and the rectangle whose area is its slope."""

    width, height = 860, 360

    def build(self):
        curve = self.figure.add_axes((0.08, 0.16, 0.515, 0.72), title="The sigmoid, with its tangent at z")
        curve.set(xlim=(-FAR, FAR), ylim=(-0.08, 1.08), xlabel="z (what comes in)", ylabel="a = σ(z) (what goes out)")
        z = np.linspace(-FAR, FAR, 300)
        curve.plot(z, sigmoid(z), color=style.BLUE)
        self.tangent = self.moving_line(curve, "--", style.VERMILLION)
        self.drop = self.moving_line(curve, ":", style.GREY, linewidth=1.2)
        self.here = self.moving_line(curve, "o", style.VERMILLION, markersize=11)
        self.handle(self.here, x="z")
        square = self.figure.add_axes((0.685, 0.16, 0.72 * self.height / self.width, 0.72))
        square.set(xlim=(0, 1), ylim=(0, 1), aspect="equal", title="Its slope: the shaded area")
        square.set(xlabel="a (the output)", ylabel="1 − a (what is missing to 1)")
        self.area = Rectangle((0, 0), 0, 0, facecolor=style.PALE, edgecolor=style.VERMILLION, hatch="///", linewidth=2)
        square.add_patch(self.moves(self.area))

    def show(self, z: float) -> View:
        a = float(sigmoid(z))
        slope = a * (1 - a)
        show_tangent(self.tangent, z, a, slope, REACH)
        self.drop.set_data([z, z, -FAR], [-0.08, a, a])
        self.here.set_data([z], [a])
        self.area.set_bounds(0, 0, a, 1 - a)
        return View(
            kind="Curve of the sigmoid with its tangent, and a rectangle whose area is the slope",
            caption=f"At z = {number(z)} the output is {trimmed(a)}. The slope is {trimmed(a)} times {trimmed(1 - a)}, "
            f"which is {trimmed(slope)}: {_how_steep(slope)}.",
            formula=f"slope = a · (1 − a) = {fixed(a, 4)} · {fixed(1 - a, 4)} = {fixed(slope, 4)}",
        )


def _how_steep(slope) -> str:
    if slope >= 0.25:
        return "nowhere is it steeper"
    if slope > 0.2:
        return "nearly as steep as in the middle"
    return "nearly flat" if slope < 0.05 else "less steep than in the middle"
