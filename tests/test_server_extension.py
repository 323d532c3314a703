"""The course's server extension, in a real Jupyter server that is started without any word about it."""

import json
import os
import urllib.request

import pytest
from lab_in_browser import server
from websocket import create_connection

VIEW = "application/vnd.jupyter.widget-view+json"

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


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    """Return a function that asks the server for JSON, the folder that it serves, and its log."""
    folder = tmp_path_factory.mktemp("served")
    (folder / "zz_spy.py").write_text(SPY)
    config = folder / "jupyter_server_config.d"
    config.mkdir()
    (config / "spy.json").write_text(json.dumps({"ServerApp": {"jpserver_extensions": {"zz_spy": True}}}))
    own = {"JUPYTER_CONFIG_PATH": str(folder)}
    own["PYTHONPATH"] = os.pathsep.join([str(folder), os.environ.get("PYTHONPATH", "")])
    with pytest.MonkeyPatch.context() as patch:
        for name, value in own.items():
            patch.setenv(name, value)
        log = folder / "jupyterlab.log"
        with server(folder, log) as (address, token):

            def ask(method, path, **content):
                data = json.dumps(content).encode() if content or method == "POST" else None
                asked = urllib.request.Request(f"{address}/{path}?token={token}", data, method=method)
                with urllib.request.urlopen(asked) as answer:
                    return answer.read().decode()

            ask.address, ask.token = address, token
            yield ask, folder, log


def test_what_the_kernel_sends_waits_for_no_acknowledgement(running):
    ask, folder, log = running
    kernel = json.loads(ask("POST", "api/kernels"))["id"]
    where = f"{ask.address.replace('http', 'ws', 1)}/api/kernels/{kernel}/channels?session_id=1&token={ask.token}"
    create_connection(where, timeout=60).close()
    assert (folder / "nodelay.txt").read_text() != "0", log.read_text()


def test_a_saved_notebook_keeps_only_a_widget_of_the_learner_s_own(running):
    """One with our text beside it is left out, and one without any: it is for this learner and this moment."""
    ask, folder, log = running
    view = {VIEW: {"model_id": "1"}}
    kinds = view, view | {"text/plain": "IntSlider()"}, view | {"text/plain": "three", "text/html": "<p>three</p>"}
    outputs = [{"output_type": "display_data", "metadata": {}, "data": data} for data in kinds]
    cell = {"cell_type": "code", "execution_count": 1, "id": "a", "metadata": {}, "source": "", "outputs": outputs}
    content = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    ask("PUT", "api/contents/saved.ipynb", type="notebook", content=content)
    kept = json.loads((folder / "saved.ipynb").read_text())["cells"][0]["outputs"]
    assert [list(output["data"]) for output in kept] == [[VIEW, "text/plain"], ["text/html", "text/plain"]]
    assert "pre_save_hook" not in log.read_text()


def test_the_page_asks_for_no_news(running):
    ask, _, _ = running
    page = ask("GET", "lab")
    assert '"@jupyterlab/apputils-extension:announcements"' in page.split("disabledExtensions")[1].split("]")[0]
