"""Lesson 08's pictures: a neuron with a bias learns two examples, on a map of its cost, and the way in a long bowl."""

import numpy as np

from helpers.core import Network, sigmoid
from helpers.core.costs import Bowl
from helpers.pictures import style
from helpers.pictures.formatting import bracketed, count, fixed, number, sentence, steps_from, trimmed, update
from helpers.pictures.path import draw_arrow, draw_path, draw_time_axis, time_of
from helpers.pictures.picture import View
from helpers.pictures.scene import Scene

INPUTS = TARGETS = np.array([[0.0], [1.0]])
BATCH = Network((1, 1)).cost_on(INPUTS, TARGETS)  # the mean cost of both examples, over (w, b)
LEVELS = (0.01, 0.02, 0.04, 0.08, 0.125, 0.18, 0.25, 0.32)  # of the map's lines
RIGHT_BY = 0.1  # an answer nearer to its target than this counts as right
CORNER = float(np.log(9))  # sigmoid(log 9) = 0.9: both answers are right where b < -log 9 and w + b > log 9


def draw_map(axes, w_ends=(-4.0, 9.0), b_ends=(-5.5, 4.0)):
    """Draw lines of equal cost over the plane of all (w, b), and hatch where both answers are right."""
    w, b = np.meshgrid(np.linspace(*w_ends, 140), np.linspace(*b_ends, 110))
    lines = axes.contour(w, b, BATCH.value(np.stack([w, b], axis=-1)), LEVELS, colors=style.GREY, linewidths=1)
    axes.clabel(lines, fmt=trimmed, fontsize=9, inline_spacing=3)
    right, low = w_ends[1] + 1, b_ends[0] - 1
    wedge = [(2 * CORNER, -CORNER), (right, -CORNER), (right, low), (CORNER - low, low)]
    look = {"facecolor": style.PALE, "edgecolor": style.GREY, "hatch": "//", "linewidth": 0, "alpha": 0.6}
    axes.fill(*zip(*wedge), zorder=0, **look)
    axes.set(xlim=w_ends, ylim=b_ends, aspect="equal", xlabel="w (the weight)", ylabel="b (the bias)")


class OutputsScene(Scene):
    """Both outputs while the neuron learns."""

    width, height = 660, 360
    WORDS = {
        "none": "Without a bias",
        "fixed": "With the bias fixed at 1",
        "learned": "With a bias that learns, too",
    }
    SUMS = {"none": "w · x", "fixed": "w · x + 1", "learned": "w · x + b"}

    def build(self):
        self.figure.subplots_adjust(left=0.1, right=0.96, top=0.9, bottom=0.15)
        axes = self.figure.add_subplot(title="What the neuron answers while it learns")
        draw_time_axis(axes)
        axes.set(ylim=(-0.04, 1.04), ylabel="a (the output)")
        for y in (RIGHT_BY, 1 - RIGHT_BY):
            axes.axhline(y, color=style.GREY, linestyle=":", linewidth=1.2)
        self.one = self.moving_line(axes, "-", style.BLUE, label="x = 1, should be 1")
        self.zero = self.moving_line(axes, "--", style.VERMILLION, label="x = 0, should be 0")
        self.ends = self.moving_line(axes, "D", style.BLACK, markersize=8, clip_on=False)
        axes.legend(loc="center right", bbox_to_anchor=(1.0, 0.605))

    def show(self, bias: str, path) -> View:
        """Show the outputs on a path of (w, b). bias: how the neuron has it, one of WORDS."""
        time, outputs = time_of(path), answers(path)
        self.zero.set_data(time, outputs[:, 0])
        self.one.set_data(time, outputs[:, 1])
        self.ends.set_data([time[-1]] * 2, outputs[-1])
        (w, b), (zero, one) = path[-1], outputs[-1]
        return View(
            kind="Curves of two outputs of a neuron over time",
            caption=(
                f"{self.WORDS[bias]}, after {count(len(path) - 1, 'step')}: w = {number(w)}, b = {number(b)}. "
                f"The output is {fixed(zero, 4)} for x = 0 (target 0) and {fixed(one, 4)} for x = 1 (target 1)."
            ),
            formula=(
                f"a = σ({self.SUMS[bias]}):   x = 0: σ({fixed(b)}) = {fixed(zero, 3)};   "
                f"x = 1: σ({fixed(w + b)}) = {fixed(one, 3)}"
            ),
        )


class OrderScene(Scene):
    """A path over the map, and the loss of each example on the way."""

    width, height = 900, 390
    WORDS = {"batch": "both at once", "zero": "first 0, then 1", "one": "first 1, then 0", "chance": "one by chance"}

    def build(self):
        plane = self.figure.add_axes((0.055, 0.14, 0.53, 0.77), title="The way over the map (dashed: by both at once)")
        losses = self.figure.add_axes((0.675, 0.14, 0.295, 0.77))
        draw_map(plane, (-1.0, 6.5), (-3.6, 2.0))
        self.both = self.moving_line(plane, "--", style.BLACK, linewidth=1.5)
        self.path = draw_path(plane)
        self.moves(*self.path)
        draw_time_axis(losses)
        losses.set(ylim=(-0.01, 0.31), ylabel="E (loss of one example)", title="The loss of each example")
        self.one = self.moving_line(losses, "-", style.BLUE, label="x = 1", linewidth=1.5)
        self.zero = self.moving_line(losses, "--", style.VERMILLION, label="x = 0", linewidth=1.5)
        losses.legend(loc="upper right")

    def show(self, examples: str, path, both, slopes, epochs: int, learning_rate: float) -> View:
        """Show a path of (w, b). examples: which ones an update looks at, one of WORDS.

        both: the path by both at once, in as many epochs. slopes: of the next update.
        """
        self.path.show(*path.T)
        self.both.set_data(*both.T)
        time, losses = time_of(path), 0.5 * (answers(path) - TARGETS.T) ** 2
        self.zero.set_data(time, losses[:, 0])
        self.one.set_data(time, losses[:, 1])
        w, b = path[-1]
        zero, one = answers(path[-1])
        return View(
            kind="Path over a map of the cost, and curves of the loss of each of two examples",
            caption=(
                f"{sentence(count(epochs, 'epoch'))}, {self.WORDS[examples]}, at learning rate {learning_rate:g}: "
                f"{count(len(path) - 1, 'update')}. Now w = {trimmed(w, 5)}, b = {trimmed(b, 5)}; the outputs are "
                f"{trimmed(zero)} for x = 0 and {trimmed(one)} for x = 1, "
                f"mean cost {trimmed(BATCH.value(path[-1]), 5)}."
            ),
            formula=both_steps(path[-1], learning_rate, slopes),
        )


def rounded(value) -> str:
    """Return a slope or a place in four decimals, or by its power of ten where that would read as 0."""
    return number(value) if 0 < abs(value) < 5e-4 else trimmed(value)


def answers(path) -> np.ndarray:
    """Return the outputs for x = 0 and x = 1 at a (w, b), or at each of a path."""
    w, b = np.asarray(path).T
    return sigmoid(np.stack([b, w + b], axis=-1))


def both_steps(knobs, rate, slopes) -> str:
    """Return the update rule of both knobs with the numbers of the next step in it."""
    return ";   ".join(update(name, here, rate, slope, digits=4) for name, here, slope in zip("wb", knobs, slopes))


DEGREES = np.arange(-180, 181, 3)  # 0 is towards larger w, 90 towards larger b
STEEPEST = 0.15  # of the slopes that the compass can show
ARROW = 1.6  # how long one is drawn on the map


class CompassScene(Scene):
    """The map with a place on it, and the slope in every direction from there: a cosine, lowest along -gradient."""

    width, height = 900, 400

    def build(self):
        self.plane = self.figure.add_axes((0.055, 0.13, 0.53, 0.78))
        self.compass = self.figure.add_axes((0.685, 0.13, 0.285, 0.78), title="How steep, in every direction")
        draw_map(self.plane)
        self.plane.set_title("The mean cost; hatched: both right to within 0.1")
        self.compass.set(xlim=(-180, 180), ylim=(-STEEPEST, STEEPEST), xticks=(-180, -90, 0, 90, 180))
        self.compass.set(xlabel="direction in degrees (0: w, 90: b)", ylabel="slope (C for each unit of the way)")
        self.compass.axhline(0, color=style.GREY, linewidth=1)
        self.path = draw_path(self.plane)
        self.down = arrow(self.plane, style.VERMILLION, "-")
        self.moves(self.path.dots, self.path.start, self.down, self.path.here)
        self.curve = self.moving_line(self.compass, "-", style.BLUE)
        self.lowest = self.moving_line(self.compass, "o", style.VERMILLION, markersize=11, label="against the gradient")

    def show_place(self, path):
        """Show a path, and the slopes where it ends; return the gradient there, and the degrees of steepest descent."""
        here, gradient = path[-1], BATCH.gradient(path[-1])
        steepest = degrees_of(-gradient)
        self.path.show(*path.T)
        point(self.down, here, steepest)
        self.curve.set_data(DEGREES, slope_towards(gradient, DEGREES))
        self.lowest.set_data([steepest], [slope_towards(gradient, steepest)])
        return gradient, steepest


def slope_towards(gradient, degrees):
    """Return the slope in a direction, or in many: cost for each unit of length."""
    return gradient[0] * np.cos(np.radians(degrees)) + gradient[1] * np.sin(np.radians(degrees))


class WalkScene(CompassScene):
    """A descent over the map."""

    def build(self):
        super().build()
        self.handle(self.path.start, x="w", y="b")
        self.compass.legend(loc="upper center")

    def show(self, path, learning_rate: float) -> View:
        gradient, _ = self.show_place(path)
        (w_0, b_0), (w, b), (zero, one) = path[0], path[-1], answers(path[-1])
        right = ", both right to within 0.1" if zero < RIGHT_BY and one > 1 - RIGHT_BY else ""
        begin = steps_from(len(path) - 1, f"({number(w_0)}, {number(b_0)})", learning_rate)
        return View(
            kind="Map of the cost with the path of a descent, and the slope over the direction",
            caption=(
                f"{begin}: w = {rounded(w)}, b = {rounded(b)}, cost {rounded(BATCH.value(path[-1]))}. Outputs "
                f"{trimmed(zero, 3)} for x = 0 and {trimmed(one, 3)} for x = 1{right}. The gradient here is "
                f"({', '.join(map(rounded, gradient))})."
            ),
            formula=both_steps(path[-1], learning_rate, gradient),
        )


class TurnScene(CompassScene):
    """A place on the map and a direction to look in."""

    def build(self):
        super().build()
        self.way = self.moves(arrow(self.plane, style.BLACK, "--"))
        self.chosen = self.moving_line(self.compass, "D", style.BLACK, markersize=9, label="the way you look")
        self.handle(self.path.here, x="w", y="b")
        self.handle(self.way, angle="degrees")
        self.handle(self.chosen, x="degrees")
        self.compass.legend(loc="upper center")

    def show(self, degrees: float, w: float, b: float) -> View:
        gradient, steepest = self.show_place(np.array([[w, b]]))
        slope = slope_towards(gradient, degrees)
        point(self.way, (w, b), degrees)
        self.chosen.set_data([degrees], [slope])
        return View(
            kind="Map of the cost with two arrows, and the slope over the direction",
            caption=(
                f"At w = {number(w)}, b = {number(b)} "
                f"the slope towards {trimmed(degrees)} degrees is {rounded(slope)}. "
                f"Steepest down is {trimmed(steepest, 1)} degrees, against the gradient "
                f"({', '.join(map(rounded, gradient))}), with slope {rounded(slope_towards(gradient, steepest))}."
            ),
            formula=(
                f"slope = {fixed(gradient[0], 4)} · cos({trimmed(degrees)}°) + "
                f"{bracketed(gradient[1], 4)} · sin({trimmed(degrees)}°) = {fixed(slope, 4)}"
            ),
        )


def arrow(axes, colour, dash):
    """Return an arrow on the axes that `point` can turn."""
    made = draw_arrow(axes, (0, 0), colour, linestyle=dash)
    made.set_annotation_clip(False)  # cut it at the edge of the axes, as lines are, not hide it
    made.arrow_patch.set_clip_box(axes.bbox)
    return made


def point(made, start, degrees, length=ARROW):
    """Let an arrow start somewhere and point in a direction."""
    way = np.array([np.cos(np.radians(degrees)), np.sin(np.radians(degrees))])
    made.set_position(start)
    made.xy = tuple(start + length * way)


def degrees_of(vector) -> float:
    """Return the direction of a vector."""
    return float(np.degrees(np.arctan2(vector[1], vector[0])))


RANGE_U, RANGE_V = (-1.5, 11.5), (-1.6, 1.6)
BOWL_LEVELS = (1, 4, 12.5, 25, 62.5)  # the last one is the cost at the start
LEVEL_LABELS = ((0, -0.28), (0, -0.57), (0, -1), (0, -1.41), (8.6, -1.43))  # where the lines get their numbers
FAR = 100.0  # a path beyond this is drawn as if it ended there


class BowlScene(Scene):
    """A path in a bowl that is 25 times as steep along v as along u, seen from above, and v over the steps."""

    width, height = 900, 420
    WORDS = {"gradient": "against the gradient", "sign": "by the signs alone"}

    def build(self):
        above, below = self.figure.add_axes((0.08, 0.45, 0.89, 0.475)), self.figure.add_axes((0.08, 0.125, 0.89, 0.18))
        u, v = np.meshgrid(np.linspace(*RANGE_U, 200), np.linspace(*RANGE_V, 80))
        lines = above.contour(u, v, Bowl().value(np.stack([u, v], -1)), BOWL_LEVELS, colors=style.GREY, linewidths=1)
        above.clabel(lines, fmt="%g", fontsize=9, manual=LEVEL_LABELS)
        above.set(xlim=RANGE_U, ylim=RANGE_V, aspect="equal", xlabel="u (one knob)", ylabel="v (the other)")
        above.set_title("C(u, v) = u²/2 + 25v²/2, from above; the cross is the bottom")
        draw_time_axis(below)
        below.set(ylim=(-1.7, 1.7), yticks=(-1, 0, 1), ylabel="v (the other)", title="v on the way")
        below.axhline(0, color=style.GREY, linewidth=1)
        above.plot([0], [0], "X", color=style.BLACK, markersize=12)
        self.path = draw_path(above)
        self.home, self.down = arrow(above, style.BLACK, "--"), arrow(above, style.VERMILLION, "-")
        self.moves(self.path.dots, self.path.start, self.home, self.down, self.path.here)
        self.over = self.moving_line(below, "o-", style.BLUE, linewidth=1, markersize=4)

    def show(self, rule: str, path, next_place, learning_rate: float, momentum: float) -> View:
        """Show a path of (u, v) by a rule, one of WORDS. next_place: where the next step leads."""
        drawn = np.clip(path, -FAR, FAR)
        self.path.show(*drawn.T)
        self.over.set_data(time_of(path), drawn[:, 1])
        here, slopes = path[-1], Bowl().gradient(path[-1])
        point(self.home, drawn[-1], degrees_of(-here), min(1.4, np.hypot(*here)))
        point(self.down, drawn[-1], degrees_of(-slopes), 1.4)
        moves = (here - next_place) / learning_rate
        off = abs((degrees_of(slopes) - degrees_of(here) + 180) % 360 - 180)
        steps = sentence(count(len(path) - 1, "step"))
        kept = f", momentum {momentum:g}" if momentum else ""
        return View(
            kind="Path in a long bowl seen from above, and one of its knobs over time",
            caption=(
                f"{steps} {self.WORDS[rule]} at learning rate {learning_rate:g}{kept}: u = {trimmed(here[0])}, "
                f"v = {trimmed(here[1])}, cost {trimmed(Bowl().value(here))}. From here the steepest way down (solid "
                f"arrow) is {off:.1f} degrees off the way to the bottom (dashed)."
            ),
            formula=";   ".join(update(name, at, learning_rate, move) for name, at, move in zip("uv", here, moves)),
        )
