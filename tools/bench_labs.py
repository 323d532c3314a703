"""How fast do the labs answer a slider? In a real JupyterLab in Chromium, beside a bare echo, in one run.

    .venv/bin/python tools/bench_labs.py [--only IdentityLab,DrawLab] [--presses 200]

For each lab: from a key press on its first slider to the frame with the new picture, median and 95 of 100, and the
kernel's milliseconds for each picture. The floor is a slider whose number Python sends back as text. Read the ratios:
nothing else should run meanwhile.
"""

import argparse
import itertools
import tempfile
import time
from pathlib import Path

import nbformat
import numpy as np
from lab_in_browser import PICTURES_SEEN, browser, open_notebook, run_cell, server

import helpers.labs
from helpers.labs.controls import Slider

SETUP = """
import ipywidgets, helpers.labs

def echo():
    slider, text = ipywidgets.IntSlider(50), ipywidgets.HTML('<b class="echo">50</b>')
    slider.observe(lambda change: setattr(text, "value", f'<b class="echo">{change.new}</b>'), "value")
    return ipywidgets.VBox([slider, text])

shows = iter([echo, *(getattr(helpers.labs, name) for name in NAMES)])
"""
NEXT = """new Promise((done) => {
    (function look() {
        const at = seen.find((one) => one > pressed);
        if (at) done(at - pressed);
        else if (performance.now() - pressed > 3000) done(null); // at the slider's end
        else setTimeout(look, 4);
    })();
})"""
SLIDER = ".jp-OutputArea :is(input[type=range], .noUi-handle)"


def show_next(page):
    """Run the second cell, which shows the next thing to measure each time it runs."""
    run_cell(page, page.locator(".jp-CodeCell").nth(1))
    page.wait_for_timeout(800)


def press(slider, presses: int) -> np.ndarray:
    """Press arrow keys to and fro, and return the median and the 95th percentile of the ms to each picture."""
    slider.focus()
    page, times = slider.page, []
    for number in range(presses + 3):  # the first three are not counted
        page.keyboard.press(("ArrowRight", "ArrowLeft")[number % 2])
        times.append(page.evaluate(NEXT))
        page.wait_for_timeout(30 + number % 7 * 3)  # not in step with the page's frames
    return np.percentile([time for time in times[3:] if time is not None], [50, 95])


def milliseconds_of_kernel(name: str, changes: int = 500) -> float:
    """Return what a picture takes of the processor, as the first slider goes from end to end."""
    lab = getattr(helpers.labs, name)()
    lab.listen(lambda message: None)
    slider = next(control for control in lab.controls if isinstance(control, Slider))
    space = np.geomspace if slider.log else np.linspace
    values = [slider.coerce(min(value, slider.high)) for value in space(slider.low, slider.high, 81).tolist()]
    begin = time.process_time()
    for value in itertools.islice(itertools.cycle(values + values[::-1]), changes):
        lab.receive({"move": {slider.name: value}, "from": {"view": "bench", "number": 0}})
    return 1000 * (time.process_time() - begin) / changes


def main():
    parser = argparse.ArgumentParser(description="Measure how fast the labs answer a slider.")
    parser.add_argument("--only", metavar="LAB,LAB", default=",".join(helpers.labs.NAMES), help="these labs alone")
    parser.add_argument("--presses", type=int, default=200)
    arguments = parser.parse_args()
    names = arguments.only.split(",")
    cells = [nbformat.v4.new_markdown_cell("# Labs")]
    cells += map(nbformat.v4.new_code_cell, (f"NAMES = {names}\n{SETUP}", "next(shows)()"))
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}  # or JupyterLab asks which
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), folder / "labs.ipynb")
        with server(folder, folder / "log") as (address, token), browser() as chromium:
            page = chromium.new_page(viewport={"width": 1440, "height": 900})
            page.add_init_script(PICTURES_SEEN)
            open_notebook(page, address, token, "labs.ipynb")
            run_cell(page, page.locator(".jp-CodeCell").nth(0))
            show_next(page)
            floor, floor_95 = press(page.locator(SLIDER).first, arguments.presses)
            print(f"floor: median {floor:.0f} ms, p95 {floor_95:.0f} ms")
            print("lab: median, p95 ms | above the floor's | kernel ms")
            for name in names:
                show_next(page)
                median, p95 = press(page.locator(SLIDER).first, arguments.presses)
                above = f"{median - floor:3.0f} {p95 - floor_95:4.0f}"
                print(f"{name:14} {median:4.0f} {p95:4.0f} | {above} | {milliseconds_of_kernel(name):5.1f}", flush=True)


if __name__ == "__main__":
    main()
