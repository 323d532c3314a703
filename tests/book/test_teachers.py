"""The page for teachers: made from the lessons as they are now, and its plans hold what they say."""

import json
import re

import teachers

from helpers import Parabola, gradient_descent, sigmoid

TEXT = teachers.PAGE.read_text(encoding="utf-8")
BY_HAND = TEXT.partition(teachers.MARK)[0]
NOTEBOOKS = sorted((teachers.ROOT / "notebooks").glob("[0-9]*.ipynb"))
COURSE = {path.name[:2]: json.loads(path.read_text(encoding="utf-8"))["metadata"]["course"] for path in NOTEBOOKS}


def test_page_is_in_step_with_the_lessons():
    assert teachers.page() == TEXT, "say: make lessons"


def total(key, numbers=tuple(COURSE)):
    return sum(COURSE[number][key] for number in numbers)


def test_five_weeks_take_the_lessons_in_their_order_and_each_fits_a_double_lesson():
    doubles = re.findall(r"^\| \d? ?\| ([\d, ]+) \| (\d+) \|", BY_HAND, re.MULTILINE)
    planned = [number for lessons, _ in doubles for number in lessons.split(", ")]
    assert planned == list(COURSE)[:-1] and len(doubles) == 10, "the last lesson is a project"
    for lessons, minutes in doubles:
        assert total("minutes", lessons.split(", ")) < int(minutes) <= 90


def test_hours_are_those_of_all_lessons():
    short, long = (round(total(key) / 60) for key in ("minutes", "minutes_with_exercises"))
    readme = (teachers.ROOT / "README.md").read_text(encoding="utf-8")
    assert f"about {short} hours to read and to move and {long} with every exercise" in " ".join(readme.split())
    assert f"about {short} hours to read and to move, and {long} for one learner" in " ".join(BY_HAND.split())


def test_ninety_minutes_go_on_and_end():
    plan = BY_HAND.split("## 90 minutes")[1].split("## ")[0]
    begins = [int(minute) for minute in re.findall(r"^\| (\d+) \|", plan, re.MULTILINE)]
    assert begins == sorted(set(begins)) and begins[0] == 0 and begins[-1] < 90


def test_numbers_of_the_plans():
    def after(start, learning_rate, steps):
        return gradient_descent(Parabola(minimum=3), start, learning_rate, steps).parameters[1:].round(6).tolist()

    assert after(6.0, 0.1, 1) == [5.4] and "at rate 0.1: where next? (5.4)" in BY_HAND
    assert after(5.0, 0.1, 1) == [4.6] and "at rate 0.1 (4.6)" in BY_HAND
    assert after(5.0, 0.9, 1) == [1.4] and "at 0.9 (1.4)" in BY_HAND
    assert round((1.5 - 2.1) / (2 - 0.5), 6) == -0.4 and "at w = 2? (-0.4)" in BY_HAND
    error = 0.12 - 1
    assert (error, round(error**2 / 2, 2)) == (-0.88, 0.39) and "error, loss? (-0.88, 0.39)" in BY_HAND
    assert after(0.0, 1.1, 2) == [6.6, -1.32] and "after two? (6.6, -1.32)" in BY_HAND
    assert sigmoid(0.0) == 0.5 and "(σ(0) is 0.5, whatever w is)" in BY_HAND
