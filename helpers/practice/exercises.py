"""An exercise as data: the right answer, the cases it is tried on, and the slips that people really make.

The slips are the diagnosis: where a learner's answer agrees with one on every case, its hint is shown. What no slip
explains is answered with the first case that differs.
"""

import inspect
import time
from dataclasses import dataclass
from functools import cached_property
from types import CodeType, FunctionType

import numpy as np

from helpers.practice.compare import cut_off, rounded_to, same, same_shape, same_value
from helpers.practice.reading import read_letters, read_numbers
from helpers.practice.runner import SECONDS, run
from helpers.practice.verdicts import ALMOST, KEEP_WORKING, NOT_TRIED, RIGHT, Verdict
from helpers.practice.wording import difference, error_in_words, in_words, kind_in_words

FIRST_CELL = "the first code cell"


@dataclass(frozen=True)
class Curve:
    """A function of one number, and how a hint names it: what a case hands over as f or C."""

    text: str
    function: object

    def __call__(self, w):
        return self.function(w)

    def __repr__(self):
        return self.text


@dataclass(frozen=True)
class Slip:
    """A wrong answer that people really give, in the form of the right one, and the hint it deserves.

    almost: whether the idea is right and a detail is not.
    like: for a slip that many answers show, a function of the values on all cases that says whether they do; it may
    raise, which means no. The answer is then one of them.
    also: other wrong answers that deserve the same hint.
    """

    answer: object
    hint: str
    almost: bool = False
    like: object = None
    also: tuple = ()


@dataclass(frozen=True)
class Exercise:
    """name: what the learner's answer is called. answer: the right one, a function or a value; letters as "CBAD".

    right: what to say when it is right. objective: which of the lesson's objectives it trains, such as "3.2".
    cases: tuples of arguments that a function is tried on. case_texts: what to call cases that are long to write.
    question: what to ask where no slip explains a wrong answer and the right one would be given away otherwise.
    exact: why a number must be exact here, where elsewhere two digits are enough; "" if they are.
    labels: what letters belong to, in order, where people may name it: ("equal", "large"). unordered: the letters may
    stand in any order.
    accepts: for exercises with more than one right answer, a function of the values on all cases that says whether
    they are right; it may raise, which means no. Without it, values are compared with the answer's.
    strict: whether a number too large for a float ends a case as an error, where NumPy only warns.
    forms: right answers as other people write them, in Python, with the names of the lesson's first code cell.
    inputs: for a function, returns arguments by chance, given a NumPy generator. Both are for the tests.
    """

    name: str
    answer: object
    right: str
    objective: str
    slips: tuple
    cases: tuple = ((),)
    case_texts: tuple = ()
    question: str = ""
    exact: str = ""
    labels: tuple = ()
    unordered: bool = False
    accepts: object = None
    strict: bool = False
    forms: tuple = ()
    inputs: object = None

    def check(self, given, names: dict | None = None, others: dict | None = None) -> Verdict:
        """Return the verdict on a learner's answer. Never raises, whatever the answer does.

        names: what the names of the lesson's first code cell stand for. others: the lesson's other exercises by name.
        """
        names, others = names or {}, others or {}
        if given is ...:
            return self._not_tried()
        if callable(self.answer) != callable(given):
            return Verdict(KEEP_WORKING, self._other_kind(given))
        if callable(given) and not _takes(given, self.cases[0]):
            line = f"def {self.name}({self.parameters}):"
            return Verdict(KEEP_WORKING, f"{self.name} does not take what it is given. Its first line should be {line}")
        began = time.monotonic()
        outcome = run(_as_function(given), self.cases, strict=self.strict)
        verdict = self._judge(outcome, {**dict.fromkeys(names, FIRST_CELL), **_makers(others)})
        if verdict.kind != RIGHT and not outcome.endless and callable(self.answer):
            seconds = SECONDS - (time.monotonic() - began)
            verdict = self._for_its_names(given, names, others, seconds) or verdict
        return verdict.with_printed(outcome.printed)

    @property
    def parameters(self) -> str:
        """What a function takes, as its first line names it: "w, learning_rate"."""
        return ", ".join(inspect.signature(self.answer).parameters) if callable(self.answer) else ""

    def _not_tried(self):
        return Verdict(NOT_TRIED, f"put your own {self.name} in place of the three dots and run the cell again.")

    def _other_kind(self, given) -> str:
        if callable(self.answer):
            line = f"def {self.name}({self.parameters}):"
            return f"{self.name} should be a function, and it is {_safely_in_words(given)}. Keep the line {line}"
        return f"{self.name} should be a value, and it is a function. Write what it gives: {self.name} = ..."

    def _judge(self, outcome, made_by) -> Verdict:
        if any(_has_dots(value) for value in outcome.values):
            return self._not_tried()
        if not callable(self.answer) and outcome.values:
            return self._judge_value(outcome.values[0])
        wanted = self._wanted
        agrees = [same(value, right) for value, right in zip(outcome.values, wanted)]
        if len(agrees) == len(wanted) and (all(agrees) or _says_yes(self.accepts, outcome.values)):
            return self._right_and_harmless(outcome)
        slip = self._slip(outcome)
        if slip:
            return Verdict(ALMOST if slip.almost else KEEP_WORKING, slip.hint)
        kind = ALMOST if sum(agrees) > len(wanted) / 2 else KEEP_WORKING
        at = agrees.index(False) if False in agrees else len(agrees)
        if at < len(agrees):
            return Verdict(kind, self._differs(at, outcome, wanted[at]))
        if outcome.endless:
            return Verdict(kind, f"{self._call(at)} was still running after a second and was stopped. Does a loop end?")
        said = error_in_words(outcome.error, self.parameters, made_by)
        return Verdict(kind, f"{self._call(at)} stopped: it {said}")

    def _right_and_harmless(self, outcome) -> Verdict:
        changed = outcome.changed_names
        if outcome.changed is not None:
            changed = (self.parameters.split(", ")[outcome.changed],)
        if not changed:
            return Verdict(RIGHT, self.right)
        return Verdict(
            ALMOST,
            f"The values are right, and {self.name} changes {changed[0]} on the way: it should be as before when the "
            "function ends, or the next cell works with other numbers. a -= b and a[0] = b change an array in place; "
            "a - b makes a new one.",
        )

    def _slip(self, outcome):
        for slip, answers in zip(self.slips, self._slipped):
            if any(_alike(outcome.results, results) for results in answers) or _says_yes(slip.like, outcome.values):
                return slip
        return None

    def _differs(self, at, outcome, wanted) -> str:
        got, call = outcome.values[at], self._call(at)
        if got is None and outcome.printed:
            return f"{call} printed a value and gave nothing back. Write return where print stands."
        if self.question and got is not None:
            return f"{call} gave {in_words(got)}. {self.question}"
        return f"{call} {difference(got, wanted)}"

    @cached_property
    def _wanted(self) -> tuple:
        return self._results(self.answer)

    @cached_property
    def _slipped(self) -> tuple:
        return tuple(tuple(map(self._results, (slip.answer, *slip.also))) for slip in self.slips)

    def _results(self, answer) -> tuple:
        """Return what an answer of ours, right or wrong, gives on every case; an error stands there by its name."""
        return run(_as_function(answer), self.cases, seconds=60, strict=self.strict).results  # ours do end

    def _call(self, at) -> str:
        """Return a case as it is written: "step(0, 0.1)", or "slope(f, 0, 1) with f = (w - 3)²"."""
        if self.case_texts:
            return f"{self.name}, for {self.case_texts[at]},"
        arguments, curves = [], []
        for parameter, argument in zip(self.parameters.split(", "), self.cases[at]):
            arguments.append(parameter if isinstance(argument, Curve) else in_words(argument))
            curves += [f" with {parameter} = {argument}"] * isinstance(argument, Curve)
        return f"{self.name}({', '.join(arguments)}){''.join(curves)}"

    # Values: numbers and letters

    def _judge_value(self, value) -> Verdict:
        if isinstance(self.answer, str):
            return self._judge_letters(value)
        numbers, remark = read_numbers(value, np.size(self.answer) if np.ndim(self.answer) else 0, self.name)
        verdict = self._judge_numbers(numbers)
        if not remark:
            return verdict
        return Verdict(ALMOST, remark) if verdict.kind == RIGHT else Verdict(KEEP_WORKING, f"{remark} {verdict.text}")

    def _judge_numbers(self, value) -> Verdict:
        if _says_yes(self.accepts, (value,)) or same_value(value, self.answer, bool(self.exact)):
            return Verdict(RIGHT, self.right)
        for compare in (same, same_value):  # a slip in all its digits, then a rounded one
            for slip in self.slips:
                if any(compare(value, wrong) for wrong in (slip.answer, *slip.also)):
                    return Verdict(ALMOST if slip.almost else KEEP_WORKING, slip.hint)
        for slip in self.slips:
            if _says_yes(slip.like, (value,)):
                return Verdict(ALMOST if slip.almost else KEEP_WORKING, slip.hint)
        if not same_shape(value, self.answer):
            kind = f"It should be {kind_in_words(self.answer)}."
            return Verdict(KEEP_WORKING, f"{self.name} is {_with_kind(value)}. {kind}")
        return self._near_or_not(value)

    def _near_or_not(self, value) -> Verdict:
        pairs = list(zip(np.ravel(value).tolist(), np.ravel(self.answer).tolist()))
        shown = f"{self.name} is {in_words(value)}."
        off = [pair for pair in pairs if not same_value(*pair, bool(self.exact))]
        if self.accepts is None and all(isinstance(got, (int, float)) for got, _ in off):
            if self.exact and all(abs(got - right) <= 0.01 * abs(right) for got, right in off):
                return Verdict(ALMOST, f"{shown} That is near. The exact number is asked here: {self.exact}.")
            if not self.exact and all(rounded_to(got, right, 1) for got, right in off):
                return Verdict(ALMOST, f"{shown} That is right to one digit. Give at least two.")
            if not self.exact and all(cut_off(got, right) for got, right in off):
                return Verdict(ALMOST, f"{shown} That is cut off. Round it: the last digit becomes another.")
            if len(off) < len(pairs):
                return Verdict(
                    KEEP_WORKING, f"{shown} {len(pairs) - len(off)} of {len(pairs)} are right. {self.question}"
                )
        return Verdict(KEEP_WORKING, f"{shown} {self.question}")

    def _judge_letters(self, value) -> Verdict:
        letters = read_letters(value, self.labels)
        if isinstance(value, frozenset) and not self.unordered:
            return Verdict(
                KEEP_WORKING, f"A set has no order, and the order counts here. Write {self.name} as a text in quotes."
            )
        if self._in_order(letters) == self._in_order(self.answer):
            return Verdict(RIGHT, self.right)
        for slip in self.slips:
            wrong = (self._in_order(read_letters(one)) for one in (slip.answer, *slip.also))
            if letters and self._in_order(letters) in wrong or _says_yes(slip.like, (letters,)):
                return Verdict(ALMOST if slip.almost else KEEP_WORKING, slip.hint)
        number = len(self.answer)
        if not letters.isalpha():
            wanted = f"{number} letters in quotes, such as {'ABCDEF'[:number]!r}"
            return Verdict(KEEP_WORKING, f"{self.name} is {in_words(value)}. Asked are {wanted}.")
        shown = f"{self.name} is {in_words(letters)}."
        twice = [letter for letter in dict.fromkeys(letters) if letters.count(letter) > 1]
        if twice:
            return Verdict(KEEP_WORKING, f"{shown} {twice[0]} stands there more than once. {self.question}")
        if len(letters) != number and not self.unordered:
            return Verdict(
                KEEP_WORKING, f"{shown} That is {len(letters)} letters, and {number} are asked. {self.question}"
            )
        if self.unordered:
            return Verdict(KEEP_WORKING, f"{shown} {self.question}")
        stand = sum(map(str.__eq__, letters, self.answer))
        return Verdict(
            KEEP_WORKING,
            f"{shown} {stand or 'None'} of the {number} letters stand{'s' * (stand == 1)} right. {self.question}",
        )

    def _in_order(self, letters) -> str:
        return "".join(sorted(letters)) if self.unordered else letters

    # Names of the notebook that the answer uses

    def _for_its_names(self, given, names, others, seconds):
        """Return the verdict on an answer that is right but for what a name of the notebook stands for, or None."""
        if not isinstance(given, FunctionType) or seconds <= 0:
            return None
        there, meant = given.__globals__, {**{name: other.answer for name, other in others.items()}, **names}
        used = [name for name in names_used(given) if name in meant and name in there and name != self.name]
        changed = [name for name in used if name in others or not _same_thing(there[name], meant[name])]
        if not used:
            return None
        outcome = run(given, self.cases, seconds, self.strict, {name: meant[name] for name in used})
        if self._judge(outcome, {}).kind != RIGHT:
            return None
        for name in changed:
            if name in names:
                now, before = _safely_in_words(there[name]), _safely_in_words(meant[name])
                was = (
                    f"{name} is {now} in this notebook, and {FIRST_CELL} made it {before}"
                    if now != before
                    else f"{name} is another one now"
                )
                return Verdict(ALMOST, f"Your {self.name} is right, and {was}. Run {FIRST_CELL} again, then this one.")
        for name in changed:
            if others[name].check(there[name], names).kind != RIGHT:
                return Verdict(
                    ALMOST, f"Your {self.name} uses {name}, and that one is not right yet. Mend {name} first."
                )
        name = (changed or used)[0]
        return Verdict(
            ALMOST, f"Your {self.name} is right, and {name} is another one in this notebook. Run {FIRST_CELL} again."
        )


def names_used(function, seen: tuple = ()) -> list:
    """Return the names of the notebook that a function uses, also by way of other functions of the notebook."""
    found = []
    pending = [function.__code__]
    for code in pending:
        found += code.co_names
        pending += [constant for constant in code.co_consts if isinstance(constant, CodeType)]
    for name in list(found):
        other = function.__globals__.get(name)
        if isinstance(other, FunctionType) and other.__globals__ is function.__globals__ and other not in seen:
            found += names_used(other, (*seen, function, other))
    return list(dict.fromkeys(found))


def _same_thing(one, other) -> bool:
    """Return whether a name still stands for what the lesson made of it, as far as one can tell from outside."""
    if isinstance(other, np.ndarray):
        return isinstance(one, np.ndarray) and one.shape == other.shape and bool(np.array_equal(one, other))
    if isinstance(other, FunctionType) or inspect.ismodule(other) or isinstance(other, type):
        return one is other
    return type(one) is type(other)


def _takes(function, arguments) -> bool:
    """Return whether a function can be called with these arguments, as far as it says."""
    try:
        inspect.signature(function).bind(*arguments)
    except TypeError:
        return False
    except Exception:  # some functions of Python's own do not say what they take
        return True
    return True


def _makers(others) -> dict:
    return {name: f"the exercise {name}" for name in others}


def _with_kind(value) -> str:
    text, kind = in_words(value), kind_in_words(value)
    return text if kind in (text, "a number") else f"{text}, {kind}"


def _has_dots(value) -> bool:
    return value is ... or isinstance(value, (tuple, list)) and any(_has_dots(one) for one in value)


def _as_function(answer):
    return answer if callable(answer) else lambda *_: answer


def _safely_in_words(given) -> str:
    """Return a learner's value in words, even if it refuses to say what it is."""
    outcome = run(lambda: given, [()])
    return in_words(outcome.values[0]) if outcome.values else "something that does not say what it is"


def _says_yes(judge, values) -> bool:
    try:
        return judge is not None and bool(judge(values))
    except Exception:  # a judge expects numbers, and gets what there is
        return False


def _alike(values, others) -> bool:
    return len(values) == len(others) and all(map(same, values, others))
