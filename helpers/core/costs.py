"""A cost: any object with value(parameters) and gradient(parameters).

It may also offer filler(shape, dtype), which returns a function fill(parameters, value, gradient) that
puts both into arrays made beforehand; `gradient_descent` uses it if it is there.
`Parabola` is the smallest cost; a network's cost is in backpropagation.py.
"""

import numpy as np

from helpers.core import doors


class Parabola:
    """The bowl C(w) = (w - minimum)**2, with slope C'(w) = 2 (w - minimum).

    minimum: where the bottom is, one finite number. Every method takes a number or an array of any
    shape and works element by element, so that an array is a whole grid of bowls.
    Raises TypeError or ValueError if minimum is not one finite number.
    """

    def __init__(self, minimum=3.0):
        self.minimum = doors.finite_number("minimum", minimum)

    def __repr__(self):
        return f"Parabola(minimum={self.minimum:g})"

    def value(self, parameters):
        """Return the cost (w - minimum)**2."""
        distance = doors.numbers("parameters", parameters) - self.minimum
        return distance * distance  # where it is too large for a float this is inf, and distance**2 an OverflowError

    def gradient(self, parameters):
        """Return the slope 2 (w - minimum), in units of cost per unit of w."""
        return 2 * (doors.numbers("parameters", parameters) - self.minimum)

    def filler(self, shape, dtype):
        """Return fill(parameters, value, gradient) for arrays of this shape."""

        def fill(parameters, value, gradient):
            np.subtract(parameters, self.minimum, out=gradient)
            np.multiply(gradient, gradient, out=value)
            np.multiply(gradient, 2, out=gradient)

        return fill
