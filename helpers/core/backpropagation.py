"""The cost of a sigmoid network and its gradient: one pass forward, one pass back.

Inside, an array of activations has a row for each neuron and a column for each example, so that a
layer reads as it is written on paper: a = sigmoid(W a + b). Axes before these two are a grid of
networks of the same sizes, one for each parameter vector.
"""

import numpy as np

from helpers.core import doors
from helpers.core.sigmoid import sigmoid_into


class NetworkCost:
    """The mean cost of a network over fixed examples, as a function of its parameters alone.

        C(parameters) = mean over the examples of 1/2 * sum over the outputs of (a - y)**2

    sizes, biases: as in `Network`. x: inputs, a row an example; y: targets, likewise.
    `parameters` in each method: one flat vector, or an array whose last axis is that vector.
    Make one with `network.cost_on(x, y)`, which checks x and y.
    """

    def __init__(self, sizes, biases, x, y):
        self.sizes, self.biases = sizes, biases
        self.inputs, self.targets = x.T, y.T

    def value(self, parameters):
        """Return the mean cost: a number, or one for each vector of a grid."""
        parameters = self._checked(parameters)
        passes = Passes(self, parameters.shape[:-1], parameters.dtype)
        value = np.empty(parameters.shape[:-1], parameters.dtype)
        passes.forward(parameters)
        passes.value(out=value)
        return value if value.ndim else float(value)

    def gradient(self, parameters):
        """Return dC/d(parameters), in the shape of `parameters`."""
        parameters = self._checked(parameters)
        gradient = np.empty_like(parameters)
        passes = Passes(self, parameters.shape[:-1], parameters.dtype)
        passes.forward(parameters)
        passes.backward(gradient)
        return gradient

    def filler(self, shape, dtype):
        """Return fill(parameters, value, gradient) for arrays of this shape; see costs.py."""
        passes = Passes(self, shape[:-1], dtype)

        def fill(parameters, value, gradient):
            passes.forward(parameters)
            passes.value(out=value)
            passes.backward(gradient)

        return fill

    def _checked(self, parameters):
        parameters = np.asarray(doors.numbers("parameters", parameters))
        wanted = parameter_count(self.sizes, self.biases)
        if parameters.shape[-1:] != (wanted,):
            raise ValueError(
                f"parameters must be a vector of {wanted} number(s), such as network.parameters, "
                f"for a network of sizes {self.sizes}, got shape {parameters.shape}"
            )
        return parameters


class Passes:
    """A forward and a backward pass over a cost's examples, with every array they fill made once.

    The arrays are why this is a class: making them anew in each of 100 steps takes longer than the arithmetic.
    """

    def __init__(self, cost, grid, dtype):
        self.cost = cost
        shapes = [(*grid, size, cost.inputs.shape[-1]) for size in cost.sizes[1:]]
        self.activations = [cost.inputs, *(np.empty(shape, dtype) for shape in shapes)]
        self.deltas = [np.empty(shape, dtype) for shape in shapes]

    def forward(self, parameters):
        """Compute the activations of every layer, a = sigmoid(W a + b), and return the last."""
        self.stack = layers(parameters, self.cost.sizes, self.cost.biases)
        for number, (weights, bias) in enumerate(self.stack):
            z = self.deltas[number]  # not needed for its own purpose before the pass back
            times(weights, self.activations[number], out=z)
            if bias is not None:
                z += bias
            sigmoid_into(z, self.activations[number + 1])
        return self.activations[-1]

    def value(self, out):
        """Put into out the mean over the examples of half the summed squared errors, after a forward pass."""
        errors = np.subtract(self.activations[-1], self.cost.targets, out=self.deltas[-1])
        np.einsum("...jn,...jn->...", errors, errors, out=out)
        out *= 0.5 / errors.shape[-1]

    def backward(self, gradient):
        """Fill `gradient` by the chain rule, from the last layer to the first, after a forward pass.

            delta = dC/da * a (1 - a)          dC/dW = delta a_before^T          dC/db = sum of delta
            dC/da_before = W^T delta           (sums run over the examples)

        Source: Nielsen, Neural Networks and Deep Learning, chapter 2, equations BP1 to BP4.
        """
        slope = np.subtract(self.activations[-1], self.cost.targets, out=self.deltas[-1])
        slope /= slope.shape[-1]  # of a mean over n examples, each one's share is 1/n
        gradient_stack = layers(gradient, self.cost.sizes, self.cost.biases)
        for number in reversed(range(len(self.stack))):
            before, after, delta = self.activations[number], self.activations[number + 1], self.deltas[number]
            delta *= after
            np.subtract(1, after, out=after)
            delta *= after
            weight_slope, bias_slope = gradient_stack[number]
            times(delta, np.swapaxes(before, -1, -2), out=weight_slope)
            if bias_slope is not None:
                delta.sum(axis=-1, keepdims=True, out=bias_slope)
            if number > 0:
                times(np.swapaxes(self.stack[number][0], -1, -2), delta, out=self.deltas[number - 1])


def layers(parameters, sizes, biases) -> list:
    """Cut the flat vector into a (weights, bias) pair of views for each layer: shapes (out, in) and (out, 1) or None.

    The vector holds layer after layer, each first its weights row by row, then its biases.
    """
    stack, at = [], 0
    for fan_in, fan_out in zip(sizes, sizes[1:]):
        weights = parameters[..., at : at + fan_out * fan_in].reshape(*parameters.shape[:-1], fan_out, fan_in)
        at += fan_out * fan_in
        bias = parameters[..., at : at + fan_out, np.newaxis] if biases else None
        at += fan_out if biases else 0
        stack.append((weights, bias))
    return stack


def parameter_count(sizes, biases) -> int:
    """Return how many weights and biases a network of these sizes has."""
    return sum(fan_out * (fan_in + bool(biases)) for fan_in, fan_out in zip(sizes, sizes[1:]))


def times(left, right, out):
    """Put left @ right into out; a grid of networks must not cost a small matrix product each."""
    if left.shape[-1] == 1:  # one term: nothing to sum
        np.multiply(left, right, out=out)
    elif left.ndim > 2 and right.ndim == 2:  # all share the right factor: one tall product
        out[...] = (left.reshape(-1, left.shape[-1]) @ right).reshape(out.shape)
    else:
        np.matmul(left, right, out=out)
