"""What the numbers of lesson 02 follow from."""

import numpy as np
from prose import Claims

from helpers.core import Network, Parabola, derivative, power_rule, secant_slope
from helpers.labs import ChainLab, PowerLab, SquareLab
from helpers.labs.powers import EXPONENTS

claims = Claims("02")
says, needs_none = claims.says, claims.needs_none
PLACES = (0.7, 2.0, 3.3)


def slope_is(f, formula, *phrases, times=1):
    """Claim a formula for the slope of f, which is measured at three places."""
    np.testing.assert_allclose([formula(x) for x in PLACES], [derivative(f, x) for x in PLACES], rtol=1e-6)
    needs_none("a formula, measured at three places", *phrases, times=times)


def square(x):
    return x**2


def hill(w):
    return (w - 3) ** 2


def steep(w):
    return (2 * w - 3) ** 2


slope_is(hill, lambda w: 2 * (w - 3), "the slope of (w - 3)² is 2(w - 3), at any w", "derive 2(w - 3) in two ways")
slope_is(hill, lambda w: 2 * (w - 3), "Two times the inside is 2(w - 3)", "## Two ways to 2(w - 3)")
slope_is(hill, lambda w: 2 * (w - 3), "For (w - 3)² the inner slope is 1.", "That is why 2(w - 3) was right")
slope_is(hill, lambda w: 2 * (w - 3), "the outer slope is 2(w - 3), the inner slope is 1. Together 2(w - 3), so")
slope_is(
    hill, lambda w: 2 * (w - 3), "(w - 3)² has slope 2(w - 3).", "You know the slope of (w - 3)² everywhere: 2(w - 3)"
)
needs_none("the hill", "**On (w - 3)² the mean", "The hill of this course is (w - 3)².", "Here u = w - 3.")
needs_none(
    "lesson numbers", "as in lesson 01: from", "as measured in lesson 01.", "in lesson 07, has", "In lesson 03 you"
)

# Two questions from before
runs = (1, 0.1, 0.01)
secants = [secant_slope(hill, 0.0, h) for h in runs]
says("mean slopes from 0 to h are {}, {} and {}, for h = {}, {} and {}.", *secants, *runs)
limit = Parabola(3).gradient(0.0)
says("On {:g}. They are off by {}, {} and {}: by h", limit, *np.round(np.subtract(secants, limit), 9))


def line(w):
    return 2 * w - 3


needs_none("the question", "the line 2w - 3 at w = 0, and how steep at w = 50?")
says("{:.0f} at both.", derivative(line, 50.0))
says("from w = 0 to w = 1 this one rises from {} to {}", line(0), line(1))

# Seven slopes in a row
h = derivative.__defaults__[0]
needs_none("the curve of the picture", "seven slopes of x²")
says("from two points, {:.5f} to the left and {:.5f} to the right", h, h)
needs_none("the question", "What is the slope at x = 50?")
says("{:.0f}, twice the place.", derivative(square, 50.0))
says("Each step of 1 to the right adds {:.0f} to the slope", derivative(square, 3.0) - derivative(square, 2.0))
says("and at 0 it is {:.0f}", derivative(square, 0.0))
slope_is(square, lambda x: 2 * x, "So the slope of x² looks like 2x.", "Why 2, and why x?", "x² gave 2x,")

# A square grows
needs_none("a square's area", "w² is the area")
side, growth = SquareLab().state.values()
says("grow from {:g} to {:g}, so by h = {:g}", side, side + growth, growth)
says(
    "The area goes from {:g} to {:g}, by {:g}: two strips of {:g} each, and a corner of {:g}.",
    side**2,
    (side + growth) ** 2,
    (side + growth) ** 2 - side**2,
    side * growth,
    growth**2,
)
small, smaller = (button.change["h"] for button in SquareLab.buttons[1:])
says("With h = {} the strips still give {:g} for each unit of h, and the corner only {}", small, 2 * side, small)
says("Press *h = {}*: {:g} and {}.", smaller, 2 * side, smaller)
says("Move the side w to 2, and they give {}", 2 * 2)
assert all((w + g) ** 2 == w**2 + 2 * w * g + g**2 for w in (1, 2, 3) for g in (1, 2))
needs_none("held by the line above", "(w + h)² is w² + 2wh + h².", "Take off the w² that")
needs_none("held by the line above, divided by h", "\\frac{(w + h)^2 - w^2}{h} = 2w + h")
needs_none("the limit", "Now let h go to 0,")
slope_is(square, lambda w: 2 * w, "the slope of w² is 2w")
says("{:.0f} at w = {:g}. No h", derivative(square, side), side)
needs_none("the cube of the text", "With side 2 it grows")
says("That is {:.0f} for each unit of h", derivative(lambda w: w**3, 2.0))
slope_is(lambda w: w**3, lambda w: 3 * w**2, "the slope of w³ is 3w²", "x³ gave 3x².", "for x³ it is 3x²")

# The rule
for n in (-1.0, 0.5, 4.0):
    slope_is(lambda x, n=n: x**n, lambda x, n=n: n * x ** (n - 1))
needs_none("the rule, held above for three more exponents", "x^n = n \\cdot x^{n-1}", "to the power n - 1.", "n · xⁿ⁻¹")
needs_none("a place to try", "For x³ at x = 2 it is")
needs_none("the two shapes", "reasons for n = 2 and n = 3.")
root = power_rule(0.5)
says("For 1/x at x = {:g} the rule gives -1 · 2⁻² = {}", PowerLab().state["x"], power_rule(-1)(2.0))
place = PowerLab.controls[1]
assert len(EXPONENTS) == 6
says("at every x from {} to {:g}", place.low, place.high)
needs_none(
    "exponents of the lab", "- n = 1 is x itself.", "- n = 0 is the level line 1.", "- n = 0.5 is the square root."
)
says("The rule gives 1 · x⁰, and x⁰ is {:g}: one up", 2.0**0)
says("The rule gives {:g}. So any constant has slope {:g}", power_rule(0)(2.0), derivative(lambda _: 5.0, 2.0))
says("{} is 5 · x⁰", 5 * 2**0)
says("At x = 1 its slope is {}.", root(1.0))
says("At 0 itself the root and 1/x have no slope, so the lab starts at {}", place.low)
slope_is(lambda x: 4 * x**3, lambda x: 4 * 3 * x**2, "4x³ has four times the slope of x³.", "4x³ has 12x².")
both = [derivative(f, 3.0) for f in (square, lambda x: x, lambda x: x**2 + x)]
says("At x = 3, x² rises by {:.0f} for each unit and x by {:.0f}, so x² + x rises by {:.0f}.", *both)

# Six derivatives
needs_none("Python's own writing", "Python writes x³ as `x ** 3`.", "Python knows `x ** 0.5`")
slope_is(
    lambda x: 5 * x**2, lambda x: 10 * x, "Worked: 5x².** Exponent 2 to", "to the power 1, which is x. Together **10x**"
)
needs_none("exercises, counted", *(f"**{number}. " for number in (1, 2, 3, 4, 5, 6, 7, 8)))
needs_none("headings of exercises", "Solution of 2 and 3", "Hint for 5 and 6", "Solution of 5 and 6")
needs_none("exercises, which the sheet checks", "4x³.** Exponent 3 to the front: 4 · 3 = **?**", "Its exponent is 1.")
needs_none("exercises, which the sheet checks", "The number 5.**", "def slope_5(x)", "A sum: 3x² - 4x + 5.**")
needs_none(
    "exercises, which the sheet checks", "1/x.** Read it as x to the power -1, for any x but 0.", "exponent is 0.5."
)
needs_none("exercises, which the sheet checks", "def slope_1_over_x(x)")
says("One less than -1 is {}, and x to the power {} is 1/x².", -1 - 1, -1 - 1)
says("One less than 0.5 is {}, and x to the power {} is 1/√x", 0.5 - 1, 0.5 - 1)
slope_is(lambda x: x**0.5, lambda x: 1 / (2 * x**0.5), "# also written 1 / (2 * x**0.5)")

# One link of chain
says("which is {:g} at w = 0, as measured", limit)
needs_none("the button", "Press *(2w - 3)²* and")
move = ChainLab.controls[0].step
says("On the left w moves by {}, the solid line", move)
says("The inside moves by 2 · 0.5 = {:g}, the dashed line. On the right the same {:g} is the move", 2 * move, 2 * move)
outer = derivative(square, line(0.0))
says("There the slope is {:.0f}, and by that slope C moves by {:.0f}, the dotted", outer, outer * 2 * move)
whole = derivative(steep, 0.0)
says("And {:.0f} for a move of {} is **{:.0f} for each", outer * 2 * move, move, outer * 2)
says("Measured, it is {:.0f}, too", whole)
says("u moves {:.0f} for each unit of w", derivative(line, 0.0))

# Two with something inside
needs_none(
    "exercises, which the sheet checks", "(2w - 3)², at any w.** Outer slope: 2 · (2w - 3).", "(5 - 2w)².** This"
)
needs_none("the question", "Say first: at w = 0,")


def mirror(w):
    return 5 - 2 * w


says("At w = 0 the inside is {}, and it falls by {:.0f} for each unit", mirror(0), -derivative(mirror, 0.0))

# Two ways
says("so {:.0f} at w = 0.\n\nThen **without", derivative(hill, 0.0))
needs_none("lines to be put in order, which the sheet checks", "2w - 6\n", "w² - 6w + 9\n", "C    hill:   (w - 3)²\n")
needs_none("lines to be put in order, which the sheet checks", "slope:  2(w - 3)\n", "w² - 9\n", "2w - 6 + 9\n")

# Two of these are wrong
needs_none(
    "claims, two of them wrong, which the sheet checks", "| A | x⁴ | 4x³ |", "| B | 6x² | 12x |", "| C | x³ | 3x |"
)
needs_none("claims, two of them wrong, which the sheet checks", "| D | 1/x² | -2/x³ |", "| E | (3x - 1)² | 2(3x - 1) |")
needs_none("the place in the cell", "A is measured at x = 1.")
slope_is(lambda x: x**3, lambda x: 3 * x**2, "C is 3x²,")
says("E lost its inner slope {:.0f}", derivative(lambda x: 3 * x - 1, 2.0))

# Decide
knobs = Network((784, 16, 16, 10)).parameters.size
says("a network with {:,} knobs", knobs)
says("and not {:,} runs for one step", 2 * knobs)
needs_none("places where many wrong formulas are right", "that are not 0 or 1, h", "and not only at 0 and 1.")
says("h about {:.5f}. If", h)
measured = [derivative(lambda x: x**3, 2.0, h) for h in (0.1, 1e-16)]
says("{:.2f} for 0.1, and {:g} for 10⁻¹⁶, where", *measured)

# Key points, and next
slope_is(square, lambda x: 2 * x, "For x² that is 2x,")
slope_is(lambda x: 1 / x, lambda x: -1 / x**2, "for 1/x it is -1/x².")
says("- A constant has slope {:.0f}.", derivative(lambda _: 5.0, 2.0))
slope_is(steep, lambda w: 4 * (2 * w - 3), "(2w - 3)² has 4(2w - 3), ")
says("which is {:.0f} at w = 0.\n- Expanded", whole)
needs_none("examples of ours", "the examples, 4x³ and 5 among them")
says("which is {:.0f} at w = 0 and {:+.0f} at w = 6.", derivative(hill, 0.0), derivative(hill, 6.0))
