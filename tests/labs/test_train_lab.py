"""Training answers a press at once, can be stopped, and leaves a network that can be used."""

import threading
import time
from functools import cache

import numpy as np
import pytest

from helpers.labs import TrainLab, digits
from helpers.labs.digits import MOST_EPOCHS, NudgeLab, Training, accuracy
from helpers.labs.panel import Panel
from helpers.pictures.nudge import place, place_in_words


@pytest.fixture(autouse=True)
def untrained(monkeypatch):
    """Let each test train anew."""
    monkeypatch.setattr(digits, "training", cache(Training))


@pytest.fixture
def slow(monkeypatch):
    """Make an epoch take long enough to press a button meanwhile."""

    def train(network, *arguments, **options):
        time.sleep(0.2)

    monkeypatch.setattr(digits, "train", train)


def press(lab, label):
    lab._pressed([button.label for button in lab._buttons].index(label))


def wait(lab):
    lab._worker.join(30)
    assert not lab._worker.is_alive()


def test_a_press_returns_at_once_and_the_epochs_appear_one_by_one(slow):
    lab = TrainLab(epochs=0)
    seen = []
    draw = lab._draw
    lab._draw = lambda: seen.append(lab.state["epochs"]) or draw()
    began = time.monotonic()
    press(lab, f"Train to {MOST_EPOCHS} epochs")
    assert time.monotonic() - began < 1, "the training takes 1.6 seconds"
    wait(lab)
    assert seen == list(range(1, MOST_EPOCHS + 1)) and lab.state["epochs"] == MOST_EPOCHS


def test_without_threads_it_trains_before_the_press_returns(monkeypatch):
    def refuse(thread):
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(digits.Thread, "start", refuse)
    lab = TrainLab(epochs=0)
    press(lab, "Train one epoch more")
    assert lab.state["epochs"] == 1 and lab._worker is None
    press(lab, "Stop")
    assert lab.state["epochs"] == 1


def test_stop_ends_it_after_the_epoch_and_the_network_is_the_one_shown(slow):
    lab = TrainLab(epochs=0)
    press(lab, f"Train to {MOST_EPOCHS} epochs")
    time.sleep(0.5)
    press(lab, "Stop")
    stopped = lab.state["epochs"]
    assert 1 <= stopped < MOST_EPOCHS and not lab._worker.is_alive()
    time.sleep(0.3)
    assert lab.state["epochs"] == stopped, "nothing goes on in the dark"
    assert lab.network.predict(np.zeros((1, 784))).shape == (1, 10)
    press(lab, "Train one epoch more")
    wait(lab)
    assert lab.state["epochs"] == stopped + 1, "and it can go on"


def test_reset_while_it_trains(slow):
    lab = TrainLab(epochs=0)
    press(lab, f"Train to {MOST_EPOCHS} epochs")
    time.sleep(0.1)
    press(lab, "Reset")
    assert lab.state == {"start": "scaled", "learning_rate": "3", "epochs": 0}


def test_what_the_panel_reports_back_from_the_training_thread_does_not_stop_it(slow):
    lab = TrainLab(epochs=0)

    class Panel:
        sentence = ""

        @property
        def values(self):
            return None

        @values.setter
        def values(self, values):
            lab._moved(values)

    lab._shown = [(Panel(), type("Output", (), {"update": lambda self, picture: None})())]
    press(lab, f"Train to {MOST_EPOCHS} epochs")
    wait(lab)
    assert lab.state["epochs"] == MOST_EPOCHS


def test_a_press_while_a_cell_trains_holds_nobody_up(slow):
    lab = TrainLab(epochs=0)
    panel = Panel(lab.title, [], [], lab._values(), lab._moved, lab._pressed)
    lab._shown = [(panel, type("Output", (), {"update": lambda self, picture: None})())]
    cell = threading.Thread(target=lab.set, kwargs={"epochs": MOST_EPOCHS}, daemon=True)
    cell.start()
    time.sleep(0.3)
    pressing = threading.Thread(target=press, args=(lab, "Stop"), daemon=True)
    pressing.start()
    for thread in (cell, pressing):
        thread.join(30)
        assert not thread.is_alive(), "each waits for the other"
    lab.stop()  # the press may have begun a training of its own
    assert panel.values == lab._values()


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
    lab.set(start="scaled", learning_rate="30", epochs=MOST_EPOCHS)
    assert "rising" in lab.caption


def test_no_thread_is_left_behind(slow):
    before = threading.active_count()
    lab = TrainLab(epochs=0)
    press(lab, "Train one epoch more")
    lab.stop()
    assert threading.active_count() == before


def test_every_knob_has_its_place_and_its_slope():
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
        assert nudge.change == pytest.approx(nudge.predicted, rel=0.01, abs=1e-9)
        layer, neuron, before = place(sizes, knob)
        weights, biases = lab.network.layers[layer - 1]
        value = biases[neuron] if before is None else weights[neuron, before]
        assert value == lab.network.parameters[knob - 1]
