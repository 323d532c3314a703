"""How fast do the labs answer a slider? In a real JupyterLab in Chromium, beside a bare echo and @interact, in one run.

    .venv/bin/python tools/bench_labs.py [--only IdentityLab,DrawLab] [--presses 200] [--slow-line]

For each lab: from a key press to the frame with the new picture, median and 95 of 100; pictures in a second of dragging
its first slider, three times from end to end; from the release to the last picture; bytes of the lab's own messages,
and of all that comes through the kernel's socket, for each press, medians; milliseconds of the kernel for each picture;
what the process grows by in 2,000 changes. The floor is a slider whose number Python sends back as text. Read the
ratios: nothing else should run meanwhile.
"""

import argparse
import gc
import itertools
import json
import math
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

import nbformat
import numpy as np
import psutil
from lab_in_browser import browser, open_notebook, run_cell, server
from slow_line import slow_line

import helpers.labs
from helpers.labs.controls import Slider

SETUP = """
import ipywidgets, matplotlib.pyplot as plt, helpers.labs
from unittest.mock import patch
from helpers.pictures import style

def echo():
    slider, text = ipywidgets.IntSlider(50), ipywidgets.HTML('<b class="echo">50</b>')
    slider.observe(lambda change: setattr(text, "value", f'<b class="echo">{change.new}</b>'), "value")
    return ipywidgets.VBox([slider, text])

def interact(name, control):
    lab = getattr(helpers.labs, name)()
    def picture(value):
        with patch.object(style, "figure", lambda width, height, **_: plt.figure(figsize=(width / 100, height / 100))):
            scene = lab.scene()
        scene.show(**lab.compute(**{**lab.state, control.name: control.take(control.low * (control.high / control.low)
            ** ((value - control.low) / (control.high - control.low)) if control.log else value)}))
        plt.show()
    ipywidgets.interact(picture, value=(control.low, control.high, (control.high - control.low) / 100))

shows = iter(SHOWS)
"""
OBSERVER = """
window.seen = []; window.pressed = 0; window.released = 0;
const OURS = '.lab-moves, .lab-words, .widget-html-content';
function isPicture({target, addedNodes}) {
    if ((target.closest ? target : target.parentElement)?.closest(OURS)) return true;
    return [...addedNodes].some((node) => node.nodeName === 'IMG' || node.querySelector?.('.jp-OutputArea-output img'));
}
new MutationObserver((changes) => {
    if (changes.some(isPicture)) requestAnimationFrame(() => seen.push(performance.now()));
}).observe(document, {childList: true, subtree: true, attributes: true, characterData: true});
addEventListener('keydown', (event) => { pressed = event.timeStamp; }, true);
addEventListener('pointerup', (event) => { released = event.timeStamp; }, true);
"""
NEXT = """new Promise((done) => {
    (function look() {
        const at = seen.find((one) => one > pressed);
        if (at) done(at - pressed);
        else if (performance.now() - pressed > 3000) done(null); // at the slider's end
        else setTimeout(look, 4);
    })();
})"""
BOX = """(one) => {
    const {x, y, width, height} = (one.type ? one : one.closest('.noUi-target')).getBoundingClientRect();
    return {x, y, width, height};
}"""
AFTER = "[new Set(seen.filter((one) => one <= released)).size, Math.max(0, seen.at(-1) - released)]"
SLIDER = ".jp-OutputArea :is(input[type=range], .noUi-handle)"


class Bench:
    """A page of JupyterLab whose second cell shows the next thing to measure each time it runs."""

    def __init__(self, page):
        self.page, self.bytes = page, 0
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.webSocketFrameReceived", self._count)

    def _count(self, event):
        data = event["response"]["payloadData"]
        self.bytes += len(data) * 3 // 4 if event["response"]["opcode"] == 2 else len(data)

    def show_next(self):
        """Run the second cell."""
        run_cell(self.page, self.page.locator(".jp-CodeCell").nth(1))
        self.page.wait_for_timeout(800)

    def press(self, presses: int) -> tuple[list, list]:
        """Press arrow keys to and fro; return the ms to each picture, and the bytes that came for each."""
        self.page.locator(SLIDER).first.focus()
        times, sizes = [], []
        for number in range(presses + 3):  # the first three are not counted
            before = self.bytes
            self.page.keyboard.press(("ArrowRight", "ArrowLeft")[number % 2])
            times.append(self.page.evaluate(NEXT))
            self.page.wait_for_timeout(30 + number % 7 * 3)  # not in step with the page's frames
            sizes.append(self.bytes - before)
        return [time for time in times[3:] if time is not None], sizes[3:]

    def drag(self) -> tuple[int, float]:
        """Drag for a second; return how many pictures came, and the ms from the release to the last one."""
        box = self.page.locator(SLIDER).first.evaluate(BOX)

        def place(part):
            across = abs((3 * part + 1) % 2 - 1)
            return box["x"] + 6 + (box["width"] - 12) * across, box["y"] + box["height"] / 2

        thumb = self.page.locator(".jp-OutputArea .noUi-handle")
        if thumb.count():  # ipywidgets' slider is dragged by its thumb alone
            thumb.first.hover()
        else:
            self.page.mouse.move(*place(0))
        self.page.mouse.down()
        self.page.wait_for_timeout(300)
        self.page.evaluate("seen = []")
        begin = time.perf_counter()
        while (part := time.perf_counter() - begin) < 1:
            self.page.mouse.move(*place(part))
            self.page.wait_for_timeout(8)
        self.page.mouse.up()
        self.page.wait_for_timeout(800)
        return tuple(self.page.evaluate(AFTER))


def in_python(name: str, changes: int = 2000) -> tuple[float, float, float]:
    """Return the ms of a picture, the median bytes of a message, and the MB that 2,000 changes leave behind."""
    lab = getattr(helpers.labs, name)()
    sizes: list = []
    lab.listen(lambda message: sizes.append(len(json.dumps(message))))
    slider = next(control for control in lab.controls if isinstance(control, Slider))
    ways = np.linspace(0, 1, 81)
    ways = (
        slider.low * (slider.high / slider.low) ** ways
        if slider.log
        else slider.low + ways * (slider.high - slider.low)
    )
    values = [slider.take(min(value, slider.high)) for value in [*ways.tolist(), *ways.tolist()[::-1]]]
    for number, value in enumerate(itertools.islice(itertools.cycle(values), changes)):
        if number == 200:
            gc.collect()
            sizes.clear()
            before, begin = psutil.Process().memory_info().rss, time.process_time()
        lab.receive({"move": {slider.name: value}, "from": {"view": "bench", "number": number}})
    spent = 1000 * (time.process_time() - begin) / (changes - 200)
    gc.collect()
    return spent, float(np.median(sizes)), (psutil.Process().memory_info().rss - before) / 1e6


def main():
    parser = argparse.ArgumentParser(description="Measure how fast the labs answer a slider.")
    parser.add_argument("--only", metavar="LAB,LAB", default=",".join(helpers.labs.NAMES), help="these labs alone")
    parser.add_argument("--presses", type=int, default=200)
    parser.add_argument("--slow-line", action="store_true", help="100 ms and 2 Mbit/s, as to Binder")
    arguments = parser.parse_args()
    names = arguments.only.split(",")
    sliders = {name: next(c for c in getattr(helpers.labs, name).controls if isinstance(c, Slider)) for name in names}
    shows = ["echo()"]
    for name in names:
        control = f"next(one for one in helpers.labs.{name}.controls if one.name == {sliders[name].name!r})"
        shows += [f"helpers.labs.{name}()", f"interact({name!r}, {control})"]
    cells = f"SHOWS = {shows}\n{SETUP}", "eval(next(shows))"
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        made = [nbformat.v4.new_markdown_cell("# Labs"), *map(nbformat.v4.new_code_cell, cells)]
        kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}  # or JupyterLab asks which
        nbformat.write(nbformat.v4.new_notebook(cells=made, metadata=kernel), Path(folder) / "labs.ipynb")
        address, token = stack.enter_context(server(Path(folder), Path(folder) / "log"))
        address = stack.enter_context(slow_line(address)) if arguments.slow_line else address
        page = stack.enter_context(browser()).new_page(viewport={"width": 1440, "height": 900})
        page.add_init_script(OBSERVER)
        open_notebook(page, address, token, "labs.ipynb", seconds=300)
        bench = Bench(page)
        run_cell(page, page.locator(".jp-CodeCell").nth(0))
        bench.show_next()
        times, _ = bench.press(arguments.presses)
        floor, floor_95 = np.percentile(times, [50, 95])
        echoed, _ = bench.drag()
        print(f"floor: median {floor:.0f} ms, p95 {floor_95:.0f} ms, {echoed} in a second of dragging")
        print("lab: median, p95 ms | above the floor's | pictures in a second, part of the echo's | last, ms after |")
        print("     bytes of a message, at the socket | kernel ms | grown MB | @interact ms")
        for name in names:
            bench.show_next()
            times, sizes = bench.press(arguments.presses)
            pictures, last = bench.drag()
            bench.show_next()
            theirs = np.median(bench.press(max(5, arguments.presses // 20))[0]) if not arguments.slow_line else math.nan
            spent, message, grown = in_python(name)
            median, p95 = np.percentile(times, [50, 95])
            print(
                f"{name:14} {median:4.0f} {p95:4.0f} | {median - floor:3.0f} {p95 - floor_95:4.0f} "
                f"| {pictures:3} {pictures / max(echoed, 1):5.2f} | {last:4.0f} "
                f"| {message:6.0f} {np.median(sizes):6.0f} | {spent:5.1f} | {grown:5.1f} | {theirs:4.0f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
