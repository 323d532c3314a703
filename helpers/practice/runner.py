"""Running a learner's code so that whatever it does, the notebook goes on."""

import builtins
import contextlib
import copy
import ctypes
import io
import threading
from dataclasses import dataclass
from types import FunctionType

import numpy as np

from helpers.practice.plain_data import to_plain_data

SECONDS = 1.5  # for all cases of one check together
PRINTED = 1000  # characters that are kept of what it prints, and of what an error says
SMALL = 10_000  # entries of an array of the notebook that is copied before an answer runs


@dataclass(frozen=True)
class Outcome:
    """What came of it: the values it returned, case by case and as plain data, until the first error; what it printed.

    error: "NameError: ..." or "". timed_out: it was still running when time was up.
    changed: the position of the first argument that it changed in place, or None.
    changed_names: arrays of the notebook that it changed in place; they are put back.
    """

    values: tuple
    error: str = ""
    timed_out: bool = False
    printed: str = ""
    changed: int | None = None
    changed_names: tuple = ()

    @property
    def results(self) -> tuple:
        """The values, and after them the name of the error that ended it, if one did."""
        return (*self.values, self.error.partition(":")[0]) if self.error else self.values


class Stopped(BaseException):
    """Raised inside code that did not end, to end it. Not an Exception, so that `except Exception` lets it pass."""


class InputAsked(Exception):
    """Raised where an answer calls input(): it would wait for ever."""


class LimitedStream(io.TextIOBase):
    """A stream that keeps the first characters and forgets the rest."""

    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text[: PRINTED - len(self.text)]
        return len(text)


class Snapshot:
    """What a function could change unseen: the notebook's names and its small arrays."""

    def __init__(self, function):
        self.names = function.__globals__ if isinstance(function, FunctionType) else {}
        self.before = dict(self.names)
        self.input = builtins.input
        self.arrays = {
            name: value.copy()
            for name, value in self.before.items()
            if type(value) is np.ndarray and value.size <= SMALL and value.dtype != object
        }

    def restore(self) -> tuple:
        """Put all of it back, and return the names of arrays that were changed in place."""
        builtins.input = self.input
        self.names.update(self.before)
        changed = []
        for name, values in self.arrays.items():
            array = self.before[name]
            if not np.array_equal(array, values, equal_nan=values.dtype.kind in "fc"):
                array.shape = values.shape
                array[...] = values
                changed.append(name)
        return tuple(changed)


def run(function, cases, seconds: float = SECONDS, names: dict | None = None) -> Outcome:
    """Call function with each tuple of arguments and return the outcome, within the seconds given. Never raises.

    It runs in a thread of its own: a call that takes too long is abandoned, and its thread is asked to stop. Each call
    gets its own copy of the arguments. names: what names of the notebook stand for meanwhile.
    """
    values, errors, changed, changed_names = [], [], [], []
    stream, snapshot = LimitedStream(), Snapshot(function)
    abandoned, ended = threading.Event(), threading.Event()  # Thread.join() may return early after an interrupt
    snapshot.names.update(names or {})
    builtins.input = _no_input

    def work():
        try:
            try:
                with np.errstate(all="ignore"):  # the verdict says what went wrong
                    for arguments in cases:
                        given = copy.deepcopy(arguments)
                        values.append(to_plain_data(function(*given)))
                        changed.extend(_changed(given, arguments))
            finally:
                if not abandoned.is_set():  # a timed-out thread may finish later; do not restore state then
                    changed_names.extend(snapshot.restore())
        except BaseException as error:  # a learner's code may raise anything, SystemExit included
            errors.append(describe_error(error))
        finally:
            ended.set()

    thread = threading.Thread(target=work, daemon=True)
    with contextlib.redirect_stdout(stream):
        try:
            thread.start()
        except RuntimeError:  # a browser's Python has no threads: run it here, without a limit
            work()
        try:
            ended.wait(seconds)
        finally:  # also where the learner loses patience, and interrupts
            if timed_out := not ended.is_set():
                abandoned.set()
                _stop(thread, ended)
                snapshot.restore()
    error = errors[0] if errors and not timed_out else ""
    first = changed[0] if changed else None
    return Outcome(tuple(values), error, timed_out, stream.text, first, tuple(changed_names))


def _no_input(*_):
    raise InputAsked


def _changed(given, arguments) -> list:
    """Return the positions of arrays and lists among the arguments that a call has changed in place."""
    return [
        at
        for at, (now, before) in enumerate(zip(given, arguments))
        if isinstance(before, (np.ndarray, list)) and not np.array_equal(now, before)
    ]


def describe_error(error) -> str:
    """Return an error as Python prints its last line, and not more than a thousand characters of it."""
    return f"{type(error).__name__}: {error}"[:PRINTED]


def _stop(thread, ended):
    """Raise Stopped in the thread, at its next line of Python; again, as long as its code catches that."""
    for _ in range(20):
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident), ctypes.py_object(Stopped))
        if ended.wait(0.01):
            return
