"""What the numbers of lesson 01 follow from."""

import re
import sys

import numpy as np
from prose import Claims

from helpers.core import Parabola, derivative, secant_slope
from helpers.labs import CloserLab, SecantLab, TraceLab, ZoomLab
from helpers.labs.slopes import SMALLEST
from helpers.pictures.slopes import CURVES, MATCHED

claims = Claims("01")
says, needs_none = claims.says, claims.needs_none

cost = Parabola(3).value
bottom = Parabola(3).minimum
RUNS = (1, 0.1, 0.01, 0.001)
secants = [secant_slope(cost, 0.0, h) for h in RUNS]
limit = Parabola(3).gradient(0.0)


def slope(w, curve=cost):
    """Return the slope at a place, measured and rounded to what a measurement is good for."""
    return round(derivative(curve, w), 6)


def bend(zoom):
    """Return by how many percent the curve strays from a straight line, as the lab says it."""
    return float(re.search(r"by ([0-9.]+) %", ZoomLab(zoom=float(zoom)).caption)[1])


needs_none("the curve", "(w - 3)²", times=7)
needs_none("the point of the examples", "at w = 0", times=6)
needs_none("the point of the examples", "At w = 0", times=3)
needs_none(
    "the limit",
    r"h \to 0",
    "It is written C'(0)",
    "C prime at 0",
    "of C at 0",
    "with h = 0 there would be one point only",
)

# Two questions from school
needs_none("the question's points", "through the points (1, 5) and (3, 1).")
says("The line falls by {:g} for each unit", -(1 - 5) / (3 - 1))
needs_none("the question's candle", "is 20 cm long at noon and 14 cm at three o'clock")
says("by {:g} centimetres for each hour", (14 - 20) / 3)

# Under the glass
says("by {} at w = 0, and by {} at w = {}.", cost(0.0), cost(bottom), bottom)
needs_none("the point of the question", '"the slope at w = 0" be?')
says("strays from a straight line by {:.1f} % of the glass. Press *Ten times closer*: {:.2f} %", bend(10), bend(100))
says("Press *All of it*: {:g} %", bend(1))
assert ZoomLab().state == {"zoom": 10.0, "w": 0.0}

# Two points
says("the cost is {}, at w = 1 it is {}.", cost(0.0), cost(1.0))
needs_none("the two points", "while w grows by 1.", "on the way from 0 to 1,", "(w - 3)² from 0 to 1 it is")
says("is called h: first {}, then {}, {}, {}", *RUNS)
assert SecantLab().state["h"] == RUNS[0]
assert [button.label for button in SecantLab.buttons][1:] == [
    "h = 1",
    "w = 0",
    "The bottom: w = 3",
    "The other side: w = 5",
]
needs_none("the button", "Press *h = 1*", "Go back to *h = 1*", "press *The other side: w = 5*, with h = 0.001.")
says("The one divided by the other does not: {}, {}, {}, {:.3f}.", *secants)
says("How far is each from {}? By {}, {}, {}, {}: by h itself", limit, *np.round(np.subtract(secants, limit), 9))
says("at which they settle, and it is {}.", limit)
says("the curve would fall by {} for each unit of w", -limit)
needs_none("the point of the examples", "This number is the slope at w = 0,")
needs_none("a run of nothing gives a rise of nothing", "and 0 divided by 0 is no number")
says("such as {:.6f} / {}.", cost(0.001) - cost(0.0), 0.001)
says("The slope is {:.3f}, about to settle at {}.", secant_slope(cost, 5.0, 0.001), slope(5.0))
sinks = secant_slope(cost, 0.0, 1.0) - limit
says("the whole line sinks by {} and comes to rest", sinks)

# A slope for every point
lifted = CURVES["lifted"][1]
wave = CURVES["wave"][1]
needs_none("the lifted curve, as the lab names it", "(w - 3)² + 1", times=2)
assert CURVES["lifted"][0] == "(w - 3)² + 1"
says("so it is {} at best.", lifted(bottom))
start = TraceLab().state["w"]
says("The lab stands at w = {:g}, where the slope is {:g}.", start, slope(start, lifted))
says("At w = {:g} the cost is {:g} and the slope is {:g}.", bottom, lifted(bottom), slope(bottom, lifted))
says("the cost sinks by {:g} everywhere", lifted(5.0) - cost(5.0))
says("- At w = 0 it says {:g}. The minus", slope(0.0))
says("The {:g} means: by {:g} for each unit of w", -slope(0.0), -slope(0.0))
says("- At w = {} it says {:g}: still downhill", 2, slope(2.0))
assert slope(2.0) / slope(0.0) == 1 / 3
says("- At w = {:g} it says {:g}: at the bottom", bottom, slope(bottom))
says("- At w = {} it says {:g}: the cost rises", 5, slope(5.0))
assert cost(5.1) > cost(5.0) > cost(4.9)
needs_none("held by the line above", "At w = 5 nothing rises", "moves w to 5.1 makes", "moves it to 4.9 makes")
needs_none("the size of a slope, not a claim of its own", "does 0 mean that", "A slope of 0 says flat")
valley, top = 5, 1
assert wave(valley) < min(wave(4.9), wave(5.1)) and wave(top) > max(wave(0.9), wave(1.1))
says("Its slope is {:g} at w = {}, in the valley, and also at w = {}", abs(slope(valley, wave)), valley, top)
needs_none("lesson numbers", "lesson 05 tells", "In lesson 02 a square")

# Closer still
says("the slope comes ten times closer to {:g}. The lab", limit)
found = CloserLab().state["h"]
says("stands at h = {:f} and has found {:f}.", found, secant_slope(cost, 0.0, found))
says("such a small number as 10^{:.0f}: a one, {:word} places", np.log10(found), round(-np.log10(found)))
TOO_CLOSE = 1e-15
says("{:.2f} is worse than {:.1f}, which h = {} gave us", secant_slope(cost, 0.0, TOO_CLOSE), secants[1], RUNS[1])
says("Python keeps about {} digits of each", round(-np.log10(sys.float_info.epsilon)))
hop = np.spacing(cost(0.0))
says("So near {:g} there is no number", cost(0.0))
says("between {:g} and {:g} - {:.1f} · 10^-15", cost(0.0), cost(0.0), hop * 1e15)
says("From w = 0 to h = 10^{:.0f} the cost should fall by {:g} · 10^-15.", np.log10(TOO_CLOSE), -limit)
falls = cost(0.0) - cost(TOO_CLOSE)
assert 3 < -limit * TOO_CLOSE / hop < 4
says(
    "It falls by {:word}, {:.2f} · 10^-15, and the division makes {:.2f} of it.",
    round(falls / hop),
    falls * 1e15,
    secant_slope(cost, 0.0, TOO_CLOSE),
)
says("Push h to its end, 10^{:.0f}:", np.log10(SMALLEST))
says("both costs are {:g} now, and the slope is {:g}", cost(SMALLEST), abs(secant_slope(cost, 0.0, SMALLEST)))
off = {power: abs(secant_slope(cost, 0.0, 10.0**power) - limit) for power in range(-16, 1)}
says("From 1 down to about 10^{} the slope comes nearer to {:g}", min(off, key=off.get), limit)

# By hand: from a table
table = {0: 2.6, 0.5: 2.1, 2: 1.5, 4: 1.9}
needs_none("the given table", *(f"| {w} | {height} |" for w, height in table.items()))
needs_none("rows of the table", "**From 0 to 0.5.**", "**From 0.5 to 2.**", "**From 2 to 4.**")
needs_none("the run is 1.5", "the run is more than 1, so the rate is nearer to 0 than the rise")
says("{} at w = 2, and {} at w = 4.", table[2], table[4])

# One line for every curve
needs_none("an example of a run", "a run h such as 0.1.")
needs_none("the formula on both sides", "/ (2 * h)")
says("with h = {}, {}, {}, {}", *RUNS)
printed = claims.cell("places = (").printed.splitlines()
rows = [[float(text) for text in line.split()[-4:]] for line in printed]
says("The first line settles at {:.0f}, the second at {:.0f}.", rows[0][-1], rows[1][-1])
says("change from {} to {}, and at how", rows[2][-2], rows[2][-1])
needs_none("the exercise", "equal to -2?")
says("The slope is {:g} at w = 0 and {:g} at w = {:g}", slope(0.0), slope(bottom), bottom)

# Which belongs to which?
says("Above are four curves, {} to {}.", *list(MATCHED)[:: len(MATCHED) - 1])
says("the letters that go with {}, {}, {}, {}", *MATCHED)
needs_none("what flat and rising mean", "There its slope curve is 0.", "There its slope curve is above 0.")
one, w = MATCHED["1"][0], np.linspace(0, 1.99, 50)
assert (np.diff(one(w)) > 0).all() and slope(2.0, one) == 0
needs_none("held by the line above", "Curve 1 is flat at w = 2")


# Decide
def cube(w):
    return w**3


needs_none("the curve of the cell", "Here is w³ at 2 once more")
one_side = [secant_slope(cube, 2.0, h) for h in (0.1, 0.001, 0.00001)]
says("the digits drift: {:.2f}, {:.3f}, {:.5f}, each step", *one_side)
digits = round(-np.log10(sys.float_info.epsilon))
says("that is about 10^{:.0f} for one side, where half of the {} digits", -digits / 2, digits)
needs_none("the size that the rule of half the digits holds for", "Around numbers of size 1,")
says("10^{:.0f} is a good choice, and `derivative` uses it", np.log10(derivative.__defaults__[0]))

# Key points, and next
says("from 0 to 1 it is {}.", secants[0])
says("{}, {}, {}, {:.3f} settle at {}.", *secants, limit)
needs_none("height and slope, told apart in the lab", "It is 0 where the cost is flat, not where the cost is 0.")
says("h = 10^-15 gives {:.2f}", secant_slope(cost, 0.0, TOO_CLOSE))
says("at h = {} it is {:.3f}, at 10^-15 it is {:.2f}", RUNS[-1], secants[-1], secant_slope(cost, 0.0, TOO_CLOSE))
