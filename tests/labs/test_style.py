"""Colours that everyone can tell apart, and numbers as a sentence says them."""

import itertools

import numpy as np
import pytest
from colorspacious import cspace_convert, deltaE
from matplotlib.colors import to_rgb
from matplotlib.text import Text

import helpers.labs
from helpers.pictures import style, words

EYES = [None, "deuteranomaly", "protanomaly", "tritanomaly"]


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


def seen(colour, eyes):
    """Return a colour as eyes see it that lack one kind of cone altogether."""
    if eyes is None:
        return to_rgb(colour)
    blind = {"name": "sRGB1+CVD", "cvd_type": eyes, "severity": 100}
    return np.clip(cspace_convert(to_rgb(colour), blind, "sRGB1"), 0, 1)


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize(("one", "other"), list(itertools.combinations((*style.PALETTE, style.WHITE), 2)))
def test_colours_stay_apart_for_every_kind_of_eye(one, other, eyes):
    assert deltaE(seen(one, eyes), seen(other, eyes), input_space="sRGB1") >= 20


@pytest.mark.parametrize(("one", "other"), list(itertools.combinations((style.BLUE, style.VERMILLION, style.BLACK), 2)))
def test_series_stay_apart_in_grey(one, other):
    assert contrast(one, other) >= 1.3


@pytest.mark.parametrize("name", helpers.labs.__all__)
def test_words_in_pictures_stand_out_and_series_differ_in_more_than_colour(name):
    figure = getattr(helpers.labs, name)()._scene.figure
    for text in figure.findobj(Text):
        if text.get_text().strip():
            assert contrast(text.get_color(), style.WHITE) >= 4.5, (text.get_text(), text.get_color())
    for axes in figure.axes:
        looks = [(line.get_marker(), line.get_linestyle()) for line in axes.lines if line.get_label()[0] != "_"]
        assert len(set(looks)) == len(looks), (axes.get_title("left"), looks)


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
