"""Lesson 09's labs: what their pictures say is what the core computes, and the hand moves what it seems to move."""

import numpy as np
import pytest

from helpers.labs import FoldLab, PlaneLab
from helpers.pictures.hidden import edge_points

KNOBS = ("w1", "w2", "b")


def press(lab, label):
    labels = [button["label"] for button in lab.layout()["buttons"]]
    lab.receive({"press": labels.index(label)})
    return lab


def knobs(lab):
    return [lab.state[name] for name in KNOBS]


def test_times_ten_keeps_the_line_even_where_a_slider_ends():
    lab = press(PlaneLab(task="both", w1=1.0, w2=1.0, b=-1.5), "Times ten")
    assert knobs(lab) == [10.0, 10.0, -15.0]
    assert press(PlaneLab(), "Times ten").state["w1"] == 12.0, "as far as it goes"
    for start in ((10.0, 10.0, -5.0), (-4.0, 0.5, 2.0), (0.0, 0.0, 3.0), (0.0, 0.0, 0.0)):
        lab = PlaneLab(**dict(zip(KNOBS, start)))
        before = edge_points(np.array(start[:2]), start[2])
        after = knobs(press(lab, "Times ten"))
        assert edge_points(np.array(after[:2]), after[2]) == before
        assert all(abs(value) <= limit for value, limit in zip(after, (12, 12, 15)))


def test_ten_steps_of_training_are_the_core_s():
    lab = PlaneLab(task="one", w1=0.0, w2=0.0, b=0.0)
    press(lab, "Train 10 steps")
    assert "three on the right side" in lab.caption
    press(lab, "Train 10 steps")
    assert "all four on the right side" in lab.caption, "OR takes 12 steps"
    stuck = press(PlaneLab(w1=0.0, w2=0.0, b=0.0), "Train 10 steps")
    assert knobs(stuck) == [0.0, 0.0, 0.0]


@pytest.mark.parametrize("state", [{}, {"w1": -3.0, "w2": 7.0, "b": -1.0}, {"w1": 0.5, "w2": 0.0, "b": -0.5}])
def test_the_line_follows_the_hand(state):
    lab = PlaneLab(**state)
    place = lab.message()["drawing"]["handles"]["1"]
    (x, y), ((_, corner, right, down, _),) = place["at"], place["planes"]
    lab.set(b=corner + right * (x + 20) + down * (y + 12))
    at = np.array(lab.message()["drawing"]["handles"]["1"]["at"])
    w = np.array([lab.state["w1"], -lab.state["w2"]])  # pixels go down
    assert abs(w @ (at - (x + 20, y + 12))) / np.hypot(*w) < 0.2, "the line runs under the hand"


def test_no_weights_no_line():
    handles = PlaneLab(w1=0.0, w2=0.0, b=1.0).message()["drawing"]["handles"]
    assert handles["0"]["at"] and handles["1"]["at"] is None


@pytest.mark.parametrize(
    ("state", "says"),
    [
        ({"w1": 0.0, "w2": 0.0, "b": 0.0}, "it answers 0.5 everywhere"),
        ({"w1": 0.0, "w2": 0.0, "b": 3.0}, "it answers 0.5 nowhere"),
        ({"w1": 10.0, "w2": 0.0, "b": 5.0}, "on no line between the corners"),
        ({"w1": 12.0, "w2": -12.0, "b": 0.0}, "from (0, 0) to (1, 1)"),
        ({"w1": 1.0, "w2": 1.0, "b": -1.5, "task": "both"}, "from (0.5, 1) to (1, 0.5)"),
    ],
)
def test_where_the_line_runs_is_said(state, says):
    assert says in PlaneLab(**state).caption


def test_the_fold_and_the_ramp():
    assert "meet at (0.007, 0.007)" in FoldLab().caption and "cost 0.00003" in FoldLab().caption
    ramp = FoldLab(hidden="ramp")
    assert "(−0.250, 0.750) and (0.750, −0.250)" in ramp.caption and "0.500, 0.500, 0.500, 0.500" in ramp.caption
    assert "does not part them" in FoldLab(k=1.0).caption and "One line parts them" in FoldLab(k=5.0).caption
