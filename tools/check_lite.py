"""Run lessons 03, 07 and 11 of build/lite in a real browser, to the end, and move a slider of each.

    make lite-check
    make lite-check ARGS=--beside     the same in JupyterLab on this computer, too

Prints what a reader waits for, and what is loaded. In between, an answer is typed and its tab closed: it must be there
again, and be counted. Exit code 1 if it is not, if a cell fails, or if anything is asked of another host.
"""

import re
import shutil
import statistics
import sys
import threading
import zlib
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from lab_in_browser import (
    open_notebook,
    press,
    profile,
    read_everything,
    run_all,
    run_cell,
    scroll_to,
    server,
    strangers,
    wait_until_idle,
)

ROOT = Path(__file__).parents[1]
SITE = ROOT / "build/lite"
LESSONS = ("03-rolling-down", "07-identity-network", "11-digits")
PATIENCE = 300  # seconds; nobody waits longer for a lesson to run
PRESSES = 10
ANSWER = "slope_here = 2 * (0.6 - 3)"
COUNTED = r"<td>3\.1[^<]*</td><td>1 of"
FAILED = r'data-mime-type="application/vnd\.jupyter\.(?:error|stderr)".*?</div>'


class Site(SimpleHTTPRequestHandler):
    """Serves files and counts their MB: as they are, and as a server sends them that compresses."""

    loaded = packed = 0.0

    def log_message(self, *_):
        pass

    def copyfile(self, source, outputfile):
        plain, packed = sizes(source.name)
        Site.loaded, Site.packed = Site.loaded + plain, Site.packed + packed
        super().copyfile(source, outputfile)


@cache
def sizes(path: str) -> tuple:
    """Return a file's MB, plain and compressed."""
    data = Path(path).read_bytes()
    return len(data) / 1e6, min(len(data), len(zlib.compress(data))) / 1e6


@contextmanager
def site():
    """Serve build/lite and yield its address."""
    served = ThreadingHTTPServer(("127.0.0.1", 0), partial(Site, directory=SITE))
    threading.Thread(target=served.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{served.server_port}"
    served.shutdown()


class Visit:
    """A lesson in a new tab. wrong: what went wrong in it."""

    def __init__(self, chromium, address: str, lesson: str, token=None):
        Site.loaded = Site.packed = 0.0
        self._begin, self._said = monotonic(), []
        self.page = chromium.new_page()
        self.page.set_viewport_size({"width": 1200, "height": 1000})
        self._outside = strangers(self.page, address)
        if token:
            open_notebook(self.page, address, token, f"{lesson}.ipynb")
        else:
            self.page.goto(f"{address}/lab/index.html?path={lesson}.ipynb")
            wait_until_idle(self.page, PATIENCE)
        self._say("kernel")
        for text in ("sheet(", "Lab("):
            scroll_to(self.page, self.page.locator(".jp-CodeCell .cm-content", has_text=text)).click()
            self.page.keyboard.press("Control+Enter")
        self.page.wait_for_selector(".lab-picture", timeout=1000 * PATIENCE)
        self._say("picture")
        self.wrong = []

    def run(self) -> str:
        """Run the lesson, move its first slider, and return what there is to see."""
        self._begin = monotonic()
        run_all(self.page, PATIENCE)
        self._say("all cells")
        everything = read_everything(self.page)
        self.wrong += re.findall(FAILED, everything)
        waits = [press(self.page) for _ in range(PRESSES)]
        self._said.append(f"slider {1000 * statistics.median(waits):4.0f} ms")
        return everything

    def answer(self):
        """Type an answer, run its cell, and save."""
        cell = scroll_to(self.page, self.page.locator(".jp-CodeCell", has_text="slope_here = ..."))
        cell.locator(".cm-line", has_text="slope_here = ...").click()
        for key in ("Home", "Shift+End"):
            self.page.keyboard.press(key)
        self.page.keyboard.insert_text(ANSWER)
        run_cell(self.page, self.page.locator(".jp-CodeCell", has_text=ANSWER))
        self.page.keyboard.press("Control+s")
        self.page.wait_for_selector(".lm-DockPanel-tabBar .lm-TabBar-tab.lm-mod-current:not(.jp-mod-dirty)")

    def close(self, name: str) -> list:
        """Close the tab, print how long it took, and return what went wrong."""
        print(f"{name:20s}", *self._said, f"{Site.loaded:5.1f} MB, compressed {Site.packed:5.1f}", sep="  ", flush=True)
        self.page.close()
        return [f"{name}: {what}" for what in (*self.wrong, *(f"asks for {url}" for url in self._outside))]

    def _say(self, what: str):
        self._said.append(f"{what} {monotonic() - self._begin:5.1f} s")


def check(chromium, address: str) -> list:
    """Run the lessons of the site, and return what went wrong."""
    first, *others = LESSONS
    visit = Visit(chromium, address, first)
    visit.run()
    visit.answer()
    wrong = visit.close(first)
    again = Visit(chromium, address, first)
    scroll_to(again.page, again.page.locator(".cm-line", has_text=ANSWER))
    wrong += again.close(f"{first} again")
    for lesson in others:
        visit = Visit(chromium, address, lesson)
        everything = visit.run()
        wrong += visit.close(lesson)
    return wrong if re.search(COUNTED, everything) else [*wrong, "the answer is not counted on the learner's page"]


def beside(chromium, folder: Path):
    """Print the same for JupyterLab."""
    shutil.copytree(ROOT / "notebooks", folder / "notebooks", ignore=shutil.ignore_patterns(".*", "progress*"))
    with server(folder / "notebooks", folder / "jupyterlab.log") as (address, token):
        for lesson in LESSONS:
            visit = Visit(chromium, address, lesson, token)
            visit.run()
            visit.close(lesson)


def main() -> int:
    if not (SITE / "index.html").exists():
        print("There is no build/lite yet: make lite")
        return 1
    with TemporaryDirectory() as folder, profile(Path(folder) / "profile") as chromium:
        with site() as address:
            wrong = check(chromium, address)
        if "--beside" in sys.argv:
            print("JupyterLab:")
            beside(chromium, Path(folder))
    print(*wrong, sep="\n", end="\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
