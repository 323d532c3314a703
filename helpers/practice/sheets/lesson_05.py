"""Lesson 05, flat is not always bottom."""

import numpy as np

from helpers.core import Network, gradient_descent
from helpers.core.costs import DoubleWell
from helpers.practice.compare import shape
from helpers.practice.exercises import Curve, Exercise, Slip
from helpers.practice.quiz import Bet, Option, Question
from helpers.practice.sheets import Sheet

WELL = DoubleWell()
DOUBLE_WELL = Curve("the double well", WELL.value)
FLAT_PLACES = (
    (Curve("(w + 2)² + 5", lambda w: (w + 2) ** 2 + 5), -2.0),
    (DOUBLE_WELL, WELL.hilltop),
    (Curve("w³", lambda w: w**3), 0.0),
    (DOUBLE_WELL, WELL.right),
    (Curve("2 - w³", lambda w: 2 - w**3), 0.0),
    # A top below 0, and higher ground at 0.
    (Curve("3(w - 4) - (w - 4)³ - 20", lambda w: 3 * (w - 4) - (w - 4) ** 3 - 20), 5.0),
)


def flat_place(random):
    """A curve and a place where it is flat."""
    at, size = random.uniform(-3, 3), random.choice([-2, -1, 0.5, 1, 3])
    power, lift = random.choice([2, 3]), random.uniform(-2, 2)
    return lambda w: size * (w - at) ** power + lift, at


def sides(C, w):
    """Whether the cost is higher a little to the left, and whether it is a little to the right."""
    return C(w - 0.01) > C(w), C(w + 0.01) > C(w)


def kind(C, w):
    """What sort of flat place w is."""
    left, right = sides(C, w)
    if left and right:
        return "minimum"
    return "neither" if left or right else "maximum"


def named(higher):
    """Return a slip of `kind` that knows two words only: minimum where `higher` says so, or else maximum."""
    return lambda C, w: "minimum" if higher(*sides(C, w)) else "maximum"


def stays(start):
    """Whether a descent from here stands on the hilltop for 60 steps."""
    w = gradient_descent(WELL, start, 0.05, 60).parameters
    return abs(w[-1] - start) < 0.001 and abs(start - WELL.hilltop) < 0.01


def between(low, high):
    """Return a judge that says whether the one value lies between these two."""
    return lambda values: low < values[0] < high


BETS = (
    Bet(
        "smaller",
        "From w = 0.1 at learning rate 0.05 it ended in the right valley, the shallower one. Now be ten times as careful: "
        "0.005, and 500 steps. Where does it end?",
        ("in the left valley, the deeper one", "in the right valley again", "it does not get to a valley"),
        {"start": 0.1, "learning_rate": 0.005, "steps": 500},
        "At 0.1 the slope is negative, so each step goes right, a long one or a short one. The way left leads uphill first.",
    ),
    Bet(
        "hilltop",
        "You start exactly on the hilltop, near w = 0.0754. Where is w after 200 steps?",
        ("in the deeper valley", "in one of the two, by chance", "still on the hilltop"),
        {"start": WELL.hilltop, "learning_rate": 0.05, "steps": 200},
        "The slope is 0 there, and a step is a part of the slope. The rule does not know that this is a top.",
    ),
    Bet(
        "aside",
        "Now you start 0.001 to the right of the hilltop. And after 200 steps?",
        ("still there: the slope is next to nothing", "back on the hilltop", "down in the right valley"),
        {"start": WELL.hilltop + 0.001, "learning_rate": 0.05, "steps": 200},
        "The first step is 0.0002 long. But it leads away from the top, to where it is steeper, so the next one is longer.",
    ),
    Bet(
        "step",
        "On w³ you start at w = 1 and go left, towards the flat place at 0. Left of it the cost falls forever. "
        "Where is w after 1,000 steps?",
        ("far left of 0", "at rest on 0, to the last digit", "right of 0, and still creeping"),
        {"start": 1.0, "steps": 1000},
        "Near 0 the slope is 3w², far smaller than w itself. The steps fade before w gets there.",
    ),
    Bet(
        "plateau",
        "On the plateau you start at w = -1, where the cost is 0.99995. What is it after 1,000 steps?",
        ("near 0", "about a half", "0.9999"),
        {"start": -1.0, "steps": 1000},
        "The slope there is -0.00045. A thousand steps of 0.05 times that come to about 0.03, and the edge is further away.",
    ),
)

EXERCISES = (
    Exercise(
        "slope_at_tenth",
        -0.096,
        "Negative: from 0.1 the way down is to the right. From 0.05 it was to the left, and that is all there is to it.",
        "5.2",
        (
            Slip(
                0.096,
                "The size is right. 0.01 - 1 is negative, and -0.396 + 0.3 stays below 0.",
                almost=True,
                misconception="M7",
            ),
            Slip(0.696, "0.696 is 0.396 + 0.3. But 0.01 - 1 is -0.99, so the first part is -0.396."),
            Slip(-0.396, "-0.396 is the slope of (w² - 1)² alone. The tilt 0.3w has a slope, too: 0.3.", almost=True),
            Slip(
                -0.366,
                "You added 0.3 · 0.1, the height of the tilt. Its slope is 0.3 everywhere.",
                almost=True,
                misconception="M2",
            ),
            Slip(1.0101, "1.0101 is how high the hill is at 0.1. The slope is 4w(w² - 1) + 0.3.", misconception="M2"),
            Slip(
                -1.68,
                "The inner slope is missing: (w² - 1)² has slope 2(w² - 1) · 2w, and you left out the 2w.",
                misconception="M3",
            ),
            Slip(-0.02, "You took 0.2 for 0.1². A square is the number times itself: 0.01.", almost=True),
            Slip(
                0.1005,
                "Near 0.1 lie three others: w itself, the slope at 0.05, which is 0.1005, and where the step ends, 0.1048. "
                "Asked is the slope at 0.1.",
                also=(0.1048, 0.1),
            ),
            Slip(
                0.3,
                "0.3 is the slope of the tilt alone. The first part, 4 · 0.1 · (0.1² - 1), is negative.",
                almost=True,
            ),
            Slip(-0.06, "You put 0.1 in the bracket and not its square: 0.1² is 0.01.", almost=True),
            Slip(0.0048, "0.0048 is how far the step goes. Asked is the slope that it is made of.", almost=True),
            Slip(-0.096 * 0.05, "That is the slope times the learning rate. Asked is the slope itself.", almost=True),
        ),
        question="Work out 0.1² - 1 first, then multiply it by 4 · 0.1, then add 0.3. Which of the three parts is below 0?",
        forms=("4 * 0.1 * (0.1**2 - 1) + 0.3", "-0.396 + 0.3", "well.gradient(0.1)", "-0.0960"),
    ),
    Exercise(
        "hilltop",
        WELL.hilltop,
        "It stays for 60 steps. So it can stand still on a top, if you aim at one number among all.",
        "5.1",
        (
            Slip(
                WELL.right,
                "It stays, but in a valley. The hilltop lies between the two valleys; the slope is 0 there, too.",
                like=lambda values: min(abs(values[0] - WELL.left), abs(values[0] - WELL.right)) < 0.01,
                misconception="M12",
            ),
            Slip(
                1.0113,
                "1.0113 is how high the hilltop is. Asked is the w where it lies.",
                almost=True,
                like=between(1.01, 1.02),
                misconception="M2",
            ),
            Slip(0.0, "At 0 the slope is 0.3: the tilt 0.3w moves the top a little away from 0. To which side?"),
            Slip(
                0.0754,
                "You are within 0.0001 of it. But each step makes the distance about a fifth longer, and 60 of them "
                "more than 40,000 times. It takes eight decimals.",
                almost=True,
                like=between(WELL.hilltop - 1e-4, WELL.hilltop + 1e-4),
            ),
            Slip(
                0.07,
                "From there it rolls into the left valley: the slope is positive. The top lies further right.",
                like=between(-1.0, WELL.hilltop),
            ),
            Slip(
                0.08,
                "From there it rolls into the right valley: the slope is negative. The top lies further left.",
                like=between(WELL.hilltop, 0.95),
            ),
            Slip(
                "Descent",
                "That is the whole descent, with all its places. Where it ends is the last of them: .parameters[-1].",
                almost=True,
                like=lambda values: str(values[0]).startswith("Descent("),
            ),
            Slip(
                np.zeros(101),
                "That is the whole way. Where it ends is the last of its places: .parameters[-1].",
                almost=True,
                like=lambda values: shape(values[0])[0] > 2,
            ),
        ),
        accepts=lambda values: stays(values[0]),
        question="The hilltop lies between the two valleys, where the slope is 0.",
        exact="it must stand for 60 steps, and each makes the distance a fifth longer",
        forms=(
            "well.hilltop",
            "gradient_descent(well, 0.1, -0.05, 1000).parameters[-1]",
            "gradient_descent(well, start=0.0, learning_rate=-0.1, steps=500).parameters[-1]",
        ),
    ),
    Exercise(
        "kind",
        kind,
        "All six. The slope is 0 at each of them, and it took a look to both sides to tell them apart.",
        "5.1",
        (
            Slip(
                lambda C, w: {"minimum": "maximum", "maximum": "minimum"}.get(kind(C, w), "neither"),
                "Minimum and maximum are swapped: around a minimum the cost is higher on both sides.",
                almost=True,
                misconception="M12",
            ),
            Slip(
                lambda C, w: "minimum",
                "You call every flat place a minimum. The hilltop at 0.0754 is flat, and lower on both sides.",
                misconception="M12",
            ),
            Slip(
                named(lambda left, right: right),
                "You look to the right only. On w³ the cost is higher on the right of 0 and lower on the left.",
                misconception="M12",
            ),
            Slip(
                named(lambda left, right: left),
                "You look to the left only. On 2 - w³ the cost is higher on the left of 0 and lower on the right.",
                misconception="M12",
            ),
            Slip(
                named(lambda left, right: left or right),
                "w³ at 0 came out as a minimum: higher on one side is not enough. Both sides: and, not or.",
                almost=True,
                misconception="M12",
            ),
            Slip(
                named(lambda left, right: left and right),
                "w³ at 0 came out as a maximum. Not a minimum does not mean a maximum: ask both sides again.",
                almost=True,
                misconception="M12",
            ),
            Slip(
                lambda C, w: "minimum" if C(w) <= 0 else "maximum",
                "You judge by how high the place is. Compare it with the cost a little to the left and to the right.",
                misconception="M12",
            ),
            Slip(
                lambda C, w: "neither" if w == WELL.right else kind(C, w),
                "The right valley is not the deepest place of all. But it is the lowest around: a local minimum.",
                almost=True,
                misconception="M13",
            ),
            Slip(
                lambda C, w: {"minimum": "min", "maximum": "max"}.get(kind(C, w), "neither"),
                'You tell them apart. The words that are asked for are longer: "minimum", "maximum", "neither".',
                almost=True,
            ),
            Slip(
                lambda C, w: {(True, False): "minimum", (False, True): "maximum"}.get(sides(C, w), "neither"),
                "You ask whether the cost falls or rises all the way. At a minimum it is higher on both sides, at a maximum lower on both.",
                misconception="M12",
            ),
            Slip(
                lambda C, w: kind(C, w) if kind(C, w) != "neither" else None,
                "Where both sides differ yours gives nothing back. What is left over is neither: return that on the last line.",
                almost=True,
            ),
            Slip(
                lambda C, w: "neither",
                "You call every place neither. Where both sides are higher it is a minimum: is a return missing, or a print in its place?",
            ),
        ),
        cases=FLAT_PLACES,
        forms=(
            "lambda C, w: {2: 'minimum', 0: 'maximum'}.get((C(w - .01) > C(w)) + (C(w + .01) > C(w)), 'neither')",
            "lambda C, w: 'neither' if (C(w + .001) - C(w)) * (C(w - .001) - C(w)) < 0 else "
            "'minimum' if C(w + .001) > C(w) else 'maximum'",
            "lambda C, w: 'minimum' if min(C(w - .05), C(w + .05)) > C(w) else "
            "'maximum' if max(C(w - .05), C(w + .05)) < C(w) else 'neither'",
        ),
        inputs=flat_place,
    ),
)

QUIZ = (
    Question(
        "stands still",
        "A run stands still: the slope is 0. What do you know?",
        (
            Option(
                "The cost is flat here; it may be a bottom, a top, or neither.",
                "a look to both sides tells. At 0.0754 on the double well both are lower, and w stands still all the same.",
            ),
            Option(
                "It has found the minimum.",
                "at a minimum the slope is 0. It does not follow that where the slope is 0 there is a minimum: w³ at 0 has none.",
                "M12",
            ),
            Option(
                "The cost is 0.",
                "that is the height, not the slope. In the right valley the slope is 0 and the cost 0.2941.",
                "M2",
            ),
        ),
        "5.1",
    ),
    Question(
        "top",
        "Can gradient descent stand still on a hilltop?",
        (
            Option(
                "Yes, on the one exact number, and a hair aside it leaves.",
                "0.001 aside it is gone in 26 steps. That is why one hardly ever sees it.",
            ),
            Option(
                "No: it always goes down.",
                "it goes by the slope, and exactly on the top there is none. There it knows no way down.",
                "M12",
            ),
            Option(
                "Yes, and pushed a little aside it comes back.",
                "so it is in a valley. Around a top the slope leads away, and the distance grows by a fifth at each step.",
                "M12",
            ),
        ),
        "5.1",
    ),
    Question(
        "which valley",
        "On the double well at η = 0.05, in which valley does a start between -1.6 and 1.6 end?",
        (
            Option(
                "In the one to which the slope leads down from there.",
                "left of 0.0754 the slope is positive and leads left, right of it the other way.",
            ),
            Option(
                "In the deeper one, with enough steps.",
                "that is what one hopes for. But from 0.1 it stands at 0.9601 after 100 steps, and the slope there is 0.",
                "M13",
            ),
            Option(
                "In the one whose bottom is nearer.",
                "0.05 is 0.91 away from the right bottom and 1.09 from the left one. It rolls left.",
                "M13",
            ),
        ),
        "5.2",
    ),
    Question(
        "careful",
        "A run at η = 0.05 ended in the shallower valley. You start it again from the same place, at η = 0.005. What changes?",
        (
            Option(
                "It takes about ten times as many steps to the same valley.",
                "at 0.05 and at 0.005 the same 168 of 321 starts end on the left.",
            ),
            Option(
                "It finds the minimum: small steps miss nothing.",
                "small steps look at the ground more often. They look at the same ground, on the same side of the hilltop.",
                "M13",
            ),
            Option(
                "It ends a little deeper, since smaller is always better.",
                "the bottom of a valley is where it is. A smaller rate only gets there later.",
                "M10",
            ),
        ),
        "5.2",
    ),
    Question(
        "river",
        "A river finds its way down bit by bit. Where does that picture mislead about gradient descent?",
        (
            Option(
                "Water runs along the ground; w jumps, and can land beyond a hilltop.",
                "at η = 0.2 one step goes from -1.6 to 0.34. The cost in between is never looked at.",
            ),
            Option(
                "Nowhere: w slides along the curve like water.",
                "the drawn path looks like it. Only w changes, by η times one slope, and the point is where the curve is above it.",
                "M5",
            ),
            Option(
                "Nowhere: both reach the lowest place in the end.",
                "rivers reach the sea because water fills every hollow until it spills over. w stays in the first hollow, at 0.2941.",
                "M13",
            ),
        ),
        "5.3",
    ),
)

SHEET = Sheet(
    "05",
    "flat",
    BETS,
    EXERCISES,
    QUIZ,
    {"np": np, "Network": Network, "gradient_descent": gradient_descent, "well": WELL},
)
