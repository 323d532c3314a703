"""One look for every picture, whatever style the reader has chosen: colours, sizes, and a figure made without pyplot.

pyplot keeps a global list of figures, and a slider's callback runs in another thread than the cells.
"""

from contextlib import contextmanager
from threading import RLock

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.style import context

# Okabe and Ito's blue and vermillion stay apart under all three colour deficiencies.
BLUE, VERMILLION, BLACK = "#0072B2", "#D55E00", "#000000"
GREY, PALE, WHITE = "#6B6B6B", "#D9D9D9", "#FFFFFF"
PALETTE = (BLUE, VERMILLION, BLACK, GREY)

DPI = 100  # one pixel of the figure is one pixel of the page

RULES = {
    "font.size": 11,
    "axes.titlesize": 12,
    "axes.titlelocation": "left",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": GREY,
    "axes.grid": True,
    "axes.axisbelow": True,
    "grid.color": PALE,
    "grid.linewidth": 0.8,
    "lines.linewidth": 2,
    "lines.markersize": 7,
    "legend.frameon": False,
}


def figure(width: int, height: int) -> Figure:
    """Return an empty figure of width x height pixels with its own canvas."""
    inches = ((width + 0.01) / DPI, (height + 0.01) / DPI)  # a hair more: matplotlib 3.8 cuts 459.999 pixels to 459
    made = Figure(figsize=inches, dpi=DPI, facecolor=WHITE)
    FigureCanvasAgg(made)
    return made


DRAWING = RLock()  # matplotlib's rules and its text cache are shared, and sliders call from a thread of their own


@contextmanager
def rules():
    """Return a context in which figures are made by the rules above, and by none of the reader's own."""
    with DRAWING, context(["default", RULES]):
        yield


@contextmanager
def defaults():
    """Return a context in which they are drawn: one who wants all pictures on black does not mean these."""
    with DRAWING, context("default"):
        yield
