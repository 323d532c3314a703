"""The doctor: one line that says that everything works, the sliders included, or names the one thing to mend."""

import sys
from html import escape
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from helpers import hiding_file
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


class Pulse(Panel):
    """A line that turns from "not alive" to "everything works" once the browser drew it and Python answered."""

    scripts = ("practice/doctor.js",)
    styles = ("practice/doctor.css",)
    sent = ("asking",)
    asking = ASKING

    def __init__(self, note=""):
        super().__init__()
        self.note = note

    def receive(self, message: dict):
        """Answer the browser, as a slider's move would be answered."""
        self.tell({"answer": FINE + self.note})

    def as_text(self) -> str:
        return NOT_ALIVE

    def as_html(self) -> str:
        return f"<p>{escape(NOT_ALIVE)}</p>"

    def _repr_mimebundle_(self, **options):
        """Be shown, as every slider is; say so where no slider can be."""
        try:
            return super()._repr_mimebundle_(**options)
        except Exception as error:  # whatever a widget library of another version raises
            trouble = Trouble(
                f"no slider can be made ({type(error).__name__}: {error}). Run %pip install --upgrade anywidget "
                "ipywidgets in a new cell, then stop JupyterLab and start it again."
            )
            return {"text/plain": repr(trouble), "text/html": trouble._repr_html_()}


def doctor(folder: Path | None = None):
    """Look whether the course can run here. Returns a live line, or the first trouble.

    folder: where the notebook lies and progress is saved; that of the notebooks if None.
    """
    looks = (
        lambda: hiding_file(folder),
        *(() if IN_A_BROWSER else (python_trouble, package_trouble)),
        digits_trouble,
        lambda: progress_trouble(folder),
    )
    trouble = next(filter(None, (look() for look in looks)), "")
    return Trouble(trouble) if trouble else Pulse(moved_lessons(folder))


def moved_lessons(folder: Path | None = None) -> str:
    """Return a sentence for each notebook in the folder whose lesson has another number now."""
    now = {load(number).id: number for number in lessons()}
    found = ""
    for path in sorted((folder or progress.home()).glob("[0-9][0-9]-*.ipynb")):
        number, _, name = path.stem.partition("-")
        if now.get(name, number) != number:
            found += f" {path.name} is of an older course and stays as you left it; "
            found += f"open {now[name]}-{name}.ipynb instead."
    return found


def python_trouble(version=sys.version_info) -> str:
    """Return what is wrong with this Python, or ""."""
    wanted = _installed("Requires-Python")
    if not wanted:
        return NOT_INSTALLED
    if SpecifierSet(wanted[0]).contains(".".join(map(str, version[:3]))):
        return ""
    return (
        f"this is Python {version[0]}.{version[1]}, and the course needs {wanted[0].removeprefix('>=')} or newer. Stop "
        "JupyterLab, and start it with a newer one, such as make lab PYTHON=python3.13."
    )


def package_trouble() -> str:
    """Return which package is missing or too old, or ""."""
    for wanted in map(Requirement, _installed("Requires-Dist")):
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
    why = progress.trouble(folder)
    if not why:
        return ""
    return (
        f"your progress cannot be saved in this folder ({why}). Copy the whole course into a folder of your own, and "
        "open it there; all else works."
    )


def _installed(field: str) -> list:
    """Return what the installed course says of itself, or nothing if it is not installed."""
    try:
        return metadata.metadata(COURSE).get_all(field) or []
    except metadata.PackageNotFoundError:
        return []
