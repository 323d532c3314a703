"""An exercise as data: the right answer, the cases it is tried on, and the slips that people really make.

The slips are the diagnosis: where a learner's answer agrees with one on every case, its hint is shown.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from helpers.practice.plain import Other
from helpers.practice.runner import run
from helpers.practice.verdicts import ALMOST, KEEP_WORKING, NOT_TRIED, RIGHT, Verdict


@dataclass(frozen=True)
class Slip:
    """A wrong answer that people really give, in the form of the right one, and the hint it deserves.

    almost: whether the idea is right and a detail is not.
    like: for a slip that many answers show, a function of the values on all cases that says whether they do; it may
    raise, which means no. The answer is then one of them.
    """

    answer: object
    hint: str
    almost: bool = False
    like: object = None


@dataclass(frozen=True)
class Exercise:
    """name: what the learner's answer is called. answer: the right one, a function or a value.

    cases: tuples of arguments that a function is tried on. right: what to say when it is right.
    objective: which of the lesson's objectives it trains, such as "3.2".
    tolerance: how far a number may be off, as a part of itself; more where it is worked out on paper.
    accepts: for exercises with more than one right answer, a function of the values on all cases that says whether
    they are right; it may raise, which means no.
    Without it, values are compared with the answer's: as numbers, or as text without regard to case.
    strict: whether a number too large for a float ends a case as an error, where NumPy only warns.
    """

    name: str
    answer: object
    right: str
    objective: str
    slips: tuple
    cases: tuple = ((),)
    tolerance: float = 1e-6
    accepts: object = None
    strict: bool = False

    def check(self, given) -> Verdict:
        """Return the verdict on a learner's answer. Never raises, whatever the answer does."""
        if given is ...:
            return self._not_tried()
        if callable(self.answer) != callable(given):
            wanted = "a function" if callable(self.answer) else "a value, not a function"
            return Verdict(KEEP_WORKING, f"{self.name} should be {wanted}, and it is {_told(given)}.")
        outcome = run(_as_function(given), self.cases, strict=self.strict)
        if any(value is ... for value in outcome.values):
            return self._not_tried()
        verdict = self._judge(outcome)
        return verdict.with_printed(outcome.printed)

    def _not_tried(self):
        return Verdict(NOT_TRIED, f"put your own {self.name} in place of the three dots and run the cell again.")

    def _judge(self, outcome) -> Verdict:
        if outcome.endless:
            call = self._call(len(outcome.values))
            return Verdict(KEEP_WORKING, f"{call} was still running after a second and was stopped. Does a loop end?")
        wanted = self._wanted
        agrees = [same(value, right, self.tolerance) for value, right in zip(outcome.values, wanted)]
        if len(agrees) == len(wanted) and (all(agrees) or _says_yes(self.accepts, outcome.values)):
            return Verdict(RIGHT, self.right)
        for slip, slipped in zip(self.slips, self._slipped):
            if self._alike(outcome.results, slipped) or _says_yes(slip.like, outcome.values):
                return Verdict(ALMOST if slip.almost else KEEP_WORKING, slip.hint)
        if outcome.error:
            return Verdict(KEEP_WORKING, f"{self._call(len(outcome.values))} ended with {outcome.error}")
        at = agrees.index(False)
        kind = ALMOST if sum(agrees) > len(agrees) / 2 else KEEP_WORKING
        return Verdict(kind, self._difference(at, outcome.values[at], wanted[at]))

    def _alike(self, values, others) -> bool:
        return len(values) == len(others) and all(same(*pair, self.tolerance) for pair in zip(values, others))

    @cached_property
    def _wanted(self) -> tuple:
        return self._results(self.answer)

    @cached_property
    def _slipped(self) -> tuple:
        return tuple(self._results(slip.answer) for slip in self.slips)

    def _results(self, answer) -> tuple:
        """Return what an answer of ours, right or wrong, gives on every case; an error stands there by its name."""
        return run(_as_function(answer), self.cases, seconds=60, strict=self.strict).results  # ours do end

    def _call(self, at) -> str:
        if not callable(self.answer):
            return self.name
        return f"{self.name}({', '.join(_brief(argument) for argument in self.cases[at])})"

    def _difference(self, at, got, wanted) -> str:
        if not callable(self.answer):
            return self._not_it(got)
        call = self._call(at)
        if got is None:
            return f"{call} gave None. Does the function end without a return?"
        if isinstance(got, str) != isinstance(wanted, str):
            kind = "a word" if isinstance(wanted, str) else "a number"
            return f"{call} gave {_brief(got)}, and {kind} such as {_brief(wanted)} was expected."
        shapes = _shape(got), _shape(wanted)
        if shapes[0] != shapes[1] and not isinstance(got, Other):
            return f"{call} gave a value of shape {shapes[0]}, and {_brief(wanted)} of shape {shapes[1]} was expected."
        return f"{call} gave {_brief(got)}, and {_brief(wanted)} was expected."

    def _not_it(self, got) -> str:
        """Return what is wrong with a value, without giving the right one away."""
        if _kind(got) != _kind(self.answer):
            return f"{self.name} is {_brief(got)}. It should be {_kind(self.answer)}."
        return f"{self.name} is {_brief(got)}. That is not it yet. Read the hint, then work it out on paper once."


def _as_function(answer):
    return answer if callable(answer) else lambda *_: answer


def _told(given) -> str:
    """Return a learner's value in words, even if it refuses to say what it is."""
    outcome = run(lambda: given, [()])
    return _brief(outcome.values[0]) if outcome.values else "something that does not say what it is"


def _says_yes(judge, values) -> bool:
    try:
        return judge is not None and bool(judge(values))
    except Exception:  # a judge expects numbers, and gets what there is
        return False


def same(got, wanted, tolerance: float) -> bool:
    """Return whether two plain results agree: as text, or as numbers of the same shape."""
    if isinstance(wanted, str) or isinstance(got, str):
        return isinstance(got, str) and isinstance(wanted, str) and _letters(got) == _letters(wanted)
    if _shape(got) != _shape(wanted):
        return False
    got, wanted = np.asarray(got), np.asarray(wanted)
    if got.dtype.kind == "c" and not got.imag.any():
        got = got.real
    return got.dtype.kind in "biuf" and np.allclose(got, wanted, rtol=tolerance, atol=1e-9, equal_nan=True)


def _letters(text) -> str:
    """Return the letters and digits: "b, d" is "BD", and "One step" is "one-step"."""
    return "".join(letter for letter in text.lower() if letter.isalnum())


def _shape(value) -> tuple:
    if isinstance(value, Other):
        return value.shape
    try:
        return np.shape(value)
    except ValueError:  # rows of different lengths
        return ("?",)


def _kind(value) -> str:
    """Return what sort of answer a value is, in words."""
    shape = _shape(value)
    if shape:
        return f"{shape[0]} values in brackets" if len(shape) == 1 else f"a table of shape {shape}"
    if isinstance(value, str):
        return "a text in quotes"
    return "a number" if isinstance(value, (int, float, complex, np.number)) else "another kind of value"


def _brief(value) -> str:
    """Return a value as a learner would write it, and not more than 60 characters of it."""
    try:
        if isinstance(value, (bool, np.bool_)):
            text = str(bool(value))
        elif isinstance(value, (int, float, np.number)):
            text = f"{float(value):.6g}"
        elif callable(value):
            text = "a function"
        else:
            text = repr(value)
    except Exception:
        text = f"a {type(value).__name__}"
    return text if len(text) <= 60 else text[:57] + "..."
