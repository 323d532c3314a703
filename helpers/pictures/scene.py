"""A scene: the fixed part of a picture, built once, and what moves in it.

A still picture and a lab draw with the same scene, so neither can show what the other does not.
"""

from helpers.pictures import canvas, style
from helpers.pictures.picture import Picture, View


class Scene:
    """A figure whose fixed part is built once. A subclass says what is fixed, what moves, and what it means.

    width, height: in pixels of the page.
    """

    width, height = 900, 400

    def __init__(self, **options):
        self.moving = []
        self.film = None
        with style.rules():
            self.figure = style.figure(self.width, self.height)
            self.build(**options)

    def build(self, **options):
        """Draw what stays, with fixed limits, and put every artist that moves into the scene by `moves`."""
        raise NotImplementedError

    def show(self, data) -> View:
        """Set the moving artists to what core computed, and return what the picture now says."""
        raise NotImplementedError

    def moves(self, *artists):
        """Note artists as moving and return them (one as itself): they are drawn on top, in this order."""
        self.moving += artists
        return artists[0] if len(artists) == 1 else artists

    def picture(self, data) -> Picture:
        """Return a still picture of the data, twice as sharp as the page."""
        with style.defaults():  # in a still picture, lines and a legend may be made here
            view = self.show(data)
        return Picture(canvas.still(self.figure), view, self.width, self.height)

    def frame(self, data) -> Picture:
        """Return the picture for a lab that follows a slider, drawn quickly."""
        view = self.show(data)
        if self.film is None:
            self.film = canvas.Film(self.figure, self.moving)
        return Picture(self.film.frame(), view, self.width, self.height)
