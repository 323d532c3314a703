"""The numbers in a lesson's folded solutions: the checker of the exercise refuses another one in their place."""

from functools import cache

import course
from arithmetic import NUMBER, changed

from helpers.practice import sheet
from helpers.practice.verdicts import RIGHT


def tied_by_solutions(name: str, text: str) -> set:
    """Return (start, end) of each number in a right solution that is wrong with another number there."""
    found = [(solution.start(1), refused(name, solution[1])) for solution in course.SOLUTION.finditer(text)]
    return {(at + start, at + end) for at, spans in found for start, end in spans}


@cache
def refused(name: str, source: str) -> frozenset:
    """Return (start, end) of the numbers in a solution that cannot be others."""
    if not is_right(name, source):
        return frozenset()
    mutants = {found.span(): source[: found.start()] + changed(found[0]) for found in NUMBER.finditer(source)}
    return frozenset(span for span, mutant in mutants.items() if not is_right(name, mutant + source[span[1] :]))


def is_right(name: str, source: str) -> bool:
    """Hand in a solution: tell whether it answers an exercise, and each one rightly."""
    names = course.setup(name)
    before = dict(names)
    try:
        exec(source, names)
    except Exception:
        return False
    answered = [e for e in sheet(course.number(name)).exercises if names.get(e.name) is not before.get(e.name)]
    return {exercise.check(names[exercise.name]).kind for exercise in answered} == {RIGHT}
