"""Costs of several descents, step by step, on one logarithmic scale."""

import numpy as np

from helpers.core import Parabola, gradient_descent
from helpers.pictures import style
from helpers.pictures.formatting import count, number, sentence
from helpers.pictures.picture import Picture, View
from helpers.pictures.rates import COST_HIGH, COST_LOW, draw_cost_axes
from helpers.pictures.scene import Scene

FORMS = (("o-", style.BLUE), ("s--", style.VERMILLION), ("^:", style.BLACK), ("D-.", style.GREY))
NEAR = 1e-4  # the cost of a weight that is 0.01 from the bottom


class CurvesScene(Scene):
    """Up to four cost curves, each named at its end. Data: one array of costs for each name."""

    width, height = 620, 360

    def build(self, names, steps):
        self.figure.subplots_adjust(left=0.12, right=0.84, top=0.9, bottom=0.14)
        axes = self.figure.add_subplot()
        draw_cost_axes(axes, steps)
        axes.axhline(NEAR, color=style.GREY, linewidth=1)
        axes.text(0.55 * steps, NEAR / 2, "w is within 0.01 of the bottom", ha="center", va="top", color=style.GREY)
        self.names = names
        look = {"markersize": 5, "clip_on": False}
        self.lines = [self.moving_line(axes, form, colour, **look) for form, colour in FORMS[: len(names)]]
        self.ends = [self.moves(axes.text(steps + 0.8, 1, name, va="center", clip_on=False)) for name in names]

    def show(self, data) -> View:
        for line, end, costs in zip(self.lines, self.ends, data):
            heights = np.clip(costs, COST_LOW, COST_HIGH)
            line.set_data(np.arange(len(costs)), heights)
            end.set_y(heights[-1])
        ends = ", ".join(f"{name} at {number(costs[-1])}" for name, costs in zip(self.names, data))
        steps = sentence(count(len(data[0]) - 1, "step"))
        return View(
            kind="Curves of the cost step by step on a logarithmic scale",
            caption=f"{steps} from a cost of {number(data[0][0])}. They end: {ends}.",
        )


def unnamed_curves_picture() -> Picture:
    """Return four cost curves named A to D; which learning rate belongs to which is for the learner to say."""
    return cost_curves_picture({"A": 1.0, "B": 0.05, "C": 1.1, "D": 0.9})


def cost_curves_picture(learning_rates: dict, steps=20) -> Picture:
    """Return the costs of descents on (w - 3)**2 from w = 0. learning_rates: one rate for each name of a curve."""
    rates = np.array(list(learning_rates.values()))
    costs = gradient_descent(Parabola(), 0.0, rates, steps).costs
    return CurvesScene(names=tuple(learning_rates), steps=steps).picture(costs.T)
