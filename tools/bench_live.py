"""How long does a reader of the live book wait? In Chromium with a profile, served from this computer, in one run.

    .venv/bin/python tools/bench_live.py build/book [--visits 3] [--presses 40]

A first visit, a second one, and the next lesson of the same visit: seconds until text stands there, until a lab does,
until its picture has moved. To a first visit comes what the line takes for the megabytes that `make book` tells. Then
each lab of each lesson: from a key press on a slider to the frame with the new picture, median and 95 of 100.
"""

import argparse
import tempfile
from pathlib import Path

from bench_labs import press
from lab_in_browser import PICTURES_SEEN, profile, serving

LESSON = "notebooks/03-rolling-down.html"
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
FORGET = "() => { window.alive = undefined; pressed = 0; seen = []; window.left = performance.now() / 1000; }"


def moved(page) -> str:
    """Wait until the page's first lab has moved; return in words when it stood there, and when it had moved."""
    alive, at = page.wait_for_function(MOVED, polling=10, timeout=300_000).json_value()
    left = page.evaluate("window.left ?? 0")
    return f"lab {alive - left:.2f} s, moved {at - left:.2f} s"


def visit(folder: str, address: str, name: str):
    """Open the lesson in a browser with this profile, then the next lesson, and print what was measured."""
    with profile(folder) as browser:
        browser.add_init_script(PICTURES_SEEN)
        page = browser.new_page()
        page.goto(f"{address}/{LESSON}", timeout=300_000)
        line = moved(page)
        text = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime / 1000")
        print(f"{name}: text {text:.2f} s, {line}", flush=True)
        page.wait_for_timeout(3000)
        page.evaluate(FORGET)
        page.locator("a.right-next").first.click()
        page.wait_for_function("location.pathname.includes('04-')")
        print(f"    the next lesson: {moved(page)}", flush=True)


def every_lab(folder: str, address: str, lessons: list, presses: int):
    """Press an arrow key on the first slider of each lab of each lesson, in one visit."""
    with profile(folder) as browser:
        browser.add_init_script(PICTURES_SEEN)
        page = browser.new_page()
        for lesson in lessons:
            page.goto(f"{address}/{lesson}", timeout=300_000)
            page.wait_for_function("document.documentElement.dataset.python === 'ready'", timeout=300_000)
            for cell in page.locator("div.cell", has_text="Lab(").all():
                cell.scroll_into_view_if_needed()
                cell.locator("xpath=self::*[@data-live]").wait_for(timeout=60_000)
                for lab in cell.locator(".lab:has(input[type=range])").all():
                    median, p95 = press(lab.locator("input[type=range]").first, presses)
                    print(f"    {lab.get_attribute('aria-label'):40} {median:4.0f} {p95:4.0f} ms", flush=True)


def main():
    parser = argparse.ArgumentParser(description="Measure how long a reader of the live book waits.")
    parser.add_argument("book", type=Path)
    parser.add_argument("--visits", type=int, default=3)
    parser.add_argument("--presses", type=int, default=40)
    arguments = parser.parse_args()
    lessons = sorted(f"notebooks/{path.name}" for path in (arguments.book / "notebooks").glob("[0-9]*.html"))
    lessons = [name for name in lessons if "article" in (arguments.book / name).read_text(encoding="utf-8")]
    with serving(arguments.book) as address:
        for _ in range(arguments.visits):
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
                visit(folder, address, "first visit")
                visit(folder, address, "second visit")
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            every_lab(folder, address, lessons, arguments.presses)


if __name__ == "__main__":
    main()
