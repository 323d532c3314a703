"""Do the labs follow the hand? In a real JupyterLab, in turn with @interact and plt.show() on the same picture.

    .venv/bin/python tools/bench_labs.py [--only IdentityLab,DrawLab] [--changes 2000] [--slow-line]

In kernels of their own, two at once: what a picture takes to compute, draw and encode, in processor time, averaged
over the lab's first slider from end to end (DrawLab: over a drawing); by how much the process grows after the first
hundred changes. Then in Chromium: from a key press to the first frame with the new picture; pictures in a second of
dragging from end to end, five times; from the release to the picture of the last value; frames of the drag whose
picture was gone, collapsed or not decoded; bytes through the kernel's socket for each key press.
"The rest" is what the median has left: messages, JavaScript, waiting for the frame. Nothing else should run meanwhile.
All labs take about ten minutes, half of it for the memory (--changes 200). Exit code 1 if a goal is missed.
"""

import argparse
import json
import os
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from math import log10
from pathlib import Path
from subprocess import DEVNULL

import numpy as np
from hand import TOOLS, Seen, notebook
from jupyter_client.manager import start_new_kernel
from lab_in_browser import CHROMIUM
from labs_in_kernel import WARM, slider_of

import helpers.labs

PRESSES, PRESSES_BY_INTERACT = 40, 10
HEAD = """\
              | key press to picture, ms  | a second of dragging       | of the median, ms          | update | memory
lab           | median p95 @interact ratio| pictures @int last,ms blank| compute draw encode   rest |     kB |     MB"""
LINE = """\
{:14}|{:7.0f}{:4.0f}{:10.0f}{:6.1f}|{:9}{:5}{:8.0f}{:6}|{:8.1f}{:5.1f}{:7.1f}{:7.1f} |{:7.1f} |{:7.1f}{}"""


@dataclass(frozen=True)
class Row:
    """What was measured of one lab. costs: ms to compute, draw and encode a picture. grown: MB."""

    name: str
    lab: Seen
    interact: Seen
    costs: dict
    grown: float

    @property
    def median(self) -> float:
        return np.percentile(self.lab.presses, 50)

    @property
    def p95(self) -> float:
        return np.percentile(self.lab.presses, 95)

    @property
    def ratio(self) -> float:
        return np.percentile(self.interact.presses, 50) / self.median

    @property
    def rest(self) -> float:
        return self.median - sum(self.costs.values())


GOALS = (
    ("median <= 45", lambda row: row.median <= 45),
    ("p95 <= 60", lambda row: row.p95 <= 60),
    ("ratio >= 5", lambda row: row.ratio >= 5),
    ("pictures >= 16", lambda row: row.lab.pictures >= 16),
    ("last <= 100", lambda row: row.lab.last <= 100),
    ("blank = 0", lambda row: row.lab.blank == 0),
    ("MB < 5", lambda row: row.grown < 5),
)


def missed(row: Row, goals) -> list:
    """Return the goals that a lab misses."""
    return [goal for goal, met in goals if not met(row)]


def line(row: Row, goals) -> str:
    """Return a lab's line of the table, with the goals it misses."""
    lab, interact, costs, misses = row.lab, row.interact, row.costs, missed(row, goals)
    return LINE.format(
        *(row.name, row.median, row.p95, np.percentile(interact.presses, 50), row.ratio),
        *(lab.pictures, interact.pictures, lab.last, lab.blank),
        *(costs["compute"], costs["draw"], costs["encode"], row.rest, lab.bytes / 1000, row.grown),
        f"  missed: {', '.join(misses)}" if misses else "",
    )


def in_browser(names, slow: bool):
    """Yield what is seen of a bare echo, then for each lab what is seen of it, and of its like by @interact."""
    with tempfile.TemporaryDirectory() as folder, notebook(names, Path(folder), slow) as hand:
        hand.show_next()
        yield hand.slider(PRESSES, 50, 101)
        for name in names:
            slider = slider_of(getattr(helpers.labs, name))
            hand.show_next()
            lab = hand.pad(PRESSES) if name == "DrawLab" else hand.slider(PRESSES, *places(slider))
            hand.show_next()
            yield lab, hand.slider(PRESSES_BY_INTERACT, *places(slider))


def places(slider) -> tuple[int, int]:
    """Return at which place of how many a slider begins."""
    low, value, high = (log10(x) if slider.log else x for x in (slider.low, slider.value, slider.high))
    return round((value - low) / slider.step), round((high - low) / slider.step) + 1


def in_kernel(name: str, changes: int) -> dict:
    """Return a lab's costs and growth, as a kernel of its own says them."""
    alone = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}  # NumPy's own threads would wait for the other kernel's
    manager, kernel = start_new_kernel(stderr=DEVNULL, env=alone)
    said = []
    code = f"import sys; sys.path.insert(0, {str(TOOLS)!r}); import labs_in_kernel as here"
    code += f"; here.report({name!r}, {changes})"
    try:
        reply = kernel.execute_interactive(code, output_hook=lambda message: said.append(message["content"]))
        if reply["content"]["status"] != "ok":
            raise RuntimeError("\n".join(reply["content"]["traceback"]))
    finally:
        kernel.stop_channels()
        manager.shutdown_kernel(now=True)
    return json.loads(next(content["text"] for content in reversed(said) if "text" in content))


def read_arguments():
    """Return what the command line says."""
    parser = argparse.ArgumentParser(description="Measure how the labs follow the hand.")
    parser.add_argument("--only", metavar="LAB,LAB", default=",".join(helpers.labs.__all__), help="these labs alone")
    parser.add_argument("--changes", type=int, default=2000, help="after which memory is looked at again (2000)")
    parser.add_argument("--slow-line", action="store_true", help="as to Binder, 100 ms and 2 Mbit/s; without goals")
    arguments = parser.parse_args()
    arguments.only = arguments.only.split(",")
    if unknown := set(arguments.only) - set(helpers.labs.__all__):
        parser.error(f"there is no {' and no '.join(unknown)} among {', '.join(helpers.labs.__all__)}")
    if arguments.changes <= WARM:
        parser.error(f"--changes must be more than the first {WARM}")
    if CHROMIUM is None:
        parser.error("there is no Chromium on the PATH, and the labs are measured in it")
    return arguments


def main() -> int:
    arguments = read_arguments()
    names, goals = arguments.only, () if arguments.slow_line else GOALS
    print(f"First {arguments.changes:,} changes of each lab in a kernel, then the browser.", flush=True)
    with ThreadPoolExecutor(2) as two:
        inside = list(two.map(lambda name: in_kernel(name, arguments.changes), names))
    seen, rows = in_browser(names, arguments.slow_line), []
    echo = next(seen)
    floor = ", ".join(f"{word} {np.percentile(echo.presses, at):.0f} ms" for word, at in (("median", 50), ("p95", 95)))
    print(f"The floor, a slider's number echoed by the kernel without a picture: {floor}, {echo.pictures} in a second.")
    if goals:
        print("The goals:", ", ".join(goal for goal, _ in goals))
    print(HEAD)
    for both, name, costs in zip(seen, names, inside, strict=True):
        rows.append(Row(name, *both, **costs))
        print(line(rows[-1], goals), flush=True)
    return 1 if any(missed(row, goals) for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
