"""How practice shows something: by IPython in a notebook; another host puts a function of its own in its place."""

from collections.abc import Callable

VIEW = "application/vnd.jupyter.widget-view+json"  # in a MIME bundle: what shows a lab or a panel

try:
    from IPython.display import display as _display
except ModuleNotFoundError:  # a page with Python in the browser: see helpers/live.py
    _display = print  # type: ignore[assignment]

_host: Callable = _display


def use(host: Callable):
    """Let a host show everything from now on."""
    global _host
    _host = host


def display(*things, **options):
    """Show things where the cell's outputs stand."""
    _host(*things, **options)
