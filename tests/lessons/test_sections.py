"""Bets and solutions do what the text says, section by section after the first cell; exercises stand untried."""

import re

import course
import pytest
from running import stored

from helpers.practice import sheet
from helpers.practice.questions import Questions
from helpers.practice.verdicts import NOT_TRIED, RIGHT

CHECK = re.compile(r'practice\.check\("([^"]+)"')
FOLD = re.compile("<details><summary>(.*?)</summary>")


@pytest.mark.parametrize("name", course.NAMES)
def test_every_exercise_has_a_folded_solution_that_is_right(name):
    practice = sheet(course.number(name))
    solved = set()
    for source in course.solutions(name):
        names = course.setup(name)
        before = dict(names)
        exec(source, names)
        for exercise in practice.exercises:
            if names.get(exercise.name) is not before.get(exercise.name):
                verdict = practice.judge(exercise.name, names[exercise.name])
                assert verdict.kind == RIGHT, f"{exercise.name}: {verdict!r}"
                solved.add(exercise.name)
    assert solved == {exercise.name for exercise in practice.exercises}


def last_value(source, names):
    """Run a cell and return the value of its last line, as a notebook shows it."""
    *body, last = source.rstrip().splitlines()
    exec("\n".join(body), names)
    return eval(last, names)


@pytest.mark.parametrize("name", course.NAMES)
def test_every_exercise_has_a_folded_hint_before_its_solution(name):
    """One of its own, or one that it shares with those before it, such as "Hint for 5 and 6"."""
    checked, first, shared = [], {}, []
    for cell in course.lesson(name).cells:
        if cell.cell_type == "code":
            checked += CHECK.findall(cell.source)
            continue
        for summary in FOLD.findall(cell.source):
            first.setdefault(checked[-1] if checked else "", summary)
            shared += [summary] if summary.startswith("Hint for") else []
    numbered = dict(re.findall(r'\*\*(\d)\. .*?practice\.check\("([^"]+)"', course.text(name), re.S))
    together = {numbered[number] for number in re.findall(r"\d", " ".join(shared)) if number in numbered}
    own = {exercise for exercise, summary in first.items() if summary.startswith("Hint")}
    assert {exercise.name for exercise in sheet(course.number(name)).exercises} <= own | together


@pytest.mark.parametrize("name", course.NAMES)
def test_every_exercise_stands_untried_in_the_lesson(name):
    asked = [CHECK.search(source) for source in course.code(course.lesson(name).cells)]
    shown = {found.group(1): outputs for found, outputs in zip(asked, stored(name)) if found}
    assert set(shown) == {exercise.name for exercise in sheet(course.number(name)).exercises}
    for exercise, (printed, verdict) in shown.items():
        assert not printed and NOT_TRIED in verdict["text/plain"], f"{exercise}: say make lessons"


@pytest.mark.parametrize("name", course.NAMES)
def test_every_bet_moves_its_lab_and_says_what_it_did(name, undrawn):
    placed = set()
    for cells in course.sections(name):
        shown, sources = [], course.code(cells)
        names = course.setup(name) | {"display": lambda *things: shown.extend(things)}  # noqa: B023
        bets = [at for at, source in enumerate(sources) if "practice.bet(" in source]
        for at, source in enumerate(sources[: max(bets, default=-1) + 1]):
            if at not in bets:
                exec(source, names)
                continue
            lab = last_value(source, names)
            questions = next(thing for thing in shown if isinstance(thing, Questions))
            shown.clear()
            for item in questions.items:
                before = lab.caption
                questions.choose(item["name"], 0)
                reply = questions.replies[item["name"]]
                assert lab.caption != before, f"the bet {item['name']!r} shows what the lab showed already"
                assert item["options"][0]["text"] in reply and lab.caption in reply and item["because"] in reply
                placed.add(item["name"])
    assert placed == {bet.name for bet in sheet(course.number(name)).bets}
