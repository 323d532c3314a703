"""Every lesson has the whole skeleton, in order, within the limits that keep it readable; together they cover all."""

import re

import course
import pytest

BEGIN, END = ["meta", "setup", "recall", "hook"], ["decide", "quiz", "keypoints", "next"]
MIDDLE = {"bet", "lab", "explain", "worked", "exercise"}


def meta(name):
    return course.lesson(name).metadata["course"]


@pytest.fixture(params=course.NAMES)
def name(request):
    return request.param


# A1 to A45 are the statements of a question on a forum and its answers, B1 to B67 those of a set of lecture notes,
# E1 to E28 what a careful course corrects in them, M1 to M39 the mistaken ideas that learners bring along.
@pytest.mark.parametrize(
    ("key", "ends"), [("covers", {"A": 45, "B": 67}), ("corrects", {"E": 28}), ("settles", {"M": 39})]
)
def test_the_lessons_together_answer_for_everything(key, ends):
    found = {item for name in course.NAMES for item in meta(name).get(key, ())}
    assert found == {f"{letter}{number}" for letter, end in ends.items() for number in range(1, end + 1)}


def test_metadata_is_whole(name):
    about, first = meta(name), course.lesson(name).cells[0].source
    assert re.fullmatch(r"\d\d", about["number"]) and about["number"] == course.number(name)
    assert 5 <= about["minutes"] <= 35 and about["minutes"] < about["minutes_with_exercises"] <= 120
    assert about["title"] and about["question"].endswith("?")
    assert about["question"].rstrip("?") in first, "the first cell asks the question of the front matter"
    assert len(about["objectives"]) >= 3, "three objectives at least"
    assert all(re.fullmatch(rf"{int(about['number'])}\.\d", key) for key in about["objectives"])
    said = "**{minutes} minutes** to read and to move, **{minutes_with_exercises} minutes** with every exercise."
    assert said.format(**about) in first, "the first cell says how long it takes, in these words"


def test_parts_stand_in_order(name):
    cells = course.lesson(name).cells
    all_tags = [tag for cell in cells for tag in course.tags(cell)]
    assert all(course.tags(cell) for cell in cells), "every cell says which part of the lesson it belongs to"
    assert {*BEGIN, *MIDDLE, *END} - set(all_tags) == set(), "no cell has one of these tags"
    assert set(all_tags) - {*BEGIN, *MIDDLE, *END} == set(), "no lesson has such a tag"
    parts = [next((tag for tag in course.tags(cell) if tag not in MIDDLE), "middle") for cell in cells]
    stages = [*BEGIN, "middle", *END]
    order = [stages.index(part) for part in parts]
    assert order == sorted(order), list(zip(order, parts))
    moved = [cell.source for cell in cells if cell.cell_type == "code" and {"lab", "hook"} & set(course.tags(cell))]
    assert len(moved) >= 2, "at least two things to move"


def test_headings_leave_out_no_level(name):
    text = re.sub(r"```.*?```", "", "\n".join(course.prose(name)), flags=re.S)
    levels = [len(marks) for marks in re.findall(r"^(#+) ", text, re.M)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(deeper <= level + 1 for level, deeper in zip(levels, levels[1:]))


def test_code_cells_are_short_and_announced(name):
    cells = course.lesson(name).cells
    for before, cell in zip(cells, cells[1:]):
        if cell.cell_type == "code":
            assert len(cell.source.splitlines()) <= 15, cell.source
            assert "setup" in course.tags(cell) or before.cell_type == "markdown", cell.source


def test_display_formulas_are_said_in_words(name):
    """For those who do not read formulas yet, and those who hear the page."""
    after = re.findall(r"\$\$.+?\$\$\s*(\S+ \S+)", "\n".join(course.prose(name)), re.S)
    assert set(after) <= {"In words:"}


def test_the_first_fold_says_what_a_missing_name_means(name):
    fold = re.search(r"<details>.*?</details>", "\n".join(course.prose(name)), re.S)
    assert fold and "NameError" in fold[0] and "the first" in fold[0] and "run" in fold[0].lower(), (
        "the first fold says that a NameError means to run the first cell"
    )


def test_each_picture_has_alt_text_of_its_own(name):
    alts = []
    for cell in course.notebook(name).cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            assert "image/png" not in data, "JupyterLab drops the alt text of plain image outputs"
            alts += re.findall(r'<img [^>]*alt="([^"]*)"', data.get("text/html", ""))
    assert all(40 <= len(alt) <= 300 and re.search(r"\d", alt) for alt in alts), alts
    assert len(alts) >= 3, "three pictures at least, those of labs included"
    assert len(alts) == len(set(alts)), "two pictures have the same caption"
