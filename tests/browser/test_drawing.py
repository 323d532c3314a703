"""What the browser draws is what matplotlib would draw: each lab beside matplotlib's own SVG of the same state."""

import io

import numpy as np
import pytest
from lab_page import LabPage
from PIL import Image

import helpers.labs
from helpers.labs.controls import Choice, Memory, Pad
from helpers.pictures import style

pytestmark = pytest.mark.browser

SIDE = 5  # of the squares in which both drawings are compared
# Of 255: the mean difference in a square that people see as another drawing. The dots of a long dotted line may lie a
# dot further on, which makes up to 59; a lost marker or a text a line too low makes more than 100.
APART = 60


@pytest.fixture(scope="module")
def page(chromium):
    page = chromium.new_page(viewport={"width": 1066, "height": 900})
    yield page
    page.close()


def states(lab):
    """Yield the state a lab begins in, and all controls at their lower and at their upper ends."""
    yield {}
    for end in (0, -1):
        yield {
            control.name: control.options[end][0] if isinstance(control, Choice) else (control.low, control.high)[end]
            for control in lab.controls
            if not isinstance(control, (Memory, Pad))
        }


def by_matplotlib(lab) -> str:
    """Return matplotlib's own SVG of what a lab shows, with what moves drawn last and in order."""
    for at, artist in enumerate(lab.drawn_scene.moving):
        artist.set_zorder(100 + at)
    stream = io.StringIO()
    with style.rules():
        lab.drawn_scene.figure.savefig(stream, format="svg")
    svg = stream.getvalue()
    return svg[svg.index("<svg") :].replace("*{stroke", "#theirs *{stroke")  # not for the whole page


def seen(page, locator) -> np.ndarray:
    """Return what the page shows there: rows of red, rows of green, rows of blue."""
    return np.array(Image.open(io.BytesIO(locator.screenshot())).convert("RGB").split(), dtype=np.int16)


def difference(one, other) -> float:
    """Return how far two drawings are apart in the square where they differ most, from 0 to 255.

    A line may lie a pixel beside the other: each pixel is held against the nearest of its neighbours.
    """
    _, height, width = map(min, zip(one.shape, other.shape))
    one, other = one[:, :height, :width], other[:, :height, :width]
    apart = np.maximum(nearest(one, other), nearest(other, one))
    rows, columns = height // SIDE * SIDE, width // SIDE * SIDE
    squares = apart[:rows, :columns].reshape(rows // SIDE, SIDE, columns // SIDE, SIDE)
    return float(squares.mean(axis=(1, 3)).max())


def nearest(one, other):
    """Return for each pixel of one how far the nearest among the pixel there and its neighbours in other is."""
    around = np.pad(other, ((0, 0), (1, 1), (1, 1)), mode="edge")
    _, height, width = one.shape
    moved = [around[:, y : y + height, x : x + width] for y in range(3) for x in range(3)]
    return np.min([np.abs(one - each).max(axis=0) for each in moved], axis=0)


@pytest.mark.parametrize("name", helpers.labs.NAMES)
def test_the_browser_draws_what_matplotlib_would(page, name):
    lab_page = LabPage(page, getattr(helpers.labs, name)())
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<div id=theirs style=\"line-height: 0\"></div>')")
    for state in states(lab_page.lab):
        lab_page.move(state)
        svg = by_matplotlib(lab_page.lab)
        page.evaluate(
            """(svg) => {
                const theirs = document.querySelector('#theirs');
                theirs.innerHTML = svg.replaceAll('id="', 'id="theirs-').replaceAll('#', '#theirs-')
                    .replaceAll(/#theirs-([0-9a-f]{6})(?![\\w-])/g, '#$1');
                const drawn = theirs.querySelector('svg'), ours = document.querySelector('.lab-picture');
                drawn.style.cssText = `width: ${ours.getBoundingClientRect().width}px; height: auto; font-kerning: none`;
            }""",
            svg,
        )
        assert page.locator(".lab-picture image").count() == 0, "pixels are not sharp on every screen"
        ours, theirs = (seen(page, page.locator(which)) for which in (".lab-picture", "#theirs svg"))
        apart = difference(ours, theirs)
        assert apart < APART, (name, state, apart)


MOVED_TEXT = """() => [...document.querySelectorAll('.lab-picture text')].filter((text) => text.textContent).map((text) => {
    const box = text.getBBox(), anchor = getComputedStyle(text).textAnchor;
    const part = {start: 0, middle: 0.5, end: 1}[anchor], line = text.getStartPositionOfChar(0).y;
    const place = new DOMPoint(box.x + part * box.width, line).matrixTransform(text.getCTM());
    return [text.textContent, place.x, place.y, box.width];
})"""


def test_texts_stand_where_they_should_without_the_font_that_matplotlib_measured_with(page, chromium_with_one_font):
    other = chromium_with_one_font.new_page(viewport={"width": 1066, "height": 900})
    for name in helpers.labs.NAMES:
        lab = getattr(helpers.labs, name)()
        here, there = (LabPage(each, lab).page.evaluate(MOVED_TEXT) for each in (page, other))
        assert here and len(here) == len(there)
        for (text, x, y, _), (_, x_there, y_there, _) in zip(here, there):
            assert abs(x - x_there) < 1.5 and abs(y - y_there) < 1.5, (name, text)
    assert any(here[3] != there[3] for here, there in zip(here, there)), "the font is another one"
    other.close()
