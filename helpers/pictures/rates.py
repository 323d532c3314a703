"""What a learning rate does to a descent on (w - 3)**2: on the curve, in w, and in the cost."""

import numpy as np

from helpers.core import Descent, Parabola
from helpers.pictures import style
from helpers.pictures.formatting import count, fixed, number, power_of_ten, sentence
from helpers.pictures.path import draw_path, show_path
from helpers.pictures.picture import View
from helpers.pictures.rolling import Rolling, draw_bowl
from helpers.pictures.scene import Scene

STEPS = 30  # as many as the axes hold
W_LOW, W_HIGH = -5.0, 11.0
COST_LOW, COST_HIGH = 1e-7, 1e6  # of the logarithmic axis; what is lower, 0 included, stands at its foot
CRAWL = 0.9  # a step that leaves more than this part of the distance crawls
COLUMNS = 7  # of the table: the start and six steps


class RateScene(Scene):
    """Three views of one descent. Data: a Rolling on (w - 3)**2."""

    width, height = 900, 340

    def build(self):
        self.figure.subplots_adjust(left=0.06, right=0.985, top=0.9, bottom=0.15, wspace=0.32)
        curve, weights, costs = self.figure.subplots(1, 3)
        draw_bowl(curve, Parabola())
        draw_weight_axes(weights, STEPS)
        draw_cost_axes(costs, STEPS)
        self.path, self.start, self.here = draw_path(curve, "o--", 7)
        self.moves(self.path, self.start, self.here)
        self.handle(self.start, x="initial_weight")
        self.steps = self.path
        self.weights = Track(self, weights, "o-", style.BLUE)
        self.handle(self.weights.line, x="steps", point=-1)
        self.costs = Track(self, costs, "s-", style.VERMILLION)

    def show(self, data: Rolling) -> View:
        descent, learning_rate = data.descent, data.learning_rate
        w, costs = descent.parameters, descent.costs
        show_path((self.path, self.start, self.here), w, costs)
        self.weights.show(w)
        self.costs.show(costs)
        factor = 1 - 2 * learning_rate
        return View(
            kind="Path on the curve of the cost, and w and the cost step by step",
            caption=rate_caption(descent, learning_rate),
            formula=f"distance to 3 ← (1 − 2η) · distance to 3:   1 − 2 · {fixed(learning_rate)} = {fixed(factor)}",
            table=steps_table(w=w, cost=costs),
        )


class Track:
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
        for edge, beyond, height in (
            (self.above, values > self.high, self.high),
            (self.below, values < self.low, self.low),
        ):
            edge.set_data(steps[beyond], np.full(beyond.sum(), height))


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
    powers = range(-6, 7, 2)
    axes.set_yticks(
        [COST_LOW, *(10.0**power for power in powers)], ["less", *(power_of_ten(power) for power in powers)]
    )
    axes.minorticks_off()


def rate_caption(descent: Descent, learning_rate: float) -> str:
    """Return what becomes of w at this learning rate, in two sentences."""
    w, steps = descent.parameters, len(descent.gradients)
    begin = f"{sentence(count(steps, 'step'))} from w = {number(w[0])} at learning rate {learning_rate:g}"
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
