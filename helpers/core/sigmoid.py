"""The activation function of every neuron in this course."""

import numpy as np

from helpers.core import doors


def sigmoid(z):
    """Return the sigmoid of z, element by element.

        sigmoid(z) = 1 / (1 + exp(-z))        sigmoid'(z) = sigmoid(z) (1 - sigmoid(z))

    z: a number or an array; any float, inf included. Returns numbers from 0 to 1 in the same shape.
    Exact to rounding everywhere: it is computed in the equal form exp(z) / (1 + exp(z)), with z held at 40
    because from there on both are the same float, and exp(800) would be more than a float can hold.
    Raises TypeError if z is not made of numbers.
    """
    z = doors.numbers("z", z)
    work = np.array(z)  # a copy: sigmoid_into uses it up
    result = np.empty_like(work)
    sigmoid_into(work, result)
    return result if np.ndim(z) else float(result)


# As arrays, since NumPy would have to make one of a plain 1 or 40 in each call, which takes as long as a small layer.
CONSTANTS = {np.dtype(kind): (np.array(1, kind), np.array(40, kind)) for kind in (np.float32, np.float64)}


def sigmoid_into(z, out):
    """Put the sigmoid of the array z into out, using z up. For loops that must not make arrays."""
    one, forty = CONSTANTS[z.dtype]
    np.minimum(z, forty, out=out)
    np.exp(out, out=out)
    np.add(out, one, out=z)
    out /= z
