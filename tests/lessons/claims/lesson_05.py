"""What the numbers of lesson 05 follow from."""

import math

import numpy as np
from prose import Claims

from helpers.core import Network, Parabola, gradient_descent
from helpers.core.costs import Cube, DoubleWell, Plateau
from helpers.labs import ValleyLab
from helpers.labs.flat import FLAT_RATE, STARTS

claims = Claims("05")
says, needs_none = claims.says, claims.needs_none

well = DoubleWell()
rate = ValleyLab().state["learning_rate"]
near, far = 0.05, 0.1
ends = {start: gradient_descent(well, start, rate, 500) for start in (near, far)}
ways = {start: ends[start].parameters[-1] for start in ends}
lows = {start: ends[start].costs[-1] for start in ends}


def on_the_left(learning_rate):
    """Return how many starts of the strip end in the deeper valley."""
    return int((gradient_descent(well, STARTS, learning_rate, 500).parameters[-1] < 0).sum())


needs_none("what flat means", "the slope is 0.")
needs_none("what flat means", "is not 0.", "near 0 says *slow*", "near 0 may be a plateau", "is 0 whatever it is")
needs_none(
    "what flat means", "a slope of 0 can mean", "A slope of 0 says *flat*", "derivative is 0,", "the slope is 0, so"
)
needs_none("what flat means", "slope is 0, the cost", "so the step is 0", "it is 0: at the border")
needs_none("the hill of lesson 03", "(w - 3)²", times=4)
needs_none("the two starts", "one at w = 0.05, the other at w = 0.1.", "**From 0.05.**", "**From 0.1.**")
needs_none("the two starts", "Between 0.05 and 0.1 the slope", "Rain that falls at 0.05 and at 0.1", "from 0.1 every")

# Two questions from before
still = gradient_descent(Parabola(3), 3.0, 0.1, 10)
needs_none("the question", "You start at w = 3 on")
says("At {:g}. The slope there is {:g}, so every step is η times {:g}", still.parameters[-1], *still.gradients[[0, 0]])
shrinks = gradient_descent(Parabola(3), 0.0, 0.1, 2).parameters
added = gradient_descent(Parabola(3), 0.0, -0.1, 2).parameters
says("At η = 0.1 each step multiplies the distance to 3 by {:g}.", (3 - shrinks[1]) / 3)
says("What would a factor of {:g} do?", (3 - added[1]) / 3)
says("*added*, {:g}, {:g}, {:g}.", *added)

# Two starts
says("one learning rate: {}.", rate)
says("They began {} apart and end almost {:.0f} apart.", far - near, ways[far] - ways[near])
says("One stands at a cost of {:.4f}, the other at {:.4f}.", lows[near], lows[far])
needs_none("the double well", "C(w) = (w^2 - 1)^2 + 0.3\\,w", "C'(w) = 4w\\,(w^2 - 1) + 0.3")
says("a valley near {:.0f} and one near {:.0f}", ways[near], ways[far])
needs_none("lesson numbers", "by the rules of lesson 02", "asker of lesson 04", "in lesson 03.", "of lesson 07 has")
needs_none("lesson numbers", "In lesson 03 the one", "In lesson 06 you", "w = -10 in lesson 07 |")

# The start decides
says("answers for {} starts at once", len(STARTS))
says("the border of the strip, at {:.4f}.", well.hilltop)
says("From 0.05 the right bottom is {:.2f} away and the left one {:.2f}", well.right - near, near - well.left)
same = {eta: on_the_left(eta) for eta in (0.005, 0.05, 0.1)}
(usual,) = set(same.values())
says("From {} to {} it is the same {}.", min(same), max(same), usual)
needs_none("a rate of the cell", "At 0.2 some starts leap")
says("here {} end on the left", on_the_left(0.2))
step = {start: gradient_descent(well, start, rate, 1) for start in (near, far)}
says("Slope: 4 · 0.05 · (0.05² - 1) + 0.3 = -0.1995 + 0.3 = +{:.4f}.", step[near].gradients[0])
says("0.05 - 0.05 · 0.1005 = **{:.3f}**", step[near].parameters[1])
says("New w: {:.4f}, further right", step[far].parameters[1])
needs_none("left to the learner, and checked there", "Slope: 4 · 0.1 · (0.1² - 1) + 0.3 = **?**")

# On the hilltop
says("goes from {:+.4f} to {:.3f}.", step[near].gradients[0], step[far].gradients[0])
says("at a cost of {:.4f}.", well.value(well.hilltop))
aside = claims.cell("for n in (0, 1, 2, 10").descent
away = aside.parameters - well.hilltop
needs_none("the button", "*0.001 beside it*")
assert away[20] < 0.05 and 0.85 < away[50] / (well.right - well.hilltop) < 1
says("For 20 steps little happens; by step {} it is nearly down", len(away) - 1)
says("{:.3f}, {:.4f}, {:.4f}: each step makes the distance about {:.1f} times", *away[:3], away[1] / away[0])
stands = [start for start in STARTS if well.gradient(start) == 0]
says("of the {} starts on the strip, none does", len(STARTS))
assert not stands
says("at η = {}, w moves less than 0.001 in 60 steps", rate)
says("{:.4f} is not exact enough", well.hilltop)
growth = (1 - rate * (12 * well.hilltop**2 - 4)) ** 60
says("more than {:,} times", math.floor(growth / 10_000) * 10_000)

climb = gradient_descent(well, near, -rate, 400).parameters
assert abs(climb[-1] - well.hilltop) < 1e-12
needs_none("Python's own way to say the last", "`.parameters[-1]`", "hilltop = climb.parameters[-1]")
says("climb = gradient_descent(well, start={}, learning_rate={}, steps={})", near, -rate, len(climb) - 1)

# Neither top nor bottom
needs_none("the cube, as named in the lab", "w³ is flat at 0,")
says("at the same w, at η = {}.", FLAT_RATE)
creep = gradient_descent(Cube(), 1.0, FLAT_RATE, 1000)
says("On w³, a start at {:g} creeps: {:g}, {:.4f}, and after 1,000 steps {:.4f}.", *creep.parameters[[0, 1, 2, -1]])
needs_none("the flat place of w³", "It never gets past 0,")
fall = gradient_descent(Cube(), -0.1, FLAT_RATE, 1000)
needs_none("buttons", "*1,000 steps from -0.1*", "*1,000 steps from 1*")
says("from step {} on the cost is below what a float", int(np.isneginf(fall.costs).argmax()))
plain = gradient_descent(Plateau(), -1.0, FLAT_RATE, 1000)
says("At w = {:g} the slope is {:.5f}.", plain.parameters[0], plain.gradients[0])
says("After 1,000 steps w stands at {:.4f} and the cost is still {:.4f}", plain.parameters[-1], plain.costs[-1])
other = gradient_descent(Plateau(), 1.0, FLAT_RATE, 1)
says("the slope is again {:.5f}, and the cost {:.5f}, almost", other.gradients[0], other.costs[0])
tiny = 0.02
stop = int((np.abs(creep.gradients) < tiny).argmax())
says(
    '"Stop when the slope is between {} and {}" would stop on w³ after {} steps, at w = {:.3f}',
    -tiny,
    tiny,
    stop,
    creep.parameters[stop],
)
assert abs(plain.gradients[0]) < tiny
loss = Network((1, 1), biases=False).cost_on(x=[[1.0]], y=[[1.0]])
needs_none("the place in the cell", "at w = -10.")
says("is never above {}, so {:.5f} is almost", loss.value([-800.0]), loss.value([-10.0]))
says("And the slope, {:.6f}, does not", loss.gradient([-10.0])[0])

# Look at both sides
needs_none("the distance in the cell", "with 0.01 as", "left, here, right = C(w - 0.01), C(w), C(w + 0.01)")
needs_none(
    "flat places of the cell", "double well at 0.0754 |", "leaves on the other | w³ at 0 |", "(w - 3)² at 3, both"
)
needs_none("the saddle, a square up and a square down", "u² - v² at (0, 0)")

# Where the picture misleads
jumps = claims.cell("steps=3").descent
says("takes three long steps from {}.", jumps.parameters[0])
assert jumps.parameters[0] < well.left < well.hilltop < jumps.parameters[1]
says("the flat place of w³; w stops short of it, at {:.4f}.", creep.parameters[-1])
says("the right valley at {:.4f}, with a place {:.1f} deeper", lows[far], lows[far] - lows[near])
drawn = ValleyLab().make_scene().figure.axes[0].lines
says("the computer worked out {} heights", max(len(line.get_xdata()) for line in drawn))
knobs = Network((784, 16, 16, 10)).parameters.size
says("With {:,} knobs and only ten heights along each, the number", knobs)
says("of heights would have {:,} digits", knobs + 1)

# Decide
says("the cost is {:.4f}, and you cannot see the hill", lows[far])
found = claims.cell("default_rng(seed=0)").descents.costs[-1]
says("as the count of {} showed", usual)
missed = len(STARTS) - usual
says(
    "Here {:word} of {:word} random starts find the deeper one. {} of {} starts miss it",
    int((found < 0).sum()),
    len(found),
    missed,
    len(STARTS),
)
says("in a row miss it happens about once in {} times", round((len(STARTS) / missed) ** 5, -1))

# Key points, and next
says(
    "0.05 ends at {:.4f} with cost {:.4f}, and 0.1 at {:.4f} with cost {:.4f}",
    *(number for start in (near, far) for number in (ways[start], lows[start])),
)
says("0.001 aside, the distance grows {:.1f} times a step", away[1] / away[0])
says("{} of {} starts find it at {} as at {}.", usual, len(STARTS), min(same), max(same))
