"""A result travels as text; a class's results become one table; nothing in them is run or lost silently."""

import base64
import csv
import io
import random
import textwrap

import grades
import nbformat
import pytest
import quizzes
import without_solutions

from helpers.practice import progress
from helpers.practice.progress_report import ProgressReport
from helpers.practice.quiz import Option, Question
from helpers.practice.result import DamagedResult, read_results, result_text
from helpers.practice.sheets import lessons, load
from helpers.practice.spreadsheet import as_csv


@pytest.fixture
def noted(tmp_path):
    """Return a progress: one exercise right at the third try, one wrong by the minus, one quiz question right."""
    minus = next(slip.key for slip in load("03").exercise("step").slips if slip.misconception == "M4")
    for verdict, key in (("keep working", minus), ("keep working", minus), ("right", "")):
        progress.note("rolling-down", "exercise step", verdict, key, folder=tmp_path)
    progress.note("rolling-down", "exercise w_3", "almost", folder=tmp_path)
    progress.note("rolling-down", f"question {load('03').quiz_questions[0].name}", folder=tmp_path)
    return progress.load_records(tmp_path)


def as_mailed(text: str) -> str:
    """Return a text as an answer to a mail quotes it, its lines broken."""
    lines = [part for line in text.splitlines() for part in textwrap.wrap(line, 40) or [""]]
    return "Hello,\r\nmy result:\r\n" + "\r\n".join(f"> {line}" for line in lines) + "\r\nBye"


def test_a_result_survives_a_mail(noted):
    text = result_text("  Zoë   O'Brien-Müller ", noted)
    for sent in (text, as_mailed(text), as_mailed(as_mailed(text))):
        (result,) = read_results(sent)
        assert result.name == "Zoë O'Brien-Müller" and list(result.exercises) == ["03"]
        assert (result.exercises["03"]["step"], result.exercises["03"]["w_3"]) == (3, None)
        assert result.quizzes == {"03": (1, len(load("03").quiz_questions))} and result.misconceptions == {"M4": 2}
    assert len(read_results(text + as_mailed(text))) == 2


@pytest.mark.parametrize("name", ["", "   ", "a" * 61, "name: x"])
def test_a_name_that_is_none_is_asked_for_again(tmp_path, name):
    page = ProgressReport(tmp_path)
    page.receive({"name": name})
    assert "Type your name first" in page.note and page.result == ""
    page.receive({"name": "Ana"})
    assert page.note == "" and read_results(page.result)[0].name == "Ana"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda text: text.replace("step 3", "step 1"), "its checksum does not fit"),
        (lambda text: text.replace("checked:", ""), "there is no whole result in it"),
        (lambda text: text[: len(text) // 2], "there is no whole result in it"),
        (lambda text: "Dear teacher, I was ill.", "there is no whole result in it"),
        (lambda text: text + text[:100], "one of its results is not whole"),
    ],
)
def test_a_damaged_result_says_what_is_wrong(noted, change, said):
    with pytest.raises(DamagedResult, match=said):
        read_results(change(result_text("Ana", noted)))


def test_a_class_becomes_a_table(noted, tmp_path, capsys, monkeypatch):
    """Ana's text was changed on the way, Bo's came by mail and later once more, Di sent nothing."""
    monkeypatch.setattr(grades, "OUT", tmp_path / "build" / "grades.csv")
    folder = tmp_path / "sent"
    folder.mkdir()
    (folder / "Ana.txt").write_text(result_text("Ana", noted).replace("step", "stop"), encoding="utf-8")
    (folder / "Bo.txt").write_text(as_mailed(result_text("Bo", noted)), encoding="utf-8")
    page = "<html><body><p>" + result_text("=cmd", noted, "2026-01-02").replace("\n", "<br>") + "</p></body></html>"
    (folder / "form.html").write_text(page, encoding="utf-8")
    mail = "From: a@example.org\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
    encoded = base64.encodebytes(result_text("Bo", noted, "2030-01-01").encode()).decode()
    (folder / "later.eml").write_text(mail + encoded)
    (tmp_path / "roster.csv").write_text("BO\nAna\nBo\nDi", encoding="utf-8")
    grades.main(str(folder), str(tmp_path / "roster.csv"))
    rows = list(csv.DictReader(io.StringIO(grades.OUT.read_text(encoding="utf-8-sig"))))
    assert [row["name"] for row in rows] == ["Bo", "Ana", "Di", "'=cmd (not in the roster)", "(not read) Ana.txt"]
    assert [rows[0][column] for column in ("date", "03 step", "03 w_3", "ideas")] == ["2030-01-01", "3", "", "M4 2"]
    assert rows[2]["date"] == "nothing handed in"
    said = capsys.readouterr().out
    assert said.startswith("2 results") and "Nothing from: Ana; Di" in said
    assert "Not read: Ana.txt: it was changed on the way" in said


def test_what_does_not_belong_into_the_folder_costs_one_row(tmp_path):
    folder = tmp_path / "sent"
    folder.mkdir()
    (folder / "noise.bin").write_bytes(random.Random(0).randbytes(1000))
    found, damaged = grades.collect(folder)
    assert (found, damaged) == ({}, [("noise.bin", "there is no whole result in it")])
    with pytest.raises(SystemExit, match="FROM must be a folder"):
        grades.main(str(tmp_path / "nowhere"))
    with pytest.raises(SystemExit, match="ROSTER cannot be read"):
        grades.main(str(folder), str(tmp_path / "nobody.csv"))


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_of_a_table_is_a_formula(text):
    ((cell,),) = csv.reader(io.StringIO(as_csv([[text]])))
    assert cell.startswith("'") and as_csv([[-1, "-", None]]) == "-1,-,\r\n"


def test_every_question_is_in_the_quizzes_with_one_right_option(tmp_path, monkeypatch):
    monkeypatch.setattr(quizzes, "OUT", tmp_path / "quizzes.txt")
    quizzes.main()
    text = quizzes.OUT.read_text(encoding="utf-8")
    asked = [question for lesson in lessons() for question in load(lesson).quiz_questions]
    assert text.count("::[plain]") == text.count("\n\t=") == len(asked)
    assert text.count("\n\t~") == sum(len(question.options) - 1 for question in asked)
    assert quizzes.escaped(r"a = {b}: ~#\ -1") == r"a \= \{b\}\: \~\#\\ −1"
    odd = Question("odd", "1 = 1?", (Option("a = 1", "so: yes"), Option("a ~ 1", "no {at all}", "M1")), "3.1")
    assert quizzes.gift(odd, "x").split("\n")[1:3] == [r"	=a \= 1#so\: yes", r"	~a \~ 1#no \{at all\}"]


@pytest.mark.parametrize(
    "path", sorted(without_solutions.ROOT.glob("notebooks/[0-9]*.ipynb")), ids=lambda path: path.stem
)
def test_the_handout_has_the_same_code_and_no_hint_and_no_solution(path):
    whole = nbformat.read(path, as_version=4)
    handed = without_solutions.without_solutions(nbformat.read(path, as_version=4))

    def code(notebook):
        return [(cell.source, cell.outputs) for cell in notebook.cells if cell.cell_type == "code"]

    text = "".join(cell.source for cell in handed.cells)
    assert code(handed) == code(whole) and text.count("<details>") == text.count("</details>") > 0
    assert "<summary>Hint" not in text and "<summary>Solution" not in text and all(cell.source for cell in handed.cells)
