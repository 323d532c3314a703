"""Lesson 04's pictures: what a learning rate does, what the sign alone does, and what a steeper hill changes."""

import numpy as np

from helpers.core import Descent, Parabola
from helpers.core.costs import SteepHill
from helpers.pictures import style
from helpers.pictures.formatting import count, fixed, number, power_of_ten, sentence, steps_from, update
from helpers.pictures.path import draw_path
from helpers.pictures.picture import View
from helpers.pictures.rolling import draw_bowl, draw_bowl_axes
from helpers.pictures.scene import Scene

STEPS = 30  # as many as the axes hold
W_LOW, W_HIGH = -5.0, 11.0
COST_LOW, COST_HIGH = 1e-7, 1e6  # of the logarithmic axis; what is lower, 0 included, stands at its foot
CRAWL = 0.9  # a step that leaves more than this part of the distance crawls
COLUMNS = 7  # of the table: the start and six steps


class RateScene(Scene):
    """Three views of one descent on (w - 3)**2: on the curve, in w, and in the cost."""

    width, height = 900, 340

    def build(self):
        self.figure.subplots_adjust(left=0.06, right=0.985, top=0.9, bottom=0.15, wspace=0.32)
        curve, weights, costs = self.figure.subplots(1, 3)
        draw_bowl(curve, Parabola())
        draw_weight_axes(weights, STEPS)
        draw_cost_axes(costs, STEPS)
        self.path = draw_path(curve, "o--", 7)
        self.moves(*self.path)
        self.handle(self.path.start, x="initial_weight")
        self.steps = self.path.dots
        self.weights = StepSeries(self, weights, "o-", style.BLUE)
        self.handle(self.weights.line, x="steps", point=-1)
        self.costs = StepSeries(self, costs, "s-", style.VERMILLION)

    def show(self, descent: Descent, learning_rate: float) -> View:
        w, costs = descent.parameters, descent.costs
        self.path.show(w, costs)
        self.weights.show(w)
        self.costs.show(costs)
        factor = 1 - 2 * learning_rate
        return View(
            kind="Path on the curve of the cost, and w and the cost step by step",
            caption=rate_caption(descent, learning_rate),
            formula=f"distance to 3 ← (1 − 2η) · distance to 3:   1 − 2 · {fixed(learning_rate)} = {fixed(factor)}",
            table=steps_table(w=w, cost=costs),
        )


class StepSeries:
    """Values step by step on one axes, with a triangle at its edge for each that lies beyond it."""

    def __init__(self, scene, axes, form, colour):
        self.low, self.high = axes.get_ylim()
        self.line = scene.moving_line(axes, form, colour, linewidth=1, markersize=5)
        self.above = scene.moving_line(axes, "^", colour, markersize=8, clip_on=False)
        self.below = scene.moving_line(axes, "v", colour, markersize=8, clip_on=False)

    def show(self, values):
        """Show one value for each step; inf and nan stand at the upper edge."""
        values = np.nan_to_num(values, nan=np.inf, posinf=np.inf)
        steps = np.arange(len(values))
        # A line far beyond the axes keeps its direction well enough, and the drawing keeps its speed.
        reach = 10 * (self.high - self.low)
        self.line.set_data(steps, np.clip(values, min(self.low, self.high - reach), self.high + reach))
        above, below = steps[values > self.high], steps[values < self.low]
        self.above.set_data(above, np.full(len(above), self.high))
        self.below.set_data(below, np.full(len(below), self.low))


def draw_weight_axes(axes, steps):
    """Name axes for w over the steps, and mark the bottom at 3."""
    axes.set_xticks(range(0, steps + 1, 5))
    axes.set(xlim=(-0.5, steps + 0.5), ylim=(W_LOW, W_HIGH), xlabel="t (the step)", ylabel="w (the weight)")
    axes.set_title("Where it stands")
    axes.axhline(3, color=style.GREY, linewidth=1)


def draw_cost_axes(axes, steps):
    """Name axes for the cost over the steps, on a logarithmic scale whose foot stands for all that is less."""
    axes.set_yscale("log")
    axes.set_xticks(range(0, steps + 1, 5))
    axes.set(xlim=(-0.5, steps + 0.5), ylim=(COST_LOW, COST_HIGH), xlabel="t (the step)", ylabel="C (the cost)")
    axes.set_title("The cost (log scale)")
    ticks = {COST_LOW: "less"} | {10.0**power: power_of_ten(power) for power in range(-6, 7, 2)}
    axes.set_yticks(list(ticks), ticks.values())
    axes.minorticks_off()


def rate_caption(descent: Descent, learning_rate: float) -> str:
    """Return what becomes of w at this learning rate, in two sentences."""
    w, steps = descent.parameters, len(descent.gradients)
    begin = steps_from(steps, f"w = {number(w[0])}", learning_rate)
    factor = f"each multiplies the distance to 3 by {number(1 - 2 * learning_rate)}"
    here = f"w = {number(w[-1])}, cost {number(descent.costs[-1])}"
    if w[0] == 3:
        return f"{begin}: {factor}, but the distance is 0 and so is the slope. Nothing moves: {here}."
    if steps == 0:
        return f"{begin}; {factor.replace('multiplies', 'will multiply')}. So far {here}."
    return f"{begin}: {factor}. {_fate(learning_rate, w)}: {here}."


def _fate(learning_rate, w) -> str:
    factor = 1 - 2 * learning_rate
    if factor == 1:
        return "Nothing moves"
    if factor == 0:
        return "It is at the bottom in one step"
    if factor == -1:
        return f"It oscillates between {number(w[0])} and {number(w[1])} forever"
    if factor > 0:
        return "It crawls" if factor > CRAWL else "It converges, on one side of 3"
    return "It overshoots, and converges from both sides" if factor > -1 else "It diverges, further out with each step"


def steps_table(**rows) -> tuple:
    """Return a table of the first steps: one column for each, and one row for each name."""
    columns = min(COLUMNS, *(len(values) for values in rows.values()))
    head = ("step", *(str(step) for step in range(columns)))
    return (head, *((name, *(_short(value) for value in values[:columns])) for name, values in rows.items()))


def _short(value) -> str:
    """Return a number in four digits, so that 4.536 and -3.221 can be told from their neighbours."""
    return f"{value:.4g}" if 1e-4 <= abs(value) < 1e6 else number(value)


class RaceScene(Scene):
    """Two ways to step on (w - 3)**2: where both stand, and how long their steps are."""

    width, height = 900, 340

    def build(self):
        self.figure.subplots_adjust(left=0.06, right=0.985, top=0.9, bottom=0.15, wspace=0.2)
        weights, lengths = self.figure.subplots(1, 2)
        draw_weight_axes(weights, STEPS)
        weights.set_ylim(-0.4, 5)
        lengths.set(xlim=(-0.5, STEPS + 0.5), ylim=(-0.05, 2), xlabel="t (the step)", ylabel="|move| (how far w moved)")
        lengths.set_title("How long each step is")
        self.size, self.sign = (
            [
                self.moving_line(axes, form, colour, linewidth=1.2, markersize=5, label=name)
                for axes in (weights, lengths)
            ]
            for form, colour, name in (("o-", style.BLUE, "η · slope"), ("s--", style.VERMILLION, "the sign alone"))
        )
        self.handle(self.sign[1], y="stride")
        self.steps = self.size[0]
        lengths.legend(loc="upper right")

    def show(self, by_size, by_sign, learning_rate: float, stride: float) -> View:
        """Show w on two descents: by a part of the slope, learning_rate, and by steps of one length, stride."""
        for (path, moves), w in ((self.size, by_size), (self.sign, by_sign)):
            path.set_data(np.arange(len(w)), w)
            moves.set_data(np.arange(1, len(w)), np.abs(np.diff(w)))
        by_slope = update("w", by_size[-1], learning_rate, Parabola().gradient(by_size[-1]), digits=3)
        sign = np.sign(np.round(Parabola().gradient(by_sign[-1]), 9))  # as the race takes it
        return View(
            kind="Two descents, where they stand and how long their steps are",
            formula=f"by the slope:   {by_slope};   by its sign:   {update('w', by_sign[-1], stride, sign, digits=1)}",
            caption=_race_caption(by_size, by_sign, learning_rate, stride),
            table=steps_table(**{f"{learning_rate:g} · slope": by_size, f"sign · {stride:g}": by_sign}),
        )


def _race_caption(by_size, by_sign, learning_rate, stride):
    begin = f"{sentence(count(len(by_size) - 1, 'step'))} from w = {number(by_size[0])}"
    names = f"{learning_rate:g} · slope", f"the sign times {stride:g}"
    if len(by_size) == 1:
        return f"{begin}: {names[0]} and {names[1]} have not moved yet."
    last = number(abs(by_size[-1] - by_size[-2]))
    return (
        f"{begin}: with {names[0]}, w = {number(by_size[-1])} and the last step was {last}; "
        f"with {names[1]}, {_sign_fate(by_sign)}."
    )


def _sign_fate(w):
    """Return where steps of one length have led: on the way, exactly to the bottom, or to and fro across it."""
    if w[-1] == w[-2]:
        strides = count(np.count_nonzero(np.diff(w)), "stride")
        return f"w = {number(w[-1])}, met exactly: it is just {strides} away from the start"
    if len(w) > 2 and np.isclose(w[-1], w[-3]):
        low, high = sorted(w[-2:])
        return f"w oscillates between {number(low)} and {number(high)} forever"
    return f"w = {number(w[-1])} and all steps are equally long"


NEAR = 0.01  # how close to the bottom is close enough
HIGHEST_RATE = 2.0
FAR = 1e4  # a path further out than this is drawn as if it went only so far
MAX_WAITED_STEPS = 300  # steps after which we stop waiting


class SteepnessScene(Scene):
    """A hill of another steepness, k (w - 3)**2, with a descent, and how many steps each learning rate needs."""

    width, height = 900, 340

    def build(self):
        self.figure.subplots_adjust(left=0.06, right=0.985, top=0.9, bottom=0.15, wspace=0.24)
        curve, needed_axes = self.figure.subplots(1, 2, width_ratios=(2, 3))
        draw_bowl_axes(curve)
        curve.set(ylim=(-3.7, 40), title="C(w) = k(w − 3)²")  # the start lies at 36 on the steepest hill
        self.w = np.linspace(*curve.get_xlim(), 200)
        self.hill = self.moving_line(curve, "-", style.GREY)
        self.path = self.moving_line(curve, "o--", style.BLUE, linewidth=1)
        self.start = self.moving_line(curve, "s", style.BLACK, markersize=9)
        self.top = 2 * MAX_WAITED_STEPS
        needed_axes.set(yscale="log", xlim=(0, 1.01 * HIGHEST_RATE), ylim=(0.8, self.top))
        needed_axes.set(xlabel="η (the learning rate)", ylabel="n (steps until within 0.01 of 3)")
        needed_axes.set_title("How many steps each learning rate needs")
        needed_axes.set_yticks([1, 10, 100, self.top], ["1", "10", "100", f"> {MAX_WAITED_STEPS}"])
        needed_axes.minorticks_off()
        self.needed_line = self.moving_line(
            needed_axes, ".-", style.BLUE, linewidth=1, markersize=4, label="it gets there"
        )
        self.limit = self.moving_line(needed_axes, ":", style.BLACK, linewidth=2, label="from here on: never")
        look = {"markersize": 9, "clip_on": False, "label": "the rate chosen"}
        self.chosen = self.moving_line(needed_axes, "D", style.VERMILLION, **look)
        needed_axes.legend(loc="center right")
        self.handle(self.chosen, x="learning_rate")

    def show(self, hill: SteepHill, learning_rates, descents: Descent) -> View:
        """Show a hill, and a descent on it for each of many learning rates. The first is the one chosen."""
        learning_rate, near = float(learning_rates[0]), np.abs(descents.parameters - 3) < NEAR
        needed = np.where(near.any(axis=0), near.argmax(axis=0), np.nan)  # steps; nan for never
        w = np.clip(descents.parameters[:, 0], -FAR, FAR)
        self.hill.set_data(self.w, hill.value(self.w))
        self.path.set_data(w, hill.value(w))
        self.start.set_data(w[:1], hill.value(w[:1]))
        self.needed_line.set_data(learning_rates[1:], needed[1:])
        self.limit.set_data([1 / hill.k] * 2, [0.8, self.top])
        self.chosen.set_data([learning_rate], [self.top if np.isnan(needed[0]) else needed[0]])
        k, factor = hill.k, 1 - 2 * hill.k * learning_rate
        there = f"still not within 0.01 after {MAX_WAITED_STEPS} steps"
        if not np.isnan(needed[0]):
            there = f"within 0.01 after {count(int(needed[0]), 'step')}"
        return View(
            kind="A hill with a descent, and the steps that each learning rate needs",
            caption=(
                f"k = {k:g}, learning rate {learning_rate:g}: each step multiplies the distance to 3 by "
                f"{number(factor)}; {there}. One step would do at {1 / (2 * k):.3g}; "
                f"from {1 / k:.3g} on it never gets there."
            ),
            formula=f"1 − 2kη = 1 − 2 · {k:g} · {fixed(learning_rate, 3)} = {fixed(factor)}",
        )
