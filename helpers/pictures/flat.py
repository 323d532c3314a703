"""Hills with more than one flat place, and where a descent on them ends."""

import numpy as np
from matplotlib.patches import Patch, PathPatch
from matplotlib.path import Path

from helpers.core import Descent, gradient_descent
from helpers.core.costs import Cube, DoubleWell, Plateau
from helpers.pictures import still, style
from helpers.pictures.formatting import count, number, steps_from, trimmed, update
from helpers.pictures.path import draw_path
from helpers.pictures.picture import Picture, View
from helpers.pictures.scene import Scene

LEFT, RIGHT = -1.6, 1.6  # the starts that a learner can choose
STARTS = np.linspace(LEFT, RIGHT, 321)  # of the strip: one each 0.01
FLAT_RATE = 0.05  # of the descents on the cube and on the plateau
FAR = 50.0  # a path further out than this is drawn as if it went only so far
STRIP_LOW, STRIP_HIGH = -0.95, -0.65  # where the strip of starts lies, in units of cost
# Starts that end left of the hilltop and starts that end right of it: colour, hatch, words.
SIDES = (
    (style.BLUE, "///", "starts that end in the left valley"),
    (style.VERMILLION, "xx", "starts that end in the right valley"),
)


class ValleyScene(Scene):
    """The double well with a descent, and under it which valley each start ends in."""

    width, height = 700, 420

    def build(self):
        axes = _well_axes(self.figure)
        axes.set_ylim(-1.05, 3.3)
        axes.plot([DoubleWell.hilltop] * 2, [STRIP_HIGH, 1.0], ":", color=style.GREY, linewidth=1.2)
        handles = [Patch(**_look(colour, hatch), label=label) for colour, hatch, label in SIDES]
        axes.legend(handles=handles, loc="upper center", borderaxespad=0)
        self.strip = [axes.add_patch(PathPatch(_bars(STARTS < LEFT), **_look(*side[:2]))) for side in SIDES]
        self.path = draw_path(axes, "o--", 5)
        self.moves(*self.strip, *self.path)
        self.handle(self.path.start, x="start")

    def show(self, descent: Descent, learning_rate: float) -> View:
        left = ends_left(learning_rate, STARTS)
        for bars, chosen in zip(self.strip, (left, ~left)):
            bars.set_path(_bars(chosen))
        _show_descent(self.path, descent)
        return View(
            kind="Curve of the double well with the path of a descent, and a strip of starts by where they end",
            caption=_valley_caption(descent, learning_rate, left),
            formula=f"w ← w − η · slope:   {_next_step(DoubleWell(), descent, learning_rate)}",
        )


def ends_left(learning_rate, starts):
    """Return for each start whether it rolls into the left valley of the double well: one call, a whole grid.

    After 40 steps a start may still be on its way, but no longer crosses the hilltop.
    """
    return gradient_descent(DoubleWell(), starts, learning_rate, 40).parameters[-1] < DoubleWell.hilltop


@style.rules()
def two_starts_picture(starts=(0.05, 0.1), learning_rate=0.05, steps=100) -> Picture:
    """Return the picture of two descents on the double well."""
    descent = gradient_descent(DoubleWell(), list(starts), learning_rate, steps)
    figure = style.figure(700, 380)
    axes = _well_axes(figure)
    axes.set_ylim(-0.95, 2.2)
    looks = ((style.BLUE, "o--", "s"), (style.VERMILLION, "^:", "D"))
    ends = []
    for (colour, form, start), w, costs in zip(looks, descent.parameters.T, descent.costs.T):
        axes.plot(w, costs, form, color=colour, linewidth=1, markersize=6)
        axes.plot(w[:1], costs[:1], start, color=colour, markeredgecolor=style.BLACK, markersize=9)
        side, shift = ("right", -14) if w[-1] < DoubleWell.hilltop else ("left", 14)
        place = f"w = {trimmed(w[-1])}\ncost {trimmed(costs[-1])}"
        axes.annotate(place, (w[-1], costs[-1]), (shift, -4), textcoords="offset points", ha=side, va="top")
        ends.append(f"from w = {trimmed(w[0])} to w = {trimmed(w[-1])} with cost {trimmed(costs[-1])}")
    view = View(
        kind="Curve with two valleys and two descents on it",
        caption=f"{count(steps, 'step')} at learning rate {learning_rate:g} lead {' and '.join(ends)}.",
    )
    return still.picture(figure, view)


class FlatScene(Scene):
    """A cube and a plateau, each with a descent from the same start."""

    width, height = 900, 360

    def build(self):
        step, plain = self.figure.subplots(1, 2)
        self.figure.subplots_adjust(left=0.07, right=0.985, top=0.9, bottom=0.15, wspace=0.2)
        _draw(step, Cube(), "C(w) = w³: flat at 0")
        _draw(plain, Plateau(), "A plateau: nearly flat on both sides")
        step.set_ylim(-4.6, 4.6)
        plain.set_ylim(-0.12, 1.2)
        self.paths = [draw_path(axes, "o--", 5) for axes in (step, plain)]
        for path in self.paths:
            self.moves(*path)
            self.handle(path.start, x="start")

    def show(self, on_cube: Descent, on_plateau: Descent) -> View:
        _show_descent(self.paths[0], on_cube)
        _show_descent(self.paths[1], on_plateau)
        begin = steps_from(len(on_cube.gradients), f"w = {trimmed(on_cube.parameters[0])}", FLAT_RATE)
        return View(
            kind="Two curves of the cost with flat places and a descent on each",
            caption=f"{begin}. On w³ {_on_cube(on_cube)}. On the plateau {_on_plateau(on_plateau)}.",
            formula=f"w³:   {_next_step(Cube(), on_cube, FLAT_RATE)};   "
            f"plateau:   {_next_step(Plateau(), on_plateau, FLAT_RATE)}",
        )


def _well_axes(figure):
    figure.subplots_adjust(left=0.11, right=0.98, top=0.9, bottom=0.14)
    axes = figure.add_subplot()
    _draw(axes, DoubleWell(), "The double well: C(w) = (w² − 1)² + 0.3w")
    return axes


def _draw(axes, cost, title):
    """Draw a hill with its title and the names of its axes."""
    w = np.linspace(LEFT - 0.1, RIGHT + 0.1, 300)
    axes.plot(w, cost.value(w), color=style.GREY)
    axes.set(xlim=(w[0], w[-1]), xlabel="w (the weight)", ylabel="C (the cost)")
    axes.set_title(title)


def _show_descent(path, descent: Descent):
    """Show a descent up to where it leaves the picture. Dots that would lie on one another are drawn once."""
    w, costs = (np.clip(np.nan_to_num(values, nan=-FAR), -FAR, FAR) for values in (descent.parameters, descent.costs))
    apart = np.diff(np.round(200 * w), append=np.inf) != 0
    path.show(np.r_[w[:1], w[apart]], np.r_[costs[:1], costs[apart]])


def _look(colour, hatch) -> dict:
    return {"facecolor": colour, "edgecolor": style.WHITE, "hatch": hatch, "linewidth": 0}


def _bars(chosen) -> Path:
    """Return the strip of the STARTS that are chosen, as one outline: a bar for each run of neighbours."""
    edges = np.flatnonzero(np.diff(np.r_[False, chosen, False].astype(int)))
    corners = []
    for first, after in edges.reshape(-1, 2):
        low, high = STARTS[first], STARTS[min(after, len(STARTS) - 1)]
        corners += [(low, STRIP_LOW), (high, STRIP_LOW), (high, STRIP_HIGH), (low, STRIP_HIGH), (low, STRIP_LOW)]
    bar = [Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY]
    return Path(np.reshape(corners, (-1, 2)), bar * (len(corners) // 5))


def _next_step(cost, descent: Descent, learning_rate) -> str:
    w = float(descent.parameters[-1])
    slope = cost.gradient(w)
    return update("w", w, learning_rate, slope, digits=4) if abs(slope) < 1e6 else "w falls away"


def _valley_caption(descent: Descent, learning_rate: float, left_ends) -> str:
    w, cost, steps = float(descent.parameters[-1]), float(descent.costs[-1]), len(descent.gradients)
    begin = steps_from(steps, f"w = {trimmed(descent.parameters[0])}", learning_rate)
    place = f"at w = {trimmed(w)} with cost {trimmed(cost)}"
    share = f"{left_ends.sum()} of the {left_ends.size} starts on the strip end in the left valley"
    if steps == 0:
        slope = DoubleWell().gradient(w)
        return f"{begin}: the cost here is {trimmed(cost)}, the slope {trimmed(slope)}. {share}."
    if w == DoubleWell.hilltop:
        return f"{begin}: it stands on the hilltop. The slope is 0, nothing moves, and the cost stays {trimmed(cost)}."
    for end, valley in (
        (DoubleWell.left, "left valley, the deeper one"),
        (DoubleWell.right, "right valley, the shallower one"),
    ):
        if abs(w - end) < 5e-5:
            return f"{begin}: it ends in the {valley}, {place}. {share}."
    side = "left" if w < DoubleWell.hilltop else "right"
    return f"{begin}: it is {side} of the hilltop, {place}, and still moving. {share}."


def _on_cube(descent: Descent) -> str:
    first, last = descent.parameters[0], descent.parameters[-1]
    lost = ~np.isfinite(descent.costs)
    if lost.any():
        return f"it falls away: from step {lost.argmax()} on the cost is below what a float can hold"
    slope = f"where the slope is {number(Cube().gradient(last))}"
    if first == last:
        return f"it stands at {trimmed(last)}, {slope}"
    return f"it {'creeps' if last > 0 else 'falls away'} to {trimmed(last)}, {slope}"


def _on_plateau(descent: Descent) -> str:
    first, last = descent.parameters[0], descent.parameters[-1]
    place = f"{trimmed(last)}, cost {trimmed(descent.costs[-1], 5)}, slope {number(Plateau().gradient(last))}"
    return f"it stands at {place}" if first == last else f"it gets to {place}"
