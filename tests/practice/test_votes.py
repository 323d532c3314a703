"""While a class votes on a bet, its answer is held back; where there is no class, nothing is different."""

import pytest

from helpers.labs import DescentLab
from helpers.practice import progress, sheet, votes

BET = "first step"


@pytest.fixture
def vote(tmp_path, monkeypatch):
    """Return a function that makes this the class's vote."""
    path = tmp_path / "vote.json"
    monkeypatch.setenv("COURSE_VOTE", str(path))
    return lambda *about: votes.write(path, votes.Vote(*about) if about else None)


def records(tmp_path):
    return [try_[1] for try_ in progress.load_records(tmp_path)["rolling-down"][f"bet {BET}"].last]


def test_a_vote_from_the_first_round_to_the_answer(tmp_path, vote):
    lab = DescentLab()
    bets = sheet("03").bet(BET, on=lab)
    before = lab.state
    vote("03", BET, 1, True, "2026-01-01")
    bets.receive({"poll": True})
    assert bets.vote == BET and bets.polls
    bets.receive({"name": BET, "number": 1})
    assert bets.replies[BET].endswith("Press Vote.") and lab.state == before
    bets.receive({"name": BET, "vote": True})
    assert "Your teacher sees it" in bets.replies[BET] and records(tmp_path) == ["vote 1"]
    vote("03", BET, 1, False, "2026-01-01")
    bets.receive({"poll": True})
    bets.receive({"name": BET, "vote": True})
    assert bets.vote == "" and records(tmp_path) == ["vote 1"], "a closed round takes no vote"
    vote("03", BET, 2, True, "2026-01-01")
    bets.receive({"name": BET, "number": 0})
    bets.receive({"name": BET, "vote": True})
    assert records(tmp_path) == ["vote 1", "vote 2"] and "It did" not in bets.replies[BET]
    vote()
    bets.receive({"poll": True})
    assert "You said: at −0.6. It did:" in bets.replies[BET] and lab.state != before
    assert records(tmp_path) == ["vote 1", "vote 2", "bet"]


def test_another_bet_and_another_lesson_answer_as_ever(tmp_path, vote):
    lab = DescentLab()
    bets = sheet("03").bet(BET, "right side", on=lab)
    vote("03", "right side", 1, True, "")
    bets.receive({"name": BET, "number": 1})
    assert "It did" in bets.replies[BET]
    vote("04", BET, 1, True, "")
    bets.receive({"name": "right side", "number": 1})
    assert "It did" in bets.replies["right side"] and bets.vote == ""


def test_without_a_class_nothing_is_looked_for(monkeypatch):
    monkeypatch.delenv("COURSE_VOTE", raising=False)
    assert not sheet("03").bet(BET, on=DescentLab()).polls


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"lesson": 3}'])
def test_a_damaged_vote_is_none(tmp_path, text):
    (tmp_path / "vote.json").write_text(text)
    assert votes.current(tmp_path / "vote.json") is None and votes.current(None) is None
