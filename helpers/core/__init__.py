"""The mathematics of the course: NumPy and nothing else."""

from helpers.core.costs import Parabola
from helpers.core.descent import Descent, gradient_descent
from helpers.core.digits import load_digits
from helpers.core.network import Network
from helpers.core.sigmoid import sigmoid
from helpers.core.slopes import derivative, power_rule, secant_slope
from helpers.core.training import train

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
