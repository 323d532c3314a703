"""Bets, quizzes and verdicts: what they say to a choice, and what stands there without a kernel."""

from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from traitlets.config import Config

from helpers.labs import DescentLab
from helpers.pictures.picture import View, html
from helpers.practice import progress, sheet
from helpers.practice.doctor import Trouble
from helpers.practice.questions import Bets, quiz
from helpers.practice.quiz import Bet, Option, Question
from helpers.practice.verdicts import KEEP_WORKING, Verdict, with_minus_signs

HOSTILE = "<img onerror=1>"


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


def test_a_right_choice_counts_as_done_and_no_other(tmp_path):
    questions = sheet("03").quiz()
    for item in questions.items:
        name = item["name"]
        for number, option in enumerate(item["options"]):
            questions.receive({"name": name, "number": number})
            kind, _, why = questions.replies[name].partition(": ")
            right = option["why"].startswith("Right: ")
            assert kind == ("✓ Right" if right else "✗ Not this one") and why.startswith(
                option["why"].partition(": ")[2]
            )
            record = progress.noted(tmp_path)["rolling-down"][f"question {name}"]
            assert record.tries == number + 1 and record.is_right_now == right
    assert set(questions.replies) == {item["name"] for item in questions.items}
    assert record.answers == {option.key: 1 for option in sheet("03").quiz_questions[-1].options}


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
    picture = html(b"", View(said, said, said, ((said,), (said,))), 10, 10)
    for shown, times in ((picture, 6), (Trouble(said)._repr_html_(), 1)):
        assert shown.count("w &lt; 3") == times and said not in shown


def test_a_check_says_and_notes_what_an_answer_is(tmp_path, capsys):
    practice = sheet("03")
    exercise = practice.exercises[0]
    practice.check(exercise.name, exercise.slips[0].answer)
    assert capsys.readouterr().out == f"↻ Keep working: {with_minus_signs(exercise.slips[0].hint)}\n"
    practice.check(exercise.name, exercise.answer)
    assert progress.noted(tmp_path)["rolling-down"][f"exercise {exercise.name}"].right == 2
    assert capsys.readouterr().out == f"✓ Right: {with_minus_signs(exercise.right)}\n"
    (tmp_path / progress.FILE).unlink()
    (tmp_path / progress.FILE).mkdir()
    practice.check(exercise.name, exercise.answer)
    assert f"{with_minus_signs(exercise.right)} (Your progress could not be saved: " in capsys.readouterr().out


def test_a_piece_is_the_learner_s_when_it_is_right(capsys):
    practice = sheet("11")

    def mine(parameters, gradient, learning_rate):
        return parameters - learning_rate * gradient

    assert practice.piece("update", mine) is mine
    assert practice.piece("update", lambda *_: ...) is practice.exercise("update").answer
    assert capsys.readouterr().out == "update: yours\nupdate: ours, until yours is right\n"


def test_a_check_shows_itself_once_wherever_it_stands_in_the_cell():
    shell = InteractiveShell(config=Config({"HistoryManager": {"enabled": False}}))
    shell.run_cell("from helpers.practice import sheet\npractice = sheet('03')")
    for cell in ("practice.check('w_3', 0.696)\nx = 1", "x = 1\npractice.check('w_3', 0.696)"):
        with capture_output() as captured:
            shell.run_cell(cell, store_history=False)
        shown = captured.stdout + "".join(str(output.data) for output in captured.outputs)
        assert shown.count("You went from 1.08 back") == 1, cell
    InteractiveShell.clear_instance()
