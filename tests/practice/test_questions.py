"""Bets, quizzes and verdicts: what they say to a choice, and what stands there without a kernel."""

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from traitlets.config import Config

from helpers.labs import DescentLab
from helpers.pictures.picture import View, html
from helpers.practice import page, sheet
from helpers.practice.doctor import Trouble
from helpers.practice.progress import done
from helpers.practice.questions import Bets, quiz
from helpers.practice.quiz import Bet, Option, Question
from helpers.practice.verdicts import KEEP_WORKING, Verdict, with_minus_signs

HOSTILE = "<img onerror=1>"


@pytest.fixture
def here(tmp_path):
    return tmp_path


def test_a_bet_moves_its_lab_and_tells_what_was_said_and_done():
    lab = DescentLab()
    bet = sheet("03").bet("first step", "right side", on=lab)
    before = lab.caption
    bet.choose("right side", 1)
    assert lab.state["initial_weight"] == 6 and lab.caption != before
    reply = bet.replies["right side"]
    assert reply.startswith(f"You said: right, to larger w. It did: {lab.caption} At 6 the slope is +6")
    assert "first step" not in bet.replies
    bet.choose("first step", 0)
    assert lab.state["initial_weight"] == 0 and set(bet.replies) == {"first step", "right side"}


def test_a_click_in_the_browser_is_a_choice(here):
    questions = sheet("03").quiz()
    name = questions.items[0]["name"]
    questions.receive({"name": name, "number": 0})
    assert set(questions.replies) == {name}


def test_a_right_choice_counts_as_done_and_no_other(here):
    questions = sheet("03").quiz()
    for item in questions.items:
        for number, option in enumerate(item["options"]):
            questions.choose(item["name"], number)
            reply = questions.replies[item["name"]]
            assert reply.startswith("✓ Right: " if option["why"].startswith("Right: ") else "✗ Not this one: ")
            assert reply.partition(": ")[2].startswith(option["why"].partition(": ")[2])
            noted = f"question {item['name']}" in done(here).get("rolling-down", [])
            assert noted >= reply.startswith("✓")
    assert done(here) == {"rolling-down": [f"question {item['name']}" for item in questions.items]}


def test_without_a_kernel_all_choices_can_be_read():
    """As text and as HTML, where what there is to say unfolds; nothing in it becomes a tag."""
    options = (Option("yes", f"because {HOSTILE}"), Option(HOSTILE, "so it seems", "M1"))
    for told, folds in (
        (
            quiz([Question("q", f"Is it {HOSTILE}?", options, "3.1")], None),
            ["yes", "Right: because", "Tempting, but: so"],
        ),
        (Bets([Bet("b", f"Is it {HOSTILE}?", ("yes", HOSTILE), {}, f"It is {HOSTILE}")], None), ["What happens"]),
    ):
        text, html = told.as_text(), told.as_html()
        assert text.splitlines()[1] == f"Is it {HOSTILE}?"
        assert sorted(text.splitlines()[2:]) == [f"  - {HOSTILE}", "  - yes"]
        assert "<img" not in html and html.count("&lt;img onerror=1&gt;") == 3
        assert all(fold in html for fold in folds)
        assert html.count("<details>") == len(told.items[0]["options"]) - ("because" in told.items[0])


def test_a_verdict_in_the_notebook_holds_what_was_printed():
    verdict = Verdict(KEEP_WORKING, "3 < 4", printed=HOSTILE)
    assert repr(verdict) == f"↻ Keep working: 3 < 4\nIt printed: {HOSTILE}"
    assert verdict._repr_html_() == (
        "<p>↻ <strong>Keep working</strong>: 3 &lt; 4</p><pre>It printed: &lt;img onerror=1&gt;</pre>"
    )
    assert "printed" not in repr(Verdict(KEEP_WORKING, "")) + Verdict(KEEP_WORKING, "")._repr_html_()


def test_a_less_than_sign_is_text_wherever_it_is_shown():
    said = "w < 3"
    progress_page = page.html(page.table(page.rows({}, {"3.1": said}), {"03": said}))
    picture = html(b"", View(said, said, said, ((said,), (said,))), 10, 10)
    for shown, times in ((progress_page, 2), (picture, 6), (Trouble(said)._repr_html_(), 1)):
        assert shown.count("w &lt; 3") == times and said not in shown


def test_a_right_answer_is_noted_and_no_other(here, capsys):
    practice = sheet("03")
    exercise = practice.exercises[0]
    practice.check(exercise.name, exercise.slips[0].answer)
    assert (
        done(here) == {} and capsys.readouterr().out == f"↻ Keep working: {with_minus_signs(exercise.slips[0].hint)}\n"
    )
    practice.check(exercise.name, exercise.answer)
    assert done(here) == {"rolling-down": [f"exercise {exercise.name}"]}
    assert capsys.readouterr().out == f"✓ Right: {with_minus_signs(exercise.right)}\n"
    (here / "progress.json").unlink()
    (here / "progress.json").mkdir()
    practice.check(exercise.name, exercise.answer)
    assert f"{with_minus_signs(exercise.right)} (Your progress could not be saved: " in capsys.readouterr().out


def test_a_check_shows_itself_once_wherever_it_stands_in_the_cell():
    shell = InteractiveShell(config=Config({"HistoryManager": {"enabled": False}}))
    shell.run_cell("from helpers.practice import sheet\npractice = sheet('03')")
    for cell in (
        "practice.check('w_3', 0.696)\nx = 1",
        "x = 1\npractice.check('w_3', 0.696)",
        "practice.check('w_3', 0.696); 7",
    ):
        with capture_output() as captured:
            shell.run_cell(cell, store_history=False)
        shown = captured.stdout + "".join(str(output.data) for output in captured.outputs)
        assert shown.count("You went from 1.08 back") == 1, cell
    InteractiveShell.clear_instance()
