"""One link of chain: a move of w moves the inside, and the move of the inside moves its square."""

from dataclasses import dataclass

import numpy as np

from helpers.core import derivative
from helpers.pictures import style
from helpers.pictures.formatting import bracketed, fixed, trimmed
from helpers.pictures.picture import View
from helpers.pictures.scene import Scene

RUN = 0.5  # how far w moves in the picture
NEAR = 0.01  # and in the table


@dataclass(frozen=True)
class ChainLink:
    """(a w - 3)**2 at w: the inside u, the outer slope 2 u, the inner slope a, and the whole slope as measured."""

    a: float
    w: float
    u: float
    measured: float

    @classmethod
    def of(cls, a: float, w: float) -> "ChainLink":
        """Return (a w - 3)**2 at w."""
        return cls(a, w, a * w - 3, float(derivative(lambda w: (a * w - 3) ** 2, w)))

    @property
    def slope(self) -> float:
        """Outer times inner slope."""
        return 2 * self.u * self.a


class ChainScene(Scene):
    """Left the inside u = a w - 3, right its square. The rise left is the run right. Data: a ChainLink."""

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

    def show(self, data: ChainLink) -> View:
        a, w, u = data.a, data.w, data.u
        ends = np.array([-0.2, 2.7])
        self.line.set_data(ends, a * ends - 3)
        ahead, fall = u + a * RUN, data.slope * RUN
        self.w_run.set_data([w, w + RUN], [u, u])
        self.u_rise.set_data([w + RUN, w + RUN], [u, ahead])
        self.u_run.set_data([u, ahead], [u * u, u * u])
        self.c_rise.set_data([ahead, ahead], [u * u, u * u + fall])
        self.tangent.set_data([u, ahead], [u * u, u * u + fall])
        for point, place in zip(self.points, ((w, u), (u, u * u))):
            point.set_data([place[0]], [place[1]])
        return View(
            kind="The inside as a line over w, and its square as a curve over the inside, joined by one move",
            caption=_caption(data),
            formula=_formula(a, u),
            table=_table(a, w, u),
        )


def _formula(a, u) -> str:
    if a == 1:  # nobody writes a factor 1, and that is how the inner slope is forgotten
        return f"slope = 2u:   2 · {bracketed(u)} = {fixed(2 * u)}"
    return f"slope = outer · inner = 2u · a:   2 · {bracketed(u)} · {fixed(a)} = {fixed(2 * u * a)}"


def _caption(data: ChainLink) -> str:
    a, w, u, measured = data.a, data.w, data.u, trimmed(data.measured)
    here = f"At w = {trimmed(w)} the inside u = {_inside(a)} is {trimmed(u)}"
    if a == 1:
        return f"{here}, and two times the inside is {trimmed(2 * u)}. Measured, the slope is {measured}."
    return (
        f"{here}. The outer slope is {trimmed(2 * u)}, the inner slope {trimmed(a)}; "
        f"multiplied they give {trimmed(data.slope)}. Measured, the slope is {measured}."
    )


def _inside(a) -> str:
    factor = "" if a == 1 else trimmed(a)
    return f"{factor}w − 3"


def _table(a, w, u):
    du = a * NEAR
    dc = (u + du) ** 2 - u**2
    each = (1.0, du / NEAR, dc / NEAR)
    rows = (("here", (w, u, u * u)), ("change", (NEAR, du, dc)), ("per unit of w", each))
    return (("", "w", "u", "C"), *((name, *(fixed(value, 4) for value in values)) for name, values in rows))
