"""More hidden neurons, more bends: forty points, a heap in a ring, and the border that a network has learnt there."""

from dataclasses import dataclass

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


@dataclass(frozen=True)
class Bend:
    """A network 2-hidden-1 after some steps from one of ten starts.

    costs: of all ten starts, a row for each step. W, b: of the hidden layer. answers: at POINTS. z: of the output, at
    each place of the scene's plane.
    """

    start: int
    steps: int
    costs: np.ndarray
    W: np.ndarray
    b: np.ndarray
    answers: np.ndarray
    z: np.ndarray

    @property
    def cost(self) -> float:
        """The cost of this start after these steps."""
        return float(self.costs[self.steps, self.start])


class BendScene(Scene):
    """Left the points, the answer and the hidden neurons' lines; right the cost over the steps. Data: a Bend."""

    width, height = 900, 420
    cells = 36  # of the shading

    def build(self):
        plane = self.figure.add_axes((0.06, 0.13, 0.42, 0.78))
        draw_plane(plane, (-REACH, REACH), ("x₁", "x₂"))
        plane.set(xticks=(-2, -1, 0, 1, 2), yticks=(-2, -1, 0, 1, 2))
        plane.set_title("Solid: it says 0.5; dashed: hidden z = 0")
        self.shades, self.points = Shades(plane, self.cells), Corners(plane, size=7)
        (self.lines,) = plane.plot([], [], "--", color=style.VERMILLION, linewidth=1.5)
        costs = self.figure.add_axes((0.58, 0.13, 0.4, 0.78))
        costs.set(yscale="log", xlim=(-40, MOST_STEPS + 40), ylim=(LOWEST, HIGHEST))
        costs.set(xlabel="t (steps taken)", ylabel="C (the cost)")
        costs.set_title("The cost; dotted: the other nine starts")
        costs.set_yticks((0.001, 0.01, 0.1), ("0.001", "0.01", "0.1"))
        costs.set_yticks([], minor=True)
        (self.others,) = costs.plot([], [], ":", color=style.GREY, linewidth=1.2)
        (self.curve,) = costs.plot([], [], "-", color=style.BLUE)
        (self.here,) = costs.plot([], [], "o", color=style.VERMILLION, markersize=10)
        self.moves(*self.shades.artists, self.lines, *self.points.artists, self.others, self.curve, self.here)
        self.handle(self.here, x="steps")

    def show(self, data: Bend) -> View:
        self.shades.show(data.z)
        self.lines.set_data(*hidden_lines(data.W, data.b).T)
        self.points.show(POINTS, TARGETS, data.answers)
        steps, few = np.arange(0, MOST_STEPS + 1, 10), np.arange(0, MOST_STEPS + 1, 40)
        others = np.delete(data.costs, data.start, axis=1)[few].T
        gap = np.full((len(others), 1), np.nan)  # after each curve
        self.others.set_data(np.hstack([np.tile(few, (len(others), 1)), gap]).ravel(), np.hstack([others, gap]).ravel())
        self.curve.set_data(steps, data.costs[steps, data.start])
        self.here.set_data([data.steps], [data.cost])
        hidden = len(data.b)
        knobs = hidden * 3 + hidden + 1
        return View(
            kind="Forty points of two kinds with the border that a network has learnt, and curve of its cost",
            caption=bend_caption(data),
            formula=f"2-{hidden}-1:   {hidden}·(2 + 1) + 1·({hidden} + 1) = {knobs} knobs",
        )


def bend_caption(bend: Bend) -> str:
    """Return how many of the points are on the right side, and the cost."""
    neurons = f"{len(bend.b)} hidden neuron{'s' * (len(bend.b) > 1)}"
    count = int(right(TARGETS, bend.answers).sum())
    steps = f"after {bend.steps:,} steps" if bend.steps else "before the first step"
    here = f"{count} of {len(TARGETS)} on the right side, cost {cost_in_digits(bend.cost)}"
    return f"{neurons}, start {bend.start}, {steps}: {here}."
