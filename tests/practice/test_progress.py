"""Progress is one file beside the notebooks, wherever the kernel is, and nothing in it is ever lost."""

import json
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from helpers.practice import progress, progress_file
from helpers.practice.progress_report import ProgressReport
from helpers.practice.sheets import lessons, load

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "older",
    [
        {"03": ["exercise step"], "09": ["question 04 rate", "question 09 backpropagation"]},
        {
            "version": 2,
            "done": {"rolling-down": ["exercise step"], "digits": ["question 04 rate", "question 10 backpropagation"]},
        },
    ],
)
def test_a_file_of_an_older_version_is_read_and_loses_nothing(tmp_path, older):
    (tmp_path / progress.FILE).write_text(json.dumps(older))
    assert progress.note("rolling-down", "exercise roll", folder=tmp_path) == ""
    names = {lesson: [*records] for lesson, records in progress.load_records(tmp_path).items()}
    assert names == {
        "rolling-down": ["exercise step", "exercise roll"],
        "digits": ["question 04 rate", "question 10 backpropagation"],
    }
    assert [path.name for path in tmp_path.iterdir()] == [progress.FILE]


def test_a_file_from_elsewhere_takes_nothing_away(tmp_path):
    here, there = tmp_path / "here", tmp_path / "there"
    for folder, tries in ((here, "WRONG WRONG WRONG"), (there, "WRONG RIGHT")):
        folder.mkdir()
        for verdict in tries.split():
            progress.note("slope", "exercise right there", getattr(progress, verdict), folder=folder)
            progress.note("slope", f"exercise {folder.name}", folder=folder)
    progress.note("slope", "exercise both", progress.WRONG, folder=here)
    for verdict in (progress.ALMOST, progress.WRONG):
        progress.note("slope", "exercise both", verdict, "a1", folder=there)
    assert progress.merge((there / progress.FILE).read_text(encoding="utf-8"), here) == ""
    noted = progress.load_records(here)["slope"]
    assert noted["exercise right there"].right == 2 and noted["exercise both"].tries == 2
    assert {"exercise here", "exercise there"} < noted.keys()
    before = (here / progress.FILE).read_text(encoding="utf-8")
    for damaged, why in {
        "{": "Expecting",
        "[]": "must hold",
        '{"version": 9}': "newer version",
        "[" * 10**5: "",
    }.items():
        said = progress.merge(damaged, here)
        assert said.startswith("Nothing was taken over: ") and why in said
    assert (here / progress.FILE).read_text(encoding="utf-8") == before


def test_a_file_of_a_newer_version_is_left_alone(tmp_path):
    newer = json.dumps({"version": progress.VERSION + 1, "something": "else"})
    (tmp_path / progress.FILE).write_text(newer)
    assert "newer version of the course" in progress.note("slope", "exercise slope", folder=tmp_path)
    assert (tmp_path / progress.FILE).read_text() == newer
    assert "newer version" in ProgressReport(tmp_path).report


def test_every_sheet_has_an_id_of_its_own():
    ids = [load(lesson).id for lesson in lessons()]
    assert len(set(ids)) == len(ids) and set(progress.FORMER_LESSONS) <= set(ids)
    assert not any(name.isdigit() for name in ids), "a number may become another lesson's"
    files = sorted(path.stem for path in ROOT.glob("lessons/*.md"))
    assert [f"{lesson}-{load(lesson).id}" for lesson in lessons()] == files, "a sheet's id is the name of its lesson"


@pytest.fixture
def home(monkeypatch):
    """Return a function: where does a kernel that starts in a folder, and goes to another, keep its progress?"""

    def home(folder, then=None, notebook="") -> Path:
        monkeypatch.chdir(folder)
        monkeypatch.setenv("JPY_SESSION_NAME", str(notebook))
        kernel = import_anew()
        monkeypatch.chdir(then or folder)
        return kernel.notebook_folder()

    return home


def import_anew() -> ModuleType:
    """Return progress_file as a kernel that starts now imports it."""
    spec = spec_from_file_location("there", progress_file.__file__)
    there = module_from_spec(spec)
    spec.loader.exec_module(there)
    return there


def test_it_stands_beside_the_notebooks_wherever_the_kernel_is(tmp_path, home):
    notebooks, elsewhere = tmp_path / "notebooks", tmp_path / "elsewhere"
    notebooks.mkdir()
    elsewhere.mkdir()
    (notebooks / "03-rolling-down.ipynb").write_text("{}")
    assert home(notebooks) == home(tmp_path) == notebooks
    assert home(notebooks, then=tmp_path) == home(tmp_path, then="/") == notebooks, "as after %cd"
    assert home(elsewhere) == elsewhere
    assert home(elsewhere, notebook=notebooks / "03-rolling-down.ipynb") == notebooks
    for useless in ("03.ipynb", tmp_path / "gone" / "03.ipynb", notebooks, "c8a1-4c"):
        assert home(elsewhere, notebook=useless) == elsewhere


@pytest.mark.parametrize("fcntl", [None, ModuleType("fcntl")], ids=["Windows", "a browser's Python"])
def test_what_is_right_is_noted_where_no_file_can_be_locked(tmp_path, monkeypatch, fcntl):
    monkeypatch.setitem(sys.modules, "fcntl", fcntl)
    there = import_anew()
    assert there.change(tmp_path, dict, json.dumps) == ""
    assert there.read(tmp_path) == {}
