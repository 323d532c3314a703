"""The hills of lesson 05: where descents on them end."""

import numpy as np
import pytest

from helpers import gradient_descent
from helpers.core.costs import Cube, DoubleWell
from helpers.labs.flat import STARTS, ValleyLab
from helpers.pictures.flat import ends_left

WELL = DoubleWell()


@pytest.mark.parametrize(("start", "end", "cost"), [(0.05, -1.0356, -0.3054), (0.1, 0.9601, 0.2941)])
def test_the_start_decides_the_end(start, end, cost):
    descent = gradient_descent(WELL, start, 0.05, 200)
    assert descent.parameters[-1] == pytest.approx(end, abs=5e-5)
    assert descent.costs[-1] == pytest.approx(cost, abs=5e-5)


def test_a_start_on_the_hilltop_stays_and_one_beside_it_leaves():
    descents = gradient_descent(WELL, [WELL.hilltop, WELL.hilltop + 0.001, WELL.hilltop - 0.001], 0.05, 200)
    assert descents.parameters[-1] == pytest.approx([WELL.hilltop, WELL.right, WELL.left])


@pytest.mark.parametrize("learning_rate", [0.005, 0.05, 0.2])
def test_the_hilltop_holds_at_any_learning_rate(learning_rate):
    assert "it stands on the hilltop" in ValleyLab(start=WELL.hilltop, learning_rate=learning_rate, steps=500).caption


def test_the_cube_creeps_from_above_and_falls_away_from_below():
    above, below = gradient_descent(Cube(), [1.0, -0.1], 0.05, 1000).parameters.T
    assert above[-1] == pytest.approx(0.0066, abs=5e-5)
    assert below[-1] == -np.inf


def test_the_strip_is_right_at_every_learning_rate_of_the_lab():
    slider = next(control for control in ValleyLab.controls if control.name == "learning_rate")
    for learning_rate in np.arange(slider.low, slider.high + slider.step / 2, slider.step):
        ends = gradient_descent(WELL, STARTS, learning_rate, 2000).parameters[-1]
        assert np.allclose(ends, np.where(ends_left(learning_rate, STARTS), WELL.left, WELL.right), atol=1e-3)
