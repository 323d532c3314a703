"""Answers that nobody foresaw: right ones in other forms pass, and wrong ones made by chance do not."""

import ast
import copy
import itertools
import random
import warnings
from fractions import Fraction
from functools import partial

import course
import numpy as np
import pytest
from domains import DOMAINS, inputs
from forms import FORMS
from mutating import mutants

from helpers.core import sigmoid
from helpers.practice import sheet
from helpers.practice.plain import plain
from helpers.practice.verdicts import RIGHT

EXERCISES = {(name, e.name): e for name in course.NAMES for e in sheet(course.number(name)).exercises}
FUNCTIONS = [key for key, exercise in EXERCISES.items() if callable(exercise.answer)]
VALUES = [key for key in EXERCISES if key not in FUNCTIONS]


@pytest.fixture(autouse=True)
def quiet():
    """Wrong answers divide by 0 and overflow; NumPy's warnings about that are not what is asked here."""
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def solved(name, exercise) -> tuple:
    """Return the source of an exercise's folded solution, and the lesson's names with the solution among them."""
    for source in course.solutions(name):
        names = course.setup(name)
        exec(source, names)
        for statement in ast.parse(source).body:
            if isinstance(statement, ast.FunctionDef) and statement.name == exercise:
                return ast.unparse(statement), names
    raise AssertionError(f"no folded solution for {exercise}")


def results(function, asked) -> list:
    """Return what a function gives for each input, or the name of the error that it ends with."""
    found = []
    for arguments in asked:
        try:
            found.append(plain(function(*copy.deepcopy(arguments))))
        except Exception as error:
            found.append(type(error).__name__)
    return found


def equal(one, other) -> bool:
    """Return whether two results are the same number but for rounding, or the same text: stricter than a check."""
    if isinstance(one, str) or isinstance(other, str):
        return one == other
    try:
        return np.shape(one) == np.shape(other) and np.allclose(one, other, rtol=1e-9, atol=1e-12)
    except (TypeError, ValueError):
        return False


def test_every_function_has_a_domain_and_other_forms():
    keys = {(course.number(name), exercise) for name, exercise in FUNCTIONS}
    assert set(DOMAINS) == keys and set(FORMS) == keys


@pytest.mark.parametrize(("name", "exercise"), FUNCTIONS)
def test_one_change_in_a_right_function_makes_a_wrong_one(name, exercise):
    source, names = solved(name, exercise)
    number, size = (60, 20) if exercise == "contest" else (300, 200)  # it walks 480 arrows
    asked = inputs(course.number(name), exercise, size)
    right = results(names[exercise], asked)
    wrong, missed = 0, []
    for mutant in mutants(source, number):
        changed = dict(names)
        exec(mutant, changed)
        passes = EXERCISES[name, exercise].check(changed[exercise]).kind == RIGHT
        same = passes and all(map(equal, results(changed[exercise], asked), right))
        wrong += not same
        missed += [mutant] * (passes and not same)
    assert missed == [], "passes, and gives other results elsewhere: try the exercise on more cases"
    assert wrong >= 20


class Callable:
    """Not a function, and called like one."""

    def __init__(self, function):
        self.function = function

    def __call__(self, *arguments):
        return self.function(*arguments)


def whole(value):
    """A whole number as an int."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


OTHER_RESULTS = {
    "a NumPy scalar or array": lambda value: value if isinstance(value, str) else np.asarray(value)[()],
    "an array, if need be without axes": np.asarray,
    "plain Python": lambda value: np.asarray(value).tolist(),
    "a tuple": lambda value: tuple(value) if np.ndim(value) else value,
    "an int where it is whole": lambda value: whole(np.asarray(value).tolist()),
    "more digits": lambda value: value if isinstance(value, str) else np.longdouble(value),
}


@pytest.mark.parametrize(("name", "exercise"), FUNCTIONS)
def test_a_right_function_in_other_forms_is_right(name, exercise):
    source, names = solved(name, exercise)
    right = names[exercise]
    forms = {form: eval(form, {**names, "np": np}) for form in FORMS[course.number(name), exercise]}
    forms |= {"a lambda": lambda *given: right(*given), "a partial": partial(right), "callable": Callable(right)}
    for what, change in OTHER_RESULTS.items():
        forms[what] = lambda *given, change=change: change(right(*given))
    for what, form in forms.items():
        verdict = EXERCISES[name, exercise].check(form)
        assert verdict.kind == RIGHT, f"{what}: {verdict!r}"


def forms_of(value) -> list:
    """Return a value as other people write it."""
    if isinstance(value, str):
        return [value.lower(), " ".join(value), ", ".join(value), f" {value}\n", "-".join(value), " > ".join(value)]
    if isinstance(value, tuple):
        return [list(value), np.array(value), tuple(map(np.float64, value)), tuple(map(whole, map(float, value)))]
    exact = Fraction(value).limit_denominator(10**12)
    return [float(value), np.float64(value), np.asarray(value), np.longdouble(value), whole(float(value)), exact]


@pytest.mark.parametrize(("name", "exercise"), VALUES)
def test_a_right_value_in_other_forms_is_right(name, exercise):
    for form in forms_of(EXERCISES[name, exercise].answer):
        verdict = EXERCISES[name, exercise].check(form)
        assert verdict.kind == RIGHT, f"{form!r}: {verdict!r}"


def half_square(outputs, targets):
    return np.mean(0.5 * np.subtract(outputs, targets) ** 2)


def rolls(rate):
    """Where seven steps on (w - 3)² lead from 0, each on its own."""
    w = [0.0]
    for _ in range(7):
        w.append(w[-1] - rate * 2 * (w[-1] - 3))
    return np.array(w)


# Where more than one value is right: whether this one is, worked out here in another way than on the sheet.
ALSO_RIGHT = {
    "b": lambda b: half_square(sigmoid(np.array([b, 6 + b])), [0, 1]) < 0.02,
    "knobs": lambda given: half_square(sigmoid(np.array([given[1], sum(given)])), [0, 1]) < 0.02,
    "gentle": lambda rate: 0 < rate < 0.5 and abs(rolls(rate)[-1] - 3) < 0.01,
    "hilltop": lambda w: abs(w - 0.07542915856974822) < 1e-8,
    "two_faced": lambda given: given[1] > 0 and sum(given) > 0,
    "wrong": lambda text: sorted(text.upper()) == ["C", "E"],
}


def other_values(value, tolerance) -> list:
    """Return values near a value and far from it, and others like it in form."""
    chance = random.Random(0)
    if isinstance(value, str):
        orders = ["".join(order) for order in itertools.permutations(value)]
        fewer = [value[:at] + value[at + 1 :] for at in range(len(value))]
        more = [value + letter for letter in "ABCDEFGH"] + [letter + value for letter in "ABCDEFGH"]
        others = ["".join(letters) for letters in itertools.combinations("ABCDEFG", len(value))]
        return [*chance.sample(orders, min(40, len(orders))), *others, *fewer, *more, value * 2]
    if isinstance(value, tuple):
        turned = [tuple(order) for order in itertools.permutations(value)]
        moved = [
            (*value[:at], one, *value[at + 1 :])
            for at in range(len(value))
            for one in other_values(value[at], tolerance)
        ]
        return [*turned, *moved, value[:-1], (*value, 1.0), value[0], [value]]
    factors = [-1, 0, 0.1, 0.5, 2, 10, 100, 0.9, 1.1, 1 - 3 * tolerance, 1 + 3 * tolerance, value]
    return [factor * value for factor in factors] + [value + chance.gauss(0, 2) for _ in range(40)]


@pytest.mark.parametrize(("name", "exercise"), VALUES)
def test_other_values_are_wrong(name, exercise):
    right = EXERCISES[name, exercise].answer
    tolerance = max(EXERCISES[name, exercise].tolerance, 1e-5)
    values = other_values(right, tolerance)
    if exercise in ALSO_RIGHT:
        well_formed = [value for value in values if np.shape(value) == np.shape(right)]
        for value in well_formed:
            passes = EXERCISES[name, exercise].check(value).kind == RIGHT
            assert passes == bool(ALSO_RIGHT[exercise](value)), value
        values = [value for value in values if np.shape(value) != np.shape(right) or not ALSO_RIGHT[exercise](value)]
    else:
        values = [value for value in values if value != right]
    assert len(values) >= 20
    passed = [value for value in values if EXERCISES[name, exercise].check(value).kind == RIGHT]
    assert passed == []
