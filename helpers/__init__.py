"""What the lessons compute with. Open any file in core/: it is meant to be read."""

from helpers.core import (
    Descent,
    Network,
    Parabola,
    derivative,
    gradient_descent,
    load_digits,
    power_rule,
    secant_slope,
    sigmoid,
    train,
)

__all__ = [
    "Descent",
    "Network",
    "Parabola",
    "derivative",
    "gradient_descent",
    "load_digits",
    "power_rule",
    "secant_slope",
    "sigmoid",
    "train",
]
