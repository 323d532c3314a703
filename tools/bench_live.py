"""How long does a reader of the live book wait? In Chromium with a profile, served from this computer, in one run.

    .venv/bin/python tools/bench_live.py build/book [--visits 3] [--presses 40] [--slow-line]

A first visit, a second one, and the next lesson of the same visit: seconds until text stands there, until a lab does,
until its picture has moved; megabytes that the server sent, compressed as web servers do; the longest task of the
page's thread. Then an exercise in a first visit, and every lesson: from a key press on a slider to the frame with the
new picture, median and 95 of 100, and the memory of the page's process at the end. --slow-line: 20 Mbit/s and 40 ms.
"""

import argparse
import gzip
import io
import tempfile
from contextlib import ExitStack, nullcontext
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import numpy as np
import psutil
from bench_labs import OBSERVER
from lab_in_browser import profile
from slow_line import slow_line

LESSON = "notebooks/03-rolling-down.html"
LONG = """
window.long = [0];
new PerformanceObserver((list) => long.push(...list.getEntries().map((one) => one.duration)))
    .observe({type: 'longtask', buffered: true});
"""
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

    sent = 0


class Handler(SimpleHTTPRequestHandler):
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".wasm": "application/wasm"}

    def log_message(self, *_):
        pass

    def send_head(self):
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            return self.send_error(404)
        small = path.suffix in (".html", ".js", ".mjs", ".css", ".json", ".wasm", ".svg")
        data = compressed(path) if small else path.read_bytes()
        self.send_response(200)
        for name, value in (
            ("Content-Type", self.guess_type(str(path))),
            ("Content-Length", len(data)),
            ("Cache-Control", "max-age=600"),
            *([("Content-Encoding", "gzip")] if small else []),
        ):
            self.send_header(name, str(value))
        self.end_headers()
        self.server.sent += len(data)
        return io.BytesIO(data)


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
        browser.add_init_script(OBSERVER + LONG)
        page, before = browser.new_page(), server.sent
        page.goto(f"{address}/{LESSON}", timeout=300_000)
        line = moved(page)
        text = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime / 1000")
        page.wait_for_timeout(3000)
        sent, longest = (server.sent - before) / 1e6, page.evaluate("Math.max(...long)")
        print(f"{name}: text {text:.2f} s, {line}; {sent:.1f} MB; longest task {longest:.0f} ms", flush=True)
        page.evaluate(FORGET)
        page.locator("a.right-next").first.click()
        page.wait_for_function("location.pathname.includes('04-')")
        line, longest = moved(page), page.evaluate("Math.max(...long)")
        print(f"    the next lesson: {line}; longest task {longest:.0f} ms", flush=True)


def exercise(folder: Path, address: str):
    """Answer an exercise as soon as its editor stands there, in a first visit."""
    with profile(folder) as browser:
        page = browser.new_page()
        page.goto(f"{address}/{LESSON}", timeout=300_000)
        cell = page.locator("div.cell.tag_exercise").first
        cell.scroll_into_view_if_needed()
        cell.locator(".cm-content").click(timeout=300_000)
        page.keyboard.press("Control+a")
        page.keyboard.insert_text('slope_here = 2 * (0.6 - 3)\npractice.check("slope_here", slope_here)')
        page.keyboard.press("Shift+Enter")
        cell.locator(".editor-outputs", has_text="Right").wait_for(timeout=300_000)
        print(f"an exercise, checked: {page.evaluate('performance.now()') / 1000:.2f} s", flush=True)


def every_lesson(folder: Path, address: str, lessons: list, presses: int):
    """Press an arrow key on the first slider of each lab of each lesson, in one visit; then print the memory."""
    with profile(folder) as browser:
        browser.add_init_script(OBSERVER + KEYS)
        page = browser.new_page()
        page.goto(f"{address}/{lessons[0]}", timeout=300_000)
        for number in range(len(lessons)):
            page.wait_for_function("document.documentElement.dataset.python === 'ready'", timeout=300_000)
            for cell in page.locator("div.cell").all():
                if "labs." not in cell.inner_text() and "Lab(" not in cell.inner_text():
                    continue
                cell.scroll_into_view_if_needed()
                cell.locator("xpath=self::*[@data-live]").wait_for(timeout=60_000)
                for lab in cell.locator(".lab").all():
                    if not lab.locator("input[type=range]").count():
                        continue
                    lab.locator("input[type=range]").first.focus()
                    page.evaluate("() => { seen = []; keys = []; }")
                    for press in range(presses):
                        page.keyboard.press(("ArrowRight", "ArrowLeft")[press % 2])
                        page.wait_for_timeout(80 + press % 7 * 3)  # not in step with the page's frames
                    median, p95 = np.percentile(page.evaluate(WAITS)[3:], [50, 95])
                    print(f"    {lab.get_attribute('aria-label'):40} {median:4.0f} {p95:4.0f} ms", flush=True)
            if number + 1 < len(lessons):
                page.locator("a.right-next").first.click()
                page.wait_for_function("(name) => location.pathname.endsWith(name)", arg=lessons[number + 1])
        heap = page.evaluate("performance.memory.usedJSHeapSize / 1e6")
        renderers = [one for one in psutil.Process().children(True) if "--type=renderer" in " ".join(one.cmdline())]
        whole = max(one.memory_info().rss for one in renderers) / 1e6
        print(f"after all lessons: {whole:.0f} MB with Python, of which the page's own objects {heap:.0f} MB")


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
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        line = slow_line(address, seconds=0.04, bits=20e6) if arguments.slow_line else nullcontext(address)
        address = stack.enter_context(line)
        for _ in range(arguments.visits):
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)))
            visit(folder, address, server, "first visit")
            visit(folder, address, server, "second visit")
        for work, *what in ((exercise,), (every_lesson, lessons, arguments.presses)):
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)))
            work(folder, address, *what)
        server.shutdown()


if __name__ == "__main__":
    main()
