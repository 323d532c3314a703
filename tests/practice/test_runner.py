"""A learner's code runs so that it cannot hurt the notebook."""

import threading

import pytest

from helpers.practice.runner import run


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


def test_arguments_are_copies():
    numbers = [1, 2]
    run(lambda things: things.append(3), [(numbers,)])
    assert numbers == [1, 2]


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
