"""What the numbers of lesson 06 follow from."""

import sys

import numpy as np
from prose import Claims

from helpers.core import Network, Parabola, derivative, gradient_descent, power_rule, sigmoid
from helpers.core.costs import SignOfSlope
from helpers.labs import NeuronLab, SigmoidLab
from helpers.pictures.neuron import INPUTS, MEASURES, TARGETS

claims = Claims("06")
says, needs_none = claims.says, claims.needs_none

network = Network((1, 1), biases=False)
size, square, loss = (MEASURES[name].loss for name in ("absolute", "square", "half"))


def errors(w):
    """Return a - y for both examples."""
    return sigmoid(w * INPUTS) - TARGETS


def cost(w):
    """Return the mean loss of both examples."""
    return network.cost_on(INPUTS.reshape(2, 1), TARGETS.reshape(2, 1)).value(np.array([w]))


def steepness(z):
    """Return the slope of the sigmoid, measured."""
    return derivative(sigmoid, z)


# What a cost counts of a squared error, as a glyph.
half = {0.25: "¼", 0.5: "½", 0.75: "¾"}[cost(0.0) / np.mean(errors(0.0) ** 2)]
one = round(steepness(3.0) / sigmoid(3.0) + sigmoid(3.0), 6)  # the 1 of σ' = σ (1 - σ)

says("the {}", half, times=5)
says("{}e²", half, times=3)
says("{}(a - y)²", half, times=3)
needs_none("how a square is written", " e²", times=5)
needs_none("the hill of the exercise", "(w - 3)²", times=6)
needs_none("lesson number", "of lesson 02.", "of lesson 01,", "in lesson 07.", "Lesson 07 builds")

# Two questions from before, and the hook
needs_none("the question, and what 1/x means", "the slope of 1/x at x = 2?", "1/x is x to the power of -1.")
slope = power_rule(-1)
power = np.log2(slope(2.0) / slope(1.0))
says("gives {} · x to the power of {}, and at 2 that is {}.", slope(1.0), power, slope(2.0))
hops = gradient_descent(SignOfSlope(Parabola()), 0.0, 0.7, steps=6).parameters
needs_none("the question", "takes steps of 0.7 towards the bottom, always 0.7.")
says("settle at {}?**", Parabola().minimum)
says("From {} they come to {}, then {}, then {} again.", hops[0], *hops[4:])
needs_none("the examples", "to 0 it should answer 0, to 1 it should answer 1.")
w = NeuronLab().state["w"]
says("and that stands at {}.", w)
says("{} to the input 0, and {:.4f} to the input 1.", *sigmoid(w * INPUTS))
says("{:.3f} and {:.4f}, each half of a square", *loss(errors(w)))
says("Their **mean**, {:.4f}, is how high the hill is at w = {}.", cost(w), w)

# The neuron
says("with w = {} and x = 1 that makes z = {}.", w, w * INPUTS[1])
says("into a number between {} and {}, its **output** a", sigmoid(-np.inf), sigmoid(np.inf))
says("σ({}) = {:.4f} was the second bar", w, sigmoid(w))
needs_none("the formula of the sigmoid", r"\frac{1}{1 + e^{-z}}$$")
says("e is the number {:.3f};", np.e)
says("not the number {:.3f} from above", np.e)
z = SigmoidLab().state["z"]
says("at z = {}, where it has the height {} and the slope {:.2f}.", z, sigmoid(z), steepness(z))
says("Move z to 3: the height is {:.4f}, and the slope only {:.4f}.", sigmoid(3.0), steepness(3.0))
assert np.isclose(steepness(3.0), steepness(-3.0))
says("At -3 the slope is the same, and the height {:.4f}.", sigmoid(-3.0))
says("the strip from {} to {}, so", sigmoid(-np.inf), sigmoid(np.inf))
says("At z = 3 it is as wide as the output, {:.4f}, and as high", sigmoid(3.0))
says("what is missing to {}, {:.4f}.", one, one - sigmoid(3.0))
says(r"\sigma(z) \cdot ({} - \sigma(z))$$", one)
says("what the output lacks to {}.", one)

# How wrong?
says("At w = 0 both outputs are {}, so the errors are +{} and {}.", sigmoid(0.0), *errors(0.0))
says("and takes the mean, {}.", size(errors(0.0)).mean())
low, middle, high = (button.press({})["w"] for button in NeuronLab.buttons)
says("at w = {} the mean of the errors is {:.3f}", low, errors(low).mean())
says("the neuron says {:.3f} where {} was wanted", sigmoid(low), TARGETS[1])
says("At w = {} the mean is {}, a perfect score", middle, errors(middle).mean())
says("both answers are wrong by {}.", *set(abs(errors(middle))))
says("press *w = {}* and *w = {}*.", low, high)
says("falls from {:.4f} to {:.4f}.", square(errors(low)).mean(), square(errors(high)).mean())

# A tenth of the error
says("at w = {} each error is a square with side {} and area {}.", middle, size(errors(0.0))[0], square(errors(0.0))[0])
says("The square for x = {} is almost gone at w = {}.", INPUTS[square(errors(high)).argmin()], high)
large, small = 2, 0.1
says("they make {} of an error of {}, and {} of an error of {}.", square(large), large, square(small), small)
needs_none("where a square is as large as its side", "Below 1 a square")
says("{} is {} times {}, and", large, large / small, small)
says("and {} is {} times {}.", square(large), square(large) / square(small), square(small))

# Why a square and not the size
cell = claims.cell("half_square = ")
target = -cell.half_square.gradient(0.0)
says("For the errors +{} and {} the cell", *cell.e)
says("a guess w for the target {}.", target)
says("Its error is w - {}.", target)
needs_none("the start and the rate of the cell", "from 0, at the same learning rate 0.7.")
says("The slope of |e| is +{} or {}, however near", cell.size.gradient(target + 0.1), cell.size.gradient(target - 0.1))
hops = gradient_descent(cell.size, 0.0, 0.7, steps=7).parameters
says("So every step is {} long", *set(abs(np.diff(hops)).round(9)))
says("hops between {} and {} for ever", *sorted(hops[4:6]))
needs_none("what to change, and into what", "Change 0.7 to 0.07 and 7 to 60:")
says("between {:.2f} and {:.2f}. The hops", *sorted(gradient_descent(cell.size, 0.0, 0.07, steps=60).parameters[-2:]))
says("the steps shrink: {}, {}, {:.3f}.", *np.diff(cell.path[:4]))

# The half
says("The slope of e² is {}e", round(derivative(square, 1.0), 6))
says("one {} less", round(derivative(square, 1.0), 6))
says("rolls down {}(w - 3)² from 0 with", half)
needs_none("the exercise, whose solution is checked", "with η = 0.2.")
first = gradient_descent(cell.half_square, 0.0, 0.2, steps=1)
says("the slope of {}(w - 3)² is {}", half, first.gradients[0])
says("At w = {} the slope", first.parameters[0])
says("and the first step goes to {}.", first.parameters[1])
says("The slope of (w - 3)² there is {}.", Parabola(3).gradient(0.0))
says("the same path, {}, {}, {:.3f}, to", *claims.cell("for k in (0.5, 1, 10)").path[1:4])

# Error, loss, cost
says("Here is the machine at w = {}, where", w := -1.0)
says("| {} | {} | {} | {} | {:.3f} |", INPUTS[0], TARGETS[0], sigmoid(0.0), errors(w)[0], loss(errors(w)[0]))
says("| {} | {} | {:.4f} | {:.4f} | ?", INPUTS[1], TARGETS[1], sigmoid(w), errors(w)[1])
says("{} squared is {}, and half of that {:.3f}.", errors(w)[0], square(errors(w)[0]), loss(errors(w)[0]))
says("0.5 * ({:.4f} - {}) ** 2", sigmoid(w), TARGETS[1])
says("The mean of both losses is {:.4f}, the cost at w = {}.", cost(w), w)
says("At w = {} it was {:.4f}.", NeuronLab().state["w"], cost(NeuronLab().state["w"]))
digit = claims.cell("target = np.eye(10)[3]").target
says("For a picture of a {0} the target is {2} at j = {0} and {1} at the other", digit.argmax(), *np.unique(digit))
needs_none(
    "the formulas of the loss and of a mean", r"\tfrac{1}{2} \sum_j (a_j - y_j)^2", r"\frac{1}{n} \sum_{k=1}^{n}"
)


def squares(guess):
    """Return the sum of the squared errors of ten outputs that are all the same."""
    return square(guess - digit).sum()


needs_none("two guesses", "the first says 0.1 ten times, the second 0.5 ten times.")
says("{} against {}, since nine", *(loss(guess - digit).sum() for guess in (0.1, 0.5)))
says("of ten targets are {}.", digit.min())
says("call {} and {} the loss", squares(0.1), squares(0.5))

# Your own sigmoid
most = np.log(sys.float_info.max)  # the largest exponent of e that a float can hold
hold = int(most // 100 * 100)
needs_none(
    "more than a float's largest exponent, `most`",
    "z = -800: e to the power of 800",
    "For z = -800 the exponent is 800:",
)
assert most < 800
says("np.minimum(-z, {})`", hold)
says("below 10 to the power of {}.", int(np.log10(np.exp(-hold)) / 100) * 100)
says("np.minimum(-z, {})))", hold)
says("its slope σ({} - σ)?", one)
says("At z = 0 that is {:.0f}.", derivative(lambda z: np.exp(-z), 0.0))
needs_none("the formula of the sigmoid", "Begin with 1 / (1 + np.exp(-z))", "(slope of 1 + e^(-z))")
needs_none("the formula of the sigmoid", "(1 + e^(-z))", times=8)
says("σ' = -(1 + e^(-z))^({})", power, times=3)
says("σ · ({} - σ)", one)
needs_none("1/x, or x to the power of -1", "(1 + e^(-z))^(-1)", "σ' = 1/(", "and 1/(1")
says("together make {0}, so the first of them is {0} - σ.", sigmoid(3.0) + sigmoid(-3.0))

# Only w moves
says("takes {:,} numbers", Network((784, 16, 16, 10)).parameters.size)
scene = NeuronLab().make_scene()
scene.show((w, "half"))
says("drawn for you, from {} weights", len(scene.curve.get_xdata()))
says("steps from {} towards {} looked", hops[0], target)
needs_none("the exercise, whose solution is checked", "`loss(sigmoid(0.4 * 3), 1)`")

# Decide
says("Our targets are {} and {}, and", *TARGETS)
cell = claims.cell("readings = ")
says("{:.0f} in place of {:.0f}.", cell.readings.max(), np.median(cell.readings))
says("every guess from {:.0f} to {:.0f}", *cell.guesses[[0, -1]])
says("No error can be larger than {}, so", np.max(np.abs([errors(-100.0), errors(100.0)])))
by_squares, by_sizes = (cell.guesses[measure(cell.errors).mean(axis=1).argmin()] for measure in (square, size))
says("typing error and moved to {}, where", by_squares)
says("The sizes stayed at {}.", by_sizes)
needs_none("where the sizes have their corner", "rounded off near 0 so")

# Key points, other names, and next
says("σ(0) = {}, σ(3) = {:.4f}, and its slope is a({} - a)", sigmoid(0.0), sigmoid(3.0), one)
says("at most {:.2f}.", steepness(0.0))
says("Squares stop +{} and {} from", *claims.cell("half_square = ").e)
says("The {} takes a {} out of the slope", half, round(derivative(square, 1.0), 6))
needs_none("the formula of the sigmoid, in other letters", "A(x) = 1/(1 + e^(-x))")
says("E(ŷ, y) = {}(ŷ - y)²", half)
needs_none("the formula of others", "Σ (a_j - y_j)²")
says("no {} | lecture notes", half)
says("{} in place of {} |", squares(0.1), loss(0.1 - digit).sum())
says("Whether a {} stood", half)
w = NeuronLab().state["w"]
says("{:.3f} high at w = {}, and {:.4f} at w = {}.", cost(middle), middle, cost(w), w)
