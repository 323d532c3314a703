"""The host of a lesson in a page: what a cell gives, what labs and panels are told, what is refused in words."""

import json

import pytest

from helpers.labs.panel import Panel
from helpers.live import MOST, Host
from helpers.practice import display_host, progress, progress_report

LAB = "from helpers.labs import DescentLab\nDescentLab()"


@pytest.fixture
def host(monkeypatch, tmp_path):
    """A host whose progress lies in a folder of its own; afterwards a notebook's hosts are back."""
    monkeypatch.setattr(Panel, "host", Panel.host)
    monkeypatch.setattr(progress_report.ProgressReport, "place", progress_report.ProgressReport.place)
    monkeypatch.setattr(display_host, "host", display_host.host)
    monkeypatch.setattr(progress, "notebook_folder", lambda: tmp_path)
    sent = []
    host = Host(lambda text: sent.append(json.loads(text)))
    host.sent = sent
    return host


def outputs(host):
    return [message["output"] for message in host.sent if "output" in message]


def test_a_cell_gives_what_it_prints_and_its_last_value_in_order(host):
    assert host.run("print('one')\ndisplay(2)\nprint('three')\n4", 1)
    assert [(one["stream"], one["text"]) for one in outputs(host)] == [
        ("stdout", "one\n"), ("result", "2\n"), ("stdout", "three\n"), ("result", "4\n")
    ]  # fmt: skip


@pytest.mark.parametrize("source", ["", "4;", "x = 4", "None", "# nothing"])
def test_a_cell_without_a_last_value_shows_nothing(host, source):
    assert host.run(source, 1) and host.sent == []


@pytest.mark.parametrize(
    ("source", "last"), [("x = 1\n1 / 0", "ZeroDivisionError"), ("x =", "SyntaxError"), ("exit(1)", "SystemExit")]
)
def test_an_error_shows_the_cells_lines_and_none_of_the_host(host, source, last):
    assert not host.run(source, 3)
    (error,) = outputs(host)
    assert error["kind"] == "error" and last in error["text"].splitlines()[-1]
    assert "live.py" not in error["text"] and "cell 3" in error["text"] or last == "SystemExit"


def test_a_flood_of_text_is_cut(host):
    assert host.run(f"for _ in range(3): print('x' * {MOST})", 1)
    assert MOST < len("".join(one["text"] for one in outputs(host))) < MOST + 100


def test_a_lab_is_moved_by_its_page_and_forgotten_when_its_cell_runs_again(host):
    host.run(LAB, 1)
    (shown,) = outputs(host)
    assert (shown["kind"], shown["code"]) == ("widget", "lab")
    host.receive(shown["number"], {"move": {"learning_rate": 0.2}, "from": {"number": 1}})
    assert host.sent[-1]["message"]["changes"]["values"]["learning_rate"] == 0.2
    host.run(LAB, 1)
    before = len(host.sent)
    host.receive(shown["number"], {"move": {"learning_rate": 0.3}})
    assert len(host.sent) == before


@pytest.mark.parametrize(
    ("asked", "why"), [({"learning_rate": "9"}, "from 0.01 to 0.45"), ({"rate": "1"}, "no control 'rate'"), ({"learning_rate": "nan"}, "from"), ({"steps": "x"}, "a number")]
)  # fmt: skip
def test_a_link_that_a_lab_cannot_hold_is_refused_in_words(host, asked, why):
    host.run(LAB, 1)
    number = outputs(host)[0]["number"]
    assert why in host.move(number, asked)
    assert host.move(number, {"learning_rate": "0.4"}) == ""
    assert host.sent[-1]["message"]["changes"]["values"]["learning_rate"] == 0.4


def test_a_lesson_forgets_the_names_of_the_one_before(host):
    assert host.run("x = 1", 1)
    host.open()
    assert not host.run("x", 2)


def test_a_bet_moves_its_lab_and_is_noted(host):
    host.run(
        'from helpers.labs import DescentLab\nfrom helpers.practice import sheet\nlab = DescentLab()\ndisplay(sheet("03").bet("first step", on=lab))\nlab',
        1,
    )
    bet, lab = outputs(host)
    host.receive(bet["number"], {"name": "first step", "number": 0})
    told = [next(iter(message)) for message in host.sent if "output" not in message]
    assert told == ["number", "number", "progress"]
    assert "first step" in host.sent[-1]["progress"]
