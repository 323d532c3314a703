"""A still picture: a PNG in the style's few colours, with two pixels for each of the page."""

import io

import numpy as np
from matplotlib.colors import to_rgb
from PIL import Image

from helpers.pictures import style
from helpers.pictures.picture import Picture, View

SHARPNESS = 2  # pixels for each of the page, for dense screens


def _palette() -> Image.Image:
    """Return an image whose palette holds the style's colours and the shades on the way from each to each.

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


def png(figure) -> bytes:
    """Return the whole figure as a PNG. A palette made once for all pictures keeps a stored notebook small."""
    with style.rules():
        stream = io.BytesIO()
        figure.savefig(stream, format="rgba", dpi=style.DPI * SHARPNESS)
    size = tuple(round(inches * style.DPI * SHARPNESS) for inches in figure.get_size_inches())
    image = Image.frombytes("RGB", size, stream.getvalue(), "raw", "RGBX")
    stream = io.BytesIO()
    image.quantize(palette=PALETTE, dither=Image.Dither.NONE).save(stream, "PNG", compress_level=9)
    return stream.getvalue()


def picture(figure, view: View) -> Picture:
    """Return what a figure shows now, as a picture for a page."""
    width, height = map(int, figure.bbox.size)
    return Picture(png(figure), view, width, height)
