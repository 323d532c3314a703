"""One example's way through a network of two layers and back again, as a list of steps that each do one thing."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

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


@cache  # a picture asks for it a hundred times
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


@dataclass(frozen=True)
class Walk:
    """A network of sigmoid neurons, one example, and how far it is computed.

    weights, biases: of both layers, as the network has them. activations: inputs, outputs of both layers.
    slopes: of the weights. deltas: of the neurons, which are the slopes of the biases. targets: of the outputs.
    step: how many steps are done, from 1. nudge: how far the knob of this step is nudged to both sides, or 0;
    losses: the loss up there, here and down there.
    """

    weights: tuple
    biases: tuple
    activations: tuple
    slopes: tuple
    deltas: tuple
    targets: tuple
    step: int
    nudge: float
    losses: tuple

    @property
    def sizes(self) -> tuple:
        """How many inputs, hidden neurons and outputs there are."""
        return tuple(len(layer) for layer in self.activations)

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps there are."""
        return steps_of(self.sizes)

    @property
    def now(self) -> Step:
        """The step at work."""
        return self.steps[self.step - 1]

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


def short(value: float) -> str:
    """Return a number with as many decimals as there is room for in a picture: 0.03125, −0.0887, 5.3 · 10⁻⁵."""
    value = float(value) + 0.0
    if 0 < abs(value) < 0.00095:
        return scientific(value, 2)
    text = trimmed(value, 6)
    return text if len(text.lstrip(MINUS)) <= 7 else trimmed(value, 4)


def times(*factors: float) -> str:
    """Return factors as a product, in brackets where a minus sign would follow a dot: −1·(−0.125)."""
    first, *others = map(short, factors)
    return "·".join([f"({first})" if " " in first else first, *map(_bracketed, others)])


def added(*terms: float) -> str:
    """Return terms as a sum: 0.125 + (−0.375)."""
    return sum_of(map(short, terms))


def sum_of(terms: Iterable[str]) -> str:
    """Return texts as a sum, in brackets where a minus sign would follow a plus."""
    first, *others = terms
    return " + ".join([first, *map(_bracketed, others)])


def _bracketed(text: str) -> str:
    return f"({text})" if text.startswith(MINUS) or " " in text else text
