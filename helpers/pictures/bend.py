"""More hidden neurons, more bends: forty points, a heap in a ring, and the border that a network has learnt there."""

import numpy as np

from helpers.pictures import style
from helpers.pictures.fold import hidden_lines
from helpers.pictures.picture import View
from helpers.pictures.plane import Corners, cost_in_digits, draw_plane, right
from helpers.pictures.scene import Scene
from helpers.pictures.shades import Shades

REACH = 2.4  # the plane is drawn from -REACH to REACH
LOWEST, HIGHEST = 3e-4, 0.35  # of the costs that are drawn
MOST_STEPS = 2000
NUMBER = np.arange(40)
RADIUS = np.where(NUMBER < 20, 0.05 * NUMBER, 0.8 + 0.03 * NUMBER)
POINTS = np.stack([RADIUS * np.cos(2.4 * NUMBER), RADIUS * np.sin(2.4 * NUMBER)], axis=1)  # a row for each example
TARGETS = np.where(NUMBER < 20, 1.0, 0.0)
CELLS = 36  # of the shading


class BendScene(Scene):
    """Left the points, the answer and the hidden neurons' lines; right the cost over the steps."""

    width, height = 900, 420

    def build(self):
        plane = self.figure.add_axes((0.06, 0.13, 0.42, 0.78), title="Solid: it says 0.5; dashed: hidden z = 0")
        draw_plane(plane, (-REACH, REACH), ("x₁", "x₂"))
        plane.set(xticks=(-2, -1, 0, 1, 2), yticks=(-2, -1, 0, 1, 2))
        self.shades, self.points = Shades(plane, CELLS), Corners(plane, size=7)
        self.moves(*self.shades.artists)
        self.lines = self.moving_line(plane, "--", style.VERMILLION, linewidth=1.5)
        self.moves(*self.points.artists)
        costs = self.figure.add_axes((0.58, 0.13, 0.4, 0.78), title="The cost; dotted: the other nine starts")
        costs.set(yscale="log", xlim=(-40, MOST_STEPS + 40), ylim=(LOWEST, HIGHEST))
        costs.set(xlabel="t (steps taken)", ylabel="C (the cost)")
        costs.set_yticks((0.001, 0.01, 0.1), ("0.001", "0.01", "0.1"))
        costs.set_yticks([], minor=True)
        self.others = self.moving_line(costs, ":", style.GREY, linewidth=1.2)
        self.curve = self.moving_line(costs, "-", style.BLUE)
        self.here = self.moving_line(costs, "o", style.VERMILLION, markersize=10)
        self.handle(self.here, x="steps")

    def show(self, start: int, steps: int, costs, W, b, answers, z_of) -> View:
        """Show a network 2-hidden-1 after some steps from one of ten starts.

        costs: of all ten starts, a row for each step. W, b: of the hidden layer. answers: at POINTS. z_of: from rows
        of inputs to z of the output.
        """
        self.shades.show(z_of)
        self.lines.set_data(*hidden_lines(W, b).T)
        self.points.show(POINTS, TARGETS, answers)
        cost, every, few = costs[steps, start], np.arange(0, MOST_STEPS + 1, 10), np.arange(0, MOST_STEPS + 1, 40)
        others = np.delete(costs, start, axis=1)[few].T
        gap = np.full((len(others), 1), np.nan)  # after each curve
        self.others.set_data(np.hstack([np.tile(few, (len(others), 1)), gap]).ravel(), np.hstack([others, gap]).ravel())
        self.curve.set_data(every, costs[every, start])
        self.here.set_data([steps], [cost])
        hidden, count = len(b), int(right(TARGETS, answers).sum())
        done = f"after {steps:,} steps" if steps else "before the first step"
        return View(
            kind="Forty points of two kinds with the border that a network has learnt, and curve of its cost",
            caption=(
                f"{hidden} hidden neuron{'s' * (hidden > 1)}, start {start}, {done}: {count} of {len(TARGETS)} "
                f"on the right side, cost {cost_in_digits(cost)}."
            ),
            formula=f"2-{hidden}-1:   {hidden}·(2 + 1) + 1·({hidden} + 1) = {hidden * 3 + hidden + 1} knobs",
        )
