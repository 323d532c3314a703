"""Lesson 08, the bias: two knobs and one gradient."""

import numpy as np

from helpers.core import Network, derivative, gradient_descent, sigmoid
from helpers.practice.compare import shape
from helpers.practice.exercises import Exercise, Slip
from helpers.practice.quiz import Bet, Option, Question
from helpers.practice.random_inputs import numbers
from helpers.practice.sheets import Sheet

X = Y = np.array([0.0, 1.0])
COST = Network((1, 1)).cost_on(X.reshape(2, 1), Y.reshape(2, 1))


def products(w, b):
    """The error times the neuron's slope, for each of the two examples."""
    a = sigmoid(w * X + b)
    return (a - Y) * a * (1 - a)


def grad(w, b):
    """The two slopes of the mean cost."""
    return np.mean(products(w, b) * X), np.mean(products(w, b))


def without(part):
    """Return grad with the error or the neuron's slope left out, or half of it, or with the loss in place of the error."""

    def slopes(w, b):
        a = sigmoid(w * X + b)
        each = {
            "slope": a - Y,
            "error": a * (1 - a),
            "loss": 0.5 * (a - Y) ** 2 * a * (1 - a),
            "one minus a": (a - Y) * a,
            "a": (a - Y) * (1 - a),
        }[part]
        return np.mean(each * X), np.mean(each)

    return slopes


def grad_without_bias_inside(w, b):
    """The slip of feeding the neuron with w x alone."""
    return grad(w, 0.0 * b)


def step(w, b, learning_rate):
    """One step of both knobs, with both slopes from the same place."""
    along_w, along_b = grad(w, b)
    return w - learning_rate * along_w, b - learning_rate * along_b


def w_first(w, b, learning_rate):
    """The slip of turning w, and only then asking for the slope along b."""
    w = w - learning_rate * grad(w, b)[0]
    return w, b - learning_rate * grad(w, b)[1]


def b_first(w, b, learning_rate):
    """The same slip, the other way about."""
    b = b - learning_rate * grad(w, b)[1]
    return w - learning_rate * grad(w, b)[0], b


def contest(directions, rival=None, better=np.less):
    """How many of the directions end lower than the rival, after a step of 0.001 times its arrow, from (0, 1)."""
    here = np.array([0.0, 1.0])
    gradient = COST.gradient(here)
    arrow = -gradient / np.linalg.norm(gradient) if rival is None else rival(gradient)
    end = COST.value(here + 0.001 * arrow)
    return sum(bool(better(COST.value(here + 0.001 * direction), end)) for direction in directions)


def contest_with_long_steps(directions):
    """The slip of leaving out the 0.001."""
    here = np.array([0.0, 1.0])
    gradient = COST.gradient(here)
    end = COST.value(here - gradient / np.linalg.norm(gradient))
    return sum(bool(COST.value(here + direction) < end) for direction in directions)


def lower_than_mine(directions):
    """For each direction, whether it ends lower than the arrow against the gradient."""
    return [contest([direction]) == 1 for direction in directions]


def contest_with(rival):
    """Return the contest with another rival in place of the arrow of length 1 against the gradient."""
    return lambda directions: contest(directions, rival)


def round_the_compass(every, length=1.0):
    """Directions of one length, one every so many degrees."""
    angles = np.radians(np.arange(0, 360, every))
    return length * np.stack([np.cos(angles), np.sin(angles)], axis=1)


def with_ones(x):
    """The inputs with a second column that is always 1."""
    return np.column_stack([x, np.ones(len(x))])


def pulls(nudge):
    """What a nudge of (w, b) from (0, 0) does to z: for x = 0 and for x = 1, rounded so that 0.1 - 0.1 is 0."""
    along_w, along_b = nudge
    return round(float(along_b), 9), round(float(along_w) + float(along_b), 9)


def helps_one_and_hurts_zero(values):
    """Whether the output for x = 1 rises, as it should, and the one for x = 0 rises, as it should not."""
    zero, one = pulls(values[0])
    return zero > 0 and one > 0


BETS = (
    Bet(
        "second step",
        "At (0, 0) both examples pull at b equally hard, so the first step turns w alone, to 0.0625. What does b do in the second step?",
        ("it stays at 0: they still pull equally hard", "it goes up a little", "it goes down a little"),
        {"learning_rate": 1.0, "w": 0.0, "b": 0.0, "steps": 2},
        "At w = 0.0625 the answer to x = 1 is less wrong than before, so its pull up is weaker than the pull down of x = 0.",
    ),
    Bet(
        "ten times",
        "From (0, 0) at learning rate 1, 424 steps lead into the hatched corner, where both answers are right to within 0.1. And at rate 10?",
        ("42 steps do", "4,240 steps are needed", "it never gets there: the steps are too long"),
        {"learning_rate": 10.0, "w": 0.0, "b": 0.0, "steps": 42},
        "The valley is so flat that a step ten times as long does the work of ten. There is no other side near to overshoot to.",
    ),
    Bet(
        "spend",
        "At (0, 1) the slope is -0.026 if you turn w up, and -0.045 if you turn b down. Your arrow has length 1. Which one goes down most steeply?",
        (
            "b alone: it has the larger slope",
            "the same on both knobs, -45 degrees",
            "some on w and more on b, -60 degrees",
        ),
        {"w": 0.0, "b": 1.0, "degrees": -60},
        "b alone gives -0.0454, the same on both -0.0508, and -60 degrees -0.0526. Best is a share for each knob in proportion to its slope.",
    ),
    Bet(
        "right angle",
        "Steepest down from (0, 1) is -60 degrees. You set off at a right angle to it, at 30 degrees. What does the cost do at first?",
        ("it falls, half as fast", "it neither falls nor rises", "it rises"),
        {"w": 0.0, "b": 1.0, "degrees": 30},
        "At a right angle to the gradient the slope is 0, but for the 0.2 degrees that we rounded away. You walk along a line of equal cost.",
    ),
    Bet(
        "straight",
        "In this bowl you stand at (10, 1), and the bottom is the cross at (0, 0). By how many degrees does the steepest way down miss the bottom?",
        ("by none: it points there", "by about 20 degrees", "by more than 60 degrees"),
        {"rule": "gradient", "learning_rate": 0.04, "steps": 0},
        "The slopes are 10 along u and 25 along v, so the arrow goes mostly along v. The bottom lies mostly along u.",
    ),
    Bet(
        "bounce",
        "Against the gradient at learning rate 0.08, from (10, 1). After 20 steps?",
        (
            "both knobs are nearly at the bottom",
            "u is on its way, and v jumps between 1 and -1",
            "both have run away",
        ),
        {"rule": "gradient", "learning_rate": 0.08, "steps": 20},
        "Along v the factor is 1 - 25 · 0.08 = -1, along u it is 0.92. One rate serves both knobs, and the steepest one sets the limit.",
    ),
    Bet(
        "order",
        "One epoch at learning rate 1 from (0, 0), one example at a time: first x = 0, then x = 1. Or the other way round. Do both end at the same place?",
        (
            "yes: the same two examples, once each",
            "no: one has b above 0, the other below",
            "no: one has w above 0, the other below",
        ),
        {"examples": "zero", "learning_rate": 1.0, "epochs": 1},
        "The other order ends at w = 0.125, b = -0.00728. Here it was w = 0.132, b = 0.00728. The second update starts where the first one ended, so each order goes its own way.",
    ),
)

EXERCISES = (
    Exercise(
        "slope_b",
        grad(0.0, 1.0)[1],
        "Positive: turning b up raises the cost, so b must come down. x = 0 pulls harder than x = 1.",
        "8.1",
        (
            Slip(
                0.0908577,
                "0.0909 is the sum of both products. The cost is a mean: divide by 2.",
                almost=True,
                misconception="M16",
            ),
            Slip(0.1437355, "0.1437 is what x = 0 alone says. x = 1 has a say, too: -0.0529.", misconception="M25"),
            Slip(-0.0528771, "-0.0529 is what x = 1 alone says. x = 0 has a say, too: 0.1437.", misconception="M25"),
            Slip(
                -0.0264385,
                "-0.0264 is the slope along w. Along b the last factor is 1 for both, and no longer x.",
                misconception="M22",
            ),
            Slip(
                -0.0454289,
                "The size is right. Which product is larger, the positive one or the negative one?",
                almost=True,
                misconception="M7",
            ),
            Slip(
                0.0983063,
                "0.0983 is the mean of both sizes, and half of the neuron's slope as well. The second product is negative: they pull in opposite directions.",
            ),
            Slip(
                0.2310586,
                "0.2311 is the mean of the errors. Each one is multiplied by the neuron's slope, 0.1966, first.",
                misconception="M3",
            ),
            Slip(0.1966, "0.1966 is the neuron's slope. It is in both products already: take their mean."),
            Slip(0, "At b = 0 it was 0. Here b is 1, and the two products no longer cancel: take their mean."),
        ),
        question="Two products stand in the text, one of them below 0. Along b each is multiplied by 1: and their mean?",
        forms=("0.0454", "0.045", "(0.1437 - 0.0529) / 2", "0.0908 / 2", "np.mean([0.1437, -0.0529])"),
    ),
    Exercise(
        "grad",
        grad,
        "(-0.0625, 0) at (0, 0), and (-0.0264, 0.0454) at (0, 1). Two slopes, one for each knob: that is the gradient.",
        "8.1",
        (
            Slip(
                lambda w, b: (2 * grad(w, b)[0], 2 * grad(w, b)[1]),
                "At (0, 0) you got -0.125 along w. That is the sum over both examples; the cost is their mean.",
                almost=True,
                misconception="M16",
            ),
            Slip(
                lambda w, b: (grad(w, b)[0], grad(w, b)[0]),
                "Both slopes are the same. Only the slope along w has the factor x; along b it is 1.",
                almost=True,
                misconception="M3",
            ),
            Slip(
                lambda w, b: (grad(w, b)[1], grad(w, b)[1]),
                "Both slopes are the same. The slope along w has one more factor: x.",
                almost=True,
                misconception="M3",
            ),
            Slip(
                lambda w, b: (-grad(w, b)[0], -grad(w, b)[1]),
                "Both signs are turned round. The error is output minus target, a - y; the minus of the rule comes later.",
                almost=True,
            ),
            Slip(
                lambda w, b: grad(w, b)[::-1],
                "Right numbers, wrong order: first the slope along w, then the one along b.",
                almost=True,
            ),
            Slip(
                grad_without_bias_inside,
                "Your slopes do not change with b. The neuron gets w * x + b: is the b inside the sigmoid?",
            ),
            Slip(
                without("slope"),
                "At (0, 0) you got -0.25 along w. The neuron's own slope, a * (1 - a), is missing.",
                misconception="M3",
            ),
            Slip(without("error"), "The error, a - y, is missing: without it no target has a say."),
            Slip(
                without("loss"),
                "The loss stands where the error should. The slope of 1/2 (a - y)² along a is a - y.",
                misconception="M2",
            ),
            Slip(
                lambda w, b: (products(w, b) * X, products(w, b)),
                "You return two numbers for each knob, one for each example. The slope of the cost is their mean: np.mean.",
                almost=True,
                misconception="M16",
            ),
            Slip(
                lambda w, b: grad(w, b)[0],
                "You return the slope along w alone. Each knob has its own: return both, the one along w first.",
                almost=True,
                also=(lambda w, b: grad(w, b)[1],),
                misconception="M22",
            ),
            Slip(
                lambda w, b: sum(grad(w, b)),
                "You added the two slopes. They stay apart, one for each knob: a comma between them.",
                almost=True,
                misconception="M24",
            ),
            Slip(
                lambda w, b: (grad(w, b)[0], grad(w, b)[1] * b),
                "The last factor along b is 1 and not b: z = w · x + b changes by 1 for each unit of b.",
                almost=True,
                also=(lambda w, b: (grad(w, b)[0], np.mean(products(w, b) * X * b)),),
                misconception="M22",
            ),
            Slip(
                lambda w, b: (grad(w, b)[1] * w, grad(w, b)[1]),
                "The last factor along w is the input x, not w itself.",
                almost=True,
                misconception="M17",
            ),
            Slip(
                without("one minus a"),
                "The neuron's slope has two factors, a * (1 - a). One of them is missing.",
                almost=True,
                also=(without("a"),),
                misconception="M3",
            ),
            Slip(
                lambda w, b: (np.sum(products(w, b) * X), np.mean(products(w, b))),
                "Along w you added up, along b you took the mean. The cost is a mean, so both are.",
                almost=True,
                also=(lambda w, b: (np.mean(products(w, b) * X), np.sum(products(w, b))),),
                misconception="M16",
            ),
        ),
        cases=((0.0, 0.0), (0.0, 1.0), (2.0, -1.0), (-1.0, 0.5), (0.0625, 0.0)),
        forms=(
            "lambda w, b: cost.gradient([w, b])",
            "lambda w, b: list(cost.gradient([w, b]))",
            "lambda w, b: (lambda p: np.array([p @ x, p.sum()]) / 2)"
            "((sigmoid(w * x + b) - y) * sigmoid(w * x + b) * sigmoid(-w * x - b))",
        ),
        inputs=numbers((-4.0, 4.0), (-4.0, 4.0)),
    ),
    Exercise(
        "contest",
        contest,
        "None of 360 arrows of length 1 gets lower. Where arrows of length 2 were let in, some did: that is why the length is agreed on.",
        "8.2",
        (
            Slip(
                contest_with(lambda gradient: -gradient),
                "Your own arrow is too short: the gradient is 0.05 long here, and its rivals have length 1. Divide by np.linalg.norm(gradient).",
            ),
            Slip(
                contest_with(lambda gradient: gradient / np.linalg.norm(gradient)),
                "Your arrow goes up the hill, so nearly everybody beats it. Minus the gradient points down.",
                misconception="M4",
            ),
            Slip(
                contest_with(lambda gradient: gradient),
                "Your arrow goes up the hill, and is 0.05 long. It needs a minus, and the length 1.",
                misconception="M4",
            ),
            Slip(
                contest_with(lambda gradient: -np.sign(gradient) / np.sqrt(2)),
                "You took the signs alone, so your arrow goes -45 degrees. Some rivals near -60 degrees beat it.",
                misconception="M6",
            ),
            Slip(
                contest_with(lambda gradient: -np.sign(gradient)),
                "You took the signs alone, and an arrow of length 1.41. All arrows must have the same length.",
                misconception="M6",
            ),
            Slip(
                lambda directions: len(directions) - contest(directions),
                "You counted those that end higher. Asked is how many end lower than your arrow.",
                almost=True,
            ),
            Slip(
                contest_with(lambda gradient: -gradient / np.abs(gradient).sum()),
                "You divided by the sum of both sizes, and your arrow is 0.73 long. Its length is the root of the sum of squares.",
                almost=True,
            ),
            Slip(
                contest_with_long_steps,
                "Your steps are a thousand times too long: 0.001 times the arrow, for you and for the rivals. At length 1 the hill has bent on the way.",
                almost=True,
            ),
            Slip(
                lambda directions: [bool(lower) for lower in lower_than_mine(directions)],
                "You return yes or no for each rival. Asked is how many say yes: sum counts them.",
                almost=True,
                like=lambda values: shape(values[0]) == (360,),
            ),
            Slip(
                contest_with(lambda gradient: 0 * gradient),
                "You compare with the cost where you stand, not with the place your own arrow leads to.",
            ),
            Slip(
                lambda directions: any(lower_than_mine(directions)),
                "any says whether there is one at all. Asked is how many: sum.",
                almost=True,
            ),
            Slip(
                lambda directions: 0,
                "0 is right where all arrows are 1 long, and it comes out of a count. Here rivals with longer arrows are let in, too: count them.",
            ),
            Slip(len, "You return how many rivals there are. Count those that end lower than your own arrow."),
        ),
        cases=(
            (round_the_compass(1),),
            (round_the_compass(10, length=2.0),),
            (round_the_compass(0.5, length=1.2)[480:600],),
        ),
        case_texts=(
            "360 arrows of length 1, all around",
            "36 arrows of length 2, all around",
            "120 arrows of length 1.2, to one side",
        ),
        forms=(
            "lambda d: int(np.sum([cost.value(np.array([0, 1]) + .001 * v) < cost.value(np.array([0, 1]) - .001 * "
            "cost.gradient([0, 1]) / np.linalg.norm(cost.gradient([0, 1]))) for v in d]))",
        ),
        inputs=lambda random: (random.normal(size=(12, 2)) * random.choice([0.7, 2]),),
    ),
    Exercise(
        "step",
        step,
        "From (0, 0) to (0.0625, 0): b stays, as the gradient at (0, 0) says. Both slopes first, then both knobs.",
        "8.3",
        (
            Slip(
                w_first,
                "From (0, 0) your b went to -0.00201, and should stay. It used the slope where w had been turned already. Take both slopes first.",
                misconception="M24",
            ),
            Slip(
                b_first,
                "You turned b first, and took w's slope from the new place. Take both slopes first, then turn both.",
                misconception="M24",
            ),
            Slip(
                lambda w, b, learning_rate: step(w, b, -learning_rate),
                "From (0, 0) your w went to -0.0625: it adds where the rule subtracts.",
                misconception="M4",
            ),
            Slip(
                lambda w, b, learning_rate: (step(w, b, learning_rate)[0], b),
                "Your b never moves. It has a slope of its own, the second number of the gradient.",
                misconception="M22",
            ),
            Slip(
                lambda w, b, learning_rate: (w, step(w, b, learning_rate)[1]),
                "Your w never moves. It has a slope of its own, the first number of the gradient.",
            ),
            Slip(
                lambda w, b, learning_rate: step(w, b, 1.0),
                "It takes the whole gradient whatever the rate. Multiply both slopes by learning_rate.",
                almost=True,
                misconception="M5",
            ),
            Slip(
                lambda w, b, learning_rate: (w - learning_rate * grad(w, b)[0], b - learning_rate * grad(w, b)[0]),
                "b turns by w's slope. Each knob has its own: gradient[0] for w, gradient[1] for b.",
                almost=True,
            ),
            Slip(
                lambda w, b, learning_rate: (-learning_rate * grad(w, b)[0], -learning_rate * grad(w, b)[1]),
                "You return the two moves. Asked is where the knobs stand after them.",
                almost=True,
            ),
            Slip(
                lambda w, b, learning_rate: step(w, b, learning_rate)[::-1],
                "Right numbers, wrong order: first w, then b.",
                almost=True,
            ),
            Slip(
                lambda w, b, learning_rate: (w - learning_rate * grad(w, b)[1], b - learning_rate * grad(w, b)[0]),
                "w moves by b's slope and b by w's. The first number of the gradient belongs to w.",
                almost=True,
            ),
            Slip(
                lambda w, b, learning_rate: step(w, b, learning_rate)[0],
                "You return w alone. Both knobs have moved: return both, with a comma.",
                almost=True,
            ),
            Slip(
                lambda w, b, learning_rate: grad(w, b),
                "You return the gradient. Asked is where the knobs stand after the step.",
            ),
        ),
        cases=((0.0, 0.0, 1.0), (0.0, 1.0, 1.0), (0.0, 1.0, 10.0), (2.0, -1.0, 5.0), (-1.0, 0.5, 0.1)),
        forms=(
            "lambda w, b, r: np.array([w, b]) - r * cost.gradient([w, b])",
            "lambda w, b, r: [w, b] - r * cost.gradient([w, b])",
            "lambda w, b, r: gradient_descent(cost, [w, b], r, 1).parameters[1]",
        ),
        inputs=numbers((-4.0, 4.0), (-4.0, 4.0), (0.0, 10.0)),
    ),
    Exercise(
        "with_ones",
        with_ones,
        "A network without biases on these inputs walks the same path as one with a bias. The bias is the weight of the 1.",
        "8.5",
        (
            Slip(
                lambda x: np.column_stack([np.ones(len(x)), x]),
                "The ones stand first, so the first weight would be the bias. Put x first, then the ones.",
                almost=True,
            ),
            Slip(
                lambda x: np.column_stack([x, np.zeros(len(x))]),
                "A column of zeros: 0 times any weight is 0, and that is the wall of lesson 07. It must be ones.",
                misconception="M21",
            ),
            Slip(
                lambda x: np.stack([x, np.ones(len(x))]),
                also=(lambda x: (x, np.ones(len(x))),),
                hint="Two long rows. An example is a row, so x and the ones must stand side by side as columns.",
                almost=True,
            ),
            Slip(
                lambda x: np.asarray(x) + 1,
                "You added 1 to each input. It needs a second input, a column of its own.",
                misconception="M22",
            ),
            Slip(
                lambda x: np.ones(len(x)),
                "You return the ones alone. They stand beside x: two columns, x first.",
                almost=True,
            ),
            Slip(
                lambda x: [[0, 1], [1, 1]],
                "Right for x = (0, 1), and for no other. Make the rows out of x.",
            ),
            Slip(
                lambda x: np.concatenate([x, np.ones(len(x))]),
                "You put the ones after the inputs, all in one row. They should stand beside them: np.column_stack.",
                almost=True,
            ),
            Slip(
                lambda x: np.append(x, 1.0),
                "You added a third example whose input is 1. Each example needs a second input.",
            ),
            Slip(
                lambda x: np.column_stack([x, x]),
                "Both columns are x. For x = 0 nothing would be left to turn; the second one must be 1, whatever x is.",
                misconception="M21",
            ),
        ),
        cases=((np.array([0.0, 1.0]),), (np.array([2.0, -1.0, 0.5]),)),
        forms=(
            "lambda x: [(value, 1) for value in x]",
            "lambda x: np.vander(x, 2)",
            "lambda x: np.c_[x, np.ones(len(x))]",
            "lambda x: np.array([[v, 1] for v in x])",
            "lambda x: [[v, 1.0] for v in x]",
            "lambda x: np.stack([x, np.ones_like(x)], axis=1)",
            "lambda x: np.vstack([x, np.ones(len(x))]).T",
        ),
        inputs=lambda random: (random.normal(size=random.integers(2, 6)),),
    ),
    Exercise(
        "two_faced",
        (0.0, 0.1),
        "It raises both outputs, and only one of them should rise. A mean over both examples would not have gone that way.",
        "8.4",
        (
            Slip(
                (0.3, -0.1),
                "That one is good for both: the output for x = 1 rises, the one for x = 0 falls. Asked is one that is bad for x = 0.",
                like=lambda values: pulls(values[0])[0] < 0 < pulls(values[0])[1],
            ),
            Slip(
                (0.1, 0.0),
                "Good for x = 1, and x = 0 does not notice: w times 0 is 0. Which knob do both examples feel?",
                almost=True,
                like=lambda values: pulls(values[0])[0] == 0 < pulls(values[0])[1],
            ),
            Slip(
                (0.0, -0.1),
                "The other way about: both outputs fall, so x = 0 gains and x = 1 loses. Which sign raises both?",
                almost=True,
                like=lambda values: max(pulls(values[0])) < 0,
            ),
            Slip(
                (-0.2, 0.1),
                "Bad for both: the output for x = 0 rises and the one for x = 1 falls, since w + b goes down.",
                like=lambda values: pulls(values[0])[1] < 0 < pulls(values[0])[0],
            ),
            Slip(
                (0.0, 0.0),
                "That moves nothing, so it is good for nobody. Turn at least one knob.",
                like=lambda values: pulls(values[0]) == (0, 0),
            ),
            Slip(
                (-0.1, 0.1),
                "For x = 1 your two moves cancel: w + b stays 0. Its output should rise.",
                like=lambda values: pulls(values[0])[1] == 0 and pulls(values[0])[0] != 0,
            ),
            Slip(
                (-0.1, 0.0),
                "x = 0 does not notice, and x = 1 loses. The output for x = 1 should rise.",
                like=lambda values: pulls(values[0])[0] == 0 > pulls(values[0])[1],
            ),
        ),
        accepts=helps_one_and_hurts_zero,
        question="For x = 0 the neuron gets b, for x = 1 it gets w + b. Both should grow: which move of b does that?",
        forms=("(0, 1)", "[1, 0.5]", "(-0.1, 0.2)", "(0.125, 0.125)", "np.array([0.0, 0.1])"),
    ),
)

QUIZ = (
    Question(
        "where it points",
        "You draw the arrow -∇C on the map, at a place where it is not 0. What is certain about it?",
        (
            Option(
                "It crosses the line of equal cost at a right angle, and no arrow of the same length goes down faster at first.",
                "that is all a gradient knows. In the long bowl it pointed 62.5 degrees off the direction of the bottom.",
            ),
            Option(
                "It points to the minimum.",
                "in a round bowl it does. In the long one it was 62.5 degrees off, and a neuron's valley has no minimum at all.",
                "M8",
            ),
            Option(
                "It lies on the surface and slopes downwards.",
                "the picture of hills suggests it. But it has two entries, a move of w and a move of b: it lies flat on the map.",
                "M8",
            ),
        ),
        "8.2",
    ),
    Question(
        "only signs",
        "At (0, 1) the slopes are -0.0264 along w and 0.0454 along b. Somebody turns both knobs by the same small amount, each against the sign of its slope. How does that differ from a gradient step?",
        (
            Option(
                "It goes in another direction: at -45 degrees, where the gradient step goes at -60.",
                "equal amounts, 1 up and 1 down, make -45 degrees. The gradient step turns b more than w, since the cost depends more on b.",
            ),
            Option(
                "It goes the same way; only its length differs.",
                "with one knob that was so. With two, the direction follows from how much each of them is turned.",
                "M6",
            ),
            Option(
                "It goes up the hill, since it does not know how steep each knob is.",
                "each knob turns the way that lowers the cost, so a small step goes down. There are methods that do it on purpose.",
                "M6",
            ),
        ),
        "8.2",
    ),
    Question(
        "all at once",
        "Each partial derivative holds the other knobs still. Why may all knobs be turned at once?",
        (
            Option(
                "For a small step their effects add up; what is left over shrinks faster than the step.",
                "at rate 1 the two effects add up to -0.00273, and both together give -0.00277. At rate 100 nothing fits any more.",
            ),
            Option(
                "They may not: one knob must be turned after the other, each with a fresh slope.",
                "that goes down, too, but it is another method, and with 13,002 knobs each round would need 13,002 gradients.",
                "M24",
            ),
            Option(
                "Because the knobs have nothing to do with each other.",
                "they have: the slope along b was 0 at (0, 0), and 0.002 once w had been turned.",
                "M24",
            ),
        ),
        "8.3",
    ),
    Question(
        "counting",
        "1,000 examples, three epochs. How many updates (iterations) is that online, and how many with the whole batch?",
        (
            Option(
                "3,000 online, 3 with the batch.",
                "an epoch is one pass over all examples. Online each of them makes an update, in a batch all together make one.",
            ),
            Option(
                "3 in both cases: an epoch is an update.",
                "with the whole batch it is. Online an epoch holds as many updates as there are examples.",
                "M25",
            ),
            Option(
                "3,000 in both cases: every example is looked at three times.",
                "the looks are 3,000 both times. But a batch looks at all 1,000 before it turns anything.",
                "M25",
            ),
        ),
        "8.4",
    ),
    Question(
        "what a bias is",
        "By which rule is a bias learnt?",
        (
            Option(
                "By the rule for weights: it is the weight of an input that is always 1.",
                "put a column of ones beside x, and a network without biases walks the same path.",
            ),
            Option(
                "By a rule of its own, since it has no input.",
                "its slope looks different, for the factor x is missing. It is there, and it is 1.",
                "M22",
            ),
            Option(
                "It is not learnt; it is set to 1 before training.",
                "fixed at 1 the answer to x = 0 stays 0.7311 forever. The 1 is the input, and b is its weight.",
                "M22",
            ),
        ),
        "8.5",
    ),
)

SHEET = Sheet(
    "08",
    "bias",
    BETS,
    EXERCISES,
    QUIZ,
    {
        "np": np,
        "Network": Network,
        "derivative": derivative,
        "gradient_descent": gradient_descent,
        "sigmoid": sigmoid,
        "x": X,
        "y": Y,
        "cost": COST,
    },
)
