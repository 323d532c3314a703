"""The slope in every direction from one place on the map: a cosine, lowest along minus the gradient."""

from dataclasses import dataclass

import numpy as np

from helpers.pictures import style
from helpers.pictures.bias import BATCH, RIGHT_BY, Map, answers, both_steps, short
from helpers.pictures.formatting import bracketed, count, fixed, number, sentence, trimmed
from helpers.pictures.path import draw_path, show_path
from helpers.pictures.picture import View
from helpers.pictures.scene import Scene

DEGREES = np.arange(-180, 181, 3)  # 0 is towards larger w, 90 towards larger b
STEEPEST = 0.15  # of the slopes that the compass can show
REACH = 1.6  # how long an arrow is drawn on the map


@dataclass(frozen=True)
class Place:
    """A place (w, b) on the map, the last of a path, and the gradient of the mean cost there."""

    path: np.ndarray

    @property
    def here(self) -> np.ndarray:
        """Where it stands now."""
        return self.path[-1]

    @property
    def gradient(self) -> np.ndarray:
        """The two slopes, along w and along b."""
        return BATCH.gradient(self.here)

    @property
    def down(self) -> float:
        """The direction of steepest descent, in degrees."""
        along_w, along_b = -self.gradient
        return float(np.degrees(np.arctan2(along_b, along_w)))

    def slope(self, degrees):
        """Return the slope in a direction, or in many: cost for each unit of length."""
        along_w, along_b = self.gradient
        return along_w * np.cos(np.radians(degrees)) + along_b * np.sin(np.radians(degrees))


class CompassScene(Scene):
    """The map with a place on it, and the slope in every direction from there. Subclasses say what is told."""

    width, height = 900, 400

    def build(self):
        self.plane = self.figure.add_axes((0.055, 0.13, 0.53, 0.78))
        compass = self.figure.add_axes((0.685, 0.13, 0.285, 0.78))
        Map().draw(self.plane)
        self.plane.set_title("The mean cost; hatched: both right to within 0.1")
        compass.set(xlim=(-180, 180), ylim=(-STEEPEST, STEEPEST), xticks=(-180, -90, 0, 90, 180))
        compass.set(xlabel="direction in degrees (0: w, 90: b)", ylabel="slope (C for each unit of the way)")
        compass.set_title("How steep, in every direction")
        compass.axhline(0, color=style.GREY, linewidth=1)
        self.path, self.start, self.here = draw_path(self.plane)
        self.down = arrow(self.plane, style.VERMILLION, "-")
        self.moves(self.path, self.start, self.down, self.here)
        self.curve = self.moving_line(compass, "-", style.BLUE)
        self.lowest = self.moving_line(compass, "o", style.VERMILLION, markersize=11, label="against the gradient")
        self.compass = compass

    def show_place(self, place: Place):
        """Set everything that a path and a place on it say."""
        show_path((self.path, self.start, self.here), *place.path.T)
        point(self.down, place.here, place.down)
        self.curve.set_data(DEGREES, place.slope(DEGREES))
        self.lowest.set_data([place.down], [place.slope(place.down)])


@dataclass(frozen=True)
class Walk:
    """A descent over the map, and its learning rate."""

    place: Place
    learning_rate: float


@dataclass(frozen=True)
class Turn:
    """A place on the map and a direction to look in, with the slope there."""

    place: Place
    degrees: float
    slope: float


class WalkScene(CompassScene):
    """A descent over the map. Data: a Walk."""

    def build(self):
        super().build()
        self.handle(self.start, x="w", y="b")
        self.compass.legend(loc="upper center")

    def show(self, data: Walk) -> View:
        place, rate = data.place, data.learning_rate
        self.show_place(place)
        return View(
            kind="Map of the cost with the path of a descent, and the slope over the direction",
            caption=walk_caption(place, rate),
            formula=both_steps(place.here, rate, place.gradient),
        )


class TurnScene(CompassScene):
    """A place on the map and a direction to look in. Data: a Turn."""

    def build(self):
        super().build()
        self.way = self.moves(arrow(self.plane, style.BLACK, "--"))
        self.chosen = self.moving_line(self.compass, "D", style.BLACK, markersize=9, label="the way you look")
        self.handle(self.here, x="w", y="b")
        self.handle(self.way, angle="degrees")
        self.handle(self.chosen, x="degrees")
        self.compass.legend(loc="upper center")

    def show(self, data: Turn) -> View:
        place, degrees, slope = data.place, data.degrees, data.slope
        self.show_place(place)
        point(self.way, place.here, degrees)
        self.chosen.set_data([degrees], [slope])
        (w, b), (along_w, along_b) = place.here, place.gradient
        return View(
            kind="Map of the cost with two arrows, and the slope over the direction",
            caption=(
                f"At w = {number(w)}, b = {number(b)} the slope towards {trimmed(degrees)} degrees is {short(slope)}. "
                f"Steepest down is {trimmed(place.down, 1)} degrees, against the gradient "
                f"({short(along_w)}, {short(along_b)}), with slope {short(place.slope(place.down))}."
            ),
            formula=(
                f"slope = {fixed(along_w, 4)} · cos({trimmed(degrees)}°) + "
                f"{bracketed(along_b, 4)} · sin({trimmed(degrees)}°) = {fixed(slope, 4)}"
            ),
        )


def walk_caption(place: Place, rate: float) -> str:
    """Return where a descent of both knobs went and what the neuron answers there."""
    (w_0, b_0), (w, b), (along_w, along_b) = place.path[0], place.here, place.gradient
    zero, one = answers(place.here[np.newaxis])[0]
    right = ", both right to within 0.1" if zero < RIGHT_BY and one > 1 - RIGHT_BY else ""
    steps = sentence(count(len(place.path) - 1, "step"))
    return (
        f"{steps} from ({number(w_0)}, {number(b_0)}) at learning rate {rate:g}: w = {short(w)}, b = {short(b)}, "
        f"cost {short(BATCH.value(place.here))}. Outputs {trimmed(zero, 3)} for x = 0 and {trimmed(one, 3)} for x = 1"
        f"{right}. The gradient here is ({short(along_w)}, {short(along_b)})."
    )


def arrow(axes, colour, dash):
    """Return an arrow on the axes that `point` can turn."""
    look = {"arrowstyle": "-|>", "color": colour, "linewidth": 2.5, "linestyle": dash, "mutation_scale": 14}
    made = axes.annotate("", xy=(0, 0), xytext=(0, 0), arrowprops={**look, "shrinkA": 0, "shrinkB": 0})
    made.set_annotation_clip(False)  # cut it at the edge of the axes, as lines are, not hide it
    made.arrow_patch.set_clip_box(axes.bbox)
    return made


def point(made, start, degrees, reach=REACH):
    """Let an arrow start somewhere and point in a direction."""
    way = np.array([np.cos(np.radians(degrees)), np.sin(np.radians(degrees))])
    made.set_position(start)
    made.xy = tuple(start + reach * way)
