"""What the learner has done, in one small file beside the notebooks. Nothing leaves the machine."""

import json
import os
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock

try:
    from fcntl import LOCK_EX, flock
except ImportError:  # Windows and a browser's Python: two notebooks could only meet in the same thousandth of a second
    flock = None  # type: ignore[assignment]

FILE = "progress.json"
VERSION = 2
# Version 1 noted lessons by the numbers that they had then. These never change, whatever the lessons' numbers are now.
FORMER_NUMBERS = {
    "00": "watch",
    "01": "slope",
    "02": "power-rule",
    "03": "rolling-down",
    "04": "learning-rate",
    "05": "flat",
    "06": "one-neuron",
    "07": "identity-network",
    "08": "bias",
    "09": "digits",
}
FORMER_NAMES = {"question 09 backpropagation": "question 10 backpropagation"}
_started_in = Path.cwd() if Path(os.curdir).exists() else Path.home()  # the kernel's folder, before any %cd
_writing = Lock()


class NewerFile(ValueError):
    """The file is of a newer version of the course."""


def home() -> Path:
    """Return the folder of the notebooks, wherever the kernel is.

    Jupyter's server tells a kernel which notebook it works for. Without it: the folder in which the kernel started, or
    the notebooks in it, where that is the course.
    """
    notebook = os.environ.get("JPY_SESSION_NAME", "")
    if notebook.endswith(".ipynb") and Path(notebook).is_absolute() and Path(notebook).parent.is_dir():
        return Path(notebook).parent
    notebooks = _started_in / "notebooks"
    return notebooks if any(notebooks.glob("[0-9]*.ipynb")) else _started_in


def done(folder: Path | None = None) -> dict:
    """Return what is noted so far, by lesson: {"rolling-down": ["exercise step"]}. No file: nothing yet."""
    path = (folder or home()) / FILE
    if not path.exists():
        return {}
    try:
        noted = json.loads(path.read_text(encoding="utf-8"))
    except RecursionError:
        raise ValueError(f"{FILE} is a list in a list in a list, too many of them") from None
    if not isinstance(noted, dict):
        raise ValueError(f"{FILE} must hold its version and a list of names for each lesson")
    version = noted.get("version", 1)
    if isinstance(version, int) and version > VERSION:
        raise NewerFile(f"{FILE} is of a newer version of the course, {version}")
    if version == 1:
        noted = {FORMER_NUMBERS.get(number, number): names for number, names in noted.items() if number != "version"}
        noted = {lesson: _renamed(names) for lesson, names in noted.items()}
    elif version == VERSION:
        noted = noted.get("done")
    else:
        raise ValueError(f"{FILE} has the version {version!r}, and should have {VERSION}")
    lists = isinstance(noted, dict) and all(isinstance(names, list) for names in noted.values())
    if not lists or not all(isinstance(name, str) for names in noted.values() for name in names):
        raise ValueError(f"{FILE} must hold a list of names for each lesson")
    return noted


def _renamed(names):
    """Return names of the first version as they are now; what is no list of names is for `done` to refuse."""
    return [FORMER_NAMES.get(str(name), name) for name in names] if isinstance(names, list) else names


def trouble(folder: Path | None = None) -> str:
    """Return "" if progress can be saved in the folder, or why it cannot. Leaves nothing behind."""
    path = (folder or home()) / FILE
    draft = path.with_suffix(f".{os.getpid()}.try.tmp")
    try:
        if path.is_dir():
            return f"{FILE} is a folder"
        draft.write_text("", encoding="utf-8")
        draft.unlink()
    except OSError as error:
        return error.strerror or str(error)
    return ""


def note(lesson: str, what: str, folder: Path | None = None) -> str:
    """Note that something was done, and return "" or a sentence that says why it could not be noted.

    lesson: the id of its sheet. The file is written beside and moved into place, so that no moment leaves half a file.
    One that cannot be read is put aside under another name, not lost; one of a newer course stays as it is.
    """
    try:
        path = (folder or home()) / FILE
        with _locked(path.parent):
            try:
                noted, aside = done(path.parent), None
            except NewerFile as newer:
                return f"({newer}: nothing is noted in it here.)"
            except ValueError:
                noted, aside = {}, _backup_name(path)
            if what not in noted.setdefault(lesson, []):
                noted[lesson].append(what)
                _write(path, json.dumps({"version": VERSION, "done": noted}, indent=1, sort_keys=True), aside)
    except OSError as error:
        return f"(Your progress could not be saved: {error.strerror or error}. All else works.)"
    return f"({FILE} could not be read; it is kept as {aside.name}, and a new one begins.)" if aside else ""


@contextmanager
def _locked(folder: Path):
    """Hold a lock on the folder while writing in it. A killed kernel loses its lock, so that nobody waits for it."""
    with _writing:
        held = os.open(folder, os.O_RDONLY) if flock is not None else None
        try:
            if flock is not None:
                with suppress(OSError):  # some file systems of other computers know no locks
                    flock(held, LOCK_EX)
            yield
        finally:
            if flock is not None:
                os.close(held)


def _write(path: Path, text: str, aside: Path | None):
    """Write the file; put the one that stands there aside first, if it is to be kept. All of it, or nothing."""
    draft = path.with_suffix(f".{os.getpid()}.tmp")
    try:
        draft.write_text(text, encoding="utf-8")
        if aside:
            os.replace(path, aside)
        os.replace(draft, path)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        raise


def _backup_name(path: Path) -> Path:
    """Return a name for a damaged file that no other one has yet."""
    names = (path.with_suffix(f".damaged{number}.json") for number in ("", *range(2, 1000)))
    return next(name for name in names if not name.exists())
