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
GIVEN = re.compile(  # what stands there whatever the state
    r"[Ff]or x = [01]|\(target [01]\)|targets 0 and 1|[01] gives|first [01], then [01]|distance to 3|one side of 3"
    r"|within 0\.01|below 0\.02|below 0, as|to within 0\.1|away from -6|near 9|distance is 0|slope is 0(?=[:,. ] )"
    r"|u = [\d.]*w - 3|\(w - 3\)²( \+ 1)?|1/x|in one step|One step would|two (points|strips|times|costs)"
    r"|(deep|shallow)er one|no longer"
)
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


def within(ends, value):
    return ends[0] - 1e-9 * min(1, abs(value)) <= value <= ends[1] + 1e-9 * min(1, abs(value))


def missing(caption, things):
    """Return what is not in a caption: words as they are, and numbers as they may be rounded."""
    words = [thing for thing in things if isinstance(thing, str)]
    numbers = [thing for thing in things if not isinstance(thing, str)]
    lost = [word for word in words if word not in caption]
    return lost + [number for number in numbers if not any(within(ends, number) for ends in told(caption))]


def loose(caption, things):
    """Return the numbers of a caption that nothing ties, and that are not always there."""
    for words in filter(lambda thing: isinstance(thing, str), things):
        caption = caption.replace(words, "")
    numbers = [thing for thing in things if not isinstance(thing, str)]
    return [ends for ends in told(GIVEN.sub("", caption)) if not any(within(ends, number) for number in numbers)]


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
        found = TRUE[name](**lab.state)
        assert missing(lab.caption, found) == [], (lab.caption, lab.state)
        chosen = [value for value in lab.state.values() if isinstance(value, (int, float))]
        assert loose(lab.caption, [*found, *chosen]) == [], (lab.caption, lab.state)
