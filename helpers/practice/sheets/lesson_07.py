"""Lesson 07, the identity network."""

from helpers.core import sigmoid
from helpers.practice.exercises import Exercise, Slip
from helpers.practice.questions import Bet, Option, Question
from helpers.practice.sheet import Sheet


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


def boxed_step(w, learning_rate):
    """One step on x = 1, y = 1, and back into the box from 0 to 1."""
    return min(max(w - learning_rate * loss_slope(w, 1, 1), 0.0), 1.0)


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
        "There is no other side to overshoot to: the hill falls for ever, and the slope fades before a step can get too long.",
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
            ),
            Slip(-0.3775407, "That is the error alone. Two more links of the chain: a (1 - a), and x."),
            Slip(0.2350037, "That is a (1 - a) alone, the slope of the sigmoid. Multiply it by the error and by x."),
            Slip(-0.2350037, "That is -a (1 - a), as if the error were -1. It is 0.6225 - 1 = -0.3775."),
            Slip(0.8574630, "You added the three slopes. Along a chain they are multiplied."),
            Slip(
                0.0167484, "You used the loss 0.0713 in place of the error -0.3775. The slope of 1/2 (a - y)² is a - y."
            ),
            Slip(
                0.1425370,
                "One factor of a (1 - a) is missing: you have (a - y)(1 - a) x. There is an a, too.",
                almost=True,
            ),
        ),
        tolerance=1e-3,
    ),
    Exercise(
        "reasons",
        "CAEFDB",
        "Six lines, six reasons, and no step in the dark. This is backpropagation for a network of one layer.",
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
        ),
    ),
    Exercise(
        "dE_dw",
        loss_slope,
        "That is equation (6). For x = 0 it gives 0 whatever the weight is; keep an eye on that.",
        "7.2",
        (
            Slip(
                lambda w, x, y: (sigmoid(w * x) - y) * sigmoid(w * x) * (1 - sigmoid(w * x)),
                "For x = 1 it is right, for x = 0 and x = 2 it is not: the inner slope of w·x is x, and it is missing.",
                almost=True,
            ),
            Slip(
                lambda w, x, y: (sigmoid(w * x) - y) * x,
                "The slope of the sigmoid, a (1 - a), is missing: at w = 0.5 and x = 1 you get -0.3775 and not -0.0887.",
            ),
            Slip(
                lambda w, x, y: -loss_slope(w, x, y),
                "The sign is turned round. The error is output minus target, a - y.",
                almost=True,
            ),
            Slip(
                lambda w, x, y: 0.5 * (sigmoid(w * x) - y) ** 2 * x * sigmoid(w * x) * (1 - sigmoid(w * x)),
                "You multiplied with the loss. Its slope with respect to a is the error, a - y, and that stands in (6).",
            ),
            Slip(
                lambda w, x, y: 0.5 * (sigmoid(w * x) - y) ** 2,
                "That is the loss E. Asked is how it changes with w.",
            ),
            Slip(
                lambda w, x, y: (sigmoid(w) - y) * x * sigmoid(w) * (1 - sigmoid(w)),
                "The neuron gets w·x, not w: for x = 2 you fed it the wrong sum.",
                almost=True,
            ),
            Slip(
                lambda w, x, y: 2 * loss_slope(w, x, y),
                "Twice too much: the 1/2 in front of the square is there to cancel the 2.",
                almost=True,
            ),
        ),
        cases=((0.5, 1, 1), (0.0, 1, 1), (2.0, 0, 0), (-6.0, 1, 1), (1.5, 2, 0.0), (-1.0, -0.5, 0.25)),
    ),
    Exercise(
        "train",
        train,
        "0, 0.125, 0.2417: the numbers of the walk. The three lines are those of lesson 03, with another slope.",
        "7.3",
        (
            Slip(
                train_with(lambda w: loss_slope(w, 1, 1), sign=1),
                "From 0 it goes to -0.125: it adds where the rule subtracts, and the output falls away from 1.",
            ),
            Slip(
                lambda w, learning_rate, steps: train(w, learning_rate, min(steps, 1)),
                "It stops after one step. Does the return stand inside the loop?",
            ),
            Slip(
                lambda w, learning_rate, steps: train(w, 1.0, steps),
                "It trains at learning rate 1 whatever is asked. Multiply the slope by learning_rate.",
                almost=True,
            ),
            Slip(
                lambda w, learning_rate, steps: w - steps * learning_rate * loss_slope(w, 1, 1),
                "All steps are as long as the first. Compute the slope anew inside the loop.",
            ),
            Slip(
                train_with(lambda w: loss_slope(w, 0, 0)),
                "w never moves: you train on x = 0, and there the slope is 0. Use x = 1 and y = 1.",
            ),
            Slip(
                train_with(lambda w: loss_slope(w, 1, 1) / 2),
                "Your steps are half as long: that is the mean over both examples. Asked is x = 1 alone.",
                almost=True,
            ),
            Slip(
                lambda w, learning_rate, steps: sigmoid(train(w, learning_rate, steps)),
                "You return the output. Asked is the weight.",
                almost=True,
            ),
        ),
        cases=((0.0, 1.0, 1), (0.0, 1.0, 5), (0.5, 1.0, 3), (0.0, 10.0, 6), (-6.0, 1.0, 50), (2.0, 0.5, 0)),
    ),
    Exercise(
        "bugs",
        "BDAC",
        "Three of the curves rise, and the one that falls is wrong as well: no curve names its mistake. The gradient check finds all four.",
        "7.2",
        (
            Slip(
                "BDCA",
                "A and C both climb far. The plus sign climbs the true hill; which of the two is steeper, and which creeps?",
                almost=True,
            ),
            Slip(
                "DBAC",
                "B and D are swapped: without the slope of the sigmoid the steps are longer, and the cost still falls.",
                almost=True,
            ),
            Slip(
                "ADBC",
                "Without the x, the example x = 0 pushes, too. Its push does not run away: at w = 0 both balance.",
            ),
            Slip(
                "CDAB",
                "The loss is never negative, so with it in place of the error w can only fall. Which curve creeps up without end?",
            ),
            Slip("DBCA", "D falls: which mistake leaves the sign right and only makes the steps longer?"),
        ),
    ),
    Exercise(
        "boxed_step",
        boxed_step,
        "It walks to the edge w = 1 and stays: output 0.7311, mean cost 0.0806. The box keeps out every better weight.",
        "7.5",
        (
            Slip(
                lambda w, learning_rate: w - learning_rate * loss_slope(w, 1, 1),
                "It leaves the box: from 0.99 at rate 10 it goes past 1. Cut the new weight off at 0 and at 1.",
            ),
            Slip(
                lambda w, learning_rate: min(w - learning_rate * loss_slope(w, 1, 1), 1.0),
                "Right at the upper edge. A weight below 0 must come back to 0, too.",
                almost=True,
            ),
            Slip(
                lambda w, learning_rate: max(w - learning_rate * loss_slope(w, 1, 1), 0.0),
                "Right at the lower edge. A weight above 1 must come back to 1, too.",
                almost=True,
            ),
            Slip(
                lambda w, learning_rate: min(max(w, 0.0), 1.0) - learning_rate * loss_slope(w, 1, 1),
                "You put the old weight into the box, then step out of it. Step first, then cut off.",
                almost=True,
            ),
            Slip(
                lambda w, learning_rate: sigmoid(w - learning_rate * loss_slope(w, 1, 1)),
                "The sigmoid squeezes every weight into 0 to 1, also those that were inside already. Cut off instead: min and max.",
            ),
        ),
        cases=((0.0, 1.0), (0.5, 1.0), (0.99, 10.0), (1.0, 1.0), (0.2, 100.0), (-3.0, 1.0)),
    ),
)

QUIZ = (
    Question(
        "backprop",
        "What is the difference between backpropagation and gradient descent?",
        (
            Option(
                "Backpropagation computes the slope; gradient descent takes the step.",
                "equation (6) is the one, w - η · dE/dw the other. A slope from central differences gives the same path.",
            ),
            Option(
                "None: two names for learning.",
                "they always come together. But the path was the same with a slope from another source.",
                "M18",
            ),
            Option(
                "Backpropagation changes the weights, gradient descent measures the error.",
                "the error runs back through the chain, which sounds like changing things. Only the step changes a weight.",
                "M18",
            ),
        ),
        "7.2",
    ),
    Question(
        "fastest",
        "Where on the hill does this network learn fastest?",
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
                "Everywhere the same; only the learning rate counts.",
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

SHEET = Sheet("07", BETS, EXERCISES, QUIZ)
