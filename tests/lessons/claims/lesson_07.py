"""What the numbers of lesson 07 follow from."""

from inspect import signature

import numpy as np
from prose import Claims

from helpers.core import Network, Parabola, derivative, gradient_descent, sigmoid
from helpers.labs import DescentLab

claims = Claims("07")
says, needs_none = claims.says, claims.needs_none

network = Network((1, 1), biases=False)
for_one, for_zero = network.cost_on([[1.0]], [[1.0]]), network.cost_on([[0.0]], [[0.0]])
for_both = network.cost_on([[0.0], [1.0]], [[0.0], [1.0]])
trained = gradient_descent(for_one, [0.0], learning_rate=1.0, steps=100).parameters[:, 0]
steps_until = claims.cell("def steps_until").steps_until
rate = DescentLab().state["learning_rate"]


def loss(w, cost=for_one):
    """Return the cost of one weight."""
    return cost.value(np.array([w]))


def slope(w, cost=for_one):
    """Return its slope, measured."""
    return derivative(lambda w: loss(w, cost), w)


def steep(a):
    """Return how steep the sigmoid is where its output is a, measured."""
    return derivative(sigmoid, np.log(a / (1 - a)))


needs_none("an example", "x = 1", times=10)
needs_none("an example", "x = 0", times=7)
needs_none("an example", "y = 1", times=2)
needs_none("the examples", "One input x, which is 0 or 1.", "for 0 answer 0, for 1 answer 1")
needs_none("the examples", "x = 1 near 1", "x = 0 near 0", "x = 1 with target 1", "x = 0 with target 0", "as near to 1")
needs_none("the neuron's slope, measured by `steep`", "(1 - a)", times=14)
needs_none("the error on x = 1, held against the measured slope in the cells", "the slope, (a - 1) · a")
needs_none("the loss, in every cell", "1/2 (a - y)²", times=2)
needs_none("the neuron's slope in other letters", "(1 - σ)")
needs_none("what the lesson proves", "it learns 1 · it never learns 0", "cannot learn 0", "It never learns 0")
needs_none("0 is what makes anything 0", "Anything times 0 is 0", "0 times anything is 0")
needs_none("a condition", "the slope is not 0", "unless the slope is 0")
needs_none("lesson number", "of lesson 02 with", "lines of lesson 03", "one of lesson 03", "Lesson 08 adds it")

# Two questions from before
says("stand at w = 0, the slope is {}, and η = {}", Parabola(3).gradient(0.0), rate)
says("where its output is a = 0.5? And where a = {:.4f}?", sigmoid(6.0))
says("Its slope is a (1 - a): {:.2f} in the first place, {:.4f} in the second.", steep(0.5), steep(0.9975))

# By hand
says("For x = 1 a weight of 10 does it: the output is {:.3f}", sigmoid(10.0))
says("For x = 0 the bar stands at {:.3f}", sigmoid(10.0 * 0))

# The chain
w = 0.5
a = sigmoid(w)
says("at the asker's weight w = {}", w)
says("| z | z = w · x | {} | dz/dw = x | {} |", w * 1, 1)
says("| a | a = σ(z) | {:.4f} | da/dz = a (1 - a) | {:.4f} |", a, steep(a))
says("| {:.4f} | dE/da = a - y | {:.4f} |", loss(w), derivative(lambda a: 0.5 * (a - 1) ** 2, a))
says("it nudges w by {:.5f} to both sides", signature(derivative).parameters["h"].default)
says("at w = {} and x = 1", w)
says("The slope is {:.4f}: turn w up", slope(w))

# Six equations
needs_none("lines of the asker, counted", *(f"| ({line}) |" for line in range(1, 7)))
needs_none("the target does not change with w", "da/dw - (a - y) · 0 |", "y = 1 stays 1, so dy/dw = 0")
needs_none("the sigmoid's slope, as above", "(1 - σ(w·x))")
needs_none(
    "lines of the asker",
    "the reason for line (1) first",
    "line (1) is the only one that",
    "line (6) is the only one with",
)
needs_none("lines of the asker", "second one of line (1)", "calls line (1) the *total derivative*", "Write line (6)")
needs_none("an input the exercise is tried on", "also for x = 2.")
says("`Network({}, biases=False)` is one input, one output", str(network.sizes))

# Train it
says("The output for x = 1 climbs from {} to {:.2f} in five steps.", sigmoid(trained[0]), sigmoid(trained[5]))
says("At w = -6 the output is {:.4f} and should be 1, so the error is nearly {:.0f}.", sigmoid(-6.0), sigmoid(-6.0) - 1)
says("But the neuron's slope a (1 - a) is {:.4f}", derivative(sigmoid, -6.0))
weights = np.linspace(-2, 0, 20_001)
steepest = weights[np.argmin(for_one.gradient(weights.reshape(-1, 1)))]
third = round(1 / sigmoid(steepest), 3)
says(
    "The steepest place is at w = {:.2f}, where the output is 1/{} and the slope -4/27 = {:.3f}.",
    steepest,
    third,
    slope(steepest),
)
bowl = gradient_descent(Parabola(3), 0.0, np.array([0.1, 1.1]), steps=100)
arriving, exploding = (dict(zip(bowl.fate, (0.1, 1.1)))[fate] for fate in ("converges", "diverges"))
says("On (w - 3)² a rate of {} did", exploding)
says("{} steps take the output to 0.9 and {:,} to 0.99.", steps_until(0.9, 0.0), steps_until(0.99, 0.0))
says("The same path: {:.5f} both times.", trained[100])
digits = Network((784, 16, 16, 10)).parameters.size
says("With {:,} knobs it would need {:,} evaluations", digits, 2 * digits)

# It never learns 0
stuck = claims.cell("zero = network.cost_on(x=[[0.0]]").descent
says("from w = {}, for {:,} steps", stuck.parameters[0, 0], len(stuck.gradients))
says("the weight is still {}, the loss still {}.", stuck.parameters[-1, 0], stuck.costs[-1])
says("z = w · 0 = {}, so its output is σ(0) = 1/{}, **for every w**", w * 0, 1 / sigmoid(0.0))
says("has the factor x = 0, so it is {}, and no step changes w", slope(2.0, for_zero))
says("is a mean cost of 1/2 · {} = {}", loss(2.0, for_zero), loss(40.0, for_both))
needs_none("what the asker wanted", "to stay between 0 and 1.")
needs_none("the edges of the box, as in the solution", "below 0 or above 1")
box = np.linspace(0, 1, 101)
best = box[np.argmin(for_both.value(box.reshape(-1, 1)))]
says("the best weight in the box is its edge, {}, with output {:.4f} for x = 1", best, sigmoid(best))
says("and a mean cost of {:.4f}", loss(best, for_both))
says("at w = 2 the loss is {:.4f} for x = 1 and {:.3f} for x = 0", loss(2.0), loss(2.0, for_zero))

# Five questions
needs_none("questions, counted", *(f"**{question}. " for question in range(1, 6)))
says("At w = {} it is {:.4f}: turning w up", w, slope(w))
says("its sign is the direction: {:.4f} says", slope(w))
says("the size is the dependence: {:.4f} at w = 0.5, but {:.4f} at w = -6", slope(0.5), slope(-6.0))
says("On (w - 3)² the same sign with η = {} arrives and with {} explodes", arriving, exploding)
rates = (0.1, 1, 10)
counts = [steps_until(0.9, 0.0, eta) for eta in rates]
says("but {} takes {} steps to 0.9, {} takes {}, and {} takes {}.", *(n for pair in zip(rates, counts) for n in pair))

# Four broken loops
cell = claims.cell("bugs_picture(costs)")
needs_none("the start and the rate in the cell", "from w = 0.5 at learning rate 2.")
says("stands at {:.3f} after {} steps", cell.costs["D"][-1], len(cell.costs["D"]) - 1)

# Decide
grid = claims.cell("starts = np.array").grid.parameters[..., 0]
outputs = sigmoid(grid[-1])
says("You may choose w₀ and η once, for {} steps", len(grid) - 1)
says(
    "Start near 0, where the neuron still reacts: after {} steps at rate 1 the start at 0 has {:.3f}",
    len(grid) - 1,
    outputs[1, 1],
)
says("the start at {} has {:.3f}.", grid[0, 0, 1], outputs[0, 1])
assert outputs[:, 1].argmax() == 2
says("The start at {} is ahead, with {:.3f},", grid[0, 2, 1], outputs[2, 1])
needs_none("the largest rate of the cell", "On this hill 20 does none")

# Key points
says("From {} at η = 1 the weight goes {:.3f}, {:.4f}, {:.4f}.", *trained[:4])
says("{} steps from w = 0, but {:,} from -10.", steps_until(0.9, 0.0), steps_until(0.9, -10.0))
says("The steepest place is where the output is 1/{}", third)
says("the output is {} and the slope is {} for every w.", sigmoid(0.0), slope(1.0, for_zero))
