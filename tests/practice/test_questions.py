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
            record = progress.load_records(tmp_path)["rolling-down"][f"question {name}"]
            assert record.tries == number + 1 and record.is_right_now == right
    assert set(questions.replies) == {item["name"] for item in questions.items}
    assert record.answers == {option.key: 1 for option in sheet("03").quiz_questions[-1].options}


def test_a_less_than_sign_is_text_wherever_it_is_shown():
    said = "w < 3"
    options = (Option(said, said), Option(said, said, "M1"))
    for shown, times in (
        (html(b"", View(said, said, said, ((said,), (said,))), 10, 10), 6),
        (Trouble(said)._repr_html_(), 1),
        (Verdict(KEEP_WORKING, said, printed=said)._repr_html_(), 2),
        (quiz([Question("q", said, options, "3.1")], None).as_html(), 5),
        (Bets([Bet("b", said, (said, said), {}, said)], None).as_html(), 4),
    ):
        assert shown.count("w &lt; 3") == times and said not in shown


def test_a_verdict_holds_what_was_printed():
    assert repr(Verdict(KEEP_WORKING, "no", printed="3")) == "↻ Keep working: no\nIt printed: 3"
    assert repr(Verdict(KEEP_WORKING, "no")) == "↻ Keep working: no"


def test_a_check_says_and_notes_what_an_answer_is(tmp_path, capsys):
    practice = sheet("03")
    exercise = practice.exercises[0]
    practice.check(exercise.name, exercise.slips[0].answer)
    assert capsys.readouterr().out == f"↻ Keep working: {with_minus_signs(exercise.slips[0].hint)}\n"
    practice.check(exercise.name, exercise.answer)
    assert progress.load_records(tmp_path)["rolling-down"][f"exercise {exercise.name}"].right == 2
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
