"""The network with one weight that should learn 0 -> 0 and 1 -> 1: its diagram, its hill, its slope, its outputs."""

from dataclasses import dataclass

import numpy as np

from helpers.core import Network, sigmoid
from helpers.core.costs import CrossEntropy
from helpers.pictures import style
from helpers.pictures.formatting import bracketed, count, fixed, number, sentence
from helpers.pictures.path import draw_path, draw_time_axis, show_path, time_of
from helpers.pictures.picture import Picture, View
from helpers.pictures.rolling import Rolling
from helpers.pictures.scene import Scene

EDGE = 11.0  # weights are drawn from -EDGE to EDGE
ONE = ([[1.0]], [[1.0]])  # the example x = 1 with its target 1: the only one that teaches w
STEEPEST = -np.log(2)  # where the slope of the loss for x = 1 is largest: there the output is 1/3


def loss_for_one(loss="squares"):
    """Return the loss for x = 1 as a cost: 1/2 (sigmoid(w) - 1)**2, or the cross-entropy -ln sigmoid(w)."""
    return CrossEntropy() if loss == "cross-entropy" else Network((1, 1), biases=False).cost_on(*ONE)


@dataclass(frozen=True)
class OneWeight(Rolling):
    """A descent of the one-weight network on x = 1, and the learning rate it was made with.

    loss: the one it went down. rival: the weights of a descent of as many steps by the other loss.
    """

    loss: str
    rival: np.ndarray

    @property
    def weights(self) -> np.ndarray:
        """The weight before each step and after the last."""
        return self.descent.parameters[:, 0]

    @property
    def slope(self) -> float:
        """The slope where it stands now."""
        return float(loss_for_one(self.loss).gradient(self.descent.parameters[-1])[0])


class Chain:
    """The diagram x -> (w) -> z -> sigmoid -> a, once for each of the two examples, with live numbers.

    bias: whether the neuron adds a second knob, b, to w times x.
    """

    def __init__(self, axes, bias=False):
        self.bias = bias
        axes.set(xlim=(0, 10), ylim=(0.2, 3.1))
        axes.set_title("The network, fed with 1 and with 0")
        axes.axis("off")
        rows = {1: 2.2, 0: 0.8}
        for x, y in rows.items():
            axes.annotate("", (4.1, y), (1.4, y), arrowprops={"arrowstyle": "-|>", "color": style.GREY})
            axes.annotate("", (7.2, y), (5.3, y), arrowprops={"arrowstyle": "-|>", "color": style.GREY})
            axes.text(0.9, y, f"x = {x}", ha="center", va="center")
            axes.plot([4.7], [y], "o", color=style.BLACK, markersize=30, markerfacecolor=style.WHITE)
            axes.text(4.7, y, "σ", ha="center", va="center", fontsize=14)
            axes.text(8.4, y - 0.5, f"target y = {x}", ha="center", va="center", color=style.GREY)
        label = "× w, + b" if bias else ""
        self.weights = [axes.text(2.7, y + 0.14, label, ha="center") for y in rows.values()]
        self.sums = [axes.text(4.7, y - 0.62, "", ha="center", color=style.GREY) for y in rows.values()]
        self.outputs = [axes.text(8.4, y, "", ha="center", va="center", color=style.BLUE) for y in rows.values()]
        self.artists = (*([] if bias else self.weights), *self.sums, *self.outputs)  # beside dials w stands there

    def show(self, w: float, b: float = 0.0):
        """Write the numbers for this weight, and this bias if there is one."""
        for x, weight, total, output in zip((1, 0), self.weights, self.sums, self.outputs):
            z = w * x + b
            if not self.bias:
                weight.set_text(f"w = {fixed(w)}")
            total.set_text(f"w·{x} + b = {fixed(z)}" if self.bias else f"z = w·{x} = {fixed(z)}")
            output.set_text(f"a = {fixed(sigmoid(z), 3)}")


class Bars:
    """Both outputs as bars, and their targets as crosses."""

    def __init__(self, axes):
        axes.set(xlim=(-0.04, 1.04), ylim=(-0.6, 1.6), xlabel="a (the output)", yticks=[0, 1])
        axes.set_yticklabels(["x = 0", "x = 1"])
        axes.set_title("Outputs (bars) and targets (crosses)")
        self.bars = axes.barh([0, 1], [0, 0], height=0.45, color=style.BLUE)
        (targets,) = axes.plot([0, 1], [0, 1], "X", color=style.VERMILLION, markersize=13, clip_on=False)
        self.artists = (*self.bars, targets)

    def show(self, outputs):
        """Make the bars as long as the outputs for x = 0 and x = 1."""
        for bar, output in zip(self.bars, outputs):
            bar.set_width(output)


@dataclass(frozen=True)
class Answers:
    """The knobs of a neuron, its outputs for x = 0 and x = 1, and their mean cost."""

    w: float
    b: float
    outputs: np.ndarray
    cost: float


class HandScene(Scene):
    """The diagram, and the two outputs as bars beside their targets. Data: Answers."""

    width, height = 900, 330

    def build(self):
        left, right = self.figure.subplots(1, 2, width_ratios=(1.2, 1))
        self.figure.subplots_adjust(left=0.01, right=0.98, top=0.88, bottom=0.17, wspace=0.1)
        self.chain, self.bars = Chain(left), Bars(right)
        self.moves(*self.chain.artists, *self.bars.artists)
        for words in self.chain.weights:
            self.handle(words, scrub="w", scale=0.05)

    def show(self, data: Answers) -> View:
        w, outputs = data.w, data.outputs
        self.chain.show(w)
        self.bars.show(outputs)
        return View(
            kind="Diagram of the one-weight network and bars of its outputs",
            caption=f"At w = {number(w)} the output for x = 1 is {fixed(outputs[1], 3)} (target 1) "
            f"and for x = 0 it is {fixed(outputs[0], 3)} (target 0).",
            formula=f"a = σ(w · x):   x = 0: σ({fixed(0.0)}) = {fixed(outputs[0], 3)};   "
            f"x = 1: σ({fixed(w)}) = {fixed(outputs[1], 3)}",
        )


class IdentityScene(Scene):
    """Four linked views of a training: the diagram, the hill, its slope, the outputs over time. Data: a OneWeight."""

    width, height = 900, 480
    W = np.linspace(-EDGE, EDGE, 300)[:, np.newaxis]
    LOOKS = {  # by loss: what limits hill and slope have, and what the slope's title says
        "squares": ((-0.03, 0.54), (-0.17, 0.03), "Its slope, steepest where the output is 1/3"),
        "cross-entropy": ((-0.6, 11.4), (-1.12, 0.2), "Its slope, a − y: as steep as it is wrong"),
    }
    NAMES = {"squares": "the squared error", "cross-entropy": "the cross-entropy"}

    def build(self):
        (network, self.over), (outputs, self.under) = self.figure.subplots(2, 2, width_ratios=(1.1, 1))
        self.figure.subplots_adjust(left=0.07, right=0.98, top=0.94, bottom=0.1, hspace=0.48, wspace=0.25)
        self.chain = Chain(network)
        for axes in (self.over, self.under):
            axes.set(xlim=(-EDGE, EDGE), xlabel="w (the weight)")
        self.over.set_title("The hill: loss for x = 1")
        self.over.set(ylabel="E (loss for x = 1)")
        self.under.set(ylabel="dE/dw")
        self.title = self.under.set_title("")
        self.curves = [axes.plot([], [], color=style.GREY)[0] for axes in (self.over, self.under)]
        self.steepest = self.under.axvline(STEEPEST, color=style.GREY, linestyle=":", linewidth=1.2)
        self.hill, self.slopes = draw_path(self.over, "o"), draw_path(self.under, "o")
        self._build_outputs(outputs)
        self.moves(*self.chain.artists, *self.hill, *self.slopes, *self.lines)
        for _, start, _ in (self.hill, self.slopes):
            self.handle(start, x="initial_weight")
        self.loss = ""
        self._choose("squares")

    def _choose(self, loss):
        """Draw the hill and the slope of this loss, which stay until the other one is chosen."""
        if loss == self.loss:
            return
        self.loss, cost = loss, loss_for_one(loss)
        heights, slopes, title = self.LOOKS[loss]
        self.curves[0].set_data(self.W, cost.value(self.W))
        self.curves[1].set_data(self.W, cost.gradient(self.W))
        self.over.set(ylim=heights)
        self.under.set(ylim=slopes)
        self.title.set_text(title)
        self.steepest.set_visible(loss == "squares")
        self.changed()

    def _build_outputs(self, axes):
        draw_time_axis(axes)
        axes.set(ylim=(-0.04, 1.04), yticks=[0, 0.5, 1], ylabel="a (output)")
        axes.set_title("Outputs while it learns")
        (one,) = axes.plot([], [], "-", color=style.BLUE, label="x = 1, should be 1")
        (zero,) = axes.plot([], [], "--", color=style.VERMILLION, label="x = 0, should be 0")
        (rival,) = axes.plot([], [], ":", color=style.BLACK, label="x = 1, by the other loss")
        axes.legend(loc="upper left", bbox_to_anchor=(0.0, 0.5), fontsize=9, labelspacing=0.2, borderaxespad=0)
        self.lines = (one, zero, rival)

    def show(self, data: OneWeight) -> View:
        self._choose(data.loss)
        weights, now, slope = data.weights, float(data.weights[-1]), data.slope
        self.chain.show(now)
        show_path(self.hill, weights, data.descent.costs.ravel())
        show_path(self.slopes, weights, [*data.descent.gradients[:, 0], slope])
        time = time_of(weights)
        for line, outputs in zip(self.lines, (sigmoid(weights), np.full(len(time), 0.5), sigmoid(data.rival))):
            line.set_data(time, outputs)
        return View(
            kind="Four views of the one-weight network: diagram, loss, slope, and outputs over time",
            caption=training_caption(data),
            formula=f"w ← w − η · dE/dw:   w ← {fixed(now, 3)} − {data.learning_rate:g} · {bracketed(slope, 4)} "
            f"= {fixed(now - data.learning_rate * slope, 3)}",
        )


def training_caption(training: OneWeight) -> str:
    """Return what a training did to both outputs, in one sentence or two."""
    w = training.weights
    first, last = sigmoid(w[0]), sigmoid(w[-1])
    steps = len(w) - 1
    by = " by the cross-entropy" if training.loss == "cross-entropy" else ""
    begin = f"{sentence(count(steps, 'step'))} from w = {number(w[0])} at learning rate {training.learning_rate:g}{by}"
    if steps == 0:
        change = f"the output for x = 1 is {fixed(last, 3)}, the slope here {number(training.slope)}"
    else:
        change = f"the output for x = 1 goes from {fixed(first, 3)} to {fixed(last, 3)}"
    other = fixed(sigmoid(training.rival[-1]), 3)
    rival = f" By the squared error it would be {other}." if by else ""
    return f"{begin}: {change}.{rival} For x = 0 it is 0.500, as before and forever."


def bugs_picture(costs: dict) -> Picture:
    """Return curves of the costs, which come by the mistake of their loop; its letter does not say which it is."""
    return _BugsScene().picture(costs)


class _BugsScene(Scene):
    width, height = 760, 380
    CURVES = (  # the letters are not in the order of the lesson's cell: who finds a curve has asked what its loop does
        ("plus", "A", style.BLACK, "-", "o"),
        ("no x", "B", style.BLUE, "--", "s"),
        ("loss for error", "C", style.VERMILLION, "-.", "^"),
        ("no a(1 - a)", "D", style.GREY, ":", "D"),
        ("correct", "correct", style.BLACK, "-", ""),
    )

    def build(self):
        self.axes = self.figure.add_subplot()
        self.figure.subplots_adjust(left=0.1, right=0.97, top=0.9, bottom=0.14)
        self.axes.set(xlabel="t (steps taken)", ylabel="C (mean cost of both examples)")
        self.axes.set_title("Four loops with a mistake, and the correct one")

    def show(self, data) -> View:
        curves = {name: data[mistake] for mistake, name, *_ in self.CURVES}
        for _, name, colour, dash, marker in self.CURVES:
            costs = curves[name]
            self.axes.plot(costs, dash, color=colour, marker=marker, markevery=10, label=name)
            if len(name) == 1:
                self.axes.annotate(name, (len(costs) - 1, costs[-1]), (6, 0), textcoords="offset points", va="center")
        self.axes.legend(ncols=5, loc="upper center")
        self.axes.set_ylim(0, 1.25 * max(map(max, curves.values())))
        ends = ", ".join(f"{name} {fixed(costs[-1], 3)}" for name, costs in curves.items())
        steps = len(curves["correct"]) - 1
        return View(
            kind="Curves of the cost over time for training loops",
            caption=f"All start at cost {fixed(curves['correct'][0], 3)}. After {steps} steps: {ends}.",
        )
