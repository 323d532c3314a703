"""How fast is the core? Ratios within one run: against plain Python loops, and against bare matrix products.

    .venv/bin/python tools/bench.py

All rows of a table run in turn in one process, with one thread, and the best round of each counts, by processor time.
Descents: both sides record every parameter, cost and gradient, and must give the same numbers. Training: whole calls of
`train`, checks and copies included, against the eight matrix products of a step and nothing else. Exit code 1 if a goal
is missed.
"""

import os

for library in ("OMP", "OPENBLAS", "MKL", "VECLIB_MAXIMUM"):
    os.environ[f"{library}_NUM_THREADS"] = "1"  # read when numpy is imported

import gc  # noqa: E402
import sys  # noqa: E402
from time import process_time  # noqa: E402

import numpy as np  # noqa: E402

from helpers.core import Network, Parabola, gradient_descent, load_digits, train  # noqa: E402

STEPS, STARTS, RATES = 100, np.linspace(-2, 8, 100), np.linspace(0.01, 1.2, 100)  # the last rates diverge
SIZES, ROUNDS, SECONDS_PER_ROW = (784, 16, 16, 10), 20, 3.0  # seconds for all the rounds of a row
LEARNING_RATES = {10: 3.0, 32: 9.0}
EPOCHS, GOALS = 3, {10: 2.5, 32: 2.2}  # an epoch, times the bare products


def best(rows) -> dict:
    """Return the best seconds of each row, all rows in turn; a slow one takes part in fewer rounds."""
    seconds = {name: [] for name in rows}
    for _ in range(ROUNDS):
        for name, run in rows.items():
            if sum(seconds[name]) < SECONDS_PER_ROW:
                gc.collect()
                begin = process_time()
                kept = run()
                seconds[name].append(process_time() - begin)
                del kept
    return {name: min(times) for name, times in seconds.items()}


def goal(what, ratio, wanted, met) -> bool:
    """Print a ratio beside its goal, and return whether it is missed."""
    print(f"{what:<44}{ratio:>8.2f}   goal {wanted:g}{'' if met else '   missed'}")
    return not met


def plain_descents():
    """Return the loop of lesson 03 in plain Python, once for each pair of a start and a learning rate."""
    found = []
    for start in STARTS.tolist():
        for rate in RATES.tolist():
            w, parameters, costs, gradients = start, [start], [], []
            for _ in range(STEPS):
                slope = 2 * (w - 3)
                costs.append((w - 3) ** 2)
                gradients.append(slope)
                w = w - rate * slope
                parameters.append(w)
            costs.append((w - 3) ** 2)
            found.append((parameters, costs, gradients))
    return found


def descents() -> int:
    """Compare 10,000 descents in one call with a loop over them, and return how many goals are missed."""
    print(f"{STARTS.size * RATES.size:,} descents of {STEPS} steps: how often one call fits into the plain loop")
    rows = {
        "core": lambda: gradient_descent(Parabola(), STARTS.reshape(-1, 1), RATES, STEPS),
        "plain": plain_descents,
    }
    core, plain = rows["core"](), rows["plain"]()
    for recorded, lists in zip((core.parameters, core.costs, core.gradients), zip(*plain), strict=True):
        np.testing.assert_allclose(recorded.reshape(len(recorded), -1).T, np.array(lists), rtol=1e-12)
    seconds = best(rows)
    ratio = seconds["plain"] / seconds["core"]
    return goal("parabola", ratio, 30, ratio >= 30)


def bare_products(batch_size, examples):
    """Return an epoch of the products of a step, on arrays of the right shapes; what is in them does not matter."""
    random = np.random.default_rng(0)
    weights = [random.random((fan_out, fan_in), np.float32) for fan_in, fan_out in zip(SIZES, SIZES[1:])]
    outputs = [random.random((batch_size, SIZES[0]), np.float32).T]
    outputs += [random.random((size, batch_size), np.float32) for size in SIZES[1:]]
    deltas, rooms = ([array.copy() for array in outputs[1:]] for _ in range(2))
    gradients = [matrix.copy() for matrix in weights]

    def epoch():
        for _ in range(examples // batch_size):
            for matrix, before, room in zip(weights, outputs, rooms):
                np.dot(matrix, before, out=room)
            for layer in reversed(range(len(weights))):
                np.dot(deltas[layer], outputs[layer].T, out=gradients[layer])
                if layer:
                    np.dot(weights[layer].T, deltas[layer], out=rooms[layer - 1])

    return epoch


def training(x, y, batch_size) -> int:
    """Compare whole calls of `train` with the bare products, and return how many goals are missed."""
    network, rate = Network(SIZES, dtype=np.float32), LEARNING_RATES[batch_size]
    rows = {
        "bare": bare_products(batch_size, len(x)),
        "train": lambda: train(network, x, y, rate, EPOCHS, batch_size),
    }
    seconds = best(rows)
    ratio = seconds["train"] / EPOCHS / seconds["bare"]
    print(f"an epoch over {len(x):,} digits in mini-batches of {batch_size}, times its bare products")
    print(f"({1000 * seconds['bare']:.1f} ms here)")
    return goal(f"train, {EPOCHS} epochs", ratio, GOALS[batch_size], ratio <= GOALS[batch_size])


if __name__ == "__main__":
    (x, y), (x_test, y_test) = load_digits()
    x, y = np.concatenate([x, x_test]), np.concatenate([y, y_test])
    sys.exit(bool(descents() + sum(training(x, y, batch_size) for batch_size in GOALS)))
