"""How much faster is one call with 10,000 descents than a plain Python loop over them?

    .venv/bin/python tools/bench.py

Both sides record the parameter, the cost and the gradient of every step and keep them all. They run in turn
in one process, each into memory of its own, the best of several rounds counts, and they must give the same numbers.
Exit code 1 if a goal is missed.
"""

import os

for library in ("OMP", "OPENBLAS", "MKL", "VECLIB_MAXIMUM"):
    os.environ[f"{library}_NUM_THREADS"] = "1"  # read when numpy is imported

import gc  # noqa: E402
import math  # noqa: E402
import sys  # noqa: E402
from time import process_time  # noqa: E402

import numpy as np  # noqa: E402

from helpers.core import Network, Parabola, gradient_descent  # noqa: E402

STEPS, ROUNDS = 100, 5
STARTS = np.linspace(-2, 8, 100)
RATES = np.linspace(0.01, 1.2, 100)  # the last ones climb
EVERY_PAIR = [(start, rate) for start in STARTS.tolist() for rate in RATES.tolist()]


def plain_descent(value, gradient, start, learning_rate):
    """The loop of lesson 03, in plain Python."""
    w, parameters, costs, gradients = start, [start], [], []
    for _ in range(STEPS):
        slope = gradient(w)
        costs.append(value(w))
        gradients.append(slope)
        w = w - learning_rate * slope
        parameters.append(w)
    costs.append(value(w))
    return parameters, costs, gradients


def parabola_value(w):
    return (w - 3) ** 2


def parabola_gradient(w):
    return 2 * (w - 3)


def sigmoid(z):
    return 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z))


def identity_value(w, x=1.0, y=1.0):
    return 0.5 * (sigmoid(w * x) - y) ** 2


def identity_gradient(w, x=1.0, y=1.0):
    a = sigmoid(w * x)
    return (a - y) * a * (1 - a) * x


def plain_parabola():
    return [plain_descent(parabola_value, parabola_gradient, start, rate) for start, rate in EVERY_PAIR]


def plain_identity():
    return [plain_descent(identity_value, identity_gradient, start, rate) for start, rate in EVERY_PAIR]


def core_parabola():
    return gradient_descent(Parabola(), STARTS[:, np.newaxis], RATES, STEPS)


def core_identity():
    cost = Network((1, 1), biases=False).cost_on([[1.0]], [[1.0]])
    return gradient_descent(cost, STARTS[:, np.newaxis, np.newaxis], RATES[:, np.newaxis], STEPS)


def seconds(run) -> float:
    """Return the processor time of one run."""
    gc.collect()
    begin = process_time()
    recorded = run()
    end = process_time()
    del recorded
    return end - begin


def same(core, plain) -> bool:
    """Whether both sides recorded the same numbers, every parameter, cost and gradient."""
    recorded = (core.parameters, core.costs, core.gradients)
    return all(
        np.allclose(array.reshape(len(array), -1).T, np.array(lists), rtol=1e-12)
        for array, lists in zip(recorded, zip(*plain, strict=True), strict=True)
    )


def measure(core, plain) -> tuple[float, float]:
    """Return the best seconds of the core and of the plain loop, for all the descents."""
    assert same(core(), plain()), "the core and the plain loop disagree"
    rounds = [(seconds(core), seconds(plain)) for _ in range(ROUNDS)]
    best_core, best_plain = (min(side) for side in zip(*rounds, strict=True))
    return best_core, best_plain


def main() -> int:
    print(f"{len(STARTS) * len(RATES):,} descents of {STEPS} steps, every parameter, cost and gradient kept")
    print(f"processor time, best of {ROUNDS} rounds in turn")
    print(f"{'cost':<24}{'one call':>10}{'plain loop':>12}{'ratio':>8}{'goal':>6}")
    missed = 0
    for name, core, plain, goal in (
        ("parabola", core_parabola, plain_parabola, 30),
        ("one-weight identity", core_identity, plain_identity, 20),
    ):
        one_call, loop = measure(core, plain)
        ratio = loop / one_call
        missed += ratio < goal
        print(f"{name:<24}{one_call:>8.3f} s{loop:>10.3f} s{ratio:>8.1f}{goal:>6}{'' if ratio >= goal else '  missed'}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
