"""Where an answer leans on a name that the lesson set and the learner changed, the verdict says that."""

import numpy as np
import pytest

from helpers.practice.sheets import load
from helpers.practice.verdicts import ALMOST, KEEP_WORKING, RIGHT

GRAD = """
def grad(w, b):
    a = sigmoid(w * x + b)
    products = (a - y) * a * (1 - a)
    return np.mean(products * x), np.mean(products)
"""
STEP = "def step(w, learning_rate):\n    return {}\n"
ROLL = """
def roll(w, learning_rate, steps):
    for t in range(steps):
        w = step(w, learning_rate)
    return w
"""


def answered(lesson: str, code: str) -> dict:
    """Return a notebook's names after its first cell, as the sheet has them, and after these lines."""
    names = dict(load(lesson).names)
    exec(code, names)
    return names


@pytest.mark.parametrize(
    ("change", "says"), [("x = 1", "x is 1 in this notebook"), ("y = x + 1", "y is [1, 2]"), ("np = 3", "np is")]
)
def test_a_changed_name_is_named(change, says):
    names = answered("08", f"{change}\n{GRAD}")
    verdict = load("08").judge("grad", names["grad"])
    assert verdict.kind == ALMOST and says in verdict.text and "Run the first code cell again" in verdict.text
    assert names[change.split()[0]] is not load("08").names[change.split()[0]], (
        "it is the learner's name, and stays as it is"
    )


def test_an_object_that_was_changed_is_named():
    code = "cost = Network((1, 1)).cost_on([[1.0]], [[1.0]])\n"
    code += "def step(w, b, rate):\n    return [w, b] - rate * cost.gradient([w, b])"
    verdict = load("08").judge("step", answered("08", code)["step"])
    assert verdict.kind == ALMOST and "cost" in verdict.text


def test_a_wrong_answer_stays_wrong_with_or_without_changed_names():
    wrong = GRAD.replace("(a - y)", "(a - y) ** 2")
    assert load("08").judge("grad", answered("08", f"x = 1\n{wrong}")["grad"]).kind == KEEP_WORKING


def test_a_right_answer_is_right_whatever_else_was_changed():
    assert load("08").judge("grad", answered("08", f"cost = 0\n{GRAD}")["grad"]).kind == RIGHT


@pytest.mark.parametrize("returned", ["...", "w + learning_rate * 2 * (w - 3)"])
def test_an_answer_that_uses_another_one_is_told_which(returned):
    names = answered("03", STEP.format(returned) + ROLL)
    verdict = load("03").judge("roll", names["roll"])
    assert verdict.kind == ALMOST and "uses step" in verdict.text and "Mend step first" in verdict.text
    right = answered("03", STEP.format("w - learning_rate * 2 * (w - 3)") + ROLL)
    assert load("03").judge("roll", right["roll"]).kind == RIGHT


def test_a_name_that_is_missing_says_who_makes_it():
    names = {"np": np}
    exec(GRAD, names)
    assert "It is made by the first code cell" in load("08").judge("grad", names["grad"]).text
    names = {}
    exec(ROLL, names)
    assert "It is made by the exercise step" in load("03").judge("roll", names["roll"]).text


def test_an_array_of_the_notebook_that_is_changed_in_place_is_put_back():
    names = answered("08", "def with_ones(v):\n    x[0] = 5\n    return np.column_stack([v, np.ones(len(v))])")
    names["x"] = np.array([0.0, 1.0])
    verdict = load("08").judge("with_ones", names["with_ones"])
    assert verdict.kind == ALMOST and "changes x" in verdict.text
    assert names["x"].tolist() == [0, 1]
