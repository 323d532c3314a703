"""What many pictures draw: the path of a descent, with a square where it starts and a disc where it stands now.

Also arrows, tangents, and a time axis from the start to now.
"""

from typing import NamedTuple

import numpy as np
from matplotlib.lines import Line2D

from helpers.pictures import style


class PathLines(NamedTuple):
    """The three lines of a path, in the order in which they are drawn."""

    dots: Line2D
    start: Line2D
    here: Line2D

    def show(self, x, y):
        """Show a path through the points (x, y), from the first to the last."""
        for line, part in zip(self, (slice(None), slice(0, 1), slice(-1, None))):
            line.set_data(x[part], y[part])


def draw_path(axes, form="o-", markersize=4) -> PathLines:
    """Return the lines of a path, still without points."""
    (dots,) = axes.plot([], [], form, color=style.BLUE, linewidth=1, markersize=markersize)
    (start,) = axes.plot([], [], "s", color=style.BLACK, markersize=9)
    (here,) = axes.plot([], [], "o", color=style.VERMILLION, markersize=11)
    return PathLines(dots, start, here)


def draw_arrow(axes, place, colour=style.VERMILLION, linewidth=2.5, head=14, linestyle="-"):
    """Return an arrow without length, from a place to the same place: its tip is `xy`, its start is its position."""
    look = {
        "arrowstyle": "-|>",
        "color": colour,
        "linewidth": linewidth,
        "linestyle": linestyle,
        "mutation_scale": head,
    }
    return axes.annotate("", place, place, arrowprops={**look, "shrinkA": 0, "shrinkB": 0})


def show_tangent(line, x, y, slope, reach):
    """Show a line through (x, y) as steep as the slope, so far to both sides."""
    line.set_data([x - reach, x + reach], [y - slope * reach, y + slope * reach])


def tangent_pieces(x, y, slopes, reach):
    """Return the points of short tangents at the points (x, y) of a curve, as one line with gaps."""
    ends = np.outer((-1, 1, np.nan), reach)  # a column for each piece
    return (x + ends).T.ravel(), (y + slopes * ends).T.ravel()


def draw_time_axis(axes):
    """Let an axis go from the start to now, however many steps that is."""
    axes.set(xlim=(0, 1), xticks=[0, 1], xticklabels=["start", "now"], xlabel="t (time, from the start to now)")


def time_of(path) -> np.ndarray:
    """Return where each point of a path stands on that axis."""
    return np.linspace(0, 1, len(path)) if len(path) > 1 else np.zeros(1)
