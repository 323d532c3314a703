"""A widget that a reader without a kernel meets as text."""

from pathlib import Path

from anywidget import AnyWidget

from helpers.labs import screen

HELPERS = Path(__file__).parents[1]


def text_of(name: str) -> str:
    """Return a file of helpers/ that goes to the browser as it is."""
    return (HELPERS / name).read_text(encoding="utf-8")


def script(name: str) -> str:
    """Return a widget's browser code, with what all of them share before it."""
    return text_of("labs/dom.js") + text_of(name)


class ToldWidget(AnyWidget):
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
        screen.show(self)
        data, metadata = super()._repr_mimebundle_(**kwargs)
        return {**data, "text/plain": self.as_text(), "text/html": self.as_html()}, metadata
