"""The arithmetic of `make bench-labs`: what counts as missed, where sliders begin, which moves the labs are given."""

import math
import socket
import threading
from itertools import islice

import pytest
from bench_labs import GOALS, HEAD, Row, line, missed, places
from hand import Seen, to_and_fro
from labs_in_kernel import costs, moves, slider_of
from slow_line import slow_line

import helpers.labs
from helpers.labs.controls import Slider

AS_AIMED = {"presses": [30.0] * 19 + [45.0] * 18 + [60.0] * 3, "pictures": 16, "last": 100.0, "blank": 0, "bytes": 2e4}


def row(grown=4.9, interact=225.0, **changes):
    """Return a lab that just meets every goal, but for the changes."""
    by_interact = Seen([interact] * 12, 3, 300.0, 0, 9e4)
    lab = Seen(**{**AS_AIMED, **changes})
    return Row("HandLab", lab, by_interact, {"compute": 1.0, "draw": 8.0, "encode": 2.5}, grown)


def test_a_lab_that_just_meets_the_goals_misses_none():
    assert missed(row(), GOALS) == []
    assert row().rest == row().median - 11.5


@pytest.mark.parametrize(
    ("change", "goal"),
    [
        ({"presses": [45.5] * 40, "interact": 300.0}, "median <= 45"),
        ({"presses": [30.0] * 37 + [61.0] * 3}, "p95 <= 60"),
        ({"presses": [30.0] * 40, "interact": 149.0}, "ratio >= 5"),
        ({"pictures": 15}, "pictures >= 16"),
        ({"last": 101.0}, "last <= 100"),
        ({"last": math.inf}, "last <= 100"),
        ({"blank": 1}, "blank = 0"),
        ({"grown": 5.0}, "MB < 5"),
    ],
)
def test_each_goal_can_be_missed_and_the_table_says_which(change, goal):
    assert missed(row(**change), GOALS) == [goal]
    assert line(row(**change), GOALS).endswith(f"missed: {goal}")


def test_columns_stand_under_their_heads():
    bars = [[at for at, sign in enumerate(text) if sign == "|"] for text in (*HEAD.splitlines(), line(row(), GOALS))]
    assert bars[0] == bars[1] == bars[2] and len(bars[0]) == 5


def test_sliders_begin_where_they_stand():
    assert places(Slider("w", "w", -10.0, 10.0, 0.1, 2.0)) == (120, 201)
    assert places(Slider("h", "h", 1e-8, 1.0, 1, 1e-6, log=True)) == (2, 9)


@pytest.mark.parametrize(("position", "positions"), [(0, 9), (8, 9), (100, 1001), (3, 4), (0, 2)])
def test_presses_never_go_past_an_end(position, positions):
    for right in to_and_fro(40, position, positions):
        position += 1 if right else -1
        assert 0 <= position < positions


@pytest.mark.parametrize("name", [name for name in helpers.labs.__all__ if name != "DrawLab"])
def test_moves_go_from_end_to_end_and_each_is_one(name):
    lab = getattr(helpers.labs, name)
    slider = slider_of(lab)
    values = [slider.take(move[slider.name]) for move in islice(moves(lab), 100)]
    assert values[0] == min(values) == slider.low and max(values) == slider.high
    assert all(a != b for a, b in zip(values, values[1:]))


def test_each_move_of_the_pen_draws_more():
    drawings = [move["drawing"] for move in islice(moves(helpers.labs.DrawLab), 27)]
    assert [sum(ink) for ink in drawings] == [28 * columns for columns in range(1, 28)]


def test_costs_are_of_this_lab():
    spent = costs(helpers.labs.HandLab(), 10)
    assert set(spent) == {"compute", "draw", "encode"} and spent["compute"] < spent["draw"]


def test_the_slow_line_changes_no_byte():
    sent, came = bytes(range(256)) * 40, b""
    with (
        socket.create_server(("127.0.0.1", 0)) as far,
        slow_line("http://{}:{}".format(*far.getsockname())) as near,
    ):
        threading.Thread(target=lambda: far.accept()[0].sendall(sent), daemon=True).start()
        host, port = near.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port)), timeout=60) as client:
            while len(came) < len(sent) and (more := client.recv(9999)):
                came += more
    assert came == sent
