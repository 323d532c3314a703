"""Lesson 08's pictures: a neuron with a bias learns two examples, by both at once or by one after the other.

And what other pictures of two knobs share: the map of the cost over (w, b).
"""

import numpy as np

from helpers.core import Network, sigmoid
from helpers.pictures import style
from helpers.pictures.formatting import count, fixed, number, sentence, trimmed, update
from helpers.pictures.path import draw_path, draw_time_axis, time_of
from helpers.pictures.picture import View
from helpers.pictures.scene import Scene

INPUTS = TARGETS = np.array([[0.0], [1.0]])
BATCH = Network((1, 1)).cost_on(INPUTS, TARGETS)  # the mean cost of both examples, over (w, b)
LEVELS = (0.01, 0.02, 0.04, 0.08, 0.125, 0.18, 0.25, 0.32)  # of the map's lines
RIGHT_BY = 0.1  # an answer nearer to its target than this counts as right
CORNER = float(np.log(9))  # sigmoid(log 9) = 0.9: both answers are right where b < -log 9 and w + b > log 9


def draw_map(axes, w_ends=(-4.0, 9.0), b_ends=(-5.5, 4.0)):
    """Draw lines of equal cost over the plane of all (w, b), and hatch where both answers are right."""
    w, b = np.meshgrid(np.linspace(*w_ends, 140), np.linspace(*b_ends, 110))
    lines = axes.contour(w, b, BATCH.value(np.stack([w, b], axis=-1)), LEVELS, colors=style.GREY, linewidths=1)
    axes.clabel(lines, fmt=trimmed, fontsize=9, inline_spacing=3)
    right, low = w_ends[1] + 1, b_ends[0] - 1
    wedge = [(2 * CORNER, -CORNER), (right, -CORNER), (right, low), (CORNER - low, low)]
    look = {"facecolor": style.PALE, "edgecolor": style.GREY, "hatch": "//", "linewidth": 0, "alpha": 0.6}
    axes.fill(*zip(*wedge), zorder=0, **look)
    axes.set(xlim=w_ends, ylim=b_ends, aspect="equal", xlabel="w (the weight)", ylabel="b (the bias)")


class OutputsScene(Scene):
    """Both outputs while the neuron learns."""

    width, height = 660, 360
    SAYS = {"none": "Without a bias", "fixed": "With the bias fixed at 1", "learned": "With a bias that learns, too"}
    SUMS = {"none": "w · x", "fixed": "w · x + 1", "learned": "w · x + b"}

    def build(self):
        self.figure.subplots_adjust(left=0.1, right=0.96, top=0.9, bottom=0.15)
        axes = self.figure.add_subplot(title="What the neuron answers while it learns")
        draw_time_axis(axes)
        axes.set(ylim=(-0.04, 1.04), ylabel="a (the output)")
        for y in (RIGHT_BY, 1 - RIGHT_BY):
            axes.axhline(y, color=style.GREY, linestyle=":", linewidth=1.2)
        self.one = self.moving_line(axes, "-", style.BLUE, label="x = 1, should be 1")
        self.zero = self.moving_line(axes, "--", style.VERMILLION, label="x = 0, should be 0")
        self.ends = self.moving_line(axes, "D", style.BLACK, markersize=8, clip_on=False)
        axes.legend(loc="center right", bbox_to_anchor=(1.0, 0.605))

    def show(self, bias: str, path) -> View:
        """Show the outputs on a path of (w, b). bias: how the neuron has it, one of SAYS."""
        time, outputs = time_of(path), answers(path)
        self.zero.set_data(time, outputs[:, 0])
        self.one.set_data(time, outputs[:, 1])
        self.ends.set_data([time[-1]] * 2, outputs[-1])
        (w, b), (zero, one) = path[-1], outputs[-1]
        return View(
            kind="Curves of two outputs of a neuron over time",
            caption=(
                f"{self.SAYS[bias]}, after {count(len(path) - 1, 'step')}: w = {number(w)}, b = {number(b)}. "
                f"The output is {fixed(zero, 4)} for x = 0 (target 0) and {fixed(one, 4)} for x = 1 (target 1)."
            ),
            formula=(
                f"a = σ({self.SUMS[bias]}):   x = 0: σ({fixed(b)}) = {fixed(zero, 3)};   "
                f"x = 1: σ({fixed(w + b)}) = {fixed(one, 3)}"
            ),
        )


class OrderScene(Scene):
    """A path over the map, and the loss of each example on the way."""

    width, height = 900, 390
    SAYS = {"batch": "both at once", "zero": "first 0, then 1", "one": "first 1, then 0", "chance": "one by chance"}

    def build(self):
        plane = self.figure.add_axes((0.055, 0.14, 0.53, 0.77), title="The way over the map (dashed: by both at once)")
        losses = self.figure.add_axes((0.675, 0.14, 0.295, 0.77))
        draw_map(plane, (-1.0, 6.5), (-3.6, 2.0))
        self.both = self.moving_line(plane, "--", style.BLACK, linewidth=1.5)
        self.path = draw_path(plane)
        self.moves(*self.path)
        draw_time_axis(losses)
        losses.set(ylim=(-0.01, 0.31), ylabel="E (loss of one example)", title="The loss of each example")
        self.one = self.moving_line(losses, "-", style.BLUE, label="x = 1", linewidth=1.5)
        self.zero = self.moving_line(losses, "--", style.VERMILLION, label="x = 0", linewidth=1.5)
        losses.legend(loc="upper right")

    def show(self, examples: str, path, both, slopes, epochs: int, learning_rate: float) -> View:
        """Show a path of (w, b). examples: which ones an update looks at, one of SAYS.

        both: the path by both at once, in as many epochs. slopes: of the next update.
        """
        self.path.show(*path.T)
        self.both.set_data(*both.T)
        time, losses = time_of(path), 0.5 * (answers(path) - TARGETS.T) ** 2
        self.zero.set_data(time, losses[:, 0])
        self.one.set_data(time, losses[:, 1])
        w, b = path[-1]
        zero, one = answers(path[-1])
        return View(
            kind="Path over a map of the cost, and curves of the loss of each of two examples",
            caption=(
                f"{sentence(count(epochs, 'epoch'))}, {self.SAYS[examples]}, at learning rate {learning_rate:g}: "
                f"{count(len(path) - 1, 'update')}. Now w = {trimmed(w, 5)}, b = {trimmed(b, 5)}; the outputs are "
                f"{trimmed(zero)} for x = 0 and {trimmed(one)} for x = 1, "
                f"mean cost {trimmed(BATCH.value(path[-1]), 5)}."
            ),
            formula=both_steps(path[-1], learning_rate, slopes),
        )


def short(value) -> str:
    """Return a slope or a place in four decimals, or by its power of ten where that would read as 0."""
    return number(value) if 0 < abs(value) < 5e-4 else trimmed(value)


def answers(path) -> np.ndarray:
    """Return the outputs for x = 0 and x = 1 at a (w, b), or at each of a path."""
    w, b = np.asarray(path).T
    return sigmoid(np.stack([b, w + b], axis=-1))


def both_steps(knobs, rate, slopes) -> str:
    """Return the update rule of both knobs with the numbers of the next step in it."""
    return ";   ".join(update(name, here, rate, slope, digits=4) for name, here, slope in zip("wb", knobs, slopes))
