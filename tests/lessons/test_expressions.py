"""Every number in a lesson's text that follows from something is what its expression gives, after the cells above it."""

import course
import lesson_text
import pytest
from expression_values import Names
from running import Running, Shell

import helpers


def values(name) -> list:
    """Run a lesson, and return what each expression of its text gives at its place."""
    text, running, found = course.text(name), Running(name), []
    inlines = lesson_text.inlines(text)
    for number in range(len(running.sources)):
        running.run(number)
        cells = running.shell.user_ns
        names = names if number else Names(lesson_text.own_names(text), cells)
        found += [names.value(one.expression, cells) for one in inlines if one.cell == number + 1]
    return found


@pytest.fixture(autouse=True)
def kernel(tmp_path, monkeypatch, undrawn):
    """A place for the progress, which is kept where a lesson runs, and no shell left behind."""
    monkeypatch.chdir(tmp_path)
    yield
    Shell.clear_instance()


def misfits(name, inlines=None) -> list:
    """Return what is wrong with a lesson's numbers."""
    inlines = inlines or lesson_text.inlines(course.text(name))
    return list(filter(None, map(lesson_text.misfit, inlines, values(name))))


CLAIMED = {path.stem[-2:] for path in (course.ROOT / "tests/lessons/claims").glob("*.py")}


@pytest.mark.parametrize("name", [name for name in course.NAMES if course.number(name) not in CLAIMED])
def test_each_number_is_what_its_expression_gives(name):
    text = course.text(name)
    inlines, found = lesson_text.inlines(text), values(name)
    assert [*filter(None, map(lesson_text.misfit, inlines, found)), *lesson_text.bare(text)] == [], "say: make lessons"
    assert len(found) == len(inlines) > 20
    others = [one._replace(written=other_number(one.written)) for one in inlines]
    assert [one for one, value in zip(others, found) if not lesson_text.misfit(one, value)] == []


def other_number(written: str) -> str:
    """Return another number, as a slip of the pen would make it: 0.6 becomes 0.7."""
    if written in lesson_text.WORDS:
        return "twelve"
    digits, dot, power = written.partition(" · ")
    return digits[:-1] + str((int(digits[-1]) + 1) % 10) + dot + power


def test_another_core_makes_numbers_wrong(monkeypatch):
    descend = helpers.gradient_descent

    def too_far(cost, start, learning_rate, steps):
        """Take steps of twice the length."""
        return descend(cost, start, 2 * learning_rate, steps)

    monkeypatch.setattr(helpers, "gradient_descent", too_far)
    wrong = misfits(course.named("03"))
    assert len(wrong) > 10 and any("-4.8 stands there, and slopes[1] gives -3.6" in fault for fault in wrong), wrong
