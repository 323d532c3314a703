"""A panel: something that a page shows and that reacts to the reader, as labs and questions do. Plain Python.

It does not know its host, which gets its messages and gives it those of the page: widget.py in notebooks, and
helpers/live.py in the live book.
"""

from collections.abc import Callable


class Panel:
    """A subclass names its browser code and the attributes that the page gets, and receives what a learner does.

    scripts, styles: files of helpers/ that go to the browser. synced: names of the attributes that the page has.
    listeners: the hosts' functions, see `listen`.
    """

    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    synced: tuple[str, ...] = ()
    host: Callable | None = None  # returns the MIME bundle by which a notebook shows a panel

    def __init__(self):
        self.listeners: list[tuple[Callable, Callable]] = []

    def receive(self, message: dict):
        """Do what a page asks for: a dict whose keys the subclass names. Answers go out by `show` and `send`."""
        raise NotImplementedError

    def as_text(self) -> str:
        """Return what to read where nothing can answer, as plain text."""
        raise NotImplementedError

    def as_html(self) -> str:
        """Return the same as HTML."""
        raise NotImplementedError

    def values(self) -> dict:
        """Return what the page has."""
        return {name: getattr(self, name) for name in self.synced}

    def show(self, **changes):
        """Set attributes, and give them to every page that shows the panel."""
        for name, value in changes.items():
            setattr(self, name, value)
        for _, on_changes in list(self.listeners):
            on_changes(changes)

    def send(self, message: dict):
        """Send a message to every page that shows the panel, for this moment only."""
        for on_message, _ in list(self.listeners):
            on_message(message)

    def listen(self, on_message: Callable, on_changes: Callable = lambda changes: None) -> Callable:
        """Call a host's functions with every message and every change from now on; return the function that ends it."""
        pair = on_message, on_changes
        self.listeners.append(pair)
        return lambda: self.listeners.remove(pair) if pair in self.listeners else None

    def _repr_mimebundle_(self, **_):
        return self.host() if self.host else {"text/plain": self.as_text(), "text/html": self.as_html()}
