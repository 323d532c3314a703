"""What the hub promises before it starts: who may come in and from where, and that nobody's work is written over."""

import os
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import nbformat
import pytest
import yaml
from traitlets.config import PyFileConfigLoader

ROOT = Path(__file__).parents[2]
CONFIG = ROOT / "hub/jupyterhub_config.py"
LESSONS = sorted(path.name for path in ROOT.glob("notebooks/*.ipynb"))

sys.path.insert(0, str(ROOT / "hub"))
import handout  # noqa: E402
from link import link  # noqa: E402


@pytest.fixture
def settings(tmp_path, monkeypatch):
    """A function that reads the hub's settings as the hub would, with these words in the environment."""
    monkeypatch.setattr(handout, "CLASS", tmp_path / "class")
    monkeypatch.setattr("socket.socket.connect_ex", lambda *_: 111)  # nobody listens anywhere
    for name in ("ADDRESS", "PORT", "CERT", "KEY", "PASSWORD"):
        monkeypatch.delenv(f"CLASS_{name}", raising=False)

    def read(password="long enough", **words):
        if password is not None:
            monkeypatch.setenv("CLASS_PASSWORD", password)
        for name, word in words.items():
            monkeypatch.setenv(f"CLASS_{name}", word)
        return PyFileConfigLoader(str(CONFIG)).load_config()

    return read


def test_only_this_computer_is_let_in(settings):
    config = settings(ADDRESS="")
    assert config.JupyterHub.bind_url == "http://127.0.0.1:8000"
    assert config.JupyterHub.hub_bind_url.startswith("http://127.0.0.1:")
    assert config.ConfigurableHTTPProxy.api_url.startswith("http://127.0.0.1:")
    assert "CLASS_PASSWORD" not in os.environ, "where every program that the hub starts would find it"


@pytest.mark.parametrize("address", ["0.0.0.0", "192.168.1.10", "::"])
def test_a_network_needs_a_certificate(settings, address):
    with pytest.raises(SystemExit, match="could read the password. Give CERT= and KEY="):
        settings(ADDRESS=address)
    with pytest.raises(SystemExit, match="Give CERT= and KEY="):
        settings(ADDRESS=address, CERT="half.pem")
    opened = urlsplit(settings(ADDRESS=address, CERT="a.pem", KEY="b.pem").JupyterHub.bind_url)
    assert (opened.scheme, opened.hostname, opened.port) == ("https", address, 8000)


@pytest.mark.parametrize("taken, left, starts", [(8000, False, False), (8000, True, True), (8001, True, False)])
def test_a_class_that_is_open_is_left_alone(settings, monkeypatch, taken, left, starts):
    """A proxy that outlived its hub holds the first port; then the pid of it is known, and nobody has the second."""
    monkeypatch.setattr("socket.socket.connect_ex", lambda _, where: 0 if where == ("127.0.0.1", taken) else 111)
    if left:
        handout.CLASS.mkdir()
        (handout.CLASS / "proxy.pid").touch()
    if starts:
        assert settings().JupyterHub.bind_url
    else:
        with pytest.raises(SystemExit, match=f"Port {taken} is taken, perhaps by a class that is open already"):
            settings()


@pytest.mark.parametrize("word, why", [("", "needs a password"), ("1234567", "8 letters or more, and this one has 7")])
def test_no_password_or_a_short_one_opens_nothing(settings, word, why):
    with pytest.raises(SystemExit, match=why):
        settings(password=word)


def test_password_is_taken_from_a_file_that_nobody_else_can_read(settings):
    handout.CLASS.mkdir(mode=0o755)
    file = handout.CLASS / "password"
    file.write_text("of the class\n")
    file.chmod(0o644)
    with pytest.raises(SystemExit, match="Others on this computer can read the password. Say: chmod 600"):
        settings(password=None)
    file.chmod(0o600)
    assert settings(password=None).SharedPasswordAuthenticator.user_password == "of the class"
    assert handout.CLASS.stat().st_mode & 0o777 == 0o700, "nor the learners' folders"


def test_teacher_is_asked_for_a_password_once(settings, monkeypatch):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr("getpass.getpass", lambda question: "typed by hand")
    assert settings(password=None).SharedPasswordAuthenticator.user_password == "typed by hand"
    assert (handout.CLASS / "password").stat().st_mode & 0o777 == 0o600
    monkeypatch.delattr("getpass.getpass")
    assert settings(password=None).SharedPasswordAuthenticator.user_password == "typed by hand"


def test_everyone_may_come_or_those_on_the_list(settings):
    assert settings().Authenticator.allow_all is True
    (handout.CLASS / "names.txt").write_text("Anna\nben\n\njürgen.k\n")
    config = settings()
    assert config.Authenticator.allow_all is False
    assert config.Authenticator.allowed_users == {"anna", "ben", "jürgen.k"}
    assert config.Authenticator.allow_existing_users is False, "nor whoever was there before the list"
    (handout.CLASS / "names.txt").write_text("anna\nben k\n")
    with pytest.raises(SystemExit, match="'ben k' cannot be a name. One on a line"):
        settings()


@pytest.mark.parametrize(
    "name, fits", [("anna", 1), ("jürgen.k-2", 1), ("../ben", 0), ("a b", 0), (".x", 0), ("a\n", 0)]
)
def test_a_name_is_the_name_of_a_folder(settings, name, fits):
    assert bool(re.match(settings().Authenticator.username_pattern, name)) == fits


def test_a_learner_gets_every_lesson_and_nothing_typed_is_written_over(tmp_path):
    handout.hand_out(tmp_path)
    mine = tmp_path / "notebooks" / LESSONS[3]
    assert sorted(path.name for path in (tmp_path / "notebooks").iterdir()) == LESSONS
    nbformat.validate(nbformat.read(mine, as_version=4))
    mine.write_text("my answers")
    (tmp_path / "notebooks/progress.json").write_text("{}")
    (tmp_path / "notebooks" / LESSONS[5]).unlink()
    handout.hand_out(tmp_path)
    assert mine.read_text() == "my answers" and (tmp_path / "notebooks/progress.json").read_text() == "{}"
    assert sorted(path.name for path in tmp_path.glob("notebooks/*.ipynb")) == LESSONS, "what is missing comes again"


def test_a_lesson_that_had_another_number_is_kept_by_the_hub_and_by_a_reset(tmp_path):
    own = tmp_path / "notebooks"
    own.mkdir()
    (own / "09-digits.ipynb").write_text("my answers")
    handout.hand_out(tmp_path)
    assert sorted(path.name for path in own.iterdir()) == sorted(["09-digits.ipynb", *LESSONS])
    assert handout.reset("09", own).name == "09-hidden-neurons.ipynb"
    assert handout.reset("11", own).name == "11-digits.ipynb"
    assert (own / "09-digits.ipynb").read_text() == "my answers"


def test_a_learner_can_read_the_core_and_it_is_the_one_that_runs(tmp_path):
    handout.hand_out(tmp_path)
    copy = tmp_path / "helpers/core/descent.py"
    assert copy.stat().st_mode & 0o222 == 0
    copy.chmod(0o644)
    copy.write_text("changed")
    handout.hand_out(tmp_path)
    assert copy.read_text() == (ROOT / "helpers/core/descent.py").read_text()


def test_a_full_disk_leaves_no_half_lesson(tmp_path, monkeypatch):
    def full(self, data):
        self.touch()
        raise OSError("No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        handout.hand_out(tmp_path)
    assert list((tmp_path / "notebooks").iterdir()) == []


def course(tmp_path, monkeypatch, git=True) -> Path:
    """Return the lessons of a small course; what was typed into the one of them is not committed."""
    lesson = tmp_path / "course/notebooks/03-rolling-down.ipynb"
    lesson.parent.mkdir(parents=True)
    (tmp_path / "course/lessons").mkdir()
    (tmp_path / "course/lessons/03-rolling-down.md").touch()
    lesson.write_text("as on the first day")
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "."], [*who, "commit", "-q", "-m", "The course"]) if git else ():
        subprocess.run(["git", *command], cwd=lesson.parents[1], check=True)
    lesson.write_text("the teacher's answers")
    monkeypatch.setattr(handout, "COURSE", lesson.parents[1])
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    return lesson.parent


def test_a_teachers_answers_are_not_handed_out(tmp_path, monkeypatch):
    own = course(tmp_path, monkeypatch)
    (own / "03-rolling-down-Copy1.ipynb").write_text("more of the teacher's answers")
    handout.hand_out(tmp_path / "anna")
    assert len(list((tmp_path / "anna/notebooks").iterdir())) == 1
    assert (tmp_path / "anna/notebooks/03-rolling-down.ipynb").read_text() == "as on the first day"


def test_reset_keeps_every_copy(tmp_path, monkeypatch):
    own = course(tmp_path, monkeypatch)
    assert handout.reset("03", own).read_text() == "the teacher's answers"
    (own / "03-rolling-down.ipynb").write_text("a second try")
    assert handout.reset("03", own).name == "03-rolling-down-2.ipynb"
    kept = sorted(path.read_text() for path in (own / "kept").iterdir())
    assert kept == ["a second try", "the teacher's answers"]
    assert (own / "03-rolling-down.ipynb").read_text() == "as on the first day"
    assert handout.reset("03", tmp_path) is None, "there was none"
    assert (tmp_path / "03-rolling-down.ipynb").read_text() == "as on the first day"


def test_reset_refuses_what_it_cannot_do(tmp_path, monkeypatch):
    own = course(tmp_path, monkeypatch, git=False)
    with pytest.raises(ValueError, match="no git clone"):
        handout.reset("03", own)
    assert (own / "03-rolling-down.ipynb").read_text() == "the teacher's answers"
    with pytest.raises(ValueError, match="LESSON must be the number of a lesson, as in 03, not '3'"):
        handout.reset("3", own)
    with pytest.raises(ValueError, match="There is no folder"):
        handout.reset("03", tmp_path / "nobody")


def test_link_brings_the_course_and_opens_the_lesson():
    made = urlsplit(link("https://hub.school.example/jupyter/", "https://git.example/a/learn & do.git", "07", "für 30"))
    assert made.netloc == "hub.school.example" and made.path == "/jupyter/hub/user-redirect/git-pull"
    assert " " not in made.query and made.query.count("&") == 3
    assert parse_qs(made.query) == {
        "repo": ["https://git.example/a/learn & do.git"],
        "urlpath": ["lab/tree/learn & do/notebooks/07-identity-network.ipynb"],
        "branch": ["für 30"],
        "targetPath": ["learn & do"],
    }


@pytest.mark.parametrize(
    "hub, repository, lesson, why",
    [
        ("", "https://g.example/a/b", "03", "HUB must be an address"),
        ("https://h.example", "git@g.example:a/b", "03", "REPO must be an address"),
        ("https://h.example", "https://g.example/a/b", "3", "as in 03, not '3'"),
    ],
)
def test_link_says_what_is_wrong(hub, repository, lesson, why):
    with pytest.raises(ValueError, match=why):
        link(hub, repository, lesson)


def test_kubernetes_hook_copies_what_is_missing_and_nothing_else(tmp_path):
    values = yaml.safe_load((ROOT / "hub/values.yaml").read_text())
    command = values["singleuser"]["lifecycleHooks"]["postStart"]["exec"]["command"]
    command = [part.replace("/srv/course", f"'{ROOT}'") for part in command]
    mine = tmp_path / "notebooks" / LESSONS[3]
    mine.parent.mkdir()
    mine.write_text("my answers")
    for _ in range(2):  # a pod that starts again
        subprocess.run(command, env={**os.environ, "HOME": str(tmp_path)}, check=True)
    assert sorted(path.name for path in mine.parent.iterdir()) == LESSONS and mine.read_text() == "my answers"
    assert (tmp_path / "helpers/core/descent.py").exists()
