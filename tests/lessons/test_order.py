"""Learners jump about and run cells again: whatever the order, each cell shows what the notebook shows."""

import random

import course
import pytest
from running import Running, Shell, stored


def sections(name) -> dict:
    """Return the numbers of the code cells by the heading they stand under, without cell 0, which sets up."""
    numbers, numbered = iter(range(len(stored(name)))), {}
    for heading, cells in course.sections(name):
        section = [next(numbers) for _ in course.code(cells)]
        numbered[heading] = [number for number in section if number > 0]
    return {heading: section for heading, section in numbered.items() if section}


SECTIONS = [(name, heading) for name in course.NAMES for heading in sections(name)]


def by_chance(name) -> list:
    """Return the numbers of all code cells: cell 0, then the sections in an order that is not their own."""
    parts = list(sections(name).values())
    order, chance = list(parts), random.Random(1)
    while order == parts:
        chance.shuffle(order)
    return [0, *(number for section in order for number in section)]


@pytest.fixture(autouse=True)
def kernel(tmp_path, monkeypatch, undrawn):
    """A place for the progress, which is kept where a lesson runs, and no shell left behind."""
    monkeypatch.chdir(tmp_path)
    yield
    Shell.clear_instance()


def run(name, numbers):
    """Run these cells in a new kernel and hold each of them against what the notebook shows."""
    running, wanted = Running(name), stored(name)
    for number in numbers:
        shown = running.run(number)
        if shown != wanted[number]:  # not by assert, which would compare pages of HTML letter by letter
            pytest.fail(f"in the order {list(numbers)} cell {number} shows {shown}"[:3000])


@pytest.mark.parametrize(("name", "heading"), SECTIONS)
def test_a_section_alone_after_the_first_cell(name, heading):
    run(name, [0, *sections(name)[heading]])


@pytest.mark.parametrize("name", course.NAMES)
def test_the_sections_in_an_order_of_chance_each_cell_twice_and_then_the_whole_lesson(name):
    order, numbers = by_chance(name), list(range(len(stored(name))))
    assert sorted(order) == numbers != order
    run(name, [*(number for number in order for _ in range(2)), *numbers])
