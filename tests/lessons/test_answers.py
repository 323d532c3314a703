"""Answers that nobody foresaw: right ones in other forms pass, and wrong ones made by chance do not."""

import ast
import copy
import itertools
import random
import re
import warnings
from fractions import Fraction
from functools import partial

import course
import numpy as np
import pytest
from mutating import mutants

from helpers.core import sigmoid
from helpers.practice import sheet
from helpers.practice.compare import is_several
from helpers.practice.names import names_used
from helpers.practice.plain_data import to_plain_data
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
            found.append(to_plain_data(function(*copy.deepcopy(arguments))))
        except Exception as error:
            found.append(type(error).__name__)
    return found


def equal(one, other) -> bool:
    """Return whether two results are the same number but for rounding, or the same text: stricter than a check."""
    if isinstance(one, str) or isinstance(other, str):
        return one == other
    if is_several(other):
        return is_several(one) and len(one) == len(other) and all(map(equal, one, other))
    try:
        return np.shape(one) == np.shape(other) and np.allclose(one, other, rtol=1e-9, atol=1e-12)
    except (TypeError, ValueError):
        return False


def missing(name, exercise, field, what) -> str:
    """Return what an author is told who left a field of an exercise out: what to add, and where."""
    sheet = f"helpers/practice/sheets/lesson_{course.number(name)}.py"
    text = (course.ROOT / sheet).read_text(encoding="utf-8")
    place = re.search(rf'Exercise\(\s*"{exercise}"', text) or re.search(rf'"{exercise}"', text)
    line = text.count("\n", 0, place.start()) + 1
    return f"lesson {course.number(name)} has an exercise {exercise!r} without {what}: add {field}= at {sheet}:{line}"


@pytest.mark.parametrize(("name", "exercise"), EXERCISES)
def test_every_exercise_brings_what_the_tests_need(name, exercise):
    asked = EXERCISES[name, exercise]
    assert asked.forms, missing(name, exercise, "forms", "right answers in other forms")
    assert asked.inputs or not callable(asked.answer), missing(name, exercise, "inputs", "arguments by chance")
    assert re.search(r"lesson_\d\d\.py:\d+$", missing(name, exercise, "forms", "right answers in other forms"))


@pytest.mark.parametrize("name", course.NAMES)
def test_the_sheet_s_names_are_those_of_the_first_cell(name):
    names, there = sheet(course.number(name)).names, course.setup(name)
    for key, value in names.items():
        assert key in there, f"the first code cell of {name} makes no {key}"
        if isinstance(value, np.ndarray):
            assert np.array_equal(value, there[key]), key
        elif callable(value) or key in ("np", "helpers"):
            assert value is there[key], key
        else:  # a cost: the lesson makes one of its own
            assert np.array_equal(value.gradient(np.array([0.3, 0.5])), there[key].gradient(np.array([0.3, 0.5]))), key


@pytest.mark.parametrize(("name", "exercise"), FUNCTIONS)
def test_the_sheet_knows_the_names_that_the_solution_uses(name, exercise):
    """Or else a learner who changed one is told that the answer is wrong."""
    _, names = solved(name, exercise)
    practice, first = sheet(course.number(name)), course.setup(name)
    used = {used for used in names_used(names[exercise]) if used in first}
    missing = used - set(practice.names) - {other.name for other in practice.exercises}
    assert not missing, f"lesson {course.number(name)}: add {sorted(missing)} to names= of its SHEET"


@pytest.mark.parametrize(("name", "exercise"), FUNCTIONS)
def test_one_change_in_a_right_function_makes_a_wrong_one(name, exercise):
    source, names = solved(name, exercise)
    number, size = (60, 20) if exercise == "contest" else (200, 100)  # it walks 480 arrows
    chance = np.random.default_rng(0)
    asked = [EXERCISES[name, exercise].inputs(chance) for _ in range(size)]
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


def whole(value):
    """A whole number as an int."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def each(change, value):
    """Return a result in another form; of several results, each."""
    return tuple(map(change, value)) if is_several(value) else change(value)


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
    forms = {form: eval(form, {**names, "np": np}) for form in EXERCISES[name, exercise].forms}
    forms |= {"a lambda": lambda *given: right(*given), "a partial": partial(right)}
    for what, change in OTHER_RESULTS.items():
        forms[what] = lambda *given, change=change: each(change, right(*given))
    for what, form in forms.items():
        verdict = EXERCISES[name, exercise].check(form)
        assert verdict.kind == RIGHT, f"{what}: {verdict!r}"


def forms_of(value) -> list:
    """Return a value as other people write it."""
    if isinstance(value, str):
        numbered = [f"{at}{letter}" for at, letter in enumerate(value, 1)]
        joined = [between.join(value) for between in (" ", ", ", "-", " > ", "/")]
        return [value.lower(), *joined, f" {value}\n", list(value), " ".join(numbered), ", ".join(reversed(numbered))]
    if isinstance(value, tuple):
        return [list(value), np.array(value), tuple(map(np.float64, value)), tuple(map(whole, map(float, value)))]
    exact = Fraction(value).limit_denominator(10**12)
    return [float(value), np.float64(value), np.asarray(value), np.longdouble(value), whole(float(value)), exact]


@pytest.mark.parametrize(("name", "exercise"), VALUES)
def test_a_right_value_in_other_forms_is_right(name, exercise):
    names = {**course.setup(name), "np": np}
    others = [eval(form, names) for form in EXERCISES[name, exercise].forms]
    for form in forms_of(EXERCISES[name, exercise].answer) + others:
        verdict = EXERCISES[name, exercise].check(form)
        assert verdict.kind == RIGHT, f"{form!r}: {verdict!r}"


def half_square(outputs, targets):
    return np.mean(0.5 * np.subtract(outputs, targets) ** 2)


def rolls(rate):
    """Where five steps on (w - 3)² lead from 0, each on its own."""
    w = [0.0]
    for _ in range(5):
        w.append(w[-1] - rate * 2 * (w[-1] - 3))
    return np.array(w)


# Where more than one value is right: whether this one is, worked out here in another way than on the sheet.
ALSO_RIGHT = {
    "b": lambda b: half_square(sigmoid(np.array([b, 6 + b])), [0, 1]) < 0.02,
    "knobs": lambda given: given[0] != 6 and half_square(sigmoid(np.array([given[1], sum(given)])), [0, 1]) < 0.02,
    "gentle": lambda rate: 0 < rate < 0.5 and abs(rolls(rate)[-1] - 3) < 0.01,
    "hilltop": lambda w: abs(w - 0.07542915856974822) < 1e-8,
    "first_only": lambda given: (
        max(1 / (1 + np.exp(-np.array([given[2], given[1] + given[2], sum(given)])))) < 0.1
        and given[0] + given[2] > np.log(9)
    ),
    "two_faced": lambda given: given[1] > 0 and sum(given) > 0,
    "wrong": lambda text: sorted(text.upper()) == ["C", "E"],
}


def other_values(value) -> list:
    """Return other values, too far away to be rounded, and others like it in form."""
    chance = random.Random(0)
    if isinstance(value, str):
        orders = ["".join(order) for order in itertools.permutations(value)]
        fewer = [value[:at] + value[at + 1 :] for at in range(len(value))]
        more = [value + letter for letter in "ABCDEFGH"] + [letter + value for letter in "ABCDEFGH"]
        others = ["".join(letters) for letters in itertools.combinations("ABCDEFG", len(value))]
        return [*chance.sample(orders, min(40, len(orders))), *others, *fewer, *more, value * 2]
    if isinstance(value, tuple):
        turned = [tuple(order) for order in itertools.permutations(value)]
        moved = [(*value[:at], one, *value[at + 1 :]) for at in range(len(value)) for one in other_values(value[at])]
        return [*turned, *moved, value[:-1], (*value, 1.0), value[0], [value]]
    factors = [-1, 0, 0.1, 0.5, 2, 10, 100, 0.9, 1.1, value]
    return [factor * value for factor in factors] + [value + chance.gauss(0, 2) for _ in range(40)]


@pytest.mark.parametrize(("name", "exercise"), VALUES)
def test_other_values_are_wrong(name, exercise):
    """A number that is nearly right is looked at in tests/practice/test_number_policy.py."""
    right = EXERCISES[name, exercise].answer
    is_right = ALSO_RIGHT.get(exercise, lambda value: value == right)
    values = other_values(right)
    passed = [EXERCISES[name, exercise].check(value).kind == RIGHT for value in values]
    wanted = [np.shape(value) == np.shape(right) and bool(is_right(value)) for value in values]
    assert [pair for pair in zip(values, passed, wanted) if pair[1] != pair[2]] == []
    assert wanted.count(False) >= 20
