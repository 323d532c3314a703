"""One look for every picture, whatever style the reader has chosen: colours, sizes, and a figure made without pyplot.

pyplot keeps a global list of figures, and a slider's callback runs in another thread than the cells.
"""

from contextlib import contextmanager
from threading import RLock

import matplotlib
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

# Okabe and Ito's blue and vermillion stay apart under all three colour deficiencies.
BLUE, VERMILLION, BLACK = "#0072B2", "#D55E00", "#000000"
GREY, PALE, WHITE = "#6B6B6B", "#D9D9D9", "#FFFFFF"
PALETTE = (BLUE, VERMILLION, BLACK, GREY)

# A page sets these names as it likes: see labs/lab.css, which has a second set for dark pages.
NAMES = {BLUE: "blue", VERMILLION: "vermillion", BLACK: "black", GREY: "grey", PALE: "pale", WHITE: "white"}

DPI = 100  # one pixel of the figure is one pixel of the page
PIXEL = DPI / 72  # pixels in a point, matplotlib's unit of widths and font sizes

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
    "image.composite_image": False,  # two images of one axes would become one, hidden or not
    "svg.fonttype": "none",  # text stays text: it can be read, found and enlarged
    "svg.hashsalt": "course",  # the same picture gives the same text
}
# The backend is the reader's: it decides where their own figures appear, and no figure here asks it.
_OURS = {name: value for name, value in matplotlib.rcParamsDefault.items() if not name.startswith("backend")} | RULES


def figure(width: int, height: int, **margins) -> Figure:
    """Return an empty figure of width x height pixels with its own canvas. margins: as of `subplots_adjust`."""
    inches = ((width + 0.01) / DPI, (height + 0.01) / DPI)  # a hair more: matplotlib 3.8 cuts 459.999 pixels to 459
    made = Figure(figsize=inches, dpi=DPI, facecolor=WHITE)
    FigureCanvasAgg(made)
    made.subplots_adjust(**margins)
    return made


DRAWING = RLock()  # matplotlib's rules and its text cache are shared, and sliders call from a thread of their own


@contextmanager
def rules():
    """Return a context in which figures are made and drawn by the rules above, and by none of the reader's own.

    matplotlib reads many of its rules only when it draws, so both must happen in here.
    """
    with DRAWING, matplotlib.rc_context(_OURS):
        yield


def name_of(colour) -> str:
    """Return the name of one of the style's colours. Raises ValueError for any other."""
    code = to_hex(colour).upper()
    if code not in NAMES:
        raise ValueError(f"{code} is none of the style's colours {', '.join(NAMES.values())}")
    return NAMES[code]
