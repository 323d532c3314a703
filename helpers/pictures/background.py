"""The fixed part of a picture, as SVG by matplotlib's own backend, made fit to stand inside a page.

matplotlib writes a file of its own: with a style for every element of the page, ids that two pictures would share,
a font that most computers lack, and colours that a dark page cannot change. This module removes all four.
"""

import io
import re
from collections.abc import Iterable
from xml.etree import ElementTree

from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers.pictures import style

SVG, LINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}href"
ID = "lab-id-"  # what every id begins with; the page puts a beginning of its own in place of it
REFERENCE = re.compile(r"#([\w.-]+)")
COLOUR = re.compile("#[0-9a-fA-F]{6}")
NUMBER = re.compile(r"-?\d+\.\d{3,}")
FAMILY = re.compile(r"font-family:[^;]*;?|font: (?P<size>[\d.]+px)[^;]*(?P<end>;?)")


def background(figure: Figure, moving: Iterable[Artist]) -> str:
    """Return everything in the figure but the moving artists, as the inside of an <svg> in pixels of the figure.

    Raises ValueError for a colour that is none of the style's, and for mathematical text such as $10^{-6}$, whose
    letters are placed one by one, for one font.
    """
    shown = [artist for artist in moving if artist.get_visible()]
    for artist in shown:
        artist.set_visible(False)
    try:
        with style.rules():
            stream = io.StringIO()
            figure.savefig(stream, format="svg", metadata={"Date": None})
    finally:
        for artist in shown:
            artist.set_visible(True)
    root = ElementTree.fromstring(stream.getvalue())
    for element in list(root.iter()):
        for child in list(element):
            if child.tag.removeprefix(SVG) in ("metadata", "style"):
                element.remove(child)
    if (mathematical := root.find(f".//{SVG}tspan/..")) is not None:
        said = "".join(mathematical.itertext())
        raise ValueError(f"{' '.join(said.split())!r} is mathematical text: write it in plain letters, as 10⁻⁶")
    _rename(root)
    inside = "".join(_text(child) for child in root)
    return f'<g transform="scale({style.PIXEL:.6f})" stroke-linejoin="round">{inside}</g>'


def _rename(root):
    """Drop every id that nothing refers to, and give the others short names that the page can change."""
    used = {found for element in root.iter() for value in element.attrib.values() for found in REFERENCE.findall(value)}
    short = {}
    for element in root.iter():
        if (name := element.attrib.pop("id", None)) in used:
            element.set("id", short.setdefault(name, f"{ID}{len(short)}"))
    for element in root.iter():
        if LINK in element.attrib:
            element.set("href", element.attrib.pop(LINK))
        for key, value in element.attrib.items():
            value = REFERENCE.sub(lambda found: f"#{short.get(found[1], found[1])}", value)
            if key == "style":
                value = FAMILY.sub(_size_alone, value)
                value = value.replace(": ", ":").replace("; ", ";")
            if key in ("style", "fill", "stroke"):
                value = COLOUR.sub(lambda found: f"var(--lab-{style.name_of(found[0])})", value)
            value = NUMBER.sub(lambda found: f"{float(found[0]):.2f}", value)
            element.set(key, " ".join(value.split()))


def _size_alone(found) -> str:
    """Return a font without its family, which is the page's to choose."""
    return f"font-size: {found['size']}{found['end']}" if found["size"] else ""


def _text(element) -> str:
    for part in element.iter():
        part.tag = part.tag.removeprefix(SVG)
        part.tail = None
        if part.tag != "text":
            part.text = None
    return ElementTree.tostring(element, encoding="unicode")
