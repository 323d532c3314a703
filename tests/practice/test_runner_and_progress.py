"""A learner's code cannot hurt the notebook, and progress is never lost."""

import json
import sys
import threading
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType

import pytest

from helpers.practice import progress, sheet
from helpers.practice.runner import PRINTED, run
from helpers.practice.verdicts import KEEP_WORKING


def test_values_errors_and_prints_come_back():
    def shy(x):
        print("x is", x)
        return 1 / x

    outcome = run(shy, [(2,), (0,), (4,)])
    assert outcome.values == (0.5,) and outcome.error == "ZeroDivisionError: division by zero"
    assert outcome.printed == "x is 2\nx is 0\n" and not outcome.endless


@pytest.mark.parametrize("error", [SystemExit(1), KeyboardInterrupt(), RecursionError("deep"), MemoryError()])
def test_any_exception_is_caught(error):
    def fails():
        raise error

    assert run(fails, [()]).error.startswith(type(error).__name__)


def test_an_exception_that_cannot_say_what_it_is_is_caught_and_not_taken_for_right():
    class Mute(Exception):
        def __str__(self):
            raise ValueError

    def fails(*_):
        raise Mute

    assert run(fails, [()]).error == "Mute: it does not say why"
    assert sheet("03").exercise("step").check(fails).kind == KEEP_WORKING


def test_arguments_are_copies():
    numbers = [1, 2]
    run(lambda things: things.append(3), [(numbers,)])
    assert numbers == [1, 2]


def test_a_flood_of_prints_is_cut():
    outcome = run(lambda: [print("x" * 100) for _ in range(1000)], [()])
    assert len(outcome.printed) <= PRINTED


def test_a_loop_is_left_behind_and_ended():
    before = threading.active_count()

    def loops():
        while True:
            pass

    assert run(loops, [()], seconds=0.2).endless
    assert threading.active_count() == before


def test_a_loop_that_swallows_the_stop_is_told_again():
    before, swallowed = threading.active_count(), []

    def loops():
        while not swallowed:
            try:
                while True:
                    pass
            except BaseException as stop:
                swallowed.append(stop)
        while True:
            pass

    assert run(loops, [()], seconds=0.2).endless
    assert swallowed and threading.active_count() == before


def test_where_there_are_no_threads_it_runs_all_the_same(monkeypatch):
    """As in a browser's Python."""

    def start(self):
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", start)
    assert run(lambda x: print(x) or 2 * x, [(1,), (2,)]).results == (2, 4)
    assert run(lambda x: 1 / x, [(0,)]).results == ("ZeroDivisionError",)


def test_notes_add_up_and_survive_a_damaged_file(tmp_path):
    assert progress.note("03", "exercise step", tmp_path) == ""
    assert progress.note("03", "exercise step", tmp_path) == ""
    assert progress.note("07", "question zero", tmp_path) == ""
    assert progress.done(tmp_path) == {"03": ["exercise step"], "07": ["question zero"]}
    (tmp_path / progress.FILE).write_text("{ half a file")
    assert "progress.damaged.json" in progress.note("03", "exercise roll", tmp_path)
    assert (tmp_path / "progress.damaged.json").read_text() == "{ half a file"
    assert json.loads((tmp_path / progress.FILE).read_text()) == {"03": ["exercise roll"]}


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    missing = tmp_path / "not there"
    assert "could not be saved" in progress.note("03", "exercise step", missing)


@pytest.mark.parametrize("fcntl", [None, ModuleType("fcntl")], ids=["Windows", "a browser's Python"])
def test_what_is_right_is_noted_where_no_file_can_be_locked(tmp_path, monkeypatch, fcntl):
    monkeypatch.setitem(sys.modules, "fcntl", fcntl)
    spec = spec_from_file_location("there", progress.__file__)
    there = module_from_spec(spec)
    spec.loader.exec_module(there)
    assert there.note("03", "exercise step", tmp_path) == ""
    assert there.done(tmp_path) == {"03": ["exercise step"]}
