"""Where the gradient stands among random directions."""

import numpy as np

from helpers.pictures import style
from helpers.pictures.formatting import number
from helpers.pictures.picture import Picture, View
from helpers.pictures.scene import Scene


def directions_picture(changes, best: float) -> Picture:
    """Return the histogram of how the cost changes along random directions, beside the change along -gradient.

    changes: one for each random direction. best: along -gradient. All for steps of the same length.
    """
    return _DirectionsScene().picture((np.asarray(changes), float(best)))


class _DirectionsScene(Scene):
    width, height = 820, 360

    def build(self):
        self.axes = self.figure.add_subplot()
        self.figure.subplots_adjust(left=0.09, right=0.97, top=0.9, bottom=0.16)
        self.axes.set(xlabel="change of C (the cost) by a step of one length", ylabel="number of random directions")
        self.axes.set_title("Random directions, and against the gradient")

    def show(self, data) -> View:
        changes, best = data
        width = abs(best) / 60
        edges = np.arange(np.floor(changes.min() / width), np.ceil(changes.max() / width) + 1) * width
        counts, *_ = self.axes.hist(changes, edges, color=style.BLUE, edgecolor=style.BLACK, linewidth=0.5)
        self.axes.axvline(0, color=style.GREY, linewidth=1)
        top = counts.max()
        self.axes.plot([best], [0], "v", color=style.VERMILLION, markersize=14, clip_on=False)
        self.axes.set(ylim=(0, 1.15 * top), xlim=(1.1 * best, -0.25 * best))
        self.axes.text(best, 0.12 * top, "against the gradient", ha="left")
        self.axes.text(0.06 * best, 1.02 * top, f"{len(changes)} random directions", ha="right")
        down = int(np.sum(changes < 0))
        return View(
            kind="Histogram of the change of the cost over random directions",
            caption=f"{down} of {len(changes)} random steps lower the cost, the best by {number(-changes.min())}. "
            f"A step as long against the gradient lowers it by {number(-best)}, "
            f"{best / changes.min():.0f} times as much.",
        )
