"""tools/lab.py, run for real: it starts the real JupyterLab in a small copy of the course."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import unquote, urlsplit
from urllib.request import urlopen

import nbformat
import pytest

ROOT = Path(__file__).parents[1]
PATIENCE = 120  # seconds; JupyterLab answers after three on a quiet machine, much later on a busy one


@pytest.fixture
def course(tmp_path):
    """A course of two empty lessons, in a folder with a space in its name."""
    folder = tmp_path / "my course"
    (folder / "tools").mkdir(parents=True)
    (folder / "notebooks").mkdir()
    (folder / "lessons").mkdir()
    shutil.copy(ROOT / "tools/lab.py", folder / "tools")
    for name in ("01-first", "02-second"):
        (folder / f"lessons/{name}.md").touch()
        nbformat.write(nbformat.v4.new_notebook(), folder / f"notebooks/{name}.ipynb")
    for name in ("01-first-Copy1", "00-second"):  # a learner's, and one whose number has changed: both sorted first
        nbformat.write(nbformat.v4.new_notebook(), folder / f"notebooks/{name}.ipynb")
    return folder


def environment(folder, **changes):
    """Return an environment where no browser is known and no setting of the user counts."""
    commands = folder.parent / "bin"
    commands.mkdir(exist_ok=True)
    kept = {name: os.environ[name] for name in ("LANG", "LC_ALL", "SYSTEMROOT") if name in os.environ}
    own = {"JUPYTER_CONFIG_DIR": "config", "JUPYTER_RUNTIME_DIR": "runtime", "JUPYTER_DATA_DIR": "data", "HOME": "."}
    own = {name: str(folder.parent / value) for name, value in own.items()}
    return {**kept, **own, "PATH": str(commands), "TERM": "xterm", **changes}


def command(folder, *arguments):
    as_root = ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return [sys.executable, str(folder / "tools/lab.py"), *as_root, *arguments]


@contextmanager
def lab(folder, *arguments, **changes):
    """Run tools/lab.py from another folder and yield a function that waits for a text in what it says."""
    log = folder.parent / "log"
    terminal, keyboard = os.openpty()
    with log.open("w") as out:
        process = subprocess.Popen(
            command(folder, *arguments),
            cwd=folder.parent,
            env=environment(folder, **changes),
            stdin=keyboard,
            stdout=out,
            stderr=subprocess.STDOUT,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # may be ignored in a CI's background
        )

    def wait_for(pattern):
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and process.poll() is None:
            if found := re.search(pattern, log.read_text()):
                return found
            time.sleep(0.1)
        raise AssertionError(f"no {pattern} in what it said:\n{log.read_text()}")

    try:
        yield process, wait_for, log
    finally:
        if process.poll() is None:
            process.kill()
        process.wait(10)
        os.close(terminal)
        os.close(keyboard)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def script(path, text):
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return path


def test_busy_port_then_browser_then_ctrl_c(course):
    opened = course.parent / "opened"
    browser = script(course.parent / "browser", f'echo "$1" > "{opened}.part" && /bin/mv "{opened}.part" "{opened}"')
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        busy = other.getsockname()[1]
        with lab(course, f"--port={busy}", BROWSER=str(browser)) as (process, wait_for, log):
            port = int(wait_for(rf"Port {busy} is taken.*Using port (\d+) instead.*make lab PORT=")[1])
            address = wait_for(r"http://\S+token=\w+")[0]
            assert port != busy
            assert address.startswith(f"http://127.0.0.1:{port}/lab/tree/notebooks/01-first.ipynb?token=")

            deadline = time.monotonic() + PATIENCE
            while not opened.exists() and time.monotonic() < deadline:
                time.sleep(0.1)
            page = Path(unquote(urlsplit(opened.read_text().strip()).path)).read_text()
            assert address in page.replace("&amp;", "&"), "the browser was sent to another address"
            assert "No browser" not in log.read_text()
            stale = (
                "notebooks/00-second.ipynb is of an older course and stays as you left it. The lesson is notebooks/02-"
            )
            assert stale in log.read_text() and (course / "notebooks/00-second.ipynb").exists()

            assert b"jupyter-config-data" in urlopen(address, timeout=PATIENCE).read()
            with pytest.raises(HTTPError, match="403"):  # without the token
                urlopen(f"http://127.0.0.1:{port}/api/contents", timeout=PATIENCE)
            with urlopen(f"http://127.0.0.1:{port}/api/contents?{address.split('?')[1]}") as listing:
                assert b'"tools"' in listing.read(), "the file list should show the whole course"
            if sys.platform == "linux":  # where every address 127.x.y.z is this computer
                with socket.socket() as elsewhere:
                    assert elsewhere.connect_ex(("127.0.0.2", port)) != 0, "listens on more than 127.0.0.1"

            process.send_signal(signal.SIGINT)
            assert process.wait(PATIENCE) == 0
            assert "y/[n]" not in log.read_text() and "Traceback" not in log.read_text()


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS always has a browser")
@pytest.mark.parametrize("text_browser", [None, "w3m"])
def test_no_browser(course, text_browser):
    opened = course.parent / "opened"
    changes = environment(course)
    if text_browser:
        script(Path(changes["PATH"]) / text_browser, f'echo "$@" > "{opened}"')
    with lab(course, f"--port={free_port()}") as (_, wait_for, log):
        wait_for("No browser found here. Open the address below by hand")
        address = wait_for(r"http://127\.0\.0\.1:\d+/lab/tree/notebooks/01-first\.ipynb\?token=\w+")[0]
        assert b"jupyter-config-data" in urlopen(address, timeout=PATIENCE).read()
        assert not opened.exists()


@pytest.mark.parametrize("port", ["eighty", "80", "70000", "-1", ""])
def test_port_that_is_none(course, port):
    result = subprocess.run(command(course, f"--port={port}"), capture_output=True, text=True, timeout=PATIENCE)
    assert result.returncode != 0
    assert result.stderr.startswith("PORT must be a whole number from 1024 to 65535")
    assert "make lab PORT=9000" in result.stderr and "Traceback" not in result.stderr


def test_no_lesson_built(course):
    shutil.rmtree(course / "notebooks")
    result = subprocess.run(
        command(course, f"--port={free_port()}"),
        env=environment(course, BROWSER="true"),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert result.returncode != 0
    assert "notebooks/ holds no lesson" in result.stderr and "make lessons" in result.stderr
