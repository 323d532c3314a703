"""The doctor says in one line that everything works, or names the one thing to mend: each fault is made here once."""

import re
import shutil
from importlib import import_module, metadata
from pathlib import Path

import pytest

from helpers.core import load_digits
from helpers.practice import doctor
from helpers.practice.doctor import ASKING, FINE, NOT_ALIVE, Pulse, Trouble, digits_trouble, python_trouble

ROOT = Path(__file__).parents[2]
MODULE = import_module("helpers.practice.doctor")


@pytest.fixture
def course(tmp_path):
    """A folder with the two files that name what the course needs."""
    for name in ("requirements.txt", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def trouble_text(found) -> str:
    """Return the one thing to mend."""
    assert isinstance(found, Trouble)
    text = repr(found)
    assert text.startswith("✗ One thing to mend: ") and "\n" not in text and len(text) > 60
    assert "<strong>✗ One thing to mend" in found._repr_html_()
    return text


def test_all_is_well_here(tmp_path):
    found = doctor(folder=tmp_path)
    assert isinstance(found, Pulse)
    assert list(tmp_path.iterdir()) == [], "nothing is left behind"


def test_in_a_browser_the_packages_come_with_the_page(monkeypatch, tmp_path):
    nowhere = tmp_path / "course"
    assert isinstance(doctor(course=nowhere, folder=tmp_path), Trouble)
    monkeypatch.setattr(MODULE, "IN_A_BROWSER", True)
    assert isinstance(doctor(course=nowhere, folder=tmp_path), Pulse)


def test_stored_line_names_the_fix_for_dead_sliders_and_no_version():
    data, _ = doctor()._repr_mimebundle_()
    for text in (data["text/plain"], data["text/html"]):
        assert "stored with the notebook" in text and "make lab" in text
        assert not re.search(r"\d", text), "nbval compares it everywhere"
    assert "application/vnd.jupyter.widget-view+json" in data


def test_the_line_turns_when_the_browser_asks():
    pulse, sent = Pulse(), []
    pulse.send = sent.append
    assert pulse.asking == ASKING and "Restart Kernel" in ASKING
    pulse._handle_custom_msg({"ask": "are you there?"}, [])
    assert sent == [{"answer": FINE}]
    assert len({FINE, ASKING, NOT_ALIVE}) == 3 and "sliders" in FINE


def test_the_browser_shows_both_lines():
    code = (ROOT / "helpers/practice/doctor.js").read_text(encoding="utf-8")
    assert 'model.get("asking")' in code and "message.answer" in code and 'role: "status"' in code


def test_an_old_python():
    text = python_trouble(version=(3, 10, 4))
    assert "this is Python 3.10" in text and "needs 3.11 or newer" in text and "make lab PYTHON=" in text
    assert python_trouble(version=(3, 11, 0)) == python_trouble(version=(4, 0, 0)) == ""


def test_an_old_python_is_told_first(monkeypatch):
    monkeypatch.setattr(MODULE, "python_trouble", lambda course: "this is Python 2.7, and much else is wrong, too.")
    monkeypatch.setattr(MODULE, "package_trouble", lambda course: "never reached")
    assert "2.7" in trouble_text(doctor())


@pytest.mark.parametrize("name", ["anywidget", "ipywidgets", "jupyterlab", "matplotlib", "nbval", "numpy"])
def test_a_missing_package(monkeypatch, name):
    real = metadata.version

    def version(package):
        if package == name:
            raise metadata.PackageNotFoundError(package)
        return real(package)

    monkeypatch.setattr(metadata, "version", version)
    text = trouble_text(doctor())
    assert f"the package {name} is not" in text and "%pip install -r" in text


@pytest.mark.parametrize(("name", "old"), [("ipywidgets", "7.8.5"), ("anywidget", "0.8.1"), ("numpy", "1.26.4")])
def test_a_package_that_is_too_old(monkeypatch, name, old):
    real = metadata.version
    monkeypatch.setattr(metadata, "version", lambda package: old if package == name else real(package))
    text = trouble_text(doctor())
    assert f"{name} is {old}, and the course needs >=" in text and "%pip install -r" in text


def test_a_package_that_is_newer_than_any_we_know(monkeypatch):
    monkeypatch.setattr(metadata, "version", lambda package: "99.0rc1")
    assert isinstance(doctor(), Pulse)


def test_the_ranges_are_those_of_requirements(course):
    with (course / "requirements.txt").open("a") as file:
        file.write("numpy>=99\n")
    assert "needs >=99" in trouble_text(doctor(course))


def test_no_slider_can_be_made(monkeypatch):
    def broken(*_):
        raise RuntimeError("no comm")

    monkeypatch.setattr(MODULE, "Pulse", broken)
    text = trouble_text(doctor())
    assert "no slider can be made (RuntimeError: no comm)" in text and "%pip install --upgrade anywidget" in text


# NumPy leaves a file open that it takes for a zip file and cannot read.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("damage", ["missing", "cut"])
def test_digits_that_are_missing_or_damaged(monkeypatch, tmp_path, damage):
    file = tmp_path / "digits.npz"
    if damage == "cut":
        file.write_bytes((ROOT / "helpers/data/digits.npz").read_bytes()[:1000])
    monkeypatch.setattr(MODULE, "load_digits", lambda: load_digits(file))
    text = trouble_text(doctor())
    assert "digits are" in text and "git checkout helpers/data/digits.npz" in text
    assert digits_trouble() in text


def test_a_folder_where_progress_cannot_be_saved(tmp_path):
    assert "your progress cannot be saved" in trouble_text(doctor(folder=tmp_path / "not there"))
    (tmp_path / "progress.json").mkdir()
    text = trouble_text(doctor(folder=tmp_path))
    assert "progress.json is a folder" in text and "a folder of your own" in text


@pytest.mark.parametrize("name", ["requirements.txt", "pyproject.toml"])
def test_a_course_without_its_settings(course, name):
    (course / name).unlink()
    text = trouble_text(doctor(course))
    assert f"{name} is missing" in text and f"git checkout {name}" in text
