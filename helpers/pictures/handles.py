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
    origin: an artist from whose place x and y are counted. point: which point of a line is dragged, or which
    place of a rectangle: 0 for its far corner, 1 for the middle of its far side.
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
    origin: Any = None
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

        Along an axis: "x": [control, pixel, value there, another pixel, value there, whether logarithmic].
        "angle": [control, the pivot's two pixels, scale, zero]. "scrub": [control, scale].
        "across": [control, value at pixel (0, 0), change for each pixel to the right, and for each pixel down].
        """
        ways = ("x", "y", "angle", "scrub", "across", "press")
        place = {"name": self.name, "at": marks.point(self.artist, self.point)}
        if place["at"] is None:
            return place | {way: None for way in ways if getattr(self, way)}
        shift = marks.data(self.origin) if self.origin is not None else (0.0, 0.0)
        for axis, control in enumerate((self.x, self.y)):
            if control:
                place["xy"[axis]] = [control, *self._scale(axis, marks.height, shift[axis])]
        if self.angle:
            place["angle"] = [self.angle, *self._pivot(marks), self.scale, self.zero]
        if self.scrub:
            place["scrub"] = [self.scrub, self.scale]
        if self.press:
            place["press"] = list(self.press)
        if self.track:
            place["track"] = self.track
        if self.across:
            place["across"] = [self.across, *self._plane(marks.height)]
        return place

    def _plane(self, height: float) -> list:
        """Return what `level` is at the upper left corner of the figure, and how it grows to the right and down."""
        assert self.level is not None
        places = self.artist.axes.transData.inverted().transform([(0, height), (1, height), (0, height - 1)])
        here, right, down = (float(self.level(x, y)) for x, y in places)
        return [round(here, 6), round(right - here, 6), round(down - here, 6)]

    def _pivot(self, marks) -> tuple[float, float]:
        """Return the pixels of what stays where it is while an arrow turns."""
        if isinstance(self.artist, Line2D):
            return marks.point(self.artist, 0)
        x, y = self.artist.axes.transData.transform(self.artist.get_position())
        return round(float(x), 1), round(float(marks.height - y), 1)

    def _scale(self, axis: int, height: float, shift: float) -> list:
        """Return two pixels of an axis with the control's values there, and whether between them is logarithmic."""
        axes = self.artist.axes
        ends = np.array([axes.get_xlim(), axes.get_ylim()])
        pixels = axes.transData.transform(ends.T)[:, axis]
        if axis == 1:
            pixels = height - pixels
        (first, last), (low, high) = pixels.round(2).tolist(), (self.scale * (ends[axis] - shift)).tolist()
        return [first, low, last, high, (axes.get_xscale(), axes.get_yscale())[axis] == "log"]
