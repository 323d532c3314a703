"""The labs of lesson 10: each step says its number, nudging agrees, and extreme networks are told in words."""

import numpy as np
import pytest

from helpers.labs import BackChainLab, BackForkLab, BackWholeLab
from helpers.pictures.backprop_trace import steps_of

LABS = (BackChainLab, BackForkLab, BackWholeLab)


def test_a_walk_goes_forward_and_back():
    said = " ".join(f"{step.kind}{step.to}" for step in steps_of((1, 1, 2)))
    assert said == (
        "product0 output0 product0 output0 product1 output1 "
        "error0 error1 slope0 slope1 sent0 sent1 delta0 slope0"
    )  # fmt: skip


@pytest.mark.parametrize("lab", LABS)
def test_a_nudge_measures_what_the_walk_says_at_every_step(lab):
    """With all weights that have a slider at a place of chance, too."""
    random = np.random.default_rng(0)
    for weights in ({}, {name: random.uniform(-2, 2) for name, *_ in lab.turned}):
        shown = lab(show="nudge", **weights)
        for step in range(1, len(steps_of(lab.sizes)) + 1):
            state = {**shown.state, "step": step}
            walk = shown.compute(**state)["walk"]
            assert abs(walk.measured - walk.slope) < 2e-5
            shown.set(step=step)
            assert "the slope of the walk" in shown.caption


def test_a_nudge_that_is_too_long_is_told_from_the_slope():
    lab = BackForkLab(step=14, show="far")
    assert "Per unit that is −0.0546, not the walk's slope −0.0625" in lab.caption


@pytest.mark.parametrize("lab", LABS)
def test_a_saturated_network_says_so(lab):
    shown = lab(**{name: 6.0 for name, *_ in lab.turned})
    said = []
    for step in range(1, len(steps_of(lab.sizes)) + 1):
        shown.set(step=step)
        said.append("saturated" in shown.caption)
    assert any(said)
    shown.set(**{name: 0.0 for name, *_ in lab.turned}, step=len(said))
    assert "saturated" not in shown.caption and "nan" not in str(shown.message())


def test_over_a_cut_wire_nothing_comes_back():
    lab = BackChainLab(v=0.0)
    assert "over v = 0 nothing comes back" in lab.caption
    lab.set(step=9)
    assert "= 0, so it stays" in lab.caption


@pytest.mark.parametrize("lab", LABS)
def test_what_is_not_computed_yet_is_blank(lab):
    first, last = lab(step=1), lab(step=len(steps_of(lab.sizes)))
    assert not any(slope for _, _, slope in first.view.table[1:])
    assert all(slope for _, _, slope in last.view.table[1:])
