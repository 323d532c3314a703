"""Whatever an answer does, it gets a verdict in bounded time, and nothing of the learner's or of Python's is lost."""

import builtins
import random
import sys
import threading
import time

import numpy as np
import pytest

from helpers.practice import sheet
from helpers.practice.exercises import Exercise
from helpers.practice.plain_data import LARGEST, OtherValue, to_plain_data
from helpers.practice.runner import PRINTED, SECONDS
from helpers.practice.verdicts import KEEP_WORKING, RIGHT

FUNCTION, VALUE = sheet("03").exercise("step"), sheet("03").exercise("w_3")
LONGEST = 10 * SECONDS  # on a busy machine
kept = "of the notebook"


def step(w, learning_rate):
    return w - learning_rate * 2 * (w - 3)


def answers(act, give=step):
    """Return an answer that does something on the way."""

    def answer(*arguments):
        act()
        return give(*arguments)

    return answer


def replace_a_name():
    global kept
    kept = "lost"


def seed():
    np.random.seed(0)
    random.seed(0)


def recurse():
    recurse()


def leave():
    sys.exit("goodbye")


def interrupt():
    raise KeyboardInterrupt


def shout():
    raise ValueError("x" * 10**6)


def wait():
    time.sleep(3600)


def loop():
    while True:
        pass


def print_a_lot():
    for _ in range(1000):
        print("x" * 1000)


def traces():
    return builtins.input, kept, random.getstate(), np.random.get_state()[1].tolist(), np.geterr(), sys.stdout


DEEDS = [replace_a_name, seed, lambda: np.seterr(all="raise")]
DEEDS += [recurse, leave, interrupt, shout, wait, loop, print_a_lot, input]


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.__name__)
def test_a_deed_leaves_no_trace(deed):
    before, began = traces(), time.monotonic()
    verdict = FUNCTION.check(answers(deed))
    assert traces() == before
    assert time.monotonic() - began < LONGEST
    assert verdict.kind in (RIGHT, KEEP_WORKING) and len(repr(verdict)) < 2 * PRINTED + 500
    assert FUNCTION.check(step).kind == RIGHT, "the next answer is judged as ever"


def test_what_is_left_behind_ends_without_a_trace():
    """The learner has mended the answer meanwhile, and what they wrote is theirs."""
    global kept
    ended = threading.Event()

    def sleeps(w, learning_rate):
        try:
            time.sleep(SECONDS + 1)
        finally:
            ended.set()

    assert "still running" in FUNCTION.check(sleeps).text
    kept = "mended"
    try:
        assert ended.wait(LONGEST)
        time.sleep(0.2)
        assert kept == "mended"
    finally:
        kept = "of the notebook"


class Impatient(threading.Event):
    """Loses patience while the answer runs, as the button does that interrupts a cell."""

    def wait(self, timeout=None):
        if timeout == SECONDS:
            super().wait(0.3)
            raise KeyboardInterrupt
        return super().wait(timeout)


def test_an_answer_that_is_interrupted_is_stopped(monkeypatch):
    before = set(threading.enumerate())
    monkeypatch.setattr(threading, "Event", Impatient)
    with pytest.raises(KeyboardInterrupt):
        FUNCTION.check(answers(loop))
    deadline = time.monotonic() + LONGEST
    while set(threading.enumerate()) - before and time.monotonic() < deadline:
        time.sleep(0.05)
    assert set(threading.enumerate()) <= before


def test_plain_data_is_small_and_of_plain_types():
    assert to_plain_data((np.float64(1), [np.float32(0.5), None])) == (1.0, [0.5, None])
    assert type(to_plain_data(np.str_("BDACF"))) is str and to_plain_data({"C", "E"}) == frozenset("CE")
    assert isinstance(to_plain_data(lambda: 1), OtherValue) and to_plain_data({1: "D"}) == {1: "D"}
    for large, shape in ((np.broadcast_to(0.0, (10**6, 10**6)), (10**6, 10**6)), ([0] * 10**6, (10**6,))):
        plain = to_plain_data(large)
        assert isinstance(plain, OtherValue) and plain.shape == shape and len(plain.text) < LARGEST
    assert to_plain_data(np.zeros((2, 3))).shape == (2, 3)


def test_arguments_stay_as_they_are():
    def mutates(outputs, targets):
        outputs *= 0
        targets[:] = 7
        return 0

    cost = sheet("06").exercise("cost")
    cost.check(mutates)
    assert cost.check(cost.answer).kind == RIGHT


def test_a_complex_number_is_not_its_real_part():
    exercise = Exercise("limit", 12, "", "1.2", ())
    assert exercise.check(12 + 0j).kind == RIGHT and exercise.check(12 + 5j).kind == KEEP_WORKING
