"""`make quick` runs the tests that an edit can break, whatever kind of file was edited."""

import pytest
import quick

SHEETS = "tests/practice/test_sheets.py"


@pytest.mark.parametrize(
    ("path", "call"),
    [
        ("helpers/core/descent.py", ("tests/core/test_descent.py", "tests/core/test_properties.py")),
        ("helpers/practice/doctor.py", ("tests/practice/test_doctor.py", SHEETS)),
        ("helpers/live.py", ("tests/practice/test_live.py",)),
        ("hub/classroom.py", ("tests/hub/test_classroom.py",)),
        ("tools/grades.py", ("tests/practice/test_result.py",)),
        ("helpers/practice/sheets/lesson_03.py", ("tests/practice", "tests/lessons/test_answers.py", "-k", "03")),
        ("helpers/labs/rolling.py", ("tests/labs", "-k", "BlindLab or DescentLab or SignLab")),
        ("helpers/pictures/rates.py", ("tests/labs", "-k", "RaceLab or RateLab or SteepnessLab")),
        ("lessons/03-rolling-down.md", ("tests/lessons", "-k", "03")),
        ("notebooks/05-flat.ipynb", ("tests/lessons", "-k", "05")),
        ("tests/core/test_descent.py", ("tests/core/test_descent.py",)),
        ("tests/core/test_that_is_gone.py", ()),
        ("Makefile", ("tests/test_make_setup.py",)),
        ("README.md", ("tests/test_repository.py",)),
    ],
)
def test_an_edit_asks_for_the_tests_of_what_was_edited(path, call):
    assert quick.tests_of(path) == call
    assert [name for name in call if name.endswith(".py") and not (quick.ROOT / name).exists()] == []


def test_calls_are_joined_and_a_lab_that_is_not_listed_is_named(capsys):
    calls = {("tests/lessons", "-k", "03"), ("tests/practice", "-k", "04"), ("tests/test_a.py", "tests/test_b.py"), ()}
    paths = ["tests/lessons", "tests/practice", "tests/test_a.py", "tests/test_b.py"]
    assert quick.joined(calls) == [*paths, "-k", "03 or 04 or test_a or test_b"] and quick.joined({()}) == []
    assert quick.not_listed({"SignLab", "NewLab"}) == ["NewLab"]
    assert "lesson 03 shows SignLab: make lessons LESSON=03" in capsys.readouterr().out


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
