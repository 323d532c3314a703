"""Two hidden neurons fold the plane: four corners and one more place on their way from the inputs to h₁ and h₂."""

import numpy as np

from helpers.pictures import style
from helpers.pictures.formatting import fixed, printed, trimmed
from helpers.pictures.picture import View
from helpers.pictures.plane import CORNERS, INPUTS, SHORT, TASKS, Corners, cost_in_digits, draw_plane, right
from helpers.pictures.scene import Scene
from helpers.pictures.shades import Shades

HIDDEN = (-0.5, 1.2)  # as far as the plane of (h₁, h₂) is drawn
TARGETS = np.array(TASKS["exactly"], dtype=float)
CELLS = 32  # of the shading


class FoldScene(Scene):
    """Left the inputs, with both hidden neurons' lines and the answer; right where the points go."""

    width, height = 900, 400

    def build(self):
        left = self.figure.add_axes((0.055, 0.14, 0.42, 0.76), title="Inputs; dashed: z = 0 of each hidden neuron")
        after = self.figure.add_axes((0.55, 0.14, 0.42, 0.76), title="Where they go; solid: the output's line")
        draw_plane(left, INPUTS)
        draw_plane(after, HIDDEN, ("h₁ (first up, second down)", "h₂ (second up, first down)"))
        self.before, self.corners = Shades(left, CELLS), Corners(left)
        self.after, self.moved = Shades(after), Corners(after)
        self.moves(*self.before.artists)
        self.lines = self.moving_line(left, "--", style.BLUE)
        self.moves(*self.corners.artists)
        self.point = self.moving_line(left, "D", style.VERMILLION, markersize=10)
        self.moves(*self.after.artists)
        self.trails = self.moving_line(after, ":", style.GREY, linewidth=1.5)
        self.moves(*self.moved.artists)
        self.image = self.moving_line(after, "D", style.VERMILLION, markersize=10)
        self.handle(self.point, x="x1", y="x2")

    def show(self, k: float, way: float, squash: bool, point, hidden, answers, cost: float, z_of) -> View:
        """Show a network 2-2-1 whose weights are all k or -k, and the corners' way through it.

        way: how much of the way from x to h is gone. squash: whether the hidden neurons squash their z; if not, they
        give 0.5 + z / (2k). point: one more place x. hidden: h at the corners and at the point, a row for each.
        answers: at the corners. z_of: from rows of inputs to z of the output.
        """
        inputs = np.vstack([CORNERS, point])
        places = inputs + way * (hidden - inputs)
        self.before.show(z_of)
        self.after.show(lambda h: k * (h.sum(axis=1) - 0.5))
        self.lines.set_data(*hidden_lines(np.array([[1.0, -1.0], [-1.0, 1.0]]), np.array([-0.5, -0.5])).T)
        self.corners.show(CORNERS, TARGETS, answers)
        self.moved.show(places[:4], TARGETS, answers)
        self.trails.set_data(*segments(inputs, places).T)
        self.point.set_data(*point[:, np.newaxis])
        self.image.set_data(*places[4:].T)
        z = printed(f"{trimmed(k, 2)}·1 - {trimmed(k, 2)}·0 - {trimmed(k / 2, 2)}")
        squashed = f"σ({z})" if squash else f"0.5 + ({z})/{trimmed(2 * k, 2)}"
        return View(
            kind="Two planes: the inputs, and the outputs of two hidden neurons",
            caption=_caption(k, way, squash, places, answers, cost),
            formula=f"h₁ at (1, 0):   {squashed} = {fixed(hidden[2, 0], 4)}",
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


def _caption(k, way, squash, places, answers, cost) -> str:
    """Return where the corners stand, and whether one line parts them there."""
    stand = [f"({fixed(x, 3)}, {fixed(y, 3)})" for x, y in places]
    begin = f"k = {trimmed(k, 2)}" + ("" if squash else ", a ramp")
    end = f"answers {', '.join(f'{answer:.3f}' for answer in answers)}, cost {cost_in_digits(cost)}"
    if way < 1:
        part = f"{way:.2f} of the way" if way else "at the start of the way"
        named = ", ".join(f"{name} at {place}" for name, place in zip(SHORT, stand))
        return f"{begin}, {part}: {named}. At the end: {end}."
    meet = f"(0,0) and (1,1) meet at {stand[0]}; the others stand at {stand[1]} and {stand[2]}"
    parted = right(TARGETS, answers).all()
    verdict = "One line parts them" if parted else "The output's line does not part them"
    if not squash:
        verdict = "Half-way between these two lie the others"
    return f"{begin}: {meet}. {verdict}: {end}."
