"""Lesson 00's pictures: a neuron's two knobs turned by hand and by the machine, and ten digits to come."""

import numpy as np
from matplotlib.patches import Circle

from helpers.core import Descent
from helpers.pictures import still, style
from helpers.pictures.bias import BATCH, answers
from helpers.pictures.formatting import fixed, number, steps_from
from helpers.pictures.identity import NetworkDiagram, OutputBars
from helpers.pictures.picture import Picture, View
from helpers.pictures.scene import Scene

GOAL = 0.02  # a mean cost below this counts as done
FULL_TURN = 10.0  # the knobs go from -10 to 10 ...
HALF_WAY = np.radians(140)  # ... and as far as this to either side of straight up
MAX_STEPS = 60


class Dials:
    """The two knobs as dials with a pointer: straight up is 0."""

    def __init__(self, axes):
        axes.set(xlim=(-1.5, 1.5), ylim=(-4.5, 1.3), aspect="equal")
        axes.set_title("The knobs", loc="center")
        axes.axis("off")
        self.centres = (0.0, -3.0)
        for y in self.centres:
            axes.add_patch(Circle((0, y), 0.95, facecolor=style.WHITE, edgecolor=style.BLACK, linewidth=1.5))
            for angle in np.linspace(-HALF_WAY, HALF_WAY, 5):
                x, up = np.sin(angle), np.cos(angle)
                axes.plot([x * 1.03, x * 1.17], [y + up * 1.03, y + up * 1.17], color=style.GREY, linewidth=1.2)
        self.pointers = [axes.plot([], [], color=style.VERMILLION, linewidth=4)[0] for _ in self.centres]
        self.words = [axes.text(0, y - 1.32, "", ha="center", va="center") for y in self.centres]
        self.artists = (*self.pointers, *self.words)

    def show(self, knobs):
        """Turn both knobs; one that is turned beyond its end stays there."""
        for name, value, y, pointer, words in zip("wb", knobs, self.centres, self.pointers, self.words):
            angle = np.clip(value / FULL_TURN, -1, 1) * HALF_WAY
            pointer.set_data([0, 0.85 * np.sin(angle)], [y, y + 0.85 * np.cos(angle)])
            words.set_text(f"{name} = {fixed(value)}")


class KnobsScene(Scene):
    """The knobs, the network, and both outputs beside their targets."""

    width, height = 900, 330

    def build(self):
        self.dials = Dials(self.figure.add_axes((0.0, 0.02, 0.16, 0.86)))
        self.chain = NetworkDiagram(self.figure.add_axes((0.16, 0.1, 0.42, 0.78)), bias=True)
        self.bars = OutputBars(self.figure.add_axes((0.645, 0.17, 0.335, 0.71)))
        self.moves(*self.dials.artists, *self.chain.artists, *self.bars.artists)
        for name, pointer in zip("wb", self.dials.pointers):  # clockwise from straight up
            self.handle(pointer, angle=name, point=1, scale=-FULL_TURN / np.degrees(HALF_WAY), zero=90)

    def show(self, w: float, b: float) -> View:
        outputs, cost = answers([w, b]), float(BATCH.value([w, b]))
        self.dials.show((w, b))
        self.chain.show(w, b)
        self.bars.show(outputs)
        goal = f"below {GOAL}, you have done it" if cost < GOAL else f"not yet below {GOAL}"
        return View(
            kind="Two dials, diagram of the network they turn, and bars of its outputs",
            caption=f"At w = {number(w)} and b = {number(b)}, 0 gives {fixed(outputs[0], 3)} (target 0) "
            f"and 1 gives {fixed(outputs[1], 3)} (target 1). The mean cost is {cost_in_words(cost)}: {goal}.",
            formula=_cost_formula(outputs),
        )


class MachineScene(Scene):
    """The knobs, the cost after every step so far, and both outputs."""

    width, height = 900, 360

    def build(self):
        self.dials = Dials(self.figure.add_axes((0.0, 0.02, 0.16, 0.87)))
        axes = self.figure.add_axes((0.245, 0.16, 0.32, 0.73), title="The cost after each step")
        axes.set(xlim=(-1.5, MAX_STEPS + 1.5), ylim=(-0.015, 0.37), xlabel="t (steps taken)", ylabel="C (mean cost)")
        axes.axhline(GOAL, color=style.GREY, linestyle="--", linewidth=1.2)
        axes.text(MAX_STEPS + 1, GOAL + 0.006, f"goal: below {GOAL}", ha="right", va="bottom", color=style.GREY)
        self.moves(*self.dials.artists)
        self.curve = self.moving_line(axes, "-o", style.BLUE, markersize=4)
        self.rises = self.moving_line(axes, "^", style.BLACK, markersize=10, label="the cost rose")
        self.here = self.moving_line(axes, "o", style.VERMILLION, markersize=10, label="now")
        axes.legend(loc="upper right")
        self.bars = OutputBars(self.figure.add_axes((0.645, 0.16, 0.335, 0.73)))
        self.moves(*self.bars.artists)
        self.handle(self.here, x="steps")

    def show(self, descent: Descent, learning_rate: float) -> View:
        costs, outputs = descent.costs, answers(descent.parameters[-1])
        rose = np.flatnonzero(np.diff(costs) > 0) + 1  # the steps that raised the cost
        self.dials.show(descent.parameters[-1])
        self.bars.show(outputs)
        self.curve.set_data(np.arange(len(costs)), costs)
        self.rises.set_data(rose, costs[rose])
        self.here.set_data([len(costs) - 1], costs[-1:])
        return View(
            kind="Two dials, curve of the cost over the steps, and bars of the outputs",
            caption=_machine_caption(descent, learning_rate, rose, outputs),
            formula=_cost_formula(outputs),
        )


def _cost_formula(outputs) -> str:
    zero, one = outputs[0], 1 - outputs[1]  # how far off both are
    return f"C = (½ · {fixed(zero, 3)}² + ½ · {fixed(one, 3)}²) / 2 = {fixed((zero**2 + one**2) / 4, 4)}"


def _machine_caption(descent, learning_rate, rose, outputs) -> str:
    """Return what a descent did to the cost, whether it fell all the way, and what the outputs are now."""
    costs, (w, b) = descent.costs, descent.parameters[0]
    begin = steps_from(len(costs) - 1, f"w = {number(w)}, b = {number(b)}", learning_rate)
    now = f"Now 0 gives {fixed(outputs[0])} and 1 gives {fixed(outputs[1])}."
    if len(costs) == 1:
        return f"{begin}: the cost is {cost_in_words(costs[0])}. {now}"
    way = "falling at every step"
    if len(rose):
        before, after = (cost_in_words(costs[step]) for step in (rose[0] - 1, rose[0]))
        way = f"though step {rose[0]} raised it from {before} to {after}"
    return f"{begin}: the cost goes from {cost_in_words(costs[0])} to {cost_in_words(costs[-1])}, {way}. {now}"


def cost_in_words(cost: float) -> str:
    """Return a cost in four decimals, or in words where they would all be zero."""
    return f"{cost:.4f}" if cost >= 0.00005 else "below 0.0001"


@style.rules()
def digits_picture(images, labels) -> Picture:
    """Return ten handwritten digits side by side, the first of each kind. images, labels: as from `load_digits`."""
    figure = style.figure(900, 165)
    axes = figure.add_axes((0.01, 0.29, 0.98, 0.53), title="Ten handwritten digits")
    axes.grid(False)
    axes.spines["left"].set_visible(False)
    axes.set(yticks=[], xlabel="the digit that it should be read as")
    side = round(np.sqrt(images.shape[1]))
    first = labels.argmax(axis=0)  # the first row that has a one in each column
    axes.imshow(np.hstack([images[at].reshape(side, side) for at in first]), cmap="gray_r", vmin=0, vmax=1)
    axes.set_xticks(side * (np.arange(len(first)) + 0.5), list(map(str, range(len(first)))))
    view = View(
        kind="Row of grey pictures of handwritten digits",
        caption=f"Ten of {len(images):,} handwritten digits, one of each kind from 0 to 9. "
        f"Each is {side} by {side} = {images.shape[1]} numbers, 0 for white and 1 for black.",
    )
    return still.picture(figure, view)
