"""The sigmoid with its tangent, and the tangent's slope as the area of a rectangle: a by 1 - a."""

from dataclasses import dataclass

import numpy as np
from matplotlib.patches import Rectangle

from helpers.core import sigmoid
from helpers.pictures import style
from helpers.pictures.formatting import fixed, number, trimmed
from helpers.pictures.picture import View
from helpers.pictures.scene import Scene

EDGE = 8.0  # z is drawn from -EDGE to EDGE
REACH = 2.0  # of the tangent, to each side


@dataclass(frozen=True)
class SigmoidAt:
    """A place z on the sigmoid."""

    z: float


class SigmoidScene(Scene):
    """The S-curve with its tangent, and the rectangle whose area is its slope. Data: a SigmoidAt."""

    width, height = 860, 360

    def build(self):
        self._build_curve(self.figure.add_axes((0.08, 0.16, 0.515, 0.72)))
        self._build_square(self.figure.add_axes((0.685, 0.16, 0.72 * self.height / self.width, 0.72)))
        self.handle(self.here, x="z")

    def _build_curve(self, axes):
        axes.set(xlim=(-EDGE, EDGE), ylim=(-0.08, 1.08), xlabel="z (what comes in)", ylabel="a = σ(z) (what goes out)")
        axes.set_title("The sigmoid, with its tangent at z")
        z = np.linspace(-EDGE, EDGE, 300)
        axes.plot(z, sigmoid(z), color=style.BLUE)
        self.tangent = self.moving_line(axes, "--", style.VERMILLION)
        self.drop = self.moving_line(axes, ":", style.GREY, linewidth=1.2)
        self.here = self.moving_line(axes, "o", style.VERMILLION, markersize=11)

    def _build_square(self, axes):
        axes.set(
            xlim=(0, 1), ylim=(0, 1), xlabel="a (the output)", ylabel="1 − a (what is missing to 1)", aspect="equal"
        )
        axes.set_title("Its slope: the shaded area")
        self.area = Rectangle((0, 0), 0, 0, facecolor=style.PALE, edgecolor=style.VERMILLION, hatch="///", linewidth=2)
        axes.add_patch(self.moves(self.area))

    def show(self, data: SigmoidAt) -> View:
        z, a = data.z, float(sigmoid(data.z))
        slope = a * (1 - a)
        reach = np.array([-REACH, REACH])
        self.tangent.set_data(z + reach, a + slope * reach)
        self.drop.set_data([z, z, -EDGE], [-0.08, a, a])
        self.here.set_data([z], [a])
        self.area.set_bounds(0, 0, a, 1 - a)
        return View(
            kind="Curve of the sigmoid with its tangent, and a rectangle whose area is the slope",
            caption=sigmoid_caption(z, a, slope),
            formula=f"slope = a · (1 − a) = {fixed(a, 4)} · {fixed(1 - a, 4)} = {fixed(slope, 4)}",
        )


def sigmoid_caption(z, a, slope) -> str:
    """Return the output and the slope at z, and how steep that is."""
    return (
        f"At z = {number(z)} the output is {trimmed(a)}. The slope is {trimmed(a)} times {trimmed(1 - a)}, "
        f"which is {trimmed(slope)}: {_how_steep(slope)}."
    )


def _how_steep(slope) -> str:
    if slope >= 0.25:
        return "nowhere is it steeper"
    if slope > 0.2:
        return "nearly as steep as in the middle"
    return "nearly flat" if slope < 0.05 else "less steep than in the middle"
