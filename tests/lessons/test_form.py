"""Every lesson has the whole skeleton, in order, within the limits that keep it readable."""

import re

import course
import pytest

BEGIN, END = ["meta", "setup", "recall", "hook"], ["decide", "quiz", "keypoints", "next"]
MIDDLE = {"bet", "lab", "explain", "worked", "exercise"}
ITEM = re.compile(r"(A([1-9]|[1-3]\d|4[0-5])|B([1-9]|[1-5]\d|6[0-7]))$")
CORRECTION = re.compile(r"E([1-9]|1\d|2[0-8])$")
MISCONCEPTION = re.compile(r"M([1-9]|1\d|2[0-7])$")

# What the two documents of the course say, and which lesson answers for it. Lessons 00, 05, 08, 09 will add the rest.
COVERED = {
    "00": "A1 B1 B2 B4 B5 B6",
    "01": "B21 B23 B25 B26 B27",
    "02": "B53 B66 B67",
    "03": "A23 A25 A26 A28 A29 A30 A31 A33 A38 A39 B20 B22 B23 B24 B30 B52 B53 B54 B55 B56 B57 B58 B59 B60 B61 B62",
    "04": "A32 A41 A42 A43 A45 B41 B42 B43 B44 B45",
    "05": "A39 A44 A45 B27 B28 B59",
    "06": "A3 A4 A5 A6 A7 A8 A9 A12 B7 B8 B9 B12 B13 B14 B15 B16 B17 B18 B19",
    "07": "A1 A2 A10 A11 A12 A13 A14 A15 A16 A17 A18 A19 A20 A21 A22 A23 A24 A25 A27 A28 B3 B65",
    "08": "A24 A33 A34 A35 A36 A37 A38 A40 B29 B31 B32 B33 B34 B35 B36 B37 B38 B39 B40",
    "09": "B10 B11 B32 B46 B47 B48 B49 B50 B51 B63 B64 B65",
}
EXPECTED_MISCONCEPTIONS = {
    "00": {"M17"},
    "01": {"M1", "M2"},
    "02": {"M3"},
    "03": {"M4", "M5", "M7"},
    "04": {"M6", "M9", "M10", "M11"},
    "05": {"M12", "M13"},
    "06": {"M14", "M15", "M16"},
    "07": {"M18", "M19", "M20", "M21", "M27"},
    "08": {"M6", "M8", "M22", "M24", "M25"},
    "09": {"M23", "M24", "M26"},
}


def meta(name):
    return course.lesson(name).metadata["course"]


@pytest.fixture(params=course.NAMES)
def name(request):
    return request.param


def test_metadata_is_whole(name):
    about = meta(name)
    assert about["number"] == course.number(name)
    assert 5 <= about["minutes"] <= 30
    assert about["question"].endswith("?")
    assert about["title"] and len(about["objectives"]) >= 3
    assert all(re.fullmatch(rf"{int(about['number'])}\.\d", key) for key in about["objectives"])


def test_every_statement_it_answers_for_is_listed(name):
    about = meta(name)
    number = about["number"]
    assert all(map(ITEM.match, about["covers"])) and all(map(CORRECTION.match, about["corrects"]))
    assert all(map(MISCONCEPTION.match, about["settles"]))
    assert set(COVERED[number].split()) <= set(about["covers"])
    assert EXPECTED_MISCONCEPTIONS[number] <= set(about["settles"])


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
    assert str(meta(name)["minutes"]) in course.lesson(name).cells[0].source
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


def test_every_lesson_ends_on_the_next_ones_question(name):
    last = course.lesson(name).cells[-1]
    assert course.tags(last) == ["next"] and "## Next" in last.source


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
