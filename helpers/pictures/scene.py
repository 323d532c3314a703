"""A scene: the fixed part of a picture, built once, and what moves in it.

A still picture and a lab draw with the same scene, so neither can show what the other does not.
"""

from typing import Any

from helpers.pictures import still, style
from helpers.pictures.background import background
from helpers.pictures.handles import Handle
from helpers.pictures.marks import Marks
from helpers.pictures.picture import Picture, View


class Scene:
    """A figure whose fixed part is built once. A subclass says what is fixed, what moves, and what it means.

    width, height: in pixels of the page.
    """

    width, height = 900, 400

    def __init__(self):
        self.moving = []
        self.handles = []
        self.steps = None  # the line whose points are the steps in the table
        self._marks = self._background = None
        with style.rules():
            self.figure = style.figure(self.width, self.height)
            self.build()

    def build(self):
        """Draw what stays, with fixed limits, and put every artist that moves into the scene by `moves`."""
        raise NotImplementedError

    def show(self, *_: Any, **data: Any) -> View:
        """Set the moving artists to what core computed, and return what the picture now says.

        A subclass names what it takes. The lab's `compute` returns it by these names.
        """
        raise NotImplementedError

    def moves(self, *artists):
        """Note artists as moving and return them (one as itself): they are drawn on top, in this order."""
        self.moving += artists
        return artists[0] if len(artists) == 1 else artists

    def moving_line(self, axes, form, colour, **look):
        """Return a line that moves, still without points. form: matplotlib's, such as "o-"."""
        return self.moves(axes.plot([], [], form, color=colour, **look)[0])

    def handle(self, artist, **ways):
        """Let an artist be dragged. ways: which controls it moves, and how, such as x="w": see `Handle`."""
        self.handles.append(Handle(artist, **ways))

    def changed(self):
        """Say that something fixed has changed, such as the limits of an axis: the background is drawn anew."""
        self._marks = self._background = None

    def picture(self, **data) -> Picture:
        """Return a still picture of the data, twice as sharp as the page."""
        with style.rules():
            return still.picture(self.figure, self.show(**data))

    def drawing(self, **data) -> tuple[View, dict]:
        """Return what the data says, and the drawing of it as a browser takes it: see marks.py."""
        view = self.show(**data)
        if self._marks is None:
            # First the background: drawing it puts axes of equal aspect in their place.
            self._background = background(self.figure, self.moving)
            self._marks = Marks(self.figure, self.moving)
        return view, {
            "width": self.width,
            "height": self.height,
            "background": self._background,
            "clips": self._marks.clips,
            "shapes": self._marks.shapes(),
            "handles": {str(at): handle.place(self._marks) for at, handle in enumerate(self.handles)},
            "steps": self._marks.places(self.steps),
        }
