"""A fully connected network of sigmoid neurons, from one weight to 13,002 parameters."""

import numpy as np

from helpers.core import validation
from helpers.core.backpropagation import NetworkCost, forward
from helpers.core.layers import layers, parameter_count

STARTS = "'scaled', 'normal' or one number"


class Network:
    """Layers of sigmoid neurons, each connected to all of the layer before: a = sigmoid(W a + b).

    sizes: neurons per layer, the inputs first. Network((1, 1), biases=False) is one weight;
    Network((784, 16, 16, 10)) has 13,002 parameters.
    biases: whether each neuron adds one.
    start: "scaled" (weights from N(0, 1) / sqrt(inputs of the neuron), biases 0), "normal" (weights and biases
    from N(0, 1)), or a number that every weight and bias gets.
    seed: the same seed gives the same start. dtype: float, or numpy.float32.
    Raises TypeError or ValueError for sizes below one, fewer than two layers, or an unknown start or dtype.
    """

    def __init__(self, sizes, biases=True, start="scaled", seed=0, dtype=float):
        self.sizes = _sizes(sizes)
        self.biases = _flag("biases", biases)
        self._dtype = _dtype(dtype)
        self._parameters = self._start(start, validation.count("seed", seed))

    def __repr__(self):
        return f"Network({self.sizes}, biases={self.biases}): {self.parameters.size:,} parameters"

    @property
    def parameters(self) -> np.ndarray:
        """All weights and biases, one flat vector: layer after layer, neuron after neuron, its weights, then its bias.

        `layers` shows the same numbers as matrices.
        """
        return self._parameters

    @parameters.setter
    def parameters(self, values):
        values = np.atleast_1d(validation.numbers("parameters", values))
        if values.shape != self._parameters.shape:
            raise ValueError(
                f"parameters must be a vector of {self._parameters.size} number(s) for this network, as "
                f"network.parameters is now, got shape {values.shape}"
            )
        self._parameters = values.astype(self._dtype)

    @property
    def layers(self) -> list:
        """The same numbers as a pair (weights, biases) for each layer, of shapes (out, in) and (out,).

        Row j of the weights are those of neuron j. Without biases the second of the pair is None. All are views: what
        is written into them stands in `parameters`.
        """
        return layers(self._parameters, self.sizes, self.biases)

    def predict(self, x) -> np.ndarray:
        """Return the outputs for inputs x: shape (examples, inputs) in, (examples, outputs) out, each from 0 to 1."""
        x = validation.rows("x", x, self.sizes[0]).astype(self._dtype, copy=False)
        with np.errstate(all="ignore"):  # a network that diverged predicts nan: that says enough
            return forward(self.layers, x.T)[-1].T

    def cost(self, x, y) -> float:
        """Return the mean over the rows of half the summed squares: mean of 1/2 sum (a - y)**2."""
        return float(self._cost_on(x, y).value(self._parameters))

    def gradient(self, x, y) -> np.ndarray:
        """Return dC/d(parameters) by backpropagation: one flat vector in the order of `parameters`."""
        return self._cost_on(x, y).gradient(self._parameters)

    def cost_on(self, x, y) -> NetworkCost:
        """Return the cost on these examples as a function of the parameters, for `gradient_descent`.

        x: shape (examples, inputs); y: shape (examples, outputs).
        Raises TypeError or ValueError if they are not finite or do not fit the network or each other.
        """
        cost = self._cost_on(x, y)
        cost.x, cost.y = cost.x.copy(), cost.y.copy()  # the cost stays what it is, whatever becomes of x and y
        return cost

    def _cost_on(self, x, y):
        return NetworkCost(self.sizes, self.biases, *checked_examples(x, y, self.sizes, self._dtype))

    def _start(self, start, seed):
        vector = np.zeros(parameter_count(self.sizes, self.biases), dtype=self._dtype)
        if not isinstance(start, str):
            return vector + self._dtype.type(validation.finite_number("start", start, STARTS))
        if start not in ("scaled", "normal"):
            raise ValueError(f"start must be {STARTS}, got {validation.shown(start)}")
        random = np.random.default_rng(seed)
        for (W, b), fan_in in zip(layers(vector, self.sizes, self.biases), self.sizes):  # views into the vector
            W[:] = random.standard_normal(W.shape) / (np.sqrt(fan_in) if start == "scaled" else 1)
            if start == "normal" and b is not None:
                b[:] = random.standard_normal(b.shape)
        return vector


def checked_examples(x, y, sizes, dtype) -> tuple:
    """Return x and y as rows of this dtype, checked: TypeError or ValueError if they do not fit, as `cost_on` says."""
    x, y = validation.rows("x", x, sizes[0]), validation.rows("y", y, sizes[-1])
    if len(x) != len(y):
        raise ValueError(f"x and y must have a row for each example, got {len(x)} rows of x and {len(y)} of y")
    return x.astype(dtype, copy=False), y.astype(dtype, copy=False)


def _sizes(sizes) -> tuple:
    if isinstance(sizes, (str, bytes, set, dict)) or not np.iterable(sizes):
        raise TypeError(f"sizes must be a tuple such as (784, 16, 16, 10), got {validation.shown(sizes)}")
    sizes = tuple(validation.count("each of sizes", size, at_least=1) for size in sizes)
    if len(sizes) < 2:
        raise ValueError(f"sizes must name at least the inputs and the outputs, such as (1, 1), got {sizes}")
    return sizes


def _flag(name, value) -> bool:
    if not isinstance(value, (bool, np.bool_)):
        raise TypeError(f"{name} must be True or False, got {validation.shown(value)}")
    return bool(value)


def _dtype(given) -> np.dtype:
    remedy = f"dtype must be float or numpy.float32, got {validation.shown(given)}"
    try:
        dtype = np.dtype("unknown" if given is None else given)  # NumPy would take None for float
    except (TypeError, ValueError):
        raise TypeError(remedy) from None
    if dtype not in (np.dtype(np.float64), np.dtype(np.float32)):
        raise ValueError(remedy)
    return dtype
