"""The doctor: one line that says that everything works, the sliders included, or names the one thing to mend."""

import sys
from html import escape
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

from helpers import shadowing_file
from helpers.core import load_digits
from helpers.labs.panel import Panel
from helpers.practice import progress
from helpers.practice.sheets import lessons, load

COURSE = "how-a-network-learns"  # its name as an installed package
IN_A_BROWSER = sys.platform == "emscripten"  # there Python and its packages come with the page
FINE = "✓ Everything works: Python, its packages, the sliders, the digits, and saving your progress."
ASKING = (
    "↻ The browser is here, and Python has not answered yet. If this line stays, choose Restart Kernel in the menu "
    "Kernel, and run the cells again from the top."
)
NOT_ALIVE = (
    "○ This line was stored with the notebook: it says nothing yet about this computer. Run this cell; if the line "
    "stays, stop JupyterLab, start it again as the README says (make lab), and run it once more."
)
NOT_INSTALLED = (
    "the course is not installed in the Python that runs this notebook. Stop JupyterLab, and start it as the README "
    "says (make lab)."
)


class Trouble:
    """The first thing that does not work, and what to do about it."""

    def __init__(self, text: str):
        self.text = text

    def __repr__(self):
        return f"✗ One thing to mend: {self.text}"

    def _repr_html_(self):
        return f"<p><strong>{escape(repr(self))}</strong></p>"


class LiveCheck(Panel):
    """A line that turns from "not alive" to "everything works" once the browser drew it and Python answered."""

    scripts = ("practice/doctor.js",)
    styles = ("practice/doctor.css",)
    synced = ("asking",)
    asking = ASKING

    def __init__(self, note=""):
        super().__init__()
        self.note = note

    def receive(self, message: dict):
        """Answer the browser, as a slider's move would be answered."""
        self.send({"answer": FINE + self.note})

    def as_text(self) -> str:
        return NOT_ALIVE

    def as_html(self) -> str:
        return f"<p>{escape(NOT_ALIVE)}</p>"


def doctor(folder: Path | None = None):
    """Look whether the course can run here. Returns a live line, or the first trouble.

    folder: where the notebook lies and progress is saved; that of the notebooks if None.
    """
    checks = (
        lambda: shadowing_file(folder),
        lambda: "" if IN_A_BROWSER else package_trouble(),
        digits_trouble,
        lambda: progress_trouble(folder),
    )
    trouble = next(filter(None, (check() for check in checks)), "")
    return Trouble(trouble) if trouble else LiveCheck(moved_lessons(folder or progress.notebook_folder()))


def moved_lessons(folder: Path) -> str:
    """Return a sentence for each notebook in the folder whose lesson has another number now."""
    now = {load(number).id: number for number in lessons()}
    notebooks = (path.stem.partition("-") for path in sorted(folder.glob("[0-9][0-9]-*.ipynb")))
    return "".join(
        f" {number}-{name}.ipynb is of an older course and stays as you left it; open {now[name]}-{name}.ipynb instead."
        for number, _, name in notebooks
        if now.get(name, number) != number
    )


def package_trouble() -> str:
    """Return which package is missing or too old, the course itself included, or ""."""
    try:
        requirements = metadata.requires(COURSE) or []
    except metadata.PackageNotFoundError:
        return NOT_INSTALLED
    for wanted in map(Requirement, requirements):
        if wanted.marker is not None and not wanted.marker.evaluate({"extra": ""}):
            continue  # of an extra: not needed here, since JupyterLab may stand in another environment
        install = f'%pip install "{wanted.name}{wanted.specifier}"'
        remedy = f"Run {install} in a new cell, then stop JupyterLab and start it again."
        try:
            there = metadata.version(wanted.name)
        except metadata.PackageNotFoundError:
            return f"the package {wanted.name} is not in the Python that runs this notebook. {remedy}"
        if not wanted.specifier.contains(there, prereleases=True):
            return f"{wanted.name} is {there}, and the course needs {wanted.specifier}. {remedy}"
    return ""


def digits_trouble() -> str:
    """Return what is wrong with the handwritten digits, or ""."""
    try:
        load_digits()
    except (OSError, ValueError) as error:
        return f"{error}."
    return ""


def progress_trouble(folder: Path | None = None) -> str:
    """Return why progress cannot be saved, or ""."""
    why = progress.why_not_writable(folder)
    if not why:
        return ""
    return (
        f"your progress cannot be saved in this folder ({why}). Copy the whole course into a folder of your own, and "
        "open it there; all else works."
    )
