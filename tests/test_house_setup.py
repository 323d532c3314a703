"""The Makefile, run for real in a folder of its own, with a stand-in for Python that installs nothing."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# Answers `-c` like the Python it is told to be, makes a .venv whose Python only notes what it is asked for.
STAND_IN = """
import os, sys
VERSION, MISSING, VENV_BREAKS, LOG = {version!r}, {missing!r}, {venv_breaks!r}, {log!r}
class Missing:
    def find_spec(self, name, *_):
        if name in MISSING:
            raise ModuleNotFoundError("No module named " + repr(name))
if sys.argv[1] == "-c":
    sys.version_info = VERSION
    sys.meta_path.insert(0, Missing())
    exec(sys.argv[2])
elif sys.argv[1:3] == ["-m", "venv"]:
    os.makedirs(".venv/bin", exist_ok=True)
    if VENV_BREAKS:
        sys.exit("Error: the disk is full")
    with open(".venv/bin/python", "w") as python:
        python.write('#!/bin/sh\\necho "$*" >> "%s"\\n[ ! -e offline ] || [ "$2" != pip ]\\n' % LOG)
    os.chmod(".venv/bin/python", 0o755)
else:
    sys.exit("not expected: " + repr(sys.argv))
"""


class Course:
    """A copy of what make reads, in a folder with spaces in its name."""

    def __init__(self, tmp_path):
        self.folder = tmp_path / "my course, 2nd try"
        self.commands = tmp_path / "bin"
        self.log = tmp_path / "log"
        self.folder.mkdir()
        self.commands.mkdir()
        for name in ("Makefile", "requirements.txt", "requirements.lock", "pyproject.toml"):
            shutil.copy(ROOT / name, self.folder)
        self.user(1000)
        self.python("python3")

    def command(self, name, script):
        """Put a command on the PATH."""
        path = self.commands / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    def user(self, number):
        """Be the user of this number; 0 is root."""
        self.command("id", f"echo {number}")

    def python(self, name, version=(3, 12, 1, "final", 0), missing=(), venv_breaks=False):
        """Put a stand-in for Python on the PATH."""
        program = self.commands / f"{name}.py"
        program.write_text(
            STAND_IN.format(version=version, missing=missing, venv_breaks=venv_breaks, log=str(self.log))
        )
        self.command(name, f'exec "{sys.executable}" "{program}" "$@"')

    def make(self, *arguments):
        """Run make; return its exit code, what it said, and what the Python of .venv was asked to do."""
        self.log.write_text("")
        environment = {**os.environ, "PATH": f"{self.commands}{os.pathsep}{os.environ['PATH']}", "LC_ALL": "C"}
        for name in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS", "VERSIONS"):  # of whoever runs these tests
            environment.pop(name, None)
        result = subprocess.run(
            ["make", *arguments], cwd=self.folder, env=environment, capture_output=True, text=True, timeout=120
        )
        said = result.stdout + result.stderr
        assert "Traceback" not in said
        return result.returncode, said, self.log.read_text().splitlines()

    @property
    def venv(self):
        return self.folder / ".venv"


@pytest.fixture
def course(tmp_path):
    return Course(tmp_path)


INSTALL = "-m pip install -r requirements.txt"
START = "-m jupyterlab --ip=127.0.0.1 --port=8888 --ServerApp.root_dir=. --LabApp.default_url=/lab/tree/notebooks/00-watch.ipynb -y --log-level=WARN --LabApp.log_level=WARN"


def later(path):
    """Change a file's time to after everything that make has made."""
    time = max(other.stat().st_mtime for other in path.parent.rglob("*")) + 10
    os.utime(path, (time, time))


def test_second_make_lab_installs_nothing(course):
    assert course.make("lab")[2] == [INSTALL, START]
    assert course.make("lab")[2] == [START]


def test_second_make_test_installs_nothing(course):
    install, run = course.make("test")[2]
    assert install == "-m pip install -e .[test]"
    assert run.startswith("-m pytest --nbval ")
    assert course.make("test")[2] == [run]
    assert course.make("lab")[2] == [START], "what the tests need holds what a learner needs"


def test_packages_of_ci_and_the_oldest(course):
    locked = course.make("test", "VERSIONS=locked")[2]
    assert locked[:2] == ["-m pip install --require-hashes -r requirements.lock", "-m pip install --no-deps -e ."]
    assert len(course.make("test", "VERSIONS=locked")[2]) == 1
    later(course.folder / "requirements.lock")
    assert len(course.make("test", "VERSIONS=locked")[2]) == 3

    oldest = course.make("test", "VERSIONS=oldest")[2]
    assert oldest[1].startswith("-m uv pip compile pyproject.toml --extra test --resolution lowest-direct")
    assert oldest[2] == "-m pip install -r .venv/oldest.txt"
    assert course.make("test")[2][0] == "-m pip install -e .[test]", "the newest again"

    code, said, asked = course.make("test", "VERSIONS=older")
    assert code != 0 and asked == [] and "VERSIONS must be newest, locked or oldest, not older" in said


@pytest.mark.parametrize("name", ["requirements.txt", "pyproject.toml"])
def test_changed_list_of_packages_is_installed_again(course, name):
    course.make("test")
    later(course.folder / name)
    assert course.make("lab")[2] == [INSTALL, START]


def test_interrupted_install_goes_on(course):
    (course.folder / "offline").touch()
    code, said, asked = course.make("lab")
    assert code != 0 and asked == [INSTALL]
    assert "could not be installed" in said and "Is the network there?" in said
    (course.folder / "offline").unlink()
    assert course.make("lab")[2] == [INSTALL, START]


def test_moved_folder_is_set_up_again(course):
    course.make("lab")
    course.folder = course.folder.rename(course.folder.with_name("moved"))
    assert course.make("lab")[2] == [INSTALL, START]
    assert course.make("lab")[2] == [START]


def test_python_too_old(course):
    course.python("python3", version=(3, 9, 6, "final", 0))
    code, said, asked = course.make("lab")
    assert code != 0 and asked == [] and not course.venv.exists()
    assert "needs Python 3.11 or newer, and python3 is 3.9." in said
    assert "make lab PYTHON=python3.13" in said
    course.python("python3.13", version=(3, 13, 0, "final", 0))
    assert course.make("lab", "PYTHON=python3.13")[2] == [INSTALL, START]


def test_no_python(course):
    code, said, asked = course.make("test", "PYTHON=python3.99")
    assert code != 0 and asked == [] and not course.venv.exists()
    assert "There is no python3.99 here. Install Python 3.11 or newer" in said
    assert "make test PYTHON=" in said


@pytest.mark.parametrize("missing", ["ensurepip", "venv"])
def test_python_without_venv(course, missing):
    course.python("python3", missing=[missing])
    code, said, asked = course.make("lab")
    assert code != 0 and asked == [] and not course.venv.exists()
    assert "sudo apt install python3.12-venv" in said
    course.python("python3")
    assert course.make("lab")[2] == [INSTALL, START]


def test_half_made_venv_is_not_taken_for_a_whole_one(course):
    course.python("python3", venv_breaks=True)
    code, said, asked = course.make("lab")
    assert code != 0 and asked == [] and not course.venv.exists()
    assert "could not make .venv, and says why above" in said
    (course.venv / "bin").mkdir(parents=True)  # as after a power cut
    course.python("python3")
    assert course.make("lab")[2] == [INSTALL, START]


def test_root_is_told_before_anything_is_installed(course):
    course.user(0)
    code, said, asked = course.make("lab")
    assert code != 0 and asked == [] and not course.venv.exists()
    assert "You are root" in said and "make lab ROOT=1" in said
    assert course.make("lab", "ROOT=1")[2] == [INSTALL, f"{START} --allow-root"]
    assert course.make("test")[0] == 0


def test_a_class_listens_where_it_is_told_to_and_not_as_root(course):
    course.make("lab")
    hub = course.folder / "build/class-tools/bin/jupyterhub"
    hub.parent.mkdir(parents=True)
    hub.write_text(f'#!/bin/sh\necho "$CLASS_ADDRESS|$CLASS_PORT|$CLASS_CERT|$CLASS_KEY|$*" >> "{course.log}"\n')
    hub.chmod(0o755)
    (hub.parents[1] / "ready").touch()
    settings = "-f hub/jupyterhub_config.py"
    assert course.make("class")[2] == [f"||||{settings}"]
    told = course.make("class", "ADDRESS=192.168.1.10", "PORT=443", "CERT=a b.pem", "KEY=k.pem")[2]
    assert told == [f"192.168.1.10|443|a b.pem|k.pem|{settings}"]
    course.user(0)
    code, said, asked = course.make("class")
    assert code != 0 and asked == [] and "make class ROOT=1" in said
    assert course.make("class", "ROOT=1")[2] == [f"||||{settings}"]


def test_port_is_passed_on(course):
    assert course.make("lab", "PORT=9000")[2][-1] == "tools/lab.py --port=9000"


def test_arguments_are_passed_to_pytest(course):
    assert course.make("test", "ARGS=-k slope")[2][-1].endswith(" -k slope")


def test_help_lists_every_command(course):
    _, said, _ = course.make()
    rules = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    rules.remove("not-as-root")  # a question that make asks itself
    assert re.findall(r"^make ([a-z-]+) ", said, re.MULTILINE) == rules
    assert not course.venv.exists()


def test_clean_leaves_what_a_learner_wrote(course):
    course.make("lab")
    progress = course.folder / "notebooks/progress.json"
    of_a_class = course.folder / "class/learners/anna/notebooks/03-rolling-down.ipynb"
    for path in (progress, of_a_class):
        path.parent.mkdir(parents=True)
        path.touch()
    assert course.make("clean")[0] == 0
    assert progress.exists() and of_a_class.exists() and not course.venv.exists()
