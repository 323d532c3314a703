"""Whatever an answer does, it gets a verdict in bounded time, and nothing of the learner's or of Python's is lost."""

import builtins
import contextlib
import random
import sys
import threading
import time

import numpy as np
import pytest

from helpers.practice import sheet
from helpers.practice.exercises import Exercise
from helpers.practice.plain import LARGEST, Other, plain
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


def delete_a_builtin():
    del builtins.len


def replace_builtins():
    builtins.print, builtins.BaseException, builtins.next = None, None, None


def delete_a_name():
    global kept
    del kept


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


def swallow():
    while True:
        with contextlib.suppress(Exception):
            loop()


def close_the_output():
    sys.stdout.close()


def no_output():
    sys.stdout = None


def print_a_lot():
    for _ in range(1000):
        print("x" * 1000)


def traces():
    return dict(vars(builtins)), kept, random.getstate(), np.random.get_state()[1].tolist(), np.geterr(), sys.stdout


DEEDS = [delete_a_builtin, replace_builtins, delete_a_name, replace_a_name, seed, lambda: np.seterr(all="raise")]
DEEDS += [recurse, leave, interrupt, shout, wait, loop, swallow, close_the_output, no_output, print_a_lot]


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


class Hostile:
    """Refuses to be looked at in any way."""

    def refuses(self, *_, **__):
        raise SystemExit("do not touch me")

    __eq__ = __ne__ = __repr__ = __str__ = __len__ = __iter__ = __array__ = __float__ = __bool__ = __format__ = refuses
    __getattr__ = __getitem__ = __index__ = __add__ = __radd__ = __lt__ = __le__ = refuses
    __hash__ = None


class Endless(Hostile):
    def __repr__(self):
        while True:
            pass


class EndlessNumber(float):
    def __float__(self):
        while True:
            pass

    __eq__ = __repr__ = __sub__ = __rsub__ = __abs__ = __array__ = __float__


class FalseText(str):
    def __eq__(self, other):
        return True

    __hash__ = str.__hash__

    def lower(self):
        return self

    def __str__(self):
        raise SystemExit


class YesToAll:
    """Says that it equals whatever it is compared with."""

    def __eq__(self, other):
        return True

    def __array__(self, *_, **__):
        return np.asarray(Anything())

    __hash__ = None


class Anything(float):
    def __eq__(self, other):
        return True

    __hash__ = None


nest = []
nest.append(nest)
HOSTILE = [Hostile(), Endless(), EndlessNumber(7), YesToAll(), Anything(7), FalseText("BDACF"), nest, type, Hostile]
HUGE = [np.broadcast_to(0.0, (10**6, 10**6)), [0] * 10**7, "x" * 10**7, 10**4000, range(10**12), {0: [0] * 10**6}]
HUGE += [[[0] * 900] * 900, tuple(range(10**6)), np.zeros(LARGEST + 1, dtype=object), float("inf"), 12 + 5j]


@pytest.mark.parametrize(
    "exercise", [FUNCTION, VALUE, sheet("03").exercise("order"), sheet("08").exercise("two_faced")]
)
@pytest.mark.parametrize("value", HOSTILE + HUGE, ids=lambda value: type(value).__name__)
def test_hostile_and_huge_values_get_a_verdict(exercise, value):
    began = time.monotonic()
    given = (lambda *_: value) if callable(exercise.answer) else value
    verdict = exercise.check(given)
    assert time.monotonic() - began < LONGEST
    if not (exercise.name == "order" and type(value) is FalseText):  # which does hold the right letters
        assert verdict.kind == KEEP_WORKING and 20 < len(repr(verdict)) < 1000


def test_a_value_for_a_function_may_be_hostile_too():
    assert "does not say what it is" in FUNCTION.check(Hostile()).text


def test_nothing_of_a_hostile_value_is_left():
    assert type(plain(Anything(7))) is float and type(plain(FalseText("BDACF"))) is str
    assert plain((Anything(1), [np.float32(0.5), None])) == (1.0, [0.5, None])
    assert isinstance(plain(lambda: 1), Other) and isinstance(plain({1: 2}), Other)
    assert isinstance(plain(np.zeros((LARGEST, 2))), Other) and plain(np.zeros((2, 3))).shape == (2, 3)


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
