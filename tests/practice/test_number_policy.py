"""One rule for all numbers: rounded to two digits or more is right, and a rounded slip gets its hint."""

import numpy as np
import pytest

from helpers.practice.compare import same_value
from helpers.practice.sheets import lessons, load
from helpers.practice.verdicts import ALMOST, KEEP_WORKING, RIGHT

NUMBERS = [
    pytest.param(exercise, id=f"{lesson}-{exercise.name}")
    for lesson in lessons()
    for exercise in load(lesson).exercises
    if not callable(exercise.answer) and not isinstance(exercise.answer, str)
]
READ_TOLERANCE = [param for param in NUMBERS if not param.values[0].exact and param.values[0].accepts is None]


def rounded(value, digits: int):
    """A number, or each of several, as people write it with so many significant digits."""
    if np.ndim(value):
        return tuple(rounded(one, digits) for one in value)
    return float(f"{value:.{digits}g}")


@pytest.mark.parametrize("exercise", READ_TOLERANCE)
@pytest.mark.parametrize("digits", [2, 3, 4, 6])
def test_a_rounded_value_is_right(exercise, digits):
    assert exercise.check(rounded(exercise.answer, digits)).kind == RIGHT


@pytest.mark.parametrize(
    "exercise", [param for param in READ_TOLERANCE if rounded(param.values[0].answer, 1) != param.values[0].answer]
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


@pytest.mark.parametrize("exercise", READ_TOLERANCE)
def test_what_is_cut_off_is_not_rounded(exercise):
    numbers = [number for number in np.ravel(exercise.answer).tolist() if f"{number:.2g}" != f"{number:.6g}"]
    for number in numbers:
        unit = 10.0 ** (np.floor(np.log10(abs(number))) - 1)
        cut = np.trunc(number / unit) * unit
        if abs(cut - number) > 0.5 * unit * (1 + 1e-9) and np.ndim(exercise.answer) == 0:
            assert "cut off" in exercise.check(cut).text


@pytest.mark.parametrize("exercise", [param for param in NUMBERS if np.ndim(param.values[0].answer) == 0])
def test_a_right_number_as_text_or_in_brackets_is_almost_right(exercise):
    right = rounded(exercise.answer, 12)
    for written in (str(right), str(right).replace(".", ","), f"{exercise.name} = {right}", [right], np.array([right])):
        verdict = exercise.check(written)
        assert verdict.kind == ALMOST and f"{exercise.name} = " in verdict.text, f"{written!r}: {verdict}"


@pytest.mark.parametrize(
    ("lesson", "name", "given", "kind", "says"),
    [
        ("00", "b", "-3", ALMOST, "b = -3"),
        ("00", "b", "-3,0", ALMOST, "b = -3"),
        ("00", "b", "b = -3", ALMOST, "b = -3"),
        ("00", "b", [-3], ALMOST, "b = -3"),
        ("00", "b", (-2, 5), ALMOST, "b = -2.5"),
        ("00", "b", (6, -3), ALMOST, "both knobs"),  # no decimal comma: nothing is below 0 after one
        ("00", "knobs", "5, -2.5", ALMOST, "without quotes: knobs = (5, -2.5)"),
        ("00", "knobs", {4, -2}, ALMOST, "no order"),
        ("03", "nudged", (0, 42, 0, 58), ALMOST, "nudged = (0.42, 0.58)"),
        ("03", "w_3", (1, 272), KEEP_WORKING, "decimal point: w_3 = 1.272. Your step was 0.192"),
        ("03", "w_3", 1.464 + 0j, RIGHT, ""),
        ("03", "w_3", 1.464 + 5j, KEEP_WORKING, ""),
        ("11", "one_hidden_layer", (23, 860), ALMOST, "one_hidden_layer = 23860"),
        ("11", "one_hidden_layer", "23,860", ALMOST, "one_hidden_layer = 23860"),
        ("11", "one_hidden_layer", (23, 820), KEEP_WORKING, "Each of the 40 neurons"),
    ],
)
def test_what_people_write_is_read_and_what_it_means_is_judged(lesson, name, given, kind, says):
    verdict = load(lesson).judge(name, given)
    assert verdict.kind == kind and says in verdict.text, verdict
