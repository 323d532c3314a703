"""The numbers of lesson 09's captions, found without the core: each layer one product, each slope one difference.

Taken as they are: the digits, the start of a network, and the knobs after each epoch of a training.
"""

import numpy as np

from helpers.core import Network, load_digits
from helpers.labs.digits import training
from helpers.labs.draw import centred

SIZES = (784, 16, 16, 10)


def leading(value, digits):
    """Return a number with so many of its digits."""
    return float(f"{value:.{digits}g}")


def outputs(parameters, pictures):
    """Return what the network answers. Each neuron's weights stand together, its bias after them."""
    for before, neurons in zip(SIZES, SIZES[1:]):
        rows, parameters = np.split(parameters, [neurons * (before + 1)])
        rows = rows.reshape(neurons, before + 1)
        pictures = 1 / (1 + np.exp(-(pictures @ rows[:, :-1].T + rows[:, -1])))
    return pictures


def mean_cost(parameters, pictures, targets):
    return np.mean(np.sum((outputs(parameters, pictures) - targets) ** 2, axis=1) / 2)


def part_right(parameters, pictures, targets):
    return np.mean(outputs(parameters, pictures).argmax(axis=1) == targets.argmax(axis=1))


def at_least(output):
    """Return an output as the caption says it."""
    under = [limit for limit in (0.1, 0.3, 0.5, 0.7) if output < limit]
    return f"below {under[0]}" if under else "above 0.7"


def draw(picture, drawing):
    pictures, targets = load_digits()[1]
    ink, digit = pictures[picture - 1], targets[picture - 1].argmax()
    if drawing:
        ink, digit = centred([*drawing, *[0.0] * (784 - len(drawing))]), None
    answers = outputs(training("scaled", 3.0).network(3).parameters, ink)
    second, first = np.argsort(answers)[-2:]
    verdict = "only you know" if digit is None else ", right;" if first == digit else f"and it is a {digit}"
    says = f"the network says {first} with an output {at_least(answers[first])}"
    return [says, verdict, f"next is {second}, {at_least(answers[second])}", "Your drawing" if drawing else picture]


def place(knob):
    """Return where a knob sits, counting through the layers neuron by neuron."""
    rest = knob - 1
    for layer, (before, neurons) in enumerate(zip(SIZES, SIZES[1:])):
        if rest < neurons * (before + 1):
            neuron, source = rest // (before + 1), rest % (before + 1)
            to = f"output {neuron}" if layer == 2 else f"hidden neuron {layer + 1}.{neuron + 1}"
            pixel = f"pixel (row {source // 28 + 1}, column {source % 28 + 1})"
            origin = f"hidden neuron {layer}.{source + 1}" if layer else pixel
            return f"the bias of {to}:" if source == before else f"the weight from {origin} to {to}:"
        rest -= neurons * (before + 1)


def nudge(knob, nudge):
    (x, y), _ = load_digits()
    parameters = Network(SIZES).parameters

    def turned(by):
        return mean_cost(np.where(np.arange(13_002) == knob - 1, parameters + by, parameters), x[:100], y[:100])

    slope = (turned(1e-4) - turned(-1e-4)) / 2e-4
    neuron, pixel = divmod(knob - 1, 785)
    if neuron < 16 and pixel < 784 and not x[:100, pixel].any():
        return [knob, place(knob), "blank in all 100 pictures, so its slope is 0"]
    if nudge == 0:
        return [knob, place(knob), slope]
    return [knob, place(knob), nudge, slope * nudge, turned(nudge) - turned(0)]


def train(start, learning_rate, epochs):
    (x, y), test = load_digits()
    after = [training(start, float(learning_rate)).network(epoch).parameters for epoch in range(epochs + 1)]
    costs = [mean_cost(parameters, x, y) for parameters in after]
    tenths = f"about {round(10 * part_right(after[-1], *test))} in 10"
    begin = [float(learning_rate), costs[0], tenths, f"from {start} weights"]
    if epochs == 0:
        return begin
    rose = sum(later > 1.01 * before for before, later in zip(costs, costs[1:]))
    rises = {0: "; about", 1: "rising once on", 2: "rising twice on"}.get(rose, "times on the way")
    ahead = part_right(after[-1], x, y) > part_right(after[-1], *test) + 0.02
    return [
        *begin,
        leading(costs[-1], 1),
        rises,
        "and more of" if ahead else "about as many of",
    ]
