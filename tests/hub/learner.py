"""A real hub, and learners who come to it as their browsers would: over HTTP, and the websocket of their kernel."""

import json
import os
import random
import socket
import time
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psutil
import requests
import websocket
from lab_in_browser import running

ROOT = Path(__file__).parents[2]
HUB = ROOT / "build/class-tools/bin/jupyterhub"
PASSWORD = "not a secret"
TIMEOUT = 300  # seconds


def free_port() -> int:
    """Return a port with three free ones after it."""
    for port in random.sample(range(18000, 28000, 10), 1000):  # another hub may be about to take the first
        try:
            for number in range(port, port + 4):
                with socket.socket() as probe:
                    probe.bind(("127.0.0.1", number))
            return port
        except OSError:
            continue
    raise RuntimeError("no four free ports")


@contextmanager
def hub(folder: Path, port: int, config: Path = ROOT / "hub/jupyterhub_config.py"):
    """Run the hub of `make class` with its data in a folder; yield its address and its process."""
    own = {"CLASS_FOLDER": str(folder), "CLASS_PASSWORD": PASSWORD, "CLASS_PORT": str(port)}
    address, log = f"http://127.0.0.1:{port}", folder.with_name(f"{folder.name}.log")
    with running([HUB, "-f", config], f"{address}/hub/login", log, ROOT, {**os.environ, **own}) as process:
        yield address, process


def servers(folder: Path) -> list:
    """Return the processes of the learners whose folders lie here; they outlive a hub."""
    learners = f"{folder / 'learners'}/"
    return [one for one in psutil.process_iter(["cwd"]) if (one.info["cwd"] or "").startswith(learners)]


def kill_servers(folder: Path):
    """End the learners' servers and their kernels."""
    left = servers(folder)
    for one in left:
        one.kill()
    psutil.wait_procs(left, 20)


class Learner:
    """One browser of a learner. Every call waits for its answer."""

    def __init__(self, address: str, name: str):
        self.address, self.name = address, name
        self.http = requests.Session()
        self.socket = None

    def log_in(self, password: str = PASSWORD) -> bool:
        """Fill in the form; return whether the hub let the learner in."""
        page = self.http.get(f"{self.address}/hub/login")
        form = {"username": self.name, "password": password, "_xsrf": self._xsrf("/hub/")}
        page = self.http.post(f"{self.address}/hub/login", data=form)
        return page.ok and "login_error" not in page.text

    def start(self) -> requests.Response:
        """Wait until the learner's own server shows JupyterLab, and return the page."""
        deadline = time.monotonic() + TIMEOUT
        while time.monotonic() < deadline:
            page = self.http.get(f"{self.address}/hub/spawn")
            if page.ok and "/lab" in page.url and "jupyter-config-data" in page.text:
                return page
            time.sleep(0.5)
        raise TimeoutError(f"no JupyterLab for {self.name} after {TIMEOUT} s: {page.status_code} {page.url}")

    def api(self, method: str, path: str, **options) -> requests.Response:
        """Ask the learner's server, as JupyterLab does."""
        base = f"/user/{self.name}/"
        headers = {"X-XSRFToken": self._xsrf(base)}
        return self.http.request(method, f"{self.address}{base}api/{path}", headers=headers, **options)

    def open(self, path: str) -> list:
        """Open a notebook and the socket of its kernel; return its code cells."""
        notebook = self.api("GET", f"contents/{path}").json()["content"]
        asked = {"path": path, "name": path, "type": "notebook", "kernel": {"name": "python3"}}
        answer = self.api("POST", "sessions", json=asked)
        answer.raise_for_status()
        where = f"{self.address}/user/{self.name}/api/kernels/{answer.json()['kernel']['id']}/channels"
        jar = requests.cookies.get_cookie_header(self.http.cookies, requests.Request("GET", where))
        self.socket = websocket.create_connection(
            where.replace("http", "ws", 1), cookie=jar, origin=self.address, timeout=TIMEOUT
        )
        return [cell["source"] for cell in notebook["cells"] if cell["cell_type"] == "code"]

    def run(self, code: str) -> list:
        """Run a cell; return its outputs. Raises RuntimeError if it fails."""
        asked = {"msg_id": uuid4().hex, "msg_type": "execute_request", "session": "", "username": "", "version": "5.3"}
        message = {"channel": "shell", "header": asked, "parent_header": {}, "metadata": {}}
        message["content"] = {"code": code, "silent": False, "store_history": True, "stop_on_error": False}
        self.socket.send(json.dumps(message))
        outputs, failed = [], ""
        while True:
            answer = json.loads(self.socket.recv())
            kind, content = answer["msg_type"], answer["content"]
            if answer["parent_header"].get("msg_id") != asked["msg_id"]:
                continue
            if kind in ("stream", "display_data", "execute_result"):
                outputs.append(content)
            if kind == "error":
                failed = f"{content['ename']}: {content['evalue']}"
            if kind == "status" and content["execution_state"] == "idle":
                if failed:
                    raise RuntimeError(failed)
                return outputs

    def _xsrf(self, path: str) -> str:
        found = (one.value for one in self.http.cookies if one.name == "_xsrf" and one.path == path)
        return next(found, "")


def lesson(number: str) -> str:
    """Return the path of a lesson within a learner's folder."""
    return next(ROOT.glob(f"notebooks/{number}-*.ipynb")).relative_to(ROOT).as_posix()
