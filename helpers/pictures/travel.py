"""A digit on its way through 784-16-16-10, before and after training: layers lit by their outputs."""

import numpy as np
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from helpers.core.backpropagation import forward
from helpers.pictures import style
from helpers.pictures.digits import SIDE, SignedImage, about, draw_frame, ink
from helpers.pictures.formatting import count, fixed
from helpers.pictures.picture import View
from helpers.pictures.scene import Scene

STRONGEST = 30  # wires drawn
WIDTHS = (1.0, 2.8)  # of wires, in points
NO_WIRES = Path(np.empty((0, 2)))
UNIT = 5  # pixels: a neuron is two units high, and one or two apart from the next
COLUMNS = (292, 412, 520)  # the layers, from left to right
MIDDLE, HEIGHT = 121, 252  # of a row


class Row:
    """One network: what the chosen neuron gets, three layers lit by their outputs, and the strongest wires."""

    def __init__(self, scene, bottom, title):
        width, high = scene.width, scene.height
        self.axes = axes = scene.figure.add_axes((0, bottom / high, 1, HEIGHT / high))
        axes.set(xlim=(0, width), ylim=(0, HEIGHT))
        axes.set_axis_off()
        self.title = axes.set_title(title, x=130 / width, y=1 - 20 / HEIGHT)
        self.places = [self._places(size) for size in (16, 16, 10)]
        self.wires = {}  # by whether they are thick, and by the sign of what comes
        for thick, points in enumerate(WIDTHS):
            for sign, dash, colour in ((1, "-", style.BLUE), (-1, "--", style.VERMILLION)):
                look = {"linestyle": dash, "color": colour, "linewidth": points}
                self.wires[thick, sign] = axes.add_patch(PathPatch(NO_WIRES, fill=False, **look))
        self.ends = np.concatenate([self._ends(layer) for layer in (1, 2)])
        self.layers = [self._layer(x, places) for x, places in zip(COLUMNS, self.places)]
        self.answers = [self._text(COLUMNS[2] + 27, y) for y in self.places[2]]
        for digit, y in enumerate(self.places[2]):
            axes.text(COLUMNS[2] + 12, y, str(digit), va="center", fontsize=10, color=style.GREY)
        (self.chosen,) = axes.plot([], [], "-", color=style.BLACK, linewidth=1.5)
        (self.said,) = axes.plot([], [], "<", color=style.BLACK, markersize=8)
        gets = scene.figure.add_axes((130 / width, (bottom + 76) / high, 112 / width, 112 / high))
        gets.set_title("weight × pixel", fontsize=10)
        self.gets = SignedImage(gets)
        self.sum = self._text(120, 60)
        scene.moves(self.title, *self.wires.values(), *self.layers, *self.answers)
        scene.moves(self.chosen, self.said, *self.gets.artists, self.sum)
        step = UNIT * self._apart(16)
        (middle,) = axes.plot([COLUMNS[0]], [MIDDLE], "", color=style.GREY)
        zero = COLUMNS[0], self.places[0][0] + step
        scene.handle(middle, y="neuron", scale=-1 / step, origin=lambda: zero, track=16 * step)

    def _places(self, size):
        """Return how high each neuron of a layer stands, the first one on top."""
        return MIDDLE + UNIT * self._apart(size) * ((size - 1) / 2 - np.arange(size))

    @staticmethod
    def _apart(size):
        return 3 if size == 16 else 4

    def _ends(self, layer):
        """Return where each wire into a layer begins and ends, in the order of its weights."""
        to, start = np.indices((len(self.places[layer]), len(self.places[layer - 1]))).reshape(2, -1)
        begin, end = (np.full(len(to), x) for x in (COLUMNS[layer - 1] + UNIT, COLUMNS[layer] - UNIT))
        starts, stops = (begin, self.places[layer - 1][start]), (end, self.places[layer][to])
        return np.stack([np.stack(starts, axis=-1), np.stack(stops, axis=-1)], axis=1)

    def _text(self, x, y):
        return self.axes.text(x, y, "", va="center", fontsize=10, color=style.BLACK)

    def _layer(self, x, places):
        """Draw a layer's neurons as empty boxes; return the image that lights them."""
        look = {"markerfacecolor": style.WHITE, "markeredgewidth": 1, "markersize": 12 / style.PIXEL}
        self.axes.plot(np.full(len(places), x), places, "s", color=style.GREY, **look)
        cells, top = self._apart(len(places)) * len(places), places[0] + UNIT
        image = ink(self.axes, style.BLACK, (cells, 1))
        image.set_extent((x - UNIT, x + UNIT, top - UNIT * cells, top))
        return image

    def show(self, ink, at, stack, title):
        """Send the picture through the network; return the outputs of its last layer. at: the chosen neuron."""
        outputs = [layer[:, 0] for layer in forward(stack, ink[:, np.newaxis])]
        self.title.set_text(title)
        for image, lit in zip(self.layers, outputs[1:]):
            rows = np.zeros((len(lit), self._apart(len(lit))))
            rows[:, :2] = lit[:, np.newaxis]
            image.set_data(rows.reshape(-1, 1))
        for text, output in zip(self.answers, outputs[-1]):
            text.set_text(f"{output:.2f}")
        self.said.set_data([COLUMNS[2] + 70], [self.places[2][outputs[-1].argmax()]])
        self._show_wires(stack, outputs)
        W, b = stack[0]
        products = W[at] * ink
        self.gets.show(products, np.abs(products).max())
        self.sum.set_text(f"z = {fixed(products.sum() + b[at])}, a = {fixed(outputs[1][at])}")
        self.chosen.set_data([244, COLUMNS[0] - UNIT - 2], [132, self.places[0][at]])
        return outputs[-1]

    def _show_wires(self, stack, outputs):
        """Draw the wires over which most comes, weight times output; the strongest of them thick."""
        sent = np.concatenate([(stack[layer][0] * outputs[layer]).ravel() for layer in (1, 2)])
        strongest = np.argpartition(np.abs(sent), -STRONGEST)[-STRONGEST:]
        sent, ends = sent[strongest], self.ends[strongest]
        thick = np.abs(sent) > np.abs(sent).max() / 2 + np.abs(sent).min() / 2
        for (width, sign), wires in self.wires.items():
            points = ends[(np.sign(sent) == sign) & (thick == width)].reshape(-1, 2)
            wires.set_path(Path(points, [Path.MOVETO, Path.LINETO] * (len(points) // 2)) if len(points) else NO_WIRES)


class TravelScene(Scene):
    """The picture, and its way through both networks."""

    width, height = 600, 530

    def build(self):
        picture = self.figure.add_axes((8 / self.width, 209 / self.height, 112 / self.width, 112 / self.height))
        draw_frame(picture)
        picture.set_title("The picture", fontsize=10)
        self.ink = self.moves(ink(picture, style.BLACK))
        self.rows = [Row(self, 276, "Before training"), Row(self, 18, "")]
        for y, dash, colour, does in ((36, "-", style.BLUE, "pushes up"), (14, "--", style.VERMILLION, "pushes down")):
            self.rows[1].axes.plot([8, 38], [y, y], dash, color=colour)
            self.rows[1].axes.text(44, y, does, va="center", fontsize=10)

    def show(self, ink, picture: int, digit: int, epochs: int, neuron: int, stacks: tuple) -> View:
        """Show a test picture on its way through two networks, before training and after so many epochs.

        picture: its number. digit: what it shows. neuron: the chosen one of the first layer, from 1.
        stacks: of both networks, a pair (weights, biases) for each layer.
        """
        self.ink.set_data(ink.reshape(SIDE, SIDE))
        trained = f"After {count(epochs, 'epoch')}"
        before, after = (
            row.show(ink, neuron - 1, stack, title)
            for row, stack, title in zip(self.rows, stacks, ("Before training", trained))
        )
        second, first = (int(at) for at in np.argsort(after)[-2:])
        return View(
            kind="A picture of a digit, and the outputs of each layer for it in two networks",
            caption=(
                f"Picture {picture:,}, a {digit}. Before training output {before.argmax()} is largest, "
                f"{fixed(before.max())}. {trained} output {first} is largest, {about(after[first])}, "
                f"which is {'right' if first == digit else 'wrong'}; the next is {second}, {about(after[second])}."
            ),
        )
