"""What JupyterLab does a little better with this course; `make lab` starts it with this extension of its server.

A lab's picture leaves at once. The server has TCP's own thrift on: a small message waits until the browser has
confirmed the one before it, and a browser with nothing to say confirms after 40 ms (RFC 896, and RFC 1122, 4.2.3.2).
But the kernel answers each move of a slider with two messages, that it is busy, and then the picture: so every picture
came 40 ms late.

A saved notebook can be read tomorrow. Where JupyterLab meets a widget whose kernel has ended, it shows an error in
place of the words that stand beside it. So where there are words, the widget is not saved.

Nobody is asked about news. JupyterLab would, in a corner of the first page, and then ask the internet for them.
"""

NEWS = "@jupyterlab/apputils-extension:announcements"
VIEW = "application/vnd.jupyter.widget-view+json"


def _jupyter_server_extension_points():
    return [{"module": "course_server"}]


def _link_jupyter_server_extension(server):
    """Have notebooks saved by leave_widgets_out, unless somebody set a hook of their own."""
    if "pre_save_hook" not in server.config.ContentsManager:
        server.config.ContentsManager.pre_save_hook = leave_widgets_out


def _load_jupyter_server_extension(server):
    """Put a connection that does not wait in place of the server's own, whichever that is, and leave news out."""
    settings = server.web_app.settings

    class AtOnce(settings["kernel_websocket_connection_class"]):
        def connect(self):
            self.websocket_handler.set_nodelay(True)
            return super().connect()

    settings["kernel_websocket_connection_class"] = AtOnce
    settings.setdefault("page_config_hook", leave_news_out)


def leave_news_out(_, page):
    """Return what JupyterLab's page is told, with news among what is switched off."""
    return {**page, "disabledExtensions": [*page.get("disabledExtensions", ()), NEWS]}


def leave_widgets_out(model, **_):
    """Take the widgets that have words beside them out of a notebook that is about to be saved."""
    if model["type"] != "notebook" or not model.get("content"):
        return
    for cell in model["content"].get("cells", []):
        for output in cell.get("outputs", []):
            if "text/html" in output.get("data", {}):
                output["data"].pop(VIEW, None)
