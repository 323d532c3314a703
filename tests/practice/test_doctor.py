"""The doctor says in one line that everything works, or names the one thing to mend: each fault is made here once."""

import re
import subprocess
import sys
from importlib import import_module, metadata
from pathlib import Path

import pytest

from helpers.core import load_digits
from helpers.practice import doctor
from helpers.practice.doctor import FINE, LiveCheck, Trouble

ROOT = Path(__file__).parents[2]
MODULE = import_module("helpers.practice.doctor")


def trouble_text(found) -> str:
    """Return the one thing to mend."""
    assert isinstance(found, Trouble)
    text = repr(found)
    assert text.startswith("✗ One thing to mend: ") and "\n" not in text and len(text) > 60
    assert "<strong>✗ One thing to mend" in found._repr_html_()
    return text


def test_the_line_turns_when_the_browser_asks_and_names_a_notebook_of_an_older_course(tmp_path):
    for name in ("09-digits", "11-digits", "05-my-own"):
        (tmp_path / f"{name}.ipynb").touch()
    there = sorted(tmp_path.iterdir())
    pulse, sent = doctor(folder=tmp_path), []
    pulse.listen(sent.append)
    pulse.receive({"ask": "are you there?"})
    moved = " 09-digits.ipynb is of an older course and stays as you left it; open 11-digits.ipynb instead."
    assert sent == [{"answer": FINE + moved}]
    assert sorted(tmp_path.iterdir()) == there, "nothing is left behind"


def test_stored_line_names_the_fix_for_dead_sliders_and_no_version():
    data, _ = doctor()._repr_mimebundle_()
    for text in (data["text/plain"], data["text/html"]):
        assert "stored with the notebook" in text and "make lab" in text
        assert not re.search(r"\d", text), "nbval compares it everywhere"


@pytest.mark.parametrize(
    ("name", "there", "says"),
    [
        ("anywidget", None, "the package anywidget is not in"),
        ("numpy", None, "the package numpy is not in"),
        ("ipywidgets", "7.8.5", "ipywidgets is 7.8.5, and the course needs >="),
    ],
)
def test_a_package_that_is_missing_or_too_old(monkeypatch, name, there, says):
    real = metadata.version

    def version(package):
        if package == name and there is None:
            raise metadata.PackageNotFoundError(package)
        return there if package == name else real(package)

    monkeypatch.setattr(metadata, "version", version)
    text = trouble_text(doctor())
    assert says in text and f'Run %pip install "{name}>=' in text


def test_a_package_that_is_newer_than_any_we_know(monkeypatch):
    monkeypatch.setattr(metadata, "version", lambda package: "99.0rc1")
    assert isinstance(doctor(), LiveCheck)


def test_what_only_an_extra_or_another_computer_needs_is_not_missed(monkeypatch):
    """JupyterLab may stand in an environment of its own, as on a hub."""
    others = ['no-such-package>=1; extra == "course"', 'no-such-package>=1; sys_platform == "other"']
    monkeypatch.setattr(metadata, "requires", lambda name: others)
    assert isinstance(doctor(), LiveCheck)


def test_a_course_that_is_not_installed(monkeypatch):
    monkeypatch.setattr(MODULE, "COURSE", "no-such-package")
    text = trouble_text(doctor())
    assert "the course is not installed in the Python that runs this notebook" in text and "make lab" in text
    monkeypatch.setattr(MODULE, "IN_A_BROWSER", True)  # there Python and its packages come with the page
    assert isinstance(doctor(), LiveCheck)


@pytest.mark.parametrize("name", ["helpers.py", "random.py", "PIL/__init__.py"])
def test_a_file_that_hides_a_module(tmp_path, name):
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).touch()
    text = trouble_text(doctor(folder=tmp_path))
    assert f"mend: {name} in this folder has the name of a module that the course needs" in text
    assert "Rename it, then choose Restart Kernel" in text


def test_other_files_and_the_course_itself_hide_nothing(tmp_path):
    for name in ("helper.py", "my_numpy.py", "random.ipynb", "antigravity.py"):
        (tmp_path / name).touch()
    assert isinstance(doctor(folder=tmp_path), LiveCheck)
    assert isinstance(doctor(folder=ROOT), LiveCheck), "here helpers/ is the course's own"


def test_a_file_that_is_taken_for_numpy_is_named_by_the_import(tmp_path):
    """Python looks into the notebook's folder before the packages, so not even the doctor can be imported."""
    (tmp_path / "numpy.py").write_text("x = 1\n")
    path = [str(tmp_path), str(ROOT)]
    code = f"import sys; sys.path[:0] = {path}\nfrom helpers.practice import doctor"
    result = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True)
    assert result.stderr.splitlines()[-1].startswith("ImportError: numpy.py in this folder has the name of a module")


def test_digits_that_are_missing(monkeypatch, tmp_path):
    monkeypatch.setattr(MODULE, "load_digits", lambda: load_digits(tmp_path / "digits.npz"))
    assert "the digits are missing" in trouble_text(doctor())


def test_a_folder_where_progress_cannot_be_saved(tmp_path):
    assert "your progress cannot be saved" in trouble_text(doctor(folder=tmp_path / "not there"))
    (tmp_path / "progress.json").mkdir()
    text = trouble_text(doctor(folder=tmp_path))
    assert "progress.json is a folder" in text and "a folder of your own" in text
