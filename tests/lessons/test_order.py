"""Learners jump about and run cells again: whatever the order, cells show what the notebook shows, and numbers fit."""

import course
import lesson_text
import pytest
from expression_values import Names
from IPython.core.interactiveshell import InteractiveShell
from running import Running, stored


def from_the_last(name) -> list:
    """Return the numbers of the code cells: cell 0, which sets up, then the sections from the last to the first."""
    numbers = iter(range(len(stored(name))))
    sections = [[next(numbers) for _ in course.code(cells)] for cells in course.sections(name)]
    return [0, *(number for section in reversed(sections) for number in section if number > 0)]


@pytest.fixture(autouse=True)
def kernel(tmp_path, monkeypatch, undrawn):
    """A place for the progress, which is kept where a lesson runs, and no shell left behind."""
    monkeypatch.chdir(tmp_path)
    yield
    InteractiveShell.clear_instance()


def run(name, numbers):
    """Run these cells in a new kernel, each twice; yield each number, what it showed, and the values of expressions.

    An expression is evaluated where it stands, after the last cell above it; or at the end, if it looks back on cells
    of an earlier section, which run later here.
    """
    text, running, names, left = course.text(name), Running(name), None, []
    for number in numbers:
        shown = [running.run(number) for _ in range(2)]
        cells = running.shell.user_ns
        names = names or Names(lesson_text.own_names(text), cells)
        left += [one for one in lesson_text.inlines(text) if one.cell == number + 1]
        values, waiting = [], []
        for one in left:
            try:
                values.append((one, names.value(one.expression, cells)))
            except NameError:
                waiting.append(one)
        left = waiting
        yield number, shown, values
    assert left == [], "names that no cell makes"


@pytest.mark.parametrize("name", course.NAMES)
def test_the_sections_from_the_last_to_the_first_each_cell_twice(name):
    """So that each section runs after the first cell alone; nbval runs them in their own order."""
    order, wanted, evaluated = from_the_last(name), stored(name), 0
    assert sorted(order) == list(range(len(wanted)))
    for number, shown, values in run(name, order):
        if shown != [wanted[number]] * 2:  # not by assert, which would compare pages of HTML letter by letter
            pytest.fail(f"cell {number} shows {shown}"[:3000])
        for one, value in values:
            assert lesson_text.wrong_number(one, value) == "", "say: make lessons"
        evaluated += len(values)
    assert evaluated == len(lesson_text.inlines(course.text(name)))
    assert list(lesson_text.without_expression(course.text(name))) == [], "say: make lessons"
