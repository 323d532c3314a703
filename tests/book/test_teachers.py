"""The page for teachers: made from the lessons as they are now, and its plans hold what they say."""

import json
import re

import teachers

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
    assert planned == [number for number in COURSE if number < "11"] and len(doubles) == 10, "the digits are a project"
    for lessons, minutes in doubles:
        assert total("minutes", lessons.split(", ")) < int(minutes) <= 90


def test_hours_are_those_of_all_lessons():
    short, long = (round(total(key) / 60) for key in ("minutes", "minutes_with_exercises"))
    readme = (teachers.ROOT / "README.md").read_text(encoding="utf-8")
    assert f"about {short} hours to read and to move and {long} with every exercise" in " ".join(readme.split())
    assert f"about {short} hours to read and to move, and {long} for one learner" in " ".join(BY_HAND.split())
