"""The notebook's host of labs and other panels: an anywidget, and the text that stands there where no kernel runs."""

from functools import cache
from pathlib import Path
from uuid import uuid4

import traitlets
from anywidget import AnyWidget
from IPython import get_ipython

from helpers.labs.panel import Panel

HELPERS = Path(__file__).parents[1]


def text_of(name: str) -> str:
    """Return a file of helpers/ that goes to the browser as it is."""
    return (HELPERS / name).read_text(encoding="utf-8")


def script(*names: str) -> str:
    """Return a widget's browser code, with what all of them share before it."""
    return "".join(map(text_of, ("labs/dom.js", *names)))


class PanelWidget(AnyWidget):
    """Shows a lab or another panel: every view of it has what the panel shows, and sends what the learner does.

    Its stored output says in words what it holds, for GitHub, a book, or a fresh clone.
    """

    own_id = traitlets.Unicode().tag(sync=True)

    def __init__(self, panel: Panel):
        own_id, self._panel = uuid4().hex, panel
        super().__init__(model_id=own_id, own_id=own_id)
        self._leave = panel.listen(self.send, lambda changes: self.send_state(list(changes)))
        self.on_msg(self._hear)

    def _hear(self, _, message, buffers):
        if "ping" in message:  # the browser asks whether anybody still knows this widget
            self.send({"pong": message["ping"]})
        else:
            self._panel.receive(message)

    def close(self):
        self._leave()
        if self.comm is not None:
            self.layout.close()  # a widget of its own, which ipywidgets leaves open
        super().close()

    def _repr_mimebundle_(self, **kwargs):
        replace_earlier(self)
        data, metadata = super()._repr_mimebundle_(**kwargs)
        return {**data, "text/plain": self._panel.as_text(), "text/html": self._panel.as_html()}, metadata


_displayed: dict = {}  # by window and cell: the run that showed them, and the widgets


def replace_earlier(widget):
    """Note that the running cell displays a widget, and close those of its earlier runs in the same window.

    ipywidgets keeps every open widget for ever, and with its callbacks a whole lab.
    """
    parent = getattr(get_ipython(), "get_parent", dict)()
    # Only JupyterLab sends a cell id; nbconvert and nbval run each cell once.
    cell = parent.get("metadata", {}).get("cellId")
    if cell is None:
        return
    place = parent["header"].get("session"), cell
    run, widgets = _displayed.get(place, (None, []))
    if run != parent["header"]["msg_id"]:
        for old in widgets:
            old.close()
        widgets = []
    _displayed[place] = parent["header"]["msg_id"], [*widgets, widget]


@cache
def panel_widget(kind: type[Panel]) -> type[PanelWidget]:
    """Return the widget for a kind of panel: with its browser code, and a trait for each value that is sent.

    The panel has the values. They are asked for when one changes, and when a window opens.
    """
    traits = {
        name: traitlets.Any().tag(sync=True, to_json=lambda _, widget, name=name: getattr(widget._panel, name))
        for name in kind.synced
    }
    code = {"_esm": script(*kind.scripts), "_css": "".join(map(text_of, kind.styles))}
    return type(f"{kind.__name__}Widget", (PanelWidget,), code | traits)


# Panels know no widget: this is how a notebook shows them.
Panel.host = lambda panel: panel_widget(panel.__class__)(panel)._repr_mimebundle_()
