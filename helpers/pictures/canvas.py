"""From a figure to PNG bytes: slowly and sharply for a page, quickly for a slider."""

import io
from threading import Lock

import numpy as np
from matplotlib.colors import to_rgb
from PIL import Image

from helpers.pictures import style

SHARPNESS = 2  # still pictures have twice the pixels of the page, for dense screens
DRAWING = Lock()  # matplotlib's text cache is shared, and sliders call from a thread of their own


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
    kept = []
    for shade in shades:
        if all(np.abs(shade - other).max() >= 12 for other in kept):
            kept.append(shade)
    image = Image.new("P", (1, 1))
    image.putpalette(np.rint(kept).astype(np.uint8).tobytes())
    return image


PALETTE = _palette()


def encode(pixels, size: tuple[int, int], level: int) -> bytes:
    """Return a buffer of RGBA pixels as a PNG in the style's palette; level is zlib's, 1 fast to 9 small."""
    image = Image.frombytes("RGB", size, bytes(pixels), "raw", "RGBX")
    stream = io.BytesIO()
    image.quantize(palette=PALETTE, dither=Image.Dither.NONE).save(stream, "PNG", compress_level=level)
    return stream.getvalue()


def still(figure) -> bytes:
    """Return the whole figure as a PNG, twice as sharp as the page."""
    with DRAWING:
        stream = io.BytesIO()
        figure.savefig(stream, format="rgba", dpi=style.DPI * SHARPNESS)
        width, height = (round(inches * style.DPI * SHARPNESS) for inches in figure.get_size_inches())
    return encode(stream.getvalue(), (width, height), level=9)


class Film:
    """Frames of one figure: what stays is drawn once, what moves is drawn onto it each time."""

    def __init__(self, figure, moving):
        self.figure, self.moving = figure, moving
        with DRAWING:
            for artist in moving:
                artist.set_animated(True)
            figure.canvas.draw()
            self.background = figure.canvas.copy_from_bbox(figure.bbox)

    def frame(self) -> bytes:
        """Return the figure as it is now, as a PNG of the page's own sharpness."""
        canvas = self.figure.canvas
        with DRAWING:
            canvas.restore_region(self.background)
            for artist in self.moving:
                self.figure.draw_artist(artist)
            return encode(canvas.buffer_rgba(), canvas.get_width_height(), level=1)
