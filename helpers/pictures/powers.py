"""Powers of x, with the slope at every point drawn below the curve."""

from dataclasses import dataclass

import numpy as np

from helpers.core import derivative
from helpers.core.costs import Power
from helpers.pictures import style
from helpers.pictures.formatting import bracketed, fixed, raised, trimmed
from helpers.pictures.picture import Picture, View
from helpers.pictures.scene import Scene

LEAST, MOST = 0.25, 3.0  # where x can stand: 1/x and √x have no slope at 0
NAMES = {0: "x⁰", 1: "x", 2: "x²", 3: "x³", -1: "1/x", 0.5: "√x"}


@dataclass(frozen=True)
class PowerAt:
    """A place x on the curve of x**n."""

    n: float
    x: float


class PowerScene(Scene):
    """A power of x above, its slope below, and one place on both. Data: a PowerAt."""

    width, height = 620, 460

    def build(self):
        self.figure.subplots_adjust(left=0.11, right=0.98, top=0.92, bottom=0.12, hspace=0.28)
        self.above, self.below = self.figure.subplots(2, 1, sharex=True)
        self.above.set(xlim=(0, MOST + 0.2), ylabel="xⁿ (the height)")
        self.below.set(xlabel="x (where you stand)", ylabel="slope (of the curve)")
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

    def _draw(self, power):
        """Draw the curve of a power, with limits of its own. The background shows another one: draw it anew."""
        if self.drawn == power.n:
            return
        self.drawn = power.n
        self.changed()
        x = np.linspace(LEAST, MOST, 200)
        for line, axes, y in ((self.curve, self.above, power.value(x)), (self.slopes, self.below, power.gradient(x))):
            line.set_data(x, y)
            low, high = min(0, y.min()), max(0, y.max())
            room = 0.12 * (high - low) or 1
            axes.set_ylim(low - room, high + room)
        with style.rules():
            self.below.legend(loc="upper right" if power.n == 0.5 else "lower right")
            self.above.set_title(f"y = {NAMES[power.n]}")
            self.below.set_title(f"The slope of {NAMES[power.n]}")

    def show(self, data: PowerAt) -> View:
        power, name, x = Power(data.n), NAMES[data.n], data.x
        height, slope, measured = map(float, (power.value(x), power.gradient(x), derivative(power.value, x)))
        self._draw(power)
        self.here.set_data([x], [height])
        reach = np.array([-0.5, 0.5])
        self.tangent.set_data(x + reach, height + slope * reach)
        self.rule.set_data([x], [slope])
        self.measured.set_data([x], [measured])
        return View(
            kind=f"Curve of {name} with its tangent, and the curve of its slope below",
            caption=f"At x = {trimmed(x)} the curve {name} stands at {trimmed(height)}. The rule gives the slope "
            f"{trimmed(slope)}; the central difference measures {trimmed(measured)}.",
            formula=f"xⁿ → n · xⁿ⁻¹:   {bracketed(power.n, 1 if power.n == 0.5 else 0)} · "
            f"{fixed(x)}{raised(power.n - 1)} = {fixed(slope)}",
            table=(
                ("", "at x"),
                ("x", fixed(x)),
                ("height", fixed(height, 4)),
                ("slope, by the rule", fixed(slope, 4)),
                ("slope, measured", fixed(measured, 4)),
            ),
        )


class MeasuredScene(Scene):
    """The slope of x**2, measured at a few places: no line drawn through them. Data: the places."""

    width, height = 620, 460

    def build(self):
        self.figure.subplots_adjust(left=0.11, right=0.98, top=0.92, bottom=0.12, hspace=0.28)
        above, below = self.figure.subplots(2, 1, sharex=True)
        x = np.linspace(-3.4, 3.4, 200)
        above.plot(x, x**2, color=style.GREY, linewidth=1)
        above.set(xlim=(-3.6, 3.6), ylim=(-2, 13), ylabel="x² (the height)", title="y = x²")
        below.set(ylim=(-7.5, 7.5), xlabel="x (where you stand)", ylabel="slope (measured)", title="The slope of x²")
        self.tangents = self.moving_line(above, "-", style.VERMILLION, linewidth=2)
        self.touching = self.moving_line(above, "o", style.VERMILLION)
        self.slopes = self.moving_line(below, "s", style.BLUE)

    def show(self, data) -> View:
        places = np.array(data, float)
        heights, slopes = places**2, derivative(lambda x: x**2, places)
        reach = np.array([-0.3, 0.3, np.nan])
        pieces = places[:, None] + reach, heights[:, None] + slopes[:, None] * reach
        self.tangents.set_data(*map(np.ravel, pieces))
        self.touching.set_data(places, heights)
        self.slopes.set_data(places, slopes)
        said = [trimmed(slope) for slope in slopes]
        return View(
            kind="Curve of x² with seven tangents, and their slopes as points below",
            caption=f"The slope of x², measured at x = {', '.join(map(trimmed, places))}: it is {', '.join(said)}.",
            table=(("x", "slope"), *zip(map(trimmed, places), said)),
        )


def measured_picture() -> Picture:
    """Return the picture of seven measured slopes of x**2."""
    return MeasuredScene().picture(range(-3, 4))
