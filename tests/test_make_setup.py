"""The Makefile's ways to fail, run for real in a folder of its own, with a stand-in for Python that installs nothing."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# Answers `-c` like the Python it is told to be, makes a .venv whose Python only notes what it is asked for.
STAND_IN = """#!/bin/sh
case "$1 $2" in
"-c "*) exec "{python}" -c "import sys; sys.version_info = {version}; exec(sys.argv[1])" "$2" ;;
"-m venv")
    mkdir -p .venv/bin
    echo 'echo "$*" >> asked; [ ! -e offline ] || [ "$2" != pip ]' > .venv/bin/python
    chmod +x .venv/bin/python ;;
esac
"""


class Course:
    """A copy of what make reads, in a folder with spaces in its name."""

    def __init__(self, tmp_path):
        self.folder = tmp_path / "my course, 2nd try"
        self.folder.mkdir()
        for name in ("Makefile", "requirements.txt", "pyproject.toml"):
            shutil.copy(ROOT / name, self.folder)
        self.python((3, 12, 1))

    def python(self, version):
        """Be on a computer with this Python."""
        path = self.folder / "python3"
        path.write_text(STAND_IN.format(python=sys.executable, version=version))
        path.chmod(0o755)

    def make(self, *arguments):
        """Run make; return whether it worked, what it said, and what the Python of .venv was asked to do."""
        asked = self.folder / "asked"
        asked.write_text("")
        environment = {**os.environ, "MAKEFLAGS": ""}  # of whoever runs these tests
        command = ["make", "PYTHON=./python3", *arguments]
        result = subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, text=True)
        said = result.stdout + result.stderr
        assert "Traceback" not in said
        return result.returncode == 0, said, [line.split(" --")[0] for line in asked.read_text().splitlines()]


@pytest.fixture
def course(tmp_path):
    return Course(tmp_path)


INSTALL, START = "-m pip install -r requirements.txt", "-m jupyterlab"
LAB = ["lab", "ROOT=1"]


def test_a_second_time_nothing_is_installed(course):
    assert course.make(*LAB)[2] == [INSTALL, START]
    assert course.make(*LAB)[2] == [START]


def test_a_failed_install_does_not_count_as_ready(course):
    (course.folder / "offline").touch()
    worked, said, asked = course.make(*LAB)
    assert not worked and asked == [INSTALL] and "Is the network there?" in said
    (course.folder / "offline").unlink()
    assert course.make(*LAB)[2] == [INSTALL, START]


def test_a_moved_folder_is_set_up_again(course):
    course.make(*LAB)
    course.folder = course.folder.rename(course.folder.with_name("moved"))
    assert course.make(*LAB)[2] == [INSTALL, START]


def test_no_python_or_one_too_old_is_told_before_anything_is_installed(course):
    worked, said, asked = course.make(*LAB, "PYTHON=python3.99")
    assert not worked and "There is no python3.99 here. Install Python 3.11 or newer" in said and asked == []
    course.python((3, 9, 6))
    worked, said, asked = course.make(*LAB)
    assert not worked and "needs Python 3.11 or newer, and ./python3 is 3.9." in said and asked == []
    assert "make lab PYTHON=python3.13" in said and not (course.folder / ".venv").exists()


def test_help_lists_every_command(course):
    _, said, _ = course.make()
    rules = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    rules.remove("not-as-root")  # a question that make asks itself
    assert re.findall(r"^make ([a-z-]+) ", said, re.MULTILINE) == rules


def test_clean_leaves_what_a_learner_wrote(course):
    course.make(*LAB)
    written = [course.folder / name for name in ("notebooks/progress.json", "class/learners/anna/notebooks/03.ipynb")]
    for path in written:
        path.parent.mkdir(parents=True)
        path.touch()
    assert course.make("clean")[0] and not (course.folder / ".venv").exists()
    assert all(path.exists() for path in written)
