"""Which widgets each cell displays. When the cell runs again, the old ones are closed, here and in the browser.

ipywidgets keeps every open widget for ever, and with its callbacks a whole lab.
"""

from IPython import get_ipython

_displayed: dict = {}  # by window and cell: the run that showed them, and the widgets


def replace_earlier(widget):
    """Note that the running cell displays a widget, and close those of its earlier runs in the same window."""
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
