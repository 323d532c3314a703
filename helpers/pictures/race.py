"""Two ways to step on (w - 3)**2: by a part of the slope, and by the slope's sign alone."""

from dataclasses import dataclass

import numpy as np

from helpers.core import Descent, Parabola
from helpers.pictures import style
from helpers.pictures.formatting import count, number, sentence, update
from helpers.pictures.picture import View
from helpers.pictures.rates import STEPS, draw_weight_axes, steps_table
from helpers.pictures.scene import Scene


@dataclass(frozen=True)
class Race:
    """Two descents on (w - 3)**2: by a part of the slope, learning_rate, and by steps of one length, stride."""

    by_size: Descent
    by_sign: Descent
    learning_rate: float
    stride: float


class RaceScene(Scene):
    """Where both stand, and how long their steps are. Data: a Race."""

    width, height = 900, 340

    def build(self):
        self.figure.subplots_adjust(left=0.06, right=0.985, top=0.9, bottom=0.15, wspace=0.2)
        weights, lengths = self.figure.subplots(1, 2)
        draw_weight_axes(weights, STEPS)
        weights.set_ylim(-0.4, 5)
        lengths.set(xlim=(-0.5, STEPS + 0.5), ylim=(-0.05, 2), xlabel="t (the step)", ylabel="|move| (how far w moved)")
        lengths.set_title("How long each step is")
        self.size = self._pair(weights, lengths, "o-", style.BLUE, "η · slope")
        self.sign = self._pair(weights, lengths, "s--", style.VERMILLION, "the sign alone")
        self.handle(self.sign[1], y="stride")
        self.steps = self.size[0]
        lengths.legend(loc="upper right")

    def _pair(self, weights, lengths, form, colour, name):
        look = {"linewidth": 1.2, "markersize": 5, "label": name}
        return [self.moving_line(axes, form, colour, **look) for axes in (weights, lengths)]

    def show(self, data: Race) -> View:
        by_size, by_sign, learning_rate, stride = data.by_size, data.by_sign, data.learning_rate, data.stride
        for (path, moves), descent in ((self.size, by_size), (self.sign, by_sign)):
            w = descent.parameters
            path.set_data(np.arange(len(w)), w)
            moves.set_data(np.arange(1, len(w)), np.abs(np.diff(w)))
        return View(
            kind="Two descents, where they stand and how long their steps are",
            formula=_next_steps(by_size.parameters[-1], by_sign.parameters[-1], learning_rate, stride),
            caption=_caption(by_size.parameters, by_sign.parameters, learning_rate, stride),
            table=steps_table(
                **{f"{learning_rate:g} · slope": by_size.parameters, f"sign · {stride:g}": by_sign.parameters}
            ),
        )


def _next_steps(by_size, by_sign, learning_rate, stride):
    sign = np.sign(np.round(Parabola().gradient(by_sign), 9))  # as the race takes it
    by_slope = update("w", by_size, learning_rate, Parabola().gradient(by_size), digits=3)
    return f"by the slope:   {by_slope};   by its sign:   {update('w', by_sign, stride, sign, digits=1)}"


def _caption(by_size, by_sign, learning_rate, stride):
    begin = f"{sentence(count(len(by_size) - 1, 'step'))} from w = {number(by_size[0])}"
    names = f"{learning_rate:g} · slope", f"the sign times {stride:g}"
    if len(by_size) == 1:
        return f"{begin}: {names[0]} and {names[1]} have not moved yet."
    last = number(abs(by_size[-1] - by_size[-2]))
    return (
        f"{begin}: with {names[0]}, w = {number(by_size[-1])} and the last step was {last}; "
        f"with {names[1]}, {_sign_fate(by_sign)}."
    )


def _sign_fate(w):
    """Return where steps of one length have led: on the way, exactly to the bottom, or to and fro across it."""
    if w[-1] == w[-2]:
        strides = count(np.count_nonzero(np.diff(w)), "stride")
        return f"w = {number(w[-1])}, met exactly: it is just {strides} away from the start"
    if len(w) > 2 and np.isclose(w[-1], w[-3]):
        low, high = sorted(w[-2:])
        return f"w oscillates between {number(low)} and {number(high)} forever"
    return f"w = {number(w[-1])} and all steps are equally long"
