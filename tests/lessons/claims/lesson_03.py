"""What the numbers of lesson 03 follow from."""

from prose import Claims

from helpers.core import Network, Parabola, gradient_descent
from helpers.core.costs import Hill
from helpers.labs import BlindLab, DescentLab, SignLab

claims = Claims("03")
says, needs_none = claims.says, claims.needs_none

hill = Parabola(minimum=3)
rate = DescentLab().state["learning_rate"]
start = DescentLab().state["initial_weight"]
rolling = gradient_descent(hill, start, rate, steps=60)
w, costs, slopes = rolling.parameters, rolling.costs, rolling.gradients
moves = w[1:] - w[:-1]
left = gradient_descent(hill, 6.0, rate, steps=3).parameters
adding = gradient_descent(hill, start, -rate, steps=2)
adding_right = gradient_descent(hill, 6.0, -rate, steps=2).parameters
half_way = (hill.minimum - w[1]) / (hill.minimum - w[0])  # what a step leaves of the distance
near = next(n for n in range(60) if hill.minimum - w[n] < 0.01)

says("a network with {:,} knobs", Network((784, 16, 16, 10)).parameters.size)
needs_none("the hill of the lesson", "(w - 3)²", times=5)
needs_none("its slope", "2 * (w - 3)", times=4)
needs_none("its bottom", "the distance 3 - w.", "if you start at w = 3?")

# Two questions from before, and the hook
says("at w = {}, and in which units?", start)
says("for each unit of w, the cost falls by {} just here", -hill.gradient(start))
looks = BlindLab().state["looks"]
heights = [Hill().value(look) for look in looks]
says(
    "Three looks are spent: {:.2f} at w = {}, {:.2f} at w = {}, and {:.0f} at w = {}.",
    *(number for pair in zip(heights, looks) for number in pair),
)

# The rule
says("You stand at w = {} on the hill", start)
says("The slope here is {}: one unit to the right, the cost would fall by about {}.", slopes[0], -slopes[0])
says("A tenth of the slope is {}. Take that away from {} and you stand at {}", rate * slopes[0], w[0], w[1])
says("where the cost is {} and no longer {}", costs[1], costs[0])
says("The slope there is {}, a bit less steep, so the next step is shorter: {}.", slopes[1], moves[1])
doubled = gradient_descent(hill, start, 0.2, steps=1).parameters[1]
says("from {} to 0.2 and watch the marks on the axis: the first step doubles, to {}.", rate, doubled)
says("Here it is {}.", rate)

# Why minus
says("a start at w = 6, where the slope is +{}", hill.gradient(6.0))
says("From {} it goes to {}, {}, {}.", *left)
says("Adding gives {}, {}, {}, and the cost goes from {} to {:.2f} and {:.2f}.", *adding.parameters, *adding.costs)
says("Press *{}* and see", SignLab.buttons[-1].label)
says("see the other side run away, too: {}, {}, {}.", *adding_right)
says("At w = {}: 0.1 · 6 · 6 = {} is promised.", start, rate * slopes[0] ** 2)
says("The cost really falls from {} to {}, by {}.", costs[0], costs[1], costs[0] - costs[1])

# By hand
says("Three steps from w = {} with η = {}.", start, rate)
says("**Step 1.** Slope at {}: 2 · (0 - 3) = {}. New w:", w[0], slopes[0])
says("**Step 2.** Slope at {0}: 2 · ({0} - 3) = **?** New w: {0} - {1} · (?) = {2}.", w[1], rate, w[2])
says("**Step 3.** You stand at {}.", w[2])
says("The slope at {0} is 2 · ({0} - 3). Take a tenth of it away from {0}", w[2])
needs_none("made up for the exercise", "stands at 0.5 and that the slope", "there is +0.8.", "were -0.8?")
says("With η = {}, where does it go?", rate)

# Three lines: the same as in the cell below the mixed-up ones
needs_none("the program to be sorted, run in the cell below it", "B    w = 0.0", "for t in range(5):")
says("w = w - {} * slope", rate)
says("w = w + {} * slope", rate)

# It never quite arrives
says("Each step multiplies the distance by {}: {}, {}, {}.", half_way, *(hill.minimum - w[:3]))
says(r"$$3 - w_n = {} \cdot {}^n$$", hill.minimum - start, half_way)
says("In words: three, times {} once", half_way)
needs_none("what a power of 0.8 never is", "as small as you like and is never 0.", "It is never 0,")
says("After {} steps it is below 0.01 for the first time.", near)
says("Where does {} come from? A step takes {} of twice the distance, {} of it", half_way, rate, 2 * rate)
says("and leaves {}.", 1 - 2 * rate)
says("Then the slope is {} and nothing moves", hill.gradient(3.0))

# Decide
cell = claims.cell("small_slope.argmax()")
needs_none("a rule of thumb, as in the cell", "say 30;", "between -0.02 and 0.02;", "by less than 0.0001.")
stops = [30, cell.small_slope.argmax(), cell.small_gain.argmax()]
says("All three are within {} of the bottom here", 0.02 if all(hill.minimum - w[stops] < 0.02) else w[stops])

# Key points, and next
says("because the slope does: {}, {}, {}.", *moves[:3])
says("at η = {} each step multiplies the distance by {}.", rate, half_way)
says("and after {} steps it is below 0.01.", near)
needs_none("a step, in the letters of others", "x^{k+1} = x^k")
needs_none("a quotation", '"w gradually moves toward 3"')
says("the start {} and the rate {} are likely", start, rate)
needs_none("made up for the exercise", "The numbers 0.5 and 0.8 of the single weight")
needs_none("lesson number", "In lesson 04 you place")
