"""Colours that everyone can tell apart, and numbers as a sentence says them."""

import itertools
import re
from functools import partial

import numpy as np
import pytest
from colorspacious import cspace_convert, deltaE
from matplotlib.colors import to_rgb

from helpers.labs.widget import text_of
from helpers.pictures import style
from helpers.pictures.formatting import count, fixed, number, trimmed


def full(code):
    """Return #abc as #aabbcc."""
    return code if len(code) == 7 else "#" + "".join(2 * letter for letter in code[1:])


steps = partial(count, thing="step")
EYES = [None, "deuteranomaly", "protanomaly", "tritanomaly"]
SETS = re.findall(r"--lab-blue:[^}]*?--lab-white: *#\w+", text_of("labs/lab.css"))
LIGHT, DARK = ({name: full(code) for name, code in re.findall(r"--lab-(\w+): *(#\w+)", one)} for one in SETS)
PAIRS = list(itertools.combinations([style.NAMES[colour] for colour in (*style.PALETTE, style.WHITE)], 2))


def test_a_light_page_has_the_style_s_own_colours():
    assert {name: colour.lower() for colour, name in style.NAMES.items()} == LIGHT
    assert set(DARK) == set(LIGHT)


def luminance(colour):
    channels = np.array(to_rgb(colour))
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return linear @ [0.2126, 0.7152, 0.0722]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("page", [LIGHT, DARK], ids=["light", "dark"])
def test_words_and_lines_stand_out_from_the_paper(page):
    for name, colour in page.items():
        least = 0 if name in ("white", "pale") else 4.5 if name in ("black", "grey", "blue") else 3
        assert contrast(colour, page["white"]) >= least, name
    assert contrast(page["black"], page["pale"]) >= 4.5, "a text on a pale area"


def seen(colour, eyes):
    """Return a colour as eyes see it that lack one kind of cone altogether."""
    if eyes is None:
        return to_rgb(colour)
    blind = {"name": "sRGB1+CVD", "cvd_type": eyes, "severity": 100}
    return np.clip(cspace_convert(to_rgb(colour), blind, "sRGB1"), 0, 1)


@pytest.mark.parametrize("page", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_colours_stay_apart_for_every_kind_of_eye(one, other, eyes, page):
    assert deltaE(seen(page[one], eyes), seen(page[other], eyes), input_space="sRGB1") >= 20


@pytest.mark.parametrize("page", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("one", "other"), [*itertools.combinations(("blue", "vermillion", "black"), 2)])
def test_series_stay_apart_in_grey(one, other, page):
    assert contrast(page[one], page[other]) >= 1.3


@pytest.mark.parametrize(
    ("form", "value", "text"),
    [
        (number, 9, "9"), (number, 2.5, "2.50"), (number, -5.333, "−5.33"), (number, 0.0066, "0.0066"),
        (number, 0, "0"), (number, 1e27, "about 10²⁷"), (number, -3e8, "about −10⁸"), (number, 3e-6, "about 10⁻⁶"),
        (number, float("inf"), "more than a float can hold"), (number, float("nan"), "no longer a number"),
        (number, 5.999999999999, "6"), (number, 0.97, "0.97"), (number, 1e-12, "about 10⁻¹²"),
        (fixed, 0.6, "0.60"), (fixed, -4.8, "−4.80"), (fixed, -0.001, "0.00"), (fixed, float("nan"), "no longer a number"),
        (trimmed, -1e-9, "0"), (steps, 0, "no steps"), (steps, 1, "one step"), (steps, 12, "twelve steps"), (steps, 22134, "22,134 steps"),
    ],
)  # fmt: skip
def test_numbers_in_a_sentence(form, value, text):
    assert form(value) == text
