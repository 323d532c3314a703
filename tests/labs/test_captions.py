"""What a caption says is what plain arithmetic finds, done here a second time without the core."""

import math
import re

import numpy as np
import pytest

import helpers.labs
from helpers.labs.controls import Choice

ABOUT = r"(?P<minus>-?)10\^(?P<power>-?\d+)"
PLAIN = r"-?\d[\d,]*(?:\.(?P<decimals>\d+))?"


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
    return 3 + (start - 3) * (1 - 2 * rate) ** steps


def machine(learning_rate, steps):
    w, b = -3.0, 2.0
    for _ in range(steps):
        _, by_w, by_b = halved(w, b)
        w, b = w - learning_rate * by_w, b - learning_rate * by_b
    return [learning_rate, sigmoid(b), sigmoid(w + b)]


def identity(learning_rate, initial_weight, steps):
    w = initial_weight
    for _ in range(steps):
        a = sigmoid(w)
        w += learning_rate * (1 - a) * a * (1 - a)
    return [initial_weight, sigmoid(w)]


def bias(bias, steps):
    start, turns = (0.0 if bias == "none" else 1.0), (1, 1 if bias == "learned" else 0)
    w, b = rolled(0.0, start, 1.0, steps, turns)
    return [w, b, sigmoid(b), sigmoid(w + b)]


def order(examples, learning_rate, epochs):
    w = b = 0.0
    for _ in range(epochs):
        if examples == "batch":
            w, b = rolled(w, b, learning_rate, 1)
            continue
        for x in (0, 1) if examples == "zero" else (1, 0):
            a = sigmoid(w * x + b)
            slope = (a - x) * a * (1 - a)
            w, b = w - learning_rate * slope * x, b - learning_rate * slope
    return [w, b, sigmoid(b), sigmoid(w + b), halved(w, b)[0]]


def walk(learning_rate, w, b, presses):
    w, b = rolled(w, b, learning_rate, min(round(sum(presses)), 500))
    return [w, b, halved(w, b)[0]]


def bowl(rule, learning_rate, steps):
    u, v = 10.0, 1.0
    for _ in range(steps):
        by_u, by_v = (u, 25 * v) if rule == "gradient" else (np.sign(u), np.sign(25 * v))
        u, v = u - learning_rate * by_u, v - learning_rate * by_v
    return [u, v]


def power(n, x):
    n = float(n)
    return [x, x**n, n * x ** (n - 1)]


TRUE = {
    "BiasLab": bias,
    "BowlLab": bowl,
    "ChainLab": lambda a, w: [a * w - 3, 2 * (a * w - 3), a, 2 * (a * w - 3) * a],
    "DescentLab": lambda learning_rate, initial_weight, steps: [on_parabola(initial_weight, learning_rate, steps)],
    "HandLab": lambda w: [w, sigmoid(w), 0.5],
    "IdentityLab": identity,
    "KnobsLab": lambda w, b: [w, b, sigmoid(b), sigmoid(w + b), halved(w, b)[0]],
    "MachineLab": machine,
    "NeuronLab": lambda w, measure: [w, 0.5, sigmoid(w)],
    "OrderLab": order,
    "PowerLab": power,
    "RaceLab": lambda learning_rate, stride, steps: [on_parabola(0.0, learning_rate, steps), stride] if steps else [],
    "RateLab": lambda learning_rate, initial_weight, steps: [on_parabola(initial_weight, learning_rate, steps)],
    "SecantLab": lambda h, w: [w, h, w + h, (w - 3) ** 2, (w + h - 3) ** 2, 2 * (w - 3) + h],
    "SigmoidLab": lambda z: [z, sigmoid(z), sigmoid(-z), sigmoid(z) * sigmoid(-z)],
    "SignLab": lambda sign, initial_weight, steps: [
        on_parabola(initial_weight, 0.1 if sign == "minus" else -0.1, steps)
    ],
    "SquareLab": lambda w, h: [w + h, (w + h) ** 2 - w**2, 2 * w, h, 2 * w + h],
    "WalkLab": walk,
}


def told(caption):
    """Return from where to where each number of a caption may lie, after rounding."""
    ends = []
    for found in re.finditer(f"{ABOUT}|{PLAIN}", caption):
        if found["power"]:
            sign = -1 if found["minus"] else 1
            ends.append(sorted((sign * 10.0 ** int(found["power"]), sign * 10.0 ** (int(found["power"]) + 1))))
        else:
            value, decimals = float(found[0].replace(",", "")), len(found["decimals"] or "")
            # A number below 1,000 stands without decimals where the ones it would have are zeros.
            half = 0.5 * 10.0**-decimals if decimals or abs(value) >= 1000 else 0.0005
            ends.append((value - half, value + half))
    return ends


@pytest.mark.parametrize("name", TRUE)
def test_a_caption_says_what_plain_arithmetic_finds(name):
    lab, random = getattr(helpers.labs, name)(), np.random.default_rng(8)
    for _ in range(15):
        state = {}
        for control in lab.controls:
            if isinstance(control, Choice):
                state[control.name] = control.options[random.integers(len(control.options))][0]
            elif control.kind == "memory":
                state[control.name] = [float(x) for x in random.integers(1, 100, random.integers(4))]
            else:
                value = random.uniform(control.low, control.high)
                state[control.name] = round(value) if isinstance(control.step, int) else round(value, 3)
        lab.set(**state)
        for value in TRUE[name](**lab.state):
            there = any(low - 1e-9 <= value <= high + 1e-9 for low, high in told(lab.caption))
            assert there, f"{value} is not in: {lab.caption} {lab.state}"
