"""A network's cost for autograd, the second opinion on backpropagation."""

import autograd.numpy


def cost_as_a_formula(network, x, y):
    """The cost as autograd can differentiate it, which knows nothing of backpropagation here."""

    def cost(parameters):
        a, at = x, 0
        for fan_in, fan_out in zip(network.sizes, network.sizes[1:]):
            width = fan_in + network.biases
            neurons = parameters[at : at + fan_out * width].reshape(fan_out, width)
            bias = neurons[:, fan_in] if network.biases else 0.0
            a, at = 1 / (1 + autograd.numpy.exp(-(a @ neurons[:, :fan_in].T + bias))), at + neurons.size
        return 0.5 * autograd.numpy.sum((a - y) ** 2) / len(x)

    return cost
