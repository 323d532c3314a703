"""Whatever a learner types is shown as text, never run by the browser; and helpers ask nothing of the internet."""

import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from helpers.labs import BiasLab
from helpers.labs.widget import LabWidget
from helpers.pictures.picture import View, html
from helpers.practice import page, progress, questions, quiz, sheet
from helpers.practice.doctor import Trouble
from helpers.practice.page import ProgressPage

HELPERS = Path(__file__).parents[2] / "helpers"
HOSTILE = '"><img src=x onerror=alert(1)><script>alert(2)</script>'
SCRIPTS = sorted(HELPERS.rglob("*.js"))
RUNS_TEXT = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|srcdoc|\beval\b"
RUNS_TEXT += r"|\bFunction\(|setTimeout\([\"'`]|\bon[a-z]+\s*=[^=>]|javascript:"
SVG_OF_OURS = {"shapes.js": ["innerHTML"]}  # a picture's background, as matplotlib writes it: it escapes its texts
LEAVES = r"\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource|\bimport\b|https?:"


class Hostile:
    """An answer whose every word is HTML."""

    def __repr__(self):
        return HOSTILE

    __str__ = __repr__


class HostileLab(BiasLab):
    """A lab whose controls say HTML."""

    def describe(self):
        return HOSTILE


def prints(*_):
    print(HOSTILE)


def raises(*_):
    raise ValueError(HOSTILE)


def harmless(text):
    """Assert that HTML holds no element of the hostile text."""
    soup = BeautifulSoup(text, "html.parser")
    assert soup.find_all(["img", "script"]) == [] and "<img src=x" not in text
    assert not any(name.startswith("on") for element in soup.find_all(True) for name in element.attrs)
    return soup.get_text()


@pytest.mark.parametrize(
    "answer", [HOSTILE, [HOSTILE], {HOSTILE: 1}, Hostile(), [Hostile()]], ids=lambda a: type(a).__name__
)
@pytest.mark.parametrize("lesson", ["03", "07", "11"])
def test_values_handed_in_are_shown_as_text(lesson, answer):
    for exercise in sheet(lesson).exercises:
        given = (lambda *_: answer) if callable(exercise.answer) else answer
        harmless(exercise.check(given)._repr_html_())


@pytest.mark.parametrize("answer", [prints, raises])
def test_what_an_answer_prints_or_raises_is_shown_as_text(answer):
    exercise = sheet("03").exercise("step")
    assert "<img src=x" in harmless(exercise.check(answer)._repr_html_())


def test_names_in_the_progress_file_and_the_notebooks_are_text(tmp_path):
    (tmp_path / progress.FILE).write_text(json.dumps({HOSTILE: [HOSTILE], "03": [HOSTILE, "exercise step"]}))
    shown = ProgressPage(tmp_path)
    harmless(shown.save().read_text(encoding="utf-8"))
    assert HOSTILE not in str(shown.page)
    made = page.html(page.table(page.rows({}, {"3.1": HOSTILE}), {"03": HOSTILE}))
    assert harmless(made).count("<img src=x") == 2


def test_bets_pictures_labs_and_the_doctor_show_text():
    bet = quiz.Bet(HOSTILE, HOSTILE, (HOSTILE, "no"), {"steps": 1}, HOSTILE)
    for kind in (questions.Bets([bet], BiasLab()), questions.Questions(HOSTILE, [], None)):
        assert "<img src=x" in harmless(kind.as_html())
    assert "<img src=x" in harmless(Trouble(HOSTILE)._repr_html_())
    shown = BeautifulSoup(LabWidget(HostileLab()).as_html(), "html.parser")
    assert len(shown.find_all("img")) == 1 and not shown.find_all("script") and HOSTILE in shown.get_text()
    view = View(HOSTILE, HOSTILE, HOSTILE, ((HOSTILE,), (HOSTILE,)))
    figure = BeautifulSoup(html(b"", view, 10, 10), "html.parser")
    assert len(figure.find_all("img")) == 1 and not figure.find_all("script") and HOSTILE in figure.img["alt"]


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_script_of_ours_reads_text_as_html_or_code_or_asks_the_internet(path):
    code = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")  # the name of a format
    code = re.sub(r"//.*", "", code)
    assert re.findall(RUNS_TEXT, code) == SVG_OF_OURS.get(path.name, []) and re.findall(LEAVES, code) == []
