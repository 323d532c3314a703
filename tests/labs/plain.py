"""The numbers of every lab's caption, found a second time: by school arithmetic, without the core and its costs.

`TRUE` names a function for each lab: of the lab's state, and it returns what the caption must say, numbers or words.
"""

import math

import numpy as np
from plain_digits import draw, leading, nudge, train


def sigmoid(z):
    return 1 / (1 + math.exp(-z)) if z > -700 else 0.0


def halved(w, b):
    """Return the mean over both examples of half the squared error, and its slopes by w and b."""
    zero, one = sigmoid(b), sigmoid(w + b)
    by_zero, by_one = zero * zero * (1 - zero), (one - 1) * one * (1 - one)
    return (zero**2 + (one - 1) ** 2) / 4, by_one / 2, (by_zero + by_one) / 2


def rolled(w, b, rate, steps, turns=(1, 1)):
    for _ in range(steps):
        _, by_w, by_b = halved(w, b)
        w, b = w - rate * turns[0] * by_w, b - rate * turns[1] * by_b
    return w, b


def on_parabola(start, rate, steps):
    """Return each place of a descent on (w - 3)²."""
    places = [start]
    for _ in range(steps):
        places.append(places[-1] - rate * 2 * (places[-1] - 3))
    return places


def descent(learning_rate, initial_weight, steps):
    w = on_parabola(initial_weight, learning_rate, steps)[-1]
    return [initial_weight, abs(learning_rate), w, (initial_weight - 3) ** 2, (w - 3) ** 2]


def bias(bias, steps):
    start, turns = (0.0 if bias == "none" else 1.0), (1, 1 if bias == "learned" else 0)
    w, b = rolled(0.0, start, 1.0, steps, turns)
    return [w, b, sigmoid(b), sigmoid(w + b)]


def blind(w, learn, looks):
    if not looks:
        return ["No looks yet"]
    height, place = min((0.6 * (look - 4.7) ** 2 + 1.3, look) for look in looks)
    slope = [1.2 * (place - 4.7), "further right" if place < 4.7 else "further left"] if learn == "slope" else []
    return [len(looks), height, place, *slope, *([4.7, 1.3] if len(looks) == 6 else [])]


def bowl(rule, learning_rate, steps):
    u, v = 10.0, 1.0
    for _ in range(steps):
        by_u, by_v = (u, 25 * v) if rule == "gradient" else (np.sign(u), np.sign(25 * v))
        u, v = u - learning_rate * by_u, v - learning_rate * by_v
    off = math.degrees(math.atan2(25 * v, u) - math.atan2(v, u))
    return [u, v, (u * u + 25 * v * v) / 2, abs((off + 180) % 360 - 180)]


def closer(h):
    """In floats, and in their steps near 9, which are what this lab is about."""
    rise, hop = (h - 3) * (h - 3) - 9.0, 2.0**-49
    slope, hops = rise / h, round(-rise / hop)
    off = abs(slope + 6)
    told = [*(x if abs(x) > 0.00095 else leading(x, 3) for x in (h, rise)), slope]
    if off:
        told += [off if off > 0.00095 else leading(off, 1)]
    if hops == 0:
        return [*told, "have become the same number"]
    return [*told, hops, leading(hop, 2)] if hops < 100 else told


def compass(degrees, w, b):
    _, by_w, by_b = halved(w, b)
    angle, down = math.radians(degrees), round(math.degrees(math.atan2(-by_b, -by_w)), 1)
    return [w, b, degrees, by_w * math.cos(angle) + by_b * math.sin(angle), down, by_w, by_b, -math.hypot(by_w, by_b)]


def flat(start, steps):
    on_cube, on_plain, lost = start, start, None
    for step in range(1, steps + 1):
        on_cube -= 0.05 * 3 * on_cube * on_cube
        high = 1 / (1 + math.exp(10 * on_plain))
        on_plain -= 0.05 * -10 * high * (1 - high)
        if lost is None and not math.isfinite(on_cube * on_cube * on_cube):
            lost = step
    high = 1 / (1 + math.exp(10 * on_plain))
    told = [round(on_cube, 4), 3 * on_cube * on_cube] if lost is None else [f"from step {lost} on"]
    return [0.05, *told, round(on_plain, 4), round(high, 5), -10 * high * (1 - high)]


def identity(learning_rate, initial_weight, steps):
    w = initial_weight
    for _ in range(steps):
        a = sigmoid(w)
        w += learning_rate * (1 - a) * a * (1 - a)
    a = sigmoid(w)
    return [initial_weight, a, 0.5, sigmoid(initial_weight) if steps else -(1 - a) * a * (1 - a)]


def machine(learning_rate, steps):
    path = [(-3.0, 2.0)]
    for _ in range(steps):
        path.append(rolled(*path[-1], learning_rate, 1))
    costs, (w, b) = [halved(*knobs)[0] for knobs in path], path[-1]
    rises = [(step, *pair) for step, pair in enumerate(zip(costs, costs[1:]), 1) if pair[1] > pair[0]]
    told = [costs[0], costs[-1], *(rises[0] if rises else [])]
    return [-3, 2, sigmoid(b), sigmoid(w + b), *(thing if thing > 5e-5 else "below 0.0001" for thing in told)]


def neuron(w, measure):
    of = {"error": float, "absolute": abs, "square": lambda e: e * e, "half": lambda e: e * e / 2}[measure]
    losses = [of(0.5), of(sigmoid(w) - 1)]
    return [w, 0.5, sigmoid(w), *losses, sum(losses) / 2]


def order(examples, learning_rate, epochs):
    w = b = 0.0
    updates = epochs if examples == "batch" else 2 * epochs
    for _ in range(epochs):
        if examples == "batch":
            w, b = rolled(w, b, learning_rate, 1)
            continue
        for x in (0, 1) if examples == "zero" else (1, 0):
            a = sigmoid(w * x + b)
            slope = (a - x) * a * (1 - a)
            w, b = w - learning_rate * slope * x, b - learning_rate * slope
    return [updates, w, b, sigmoid(b), sigmoid(w + b), halved(w, b)[0]]


def power(n, x):
    n = float(n)
    return [x, x**n, n * x ** (n - 1)]


def race(learning_rate, stride, steps):
    size, sign = on_parabola(0.0, learning_rate, steps), [0.0]
    for _ in range(steps):
        sign.append(sign[-1] + stride * ((off := round(3 - sign[-1], 9)) > 0) - stride * (off < 0))
    if steps == 0:
        return [0, learning_rate, stride]
    for_ever = len(sign) > 2 and sign[-1] != sign[-2] and abs(sign[-1] - sign[-3]) < 1e-9
    return [0, learning_rate, stride, size[-1], abs(size[-1] - size[-2]), *sign[-2 if for_ever else -1 :]]


def rate(learning_rate, initial_weight, steps):
    _, _, w, _, cost = descent(learning_rate, initial_weight, steps)
    bounces = [6 - initial_weight] if learning_rate == 1 and steps and initial_weight != 3 else []
    return [initial_weight, learning_rate, 1 - 2 * learning_rate, w, cost, *bounces]


def secant(h, w):
    before, after = (w - 3) ** 2, (w + h - 3) ** 2
    return [w, h, w + h, before, after, after - before, 2 * (w - 3) + h]


def steepness(k, learning_rate):
    w, near = 0.0, []
    for step in range(301):
        near += [step] * (abs(w - 3) < 0.01)
        w -= learning_rate * 2 * k * (w - 3)
    there = near[0] if near else "still not within 0.01 after 300 steps"
    return [k, learning_rate, 1 - 2 * k * learning_rate, there, leading(1 / (2 * k), 3), leading(1 / k, 3)]


def trace(w, curve):
    cost, slope = {
        "bowl": ((w - 3) ** 2, 2 * (w - 3)),
        "lifted": ((w - 3) ** 2 + 1, 2 * (w - 3)),
        "wave": (7 + 5 * math.cos(math.pi * (w - 1) / 4), -5 * math.pi / 4 * math.sin(math.pi * (w - 1) / 4)),
    }[curve]
    way = "is flat" if abs(slope) < 1e-6 else "falls" if slope < 0 else "rises"
    return [round(cost, 2), round(slope, 2), way]


def well(w):
    """Return the height of the hill with two valleys, and its slope."""
    return (w * w - 1) * (w * w - 1) + 0.3 * w, 4 * w * (w * w - 1) + 0.3


def down_the_well(w, rate, steps):
    for _ in range(steps):
        w -= rate * well(w)[1]
    return w


def flat_place(low, high):
    """Return where the slope of the well is 0 between two places at which it has different signs."""
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if well(low)[1] * well(middle)[1] > 0 else (low, middle)
    return low


HILLTOP = flat_place(-0.5, 0.5)
BOTTOMS = {"left": flat_place(-1.6, -0.5), "right": flat_place(0.5, 1.6)}


def valley(start, learning_rate, steps):
    w = down_the_well(start, learning_rate, steps)
    cost, slope = well(w)
    if steps and slope == 0:
        return ["stands on the hilltop", round(cost, 4)]
    lefts = sum(down_the_well(-1.6 + 0.01 * number, learning_rate, 40) < HILLTOP for number in range(321))
    if steps == 0:
        return [round(cost, 4), round(slope, 4), f"{lefts} of the 321"]
    side = "left" if w < HILLTOP else "right"
    fate = f"it ends in the {side} valley" if abs(w - BOTTOMS[side]) < 5e-5 else f"it is {side} of the hilltop"
    return [fate, round(w, 4), round(cost, 4), f"{lefts} of the 321"]


def walk(learning_rate, w, b, presses):
    steps = min(round(sum(presses)), 500)
    there = w_now, b_now = rolled(w, b, learning_rate, steps)
    outputs = round(sigmoid(b_now), 3), round(sigmoid(w_now + b_now), 3)
    return [w, b, learning_rate, steps, *there, *halved(*there), *outputs]


def zoom(zoom, w):
    wide, high = 8.8 / zoom, 22 / zoom  # what the glass shows of the curve
    strays = []
    for number in range(-100, 101):
        run = number / 100 * wide / 2
        if abs((w + run - 3) ** 2 - (w - 3) ** 2) <= high / 2:
            strays.append(run * run)  # the curve, less its tangent
    return [round(w, 4), round(zoom, 2) if zoom > 1 else "not enlarged", 100 * max(strays) / high]


TRUE = {
    "BiasLab": bias,
    "BlindLab": blind,
    "BowlLab": bowl,
    "ChainLab": lambda a, w: [w, a * w - 3, 2 * (a * w - 3), 2 * (a * w - 3) * a, *([] if a == 1 else [a])],
    "CloserLab": closer,
    "CompassLab": compass,
    "DescentLab": descent,
    "DrawLab": draw,
    "FlatLab": flat,
    "HandLab": lambda w: [w, sigmoid(w), 0.5],
    "IdentityLab": identity,
    "KnobsLab": lambda w, b: [w, b, sigmoid(b), sigmoid(w + b), halved(w, b)[0]],
    "MachineLab": machine,
    "NeuronLab": neuron,
    "NudgeLab": nudge,
    "OrderLab": order,
    "PowerLab": power,
    "RaceLab": race,
    "RateLab": rate,
    "SecantLab": secant,
    "SigmoidLab": lambda z: [z, sigmoid(z), sigmoid(-z), sigmoid(z) * sigmoid(-z)],
    "SignLab": lambda sign, initial_weight, steps: descent(0.1 if sign == "minus" else -0.1, initial_weight, steps),
    "SquareLab": lambda w, h: [w, w + h, (w + h) ** 2 - w**2, 2 * w, h, 2 * w + h],
    "SteepnessLab": steepness,
    "TraceLab": trace,
    "TrainLab": train,
    "ValleyLab": valley,
    "WalkLab": walk,
    "ZoomLab": zoom,
}
