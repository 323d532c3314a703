"""The lab that trains 13,002 parameters, and the one that nudges one of them."""

import numpy as np
import pytest

from helpers.core import sigmoid
from helpers.labs import TrainLab, TravelLab, digits
from helpers.labs.digits import MAX_EPOCHS, NudgeLab, accuracy
from helpers.pictures import runs_picture
from helpers.pictures.nudge import place, place_in_words


def test_the_network_learns_and_what_is_shown_is_what_it_does():
    lab = TrainLab(epochs=2)
    (_, _), (x, y) = digits.digits()
    assert 0.8 < accuracy(lab.network, x, y) < 0.95
    before = lab.network.parameters.copy()
    lab.network.parameters += 1
    assert np.array_equal(lab.network.parameters, before), "a copy of its own"
    lab.set(epochs=0)
    assert accuracy(lab.network, x, y) < 0.25


def test_equal_starts_and_rates_too_large_are_told():
    lab = TrainLab(start="equal", epochs=2)
    assert "about 1 in 10" in lab.caption
    lab.set(start="scaled", learning_rate="30", epochs=MAX_EPOCHS)
    assert "rising" in lab.caption


def test_every_parameter_has_its_place_and_its_slope():
    sizes = (784, 16, 16, 10)
    places = {place(sizes, number) for number in range(1, 13_003)}
    assert len(places) == 13_002
    assert place_in_words(sizes, 1) == "the weight from pixel (row 1, column 1) to hidden neuron 1.1"
    assert place_in_words(sizes, 785) == "the bias of hidden neuron 1.1"
    assert place_in_words(sizes, 13_002) == "the bias of output 9"
    lab = NudgeLab(nudge=0.001)
    for knob in (785, 11_426, 12_561, 12_700, 12_934, 13_002):
        lab.set(knob=knob)
        nudge = lab.compute(knob, 0.001)
        assert nudge["change"] == pytest.approx(0.001 * nudge["slope"], rel=0.01, abs=1e-9)
        layer, neuron, before = place(sizes, knob)
        weights, biases = lab.network.layers[layer - 1]
        value = biases[neuron] if before is None else weights[neuron, before]
        assert value == lab.network.parameters[knob - 1]


def test_what_a_neuron_gets_is_weight_times_pixel():
    lab = TravelLab(epochs=3, neuron=9)
    data = lab.compute(**lab.state)
    (W, b), *_ = data["stacks"][1]
    z = W[8] @ data["ink"] + b[8]
    said = f"z = {z:.2f}, a = {sigmoid(z):.2f}".replace("-", "−")
    assert said in [shape.get("text") for shape in lab.message()["drawing"]["shapes"].values()]


def test_the_failing_runs_are_lettered_by_their_curves_and_not_by_their_place_in_the_cell():
    """Or the order of the cell, which names the causes, would be the answer to which is which."""
    costs = {"tiny steps": [2, 1.9], "healthy": [1.5, 0.05], "copies": [3, 0.45], "long steps": [1.4, 0.2, 0.5]}
    caption = runs_picture(costs, every=40).caption
    assert runs_picture(dict(reversed(costs.items())), every=40).caption == caption
    assert "A from 2 " in caption and "B from 3 " in caption and "D from 1.50 " in caption
    assert "C from 1.40 to below 0.6, up and down on the way; D" in caption, "what the eye sees is said"
    assert not any(cause in caption for cause in costs)
