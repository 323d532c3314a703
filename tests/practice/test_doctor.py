"""The doctor says in one line that everything works, or names the one thing to mend: each fault is made here once."""

import re
import subprocess
import sys
from importlib import import_module, metadata
from pathlib import Path

import pytest

from helpers.core import load_digits
from helpers.practice import doctor
from helpers.practice.doctor import ASKING, FINE, NOT_ALIVE, Pulse, Trouble, digits_trouble, python_trouble

ROOT = Path(__file__).parents[2]
MODULE = import_module("helpers.practice.doctor")


@pytest.fixture
def says(monkeypatch):
    """Return a function that replaces what the installed course says of itself, as {field: values}."""

    def replace(**fields):
        real = metadata.metadata("how-a-network-learns")
        for field, values in fields.items():
            field = field.replace("_", "-")
            del real[field]
            for value in values:
                real[field] = value
        monkeypatch.setattr(metadata, "metadata", lambda name: real)

    return replace


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


def test_a_lesson_of_an_older_course_is_named_and_where_it_is_now(tmp_path):
    for name in ("09-digits", "11-digits", "09-hidden-neurons", "05-my-own"):
        (tmp_path / f"{name}.ipynb").write_text("{}")
    pulse, sent = doctor(folder=tmp_path), []
    pulse.listen(sent.append)
    pulse.receive({"ask": "are you there?"})
    moved = " 09-digits.ipynb is of an older course and stays as you left it; open 11-digits.ipynb instead."
    assert sent == [{"answer": FINE + moved}]


def test_stored_line_names_the_fix_for_dead_sliders_and_no_version():
    data, _ = doctor()._repr_mimebundle_()
    for text in (data["text/plain"], data["text/html"]):
        assert "stored with the notebook" in text and "make lab" in text
        assert not re.search(r"\d", text), "nbval compares it everywhere"
    assert "application/vnd.jupyter.widget-view+json" in data


def test_the_line_turns_when_the_browser_asks():
    pulse, sent = Pulse(), []
    pulse.listen(sent.append)
    assert pulse.asking == ASKING and "Restart Kernel" in ASKING
    pulse.receive({"ask": "are you there?"})
    assert sent == [{"answer": FINE}]
    assert len({FINE, ASKING, NOT_ALIVE}) == 3 and "sliders" in FINE


def test_the_browser_shows_both_lines():
    code = (ROOT / "helpers/practice/doctor.js").read_text(encoding="utf-8")
    assert 'model.get("asking")' in code and "message.answer" in code and 'role: "status"' in code


# Python and its packages. ---------------------------------------------------------------------------------------------


def test_an_old_python():
    text = python_trouble(version=(3, 10, 4))
    assert "this is Python 3.10" in text and "needs 3.11 or newer" in text and "make lab PYTHON=" in text
    assert python_trouble(version=(3, 11, 0)) == python_trouble(version=(4, 0, 0)) == ""


def test_an_old_python_is_told_first(says):
    says(Requires_Python=[">=99.0"], Requires_Dist=["numpy>=99"])
    assert "needs 99.0 or newer" in trouble_text(doctor())


@pytest.mark.parametrize("name", ["anywidget", "ipywidgets", "matplotlib", "numpy", "packaging", "pillow"])
def test_a_missing_package(monkeypatch, name):
    real = metadata.version

    def version(package):
        if package == name:
            raise metadata.PackageNotFoundError(package)
        return real(package)

    monkeypatch.setattr(metadata, "version", version)
    text = trouble_text(doctor())
    assert f"the package {name} is not" in text and f'Run %pip install "{name}>=' in text


@pytest.mark.parametrize(("name", "old"), [("ipywidgets", "7.8.5"), ("anywidget", "0.8.1"), ("numpy", "1.26.4")])
def test_a_package_that_is_too_old(monkeypatch, name, old):
    real = metadata.version
    monkeypatch.setattr(metadata, "version", lambda package: old if package == name else real(package))
    text = trouble_text(doctor())
    assert f"{name} is {old}, and the course needs >=" in text and f'Run %pip install "{name}>=' in text


def test_a_package_that_is_newer_than_any_we_know(monkeypatch):
    monkeypatch.setattr(metadata, "version", lambda package: "99.0rc1")
    assert isinstance(doctor(), Pulse)


def test_what_only_an_extra_or_another_computer_needs_is_not_missed(says):
    """JupyterLab may stand in an environment of its own, as on a hub."""
    says(Requires_Dist=['no-such-package>=1; extra == "course"', 'no-such-package>=1; sys_platform == "other"'])
    assert isinstance(doctor(), Pulse)


def test_a_course_that_is_not_installed(monkeypatch):
    def nothing(package):
        raise metadata.PackageNotFoundError(package)

    monkeypatch.setattr(metadata, "metadata", nothing)
    text = trouble_text(doctor())
    assert "the course is not installed in the Python that runs this notebook" in text and "make lab" in text
    monkeypatch.setattr(MODULE, "IN_A_BROWSER", True)  # there Python and its packages come with the page
    assert isinstance(doctor(), Pulse)


# What lies beside the notebook. ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["helpers.py", "numpy.py", "random.py", "PIL/__init__.py"])
def test_a_file_that_hides_a_module(tmp_path, name):
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).touch()
    text = trouble_text(doctor(folder=tmp_path))
    assert f"mend: {name} in this folder has the name of a module that the course needs" in text
    assert "Rename it, then choose Restart Kernel" in text


def test_other_files_and_the_course_itself_hide_nothing(tmp_path):
    for name in ("helper.py", "my_numpy.py", "random.ipynb", "antigravity.py"):
        (tmp_path / name).touch()
    assert isinstance(doctor(folder=tmp_path), Pulse)
    assert isinstance(doctor(folder=ROOT), Pulse), "here helpers/ is the course's own"


def test_a_file_that_is_taken_for_numpy_is_named_by_the_import(tmp_path):
    """Python looks into the notebook's folder before the packages, so not even the doctor can be imported."""
    (tmp_path / "numpy.py").write_text("x = 1\n")
    path = [str(tmp_path), str(ROOT)]
    code = f"import sys; sys.path[:0] = {path}\nfrom helpers.practice import doctor"
    result = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True)
    assert result.stderr.splitlines()[-1].startswith("ImportError: numpy.py in this folder has the name of a module")


# The rest. ------------------------------------------------------------------------------------------------------------


def test_no_slider_can_be_made(monkeypatch):
    def broken(*_):
        raise RuntimeError("no comm")

    monkeypatch.setattr("helpers.labs.widget.panel_widget", broken)
    shown = doctor()._repr_mimebundle_()
    for text in shown.values():
        assert "✗ One thing to mend: no slider can be made (RuntimeError: no comm)" in text
        assert "%pip install --upgrade anywidget" in text
    assert shown.keys() == {"text/plain", "text/html"}, "no widget"


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
