"""How one flat vector holds the weights and biases of all layers: layer after layer, neuron after neuron.

Each neuron has first its weights, then its bias. All that is returned here is a view: what is written into it stands in
the vector. Axes of `parameters` before its last one are a grid of networks of the same sizes.
"""


def layers(parameters, sizes, biases) -> list:
    """Return a pair (W, b) for each layer, of shapes (..., out, in) and (..., out); b is None without biases."""
    stack = matrices(parameters, sizes, biases)
    return [(M[..., :fan_in], M[..., fan_in] if biases else None) for M, fan_in in zip(stack, sizes)]


def matrices(parameters, sizes, biases) -> list:
    """Return for each layer a matrix of shape (..., out, in + 1) with its biases, if it has any, last in each row.

    A bias is the weight on one more neuron of the layer before, whose output is always 1: the constant neuron.
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
