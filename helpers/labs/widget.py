"""The notebook's hosts of a lab and of a panel: anywidgets, and the text that stands there where no kernel runs."""

from functools import cache
from html import escape
from pathlib import Path
from uuid import uuid4

import traitlets
from anywidget import AnyWidget

from helpers.labs import displayed
from helpers.labs.lab import Lab
from helpers.labs.panel import Panel

HELPERS = Path(__file__).parents[1]


def text_of(name: str) -> str:
    """Return a file of helpers/ that goes to the browser as it is."""
    return (HELPERS / name).read_text(encoding="utf-8")


def script(*names: str) -> str:
    """Return a widget's browser code, with what all of them share before it."""
    return "".join(map(text_of, ("labs/dom.js", *names)))


class FallbackWidget(AnyWidget):
    """A widget whose stored output says in words what it holds, for GitHub, a book, or a fresh clone."""

    own_id = traitlets.Unicode().tag(sync=True)

    def __init__(self, **values):
        own_id = uuid4().hex
        super().__init__(model_id=own_id, own_id=own_id, **values)

    def as_text(self) -> str:
        """Return what to read where the widget cannot run, as plain text."""
        raise NotImplementedError

    def as_html(self) -> str:
        """Return the same as HTML."""
        raise NotImplementedError

    def close(self):
        if self.comm is not None:
            self.layout.close()  # a widget of its own, which ipywidgets leaves open
        super().close()

    def _handle_custom_msg(self, content, buffers):
        if "ping" in content:  # the browser asks whether anybody still knows this widget
            self.send({"pong": content["ping"]})
        else:
            super()._handle_custom_msg(content, buffers)

    def _repr_mimebundle_(self, **kwargs):
        displayed.replace_earlier(self)
        data, metadata = super()._repr_mimebundle_(**kwargs)
        return {**data, "text/plain": self.as_text(), "text/html": self.as_html()}, metadata


class LabWidget(FallbackWidget):
    """Shows a lab. Every view of it gets each of the lab's messages, and sends what the learner does.

    lab: what a view begins with, asked for anew whenever a window opens.
    """

    _esm = script(*Lab.scripts)
    _css = "".join(map(text_of, Lab.styles))
    lab = traitlets.Any().tag(sync=True, to_json=lambda lab, _: lab.values()["lab"])

    def __init__(self, lab: Lab):
        super().__init__(lab=lab)
        self._leave = lab.listen(self.send)
        self._stored = lab.picture, f"The controls stand at: {lab.describe()}. Run this cell to move them."

    def as_text(self) -> str:
        picture, controls = self._stored
        return f"{picture!r}\n{controls}"

    def as_html(self) -> str:
        picture, controls = self._stored
        return f"{picture._repr_html_()}<p><em>{escape(controls)}</em></p>"

    def close(self):
        self._leave()
        super().close()

    def _handle_custom_msg(self, content, buffers):
        if "from" in content:
            self.lab.receive(content)
        else:
            super()._handle_custom_msg(content, buffers)


class PanelWidget(FallbackWidget):
    """Shows a panel. Every view of it has what the panel shows, and sends what the learner does."""

    def __init__(self, panel: Panel):
        super().__init__(**panel.values())
        self._panel = panel
        self._leave = panel.listen(self._change, self.send)
        self.on_msg(lambda _, message, __: panel.receive(message))

    def _change(self, changes: dict):
        with self.hold_sync():
            for name, value in changes.items():
                setattr(self, name, value)

    def as_text(self) -> str:
        return self._panel.as_text()

    def as_html(self) -> str:
        return self._panel.as_html()

    def close(self):
        self._leave()
        super().close()


@cache
def panel_widget(kind: type[Panel]) -> type[PanelWidget]:
    """Return the widget for a kind of panel: with its browser code, and a trait for each value that is sent."""
    code = {"_esm": script(*kind.scripts), "_css": "".join(map(text_of, kind.styles))}
    return type(
        f"{kind.__name__}Widget", (PanelWidget,), code | {one: traitlets.Any().tag(sync=True) for one in kind.sent}
    )


# Labs and panels know no widget: this is how a notebook shows them.
Lab.host = lambda lab: LabWidget(lab)._repr_mimebundle_()
Panel.host = lambda panel: panel_widget(panel.__class__)(panel)._repr_mimebundle_()
