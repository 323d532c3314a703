"""A network of two layers with a number on every wire: black and solid the way forward, vermillion and dashed back."""

import numpy as np
from matplotlib.patches import Rectangle

from helpers.pictures import style
from helpers.pictures.back_captions import Names, caption, formula, summed, table, worked
from helpers.pictures.backprop_trace import HIDDEN, OUTPUT, BackpropTrace, Step, rounded, steps_of
from helpers.pictures.formatting import trimmed
from helpers.pictures.picture import View
from helpers.pictures.scene import Scene

# All lengths are in pixels, and all pairs stand for the way forward and the way back.
RADIUS = 29  # of a neuron
SQUARE = 22  # half the side of an input
COLUMNS = (32, 276, 512)  # inputs, hidden neurons, outputs
TITLE, ABOVE, BELOW = 26, 100, 128  # room for the title, for words above the first row and below the last
ASIDE = (0, 6)  # the way back lies beside the wire
LINE, DIGIT = 18, 8  # from one line of words to the next, from one digit to the next
COLOURS, DASHES = (style.BLACK, style.VERMILLION), ("-", "--")
LABELS = ("forward, with the weights", "back, with the slopes")


class NetworkLayout:
    """Where inputs, neurons and wires are, for a network of these sizes, and on which side of a neuron its words."""

    def __init__(self, sizes, height):
        self.sizes = sizes
        high = height - TITLE - ABOVE
        rows = {1: [(BELOW + high) / 2], 2: [high, BELOW]}
        self.places = [[np.array([x, y]) for y in rows[size]] for x, size in zip(COLUMNS, sizes)]
        self.sides = [[1 if size == 2 and at == 0 else -1 for at in range(size)] for size in sizes]
        self.wires = [
            (layer, to, start)
            for layer in (HIDDEN, OUTPUT)
            for to in range(sizes[layer + 1])
            for start in range(sizes[layer])
        ]

    def ends(self, wire, aside=0):
        """Return where a wire begins and ends, at the edges of what it joins, or so far aside from it."""
        layer, to, start = wire
        begin, end = self.places[layer][start], self.places[layer + 1][to]
        way = (end - begin) / np.hypot(*(end - begin))
        across = aside * np.array([way[1], -way[0]])
        away = RADIUS if layer == OUTPUT else SQUARE / np.abs(way).max()
        return np.array([begin + away * way + across, end - RADIUS * way + across])

    def label(self, wire):
        """Return the middle of a wire; of one that crosses another, a place near its start."""
        begin, end = self.ends(wire)
        return begin + (0.24 if self.crosses(wire) else 0.5) * (end - begin)

    def crosses(self, wire) -> bool:
        """Whether a wire crosses another."""
        layer, to, start = wire
        return self.sizes[layer] == 2 and to != start

    def beside(self, column, at, line):
        """Return where a line of words about a neuron stands, and how it is aligned there."""
        x, y = self.places[column][at]
        y = y + self.sides[column][at] * (RADIUS + 12 + line * LINE)
        if column == 2:
            return (594, y), "right"
        forks = column == 1 and self.sizes[1:] == (1, 2)  # then a wire leads off below the words
        return ((x + RADIUS / 3, y), "right") if forks else ((x, y), "center")


class BackScene(Scene):
    """The network, up to the step at work. sizes: of the network."""

    width, height = 600, 456

    def __init__(self, sizes):
        self.height = self.height if max(sizes) > 1 else 250
        self.names, self.layout = Names(sizes), NetworkLayout(sizes, self.height)
        super().__init__()

    def build(self):
        self.axes = axes = self.figure.add_axes((0, 0, 1, 1 - TITLE / self.height))
        axes.set(xlim=(0, self.width), ylim=(0, self.height - TITLE))
        axes.set_title("Forward and back through the network", x=0.015)
        axes.axis("off")
        self._build_ways()
        self._build_wires()
        self._build_neurons()
        self._build_work()
        for order, artist in enumerate(self.moving):  # matplotlib would draw patches first, and wires over numbers
            artist.set_zorder(10 + order)

    def _build_ways(self):
        for wire in self.layout.wires:
            self.axes.plot(*self.layout.ends(wire).T, "-", color=style.PALE, linewidth=1.5)
        looks = list(zip(COLOURS, DASHES))
        self.ways = [
            self.axes.plot([], [], dash, color=colour, linewidth=1.5, label=label)[0]
            for (colour, dash), label in zip(looks, LABELS)
        ]
        self.thick = [self.axes.plot([], [], dash, color=colour, linewidth=4)[0] for colour, dash in looks]
        self.axes.legend(loc="lower left", ncols=2)
        self.moves(*self.ways, *self.thick)

    def _build_wires(self):
        self.grounds, self.weights, self.slopes = {}, {}, {}
        steps = steps_of(self.layout.sizes)
        for wire in self.layout.wires:
            place = self.layout.label(wire)
            self.grounds[wire] = self.moves(self._box(style.WHITE, 0))
            self.weights[wire] = self.moves(self._text(place, style.BLACK, weight="bold"))
            self.slopes[wire] = self.moves(self._text(place - (0, LINE / 2), style.VERMILLION))
            self.handle(self.weights[wire], press=("step", steps.index(Step("slope", *wire)) + 1))

    def _build_neurons(self):
        self.values, self.own, self.sums, self.titles, self.targets = {}, {}, {}, {}, {}
        for column, places in enumerate(self.layout.places):
            marker, size = ("o", RADIUS) if column else ("s", SQUARE)
            look = {"color": style.BLACK, "markersize": 2 * size / style.PIXEL, "markerfacecolor": style.WHITE}
            for at, place in enumerate(places):
                self.axes.plot(*place, marker, **look)
                self.values[column, at] = self.moves(self._text(place, style.BLACK, fontsize=11))
                if column:
                    self.own[column, at] = self.moves(self._words(column, at, 0, style.GREY))
                    self.sums[column, at] = self.moves(*(self._words(column, at, 1, colour) for colour in COLOURS))
                    self.titles[column, at] = self.moves(self._words(column, at, 2, style.GREY))
                else:
                    self._words(column, at, 0, style.GREY).set_text(self.names.input(at))
        outputs = self.layout.places[2]
        for at, place in enumerate(outputs):
            self.targets[at] = self.moves(self._text(place + (RADIUS + 8, 0), style.GREY, ha="left"))
        between = np.mean([y for _, y in outputs]) if len(outputs) > 1 else outputs[0][1] + RADIUS + 14
        self.loss = self.moves(self._text((594, between), style.BLACK, ha="right"))

    def _build_work(self):
        around = {"markersize": (2 * RADIUS + 8) / style.PIXEL, "markerfacecolor": "none", "markeredgewidth": 3.5}
        self.rings = [self.axes.plot([], [], "o", color=colour, **around)[0] for colour in COLOURS]
        self.boxes = [self._box(colour, 2) for colour in COLOURS]
        self.works = [self._text((0, 0), colour) for colour in COLOURS]
        self.moves(*self.rings, *self.boxes, *self.works)

    def _text(self, place, colour, **look):
        return self.axes.text(*place, "", color=colour, **{"va": "center", "ha": "center", "fontsize": 10} | look)

    def _words(self, column, at, line, colour):
        place, aligned = self.layout.beside(column, at, line)
        return self._text(place, colour, ha=aligned)

    def _box(self, edge, width):
        return self.axes.add_patch(Rectangle((0, 0), 0, 0, facecolor=style.WHITE, edgecolor=edge, linewidth=width))

    def show(self, walk: BackpropTrace) -> View:
        for wire in self.layout.wires:
            self._show_wire(walk, wire)
        self._show_ways(walk)
        self._show_neurons(walk)
        for way in range(2):
            self._show_work(walk, way, at_work=walk.now.backward == way)
        return View(
            kind="Network with a number on every wire",
            caption=caption(walk, self.names),
            formula=formula(walk),
            table=table(walk, self.names),
        )

    def _show_wire(self, data, wire):
        layer, to, start = wire
        place, known = self.layout.label(wire), data.done("slope", *wire)
        boxed = data.now == Step(data.now.kind, *wire) and not self.layout.crosses(wire)  # its box lies on the label
        weight = "" if boxed else rounded(data.weights[layer][to, start])
        slope = rounded(data.slopes[layer][to, start]) if known and not boxed else ""
        self.weights[wire].set_text(weight)
        self.weights[wire].set_position(place + (0, LINE / 2 if slope else 0))
        self.slopes[wire].set_text(slope)
        _frame(self.grounds[wire], place, DIGIT * max(len(weight), len(slope)) + 12, LINE * (1 + bool(slope)))

    def _show_ways(self, data):
        gone = [wire for wire in self.layout.wires if data.done("product", *wire)]
        came = [wire for wire in self.layout.wires if data.done("slope", *wire) or data.done("sent", *wire)]
        for line, wires, aside in zip(self.ways, (gone, came), ASIDE):
            gaps = [np.vstack([self.layout.ends(wire, aside), [[np.nan, np.nan]]]) for wire in wires]
            line.set_data(*(np.vstack(gaps).T if gaps else ([], [])))

    def _show_neurons(self, data):
        for (column, at), value in self.values.items():
            known = column == 0 or data.done("output", column - 1, at)
            value.set_text(trimmed(data.activations[column][at]) if known else "")
        for (column, at), title in self.titles.items():
            layer = column - 1
            own = f"a(1 − a) = {rounded(data.own_slope(layer, at))}"
            self.own[column, at].set_text(own if data.done("output", layer, at) else "")
            for words, said in zip(self.sums[column, at], summed(data, layer, at)):
                words.set_text(said)
            title.set_text(f"{self.names.neuron(layer, at)}, bias {trimmed(data.biases[layer][at])}")
        for at, target in self.targets.items():
            target.set_text(f"y = {data.targets[at]:g}")
        answered = all(data.done("output", OUTPUT, at) for at in self.targets)
        self.loss.set_text(f"loss {rounded(data.losses[1])}" if answered else "")

    def _show_work(self, data, way, at_work):
        """Make the wire at work thick and box its product, or ring the neuron at work; empty where nothing is."""
        step = data.now
        wire = (step.layer, step.to, step.start) if at_work and step.start is not None else None
        ends = self.layout.ends(wire, ASIDE[way]) if wire else np.empty((0, 2))
        ring = [self.layout.places[step.layer + 1][step.to]] if at_work and not wire else np.empty((0, 2))
        said = worked(data) if wire else ""
        middle = ends.mean(axis=0) if wire else np.zeros(2)
        self.thick[way].set_data(*ends.T)
        self.rings[way].set_data(*np.transpose(ring))
        self.works[way].set_text(said)
        self.works[way].set_position(middle)
        _frame(self.boxes[way], middle, DIGIT * len(said) + 8 if said else 0, 26 if said else 0)


def _frame(box, middle, width, height):
    box.set_bounds(*(middle - (width / 2, height / 2)), width, height)
