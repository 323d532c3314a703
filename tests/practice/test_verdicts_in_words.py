"""A verdict says the first thing that differs, in a learner's words, and accuses nobody of what they have not done."""

import re

import numpy as np
import pytest

from helpers.practice.sheets import lessons, load
from helpers.practice.verdicts import ALMOST, KEEP_WORKING, NOT_TRIED, RIGHT

EXERCISES = [pytest.param(exercise, id=f"{n}-{exercise.name}") for n in lessons() for exercise in load(n).exercises]
ODD = [None, 1 / 7, [0.1] * 10, [[1, 2], [3, 4]], [[1], [2, 3]], np.zeros((2, 10)), (1 / 7, -0.0), "a word", [0.6]]
NO_VALUE = [10**400, float("nan"), [], {}, set(), object(), np.zeros(1000), 1 + 2j, b"", "ABCDEFG", [0] * 10**5, type]


@pytest.mark.parametrize("exercise", EXERCISES)
def test_odd_answers_get_a_short_verdict_without_shapes_arrays_or_sixteen_digits(exercise):
    odd = r"shape|array\(|\('\?',\)|\(\)|a function,|\d\.\d{8}|-0(?![.\d])|\.\.\."
    for value in ODD + NO_VALUE:
        verdict = exercise.check((lambda *_, value=value: value) if callable(exercise.answer) else value)
        assert verdict.kind in (KEEP_WORKING, ALMOST), value
        assert 20 < len(verdict.text) < 500 and "\n" not in verdict.text, (
            f"{value!r} gets {verdict.text!r}: is question= missing in the sheet?"
        )
        if callable(exercise.answer) and any(value is one for one in ODD):
            assert not re.search(odd, verdict.text), verdict.text


def never_ends():
    while True:
        pass


@pytest.mark.parametrize(
    ("lesson", "name", "answer", "says"),
    [
        ("01", "slope", lambda f, w, h: 7, "slope(f, 5, 0.5) with f = (w - 3)² gave 7, and 4.5 was"),
        (
            "05",
            "kind",
            lambda C, w: "maximum" if w < 0 else "neither",
            "kind(C, -2) with C = (w + 2)² + 5 gave 'maximum'",
        ),
        ("02", "slope_line", lambda x: 99, "slope_line(2) gave 99. From x = 2 to x = 3 the line rises from 19 to 26."),
        ("08", "contest", lambda directions: 17, "contest, for 360 arrows of length 1, all around, gave 17"),
        ("03", "step", lambda w, rate: [0.6], "a list of one number; a number was expected"),
        ("08", "with_ones", lambda x: [[1, 2, 3]], "a table of 1 row and 3 columns"),
        ("11", "one_hot", lambda label: [0, 0, 7] + [0.123456] * 7, "number [2] of it is 7"),
        ("03", "step", lambda w, rate: 0.7 if w == 0 else 1 / 0, "step(0, 0.1) gave 0.7, and 0.6 was expected."),
        ("03", "step", lambda w, rate: 0.6 if w == 0 else 1 / 0, "step(6, 0.1) stopped: it divides by 0."),
        ("03", "step", lambda w, rate: 0.7 if w == 0 else never_ends(), "step(0, 0.1) gave 0.7, and 0.6 was expected."),
        ("03", "step", lambda w, rate: never_ends(), "step(0, 0.1) was still running after a second and was stopped."),
    ],
)
def test_the_first_thing_that_differs_is_said(lesson, name, answer, says):
    assert says in load(lesson).judge(name, answer).text


def test_nobody_is_accused_of_what_they_have_not_done():
    assert "as it went in" in load("07").judge("train", lambda w, rate, steps: w).text
    half = load("07").exercise("slope_at_half")
    assert "error were" not in half.check(-0.3775 * 0.6225).text
    assert "0.3775 · 0.3775" in half.check(-0.3775 * 0.3775).text
    assert half.check(0.3775 * 0.3775).text != half.check(-0.3775 * 0.3775).text


def uses_slope_too_early():
    if False:
        slope = 1
    return slope


@pytest.mark.parametrize(
    ("lesson", "name", "answer", "says"),
    [
        ("02", "slope_4x3", lambda x: 12 * x ^ 2, r"uses \^, which is not a power in Python. Write \*\*"),
        ("02", "slope_inside", lambda w: 4 * len([w])(w - 3), r"Write the \*: 2 \* \(w - 3\)"),
        (
            "03",
            "step",
            lambda w, rate: w - float(input("rate? ")),
            r"asks with input\(\).* comes in as w, learning_rate",
        ),
        ("03", "step", lambda w, rate: w - learning_rat, "the name learning_rat, which nobody has made"),  # noqa: F821
        ("03", "step", lambda w, rate: print(w - rate), "printed a value and gave nothing back. Write return where"),
        ("03", "step", lambda w, rate: None, "gave nothing back"),
        ("03", "step", lambda w: w, r"should be def step\(w, learning_rate\)"),
        ("03", "roll", lambda w, rate, steps: uses_slope_too_early(), "uses slope before it has a value"),
        ("03", "roll", lambda w, rate, steps: [w for _ in steps], r"`for t in range\(steps\)`"),
        ("06", "sigmoid", lambda z: 1 / (1 + exp(-z)), r"NumPy has it: np\.exp"),  # noqa: F821
        ("08", "step", lambda w, b, rate: np.column_stack(w, b), "too many or too few arguments"),
        ("10", "delta_hidden", lambda V, delta, h: delta @ V.T, "tables together with @ that do not fit"),
    ],
)
def test_errors_are_said_in_words_and_pythons_own_after_them(lesson, name, answer, says):
    verdict = load(lesson).judge(name, answer)
    assert verdict.kind == KEEP_WORKING and re.search(says, verdict.text), verdict


@pytest.mark.parametrize("given", [..., (..., ...), [..., -2], (4, ...)])
def test_dots_inside_are_not_tried_yet(given):
    assert load("00").judge("knobs", given).kind == NOT_TRIED
    assert load("08").judge("grad", lambda w, b: given).kind == NOT_TRIED


def test_an_answer_that_changes_its_arguments_is_told_so():
    def in_place(outputs, targets):
        targets -= outputs
        return np.mean(0.5 * np.sum(targets**2, axis=1))

    def moves(parameters, gradient, learning_rate):
        parameters -= learning_rate * gradient
        return parameters

    for name, answer, changed in (("cost", in_place, "targets"), ("update", moves, "parameters")):
        verdict = load("11").judge(name, answer)
        assert verdict.kind == ALMOST and f"{name} changes {changed}" in verdict.text


@pytest.mark.parametrize(
    ("lesson", "name", "answer"),
    [
        ("03", "step", lambda w, rate: max(0, w - rate * 2 * (w - 3))),
        ("03", "step", lambda w, rate: abs(w - rate * 2 * (w - 3))),
        ("03", "step", lambda w, rate: round(w - rate * 2 * (w - 3), 2)),
        ("03", "roll", lambda w, rate, steps: max(0, 3 + (w - 3) * (1 - 2 * rate) ** steps)),
        ("03", "roll", lambda w, rate, steps: round(3 + (w - 3) * (1 - 2 * rate) ** steps, 2)),
        ("04", "schedule", lambda t: 0.3 * 0.5 ** (t // 10) if t < 40 else 0),
        ("04", "schedule", lambda t: 0.3 * 0.5 ** min(t // 10, 5)),
    ],
)
def test_what_was_taken_though_wrong(lesson, name, answer):
    assert load(lesson).judge(name, answer).kind != RIGHT


@pytest.mark.parametrize("edge", [0.049, 0.0499, 0.49, 0.4999, 0.51, 0.5001, 0.99, 0.9999, 1.01, 1.0001])
def test_an_edge_of_04_that_lies_aside_is_wrong(edge):
    fate, right = load("04").exercise("fate"), min((0.05, 0.5, 1.0), key=lambda one: abs(one - edge))

    def with_that_edge(rate):
        between = min(edge, right) < rate < max(edge, right)
        return fate.answer(2 * right - rate if between else rate)  # the word of the other side

    assert fate.check(with_that_edge).kind != RIGHT
