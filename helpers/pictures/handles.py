"""Handles: what can be dragged in a picture, and which control that moves."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.lines import Line2D


@dataclass(frozen=True)
class Handle:
    """An artist that can be dragged, and the names of the controls that it moves.

    x, y: along the directions of its axes, logarithmic ones as well; the control has `scale` times the value that the
    axes show.
    angle: by turning an arrow, or a line around its first point; the control has `scale` times the angle, in degrees
    counterclockwise from `zero`, which is counted from the right.
    scrub: by a move to the left or right of an artist that stays; the control changes by `scale` for each pixel.
    press: a control and the value that it gets as soon as the artist is touched, wherever the hand then goes.
    across: by moving a straight line to another place of its axes; the control has the value `level(x, y)` there, which
    is a plane over the axes.
    origin: returns the place of the axes from which x and y are counted.
    point: which point of a line is dragged, or which of a rectangle: 0 for its far corner, 1 for its far side's middle.
    track: pixels; not the artist alone but a strip so high around it can be touched, and the control follows the hand
    at once.
    """

    artist: Any
    x: str = ""
    y: str = ""
    angle: str = ""
    scrub: str = ""
    press: tuple = ()
    across: str = ""
    level: Callable | None = None
    origin: Callable | None = None
    point: int = 0
    scale: float = 1.0
    zero: float = 0.0
    track: float = 0.0

    @property
    def name(self) -> str:
        """The controls, as the page names the handle: "w b"."""
        return " ".join(name for name in (self.x, self.y, self.angle, self.scrub, self.across, *self.press[:1]) if name)

    def place(self, marks) -> dict:
        """Return the handle's name, where it stands, in pixels or None, and what dragging it means.

        "planes": for x, y and across [control, its value at pixel (0, 0), its change for each pixel to the right, its
        change for each pixel down, whether all this is of its logarithm]. "scrub": [control, scale].
        "angle": [control, the pivot's two pixels, scale, zero].
        """
        place = {"name": self.name, "at": marks.point(self.artist, self.point), "planes": self._planes(marks)}
        if self.angle:
            place["angle"] = [self.angle, *self._pivot(marks), self.scale, self.zero]
        if self.scrub:
            place["scrub"] = [self.scrub, self.scale]
        if self.press:
            place["press"] = list(self.press)
        if self.track:
            place["track"] = self.track
        return place

    def _planes(self, marks) -> list:
        axes, high = self.artist.axes, marks.height
        places = axes.transData.inverted().transform([(0, high), (1, high), (0, high - 1)])
        x, y = (self.scale * (places - (self.origin() if self.origin else 0))).T
        wanted = [(self.x, x, axes.get_xscale()), (self.y, y, axes.get_yscale())]
        if self.level:
            wanted.append((self.across, np.array([self.level(*place) for place in places]), "linear"))
        planes = []
        for control, values, scale in wanted:
            if control:
                here, right, down = np.log(values) if scale == "log" else values
                numbers = (float(f"{number:.9g}") for number in (here, right - here, down - here))
                planes.append([control, *numbers, scale == "log"])
        return planes

    def _pivot(self, marks) -> tuple[float, float]:
        """Return the pixels of what stays where it is while an arrow turns."""
        if isinstance(self.artist, Line2D):
            return marks.point(self.artist, 0)
        x, y = self.artist.axes.transData.transform(self.artist.get_position())
        return round(float(x), 1), round(float(marks.height - y), 1)
