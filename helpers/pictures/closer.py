"""Closer: a curve under a magnifying glass, and two points so close that the computer cannot tell them apart."""

import math
from dataclasses import dataclass

import numpy as np

from helpers.core import derivative, secant_slope
from helpers.pictures import style
from helpers.pictures.formatting import count, fixed, number, power_of_ten, scientific, trimmed
from helpers.pictures.picture import View
from helpers.pictures.scene import Scene
from helpers.pictures.slopes import HILL, LEFT, LOW, RIGHT, TOP, W

CORNERS_X, CORNERS_Y = np.array([-1, 1, 1, -1, -1]), np.array([-1, -1, 1, 1, -1])

TRUE = -6.0  # the slope of (w - 3)**2 at 0
RUNS = 10.0 ** np.linspace(0, -16, 641)
HOP = float(np.spacing(HILL(0.0)))  # from 9 to the next number that the computer can hold
ROWS = 10  # of the table: as many as fit beside the picture


@dataclass(frozen=True)
class Glass:
    """A piece of (w - 3)**2 around w, enlarged zoom times."""

    w: float
    zoom: float


class ZoomScene(Scene):
    """The curve, and a glass that shows a small piece of it large. Data: a Glass."""

    width, height = 820, 380

    def build(self):
        whole, glass = self.figure.subplots(1, 2, width_ratios=(1, 1))
        self.figure.subplots_adjust(left=0.08, right=0.98, top=0.9, bottom=0.15, wspace=0.2)
        whole.set(
            xlim=(LEFT, RIGHT), ylim=(LOW, TOP), yticks=(0, 5, 10, 15), xlabel="w (the weight)", ylabel="C (the cost)"
        )
        whole.set_title("C(w) = (w − 3)²")
        glass.set(xlim=(-1, 1), ylim=(-1, 1), xticks=(-1, 0, 1), yticks=(-1, 0, 1))
        glass.set(xlabel="w, from edge to edge of the glass", ylabel="C, from edge to edge of the glass")
        glass.set_title("What is under the glass")
        whole.plot(W, HILL(W), color=style.GREY)
        self.frame_line = self.moving_line(whole, "-", style.VERMILLION, linewidth=1.5)
        self.place = self.moving_line(whole, "s", style.BLACK, markersize=5)
        self.piece = self.moving_line(glass, "-", style.GREY, linewidth=5, label="the cost")
        self.straight = self.moving_line(glass, "--", style.VERMILLION, label="a straight line")
        self.middle = self.moving_line(glass, "s", style.BLACK, markersize=8, label="at w")
        glass.legend(loc="lower left", fontsize=9, facecolor=style.WHITE, framealpha=1)
        self.handle(self.place, x="w")

    def show(self, data: Glass) -> View:
        w, zoom = data.w, data.zoom
        half_span, half_rise = (RIGHT - LEFT) / zoom / 2, (TOP - LOW) / zoom / 2
        x = np.linspace(-1, 1, 201)  # in the glass, from edge to edge
        y = (HILL(w + half_span * x) - HILL(w)) / half_rise
        line = derivative(HILL, w) * half_span * x / half_rise
        self.frame_line.set_data(w + half_span * CORNERS_X, HILL(w) + half_rise * CORNERS_Y)
        self.place.set_data([w], [HILL(w)])
        self.piece.set_data(x, y)
        self.straight.set_data(x, line)
        self.middle.set_data([0], [0])
        enlarged = f"enlarged {trimmed(zoom, 2)} times" if zoom > 1 else "not enlarged"
        bend = 50 * np.abs(y - line)[np.abs(y) <= 1].max()  # the glass is 2 high
        return View(
            kind="Curve of the cost, and a piece of it enlarged",
            caption=(
                f"Around w = {trimmed(w)}, {enlarged}: in the glass, the curve strays from a "
                f"straight line by {number(bend)} % of the glass's height."
            ),
        )


@dataclass(frozen=True)
class Closer:
    """A run h on (w - 3)**2, from 0."""

    h: float


class CloserScene(Scene):
    """The slope of (w - 3)**2 between 0 and h, for all h from 1 down to the h of now. Data: a Closer."""

    width, height = 620, 400

    def build(self):
        self.figure.subplots_adjust(left=0.11, right=0.98, top=0.9, bottom=0.15)
        axes = self.figure.add_subplot(xscale="log")
        axes.set(xlim=(3e-17, 3), ylim=(-9, 1), yticks=(-8, -6, -4, -2, 0))
        powers = range(0, -17, -4)
        axes.set_xticks([10.0**power for power in powers], [power_of_ten(power) for power in powers])
        axes.set(xlabel="h (the run), closer and closer to the left", ylabel="slope between w and w + h")
        axes.set_title("C(w) = (w − 3)² at w = 0: what the computer finds")
        axes.axhline(TRUE, color=style.GREY, linestyle="--", linewidth=1.5, label="-6")
        self.found = self.moving_line(axes, ".-", style.BLUE, markersize=4, linewidth=1, label="found so far")
        self.now = self.moving_line(axes, "D", style.VERMILLION, markersize=9, label="at this h")
        axes.legend(loc="lower right", fontsize=9)
        self.handle(self.now, x="h")

    def show(self, data: Closer) -> View:
        h, slope = data.h, float(secant_slope(HILL, 0.0, data.h))
        runs = np.append(RUNS[1.001 * h < RUNS], h)
        self.found.set_data(runs, secant_slope(HILL, 0.0, runs))
        self.now.set_data([h], [slope])
        return View(
            kind="Slope between two points over the run between them",
            caption=_closer_caption(h, slope),
            formula=f"(C(h) − C(0)) / h:   {scientific(HILL(h) - HILL(0.0))} / {scientific(h)} = {fixed(slope, 8)}",
            table=_closer_table(h),
        )


def _closer_caption(h, slope):
    rise = float(HILL(h) - HILL(0.0))
    hops = round(-rise / HOP)
    off = abs(slope - TRUE)
    digits = max(3, 1 + round(-math.log10(off))) if off else 0  # enough to see how far off it is
    away = number(off) if off > 0.00095 else scientific(off, 1)
    text = f"At h = {scientific(h)} the cost changes by {scientific(rise)}, so the slope is {trimmed(slope, digits)}"
    text += f": {away} away from −6." if off else "."
    if hops == 0:
        text += " The two costs have become the same number."
    elif hops < 100:
        text += (
            f" The change is {count(hops, 'hop')} of {scientific(HOP, 2)}, the smallest the computer can make near 9."
        )
    return text


def _closer_table(h):
    """Return the last rows of h = 1, 0.1, 0.01 ... down to the h of now."""
    runs = [10.0**-power for power in range(17) if 10.0**-power > 1.001 * h] + [h]
    rows = ((scientific(run), trimmed(secant_slope(HILL, 0.0, run), 8)) for run in runs[-ROWS:])
    return (("h (run)", "slope"), *rows)
