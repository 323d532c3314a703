"""A picture as a notebook shows it: HTML, because JupyterLab drops the alt text of plain image outputs."""

from base64 import b64encode
from dataclasses import dataclass
from html import escape

# Where a notebook is not trusted yet, JupyterLab 4.4 keeps no flex: so a table stands in the line.
IMAGE = "max-width:100%;height:auto;vertical-align:middle;background:#fff;border-radius:4px"  # a card on a dark page
TABLE = "display:inline-table;vertical-align:middle;margin:0;font-variant-numeric:tabular-nums"
FORMULA = "font-family:monospace;font-size:1.1em;white-space:pre-wrap"


@dataclass(frozen=True)
class View:
    """What a picture says, computed from the data that it draws.

    kind: what sort of picture it is ("Curve of the cost with the path of a descent"), for the alt text.
    caption: one or two sentences with the numbers. formula: the rule with the current numbers in it.
    table: rows of text, the first one the header.
    """

    kind: str
    caption: str
    formula: str = ""
    table: tuple = ()


def html(png: bytes, view: View, width: int, height: int) -> str:
    """Return the picture with its alt text, formula, caption and table as one <figure>."""
    source = b64encode(png).decode()
    image = (
        f'<img alt="{escape(alt_text(view))}" width="{width}" height="{height}" decoding="sync" '
        f'style="{IMAGE}" src="data:image/png;base64,{source}">'
    )
    formula = f'<div style="{FORMULA}">{escape(view.formula)}</div>' if view.formula else ""
    caption = f'<figcaption style="min-height:3em;max-width:{width}px">{formula}{escape(view.caption)}</figcaption>'
    return f'<figure style="margin:0"><div>{image} {_table(view.table)}</div>{caption}</figure>'


def alt_text(view: View) -> str:
    """Return what a screen reader says in place of the picture."""
    return f"{view.kind}. {view.caption}"


def _table(rows) -> str:
    if not rows:
        return ""
    cell = 'style="padding:1px 8px;text-align:right"'
    head = "".join(f'<th scope="col" {cell}>{escape(text)}</th>' if text else "<td></td>" for text in rows[0])
    body = "".join("<tr>" + "".join(f"<td {cell}>{escape(text)}</td>" for text in row) + "</tr>" for row in rows[1:])
    return f'<table style="{TABLE}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


class Picture:
    """A PNG, and the view that says what it shows. width, height: in pixels of the page.

    It keeps no figure: IPython keeps every picture that a cell has shown.
    """

    def __init__(self, png: bytes, view: View, width: int, height: int):
        self.png, self.view, self.width, self.height = png, view, width, height

    @property
    def caption(self) -> str:
        """The sentence under the picture."""
        return self.view.caption

    def __repr__(self):
        return f"Picture: {self.caption}"

    def _repr_html_(self) -> str:
        return html(self.png, self.view, self.width, self.height)
