"""Lets a lab's picture leave at once. Jupyter's server loads this wherever the course is installed.

It leaves TCP's own thrift on: a small message waits until the browser has confirmed the one before it, and a browser
with nothing to say confirms after 40 ms (RFC 896, and RFC 1122, 4.2.3.2). But the kernel answers each move of a
slider with two messages: that it is busy, and then the picture. So every picture came 40 ms late.
"""


def _jupyter_server_extension_points():
    return [{"module": "course_server"}]


def _load_jupyter_server_extension(server):
    """Put a connection that does not wait in place of the server's own, whichever that is."""
    settings = server.web_app.settings
    usual = settings["kernel_websocket_connection_class"]

    class AtOnce(usual):
        def connect(self):
            self.websocket_handler.set_nodelay(True)
            return super().connect()

    settings["kernel_websocket_connection_class"] = AtOnce
