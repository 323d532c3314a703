"""A bowl that is 25 times as steep along v as along u: there the steepest way down is not the way to the bottom."""

from dataclasses import dataclass

import numpy as np

from helpers.core.costs import Bowl
from helpers.pictures import style
from helpers.pictures.compass import arrow, point
from helpers.pictures.formatting import count, sentence, trimmed, update
from helpers.pictures.path import draw_path, draw_time_axis, show_path, time_of
from helpers.pictures.picture import View
from helpers.pictures.scene import Scene

RANGE_U, RANGE_V = (-1.5, 11.5), (-1.6, 1.6)
LEVELS = (1, 4, 12.5, 25, 62.5)  # the last one is the cost at the start
LABELS = ((0, -0.28), (0, -0.57), (0, -1), (0, -1.41), (8.6, -1.43))  # where the lines get their numbers
FAR = 100.0  # a path beyond this is drawn as if it ended there


@dataclass(frozen=True)
class BowlPath:
    """A path of (u, v) in the bowl, and the slopes where it ends. rule: whether a step takes slopes or their signs.

    next: where the next step leads.
    """

    rule: str
    path: np.ndarray
    slopes: np.ndarray
    next: np.ndarray
    learning_rate: float
    momentum: float


class BowlScene(Scene):
    """A path in the bowl, seen from above, and v over the steps. Data: a BowlPath."""

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
        below.set(ylim=(-1.7, 1.7), yticks=(-1, 0, 1), ylabel="v (the other)")
        below.set_title("v on the way")
        below.axhline(0, color=style.GREY, linewidth=1)
        above.plot([0], [0], "X", color=style.BLACK, markersize=12)
        self.path, self.start, self.here = draw_path(above)
        self.home, self.down = arrow(above, style.BLACK, "--"), arrow(above, style.VERMILLION, "-")
        self.moves(self.path, self.start, self.home, self.down, self.here)
        self.over = self.moving_line(below, "o-", style.BLUE, linewidth=1, markersize=4)

    def show(self, data: BowlPath) -> View:
        rule, path, rate = data.rule, data.path, data.learning_rate
        drawn = np.clip(path, -FAR, FAR)
        show_path((self.path, self.start, self.here), *drawn.T)
        self.over.set_data(time_of(path), drawn[:, 1])
        here, slopes = path[-1], data.slopes
        point(self.home, drawn[-1], _degrees(-here), min(1.4, np.hypot(*here)))
        point(self.down, drawn[-1], _degrees(-slopes), 1.4)
        moves = (here - data.next) / rate
        return View(
            kind="Path in a long bowl seen from above, and one of its knobs over time",
            caption=bowl_caption(rule, path, rate, data.momentum),
            formula=";   ".join(update(name, at, rate, move) for name, at, move in zip("uv", here, moves)),
        )


def bowl_caption(rule, path, rate, momentum) -> str:
    """Return where the path is, and how far off its steepest way is from the way to the bottom."""
    (u, v), cost = path[-1], Bowl().value(path[-1])
    off = abs((_degrees(Bowl().gradient(path[-1])) - _degrees(path[-1]) + 180) % 360 - 180)
    steps = sentence(count(len(path) - 1, "step"))
    kept = f", momentum {momentum:g}" if momentum else ""
    return (
        f"{steps} {BowlScene.SAYS[rule]} at learning rate {rate:g}{kept}: u = {trimmed(u)}, v = {trimmed(v)}, "
        f"cost {trimmed(cost)}. From here the steepest way down (solid arrow) is {off:.1f} degrees off the way "
        f"to the bottom (dashed)."
    )


def _degrees(vector) -> float:
    return float(np.degrees(np.arctan2(vector[1], vector[0])))
