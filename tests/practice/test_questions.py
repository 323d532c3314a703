"""Bets, quizzes and verdicts: what they say to a choice, and what stands there without a kernel."""

import pytest

from helpers.labs import DescentLab
from helpers.practice import sheet
from helpers.practice.progress import done
from helpers.practice.questions import Bet, Option, Question, bets, quiz
from helpers.practice.verdicts import KEEP_WORKING, Verdict

HOSTILE = "<img onerror=1>"


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
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
    questions._handle_custom_msg({"name": name, "number": 0}, [])
    assert set(questions.replies) == {name}


def test_only_a_right_choice_is_noted(here):
    questions = sheet("03").quiz()
    for item in questions.items:
        for number, option in enumerate(item["options"]):
            questions.choose(item["name"], number)
            reply = questions.replies[item["name"]]
            assert reply.startswith("✓ Right: " if option["why"].startswith("Right: ") else "✗ Not this one: ")
            assert reply.partition(": ")[2] == option["why"].partition(": ")[2]
            noted = f"question {item['name']}" in done(here).get("03", [])
            assert noted >= reply.startswith("✓")
    assert done(here) == {"03": [f"question {item['name']}" for item in questions.items]}


def test_without_a_kernel_all_choices_can_be_read():
    """As text and as HTML, where what there is to say unfolds; nothing in it becomes a tag."""
    options = (Option("yes", f"because {HOSTILE}"), Option(HOSTILE, "so it seems", "M1"))
    for told, folds in (
        (
            quiz([Question("q", f"Is it {HOSTILE}?", options, "3.1")], None),
            ["yes", "Right: because", "Tempting, but: so"],
        ),
        (bets([Bet("b", f"Is it {HOSTILE}?", ("yes", HOSTILE), {}, f"It is {HOSTILE}")], None), ["What happens"]),
    ):
        text, html = told.as_text(), told.as_html()
        assert text.splitlines()[1] == f"Is it {HOSTILE}?"
        assert sorted(text.splitlines()[2:]) == [f"  - {HOSTILE}", "  - yes"]
        assert "<img" not in html and html.count("&lt;img onerror=1&gt;") == 3
        assert all(fold in html for fold in folds)
        assert html.count("<details>") == len(told.items[0]["options"]) - ("because" in told.items[0])


def test_a_verdict_in_the_notebook_holds_what_was_printed():
    verdict = Verdict(KEEP_WORKING, "3 < 4").with_printed(HOSTILE)
    assert repr(verdict) == f"↻ Keep working: 3 < 4\nIt printed: {HOSTILE}"
    assert verdict._repr_html_() == (
        "<p>↻ <strong>Keep working</strong>: 3 &lt; 4</p><pre>It printed: &lt;img onerror=1&gt;</pre>"
    )
    assert "printed" not in repr(Verdict(KEEP_WORKING, "")) + Verdict(KEEP_WORKING, "")._repr_html_()


def test_a_right_answer_is_noted_and_no_other(here):
    practice = sheet("03")
    exercise = practice.exercises[0]
    practice.check(exercise.name, exercise.slips[0].answer)
    assert done(here) == {}
    verdict = practice.check(exercise.name, exercise.answer)
    assert verdict.text == exercise.right and done(here) == {"03": [f"exercise {exercise.name}"]}
    (here / "progress.json").unlink()
    (here / "progress.json").mkdir()
    told = practice.check(exercise.name, exercise.answer).text
    assert told.startswith(f"{exercise.right} (Your progress could not be saved: ")
