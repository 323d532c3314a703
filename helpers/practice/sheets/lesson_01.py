"""Lesson 01, how steep is it here?"""

import numpy as np

from helpers.core import derivative, secant_slope
from helpers.practice.exercises import Curve, Exercise, Slip
from helpers.practice.quiz import Bet, Option, Question
from helpers.practice.sheets import Sheet

parabola = Curve("(w - 3)²", lambda w: (w - 3) ** 2)
square = Curve("w²", lambda w: w**2)
cube = Curve("w³", lambda w: w**3)
SLOPE_CASES = ((parabola, 5, 0.5), (parabola, 0, 1), (parabola, 0, 0.1), (square, 3, 0.01), (cube, 2, 0.1))
CURVES = (lambda w: (w - 3) ** 2, np.sin, lambda w: w**3 - w, lambda w: np.exp(w / 3))


def slope(f, w, h):
    """The mean rate of change from w to w + h."""
    return (f(w + h) - f(w)) / h


def slope_on_both_sides(f, w, h):
    """The mean rate of change from w - h to w + h: as right, and often nearer to the slope at w."""
    return (f(w + h) - f(w - h)) / (2 * h)


def is_slope_on_both_sides(values):
    """Whether these are the slopes measured on both sides of w."""
    return np.allclose(values, [slope_on_both_sides(*case) for case in SLOPE_CASES], rtol=1e-6)


BETS = (
    Bet(
        "closer",
        "You stand at w = 0. The second point comes closer: h = 0.1, 0.01, 0.001. What does the slope of the line do?",
        (
            "it goes to 0, because the two heights become equal",
            "it settles at one number",
            "it grows without end, because we divide by less and less",
        ),
        {"w": 0.0, "h": 0.001},
        "Rise and run both shrink to nothing; the one divided by the other does not: -5, -5.9, -5.99, -5.999.",
    ),
    Bet(
        "never zero",
        "The cost (w - 3)² + 1 is never 0. Where is its slope 0?",
        ("nowhere, because the cost is never 0", "at w = 0", "at w = 3"),
        {"curve": "lifted", "w": 3.0},
        "Slope 0 asks where the curve is flat. That is at w = 3, and how high it lies there plays no part.",
    ),
    Bet(
        "too close",
        "Now h = 10^-15: a point, fourteen zeros and a one. What slope does the computer find at w = 0?",
        ("-6, right to 15 digits", "-5.33", "none: it cannot divide by a number that small"),
        {"h": 1e-15},
        "The cost should fall by 6 · 10^-15, which is more than three hops and less than four; it can only fall by three.",
    ),
)

EXERCISES = (
    Exercise(
        "mean_rate",
        -0.4,
        "-0.6 over 1.5: the cost falls by 0.4 for each unit of w, less steeply than the -1 before.",
        "1.1",
        (
            Slip(
                0.4,
                "0.4 is how steep it is. The cost falls: 1.5 is less than 2.1. So the rise is negative.",
                misconception="M7",
            ),
            Slip(
                -0.6,
                "-0.6 is the rise. Over a run of how many units of w? Divide by 2 - 0.5.",
                almost=True,
                misconception="M1",
            ),
            Slip(
                -2.5,
                "-2.5 is run divided by rise. Turn it over: the cost stands on top, w below.",
                almost=True,
                misconception="M1",
            ),
            Slip(
                -0.3,
                "You divided by 2, where the piece ends. Its run is from 0.5 to 2: only 1.5 long.",
                almost=True,
                misconception="M1",
            ),
            Slip(
                0.75,
                "0.75 is the cost at 2 divided by w = 2. A rate compares two points: take differences above and below.",
                misconception="M1",
            ),
            Slip(-0.55, "-0.55 is the rate from 0 to 2. This piece begins at 0.5, where the cost is 2.1.", almost=True),
            Slip(-1, "-1 was the piece before, from 0 to 0.5. This one goes from 0.5 to 2."),
            Slip(
                -0.9,
                "-0.9 is rise times run. A rate says how much for each unit of w: divide.",
                almost=True,
                misconception="M1",
            ),
            Slip(
                1.5,
                "1.5 is the run, and the cost at w = 2 as well. Which of the two is divided by which?",
                misconception="M1",
            ),
            Slip(0.6, "0.6 is how far the cost falls. With its sign, and for each unit of w?", misconception="M1"),
        ),
        question="The rise is end minus start, and so is the run. Which row is the end here, and which one the start?",
        forms=("(1.5 - 2.1) / (2 - 0.5)", "-2 / 5", "(2.1 - 1.5) / (0.5 - 2)", "-0.40", "np.array(-0.4)"),
    ),
    Exercise(
        "next_rate",
        0.2,
        "-1, -0.4, and now +0.2: it fell, fell less, and rises. So there is a flat place somewhere between 0.5 and 4.",
        "1.1",
        (
            Slip(-0.2, "Did you take the first cost minus the second? End minus start: 1.9 - 1.5."),
            Slip(0.4, "0.4 is the rise. It takes a run of 2, from w = 2 to w = 4.", almost=True, misconception="M1"),
            Slip(
                5,
                "5 is run divided by rise. Turn it over: the cost stands on top, w below.",
                almost=True,
                misconception="M1",
            ),
            Slip(
                0.1, "You divided by 4, where the piece ends. Its run is from 2 to 4.", almost=True, misconception="M1"
            ),
            Slip(
                -0.175,
                "-0.175 is the rate over the whole table, from 0 to 4. Asked is the last piece, from 2 to 4.",
                almost=True,
            ),
            Slip(
                0.475,
                "0.475 is the cost at 4 divided by w = 4. A rate compares two points: take differences above and below.",
                misconception="M1",
            ),
            Slip(2, "2 is the run, from w = 2 to w = 4. The rate is the rise, divided by it.", misconception="M1"),
            Slip(
                0.8,
                "0.8 is rise times run. A rate says how much for each unit of w: divide.",
                almost=True,
                misconception="M1",
            ),
            Slip(-0.4, "-0.4 was the piece before, from 0.5 to 2. This one begins at w = 2."),
        ),
        question="The rise is end minus start, and so is the run. Which rows are the end and the start now?",
        forms=("(1.9 - 1.5) / (4 - 2)", "1 / 5", "0.4 / 2", "+0.2"),
    ),
    Exercise(
        "slope",
        slope,
        "One line, and it serves every curve. You needed no formula for the slope: only f itself, twice.",
        "1.2",
        (
            Slip(
                lambda f, w, h: f(w + h) - f(w),
                "From w = 0 with h = 0.1 you return -0.59. That is the rise; divide it by the run h.",
                almost=True,
                misconception="M1",
            ),
            Slip(
                lambda f, w, h: (f(w) - f(w + h)) / h,
                "Your signs are turned: -5 comes out as 5. The rise is where you arrive less where you start: f(w + h) - f(w).",
                almost=True,
            ),
            Slip(
                lambda f, w, h: f(w + h) - f(w) / h,
                "Python divides before it subtracts, so only f(w) was divided by h. Put the rise in brackets: (f(w + h) - f(w)).",
                almost=True,
            ),
            Slip(
                lambda f, w, h: f(h) / h,
                "You return f(h) / h. The rise is not f(h): start and end are f(w) and f(w + h), and both are needed.",
                misconception="M1",
            ),
            Slip(
                lambda f, w, h: (f(w + h) - f(w)) / (w + h),
                "You divide by w + h, where the piece ends. Its run is only h.",
                almost=True,
                misconception="M1",
            ),
            Slip(
                lambda f, w, h: h / (f(w + h) - f(w)),
                "That is run divided by rise: -0.2 in place of -5. Turn it over.",
                almost=True,
                misconception="M1",
            ),
            Slip(
                lambda f, w, h: (f(w + h) - f(w - h)) / h,
                "From w - h to w + h the run is 2 h, and you divide by one h: everything comes out twice as steep.",
                almost=True,
            ),
            Slip(
                lambda f, w, h: (f(w) - f(w - h)) / h,
                "Your second point is at w - h, on the left: from w = 0 with h = 1 that gives -7. It is a slope, too; here the second point is w + h.",
                almost=True,
            ),
            Slip(
                lambda f, w, h: (parabola(w + h) - parabola(w)) / h,
                "Right for (w - 3)² and for no other curve. Is it typed in where f should be called?",
                almost=True,
                misconception="M1",
            ),
            Slip(
                lambda f, w, h: 2 * (w - 3),
                "2(w - 3) is a rule for one curve. This function gets any curve f, and two points of it: f(w) and f(w + h).",
                misconception="M1",
            ),
            Slip(
                lambda f, w, h: slope_on_both_sides(f, w, 1e-5),
                "You return where the slope settles, -6, whatever h is. Asked is the slope between w and w + h: -5.9 for h = 0.1.",
                almost=True,
                misconception="M1",
            ),
            Slip(
                lambda f, w, h: slope(f, w, 0.001),
                "Right for h = 0.001, and for no other. Is 0.001 typed where h should stand?",
                almost=True,
            ),
            Slip(
                lambda f, w, h: (f(w + h) - f(w)) * h,
                "You multiply by h: the rise gets smaller still as h shrinks. How much is it for each unit of w?",
                almost=True,
                misconception="M1",
            ),
            Slip(
                lambda f, w, h: (f(w + h) + f(w)) / h,
                "You add the two heights. The rise is the one less the other: f(w + h) - f(w).",
                almost=True,
                misconception="M1",
            ),
            Slip(
                lambda f, w, h: (f(h) - f(w)) / (h - w),
                "Your second point is at h. It should be h further than w, at w + h.",
                misconception="M1",
            ),
            Slip(
                lambda f, w, h: f(w + h) / h,
                "You divide the height at the end by h. The rise is that height less the height at w.",
                misconception="M1",
            ),
            Slip(
                lambda f, w, h: (f(w + h) - f(w)) / w,
                "You divide by w, the place. The run is h: that is how far the second point is away.",
                almost=True,
                misconception="M1",
            ),
            Slip(
                lambda f, w, h: (f(w + h / 2) - f(w - h / 2)) / h,
                "Your points are half an h to the left and half an h to the right. That is a good slope; asked is the one between w and w + h.",
                almost=True,
            ),
            Slip(
                lambda f, w, h: (f(w + h) - f(w)) / (h - w),
                "You divide by h - w. From w to w + h the run is h.",
                almost=True,
                misconception="M1",
            ),
        ),
        cases=SLOPE_CASES,
        accepts=is_slope_on_both_sides,
        forms=(
            "lambda f, w, h: (f(w) - f(w + h)) / -h",
            "lambda f, w, h: 1 / h * (f(w + h) - f(w))",
            "lambda f, w, h: f(w + h) / h - f(w) / h",
            "lambda f, w, h: (f(w + h) - f(w - h)) / (2 * h)",
            "lambda f, w, h: np.diff([f(w), f(w + h)])[0] / h",
            "lambda f, w, h: (f(w + h) - f(w)) / ((w + h) - w)",
            "secant_slope",
        ),
        inputs=lambda random: (CURVES[random.integers(4)], random.uniform(-4, 4), random.uniform(0.01, 2)),
    ),
    Exercise(
        "limit",
        12,
        "19, 12.61, 12.0601: the gap to 12 is 7, 0.61, 0.0601, each about a tenth of the one before.",
        "1.2",
        (
            Slip(
                12.006,
                "12.006 is what h = 0.001 gives, and h goes on shrinking. Where do the numbers settle?",
                almost=True,
            ),
            Slip(
                12.0601,
                "12.0601 is what h = 0.01 gives, and h goes on shrinking. Where do the numbers settle?",
                almost=True,
            ),
            Slip(8, "8 is the height of w³ at 2. Asked is the number at which the slopes settle.", misconception="M2"),
            Slip(
                12.61, "12.61 is what h = 0.1 gives, and h goes on shrinking. Where do the numbers settle?", almost=True
            ),
            Slip(19, "19 is what h = 1 gives, the first number of the line. Where do the numbers settle?"),
            Slip(0, "h goes to 0; the slopes do not. From 19 they come down to 12.61 and 12.0601: and then?"),
            Slip(6, "6 is where w² at 3 settles, the line before. Look at the last line."),
            Slip(-6, "-6 is where the first line settles, that of (w - 3)². Look at the last line."),
            Slip(2, "2 is the place w at which the slope is taken. Where do the slopes settle?"),
            Slip(
                11,
                "The numbers come down to a little more than 12, and stop there. Read the last one again.",
                almost=True,
            ),
        ),
        question="Take the last line of numbers. How far is each from where they seem to settle, and does that shrink to a tenth each time?",
        exact="the gap shrinks to a tenth each time, so nothing of it is left",
        forms=("12.0", "3 * 2**2", "np.int64(12)"),
    ),
    Exercise(
        "where",
        1.5,
        "Between -6 at w = 0 and 0 at w = 3 the slope climbs evenly, by 2 for each unit of w: half-way it is -3.",
        "1.3",
        (
            Slip(
                2,
                "At w = 2 the slope is -2: one unit left of the bottom, and twice that. Where is it a little steeper?",
                almost=True,
            ),
            Slip(
                1,
                "At w = 1 the slope is -4; it is the line from w to w + 1 that has -3. Bring the second point closer: h = 0.001.",
                almost=True,
            ),
            Slip(
                4.5,
                "At w = 4.5 the slope is +3: as steep, but the cost rises there as w increases. Look left of the bottom.",
            ),
            Slip(
                0, "At w = 0 the slope is -6, twice the distance to 3. It is -3 where the curve has become less steep."
            ),
            Slip(-12, "-12 is the slope at w = -3. Asked is the other way round: the w at which the slope is -3."),
            Slip(3, "At w = 3 the curve is flat: slope 0. To the left of it the curve falls: how far to the left?"),
            Slip(-3, "-3 is the slope that is wanted. Asked is the w at which the curve is so steep."),
            Slip(
                -1.5,
                "-1.5 is how far it is from the bottom, with its sign. The bottom is at w = 3: where does that lead?",
            ),
            Slip(2.5, "At w = 2.5 the slope is -1: half a unit left of the bottom, and twice that. Go further left."),
            Slip(-1, "At w = -1 the slope is -8: the curve is steeper there. Go to where it is less steep."),
        ),
        question="The slope is twice the distance to 3, and negative left of it. At which w is it -3?",
        exact="the slope is a straight line, so the place can be told to the last digit",
        forms=("3 / 2", "3 - 1.5", "-3 / 2 + 3"),
    ),
    Exercise(
        "matched",
        "DCAB",
        "1 rises, is flat at 2, falls: D. 2 falls evenly: C. 3 falls, is flat at 4, rises: A. 4 always rises, most in the middle: B.",
        "1.4",
        (
            Slip(
                "BDAC",
                "You chose look-alikes. The top of hill 1, at w = 2, is flat, so its slope is 0 there: which slope curve crosses 0 at 2?",
                misconception="M2",
            ),
            Slip(
                "ACDB", "1 and 3 are exchanged. Hill 1 rises at first, so its slope curve begins above 0.", almost=True
            ),
            Slip(
                "DACB",
                "2 and 3 are exchanged. Line 2 is 0 at w = 4, but never flat. Bowl 3 is flat at w = 4, but never 0.",
                almost=True,
                misconception="M2",
            ),
            Slip("BCAD", "1 and 4 are exchanged. Curve 4 never falls, so its slope is nowhere below 0.", almost=True),
            Slip(
                "CDAB",
                "1 and 2 are exchanged. Line 2 is equally steep everywhere, so its slope curve is level.",
                almost=True,
            ),
            Slip(
                "3421",
                "Those are the curves for A, B, C, D. Write it the other way: the letters for 1, 2, 3, 4.",
                almost=True,
            ),
            Slip("ABCD", "That is the list as it stands. Curve 1 is flat at w = 2: which slope curve is 0 there?"),
        ),
        labels=("1", "2", "3", "4"),
        question="Take one curve. Where is it flat? There its slope curve is 0. Where does it rise? There its slope curve is above 0.",
        forms=(
            "'dcab'",
            "['D', 'C', 'A', 'B']",
            "'1D 2C 3A 4B'",
            "'2C, 1D, 4B, 3A'",
            "{1: 'D', 2: 'C', 3: 'A', 4: 'B'}",
        ),
    ),
)

QUIZ = (
    Question(
        "mean",
        "From w = 0 to w = 1 the cost (w - 3)² falls from 9 to 4. What is -5?",
        (
            Option(
                "The mean rate of change between the two points.",
                "a rise of -5 over a run of 1. At 0 itself the slope is -6, and at 1 it is -4.",
            ),
            Option(
                "The slope at w = 0.",
                "it begins there. But the slope at a point is where the numbers settle as h shrinks, and at 0 that is -6.",
                "M1",
            ),
            Option(
                "Nothing yet: for a slope one must know the rule for derivatives.",
                "rules are quick, and lesson 02 has them. Two points and one division need none.",
                "M1",
            ),
        ),
        "1.1",
    ),
    Question(
        "flat",
        "Where is the slope of (w - 3)² + 1 equal to 0?",
        (
            Option("At w = 3, where the cost is 1.", "there the curve is flat. Its height plays no part."),
            Option(
                "Nowhere: the cost is at least 1 everywhere.",
                "that is true of the cost, and the question is about its slope, which goes from -6 at w = 0 to 4 at w = 5.",
                "M2",
            ),
            Option(
                "Wherever the cost is 0: at w = 2 and w = 4.",
                "those two solve (w - 3)² = 1. The cost is 2 at both, and the slopes there are -2 and 2.",
                "M2",
            ),
        ),
        "1.4",
    ),
    Question(
        "plus four",
        "At w = 5 the slope of (w - 3)² is +4. What does that say?",
        (
            Option(
                "Here the cost rises as w increases, by about 4 for each unit of w.",
                "and going left it falls. The slope speaks of moving to the right, however you came here.",
            ),
            Option(
                "How steep it is; which way is up, one number cannot say.",
                "the 4 says how steep, and the plus says which way: to larger w. At w = 1 it is -4.",
                "M7",
            ),
            Option(
                "The cost is 4.",
                "at w = 5 the cost is 4 as well, by chance. At w = 6 the slope is 6 and the cost 9.",
                "M2",
            ),
        ),
        "1.3",
    ),
    Question(
        "function",
        "C'(0) is -6. What is C', without a place in brackets?",
        (
            Option(
                "A function: to each w it gives the slope there.",
                "-6 at w = 0, 0 at w = 3, 4 at w = 5: it is the lower curve in the picture.",
            ),
            Option(
                "The number -6: the slope of the curve.",
                "a straight line has one slope. This curve has another one at each point: at w = 5 it is 4.",
                "M3",
            ),
            Option(
                "The straight line that touches the curve at w = 0.",
                "that line is called the tangent. C'(0) is one number that belongs to it: its slope, -6.",
                "M3",
            ),
        ),
        "1.3",
    ),
    Question(
        "smaller",
        "With h = 0.001 the slope at 0 came out as -5.999, with h = 10^-15 as -5.33. Why?",
        (
            Option(
                "The two costs differ by three hops of the computer's numbers, and 6 · 10^-15 lies between three and four.",
                "the rounding is as large as a tenth of the rise. At h = 0.001 the rise is more than three million million hops.",
            ),
            Option(
                "It cannot be: smaller is always better, so there is a mistake in the program.",
                "down to about 10^-8 it is so. Below that, the rounding grows faster than the curve gets straighter.",
                "M10",
            ),
            Option(
                "The formula is wrong for small h.",
                "with numbers of endless length it would give -6 + h for every h. It is the stored numbers that end.",
                "M26",
            ),
        ),
        "1.2",
    ),
)

SHEET = Sheet("01", "slope", BETS, EXERCISES, QUIZ, {"derivative": derivative, "secant_slope": secant_slope})
