"""Lesson 11's labs: nudge one of 13,002 knobs, train them all, and see what that makes of a digit on its way."""

from copy import deepcopy
from functools import cache, lru_cache
from threading import RLock

import numpy as np

from helpers.core import Network, load_digits, train
from helpers.labs.controls import Button, Choice, Slider, increment_button
from helpers.labs.lab import Lab
from helpers.pictures.digits import FeaturesScene
from helpers.pictures.nudge import REACH, NudgeScene
from helpers.pictures.training import MAX_EPOCHS, TrainingScene
from helpers.pictures.travel import TravelScene

SIZES = (784, 16, 16, 10)
KNOBS = 13_002
BATCH = 100  # pictures the nudged cost is a mean over
MAX_WATCHED_EPOCHS = 10
STARTS = {"scaled": "scaled", "random": "normal", "equal": 0.1}

digits = cache(load_digits)


class NudgeLab(Lab):
    """A slider that picks one of the 13,002 parameters and one that nudges it: predicted and actual change."""

    title = "One knob of 13,002"
    scene = NudgeScene
    controls = (
        Slider("knob", "knob number", 1, KNOBS, 1, 12_934),
        Slider("nudge", "nudge", -REACH, REACH, 0.01, -0.5),
    )
    buttons = (
        Button("The steepest of all", {"knob": 12_934}),
        Button("A weight from a pixel", {"knob": 11_426}),
        Button("A corner pixel's weight", {"knob": 1}),
        Button("An output's bias", {"knob": KNOBS}),
        Button("Nudge −0.01", {"nudge": -0.01}),
        Button("Nudge −2", {"nudge": -2.0}),
    )

    def __init__(self, **state):
        (x, y), _ = digits()
        self.network = Network(SIZES)
        self._picture = x[0]
        self._cost = self.network.cost_on(x[:BATCH], y[:BATCH])
        self._gradient = self._cost.gradient(self.network.parameters)
        self._curve = lru_cache(maxsize=1)(self._changes)  # a nudge moves along a curve that stays
        super().__init__(**state)

    def compute(self, knob, nudge):
        turns = np.linspace(-REACH, REACH, 17)
        change, changes = self._changes(knob, (nudge,))[0], self._curve(knob, tuple(turns))
        measured = dict(slope=self._gradient[knob - 1], change=change, turns=turns, changes=changes)
        return dict(ink=self._picture, sizes=SIZES, knob=knob, nudge=nudge, **measured)

    def _changes(self, knob, nudges):
        """Return what each nudge of this knob alone does to the cost."""
        turned = np.tile(self.network.parameters, (len(nudges), 1))
        turned[:, knob - 1] += nudges
        return self._cost.value(turned) - self._cost.value(self.network.parameters)


class Training:
    """The network in training, remembered after each epoch, so that no epoch is computed twice."""

    def __init__(self, start, learning_rate):
        self.start, self.learning_rate = start, learning_rate
        self._network = Network(SIZES, start=STARTS[start], dtype=np.float32)
        self._lock = RLock()
        self._after = []  # (network, cost, training accuracy, test accuracy) after each epoch
        self._remember()

    @property
    def epochs(self) -> int:
        """How many epochs are trained."""
        return len(self._after) - 1

    def run(self, epochs: int) -> dict:
        """Return what the picture shows of the training up to this epoch, trained as far as it takes."""
        with self._lock:
            (x, y), _ = digits()
            while self.epochs < epochs:
                # Not where the network stands: the epoch before may have been interrupted half-way.
                self._network.parameters = self._after[-1][0].parameters
                train(self._network, x, y, self.learning_rate, epochs=1, batch_size=10, seed=self.epochs)
                self._remember()
            _, costs, on_training, on_test = zip(*self._after[: epochs + 1])
        how = dict(start=self.start, learning_rate=self.learning_rate)
        return dict(costs=costs, training=on_training, test=on_test, **how)

    def network(self, epochs: int) -> Network:
        """Return the network as it was after so many epochs: a copy of its own."""
        self.run(epochs)
        return deepcopy(self._after[epochs][0])

    def _remember(self):
        (x, y), (x_test, y_test) = digits()
        network = self._network
        right = accuracy(network, x, y), accuracy(network, x_test, y_test)
        self._after.append((deepcopy(network), network.cost(x, y), *right))


training = cache(Training)  # by start and learning rate


def accuracy(network, x, y) -> float:
    """Return the part of the pictures whose largest output is the right one."""
    return float(np.mean(network.predict(x).argmax(axis=1) == y.argmax(axis=1)))


class TrainLab(Lab):
    """Start, learning rate, epochs; cost and accuracy epoch by epoch. `network` is the one the picture shows."""

    title = "Training 13,002 knobs"
    scene = TrainingScene
    controls = (
        Choice(
            "start",
            "start",
            (("scaled", "scaled to the inputs"), ("random", "N(0, 1), not scaled"), ("equal", "all equal, 0.1")),
            "scaled",
        ),
        Choice("learning_rate", "learning rate η", tuple((eta, eta) for eta in ("0.001", "0.1", "1", "3", "30")), "3"),
        Slider("epochs", "epochs", 0, MAX_EPOCHS, 1, 3),
    )
    buttons = (
        increment_button("Train one epoch more", "epochs", 1, MAX_EPOCHS),
        increment_button(f"Train to {MAX_EPOCHS} epochs", "epochs", MAX_EPOCHS, MAX_EPOCHS),
        Button("Back to the start", {"epochs": 0}),
    )

    @property
    def network(self) -> Network:
        """The network as it stands in the picture."""
        return training(self.state["start"], float(self.state["learning_rate"])).network(self.state["epochs"])

    def compute(self, start, learning_rate, epochs):
        return training(start, float(learning_rate)).run(epochs)


@cache
def networks_by_epoch() -> tuple:
    """Return the network before training and after each epoch, trained as the lesson's cells do it, and the costs."""
    (x, y), _ = digits()
    network = Network(SIZES, dtype=np.float32)
    networks = [deepcopy(network)]

    def keep(_, network):
        networks.append(deepcopy(network))

    train(network, x, y, 3.0, MAX_WATCHED_EPOCHS, batch_size=10, on_epoch=keep)
    return networks, tuple(network.cost(x, y) for network in networks)


class TravelLab(Lab):
    """A test picture goes through the network before training, and after so many epochs."""

    title = "A digit on its way"
    scene = TravelScene
    controls = (
        Slider("picture", "test picture", 1, 1000, 1, 1),
        Slider("epochs", "epochs of training", 0, MAX_WATCHED_EPOCHS, 1, 3),
        Slider("neuron", "first hidden neuron", 1, 16, 1, 1),
    )
    buttons = (
        Button("Next picture", lambda state: {"picture": state["picture"] % 1000 + 1}),
        increment_button("Train one epoch more", "epochs", 1, MAX_WATCHED_EPOCHS),
        Button("Before training", {"epochs": 0}),
    )

    def compute(self, picture, epochs, neuron):
        _, (pictures, targets) = digits()
        networks, _ = networks_by_epoch()
        ink, digit = pictures[picture - 1], int(targets[picture - 1].argmax())
        stacks = networks[0].layers, networks[epochs].layers
        return dict(ink=ink, picture=picture, digit=digit, epochs=epochs, neuron=neuron, stacks=stacks)


class FeaturesLab(Lab):
    """The 784 weights of each first hidden neuron as a picture, epoch by epoch."""

    title = "What the first neurons look at"
    scene = FeaturesScene
    controls = (Slider("epochs", "epochs of training", 0, MAX_WATCHED_EPOCHS, 1, 10),)
    buttons = (
        increment_button("Train one epoch more", "epochs", 1, MAX_WATCHED_EPOCHS),
        increment_button("Train to ten epochs", "epochs", MAX_WATCHED_EPOCHS, MAX_WATCHED_EPOCHS),
        Button("Before training", {"epochs": 0}),
    )

    def compute(self, epochs):
        networks, costs = networks_by_epoch()
        (weights, _), *_ = networks[epochs].layers
        return dict(weights=weights, epochs=epochs, costs=costs)
