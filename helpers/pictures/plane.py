"""One neuron with two inputs: the plane of these, the line where it answers 0.5, and its answers at four corners."""

import numpy as np

from helpers.pictures import style
from helpers.pictures.formatting import COUNTS, MINUS, trimmed
from helpers.pictures.picture import View
from helpers.pictures.scene import Scene
from helpers.pictures.shades import Shades

CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])  # a row for each example
TASKS = {"both": [0, 0, 0, 1], "one": [0, 1, 1, 1], "exactly": [0, 1, 1, 0]}  # AND, OR, XOR
INPUTS = (-0.5, 1.5)  # as far as the plane is drawn
MIDDLE = np.array([0.5, 0.5])
ARROW = 0.08  # how long it is drawn for each unit of the weights
SHORT = ("(0,0)", "(0,1)", "(1,0)", "(1,1)")


class PlaneScene(Scene):
    """The plane of both inputs, and bars of the answers at its corners."""

    width, height = 900, 380

    def build(self):
        self.w = np.zeros(2)
        plane = self.figure.add_axes((0.06, 0.14, 0.46, 0.76), title="Grey: its answer; hatched: above 0.5")
        draw_plane(plane, INPUTS)
        self.shades, self.corners = Shades(plane), Corners(plane)
        self.bars = AnswerBars(self.figure.add_axes((0.63, 0.14, 0.35, 0.76)))
        self.moves(*self.shades.artists)
        middle = self.moves(*plane.plot(*MIDDLE, ".", color=style.VERMILLION, markersize=7))
        look = {"arrowstyle": "-|>", "color": style.VERMILLION, "linewidth": 2.5, "mutation_scale": 14}
        self.weights = self.moves(plane.annotate("", MIDDLE, MIDDLE, arrowprops={**look, "shrinkA": 0, "shrinkB": 0}))
        self.grip = self.moving_line(plane, "D", style.BLACK, markersize=9)
        self.moves(*self.corners.artists, *self.bars.artists)
        self.handle(self.weights, x="w1", y="w2", origin=middle, scale=1 / ARROW)
        # The bias with which the line runs through a place.
        self.handle(self.grip, across="b", level=lambda x, y: -float(self.w @ (x, y)))

    def show(self, w, b: float, targets, answers, cost: float) -> View:
        """Show a neuron with weights w and bias b. answers: at the corners. cost: the mean one."""
        self.w = w
        self.shades.show(lambda places: places @ w + b)
        self.corners.show(CORNERS, targets, answers)
        self.weights.xy = tuple(MIDDLE + ARROW * w)
        foot = MIDDLE - (w @ MIDDLE + b) / (w @ w) * w if w.any() else np.full(2, np.inf)
        seen = (foot > INPUTS[0]).all() and (foot < INPUTS[1]).all()
        self.grip.set_data(*(foot[:, np.newaxis] if seen else ([], [])))
        self.bars.show(targets, answers)
        (w1, w2), count = w, int(right(targets, answers).sum())
        side = "all four on the right side" if count == 4 else f"{COUNTS[count] if count else 'none'} on the right side"
        return View(
            kind="Plane of two inputs with the line where a neuron answers 0.5, and bars of its answers",
            caption=(
                f"w = ({trimmed(w1, 2)}, {trimmed(w2, 2)}), b = {trimmed(b, 2)}: it answers 0.5 {where_half(w, b)}. "
                f"Answers {', '.join(f'{answer:.3f}' for answer in answers)}: {side}, cost {cost_in_digits(cost)}."
            ),
            formula=f"z at (1, 1):   {trimmed(w1, 2)}·1 {_signed(w2)}·1 {_signed(b)} = {trimmed(w1 + w2 + b, 2)}",
        )


def _signed(value) -> str:
    """Return a number as it goes on in a sum."""
    return f"{MINUS if value < 0 else '+'} {trimmed(abs(value), 2)}"


def draw_plane(axes, ends, names=("x₁ (the first input)", "x₂ (the second input)")):
    """Name the axes of a plane, with limits that stay and equal units."""
    axes.set(xlim=ends, ylim=ends, xticks=(0, 1), yticks=(0, 1), aspect="equal", xlabel=names[0], ylabel=names[1])


class Corners:
    """Examples on a plane: discs where the target is 1, crosses where it is 0, ringed where the answer is wrong."""

    def __init__(self, axes, size=11):
        (self.ones,) = axes.plot([], [], "o", color=style.BLUE, markersize=size, label="target 1")
        (self.zeros,) = axes.plot([], [], "X", color=style.BLACK, markersize=size, label="target 0")
        (self.wrong,) = axes.plot([], [], "o", color=style.VERMILLION, fillstyle="none", markersize=2 * size)
        self.wrong.set_markeredgewidth(2.5)
        self.artists = (self.ones, self.zeros, self.wrong)

    def show(self, places, targets, answers):
        """Put the examples at these places, a row for each."""
        wanted, wrong = np.asarray(targets) > 0.5, ~right(targets, answers)
        for artist, some in zip(self.artists, (wanted, ~wanted, wrong)):
            artist.set_data(*places[some].T)


class AnswerBars:
    """The answers at the four corners as bars, with their targets: a disc at 1 or a cross at 0."""

    def __init__(self, axes):
        axes.set(xlim=(-0.6, 3.6), ylim=(-0.06, 1.12), xticks=range(4), xticklabels=SHORT, yticks=(0, 0.5, 1))
        axes.set(xlabel="(x₁, x₂)", ylabel="a (the answer)", title="Answers (bars) and targets (marks)")
        axes.grid(axis="x", visible=False)
        axes.axhline(0.5, color=style.GREY, linestyle="--", linewidth=1.2)
        self.bars = axes.bar(range(4), np.zeros(4), width=0.5, color=style.PALE, edgecolor=style.BLACK)
        self.marks = Corners(axes)
        for mark in self.marks.artists:
            mark.set_clip_on(False)
        self.artists = (*self.bars, *self.marks.artists)

    def show(self, targets, answers):
        """Set the bars to the answers, and the marks to the targets."""
        for bar, answer in zip(self.bars, answers):
            bar.set_height(answer)
        self.marks.show(np.stack([np.arange(4), targets], axis=1), targets, answers)


def right(targets, answers) -> np.ndarray:
    """Return for each answer whether it is on its target's side of 0.5; an answer of 0.5 is on none."""
    return (np.asarray(targets) - 0.5) * (np.asarray(answers) - 0.5) > 1e-9


def where_half(w, b) -> str:
    """Return where the line w · x + b = 0 runs, as far as it lies between the corners."""
    if not w.any():
        return "everywhere" if b == 0 else "nowhere"
    ends = sorted(edge_points(w, b))
    if len(ends) < 2:
        return "on no line between the corners"
    (x, y), (far_x, far_y) = ends[0], ends[-1]
    return f"on the line from ({trimmed(x, 2)}, {trimmed(y, 2)}) to ({trimmed(far_x, 2)}, {trimmed(far_y, 2)})"


def edge_points(w, b) -> set:
    """Return where the line w · x + b = 0 meets the edges of the unit square."""
    found = set()
    for along in (0, 1):
        for side in (0.0, 1.0):
            if w[along]:
                place = -(b + w[1 - along] * side) / w[along]
                if -1e-9 <= place <= 1 + 1e-9:
                    found.add(tuple(round(float(p), 6) + 0.0 for p in ((place, side) if along == 0 else (side, place))))
    return found


def cost_in_digits(cost: float) -> str:
    """Return a cost in four decimals, or in five where it is smaller."""
    return f"{cost:.4f}" if cost >= 0.0005 else f"{cost:.5f}" if cost >= 0.000005 else "below 0.00001"
