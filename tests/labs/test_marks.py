"""What moves in a picture, as shapes for a browser: every lab as it begins, and what no shape can stand for.

marks/ has the shapes of each lab's first picture, in whole pixels; for a new lab the first run writes them. After a
change that is meant, look at the lab, then copy what the failing test has written.
"""

import os
import re
from pathlib import Path

import numpy as np
import pytest
from matplotlib.patches import Rectangle

import helpers.labs
from helpers.pictures import style
from helpers.pictures.background import background
from helpers.pictures.marks import Marks
from helpers.pictures.scene import Scene

HERE = Path(__file__).parent / "marks"
NUMBER = re.compile(r"-?\d*\.?\d+")


class OneArtist(Scene):
    """A scene with one moving artist, in axes whose unit is 100 pixels. make: from the axes to the artist."""

    width, height = 300, 200

    def __init__(self, make):
        self.make = make
        super().__init__()

    def build(self):
        self.axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set(xlim=(0, 3), ylim=(0, 2), title="", xticks=[], yticks=[])
        self.moves(self.make(self.axes))


def shapes(make):
    scene = OneArtist(make)
    return list(Marks(scene.figure, scene.moving).shapes().values())


def test_thousands_of_points_on_one_another_are_few():
    line, markers = shapes(lambda axes: axes.plot(np.linspace(1, 2, 5000), np.ones(5000), "o-", color=style.BLACK)[0])
    assert len(line["d"]) < 30 and markers["at"].count(" ") < 700


def test_what_lies_far_outside_keeps_its_direction_and_is_finite():
    line, markers = shapes(lambda axes: axes.plot([1, 2], [1, 1e12], "o-", color=style.BLACK)[0])
    assert max(map(abs, map(float, NUMBER.findall(line["d"])))) <= 40_000 and markers["at"] == "100 100"


def test_an_arrow_is_hidden_where_its_tip_is_outside():
    look = {"arrowstyle": "-|>", "color": style.BLACK, "shrinkA": 0, "shrinkB": 0}
    ends = ((2, 1), (4, 1))
    inside, outside = (shapes(lambda axes, end=end: axes.annotate("", end, (1, 1), arrowprops=look)) for end in ends)
    assert inside[0]["d"] and outside[0]["d"] == ""


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda axes: axes.scatter([1], [1], color=style.BLACK), "only lines, texts, arrows, patches and images can move"),
        (lambda axes: axes.plot([1, 2], [1, 2], color="red")[0], "#FF0000 is none of the style's colours"),
        (lambda axes: axes.plot([1, 2], [1, 2], color=style.BLUE, alpha=0.5)[0], "alpha"),
        (lambda axes: axes.add_patch(Rectangle((1, 1), 1, 1, color=style.BLACK, alpha=0.5)), "alpha"),
        (lambda axes: axes.plot([1, 2], [1, 2], drawstyle="steps", color=style.BLUE)[0], "steps"),
        (lambda axes: axes.text(1, 1, "a", bbox={"facecolor": style.WHITE}), "has no box"),
        (lambda axes: axes.annotate("", (1, 1), (2, 2), arrowprops={"arrowstyle": "->"}), "only arrows"),
    ],
)  # fmt: skip
def test_what_no_shape_can_stand_for_is_named(make, why):
    with pytest.raises((TypeError, ValueError), match=re.escape(why)):
        shapes(make)


def test_mathematical_text_in_the_background_is_refused():
    scene = OneArtist(lambda axes: axes.plot([], [], "o", color=style.BLACK)[0])
    scene.axes.set_title("$10^{-6}$")
    with pytest.raises(ValueError, match="is mathematical text: write it in plain letters"):
        background(scene.figure, scene.moving)


def as_text(drawing) -> str:
    """Return the shapes as a person reads them, a line for each, in whole pixels, and then the handles."""
    lines = []
    for name, shape in drawing["shapes"].items():
        words = (f"{key}={value if key in ('text', 'cells') else whole(value)}" for key, value in shape.items())
        lines.append(" ".join((name, *words)))
    lines += [f"handle {place['name']} at {whole(place['at'])}" for place in drawing["handles"].values()]
    return "\n".join(lines) + "\n"


def whole(value) -> str:
    """Return a value with its numbers rounded, and one space between them, whatever their signs."""
    rounded = NUMBER.sub(lambda found: f" {float(found[0]):.0f}", str(value)).replace("-0", "0")
    return " ".join(rounded.split())


@pytest.mark.parametrize("name", helpers.labs.NAMES)
def test_a_lab_begins_with_the_shapes_that_are_noted(name, tmp_path):
    state = {"epochs": 0} if name in ("FeaturesLab", "TravelLab") else {}  # trained weights differ between machines
    drawn, noted = as_text(getattr(helpers.labs, name)(**state).message()["drawing"]), HERE / f"{name}.txt"
    if not noted.exists() and "CI" not in os.environ:
        noted.write_text(drawn, encoding="utf-8")  # a new lab: look at it, and commit this
    before = noted.read_text(encoding="utf-8") if noted.exists() else ""
    far = NUMBER.sub("#", drawn) != NUMBER.sub("#", before) or any(
        abs(float(new) - float(old)) > 1 for new, old in zip(NUMBER.findall(drawn), NUMBER.findall(before))
    )
    if far:
        new = tmp_path.parent / noted.name
        new.write_text(drawn, encoding="utf-8")
        pytest.fail(
            f"{name} draws something else than tests/labs/marks/{noted.name} says. If it is meant: cp {new} {noted}"
        )
