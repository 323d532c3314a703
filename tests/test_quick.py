"""`make quick` runs the tests that an edit can break, whatever kind of file was edited."""

from pathlib import Path

import pytest
import quick

EXERCISES = ("tests/practice/test_sheets.py", "tests/practice/test_verdicts_in_words.py")


@pytest.mark.parametrize(
    ("path", "calls"),
    [
        ("helpers/core/descent.py", [("tests/core/test_descent.py", "tests/core/test_golden.py")]),
        ("helpers/core/layers.py", [("tests/core/test_golden.py",)]),
        ("helpers/practice/doctor.py", [("tests/practice/test_doctor.py", *EXERCISES)]),
        ("helpers/practice/wording.py", [EXERCISES]),
        ("helpers/live.py", [("tests/practice/test_live.py",)]),
        ("hub/classroom.py", [("tests/hub/test_classroom.py",)]),
        ("tools/grades.py", [("tests/practice/test_result.py",)]),
        ("helpers/practice/sheets/lesson_03.py", [("tests/practice", "tests/lessons/test_answers.py", "-k", "03")]),
        ("helpers/labs/rolling.py", [("tests/labs", "-k", "BlindLab or DescentLab or SignLab")]),
        ("helpers/pictures/rates.py", [("tests/labs", "-k", "RaceLab or RateLab or SteepnessLab")]),
        ("lessons/03-rolling-down.md", [("tests/lessons", "-k", "03 and not copy")]),
        ("notebooks/05-flat.ipynb", [("tests/lessons", "-k", "05 and not copy")]),
        ("tests/core/test_descent.py", [("tests/core/test_descent.py",)]),
        ("tests/core/test_that_is_gone.py", []),
        ("how_a_network_learns_server/__init__.py", [("tests/test_server_extension.py",)]),
        ("Makefile", [("tests/test_house_setup.py",)]),
        ("pyproject.toml", [("tests/test_house_lock.py",)]),
        ("README.md", [("tests/test_house.py",)]),
    ],
)
def test_an_edit_asks_for_the_tests_of_what_was_edited(path, calls):
    assert quick.tests_of(path) == calls
    for call in calls:
        files = [
            word for word in call[: call.index("-k") if "-k" in call else None] if word.endswith((".py", ".ipynb"))
        ]
        assert [name for name in files if not Path(quick.ROOT, name).exists()] == []


def test_git_knows_what_changed(tmp_path, monkeypatch):
    """What differs from the last commit, new files too; with nothing changed, what that commit changed."""
    monkeypatch.setattr(quick, "ROOT", tmp_path)
    monkeypatch.setenv("GIT_CONFIG_COUNT", "0")

    def commit(name):
        (tmp_path / name).write_text(name)
        quick.git("add", "--all")
        quick.git("-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "--quiet", "--message", name)

    quick.git("init", "--quiet")
    commit("first.py")
    commit("second.py")
    assert quick.changed() == ["second.py"]
    (tmp_path / "first.py").write_text("changed")
    (tmp_path / "new.py").touch()
    assert quick.changed() == ["first.py", "new.py"]
