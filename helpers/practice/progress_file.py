"""The file in which a learner's progress is noted: where it is, how it is read, and how nothing of it is lost."""

import json
import os
from collections.abc import Callable
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile
from threading import Lock

try:
    from fcntl import LOCK_EX, flock
except ImportError:  # Windows and a browser's Python: two notebooks could only meet in the same thousandth of a second
    flock = None  # type: ignore[assignment]

FILE = "progress.json"
_started_in = Path.cwd() if Path(os.curdir).exists() else Path.home()  # the kernel's folder, before any %cd


class NewerFile(ValueError):
    """The file is of a newer version of the course."""


def notebook_folder() -> Path:
    """Return the folder of the notebooks, wherever the kernel is.

    Jupyter's server tells a kernel which notebook it works for. Without it: the folder in which the kernel started, or
    the notebooks in it, where that is the course.
    """
    notebook = os.environ.get("JPY_SESSION_NAME", "")
    if notebook.endswith(".ipynb") and Path(notebook).is_absolute() and Path(notebook).parent.is_dir():
        return Path(notebook).parent
    notebooks = _started_in / "notebooks"
    return notebooks if any(notebooks.glob("[0-9]*.ipynb")) else _started_in


def read(folder: Path) -> object:
    """Return what the file holds, or None where there is no file. Raises ValueError for what is no JSON."""
    path = folder / FILE
    if not path.exists():
        return None
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except RecursionError:
        raise ValueError(f"{FILE} is a list in a list in a list, too many of them") from None


def why_not_writable(folder: Path | None = None) -> str:
    """Return "" if progress can be saved in the folder, or why it cannot. Leaves nothing behind."""
    folder = folder or notebook_folder()
    if (folder / FILE).is_dir():
        return f"{FILE} is a folder"
    try:
        with TemporaryFile(dir=folder):
            return ""
    except OSError as error:
        return error.strerror or str(error)


def change(folder: Path, lessons: Callable[[], dict], update: Callable[[dict], str | None]) -> str:
    """Write the text that `update(lessons())` returns, unless it is None; return "" or why nothing is noted.

    The file is written beside and moved into place, so that no moment leaves half a file. One that cannot be read is
    put aside under another name, not lost, and a new one begins; one of a newer course stays as it is.
    """
    path, aside = folder / FILE, None
    try:
        with _writing, _locked(folder):
            try:
                there = lessons()
            except NewerFile as newer:
                return f"({newer}: nothing is noted in it here.)"
            except ValueError:
                there, aside = {}, _backup_name(path)
            text = update(there)
            if text is not None:
                _write(path, text, aside)
    except OSError as error:
        return f"(Your progress could not be saved: {error.strerror or error}. All else works.)"
    return f"({FILE} could not be read; it is kept as {aside.name}, and a new one begins.)" if aside else ""


_writing = Lock()  # threads of one process wait for each other here; flock works between processes


@contextmanager
def _locked(folder: Path):
    """Hold a lock on the folder while writing in it. A killed kernel loses its lock, so that nobody waits for it."""
    if flock is None:
        yield
        return
    lock = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some file systems of other computers know no locks
            flock(lock, LOCK_EX)
        yield
    finally:
        os.close(lock)


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
