"""One rule for all numbers: rounded to two digits or more is right, and a rounded slip gets its hint."""

import numpy as np
import pytest

from helpers.practice.compare import same_value
from helpers.practice.sheets import lessons, load
from helpers.practice.verdicts import ALMOST, RIGHT

NUMBERS = [
    pytest.param(exercise, id=f"{lesson}-{exercise.name}")
    for lesson in lessons()
    for exercise in load(lesson).exercises
    if not callable(exercise.answer) and not isinstance(exercise.answer, str)
]
READ = [param for param in NUMBERS if not param.values[0].exact and param.values[0].accepts is None]


def rounded(value, digits: int):
    """A number, or each of several, as people write it with so many significant digits."""
    if np.ndim(value):
        return tuple(rounded(one, digits) for one in value)
    return float(f"{value:.{digits}g}")


@pytest.mark.parametrize("exercise", READ)
@pytest.mark.parametrize("digits", [2, 3, 4, 6])
def test_a_rounded_value_is_right(exercise, digits):
    assert exercise.check(rounded(exercise.answer, digits)).kind == RIGHT


@pytest.mark.parametrize(
    "exercise", [param for param in READ if rounded(param.values[0].answer, 1) != param.values[0].answer]
)
def test_one_digit_is_almost_right_unless_it_is_all_there_is(exercise):
    one = rounded(exercise.answer, 1)
    if not same_value(one, exercise.answer):
        verdict = exercise.check(one)
        assert verdict.kind == ALMOST and "one digit" in verdict.text


@pytest.mark.parametrize("exercise", NUMBERS)
def test_a_rounded_slip_gets_its_hint_and_is_never_right(exercise):
    """Where it could not be told from a right one, or from another slip, the exercise needs other numbers."""
    for slip in exercise.slips:
        for wrong in (slip.answer, *slip.also):
            if isinstance(wrong, (int, float, tuple)) and np.shape(wrong) == np.shape(exercise.answer):
                for digits in (2, 3, 4):
                    verdict = exercise.check(rounded(wrong, digits))
                    if not exercise.exact or rounded(wrong, digits) != exercise.answer:
                        assert verdict.kind != RIGHT, f"{rounded(wrong, digits)} is a slip, and right when rounded"
                    if not exercise.exact and exercise.accepts is None:
                        assert verdict.text == slip.hint, rounded(wrong, digits)


@pytest.mark.parametrize("exercise", READ)
def test_what_is_cut_off_is_not_rounded(exercise):
    numbers = [number for number in np.ravel(exercise.answer).tolist() if f"{number:.2g}" != f"{number:.6g}"]
    for number in numbers:
        unit = 10.0 ** (np.floor(np.log10(abs(number))) - 1)
        cut = np.trunc(number / unit) * unit
        if abs(cut - number) > 0.5 * unit * (1 + 1e-9) and np.ndim(exercise.answer) == 0:
            assert "cut off" in exercise.check(cut).text


NUMBER_FORMS = [("'-3'", "-3"), ("'-3,0'", "-3"), ("[-3]", "-3"), ("(-2, 5)", "-2.5"), ("'b = -3'", "-3")]


@pytest.mark.parametrize(("written", "meant"), NUMBER_FORMS)
def test_a_number_in_another_dress_gets_the_same_verdict_everywhere(written, meant):
    b = load("00").judge("b", eval(written))
    assert b.kind == ALMOST and f"b = {meant}" in b.text
    for param in NUMBERS:
        exercise = param.values[0]
        if np.ndim(exercise.answer) == 0:
            right = rounded(exercise.answer, 12)
            for dress in (
                str(right),
                [right],
                np.array([right]),
                f"{exercise.name} = {right}",
                str(right).replace(".", ","),
            ):
                verdict = exercise.check(dress)
                assert verdict.kind == ALMOST and f"{exercise.name} = " in verdict.text, f"{dress!r}: {verdict}"


def test_a_decimal_comma_is_named_and_what_it_meant_is_judged():
    assert "nudged = (0.42, 0.58)" in load("03").judge("nudged", (0, 42, 0, 58)).text
    assert load("03").judge("nudged", (0, 42, 0, 58)).kind == ALMOST
    wrong = load("03").judge("w_3", (1, 272)).text
    assert "decimal point: w_3 = 1.272" in wrong and "factor 2" in wrong, "and the slip it is"
    assert "both knobs" in load("00").judge("b", (6, -3)).text, "no decimal comma: nothing is below 0 after one"


def test_a_complex_number_is_not_its_real_part():
    assert load("03").judge("w_3", 1.464 + 0j).kind == RIGHT != load("03").judge("w_3", 1.464 + 5j).kind


def test_a_comma_after_thousands_is_no_decimal_comma():
    for written in ((23, 860), "23,860", "one_hidden_layer = 23,860"):
        verdict = load("11").judge("one_hidden_layer", written)
        assert verdict.kind == ALMOST and "one_hidden_layer = 23860" in verdict.text, verdict
    assert "Each of the 40 neurons" in load("11").judge("one_hidden_layer", (23, 820)).text, "and the slip it is"


def test_a_set_has_no_order():
    assert "no order" in load("00").judge("knobs", {4, -2}).text
