"""A learner's code runs so that whatever it does, it ends in bounded time and the notebook goes on."""

import builtins
import sys
import threading
import time

import numpy as np
import pytest

from helpers.practice import runner
from helpers.practice.plain_data import LARGEST, OtherValue, to_plain_data
from helpers.practice.runner import PRINTED, run

name_of_the_notebook = "as it was"


def replace_a_name():
    global name_of_the_notebook
    name_of_the_notebook = "lost"


def recurse():
    recurse()


def loop():
    while True:
        pass


def swallow_the_stop():
    swallowed = False
    while not swallowed:
        try:
            loop()
        except BaseException:
            swallowed = True
    loop()


def throw(error):
    raise error


@pytest.fixture
def threads():
    """Return a function that says whether only the threads of before are alive, a moment after an answer ended."""
    before = set(threading.enumerate())

    def are_as_before():
        for thread in set(threading.enumerate()) - before:
            thread.join(5)
        return set(threading.enumerate()) <= before

    return are_as_before


def test_values_errors_and_prints_come_back():
    def shy(x):
        print("x is", x)
        return 1 / x

    outcome = run(shy, [(2,), (0,), (4,)])
    assert outcome.values == (0.5,) and outcome.error == "ZeroDivisionError: division by zero"
    assert outcome.printed == "x is 2\nx is 0\n" and not outcome.timed_out


@pytest.mark.parametrize(
    ("misbehaves", "error"),
    [
        (replace_a_name, ""),
        (lambda: print("x" * 10**6), ""),
        (loop, ""),
        (swallow_the_stop, ""),
        (lambda: input("Your name? "), "InputAsked"),
        (recurse, "RecursionError"),
        (lambda: throw(ValueError("x" * 10**6)), "ValueError"),
        (lambda: throw(SystemExit()), "SystemExit"),
        (lambda: throw(KeyboardInterrupt()), "KeyboardInterrupt"),
    ],
)
def test_misbehaviour_leaves_no_trace(misbehaves, error, threads):
    before = builtins.input, name_of_the_notebook, sys.stdout
    outcome = run(misbehaves, [()], seconds=0.5)
    assert (builtins.input, name_of_the_notebook, sys.stdout) == before and threads()
    assert outcome.error.partition(":")[0] == error and outcome.timed_out == (misbehaves in (loop, swallow_the_stop))
    assert len(outcome.error) <= PRINTED and len(outcome.printed) <= PRINTED


def test_arguments_are_copies():
    numbers = [1, 2]
    run(lambda things: things.append(3), [(numbers,)])
    assert numbers == [1, 2]


def test_what_is_left_behind_ends_without_a_trace(threads):
    """The learner has mended the answer meanwhile, and what they wrote is theirs."""
    global name_of_the_notebook
    assert run(lambda: time.sleep(1), [()], seconds=0.2).timed_out
    name_of_the_notebook = "mended"
    assert threads() and name_of_the_notebook == "mended"
    name_of_the_notebook = "as it was"


class Impatient(threading.Event):
    """Loses patience while the answer runs, as the button does that interrupts a cell."""

    def wait(self, timeout=None):
        if timeout == runner.SECONDS:
            super().wait(0.3)
            raise KeyboardInterrupt
        return super().wait(timeout)


def test_an_answer_that_is_interrupted_is_stopped(monkeypatch, threads):
    monkeypatch.setattr(threading, "Event", Impatient)
    with pytest.raises(KeyboardInterrupt):
        run(loop, [()])
    assert threads()


def test_where_there_are_no_threads_it_runs_all_the_same(monkeypatch):
    """As in a browser's Python."""

    def start(self):
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", start)
    assert run(lambda x: print(x) or 2 * x, [(1,), (2,)]).results == (2, 4)
    assert run(lambda x: 1 / x, [(0,)]).results == ("ZeroDivisionError",)


def test_plain_data_is_small_and_of_plain_types():
    assert to_plain_data((np.float64(1), [np.float32(0.5), None])) == (1.0, [0.5, None])
    assert type(to_plain_data(np.str_("BDACF"))) is str and to_plain_data({"C", "E"}) == frozenset("CE")
    assert isinstance(to_plain_data(lambda: 1), OtherValue) and to_plain_data({1: "D"}) == {1: "D"}
    for large, shape in ((np.broadcast_to(0.0, (10**6, 10**6)), (10**6, 10**6)), ([0] * 10**6, (10**6,))):
        plain = to_plain_data(large)
        assert isinstance(plain, OtherValue) and plain.shape == shape and len(plain.text) < LARGEST
    assert to_plain_data(np.zeros((2, 3))).shape == (2, 3)
