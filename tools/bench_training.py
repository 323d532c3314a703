"""How long does one epoch over 5,000 digits take, next to the matrix products that no network can do without?

    .venv/bin/python tools/bench_training.py

Every row is one epoch of the network 784-16-16-10, on one core with one thread. The measure is the eight matrix
products of a step and nothing else: three forward, three for the slopes of the weights, two back, float32, np.dot into
arrays made beforehand. All rows run in turn in one process, and the best round counts, by processor time. What happens
once in a training, such as looking at the data or compiling, is left out. scikit-learn, JAX and PyTorch are measured if
they are installed; they are no part of the course.
Exit code 1 if a goal is missed.
"""

import os

for library in ("OMP", "OPENBLAS", "MKL", "VECLIB_MAXIMUM"):
    os.environ[f"{library}_NUM_THREADS"] = "1"  # read when numpy is imported
os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"

import gc  # noqa: E402
import math  # noqa: E402
import resource  # noqa: E402
import sys  # noqa: E402
import tracemalloc  # noqa: E402
import warnings  # noqa: E402
from importlib.util import find_spec  # noqa: E402
from time import process_time  # noqa: E402

import numpy as np  # noqa: E402

from helpers.core import Network, load_digits, sigmoid, train  # noqa: E402
from helpers.core.training import aligned  # noqa: E402

SIZES = (784, 16, 16, 10)
GOALS = {10: 2.5, 32: 2.2}  # times the bare products, in float32
RATES = {10: 3.0, 32: 9.0}
PATIENCE = 1.0  # seconds for all the rounds of a row
ROUNDS = 40


def bare_products(sizes, batch_size, examples, make=np.empty):
    """The products of a step, on arrays of the right shapes; what is in them does not matter.

    make: np.empty, which begins an array anywhere, or `aligned` as in `train`: products are then up to twice as fast.
    """
    random = np.random.default_rng(0)

    def some(*shape):
        return random.random(dtype=np.float32, out=make(shape, np.dtype(np.float32)))

    weights = [some(fan_out, fan_in) for fan_in, fan_out in zip(sizes, sizes[1:])]
    outputs = [some(batch_size, sizes[0]).T, *(some(size, batch_size) for size in sizes[1:])]
    deltas = [some(size, batch_size) for size in sizes[1:]]
    rooms, gradients = ([some(*array.shape) for array in arrays] for arrays in (deltas, weights))

    def epoch():
        begin = process_time()
        for _ in range(examples // batch_size):
            for matrix, before, room in zip(weights, outputs, rooms):
                np.dot(matrix, before, out=room)
            for layer in reversed(range(len(weights))):
                np.dot(deltas[layer], outputs[layer].T, out=gradients[layer])
                if layer:
                    np.dot(weights[layer].T, deltas[layer], out=rooms[layer - 1])
        return process_time() - begin

    return epoch


def ours(x, y, batch_size, dtype=np.float32, sizes=SIZES):
    """The course's `train`: the second of two epochs."""
    x, y = x.astype(dtype), y.astype(dtype)

    def epoch():
        ends = []
        network = Network(sizes, dtype=dtype)
        train(network, x, y, RATES.get(batch_size, 1.0), 2, batch_size, on_epoch=lambda *_: ends.append(process_time()))
        return ends[1] - ends[0]

    return epoch


def plain_epoch(layers, x, y, learning_rate, batches):
    """An epoch as one writes it first: a line a product, every array made anew."""
    for batch in batches:
        outputs = [x[batch]]
        for W, b in layers:
            outputs.append(1 / (1 + np.exp(-(outputs[-1] @ W.T + b))))
        slope = (outputs[-1] - y[batch]) / len(batch)
        for (W, b), before, after in reversed(list(zip(layers, outputs, outputs[1:]))):
            delta = slope * after * (1 - after)
            slope = delta @ W
            W -= learning_rate * (delta.T @ before)
            b -= learning_rate * delta.sum(axis=0)


def classic_epoch(layers, x, y, learning_rate, batches):
    """An epoch as books show it: one example at a time, columns, a list of gradients added up over the batch."""
    for batch in batches:
        sums = [(np.zeros_like(W), np.zeros((len(b), 1))) for W, b in layers]
        for example in batch:
            outputs = [x[example][:, np.newaxis]]
            for W, b in layers:
                outputs.append(sigmoid(W @ outputs[-1] + b[:, np.newaxis]))
            slope = outputs[-1] - y[example][:, np.newaxis]
            gradient = []
            for (W, _), before, after in reversed(list(zip(layers, outputs, outputs[1:]))):
                delta = slope * after * (1 - after)
                gradient.append((delta @ before.T, delta))
                slope = W.T @ delta
            sums = [(dW + more_W, db + more_b) for (dW, db), (more_W, more_b) in zip(sums, reversed(gradient))]
        for (W, b), (dW, db) in zip(layers, sums):
            W -= learning_rate / len(batch) * dW
            b -= learning_rate / len(batch) * db[:, 0]


def by_hand(how, x, y, batch_size):
    """Time plain_epoch or classic_epoch in float64, and see that it ends where `train` ends."""
    x, y = x.astype(float), y.astype(float)

    def run(examples):
        network = Network(SIZES)
        order = np.random.default_rng(0).permutation(examples)
        batches = [order[at : at + batch_size] for at in range(0, examples, batch_size)]
        begin = process_time()
        how(network.layers, x, y, RATES[batch_size], batches)
        return network.parameters, process_time() - begin

    few, network = 500, Network(SIZES)
    train(network, x[:few], y[:few], RATES[batch_size], 1, batch_size)
    assert np.abs(run(few)[0] - network.parameters).max() < 1e-9, f"{how.__name__} and train disagree"
    return lambda: run(len(x))[1]


def scikit_learn(x, y, batch_size):
    """MLPClassifier, whose partial_fit is one epoch."""
    from sklearn.neural_network import MLPClassifier

    settings = {"solver": "sgd", "momentum": 0, "alpha": 0, "batch_size": batch_size}
    model = MLPClassifier(SIZES[1:-1], activation="logistic", learning_rate_init=0.1, **settings)
    labels = y.argmax(axis=1)
    model.partial_fit(x, labels, classes=np.arange(10))

    def epoch():
        begin = process_time()
        model.partial_fit(x, labels)
        return process_time() - begin

    return epoch


def jax(x, y, batch_size):
    """A whole epoch in one compiled function."""
    import jax
    import jax.numpy as jnp

    def cost(layers, x, y):
        for W, b in layers:
            x = jax.nn.sigmoid(x @ W.T + b)
        return 0.5 * jnp.sum((x - y) ** 2) / batch_size

    def step(layers, batch):
        gradient = jax.grad(cost)(layers, x_there[batch], y_there[batch])
        move = jax.tree.map(lambda value, slope: value - RATES[batch_size] * slope, layers, gradient)
        return move, None

    @jax.jit
    def all_steps(layers, batches):
        return jax.lax.scan(step, layers, batches)[0]

    x_there, y_there = jnp.asarray(x), jnp.asarray(y)
    layers = [(jnp.asarray(W), jnp.asarray(b)) for W, b in Network(SIZES, dtype=np.float32).layers]
    order = np.random.default_rng(0).permutation(len(x))
    batches = order[: len(x) - len(x) % batch_size].reshape(-1, batch_size)
    jax.block_until_ready(all_steps(layers, batches))

    def epoch():
        begin = process_time()
        jax.block_until_ready(all_steps(layers, batches))
        return process_time() - begin

    return epoch


def pytorch(x, y, batch_size):
    """Layer by layer, as its tutorials do it."""
    import torch

    torch.set_num_threads(1)
    parts = [part for sizes in zip(SIZES, SIZES[1:]) for part in (torch.nn.Linear(*sizes), torch.nn.Sigmoid())]
    model = torch.nn.Sequential(*parts)
    optimizer = torch.optim.SGD(model.parameters(), lr=RATES[batch_size])
    x, y = torch.from_numpy(x), torch.from_numpy(y)

    def epoch():
        begin = process_time()
        for batch in torch.randperm(len(x)).split(batch_size):
            optimizer.zero_grad()
            (0.5 * ((model(x[batch]) - y[batch]) ** 2).sum() / len(batch)).backward()
            optimizer.step()
        return process_time() - begin

    return epoch


PEERS = {"scikit-learn MLPClassifier": ("sklearn", scikit_learn), "JAX, compiled": ("jax", jax)}
PEERS["PyTorch, eager"] = ("torch", pytorch)


def best(rows) -> dict:
    """Return the best seconds of each row, all rows in turn; a slow one takes part in fewer rounds."""
    seconds = {name: [] for name in rows}
    for _ in range(ROUNDS):
        for name, epoch in rows.items():
            if sum(seconds[name]) < PATIENCE:
                gc.collect()
                seconds[name].append(epoch())
    return {name: min(times) for name, times in seconds.items()}


def compare(x, y, batch_size) -> int:
    """Print the table for one size of mini-batch, and return how many goals are missed."""
    rows = {
        "bare products": bare_products(SIZES, batch_size, len(x)),
        "bare, at cache lines": bare_products(SIZES, batch_size, len(x), aligned),
        "train, float32": ours(x, y, batch_size),
        "train, float64": ours(x, y, batch_size, float),
        "plain NumPy, float64": by_hand(plain_epoch, x, y, batch_size),
        "the classic loop, float64": by_hand(classic_epoch, x, y, batch_size),
    }
    rows |= {name: peer(x, y, batch_size) for name, (package, peer) in PEERS.items() if find_spec(package)}
    seconds, goal = best(rows), GOALS[batch_size]
    measure = seconds["bare products"]
    print(f"\nmini-batches of {batch_size:<12}{'an epoch':>12}{'times bare':>12}{'goal':>8}")
    for name, time in seconds.items():
        wanted = f"{goal:>8}" if name == "train, float32" else ""
        print(f"{name:<28}{1000 * time:>9.1f} ms{time / measure:>12.2f}{wanted}")
    ratio = seconds["train, float32"] / measure
    missed = [f"{ratio:.2f} is above {goal}"] if ratio > goal else []
    missed += [f"{name} is quicker" for name in PEERS if seconds.get(name, math.inf) < seconds["train, float32"]]
    print(*(f"missed: {what}" for what in missed), sep="\n", end="\n" if missed else "")
    return len(missed)


def grow(x, y):
    """Print how an epoch grows with the hidden layers and with the mini-batch."""
    print(f"\n{'the network grows':<28}{'parameters':>12}{'an epoch':>12}{'times bare':>12}   mini-batches of 10")
    for hidden in (16, 64, 256):
        sizes = (784, hidden, hidden, 10)
        seconds = best({"bare": bare_products(sizes, 10, len(x)), "train": ours(x, y, 10, sizes=sizes)})
        parameters = Network(sizes).parameters.size
        name = "-".join(map(str, sizes))
        print(
            f"{name:<28}{parameters:>12,}{1000 * seconds['train']:>9.1f} ms{seconds['train'] / seconds['bare']:>12.2f}"
        )
    print(f"\n{'the mini-batch grows':<28}{'steps':>12}{'an epoch':>12}{'times bare':>12}   784-16-16-10")
    for batch_size in (1, 10, 32, 100, 1000):
        seconds = best({"bare": bare_products(SIZES, batch_size, len(x)), "train": ours(x, y, batch_size)})
        steps, ratio = math.ceil(len(x) / batch_size), seconds["train"] / seconds["bare"]
        print(f"{batch_size:<28}{steps:>12,}{1000 * seconds['train']:>9.1f} ms{ratio:>12.2f}")


def memory(x, y):
    """Print what a training needs beside the data. To be called first: a process does not give much back."""
    in_bytes = 1 if sys.platform == "darwin" else 1024  # the unit of ru_maxrss

    def most():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * in_bytes / 1e6

    network, peaks = Network(SIZES, dtype=np.float32), [most()]
    train(network, x, y, 3.0, 20, 10, on_epoch=lambda *_: peaks.append(most()))
    tracemalloc.start()
    train(network, x, y, 3.0, 1, 10)
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    print(f"memory of a training in float32, beside {(x.nbytes + y.nbytes) / 1e6:.1f} MB of digits:")
    print(
        f"  {peak:.1f} MB at most by tracemalloc; the process grew by {peaks[1] - peaks[0]:.1f} MB in the first epoch"
    )
    print(f"  and by {peaks[-1] - peaks[1]:.1f} MB in the 19 after it")


def main() -> int:
    (x, y), (x_test, y_test) = load_digits()
    x, y = np.concatenate([x, x_test]), np.concatenate([y, y_test])
    print(f"one epoch over {len(x):,} digits, {'-'.join(map(str, SIZES))}, one thread, best of up to {ROUNDS} rounds")
    memory(x, y)
    missed = sum(compare(x, y, batch_size) for batch_size in GOALS)
    grow(x, y)
    return 1 if missed else 0


if __name__ == "__main__":
    warnings.simplefilter("ignore")  # of the peers
    sys.exit(main())
