"""Lesson 07's pictures: the network with one weight that should learn 0 -> 0 and 1 -> 1, by hand and in training."""

import numpy as np

from helpers.core import Descent, Network, sigmoid
from helpers.core.costs import CrossEntropy
from helpers.pictures import style
from helpers.pictures.formatting import bracketed, fixed, number, steps_from
from helpers.pictures.path import draw_path, draw_time_axis, time_of
from helpers.pictures.picture import View
from helpers.pictures.scene import Scene

EDGE = 11.0  # weights are drawn from -EDGE to EDGE
ONE = ([[1.0]], [[1.0]])  # the example x = 1 with its target 1: the only one that teaches w
STEEPEST = -np.log(2)  # where the slope of the loss for x = 1 is largest: there the output is 1/3


def loss_for_one(loss="squares"):
    """Return the loss for x = 1 as a cost: 1/2 (sigmoid(w) - 1)**2, or the cross-entropy -ln sigmoid(w)."""
    return CrossEntropy() if loss == "cross-entropy" else Network((1, 1), biases=False).cost_on(*ONE)


class NetworkDiagram:
    """The diagram x -> (w) -> z -> sigmoid -> a, once for each of the two examples, with live numbers.

    bias: whether the neuron adds a second knob, b, to w times x.
    """

    def __init__(self, axes, bias=False):
        self.bias = bias
        axes.set(xlim=(0, 10), ylim=(0.2, 3.1), title="The network, fed with 1 and with 0")
        axes.axis("off")
        rows = {1: 2.2, 0: 0.8}
        middle = {"ha": "center", "va": "center"}
        for x, y in rows.items():
            for start, end in ((1.4, 4.1), (5.3, 7.2)):
                axes.annotate("", (end, y), (start, y), arrowprops={"arrowstyle": "-|>", "color": style.GREY})
            axes.text(0.9, y, f"x = {x}", **middle)
            axes.plot([4.7], [y], "o", color=style.BLACK, markersize=30, markerfacecolor=style.WHITE)
            axes.text(4.7, y, "σ", fontsize=14, **middle)
            axes.text(8.4, y - 0.5, f"target y = {x}", color=style.GREY, **middle)
        label = "× w, + b" if bias else ""
        self.weights = [axes.text(2.7, y + 0.14, label, ha="center") for y in rows.values()]
        self.sums = [axes.text(4.7, y - 0.62, "", ha="center", color=style.GREY) for y in rows.values()]
        self.outputs = [axes.text(8.4, y, "", color=style.BLUE, **middle) for y in rows.values()]
        self.artists = (*([] if bias else self.weights), *self.sums, *self.outputs)  # beside dials w stands there

    def show(self, w: float, b: float = 0.0):
        """Write the numbers for this weight, and this bias if there is one."""
        for x, weight, total, output in zip((1, 0), self.weights, self.sums, self.outputs):
            z = w * x + b
            if not self.bias:
                weight.set_text(f"w = {fixed(w)}")
            total.set_text(f"w·{x} + b = {fixed(z)}" if self.bias else f"z = w·{x} = {fixed(z)}")
            output.set_text(f"a = {fixed(sigmoid(z), 3)}")


class OutputBars:
    """Both outputs as bars, and their targets as crosses."""

    def __init__(self, axes):
        axes.set(xlim=(-0.04, 1.04), ylim=(-0.6, 1.6), yticks=[0, 1], yticklabels=["x = 0", "x = 1"])
        axes.set(xlabel="a (the output)", title="Outputs (bars) and targets (crosses)")
        self.bars = axes.barh([0, 1], [0, 0], height=0.45, color=style.BLUE)
        (targets,) = axes.plot([0, 1], [0, 1], "X", color=style.VERMILLION, markersize=13, clip_on=False)
        self.artists = (*self.bars, targets)

    def show(self, outputs):
        """Make the bars as long as the outputs for x = 0 and x = 1."""
        for bar, output in zip(self.bars, outputs):
            bar.set_width(output)


class HandScene(Scene):
    """The diagram, and the two outputs as bars beside their targets."""

    width, height = 900, 330

    def build(self):
        left, right = self.figure.subplots(1, 2, width_ratios=(1.2, 1))
        self.figure.subplots_adjust(left=0.01, right=0.98, top=0.88, bottom=0.17, wspace=0.1)
        self.chain, self.bars = NetworkDiagram(left), OutputBars(right)
        self.moves(*self.chain.artists, *self.bars.artists)
        for words in self.chain.weights:
            self.handle(words, scrub="w", scale=0.05)

    def show(self, w: float) -> View:
        zero, one = sigmoid(np.array([0.0, w]))
        self.chain.show(w)
        self.bars.show((zero, one))
        return View(
            kind="Diagram of the one-weight network and bars of its outputs",
            caption=f"At w = {number(w)} the output for x = 1 is {fixed(one, 3)} (target 1) "
            f"and for x = 0 it is {fixed(zero, 3)} (target 0).",
            formula=f"a = σ(w · x):   x = 0: σ({fixed(0.0)}) = {fixed(zero, 3)};   "
            f"x = 1: σ({fixed(w)}) = {fixed(one, 3)}",
        )


class IdentityScene(Scene):
    """Four linked views of a training on x = 1: the diagram, the hill, its slope, the outputs over time."""

    width, height = 900, 480
    W = np.linspace(-EDGE, EDGE, 300)[:, np.newaxis]
    AXES_BY_LOSS = {  # by loss: what limits hill and slope have, and what the slope's title says
        "squares": ((-0.03, 0.54), (-0.17, 0.03), "Its slope, steepest where the output is 1/3"),
        "cross-entropy": ((-0.6, 11.4), (-1.12, 0.2), "Its slope, a − y: as steep as it is wrong"),
    }

    def build(self):
        (network, self.over), (outputs, self.under) = self.figure.subplots(2, 2, width_ratios=(1.1, 1))
        self.figure.subplots_adjust(left=0.07, right=0.98, top=0.94, bottom=0.1, hspace=0.48, wspace=0.25)
        self.chain = NetworkDiagram(network)
        for axes in (self.over, self.under):
            axes.set(xlim=(-EDGE, EDGE), xlabel="w (the weight)")
        self.over.set(ylabel="E (loss for x = 1)", title="The hill: loss for x = 1")
        self.under.set(ylabel="dE/dw")
        self.title = self.under.set_title("")
        self.curves = [axes.plot([], [], color=style.GREY)[0] for axes in (self.over, self.under)]
        self.steepest = self.under.axvline(STEEPEST, color=style.GREY, linestyle=":", linewidth=1.2)
        self.hill, self.slopes = draw_path(self.over, "o"), draw_path(self.under, "o")
        self.moves(*self.chain.artists, *self.hill, *self.slopes)
        draw_time_axis(outputs)
        outputs.set(ylim=(-0.04, 1.04), yticks=[0, 0.5, 1], ylabel="a (output)", title="Outputs while it learns")
        self.one = self.moving_line(outputs, "-", style.BLUE, label="x = 1, should be 1")
        self.zero = self.moving_line(outputs, "--", style.VERMILLION, label="x = 0, should be 0")
        self.other = self.moving_line(outputs, ":", style.BLACK, label="x = 1, by the other loss")
        outputs.legend(loc="upper left", bbox_to_anchor=(0.0, 0.5), fontsize=9, labelspacing=0.2, borderaxespad=0)
        for path in (self.hill, self.slopes):
            self.handle(path.start, x="initial_weight")
        self.loss = ""
        self._choose("squares")

    def _choose(self, loss):
        """Draw the hill and the slope of this loss, which stay until the other one is chosen."""
        if loss == self.loss:
            return
        self.loss, cost = loss, loss_for_one(loss)
        heights, slopes, title = self.AXES_BY_LOSS[loss]
        self.curves[0].set_data(self.W, cost.value(self.W))
        self.curves[1].set_data(self.W, cost.gradient(self.W))
        self.over.set(ylim=heights)
        self.under.set(ylim=slopes)
        self.title.set_text(title)
        self.steepest.set_visible(loss == "squares")
        self.changed()

    def show(self, loss: str, descent: Descent, other: Descent, learning_rate: float) -> View:
        """Show a descent by this loss, and one of as many steps by the other loss."""
        self._choose(loss)
        weights, by_other = descent.parameters[:, 0], other.parameters[:, 0]
        now, slope = float(weights[-1]), float(loss_for_one(loss).gradient(weights[-1:])[0])
        self.chain.show(now)
        self.hill.show(weights, descent.costs.ravel())
        self.slopes.show(weights, [*descent.gradients[:, 0], slope])
        time = time_of(weights)
        self.one.set_data(time, sigmoid(weights))
        self.zero.set_data(time, np.full(len(time), 0.5))
        self.other.set_data(time, sigmoid(by_other))
        return View(
            kind="Four views of the one-weight network: diagram, loss, slope, and outputs over time",
            caption=_training_caption(loss, weights, slope, by_other, learning_rate),
            formula=f"w ← w − η · dE/dw:   w ← {fixed(now, 3)} − {learning_rate:g} · {bracketed(slope, 4)} "
            f"= {fixed(now - learning_rate * slope, 3)}",
        )


def _training_caption(loss, weights, slope, by_other, learning_rate) -> str:
    """Return what a training did to both outputs, in one sentence or two."""
    first, last = sigmoid(weights[0]), sigmoid(weights[-1])
    steps = len(weights) - 1
    by = " by the cross-entropy" if loss == "cross-entropy" else ""
    begin = steps_from(steps, f"w = {number(weights[0])}", learning_rate) + by
    change = f"goes from {fixed(first, 3)} to {fixed(last, 3)}"
    if steps == 0:
        change = f"is {fixed(last, 3)}, the slope here {number(slope)}"
    other = f" By the squared error it would be {fixed(sigmoid(by_other[-1]), 3)}." if by else ""
    return f"{begin}: the output for x = 1 {change}.{other} For x = 0 it is 0.500, as before and forever."
