"""What the learner has done, in one small file beside the notebooks. Nothing leaves the machine."""

import json
import os
from pathlib import Path
from threading import Lock

FILE = "progress.json"
_writing = Lock()


def done(folder: Path | None = None) -> dict:
    """Return what is noted so far, by lesson: {"03": ["exercise step", "question minus"]}. No file: nothing yet."""
    path = (folder or Path.cwd()) / FILE
    if not path.exists():
        return {}
    noted = json.loads(path.read_text(encoding="utf-8"))
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
    path = (folder or Path.cwd()) / FILE
    with _writing:
        aside = ""
        try:
            try:
                noted = done(folder)
            except ValueError:
                kept = path.with_suffix(".damaged.json")
                os.replace(path, kept)
                noted, aside = {}, f"({FILE} could not be read; it is kept as {kept.name}, and a new one begins.)"
            if what not in noted.setdefault(lesson, []):
                noted[lesson].append(what)
                draft = path.with_suffix(f".{os.getpid()}.tmp")
                draft.write_text(json.dumps(noted, indent=1, sort_keys=True), encoding="utf-8")
                os.replace(draft, path)
        except OSError as error:
            return f"(Your progress could not be saved: {error.strerror or error}. All else works.)"
        return aside
