"""What moves in a picture, as shapes for a browser: artists of every kind, and every lab as it begins.

marks/ has the shapes of each lab's first picture, in whole pixels; for a new lab the first run writes them. After a
change that is meant, look at the lab, then copy what the failing test has written.
"""

import os
import re
from pathlib import Path

import numpy as np
import pytest
from matplotlib.patches import Circle, Rectangle

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
    scene = OneArtist(make=make)
    return list(Marks(scene.figure, scene.moving).shapes().values())


def test_a_line_with_markers_is_two_shapes():
    line, markers = shapes(lambda axes: axes.plot([1, 2], [1, 1.5], "s--", color=style.BLUE, linewidth=3.6)[0])
    assert line["d"] == "M100 100l100-50" and line["stroke"] == "blue" and line["stroke-width"] == 5
    assert line["stroke-dasharray"] == "18.5 8" and line["clip"] == 0
    assert markers["at"] == "100 100 200 50" and markers["fill"] == "blue" and markers["marker"].endswith("z")


def test_a_line_goes_on_after_a_gap_and_needs_no_points():
    (line,) = shapes(lambda axes: axes.plot([0, 1, np.nan, 2, 3], [0, 1, 1, 1, 0], color=style.BLACK)[0])
    assert line["d"] == "M0 200l100-100M200 100l100 100"
    line, markers = shapes(lambda axes: axes.plot([], [], "o-", color=style.BLACK)[0])
    assert (line["d"], markers["at"]) == ("", "")


def test_a_hidden_artist_is_an_empty_shape():
    line, markers = shapes(lambda axes: axes.plot([1, 2], [1, 1], "o-", color=style.BLACK, visible=False)[0])
    assert (line["d"], markers["at"]) == ("", "") and line["stroke"] == "black"


def test_thousands_of_points_on_one_another_are_few():
    line, markers = shapes(lambda axes: axes.plot(np.linspace(1, 2, 5000), np.ones(5000), "o-", color=style.BLACK)[0])
    assert len(line["d"]) < 30 and markers["at"].count(" ") < 700


def test_what_lies_far_outside_keeps_its_direction_and_is_finite():
    line, markers = shapes(lambda axes: axes.plot([1, 2], [1, 1e12], "o-", color=style.BLACK)[0])
    assert max(map(abs, map(float, NUMBER.findall(line["d"])))) <= 40_000 and markers["at"] == "100 100"


def test_boxes_texts_hatches_and_circles():
    box = {"facecolor": style.WHITE, "edgecolor": style.VERMILLION}
    (shape,) = shapes(lambda axes: axes.add_patch(Rectangle((1, 0.5), 1, 1, hatch="//", linestyle="--", **box)))
    assert shape["d"] == "M100 150l100 0l0-100l-100 0z" and shape["fill"] == "white" and "stroke-dasharray" in shape
    assert shape["hatch"].startswith("M") and shape["hatch-colour"] == "vermillion"
    (shape,) = shapes(lambda axes: axes.add_patch(Circle((1, 1), 0.5, fill=False, edgecolor=style.BLACK)))
    assert shape["d"].count("c") == 8 and shape["fill"] == "none"
    (shape,) = shapes(lambda axes: axes.text(1, 1, "w < 3", ha="right", va="center", fontsize=7.2, color=style.GREY))
    assert (shape["text"], shape["x"], shape["text-anchor"], shape["font-size"]) == ("w < 3", 100, "end", 10)
    assert shape["y"] == pytest.approx(102.6, abs=0.1), "half a line lower than its middle"


def test_a_patch_without_an_edge_may_be_a_shade():
    box = {"facecolor": style.BLACK, "linewidth": 0, "alpha": 0.25}
    (shape,) = shapes(lambda axes: axes.add_patch(Rectangle((1, 0.5), 1, 1, **box)))
    assert (shape["fill"], shape["fill-opacity"], shape["stroke"]) == ("black", 0.25, "none")
    for edge in ({"linewidth": 1}, {"hatch": "//"}, {"fill": False}):
        with pytest.raises(ValueError, match="alpha is set"):
            OneArtist(make=lambda axes, edge=edge: axes.add_patch(Rectangle((1, 0.5), 1, 1, **{**box, **edge})))


def test_grey_values_are_letters():
    def picture(axes):
        return axes.imshow([[0, 1], [0.5, 0]], cmap="Greys", vmin=0, vmax=1, extent=(0, 3, 0, 2), aspect="auto")

    (shape,) = shapes(picture)
    assert (shape["cells"], shape["columns"], shape["box"]) == ("0f80", 2, [0, 0, 150, 100])


def test_an_arrow_ends_at_its_tip_and_is_hidden_where_its_tip_is_outside():
    def arrow(tip):
        look = {"arrowstyle": "-|>", "color": style.BLACK, "shrinkA": 0, "shrinkB": 0, "linewidth": 0.72}
        return lambda axes: axes.annotate("", xy=tip, xytext=(1, 1), arrowprops=look)

    (shape,) = shapes(arrow((2, 1)))
    head = float(re.match(r"M100 100l([\d.]+) 0m", shape["d"].replace("M", "m").replace("m", "M", 1))[1])
    assert 98 < head + 0.5 < 100 and shape["stroke-width"] == 1
    assert shapes(arrow((4, 1)))[0]["d"] == ""


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda axes: axes.scatter([1], [1], color=style.BLACK), "only lines, texts, arrows, patches and images can move"),
        (lambda axes: axes.plot([1, 2], [1, 2], color="red")[0], "#FF0000 is none of the style's colours"),
        (lambda axes: axes.plot([1, 2], [1, 2], color=style.BLUE, alpha=0.5)[0], "alpha"),
        (lambda axes: axes.plot([1, 2], [1, 2], drawstyle="steps", color=style.BLUE)[0], "steps"),
        (lambda axes: axes.text(1, 1, "a", bbox={"facecolor": style.WHITE}), "has no box"),
        (lambda axes: axes.annotate("", (1, 1), (2, 2), arrowprops={"arrowstyle": "->"}), "only arrows"),
    ],
)  # fmt: skip
def test_what_no_shape_can_stand_for_is_named_when_the_scene_is_built(make, why):
    with pytest.raises((TypeError, ValueError), match=f"OneArtist: .*{re.escape(why)}"):
        OneArtist(make=make)


def test_mathematical_text_in_the_background_is_refused():
    scene = OneArtist(make=lambda axes: axes.plot([], [], "o", color=style.BLACK)[0])
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
