"""Two hidden neurons fold the plane: four corners and one more place on their way from the inputs to h₁ and h₂."""

from dataclasses import dataclass

import numpy as np

from helpers.pictures import style
from helpers.pictures.formatting import fixed, trimmed
from helpers.pictures.picture import View
from helpers.pictures.plane import CORNERS, INPUTS, SHORT, TASKS, Corners, cost_in_digits, draw_plane, right
from helpers.pictures.scene import Scene
from helpers.pictures.shades import Shades

HIDDEN = (-0.5, 1.2)  # as far as the plane of (h₁, h₂) is drawn
TARGETS = np.array(TASKS["exactly"], dtype=float)


@dataclass(frozen=True)
class Fold:
    """A network 2-2-1 whose weights are all k or -k, and the corners' way through it.

    way: how much of the way from x to h is gone. squash: whether the hidden neurons squash their z; if not, they give
    0.5 + z / (2k). point: one more place x. hidden: h at the corners and at the point, a row for each. answers: at the
    corners. z: of the output, at each place of the scene's left plane.
    """

    k: float
    way: float
    squash: bool
    point: np.ndarray
    hidden: np.ndarray
    answers: np.ndarray
    cost: float
    z: np.ndarray

    @property
    def on_their_way(self) -> np.ndarray:
        """Where the four corners and the point stand now, a row for each."""
        inputs = np.vstack([CORNERS, self.point])
        return inputs + self.way * (self.hidden - inputs)


class FoldScene(Scene):
    """Left the inputs, with both hidden neurons' lines and the answer; right where the points go. Data: a Fold."""

    width, height = 900, 400
    cells = 32  # of the shading

    def build(self):
        left = self.figure.add_axes((0.055, 0.14, 0.42, 0.76))
        right_plane = self.figure.add_axes((0.55, 0.14, 0.42, 0.76))
        draw_plane(left, INPUTS)
        draw_plane(right_plane, HIDDEN, ("h₁ (first up, second down)", "h₂ (second up, first down)"))
        left.set_title("Inputs; dashed: z = 0 of each hidden neuron")
        right_plane.set_title("Where they go; solid: the output's line")
        self.shades, self.after = Shades(left, self.cells), Shades(right_plane)
        (self.lines,) = left.plot([], [], "--", color=style.BLUE, linewidth=2)
        self.corners, self.moved = Corners(left), Corners(right_plane)
        (self.trails,) = right_plane.plot([], [], ":", color=style.GREY, linewidth=1.5)
        (self.point,) = left.plot([], [], "D", color=style.VERMILLION, markersize=10)
        (self.image,) = right_plane.plot([], [], "D", color=style.VERMILLION, markersize=10)
        self.moves(*self.shades.artists, self.lines, *self.corners.artists, self.point)
        self.moves(*self.after.artists, self.trails, *self.moved.artists, self.image)
        self.handle(self.point, x="x1", y="x2")

    def show(self, data: Fold) -> View:
        places = data.on_their_way
        self.shades.show(data.z)
        self.after.show(data.k * (self.after.places.sum(axis=1) - 0.5))
        self.lines.set_data(*hidden_lines(np.array([[1.0, -1.0], [-1.0, 1.0]]), np.array([-0.5, -0.5])).T)
        self.corners.show(CORNERS, TARGETS, data.answers)
        self.moved.show(places[:4], TARGETS, data.answers)
        starts = np.vstack([CORNERS, data.point])
        self.trails.set_data(*segments(starts, places).T)
        self.point.set_data(*data.point[:, np.newaxis])
        self.image.set_data(*places[4][:, np.newaxis])
        return View(
            kind="Two planes: the inputs, and the outputs of two hidden neurons",
            caption=fold_caption(data),
            formula=_formula(data),
        )


def hidden_lines(W, b, reach=20.0) -> np.ndarray:
    """Return the lines W x + b = 0, one for each row of W, as rows (x, y) with a gap of nan after each."""
    steep = (W**2).sum(axis=1, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        feet = -b[:, np.newaxis] * W / steep
        along = reach * np.stack([-W[:, 1], W[:, 0]], axis=1) / np.sqrt(steep)
    return segments(feet - along, feet + along)


def segments(starts, ends) -> np.ndarray:
    """Return a line from each start to its end, as rows (x, y) with a gap of nan after each."""
    return np.stack([starts, ends, np.full_like(ends, np.nan)], axis=1).reshape(-1, 2)


def fold_caption(fold: Fold) -> str:
    """Return where the corners stand, and whether one line parts them there."""
    places = [f"({fixed(x, 3)}, {fixed(y, 3)})" for x, y in fold.on_their_way]
    k = f"k = {trimmed(fold.k, 2)}" + ("" if fold.squash else ", a ramp")
    answers = f"answers {', '.join(f'{answer:.3f}' for answer in fold.answers)}, cost {cost_in_digits(fold.cost)}"
    if fold.way < 1:
        part = f"{fold.way:.2f} of the way" if fold.way else "at the start of the way"
        stand = ", ".join(f"{name} at {place}" for name, place in zip(SHORT, places))
        return f"{k}, {part}: {stand}. At the end: {answers}."
    meet = f"(0,0) and (1,1) meet at {places[0]}; the others stand at {places[1]} and {places[2]}"
    parted = right(TARGETS, fold.answers).all()
    verdict = "One line parts them" if parted else "The output's line does not part them"
    if not fold.squash:
        verdict = "Half-way between these two lie the others"
    return f"{k}: {meet}. {verdict}: {answers}."


def _formula(fold: Fold) -> str:
    k, half = trimmed(fold.k, 2), trimmed(fold.k / 2, 2)
    z, h = f"{k}·1 - {k}·0 - {half}", f"{fold.hidden[2, 0]:.4f}"
    squashed = f"σ({z})" if fold.squash else f"0.5 + ({z})/{trimmed(2 * fold.k, 2)}"
    return f"h₁ at (1, 0):   {squashed} = {h}".replace("-", "−")
