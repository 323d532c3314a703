"""What a neuron or a network answers over a plane of two inputs: five steps of grey, and a line where it says 0.5."""

import numpy as np
from contourpy import FillType, LineType, contour_generator
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from helpers.pictures import style

STEPS = (0.1, 0.3, 0.5, 0.7, 0.9)  # answers where a step of grey begins
DARKEST = 0.36
EDGES = np.log(np.divide(STEPS, np.subtract(1, STEPS)))  # the same steps in z: an answer there is sigmoid(z)
TINY = 1e-9  # |z| below this is rounding error
NOTHING = Path(np.empty((0, 2)))


class AnswerShading:
    """Five steps of grey on axes, hatched where the answer is above 0.5, and the border where it is 0.5.

    cells: into how many cells each side of the axes is cut; 1 is exact where z is a plane. Between places z is taken
    for straight, so that a border is smooth however steep the answer is.
    """

    def __init__(self, axes, cells=1):
        self.x, self.y = (np.linspace(*ends, cells + 1) for ends in (axes.get_xlim(), axes.get_ylim()))
        levels = np.linspace(0, DARKEST, len(STEPS) + 1)[1:]
        self._regions = [_patch(axes, facecolor=style.BLACK, alpha=level, linewidth=0) for level in levels]
        self._above = _patch(axes, fill=False, edgecolor=style.GREY, hatch="//", linewidth=0)
        self._border = _patch(axes, fill=False, edgecolor=style.BLACK, linewidth=2.5)
        self.artists = (*self._regions, self._above, self._border)

    def show(self, z_of):
        """Shade by z_of, a function from rows (x, y) to z: the answer there is sigmoid(z)."""
        z = z_of(np.stack(np.meshgrid(self.x, self.y), axis=-1).reshape(-1, 2))
        z = np.where(np.abs(z) < TINY, -TINY, z).reshape(len(self.y), len(self.x))
        contours = contour_generator(self.x, self.y, z, fill_type=FillType.OuterCode, line_type=LineType.SeparateCode)
        # contourf of matplotlib draws the same with contourpy, and takes ten times as long.
        regions = [_path(*contours.filled(*ends)) for ends in zip(EDGES, [*EDGES[1:], np.inf])]
        for patch, region in zip(self._regions, regions):
            patch.set_path(region)
        self._above.set_path(_path(*contours.filled(0.0, np.inf)))
        self._border.set_path(_path(*contours.lines(0.0)) if z.min() < 0 < z.max() else NOTHING)


def _path(points, codes) -> Path:
    """Return one path of the pieces that contourpy found."""
    return Path(np.concatenate(points), np.concatenate(codes)) if points else NOTHING


def _patch(axes, **look) -> PathPatch:
    return axes.add_patch(PathPatch(Path([(0, 0)]), **look))
