"""The cost of a sigmoid network and its gradient: one pass forward, one pass back.

Inside, an array of outputs has a row for each neuron and a column for each example, so that a layer reads as it is
written on paper: a = sigmoid(W a). There is no "+ b" in it, because a bias is a weight too: the weight on one more
neuron whose output is always 1, the constant neuron. It stands last in every layer that has a layer after it, so W has
one more column, the biases. Axes before these two are a grid of networks of the same sizes, one for each parameter
vector.
"""

import numpy as np

from helpers.core import doors
from helpers.core.sigmoid import sigmoid_into


class NetworkCost:
    """The mean cost of a network over fixed examples, as a function of its parameters alone.

        C(parameters) = mean over the examples of 1/2 * sum over the outputs of (a - y)**2

    sizes, biases: as in `Network`. x: inputs, a row an example, as `with_constant_neuron` returns them; y: targets,
    a row an example. `parameters` in each method: one flat vector, or an array whose last axis is that vector.
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
        with np.errstate(all="ignore"):  # the cost of a network that blew up is nan: that says enough
            passes.forward(layers(parameters, self.sizes, self.biases))
            passes.value(out=value)
        return value if value.ndim else float(value)

    def gradient(self, parameters):
        """Return dC/d(parameters), in the shape of `parameters`."""
        parameters = self._checked(parameters)
        gradient = np.empty_like(parameters)
        passes = Passes(self, parameters.shape[:-1], parameters.dtype)
        with np.errstate(all="ignore"):
            passes.forward(layers(parameters, self.sizes, self.biases))
            passes.backward(layers(gradient, self.sizes, self.biases))
        return gradient

    def evaluator(self, shape, dtype):
        """Return evaluate(parameters, value, gradient) for arrays of this shape; see costs.py."""
        passes = Passes(self, shape[:-1], dtype)

        def evaluate(parameters, value, gradient):
            passes.forward(layers(parameters, self.sizes, self.biases))
            passes.value(out=value)
            passes.backward(layers(gradient, self.sizes, self.biases))

        return evaluate

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

    The arrays are why this is a class: making them anew in each of 100 steps takes longer than the arithmetic. For the
    same reason the neurons of all layers lie in one array, one layer below the other, and each layer's rows are views.
    scale: a number that the gradient is multiplied by, say the learning rate.
    """

    def __init__(self, cost, grid, dtype, scale=1.0):
        examples = cost.inputs.shape[-1]
        ends = np.cumsum([size + bool(cost.biases) for size in cost.sizes[1:-1]] + [cost.sizes[-1]]).tolist()
        rows = [slice(end - height, end) for end, height in zip(ends, np.diff([0, *ends]).tolist())]
        neurons = [slice(row.start, row.start + size) for row, size in zip(rows, cost.sizes[1:])]  # no constant ones

        shape = (*grid, ends[-1], examples)
        self.outputs, self.slopes, self.deltas = np.ones(shape, dtype), np.empty(shape, dtype), np.empty(shape, dtype)
        self.errors = np.empty((*grid, cost.sizes[-1], examples), dtype)
        self.targets = cost.targets
        self.share = np.array(scale / examples, dtype)  # of a mean over n examples, each one's share is 1/n
        self.one = np.array(1, dtype)  # an array, since NumPy would make one of a 1 in each step
        # np.dot is quicker than @ for a small layer, but multiplies only what is of one dtype, for one network.
        self.times = np.dot if not grid and cost.inputs.dtype == dtype else times

        def part(array, cut):
            return array[..., cut, :]

        befores = [cost.inputs, *(part(self.outputs, row) for row in rows[:-1])]
        self.last = part(self.outputs, neurons[-1])
        self.way_forward = [
            # z is not needed for its own sake; the deltas' room is free until the pass back
            (before, part(self.deltas, cut), part(self.outputs, cut))
            for before, cut in zip(befores, neurons)
        ]
        self.way_back = [
            (before.swapaxes(-1, -2), part(self.slopes, row), part(self.deltas, row), part(self.deltas, cut))
            for before, row, cut in zip(befores, rows, neurons)
        ]

    def forward(self, stack):
        """Compute the outputs of every layer, a = sigmoid(W a), and return the last. stack: see `layers`."""
        self.stack = stack
        for weights, (before, z, after) in zip(stack, self.way_forward):
            self.times(weights, before, out=z)
            sigmoid_into(z, after)
        return self.last

    def value(self, out):
        """Put into out the mean over the examples of half the summed squared errors, after a forward pass."""
        errors = np.subtract(self.last, self.targets, out=self.errors)
        np.einsum("...jn,...jn->...", errors, errors, out=out)
        out *= 0.5 / errors.shape[-1]

    def backward(self, gradient_stack):
        """Fill the gradient by the chain rule, from the last layer to the first, after a forward pass.

            delta = dC/da * a (1 - a)          dC/dW = delta a_before^T          dC/da_before = W^T delta

        The sum over the examples is in the product delta a_before^T; the constant neuron's column of it is dC/db.
        Source: Nielsen, Neural Networks and Deep Learning, chapter 2, equations BP1 to BP4.
        """
        np.subtract(self.one, self.outputs, out=self.slopes)
        self.slopes *= self.outputs  # a (1 - a) of all layers at once; 0 for the constant neurons
        errors = np.subtract(self.last, self.targets, out=self.errors)
        np.multiply(errors, self.share, out=self.way_back[-1][2])  # dC/da of the last layer
        for number in reversed(range(len(self.stack))):
            before_T, slope, rows, delta = self.way_back[number]
            rows *= slope
            self.times(delta, before_T, out=gradient_stack[number])
            if number > 0:
                weights_T = self.stack[number].swapaxes(-1, -2)
                self.times(weights_T, delta, out=self.way_back[number - 1][2])


def with_constant_neuron(x, biases) -> np.ndarray:
    """Return the inputs x, rows of examples, with a 1 at the end of each row if there are biases to multiply it by."""
    if not biases:
        return np.ascontiguousarray(x)
    wider = np.ones((len(x), x.shape[1] + 1), x.dtype)  # in C order, whatever x is: the products want it
    wider[:, :-1] = x
    return wider


def layers(parameters, sizes, biases) -> list:
    """Cut the flat vector into a matrix for each layer, a view: shape (out, in + 1), or (out, in) without biases.

    The vector holds layer after layer and neuron after neuron: each first its weights, then its bias.
    """
    stack, at = [], 0
    for fan_in, fan_out in zip(sizes, sizes[1:]):
        width = fan_in + bool(biases)
        stack.append(parameters[..., at : at + fan_out * width].reshape(*parameters.shape[:-1], fan_out, width))
        at += fan_out * width
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
