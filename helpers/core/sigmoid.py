"""The activation function of every neuron in this course."""

import numpy as np

from helpers.core import validation


def sigmoid(z):
    """Return the sigmoid of z, element by element.

        sigmoid(z) = 1 / (1 + exp(-z))        sigmoid'(z) = sigmoid(z) (1 - sigmoid(z))

    z: a number or an array; any float, inf included. Returns numbers from 0 to 1 in the same shape.
    Exact to rounding everywhere: it is computed in the equal form exp(z) / (1 + exp(z)), with z held at 40
    because from there on both are the same float, and exp(800) would be more than a float can hold.
    Raises TypeError if z is not made of numbers.
    """
    z = validation.numbers("z", z)
    growth = np.exp(np.minimum(z, 40))
    result = growth / (growth + 1)
    return result if np.ndim(z) else float(result)
