"""Hills of another steepness, k (w - 3)**2: one descent, and how many steps each learning rate needs."""

from dataclasses import dataclass

import numpy as np

from helpers.core import Descent
from helpers.core.costs import SteepHill
from helpers.pictures import style
from helpers.pictures.formatting import count, fixed, number
from helpers.pictures.picture import View
from helpers.pictures.rolling import draw_bowl_axes
from helpers.pictures.scene import Scene

NEAR = 0.01  # how close to the bottom is close enough
HIGHEST_RATE = 2.0
FAR = 1e4  # a path further out than this is drawn as if it went only so far


@dataclass(frozen=True)
class Patience:
    """A hill, and a descent on it for each of many learning rates. The first is the one chosen."""

    hill: SteepHill
    learning_rates: np.ndarray
    descents: Descent


class SteepnessScene(Scene):
    """The hill with a descent, and steps over learning rates. Data: a Patience."""

    width, height = 900, 340

    def build(self, most_steps):
        self.figure.subplots_adjust(left=0.06, right=0.985, top=0.9, bottom=0.15, wspace=0.24)
        curve, patience = self.figure.subplots(1, 2, width_ratios=(2, 3))
        self._build_curve(curve)
        self._build_patience(patience, most_steps)

    def _build_curve(self, axes):
        draw_bowl_axes(axes)
        axes.set_ylim(-3.7, 40)  # the start lies at 36 on the steepest hill
        axes.set_title("C(w) = k(w − 3)²")
        self.w = np.linspace(*axes.get_xlim(), 200)
        self.hill = self.moving_line(axes, "-", style.GREY)
        self.path = self.moving_line(axes, "o--", style.BLUE, linewidth=1)
        self.start = self.moving_line(axes, "s", style.BLACK, markersize=9)

    def _build_patience(self, axes, most_steps):
        axes.set_yscale("log")
        self.top = 2 * most_steps
        axes.set(xlim=(0, 1.01 * HIGHEST_RATE), ylim=(0.8, self.top))
        axes.set(xlabel="η (the learning rate)", ylabel="n (steps until within 0.01 of 3)")
        axes.set_yticks([1, 10, 100, self.top], ["1", "10", "100", f"> {most_steps}"])
        axes.minorticks_off()
        axes.set_title("How many steps each learning rate needs")
        self.patience = self.moving_line(axes, ".-", style.BLUE, linewidth=1, markersize=4, label="it gets there")
        self.limit = self.moving_line(axes, ":", style.BLACK, linewidth=2, label="from here on: never")
        look = {"markersize": 9, "clip_on": False, "label": "the rate chosen"}
        self.chosen = self.moving_line(axes, "D", style.VERMILLION, **look)
        axes.legend(loc="center right")
        self.handle(self.chosen, x="learning_rate")

    def show(self, data: Patience) -> View:
        hill, rates, descents = data.hill, data.learning_rates, data.descents
        learning_rate, needed = float(rates[0]), steps_needed(descents.parameters)
        w = np.clip(descents.parameters[:, 0], -FAR, FAR)
        self.hill.set_data(self.w, hill.value(self.w))
        self.path.set_data(w, hill.value(w))
        self.start.set_data(w[:1], hill.value(w[:1]))
        self.patience.set_data(rates[1:], needed[1:])
        self.limit.set_data([1 / hill.k] * 2, [0.8, self.top])
        self.chosen.set_data([learning_rate], [self.top if np.isnan(needed[0]) else needed[0]])
        factor = 1 - 2 * hill.k * learning_rate
        return View(
            kind="A hill with a descent, and the steps that each learning rate needs",
            caption=_caption(hill.k, learning_rate, factor, needed[0], len(descents.gradients)),
            formula=f"1 − 2kη = 1 − 2 · {hill.k:g} · {fixed(learning_rate, 3)} = {fixed(factor)}",
        )


def steps_needed(parameters):
    """Return after how many steps w is within 0.01 of 3 for the first time, for each descent; nan for never."""
    near = np.abs(parameters - 3) < NEAR
    return np.where(near.any(axis=0), near.argmax(axis=0), np.nan)


def _caption(k, learning_rate, factor, needed, most_steps):
    there = f"still not within 0.01 after {most_steps} steps"
    if not np.isnan(needed):
        there = f"within 0.01 after {count(int(needed), 'step')}"
    return (
        f"k = {k:g}, learning rate {learning_rate:g}: each step multiplies the distance to 3 by {number(factor)}; "
        f"{there}. One step would do at {1 / (2 * k):.3g}; from {1 / k:.3g} on it never gets there."
    )
