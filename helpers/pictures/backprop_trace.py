"""One example's way through a network of two layers and back again, as a list of steps that each do one thing."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from helpers.core import Network
from helpers.core.backpropagation import forward
from helpers.core.layers import layers
from helpers.pictures.formatting import MINUS, scientific, trimmed

HIDDEN, OUTPUT = 0, 1  # the two layers


@dataclass(frozen=True)
class Step:
    """One thing that is computed. kind: "product", "output", "error", "slope", "sent" or "delta".

    layer: HIDDEN or OUTPUT, that of the neuron `to`. to: the neuron at the end of the wire, or the one at work.
    start: the neuron or input at the wire's start; None where no wire is at work.
    """

    kind: str
    layer: int
    to: int
    start: int | None = None

    @property
    def backward(self) -> bool:
        """Whether the step belongs to the way back."""
        return self.kind not in ("product", "output")


def steps_of(sizes: tuple) -> tuple[Step, ...]:
    """Return all steps for a network of these sizes: forward, δ and slopes of the outputs, back, slopes of the rest."""
    inputs, hidden, outputs = map(range, sizes)
    steps: list[Step] = []
    for layer, starts, ends in ((HIDDEN, inputs, hidden), (OUTPUT, hidden, outputs)):
        for to in ends:
            steps += [*(Step("product", layer, to, start) for start in starts), Step("output", layer, to)]
    steps += [Step("error", OUTPUT, to) for to in outputs]
    steps += [Step("slope", OUTPUT, to, start) for to in outputs for start in hidden]
    for neuron in hidden:
        steps += [*(Step("sent", OUTPUT, to, neuron) for to in outputs), Step("delta", HIDDEN, neuron)]
    return (*steps, *(Step("slope", HIDDEN, to, start) for to in hidden for start in inputs))


class BackpropTrace:
    """A network of sigmoid neurons in two layers, one example x with its targets y, and how far it is computed.

    step: how many steps are done, from 1. nudge: how far the knob of this step is nudged to both sides, or 0.
    """

    def __init__(self, network: Network, x, y, step: int, nudge: float):
        self.sizes, self.targets, self.step, self.nudge = network.sizes, y, step, nudge
        self.steps = steps_of(self.sizes)
        self.now = self.steps[step - 1]
        self.weights, self.biases = zip(*network.layers)
        self.activations = [layer[:, 0] for layer in forward(network.layers, np.array([x]).T)]
        # With one example, the δ of a neuron is the slope of its bias.
        self.slopes, self.deltas = zip(*layers(network.gradient([x], [y]), self.sizes, biases=True))
        self.losses = self._losses(network, x, y)

    def _losses(self, network, x, y) -> tuple:
        """Return the loss with the knob of this step nudged up, as it is, and nudged down."""
        at = self.now
        table, biases = layers(np.arange(network.parameters.size), self.sizes, biases=True)[at.layer]
        moved = np.tile(network.parameters, (3, 1))
        moved[:, biases[at.to] if at.start is None else table[at.to, at.start]] += self.nudge, 0, -self.nudge
        return tuple(network.cost_on([x], [y]).value(moved).tolist())

    def done(self, kind: str, layer: int, to: int, start: int | None = None) -> bool:
        """Whether a step has been taken."""
        return Step(kind, layer, to, start) in self.steps[: self.step]

    def product(self, layer: int, to: int, start: int) -> float:
        """What a wire brings forward: its weight times what comes in."""
        return float(self.weights[layer][to, start] * self.activations[layer][start])

    def sent(self, to: int, start: int) -> float:
        """What output `to` sends back over its wire to hidden neuron `start`: the weight times its δ."""
        return float(self.weights[OUTPUT][to, start] * self.deltas[OUTPUT][to])

    def z(self, layer: int, to: int) -> float:
        """What a neuron squashes."""
        return float(self.weights[layer][to] @ self.activations[layer] + self.biases[layer][to])

    def own_slope(self, layer: int, to: int) -> float:
        """How steep the sigmoid is where a neuron stands: a (1 - a)."""
        a = float(self.activations[layer + 1][to])
        return a * (1 - a)

    @property
    def measured(self) -> float:
        """The slope of the knob at work, as nudging it finds it."""
        up, _, down = self.losses
        return (up - down) / (2 * self.nudge)

    @property
    def slope(self) -> float:
        """The slope of the knob at work, as the walk finds it: of its wire's weight, or of its neuron's bias."""
        step = self.now
        if step.start is None:
            return float(self.deltas[step.layer][step.to])
        return float(self.slopes[step.layer][step.to, step.start])


def rounded(value: float) -> str:
    """Return a number with as many decimals as there is room for in a picture: 0.03125, −0.0887, 5.3 · 10⁻⁵."""
    value = float(value) + 0.0
    if 0 < abs(value) < 0.00095:
        return scientific(value, 2)
    text = trimmed(value, 6)
    return text if len(text.lstrip(MINUS)) <= 7 else trimmed(value, 4)


def product_in_text(*factors: float) -> str:
    """Return factors as a product, in brackets where a minus sign would follow a dot: −1·(−0.125)."""
    first, *others = map(rounded, factors)
    return "·".join([f"({first})" if " " in first else first, *map(_bracketed, others)])


def sum_in_text(*terms: float) -> str:
    """Return terms as a sum: 0.125 + (−0.375)."""
    return sum_of(map(rounded, terms))


def sum_of(terms: Iterable[str]) -> str:
    """Return texts as a sum, in brackets where a minus sign would follow a plus."""
    first, *others = terms
    return " + ".join([first, *map(_bracketed, others)])


def _bracketed(text: str) -> str:
    return f"({text})" if text.startswith(MINUS) or " " in text else text
