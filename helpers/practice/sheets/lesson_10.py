"""Lesson 10, backpropagation: how the error walks back to the neurons in between."""

import numpy as np

from helpers.core import Network, derivative, gradient_descent, sigmoid
from helpers.practice.exercises import Exercise, Slip
from helpers.practice.quiz import Bet, Option, Question
from helpers.practice.sheets import Sheet

CORNERS = np.array([[0.0, 0, 1, 1], [0, 1, 0, 1]])  # a column for each example
XOR, CARRY = np.array([[0.0, 1, 1, 0]]), np.array([[0.0, 0, 0, 1]])
V = np.array([[-1.0, 2.0], [-3.0, 1.0]])  # of the network that is done on paper
PAPER = (
    np.array([[1.0, 2.0], [4.0, -2.0]]),
    np.array([[-2.0], [-3.0]]),
    V,
    np.array([[-0.5], [1.0]]),
    np.array([[1.0], [0.5]]),
    np.array([[1.0], [0.0]]),
)
HALF = np.array([[0.5], [0.5]])


def delta_out(a, y):
    """The error, through the neuron: a column for each example."""
    return (a - y) * a * (1 - a)


def delta_hidden(V, delta, h):
    """What comes back over the wires V, added up, and through the hidden neurons."""
    return (V.T @ delta) * h * (1 - h)


def backprop(W, b, V, c, x, y):
    """The slopes of the mean loss along W, b, V and c."""
    h = sigmoid(W @ x + b)
    a = sigmoid(V @ h + c)
    d = delta_out(a, y) / x.shape[1]
    return slopes(delta_hidden(V, d, h), d, x, h)


def slopes(e, d, x, h):
    """What the lesson gives: the deltas of both layers, made into slopes."""
    return e @ x.T, e.sum(axis=1, keepdims=True), d @ h.T, d.sum(axis=1, keepdims=True)


def backprop_with(out=delta_out, hidden=delta_hidden, share=lambda x: x.shape[1]):
    """Return backprop with another line for the outputs' δ, for the hidden ones', or another share of an example."""

    def changed(W, b, V, c, x, y):
        h = sigmoid(W @ x + b)
        a = sigmoid(V @ h + c)
        d = out(a, y) / share(x)
        return slopes(hidden(V, d, h), d, x, h)

    return changed


def by_rows(V, delta, h):
    """The slip of reading V as on the way forward. Where V is no square it ends in an error, as it should."""
    return (V @ delta) * h * (1 - h)


def outputs_own_slope(W, b, V, c, x, y):
    """The slip of going back through the output a second time, in place of the hidden neuron."""
    h = sigmoid(W @ x + b)
    a = sigmoid(V @ h + c)
    d = delta_out(a, y) / x.shape[1]
    return slopes((V.T @ (d * a * (1 - a))), d, x, h)


def outputs_slope_for_hidden(W, b, V, c, x, y):
    """The same slip after the sum, as far as the sizes let it pass."""
    h = sigmoid(W @ x + b)
    a = sigmoid(V @ h + c)
    d = delta_out(a, y) / x.shape[1]
    return slopes((V.T @ d) * a * (1 - a), d, x, h)


def with_error_sent(share):
    """Return the slip of sending back the error a - y, as it is or shared among the examples."""

    def changed(W, b, V, c, x, y):
        h = sigmoid(W @ x + b)
        a = sigmoid(V @ h + c)
        d = delta_out(a, y) / x.shape[1]
        return slopes(delta_hidden(V, (a - y) / share(x), h), d, x, h)

    return changed


def by_first_table(W, b, V, c, x, y):
    """The slip of going back over the table of the first layer."""
    h = sigmoid(W @ x + b)
    a = sigmoid(V @ h + c)
    d = delta_out(a, y) / x.shape[1]
    return slopes((W.T @ d) * h * (1 - h), d, x, h)


def columns(random, rows, examples):
    """A table of numbers between 0 and 1."""
    return random.uniform(0.05, 0.95, (rows, examples))


def network(random, hidden, outputs, x=None):
    """The tables and biases of a network with two inputs, some examples and their targets."""
    x = random.uniform(-1, 1, (2, random.integers(1, 4))) if x is None else x
    shapes = ((hidden, 2), (hidden, 1), (outputs, hidden), (outputs, 1))
    targets = random.integers(0, 2, (outputs, x.shape[1])).astype(float)
    return (*(random.normal(size=shape).round(2) for shape in shapes), x, targets)


def some_outputs(random):
    """Outputs and targets of one to three neurons."""
    shape = random.integers(1, 4), random.integers(1, 5)
    return columns(random, *shape), random.integers(0, 2, shape).astype(float)


def some_layer(random):
    """A table V, the δ of its outputs and the outputs of the hidden neurons."""
    outputs, hidden, examples = random.integers(1, 4), random.integers(1, 5), random.integers(1, 5)
    return (
        random.normal(size=(outputs, hidden)),
        random.normal(size=(outputs, examples)),
        columns(random, hidden, examples),
    )


SEED = np.random.default_rng(10)
BACK_CASES = (
    PAPER,
    network(SEED, 3, 1, np.array([[1.0], [-0.5]])),
    network(SEED, 2, 2, CORNERS),
    network(SEED, 3, 2, CORNERS),
)

BETS = (
    Bet(
        "which way",
        "The answer is 0.5 and should be 1: too small. Which way must w be turned, the weight of the hidden neuron?",
        ("up, since the answer should go up", "down", "it may stay: v does the work"),
        {"step": 9, "w": 1.0, "v": -1.0},
        "The wire v = -1 turns everything round: what makes the hidden output smaller makes the answer larger.",
    ),
    Bet(
        "cut",
        "Set v to 0, as if the wire between the two neurons were cut. What is the slope of w then?",
        ("0.03125, as before", "0", "larger: the error has grown"),
        {"step": 9, "w": 1.0, "v": 0.0},
        "What does not get forward does not come back. The output's own δ is -0.0887 now, the number of lesson 07.",
    ),
    Bet(
        "second listener",
        "With output 1 alone the slope of w is 0.03125. Now output 2 listens as well, over v₂ = -3, and its answer is too large. What becomes of the slope of w?",
        ("it stays 0.03125: output 1 has not changed", "it grows, and stays positive", "it turns negative"),
        {"step": 14},
        "The second path brings -0.09375, and 0.03125 - 0.09375 is -0.0625.",
    ),
    Bet(
        "largest",
        "All 12 slopes of this network. Where is the largest of them?",
        ("among the weights W, which came first", "among the weights V", "among the outputs' biases"),
        {"step": 28},
        "The slope of an output's bias is its δ, 0.125. For every weight of V it is multiplied by an h of 0.5, and further back by more numbers below 1.",
    ),
)

EXERCISES = (
    Exercise(
        "delta_h",
        -0.5 * (1 - sigmoid(0.5)) * sigmoid(0.5) * (1 - sigmoid(0.5)) / 2,
        "The δ at the output, -0.0887, back over v = 1 and through a hidden neuron whose slope is 0.25.",
        "10.1",
        (
            Slip(
                -0.0887235,
                "-0.0887 is what comes back over v = 1. It has not gone through the hidden neuron yet: what is h(1 - h) there?",
                misconception="M34",
            ),
            Slip(
                -0.0443617,
                "Times h is the slope of v itself. What does the hidden neuron let through on the way back?",
                almost=True,
                misconception="M34",
            ),
            Slip(
                0.0221809,
                "The size is right. Which sign has v, and which has the δ at the output?",
                almost=True,
                misconception="M7",
            ),
            Slip(
                -0.0943852,
                "You sent back the error, -0.3775. It must go through the output first: what is left of it after its a(1 - a), 0.2350?",
                misconception="M34",
            ),
            Slip(
                -0.0208503,
                "You took the output's a(1 - a) a second time. The neuron in the way is the hidden one: how steep is it at h = 0.5?",
                almost=True,
            ),
            Slip(
                0.0,
                "You multiplied by w = 0, the wire that leads in. Over which wire does the error come?",
                misconception="M35",
            ),
            Slip(
                -0.0235938,
                "You took 0.25 for both neurons. The output has z = 0.5, so its a(1 - a) is 0.2350; only the hidden one has 0.25.",
                almost=True,
            ),
            Slip(
                -0.0110904,
                "-0.0444 is the slope of v, and has an h in it. What goes back begins with the δ of the output, -0.0887.",
                almost=True,
            ),
            Slip(
                -0.0055452,
                "A quarter too many. The hidden neuron lets through h(1 - h) = 0.25, once.",
                almost=True,
            ),
            Slip(
                -0.03125,
                "That begins with an error of -0.5, as in the first chain. Here the answer is 0.6225, and the δ of the output -0.0887.",
            ),
            Slip(
                0.25,
                "0.25 is h(1 - h) alone. What comes back over v, to be multiplied by it?",
                misconception="M3",
            ),
            Slip(
                -0.3774,
                "-0.3775 is the error at the very end. It has still to pass the output, v and the hidden neuron.",
                misconception="M34",
            ),
        ),
        question="Three numbers are multiplied: the δ at the output, the wire it comes back over, and the slope of the hidden neuron. Which are they?",
        forms=(
            "-0.022",
            "-0.0222",
            "(sigmoid(0.5) - 1) * sigmoid(0.5) * (1 - sigmoid(0.5)) * 1 * 0.5 * (1 - 0.5)",
            "-0.0887 * 1 * 0.25",
        ),
    ),
    Exercise(
        "both_paths",
        0.03125,
        "2 · (-0.125) + 3 · 0.125 = 0.125, and a quarter of it. Output 1 alone would have turned w the wrong way.",
        "10.2",
        (
            Slip(
                -0.0625,
                "That is by output 1 alone, and even the sign is wrong. What does output 2 send back?",
                also=(-0.25,),
                misconception="M35",
            ),
            Slip(
                0.09375,
                "That is by output 2 alone. What does output 1 send back, and what do both make together?",
                also=(0.375,),
                misconception="M35",
            ),
            Slip(
                0.0625,
                "You multiplied the sum by h = 0.5. The slope of the hidden neuron is h(1 - h).",
                almost=True,
            ),
            Slip(
                0.125,
                "That is the sum of both paths. What does the hidden neuron let through of it?",
                almost=True,
                misconception="M34",
            ),
            Slip(
                0.015625,
                "You took the mean of the two paths. A nudge goes both ways at once: do its effects share the nudge, or add up?",
                misconception="M35",
            ),
            Slip(
                -0.0234375,
                "You multiplied the two paths. Along a path one multiplies: what does one do over paths?",
                also=(-0.09375,),
                misconception="M35",
            ),
            Slip(
                0.15625,
                "Both paths have become positive. The δ of output 1 is -0.125: which way does its path pull?",
                almost=True,
            ),
            Slip(
                -0.15625,
                "Both paths have become negative, or one is subtracted. Add them, each with its own sign.",
                almost=True,
            ),
            Slip(
                -0.03125,
                "The size is right. Which of the two paths is the larger one, and what sign has it?",
                almost=True,
                misconception="M7",
            ),
            Slip(
                0.0,
                "You added the two δ, -0.125 + 0.125, without their wires. Over which weight does each come back?",
                misconception="M35",
            ),
        ),
        question="Each output sends back its δ times the weight of its wire. What is the sum, and what does the hidden neuron make of it?",
        forms=("0.031", "1 / 32", "(2 * -0.125 + 3 * 0.125) * 0.25", "0.25 * (np.array([2, 3]) @ [-0.125, 0.125])"),
    ),
    Exercise(
        "sent_2",
        -0.125,
        "Column 2 of V, (2, 1): over these two wires hidden 2 has spoken, and over them it hears back.",
        "10.3",
        (
            Slip(
                0.5,
                "You took row 2 of V, (-3, 1): what output 2 hears. To whom has hidden 2 spoken, and over which weights?",
                misconception="M36",
            ),
            Slip(
                -0.03125,
                "That is the δ of hidden 2. Asked is what is sent to it, before it goes through the neuron.",
                almost=True,
            ),
            Slip(
                -0.25,
                "That is column 1, worked above, or output 1 alone. To whom has hidden 2 spoken, and over which weights?",
                misconception="M35",
            ),
            Slip(-0.375, "You subtracted the second path. Output 2 sends 1 · 0.125: is that added or taken away?"),
            Slip(0.375, "Which sign has 2 · (-0.125)? Only the second path is positive.", almost=True),
            Slip(0.125, "That is output 2 alone, or the sign is turned. What does output 1 send?", misconception="M35"),
            Slip(
                0.0,
                "You added the two δ, -0.125 + 0.125, without their wires. Hidden 2 has spoken over 2 and 1.",
                misconception="M35",
            ),
            Slip(
                -0.0625, "You took the mean of both ways. Both effects happen, so they are added.", misconception="M35"
            ),
        ),
        question="Hidden 2 has spoken to output 1 and to output 2. Over which two weights, and what do the two δ become on the way back?",
        forms=("-0.12", "-1 / 8", "2 * -0.125 + 1 * 0.125", "np.array([2, 1]) @ [-0.125, 0.125]"),
    ),
    Exercise(
        "delta_out",
        delta_out,
        "The error through the neuron, for every output and every example at once: one column each.",
        "10.3",
        (
            Slip(
                lambda a, y: (y - a) * a * (1 - a),
                "At a = 0.5 and y = 1 it gives 0.125. The answer is too small, so the loss falls as z grows: the slope is negative. Which way round is the error?",
                almost=True,
            ),
            Slip(
                lambda a, y: a - y,
                "At a = 0.5 and y = 1 it gives -0.5, the error. If z moves a little, how much of that reaches a?",
                misconception="M3",
            ),
            Slip(
                lambda a, y: a * (1 - a),
                "At a = 0.5 it gives 0.25 whatever the target: the neuron's slope. Where is the error?",
                misconception="M3",
            ),
            Slip(
                lambda a, y: 0.5 * (a - y) ** 2 * a * (1 - a),
                "At a = 0.5 and y = 1 it gives 0.03125: the loss stands where its slope should. What is the slope of ½(a - y)² along a?",
                misconception="M2",
            ),
            Slip(
                lambda a, y: 0.5 * (a - y) ** 2,
                "That is the loss, 0.125 at a = 0.5. Asked is what a small change of z does to it: the error times the neuron's slope.",
                misconception="M2",
            ),
            Slip(
                lambda a, y: (a - y) * y * (1 - y),
                "A target is 0 or 1, so y(1 - y) is always 0. The neuron's slope is made of its output: a(1 - a).",
            ),
            Slip(
                lambda a, y: (a - y) * 0.25,
                "0.25 is the neuron's slope only where a = 0.5. For every a it is a * (1 - a).",
                almost=True,
            ),
            Slip(
                lambda a, y: abs(a - y) * a * (1 - a),
                "At a = 0.5 and y = 1 it gives 0.125: the sign is lost. Should too small and too large get the same δ?",
                almost=True,
                misconception="M7",
            ),
            Slip(
                lambda a, y: (a - y) @ (a * (1 - a)).T,
                "@ mixes the neurons: it adds up along a row. Each error goes with its own neuron's slope: place by place, with *.",
                misconception="M33",
            ),
            Slip(
                lambda a, y: np.mean((a - y) * a * (1 - a)),
                "You take the mean. Each neuron and each example keeps its own δ; the mean over the examples comes later.",
                almost=True,
                also=(
                    lambda a, y: np.mean((a - y) * a * (1 - a), axis=0),
                    lambda a, y: np.mean((a - y) * a * (1 - a), axis=1),
                    lambda a, y: np.sum((a - y) * a * (1 - a)),
                    lambda a, y: np.sum((a - y) * a * (1 - a), axis=0),
                    lambda a, y: np.sum((a - y) * a * (1 - a), axis=1),
                ),
                misconception="M16",
            ),
            Slip(
                lambda a, y: (a - y) * a,
                "Half of the neuron's slope: it is a times 1 - a. Both factors are there, also where they are equal, at 0.5.",
                almost=True,
                also=(lambda a, y: (a - y) * (1 - a),),
            ),
            Slip(
                lambda a, y: (a - y) * sigmoid(a) * (1 - sigmoid(a)),
                "You squash a a second time. It is the output already: what is its slope, made of a alone?",
            ),
            Slip(
                lambda a, y: 2 * (a - y) * a * (1 - a),
                "Twice too much. The slope of ½(a - y)² is a - y: the 2 and the ½ cancel.",
                almost=True,
                misconception="M15",
            ),
            Slip(
                lambda a, y: (a - y) ** 2 * a * (1 - a),
                "The error is squared, so its sign is lost: too large and too small look the same. The slope of ½(a - y)² is a - y.",
                misconception="M7",
            ),
            Slip(
                lambda a, y: a - y * a * (1 - a),
                "Without brackets, y alone is multiplied. Write (a - y) in brackets.",
                almost=True,
            ),
            Slip(
                lambda a, y: (a - y) * (a - a**2) / a.shape[1],
                "You share it among the examples. That comes with the mean, in the last section; here each example keeps its own δ.",
                almost=True,
                misconception="M16",
            ),
        ),
        cases=(
            (HALF, PAPER[5]),
            (np.array([[0.6, 0.9, 0.2]]), np.array([[1.0, 0.0, 1.0]])),
            (np.array([[0.8, 0.3], [0.1, 0.7]]), np.array([[1.0, 0.0], [0.0, 0.0]])),
        ),
        case_texts=("both outputs 0.5, targets 1 and 0", "one output, three examples", "two outputs, two examples"),
        forms=(
            "lambda a, y: a * (1 - a) * (a - y)",
            "lambda a, y: (a - y) * (a - a ** 2)",
            "lambda a, y: np.multiply(np.subtract(a, y), a - a * a)",
            "lambda a, y: -(y - a) * a * (1 - a)",
        ),
        inputs=some_outputs,
    ),
    Exercise(
        "delta_hidden",
        delta_hidden,
        "Column by column: what each output sends back, added up, then through the hidden neuron. Nothing in it knows how many neurons there are.",
        "10.3",
        (
            Slip(
                by_rows,
                "On the paper's network it gives (0.094, 0.125). V @ delta reads rows: what an output hears. To whom has a hidden neuron spoken: where in V does that stand?",
                misconception="M36",
            ),
            Slip(
                lambda V, delta, h: V.T @ delta,
                "On the paper's network it gives (-0.25, -0.125): what is sent. What do the hidden neurons let through of it?",
                almost=True,
                misconception="M34",
            ),
            Slip(
                lambda V, delta, h: (V.T @ delta) * h,
                "You multiply by h alone. The slope of a hidden neuron is h times 1 - h.",
                almost=True,
                also=(lambda V, delta, h: (V.T @ delta) * (1 - h),),
            ),
            Slip(
                lambda V, delta, h: (V.T[:, :1] @ delta[:1]) * h * (1 - h),
                "On the paper's network it gives (0.03125, -0.0625): the paths over one output alone. What do the others send back?",
                also=(lambda V, delta, h: (V.T[:, -1:] @ delta[-1:]) * h * (1 - h),),
                misconception="M35",
            ),
            Slip(
                lambda V, delta, h: delta.sum(axis=0) * h * (1 - h),
                "On the paper's network it gives (0, 0): you add the δ as they are. Over which weights do they come back?",
                misconception="M35",
            ),
            Slip(
                lambda V, delta, h: (V.T @ delta) * h * (1 - h) / len(V),
                "You divide by how many outputs there are. All of their effects happen: are paths averaged, or added?",
                almost=True,
                misconception="M35",
            ),
            Slip(
                lambda V, delta, h: V.T @ (delta * h * (1 - h)),
                "You put the hidden slopes before the sum, where they meet the outputs' δ. First add up what comes back, V.T @ delta, then multiply by h(1 - h).",
                almost=True,
            ),
            Slip(
                lambda V, delta, h: -(V.T @ delta) * h * (1 - h),
                "Every sign is turned. The weight brings its own sign back, nothing else turns it.",
                almost=True,
            ),
            Slip(
                lambda V, delta, h: delta * h * (1 - h),
                "The δ of the outputs stands there as it is. Over which wires does it have to come back first?",
                misconception="M34",
            ),
            Slip(
                lambda V, delta, h: (V.T @ delta) * 0.25,
                "0.25 is the hidden neurons' slope only where h = 0.5. For every h it is h * (1 - h).",
                almost=True,
            ),
            Slip(
                lambda V, delta, h: (V.T @ delta).sum() * h * (1 - h),
                "You add up what all hidden neurons get. Does each not get a sum of its own?",
                misconception="M35",
            ),
            Slip(
                lambda V, delta, h: (V.T @ delta) / (h * (1 - h)),
                "You divide. A nudge of z makes a move of h that is h(1 - h) times as large: what does going through the neuron do to a slope?",
                almost=True,
                misconception="M3",
            ),
            Slip(
                lambda V, delta, h: np.linalg.inv(V) @ delta * h * (1 - h),
                "The inverse undoes what V has done. Slopes undo nothing: they use the same wires, read by columns, V.T.",
                misconception="M36",
            ),
            Slip(
                lambda V, delta, h: h * (1 - h),
                "Those are the slopes of the hidden neurons. What do the outputs send back to them?",
                misconception="M34",
            ),
            Slip(
                lambda V, delta, h: (V.T @ delta) * sigmoid(h) * (1 - sigmoid(h)),
                "You squash h a second time. It is the output of the hidden neurons already: their slope is h(1 - h).",
            ),
            Slip(
                lambda V, delta, h: (np.abs(V).T @ delta) * h * (1 - h),
                "You lost the signs of the weights. A negative wire turns round what comes back.",
                almost=True,
            ),
            Slip(
                lambda V, delta, h: V.T @ delta * h - h,
                "It subtracts h. The second factor is 1 - h, in brackets.",
                almost=True,
                also=(lambda V, delta, h: V.T @ delta * h * 1 - h,),
            ),
        ),
        cases=(
            (V, np.array([[-0.125], [0.125]]), HALF),
            (np.array([[2.0, -1.0]]), np.array([[0.1, -0.2]]), np.array([[0.6, 0.5], [0.3, 0.8]])),
            (
                np.array([[1.0, 2.0], [-2.0, 0.5]]),
                np.array([[0.1, 0.2], [-0.1, 0.05]]),
                np.array([[0.9, 0.4], [0.2, 0.7]]),
            ),
        ),
        case_texts=("the paper's network", "one output, two hidden neurons", "two outputs, two examples"),
        forms=(
            "lambda V, delta, h: h * (1 - h) * (V.T @ delta)",
            "lambda V, delta, h: np.dot(V.T, delta) * (h - h ** 2)",
            "lambda V, delta, h: sum(np.outer(row, d) for row, d in zip(V, delta)) * h * (1 - h)",
            "lambda V, delta, h: np.einsum('kj,kn->jn', V, delta) * h * (1 - h)",
            "lambda V, delta, h: (delta.T @ V).T * h * (1 - h)",
        ),
        inputs=some_layer,
    ),
    Exercise(
        "backprop",
        backprop,
        "Forward, back, four tables of slopes: the same lines for XOR, for the adding machine, and for more.",
        "10.5",
        (
            Slip(
                backprop_with(share=lambda x: 1),
                "With four examples all slopes are four times too steep. The cost is the mean over the examples: what is delta_a to be divided by?",
                almost=True,
                misconception="M16",
            ),
            Slip(
                backprop_with(hidden=lambda V, d, h: delta_hidden(V, d, h) / h.shape[1]),
                "V's slopes are right, and with four examples W's are a quarter of what they should be. delta_h is made of delta_a, which has been divided already: what happens if it is divided again?",
                almost=True,
            ),
            Slip(
                backprop_with(hidden=by_rows),
                "V @ delta_a reads rows. Which table has the columns of V as its rows? (With three hidden neurons and one output, V @ delta_a does not even fit.)",
                misconception="M36",
            ),
            Slip(
                outputs_own_slope,
                also=(outputs_slope_for_hidden,),
                hint="You go through the outputs a second time. Which neurons lie between V and W?",
                almost=True,
            ),
            Slip(
                backprop_with(out=lambda a, y: delta_out(a, y) * -1),
                "All signs are turned, so training with it would climb. Which way round is the error?",
                almost=True,
            ),
            Slip(
                backprop_with(out=lambda a, y: a - y),
                "delta_a is the error alone. What do the outputs let through of it?",
                misconception="M34",
            ),
            Slip(
                backprop_with(hidden=lambda V, d, h: V.T @ d),
                "V's slopes are right. delta_h is what is sent back. What do the hidden neurons let through of it?",
                almost=True,
                misconception="M34",
            ),
            Slip(
                backprop_with(hidden=lambda V, d, h: (V.T @ d) * h),
                "V's slopes are right. delta_h is multiplied by h alone; the slope of a hidden neuron is h * (1 - h).",
                almost=True,
            ),
            Slip(
                backprop_with(hidden=lambda V, d, h: (V.T[:, :1] @ d[:1]) * h * (1 - h)),
                "V's slopes are right. With two outputs, delta_h has only what output 1 sends back. What of the other?",
                almost=True,
                misconception="M35",
            ),
            Slip(
                backprop_with(share=lambda x: x.shape[0]),
                "You divide by x.shape[0], the number of inputs. An example is a column: which number says how many there are?",
                almost=True,
            ),
            Slip(
                backprop_with(share=lambda x: 4),
                "Right for four examples, and you divide by 4 where there is one. Their number is x.shape[1].",
                almost=True,
            ),
            Slip(
                backprop_with(share=lambda x: x.shape[1] * 2),
                "Everything is half of what it should be. delta_a is shared among the examples, x.shape[1], and the ½ of the loss is gone once its slope is taken.",
                almost=True,
            ),
            Slip(
                with_error_sent(share=lambda x: 1),
                "V's slopes are right. delta_h is made of the error a - y; what has the error to go through before it goes back over V?",
                almost=True,
                also=(with_error_sent(share=lambda x: x.shape[1]),),
                misconception="M34",
            ),
            Slip(
                backprop_with(out=lambda a, y: np.mean(delta_out(a, y), axis=1, keepdims=True), share=lambda x: 1),
                "You take the mean of the δ before they meet their h. Each example's δ goes with its own h: divide by x.shape[1], and keep the columns.",
                almost=True,
            ),
            Slip(
                by_first_table,
                "V's slopes are right. delta_h goes back over W.T, the first table. Which table lies between the outputs and the hidden neurons?",
            ),
            Slip(
                backprop_with(hidden=lambda V, d, h: d * h * (1 - h)),
                "V's slopes are right. Over which wires does delta_a come back before it goes through the hidden neurons?",
                misconception="M34",
            ),
            Slip(
                backprop_with(out=lambda a, y: 0.5 * (a - y) ** 2 * a * (1 - a)),
                "The loss stands where its slope should: of ½(a - y)² it is a - y.",
                misconception="M2",
            ),
            Slip(
                backprop_with(hidden=lambda V, d, h: 0 * h),
                "V's slopes are right, and W's are all 0: nothing comes back. What do the outputs send over V?",
            ),
        ),
        cases=BACK_CASES,
        case_texts=(
            "the paper's network",
            "2-3-1, one example",
            "2-2-2, the four corners",
            "2-3-2, the four corners",
        ),
        forms=(
            "lambda W, b, V, c, x, y: (lambda h: (lambda d: (lambda e: (e @ x.T, e.sum(1, keepdims=True), d @ h.T, "
            "d.sum(1, keepdims=True)))((V.T @ d) * h * (1 - h)))((lambda a: (a - y) * a * (1 - a) / len(x[0]))"
            "(sigmoid(V @ h + c))))(sigmoid(W @ x + b))",
        ),
        inputs=lambda random: network(random, random.integers(1, 4), random.integers(1, 4)),
    ),
)

QUIZ = (
    Question(
        "own delta",
        "A hidden neuron answers 0.5. One wire leads out of it, with the weight -3, to an output whose δ is 0.125. What is the neuron's own δ?",
        (
            Option(
                "-0.09375.",
                "back over the wire it is -3 · 0.125 = -0.375, and through the neuron a quarter of that.",
            ),
            Option(
                "0.125: the error is the same for all that have caused it.",
                "the word error sounds as if it were one number for the whole network. Nudge this neuron's bias, and the loss falls, with a slope of -0.09375.",
                "M34",
            ),
            Option(
                "-0.375.",
                "that has come back over the wire, and it would be right if the neuron passed on everything. It passes on h(1 - h), a quarter.",
                "M34",
            ),
        ),
        "10.1",
    ),
    Question(
        "two paths",
        "Over one path the slope of a weight would be 0.03125, over the other -0.09375. What is it?",
        (
            Option(
                "-0.0625.",
                "both effects happen, and small effects add up: 0.03125 - 0.09375.",
            ),
            Option(
                "-0.09375: the stronger path counts.",
                "it does win here, but it is held back by the other. With both, one step at rate 8 ended at a loss of 0.2245.",
                "M35",
            ),
            Option(
                "-0.0029: slopes along a chain are multiplied.",
                "along one path they are. These are two paths side by side, and a nudge goes both ways at once.",
                "M35",
            ),
        ),
        "10.2",
    ),
    Question(
        "why V.T",
        "On the way back stands V.T where V stood on the way forward. Why?",
        (
            Option(
                "The same wires, asked from their other end.",
                "a row of V is what one output hears, a column is to whom one hidden neuron has spoken. V.T is V read by columns.",
            ),
            Option(
                "It undoes what V has done.",
                "backward sounds like undoing. But V makes (0.5, -1) of (0.5, 0.5), and V.T makes (2.5, 0) of that.",
                "M36",
            ),
            Option(
                "Only so that the shapes fit.",
                "they do have to fit. But where V is a square, V fits as well, and gives (0.094, 0.125) where (-0.0625, -0.03125) is right.",
                "M36",
            ),
        ),
        "10.3",
    ),
    Question(
        "when",
        "When do the weights change?",
        (
            Option(
                "After the walk, all at once, by gradient descent.",
                "backpropagation computes slopes and nothing else. The step is another line, the one of lesson 03.",
            ),
            Option(
                "Each as soon as its slope is known, on the way back.",
                "then V has changed before the hidden δ is computed, and it comes out as -0.0664 for -0.0625.",
                "M37",
            ),
            Option(
                "Walking back is what changes them.",
                "the two always come together. But slopes by nudging give the same path, and nothing walks back there.",
                "M18",
            ),
        ),
        "10.4",
    ),
    Question(
        "hardly learns",
        "A deep network passes the gradient check, and its first layer hardly learns. Why?",
        (
            Option(
                "Each neuron passes on a quarter at most.",
                "a(1 - a) is never more than 0.25, so four neurons in a row leave at most a 256th: from -0.125 to -0.00195 in the lesson.",
            ),
            Option(
                "Then the formulas are wrong after all.",
                "a check that was passed at random knobs says they are right. Stuck is no proof of wrong, nor is falling one of right.",
                "M38",
            ),
            Option(
                "All layers get equal slopes, so the rate is too small for all of them.",
                "one rate for all suggests it. In a row of four the slopes of the weights were -0.0506 at the end and -0.0007 at the beginning.",
                "M39",
            ),
        ),
        "10.5",
    ),
)

SHEET = Sheet(
    "10",
    "backpropagation",
    BETS,
    EXERCISES,
    QUIZ,
    {
        "np": np,
        "Network": Network,
        "derivative": derivative,
        "gradient_descent": gradient_descent,
        "sigmoid": sigmoid,
        "corners": CORNERS,
        "xor": XOR,
        "carry": CARRY,
    },
)
