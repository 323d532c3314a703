"""Lesson 00, two knobs."""

import numpy as np

from helpers.core import sigmoid
from helpers.practice.exercises import Exercise, Slip
from helpers.practice.quiz import Bet, Option, Question
from helpers.practice.sheets import Sheet

GOAL = 0.02
W = 6.0  # where w stands while only b is asked


def outputs(w, b):
    """The outputs for x = 0 and x = 1."""
    return sigmoid(np.array([float(b), float(w) + float(b)]))


def good(w, b):
    """Whether the mean cost of both outputs is below the goal."""
    zero, one = outputs(w, b)
    return (0.5 * zero**2 + 0.5 * (one - 1) ** 2) / 2 < GOAL


def of_pair(judge):
    """Return whether a pair (w, b) is so, as a slip asks it of the values on all cases."""

    def says(values):
        w, b = values[0]
        return judge(float(w), float(b))

    return says


def of_bias(judge):
    """Return whether b is so."""
    return lambda values: judge(float(values[0]))


def one_is_right(w, b):
    """1 gives nearly 1, and 0 does not give nearly 0."""
    zero, one = outputs(w, b)
    return one > 0.7 and zero > 0.35


def zero_is_right(w, b):
    """0 gives nearly 0, and 1 does not give nearly 1."""
    zero, one = outputs(w, b)
    return zero < 0.3 and one < 0.65


def both_on_their_side(w, b):
    """Each output is nearer to its target than to the other one."""
    zero, one = outputs(w, b)
    return zero < 0.5 < one


BETS = (
    Bet(
        "every step",
        "The machine begins with your knobs, w = -3 and b = 2, at learning rate 10. Will the cost fall at every one of 30 steps?",
        (
            "yes, at every step",
            "no, it goes up and down, and ends lower",
            "no, it must rise first: both knobs are on the wrong side",
        ),
        {"learning_rate": 10.0, "steps": 30},
        "Thirty falls in a row, though not equal ones: from step 3 to step 4 it fell by 0.006, from 9 to 10 by 0.027.",
    ),
    Bet(
        "bold",
        "And at learning rate 50, with steps five times as bold?",
        (
            "it falls at every step, only sooner",
            "it rises at least once, and ends lower all the same",
            "it never comes below 0.02",
        ),
        {"learning_rate": 50.0, "steps": 30},
        "Step 5 went too far, and the next one still found below 0.02. Falling each time is promised only for small steps.",
    ),
)

EXERCISES = (
    Exercise(
        "b",
        -3.0,
        "b moves both outputs together, and w lifts only that of 1. Between -5 and -1 there is room for both.",
        "0.3",
        (
            Slip(
                0.0,
                "With b at 0 the input 0 gives σ(6 · 0 + 0) = 0.5, half-way. Which way must b go to push that output down?",
                misconception="M21",
            ),
            Slip(
                3.0,
                "A positive b pushes both outputs up: with b = 3 the input 0 gives 0.953, and should give 0. Other way.",
                like=of_bias(lambda b: b > 0),
            ),
            Slip(
                -6.0,
                "Too far: b eats up what w = 6 adds. With b = -6 the input 1 gives 0.5 only, half-way. Go half of that way down.",
                like=of_bias(lambda b: b < -5),
            ),
            Slip(
                -0.5,
                "The right way, and too short: at b = -0.5 the input 0 still gives 0.378. Go on in the same direction.",
                almost=True,
                like=of_bias(lambda b: -0.94 < b < 0),
            ),
            Slip(
                (6.0, -3.0),
                "Those are both knobs. Here w stands at 6 already, and b alone is asked: one number.",
                almost=True,
                like=lambda values: len(values[0]) == 2,
            ),
        ),
        accepts=of_bias(lambda b: good(W, b)),
        question="Set w to 6 in the lab, and look at both bars: which of them is further from its cross?",
        forms=("-3.0", "-2.5", "-1", "-6 / 2", "np.float64(-3)", "np.array(-3)"),
    ),
    Exercise(
        "knobs",
        (4.0, -2.0),
        "The cost is below 0.02. There are many such pairs: w well above 0, b well below, and w the stronger of the two.",
        "0.3",
        (
            Slip(
                (-3.0, 6.0),
                "Read the other way round, that would do. The weight w comes first, then the bias b.",
                almost=True,
                like=of_pair(lambda w, b: good(b, w)),
            ),
            Slip(
                (-6.0, 3.0),
                "Both signs are the wrong way round: this network answers 0 with nearly 1, and 1 with nearly 0. Turn both over.",
                like=of_pair(lambda w, b: good(-w, -b)),
            ),
            Slip(
                (10.0, 0.0),
                "With b = 0 the input 0 gives σ(w · 0) = 0.5 for every w, and the cost stays above 0.0625. b must help.",
                like=of_pair(lambda w, b: b == 0),
                misconception="M21",
            ),
            Slip(
                (6.0, 3.0),
                "1 gives nearly 1, and so does 0, or not far from it. For the input 0 only b counts: turn it further down.",
                like=of_pair(one_is_right),
            ),
            Slip(
                (3.0, -5.0),
                "0 gives nearly 0, and 1 does not come up: b pulls both outputs down. Which knob lifts that of 1 alone?",
                like=of_pair(zero_is_right),
            ),
            Slip(
                (2.0, -1.0),
                "Both outputs are on their side of 0.5, and not far enough: the cost is still above 0.02. More of the same.",
                almost=True,
                like=of_pair(both_on_their_side),
            ),
            Slip(
                (6.0, -3.0),
                "That is the pair from above: the cost is low, and w is 6 in it. Find one with another w.",
                almost=True,
                like=of_pair(lambda w, b: good(w, b) and w == W),
            ),
            Slip(
                (-3.0, 2.0),
                "Both outputs are on the wrong side of 0.5: that of 0 is above, that of 1 below. Which sign does each knob need?",
                like=of_pair(lambda w, b: b > 0 > w + b),
            ),
            Slip(
                (0.0, 0.0),
                "With both knobs at 0 every output is 0.5, half-way, and the cost is 0.125. Turn both.",
            ),
        ),
        accepts=of_pair(lambda w, b: good(w, b) and w != W),
        question="Which of the two outputs is further from its target? For 0 only b counts, for 1 the sum of both.",
        forms=("[5, -2]", "(8, -4)", "np.array([7, -3])", "(10, -5)"),
    ),
    Exercise(
        "first_below",
        21,
        "After step 21 the cost is 0.0189, below 0.02 for the first time. With 2 knobs you can keep up with the machine.",
        "0.1",
        (
            Slip(
                20, "Close: after 20 steps the cost is 0.0211, still above 0.02. One press of Step more.", almost=True
            ),
            Slip(22, "After 22 steps it is 0.0172, below. But was it not below one step before already?", almost=True),
            Slip(
                30, "After 30 steps it is well below, 0.0096. Go back with the slider to where it first was below 0.02."
            ),
            Slip(
                6, "6 is right for learning rate 50. Asked is learning rate 10: type 10 into the field and look again."
            ),
            Slip(
                42, "42 is right for learning rate 5. Asked is learning rate 10: type 10 into the field and look again."
            ),
            Slip(
                0.0189,
                "A number below 1 is a cost. Asked is the number of the step, as the slider has it.",
                almost=True,
                like=lambda values: 0 < values[0] < 1,
            ),
            Slip(
                15,
                "At that step the cost is still above 0.02. Press Step, until the cost begins with 0.01.",
                like=lambda values: values[0] == int(values[0]) and 0 <= values[0] < 21,
            ),
            Slip(
                25,
                "There the cost is below 0.02, and it was before. Go back one step at a time: which is the first one?",
                like=lambda values: values[0] == int(values[0]) and values[0] > 21,
            ),
        ),
        question="Steps are counted 0, 1, 2, and so on. Which one is it, as the slider has it?",
        exact="steps are counted in whole numbers",
        forms=("21.0", "np.int64(21)", "20 + 1"),
    ),
)

QUIZ = (
    Question(
        "changes",
        "What changed while the machine learned?",
        (
            Option(
                "The weight and the bias.",
                "w went from -3 to 2.87 and b from 2 to -1.29 in 21 steps. Everything else stayed.",
            ),
            Option(
                "The inputs, until they fitted.",
                "the cost did change all the time. But the inputs were 0 and 1 before and after; the cost moved because w and b did.",
                "M17",
            ),
            Option(
                "The targets came nearer to the outputs.",
                "the distance did shrink. The targets stayed at 0 and 1, and the outputs moved.",
                "M17",
            ),
            Option(
                "The program: the machine rewrote its own code.",
                "people say that it programs itself. The same lines ran before and after; two numbers in them were different.",
                "M17",
            ),
        ),
        "0.2",
    ),
    Question(
        "looks",
        "For how many settings of the knobs did the machine compute the cost, in 21 steps?",
        (
            Option(
                "22: one at the start, and one after each step.", "it looks only where it stands, and then steps on."
            ),
            Option(
                "For all of them: otherwise it could not know where the cost is low.",
                "a curve of the cost would need them all. The machine never sees that curve; it knows its own place and which way is down.",
                "M17",
            ),
            Option(
                "Two: the first and the best.",
                "those are the two you compare at the end. On the way it must look again after each step, or it would not know where to turn next.",
                "M17",
            ),
        ),
        "0.2",
    ),
    Question(
        "went up",
        "At learning rate 50 the cost rose from 0.1212 to 0.1540 in one step. What does that say?",
        (
            Option(
                "That this one step was too long; the next ones may still go down.",
                "after step 6 the cost was 0.0040. A rise alone is no proof of a mistake.",
            ),
            Option(
                "That there is a mistake in the program.",
                "a cost that only climbs often is one. Here the same program fell at all 30 steps at learning rate 10.",
                "M26",
            ),
            Option(
                "That the network now unlearns, and one must stop.",
                "it looks like it for one step. One step later the cost was 0.0040.",
                "M26",
            ),
        ),
        "0.3",
    ),
)

SHEET = Sheet("00", "watch", BETS, EXERCISES, QUIZ)
