"""Lesson 05's labs: what is said at the ends of their sliders, and on the hilltop."""

import numpy as np
import pytest

from helpers import gradient_descent
from helpers.core.costs import DoubleWell
from helpers.labs.flat import ValleyLab
from helpers.pictures.flat import STARTS, ends_left

WELL = DoubleWell()


@pytest.mark.parametrize("learning_rate", [0.005, 0.05, 0.2])
def test_the_hilltop_holds_at_any_learning_rate(learning_rate):
    assert "it stands on the hilltop" in ValleyLab(start=WELL.hilltop, learning_rate=learning_rate, steps=500).caption


def test_the_strip_is_right_at_every_learning_rate_of_the_lab():
    slider = next(control for control in ValleyLab.controls if control.name == "learning_rate")
    for learning_rate in np.arange(slider.low, slider.high + slider.step / 2, slider.step):
        ends = gradient_descent(WELL, STARTS, learning_rate, 2000).parameters[-1]
        assert np.allclose(ends, np.where(ends_left(learning_rate, STARTS), WELL.left, WELL.right), atol=1e-3)
