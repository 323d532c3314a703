"""Lesson 01's pictures: slopes between two points, slopes at every point, a magnifying glass, and too close."""

import math

import numpy as np

from helpers.core import Parabola, derivative, secant_slope, sigmoid
from helpers.pictures import still, style
from helpers.pictures.formatting import count, fixed, number, power_of_ten, scientific, sentence, trimmed
from helpers.pictures.path import show_tangent
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
        upper.set(xlim=(LEFT, RIGHT), ylim=(LOW, TOP), ylabel="C (the cost)", title=upper_title)
        lower.set(ylim=(-STEEPEST, STEEPEST), yticks=(-6, -3, 0, 3, 6), title=lower_title)
        lower.set(xlabel="w (the weight)", ylabel="slope (C for each w)")
        for axes in (upper, lower):
            axes.axhline(0, color=style.GREY, linewidth=1, zorder=1)
        return upper, lower

    def legend(self, axes):
        """Name the lines of the upper axes, in the middle of their upper edge."""
        axes.legend(loc="upper center", bbox_to_anchor=(0.5, 1.04), fontsize=9, handlelength=2.5)


class SecantScene(StackedScene):
    """A line through two points of (w - 3)**2, and below it the slope of such lines at every w."""

    def build(self):
        upper, lower = self.two_axes("C(w) = (w − 3)²", "The same at every w: the slope between w and w + h")
        upper.plot(W, HILL(W), color=style.GREY, label="the cost")
        self.line = self.moving_line(upper, "--", style.VERMILLION, label="line through the two points")
        self.rise = self.moving_line(upper, ":", style.BLUE, label="run h, then rise C(w + h) - C(w)")
        self.here = self.moving_line(upper, "s", style.BLACK, markersize=9, label="at w")
        self.there = self.moving_line(upper, "o", style.BLUE, markersize=8, label="at w + h")
        self.legend(upper)
        self.slopes = self.moving_line(lower, "-.", style.BLUE)
        self.slope = self.moving_line(lower, "D", style.VERMILLION, markersize=9)
        self.handle(self.here, x="w")
        self.handle(self.there, x="h", origin=lambda: self.here.get_xydata()[0])
        self.handle(self.slope, x="w")

    def show(self, w: float, h: float) -> View:
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
            caption=(
                f"From w = {trimmed(w)} to {trimmed(w + h, 6)}, a run of h = {trimmed(h, 6)}, the cost goes from "
                f"{trimmed(before, 6)} to {trimmed(after, 6)}: a rise of {trimmed(after - before, 6)}, "
                f"so the slope between the two points is {trimmed(slope)}."
            ),
            formula=(
                f"(C(w + h) − C(w)) / h:   "
                f"({fixed(after, 6)} − {fixed(before, 6)}) / {trimmed(h, 6)} = {fixed(slope, 4)}"
            ),
            table=_secant_table(w, h),
        )


def _secant_table(w, h):
    """Return the slopes for h = 1, 0.1, 0.01 ... down to the h of now, and not further."""
    runs = [run for run in (1, 0.1, 0.01, 0.001) if run > 1.001 * h] + [h]
    rows = ((trimmed(run, 6), trimmed(HILL(w + run) - HILL(w), 6), trimmed(secant_slope(HILL, w, run))) for run in runs)
    return (("h (run)", "rise", "slope"), *rows)


def lifted(w):
    """Return (w - 3)**2 + 1: a cost that is never 0."""
    return HILL(w) + 1


def wave(w):
    """Return a wave with a top at w = 1 and a valley at w = 5."""
    return 7 + 5 * np.cos(np.pi * (w - 1) / 4)


CURVES = {"lifted": ("(w − 3)² + 1", lifted), "bowl": ("(w − 3)²", HILL), "wave": ("the wave", wave)}


class TraceScene(StackedScene):
    """A curve with its tangent; below, its slopes, drawn from the left as far as w."""

    def build(self):
        upper, lower = self.two_axes("The cost, and how steep it is at w", "Its slope, drawn as far as w")
        self.curve = self.moving_line(upper, "-", style.GREY, label="the cost")
        self.down = self.moving_line(upper, ":", style.BLACK, linewidth=1)
        self.tangent = self.moving_line(upper, "--", style.VERMILLION, label="as steep as the cost at w")
        self.here = self.moving_line(upper, "s", style.BLACK, markersize=9, label="at w")
        self.legend(upper)
        self.traced = self.moving_line(lower, "-.", style.BLUE)
        self.link = self.moving_line(lower, ":", style.BLACK, linewidth=1)
        self.slope = self.moving_line(lower, "D", style.VERMILLION, markersize=9)
        self.handle(self.here, x="w")
        self.handle(self.slope, x="w")

    def show(self, w: float, curve: str) -> View:
        """Show a place w on one of CURVES."""
        words, f = CURVES[curve]
        cost, slope = float(f(w)), float(derivative(f, w))
        so_far = np.append(W[w > W], w)
        self.curve.set_data(W, f(W))
        # About the same length on the page, however steep.
        show_tangent(self.tangent, w, cost, slope, 1.5 / np.hypot(1, slope / 4))
        self.here.set_data([w], [cost])
        self.traced.set_data(so_far, derivative(f, so_far))
        self.down.set_data([w, w], [LOW, cost])
        self.link.set_data([w, w], [slope, STEEPEST])
        self.slope.set_data([w], [slope])
        says = f"the cost {'falls' if slope < 0 else 'rises'} as w increases"
        return View(
            kind="Curve of a cost, and below it the curve of its slope",
            caption=(
                f"{sentence(words)} at w = {trimmed(w)}: the cost is {trimmed(cost, 2)}, and the slope is "
                f"{trimmed(slope, 2)}, so {'the curve is flat here' if abs(slope) < 1e-6 else says}."
            ),
            formula=f"C(w) = {fixed(cost)}   C'(w) = {fixed(slope)}",
        )


class ZoomScene(Scene):
    """The curve, and a magnifying glass that shows a small piece of it large."""

    width, height = 820, 380

    def build(self):
        whole, glass = self.figure.subplots(1, 2)
        self.figure.subplots_adjust(left=0.08, right=0.98, top=0.9, bottom=0.15, wspace=0.2)
        whole.set(xlim=(LEFT, RIGHT), ylim=(LOW, TOP), yticks=(0, 5, 10, 15), title="C(w) = (w − 3)²")
        whole.set(xlabel="w (the weight)", ylabel="C (the cost)")
        glass.set(xlim=(-1, 1), ylim=(-1, 1), xticks=(-1, 0, 1), yticks=(-1, 0, 1), title="What is under the glass")
        glass.set(xlabel="w, from edge to edge of the glass", ylabel="C, from edge to edge of the glass")
        whole.plot(W, HILL(W), color=style.GREY)
        self.frame_line = self.moving_line(whole, "-", style.VERMILLION, linewidth=1.5)
        self.place = self.moving_line(whole, "s", style.BLACK, markersize=5)
        self.piece = self.moving_line(glass, "-", style.GREY, linewidth=5, label="the cost")
        self.straight = self.moving_line(glass, "--", style.VERMILLION, label="a straight line")
        self.middle = self.moving_line(glass, "s", style.BLACK, markersize=8, label="at w")
        glass.legend(loc="lower left", fontsize=9, facecolor=style.WHITE, framealpha=1)
        self.handle(self.place, x="w")

    def show(self, zoom: float, w: float) -> View:
        half_span, half_rise = (RIGHT - LEFT) / zoom / 2, (TOP - LOW) / zoom / 2
        x = np.linspace(-1, 1, 201)  # in the glass, from edge to edge
        y = (HILL(w + half_span * x) - HILL(w)) / half_rise
        line = derivative(HILL, w) * half_span * x / half_rise
        left, right, low, top = w - half_span, w + half_span, HILL(w) - half_rise, HILL(w) + half_rise
        self.frame_line.set_data([left, right, right, left, left], [low, low, top, top, low])
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


TRUE = -6.0  # the slope of (w - 3)**2 at 0
RUNS = 10.0 ** np.linspace(0, -16, 641)
HOP = float(np.spacing(HILL(0.0)))  # from 9 to the next number that the computer can hold
ROWS = 10  # of the table: as many as fit beside the picture


class CloserScene(Scene):
    """The slope of (w - 3)**2 between 0 and h, for all h from 1 down to the h of now."""

    width, height = 620, 400

    def build(self):
        self.figure.subplots_adjust(left=0.11, right=0.98, top=0.9, bottom=0.15)
        axes = self.figure.add_subplot(xscale="log", title="C(w) = (w − 3)² at w = 0: what the computer finds")
        axes.set(xlim=(3e-17, 3), ylim=(-9, 1), yticks=(-8, -6, -4, -2, 0))
        powers = range(0, -17, -4)
        axes.set_xticks([10.0**power for power in powers], [power_of_ten(power) for power in powers])
        axes.set(xlabel="h (the run), closer and closer to the left", ylabel="slope between w and w + h")
        axes.axhline(TRUE, color=style.GREY, linestyle="--", linewidth=1.5, label="-6")
        self.found = self.moving_line(axes, ".-", style.BLUE, markersize=4, linewidth=1, label="found so far")
        self.now = self.moving_line(axes, "D", style.VERMILLION, markersize=9, label="at this h")
        axes.legend(loc="lower right", fontsize=9)
        self.handle(self.now, x="h")

    def show(self, h: float) -> View:
        slope = float(secant_slope(HILL, 0.0, h))
        runs = np.append(RUNS[1.001 * h < RUNS], h)
        self.found.set_data(runs, secant_slope(HILL, 0.0, runs))
        self.now.set_data([h], [slope])
        tenths = [10.0**-power for power in range(17) if 10.0**-power > 1.001 * h] + [h]
        rows = ((scientific(run), trimmed(secant_slope(HILL, 0.0, run), 8)) for run in tenths[-ROWS:])
        return View(
            kind="Slope between two points over the run between them",
            caption=_closer_caption(h, slope),
            formula=f"(C(h) − C(0)) / h:   {scientific(HILL(h) - HILL(0.0))} / {scientific(h)} = {fixed(slope, 8)}",
            table=(("h (run)", "slope"), *rows),
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


MATCHED = {  # name: a curve and its slope
    "1": (lambda w: 8.5 - 0.5 * (w - 2) ** 2, lambda w: 2 - w),
    "2": (lambda w: 4 - w, lambda w: 0 * w - 1),
    "3": (lambda w: 1 + 0.5 * (w - 4) ** 2, lambda w: w - 4),
    "4": (lambda w: 8 * sigmoid(2 * (w - 3)), lambda w: 16 * sigmoid(2 * (w - 3)) * sigmoid(2 * (3 - w))),
}
TABLED = (0, 2, 4, 6)
LETTERS = {"A": "3", "B": "4", "C": "2", "D": "1"}  # which curve each slope curve belongs to


@style.rules()
def matching_picture() -> Picture:
    """Return the picture of four curves and four slope curves that want to be matched."""
    curves = {name: curve for name, (curve, _) in MATCHED.items()}
    slopes = {letter: MATCHED[name][1] for letter, name in LETTERS.items()}
    figure = style.figure(720, 420, left=0.08, right=0.99, top=0.93, bottom=0.12, hspace=0.42, wspace=0.12)
    upper, lower = figure.subplots(2, 4, sharex=True, sharey="row")
    upper[0].set(ylim=(-3, 9.5), yticks=(0, 4, 8), ylabel="f (the height)")
    lower[0].set(ylim=(-4.8, 4.8), yticks=(-4, 0, 4), ylabel="slope (f for each w)")
    w = np.linspace(0, 6, 121)
    for row, functions, dash, colour in ((upper, curves, "-", style.BLACK), (lower, slopes, "-.", style.BLUE)):
        for axes, (name, function) in zip(row, functions.items()):
            axes.axhline(0, color=style.GREY, linewidth=1)
            axes.plot(w, function(w), dash, color=colour)
            axes.set(xlim=(0, 6), xticks=(0, 2, 4, 6), xlabel="w (the weight)")
            axes.set_title(name, fontweight="bold")
    rows = ((name, *(trimmed(f(float(at)), 2) for at in TABLED)) for name, f in {**curves, **slopes}.items())
    view = View(
        kind="Four curves, numbered 1 to 4, above four slope curves, lettered A to D",
        caption="Four curves, and their four slope curves in another order, all from w = 0 to w = 6.",
        table=(("curve", *(f"at w = {at}" for at in TABLED)), *rows),
    )
    return still.picture(figure, view)
