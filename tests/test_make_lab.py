"""`make lab`, run for real."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import urlopen

import repository

TIMEOUT = 120  # seconds; JupyterLab answers after three on a quiet machine, much later on a busy one


def wait_for(pattern, log):
    deadline = time.monotonic() + TIMEOUT
    while time.monotonic() < deadline:
        if log.exists() and (found := re.search(pattern, log.read_text())):
            return found[0]
        time.sleep(0.1)
    raise AssertionError(f"no {pattern} in {log.read_text() if log.exists() else log}")


def test_make_lab_opens_the_first_lesson_until_ctrl_c(tmp_path):
    """On another port than one that is taken, with a browser that only notes where it was sent."""
    opened, log, browser = tmp_path / "opened", tmp_path / "log", tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > "{opened}"\n')
    browser.chmod(0o755)
    own = {f"JUPYTER_{kind}_DIR": str(tmp_path / kind) for kind in ("CONFIG", "RUNTIME", "DATA")}
    installed = ["-o", ".venv/ready-for-lab", f"IN_VENV={sys.executable}"]
    terminal, keyboard = os.openpty()  # or Jupyter would not ask whether Ctrl-C is meant
    with socket.socket() as other, log.open("w") as out:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        lab = subprocess.Popen(
            ["make", *installed, "lab", f"PORT={taken}", "ROOT=1"],
            cwd=repository.ROOT,
            env={**os.environ, **own, "BROWSER": str(browser)},
            stdin=keyboard,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # may be ignored in a CI's background
        )
        try:
            lesson = f"lab/tree/notebooks/{repository.notebooks()[0].name}"
            address = wait_for(rf"http://127\.0\.0\.1:\d+/{re.escape(lesson)}\?token=\w+", log)
            assert urlsplit(address).port != taken
            page = Path(unquote(urlsplit(wait_for(r"file:.+\n", opened).strip()).path)).read_text()
            assert address in page.replace("&amp;", "&"), "the browser was sent to another address"
            assert b"jupyter-config-data" in urlopen(address, timeout=TIMEOUT).read()
            os.killpg(lab.pid, signal.SIGINT)
            lab.wait(TIMEOUT)
            assert "y/[n]" not in log.read_text() and "Traceback" not in log.read_text()
        finally:
            if lab.poll() is None:
                os.killpg(lab.pid, signal.SIGKILL)
            os.close(terminal)
            os.close(keyboard)
