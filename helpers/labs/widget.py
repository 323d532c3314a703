"""The notebook's host of a lab: one anywidget, and the text that stands in its place where no kernel runs."""

from html import escape
from pathlib import Path

import traitlets
from anywidget import AnyWidget

from helpers.labs import displayed
from helpers.labs.lab import Lab

HELPERS = Path(__file__).parents[1]


def text_of(name: str) -> str:
    """Return a file of helpers/ that goes to the browser as it is."""
    return (HELPERS / name).read_text(encoding="utf-8")


def script(*names: str) -> str:
    """Return a widget's browser code, with what all of them share before it."""
    return "".join(map(text_of, ("labs/dom.js", *names)))


class FallbackWidget(AnyWidget):
    """A widget whose stored output says in words what it holds, for GitHub, a book, or a fresh clone."""

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

    _esm = script(*(f"labs/{name}.js" for name in "numbers shapes pad controls handles steps lab".split()))
    _css = text_of("labs/lab.css")
    lab = traitlets.Any().tag(sync=True, to_json=lambda lab, _: {**lab.layout(), **lab.message()})

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


# Lab itself knows no widget: this is how a notebook shows one.
Lab.host = lambda lab: LabWidget(lab)._repr_mimebundle_()
