"""The path of a descent, as every picture draws it: its dots, a square where it starts, a disc where it stands now.

Or what comes of it over time, from the start to now.
"""

import numpy as np

from helpers.pictures import style


def draw_path(axes, form="o-", markersize=4) -> tuple:
    """Return three lines without points: the dots, the start, and where it stands now."""
    (dots,) = axes.plot([], [], form, color=style.BLUE, linewidth=1, markersize=markersize)
    (start,) = axes.plot([], [], "s", color=style.BLACK, markersize=9)
    (here,) = axes.plot([], [], "o", color=style.VERMILLION, markersize=11)
    return dots, start, here


def show_path(lines, x, y):
    """Show a path through the points (x, y), from the first to the last, in the lines of `draw_path`."""
    for line, part in zip(lines, (slice(None), slice(0, 1), slice(-1, None))):
        line.set_data(x[part], y[part])


def draw_time_axis(axes):
    """Let an axis go from the start to now, however many steps that is."""
    axes.set(xlim=(0, 1), xticks=[0, 1], xticklabels=["start", "now"], xlabel="t (time, from the start to now)")


def time_of(path) -> np.ndarray:
    """Return where each point of a path stands on that axis."""
    return np.linspace(0, 1, len(path)) if len(path) > 1 else np.zeros(1)
