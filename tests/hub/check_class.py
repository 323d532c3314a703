"""What goes wrong in a class, done to a real hub: `make class-check`. Nothing that was saved may be lost."""

import json
import signal
import time
from pathlib import Path

import nbformat
import psutil
import pytest
from learner import PASSWORD, ROOT, TIMEOUT, Learner, free_port, hub, kill_servers, lesson, servers


@pytest.fixture
def folder(tmp_path):
    """The folder of a class; whatever runs in it is ended."""
    yield tmp_path / "class"
    kill_servers(tmp_path / "class")


@pytest.fixture
def address(folder):
    with hub(folder, free_port()) as (address, _):
        yield address


def with_lesson_open(address, name="anna") -> Learner:
    """Return a learner with lesson 07 open."""
    learner = Learner(address, name)
    assert learner.log_in()
    learner.start()
    learner.open(lesson("07"))
    return learner


def save(learner, text: str) -> dict:
    """Add a cell to lesson 07 and save it, as a browser does."""
    model = learner.api("GET", f"contents/{lesson('07')}").json()
    model["content"]["cells"].append(nbformat.v4.new_markdown_cell(text))
    answer = learner.api("PUT", f"contents/{lesson('07')}", json={**model, "format": "json", "type": "notebook"})
    answer.raise_for_status()
    return answer.json()


def saved(folder, name="anna") -> str:
    return (folder / "learners" / name / lesson("07")).read_text()


def server_of(folder, name) -> psutil.Process:
    """Return the process of a learner's server."""
    own = [one for one in servers(folder) if folder / "learners" / name == Path(one.cwd())]
    return next(one for one in own if "jupyterhub-singleuser" in " ".join(one.cmdline()))


def wait(until, what):
    deadline = time.monotonic() + TIMEOUT
    while not until():
        assert time.monotonic() < deadline, what
        time.sleep(0.2)


def test_wrong_password(address, folder):
    learner = Learner(address, "anna")
    assert not learner.log_in("not the one") and not learner.log_in("")
    page = learner.http.get(f"{address}/user/anna/lab")
    assert "/hub/login" in page.url and not (folder / "learners").exists()
    assert not Learner(address, "../anna").log_in() and not Learner(address, "an na").log_in()


def test_first_minute(address, folder):
    """The first lesson opens, helpers are found, progress is kept, and the password is nowhere a cell can read it."""
    learner = Learner(address, "anna")
    learner.log_in()
    page = learner.start()
    assert page.url.endswith("/user/anna/lab/tree/notebooks/00-watch.ipynb")
    assert "apputils-extension:announcements" in page.text, "among what is switched off"
    settings = learner.http.get(f"{address}/user/anna/lab/api/settings/@jupyterlab/docmanager-extension:plugin").json()
    assert settings["schema"]["properties"]["autosaveInterval"]["default"] == 30
    cells = learner.open(lesson("07"))
    for cell in cells:
        learner.run(cell)
    learner.run("from helpers.practice import progress; progress.note('identity-network', 'exercise one')")
    kept = json.loads((folder / "learners/anna/notebooks/progress.json").read_text())
    assert list(kept["lessons"]["identity-network"]) == ["exercise one"]
    (out,) = learner.run("import os; print(sorted(os.environ.items()))")
    assert PASSWORD not in out["text"] and "CLASS_PASSWORD" not in out["text"]
    assert (folder / "learners/anna/.server.log").stat().st_size > 0, "what a server says is off the teacher's screen"


def test_a_learner_is_not_another(address, folder):
    """The folder of another is not to be had through the browser. (Through Python it is: book/class.md says so.)"""
    anna, ben = with_lesson_open(address, "anna"), with_lesson_open(address, "ben")
    save(anna, "mine")
    assert "mine" not in saved(folder, "ben")
    assert ben.http.get(f"{address}/user/anna/api/contents/notebooks").status_code in (403, 404)
    assert ben.http.get(f"{address}/hub/admin").status_code in (403, 404)


def test_a_killed_server(address, folder):
    learner = with_lesson_open(address)
    save(learner, "before it was killed")
    server = server_of(folder, "anna")
    for one in (*server.children(recursive=True), server):
        one.kill()
    wait(lambda: learner.api("GET", "status").status_code in (424, 503), "the hub never noticed")
    learner.start()
    assert "before it was killed" in saved(folder)
    learner.open(lesson("07"))
    assert learner.run("print(1)")[0]["text"] == "1\n"


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_a_hub_that_starts_again_in_the_middle_of_a_lesson(folder, how):
    port = free_port()
    with hub(folder, port) as (address, process):
        learner = with_lesson_open(address)
        learner.run("w = 2.78")
        save(learner, "before the hub went")
        before = server_of(folder, "anna").pid
        process.send_signal(how)
        process.wait(60)
    assert server_of(folder, "anna").pid == before, "the learner's server outlives the hub"
    with hub(folder, port):
        wait(lambda: learner.api("GET", "status").ok, "the learner is not let in any more")
        assert server_of(folder, "anna").pid == before
        learner.open(lesson("07"))
        assert learner.run("print(w)")[0]["text"] == "2.78\n", "what was computed is still there"
        save(learner, "after the hub came back")
    assert "before the hub went" in saved(folder) and "after the hub came back" in saved(folder)


def test_too_much_memory_is_refused_to_one_and_not_to_all(address):
    learner, other = with_lesson_open(address, "anna"), with_lesson_open(address, "ben")
    with pytest.raises(RuntimeError, match="MemoryError"):
        learner.run("x = bytearray(3 << 30)")
    assert learner.run("print(1)")[0]["text"] == "1\n" and other.run("print(2)")[0]["text"] == "2\n"


def test_idle_servers_end_and_lose_nothing(folder, tmp_path):
    """Two hours, here two seconds: first the kernel that no browser looks at, then the server."""
    settings = (ROOT / "hub/jupyterhub_config.py").read_text()
    quick = tmp_path / "quick/jupyterhub_config.py"
    quick.parent.mkdir()
    for name in ("handout.py", "password.py"):
        (quick.parent / name).symlink_to(ROOT / "hub" / name)
    changed = settings.replace("IDLE = 2 * 60 * 60", "IDLE = 2")
    assert changed != settings
    quick.write_text(changed + '\nc.Spawner.args += ["--MappingKernelManager.cull_interval=1"]\n')
    with hub(folder, free_port(), config=quick) as (address, _):
        learner = with_lesson_open(address)
        save(learner, "before the break")
        server = server_of(folder, "anna")
        time.sleep(10)
        assert server.is_running() and learner.run("print(1)"), "a browser looks at it"
        learner.socket.close()
        wait(lambda: not servers(folder), "it goes on for ever")
        learner.start()
        assert "before the break" in saved(folder)
