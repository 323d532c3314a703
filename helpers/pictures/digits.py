"""Digits and what a network makes of them: the picture it sees, its ten outputs, and what its first neurons look at."""

import numpy as np
from matplotlib.colors import LinearSegmentedColormap, to_rgb

from helpers.pictures import style
from helpers.pictures.formatting import count, sentence
from helpers.pictures.picture import View
from helpers.pictures.scene import Scene

SIDE = 28
INKS = {  # from clear to the colour, so that one lies over another in a still picture as well
    colour: LinearSegmentedColormap.from_list("ink", [(*to_rgb(colour), 0), (*to_rgb(colour), 1)])
    for colour in (style.BLACK, style.BLUE, style.VERMILLION)
}


def ink(axes, colour, shape=(SIDE, SIDE)):
    """Return an image in one colour: nothing where its numbers are 0, the full colour where they are 1."""
    return axes.imshow(np.zeros(shape), cmap=INKS[colour], vmin=0, vmax=1, aspect="auto")


def draw_frame(axes):
    """Let axes be no more than a pale frame around a picture."""
    axes.set(xticks=[], yticks=[])
    axes.grid(False)
    axes.spines[:].set(visible=True, color=style.PALE)


class SignedImage:
    """784 numbers with signs as a picture: blue above 0, vermillion below."""

    def __init__(self, axes):
        draw_frame(axes)
        self.artists = ink(axes, style.BLUE), ink(axes, style.VERMILLION)

    def show(self, numbers, edge):
        """Show the numbers; those as far from 0 as the edge get the full colour."""
        share = numbers.reshape(SIDE, SIDE) / (edge or 1)
        for image, part in zip(self.artists, (share, -share)):
            image.set_data(part.clip(0, 1))


class ReadingScene(Scene):
    """What the network sees, and its outputs as bars."""

    width, height = 760, 330

    def build(self):
        picture, bars = self.figure.subplots(1, 2, width_ratios=(1, 1.9))
        self.figure.subplots_adjust(left=0.03, right=0.98, top=0.9, bottom=0.16, wspace=0.2)
        picture.set(xticks=[], yticks=[], title="What the network sees")
        picture.grid(False)
        self.ink = picture.imshow(np.zeros((SIDE, SIDE)), cmap="Greys", vmin=0, vmax=1)
        bars.set(xlim=(-0.6, 9.6), ylim=(0, 1.16), xticks=range(10), yticks=(0, 0.5, 1))
        bars.set(xlabel="digit", ylabel="a (the output)", title="Its ten outputs (triangle: said, cross: target)")
        self.bars = bars.bar(range(10), np.zeros(10), color=style.BLUE, edgecolor=style.BLACK, width=0.7)
        self.moves(self.ink, *self.bars)
        self.predicted = self.moving_line(bars, "v", style.BLACK, markersize=10)
        self.target = self.moving_line(bars, "X", style.VERMILLION, markersize=9, clip_on=False)

    def show(self, ink, outputs, name: str, digit: int | None = None) -> View:
        """Show a picture and the network's ten outputs for it. digit: what it shows, or None for a drawing."""
        said, second = (int(at) for at in np.argsort(outputs)[:-3:-1])
        self.ink.set_data(ink.reshape(SIDE, SIDE))
        for bar, output in zip(self.bars, outputs):
            bar.set_height(output)
        self.predicted.set_data([said], [outputs[said] + 0.07])
        self.target.set_data([] if digit is None else [digit], [] if digit is None else [1.0])
        caption = f"{name}: the network says {said} with an output {about(outputs[said])}"
        runner = f"next is {second}, {about(outputs[second])}."
        if not ink.any():
            caption = f"{name} is blank, 0 of 784 pixels have ink; the network still says {said}."
            caption += " It always says something."
        elif digit is None:
            caption += f"; {runner} Whether that is right only you know."
        else:
            caption += f", {'right' if said == digit else f'and it is a {digit}'}; {runner}"
        return View(kind="Picture of a digit and bars of the ten outputs", caption=caption)


def about(output) -> str:
    """Return an output in words that two correct programs agree on."""
    for limit in (0.1, 0.3, 0.5, 0.7):
        if output < limit:
            return f"below {limit:g}"
    return "above 0.7"


class FeaturesScene(Scene):
    """The weights of each first hidden neuron as a picture, and how far the training is."""

    width, height = 620, 320

    def build(self):
        grid = self.figure.add_gridspec(2, 8, left=0.01, right=0.99, top=0.95, bottom=0.36, wspace=0.06, hspace=0.2)
        panels = [self.figure.add_subplot(cell) for cell in grid]
        for number, axes in enumerate(panels, 1):
            axes.set_title(f"neuron {number}", fontsize=9, pad=2)
        self.panels = [SignedImage(axes) for axes in panels]
        self.moves(*(image for panel in self.panels for image in panel.artists))
        below = self.figure.add_axes((0.09, 0.16, 0.89, 0.12))
        below.set(xlim=(-0.2, 10.2), ylim=(-0.2, 2), xticks=range(11), yticks=(0, 1))
        below.set(xlabel="t (epochs)", ylabel="C (cost)")
        below.set_title("The training cost, and the epoch of the pictures", fontsize=10)
        self.costs = self.moving_line(below, "-", style.BLUE)
        self.now = self.moving_line(below, "o", style.VERMILLION, markersize=11)
        self.handle(self.now, x="epochs")

    def show(self, weights, epochs: int, costs: tuple) -> View:
        """Show the weights of the first hidden neurons after so many epochs, a row for each. costs: of all epochs."""
        edge = np.percentile(np.abs(weights), 99)
        for panel, row in zip(self.panels, weights):
            panel.show(row, edge)
        self.costs.set_data(range(len(costs)), costs)
        self.now.set_data([epochs], [costs[epochs]])
        different = len(np.unique(weights, axis=0))
        return View(
            kind="The weights of each first hidden neuron as a picture of 28 by 28 pixels",
            caption=f"{sentence(count(epochs, 'epoch'))}: {different} different pictures. Blue: ink here excites the "
            f"neuron; vermillion: it inhibits; faint: it hardly matters. Full colour: a weight of about {edge:.1g}.",
        )
