"""Slopes between two points, slopes at every point, and which slopes belong to which curve."""

from dataclasses import dataclass

import numpy as np

from helpers.core import Parabola, derivative, secant_slope, sigmoid
from helpers.pictures import style
from helpers.pictures.formatting import fixed, sentence, trimmed
from helpers.pictures.picture import Picture, View
from helpers.pictures.scene import Scene

LEFT, RIGHT, LOW, TOP = -1.4, 7.4, -2.5, 19.5
W = np.linspace(LEFT, RIGHT, 177)
HILL = Parabola(minimum=3).value
STEEPEST = 10.5  # of the slopes that the lower picture can show


class StackedScene(Scene):
    """A curve of the cost above, slopes below, one w axis for both."""

    width, height = 620, 500

    def two_axes(self, upper_title, lower_title):
        """Return both axes, empty."""
        upper, lower = self.figure.subplots(2, sharex=True, height_ratios=(3, 2))
        self.figure.subplots_adjust(left=0.11, right=0.98, top=0.94, bottom=0.11, hspace=0.26)
        upper.set(xlim=(LEFT, RIGHT), ylim=(LOW, TOP), ylabel="C (the cost)")
        lower.set(ylim=(-STEEPEST, STEEPEST), yticks=(-6, -3, 0, 3, 6))
        lower.set(xlabel="w (the weight)", ylabel="slope (C for each w)")
        upper.set_title(upper_title)
        lower.set_title(lower_title)
        for axes in (upper, lower):
            axes.axhline(0, color=style.GREY, linewidth=1, zorder=1)
        return upper, lower


@dataclass(frozen=True)
class Secant:
    """Two points of (w - 3)**2, at w and a run h further."""

    w: float
    h: float


class SecantScene(StackedScene):
    """A line through two points of (w - 3)**2, and below it the slope of such lines at every w. Data: a Secant."""

    def build(self):
        upper, lower = self.two_axes("C(w) = (w − 3)²", "The same at every w: the slope between w and w + h")
        upper.plot(W, HILL(W), color=style.GREY, label="the cost")
        self.line = self.moving_line(upper, "--", style.VERMILLION, label="line through the two points")
        self.rise = self.moving_line(upper, ":", style.BLUE, label="run h, then rise C(w + h) - C(w)")
        self.here = self.moving_line(upper, "s", style.BLACK, markersize=9, label="at w")
        self.there = self.moving_line(upper, "o", style.BLUE, markersize=8, label="at w + h")
        upper.legend(loc="upper center", bbox_to_anchor=(0.5, 1.04), fontsize=9, handlelength=2.5)
        self.slopes = self.moving_line(lower, "-.", style.BLUE)
        self.slope = self.moving_line(lower, "D", style.VERMILLION, markersize=9)
        self.handle(self.here, x="w")
        self.handle(self.there, x="h", origin=self.here)
        self.handle(self.slope, x="w")

    def show(self, data: Secant) -> View:
        w, h = data.w, data.h
        before, after, slope = HILL(w), HILL(w + h), float(secant_slope(HILL, w, h))
        ends = np.array([LEFT, RIGHT])
        self.line.set_data(ends, before + slope * (ends - w))
        self.rise.set_data([w, w + h, w + h], [before, before, after])
        self.here.set_data([w], [before])
        self.there.set_data([w + h], [after])
        self.slopes.set_data(W, secant_slope(HILL, W, h))
        self.slope.set_data([w], [slope])
        return View(
            kind="Curve of the cost with a line through two of its points, and the slopes of such lines below",
            caption=_secant_caption(w, h, before, after, slope),
            formula=(
                f"(C(w + h) − C(w)) / h:   "
                f"({fixed(after, 6)} − {fixed(before, 6)}) / {trimmed(h, 6)} = {fixed(slope, 4)}"
            ),
            table=_secant_table(w, h),
        )


def _secant_caption(w, h, before, after, slope):
    return (
        f"From w = {trimmed(w)} to {trimmed(w + h, 6)}, a run of h = {trimmed(h, 6)}, the cost goes from "
        f"{trimmed(before, 6)} to {trimmed(after, 6)}: a rise of {trimmed(after - before, 6)}, "
        f"so the slope between the two points is {trimmed(slope)}."
    )


def _secant_table(w, h):
    """Return the slopes for h = 1, 0.1, 0.01 ... down to the h of now, and not further."""
    widths = [width for width in (1, 0.1, 0.01, 0.001) if width > 1.001 * h] + [h]
    rows = (
        (trimmed(width, 6), trimmed(HILL(w + width) - HILL(w), 6), trimmed(secant_slope(HILL, w, width)))
        for width in widths
    )
    return (("h (run)", "rise", "slope"), *rows)


def lifted(w):
    """Return (w - 3)**2 + 1: a cost that is never 0."""
    return HILL(w) + 1


def wave(w):
    """Return a wave with a top at w = 1 and a valley at w = 5."""
    return 7 + 5 * np.cos(np.pi * (w - 1) / 4)


CURVES = {"lifted": ("(w − 3)² + 1", lifted), "bowl": ("(w − 3)²", HILL), "wave": ("the wave", wave)}


@dataclass(frozen=True)
class Trace:
    """One of CURVES, and a place w on it."""

    name: str
    w: float


class TraceScene(StackedScene):
    """A curve with its tangent; below, its slopes, drawn from the left as far as w. Data: a Trace."""

    def build(self):
        upper, lower = self.two_axes("The cost, and how steep it is at w", "Its slope, drawn as far as w")
        self.curve = self.moving_line(upper, "-", style.GREY, label="the cost")
        self.down = self.moving_line(upper, ":", style.BLACK, linewidth=1)
        self.tangent = self.moving_line(upper, "--", style.VERMILLION, label="as steep as the cost at w")
        self.here = self.moving_line(upper, "s", style.BLACK, markersize=9, label="at w")
        upper.legend(loc="upper center", bbox_to_anchor=(0.5, 1.04), fontsize=9, handlelength=2.5)
        self.traced = self.moving_line(lower, "-.", style.BLUE)
        self.link = self.moving_line(lower, ":", style.BLACK, linewidth=1)
        self.slope = self.moving_line(lower, "D", style.VERMILLION, markersize=9)
        self.handle(self.here, x="w")
        self.handle(self.slope, x="w")

    def show(self, data: Trace) -> View:
        (words, f), w = CURVES[data.name], data.w
        cost, slope = float(f(w)), float(derivative(f, w))
        so_far = np.append(W[w > W], w)
        reach = np.array([-1.5, 1.5]) / np.hypot(1, slope / 4)  # about the same length on the page, however steep
        self.curve.set_data(W, f(W))
        self.tangent.set_data(w + reach, cost + slope * reach)
        self.here.set_data([w], [cost])
        self.traced.set_data(so_far, derivative(f, so_far))
        self.down.set_data([w, w], [LOW, cost])
        self.link.set_data([w, w], [slope, STEEPEST])
        self.slope.set_data([w], [slope])
        return View(
            kind="Curve of a cost, and below it the curve of its slope",
            caption=(
                f"{sentence(words)} at w = {trimmed(w)}: the cost is {trimmed(cost, 2)}, and the slope is "
                f"{trimmed(slope, 2)}, so {_says(slope)}."
            ),
            formula=f"C(w) = {fixed(cost)}   C'(w) = {fixed(slope)}",
        )


def _says(slope):
    if abs(slope) < 1e-6:
        return "the curve is flat here"
    return f"the cost {'falls' if slope < 0 else 'rises'} as w increases"


MATCHED = {  # name: a curve and its slope
    "1": (lambda w: 8.5 - 0.5 * (w - 2) ** 2, lambda w: 2 - w),
    "2": (lambda w: 4 - w, lambda w: 0 * w - 1),
    "3": (lambda w: 1 + 0.5 * (w - 4) ** 2, lambda w: w - 4),
    "4": (lambda w: 8 * sigmoid(2 * (w - 3)), lambda w: 16 * sigmoid(2 * (w - 3)) * sigmoid(2 * (3 - w))),
}
TABLED = (0, 2, 4, 6)
LETTERS = {"A": "3", "B": "4", "C": "2", "D": "1"}  # which curve each slope curve belongs to


class MatchingScene(Scene):
    """Four curves above, their slope curves below in another order. Data: none."""

    width, height = 720, 420

    def build(self):
        curves = {name: curve for name, (curve, _) in MATCHED.items()}
        slopes = {letter: MATCHED[name][1] for letter, name in LETTERS.items()}
        self.functions = {**curves, **slopes}
        upper, lower = self.figure.subplots(2, 4, sharex=True, sharey="row")
        self.figure.subplots_adjust(left=0.08, right=0.99, top=0.93, bottom=0.12, hspace=0.42, wspace=0.12)
        upper[0].set(ylim=(-3, 9.5), yticks=(0, 4, 8), ylabel="f (the height)")
        lower[0].set(ylim=(-4.8, 4.8), yticks=(-4, 0, 4), ylabel="slope (f for each w)")
        _draw_row(upper, curves, "-", style.BLACK)
        _draw_row(lower, slopes, "-.", style.BLUE)

    def show(self, data) -> View:
        rows = ((name, *(trimmed(f(float(w)), 2) for w in TABLED)) for name, f in self.functions.items())
        return View(
            kind="Four curves, numbered 1 to 4, above four slope curves, lettered A to D",
            caption="Four curves, and their four slope curves in another order, all from w = 0 to w = 6.",
            table=(("curve", *(f"at w = {w}" for w in TABLED)), *rows),
        )


def _draw_row(row, functions, dash, colour):
    w = np.linspace(0, 6, 121)
    for axes, (name, function) in zip(row, functions.items()):
        axes.axhline(0, color=style.GREY, linewidth=1)
        axes.plot(w, function(w), dash, color=colour)
        axes.set(xlim=(0, 6), xticks=(0, 2, 4, 6), xlabel="w (the weight)")
        axes.set_title(name, fontweight="bold")


def matching_picture() -> Picture:
    """Return the picture of four curves and four slope curves that want to be matched."""
    return MatchingScene().picture(None)
