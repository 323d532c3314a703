"""A hill nobody has seen: only the places where someone looked."""

from dataclasses import dataclass

import numpy as np

from helpers.core.costs import Hill
from helpers.pictures import style
from helpers.pictures.formatting import count, number, sentence
from helpers.pictures.picture import View
from helpers.pictures.scene import Scene

LEFT, RIGHT = -2.6, 8.6


@dataclass(frozen=True)
class Looks:
    """What is known of a hill: its heights and slopes at the places looked at. where: the next look.

    with_slope: whether a look tells the slope as well. reveal: whether the whole hill is shown.
    """

    hill: Hill
    places: np.ndarray
    heights: np.ndarray
    where: float
    with_slope: bool
    reveal: bool


class BlindScene(Scene):
    """Heights at the places looked at, and slopes if wanted. Data: Looks."""

    width, height = 620, 400

    def build(self):
        self.figure.subplots_adjust(left=0.1, right=0.98, top=0.9, bottom=0.14)
        axes = self.figure.add_subplot()
        axes.set(xlim=(LEFT, RIGHT), ylim=(-2, 33), xlabel="w (the weight)", ylabel="C (the cost)")
        axes.set_title("A hill in the dark")
        self.hill = self.moving_line(axes, "-", style.GREY)
        self.slopes = self.moving_line(axes, "-", style.VERMILLION)
        self.looks = self.moving_line(axes, "o", style.BLUE, markersize=9)
        self.next = self.moving_line(axes, "^", style.BLACK, markersize=10)
        self.handle(self.next, x="w")

    def show(self, data: Looks) -> View:
        hill, places, heights, reveal = data.hill, data.places, data.heights, data.reveal
        with_slope = data.with_slope
        self.looks.set_data(places, heights)
        self.next.set_data([data.where], [-1])
        w = np.linspace(LEFT, RIGHT, 200) if reveal else np.array([])
        self.hill.set_data(w, hill.value(w) if reveal else w)
        self.slopes.set_data(*_stubs(hill, places, heights) if with_slope else ([], []))
        return View(
            kind="Points on an unseen curve of the cost",
            caption=_caption(hill, places, heights, with_slope, reveal),
            table=_table(hill, places, heights, with_slope),
        )


def _stubs(hill, places, heights):
    """Return short pieces of tangent at the places, as one line with gaps."""
    x, y = [], []
    for place, height in zip(places, heights):
        slope = hill.gradient(place)
        reach = 0.7 / np.hypot(1, slope / 6)
        x += [place - reach, place + reach, np.nan]
        y += [height - reach * slope, height + reach * slope, np.nan]
    return x, y


def _caption(hill, places, heights, with_slope, reveal):
    if not len(places):
        return "No looks yet: the hill is dark."
    best = int(np.argmin(heights))
    looks = sentence(count(len(places), "look"))
    text = f"{looks}: the lowest is {number(heights[best])} at w = {number(places[best])}"
    if with_slope:
        slope = float(hill.gradient(places[best]))
        way = "further right" if slope < 0 else "further left"
        text += f", where the slope is {number(slope)}: the bottom lies {way}" if slope else ", where the slope is 0"
    if reveal:
        text += f". The bottom was at w = {number(hill.minimum)}, with cost {number(hill.value(hill.minimum))}"
    return text + "."


def _table(hill, places, heights, with_slope):
    head = ("look", "w", "cost", *(["slope"] if with_slope else []))
    rows = (
        (str(look + 1), number(w), number(cost), *([number(hill.gradient(w))] if with_slope else []))
        for look, (w, cost) in enumerate(zip(places, heights))
    )
    return (head, *rows)
