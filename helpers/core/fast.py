"""A faster backpropagation: the results of backpropagation.py, with arrays that are made once.

- Every array is made once and filled in each step: making them anew takes longer than the arithmetic on small ones.
- A bias is a weight on a constant neuron (see `matrices`), so that a layer is one product, forward and back.
- The neurons of all layers lie in one array, one layer below the other, so that a (1 - a) is computed at once.
- Numbers that a step multiplies by are arrays: NumPy would make one of a plain 1 in each step.

A test holds these passes to the plain ones.
"""

import numpy as np

from helpers.core.layers import matrices


class Passes:
    """Forward and backward passes over some examples, for one network or for a grid of networks of the same sizes.

    x, y: inputs and targets, a row an example. grid: the axes of `parameters` before its last one.
    scale: a number that the gradient is multiplied by, say the learning rate.
    """

    def __init__(self, sizes, biases, x, y, grid, dtype, scale=1.0):
        self.sizes, self.biases, examples = sizes, biases, len(x)
        self.inputs = np.ones((examples, sizes[0] + bool(biases)), dtype)
        self.inputs[:, : sizes[0]], self.targets = x, np.array(y.T, dtype)
        ends = np.cumsum([size + bool(biases) for size in sizes[1:-1]] + [sizes[-1]]).tolist()
        rows = [slice(end - height, end) for end, height in zip(ends, np.diff([0, *ends]).tolist())]
        neurons = [slice(row.start, row.start + size) for row, size in zip(rows, sizes[1:])]  # no constant ones

        shape = (*grid, ends[-1], examples)
        self.outputs, self.slopes, self.deltas = np.ones(shape, dtype), np.empty(shape, dtype), np.empty(shape, dtype)
        self.errors = np.empty((*grid, sizes[-1], examples), dtype)
        self.one, self.forty, self.share = (np.array(number, dtype) for number in (1, 40, scale / examples))
        self.product = grid_product if grid else np.dot  # for a small layer np.dot is quicker than @

        def part(array, cut):
            return array[..., cut, :]

        before = [self.inputs.T, *(part(self.outputs, row) for row in rows[:-1])]
        self.last = part(self.outputs, neurons[-1])
        self.forward_views = [  # z is stored in the deltas array, which is unused until the backward pass
            (inputs, part(self.deltas, cut), part(self.outputs, cut)) for inputs, cut in zip(before, neurons)
        ]
        self.backward_views = [
            (inputs.swapaxes(-1, -2), part(self.slopes, row), part(self.deltas, row), part(self.deltas, cut))
            for inputs, row, cut in zip(before, rows, neurons)
        ]

    def evaluate(self, parameters, value, gradient):
        """Put the mean cost into value, and its gradient times scale into gradient."""
        self.forward(matrices(parameters, self.sizes, self.biases))
        np.einsum("...jn,...jn->...", self.errors, self.errors, out=value)
        value *= 0.5 / self.errors.shape[-1]
        self.backward(matrices(gradient, self.sizes, self.biases))

    def forward(self, stack):
        """Compute the outputs of every layer, a = sigmoid(W a), and the errors of the last."""
        self.stack = stack
        for weights, (before, z, after) in zip(stack, self.forward_views):
            self.product(weights, before, out=z)
            np.minimum(z, self.forty, out=after)  # sigmoid(z), as in sigmoid.py
            np.exp(after, out=after)
            np.add(after, self.one, out=z)
            after /= z
        np.subtract(self.last, self.targets, out=self.errors)

    def backward(self, gradient_stack):
        """Fill the gradient, from the last layer to the first, after a forward pass."""
        np.subtract(self.one, self.outputs, out=self.slopes)
        self.slopes *= self.outputs  # a (1 - a) of all layers; 0 for the constant neurons
        np.multiply(self.errors, self.share, out=self.backward_views[-1][2])  # dC/da of the last layer
        for number in reversed(range(len(self.stack))):
            before_T, slope, rows, delta = self.backward_views[number]
            rows *= slope
            self.product(delta, before_T, out=gradient_stack[number])
            if number > 0:
                weights_T = self.stack[number].swapaxes(-1, -2)
                self.product(weights_T, delta, out=self.backward_views[number - 1][2])


def grid_product(left, right, out):
    """Put left @ right into out; a grid of networks must not cost a small matrix product each."""
    if left.shape[-1] == 1:  # one term: nothing to sum
        np.multiply(left, right, out=out)
    elif right.ndim == 2:  # all share the right factor: one tall product
        out[...] = (left.reshape(-1, left.shape[-1]) @ right).reshape(out.shape)
    else:
        np.matmul(left, right, out=out)


class MiniBatch:
    """Steps of gradient descent, each on so many rows of x and y."""

    def __init__(self, network, x, y, size, learning_rate):
        self.x, self.y, dtype = x, y, network.parameters.dtype
        self.passes = Passes(network.sizes, network.biases, x[:size], y[:size], (), dtype, scale=learning_rate)

    def steps(self, parameters, batches) -> float:
        """Take a step for each row of example numbers, in place; return the sum of all squared errors on the way."""
        passes, move, squares = self.passes, np.empty_like(parameters), 0.0
        stack, move_stack = (matrices(vector, passes.sizes, passes.biases) for vector in (parameters, move))
        inputs, targets, errors = passes.inputs[:, : passes.sizes[0]], passes.targets, passes.errors.ravel()
        for batch in batches:
            inputs[...], targets[...] = self.x[batch], self.y[batch].T
            passes.forward(stack)
            passes.backward(move_stack)  # learning_rate * gradient
            parameters -= move
            squares += float(np.dot(errors, errors))
        return squares
