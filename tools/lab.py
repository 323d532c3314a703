"""Start JupyterLab on the first lesson. `make lab` calls this, once everything is installed.

    python tools/lab.py [--port 8888] [--allow-root]

JupyterLab listens on this computer only, and asks for the token that is part of the address it prints.
"""

import argparse
import errno
import os
import socket
import sys
import webbrowser
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
HERE_ONLY = "127.0.0.1"
PORTS_TO_TRY = 50
TEXT_BROWSERS = {"www-browser", "links", "elinks", "lynx", "w3m"}  # cannot run JupyterLab


def main():
    """Look what could go wrong, say it in a line each, then become JupyterLab."""
    arguments = read_arguments()
    port = free_port(arguments.port)
    if port != arguments.port:
        print(
            f"Port {arguments.port} is taken, perhaps by a JupyterLab that still runs. Using port {port} instead. "
            f"To choose one yourself: make lab PORT={port + 1}"
        )
    for old, new in stale_notebooks().items():
        print(f"notebooks/{old} is of an older course and stays as you left it. The lesson is notebooks/{new} now.")
    has_browser = finds_browser()
    if not has_browser:
        print("No browser found here. Open the address below by hand, with everything after the question mark.")
    sys.stdout.flush()
    os.chdir(PROJECT)
    os.execv(sys.executable, jupyterlab(first_lesson(), port, has_browser, arguments.allow_root))


def read_arguments():
    """Return what the command line says."""
    parser = argparse.ArgumentParser(description="Start JupyterLab on the first lesson.")
    parser.add_argument("--port", default="8888", help="a free port, 1024 to 65535 (8888)")
    parser.add_argument("--allow-root", action="store_true", help="start for root too")
    arguments = parser.parse_args()
    if not (arguments.port.isdecimal() and 1024 <= int(arguments.port) <= 65535):
        sys.exit(f"PORT must be a whole number from 1024 to 65535, not {arguments.port!r}. Try: make lab PORT=9000")
    arguments.port = int(arguments.port)
    return arguments


def free_port(wanted):
    """Return the wanted port, or the next one that nobody listens on."""
    last = min(wanted + PORTS_TO_TRY, 65535)
    for port in range(wanted, last + 1):
        with socket.socket() as probe:
            if os.name == "posix":  # a port left a second ago counts as free, as it does for JupyterLab
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HERE_ONLY, port))
                return port
            except OSError as problem:
                if problem.errno not in (errno.EADDRINUSE, errno.EACCES):
                    raise
    sys.exit(f"Every port from {wanted} to {last} is taken. Name a free one: make lab PORT=9000")


def finds_browser():
    """Return whether there is a browser to open: one that shows only text counts only if $BROWSER asks for it."""
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    return "BROWSER" in os.environ or getattr(browser, "name", "") not in TEXT_BROWSERS


def notebooks():
    """Return the notebooks of the course in their order. What else lies in notebooks/ is somebody's own."""
    return [PROJECT / "notebooks" / f"{lesson.stem}.ipynb" for lesson in sorted(PROJECT.glob("lessons/[0-9]*.md"))]


def stale_notebooks():
    """Return the notebooks of lessons that have another number now: {"09-digits.ipynb": "11-digits.ipynb"}."""
    now = {path.name.partition("-")[2]: path.name for path in notebooks()}
    there = sorted(path.name for path in (PROJECT / "notebooks").glob("[0-9][0-9]-*.ipynb"))
    return {name: now[name[3:]] for name in there if now.get(name[3:], name) != name}


def first_lesson():
    """Return the first notebook, as a path within the project."""
    first = next(filter(Path.exists, notebooks()), None)
    if first is None:
        sys.exit("notebooks/ holds no lesson. Build them from lessons/ first: make lessons")
    return first.relative_to(PROJECT).as_posix()


def jupyterlab(lesson, port, open_browser, allow_root):
    """Return the command that starts JupyterLab."""
    command = [
        sys.executable,
        *("-m", "jupyterlab"),
        f"--ip={HERE_ONLY}",
        f"--port={port}",
        f"--ServerApp.root_dir={PROJECT}",
        f"--LabApp.default_url=/lab/tree/{lesson}",
        "-y",  # Ctrl-C stops it without asking back
        *("--log-level=WARN", "--LabApp.log_level=WARN"),  # the address is printed at every level
    ]
    return command + ["--no-browser"] * (not open_browser) + ["--allow-root"] * allow_root


if __name__ == "__main__":
    main()
