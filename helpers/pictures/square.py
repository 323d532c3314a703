"""A square that grows: why the slope of w**2 is 2w."""

from dataclasses import dataclass

from matplotlib.patches import Rectangle

from helpers.pictures import style
from helpers.pictures.formatting import fixed, trimmed
from helpers.pictures.picture import View
from helpers.pictures.scene import Scene

WIDEST, MOST = 4.0, 1.0  # the longest side and the longest growth that fit
BAR = 0.1
GAP = 0.12  # between a rectangle and its name


@dataclass(frozen=True)
class GrowingSquare:
    """A square whose side grows from w to w + h, by two strips and a corner."""

    w: float
    h: float

    @property
    def strips(self) -> float:
        """The area of both strips: 2 w h."""
        return 2 * self.w * self.h

    @property
    def corner(self) -> float:
        """The area of the corner: h**2."""
        return self.h**2

    @property
    def growth(self) -> float:
        """How much the area grows."""
        return self.strips + self.corner


class SquareScene(Scene):
    """Left the square with its two strips and its corner, right what each gives for a unit of h.

    Data: a GrowingSquare.
    """

    width, height = 720, 360

    def build(self):
        self.figure.subplots_adjust(left=0.08, right=0.98, top=0.89, bottom=0.15, wspace=0.28)
        square, shares = self.figure.subplots(1, 2)
        self._build_square(square)
        self._build_shares(shares)

    def _build_square(self, axes):
        far = WIDEST + MOST + 0.9
        axes.set(xlim=(0, far), ylim=(0, far), aspect="equal", xlabel="w + h (the side)", ylabel="w + h (the side)")
        axes.set_title("The square")
        axes.grid(False)
        self.square = Rectangle((0, 0), 1, 1, facecolor=style.PALE, edgecolor=style.BLACK)
        self.strips = [_strip(), _strip()]
        self.corner = _corner()
        for patch in (self.square, *self.strips, self.corner):
            axes.add_patch(self.moves(patch))
        self.handle(self.square, x="w", point=1)
        self.handle(self.corner, x="h", origin=self.square)
        self.names = [axes.text(0, 0, name, ha="center", va="center") for name in ("w²", "w·h", "w·h", "h²")]
        self.moves(*self.names)

    def _build_shares(self, axes):
        axes.set(xlim=(0, 1.1), ylim=(0, 2 * WIDEST + MOST + 3), xlabel="h (how much the side grows)")
        axes.set(ylabel="growth / h (area for each unit of h)")
        axes.set_title("Growth of the area, divided by h")
        self.bars = [_strip(), _corner()]
        for bar in self.bars:
            axes.add_patch(self.moves(bar))
        axes.legend([_corner(), _strip()], ["from the corner", "from the two strips"], loc="upper left")

    def show(self, data: GrowingSquare) -> View:
        w, h = data.w, data.h
        self._show_square(w, h)
        self._show_shares(w, h)
        return View(
            kind="A square with two strips and a corner, and their shares of the growth",
            caption=_caption(data),
            formula=f"growth / h = strips / h + corner / h:   {fixed(2 * w)} + {fixed(h)} = {fixed(2 * w + h)}",
            table=_table(data),
        )

    def _show_square(self, w, h):
        right, top = self.strips
        self.square.set_bounds(0, 0, w, w)
        right.set_bounds(w, 0, h, w)
        top.set_bounds(0, w, w, h)
        self.corner.set_bounds(w, w, h, h)
        out = w + h + 2.5 * GAP  # beside the strips, because a thin one has no room for its name
        for name, place in zip(self.names, ((w / 2, w / 2), (out + GAP, w / 2), (w / 2, out), (out, out))):
            name.set_position(place)

    def _show_shares(self, w, h):
        strips, corner = self.bars
        strips.set_bounds(h - BAR / 2, 0, BAR, 2 * w)
        corner.set_bounds(h - BAR / 2, 2 * w, BAR, h)


def _strip() -> Rectangle:
    return Rectangle((0, 0), 1, 1, facecolor=style.WHITE, edgecolor=style.BLUE, hatch="///")


def _corner() -> Rectangle:
    return Rectangle((0, 0), 1, 1, facecolor=style.WHITE, edgecolor=style.VERMILLION, hatch="xx")


def _caption(data: GrowingSquare):
    w, h, growth = data.w, data.h, data.growth
    return (
        f"The side grows from {trimmed(w)} to {trimmed(w + h)}, the area by {trimmed(growth)}. For each unit of h "
        f"the two strips give {trimmed(2 * w)}, the corner {trimmed(h)}, together {trimmed(2 * w + h)}."
    )


def _table(data: GrowingSquare):
    parts = (("two strips", data.strips), ("corner", data.corner), ("together", data.growth))
    return (("", "area", "area / h"), *((name, fixed(area, 4), fixed(area / data.h)) for name, area in parts))
