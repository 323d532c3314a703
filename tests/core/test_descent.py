"""Rolling downhill: what is recorded, on grids and with schedules, and how it may end."""

import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.core import Network, Parabola, gradient_descent

SETTINGS = settings(derandomize=True, deadline=None, max_examples=60)
STARTS, RATES = st.floats(-100, 100), st.floats(-0.5, 1.5)
BOWL = Parabola()


class VectorBowl:
    """One cost for a whole vector: the sum of (w - 3)^2."""

    def value(self, w):
        return ((w - 3) ** 2).sum(axis=-1)

    def gradient(self, w):
        return 2 * (w - 3)


def recorded(descent):
    return descent.parameters, descent.costs, descent.gradients


@SETTINGS
@given(STARTS, RATES, st.floats(0, 1, exclude_max=True), st.integers(0, 20))
def test_the_records_belong_together(start, rate, momentum, steps):
    """Row t holds the parameter before step t, the cost and the gradient there; the step leads to row t + 1."""
    way, costs, slopes = recorded(gradient_descent(BOWL, [start, 3.0], rate, steps, momentum))
    assert (way.shape, costs.shape, slopes.shape) == ((steps + 1, 2), (steps + 1, 2), (steps, 2))
    assert way[0].tolist() == [start, 3]
    np.testing.assert_array_equal(costs, BOWL.value(way))
    np.testing.assert_array_equal(slopes, BOWL.gradient(way)[:-1])
    velocity = 0.0
    for before, slope, after in zip(way, slopes, way[1:]):
        velocity = momentum * velocity + slope
        np.testing.assert_array_equal(after, before - rate * velocity)


@SETTINGS
@given(st.lists(STARTS, min_size=1, max_size=5), st.lists(RATES, min_size=1, max_size=5), st.integers(0, 8))
def test_a_grid_of_bowls_is_a_loop(starts, rates, steps):
    """One call with starts (n, 1) and rates (m,) gives the very numbers of n m calls, and their fates."""
    grid = gradient_descent(BOWL, np.reshape(starts, (-1, 1)), rates, steps)
    assert grid.costs.shape == (steps + 1, len(starts), len(rates))
    for row, start in enumerate(starts):
        for column, rate in enumerate(rates):
            alone = gradient_descent(BOWL, start, rate, steps)
            for part, part_alone in zip(recorded(grid), recorded(alone), strict=True):
                np.testing.assert_array_equal(part[:, row, column], part_alone)
            assert grid.fate[row, column] == alone.fate


@SETTINGS
@given(
    st.lists(st.integers(1, 4), min_size=2, max_size=4),
    st.booleans(),
    st.lists(st.floats(-1, 20), min_size=1, max_size=3),
    st.integers(0, 10**6),
)
def test_a_grid_of_networks_is_a_loop(sizes, biases, rates, seed):
    """Starts of shape (G1, 1, P) against rates (G2, 1) give what a loop over networks gives."""
    random = np.random.default_rng(seed)
    network = Network(sizes, biases)
    cost = network.cost_on(random.normal(size=(3, sizes[0])), random.random((3, sizes[-1])))
    starts = random.normal(size=(2, network.parameters.size))
    grid = gradient_descent(cost, starts[:, np.newaxis], np.reshape(rates, (-1, 1)), 4)
    assert grid.costs.shape == (5, 2, len(rates))
    assert grid.parameters.shape == (5, 2, len(rates), network.parameters.size)
    for row, start in enumerate(starts):
        for column, rate in enumerate(rates):
            alone = gradient_descent(cost, start, rate, 4)
            for part, part_alone in zip(recorded(grid), recorded(alone), strict=True):
                np.testing.assert_allclose(part[:, row, column], part_alone, rtol=1e-9, atol=1e-12)


@SETTINGS
@given(STARTS, st.lists(RATES, min_size=1, max_size=10))
def test_a_schedule_is_asked_once_for_each_step(start, rates):
    """On a grid each descent has its own; a constant one is the constant."""
    asked = []

    def schedule(step):
        asked.append(step)
        return [rates[step], 0.1]

    pair = gradient_descent(BOWL, start, schedule, len(rates))
    way, slopes = pair.parameters[:, 0], pair.gradients[:, 0]
    np.testing.assert_array_equal(way[1:], way[:-1] - rates * slopes)
    np.testing.assert_array_equal(pair.parameters[:, 1], gradient_descent(BOWL, start, 0.1, len(rates)).parameters)
    assert asked == list(range(len(rates)))


def test_an_evaluator_of_ones_own_is_used():
    """A cost that offers to fill arrays made beforehand is taken at its word."""

    class Filling(Parabola):
        def evaluator(self, shape, dtype):
            def evaluate(parameters, value, gradient):
                value[...], gradient[...] = 7, 1

            assert (shape, dtype) == ((2,), np.float64)
            return evaluate

    descent = gradient_descent(Filling(), [0.0, 1.0], 0.5, 2)
    np.testing.assert_array_equal(descent.parameters, [[0, 1], [-0.5, 0.5], [-1, 0]])
    np.testing.assert_array_equal(descent.costs, [[7, 7], [7, 7], [16, 9]])


def test_a_cost_that_works_in_place_spoils_nothing():
    """A learner's `w -= 3` inside value or gradient does not reach the records."""

    class InPlace:
        def value(self, w):
            w -= 3
            return w * w

        def gradient(self, w):
            w -= 3
            w *= 2
            return w

    in_place, core = gradient_descent(InPlace(), [0.0, 1.0], 0.1, 5), gradient_descent(BOWL, [0.0, 1.0], 0.1, 5)
    for part, wanted in zip(recorded(in_place), recorded(core), strict=True):
        np.testing.assert_array_equal(part, wanted)


def test_a_number_rolls_in_double_precision_and_an_array_in_its_own():
    assert gradient_descent(BOWL, 0, 0.1, 1).parameters.dtype == np.float64
    assert gradient_descent(BOWL, [0, 1], 0.1, 1).parameters.dtype == np.float64
    rates = np.linspace(0.01, 0.9, 50)
    single = gradient_descent(BOWL, np.zeros(50, np.float32), rates, 20)
    assert {part.dtype for part in recorded(single)} == {np.dtype(np.float32)}
    way = single.parameters
    np.testing.assert_array_equal(way[1:], (way[:-1] - rates * single.gradients).astype(np.float32))


FATES = [
    ("converges", BOWL, 0.0, 0.1, 5),
    ("converges, swinging", BOWL, 0.0, 0.99, 5),
    ("converges, though slowly", BOWL, 0.0, 1e-12, 1),
    ("diverges", BOWL, 0.0, 1.1, 5),
    ("diverges, against the gradient", BOWL, 0.0, -0.1, 5),
    ("oscillates", BOWL, 0.0, 1.0, 5),
    ("oscillates, near the bottom", BOWL, 3.001, 1.0, 1000),
    ("stationary, no step taken", BOWL, 0.0, 0.1, 0),
    ("stationary, a gradient that is 0", Network((1, 1), biases=False).cost_on([[0]], [[0]]), [2.0], 1.0, 5),
    ("stationary, at the bottom", BOWL, 3.0, 0.1, 5),
    ("converged, arrived", BOWL, 0.0, 0.5, 5),
    ("converged, arrived after many", BOWL, 0.0, 0.1, 500),
    ("stationary, rate 0", BOWL, 0.0, 0.0, 5),
    ("diverged, the cost", BOWL, 0.0, 10, 121),
    ("diverged, w is inf", BOWL, 0.0, 10, 241),
    ("diverged, w is nan", BOWL, 0.0, 10, 300),
    ("converges, a vector", VectorBowl(), [0.0, 3.0], 0.1, 5),
    ("oscillates, a vector", VectorBowl(), [0.0, 3.0], 1.0, 5),
    ("converged, a vector", VectorBowl(), [0.0, 3.0], 0.5, 5),
    ("diverges, a vector", VectorBowl(), [0.0, 3.0], 1.1, 5),
    ("diverged, one of a vector", VectorBowl(), [3.0, 0.0], 10, 300),
    ("converges, a saturated weight creeps", Network((1, 1), biases=False).cost_on([[1]], [[1]]), [10.0], 0.1, 1),
    ("converged, a frozen weight", Network((1, 1), biases=False).cost_on([[1]], [[1]]), [0.0], 1000, 5),
    ("diverged, a network", Network((1, 1, 1)).cost_on([[1e200]], [[1]]), [0.0, 0.0, 1e200, -5e199], 1.0, 1),
]


@pytest.mark.parametrize(("word", "cost", "start", "rate", "steps"), [pytest.param(*row, id=row[0]) for row in FATES])
@pytest.mark.parametrize("floats", ["warn", "raise"])
def test_every_word_of_fate(word, cost, start, rate, steps, floats):
    """And none comes with a warning or an exception, even where the caller turned them on."""
    with warnings.catch_warnings(), np.errstate(all=floats):
        warnings.simplefilter("error")
        fate = gradient_descent(cost, start, rate, steps).fate
    assert type(fate) is str
    assert fate == word.partition(",")[0]


def test_fates_of_a_grid_of_networks_stand_in_its_shape():
    """One word for each vector."""
    network = Network((2, 1))
    fates = gradient_descent(network.cost_on([[0, 1]], [[1]]), np.zeros((4, 1, 3)), [[0.1], [-0.1]], 3).fate
    assert fates.tolist() == [["converges", "diverges"]] * 4
