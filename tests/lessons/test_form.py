"""Every lesson has the whole skeleton, in order, within the limits that keep it readable."""

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


def test_metadata_is_whole(name):
    about = meta(name)
    assert about["number"] == course.number(name) and re.fullmatch(r"\d\d", about["number"])
    assert 5 <= about["minutes"] <= 35 and about["minutes"] < about["minutes_with_exercises"] <= 120
    assert about["question"].endswith("?")
    assert about["title"] and len(about["objectives"]) >= 3
    assert all(re.fullmatch(rf"{int(about['number'])}\.\d", key) for key in about["objectives"])


def test_parts_stand_in_order(name):
    cells = course.lesson(name).cells
    all_tags = [tag for cell in cells for tag in course.tags(cell)]
    assert all(course.tags(cell) for cell in cells), "every cell says which part of the lesson it belongs to"
    assert set(all_tags) == {*BEGIN, *MIDDLE, *END}
    parts = [next((tag for tag in course.tags(cell) if tag not in MIDDLE), "middle") for cell in cells]
    stages = [*BEGIN, "middle", *END]
    order = [stages.index(part) for part in parts]
    assert order == sorted(order), list(zip(order, parts))
    moved = [cell.source for cell in cells if cell.cell_type == "code" and {"lab", "hook"} & set(course.tags(cell))]
    assert len(moved) >= 2, "at least two things to move"


def test_headings(name):
    text = "\n".join(cell.source for cell in course.lesson(name).cells if cell.cell_type == "markdown")
    text = re.sub(r"```.*?```", "", text, flags=re.S)
    levels = [len(marks) for marks in re.findall(r"^(#+) ", text, re.M)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(deeper <= level + 1 for level, deeper in zip(levels, levels[1:]))
    short, long = meta(name)["minutes"], meta(name)["minutes_with_exercises"]
    said = f"**{short} minutes** to read and to move, **{long} minutes** with every exercise."
    assert said in course.lesson(name).cells[0].source
    assert meta(name)["question"].rstrip("?.") in course.lesson(name).cells[0].source


def test_code_cells_are_short_and_announced(name):
    cells = course.lesson(name).cells
    before = None
    for cell in cells:
        if cell.cell_type == "code":
            assert len(cell.source.splitlines()) <= 15, cell.source
            assert "setup" in course.tags(cell) or (before and before.cell_type == "markdown"), cell.source
        before = cell


def test_display_formulas_are_said_in_words(name):
    for cell in course.lesson(name).cells:
        if cell.cell_type == "markdown":
            for after in re.findall(r"\$\$.+?\$\$\s*(\S+ \S+)", cell.source, re.S):
                assert after == "In words:", cell.source


def test_prose_has_the_tone(name):
    text = " ".join(cell.source for cell in course.lesson(name).cells if cell.cell_type == "markdown")
    text = re.sub(r"```.*?```|\$\$.*?\$\$|`[^`]*`|<[^>]*>", " ", text, flags=re.S)
    banned = r"\b(simply|obviously|utilise|utilize|leverage|delve|as we can see)\b"
    assert not re.search(banned, text, re.I), re.search(banned, text, re.I)
    assert not re.search(r"\w!(\s|$)", text), "no exclamation marks"
    sentences = [s for s in re.split(r"(?<=[.?:])\s+", re.sub(r"^[|#].*$", "", text, flags=re.M)) if len(s.split()) > 3]
    mean = sum(len(s.split()) for s in sentences) / len(sentences)
    assert mean <= 25, mean


def test_tables_have_at_most_eight_columns(name):
    for cell in course.lesson(name).cells:
        for row in re.findall(r"^\|.*\|$", re.sub(r"```.*?```", "", cell.source, flags=re.S), re.M):
            assert row.count("|") <= 9 + row.count("\\|"), row


def test_each_picture_has_alt_text_of_its_own(name):
    alts = []
    for cell in course.notebook(name).cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            assert "image/png" not in data, "JupyterLab drops the alt text of plain image outputs"
            for attributes in re.findall(r"<img ([^>]*)>", data.get("text/html", "")):
                alt = re.search(r'alt="([^"]*)"', attributes).group(1)
                assert 40 <= len(alt) <= 300 and re.search(r"\d", alt), alt
                assert "max-width:100%" in attributes
                assert "<figcaption" in data["text/html"]
                alts.append(alt)
    assert len(alts) >= 3 and len(alts) == len(set(alts))


def test_solutions_are_folded(name):
    for cell in course.lesson(name).cells:
        if "<summary>Solution" in cell.source:
            folded = r"<details><summary>Solution.*?</summary>\n\n```python\n.*?```\n\n</details>"
            assert re.search(folded, cell.source, re.S)
