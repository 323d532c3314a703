"""Still pictures of several costs, or errors, step by step, each told from the others by dash and marker as well."""

from itertools import pairwise

import numpy as np

from helpers.core import Parabola, gradient_descent
from helpers.pictures import still, style
from helpers.pictures.formatting import count, fixed, number, sentence
from helpers.pictures.picture import Picture, View
from helpers.pictures.rates import COST_HIGH, COST_LOW, draw_cost_axes
from helpers.pictures.training import cost_axis

MARKER_STYLES = (("o-", style.BLUE), ("s--", style.VERMILLION), ("^:", style.BLACK), ("D-.", style.GREY))
NEAR = 1e-4  # the cost of a weight that is 0.01 from the bottom


def unnamed_curves_picture() -> Picture:
    """Return four cost curves named A to D; which learning rate belongs to which is for the learner to say."""
    return cost_curves_picture({"A": 1.0, "B": 0.05, "C": 1.1, "D": 0.9})


@style.rules()
def cost_curves_picture(learning_rates: dict, steps=20) -> Picture:
    """Return the costs of descents on (w - 3)**2 from w = 0. learning_rates: up to four, by the names of the curves."""
    rates = np.array(list(learning_rates.values()))
    curves = dict(zip(learning_rates, gradient_descent(Parabola(), 0.0, rates, steps).costs.T))
    figure = style.figure(620, 360, left=0.12, right=0.84, top=0.9, bottom=0.14)
    axes = figure.add_subplot()
    draw_cost_axes(axes, steps)
    axes.axhline(NEAR, color=style.GREY, linewidth=1)
    axes.text(0.55 * steps, NEAR / 2, "w is within 0.01 of the bottom", ha="center", va="top", color=style.GREY)
    for (name, costs), (form, colour) in zip(curves.items(), MARKER_STYLES):
        heights = np.clip(costs, COST_LOW, COST_HIGH)
        axes.plot(heights, form, color=colour, markersize=5, clip_on=False)
        axes.text(steps + 0.8, heights[-1], name, va="center", clip_on=False)
    ends = ", ".join(f"{name} at {number(costs[-1])}" for name, costs in curves.items())
    view = View(
        kind="Curves of the cost step by step on a logarithmic scale",
        caption=f"{sentence(count(steps, 'step'))} from a cost of {number(9)}. They end: {ends}.",
    )
    return still.picture(figure, view)


LINE_STYLES = (  # colour, dash, marker
    (style.BLACK, "-", "o"),
    (style.BLUE, "--", "s"),
    (style.VERMILLION, "-.", "^"),
    (style.GREY, ":", "D"),
    (style.BLACK, "-", ""),
)


def _draw_curves(axes, curves: dict, every: int, marked: int, aside: int):
    """Draw values that come every so many steps. A name of one letter stands at the end of its curve, too."""
    for (name, values), (colour, dash, marker) in zip(curves.items(), LINE_STYLES):
        steps = every * np.arange(len(values))
        axes.plot(steps, values, dash, color=colour, marker=marker, markevery=marked, label=name)
        if len(name) == 1:
            end = steps[-1], values[-1]
            axes.annotate(name, end, (aside, 0), textcoords="offset points", va="center")


@style.rules()
def bugs_picture(costs: dict) -> Picture:
    """Return curves of the costs, which come by the mistake of their loop; its letter does not say which it is."""
    # Not in the order of the lesson's cell: who finds a curve has asked what its loop does.
    letters = {"plus": "A", "no x": "B", "loss for error": "C", "no a(1 - a)": "D", "correct": "correct"}
    curves = {letter: costs[mistake] for mistake, letter in letters.items()}
    figure = style.figure(760, 380, left=0.1, right=0.97, top=0.9, bottom=0.14)
    axes = figure.add_subplot(title="Four loops with a mistake, and the correct one")
    axes.set(xlabel="t (steps taken)", ylabel="C (mean cost of both examples)")
    _draw_curves(axes, curves, every=1, marked=10, aside=6)
    axes.legend(ncols=5, loc="upper center")
    axes.set_ylim(0, 1.25 * max(map(max, curves.values())))
    ends = ", ".join(f"{name} {fixed(values[-1], 3)}" for name, values in curves.items())
    begin, steps = fixed(curves["correct"][0], 3), len(curves["correct"]) - 1
    view = View(
        kind="Curves of the cost over time for training loops",
        caption=f"All start at cost {begin}. After {steps} steps: {ends}.",
    )
    return still.picture(figure, view)


@style.rules()
def runs_picture(costs: dict, every: int) -> Picture:
    """Return the cost curves of four training runs. every: the number of steps from each cost to the next.

    They are called A to D and not by their names, since which is which is what the lesson asks: A is the one whose
    lowest cost is highest.
    """
    shallowest_first = sorted(costs.values(), key=min, reverse=True)
    figure = style.figure(760, 380, left=0.1, right=0.95, top=0.9, bottom=0.14)
    axes = figure.add_subplot(title="Training runs", xlabel="t (steps taken)", ylabel="C (training cost)")
    cost_axis(axes)
    curves = dict(zip("ABCD", shallowest_first, strict=True))
    return _runs(figure, axes, "cost", curves, every, (0.1, 0.6, 1.3, 3), _swings)


@style.rules()
def wrong_picture(wrong: dict, every: int) -> Picture:
    """Return such curves by their names, of the part of the test pictures that is read wrong."""
    figure = style.figure(760, 300, left=0.1, right=0.95, top=0.9, bottom=0.18)
    axes = figure.add_subplot(title="Test pictures read wrong", xlabel="t (steps taken)", ylim=(0, 1))
    axes.set(ylabel="part of 1,000 test pictures")
    # These curves all swing, and by how much is chance: it is not said.
    return _runs(figure, axes, "part read wrong", wrong, every, (0.25, 0.5), lambda values: "")


def _runs(figure, axes, what, curves, every, limits, swings) -> Picture:
    """Return curves whose ends are told by the limits that they are below: two correct programs agree on those."""
    _draw_curves(axes, curves, every, marked=3, aside=8)
    axes.legend(ncols=4, loc="lower left")
    ends = (
        f"{name} from {number(values[0])} to {_below(values[-1], limits)}{swings(values)}"
        for name, values in curves.items()
    )
    steps = every * (max(map(len, curves.values())) - 1)
    view = View(
        kind=f"Curves of the {what} over the steps for several training runs",
        caption=f"The {what} in {steps:,} steps: {'; '.join(ends)}.",
    )
    return still.picture(figure, view)


def _below(value, limits) -> str:
    return next((f"below {limit:g}" for limit in limits if value < limit), f"{limits[-1]:g} or more")


def _swings(values) -> str:
    """Return words for a curve that rises by more than the rounding of another computer could make it."""
    return ", up and down on the way" if max(later - now for now, later in pairwise(values)) > 0.05 else ""
