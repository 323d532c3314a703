"""Lesson 07, the identity network."""

import numpy as np

from helpers.core import Network, derivative, gradient_descent, sigmoid
from helpers.practice.exercises import Exercise, Slip
from helpers.practice.quiz import Bet, Option, Question
from helpers.practice.random_inputs import numbers
from helpers.practice.sheets import Sheet


def loss_slope(w, x, y):
    """The slope of 1/2 (sigmoid(w x) - y)**2 with respect to w: the last of the six equations."""
    a = sigmoid(w * x)
    return (a - y) * x * a * (1 - a)


def train(w, learning_rate, steps):
    """Train the weight on x = 1, y = 1."""
    for _ in range(steps):
        w = w - learning_rate * loss_slope(w, 1, 1)
    return w


def train_with(slope, sign=-1):
    """Return a training loop with another slope, or with a plus."""

    def loop(w, learning_rate, steps):
        for _ in range(steps):
            w = w + sign * learning_rate * slope(w)
        return w

    return loop


def returning_inside(w, learning_rate, steps):
    """The slip of a return inside the loop: one step, and nothing at all where no round runs."""
    for _ in range(steps):
        return train(w, learning_rate, 1)


def last_output(w, learning_rate, steps):
    """The slip of returning a, which the loop made."""
    for _ in range(steps):
        a = sigmoid(w)
        w = train(w, learning_rate, 1)
    return a


def moved_once(w, learning_rate, steps):
    """The slip of a step that stands outside the loop, or is stored under another name."""
    for _ in range(steps):
        new_w = train(w, learning_rate, 1)
    return new_w


BETS = (
    Bet(
        "worst",
        "At w₀ = -6 the output for x = 1 is 0.002, almost as wrong as can be. After 100 steps at learning rate 1, compared with a start at 0?",
        ("it has learnt more: the worse the error, the faster", "it has learnt less", "about the same"),
        {"initial_weight": -6.0, "learning_rate": 1.0, "steps": 100},
        "The error is large there, but a (1 - a) is 0.0025: the neuron is saturated, and the slope is a product of both.",
    ),
    Bet(
        "huge rate",
        "On (w - 3)² a learning rate of 1.1 exploded. What does 20 do here, from w₀ = 0, in 100 steps?",
        ("it explodes, too", "it bounces from side to side", "it learns, faster than at 1"),
        {"initial_weight": 0.0, "learning_rate": 20.0, "steps": 100},
        "There is no other side to overshoot to: the hill falls forever, and on this side of w = -0.69 the slope only gets smaller.",
    ),
    Bet(
        "patience",
        "From w₀ = 0, 71 steps take the output to 0.9. A thousand steps at learning rate 1: what is it then?",
        ("exactly 1", "more than 0.99", "less than 0.98"),
        {"initial_weight": 0.0, "learning_rate": 1.0, "steps": 1000},
        "Each bit of progress makes the next one slower. 0.99 takes 5,206 steps, and 1 is never reached.",
    ),
)

EXERCISES = (
    Exercise(
        "slope_at_half",
        loss_slope(0.5, 1, 1),
        "Three short slopes in a row, and their product is the slope of the whole chain.",
        "7.1",
        (
            Slip(
                0.0887235,
                "The size is right. The error is 0.6225 - 1, so it is negative: which sign does the product have?",
                almost=True,
                misconception="M7",
            ),
            Slip(
                -0.3775407,
                "That is the error alone. Two more links of the chain: a (1 - a), and x.",
                misconception="M3",
            ),
            Slip(
                0.2350037,
                "That is a (1 - a) alone, the slope of the sigmoid. Multiply it by the error and by x.",
                misconception="M3",
            ),
            Slip(
                -0.2350037,
                "-0.235 has two of the three factors: -0.3775 · 0.6225. The neuron's slope is a (1 - a), both of them: where is the 1 - a?",
                almost=True,
                misconception="M3",
            ),
            Slip(0.8574630, "You added the three slopes. Along a chain they are multiplied.", misconception="M3"),
            Slip(
                0.0167484,
                "You used the loss 0.0713 in place of the error -0.3775. The slope of 1/2 (a - y)² is a - y.",
                misconception="M2",
            ),
            Slip(
                -0.1425370,
                "-0.1425 is -0.3775 · 0.3775, the error times 1 - a; and -0.3775 + 0.235 as well. Three slopes are multiplied: the error, a (1 - a), and x.",
                almost=True,
                misconception="M3",
            ),
            Slip(
                -0.0443617,
                "-0.0444 has a factor 0.5 too many. The last factor is the input x = 1, not the weight; and the ½ of the loss is gone once the slope is taken.",
                almost=True,
                misconception="M17",
            ),
            Slip(
                -0.177447,
                "Twice too much. The slope of ½(a - y)² is a - y: the 2 and the ½ cancel.",
                almost=True,
                misconception="M15",
            ),
            Slip(
                0.0713,
                "0.0713 is the loss E. Asked is how it changes with w: the three local slopes, multiplied.",
                misconception="M2",
            ),
            Slip(1, "1 is the last of the three slopes, x. Multiply all three.", misconception="M3"),
        ),
        question="Three numbers stand in the last column of the table. Along a chain they are multiplied: what comes out, and which sign?",
        forms=("-0.0887", "-0.089", "-0.3775 * 0.2350 * 1", "(sigmoid(0.5) - 1) * sigmoid(0.5) * (1 - sigmoid(0.5))"),
    ),
    Exercise(
        "reasons",
        "CAEFDB",
        "Six lines, six reasons, and no step in the dark. It is the error at the end, taken back link by link.",
        "7.2",
        (
            Slip(
                "ACEFDB",
                "The first two are swapped: line 1 splits the slope into two ways, line 2 works out the pieces.",
                almost=True,
            ),
            Slip(
                "CAEFBD", "The last two are swapped: line 5 puts the sigmoid in, line 6 takes its slope.", almost=True
            ),
            Slip(
                "CEAFDB",
                "Lines 2 and 3 are swapped: first the pieces are worked out, then the one times 0 drops out.",
                almost=True,
            ),
            Slip(
                "CAFEDB",
                "Lines 3 and 4 are swapped: the zero term goes first, and then the output gets its other name.",
                almost=True,
            ),
            Slip("BDFEAC", "That is the list read from the end. Line 1 is the chain rule along two ways."),
            Slip(
                "CAEDFB",
                "Lines 4 and 5 are swapped: first the output gets its other name, then that name is spelt out.",
                almost=True,
            ),
            Slip(
                "ABCDEF",
                "That is the list as it stands. Which reason speaks of a sum over two ways? It belongs to line 1.",
            ),
        ),
        labels=("1", "2", "3", "4", "5", "6"),
        question="Compare each line with the one above it: what has changed, and which reason says so?",
        forms=(
            "['C', 'A', 'E', 'F', 'D', 'B']",
            "'1C 2A 3E 4F 5D 6B'",
            "'(1) C (2) A (3) E (4) F (5) D (6) B'",
            "'1-C, 2-A, 3-E, 4-F, 5-D, 6-B'",
        ),
    ),
    Exercise(
        "dE_dw",
        loss_slope,
        "Error, slope of the neuron, input: all three. For x = 0 it gives 0 whatever the weight is; keep an eye on that.",
        "7.2",
        (
            Slip(
                lambda w, x, y: (sigmoid(w * x) - y) * sigmoid(w * x) * (1 - sigmoid(w * x)),
                "For x = 1 it is right, for x = 0 and x = 2 it is not: the inner slope of w·x is x, and it is missing.",
                almost=True,
                misconception="M3",
            ),
            Slip(
                lambda w, x, y: (sigmoid(w * x) - y) * x,
                "The slope of the sigmoid, a (1 - a), is missing: at w = 0.5 and x = 1 you get -0.3775 and not -0.0887.",
                misconception="M3",
            ),
            Slip(
                lambda w, x, y: -loss_slope(w, x, y),
                "The sign is turned round. There are two places to look: the error is a - y, and the last factor is 1 - a.",
                almost=True,
            ),
            Slip(
                lambda w, x, y: 0.5 * (sigmoid(w * x) - y) ** 2 * x * sigmoid(w * x) * (1 - sigmoid(w * x)),
                "You multiplied with the loss. Its slope with respect to a is the error, a - y: the first of the three factors.",
                misconception="M2",
            ),
            Slip(
                lambda w, x, y: 0.5 * (sigmoid(w * x) - y) ** 2,
                "That is the loss E. Asked is how it changes with w.",
                misconception="M2",
            ),
            Slip(
                lambda w, x, y: (sigmoid(w) - y) * x * sigmoid(w) * (1 - sigmoid(w)),
                "The neuron gets w·x, not w: for x = 2 you fed it the wrong sum.",
                almost=True,
                misconception="M17",
            ),
            Slip(
                lambda w, x, y: 2 * loss_slope(w, x, y),
                "Twice too much: the 1/2 in front of the square is there to cancel the 2.",
                almost=True,
                misconception="M15",
            ),
            Slip(
                lambda w, x, y: (sigmoid(w * x) - y) * w * sigmoid(w * x) * (1 - sigmoid(w * x)),
                "The last factor is the input x: z = w · x changes by x for each unit of w. You have w.",
                almost=True,
                misconception="M17",
            ),
            Slip(
                lambda w, x, y: sigmoid(w * x) - y * x * sigmoid(w * x) * (1 - sigmoid(w * x)),
                "Python multiplies before it subtracts: put the error in brackets, (a - y).",
                almost=True,
            ),
            Slip(
                lambda w, x, y: (sigmoid(w * x) - y) * x * sigmoid(w * x),
                "Half of the neuron's slope is missing: a (1 - a), and you have a alone.",
                almost=True,
                misconception="M3",
            ),
            Slip(
                lambda w, x, y: (sigmoid(w * x) - y) * x * (1 - sigmoid(w * x)),
                "Half of the neuron's slope is missing: a (1 - a), and you have 1 - a alone.",
                almost=True,
                misconception="M3",
            ),
            Slip(
                lambda w, x, y: (sigmoid(w * x) - 1) * x * sigmoid(w * x) * (1 - sigmoid(w * x)),
                "Right for the target 1, and for no other. Is 1 typed where y should stand?",
                almost=True,
            ),
            Slip(
                lambda w, x, y: sigmoid(w * x) * (1 - sigmoid(w * x)),
                "That is the neuron's slope alone. The error comes before it and the input after it.",
                also=(lambda w, x, y: x * sigmoid(w * x) * (1 - sigmoid(w * x)),),
                misconception="M3",
            ),
            Slip(
                lambda w, x, y: (sigmoid(w * x) - y) + x + sigmoid(w * x) * (1 - sigmoid(w * x)),
                "You added the three slopes. Along a chain they are multiplied.",
                misconception="M3",
            ),
            Slip(
                lambda w, x, y: (sigmoid(w * x) - y) * x * sigmoid(w * x) * 1 - sigmoid(w * x),
                "Python multiplies before it subtracts: put brackets around 1 - a.",
                almost=True,
            ),
        ),
        cases=((0.5, 1, 1), (0.0, 1, 1), (2.0, 0, 0), (-6.0, 1, 1), (1.5, 2, 0.0), (-1.0, -0.5, 0.25)),
        forms=(
            "lambda w, x, y: x * (sigmoid(w * x) - y) * sigmoid(w * x) * sigmoid(-w * x)",
            "lambda w, x, y: -(y - sigmoid(w * x)) * (1 - sigmoid(w * x)) * sigmoid(w * x) * x",
            "lambda w, x, y: (0.5 * (sigmoid((w + 1e-6) * x) - y) ** 2 - 0.5 * (sigmoid((w - 1e-6) * x) - y) ** 2) / 2e-6",
        ),
        inputs=numbers((-4.0, 4.0), (-2.0, 2.0), (0.0, 1.0)),
    ),
    Exercise(
        "train",
        train,
        "0, 0.125, 0.2417: the numbers of the walk. The three lines are those of lesson 03, with another slope.",
        "7.3",
        (
            Slip(
                train_with(lambda w: loss_slope(w, 1, 1), sign=1),
                "From 0 it goes to -0.125, away from 1. Does it add where the rule subtracts, or is the error 1 - a in place of a - 1?",
                misconception="M4",
            ),
            Slip(
                returning_inside,
                "It stops after one step. Does the return stand inside the loop?",
                also=(lambda w, learning_rate, steps: train(w, learning_rate, min(steps, 1)),),
            ),
            Slip(
                lambda w, learning_rate, steps: train(w, 1.0, steps),
                "It trains at learning rate 1 whatever is asked. Multiply the slope by learning_rate.",
                almost=True,
            ),
            Slip(
                lambda w, learning_rate, steps: w - steps * learning_rate * loss_slope(w, 1, 1),
                "All steps are as long as the first. Compute the slope anew inside the loop.",
                misconception="M6",
            ),
            Slip(
                lambda w, learning_rate, steps: w,
                "w comes out as it went in. Is the new w stored, w = w - learning_rate * slope, and is the slope that of x = 1? For x = 0 it is 0.",
            ),
            Slip(
                train_with(lambda w: loss_slope(w, 1, 1) / 2),
                "Your steps are half as long: that is the mean over both examples. Asked is x = 1 alone.",
                almost=True,
                misconception="M25",
            ),
            Slip(
                lambda w, learning_rate, steps: sigmoid(train(w, learning_rate, steps)),
                "You return the output. Asked is the weight.",
                almost=True,
            ),
            Slip(
                last_output,
                "You return a, the output, and the one before the last step at that. Asked is the weight: return w.",
                almost=True,
            ),
            Slip(
                moved_once,
                "It moves only once. Does the step stand inside the loop, too, and is the new place stored as w?",
            ),
            Slip(
                train_with(lambda w: sigmoid(w) - 1),
                "From 0 it goes to 0.5: your slope is the error alone. The neuron's slope, a (1 - a), is missing.",
                almost=True,
                misconception="M3",
            ),
            Slip(
                train_with(lambda w: sigmoid(w) * (1 - sigmoid(w)) * sigmoid(w)),
                "From 0 it goes to -0.125: your target is 0. Here the output should be 1, so the error is a - 1.",
            ),
            Slip(
                train_with(lambda w: 0.5 * (sigmoid(w) - 1) ** 2),
                "You step by the loss. The rule takes the slope of the loss: (a - 1) · a · (1 - a).",
                misconception="M2",
            ),
            Slip(
                train_with(lambda w: 2 * (w - 3)),
                "That is the slope of (w - 3)², the hill of lesson 03. This hill is another one: (a - 1) · a · (1 - a).",
            ),
            Slip(
                train_with(lambda w: sigmoid(w) * (1 - sigmoid(w))),
                "Your slope is that of the neuron alone. The error, a - 1, is missing.",
                misconception="M3",
            ),
            Slip(
                train_with(lambda w: 2 * loss_slope(w, 1, 1)),
                "Your steps are twice as long. The slope of ½(a - 1)² has no 2: the ½ takes it out.",
                almost=True,
                misconception="M15",
            ),
            Slip(
                lambda w, learning_rate, steps: train(w, learning_rate, steps + 1),
                "One step too many: range(steps) already counts steps rounds.",
                almost=True,
            ),
            Slip(
                lambda w, learning_rate, steps: train(w, learning_rate, max(steps - 1, 0)),
                "One step too few: range(steps) counts steps rounds, from 0 on.",
                almost=True,
            ),
            Slip(
                lambda w, learning_rate, steps: train(w, 0.1, steps),
                "It trains at learning rate 0.1 whatever is asked. Multiply the slope by learning_rate.",
                almost=True,
            ),
            Slip(
                lambda w, learning_rate, steps: train(0.0, learning_rate, steps),
                "It starts at 0, wherever it should start. w comes in as an argument: leave out the line w = 0.",
                almost=True,
            ),
            Slip(
                train_with(lambda w: (w - 1) * w * (1 - w)), "a is the output, sigmoid(w), and not the weight itself."
            ),
        ),
        cases=((0.0, 1.0, 1), (0.0, 1.0, 5), (0.5, 1.0, 3), (0.0, 10.0, 6), (-6.0, 1.0, 50), (2.0, 0.5, 0)),
        forms=(
            "lambda w, r, n: __import__('functools').reduce("
            "lambda v, _: v + r * (1 - sigmoid(v)) ** 2 * sigmoid(v), range(n), w)",
            "lambda w, r, n: [w := w + r * (1 - sigmoid(w)) ** 2 * sigmoid(w) for _ in range(n)][-1] if n else w",
            "lambda w, r, n: gradient_descent(Network((1, 1), biases=False).cost_on([[1.0]], [[1.0]]), [w], r, n).parameters[-1, 0]",
        ),
        inputs=numbers((-4.0, 4.0), (0.0, 10.0), (0, 8)),
    ),
    Exercise(
        "bugs",
        "BDAC",
        "D falls, and faster than the correct loop: it is the slope of another cost. The gradient check tells all four from the correct one.",
        "7.2",
        (
            Slip(
                "BDCA",
                "A and C both climb far. The plus sign climbs the true hill; which of the two is steeper, and which creeps?",
                almost=True,
                misconception="M26",
            ),
            Slip(
                "DBAC",
                "B and D are swapped: without the slope of the sigmoid the steps are longer, and the cost still falls.",
                almost=True,
                misconception="M26",
            ),
            Slip(
                "ADBC",
                "Without the x, the example x = 0 pushes, too. Its push does not run away: at w = 0 both balance.",
            ),
            Slip(
                "CDAB",
                "The loss is never negative, so with it in place of the error w can only fall. Which curve creeps up without end?",
                misconception="M2",
            ),
            Slip(
                "DBCA",
                "D falls: which mistake leaves the sign right and only makes the steps longer?",
                misconception="M26",
            ),
            Slip("ABCD", "That is the list as it stands. Which curve belongs to the mistake that leaves out the x?"),
            Slip(
                "BADC",
                "B is right. Without the neuron's slope all signs are right, so the cost still falls: which curve does?",
                almost=True,
                misconception="M26",
            ),
        ),
        labels=(("x", "nox"), ("a(1", "a*(1", "noa(1", "slope"), ("sign", "plus"), "loss"),
        question="Which of the four falls all the way? Which one levels off soon, which two climb far? Take one mistake: which way does w go with it?",
        forms=(
            "'1B 2D 3A 4C'",
            "('B', 'D', 'A', 'C')",
            "'x: B, a(1-a): D, sign: A, loss: C'",
            "'sign: A, x: B, loss: C, slope: D'",
            "{'no x': 'B', 'no a(1 - a)': 'D', 'plus': 'A', 'loss for error': 'C'}",
        ),
    ),
)

QUIZ = (
    Question(
        "fastest",
        "Where on the hill does one step at learning rate 1 move the weight furthest?",
        (
            Option(
                "Where the output for x = 1 is 1/3, at w = -0.69.",
                "there the slope is 4/27 = 0.148, the steepest there is: large error times a neuron that still reacts.",
            ),
            Option(
                "Where the error is worst, far to the left.",
                "a big mistake ought to teach most. But at w = -10 the slope is 0.000045, and 22,134 steps are needed.",
                "M19",
            ),
            Option(
                "Everywhere the same: the learning rate says how far.",
                "the same rate took 71 steps from 0 and 497 from -6.",
                "M10",
            ),
        ),
        "7.4",
    ),
    Question(
        "zero",
        "You train for a million steps at any learning rate. What is the output for x = 0?",
        (
            Option(
                "0.5, as at the start.", "w · 0 is 0 and σ(0) is 1/2. The slope for x = 0 is 0, so nothing even tries."
            ),
            Option(
                "Close to 0: patience wins.",
                "for x = 1 patience does win, slowly. For x = 0 there is no slope to follow and no weight that helps.",
                "M21",
            ),
            Option(
                "Exactly 0, once w is large enough.",
                "a large w is multiplied by 0, too.",
                "M21",
            ),
        ),
        "7.5",
    ),
    Question(
        "exactly one",
        "And the output for x = 1, after a million steps at learning rate 1?",
        (
            Option(
                "Very close to 1, and not 1.",
                "σ(w) is below 1 for every w. 0.9 takes 71 steps and 0.99 takes 5,206: each digit costs far more than the last.",
            ),
            Option(
                "1, to the last digit.",
                "the curve looks as if it touched 1. It creeps: w grows like the logarithm of the steps.",
                "M20",
            ),
            Option(
                "It overshoots 1 and comes back.",
                "no output of a sigmoid is above 1, so there is nothing to overshoot.",
                "M9",
            ),
        ),
        "7.3",
    ),
    Question(
        "bowl",
        "The loss is a square. Is its hill over w a bowl?",
        (
            Option(
                "No: left of w = -0.69 it bends the other way and runs out flat.",
                "a bowl gets steeper the further you are from the bottom. This one gets flatter, and it has no bottom at all.",
            ),
            Option(
                "Yes: squares are always bowls.",
                "as a function of the output it is one. As a function of w, the sigmoid in between bends it.",
                "M27",
            ),
            Option(
                "Yes, with its bottom at w = 1.",
                "1 is the target for the output, not for the weight. At w = 1 the output is 0.73.",
                "M27",
            ),
        ),
        "7.4",
    ),
)

SHEET = Sheet(
    "07",
    "identity-network",
    BETS,
    EXERCISES,
    QUIZ,
    {"np": np, "Network": Network, "derivative": derivative, "gradient_descent": gradient_descent, "sigmoid": sigmoid},
)
