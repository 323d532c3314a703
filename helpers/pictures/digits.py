"""Digits and what a network makes of them: the picture it sees, its ten outputs, and what its first neurons look at."""

from dataclasses import dataclass

import numpy as np
from matplotlib.colors import LinearSegmentedColormap

from helpers.pictures import style
from helpers.pictures.picture import Picture, View
from helpers.pictures.scene import Scene

SIDE = 28
SIGNED = LinearSegmentedColormap.from_list("signed", (style.VERMILLION, style.WHITE, style.BLUE))


@dataclass(frozen=True)
class Reading:
    """A picture, its name, and the network's ten outputs for it. digit: what it shows, or None for a drawing."""

    ink: np.ndarray
    outputs: np.ndarray
    name: str
    digit: int | None = None

    @property
    def prediction(self) -> int:
        """The digit with the largest output."""
        return int(np.argmax(self.outputs))


class ReadingScene(Scene):
    """What the network sees, and its outputs as bars. Data: a Reading."""

    width, height = 760, 330

    def build(self):
        picture, bars = self.figure.subplots(1, 2, width_ratios=(1, 1.9))
        self.figure.subplots_adjust(left=0.03, right=0.98, top=0.9, bottom=0.16, wspace=0.2)
        picture.set(xticks=[], yticks=[])
        picture.grid(False)
        picture.set_title("What the network sees")
        self.ink = picture.imshow(np.zeros((SIDE, SIDE)), cmap="Greys", vmin=0, vmax=1)
        bars.set(xlim=(-0.6, 9.6), ylim=(0, 1.16), xticks=range(10), yticks=(0, 0.5, 1))
        bars.set(xlabel="digit", ylabel="a (the output)")
        bars.set_title("Its ten outputs (triangle: said, cross: target)")
        self.bars = bars.bar(range(10), np.zeros(10), color=style.BLUE, edgecolor=style.BLACK, width=0.7)
        (self.predicted,) = bars.plot([], [], "v", color=style.BLACK, markersize=10)
        (self.target,) = bars.plot([], [], "X", color=style.VERMILLION, markersize=9, clip_on=False)
        self.moves(self.ink, *self.bars, self.predicted, self.target)

    def show(self, data: Reading) -> View:
        self.ink.set_data(data.ink.reshape(SIDE, SIDE))
        for bar, output in zip(self.bars, data.outputs):
            bar.set_height(output)
        self.predicted.set_data([data.prediction], [data.outputs[data.prediction] + 0.07])
        known = data.digit is not None
        self.target.set_data([data.digit] if known else [], [1.0] if known else [])
        return View(kind="Picture of a digit and bars of the ten outputs", caption=_reading_caption(data))


def _reading_caption(reading):
    if not reading.ink.any():
        said = f"the network still says {reading.prediction}"
        return f"{reading.name} is blank, 0 of 784 pixels have ink; {said}. It always says something."
    first, second = reading.prediction, int(np.argsort(reading.outputs)[-2])
    sure = f"{reading.name}: the network says {first} with an output {_about(reading.outputs[first])}"
    runner = f"next is {second}, {_about(reading.outputs[second])}"
    if reading.digit is None:
        return f"{sure}; {runner}. Whether that is right only you know."
    verdict = "right" if reading.prediction == reading.digit else f"and it is a {reading.digit}"
    return f"{sure}, {verdict}; {runner}."


def _about(output) -> str:
    """Return an output in words that two correct programs agree on."""
    for limit in (0.1, 0.3, 0.5, 0.7):
        if output < limit:
            return f"below {limit:g}"
    return "above 0.7"


def features_picture(weights, title="What the first hidden neurons look at") -> Picture:
    """Return the weights of the first hidden neurons as pictures. weights: a row of 784 for each of 16 neurons."""
    return _FeaturesScene(title=title).picture(np.asarray(weights, dtype=float))


class _FeaturesScene(Scene):
    width, height = 820, 260

    def build(self, title):
        self.panels = self.figure.subplots(2, 8)
        self.figure.subplots_adjust(left=0.01, right=0.99, top=0.86, bottom=0.02, wspace=0.06, hspace=0.06)
        self.figure.suptitle(title, x=0.01, ha="left", fontsize=12)
        for axes in self.panels.ravel():
            axes.axis("off")

    def show(self, data) -> View:
        edge = np.percentile(np.abs(data), 99)
        for axes, row in zip(self.panels.ravel(), data):
            axes.imshow(row.reshape(SIDE, SIDE), cmap=SIGNED, vmin=-edge, vmax=edge)
        different = len(np.unique(data, axis=0))
        return View(
            kind="The weights of each first hidden neuron as a picture of 28 by 28 pixels",
            caption=f"{len(data)} neurons, {different} different picture{'s' * (different > 1)}. "
            "Blue: ink here excites the neuron; vermillion: it inhibits; white: the pixel does not matter.",
        )
