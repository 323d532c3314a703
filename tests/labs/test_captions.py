"""What a caption says is what plain arithmetic finds, done a second time in plain.py without the core."""

import re

import numpy as np
import pytest
from plain import TRUE
from states import random_state

import helpers.labs

POWER = r"(?P<about>about )?(?:(?P<mantissa>-?\d(?:\.\d+)?) · )?(?P<minus>-?)10\^(?P<power>-?\d+)"
PLAIN = r"-?\d[\d,]*(?:\.(?P<decimals>\d+))?"
COUNTS = "no one two three four five six seven eight nine ten eleven twelve".split()
STATES = {"TrainLab": 2}  # beside the first one and those of the buttons


def told(caption):
    """Return from where to where each number of a caption may lie, after rounding."""
    ends = [(COUNTS.index(word), COUNTS.index(word)) for word in re.findall(r"\w+", caption.lower()) if word in COUNTS]
    for found in re.finditer(f"{POWER}|{PLAIN}", caption):
        if found["power"]:
            unit = 10.0 ** int(found["power"]) * (-1 if found["minus"] else 1)
            exact = float(found["mantissa"] or 1) * unit
            ends.append(sorted((unit, 10 * unit) if found["about"] else (0.999 * exact, 1.001 * exact)))
        else:
            value, decimals = float(found[0].replace(",", "")), len(found["decimals"] or "")
            # A number below 1,000 stands without decimals where the ones it would have are zeros.
            half = 0.5 * 10.0**-decimals if decimals or abs(value) >= 1000 else 0.0005
            ends.append((value - half, value + half))
    return ends


def says(caption, thing):
    if isinstance(thing, str):
        return thing in caption
    slack = 1e-9 * min(1, abs(thing))
    return any(low - slack <= thing <= high + slack for low, high in told(caption))


def states(lab, random):
    """Return states to look at: as the lab begins, after each of its buttons, and some that nobody foresaw."""
    yield lab.state
    for button in lab.buttons:
        yield {**lab.state, **button.press(lab.state)}
    for _ in range(STATES.get(type(lab).__name__, 8)):
        yield random_state(lab, random)


@pytest.mark.parametrize("name", helpers.labs.__all__)
def test_a_caption_says_what_plain_arithmetic_finds(name):
    lab, random = getattr(helpers.labs, name)(), np.random.default_rng(8)
    for state in list(states(lab, random)):
        lab.set(**state)
        for thing in TRUE[name](**lab.state):
            assert says(lab.caption, thing), f"{thing} is not in: {lab.caption} {lab.state}"
