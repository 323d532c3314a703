"""How practice shows something: by IPython in a notebook; another host replaces the function, see `use`."""

from collections.abc import Callable

VIEW = "application/vnd.jupyter.widget-view+json"  # in a MIME bundle: what shows a lab or a panel

try:
    from IPython.display import display as _display
except ModuleNotFoundError:  # a page with Python in the browser: see helpers/live.py
    _display = print  # type: ignore[assignment]

host: Callable = _display


def use(function: Callable):
    """Let a function of another host show everything from now on."""
    global host
    host = function


def display(*things, **options):
    """Show things where the cell's outputs stand."""
    host(*things, **options)
