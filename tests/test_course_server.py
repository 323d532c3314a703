"""The server does send kernel messages at once, wherever the course is installed as README says."""

import json
import os
import urllib.request

from jupyterlab import server
from websocket import create_connection

# A second extension, loaded after ours: it writes down what the connection's socket says of itself.
SPY = """
import socket
from pathlib import Path

def _jupyter_server_extension_points():
    return [{"module": "zz_spy"}]

def _load_jupyter_server_extension(server):
    settings = server.web_app.settings

    class Spied(settings["kernel_websocket_connection_class"]):
        def connect(self):
            connected = super().connect()
            own = self.websocket_handler.ws_connection.stream.socket
            nodelay = own.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
            Path(__file__).with_name("nodelay.txt").write_text(str(nodelay))
            return connected

    settings["kernel_websocket_connection_class"] = Spied
"""


def test_what_the_kernel_says_waits_for_no_confirmation(tmp_path, monkeypatch):
    (tmp_path / "zz_spy.py").write_text(SPY)
    config = tmp_path / "jupyter_server_config.d"
    config.mkdir()
    (config / "spy.json").write_text(json.dumps({"ServerApp": {"jpserver_extensions": {"zz_spy": True}}}))
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")]))

    log = tmp_path / "jupyterlab.log"
    with server(tmp_path, log) as (address, token):
        asked = urllib.request.Request(f"{address}/api/kernels?token={token}", b"{}", method="POST")
        with urllib.request.urlopen(asked) as answer:
            kernel = json.load(answer)["id"]
        where = f"{address.replace('http', 'ws', 1)}/api/kernels/{kernel}/channels?session_id=1&token={token}"
        create_connection(where, timeout=60).close()
        assert (tmp_path / "nodelay.txt").read_text() != "0", log.read_text()
