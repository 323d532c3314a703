"""Gives a learner the lessons, and one of them anew. It never writes over what a learner wrote.

    make reset LESSON=03                 # your own, in notebooks/
    make reset LESSON=03 LEARNER=anna    # a learner's of the class

What was there is kept, as notebooks/kept/03-rolling-down.ipynb.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

COURSE = Path(__file__).resolve().parents[1]
CLASS = Path(os.environ.get("CLASS_FOLDER", COURSE / "class"))


def hand_out(folder: Path):
    """Put the lessons that are missing into a learner's folder, and what there is to read of helpers/."""
    (folder / "notebooks").mkdir(parents=True, exist_ok=True)
    for path in lessons():
        if not (folder / "notebooks" / path.name).exists():
            place(folder / "notebooks" / path.name, committed(path.name) or path.read_bytes())
    # Lessons say "open helpers/core/descent.py". What runs is the course's own.
    for path in COURSE.glob("helpers/**/*.py"):
        copy = folder / path.relative_to(COURSE)
        if not copy.exists() or copy.read_bytes() != path.read_bytes():
            copy.parent.mkdir(parents=True, exist_ok=True)
            place(copy, path.read_bytes(), mode=0o444)


def lessons() -> list:
    """Return the notebooks of the course. What else lies in notebooks/ is somebody's own."""
    return [COURSE / "notebooks" / f"{path.stem}.ipynb" for path in sorted(COURSE.glob("lessons/*.md"))]


def numbered(number: str) -> Path:
    """Return the notebook of the lesson with this number."""
    for path in lessons():
        if path.name.split("-")[0] == number:
            return path
    raise ValueError(f"LESSON must be the number of a lesson, as in 03, not {number!r}")


def committed(name: str) -> bytes | None:
    """Return a lesson as it was committed, without what a teacher typed into it since. No git: None."""
    try:
        command = ["git", "-C", COURSE, "show", f"HEAD:./notebooks/{name}"]
        return subprocess.run(command, check=True, capture_output=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None


def place(path: Path, data: bytes, mode: int = 0o644):
    """Write a file whole or not at all."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        draft.write_bytes(data)
        draft.chmod(mode)
        draft.rename(path)
    finally:
        draft.unlink(missing_ok=True)


def reset(lesson: str, folder: Path) -> Path | None:
    """Give a lesson anew, and return where the old one is kept, or None if there was none."""
    path = numbered(lesson)
    if not folder.is_dir():
        raise ValueError(f"There is no folder {folder}")
    data = committed(path.name) or (path.read_bytes() if path.parent != folder else None)
    if data is None:
        raise ValueError("Git alone knows the lesson as it was, and this folder is no git clone: download it again")
    old, kept = folder / path.name, None
    if old.exists():
        (folder / "kept").mkdir(exist_ok=True)
        names = (folder / "kept" / f"{path.stem}{number}.ipynb" for number in ("", *(f"-{n}" for n in range(2, 1000))))
        kept = next(name for name in names if not name.exists())
        old.rename(kept)
    place(old, data)
    return kept


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("lesson")
    parser.add_argument("--learner", default="")
    arguments = parser.parse_args()
    own = CLASS / "learners" / Path(arguments.learner).name / "notebooks"
    try:
        kept = reset(arguments.lesson, own if arguments.learner else COURSE / "notebooks")
    except (ValueError, OSError) as problem:
        sys.exit(str(problem))
    print(f"Lesson {arguments.lesson} is as on the first day.", f"What was there is kept: {kept}" if kept else "")


if __name__ == "__main__":
    main()
