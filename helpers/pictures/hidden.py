"""Lesson 09's pictures: one neuron on the plane of two inputs, two that fold it, and more that learn a ring."""

import numpy as np

from helpers.pictures import style
from helpers.pictures.formatting import COUNTS, MINUS, fixed, printed, trimmed
from helpers.pictures.path import draw_arrow
from helpers.pictures.picture import View
from helpers.pictures.scene import Scene
from helpers.pictures.shades import AnswerShading

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
        self.shades, self.corners = AnswerShading(plane), ExampleMarkers(plane)
        self.bars = AnswerBars(self.figure.add_axes((0.63, 0.14, 0.35, 0.76)))
        self.moves(*self.shades.artists)
        self.moves(*plane.plot(*MIDDLE, ".", color=style.VERMILLION, markersize=7))
        self.weights = self.moves(draw_arrow(plane, MIDDLE))
        self.grip = self.moving_line(plane, "D", style.BLACK, markersize=9)
        self.moves(*self.corners.artists, *self.bars.artists)
        self.handle(self.weights, x="w1", y="w2", origin=lambda: MIDDLE, scale=1 / ARROW)
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


class ExampleMarkers:
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
        self.marks = ExampleMarkers(axes)
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


HIDDEN = (-0.5, 1.2)  # as far as the plane of (h₁, h₂) is drawn
XOR = np.array(TASKS["exactly"], dtype=float)
FOLD_CELLS = 32  # of the shading


class FoldScene(Scene):
    """Left the inputs, with both hidden neurons' lines and the answer; right where the points go."""

    width, height = 900, 400

    def build(self):
        left = self.figure.add_axes((0.055, 0.14, 0.42, 0.76), title="Inputs; dashed: z = 0 of each hidden neuron")
        after = self.figure.add_axes((0.55, 0.14, 0.42, 0.76), title="Where they go; solid: the output's line")
        draw_plane(left, INPUTS)
        draw_plane(after, HIDDEN, ("h₁ (first up, second down)", "h₂ (second up, first down)"))
        self.before, self.corners = AnswerShading(left, FOLD_CELLS), ExampleMarkers(left)
        self.after, self.moved = AnswerShading(after), ExampleMarkers(after)
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
        self.corners.show(CORNERS, XOR, answers)
        self.moved.show(places[:4], XOR, answers)
        self.trails.set_data(*segments(inputs, places).T)
        self.point.set_data(*point[:, np.newaxis])
        self.image.set_data(*places[4:].T)
        z = printed(f"{trimmed(k, 2)}·1 - {trimmed(k, 2)}·0 - {trimmed(k / 2, 2)}")
        squashed = f"σ({z})" if squash else f"0.5 + ({z})/{trimmed(2 * k, 2)}"
        return View(
            kind="Two planes: the inputs, and the outputs of two hidden neurons",
            caption=_fold_caption(k, way, squash, places, answers, cost),
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


def _fold_caption(k, way, squash, places, answers, cost) -> str:
    """Return where the corners stand, and whether one line parts them there."""
    stand = [f"({fixed(x, 3)}, {fixed(y, 3)})" for x, y in places]
    begin = f"k = {trimmed(k, 2)}" + ("" if squash else ", a ramp")
    end = f"answers {', '.join(f'{answer:.3f}' for answer in answers)}, cost {cost_in_digits(cost)}"
    if way < 1:
        part = f"{way:.2f} of the way" if way else "at the start of the way"
        named = ", ".join(f"{name} at {place}" for name, place in zip(SHORT, stand))
        return f"{begin}, {part}: {named}. At the end: {end}."
    meet = f"(0,0) and (1,1) meet at {stand[0]}; the others stand at {stand[1]} and {stand[2]}"
    parted = right(XOR, answers).all()
    verdict = "One line parts them" if parted else "The output's line does not part them"
    if not squash:
        verdict = "Half-way between these two lie the others"
    return f"{begin}: {meet}. {verdict}: {end}."


EDGE = 2.4  # the plane is drawn from -EDGE to EDGE
LOWEST, HIGHEST = 3e-4, 0.35  # of the costs that are drawn
MAX_STEPS = 2000
NUMBER = np.arange(40)
RADIUS = np.where(NUMBER < 20, 0.05 * NUMBER, 0.8 + 0.03 * NUMBER)
POINTS = np.stack([RADIUS * np.cos(2.4 * NUMBER), RADIUS * np.sin(2.4 * NUMBER)], axis=1)  # a row for each example
POINT_TARGETS = np.where(NUMBER < 20, 1.0, 0.0)
BEND_CELLS = 36  # of the shading


class BendScene(Scene):
    """Left the points, the answer and the hidden neurons' lines; right the cost over the steps."""

    width, height = 900, 420

    def build(self):
        plane = self.figure.add_axes((0.06, 0.13, 0.42, 0.78), title="Solid: it says 0.5; dashed: hidden z = 0")
        draw_plane(plane, (-EDGE, EDGE), ("x₁", "x₂"))
        plane.set(xticks=(-2, -1, 0, 1, 2), yticks=(-2, -1, 0, 1, 2))
        self.shades, self.points = AnswerShading(plane, BEND_CELLS), ExampleMarkers(plane, size=7)
        self.moves(*self.shades.artists)
        self.lines = self.moving_line(plane, "--", style.VERMILLION, linewidth=1.5)
        self.moves(*self.points.artists)
        costs = self.figure.add_axes((0.58, 0.13, 0.4, 0.78), title="The cost; dotted: the other nine starts")
        costs.set(yscale="log", xlim=(-40, MAX_STEPS + 40), ylim=(LOWEST, HIGHEST))
        costs.set(xlabel="t (steps taken)", ylabel="C (the cost)")
        costs.set_yticks((0.001, 0.01, 0.1), ("0.001", "0.01", "0.1"))
        costs.set_yticks([], minor=True)
        self.others = self.moving_line(costs, ":", style.GREY, linewidth=1.2)
        self.curve = self.moving_line(costs, "-", style.BLUE)
        self.here = self.moving_line(costs, "o", style.VERMILLION, markersize=10)
        self.handle(self.here, x="steps")

    def show(self, start: int, steps: int, costs, W, b, answers, z_of) -> View:
        """Show a network 2-hidden-1 after some steps from one of ten starts.

        costs: of all ten starts, a row for each step. W, b: of the hidden layer. answers: at POINTS. z_of: from rows
        of inputs to z of the output.
        """
        self.shades.show(z_of)
        self.lines.set_data(*hidden_lines(W, b).T)
        self.points.show(POINTS, POINT_TARGETS, answers)
        cost, every, few = costs[steps, start], np.arange(0, MAX_STEPS + 1, 10), np.arange(0, MAX_STEPS + 1, 40)
        others = np.delete(costs, start, axis=1)[few].T
        gap = np.full((len(others), 1), np.nan)  # after each curve
        self.others.set_data(np.hstack([np.tile(few, (len(others), 1)), gap]).ravel(), np.hstack([others, gap]).ravel())
        self.curve.set_data(every, costs[every, start])
        self.here.set_data([steps], [cost])
        hidden, count = len(b), int(right(POINT_TARGETS, answers).sum())
        done = f"after {steps:,} steps" if steps else "before the first step"
        return View(
            kind="Forty points of two kinds with the border that a network has learnt, and curve of its cost",
            caption=(
                f"{hidden} hidden neuron{'s' * (hidden > 1)}, start {start}, {done}: {count} of {len(POINT_TARGETS)} "
                f"on the right side, cost {cost_in_digits(cost)}."
            ),
            formula=f"2-{hidden}-1:   {hidden}·(2 + 1) + 1·({hidden} + 1) = {hidden * 3 + hidden + 1} knobs",
        )
