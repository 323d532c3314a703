"""Running a learner's code so that whatever it does, the notebook goes on."""

import builtins
import contextlib
import copy
import ctypes
import io
import random
import threading
from dataclasses import dataclass
from types import FunctionType

import numpy as np

from helpers.practice.plain import plain

SECONDS = 1.5  # for all cases of one check together
PRINTED = 1000  # characters that are kept of what it prints, and of what an error says


@dataclass(frozen=True)
class Outcome:
    """What came of it: the values it returned, case by case and as plain data, until the first error; what it printed.

    error: "NameError: ..." or "". endless: it was still running when time was up.
    """

    values: tuple
    error: str = ""
    endless: bool = False
    printed: str = ""

    @property
    def results(self) -> tuple:
        """The values, and after them the name of the error that ended it, if one did."""
        return (*self.values, self.error.partition(":")[0]) if self.error else self.values


class Stopped(BaseException):
    """Raised inside code that did not end, to end it. Not an Exception, so that `except Exception` lets it pass."""


class Note(io.TextIOBase):
    """A stream that keeps the first characters and forgets the rest."""

    def __init__(self):
        self.text = ""

    def writable(self):
        return True

    def write(self, text):
        self.text += text[: PRINTED - len(self.text)]
        return len(text)


class Kept:
    """What a function could delete or replace unseen: Python's names, the notebook's, the state of chance."""

    def __init__(self, function):
        self.names = function.__globals__ if isinstance(function, FunctionType) else {}
        self.built_in = vars(builtins)
        self.before = dict(self.names), dict(self.built_in)
        self.random = random.getstate(), np.random.get_state()

    def put_back(self):
        """Put all of it back. A builtin name may be missing, so none is used."""
        self.built_in.update(self.before[1])
        self.names.update(self.before[0])
        random.setstate(self.random[0])
        np.random.set_state(self.random[1])


def run(function, cases, seconds: float = SECONDS, strict: bool = False) -> Outcome:
    """Call function with each tuple of arguments and return the outcome, within the seconds given. Never raises.

    It runs in a thread of its own: code that waits or loops is left behind and told to stop. Each call gets its
    own copy of the arguments. strict: whether NumPy's overflow is an error, as Python's is.
    """
    values, errors, note, kept = [], [], Note(), Kept(function)
    left, ended = threading.Event(), threading.Event()  # a join that is interrupted calls a thread ended that is not

    def work():
        try:
            try:
                with np.errstate(**({"over": "raise"} if strict else {})):
                    for arguments in cases:
                        values.append(plain(function(*copy.deepcopy(arguments))))
            finally:
                if not left.is_set():  # by the time that what is left behind ends, the notebook has gone on
                    kept.put_back()
        except BaseException as error:  # a learner's code may raise anything, SystemExit included
            errors.append(_told(error))
        finally:
            ended.set()

    thread = threading.Thread(target=work, daemon=True)
    with contextlib.redirect_stdout(note):
        try:
            thread.start()
        except RuntimeError:  # a browser's Python has no threads: run it here, without a limit
            work()
        try:
            ended.wait(seconds)
        finally:  # also where the learner loses patience, and interrupts
            if endless := not ended.is_set():
                left.set()
                _stop(thread, ended)
                kept.put_back()
    return Outcome(tuple(values), errors[0] if errors and not endless else "", endless, note.text)


def _told(error) -> str:
    try:
        return f"{type(error).__name__}: {error}"[:PRINTED]
    except BaseException:  # an exception of the learner's own may fail to say what it is
        return f"{type(error).__name__}: it does not say why"


def _stop(thread, ended):
    """Ask the thread to end at its next line of Python; try again while it swallows what it is told."""
    for _ in range(20):
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident), ctypes.py_object(Stopped))
        if ended.wait(0.01):
            return
