"""How long does a reader of the live book wait? In Chromium with a profile, served from this computer, in one run.

    .venv/bin/python tools/bench_live.py build/book [--visits 3] [--presses 40] [--slow-line]

A first visit, a second one, and the next lesson of the same visit: seconds until text stands there, until a lab does,
until its picture has moved; megabytes that the server sent, compressed as web servers do. Then each lab of each lesson:
from a key press on a slider to the frame with the new picture, median and 95 of 100. --slow-line: 20 Mbit/s and 40 ms.
"""

import argparse
import gzip
import io
import tempfile
import time
from contextlib import ExitStack
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread

import numpy as np
from lab_in_browser import PICTURES_SEEN, profile

LESSON = "notebooks/03-rolling-down.html"
WAIT, BITS = 0.04, 20e6  # of the slow line: seconds there and back, bits a second
MOVED = """() => {
    const slider = document.querySelector('.lab input[type=range]');
    if (!slider) return false;
    window.alive ??= performance.now();
    if (!window.pressed) {
        window.pressed = performance.now();
        slider.stepUp();
        slider.dispatchEvent(new Event('input', {bubbles: true}));
    }
    return seen.some((one) => one > pressed) && [alive, seen.find((one) => one > pressed)].map((one) => one / 1000);
}"""
KEYS = "window.keys = []; addEventListener('keydown', (event) => keys.push(event.timeStamp), true);"
WAITS = "keys.map((key) => seen.find((one) => one > key) - key).filter((one) => one < 80)"  # others: at a slider's end
FORGET = "() => { window.alive = undefined; pressed = 0; seen = []; window.left = performance.now() / 1000; }"


class Server(ThreadingHTTPServer):
    """As GitHub Pages is: it compresses what is text or code, and lets browsers keep a file for ten minutes."""

    sent, slow, line = 0, False, Lock()  # all connections share the line


class Handler(SimpleHTTPRequestHandler):
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".wasm": "application/wasm"}

    def log_message(self, *_):
        pass

    def send_head(self):
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            return self.send_error(404)
        time.sleep(WAIT if self.server.slow else 0)
        small = path.suffix in (".html", ".js", ".mjs", ".css", ".json", ".wasm", ".svg")
        data = compressed(path) if small else path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=600")
        if small:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.server.sent += len(data)
        return io.BytesIO(data)

    def copyfile(self, source, outputfile):
        while data := source.read(16_384):
            if self.server.slow:
                with self.server.line:
                    time.sleep(len(data) * 8 / BITS)
            outputfile.write(data)


@cache
def compressed(path: Path) -> bytes:
    """Return a file as a server sends it."""
    return gzip.compress(path.read_bytes(), 6)


def moved(page) -> str:
    """Wait until the page's first lab has moved; return in words when it stood there, and when it had moved."""
    alive, at = page.wait_for_function(MOVED, polling=10, timeout=300_000).json_value()
    left = page.evaluate("window.left ?? 0")
    return f"lab {alive - left:.2f} s, moved {at - left:.2f} s"


def visit(folder: Path, address: str, server: Server, name: str):
    """Open the lesson in a browser with this profile, then the next lesson, and print what was measured."""
    with profile(folder) as browser:
        browser.add_init_script(PICTURES_SEEN)
        page, before = browser.new_page(), server.sent
        page.goto(f"{address}/{LESSON}", timeout=300_000)
        line = moved(page)
        text = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime / 1000")
        page.wait_for_timeout(3000)
        print(f"{name}: text {text:.2f} s, {line}; {(server.sent - before) / 1e6:.1f} MB", flush=True)
        page.evaluate(FORGET)
        page.locator("a.right-next").first.click()
        page.wait_for_function("location.pathname.includes('04-')")
        print(f"    the next lesson: {moved(page)}", flush=True)


def every_lab(folder: Path, address: str, lessons: list, presses: int):
    """Press an arrow key on the first slider of each lab of each lesson, in one visit."""
    with profile(folder) as browser:
        browser.add_init_script(PICTURES_SEEN + KEYS)
        page = browser.new_page()
        for lesson in lessons:
            page.goto(f"{address}/{lesson}", timeout=300_000)
            page.wait_for_function("document.documentElement.dataset.python === 'ready'", timeout=300_000)
            for cell in page.locator("div.cell", has_text="Lab(").all():
                cell.scroll_into_view_if_needed()
                cell.locator("xpath=self::*[@data-live]").wait_for(timeout=60_000)
                for lab in cell.locator(".lab:has(input[type=range])").all():
                    lab.locator("input[type=range]").first.focus()
                    page.evaluate("() => { seen = []; keys = []; }")
                    for press in range(presses):
                        page.keyboard.press(("ArrowRight", "ArrowLeft")[press % 2])
                        page.wait_for_timeout(80 + press % 7 * 3)  # not in step with the page's frames
                    median, p95 = np.percentile(page.evaluate(WAITS)[3:], [50, 95])
                    print(f"    {lab.get_attribute('aria-label'):40} {median:4.0f} {p95:4.0f} ms", flush=True)


def main():
    parser = argparse.ArgumentParser(description="Measure how long a reader of the live book waits.")
    parser.add_argument("book", type=Path)
    parser.add_argument("--visits", type=int, default=3)
    parser.add_argument("--presses", type=int, default=40)
    parser.add_argument("--slow-line", action="store_true", help="20 Mbit/s and 40 ms")
    arguments = parser.parse_args()
    lessons = sorted(f"notebooks/{path.name}" for path in (arguments.book / "notebooks").glob("[0-9]*.html"))
    lessons = [name for name in lessons if "article" in (arguments.book / name).read_text(encoding="utf-8")]
    with Server(("127.0.0.1", 0), partial(Handler, directory=arguments.book)) as server, ExitStack() as stack:
        server.slow = arguments.slow_line
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        profiles = (
            Path(stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)))
            for _ in range(arguments.visits + 1)
        )
        for _ in range(arguments.visits):
            folder = next(profiles)
            visit(folder, address, server, "first visit")
            visit(folder, address, server, "second visit")
        every_lab(next(profiles), address, lessons, arguments.presses)
        server.shutdown()


if __name__ == "__main__":
    main()
