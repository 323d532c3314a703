"""How steep a function is: between two points, at one point, and by the power rule."""

from collections.abc import Callable

import numpy as np

from helpers.core import validation


def secant_slope(f: Callable, w, h):
    """Return the mean rate of change of f from w to w + h.

        (f(w + h) - f(w)) / h

    f: a function of one number (or of an array, element by element). A constant one may return one number.
    w, h: numbers or arrays that broadcast against each other; h in units of w, never 0.
    Returns: units of f per unit of w, in the shape of w and h together.
    Raises TypeError if f is no function of numbers or w, h are no numbers; ValueError if w, h are not finite, h is 0,
    or the shapes do not fit.
    """
    f = _function(f)
    w, h = _broadcast(validation.finite("w", w), _step(h))
    return _one_for_each(w + h, (f(w + h) - f(w)) / h)


def derivative(f: Callable, w, h=1e-5):
    """Return the slope of f at w, measured by the central difference.

        (f(w + h) - f(w - h)) / (2 h)

    The error is about f'''(w) h**2 / 6 from the width of the step and 1e-16 |f(w)| / h from rounding;
    h = 1e-5 keeps both small. Arguments, shapes, units and errors as for `secant_slope`.
    Source: Press et al., Numerical Recipes, section 5.7.
    """
    f = _function(f)
    w, h = _broadcast(validation.finite("w", w), _step(h))
    return _one_for_each(w + h, (f(w + h) - f(w - h)) / (2 * h))


def power_rule(n, coefficient=1) -> Callable:
    """Return the derivative of coefficient * x**n, as a function of x.

        d/dx  c x**n  =  c n x**(n - 1)

    n, coefficient: single finite numbers, whole or not.
    The function returned takes a number or an array and raises ValueError where there is no slope:
    at x = 0 when n < 1 (except n = 0, whose slope is 0 everywhere), and at x < 0 when n is not whole.
    """
    n = validation.finite_number("n", n)
    coefficient = validation.finite_number("coefficient", coefficient)

    def slope(x):
        x = validation.finite("x", x)
        if n == 0:
            return 0.0 * abs(x)
        if n < 1 and np.any(x == 0):
            raise ValueError(f"x must not be 0: x**{n:g} has no slope there, got {validation.shown(x)}")
        if n != round(n) and np.any(x < 0):
            raise ValueError(f"x must not be negative: x**{n:g} is defined from 0 upwards, got {validation.shown(x)}")
        with np.errstate(over="ignore"):  # too large for a float: inf
            result = coefficient * n * np.power(x, n - 1)
        return result if np.ndim(x) else float(result)

    return slope


def _function(f):
    """Return f with a check of what it returns: that must be numbers too."""
    f = validation.function("f", f, "lambda w: (w - 3)**2")
    return lambda w: validation.numbers("what f returns", f(w))


def _one_for_each(w, slope):
    """Return the slope in the shape of w."""
    if np.shape(slope) == np.shape(w):
        return slope
    if np.all(slope == 0):  # a constant, such as lambda w: 5
        return np.zeros(np.shape(w))
    raise ValueError(
        f"f must return one value for each number it gets, as lambda w: (w - 3)**2 does; "
        f"for shape {np.shape(w)} the slope has shape {np.shape(slope)}"
    )


def _step(h):
    h = validation.finite("h", h)
    if np.any(h == 0):
        raise ValueError(
            f"h must not be 0, got {validation.shown(h)}; a slope needs two different points, so try h=0.001"
        )
    return h


def _broadcast(w, h):
    """Return w and h unchanged if they fit each other, so that the error names them and not an operation inside."""
    try:
        np.broadcast_shapes(np.shape(w), np.shape(h))
    except ValueError:
        raise ValueError(
            f"w and h must fit each other, got shapes {np.shape(w)} and {np.shape(h)}; give one of them as a number"
        ) from None
    return w, h
