"""Lesson 08's pictures of directions: how steep each is at a place on the map, and the way through a long bowl."""

import numpy as np

from helpers.core.costs import Bowl
from helpers.pictures import style
from helpers.pictures.bias import BATCH, RIGHT_BY, answers, both_steps, draw_map, short
from helpers.pictures.formatting import bracketed, count, fixed, number, sentence, steps_from, trimmed, update
from helpers.pictures.path import draw_path, draw_time_axis, time_of
from helpers.pictures.picture import View
from helpers.pictures.scene import Scene

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
                f"{begin}: w = {short(w)}, b = {short(b)}, cost {short(BATCH.value(path[-1]))}. Outputs "
                f"{trimmed(zero, 3)} for x = 0 and {trimmed(one, 3)} for x = 1{right}. The gradient here is "
                f"({', '.join(map(short, gradient))})."
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
                f"At w = {number(w)}, b = {number(b)} the slope towards {trimmed(degrees)} degrees is {short(slope)}. "
                f"Steepest down is {trimmed(steepest, 1)} degrees, against the gradient "
                f"({', '.join(map(short, gradient))}), with slope {short(slope_towards(gradient, steepest))}."
            ),
            formula=(
                f"slope = {fixed(gradient[0], 4)} · cos({trimmed(degrees)}°) + "
                f"{bracketed(gradient[1], 4)} · sin({trimmed(degrees)}°) = {fixed(slope, 4)}"
            ),
        )


def arrow(axes, colour, dash):
    """Return an arrow on the axes that `point` can turn."""
    look = {"arrowstyle": "-|>", "color": colour, "linewidth": 2.5, "linestyle": dash, "mutation_scale": 14}
    made = axes.annotate("", xy=(0, 0), xytext=(0, 0), arrowprops={**look, "shrinkA": 0, "shrinkB": 0})
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
LEVELS = (1, 4, 12.5, 25, 62.5)  # the last one is the cost at the start
LABELS = ((0, -0.28), (0, -0.57), (0, -1), (0, -1.41), (8.6, -1.43))  # where the lines get their numbers
FAR = 100.0  # a path beyond this is drawn as if it ended there


class BowlScene(Scene):
    """A path in a bowl that is 25 times as steep along v as along u, seen from above, and v over the steps."""

    width, height = 900, 420
    SAYS = {"gradient": "against the gradient", "sign": "by the signs alone"}

    def build(self):
        above, below = self.figure.add_axes((0.08, 0.45, 0.89, 0.475)), self.figure.add_axes((0.08, 0.125, 0.89, 0.18))
        u, v = np.meshgrid(np.linspace(*RANGE_U, 200), np.linspace(*RANGE_V, 80))
        lines = above.contour(u, v, Bowl().value(np.stack([u, v], -1)), LEVELS, colors=style.GREY, linewidths=1)
        above.clabel(lines, fmt="%g", fontsize=9, manual=LABELS)
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
        """Show a path of (u, v) by a rule, one of SAYS. next_place: where the next step leads."""
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
                f"{steps} {self.SAYS[rule]} at learning rate {learning_rate:g}{kept}: u = {trimmed(here[0])}, "
                f"v = {trimmed(here[1])}, cost {trimmed(Bowl().value(here))}. From here the steepest way down (solid "
                f"arrow) is {off:.1f} degrees off the way to the bottom (dashed)."
            ),
            formula=";   ".join(update(name, at, learning_rate, move) for name, at, move in zip("uv", here, moves)),
        )
