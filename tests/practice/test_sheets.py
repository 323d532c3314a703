"""Every exercise tells right from wrong: the right answer, each slip, and whatever else a learner may hand in."""

import re
from pathlib import Path

import pytest

from helpers.practice import sheet
from helpers.practice.runner import run
from helpers.practice.sheets import lessons
from helpers.practice.verdicts import ALMOST, KEEP_WORKING, NOT_TRIED, RIGHT

ROOT = Path(__file__).parents[2]
SHEETS = lessons()
OBJECTIVE = re.compile(r'^    "(\d+\.\d+)":', re.M)
EXERCISES = [pytest.param(e, id=f"{n}-{e.name}") for n in SHEETS for e in sheet(n).exercises]
FUNCTIONS = [param for param in EXERCISES if callable(param.values[0].answer)]
QUESTIONS = [pytest.param(q, id=f"{n}-{q.name}") for n in SHEETS for q in sheet(n).quiz_questions]


@pytest.mark.parametrize("exercise", EXERCISES)
def test_right_answer_is_right(exercise):
    verdict = exercise.check(exercise.answer)
    assert verdict.kind == RIGHT and verdict.text == exercise.right


@pytest.mark.parametrize("exercise", EXERCISES)
def test_every_slip_gets_its_own_hint(exercise):
    assert len(exercise.slips) >= 4
    assert len({slip.hint for slip in exercise.slips}) == len(exercise.slips)
    for slip in exercise.slips:
        for wrong in (slip.answer, *slip.also):
            verdict = exercise.check(wrong)
            assert verdict.text == slip.hint, f"another verdict: {verdict!r}"
            assert verdict.kind == (ALMOST if slip.almost else KEEP_WORKING)
        assert len(slip.hint) > 40, "a hint says what happened and what to look at"


@pytest.mark.parametrize("exercise", FUNCTIONS)
def test_a_slip_is_more_than_an_error(exercise):
    """Whatever ends with the same error in the first case is told the same. Only axis= can make an AxisError."""
    for slip in exercise.slips:
        for wrong in (slip.answer, *slip.also):
            outcome = run(wrong, exercise.cases[:1])
            assert outcome.values or outcome.error.startswith("AxisError"), slip.hint


@pytest.mark.parametrize("exercise", EXERCISES)
def test_what_no_slip_explains_is_answered_with_a_question_or_a_case(exercise):
    if callable(exercise.answer):
        long = [case for case in exercise.cases if len(repr(case)) > 120 and not exercise.case_texts]
        assert not long, f"{exercise.name} has cases that are long to write: name them in its sheet as case_texts="
        assert not exercise.case_texts or len(exercise.case_texts) == len(exercise.cases)
    else:
        assert exercise.question.rstrip().endswith(("?", ".")) and len(exercise.question) > 40, (
            f"{exercise.name}: write in its sheet, as question=, what to ask oneself when no slip explains an answer"
        )


@pytest.mark.parametrize("exercise", EXERCISES)
def test_what_was_not_tried_or_is_of_the_wrong_kind_is_said(exercise):
    assert exercise.check(...).kind == NOT_TRIED
    assert "a function" in exercise.check(1.0 if callable(exercise.answer) else lambda: 1.0).text


@pytest.mark.parametrize("exercise", FUNCTIONS)
def test_what_went_wrong_is_named(exercise):
    assert exercise.check(lambda *_: ...).kind == NOT_TRIED
    assert "ZeroDivisionError: division by zero" in exercise.check(lambda *_: 1 / 0).text
    assert "None" in exercise.check(lambda *_: None).text
    assert f"def {exercise.name}({exercise.parameters})" in exercise.check(lambda: 1.0).text


@pytest.mark.parametrize("question", QUESTIONS)
def test_quiz_questions(question):
    right = [option.text for option in question.options if option.right]
    assert len(right) == 1, f"options without a misconception are right, and there should be one: {right}"
    assert len(question.options) >= 3, "a question needs three options"
    assert len({option.key for option in question.options}) == len(question.options)
    for option in question.options:
        assert len(option.why) > 20


@pytest.mark.parametrize("number", SHEETS)
def test_sheet_is_whole(number):
    practice = sheet(number)
    assert practice.lesson == number
    assert len(practice.exercises) >= 3, "a lesson needs three exercises"
    assert len(practice.bets) >= 2, "a lesson needs two bets"
    for things in (practice.exercises, practice.quiz_questions, practice.bets):
        assert len({thing.name for thing in things}) == len(things)


@pytest.mark.parametrize("number", SHEETS)
def test_every_objective_has_an_exercise_or_a_question(number):
    lesson = next((ROOT / "lessons").glob(f"{number}-*.md")).read_text(encoding="utf-8")
    objectives = set(OBJECTIVE.findall(lesson))
    practice = sheet(number)
    asked = {thing.objective for thing in (*practice.exercises, *practice.quiz_questions)}
    own = {objective for objective in asked if int(objective.split(".")[0]) == int(number)}
    assert objectives - own == set(), "no exercise and no question has objective= one of these"
    assert own - objectives == set(), "the lesson has no such objective"
    if others := asked - own:  # the quiz at the end asks about all lessons before it, too
        texts = [path.read_text(encoding="utf-8") for path in (ROOT / "lessons").glob("*.md")]
        assert others <= {objective for text in texts for objective in OBJECTIVE.findall(text)}
        assert {int(objective.split(".")[0]) for objective in asked} == set(range(int(number) + 1))


@pytest.mark.parametrize("number", SHEETS)
def test_right_options_do_not_always_stand_in_the_same_place(number):
    places = [
        [o["why"].startswith("Right") for o in item["options"]].index(True) for item in sheet(number).quiz().items
    ]
    assert len(set(places)) > 1, f"the right option stands at place {places[0]} in every question"


def test_unknown_names_are_explained():
    with pytest.raises(ValueError, match="lesson must be one of .*'03'.* got '3'"):
        sheet("3")
    with pytest.raises(ValueError, match="no exercise 'stepp'.*'step'"):
        sheet("03").check("stepp", 1)
    with pytest.raises(ValueError, match="no bet 'x'"):
        sheet("03").bet("x", on=None)


def test_a_line_that_is_still_three_dots_is_untried_not_wrong():
    def backprop(W, b, V, c, x, y):
        d = ...
        return (V.T @ d), d

    judge = sheet("10").judge
    assert judge("backprop", backprop).kind == NOT_TRIED
    assert judge("backprop", lambda W, b, V, c, x, y: (W[..., 0], V[...])).kind == KEEP_WORKING


def test_of_several_tables_the_first_that_differs_is_named():
    exercise = sheet("10").exercise("backprop")

    def third(*given):
        e, sums, d, ends = exercise.answer(*given)
        return e, sums, d + 0.1, ends

    text = exercise.check(third).text
    assert "gave 4 results. The first that differs is number 3: it gave [[0.0375, 0.0375], [0.1625, 0.1625]]" in text
    for fewer in (lambda *given: exercise.answer(*given)[0], lambda *given: exercise.answer(*given)[:3]):
        assert "4 results, one after the other, were expected" in exercise.check(fewer).text
