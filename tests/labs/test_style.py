"""Colours that everyone can tell apart, and numbers as a sentence says them."""

import itertools

import numpy as np
import pytest
from matplotlib.colors import to_rgb

from helpers.pictures import style, words


def luminance(colour):
    channels = np.array(to_rgb(colour))
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return linear @ [0.2126, 0.7152, 0.0722]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colour", style.PALETTE)
def test_lines_stand_out_from_white(colour):
    assert contrast(colour, style.WHITE) >= 3


@pytest.mark.parametrize(("one", "other"), list(itertools.combinations((style.BLUE, style.VERMILLION, style.BLACK), 2)))
def test_series_stay_apart_in_grey(one, other):
    assert contrast(one, other) >= 1.3


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (9, "9"), (2.5, "2.50"), (-5.333, "-5.33"), (0.0066, "0.0066"), (0, "0"), (1e27, "about 10^27"),
        (-3e8, "about -10^8"), (3e-6, "about 10^-6"), (float("inf"), "more than a float can hold"),
        (float("nan"), "no longer a number"), (5.999999999999, "6"), (0.97, "0.97"), (1e-12, "about 10^-12"),
    ],
)  # fmt: skip
def test_number(value, text):
    assert words.number(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(0.6, "0.60"), (-4.8, "−4.80"), (-0.001, "0.00"), (float("nan"), "no longer a number")]
)
def test_fixed(value, text):
    assert words.fixed(value) == text


def test_counts():
    assert [words.count(n, "step") for n in (0, 1, 8, 12, 13, 22134)] == [
        "no steps",
        "one step",
        "eight steps",
        "twelve steps",
        "13 steps",
        "22,134 steps",
    ]
