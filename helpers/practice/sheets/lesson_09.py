"""Lesson 09, hidden neurons: what one neuron cannot do, and what two or more in between can."""

import numpy as np

from helpers.core import sigmoid
from helpers.practice.exercises import Exercise, Slip
from helpers.practice.quiz import Bet, Option, Question
from helpers.practice.sheets import Sheet

CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
W, B = np.array([[10.0, -10.0], [-10.0, 10.0]]), np.array([[-5.0], [-5.0]])
V, C = np.array([[10.0, 10.0]]), np.array([[-5.0]])
FOLD = (W, B, V, C)
THREE_AND_TWO = (
    np.array([[1.0, -1.0], [0.5, 2.0], [-2.0, 1.0]]),
    np.array([[0.5], [-1.0], [0.0]]),
    np.array([[1.0, -2.0, 0.5], [-1.0, 1.0, 2.0]]),
    np.array([[0.5], [-0.5]]),
)
PAPER_W, PAPER_B = np.array([[1.0, 2.0], [4.0, -2.0]]), np.array([[-2.0], [-3.0]])


def layer(W, b, x):
    """The outputs of a layer: a row for each neuron, a column for each example."""
    return sigmoid(W @ x + b)


def answers(W, b, V, c, x):
    """The answers of a network with one hidden layer, for examples in columns."""
    return layer(V, c, layer(W, b, x))


def at_corners(knobs):
    """What one neuron with the knobs (w1, w2, b) answers at the four corners."""
    w1, w2, b = (float(knob) for knob in knobs)
    return sigmoid(CORNERS @ [w1, w2] + b)


def says(*wanted, clearly=False):
    """Return whether a neuron's answers lie where they are wanted: 1 above 0.5 and 0 below, or by 0.9 and 0.1."""
    margin = 0.4 if clearly else 0.0

    def judge(values):
        return all((2 * one - 1) * (answer - 0.5) > margin for one, answer in zip(wanted, at_corners(values[0])))

    return judge


def draw_layer(random):
    """A layer of one to three neurons with one to three inputs, on one to four examples."""
    neurons, inputs, examples = random.integers(1, 4), random.integers(1, 4), random.integers(1, 5)
    return (
        random.normal(size=(neurons, inputs)),
        random.normal(size=(neurons, 1)),
        random.normal(size=(inputs, examples)),
    )


def draw_two_layers(random):
    """A network of two inputs, one to three hidden neurons and one or two outputs, on one to four examples."""
    hidden, outputs, examples = random.integers(1, 4), random.integers(1, 3), random.integers(1, 5)
    shapes = (hidden, 2), (hidden, 1), (outputs, hidden), (outputs, 1), (2, examples)
    return tuple(random.normal(size=shape) for shape in shapes)


BETS = (
    Bet(
        "times ten",
        "The neuron (1, 1, -1.5) answers 0.5 on the line x₂ = 1.5 - x₁. All three knobs are multiplied by ten. What becomes of the line?",
        ("it moves ten times as far out", "it stays, and the step across it gets steeper", "it turns"),
        {"task": "both", "w1": 10.0, "w2": 10.0, "b": -15.0},
        "Where z was 0 it is 10 · 0, still 0, so the line stays. Elsewhere z is ten times as far from 0, and the answer nearer to 0 or 1.",
    ),
    Bet(
        "lowest",
        "With (-10, -10, 15) three of the four corners are right, at a cost of 0.1250. You may turn the three knobs as long as you like. How low can the cost get?",
        ("to 0, with patience", "to 0.125, as with all knobs at 0", "to about 0.03, with three corners right"),
        {"task": "exactly", "w1": 0.0, "w2": 0.0, "b": 0.0},
        "All knobs at 0 cost 0.125, and no others cost less. Three corners right and the fourth entirely wrong cost 1/2 over 4, the same.",
    ),
    Bet(
        "ramp",
        "The hidden neurons get a straight ramp, h = 0.5 + z / (2k), in place of the squash. All weights stay. What does the network answer at the four corners?",
        ("XOR as before", "XOR, less sharply", "0.5 four times"),
        {"way": 1.0, "hidden": "ramp"},
        "What is straight stays straight: the two points that should say 0 lie exactly half-way between the two that should say 1, and no line parts them.",
    ),
    Bet(
        "two",
        "One hidden neuron gets 27 of the 40 points right: it has one line. After 2,000 steps from the same start number, how many do two hidden neurons get right?",
        ("all 40", "about 34", "about 27, as one does"),
        {"hidden": "2", "steps": 2000, "start": 1},
        "Two lines make a wedge. A wedge never closes: in some direction neither of the two objects.",
    ),
    Bet(
        "eight",
        "Three neurons get all 40 right, with a border of three corners. What will the border of eight look like after 2,000 steps?",
        ("rounder than that of three", "three-cornered again", "winding between all the points"),
        {"hidden": "8", "steps": 2000, "start": 1},
        "The cost asks for 40 points, not for a circle. After 50 steps it was round; the steps after that made the answers surer, not the border rounder.",
    ),
)

EXERCISES = (
    Exercise(
        "x2_on_line",
        1.0,
        "z = 2 · 0.25 + 1.0 - 1.5 = 0, and σ(0) = 0.5: the place lies on the line.",
        "9.1",
        (
            Slip(
                2.0,
                "You added 2 · 0.25 to 1.5. It is already there, so x₂ must bring less than 1.5. How much is missing?",
            ),
            Slip(
                -2.0,
                "b has changed sides: your z is 0.5 + x₂ + 1.5. It should be 0.5 + x₂ - 1.5. Which x₂ makes that 0?",
            ),
            Slip(0.5, "0.5 is what x₁ brings, 2 · 0.25. Together x₁ and x₂ must bring 1.5. How much is left for x₂?"),
            Slip(1.25, "That is right for w₁ = 1. Here w₁ = 2, so x₁ brings 2 · 0.25. What is left of 1.5?"),
            Slip(-1.0, "That is z while x₂ is 0. Which x₂ brings it to 0?", almost=True),
            Slip(1.5, "x₂ = 1.5 makes up for b alone, and z is then 0.5. x₁ brings 0.5 already: what is left for x₂?"),
            Slip(
                (0.25, 1.0),
                "That is the place, with both of its inputs. Asked is x₂ alone.",
                almost=True,
                also=([0.25, 1.0],),
            ),
            Slip(0.0, "0 is what z should be. With x₂ = 0 it is 0.5 - 1.5 = -1. Which x₂ makes it 0?"),
            Slip(0.75, "You divided 1.5 by 2. Put 0.25 in for x₁ first: z = 0.5 + x₂ - 1.5. Which x₂ makes that 0?"),
            Slip(
                1.75,
                "At x₂ = 1.75 the answer is σ(0.75) = 0.68. You took 1.5 + 0.25: what does x₁ bring, with its weight?",
            ),
            Slip(0.25, "That is x₁, which is given. How much must x₂ bring, so that z is 0?"),
            Slip(-1.5, "That is b. x₁ and x₂ together must make up for it: x₁ brings 0.5. How much is left for x₂?"),
            Slip(
                sigmoid(0.5),
                "That is an answer of a neuron, between 0 and 1. Asked is the input x₂ for which the answer is 0.5.",
                also=(sigmoid(1.0), sigmoid(-0.5), sigmoid(-1.0), sigmoid(-1.5)),
            ),
            Slip(-1.25, "z with x₁ = 0.25 and no weight: 0.25 - 1.5. Put in w₁ = 2, and ask which x₂ makes z = 0."),
            Slip(3.0, "At x₂ = 3 z is 0.5 + 3 - 1.5 = 2. The line has z = 0: which x₂ brings it there?"),
            Slip(
                -0.5,
                "At x₂ = -0.5 z is 0.5 - 0.5 - 1.5 = -1.5. x₂ must make up for b, not add to it: which sign has it?",
            ),
        ),
        question="Put it in: is 2 · 0.25 + x₂ - 1.5 equal to 0?",
        forms=("1", "1.5 - 2 * 0.25", "(1.5 - 2 * 0.25) / 1", "-(2 * 0.25 - 1.5)", "np.float64(1)"),
    ),
    Exercise(
        "first_only",
        (10.0, -10.0, -5.0),
        "It answers 1 where the first switch is up and the second is down, and nowhere else: its line cuts off one corner.",
        "9.3",
        (
            Slip(
                (10.0, 10.0, -5.0),
                "It says 1 at three corners, at (0, 1) and (1, 1) as well: x₂ speaks for it. It should speak against. Which sign has its weight?",
                like=says(0, 1, 1, 1),
            ),
            Slip(
                (10.0, 0.0, -5.0),
                "It copies x₁, so (1, 1) says 1 as (1, 0) does. What weight lets x₂ speak against?",
                like=says(0, 0, 1, 1),
            ),
            Slip(
                (10.0, -10.0, 5.0),
                "It says 1 to (0, 0) and to (1, 1) as well. At (0, 0) z is b alone: which sign should b have?",
                like=says(1, 0, 1, 1),
            ),
            Slip(
                (-10.0, 10.0, -5.0),
                "Right for the other corner: it says 1 at (0, 1) alone. Which input should speak for it, and which against?",
                like=says(0, 1, 0, 0),
            ),
            Slip(
                (1.0, -1.0, -0.5),
                "Right on every side: (1, 0) is above 0.5 and the rest below. But not above 0.9 and below 0.1. How does the step get steeper?",
                almost=True,
                like=says(0, 0, 1, 0),
            ),
            Slip(
                (-10.0, 10.0, 5.0),
                "Every answer is on the wrong side: it says 0 at (1, 0) and 1 elsewhere. What if all three signs were turned?",
                like=says(1, 1, 0, 1),
            ),
            Slip(
                (10.0, 10.0, -15.0),
                "It says 1 at (1, 1) alone: that is both. Here the second switch should be down. Which sign has its weight?",
                like=says(0, 0, 0, 1),
            ),
            Slip(
                (10.0, -10.0, 0.0),
                "At (0, 0) and (1, 1) it answers 0.5: its line runs through both corners. Which b moves the line towards (1, 0)?",
                almost=True,
                like=lambda values: np.allclose(at_corners(values[0])[[0, 3]], 0.5) and at_corners(values[0])[2] > 0.5,
            ),
            Slip(
                (10.0, -10.0, -10.0),
                "At (1, 0) it answers 0.5: z is w₁ + b, and the two cancel. Let b be smaller than w₁, and not by all of it.",
                almost=True,
                like=lambda values: (
                    np.isclose(at_corners(values[0])[2], 0.5) and max(at_corners(values[0])[[0, 1, 3]]) < 0.5
                ),
            ),
            Slip(
                (0.0, 0.0, -5.0),
                "It is below 0.5 at all four corners, at (1, 0) too. There z is w₁ + b: it should be well above 0.",
                like=says(0, 0, 0, 0),
            ),
            Slip(
                (0.0, 0.0, 5.0),
                "It is above 0.5 at all four corners. At (0, 0) z is b alone: which sign should b have?",
                like=says(1, 1, 1, 1),
            ),
            Slip(
                (-10.0, -10.0, 5.0),
                "It says 1 at (0, 0) alone: neither. Here the first switch should be up. Which sign has its weight, and which has b?",
                like=says(1, 0, 0, 0),
            ),
            Slip(
                (0.0, 0.0, 0.0),
                "All knobs at 0 answer 0.5 at every corner. Which input should speak for a 1, and which against?",
            ),
            Slip(
                (1.0, 0.0, 0.0),
                "At (0, 0) it answers 0.5, since b is 0. Which b brings it down there, and leaves (1, 0) above 0.9?",
                like=lambda values: np.isclose(at_corners(values[0])[0], 0.5) and at_corners(values[0])[2] > 0.5,
            ),
            Slip(
                (10.0, -5.0, -5.0),
                "At (1, 1) it answers 0.5: x₂ speaks against, not loudly enough. How large must w₂ be, so that w₁ + w₂ + b is well below 0?",
                almost=True,
                like=lambda values: np.isclose(at_corners(values[0])[3], 0.5) and at_corners(values[0])[2] > 0.5,
            ),
            Slip(
                (10.0, 5.0, -5.0),
                "At (0, 1) it answers 0.5: w₂ and b cancel. Should x₂ speak for a 1 here?",
                like=lambda values: np.isclose(at_corners(values[0])[1], 0.5),
            ),
            Slip(
                (-10.0, -10.0, 15.0),
                "It says 0 at (1, 1) alone, and 1 at the other three. At (0, 0) z is b: which sign should it have?",
                like=says(1, 1, 1, 0),
            ),
            Slip(
                (0.0, 10.0, -5.0),
                "It copies x₂. Asked is the first switch up and the second down: which of the two should speak for it?",
                like=says(0, 1, 0, 1),
            ),
        ),
        accepts=says(0, 0, 1, 0, clearly=True),
        question="At (0, 0) z is b, at (0, 1) it is w₂ + b, at (1, 0) it is w₁ + b, at (1, 1) it is w₁ + w₂ + b. Which of the four should be above 0?",
        forms=("(10, -10, -5)", "[8, -9, -4]", "np.array([20.0, -20.0, -10.0])", "(6, -6, -3)", "(5, -8, -2.5)"),
    ),
    Exercise(
        "second_row",
        -1.0,
        "4 · 0.25 - 2 · 1 = 1 - 2 = -1: the second neuron reads the second row.",
        "9.4",
        (
            Slip(
                -1.5,
                "You went down the second column, 2 · 0.25 - 2 · 1. A neuron reads its row: which two numbers stand in row 2?",
                misconception="M33",
            ),
            Slip(3.0, "The weight is -2, and you added 2 · 1. What is 4 · 0.25 - 2 · 1?"),
            Slip(1.0, "That is 4 · 0.25. The second product is missing: -2 times which input?", almost=True),
            Slip(
                2.5,
                "You added the two weights first: (4 - 2) · 1.25. Each weight goes with its own input. What comes out then?",
            ),
            Slip(2.25, "2.25 is row 1, worked above. What comes out with the weights of row 2?"),
            Slip(-2.0, "That is -2 · 1. The first product is missing: 4 times which input?", almost=True),
            Slip(
                (2.25, -1.0),
                "Both rows, and both are right. Asked is the second one alone.",
                almost=True,
                also=([2.25, -1.0], [[2.25], [-1.0]]),
            ),
            Slip(
                (1.0, -2.0),
                "Those are the two products. A row gives one number: add them up.",
                almost=True,
                also=([1.0, -2.0],),
                misconception="M33",
            ),
            Slip(3.5, "4 · 1 - 2 · 0.25: each weight went with the other input. Which input comes first?", almost=True),
            Slip(2.0, "You added the two weights, 4 - 2. Each is multiplied by its own input first."),
            Slip(
                sigmoid(-1.0),
                "That is the answer, σ(-1). Asked is the sum before the squash, as row 1 has 2.25.",
                almost=True,
            ),
            Slip(
                -4.0,
                "You added the bias, -3, as well. Asked is W times x alone: what stands before the bias?",
                almost=True,
            ),
            Slip(
                4.25,
                "You went down the first column, 1 · 0.25 + 4 · 1. Which two numbers stand in row 2?",
                misconception="M33",
            ),
            Slip(1.25, "You added the inputs. Each is multiplied by its weight first: 4 · 0.25, and what else?"),
            Slip(0.5, "(4 - 2) · 0.25: both weights met the first input. Which input belongs to -2?"),
            Slip(-8.0, "4 · (-2): you multiplied the weights with each other. Each goes with its input: which?"),
            Slip((4.0, -2.0), "That is the row itself. What does it give with x = (0.25, 1)?", also=([4.0, -2.0],)),
            Slip(
                [[0.25, 2.0], [1.0, -2.0]],
                "Those are all four products, place by place. Along row 2 they are added up: what is the sum?",
                misconception="M33",
            ),
            Slip(
                4.0,
                "4 is the first weight. It is multiplied by 0.25, and then the second product is added. What is that?",
            ),
        ),
        question="Row 2 is (4, -2), x is (0.25, 1). Multiply place by place, then add: what comes out?",
        forms=(
            "4 * 0.25 - 2 * 1",
            "-1",
            "sum(w * v for w, v in zip((4, -2), (0.25, 1)))",
            "np.dot([4, -2], [0.25, 1])",
        ),
    ),
    Exercise(
        "layer",
        layer,
        "A row for each neuron, a column for each example: one line, whatever the sizes. Lesson 11 uses it three times.",
        "9.4",
        (
            Slip(
                lambda W, b, x: sigmoid(W * x + b),
                "W * x goes place by place, and adds nothing up. A neuron's products along its row must be added: which sign does that?",
                misconception="M33",
            ),
            Slip(
                lambda W, b, x: sigmoid(x @ W + b),
                "x @ W lets every row of x go down the columns of W. The neurons are the rows of W: which of the two stands first?",
                misconception="M33",
            ),
            Slip(
                lambda W, b, x: sigmoid(W.T @ x + b),
                "W.T takes the columns of W for neurons. A neuron is a row: what if W stays as it is?",
                misconception="M33",
            ),
            Slip(
                lambda W, b, x: W @ x + b,
                "Those are the z, -2 and up. The outputs of neurons lie between 0 and 1: what is still to come?",
                almost=True,
                misconception="M31",
            ),
            Slip(
                lambda W, b, x: sigmoid(W @ x) + b,
                "Your outputs leave 0 to 1, since b is added behind the squash. What comes last?",
            ),
            Slip(
                lambda W, b, x: sigmoid(W @ x),
                "The biases are missing. Each neuron adds its own before it squashes: where does b go?",
                almost=True,
            ),
            Slip(
                lambda W, b, x: sigmoid(W @ x - b),
                "b is taken away. Each neuron adds its bias: which sign stands before b?",
                almost=True,
            ),
            Slip(
                lambda W, b, x: sigmoid(-(W @ x + b)),
                "Every output is 1 minus what it should be, as if all weights and biases had the other sign.",
                almost=True,
                also=(lambda W, b, x: 1 - sigmoid(W @ x + b), lambda W, b, x: 1 / (1 + np.exp(W @ x + b))),
            ),
            Slip(
                lambda W, b, x: sigmoid(W @ x + b).T,
                "Right numbers, laid on their side: here each example is a row. It should be a column, as in x.",
                almost=True,
            ),
            Slip(
                lambda W, b, x: sigmoid(W) @ x + b,
                "You squash the weights. What is squashed is the sum, W @ x + b.",
            ),
            Slip(
                lambda W, b, x: sigmoid(W @ (x + b)),
                "b is added to the inputs here. It belongs to the neurons: add it to W @ x.",
            ),
            Slip(
                lambda W, b, x: sigmoid(W @ x + b.sum()),
                "Every neuron gets the sum of all biases. Each has one of its own: b is a column, and + gives each row its own.",
                almost=True,
            ),
            Slip(
                lambda W, b, x: W @ x,
                "That is the table times the examples. Two things are still to come: the biases, and the squash.",
                misconception="M31",
            ),
            Slip(
                lambda W, b, x: sigmoid(W @ x.T + b),
                "x has its examples in columns already. x.T lays them down, and each neuron reads a mixture of examples.",
                also=(lambda W, b, x: sigmoid(W.T @ x.T + b), lambda W, b, x: W @ x.T + b),
                misconception="M33",
            ),
            Slip(
                lambda W, b, x: sigmoid(W @ x + b.T),
                "b.T lays the biases along the examples. b is a column as it is: each row of W @ x gets its own.",
                almost=True,
            ),
            Slip(
                lambda W, b, x: np.round(sigmoid(W @ x + b)),
                "Rounded to 0 and 1. The next layer needs the outputs as they are, such as 0.5622.",
                almost=True,
                also=(lambda W, b, x: sigmoid(W @ x + b) > 0.5, lambda W, b, x: (sigmoid(W @ x + b) > 0.5) * 1.0),
            ),
            Slip(
                lambda W, b, x: sigmoid(W @ sigmoid(x) + b),
                "The inputs are squashed as well. They come as they are; the squash is for the sums.",
                almost=True,
            ),
            Slip(
                lambda W, b, x: sigmoid(W @ x * b),
                "The biases are multiplied. A neuron adds its bias: which sign stands before b?",
                almost=True,
            ),
            Slip(
                lambda W, b, x: sigmoid(np.sum(W @ x + b)),
                "All of it was added up to one number, or one row. Each neuron has an output of its own for each example: what if nothing is summed after W @ x?",
                also=(
                    lambda W, b, x: sigmoid((W @ x + b).sum(axis=0)),
                    lambda W, b, x: sigmoid(W @ x + b).sum(axis=0),
                    lambda W, b, x: np.mean(sigmoid(W @ x + b)),
                    lambda W, b, x: np.sum(sigmoid(W @ x + b)),
                    lambda W, b, x: sigmoid(W @ x + b).mean(axis=0),
                ),
            ),
            Slip(
                lambda W, b, x: sigmoid(W @ x + b)[0],
                "That is the first neuron alone. The whole table is asked: leave out the [0].",
                almost=True,
            ),
            Slip(
                lambda W, b, x: 1 / 1 + np.exp(-(W @ x + b)),
                "Python divides before it adds: put 1 + np.exp(...) in brackets, or take sigmoid, which is there.",
                almost=True,
            ),
            Slip(
                lambda W, b, x: np.tanh(W @ x + b),
                "Another squash: -1 to 1, or no bend above 0. In this course it is sigmoid.",
                almost=True,
                also=(lambda W, b, x: np.maximum(0, W @ x + b),),
            ),
            Slip(
                lambda W, b, x: sigmoid(W @ x + b[0]),
                "Every neuron gets the bias of the first. b is a column, and + b gives each row its own.",
                almost=True,
            ),
            Slip(
                lambda W, b, x: sigmoid(sigmoid(W @ x + b)),
                "Squashed twice: 0.5 became 0.6225. Once is enough.",
                almost=True,
            ),
            Slip(
                lambda W, b, x: sigmoid(W * x) + b,
                "W * x goes place by place, and b stands behind the squash. A row's products are added up, then b, then the squash.",
                also=(lambda W, b, x: W * x + b, lambda W, b, x: W * x),
                misconception="M33",
            ),
            Slip(
                lambda W, b, x: x @ W + b,
                "x @ W takes columns for neurons, and the squash is missing. Which of the two stands first, and what comes last?",
                also=(lambda W, b, x: x.T @ W + b, lambda W, b, x: x @ W),
                misconception="M31",
            ),
            Slip(
                lambda W, b, x: sigmoid(x.T @ W + b),
                "In x.T @ W the examples go down the columns of W. The neurons are its rows: what if W stands first, and x stays as it is?",
                misconception="M33",
            ),
        ),
        cases=(
            (PAPER_W, PAPER_B, np.array([[1.0, 0.25], [0.5, 1.0]])),
            (PAPER_W, PAPER_B, CORNERS.T),
            (
                np.array([[1.0, -1.0, 0.5], [2.0, 0.0, -1.0]]),
                np.array([[0.5], [-1.0]]),
                np.array([[1.0, 0.0], [0.5, 1.0], [2.0, -1.0]]),
            ),
            (np.array([[0.5], [-2.0], [1.0]]), np.array([[0.1], [0.2], [-0.3]]), np.array([[1.0, -2.0]])),
        ),
        case_texts=(
            "two neurons and the examples (1, 0.5) and (0.25, 1)",
            "two neurons and the four corners",
            "two neurons with three inputs, two examples",
            "three neurons with one input, two examples",
        ),
        forms=(
            "lambda W, b, x: 1 / (1 + np.exp(-(W @ x + b)))",
            "lambda W, b, x: sigmoid(np.dot(W, x) + b)",
            "lambda W, b, x: sigmoid(b + np.matmul(W, x))",
            "lambda W, b, x: sigmoid((x.T @ W.T).T + b)",
            "lambda W, b, x: sigmoid(np.column_stack([W, b]) @ np.vstack([x, np.ones(x.shape[1])]))",
            "lambda W, b, x: np.array([sigmoid(row @ x + one) for row, one in zip(W, b)])",
            "lambda W, b, x: sigmoid(np.einsum('ij,jk->ik', W, x) + b)",
        ),
        inputs=draw_layer,
    ),
    Exercise(
        "answers",
        answers,
        "The folding network gives 0.0076, 0.9928, 0.9928, 0.0076 at the corners: XOR, by nine knobs set by hand.",
        "9.4",
        (
            Slip(
                lambda W, b, V, c, x: layer(V, c, x),
                "The folding network's corners give 0.007, 0.993, 0.993, 1.000: that is at least one. x went straight into the output's table; what should go in?",
                misconception="M30",
            ),
            Slip(
                lambda W, b, V, c, x: layer(V, c, W @ x + b),
                "The folding network gives 0 at all four corners: the output was given the hidden z. What do the hidden neurons do with them first?",
                misconception="M31",
            ),
            Slip(
                lambda W, b, V, c, x: layer(V, c, sigmoid(W @ x)),
                "The folding network gives 0.9933 at all four corners: the hidden biases b are left out. Where do they go?",
            ),
            Slip(
                lambda W, b, V, c, x: V @ layer(W, b, x) + c,
                "The folding network's corners give -4.87 and 4.93: those are the output's z. What is still to come?",
                almost=True,
                misconception="M31",
            ),
            Slip(
                lambda W, b, V, c, x: layer(W, b, x),
                "Those are h₁ and h₂, two rows. One layer more: what goes into the output's table V?",
                almost=True,
                misconception="M30",
            ),
            Slip(
                lambda W, b, V, c, x: sigmoid(V @ layer(W, b, x)),
                "In the folding network all four corners are above 0.5: the output's bias c is missing. What is c for?",
                almost=True,
            ),
            Slip(
                lambda W, b, V, c, x: layer(W, b, layer(W, b, x)),
                "The hidden table was used twice, so two rows come out. The second time it is V and c.",
                almost=True,
            ),
            Slip(
                lambda W, b, V, c, x: answers(W, b, V, c, x)[0],
                "Right numbers. Leave the table as it is, a row for each output, a column for each example: do not take a row out.",
                almost=True,
                also=(
                    lambda W, b, V, c, x: answers(W, b, V, c, x).ravel(),
                    lambda W, b, V, c, x: answers(W, b, V, c, x).squeeze(),
                ),
            ),
            Slip(
                lambda W, b, V, c, x: np.round(answers(W, b, V, c, x)),
                "Rounded to 0 and 1. Asked is what the network answers, such as 0.9928 in the folding network.",
                almost=True,
                also=(
                    lambda W, b, V, c, x: answers(W, b, V, c, x) > 0.5,
                    lambda W, b, V, c, x: (answers(W, b, V, c, x) > 0.5) * 1.0,
                ),
            ),
            Slip(
                lambda W, b, V, c, x: answers(W, b, V, c, x).T,
                "Right numbers, laid on their side. Each example should stay a column.",
                almost=True,
            ),
            Slip(
                lambda W, b, V, c, x: answers(W, b, V, c, CORNERS.T),
                "You answer the four corners whatever comes in. Use x.",
                almost=True,
            ),
            Slip(
                lambda W, b, V, c, x: answers(*FOLD, x),
                "Right for the folding network, and for no other: its tens and fives stand in your lines. Make the answers out of W, b, V and c.",
                almost=True,
                also=(lambda W, b, V, c, x: answers(*FOLD, x)[0],),
            ),
            Slip(
                lambda W, b, V, c, x: [[0, 1, 1, 0]],
                "Those are numbers typed in, the same whatever comes in. Let the network answer: h first, then the output, made out of x.",
                also=(lambda W, b, V, c, x: [[0.0076, 0.9928, 0.9928, 0.0076]],),
            ),
            Slip(
                lambda W, b, V, c, x: V @ layer(W, b, x),
                "The folding network's corners give 0.13 and 9.93. From here two things are missing: the output's bias c, and its squash.",
                misconception="M31",
            ),
            Slip(
                lambda W, b, V, c, x: W @ x + b,
                "Those are the hidden z, two rows. They are squashed first, and then one layer more is to come.",
                misconception="M31",
            ),
            Slip(
                lambda W, b, V, c, x: layer(V, c, W @ x),
                "The folding network gives 0.0067 at all four corners: the hidden neurons have neither bias nor squash. Is their table used as a layer?",
                misconception="M31",
            ),
            Slip(
                lambda W, b, V, c, x: V @ (W @ x + b) + c,
                "The folding network gives -105 at all four corners: nothing was squashed, neither the hidden sums nor the output's.",
                misconception="M31",
            ),
            Slip(
                lambda W, b, V, c, x: layer(V, c, np.round(layer(W, b, x))),
                "The folding network's corners give 0.0067 and 0.9933: the hidden outputs were rounded. Hand them on as they are.",
                almost=True,
            ),
            Slip(
                lambda W, b, V, c, x: layer(V, -c, layer(W, b, x)),
                "In the folding network all four corners are above 0.99: c was taken away, or with the other sign. A neuron adds its bias.",
                almost=True,
            ),
            Slip(
                lambda W, b, V, c, x: layer(V, c, layer(W, -b, x)),
                "In the folding network all four corners are above 0.99: b was taken away, or with the other sign. A neuron adds its bias.",
                almost=True,
            ),
            Slip(
                lambda W, b, V, c, x: 1 - answers(W, b, V, c, x),
                "Every answer is 1 minus what it should be: the folding network's corners give 0.9924 where the lamp is dark.",
                almost=True,
            ),
            Slip(
                lambda W, b, V, c, x: layer(V, b, layer(W, b, x)),
                "In the folding network two rows come out, and both are right: the output got the column b, which has two biases. Its own is called c.",
                almost=True,
                also=(lambda W, b, V, c, x: layer(V, b, layer(W, c, x)),),
            ),
            Slip(
                lambda W, b, V, c, x: sigmoid(answers(W, b, V, c, x)),
                "Squashed once too often: the folding network's corners give 0.50 and 0.73. `layer` has a squash in it.",
                almost=True,
            ),
            Slip(
                lambda W, b, V, c, x: answers(W, b, V, c, x)[0, 0],
                "That is one number. Asked is an answer for each example: the whole row.",
                almost=True,
                also=(
                    lambda W, b, V, c, x: np.mean(answers(W, b, V, c, x)),
                    lambda W, b, V, c, x: np.sum(answers(W, b, V, c, x)),
                ),
            ),
            Slip(
                lambda W, b, V, c, x: layer(W, b, x)[0],
                "That is h₁ alone. The output looks at both: what goes into its table V?",
                also=(lambda W, b, V, c, x: layer(W, b, x)[1], lambda W, b, V, c, x: layer(W, b, x)[:1]),
            ),
        ),
        cases=(
            (*FOLD, np.array([[1.0], [0.0]])),
            (*FOLD, CORNERS.T),
            (*FOLD, np.array([[0.75, 0.5], [0.25, 0.1]])),
            (*THREE_AND_TWO, CORNERS.T),
        ),
        case_texts=(
            "the network that folds the plane, at (1, 0)",
            "the network that folds the plane, at the four corners",
            "the network that folds the plane, at (0.75, 0.25) and (0.5, 0.1)",
            "a network with three hidden neurons and two outputs, at the four corners",
        ),
        forms=(
            "lambda W, b, V, c, x: sigmoid(V @ sigmoid(W @ x + b) + c)",
            "lambda W, b, V, c, x: 1 / (1 + np.exp(-(V @ sigmoid(W @ x + b) + c)))",
            "lambda W, b, V, c, x: 1 / (1 + np.exp(-(np.dot(V, 1 / (1 + np.exp(-(np.dot(W, x) + b)))) + c)))",
            "lambda W, b, V, c, x: sigmoid(c + V.dot(sigmoid(b + W.dot(x))))",
        ),
        inputs=draw_two_layers,
    ),
)

QUIZ = (
    Question(
        "half",
        "Where does one neuron with two inputs answer 0.5, if its weights are not both 0?",
        (
            Option(
                "On a straight line.",
                "the answer is 0.5 where z = w₁x₁ + w₂x₂ + b is 0, and that is a line. On both sides it goes on to 0 and to 1.",
            ),
            Option(
                "On a curve, as the sigmoid is one.",
                "the sigmoid bends the answer along the way across the line. The line itself, z = 0, is straight.",
                "M28",
            ),
            Option(
                "Nowhere: the answer changes gradually.",
                "it does, and on its way from 0 to 1 it must come by 0.5. The places where it does make a line.",
                "M28",
            ),
        ),
        "9.1",
    ),
    Question(
        "xor fails",
        "One neuron fails at XOR from 40 starts. What helps?",
        (
            Option(
                "At least eight hidden neurons, and the more the better.",
                "eight can do it as well. Two are enough, and on the ring eight gave the same three corners as three.",
                "M32",
            ),
            Option(
                "Two hidden neurons.",
                "they bring two opposite corners to one point, and then one line parts what is left.",
            ),
            Option(
                "More steps, or another learning rate.",
                "training finds what is there. No three knobs do XOR, so none are found, in 10,000 steps or in more.",
                "M29",
            ),
        ),
        "9.2",
    ),
    Question(
        "hidden",
        "What is hidden about a hidden neuron?",
        (
            Option(
                "Its number cannot be seen from outside.",
                "you printed h₁ at four corners. The word suggests it, and nothing in the network is secret.",
                "M30",
            ),
            Option(
                "It has a target that we do not know.",
                "it has none. The cost asks for the output alone, and any h that helps the output is good.",
                "M30",
            ),
            Option(
                "Nobody gives it a target.",
                "only the output has one. What the hidden neurons should say follows from what helps the output.",
            ),
        ),
        "9.3",
    ),
    Question(
        "without squash",
        "The two hidden neurons lose their squash and give a straight ramp. What does the network make of XOR?",
        (
            Option(
                "XOR, less sharply.",
                "with a squash of smaller weights it would. Without any, half-way stays half-way, and no line parts the points.",
                "M31",
            ),
            Option(
                "0.5 four times.",
                "straight after straight is straight: it is one neuron again, and the best that can do costs 0.125.",
            ),
            Option(
                "XOR, learnt sooner, since nothing saturates.",
                "nothing saturates, and nothing bends. It would learn soon what one neuron can, and that is not XOR.",
                "M31",
            ),
        ),
        "9.3",
    ),
    Question(
        "row by row",
        "W = [[1, 2], [4, -2]] and x = (1, 0.5). What is W @ x?",
        (
            Option("(2, 3).", "1 · 1 + 2 · 0.5 = 2 and 4 · 1 - 2 · 0.5 = 3: a row for each neuron."),
            Option(
                "[[1, 1], [4, -1]].",
                "those are the four products, place by place. Along each row they are added up.",
                "M33",
            ),
            Option(
                "(3, 1).",
                "1 · 1 + 4 · 0.5 = 3 goes down the first column. A neuron's weights stand in its row.",
                "M33",
            ),
        ),
        "9.4",
    ),
    Question(
        "too few",
        "Ten starts of a network end at costs between 0.048 and 0.061, ten of a larger one below 0.003. What is the matter with the first?",
        (
            Option(
                "Every one of the ten had bad luck with its start.",
                "bad luck shows in one or two starts. With three neurons nine ended below 0.005, and one at 0.051.",
                "M29",
            ),
            Option(
                "It needs more steps: a cost comes down, given time.",
                "two lines never close round the heap, in 2,000 steps or in more. The larger one had as many steps.",
                "M29",
            ),
            Option(
                "It has too few hidden neurons.",
                "all starts end at about the same high cost: there is nothing better to find.",
            ),
        ),
        "9.5",
    ),
)

SHEET = Sheet(
    "09",
    "hidden-neurons",
    BETS,
    EXERCISES,
    QUIZ,
    {"np": np, "sigmoid": sigmoid, "corners": CORNERS},
)
