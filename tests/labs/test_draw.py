"""A drawing is scaled and centred as the data's digits were; canvas and slider keep out of each other's way."""

import numpy as np
import pytest

from helpers.core import load_digits
from helpers.labs import DrawLab
from helpers.labs.draw import SIDE, centred


def drawing(rows, columns):
    """A rectangle of ink."""
    ink = np.zeros((SIDE, SIDE))
    ink[rows, columns] = 1
    return ink.ravel()


def centre(ink):
    """The centre of mass, in pixels from the corner of the page."""
    page = np.asarray(ink).reshape(SIDE, SIDE)
    places = np.arange(SIDE) + 0.5
    return page.sum(axis=1) @ places / page.sum(), page.sum(axis=0) @ places / page.sum()


def height_and_width(ink):
    page = np.asarray(ink).reshape(SIDE, SIDE) > 0.05
    return tuple(int(np.ptp(np.flatnonzero(page.any(axis=axis)))) + 1 for axis in (1, 0))


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        (slice(0, 7), slice(0, 3)),  # small, in a corner
        (slice(0, 28), slice(12, 16)),  # as tall as the page
        (slice(20, 28), slice(0, 28)),  # wide, at the bottom
        (slice(27, 28), slice(27, 28)),  # a dot
    ],
)
def test_a_drawing_fills_the_box_and_its_centre_of_mass_is_in_the_middle(rows, columns):
    ink = centred(drawing(rows, columns))
    assert max(height_and_width(ink)) == 20, "as large as the data's digits"
    assert all(SIDE / 2 <= place <= SIDE / 2 + 1 for place in centre(ink))
    assert ink.min() >= 0 and ink.max() <= 1


def test_a_digit_drawn_small_in_a_corner_is_read_as_well_as_in_the_middle():
    lab = DrawLab()
    _, (pictures, targets) = load_digits()
    right = []
    for picture, target in zip(pictures[:100], targets[:100]):
        small = np.zeros((SIDE, SIDE))
        small[:14, :14] = picture.reshape(14, 2, 14, 2).max(axis=(1, 3))
        lab.set(drawing=list(map(float, small.ravel())))
        said = int(lab.caption.split("says ")[1][0])
        right.append(said == target.argmax())
    assert np.mean(right) > 0.7
    assert "only you know" in lab.caption


def test_blank_stays_blank_and_still_gets_an_answer():
    assert not centred(np.zeros(SIDE * SIDE)).any()
    lab = DrawLab(drawing=[0.0] * SIDE * SIDE)
    assert "blank" in lab.caption and "still says" in lab.caption


def test_the_next_wrong_picture_is_wrong():
    lab = DrawLab()
    for _ in range(3):
        lab.receive({"press": [button.label for button in lab.buttons].index("Next one it gets wrong")})
        assert "and it is a" in lab.caption


def test_leafing_puts_the_drawing_away_and_clears_the_canvas():
    lab = DrawLab()
    ink = np.zeros(SIDE * SIDE)
    ink[400:420] = 1
    lab.receive({"move": {"drawing": bytes(np.uint8(255 * ink)).hex()}})
    assert lab.caption.startswith("Your drawing") and DrawLab(drawing=list(ink)).state == lab.state
    lab.receive({"move": {"picture": 9}})
    assert lab.caption.startswith("Test picture 9") and lab.message()["values"]["drawing"] == ""
