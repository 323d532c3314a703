"""Draw a digit, by mouse, finger or keyboard, and see what a trained network makes of it."""

import numpy as np
from PIL import Image

from helpers.labs.controls import Button, Pad, Slider
from helpers.labs.digits import digits, training
from helpers.labs.lab import Lab
from helpers.pictures.digits import ReadingScene

SIDE, BOX = 28, 20  # of a picture, and of the box that the data's digits were scaled into


def centred(ink) -> np.ndarray:
    """Return a drawing as the data has its digits: scaled into 20 x 20, its centre of mass in the middle of 28 x 28.

    ink: 784 grey values from 0 to 1, row after row. A blank drawing stays blank.
    Source: how MNIST was made, yann.lecun.com/exdb/mnist.
    """
    ink = np.asarray(ink, dtype=float).reshape(SIDE, SIDE)
    if not ink.any():
        return ink.ravel()
    rows, columns = (np.flatnonzero(ink.any(axis=axis)) for axis in (1, 0))
    drawn = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    factor = BOX / max(drawn.shape)
    size = [max(1, round(factor * side)) for side in drawn.shape[::-1]]
    image = Image.fromarray(np.uint8(np.rint(255 * drawn))).resize(size, Image.Resampling.BICUBIC)
    scaled = np.asarray(image, dtype=float) / 255
    page = np.zeros((SIDE, SIDE))
    top, left = (_beginning(scaled, axis) for axis in (0, 1))
    page[top : top + scaled.shape[0], left : left + scaled.shape[1]] = scaled
    return page.ravel()


def _beginning(scaled, axis) -> int:
    """Return where a drawing begins along an axis, for its centre of mass to be in the middle; never off the page."""
    weights = scaled.sum(axis=1 - axis)
    centre = np.sum(weights * (np.arange(len(weights)) + 0.5)) / np.sum(weights)
    start = np.ceil(SIDE / 2 - centre)  # in the data every centre of mass lies from 14 to 15, counted from the edge
    return int(np.clip(start, 0, SIDE - len(weights)))


class DrawLab(Lab):
    """A canvas, a slider through the 1,000 test pictures, and what the network says to either.

    network: a trained one; without it, three epochs of ours.
    """

    title = "What does the network read?"
    scene = ReadingScene
    controls = (
        Slider("picture", "test picture", 1, 1000, 1, 4),
        Pad("drawing", "canvas to draw a digit on", SIDE),
    )

    def __init__(self, network=None, **state):
        self.network = network or training("scaled", 3.0).network(3)
        _, (self._pictures, targets) = digits()
        self._digits = targets.argmax(axis=1)
        self._wrong = np.flatnonzero(self.network.predict(self._pictures).argmax(axis=1) != self._digits) + 1
        self.buttons = (
            Button("Next test picture", lambda state: {"picture": state["picture"] % 1000 + 1, "drawing": ""}),
            Button("Next one it gets wrong", lambda state: {"picture": self._next_wrong(state), "drawing": ""}),
        )
        super().__init__(**state)

    def compute(self, picture, drawing):
        if drawing:
            ink, name, digit = centred(np.frombuffer(bytes.fromhex(drawing), np.uint8) / 255), "Your drawing", None
        else:
            ink, name, digit = self._pictures[picture - 1], f"Test picture {picture:,}", int(self._digits[picture - 1])
        return dict(ink=ink, outputs=self.network.predict(ink[np.newaxis])[0], name=name, digit=digit)

    def _next_wrong(self, state) -> int:
        """Return the next test picture that the network reads wrong, round the end; the same if there is none."""
        later = [*self._wrong[self._wrong > state["picture"]], *self._wrong, state["picture"]]
        return int(later[0])

    def add_implied_changes(self, changes):
        # Whoever leafs through the pictures wants to see them.
        return {"drawing": "", **changes} if "picture" in changes else changes
