"""What the numbers of lesson 09 follow from."""

import re

import numpy as np
from prose import Claims

from helpers.core import Network, gradient_descent, load_digits, train
from helpers.labs import NudgeLab
from helpers.labs.digits import BATCH, SIZES

claims = Claims("09")
says, needs_none = claims.says, claims.needs_none

(x, y), (x_test, _) = load_digits()
network = Network(SIZES)
knobs, known, new, pixels = network.parameters.size, len(x), len(x_test), x.shape[1]
weights = sum(W.size for W, _ in network.layers)
biases = knobs - weights
start_cost = network.cost(x, y)
nudges = NudgeLab()
steepest, nudge = nudges.state["knob"], nudges.state["nudge"]
slopes = network.gradient(x[:BATCH], y[:BATCH])

says("Here the same three lines turn {:,} knobs at once, on {:,} handwritten digits", knobs, known)
needs_none("what lessons 07 and 08 taught", "One weight could learn 1, two knobs learnt 0 and 1.")
says("Is it the same arrow with {:,} parts", knobs)
says("One knob of {:,} · count", knobs)
needs_none("lesson numbers", "of lesson 07, once", "In lesson 07 the slope", "In lesson 08 you turned", "in lesson 05.")
needs_none(
    "lesson numbers",
    "in lesson 08 w and b started at 0",
    "of lesson 03, with",
    "of lesson 04.",
    "03 to 05, then 07 and 09 |",
)
needs_none("chapters of the notes", '"chapter 2 builds the intuition, chapter 3 explains backpropagation"')

# Two questions from before
copying = Network((1, 1)).cost_on([[0.0], [1.0]], [[0.0], [1.0]])
first = gradient_descent(copying, [0.0, 0.0], 1.0, 1)
says("**At w = 0, b = 0 the gradient was ({:.4f}, {:g}). Where does one step at η = 1 lead?**", *first.gradients[0])
says("To ({:.4f}, {:g}): each knob", *first.parameters[1])
says("How many for two knobs, and for {:,}?**", knobs)
says("{}, and {:,}. All for", 2 * 2, 2 * knobs)

# One knob
says("## One knob of {:,}\n", knobs)
says("{} pixels go in, {:word} rows of {} hidden neurons work on them", pixels, len(SIZES) - 2, *set(SIZES[1:-1]))
says("It has {:,} knobs, and nobody", knobs)
says("what the cost of {} pictures does", BATCH)
says("Knob {:,} has the slope {:.3f}.", steepest, slopes[steepest - 1])
falls = [NudgeLab(nudge=by).compute(steepest, by).change for by in (nudge, -2.0)]
says("Nudged by {}, the slope promises {:.3f}", nudge, nudge * slopes[steepest - 1])
says("and the cost falls by {:.2f}.", -falls[0])
assert 0.4 < falls[1] / (-2 * slopes[steepest - 1]) < 0.6
needs_none("held by the line above", "Nudge it by -2, and half")
says("by hand, {:,} times", knobs)
of_pixels = np.abs(slopes[: SIZES[1] * (pixels + 1)].reshape(SIZES[1], -1)[:, :-1])
row, column = np.unravel_index(of_pixels.argmax(), of_pixels.shape)
strong = row * (pixels + 1) + column
says("Knob {:,} is the steepest of all weights from pixels", strong + 1)
says("and its slope is only {:.4f}.", slopes[strong])
says("The bias with {:.3f} matters {:.0f} times", slopes[steepest - 1], abs(slopes[steepest - 1] / slopes[strong]))
says("And knob 1 has slope {:g}, exactly", slopes[0])
says("once for each of {:,} knobs", knobs)

# Count them
says('"{} pixels in, {} numbers out, {:,} parameters". {} times {} is not {:,}', *(pixels, SIZES[-1], knobs) * 2)
counts = [(b.size, W.size, W.size + b.size) for W, b in network.layers]
says("| first hidden | {} | 784 · 16 = {:,} | {} | {:,} |", counts[0][0], counts[0][1], counts[0][0], counts[0][2])
says("| second hidden | {} | 16 · 16 = {} | {} | **?** |", *counts[1][:2], counts[1][0])
says("| outputs | {} | 16 · 10 = {} | {} | {} |", *counts[2][:2], counts[2][0], counts[2][2])
says("| all | {} | {:,} | {} | {:,} |", biases, weights, biases, knobs)
says("a tuple such as {}, the inputs first", str(SIZES))
says("gives the neighbours: {}, {}, {}. Each", *map(str, zip(SIZES, SIZES[1:])))
needs_none("Python's own way to leave out the first", "`zip(sizes, sizes[1:])`")
says("{:,} is a small network", knobs)
says("With {:,} the list of all", knobs)

# What goes in
says("| the network | {} pixels | {} outputs | the {:,} knobs |", SIZES[0], SIZES[-1], knobs)
says("| the cost | {:,} knobs | {} number | the {:,} pictures and targets |", knobs, np.size(start_cost), known)
targets, counted = np.unique(y[0], return_counts=True)
says("is ten numbers: {:g} for the right digit, {:g} for the other {:word}", targets[1], targets[0], counted[0])
says("for a label from {} to {}", 0, y.shape[1] - 1)

# All slopes at once
needs_none("the sigmoid's slope", "times a (1 - a), times input")
says("compares these {:,} slopes", knobs)
needs_none("the nudge of the cell", "a nudge of 0.00001 to both sides")
says("{:,} for one evaluation of the cost", weights)
times = (2 * weights + sum(W.size for W, _ in network.layers[1:])) / weights
says("{:,} against {:.2f}. That is", 2 * knobs, times)
says("but the same {:,} slopes for the price", knobs)
needs_none("what the cell repeats", "measured on 20 evaluations")

# The steepest way
says("## The steepest way, among {:,}\n", knobs)
needs_none("the cell's length", "each with a step of length 0.01,")
C = network.cost_on(x[:BATCH], y[:BATCH])
here, steepness = C.value(network.parameters), np.linalg.norm(slopes)
random = np.random.default_rng(0)
directions = (random.standard_normal(knobs) for _ in range(300))
changes = [C.value(network.parameters + 0.01 * way / np.linalg.norm(way)) - here for way in directions]
says("Try {} random directions", len(changes))
says("{} of {} random steps go down", int(np.sum(np.array(changes) < 0)), len(changes))
says("each of the {:,} slopes was found", knobs)
happened = C.value(network.parameters - 0.01 * slopes / steepness) - here
assert abs(happened - -0.01 * steepness) < 0.0001
says("At length 0.01 all {:,} knobs move and the cost does what was promised, to 0.0001.", knobs)
says("At length 10 it promised {:.1f}, more than there is: the cost is {:.1f}", -10 * steepness, here)
needs_none("a cost is a sum of squares", "and cannot fall below 0.")
share = np.sort(slopes**2)[::-1].cumsum() / np.sum(slopes**2)
says("of {:,} knobs, {} hold half of its square", knobs, 1 + int(np.searchsorted(share, 0.5)))
last = counts[-1][2]
says("The {} knobs of the outputs have {:.2f} of it", last, np.sum(slopes[-last:] ** 2) / np.sum(slopes**2))

# Why not all equal
says("Where do {:,} knobs stand", knobs)
needs_none("what TrainLab shows, held to a range by its tests", "to read about 9 in 10.", '"About 9 in 10"')
size = 10
needs_none("the batch of the cells", "in mini-batches of 10,")
says("one pass through all {:,} pictures", known)
says("so {} steps. From", known // size)
needs_none("the cell's start", "after one epoch from 0.1.")
says("The {} neurons of a layer began equal", SIZES[1])
says("They differ by exactly 0.0, for ever: {} copies", SIZES[1])
needs_none("what the cell prints whether it holds", "to exactly 0.0.")
xor = claims.printed("xor = Network((2, 2, 1))")
needs_none("the targets of XOR", "one output that should be 1 where")
random_starts, solved = re.search(r"of ([0-9]+) random starts, solved: ([0-9]+)", xor).groups()
needs_none("the starts and steps of the cell", "and 40 random ones, 3,000 steps each")
assert "outputs 0.03, 0.67, 0.67, 0.67" in xor
needs_none("where 0.03 and 0.67 are on their way to", "the best is 0, 2/3, 2/3, 2/3.")
says("since the outputs stay at {}.", re.search(r"all 0: .* outputs ([0-9.]+)", xor)[1])
says("Random starts solve it {} times of {}. Nine get stuck", solved, random_starts)
assert int(random_starts) - int(solved) == 9
needs_none("what `start` of Network does", "biases may start at 0, as ours do", "or a bias, may start at 0.")
says("adds up {} products", pixels)
drawn = Network(SIZES, start="normal").parameters
says("two in three of them between {} and {}", -1, 1)
assert abs(np.mean(np.abs(drawn) < 1) - 2 / 3) < 0.03
needs_none("its mean, and a name", "drawn at random around 0", "(that is N(0, 1))")
says('So "scaled" weights are divided by √{} = {:g}.', pixels, np.sqrt(pixels))
normal = Network(SIZES, start="normal").cost(x, y)
says("from {:.2f} or from {:.2f} the cost comes down", normal, start_cost)

# Train it
needs_none(
    "NumPy's own way to say each row", "`np.sum(..., axis=1)`", "`outputs.argmax(axis=1)`", "and of the 1 in each row"
)
blind = 0.5 * np.sum((0.1 - y[0]) ** 2)
says(
    "All outputs at 0.1 and a single 1 as target: nine errors of 0.1 and one of {:.1f}, so the loss is {:.2f}",
    0.1 - 1,
    blind,
)
says("are arrays of {:,} numbers; NumPy", knobs)
says("with {:,} numbers where there was one", knobs)
says("One epoch, {} steps", known // size)
says("comes from {} pictures, not from all {:,}: a rough slope, {} times cheaper", size, known, known // size)
needs_none("rates of the bets", "With 30 each step", "With 0.001 it falls")
timid, ends = Network(SIZES, dtype=np.float32), []
train(timid, x, y, 0.001, 5, size, on_epoch=lambda *_: ends.append(timid.cost(x, y)))
says("from {:.2f} to about {:.1f} in five, and not", start_cost, ends[-1])
assert (np.diff([start_cost, *ends]) < 0).all()
needs_none("the tolerance of the cell", "the check to 1e-10.")

# New pictures
says("What counts is not the {:,} pictures", known)
says("So {:,} other pictures", new)
needs_none("what the cell prints whether it holds", "More than 94 in 100 of the known pictures, and about 90 in 100")
says("never train on those {:,}.", new)
needs_none("the same two, in parts", "about 0.9 here, with more than 0.94 on those")
side = int(np.sqrt(pixels))
says("Each of the {} first hidden neurons has {} weights", SIZES[1], pixels)
says("Laid out as {} by {}, they", side, side)
says("no ink ever comes there and a slope of {:g} moves nothing", slopes[0])
says("read worse than the {:,} test pictures, and", new)
says("the same pile as the {:,}: written", known)
rows = [np.flatnonzero(picture.reshape(side, side).any(axis=axis)) for picture in x[:500] for axis in (0, 1)]
says("scaled into {} by {} pixels", *[max(len(range(row[0], row[-1] + 1)) for row in rows)] * 2)
needs_none("a digit, as an example", "nor your 7 one of theirs")

# Three failing runs, and the decision
needs_none("what the cell does", "after every 40 steps.")
says("falls at once to {:.2f} and stays", blind)
needs_none("the output of a network that looks at nothing, as above", "when all ten outputs say 0.1,")
says("still above 0.3, near the {:.2f} of a network", blind)
needs_none("the rate of the cell that is below, as it prints", "only 3 is on its way")
says("not on the {:,} test pictures: whoever", new)

# Key points
says(
    "- {}: {:,} weights and {} biases. The cost takes these {:,} numbers",
    "-".join(map(str, SIZES)),
    weights,
    biases,
    knobs,
)
says("finds all {:,} slopes for", knobs)
says("nudging needs {:,}.", 2 * knobs)
says("- An epoch of {} mini-batches, and the cost falls from {:.2f} to below 0.3:", known // size, start_cost)
needs_none("the loss, and the notes' without the half", "| ½ sum of (a - y)² | sum of (a - y)², without the ½ |")
says("You have had it for {:,}, and", knobs)
