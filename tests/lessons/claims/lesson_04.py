"""What the numbers of lesson 04 follow from."""

import sys

import numpy as np
from prose import Claims

from helpers.core import Parabola, gradient_descent
from helpers.core.costs import Hill, SignOfSlope, SteepHill
from helpers.labs import DescentLab, RaceLab, SteepnessLab
from helpers.labs.rates import PRESETS
from helpers.pictures.rates import CRAWL
from helpers.pictures.steepness import steps_needed

claims = Claims("04")
says, needs_none = claims.says, claims.needs_none

ours = Parabola(minimum=3)
start = DescentLab().state["initial_weight"]
tenth = DescentLab().state["learning_rate"]


def path(rate, steps=12, hill=ours):
    """Return w step by step."""
    return gradient_descent(hill, start, rate, steps).parameters


def factor(rate, hill=ours):
    """Return what the first step leaves of the distance, with its sign."""
    w = path(rate, 1, hill)
    return (w[1] - 3) / (w[0] - 3)


def lands(hill=ours):
    """Return the rate whose first step is as long as the distance."""
    return (3 - start) / -hill.gradient(start)


def near(rate):
    """Return when w is within 0.01 of 3."""
    return int(steps_needed(path(rate, 300)))


limit = 2 * lands()
part = (1 - factor(tenth)) / tenth  # of the distance, that a step takes per learning rate
crawl = (1 - CRAWL) / part

says("w = {}", start, times=7)
says("1 - {}η", part, times=4)
needs_none("lesson number", "Lesson 03 took", "hill of lesson 03.", "rule of lesson 03", "story of lesson 07")
needs_none("lesson number", "In lesson 03 that", "dark of lesson 03", "in lesson 08")
needs_none("the bottom of the hill", "the distance to 3", times=3)

# Two questions from before, and the hook
says("any learning rate does on (w - {})²", ours.minimum)
says("at η = {}, how much", tenth)
says("{} of it each time: from {} to {}, and then to {}.", factor(tenth), *(3 - path(tenth)[:3]))
needs_none("the hill of the question, worked out below it", "slope of 4(w - 3)²", "The 4 stays")
says("was within 0.01 of the bottom after {} steps", near(tenth))
says("With {} the cost crosses the line after {} steps, not {}.", 0.3, near(0.3), near(tenth))
says("With 0.01 it has hardly moved: after 30 steps it is still {:.2f}.", ours.value(path(0.01, 30)[30]))
needs_none("a rate to wonder about", "Then why not 0.9?")

# Five bets
says("The slope is {}, the bottom is at {}", ours.gradient(start), ours.minimum)
says("you take η times {}", -ours.gradient(start))
says("slowly from {} to {} and watch the cost", PRESETS[2], PRESETS[4])
says("and at {} it is level", limit)

# One number decides
w = path(0.9)
says("At η = 0.9 it is {}, then {} on the other side, then {} on this one.", *abs(w[:3] - 3))
says("With signs, w - 3 goes {}, {}, {}: each is the one before times {}", *(w[:3] - 3), factor(0.9))
says("Where does {} come from?", factor(0.9))
says("so it takes {}η of the distance: {} of it, at η = 0.9.", part, (w[1] - w[0]) / (3 - w[0]))
says("What is left is 1 - {}.", 1 - factor(0.9))
says(r"- {0} = (1 - {1}\eta) \cdot (w - {0})$$", ours.minimum, part)
says("at η = {} it is the {} of lesson 03.", tenth, factor(tenth))
says("| below {} | above {} |", crawl, factor(crawl))
says("| {}, and all below {} | {}, and all above {} |", crawl, lands(), factor(crawl), factor(lands()))
says("| exactly {} | {} | is at {} after one step", lands(), factor(lands()), path(lands())[1])
says("| between {} and {} | between {} and {} |", lands(), limit, factor(lands()), factor(limit))
says("| exactly {} | {} |", limit, factor(limit))
says("| above {} | below {} |", limit, factor(limit))
says("we say {}.", crawl)
needs_none("no step at all", "At η = 0 nothing moves")
says("harmless up to {}: at {} the factor is {}, and w passes 3", limit, 0.51, factor(0.51))
says("unless you start at {}.", ours.minimum)

# Larger than 1 is not bouncing
says("larger than {} · smaller is not", limit)
says("Larger than {} is not bouncing", limit)
says("η = {}: from {} to {} and back.", limit, *path(limit, 1))
says("At 1.1 the first step ends {} from the bottom and no longer {}.", *abs(path(1.1)[1::-1] - 3))
flown = claims.cell("steps=4000")
says("After {:,} steps the cost is `inf`", np.isinf(flown.costs).argmax())
says("a computer's float holds has {} digits", len(str(int(sys.float_info.max))))
says("At step {:,} w is `inf`", np.isinf(flown.w).argmax())
says("the factor is beyond {}.", factor(limit))
says("And {}, where 1.1 stands after two steps?", path(1.1)[2])
says("multiplies the distance by {}, and subtracting 1.1 times the slope", factor(-tenth))
says("the slope multiplies it by {}.", factor(1.1))

# Smaller is not better
needs_none("how near is near", "when each is within 0.01 of the bottom")
counts = claims.cell("near.argmax(axis=0)").near.argmax(axis=0)
says("{}, {}, {}, {}, {}, {}, {}: the same forwards and backwards.", *counts)
says("equally far from {} have", lands())
says("such as {} and {}, so 0.9 is exactly as fast as 0.1.", factor(0.1), factor(0.9))
needs_none("rates of the cell, whose counts stand above", "0.01 is as slow as 0.99")

# A steeper hill
steepness = SteepnessLab()
steep, flat = SteepHill(4.0), SteepHill(steepness.controls[0].low)
says("What was special about {}?", lands())
says("for {} rates at once", len(steepness.compute(**steepness.state)[1]))
says("The slope of k(w - {0})² is {1}k(w - {0})", ours.minimum, steep.gradient(4.0) / steep.k)
says("So the factor is 1 - {}kη.", (1 - factor(tenth, steep)) / tenth / steep.k)
says("It is {} at η = 1/({}k)", factor(lands(steep), steep), 1 / lands(steep) / steep.k)
says("which is {} for k = {}", lands(steep), steep.k)
says("it is {} at η = 1/k, which is {}", factor(2 * lands(steep), steep), 2 * lands(steep))
says("Set k to {}, and a rate of {}, which bounced", flat.k, lands(flat))
says("{} is fine at k = {}", *(steepness.state[name] for name in ("learning_rate", "k")))
says("at k = {}, where its factor is {}", steep.k, factor(0.3, steep))

# Only the sign?
strides = gradient_descent(SignOfSlope(Parabola()), start, 0.7, steps=20).parameters
says("strides of one length, {} for now", RaceLab().state["stride"])
says("Strides of 0.7 go {}, {}, {}, {}, {}, {}, {}, and so on.", *strides[1:8])
says("At step 4 they are ahead, at {}, while", strides[4])
says("while the tenth of the slope is at {:.2f}.", path(tenth)[4])
says("At step {} it is the other way", len(strides) - 1)
says("the strides still pass {} by {} or miss it by {}", ours.minimum, *sorted(abs(strides[19:] - 3))[::-1])
says("the tenth of the slope is {:.2f} away.", 3 - path(tenth, 20)[20])
says("The steps by size shrink, {}, {}, {},", *np.diff(path(tenth, 3)))
says("how long it takes: {} steps at 0.01, one at {};", near(0.01), lands())
needs_none("the strides above", "strides of 0.7 never do")
needs_none("the rate above", "at η = 1.1 each step goes the right way")
w = path(tenth)
says("from {} to {} the slope went from {} to {}.", *w[:2], *ours.gradient(w[:2]))
says("0.01 and {} both find it, in {} steps.", 2 * lands() - 0.01, near(0.01))
says("0.01 holds for any k below {}", limit / 0.01)

# By hand
needs_none("the rate of the example", "**η = 0.9.**")
says("Distances w - 3: {}, then", path(0.9)[0] - 3)
says("So w: {}, {}, **{}**.", *path(0.9, 2))
needs_none("the exercise, whose solution is checked", "**η = 0.7.** Factor: 1 - 2 · 0.7", "from 0 at η = 0.7?")
says("Begin with w - 3 = {}, multiply", start - 3)
needs_none("the bottom", "and add 3 again")

# Say it for any rate
needs_none("no rate is negative here", "a learning rate, 0 or more")
says("Mind the edges {}, {} and {}.", crawl, lands(), limit)
says("if learning_rate < {}, return", crawl)
says('if learning_rate < {}, return "converge"; if learning_rate == {}', lands(), lands())
says("a rate *below* {} that comes within 0.01 of {} in seven steps", lands(), ours.minimum)
needs_none("what is wanted, in the letters of the lesson", "You need 3 · f⁷ below 0.01")
says("Try f = 0.5 on paper: 3 · 0.5⁷ is {:.3f}, a little", 3 - path((1 - 0.5) / part)[7])
says("set k to {}: its sentence", steepness.state["k"])

# Which curve is which?
needs_none("the rates of the exercise", "rates 0.05, 0.9, 1.0 and 1.1.")
needs_none("the rates of the exercise", "belongs to 0.05, which to 0.9, which to 1.0, which to 1.1?")
says("Which makes it exactly {}?", factor(limit) ** 2)
says("At 0.9 w jumps across {} at every step", ours.minimum)
(gain,) = {round(ours.value(path(rate)[1]) / ours.value(start), 9) for rate in (0.1, 0.9)}
says("you cannot tell 0.9 from 0.1: both multiply the cost by {}.", gain)

# Does it need a schedule?
cell = claims.cell("class InTurn")
halved = cell.rate
says("a function of the step number {}, {}, {},", *range(3))
says("begins with {0} and is halved after every ten steps: {0} for steps 0 to 9", halved(0))
says("{} for steps 10 to 19", halved(10))
says("t // 10, which is {} for 9 and {} for 10.", 9 // 10, 10 // 10)
says("Multiply {} by {} so many times", halved(0), halved(10) / halved(0))
constant = cell.gradient_descent(ours, start, halved(0), len(cell.exact) - 1).parameters
says("rolls {} steps with a constant {}", len(constant) - 1, halved(0))
in_turn = cell.InTurn()
wishes = [next(in_turn.wishes), next(in_turn.wishes)]
says("one wants w = {}, the other w = {}", *wishes)
says("Their mean cost has its bottom at {}.", sum(wishes) / 2)
says("it ends {:.7f} from the bottom", 3 - cell.exact[-1])
says("the constant rate {0:.13f}, which Python writes {0:.1e}.", 3 - constant[-1])
in_turn = gradient_descent(cell.InTurn(), start, halved(0), 30).parameters
says("At a constant {}, w goes to and fro between {:.2f} and {:.2f}", halved(0), *sorted(in_turn[-2:]))
needs_none("10^-23 in the caption", "on the bottom line, though it is not 0.")
says("With the rate halved twice, its last two places are {:.2f} and {:.2f}.", *sorted(cell.in_turn[-2:]))

# Decide
small, middle, large = 0.001, 0.1, 3.0  # the candidates of the cell
dark = gradient_descent(Hill(), start, np.array([small, middle, large]), 10)
(first, *_), last = dark.costs[0], dark.costs[-1]
says("Begin with something like {} and", middle)
says("If the cost grows, as at {:.1f}, or becomes nan", large if last[2] > first else None)
says("as at {:.3f}, where it goes from {:.2f} to {:.2f}", small, first, last[0])
says("At {} it falls from {:.2f} to {:.2f}", middle, first, last[1])
ratio = dark.gradients[1, 1] / dark.gradients[0, 1]
k = (1 - ratio) / (2 * middle)
says("after one step: {} at η = {}.", ratio, middle)
says("From 1 - 2kη = {} follows k = {}, and the best rate is 1/(2k) = {:.2f}.", ratio, k, 1 / (2 * k))

# Key points, and next
says("On (w - {})² each step multiplies the distance", ours.minimum)
says("Below {0} it comes nearer on one side; at {0} it takes one step", lands())
says("up to {0} it changes sides and still comes nearer; at {0} it bounces; above {0} it runs away", limit)
says("0.01 needs {} steps, {} one, and 0.9 as many as 0.1", near(0.01), lands())
says("On k(w - {})² the best rate is 1/({}k)", ours.minimum, 1 / lands(steep) / steep.k)
says("and the limit is {}/k", limit)
says("| the limit {}/k | {}/L", limit, limit * part)
says("here L = {}k |", steep.gradient(4.0) / steep.k)
says("from {} to {}, is our reason", counts.max(), counts.min())
says("the way down ends at {}.", ours.minimum)
