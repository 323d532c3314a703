"""An exercise as data: the right answer, the cases it is tried on, and the slips that people really make.

The slips are the diagnosis: where a learner's answer agrees with one on every case, its hint is shown. What no slip
explains is answered with the first case that differs.
"""

import dis
import inspect
import time
from dataclasses import dataclass, replace
from functools import cached_property

from helpers.practice.compare import same
from helpers.practice.names import changed_in_words, made_by, names_in_use
from helpers.practice.patterns import pattern
from helpers.practice.quiz import answer_id
from helpers.practice.runner import SECONDS, run
from helpers.practice.values import judge_value, predicate_holds
from helpers.practice.verdicts import ALMOST, KEEP_WORKING, NOT_TRIED, RIGHT, Verdict
from helpers.practice.wording import difference, error_in_words, in_words, safely_in_words


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
    misconception: the id of the mistaken idea behind it, such as "M4"; empty for a slip of the pencil or of Python.
    """

    answer: object
    hint: str
    almost: bool = False
    like: object = None
    also: tuple = ()
    misconception: str = ""

    @property
    def key(self) -> str:
        """The key under which a learner's progress counts it."""
        return answer_id(self.hint)

    @property
    def verdict(self) -> Verdict:
        """What is said to an answer that shows it."""
        return Verdict(ALMOST if self.almost else KEEP_WORKING, self.hint, slip=self)


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
        outcome = run(_as_function(given), self.cases)
        verdict = self._judge(outcome, made_by(names, others), _assigns_ellipsis(given))
        if verdict.kind != RIGHT and not outcome.timed_out and callable(self.answer):
            seconds = SECONDS - (time.monotonic() - began)
            verdict = self._right_but_for_names(given, names, others, seconds) or verdict
        return replace(verdict, printed=outcome.printed)

    @property
    def parameters(self) -> str:
        """What a function takes, as its first line names it: "w, learning_rate"."""
        taken = inspect.signature(self.answer).parameters.values() if callable(self.answer) else ()
        return ", ".join(one.name for one in taken if one.default is one.empty)  # ours may take more, for the slips

    def _not_tried(self):
        return Verdict(NOT_TRIED, f"put your own {self.name} in place of the three dots and run the cell again.")

    def _other_kind(self, given) -> str:
        if callable(self.answer):
            line = f"def {self.name}({self.parameters}):"
            return f"{self.name} should be a function, and it is {safely_in_words(given)}. Keep the line {line}"
        return f"{self.name} should be a value, and it is a function. Write what it gives: {self.name} = ..."

    def _judge(self, outcome, makers, dots_left=False) -> Verdict:
        if any(_has_ellipsis(value) for value in outcome.values) or outcome.error and dots_left:
            return self._not_tried()
        if not callable(self.answer) and outcome.values:
            return judge_value(self, outcome.values[0])
        wanted = self._wanted
        agrees = [same(value, right) for value, right in zip(outcome.values, wanted)]
        if len(agrees) == len(wanted) and (all(agrees) or predicate_holds(self.accepts, outcome.values)):
            return self._right_and_harmless(outcome)
        slip = self._slip(outcome)
        if slip:
            return slip.verdict
        kind = ALMOST if sum(agrees) > len(wanted) / 2 else KEEP_WORKING
        at = agrees.index(False) if False in agrees else len(agrees)
        if at < len(agrees):
            return Verdict(kind, self._differs(at, outcome, wanted[at]))
        if outcome.timed_out:
            return Verdict(kind, f"{self._call(at)} was still running after a second and was stopped. Does a loop end?")
        said = error_in_words(outcome.error, self.parameters, makers)
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
            if any(_alike(outcome.results, results) for results in answers) or predicate_holds(
                slip.like, outcome.values
            ):
                return slip
        return None

    def _differs(self, at, outcome, wanted) -> str:
        got, call = outcome.values[at], self._call(at)
        if got is None and outcome.printed:
            return f"{call} printed a value and gave nothing back. Write return where print stands."
        if self.question and got is not None:
            return f"{call} gave {in_words(got)}. {self.question}"
        common = pattern(outcome.values, self._wanted, self.cases, self.parameters.split(", "))
        right = [case for case, value in enumerate(outcome.values) if same(value, self._wanted[case])]
        if right and not common:
            common = f"It is right for {self._call(right[0]).removeprefix(f'{self.name}, for ').strip(',')}."
        return f"{call} {difference(got, wanted)} {common}".strip()

    @cached_property
    def _wanted(self) -> tuple:
        return self._results(self.answer)

    @cached_property
    def _slipped(self) -> tuple:
        return tuple(tuple(map(self._results, (slip.answer, *slip.also))) for slip in self.slips)

    def _results(self, answer) -> tuple:
        """Return what an answer of ours, right or wrong, gives on every case; an error stands there by its name."""
        return run(_as_function(answer), self.cases, seconds=60).results  # ours do end

    def _call(self, at) -> str:
        """Return a case as it is written: "step(0, 0.1)", or "slope(f, 0, 1) with f = (w - 3)²"."""
        if self.case_texts:
            return f"{self.name}, for {self.case_texts[at]},"
        arguments, curves = [], []
        for parameter, argument in zip(self.parameters.split(", "), self.cases[at]):
            arguments.append(parameter if isinstance(argument, Curve) else in_words(argument))
            curves += [f" with {parameter} = {argument}"] * isinstance(argument, Curve)
        return f"{self.name}({', '.join(arguments)}){''.join(curves)}"

    def _right_but_for_names(self, given, names, others, seconds):
        """Return the verdict on an answer that is right, except that a notebook variable was changed, or None."""
        meant = names_in_use(given, {**{name: other.answer for name, other in others.items()}, **names})
        if not meant or seconds <= 0:
            return None
        outcome = run(given, self.cases, seconds, meant)
        if self._judge(outcome, {}).kind != RIGHT:
            return None
        unfinished = [
            name
            for name in meant
            if name in others and others[name].check(given.__globals__[name], names).kind != RIGHT
        ]
        return Verdict(ALMOST, changed_in_words(self.name, given.__globals__, meant, unfinished, names))


def _takes(function, arguments) -> bool:
    """Return whether a function can be called with these arguments, as far as it says."""
    try:
        inspect.signature(function).bind(*arguments)
    except TypeError:
        return False
    except Exception:  # some functions of Python's own do not say what they take
        return True
    return True


def _has_ellipsis(value) -> bool:
    return value is ... or isinstance(value, (tuple, list)) and any(_has_ellipsis(one) for one in value)


def _assigns_ellipsis(function) -> bool:
    """Return whether a function still gives a name the three dots of the lesson: d = ..."""
    code = getattr(function, "__code__", None)
    lines = list(dis.get_instructions(code)) if code else []
    return any(
        one.opname == "LOAD_CONST" and one.argval is ... and after.opname.startswith("STORE_")
        for one, after in zip(lines, lines[1:])
    )


def _as_function(answer):
    return answer if callable(answer) else lambda *_: answer


def _alike(values, others) -> bool:
    return len(values) == len(others) and all(map(same, values, others))
