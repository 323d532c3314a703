"""A hand at the labs in a real JupyterLab, and what the eye sees of it. Part of `make bench-labs`."""

import math
import random
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import nbformat
from lab_in_browser import browser, open_notebook, run_cell, server
from slow_line import slow_line

TOOLS = Path(__file__).parent
SWEEPS = 5  # from end to end in the second of dragging: so that a slider of eight values has pictures enough, too
PATIENCE = 15_000  # ms


@dataclass
class Seen:
    """What one way of showing a picture gave. Times in ms; endless where a picture never came."""

    presses: list
    pictures: int  # in one second of dragging
    last: float  # from the release to the last value's picture
    blank: int  # frames of the drag without a whole picture
    bytes: float  # through the kernel's socket, for each press


@contextmanager
def notebook(names, folder: Path, slow: bool):
    """Open a notebook whose one cell shows a bare echo, then each lab and its like by @interact: run it again."""
    setup = f"import sys; sys.path.insert(0, {str(TOOLS)!r})\nfrom labs_in_kernel import turns\nturn = turns({names})"
    cells = [nbformat.v4.new_markdown_cell("# Labs"), *map(nbformat.v4.new_code_cell, (setup, "next(turn)"))]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}  # or JupyterLab asks which
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), folder / "labs.ipynb")
    with ExitStack() as stack:
        address, token = stack.enter_context(server(folder, folder / "jupyterlab.log"))
        if slow:
            address = stack.enter_context(slow_line(address))
        page = stack.enter_context(browser()).new_page(viewport={"width": 1300, "height": 1000})
        page.add_init_script(path=TOOLS / "eye.js")
        open_notebook(page, address, token, "labs.ipynb", seconds=300)
        hand = Hand(page, quiet=2000 if slow else 400)
        hand.run(1)
        yield hand


class Hand:
    """The hand, and the page under it. quiet: ms without a new picture after which none is on its way."""

    def __init__(self, page, quiet):
        self.page, self.quiet = page, quiet
        self._random = random.Random(0)

    def run(self, cell: int):
        """Run a code cell, counted from 1, and wait until it has run."""
        run_cell(self.page, self.page.locator(".jp-CodeCell").nth(cell - 1))

    def show_next(self):
        """Show the next of what there is to measure, and wait until its picture stands still."""
        self.run(2)
        self.page.wait_for_timeout(self.quiet)
        self.page.evaluate("eye.open()")
        self._settled()

    def slider(self, presses: int, position: int, positions: int) -> Seen:
        """Press arrow keys around the slider's first position, then drag it from end to end and back."""
        handle = self.page.locator(".jp-OutputArea :is(input[type=range], .noUi-handle)").first
        handle.focus()
        keys = ["ArrowRight" if right else "ArrowLeft" for right in to_and_fro(presses, position, positions)]
        seen, received = self._press(keys)
        self._press(["Home", "End"])
        end = self.page.evaluate("eye.seen.at(-1).what")
        self._press(["Home"])
        box = self.page.locator(".jp-OutputArea :is(input[type=range], .noUi-base)").first.bounding_box()

        def place(part):  # at the end a little further: a hand does not stop at the end to the pixel
            return box["x"] + 4 + box["width"] * abs((part * SWEEPS + 1) % 2 - 1), box["y"] + box["height"] / 2

        return Seen(seen, *self._drag(place, end), received)

    def pad(self, presses: int) -> Seen:
        """Draw with the keyboard, a serpentine through the middle, then a long stroke with the mouse."""
        canvas = self.page.locator(".jp-OutputArea canvas")
        canvas.focus()
        self.page.keyboard.press(" ")
        self._settled()
        rows = [["ArrowLeft"] * 14, ["ArrowDown"] * 3, ["ArrowRight"] * 14, ["ArrowDown"] * 3] * presses
        seen, received = self._press(sum(rows, [])[:presses])
        self._press(["Delete"])
        box = canvas.bounding_box()

        def place(part):
            angle, radius = 6 * math.pi * part, (0.1 + 0.3 * part) * box["width"]
            x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
            return x + radius * math.cos(angle), y + radius * math.sin(angle)

        return Seen(seen, *self._drag(place, None), received)

    def _press(self, keys):
        """Press keys one by one; return the ms from each to its picture, and the bytes that came for each."""
        before, times = self.page.evaluate("received"), []
        for key in keys:
            self.page.wait_for_timeout(self._random.uniform(10, 40))  # not in step with the page's frames
            self.page.keyboard.press(key)
            times.append(self._ms(f"eye.afterPress({PATIENCE})"))
        self._settled()
        return times, (self.page.evaluate("received") - before) / len(keys)

    def _drag(self, place, last):
        """Drag for a second along place(part of the second); return what Seen wants to know about it."""
        mouse = self.page.mouse
        mouse.move(*place(0))
        mouse.down()
        self._settled()
        self.page.evaluate("eye.open()")
        begin = time.perf_counter()
        while (part := time.perf_counter() - begin) < 1:
            mouse.move(*place(part))
            self.page.wait_for_timeout(5)
        mouse.move(*place(1))
        mouse.up()
        pictures = self.page.evaluate("eye.seen.filter(({ at }) => at <= eye.released).length - 1")
        late = self._settled(last) - self._ms("eye.released")
        return pictures, max(0.0, late), self.page.evaluate("eye.blank")

    def _settled(self, last=None) -> float:
        return self._ms(f"(last) => eye.settled(last, {self.quiet}, {PATIENCE})", last)

    def _ms(self, expression, argument=None) -> float:
        time = self.page.evaluate(expression, argument)
        return math.inf if time is None else time


def to_and_fro(presses: int, position: int, positions: int, reach: int = 5):
    """Yield for each press whether it goes right: around a position of so many, never past an end."""
    low, high = max(0, position - reach), min(positions - 1, position + reach)
    right = position < high
    for _ in range(presses):
        yield right
        position += 1 if right else -1
        if position in (low, high):
            right = position == low
