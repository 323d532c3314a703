"""An extension of Jupyter's server: what JupyterLab does a little better with this course.

It is switched on by enabled.json, which is installed with the course, as etc/jupyter/jupyter_server_config.d/*.json.

- A lab's picture is sent at once. Nagle's algorithm holds a small message back until the browser has acknowledged the
  one before, and a browser with nothing to send acknowledges after 40 ms (RFC 896; RFC 1122, 4.2.3.2). A kernel answers
  each move of a slider with two messages, "busy" and the picture, so every picture came 40 ms late.
- A saved notebook can be read tomorrow. For a widget whose kernel has ended, JupyterLab shows an error in place of the
  text beside it. So a widget is not saved where there is text.
- JupyterLab does not offer to ask the internet for news.
"""

NEWS = "@jupyterlab/apputils-extension:announcements"
VIEW = "application/vnd.jupyter.widget-view+json"


def _jupyter_server_extension_points():
    return [{"module": "how_a_network_learns_server"}]


def _link_jupyter_server_extension(server):
    """Leave widgets out of what is saved. By a subclass: a hook is lost if another extension makes a new manager."""

    class WithoutWidgets(server.contents_manager_class):
        def run_pre_save_hooks(self, model, path, **more):
            super().run_pre_save_hooks(model, path, **more)
            leave_widgets_out(model)

    WithoutWidgets.__name__ = server.contents_manager_class.__name__  # jupytext before 1.17 looks for "async" in it
    server.contents_manager_class = WithoutWidgets


def _load_jupyter_server_extension(server):
    """Send at once, and ask for no news. JupyterHub has a page_config_hook of its own, which stays."""
    settings = server.web_app.settings

    class WithoutDelay(settings["kernel_websocket_connection_class"]):
        def connect(self):
            self.websocket_handler.set_nodelay(True)
            return super().connect()

    settings["kernel_websocket_connection_class"] = WithoutDelay
    settings.setdefault("page_config_hook", leave_news_out)


def leave_news_out(_, page):
    """Return what JupyterLab's page is told, with news among what is switched off."""
    return {**page, "disabledExtensions": [*page.get("disabledExtensions", ()), NEWS]}


def leave_widgets_out(model):
    """Take widgets out of a notebook that is about to be saved, where there is text beside them, or nothing at all."""
    if model["type"] != "notebook" or not model.get("content"):
        return
    for cell in model["content"].get("cells", []):
        if "outputs" in cell:
            cell["outputs"] = [output for output in cell["outputs"] if set(output.get("data", ())) != {VIEW}]
        for output in cell.get("outputs", []):
            if "text/html" in output.get("data", {}):
                output["data"].pop(VIEW, None)
