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
_writing = Lock()


def done(folder: Path | None = None) -> dict:
    """Return what is noted so far, by lesson: {"03": ["exercise step", "question minus"]}. No file: nothing yet."""
    path = (folder or Path.cwd()) / FILE
    if not path.exists():
        return {}
    try:
        noted = json.loads(path.read_text(encoding="utf-8"))
    except RecursionError:
        raise ValueError(f"{FILE} is a list in a list in a list, too many of them") from None
    if not isinstance(noted, dict) or not all(isinstance(names, list) for names in noted.values()):
        raise ValueError(f"{FILE} must hold a list of names for each lesson")
    return noted


def trouble(folder: Path | None = None) -> str:
    """Return "" if progress can be saved in the folder, or why it cannot. Leaves nothing behind."""
    path = (folder or Path.cwd()) / FILE
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

    The file is written beside and moved into place, so that no moment leaves half a file. One that cannot be read
    is put aside under another name, not lost.
    """
    try:
        path = (folder or Path.cwd()) / FILE
        with _alone_in(path.parent):
            try:
                noted, kept = done(path.parent), None
            except ValueError:
                noted, kept = {}, _name_aside(path)
            if what not in noted.setdefault(lesson, []):
                noted[lesson].append(what)
                _write(path, json.dumps(noted, indent=1, sort_keys=True), kept)
    except OSError as error:
        return f"(Your progress could not be saved: {error.strerror or error}. All else works.)"
    return f"({FILE} could not be read; it is kept as {kept.name}, and a new one begins.)" if kept else ""


@contextmanager
def _alone_in(folder: Path):
    """Wait until no other notebook writes in the folder. A kernel that is killed waits no more and holds nobody up."""
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


def _write(path: Path, text: str, kept: Path | None):
    """Write the file; put the one that stands there aside first, if it is to be kept. All of it, or nothing."""
    draft = path.with_suffix(f".{os.getpid()}.tmp")
    try:
        draft.write_text(text, encoding="utf-8")
        if kept:
            os.replace(path, kept)
        os.replace(draft, path)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        raise


def _name_aside(path: Path) -> Path:
    """Return a name that no damaged file has yet."""
    names = (path.with_suffix(f".damaged{number}.json") for number in ("", *range(2, 1000)))
    return next(name for name in names if not name.exists())
