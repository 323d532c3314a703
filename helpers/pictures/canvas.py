"""From a figure to PNG bytes: slowly and sharply for a page, quickly for a slider."""

import io
from functools import cache

import numpy as np
from matplotlib.colors import to_rgb
from matplotlib.font_manager import findfont
from matplotlib.text import Annotation, Text
from PIL import Image, ImageDraw, ImageFont

from helpers.pictures import style

SHARPNESS = 2  # still pictures have twice the pixels of the page, for dense screens


def _palette() -> Image.Image:
    """Return an image whose palette holds the style's colours and the shades on the way from each to each.

    A palette made once for all frames is four times as fast as RGB, and ten times as fast as one a frame.
    Shades nearer than 12 to one that is there are left out: Pillow looks colours up coarsely and would mix them up.
    """
    colours = [np.array(to_rgb(colour)) * 255 for colour in (style.WHITE, *style.PALETTE, style.PALE)]
    shades = list(colours)
    for at, a in enumerate(colours):
        for b in colours[at + 1 :]:
            shades += [a + (b - a) * part for part in np.linspace(0, 1, 16 if at == 0 else 6)]
    kept: list = []
    for shade in shades:
        if all(np.abs(shade - other).max() >= 12 for other in kept):
            kept.append(shade)
    image = Image.new("P", (1, 1))
    image.putpalette(np.rint(kept).astype(np.uint8).tobytes())
    return image


PALETTE = _palette()


def encode(image: Image.Image, level: int) -> bytes:
    """Return an image as a PNG in the style's palette; level is zlib's, 1 fast to 9 small."""
    stream = io.BytesIO()
    image.quantize(palette=PALETTE, dither=Image.Dither.NONE).save(stream, "PNG", compress_level=level)
    return stream.getvalue()


def still(figure) -> bytes:
    """Return the whole figure as a PNG, twice as sharp as the page."""
    with style.defaults():
        stream = io.BytesIO()
        figure.savefig(stream, format="rgba", dpi=style.DPI * SHARPNESS)
        size = tuple(round(inches * style.DPI * SHARPNESS) for inches in figure.get_size_inches())
    return encode(_image(stream.getvalue(), size), level=9)


class Film:
    """Frames of one figure: what stays is drawn once, what moves is drawn onto it each time."""

    def __init__(self, figure, moving):
        self.figure = figure
        self.words = [artist for artist in moving if isinstance(artist, Text) and not isinstance(artist, Annotation)]
        self.moving = [artist for artist in moving if artist not in self.words]
        with style.defaults():
            for artist in moving:
                artist.set_animated(True)
            figure.canvas.draw()
            self.background = figure.canvas.copy_from_bbox(figure.bbox)

    def frame(self) -> bytes:
        """Return the figure as it is now, as a PNG of the page's own sharpness."""
        canvas = self.figure.canvas
        with style.DRAWING:
            canvas.restore_region(self.background)
            for artist in self.moving:
                self.figure.draw_artist(artist)
            image = _image(canvas.buffer_rgba(), canvas.get_width_height())
            for text in self.words:
                _write(image, text)
        return encode(image, level=1)


def _image(pixels, size: tuple[int, int]) -> Image.Image:
    return Image.frombytes("RGB", size, bytes(pixels), "raw", "RGBX")


def _write(image: Image.Image, text: Text):
    """Write a text where matplotlib would: Pillow needs 0.1 ms for what takes matplotlib 3, longer than any curve."""
    x, y = text.get_transform().transform(text.get_position())
    font = _font(text.get_fontproperties())
    _, top, _, bottom = font.getbbox("lp", anchor="ls")  # matplotlib, too, makes room for an l and a p
    down = {"baseline": 0, "center": -(top + bottom) / 2}[text.get_verticalalignment()]
    anchor = {"left": "ls", "center": "ms", "right": "rs"}[text.get_horizontalalignment()]
    place = (x, image.height - y + down)
    ImageDraw.Draw(image).text(place, text.get_text(), str(text.get_color()), font, anchor)


@cache
def _font(properties) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(findfont(properties), properties.get_size_in_points() * style.DPI / 72)
