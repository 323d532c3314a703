"""What is said at each step of the way forward and back: the caption, the formula, the sum at a neuron, the table."""

from helpers.pictures.backprop_trace import (
    HIDDEN,
    OUTPUT,
    BackpropTrace,
    product_in_text,
    rounded,
    sum_in_text,
    sum_of,
)
from helpers.pictures.formatting import scientific, trimmed

NEARLY_FLAT = 0.03  # a neuron whose a (1 - a) is below this, of at most 0.25, counts as saturated


class Names:
    """What inputs, neurons and knobs are called; with one of a kind, by a letter without a number."""

    def __init__(self, sizes):
        self.sizes = sizes

    def input(self, at) -> str:
        """The name of an input."""
        return "x" if self.sizes[0] == 1 else f"x{'₁₂'[at]}"

    def neuron(self, layer, at) -> str:
        """The name of a neuron."""
        kind = ("hidden", "output")[layer]
        return kind if self.sizes[layer + 1] == 1 else f"{kind} {at + 1}"

    def in_sentence(self, layer, at) -> str:
        """The same in a sentence."""
        name = self.neuron(layer, at)
        return {"hidden": "the hidden neuron", "output": "the output"}.get(name, name)

    def weight(self, layer, to, start) -> str:
        """The name of a weight."""
        if self.sizes[layer] == 2:
            return f"{self.input(start) if layer == HIDDEN else self.neuron(HIDDEN, start)} to {self.neuron(layer, to)}"
        return "wv"[layer] + ("₁₂"[to] if self.sizes[layer + 1] == 2 else "")

    def knob(self, step) -> str:
        """The name of the knob of a step: the weight of its wire, or the bias of its neuron."""
        if step.start is None:
            return f"the bias of {self.in_sentence(step.layer, step.to)}"
        name = self.weight(step.layer, step.to, step.start)
        return f"the weight from {name}" if " to " in name else name


def worked(data: BackpropTrace) -> str:
    """Return the product at work on a wire."""
    step = data.now
    weight = data.weights[step.layer][step.to, step.start]
    came_in, delta = data.activations[step.layer][step.start], data.deltas[step.layer][step.to]
    if step.kind == "product":
        return f"{product_in_text(weight, came_in)} = {rounded(weight * came_in)}"
    if step.kind == "sent":
        return f"{product_in_text(weight, delta)} = {rounded(weight * delta)}"
    return f"{product_in_text(delta, came_in)} = {rounded(delta * came_in)}"


def summed(data: BackpropTrace, layer: int, at: int) -> tuple[str, str]:
    """Return what stands at a neuron: the sum of what has come in going forward, and that of the way back, or its δ."""
    starts = [start for start in range(data.sizes[layer]) if data.done("product", layer, at, start)]
    forward = back = ""
    if data.done("error" if layer == OUTPUT else "delta", layer, at):
        back = f"δ = {rounded(data.deltas[layer][at])}"
    elif layer == HIDDEN and (came := _came_back(data, at)):
        back = sum_in_text(*came) + (f" = {rounded(sum(came))}" if len(came) > 1 else "")
    elif data.done("output", layer, at):
        forward = f"z = {rounded(data.z(layer, at))}"
    elif starts:
        forward = sum_in_text(*(data.product(layer, at, start) for start in starts))
    return forward, back


def _came_back(data, at) -> list:
    return [data.sent(to, at) for to in range(data.sizes[2]) if data.done("sent", OUTPUT, to, at)]


def caption(data: BackpropTrace, names: Names) -> str:
    """Return what happens at this step, or what the nudge does to the loss."""
    begin = f"Step {data.step} of {len(data.steps)}"
    if data.nudge:
        return f"{begin}: {_nudged(data, names)}"
    return f"{begin}: {CAPTION_OF[data.now.kind](data, names)}"


def _nudged(data, names) -> str:
    up, _, down = map(scientific, data.losses)
    begin = f"nudging {names.knob(data.now)} up by {data.nudge:g} gives a loss of {up}, down {down}."
    per_unit, slope = rounded(data.measured), rounded(data.slope)
    if abs(data.measured - data.slope) <= 0.002 * abs(data.slope) + 1e-9:
        return f"{begin} Per unit that is {per_unit}: the slope of the walk."
    return f"{begin} Per unit that is {per_unit}, not the walk's slope {slope}: on so long a way the loss bends."


def _product(data, names) -> str:
    step = data.now
    start = names.input(step.start) if step.layer == HIDDEN else names.in_sentence(HIDDEN, step.start)
    return f"{start} sends {worked(data)} forward to {names.in_sentence(step.layer, step.to)}."


def _output(data, names) -> str:
    layer, to = data.now.layer, data.now.to
    z, a = data.z(layer, to), data.activations[layer + 1][to]
    name, flat = names.in_sentence(layer, to), _flat(data, layer, to)
    return f"{name} adds its bias, z = {rounded(z)}, and squashes: a = {trimmed(a)}.{flat}"


def _flat(data, layer, to) -> str:
    own = data.own_slope(layer, to)
    return f" It is saturated: a(1 − a) is {rounded(own)}." if own < NEARLY_FLAT else ""


def _error(data, names) -> str:
    to = data.now.to
    a, y, own = data.activations[2][to], data.targets[to], data.own_slope(OUTPUT, to)
    return (
        f"{names.in_sentence(OUTPUT, to)} says {trimmed(a)} and should say {y:g}. "
        f"The error {rounded(a - y)} times a(1 − a), "
        f"{rounded(own)}, is its δ, {rounded(data.deltas[OUTPUT][to])}.{' It is saturated.' * (own < NEARLY_FLAT)}"
    )


def _slope(data, names) -> str:
    step = data.now
    name = names.weight(step.layer, step.to, step.start)
    size = data.slopes[step.layer][step.to, step.start]
    turn = "so the weight should go down" if size > 0 else "so the weight should go up" if size < 0 else "so it stays"
    return f"the slope of {name} is δ times what came in, {worked(data)}, {turn}."


def _sent(data, names) -> str:
    step = data.now
    begin = f"{names.in_sentence(OUTPUT, step.to)} sends {worked(data)} back to {names.in_sentence(HIDDEN, step.start)}"
    if step.to == 0:
        return f"{begin}{'' if data.sizes[2] == 1 else '; the other path comes next'}."
    first = data.sent(0, step.start)
    total = first + data.sent(1, step.start)
    return f"{begin}; with {rounded(first)} from {names.in_sentence(OUTPUT, 0)} the sum is {rounded(total)}."


def _delta(data, names) -> str:
    at = data.now.to
    came = [data.sent(to, at) for to in range(data.sizes[2])]
    own, delta = data.own_slope(HIDDEN, at), data.deltas[HIDDEN][at]
    if len(came) == 1:
        return f"the hidden δ is {product_in_text(sum(came), own)} = {rounded(delta)}{_turned(data)}."
    total = f"two paths, {rounded(came[0])} and {rounded(came[1])}, make {rounded(sum(came))}"
    alone = f"The first path alone would say {rounded(came[0] * own)}."
    return f"{total}; times {rounded(own)}, δ is {rounded(delta)}. {alone}{_flat(data, HIDDEN, at)}"


def _turned(data) -> str:
    v, delta = data.weights[OUTPUT][0, 0], data.deltas[HIDDEN][0]
    if v == 0:
        return ": over v = 0 nothing comes back"
    if data.own_slope(HIDDEN, 0) < NEARLY_FLAT:
        return f", next to nothing: the hidden neuron is saturated, a(1 − a) = {rounded(data.own_slope(HIDDEN, 0))}"
    sign, error = ("positive" if delta > 0 else "negative"), data.activations[2][0] - data.targets[0]
    if v > 0:
        return f", {sign} as the output's: v = {rounded(v)} keeps the sign"
    return f", {sign} although the answer is too {'small' if error < 0 else 'large'}: v = {rounded(v)} turns it round"


CAPTION_OF = {"product": _product, "output": _output, "error": _error, "slope": _slope, "sent": _sent, "delta": _delta}


def formula(data: BackpropTrace) -> str:
    """Return the rule of this step with the current numbers in it."""
    step, say = data.now, scientific
    if data.nudge:
        up, _, down = data.losses
        return f"({say(up)} − {say(down)}) / {2 * data.nudge:g} = {say(data.measured)}; by the walk {say(data.slope)}"
    if step.kind == "output":
        z, a = data.z(step.layer, step.to), data.activations[step.layer + 1][step.to]
        return f"a = σ({rounded(z)}) = {trimmed(a)}"
    delta = data.deltas[step.layer][step.to]
    if step.kind == "error":
        a, own = data.activations[2][step.to], data.own_slope(OUTPUT, step.to)
        return f"δ = (a − y)·a(1 − a) = {product_in_text(a - data.targets[step.to], own)} = {say(delta)}"
    if step.kind == "delta":
        deltas, own = data.deltas[OUTPUT], data.own_slope(HIDDEN, step.to)
        ways = sum_of(product_in_text(data.weights[OUTPUT][to, step.to], delta) for to, delta in enumerate(deltas))
        return f"δ = ({ways})·{rounded(own)} = {say(delta)}"
    rule = {"product": "weight · what comes in", "sent": "weight · δ", "slope": "slope = δ · what came in"}[step.kind]
    return f"{rule}: {worked(data)}"


def table(data: BackpropTrace, names: Names) -> tuple:
    """Return every knob with its value and its slope, blank where the walk has not come yet."""
    rows = []
    for layer in (HIDDEN, OUTPUT):
        for to in range(data.sizes[layer + 1]):
            for start in range(data.sizes[layer]):
                known = data.done("slope", layer, to, start)
                slope = scientific(data.slopes[layer][to, start]) if known else ""
                rows.append((names.weight(layer, to, start), trimmed(data.weights[layer][to, start]), slope))
            known = data.done("error" if layer == OUTPUT else "delta", layer, to)
            slope = scientific(data.deltas[layer][to]) if known else ""
            rows.append((f"bias of {names.neuron(layer, to)}", trimmed(data.biases[layer][to]), slope))
    return (("knob", "value", "slope"), *rows)
