"""Each lab's first picture looks as it did when somebody last looked at it.

nbval compares captions and masks pixels; here pixels are compared, blurred a little, because fonts differ by a hair
between versions of matplotlib. After a wanted change: UPDATE_PIXELS=1 make test ARGS="-k pixels", then look at every
picture in tests/labs/pixels that changed.
"""

import io
import os
from pathlib import Path

import numpy as np
import pytest
from cycler import cycler
from matplotlib import rc_context
from PIL import Image, ImageFilter

import helpers.labs
from helpers import pictures
from helpers.pictures import rolling, style

PIXELS = Path(__file__).parent / "pixels"
TOLERANCE = 28.0  # of 255, in the worst tile: letters and legends differ by up to 26 between matplotlib 3.8 and 3.11
TILE = 20


def tiles(png):
    """Return the mean colour of each tile of a picture: what an eye would notice, and no more."""
    image = Image.open(io.BytesIO(png)).convert("RGB").filter(ImageFilter.GaussianBlur(4))
    width, height = image.width // TILE * TILE, image.height // TILE * TILE
    pixels = np.asarray(image.crop((0, 0, width, height)), dtype=float)
    return pixels.reshape(height // TILE, TILE, width // TILE, TILE, 3).mean(axis=(1, 3))


def difference(one, other):
    """Return how far two pictures are apart in their worst tile, 0 to 255."""
    return float(np.abs(tiles(one) - tiles(other)).max())


@pytest.mark.parametrize("name", helpers.labs.__all__)
def test_pixels_are_those_somebody_looked_at(name):
    png = getattr(helpers.labs, name)().picture.png
    stored = PIXELS / f"{name}.png"
    if os.environ.get("UPDATE_PIXELS"):
        PIXELS.mkdir(exist_ok=True)
        stored.write_bytes(png)
    assert stored.exists(), f"nobody has looked at {name} yet: UPDATE_PIXELS=1, then look at {stored}"
    worst = difference(png, stored.read_bytes())
    assert worst <= TOLERANCE, f"{name} looks different: see {stored}"


@pytest.mark.parametrize("name", helpers.labs.__all__)
def test_what_is_drawn_whole_looks_like_what_follows_the_slider(name):
    """A still picture, and what `make bench-labs` draws by @interact, take the first way; a lab takes the second."""
    lab, whole = getattr(helpers.labs, name)(), io.BytesIO()
    scene = lab.make_scene()
    scene.show(lab.compute(**lab.state))
    scene.figure.savefig(whole, dpi=style.DPI)
    assert difference(whole.getvalue(), lab.picture.png) <= TOLERANCE


A_READERS_OWN = {
    "axes.facecolor": "black",
    "axes.prop_cycle": cycler(color=["white"]),
    "axes.titlelocation": "center",
    "figure.constrained_layout.use": True,
    "font.size": 20,
    "lines.linewidth": 5,
    "savefig.bbox": "tight",
    "text.color": "0.9",
    "xtick.color": "white",
}


@pytest.mark.parametrize("name", helpers.labs.__all__)
def test_a_style_that_the_reader_has_chosen_is_for_their_own_pictures(name):
    kind = getattr(helpers.labs, name)
    lab = kind()
    still = lab.make_scene().picture(lab.compute(**lab.state)).png
    with rc_context(A_READERS_OWN):
        among_others = kind()
        assert among_others.picture.png == lab.picture.png
        assert among_others.make_scene().picture(lab.compute(**lab.state)).png == still


STILL = [
    lambda: pictures.bugs_picture({name: [0.1, 0.2, 0.1] for name in "ABCD"}),
    lambda: pictures.runs_picture({name: [1.5, 1.2, 1.1] for name in "ABCD"}, every=10),
    lambda: pictures.cost_curves_picture({"η = 0.1": 0.1, "η = 0.3": 0.3}, steps=5),
    pictures.measured_picture,
    pictures.matching_picture,
    pictures.rolling_picture,
]


@pytest.mark.parametrize("draw", STILL)
def test_still_pictures_know_nothing_of_it_either(draw):
    drawn = draw().png
    with rc_context(A_READERS_OWN):
        assert draw().png == drawn


def test_a_missing_marker_and_a_moved_curve_would_be_noticed():
    right = helpers.labs.DescentLab()
    scene = rolling.RollingScene()
    scene.moving.remove(scene.start)
    without_start = scene.frame(right.compute(**right.state)).png
    moved = helpers.labs.DescentLab(initial_weight=0.5).picture.png
    worst = [difference(right.picture.png, other) for other in (without_start, moved)]
    assert min(worst) > TOLERANCE
