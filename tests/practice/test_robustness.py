"""Kernels die, disks fill up, files are damaged, two notebooks write at once: nothing is lost, and it is said."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from helpers.labs import digits
from helpers.labs.digits import Training
from helpers.practice import progress

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
NOTE = "from helpers.practice import progress\n"
LIMIT = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({0}, {0}))\n"  # files end there, as on a full disk
# Windows locks no folder for two kernels, and has no disk that is full for one process.
of_unix = pytest.mark.skipif(sys.platform == "win32", reason="this is of Unix")


def python(code, folder):
    """Start Python in a folder."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    return subprocess.Popen([sys.executable, "-c", NOTE + code], cwd=folder, env=ENVIRONMENT, **pipes)


def read_line(process):
    line = process.stdout.readline().strip()
    assert line, "it ended too early"
    return line


@of_unix
def test_two_notebooks_note_at_once_and_nothing_is_lost(tmp_path):
    code = "print('ready', flush=True); input()\nfor n in range(100): assert progress.note('{0}', f'{0} {{n}}') == ''"
    both = {name: python(code.format(name), tmp_path) for name in ("slope", "bias")}
    for process in both.values():
        assert read_line(process) == "ready"
    for process in both.values():
        process.stdin.write("go\n")
        process.stdin.flush()
    assert [process.wait(120) for process in both.values()] == [0, 0]
    noted = progress.load_records(tmp_path)
    assert {name: [*noted[name]] for name in noted} == {name: [f"{name} {n}" for n in range(100)] for name in both}
    assert os.listdir(tmp_path) == [progress.FILE]


def test_a_kernel_killed_while_it_notes_loses_nothing_it_noted(tmp_path):
    process = python(
        "for n in range(10**6):\n    progress.note('rolling-down', f'{n}'); print(n, flush=True)", tmp_path
    )
    for _ in range(10):
        last = int(read_line(process))
    process.kill()
    rest = process.communicate(timeout=60)[0].split()
    last = int(rest[-1]) if rest else last
    noted = [*progress.load_records(tmp_path)["rolling-down"]]
    assert noted == [str(n) for n in range(len(noted))] and len(noted) > last
    assert progress.note("rolling-down", "the next one", folder=tmp_path) == ""


def test_a_training_interrupted_in_the_middle_of_an_epoch_goes_on_as_if_it_had_not_been(monkeypatch):
    whole = Training("scaled", 3.0).network(2).parameters
    training, train = Training("scaled", 3.0), digits.train

    def interrupted(network, *arguments, **options):
        train(network, *arguments, **options)
        raise KeyboardInterrupt

    training.run(1)
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(digits, "train", interrupted)
        training.run(2)
    assert training.epochs == 1
    assert np.array_equal(training.network(2).parameters, whole)


@of_unix
@pytest.mark.parametrize(
    ("text", "limit"), [('{"version": 3, "lessons": {"rolling-down": {}}}', 64), ("{ half a file", 8)]
)
def test_a_full_disk_is_said_and_loses_nothing(tmp_path, text, limit):
    (tmp_path / progress.FILE).write_text(text)
    process = python(LIMIT.format(limit) + "print(progress.note('rolling-down', 'one more'), flush=True)", tmp_path)
    said = process.communicate(timeout=60)[0]
    assert said.startswith("(Your progress could not be saved: ") and "All else works" in said
    assert (tmp_path / progress.FILE).read_text() == text and os.listdir(tmp_path) == [progress.FILE]


RECORDS = [7, [], {"tries": "many"}, {"tries": -1}, {"answers": {"a": "b"}}, {"last": [["now"]]}, {"other": 1}]
RECORDS += [{"last": [[1, 2, 3]]}]
DAMAGE = [b"", b"{ half a file", b"\xff\xfe\x00", b"[]", b"[" * 10**6, b'{"version": "3"}', b'{"version": 3}']
DAMAGE += [json.dumps({"version": 3, "lessons": {"rolling-down": {"step": one}}}).encode() for one in RECORDS]


def test_damaged_files_are_all_kept_and_said(tmp_path):
    for number, damage in enumerate(DAMAGE):
        (tmp_path / progress.FILE).write_bytes(damage)
        aside = f"progress.damaged{number + 1 if number else ''}.json"
        said = progress.note("rolling-down", "exercise step", folder=tmp_path)
        assert said == f"(progress.json could not be read; it is kept as {aside}, and a new one begins.)"
        assert (tmp_path / aside).read_bytes() == damage
        assert progress.load_records(tmp_path)["rolling-down"]["exercise step"].right == 1
    assert len(os.listdir(tmp_path)) == len(DAMAGE) + 1
