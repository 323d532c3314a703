"""A panel: what a page shows and that answers, as labs and questions do. Plain Python: who shows it is not known here.

A host hears its messages, and hands it what the page asks for: widget.py in notebooks, helpers/live.py in the book.
"""

from collections.abc import Callable


class Panel:
    """A subclass names its browser code and what of it the page is given, and hears what a learner does.

    scripts, styles: files of helpers/ that go to the browser. sent: names of the attributes that the page has.
    """

    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    sent: tuple[str, ...] = ()
    host: Callable | None = None  # returns the MIME bundle by which a notebook shows a panel

    def __init__(self):
        self._listeners: list[tuple[Callable, Callable]] = []

    def receive(self, message: dict):
        """Do what a page asks for."""
        raise NotImplementedError

    def as_text(self) -> str:
        """Return what to read where nothing can answer, as plain text."""
        raise NotImplementedError

    def as_html(self) -> str:
        """Return the same as HTML."""
        raise NotImplementedError

    def values(self) -> dict:
        """Return what the page has."""
        return {name: getattr(self, name) for name in self.sent}

    def show(self, **changes):
        """Set attributes, and give them to every page that shows the panel."""
        for name, value in changes.items():
            setattr(self, name, value)
        for _, changed in list(self._listeners):
            changed(changes)

    def tell(self, message: dict):
        """Send a message to every page that shows the panel, for this moment only."""
        for told, _ in list(self._listeners):
            told(message)

    def listen(self, told: Callable, changed: Callable = lambda changes: None) -> Callable:
        """Let a host hear what is told and shown from now on; return the function that ends it."""
        pair = told, changed
        self._listeners.append(pair)
        return lambda: self._listeners.remove(pair) if pair in self._listeners else None

    def _repr_mimebundle_(self, **_):
        return self.host() if self.host else {"text/plain": self.as_text(), "text/html": self.as_html()}
