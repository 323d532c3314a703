"""Lesson 02's pictures: a square that grows, powers of x with the slope at every point, and one link of chain."""

import numpy as np
from matplotlib.patches import Rectangle

from helpers.core import derivative
from helpers.core.costs import Power
from helpers.pictures import still, style
from helpers.pictures.formatting import bracketed, fixed, raised, trimmed
from helpers.pictures.path import show_tangent, tangent_pieces
from helpers.pictures.picture import Picture, View
from helpers.pictures.scene import Scene

WIDEST, MOST = 4.0, 1.0  # the longest side and the longest growth that fit
BAR = 0.1
GAP = 0.12  # between a rectangle and its name


class SquareScene(Scene):
    """Left a square with two strips and a corner by which it grows, right what each gives for a unit of growth."""

    width, height = 720, 360

    def build(self):
        self.figure.subplots_adjust(left=0.08, right=0.98, top=0.89, bottom=0.15, wspace=0.28)
        square, shares = self.figure.subplots(1, 2)
        far = WIDEST + MOST + 0.9
        square.set(xlim=(0, far), ylim=(0, far), aspect="equal", title="The square")
        square.set(xlabel="w + h (the side)", ylabel="w + h (the side)")
        square.grid(False)
        self.square = Rectangle((0, 0), 1, 1, facecolor=style.PALE, edgecolor=style.BLACK)
        self.strips, self.corner = [_strip(), _strip()], _corner()
        for patch in (self.square, *self.strips, self.corner):
            square.add_patch(self.moves(patch))
        self.handle(self.square, x="w", point=1)
        self.handle(self.corner, x="h", origin=lambda: self.square.get_corners()[2])
        self.names = [square.text(0, 0, name, ha="center", va="center") for name in ("w²", "w·h", "w·h", "h²")]
        self.moves(*self.names)
        shares.set(xlim=(0, 1.1), ylim=(0, 2 * WIDEST + MOST + 3), title="Growth of the area, divided by h")
        shares.set(xlabel="h (how much the side grows)", ylabel="growth / h (area for each unit of h)")
        self.bars = [_strip(), _corner()]
        for bar in self.bars:
            shares.add_patch(self.moves(bar))
        shares.legend([_corner(), _strip()], ["from the corner", "from the two strips"], loc="upper left")

    def show(self, w: float, h: float) -> View:
        right, top = self.strips
        self.square.set_bounds(0, 0, w, w)
        right.set_bounds(w, 0, h, w)
        top.set_bounds(0, w, w, h)
        self.corner.set_bounds(w, w, h, h)
        out = w + h + 2.5 * GAP  # beside the strips, because a thin one has no room for its name
        for name, place in zip(self.names, ((w / 2, w / 2), (out + GAP, w / 2), (w / 2, out), (out, out))):
            name.set_position(place)
        for bar, low, high in zip(self.bars, (0, 2 * w), (2 * w, h)):
            bar.set_bounds(h - BAR / 2, low, BAR, high)
        strips, corner = 2 * w * h, h**2
        areas = {"two strips": strips, "corner": corner, "together": strips + corner}
        return View(
            kind="A square with two strips and a corner, and their shares of the growth",
            caption=(
                f"The side grows from {trimmed(w)} to {trimmed(w + h)}, the area by {trimmed(strips + corner)}. "
                f"For each unit of h the two strips give {trimmed(2 * w)}, the corner {trimmed(h)}, "
                f"together {trimmed(2 * w + h)}."
            ),
            formula=f"growth / h = strips / h + corner / h:   {fixed(2 * w)} + {fixed(h)} = {fixed(2 * w + h)}",
            table=(("", "area", "area / h"), *((name, fixed(one, 4), fixed(one / h)) for name, one in areas.items())),
        )


def _strip() -> Rectangle:
    return Rectangle((0, 0), 1, 1, facecolor=style.WHITE, edgecolor=style.BLUE, hatch="///")


def _corner() -> Rectangle:
    return Rectangle((0, 0), 1, 1, facecolor=style.WHITE, edgecolor=style.VERMILLION, hatch="xx")


LEAST, FURTHEST = 0.25, 3.0  # where x can stand: 1/x and √x have no slope at 0
NAMES = {"0": "x⁰", "1": "x", "2": "x²", "3": "x³", "-1": "1/x", "0.5": "√x"}


class PowerScene(Scene):
    """A power of x above, its slope below, and one place on both."""

    width, height = 620, 460

    def build(self):
        self.above, self.below = _above_and_below(self.figure)
        self.above.set(xlim=(0, FURTHEST + 0.2), ylabel="xⁿ (the height)")
        self.below.set(ylabel="slope (of the curve)")
        for axes in (self.above, self.below):
            axes.yaxis.set_label_coords(-0.085, 0.5)  # in the same place, however long the numbers are
        (self.curve,) = self.above.plot([], [], color=style.GREY)
        (self.slopes,) = self.below.plot([], [], color=style.GREY)
        self.tangent = self.moving_line(self.above, "-", style.VERMILLION, linewidth=1.5)
        self.here = self.moving_line(self.above, "o", style.VERMILLION, markersize=10)
        self.rule = self.moving_line(self.below, "o", style.BLUE, markersize=9, label="by the rule")
        self.measured = self.moving_line(self.below, "+", style.BLACK, markersize=18, label="measured")
        self.handle(self.here, x="x")
        self.handle(self.rule, x="x")
        self.drawn = None

    def _draw(self, n, power):
        """Draw the curve of a power, with limits of its own. The background shows another one: draw it anew."""
        if self.drawn == n:
            return
        self.drawn = n
        self.changed()
        x = np.linspace(LEAST, FURTHEST, 200)
        for line, axes, y in ((self.curve, self.above, power.value(x)), (self.slopes, self.below, power.gradient(x))):
            line.set_data(x, y)
            low, high = min(0, y.min()), max(0, y.max())
            room = 0.12 * (high - low) or 1
            axes.set_ylim(low - room, high + room)
        with style.rules():
            self.below.legend(loc="upper right" if n == "0.5" else "lower right")
            self.above.set_title(f"y = {NAMES[n]}")
            self.below.set_title(f"The slope of {NAMES[n]}")

    def show(self, n: str, x: float) -> View:
        """Show a place x on the curve of x**n, for n one of NAMES."""
        power, name = Power(float(n)), NAMES[n]
        height, slope, measured = map(float, (power.value(x), power.gradient(x), derivative(power.value, x)))
        self._draw(n, power)
        self.here.set_data([x], [height])
        show_tangent(self.tangent, x, height, slope, 0.5)
        self.rule.set_data([x], [slope])
        self.measured.set_data([x], [measured])
        rows = {"height": height, "slope, by the rule": slope, "slope, measured": measured}
        return View(
            kind=f"Curve of {name} with its tangent, and the curve of its slope below",
            caption=f"At x = {trimmed(x)} the curve {name} stands at {trimmed(height)}. The rule gives the slope "
            f"{trimmed(slope)}; the central difference measures {trimmed(measured)}.",
            formula=f"xⁿ → n · xⁿ⁻¹:   {bracketed(power.n, 1 if n == '0.5' else 0)} · "
            f"{fixed(x)}{raised(power.n - 1)} = {fixed(slope)}",
            table=(("", "at x"), ("x", fixed(x)), *((said, fixed(value, 4)) for said, value in rows.items())),
        )


def _above_and_below(figure):
    """Return two axes with one axis for x."""
    figure.subplots_adjust(left=0.11, right=0.98, top=0.92, bottom=0.12, hspace=0.28)
    above, below = figure.subplots(2, 1, sharex=True)
    below.set(xlabel="x (where you stand)")
    return above, below


@style.rules()
def measured_picture() -> Picture:
    """Return the picture of seven measured slopes of x**2: no line drawn through them."""
    places = np.arange(-3.0, 4.0)
    heights, slopes = places**2, derivative(lambda x: x**2, places)
    figure = style.figure(620, 460)
    above, below = _above_and_below(figure)
    x = np.linspace(-3.4, 3.4, 200)
    above.plot(x, x**2, color=style.GREY, linewidth=1)
    above.set(xlim=(-3.6, 3.6), ylim=(-2, 13), ylabel="x² (the height)", title="y = x²")
    below.set(ylim=(-7.5, 7.5), ylabel="slope (measured)", title="The slope of x²")
    above.plot(*tangent_pieces(places, heights, slopes, np.full(7, 0.3)), "-", color=style.VERMILLION)
    above.plot(places, heights, "o", color=style.VERMILLION)
    below.plot(places, slopes, "s", color=style.BLUE)
    said = [trimmed(slope) for slope in slopes]
    view = View(
        kind="Curve of x² with seven tangents, and their slopes as points below",
        caption=f"The slope of x², measured at x = {', '.join(map(trimmed, places))}: it is {', '.join(said)}.",
        table=(("x", "slope"), *zip(map(trimmed, places), said)),
    )
    return still.picture(figure, view)


RUN = 0.5  # how far w moves in the picture of the chain
NEAR = 0.01  # and in its table


class ChainScene(Scene):
    """Left the inside u = a w - 3, right its square: a move of w moves u, and that move of u moves the square."""

    width, height = 760, 400

    def build(self):
        self.figure.subplots_adjust(left=0.08, right=0.99, top=0.91, bottom=0.14, wspace=0.22)
        inside, outside = self.figure.subplots(1, 2)
        inside.set(xlim=(-0.2, 2.7), ylim=(-4, 7), xlabel="w (the weight)", ylabel="u (the inside)")
        inside.set_title("Inside: u = a · w − 3")
        outside.set(xlim=(-4, 5), ylim=(-4, 26), xlabel="u (the inside)", ylabel="C (the cost)")
        outside.set_title("Outside: C = u²")
        u = np.linspace(-4, 5, 200)
        outside.plot(u, u**2, color=style.GREY)
        self.line = self.moving_line(inside, "-", style.GREY)
        self.w_run = self.moving_line(inside, "-", style.BLACK, label="move of w")
        self.u_rise = self.moving_line(inside, "--", style.VERMILLION, label="move of u")
        self.u_run = self.moving_line(outside, "--", style.VERMILLION, label="the same move of u")
        self.tangent = self.moving_line(outside, "-", style.BLACK, linewidth=1)
        self.c_rise = self.moving_line(outside, ":", style.BLUE, linewidth=3, label="move of C, by slope")
        self.points = [self.moving_line(axes, "o", style.BLUE, markersize=9) for axes in (inside, outside)]
        self.handle(self.points[0], x="w")
        inside.legend(loc="upper left")
        outside.legend(loc="upper center")

    def show(self, a: float, w: float) -> View:
        u, cost = a * w - 3, (a * w - 3) ** 2
        slope = 2 * u * a
        measured = float(derivative(lambda w: (a * w - 3) ** 2, w))
        ends = np.array([-0.2, 2.7])
        self.line.set_data(ends, a * ends - 3)
        ahead, fall = u + a * RUN, slope * RUN
        self.w_run.set_data([w, w + RUN], [u, u])
        self.u_rise.set_data([w + RUN, w + RUN], [u, ahead])
        self.u_run.set_data([u, ahead], [cost, cost])
        self.c_rise.set_data([ahead, ahead], [cost, cost + fall])
        self.tangent.set_data([u, ahead], [cost, cost + fall])
        for point, (x, y) in zip(self.points, ((w, u), (u, cost))):
            point.set_data([x], [y])
        return View(
            kind="The inside as a line over w, and its square as a curve over the inside, joined by one move",
            caption=_chain_caption(a, w, u, slope, measured),
            formula=_chain_formula(a, u),
            table=_chain_table(a, w, u),
        )


def _chain_formula(a, u) -> str:
    if a == 1:  # nobody writes a factor 1, and that is how the inner slope is forgotten
        return f"slope = 2u:   2 · {bracketed(u)} = {fixed(2 * u)}"
    return f"slope = outer · inner = 2u · a:   2 · {bracketed(u)} · {fixed(a)} = {fixed(2 * u * a)}"


def _chain_caption(a, w, u, slope, measured) -> str:
    here = f"At w = {trimmed(w)} the inside u = {'' if a == 1 else trimmed(a)}w − 3 is {trimmed(u)}"
    outer = f", and two times the inside is {trimmed(2 * u)}"
    if a != 1:
        outer = (
            f". The outer slope is {trimmed(2 * u)}, the inner slope {trimmed(a)}; "
            f"multiplied they give {trimmed(slope)}"
        )
    return f"{here}{outer}. Measured, the slope is {trimmed(measured)}."


def _chain_table(a, w, u):
    du = a * NEAR
    dc = (u + du) ** 2 - u**2
    each = (1.0, du / NEAR, dc / NEAR)
    rows = (("here", (w, u, u * u)), ("change", (NEAR, du, dc)), ("per unit of w", each))
    return (("", "w", "u", "C"), *((name, *(fixed(value, 4) for value in values)) for name, values in rows))
