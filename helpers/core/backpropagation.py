"""The cost of a sigmoid network and its gradient: one pass forward, one pass back.

Arrays have a row for each neuron and a column for each example, so that a layer reads as it is written on paper:
a = sigmoid(W a + b). Axes before these two are a grid of networks of the same sizes, one for each parameter vector.
"""

import numpy as np

from helpers.core import validation
from helpers.core.fast import Passes
from helpers.core.layers import layers, parameter_count
from helpers.core.sigmoid import sigmoid


def forward(stack, x) -> list:
    """Return the activations of every layer, x first. stack: a pair (W, b) for each layer; x: a column an example."""
    activations = [x]
    for W, b in stack:
        z = W @ activations[-1]
        activations.append(sigmoid(z if b is None else z + b[..., np.newaxis]))
    return activations


def backward(stack, activations, error, gradient_stack):
    """Fill the gradient by the chain rule, from the last layer to the first.

        delta = dC/da * a (1 - a)     dC/dW = delta a_before^T     dC/db = delta, summed     dC/da_before = W^T delta

    error: dC/da of the last layer, in which each example has its share of the mean. The sum over the examples is in the
    product delta a_before^T. gradient_stack: a pair (dC/dW, dC/db) for each layer, to be filled.
    Source: Nielsen, Neural Networks and Deep Learning, chapter 2, equations BP1 to BP4.
    """
    for number in reversed(range(len(stack))):
        (W, _), (dW, db) = stack[number], gradient_stack[number]
        before, after = activations[number], activations[number + 1]
        delta = error * after * (1 - after)
        dW[...] = delta @ before.swapaxes(-1, -2)
        if db is not None:
            db[...] = delta.sum(axis=-1)
        error = W.swapaxes(-1, -2) @ delta


class NetworkCost:
    """The mean cost of a network over fixed examples, as a function of its parameters alone.

        C(parameters) = mean over the examples of 1/2 * sum over the outputs of (a - y)**2

    sizes, biases: as in `Network`. x, y: inputs and targets, a row an example. `parameters` in each method: one flat
    vector, or an array whose last axis is that vector. Make one with `network.cost_on(x, y)`, which checks x and y.
    """

    def __init__(self, sizes, biases, x, y):
        self.sizes, self.biases, self.x, self.y = sizes, biases, x, y

    def value(self, parameters):
        """Return the mean cost: a number, or one for each vector of a grid."""
        parameters = self._checked(parameters)
        with np.errstate(all="ignore"):  # the cost of a network that diverged is nan: that says enough
            outputs = forward(layers(parameters, self.sizes, self.biases), self.x.T)[-1]
            value = 0.5 * np.square(outputs - self.y.T).sum(axis=(-2, -1)) / len(self.x)
        return value if value.ndim else float(value)

    def gradient(self, parameters):
        """Return dC/d(parameters), in the shape of `parameters`."""
        parameters = self._checked(parameters)
        gradient = np.empty_like(parameters)
        stack, gradient_stack = (layers(vector, self.sizes, self.biases) for vector in (parameters, gradient))
        with np.errstate(all="ignore"):
            activations = forward(stack, self.x.T)
            backward(stack, activations, (activations[-1] - self.y.T) / len(self.x), gradient_stack)
        return gradient

    def evaluator(self, shape, dtype):
        """Return evaluate(parameters, value, gradient) for arrays of this shape; see costs.py."""
        return Passes(self.sizes, self.biases, self.x, self.y, shape[:-1], dtype).evaluate

    def _checked(self, parameters):
        parameters = np.asarray(validation.numbers("parameters", parameters))
        wanted = parameter_count(self.sizes, self.biases)
        if parameters.shape[-1:] != (wanted,):
            raise ValueError(
                f"parameters must be a vector of {wanted} number(s), such as network.parameters, "
                f"for a network of sizes {self.sizes}, got shape {parameters.shape}"
            )
        return parameters
