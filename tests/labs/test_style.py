"""Colours that everyone can tell apart, and numbers as a sentence says them."""

import itertools
import re

import numpy as np
import pytest
from colorspacious import cspace_convert, deltaE
from matplotlib.colors import to_rgb

from helpers.labs.widget import text_of
from helpers.pictures import formatting, style


def full(code):
    """Return #abc as #aabbcc."""
    return code if len(code) == 7 else "#" + "".join(2 * letter for letter in code[1:])


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
    ("value", "text"),
    [
        (9, "9"), (2.5, "2.50"), (-5.333, "−5.33"), (0.0066, "0.0066"), (0, "0"), (1e27, "about 10²⁷"),
        (-3e8, "about −10⁸"), (3e-6, "about 10⁻⁶"), (float("inf"), "more than a float can hold"),
        (float("nan"), "no longer a number"), (5.999999999999, "6"), (0.97, "0.97"), (1e-12, "about 10⁻¹²"),
    ],
)  # fmt: skip
def test_number(value, text):
    assert formatting.number(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(0.6, "0.60"), (-4.8, "−4.80"), (-0.001, "0.00"), (float("nan"), "no longer a number")]
)
def test_fixed(value, text):
    assert formatting.fixed(value) == text


def test_counts():
    assert [formatting.count(n, "step") for n in (0, 1, 8, 12, 13, 22134)] == [
        "no steps",
        "one step",
        "eight steps",
        "twelve steps",
        "13 steps",
        "22,134 steps",
    ]
