"""Run lessons 03, 07 and 09 of build/lite in a real browser, to the end, and move a slider of each.

    make lite-check

Prints how long the first picture takes, how long a slider's picture takes, and how much is loaded. Exit code 1 if a
cell fails, a slider moves nothing, or anything is asked of another host.
"""

import re
import statistics
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import monotonic

from jupyterlab import browser, press, read_everything, run_all

SITE = Path(__file__).parents[1] / "build/lite"
LESSONS = ("03-rolling-down", "07-identity-network", "09-digits")
PATIENCE = 600  # seconds; a lesson takes one or two minutes
PRESSES = 10


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and counts their bytes."""

    loaded = 0

    def log_message(self, *_):
        pass

    def copyfile(self, source, outputfile):
        Quiet.loaded += Path(source.name).stat().st_size
        super().copyfile(source, outputfile)


def check(chromium, address, lesson) -> list:
    """Run one lesson and return what is wrong with it."""
    page = chromium.new_page(viewport={"width": 1200, "height": 1000})
    outside = []
    page.on("request", lambda request: outside.append(request.url) if foreign(request.url, address) else None)
    begin, Quiet.loaded = monotonic(), 0
    page.goto(f"{address}/lab/index.html?path={lesson}.ipynb&reset")
    page.wait_for_selector(".jp-Notebook h1", timeout=PATIENCE * 1000)
    page.wait_for_selector('.jp-Notebook-ExecutionIndicator[data-status="idle"]', timeout=PATIENCE * 1000)
    ready = monotonic() - begin
    run_all(page, PATIENCE)
    ran = monotonic() - begin - ready
    errors = re.findall(r'data-mime-type="application/vnd\.jupyter\.(?:error|stderr)".*?</div>', read_everything(page))
    waits = [press(page) for _ in range(PRESSES)]
    print(f"{lesson:20s} Python ready after {ready:5.1f} s, all cells run in {ran:5.1f} s more, ", end="")
    print(f"{Quiet.loaded / 1e6:.0f} MB; a picture after {1000 * statistics.median(waits):.0f} ms, the median")
    page.close()
    return [f"{lesson}: {what}" for what in (*errors, *(f"asks for {url}" for url in outside))]


def foreign(url: str, address: str) -> bool:
    """Return whether a request leaves this computer."""
    return not url.startswith((address, "data:", "blob:"))


def main() -> int:
    if not (SITE / "index.html").exists():
        print("There is no build/lite yet: make lite")
        return 1
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=SITE))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with browser() as chromium:
        wrong = [what for name in LESSONS for what in check(chromium, f"http://127.0.0.1:{server.server_port}", name)]
    server.shutdown()
    print(*wrong, sep="\n", end="\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
