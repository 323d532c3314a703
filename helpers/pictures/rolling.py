"""Rolling down C(w) = (w - 3)**2: the path on the curve, and the next step as an arrow; and a hill nobody has seen."""

import numpy as np

from helpers.core import Descent, Parabola, gradient_descent
from helpers.core.costs import Hill
from helpers.pictures import style
from helpers.pictures.formatting import bracketed, count, fixed, number, sentence, steps_from
from helpers.pictures.path import draw_arrow, draw_path, show_tangent, tangent_pieces
from helpers.pictures.picture import Picture, View
from helpers.pictures.scene import Scene

LEFT, RIGHT, TOP = -2.6, 8.6, 27.0
ON_AXIS = -1.2  # where the moves are drawn: a step changes w, it does not slide along the curve
ROWS = 9  # of the table: as many as fit beside the picture
MAX_LOOKS = 6  # at the hill in the dark; then it is shown


class RollingScene(Scene):
    """The bowl with a descent on it."""

    width, height = 620, 400

    def build(self):
        self.cost = Parabola()
        self.figure.subplots_adjust(left=0.1, right=0.98, top=0.9, bottom=0.14)
        axes = self.figure.add_subplot()
        draw_bowl(axes, self.cost)
        self.path = draw_path(axes, "o--", 7)
        self.handle(self.path.start, x="initial_weight")
        self.steps = self.path.dots
        self.moves(self.path.dots, self.path.start)
        self.tangent = self.moving_line(axes, "-", style.VERMILLION, linewidth=1.5)
        self.moves(self.path.here)
        self.trail = self.moving_line(axes, "|-", style.BLUE, markersize=9, linewidth=1)
        self.arrow = self.moves(draw_arrow(axes, (0, ON_AXIS), linewidth=2, head=12))

    def show(self, descent: Descent, learning_rate: float) -> View:
        """Show a descent on (w - 3)**2. learning_rate: below 0 where the slope was added."""
        w, costs = descent.parameters, descent.costs
        now, slope = float(w[-1]), float(self.cost.gradient(w[-1]))
        ahead, sign = now - learning_rate * slope, "−" if learning_rate >= 0 else "+"
        self.path.show(w, costs)
        show_tangent(self.tangent, now, costs[-1], slope, 0.8)
        self.trail.set_data(w, np.full(len(w), ON_AXIS))
        self.arrow.set_position((now, ON_AXIS))
        self.arrow.xy = (ahead, ON_AXIS)
        return View(
            kind="Curve of the cost with the path of a descent",
            caption=rolling_caption(descent, learning_rate),
            formula=f"w ← w {sign} η · slope:   w ← {fixed(now)} {sign} {abs(learning_rate):.2f} · {bracketed(slope)} "
            f"= {fixed(ahead)}",
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
    return RollingScene().picture(descent=descent, learning_rate=learning_rate)


def rolling_caption(descent: Descent, learning_rate: float) -> str:
    """Return where a descent on one weight went, in one sentence."""
    w, costs = descent.parameters, descent.costs
    steps = len(w) - 1
    begin = steps_from(steps, f"w = {number(w[0])}", abs(learning_rate))
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
        (str(step), *(fixed(value, 3) for value in values))
        for step, values in enumerate(zip(descent.parameters, slopes, descent.costs))
    ]
    return (("step", "w", "slope", "cost"), *rows[-ROWS:])


class BlindScene(Scene):
    """A hill in the dark: only the places where someone looked."""

    width, height = 620, 400

    def build(self):
        self.figure.subplots_adjust(left=0.1, right=0.98, top=0.9, bottom=0.14)
        axes = self.figure.add_subplot(title="A hill in the dark")
        axes.set(xlim=(LEFT, RIGHT), ylim=(-2, 33), xlabel="w (the weight)", ylabel="C (the cost)")
        w = np.linspace(LEFT, RIGHT, 200)
        self.hill = self.moves(*axes.plot(w, Hill().value(w), color=style.GREY))
        self.slopes = self.moving_line(axes, "-", style.VERMILLION)
        self.looks = self.moving_line(axes, "o", style.BLUE, markersize=9)
        self.next = self.moving_line(axes, "^", style.BLACK, markersize=10)
        self.handle(self.next, x="w")

    def show(self, w: float, learn: str, looks: tuple) -> View:
        """Show the looks so far. w: where the next one goes. learn: "height", or "slope" for both."""
        heights = np.array([Hill().value(place) for place in looks])
        slopes = np.array([Hill().gradient(place) for place in looks if learn == "slope"])
        self.hill.set_visible(len(looks) == MAX_LOOKS)
        self.looks.set_data(looks, heights)
        self.next.set_data([w], [-1])
        reach = 0.7 / np.hypot(1, slopes / 6)
        self.slopes.set_data(*tangent_pieces(looks[: len(slopes)], heights[: len(slopes)], slopes, reach))
        columns = {"w": looks, "cost": heights, **({"slope": slopes} if learn == "slope" else {})}
        rows = (map(number, row) for row in zip(*columns.values()))
        return View(
            kind="Points on an unseen curve of the cost",
            caption=_blind_caption(looks, heights, slopes),
            table=(("look", *columns), *((str(look), *row) for look, row in enumerate(rows, 1))),
        )


def _blind_caption(places, heights, slopes):
    if not places:
        return "No looks yet: the hill is dark."
    best = int(np.argmin(heights))
    looks = sentence(count(len(places), "look"))
    text = f"{looks}: the lowest is {number(heights[best])} at w = {number(places[best])}"
    if len(slopes):
        slope = slopes[best]
        way = "further right" if slope < 0 else "further left"
        text += f", where the slope is {number(slope)}: the bottom lies {way}" if slope else ", where the slope is 0"
    if len(places) == MAX_LOOKS:
        text += f". The bottom was at w = {number(Hill().minimum)}, with cost {number(Hill().lowest)}"
    return text + "."
