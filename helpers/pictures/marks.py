"""Moving artists of a figure as shapes that a browser draws: SVG attributes, in pixels of the figure, y downwards.

matplotlib's own SVG backend writes ten times as much for the same lines, in ten times the time. Each shape has a
fixed part, its `look`, which is sent once, and a part that is sent at each move. Nothing in here reads matplotlib's
rules, so no lock on rcParams is needed.

A shape is a dict: `d`, a path; or `at` and `marker`, the same small path at several places; or `text`; or `cells`,
a picture of shades of one colour. The other keys are SVG's own attributes, but for `clip`, the number of a rectangle,
and `hatch`, the path of a tile.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import numpy as np
from matplotlib import hatch, rcParamsDefault
from matplotlib.colors import to_rgba
from matplotlib.image import AxesImage
from matplotlib.lines import Line2D
from matplotlib.markers import MarkerStyle
from matplotlib.patches import ArrowStyle, Patch
from matplotlib.path import Path
from matplotlib.text import Annotation, Text
from matplotlib.transforms import Affine2D

from helpers.pictures import style

# In widths of the line, as matplotlib has them unless a reader says otherwise.
DASHES = {
    **dict.fromkeys(("--", "dashed"), rcParamsDefault["lines.dashed_pattern"]),
    **dict.fromkeys((":", "dotted"), rcParamsDefault["lines.dotted_pattern"]),
    **dict.fromkeys(("-.", "dashdot"), rcParamsDefault["lines.dashdot_pattern"]),
}
SOLID, NOTHING = ("-", "solid"), ("None", "none", " ", "")
CAPS = {"projecting": "square", "butt": "butt", "round": "round"}
ANCHORS = {"left": "start", "center": "middle", "right": "end"}
ASCENT, DESCENT = 0.7598, 0.2358  # of DejaVu Sans, in font sizes: matplotlib makes room for an l and a p in every line
BASELINES = {"baseline": 0.0, "center": (ASCENT - DESCENT) / 2, "top": ASCENT, "bottom": -DESCENT}
CONTENT = ("d", "at", "text", "cells")  # what a shape shows; empty while its artist is hidden
SHADES = np.frombuffer(b"0123456789abcdef", "S1")  # of a cell, from nothing to the full colour
FAR = 20000  # pixels; what lies further out is cut off, since browsers draw with single floats


class Marks:
    """The moving artists of one figure, in the order in which they are drawn.

    Raises TypeError or ValueError for an artist that no shape can stand for, naming it.
    """

    def __init__(self, figure, artists):
        self._size = figure.bbox.size
        self._artists = tuple(artists)
        self.clips = []  # rectangles (left, top, width, height) that shapes are cut off by
        self._looks = [self._look(artist) for artist in self._artists]

    def shapes(self) -> dict:
        """Return the shapes as they are now, by a name that stays: one for each artist, two for a line with markers."""
        shapes = {}
        for at, (artist, looks) in enumerate(zip(self._artists, self._looks)):
            for part, (look, now) in enumerate(zip(looks, _kind(artist)[1](artist, *self._size))):
                if not artist.get_visible():
                    now |= {key: "" for key in CONTENT if key in now}
                shapes[f"{at}{'ab'[part]}"] = {**look, **now}
        return shapes

    @property
    def height(self) -> float:
        """How high the figure is, in pixels."""
        return self._size[1]

    def places(self, line) -> list:
        """Return the points of a line in pixels, as [x, y]; those far outside the figure as None."""
        width, height = self._size
        return [
            [_short(x), _short(height - y)] if abs(x) < 2 * width and abs(y) < 2 * height else None
            for x, y in (_points(line) if line is not None else ())
        ]

    def point(self, artist: Any, number: int = 0) -> tuple[float, float] | None:
        """Return where an artist can be dragged, in pixels, or None where it is out of sight.

        A point of a line, the tip of an arrow, the middle of a text; of a box the far corner, or with number 1 the
        middle of its far side.
        """
        places: Any
        axes: Any = artist.axes
        if isinstance(artist, Line2D):
            places = _points(artist)[number : number + 1 or None]
        elif isinstance(artist, Annotation):
            places = axes.transData.transform([artist.xy])
        elif isinstance(artist, Text):
            places = artist.get_transform().transform([artist.get_position()])
        else:
            box = artist.get_window_extent()
            places = np.array([(box.x1, box.y0 + box.height * (1 - number / 2))])
        width, height = self._size
        if not len(places) or not (0 <= places[0][0] <= width and 0 <= places[0][1] <= height):
            return None
        return round(float(places[0][0]), 1), round(float(height - places[0][1]), 1)

    def _look(self, artist) -> list[dict]:
        """Return what never changes of an artist's shapes, or raise an error with the artist's name in it."""
        try:
            looks, _ = _kind(artist)
            if artist.get_alpha() is not None and not _is_shade(artist):
                raise ValueError("its alpha is set, and the style's colours are opaque but for a patch without an edge")
            return looks(artist, self._clip(artist))
        except (TypeError, ValueError) as error:
            raise type(error)(f"{artist!r} cannot be drawn by a browser: {error}") from None

    def _clip(self, artist: Any) -> dict:
        owner: Any = artist.arrow_patch if isinstance(artist, Annotation) else artist
        box = owner.get_clip_box()
        if box is None or not owner.get_clip_on():
            return {}
        left, bottom, width, height = box.bounds
        rectangle = [_short(left), _short(self._size[1] - bottom - height), _short(width), _short(height)]
        if rectangle not in self.clips:
            self.clips.append(rectangle)
        return {"clip": self.clips.index(rectangle)}


def path_data(path: Path, transform, height: float, move: str = "M") -> str:
    """Return a path as SVG writes it, to a tenth of a pixel, in relative moves.

    move: "M", or "m" for a marker, which begins wherever it is put down.
    """
    clean = path.cleaned(transform, remove_nans=True, simplify=False, curves=True)
    codes = np.asarray(clean.codes).tolist()  # plain integers: an array for each segment would take three times as long
    tenths = _tenths(clean.vertices, height).tolist()
    out, at, here, begin = [], 0, [0, 0], [0, 0]
    letters = {Path.MOVETO: move, Path.LINETO: "l", Path.CURVE3: "q", Path.CURVE4: "c"}
    while (code := codes[at]) != Path.STOP:
        points = tenths[at : at + Path.NUM_VERTICES_FOR_CODE[code]]
        at += len(points)
        if code == Path.CLOSEPOLY:
            out.append("z")
            here = begin
            continue
        from_x, from_y = (0, 0) if letters[code] == "M" else here
        if code != Path.LINETO or points[0] != here:
            out.append(letters[code] + _joined(part for x, y in points for part in (x - from_x, y - from_y)))
        here = points[-1]
        begin = here if code == Path.MOVETO else begin
    return "".join(out)


def _tenths(points, height) -> np.ndarray:
    """Return places in whole tenths of a pixel, y downwards."""
    return np.rint(10 * (np.clip(points, -FAR, FAR) * (1, -1) + (0, height))).astype(int)


def _polyline(points, width, height) -> str:
    """Return a line through the points, without those that nobody sees: matplotlib's own simplification."""
    if len(points) < 2:
        return ""
    path = Path(points)
    path.simplify_threshold = rcParamsDefault["path.simplify_threshold"]  # a reader may have set another
    simplify = len(points) >= 128  # as matplotlib does; or dashes would fall elsewhere
    path = path.cleaned(remove_nans=True, simplify=simplify, clip=(0, 0, width, height))
    return path_data(path, None, height)


def _joined(tenths: Iterable[int]) -> str:
    """Return whole tenths as SVG's shortest list of numbers: 0.5 -3 as .5-3."""
    return "".join(map(_number, tenths)).lstrip()


@lru_cache(maxsize=20_000)
def _number(tenths: int) -> str:
    """Return a number as SVG needs it behind another one: with a space before it, or its minus sign."""
    whole, part = divmod(abs(tenths), 10)
    return ("-" if tenths < 0 else " ") + (f"{whole or ''}.{part}" if part else str(whole))


def _short(value) -> float:
    """Return a number to a tenth, whole if it can be."""
    value = round(float(value), 1)
    return int(value) if value == int(value) else value


def _stroke(colour, points: float, linestyle) -> dict:
    """Return the attributes of a line so many points wide."""
    if not points or to_rgba(colour)[3] == 0 or linestyle in NOTHING:
        return {"stroke": "none"}
    look = {"stroke": style.name_of(colour), "stroke-width": round(points * style.PIXEL, 2)}
    if linestyle not in SOLID:
        if linestyle not in DASHES:
            raise ValueError(f"its line style {linestyle!r} is none of {[*SOLID, *DASHES]}")
        look["stroke-dasharray"] = " ".join(f"{_short(part * points * style.PIXEL)}" for part in DASHES[linestyle])
    return look


def _points(line) -> np.ndarray:
    """Return the points of a line in pixels of the figure, y upwards."""
    path = line.get_path()
    return line.get_transform().transform(path.vertices) if len(path.vertices) else np.empty((0, 2))


def _line_looks(line, clip) -> list[dict]:
    if line.get_drawstyle() != "default" or line.get_markevery() is not None:
        raise ValueError("steps and markevery are not drawn")
    looks = []
    if line.get_linestyle() not in NOTHING:
        stroke = _stroke(line.get_color(), line.get_linewidth(), line.get_linestyle())
        cap = line.get_dash_capstyle() if "stroke-dasharray" in stroke else line.get_solid_capstyle()
        looks.append({"fill": "none", **stroke, "stroke-linecap": CAPS[cap], **clip})
    if line.get_marker() not in NOTHING:
        mark = MarkerStyle(line.get_marker(), line.get_fillstyle())
        shape = mark.get_transform() + Affine2D().scale(line.get_markersize() * style.PIXEL)
        edge = _stroke(line.get_markeredgecolor(), line.get_markeredgewidth(), "-")
        face = _fill(line.get_markerfacecolor()) if mark.is_filled() else "none"
        join = {"stroke-linejoin": mark.get_joinstyle()}
        looks.append({"fill": face, **edge, **join, **clip, "marker": path_data(mark.get_path(), shape, 0, move="m")})
    if not looks:
        raise ValueError("it has neither a line nor markers")
    return looks


def _line(line, width, height) -> list[dict]:
    points, shapes = _points(line), []
    if line.get_linestyle() not in NOTHING:
        shapes.append({"d": _polyline(points, width, height)})
    if line.get_marker() not in NOTHING:
        seen = (np.abs(points - (width / 2, height / 2)) < (width, height)).all(axis=1)  # nan is not
        tenths = _tenths(points[seen], height)
        if len(tenths) > 1:  # of those within a third of a pixel of the way, one is enough
            way = np.cumsum(np.hypot(*np.diff(tenths, axis=0).T)) // 3
            tenths = tenths[np.r_[True, np.diff(way) > 0, True] if len(way) > 1 else [True, True]]
        shapes.append({"at": _joined(tenths.ravel().tolist())})
    return shapes


def _fill(colour) -> str:
    return "none" if isinstance(colour, str) and colour == "none" or to_rgba(colour)[3] == 0 else style.name_of(colour)


def _corners(patch) -> dict:
    """Return how a patch's outline ends and turns."""
    return {"stroke-linejoin": patch.get_joinstyle(), "stroke-linecap": CAPS[patch.get_capstyle()]}


def _is_shade(artist) -> bool:
    """Return whether an artist is a patch that shades what lies under it: filled, without an edge and a hatch."""
    return isinstance(artist, Patch) and artist.get_fill() and not artist.get_linewidth() and not artist.get_hatch()


def _patch_looks(patch, clip) -> list[dict]:
    look = {"fill": _fill(patch.get_facecolor()) if patch.get_fill() else "none", **_corners(patch)}
    look |= _stroke(patch.get_edgecolor(), patch.get_linewidth(), patch.get_linestyle())
    if patch.get_alpha() is not None:
        look["fill-opacity"] = round(patch.get_alpha(), 3)
    if patch.get_hatch():
        tile = hatch.get_path(patch.get_hatch(), density=6)  # as matplotlib does
        look["hatch"] = path_data(tile, Affine2D().scale(style.DPI), style.DPI)
        look["hatch-colour"] = style.name_of(patch.get_edgecolor())
    return [look | clip]


def _patch(patch, _, height) -> list[dict]:
    return [{"d": path_data(patch.get_path(), patch.get_transform(), height)}]


def _arrow_looks(annotation, clip) -> list[dict]:
    patch, options = annotation.arrow_patch, annotation.arrowprops or {}
    if annotation.get_text() or patch is None or not isinstance(patch.get_arrowstyle(), ArrowStyle.CurveFilledB):
        raise ValueError("of annotations, only arrows -|> without a text can move")
    if options.get("shrinkA") != 0 or options.get("shrinkB") != 0:
        raise ValueError("an arrow that moves needs shrinkA and shrinkB of 0")
    stroke = _stroke(patch.get_edgecolor(), patch.get_linewidth(), patch.get_linestyle())
    return [{"fill": _fill(patch.get_facecolor()), **_corners(patch), **stroke, **clip}]


def _arrow(annotation, _, height) -> list[dict]:
    """Return a straight arrow with a filled head, as matplotlib's ArrowStyle.CurveFilledB draws it."""
    axes, patch = annotation.axes, annotation.arrow_patch
    tip, tail = axes.transData.transform([annotation.xy, annotation.get_position()])
    clipped = annotation.get_annotation_clip()
    way, look = tail - tip, patch.get_arrowstyle()
    length = float(np.hypot(*way))
    if not np.isfinite(length) or length == 0 or clipped is not False and not axes.contains_point(tip):
        return [{"d": ""}]
    size = patch.get_mutation_scale() * style.PIXEL
    head = np.array([look.head_length, look.head_width]) * size
    reach = float(np.hypot(*head))
    back = 0.5 * patch.get_linewidth() * style.PIXEL / (head[1] / reach) * way / length  # the stroke's own point
    way = way / length
    wings = [head[0] * way + side * head[1] * np.array([-way[1], way[0]]) for side in (1, -1)]
    corners = np.array([tail, tip + back, tip + back + wings[0], tip + back, tip + back + wings[1]])
    codes = [Path.MOVETO, Path.LINETO, Path.MOVETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY]
    return [{"d": path_data(Path(np.vstack([corners, corners[2:3]]), codes), None, height)}]


def _text_looks(text, _) -> list[dict]:
    if text.get_verticalalignment() not in BASELINES or text.get_bbox_patch() is not None:
        raise ValueError(f"a text that moves is aligned {', '.join(BASELINES)}, and has no box")
    look = {
        "fill": style.name_of(text.get_color()),
        "stroke": "none",
        "text-anchor": ANCHORS[text.get_horizontalalignment()],
        "font-size": round(text.get_fontsize() * style.PIXEL, 2),
    }
    return [look | ({"font-weight": "bold"} if text.get_fontweight() == "bold" else {})]


def _text(text, _, height) -> list[dict]:
    said = text.get_text()
    if "\n" in said or "$" in said or text.get_rotation():
        raise ValueError("a text that moves is one level line of plain letters")
    x, y = text.get_transform().transform(text.get_position())
    down = BASELINES[text.get_verticalalignment()] * text.get_fontsize() * style.PIXEL
    return [{"text": said, "x": _short(x), "y": _short(height - y + down)}]


def _image_looks(image, _) -> list[dict]:
    return [{"fill": "none", "stroke": style.name_of(image.cmap(1.0))}]


def _image(image, _, height) -> list[dict]:
    """Return shades as one letter for each cell, row after row, and where they stand."""
    low, high = image.get_clim()
    values = (np.ma.filled(image.get_array(), low) - low) / (high - low)
    rows, columns = values.shape
    left, right, bottom, top = image.get_extent()
    (x0, y0), (x1, y1) = image.axes.transData.transform([(left, top), (right, bottom)])
    cells = SHADES[np.rint(values.clip(0, 1) * (len(SHADES) - 1)).astype(int)].tobytes().decode()
    box = [_short(x0), _short(height - y0), _short((x1 - x0) / columns), _short((y0 - y1) / rows)]
    return [{"cells": cells, "columns": columns, "box": box}]


KINDS = {  # what never changes of their shapes, and what these say now; an annotation is a text, too
    Line2D: (_line_looks, _line),
    Annotation: (_arrow_looks, _arrow),
    Text: (_text_looks, _text),
    Patch: (_patch_looks, _patch),
    AxesImage: (_image_looks, _image),
}


def _kind(artist) -> tuple:
    """Return both functions for an artist."""
    for kind, functions in KINDS.items():
        if isinstance(artist, kind):
            return functions
    raise TypeError("only lines, texts, arrows, patches and images can move")
