"""What the numbers of lesson 08 follow from."""

import re
from inspect import signature

import numpy as np
from prose import Claims

from helpers.core import Network, Parabola, derivative, gradient_descent, sigmoid
from helpers.core.costs import Bowl
from helpers.labs import BiasLab, BowlLab, CompassLab, DescentLab, OrderLab
from helpers.labs.bias import BATCH, path_of
from helpers.pictures.bias import RIGHT_BY, answers
from helpers.practice.sheets.lesson_08 import with_ones

claims = Claims("08")
says, needs_none = claims.says, claims.needs_none

for_zero, for_one = (Network((1, 1)).cost_on([[x]], [[x]]) for x in (0.0, 1.0))
digits = Network((784, 16, 16, 10)).parameters.size
origin, here = np.array([0.0, 0.0]), np.array([0.0, 1.0])


def errors(place):
    """Return a - y for x = 0 and for x = 1."""
    return answers([place])[0] - [0, 1]


def steepness(place):
    """Return the neuron's slope for x = 0 and for x = 1, measured."""
    w, b = place
    return derivative(sigmoid, np.array([b, w + b]))


def arrives(path):
    """Return when both answers are right for the first time."""
    zero, one = answers(path).T
    return np.argmax((zero < RIGHT_BY) & (one > 1 - RIGHT_BY))


def printed(cell, pattern):
    """Return the numbers that a cell printed."""
    return [float(number) for number in re.findall(pattern, cell.printed)]


needs_none("the example", "x = 0", times=12)
needs_none("the example", "x = 1", times=11)
needs_none("lesson number", "lesson 03", times=2)
needs_none("lesson number", "lesson 07", times=5)
needs_none("the neuron's slope, measured by `steepness`", "(1 - a)", times=5)

# Two questions from before
needs_none("what the network should answer", "learnt to answer 1, and could never answer 0", "never answer 0 to x")
needs_none("0 is what makes anything 0", "z = w · 0 = 0 whatever")
says("so it answers σ(0) = {}.", sigmoid(0.0))
rate = DescentLab().state["learning_rate"]
bowl = gradient_descent(Parabola(3), 0.0, rate, steps=1)
says("At w = {} on (w - {})² the slope is {}.", bowl.parameters[0], Parabola(3).minimum, bowl.gradients[0])
says("does a step at η = {} promise?", rate)
says("It really falls by {}.", -np.diff(bowl.costs)[0])

# Add a 1
_, fixed = BiasLab().compute(**BiasLab().state)
_, learnt = BiasLab().compute("learned", 1000)
one = fixed[0, 1]
says("Add a {}", one, times=2)
needs_none("what must not vanish", "when x is 0.")
says("add a {0}, called a **bias**, so that it gets z = w · x + {0}.", one)
(_, first), (zero, last) = answers(fixed[[0, -1]])
says("climbs, from {:.4f} to {:.4f} in {} steps.", first, last, len(fixed) - 1)
says("it stays at σ({}) = {:.4f}, worse than the {} without any bias", one, zero, sigmoid(0.0))
says("A {} that never changes", one)
says("starts at the same {}, and is trained", learnt[0, 1])
says("After {} steps the output for x = 0 is {:.4f}.", 100, answers(learnt)[100, 0])
says("first dips to {:.2f}; why", answers(learnt)[:, 1].min())
says("to {}, and both answers have crossed the dotted lines, {} from", arrives(learnt), RIGHT_BY)
says("With the {} fixed", one)
needs_none("as many as the cell draws", "and 100 examples at random")
outputs = printed(claims.cell("integers(2, size=100)"), r"x = 1 is ([\d.]+)")
says("about {:.2f}, from {:.3f} to {:.3f} depending", np.mean(outputs), min(outputs), max(outputs))
says("it is {:.4f} every time: no luck moves σ({}).", sigmoid(one), one)

# Two slopes at one place
both = [cost.gradient(origin) for cost in (for_zero, for_one)]
products = errors(origin) * steepness(origin)
per_turn = round(both[1][1] / products[1], 6)  # of b, what z moves by
says("by {} times that turn.", per_turn)
says(r"\cdot a(1 - a) \cdot {}$$", per_turn)
says("and times {} for the bias", per_turn)
says("at w = {}, b = {}, where both outputs are {}.", *origin, *set(answers([origin])[0]))
says("| along b: times {} |", per_turn)
for x in (0, 1):
    row = [errors(origin)[x], steepness(origin)[x], products[x], *both[x]]
    says("| x = {} | {} | {:.2f} | {:.3f} | {:.10g} | {:.3f} |", x, *row)
gradient = BATCH.gradient(origin)
says("| mean | | | | **{:.4f}** | **{}** |", *gradient)
says("so the mean is {}.", gradient[1])
says("the two {:.3f} cancel", products[0])
says("by {:.5f} says the same", signature(derivative).parameters["h"].default)
from_zero, from_one = errors(here) * steepness(here)
says("Now at w = {}, b = {}, where the bias", *here)
says("Both outputs are {:.4f} and the neuron's slope is {:.4f}.", answers([here])[0, 0], steepness(here)[0])
says("for x = 0 and {:.4f} · {:.4f} = {:.4f} for x = 1.", errors(here)[1], steepness(here)[1], from_one)
says("Along w the mean is (0 - {:.4f}) / 2 = {:.4f}.", -from_one, BATCH.gradient(here)[0])
says("slope_b = ({:.4f} + ({:.4f})) / 2", from_zero, from_one)

# A walk on a map
path = gradient_descent(BATCH, origin, 1.0, steps=10_000).parameters
says("At ({}, {}) it is ({:.4f}, {}). In the same way", *origin, *gradient)
says("both answers are right to within {}.", RIGHT_BY)
says("The first step from ({}, {}) is {:.4f} to the right", *origin, path[1, 0])
pulls = [-for_one.gradient(place)[1] for place in path[:2]]
says("Its pull on b is {1:.4f}, no longer {0:.3f}", *pulls)
needs_none("the rate of the lab", "at rate 1 the path crosses")
steps = printed(claims.cell("np.argmax((zero < 0.1)"), r": (\d+) steps")
says("{:,.0f}, {:.0f}, {:.0f}, {:.0f}: ten times", *steps)
says("After {:,} steps at rate 1 the knobs stand at {:.1f} and {:.1f}", len(path) - 1, *path[-1])
says("the mean cost at {:.5f}.", BATCH.value(path[-1]))
needs_none("what no sigmoid answers", "It is never 0, since no sigmoid answers exactly 0 or 1.")

# The steepest way
needs_none(
    "the ruler of the section", "arrow v of length 1 has", "v₁² + v₂² = 1", "*Length 1*", "a length of 1 to spend"
)
needs_none("the parts of v, counted", r"v_1 \cdot", r"v_2 \cdot")
needs_none("line of the asker", "line (1) in")
says("was multiplied by {}, since a target is data", derivative(lambda w: 1.0, 0.5))
compass = CompassLab.controls[0]
says("from {} to {} degrees", compass.low, compass.high)
g = BATCH.gradient(here)
size = np.linalg.norm(g)
says("At ({}, {}) the gradient is {:.4f} long.", *here, size)
says("Along it the slope is {:.4f}, against it {:.4f}", g @ g / size, g @ -g / size)
says("at {:.0f} degrees to that half as much", np.degrees(np.arccos(1 / 2)))
says("at a right angle {}.", round(g @ [-g[1], g[0]], 9))
needs_none("no gradient at all", "where ∇C is (0, 0)")
says("all of it on b gives {:.4f}", -abs(g[1]))
says("the same on both {:.4f}", -abs(g).sum() / np.sqrt(2))
says("in proportion to each slope {:.4f}", -size)
says("depends on one knob, {:.4f} and {:.4f}", *g)
says("a contest at ({}, {}).", *here)
needs_none("the contest's own", "made 1 long", "0.001 times their arrow")
says("here = np.array([{:.1f}, {:.1f}])", *here)
cell = claims.cell("lower.sum()")
says("draws {:,} arrows of length {:.0f} at random", len(cell.rivals), np.linalg.norm(cell.rivals[0]))
says("{:.0f}, {:.0f}, {:.0f}, {:.0f}. The", *printed(cell, r": (\d+) of"))
says("At length {} one", cell.length)

# Not the way home
steep = Bowl.curvatures[1] / Bowl.curvatures[0]
_, by_sign, sign_rate = BowlLab().compute(**BowlLab().state)
top = by_sign[0]
slope = Bowl().gradient(top)
off = np.degrees(np.arccos(slope @ top / np.linalg.norm(slope) / np.linalg.norm(top)))


def in_bowl(rate):
    """Return u and v on the way against the gradient."""
    return gradient_descent(Bowl(), top, rate, steps=100).parameters.T


says("C(u, v) = u²/2 + {}v²/2, with its bottom at ({}, {}).", steep, *origin)
says("Its gradient is (u, {}v).", steep)
says("At ({}, {}) the gradient is ({}, {})", *top, *slope)
says("**{:.1f} degrees** off the way", off)
says("the cost there is {} as well", Bowl().value(top))
needs_none("lesson number", "of lesson 04 is")
says("is 1 - {}η, along u it is {} - η", steep, 1)
says("At η = {}, which is 2/{}, v goes {}, {}, {}, for ever.", 2 / steep, steep, *in_bowl(2 / steep)[1, :3])
says("At 0.09 it goes {}, {}, {:.2f}, and away.", *in_bowl(0.09)[1, :3])
u, v = in_bowl(0.04)
says("At 0.04 v is at {} after one step, but each step multiplies u by {}", v[1], u[1] / u[0])
says("is still {:.2f} after {}.", u[100], 100)
says("at η = {}. The path", sign_rate)
arrived = abs(by_sign[:, 1]).argmin()
u, v = -np.diff(by_sign[: arrived + 1], axis=0).mean(axis=0)
says("goes at {:.0f} degrees until v is at 0, after {} steps", np.degrees(np.arctan2(v, u)), arrived)
says("v jumps between {} and {}", *sorted(by_sign[arrived : arrived + 2, 1].round(9)))
says("and u walks on, {} a step", round(u, 9))
says("The table is for the gradient ({}, {}).", *slope)
needs_none("the length of a move, by each ruler", "what may be 1 at most")
by_size, alone = -slope / np.linalg.norm(slope), np.where(slope == slope.max(), -1, 0)
says("sum of squares | ({:.3f}, {:.3f}) | {:.1f} |", *by_size, slope @ by_size)
says("single move | ({}, {}) | {} |", *-np.sign(slope), slope @ -np.sign(slope))
says("sum of the sizes | ({}, {}) | {} |", *alone, slope @ alone)
says("({}, {}) is a longer way", *-np.sign(slope))

# All at once
says("From ({}, {}) the cell makes", *here)


def effects(rate):
    """Return what the move of w alone, that of b alone, and both do to the cost; and what was promised."""
    moves = -rate * g * np.array([[1, 0], [0, 1], [1, 1]])
    return *(BATCH.value(here + moves) - BATCH.value(here)), g @ moves[2]


w_alone, b_alone, done, promised = effects(1)
says("At rate 1 the two effects, {:.5f} and {:.5f}, add up to {:.5f}", w_alone, b_alone, w_alone + b_alone)
says("and both together give {:.5f}.", done)
says("At rate 10 it still fits, {1:.5f} promised and {0:.5f} done.", *effects(10)[2:])
_, b_alone, done, promised = effects(100)
says("At rate 100 nothing does: b alone would *raise* the cost by {:.5f}, both lower it by {:.5f}", b_alone, -done)
says("the promise of {:.5f} is more than the whole cost, {:.4f}.", promised, BATCH.value(here))
says("b stayed at {}.", path[1, 1])


def faulty(steps):
    """Return (w, b) step by step at rate 1, b asked where w has already been turned."""
    places = [origin]
    for _ in range(steps):
        w = places[-1][0] - BATCH.gradient(places[-1])[0]
        b = places[-1][1] - BATCH.gradient([w, places[-1][1]])[1]
        places.append(np.array([w, b]))
    return places


assert abs(arrives(faulty(arrives(path))) - arrives(path)) < 0.01 * arrives(path), "about as fast"
says("With {0:,} knobs it would ask for {0:,}.", digits)

# The bias is a weight
says("has the factor {} where the weight's has x", per_turn)
says("a second input that is always {}.", with_ones(np.array([0.0]))[0, 1])
says("w · x + b · {}, and", with_ones(np.array([0.0]))[0, 1])
says("For x = ({}, {}) it returns two rows, ({}, {}) and ({}, {}).", 0, 1, *with_ones(np.array([0.0, 1.0])).ravel())
says("The same numbers, {:.4f} and {:.4f}.", *claims.cell("two_inputs = ").other.parameters[-1])
biases = digits - Network((784, 16, 16, 10), biases=False).parameters.size
says("Of the {:,} parameters that wait in the next lesson {} are biases", digits, biases)

# One example, or both?
says("from ({}, {}), give a move", *origin)
needs_none("one of many right answers, which the checker takes", "two_faced = (0.0, 0.1)")
says("at rate 1 it is ({:.3f}, {:.3f}).", *-for_one.gradient(origin))
says("the dip to {:.2f} at", answers(learnt)[:, 1].min())
needs_none("the name of a choice", "*0, then 1 (online)*")
_, rate, epochs = OrderLab().state.values()
says("In {} epochs at rate {} both", epochs, rate)
ends = [path_of(order, rate, epochs)[0][-1] for order in ("zero", "one")]
says("both orders come to about ({:.1f}, {:.1f})", *np.mean(ends, axis=0))
says("to ({:.1f}, {:.1f}). One epoch", *path_of("batch", rate, epochs)[0][-1])
says("({:.5f}, {:.5f}) in one order", *path_of("zero", 1.0, 1)[0][-1])
says("({:.3f}, {:.5f}) in the other", *path_of("one", 1.0, 1)[0][-1])
says("The batch stands at ({:.4f}, {})", *path_of("batch", 1.0, 1)[0][-1])

# Decide
online, batch = (path_of(order, 1.0, 100)[0] for order in ("zero", "batch"))
says("look at an example {} times.", len(online) - 1)
says("make {} updates by one example each, or {} by both", len(online) - 1, len(batch) - 1)


def costs(order, rate):
    """Return the mean cost before each update and after the last."""
    return BATCH.value(path_of(order, rate, 100)[0])


says("{:.4f} against {:.4f} at rate 1,", costs("zero", 1.0)[-1], costs("batch", 1.0)[-1])
level = costs("batch", 2.0)
says("it draws level, {:.4f}, and its cost never rises", level[-1] if max(np.diff(level)) <= 0 else None)
says("by up to {:.4f} in one update at rate 8.", max(np.diff(costs("zero", 8.0))))
needs_none("as many as the original collection of digits has", "With 60,000 it does")
needs_none("usual sizes", "a few at a time, 10 or 32")

# Key points, other names, and next
says("Fixed at {} it answers {:.4f} to x = 0", one, sigmoid(one))
says("({:.4f}, {}) at ({}, {}), each", *gradient, *origin)
says("it points {:.1f} degrees past", off)
says("an input that is always {}.\n", with_ones(np.array([0.0]))[0, 1])
needs_none("the letters of others", "x^{k+1} = x^k")
needs_none("by definition", "batch size 1 |")
needs_none("the slip of a comment", "∂f/∂x₁, and with arrows of length 1")
says("reads digits has {:,}, and", digits)
says("with {:,} parts", digits)
