"""Rolling down C(w) = (w - 3)**2: the curve, the path on it, and the next step as an arrow on the w axis."""

from dataclasses import dataclass

import numpy as np

from helpers.core import Descent, Parabola, gradient_descent
from helpers.pictures import style
from helpers.pictures.formatting import bracketed, count, fixed, number, sentence
from helpers.pictures.path import draw_path, show_path
from helpers.pictures.picture import Picture, View
from helpers.pictures.scene import Scene

LEFT, RIGHT, TOP = -2.6, 8.6, 27.0
ON_AXIS = -1.2  # where the moves are drawn: a step changes w, it does not slide along the curve
ROWS = 9  # of the table: as many as fit beside the picture


@dataclass(frozen=True)
class Rolling:
    """A descent, and the learning rate it was made with; below 0 where the slope was added."""

    descent: Descent
    learning_rate: float


class RollingScene(Scene):
    """The bowl with a descent on it. Data: a Rolling on (w - 3)**2."""

    width, height = 620, 400

    def build(self):
        self.cost = Parabola()
        self.figure.subplots_adjust(left=0.1, right=0.98, top=0.9, bottom=0.14)
        axes = self.figure.add_subplot()
        draw_bowl(axes, self.cost)
        self.path, self.start, self.here = draw_path(axes, "o--", 7)
        self.handle(self.start, x="initial_weight")
        self.steps = self.path
        (self.tangent,) = axes.plot([], [], "-", color=style.VERMILLION, linewidth=1.5)
        (self.trail,) = axes.plot([], [], "|-", color=style.BLUE, markersize=9, linewidth=1)
        self.arrow = axes.annotate(
            "",
            xy=(0, ON_AXIS),
            xytext=(0, ON_AXIS),
            arrowprops={"arrowstyle": "-|>", "color": style.VERMILLION, "linewidth": 2, "mutation_scale": 12}
            | {"shrinkA": 0, "shrinkB": 0},
        )
        self.moves(self.path, self.start, self.tangent, self.here, self.trail, self.arrow)

    def show(self, data: Rolling) -> View:
        descent, learning_rate = data.descent, data.learning_rate
        w, costs = descent.parameters, descent.costs
        now, slope = float(w[-1]), float(self.cost.gradient(w[-1]))
        ahead = now - learning_rate * slope
        show_path((self.path, self.start, self.here), w, costs)
        reach = np.array([-0.8, 0.8])
        self.tangent.set_data(now + reach, costs[-1] + slope * reach)
        self.trail.set_data(w, np.full(len(w), ON_AXIS))
        self.arrow.set_position((now, ON_AXIS))
        self.arrow.xy = (ahead, ON_AXIS)
        return View(
            kind="Curve of the cost with the path of a descent",
            caption=rolling_caption(descent, learning_rate),
            formula=step_formula(now, learning_rate, slope, ahead),
            table=_steps_table(descent, slope),
        )


def draw_bowl(axes, cost):
    """Draw the curve of a bowl and the w axis, with limits that stay."""
    draw_bowl_axes(axes)
    axes.set_title(f"C(w) = (w − {cost.minimum:g})²")
    w = np.linspace(LEFT, RIGHT, 300)
    axes.plot(w, cost.value(w), color=style.GREY)


def draw_bowl_axes(axes):
    """Name the axes of a curve of the cost, and draw the w axis."""
    axes.set_xticks(range(-2, 9, 2))
    axes.set(xlim=(LEFT, RIGHT), ylim=(-2.5, TOP), xlabel="w (the weight)", ylabel="C (the cost)")
    axes.axhline(0, color=style.GREY, linewidth=1)


def rolling_picture(start=0.0, learning_rate=0.1, steps=8) -> Picture:
    """Return the picture of a descent on (w - 3)**2."""
    descent = gradient_descent(Parabola(), start, learning_rate, steps)
    return RollingScene().picture(Rolling(descent, learning_rate))


def step_formula(now, learning_rate, slope, ahead) -> str:
    """Return the update rule with the numbers of the next step in it."""
    sign, size = ("−", learning_rate) if learning_rate >= 0 else ("+", -learning_rate)
    return f"w ← w − η · slope:   w ← {fixed(now)} {sign} {size:.2f} · {bracketed(slope)} = {fixed(ahead)}".replace(
        "w − η", f"w {sign} η"
    )


def rolling_caption(descent: Descent, learning_rate: float) -> str:
    """Return where a descent on one weight went, in one sentence."""
    w, costs = descent.parameters, descent.costs
    steps = len(w) - 1
    begin = f"{sentence(count(steps, 'step'))} from w = {number(w[0])} at learning rate {abs(learning_rate):g}"
    if steps == 0:
        return f"{begin}: the cost here is {number(costs[0])} and nothing has moved yet."
    if learning_rate < 0:
        begin += ", added instead of subtracted"
    if descent.fate == "stationary":
        return f"{begin}: the slope is 0 here, so nothing moves and the cost stays {number(costs[-1])}."
    way = "right" if w[-1] > w[0] else "left"
    cost = {"converges": "falls", "converged": "falls", "oscillates": "stays"}.get(descent.fate, "climbs")
    change = f"from {number(costs[0])} to {number(costs[-1])}" if cost != "stays" else f"at {number(costs[-1])}"
    return f"{begin}: w moves {way} to {number(w[-1])} and the cost {cost} {change}{_rhythm(w)}."


def _rhythm(w) -> str:
    """Return what the lengths of the steps do, if there are two to compare."""
    moves = np.abs(np.diff(w))
    if len(moves) < 2 or not np.all(np.isfinite(moves)) or moves[-1] == moves[0]:
        return ""
    return "; the steps shrink" if moves[-1] < moves[0] else "; the steps grow"


def _steps_table(descent, slope_now):
    slopes = [*descent.gradients, slope_now]
    rows = [
        (str(step), fixed(w, 3), fixed(slope, 3), fixed(cost, 3))
        for step, (w, slope, cost) in enumerate(zip(descent.parameters, slopes, descent.costs))
    ]
    rows = rows[-ROWS:]
    return (("step", "w", "slope", "cost"), *rows)
