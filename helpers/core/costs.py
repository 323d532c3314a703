"""The cost functions of the course, each with its formula. A network's cost is in backpropagation.py.

A cost is any object with value(parameters) and gradient(parameters). It may also have evaluator(shape, dtype), which
returns a function evaluate(parameters, value, gradient) that writes both into arrays made beforehand;
`gradient_descent` uses it if it is there, and calls value and gradient if it is not.

Every method takes a number or an array and raises TypeError for what is not made of numbers. Costs of one weight work
element by element, so that an array is a whole grid of them. A value too large for a float is inf.
"""

import numpy as np

from helpers.core import validation
from helpers.core.sigmoid import sigmoid
from helpers.core.slopes import power_rule


class Cost:
    """What the costs below share: `gradient_descent` need not check what they return."""

    def evaluator(self, shape, dtype):
        """Return evaluate(parameters, value, gradient) for arrays of this shape."""

        def evaluate(parameters, value, gradient):
            value[...], gradient[...] = self.value(parameters), self.gradient(parameters)

        return evaluate


class Parabola(Cost):
    """The bowl C(w) = (w - minimum)**2, with slope C'(w) = 2 (w - minimum).

    minimum: where the bottom is, one finite number.
    Raises TypeError or ValueError if minimum is not one finite number.
    """

    def __init__(self, minimum=3.0):
        self.minimum = validation.finite_number("minimum", minimum)

    def __repr__(self):
        return f"Parabola(minimum={self.minimum:g})"

    def value(self, parameters):
        """Return the cost (w - minimum)**2."""
        distance = validation.numbers("parameters", parameters) - self.minimum
        return distance * distance  # where it is too large for a float this is inf, and distance**2 an OverflowError

    def gradient(self, parameters):
        """Return the slope 2 (w - minimum), in units of cost per unit of w."""
        return 2 * (validation.numbers("parameters", parameters) - self.minimum)


class SteepHill(Cost):
    """The bowl C(w) = k (w - minimum)**2 + lowest, with slope C'(w) = 2 k (w - minimum).

    k: how many times as steep as `Parabola`. minimum: where the bottom is. lowest: the cost there.
    Raises TypeError or ValueError if one of them is not one finite number.
    """

    def __init__(self, k, minimum=3.0, lowest=0.0):
        self.k = validation.finite_number("k", k)
        self.minimum = validation.finite_number("minimum", minimum)
        self.lowest = validation.finite_number("lowest", lowest)

    def value(self, parameters):
        """Return the cost k (w - minimum)**2 + lowest."""
        distance = validation.numbers("parameters", parameters) - self.minimum
        return self.k * (distance * distance) + self.lowest

    def gradient(self, parameters):
        """Return the slope 2 k (w - minimum)."""
        return 2 * self.k * (validation.numbers("parameters", parameters) - self.minimum)


class Hill(SteepHill):
    """C(w) = 0.6 (w - 4.7)**2 + 1.3: a bowl whose bottom is not at a number one would guess."""

    def __init__(self):
        super().__init__(0.6, minimum=4.7, lowest=1.3)


class Power(Cost):
    """C(x) = x**n, for x above 0, with the slope n x**(n - 1). n: one finite number, whole or not.

    Raises TypeError or ValueError if n is not one finite number, and from gradient, as `power_rule` says, where there
    is no slope.
    """

    def __init__(self, n):
        self.n = validation.finite_number("n", n)
        self.gradient = power_rule(self.n)

    def value(self, x):
        """Return x**n."""
        with np.errstate(all="ignore"):  # 1/0 is inf, and the root of a negative number nan
            return np.power(validation.numbers("x", x), self.n)


class DoubleWell(Cost):
    """C(w) = (w**2 - 1)**2 + 0.3 w: two valleys, the left one deeper, and a hilltop between them.

    left, hilltop, right: where the slope C'(w) = 4 w (w**2 - 1) + 0.3 is 0. The hilltop is the one float where it is
    computed as 0 exactly: a start there stays at any learning rate.
    """

    left, hilltop, right = -1.0355787140888542, 0.07542915856974822, 0.9601495555191059

    def value(self, parameters):
        """Return the cost (w**2 - 1)**2 + 0.3 w."""
        w = validation.numbers("parameters", parameters)
        bowl = w * w - 1
        return bowl * bowl + 0.3 * w

    def gradient(self, parameters):
        """Return the slope 4 w (w**2 - 1) + 0.3."""
        w = validation.numbers("parameters", parameters)
        return 4 * w * (w * w - 1) + 0.3


class Cube(Cost):
    """C(w) = w**3: flat at w = 0 and rising on both sides, so that 0 is neither a minimum nor a maximum."""

    def value(self, parameters):
        """Return the cost w**3."""
        w = validation.numbers("parameters", parameters)
        return w * w * w

    def gradient(self, parameters):
        """Return the slope 3 w**2."""
        w = validation.numbers("parameters", parameters)
        return 3 * w * w


class Plateau(Cost):
    """C(w) = 1 / (1 + exp(10 w)): a high plain on the left, a low one on the right, and a slope between them."""

    def value(self, parameters):
        """Return the cost, which is nearly 1 on the left and nearly 0 on the right."""
        with np.errstate(over="ignore"):  # exp(800) is inf, and the cost then 0
            return 1 / (1 + np.exp(10 * validation.numbers("parameters", parameters)))

    def gradient(self, parameters):
        """Return the slope -10 C (1 - C): small wherever C is near 0 or near 1."""
        cost = self.value(parameters)
        return -10 * cost * (1 - cost)


class CrossEntropy(Cost):
    """C(w) = -ln sigmoid(w), the cross-entropy of a neuron with one weight that should answer 1 to x = 1.

        E = -y ln a - (1 - y) ln(1 - a)        dE/da = (a - y) / (a (1 - a))

    Times the slope of the sigmoid, a (1 - a), that leaves C'(w) = a - 1, which does not fade where the neuron
    is saturated.
    Source: Nielsen, Neural Networks and Deep Learning, chapter 3, equations 57 to 61.
    """

    def value(self, parameters):
        """Return -ln sigmoid(w), as ln(1 + exp(-w)): a number even where sigmoid(w) is 0."""
        return np.logaddexp(0, -validation.numbers("parameters", parameters))

    def gradient(self, parameters):
        """Return the slope sigmoid(w) - 1."""
        return sigmoid(validation.numbers("parameters", parameters)) - 1


class Bowl(Cost):
    """C(u, v) = u**2 / 2 + 25 v**2 / 2, a bowl that is 25 times as steep along v as along u.

    The last axis of parameters holds u and v. curvatures: how fast the slope grows along u, and along v.
    """

    curvatures = np.array([1.0, 25.0])

    def value(self, parameters):
        """Return the cost u**2 / 2 + 25 v**2 / 2."""
        return 0.5 * (self.curvatures * np.square(self._checked(parameters))).sum(axis=-1)

    def gradient(self, parameters):
        """Return the gradient (u, 25 v)."""
        return self.curvatures * self._checked(parameters)

    @staticmethod
    def _checked(parameters):
        parameters = np.asarray(validation.numbers("parameters", parameters))
        if parameters.shape[-1:] != (2,):
            raise ValueError(f"parameters must hold u and v in their last axis, got shape {parameters.shape}")
        return parameters


class Frozen(Cost):
    """A cost with frozen parameters: their slope is set to 0, so that a descent does not move them.

    cost: any cost with an evaluator. trained: 1 for each parameter that is trained and 0 for each that is frozen.
    """

    def __init__(self, cost, trained):
        self.cost, self.trained = cost, np.asarray(validation.finite("trained", trained))
        self.value = cost.value

    def gradient(self, parameters):
        """Return the gradient, with 0 for the frozen parameters."""
        return self.cost.gradient(parameters) * self.trained

    def evaluator(self, shape, dtype):
        """Return evaluate(parameters, value, gradient) for arrays of this shape."""
        evaluate_all = self.cost.evaluator(shape, dtype)

        def evaluate(parameters, value, gradient):
            evaluate_all(parameters, value, gradient)
            gradient *= self.trained

        return evaluate


class SignOfSlope(Cost):
    """A cost for somebody who knows which way the slope goes, and not how steep it is: sign descent.

    digits: slopes are rounded to so many digits first, so that one that is 0 but for a rounding error counts as 0.
    Source: Riedmiller and Braun, A direct adaptive method for faster backpropagation learning: the RPROP algorithm.
    """

    def __init__(self, cost, digits=None):
        self.cost, self.digits = cost, digits
        self.value = cost.value

    def gradient(self, parameters):
        """Return 1, 0 or -1 for each parameter."""
        slope = self.cost.gradient(parameters)
        return np.sign(slope if self.digits is None else np.round(slope, self.digits))


class AlternatingCost(Cost):
    """The mean of several costs, of which each step looks at one, in turn: online learning.

    costs: one for each example, or for each mini-batch. Every call of gradient is a step: it asks the next of them.
    """

    def __init__(self, costs):
        self.costs = list(costs)
        self.steps = 0

    def value(self, parameters):
        """Return the mean of all the costs."""
        return sum(cost.value(parameters) for cost in self.costs) / len(self.costs)

    def gradient(self, parameters):
        """Return the gradient of the cost whose turn it is."""
        cost = self.costs[self.steps % len(self.costs)]
        self.steps += 1
        return cost.gradient(parameters)
