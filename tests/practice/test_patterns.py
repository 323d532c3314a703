"""What all results have in common is a fact about them, and said only where it holds."""

import numpy as np
import pytest

from helpers.practice.patterns import pattern, pattern_of_value
from helpers.practice.sheets import load

CASES = ((0.0, 0.1), (6.0, 0.1), (1.08, 0.25))
WANTED = (0.6, 5.4, 2.04)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda right: -right, "Everywhere the sign is the other one."),
        (lambda right: 1.0004 * right, "is something rounded on the way?"),
        (lambda right: 2 * right, "Everywhere it is twice what it should be."),
        (lambda right: -right / 2, "Everywhere it is half what it should be, and the sign is the other one."),
        (lambda right: right + 3, "Everywhere it is 3 too large."),
        (lambda right: right - 0.5, "Everywhere it is 0.5 too small."),
        (lambda right: 1 / right, "a fraction is turned over"),
        (lambda right: right**2, "the square of what it should be"),
        (lambda right: 7.0, "It gives the same value whatever comes in."),
        (lambda right: [right, 0.0], "One number is asked, and it is their sum."),
        (lambda right: [right - 1, right + 1.0], "One number is asked, and it is their mean."),
        (lambda right: right if right > 1 else 0.5, ""),
        (lambda right: "a word", ""),
        (lambda right: float("nan"), "It gives the same value whatever comes in."),
        (lambda right: None, ""),
        (lambda right: [[1], [2, 3]], ""),
    ],
)
def test_results_that_have_something_in_common(change, says):
    found = pattern(tuple(map(change, WANTED)), WANTED, CASES, ["w", "learning_rate"])
    assert says in found and bool(says) == bool(found)


def test_rows_and_arguments():
    tables = (np.array([[0.0, 1], [2, 1]]), np.array([[3.0, 1], [4, 1], [5, 1]]))
    arguments = ((np.array([0.0, 2]),), (np.array([3.0, 4, 5]),))
    assert pattern(tuple(table.T for table in tables), tables, arguments, ["x"]) == "Rows and columns are exchanged."
    rows = ([1, 0, 0], [0, 1, 0])
    assert pattern(([1, 0, 0, 0], [0, 1, 0, 0]), rows, ((0,), (1,)), ["label"]) == "There is always one too many."
    assert (
        pattern(([[1, 0, 0]], [[0, 1, 0]]), rows, ((0,), (1,)), ["label"]) == "There is one pair of brackets too many."
    )
    assert pattern((0.0, 6.0, 1.08), WANTED, CASES, ["w", "learning_rate"]) == "It gives back w as it came in."


def test_values():
    assert pattern_of_value(-2.52, 2.52) == "The size is right, the sign is not."
    assert pattern_of_value(25.2, 2.52) == "The digits are right, and the decimal point is not."
    assert pattern_of_value(1 / 2.52, 2.52).startswith("It is 1 divided by")
    assert pattern_of_value((0.58, 0.42), (0.42, 0.58)) == "The numbers are right, and they stand in another order."
    assert pattern_of_value((0.42, -0.58), (0.42, 0.58)) == "The sizes are right, and a sign is not."
    assert pattern_of_value(1.7, 2.52) == pattern_of_value("a text", 2.52) == pattern_of_value(None, 2.52) == ""


def test_an_answer_that_is_right_for_some_cases_is_told_which():
    text = load("11").judge("cost", lambda outputs, targets: 1.25 if len(outputs) == 1 else 7.5).text
    assert text.endswith("It is right for one picture, all ten outputs 0.5.")
