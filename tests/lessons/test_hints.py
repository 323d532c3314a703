"""Every exercise has a folded hint, and the first fold says what to do when the first cell was not run."""

import re

import course
import pytest

from helpers.practice import sheet

CHECK = re.compile(r'practice\.check\("([^"]+)"')
FOLD = re.compile(r"<details><summary>(.*?)</summary>\n\n(.*?)\n\n</details>", re.S)


def folds(name: str) -> list:
    """Return (exercise checked last, summary, text) for each fold of a lesson, in order."""
    last, found = None, []
    for cell in course.lesson(name).cells:
        if cell.cell_type == "code":
            checked = CHECK.search(cell.source)
            last = checked.group(1) if checked else last
        else:
            found += [(last, summary, text) for summary, text in FOLD.findall(cell.source)]
    return found


@pytest.mark.parametrize("name", course.NAMES)
def test_every_exercise_has_a_hint_before_its_solution(name):
    for exercise in sheet(course.number(name)).exercises:
        own = [summary for last, summary, _ in folds(name) if last == exercise.name]
        assert own[:1] and own[0].startswith("Hint") or exercise.name in shared(name), (
            f"lessons/{name}.md: put <details><summary>Hint</summary> after the check of {exercise.name}"
        )


def shared(name: str) -> set:
    """Return the exercises that share a hint with those after them, such as "Hint for 5 and 6"."""
    numbered = re.findall(r'\*\*(\d)\. .*?practice\.check\("([^"]+)"', _text(name), re.S)
    together = " ".join(summary for _, summary, _ in folds(name) if summary.startswith("Hint for"))
    return {exercise for number, exercise in numbered if number in together}


def _text(name) -> str:
    return (course.ROOT / f"lessons/{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", course.NAMES)
def test_the_first_fold_says_what_a_missing_name_means(name):
    _, summary, text = folds(name)[0]
    assert "NameError" in summary + text and "the first" in text and "run" in text.lower(), summary


@pytest.mark.parametrize("name", course.NAMES[1:])
def test_the_first_code_cell_says_what_it_is_for(name):
    cells = course.lesson(name).cells
    first = next(at for at, cell in enumerate(cells) if cell.cell_type == "code")
    assert cells[first - 1].source.rstrip().endswith("and checks your answers."), cells[first - 1].source[-200:]


@pytest.mark.parametrize("name", course.NAMES)
def test_a_name_that_the_first_cell_makes_is_missing_without_it(name):
    """As the fold says: Python's word is NameError, and the name is one of the first cell's."""
    check = next(source for source in course.code(course.lesson(name).cells) if CHECK.search(source))
    with pytest.raises(NameError) as error:
        exec(check, {})
    assert error.value.name in course.setup(name)
