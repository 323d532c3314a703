"""Which widgets a cell has on the screen. When it runs again, the old ones are closed, here and in the browser.

ipywidgets keeps every open widget for ever, and with its callbacks a whole lab.
"""

from IPython import get_ipython

_shown: dict = {}  # by window and cell: the run that showed them, and the widgets


def show(widget):
    """Note that the running cell shows a widget, and close what earlier runs of it in the same window have shown."""
    parent = getattr(get_ipython(), "get_parent", dict)()
    cell = parent.get("metadata", {}).get("cellId")  # JupyterLab names the cell; who runs each only once does not
    if cell is None:
        return
    place = parent["header"].get("session"), cell
    run, widgets = _shown.get(place, (None, []))
    if run != parent["header"]["msg_id"]:
        for old in widgets:
            old.close()
        widgets = []
    _shown[place] = parent["header"]["msg_id"], [*widgets, widget]
