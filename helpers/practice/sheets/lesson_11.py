"""Lesson 11, the network with 13,002 parameters; its quiz asks about all lessons."""

from dataclasses import replace

import numpy as np

from helpers.core import Network, gradient_descent, sigmoid
from helpers.practice.exercises import Exercise, Slip
from helpers.practice.quiz import Bet
from helpers.practice.random_inputs import numbers, outputs_and_targets
from helpers.practice.sheets import Sheet, load
from helpers.practice.sheets.final_quiz import QUIZ


def count_parameters(sizes):
    """Every neuron after the inputs has a weight for each neuron before it, and a bias."""
    return sum((before + 1) * after for before, after in zip(sizes, sizes[1:]))


def weights_alone(sizes):
    """The slip of forgetting the biases."""
    return sum(before * after for before, after in zip(sizes, sizes[1:]))


def one_hot(label):
    """Ten targets: 1 for the digit, 0 for the others."""
    return [1.0 if digit == label else 0.0 for digit in range(10)]


def cost(outputs, targets):
    """The mean over the pictures of half the sum of the squared errors."""
    return np.mean(0.5 * np.sum((outputs - targets) ** 2, axis=1))


def update(parameters, gradient, learning_rate):
    """One step of gradient descent, all parameters at once."""
    return parameters - learning_rate * gradient


def accuracy(outputs, targets):
    """The part of the rows whose largest output is where the target has its 1."""
    return np.mean(outputs.argmax(axis=1) == targets.argmax(axis=1))


def parameters(random):
    """Parameters, their gradient and a rate."""
    size = random.integers(1, 6)
    return random.normal(size=size), random.normal(size=size), random.uniform(0, 3)


def after_first_pair(sizes):
    """The slip of a return inside the loop."""
    return (sizes[0] + 1) * sizes[1]


def _pictures(*digits):
    """Return outputs and targets of three columns, as small as a case may be: each row says how sure it is of each."""
    outputs = np.array([[0.9, 0.2, 0.1], [0.3, 0.4, 0.35], [0.2, 0.6, 0.3], [0.1, 0.2, 0.15]])
    return outputs[: len(digits)], np.eye(3)[list(digits)]


BETS = (
    Bet(
        "corner",
        "Knob 1 is the weight from the pixel in the top left corner to the first hidden neuron. How steep is it?",
        ("as steep as most others", "exactly 0", "a little less steep than the others, but never 0"),
        {"knob": 1, "nudge": -0.5},
        "A weight is multiplied by its pixel, and nobody writes into the corner: 0 times anything is 0. It is x = 0 of lesson 07 again.",
    ),
    Bet(
        "equal",
        "All weights and biases start at 0.1, the learning rate is 3. After three epochs, how many test pictures are read right?",
        ("about 9 in 10, as from random weights", "about 5 in 10", "about 1 in 10, as by guessing"),
        {"start": "equal", "learning_rate": "3", "epochs": 3},
        "All 16 neurons of a layer get the same slopes and stay the same. A crowd of copies is one neuron.",
    ),
    Bet(
        "too large",
        "Random weights again, and the learning rate is 30, ten times as large. What does the cost do in eight epochs?",
        ("it explodes", "it goes down, and up again on the way", "it falls ten times as fast"),
        {"start": "scaled", "learning_rate": "30", "epochs": 8},
        "The first step throws all outputs near 0, where neurons are saturated. From there the cost goes down slowly, and up again on the way. It cannot explode as (w - 3)² did, since outputs stay between 0 and 1.",
    ),
    Bet(
        "too small",
        "The learning rate is 0.001. In five epochs, which are 2,000 steps, what happens?",
        (
            "nothing at all",
            "the cost falls, and hardly a picture more is read right",
            "it gets as far as with 3, in the same five epochs",
        ),
        {"start": "scaled", "learning_rate": "0.001", "epochs": 5},
        "It is on the right track, at a crawl: the cost falls steadily, and the network has not begun to tell the digits apart.",
    ),
)

EXERCISES = (
    Exercise(
        "one_hidden_layer",
        23_860,
        "23,550 in the hidden layer and 310 in the outputs. A layer fewer than ours, and more knobs: each of the 30 listens to 784 pixels.",
        "11.1",
        (
            Slip(23_820, "Those are the weights, 23,520 and 300. Each of the 40 neurons has a bias, too.", almost=True),
            Slip(
                23_822,
                "One bias for each layer? Each neuron has its own, the 30 and the 10.",
                almost=True,
            ),
            Slip(23_821, "One bias for the whole network? Each of the 30 and the 10 neurons has its own.", almost=True),
            Slip(23_850, "Nearly: the hidden biases are in, and each of the 10 outputs has one as well.", almost=True),
            Slip(
                23_830,
                "Nearly: the outputs' biases are in. Each of the 30 hidden neurons has one as well.",
                almost=True,
            ),
            Slip(
                24_644,
                "You gave the 784 inputs a bias, too. A pixel computes nothing: only the 30 and the 10 have one.",
                almost=True,
            ),
            Slip(
                24_634,
                "Your biases belong to the layers before, 784 and 30. The neurons that have one are the 30 and the 10.",
            ),
            Slip(23_550, "That is the hidden layer alone, 784 · 30 + 30. Which row is still to come?", almost=True),
            Slip(310, "That is the row of the outputs alone, 30 · 10 + 10. Which row comes before it?", almost=True),
            Slip(
                23_520, "Those are the weights from the pixels. Outputs have weights, too, and all 40 neurons a bias."
            ),
            Slip(
                824,
                "You added the sizes. Each neuron is connected to all of the layer before, so multiply neighbours.",
                also=(40, 864),
            ),
            Slip(
                235_200,
                "You multiplied all three. Only neighbours are connected: 784 with 30, and 30 with 10. Then add up.",
                also=(235_240,),
            ),
            Slip(
                7_850,
                "That is 784-10, without a hidden layer. The pixels reach the outputs by way of the 30 in between.",
                also=(7_840,),
            ),
            Slip(
                31_700,
                "You let the pixels reach the outputs as well. They reach the 30, and only these reach the outputs.",
                also=(31_660, 31_710),
            ),
            Slip(13_002, "That is our own network, 784-16-16-10. Which numbers take the place of its 16 and 16?"),
            Slip(
                24_790,
                "That is 784-30-30-10. Here one hidden layer stands in place of two: two rows, not three.",
                almost=True,
            ),
            Slip(23_900, "You counted the 40 biases twice. Each neuron has one.", almost=True),
            Slip(47_720, "Twice too much: each weight joins one neuron to one, and is counted once.", almost=True),
            Slip([23_550, 310], "Both rows are right. Asked is all of it together: add them.", almost=True),
        ),
        question="Each of the 30 listens to 784 pixels, each of the 10 to those 30, and every neuron has a bias. How many numbers are that?",
        exact="knobs are counted in whole numbers",
        forms=(
            "784 * 30 + 30 + 30 * 10 + 10",
            "785 * 30 + 31 * 10",
            "23820 + 40",
            "23_550 + 310",
            "sum([784 * 30, 30, 30 * 10, 10])",
            "Network((784, 30, 10)).parameters.size",
            "23860.0",
        ),
    ),
    Exercise(
        "count_parameters",
        count_parameters,
        "13,002 for 784-16-16-10, and 1 + 1 for the network of lesson 08. The inputs have no bias: they compute nothing.",
        "11.1",
        (
            Slip(
                weights_alone, "You get 12,960 for 784-16-16-10: the weights. Add a bias for each neuron.", almost=True
            ),
            Slip(
                lambda sizes: weights_alone(sizes) + sum(sizes),
                "You gave the inputs a bias, too: 13,786 in place of 13,002. A pixel computes nothing; sum(sizes[1:]) leaves them out.",
                almost=True,
            ),
            Slip(
                lambda sizes: weights_alone(sizes) + len(sizes) - 1,
                "You counted one bias for each layer. Each neuron has its own: 16 + 16 + 10 = 42.",
                almost=True,
            ),
            Slip(
                lambda sizes: weights_alone(sizes) + sum(sizes[:-1]),
                "Your biases belong to the layer before: 784 + 16 + 16. The neurons that have one are 16 + 16 + 10.",
            ),
            Slip(
                after_first_pair,
                "That is the first layer of weights. Does the return stand inside the loop? Go on through all pairs of neighbours: zip(sizes, sizes[1:]).",
            ),
            Slip(
                lambda sizes: sum(sizes),
                "You added the neurons: 826. Every neuron is connected to all of the layer before, so multiply neighbours.",
            ),
            Slip(
                lambda sizes: sum(before + after for before, after in zip(sizes, sizes[1:])),
                "You add neighbours. Every neuron is connected to all of the layer before, so multiply them, and add the biases.",
            ),
            Slip(
                lambda sizes: (sizes[-2] + 1) * sizes[-1],
                "That is the last layer alone: each round puts another value there. Add to it, total += ...",
                almost=True,
            ),
            Slip(
                lambda sizes: [(before + 1) * after for before, after in zip(sizes, sizes[1:])],
                "You return one number for each layer. Asked is all of them together: sum.",
                almost=True,
            ),
            Slip(lambda sizes: 13_002, "Right for 784-16-16-10, and for no other network. Make it out of sizes."),
            Slip(
                lambda sizes: int(np.prod(sizes)),
                "You multiplied all sizes. Only neighbours are connected: multiply each two, and add up.",
            ),
            Slip(
                lambda sizes: weights_alone(sizes) + 42,
                "Right for 784-16-16-10, whose 42 neurons have a bias. For another network it is another number: add up the neurons after the inputs.",
                almost=True,
            ),
            Slip(
                lambda sizes: sum(before * after + before + after for before, after in zip(sizes, sizes[1:])),
                "You count a bias for the neurons before as well. Each pair brings before · after weights, and a bias for each neuron after.",
                almost=True,
            ),
            Slip(
                lambda sizes: len(sizes),
                "You return how many layers there are. Asked are weights and biases, all of them.",
            ),
        ),
        cases=(((784, 16, 16, 10),), ((1, 1),), ((2, 2, 1),), ((784, 10),), ((3, 5, 4),)),
        forms=(
            "lambda s: sum((a + 1) * b for a, b in zip(s, s[1:]))",
            "lambda s: int(np.dot(s[:-1], s[1:])) + sum(s[1:])",
            "lambda s: sum(s[i] * s[i + 1] + s[i + 1] for i in range(len(s) - 1))",
            "lambda s: Network(s).parameters.size",
        ),
        inputs=lambda random: (tuple(random.integers(1, 30, random.integers(2, 6)).tolist()),),
    ),
    Exercise(
        "one_hot",
        one_hot,
        "A 3 becomes ten targets: 1 for the fourth output, whose digit is 3, and 0 for the other nine.",
        "11.4",
        (
            Slip(
                lambda label: [1.0 if digit + 1 == label else 0.0 for digit in range(10)],
                "The 1 stands one place too early: counting begins at 0, so the digit 3 has number 3.",
                almost=True,
            ),
            Slip(
                lambda label: [1.0 if digit == label + 1 else 0.0 for digit in range(10)],
                "The 1 stands one place too late: the digit 0 has place 0.",
                almost=True,
            ),
            Slip(
                lambda label: [0.0 if digit == label else 1.0 for digit in range(10)],
                "It is turned round: one output should be 1 and nine should be 0.",
                almost=True,
            ),
            Slip(
                lambda label: [float(label) if digit == label else 0.0 for digit in range(10)],
                "You put the label itself in its place. An output says yes or no, so the target is 1: no output can reach 7.",
            ),
            Slip(lambda label: label, "You return the label. The network has ten outputs, so it wants ten targets."),
            Slip(
                lambda label: [1.0 if digit == label else 0.0 for digit in range(9)],
                "Nine targets for ten digits: range(9) ends at 8.",
                almost=True,
            ),
            Slip(lambda label: [0] * 10, "All ten are 0. One of them, the one with the label's number, should be 1."),
            Slip(lambda label: [1] * 10, "All ten are 1. Only the one with the label's number should be."),
            Slip(
                lambda label: [label] * 10,
                "You return the label ten times. One of the ten is 1, and the label says which.",
            ),
            Slip(
                lambda label: [0, 0, 0, 1, 0, 0, 0, 0, 0, 0],
                "Right for a 3, and for no other digit. Where the 1 stands follows from label.",
                almost=True,
            ),
            Slip(
                lambda label: np.eye(10),
                "You return the targets of all ten digits. Asked is one row of them, that of label.",
                almost=True,
            ),
            Slip(
                lambda label: [1 if digit == (label - 1) % 10 else 0 for digit in range(10)],
                "The 1 stands one place too early: counting begins at 0, so the digit 3 has place 3 and needs no - 1.",
                almost=True,
            ),
            Slip(
                lambda label: [0.9 if digit == label else 0.1 for digit in range(10)],
                "The place is right. The target says what is wanted: 1 for the right digit, 0 for the others.",
                almost=True,
            ),
        ),
        cases=((3,), (0,), (9,), (7,)),
        forms=(
            "lambda label: np.eye(10)[label]",
            "lambda label: [int(d == label) for d in range(10)]",
            "lambda label: np.arange(10) == label",
            "lambda label: tuple([0] * label + [1] + [0] * (9 - label))",
        ),
        inputs=numbers((0, 9)),
    ),
    Exercise(
        "cost",
        cost,
        "Half the sum of the squares for each picture, and the mean over the pictures. One number for all of it.",
        "11.4",
        (
            Slip(
                lambda outputs, targets: np.mean(np.sum((outputs - targets) ** 2, axis=1)),
                "Twice too much: each loss is half of the sum of the squares.",
                almost=True,
                misconception="M15",
            ),
            Slip(
                lambda outputs, targets: np.mean(0.5 * (outputs - targets) ** 2),
                "Ten times too little for ten outputs: np.mean went over the outputs, too. Sum over them, axis=1, then take the mean.",
                almost=True,
                misconception="M16",
            ),
            Slip(
                lambda outputs, targets: 0.5 * np.sum((outputs - targets) ** 2),
                "That is the sum over the pictures. The cost is their mean.",
                almost=True,
                misconception="M16",
            ),
            Slip(
                lambda outputs, targets: 0.5 * np.sum((outputs - targets) ** 2, axis=1),
                "That is a loss for each picture. One step more: their mean.",
                almost=True,
                misconception="M16",
            ),
            Slip(
                lambda outputs, targets: 0.5 * np.sum((outputs - targets) ** 2, axis=0),
                "axis=0 sums over the pictures, for each output. Sum over the outputs of a picture, axis=1, then the mean.",
                misconception="M16",
            ),
            Slip(
                lambda outputs, targets: np.mean(0.5 * np.sum(outputs - targets, axis=1)),
                "The errors are not squared, so those above and those below the target cancel.",
                misconception="M14",
            ),
            Slip(
                lambda outputs, targets: np.mean(0.5 * np.sum(np.abs(outputs - targets), axis=1)),
                "You took the absolute errors. The square is ** 2.",
                misconception="M14",
            ),
            Slip(
                lambda outputs, targets: np.mean((outputs - targets) ** 2),
                "The half is missing, and np.mean went over the outputs, too. Sum over them, axis=1, take half, then the mean.",
                misconception="M15",
            ),
            Slip(
                lambda outputs, targets: np.mean(0.5 * np.sum((outputs - targets) ** 2, axis=0)),
                "You divide by 10, which is how many outputs there are. Sum over the outputs of a picture, axis=1, and take the mean over the pictures.",
                almost=True,
                misconception="M16",
            ),
            Slip(
                lambda outputs, targets: np.mean(0.5 * np.sum(outputs - targets, axis=1) ** 2),
                "You add up the errors, then square the sum: they cancel. Square each one first.",
                almost=True,
                misconception="M14",
            ),
            Slip(
                lambda outputs, targets: np.mean(outputs - targets),
                "That is the mean error, signs and all. Square each one, sum over the outputs, take half.",
                also=(lambda outputs, targets: np.mean(0.5 * np.sum((outputs - targets) * 2, axis=1)),),
                misconception="M14",
            ),
            Slip(
                lambda outputs, targets: np.sum((outputs - targets) ** 2),
                "You add up all squares. Half of that is asked, and the mean over the pictures.",
                misconception="M15",
            ),
            Slip(
                lambda outputs, targets: 0.45,
                "0.45 is right where all ten outputs are 0.1. Make it out of outputs and targets.",
            ),
        ),
        cases=(
            (np.full((1, 10), 0.5), np.eye(10)[[3]]),
            (np.full((2, 10), 0.1), np.eye(10)[[3, 7]]),
            (np.array([np.arange(10) / 10, np.full(10, 0.3), 1 - np.eye(10)[4]]), np.eye(10)[[1, 2, 2]]),
        ),
        case_texts=(
            "one picture, all ten outputs 0.5",
            "two pictures, all outputs 0.1",
            "three pictures with ten outputs each",
        ),
        forms=(
            "lambda outputs, targets: 0.5 * np.sum((outputs - targets) ** 2) / len(outputs)",
            "lambda o, t: 0.5 * ((o - t) ** 2).sum(axis=1).mean()",
            "lambda o, t: np.mean([0.5 * np.dot(a - y, a - y) for a, y in zip(o, t)])",
            "lambda o, t: np.einsum('ij,ij->', o - t, o - t) / 2 / o.shape[0]",
            "lambda outputs, targets: 5 * np.mean((outputs - targets) ** 2)",
        ),
        inputs=lambda random: outputs_and_targets(random, width=10),
    ),
    Exercise(
        "update",
        update,
        "The line of lesson 03. There w was one number; here it is 13,002, and the line does not know the difference.",
        "11.4",
        (
            Slip(
                lambda parameters, gradient, learning_rate: parameters + learning_rate * gradient,
                "You add, and that climbs: (0, 1) with the gradient (-6, 2) should go to (0.6, 0.8) at 0.1.",
                misconception="M4",
            ),
            Slip(
                lambda parameters, gradient, learning_rate: parameters - gradient,
                "The whole gradient is taken. Multiply it by the learning rate first.",
                misconception="M5",
            ),
            Slip(
                lambda parameters, gradient, learning_rate: -learning_rate * gradient,
                "That is the move. What is asked is where the parameters stand after it.",
                almost=True,
            ),
            Slip(
                lambda parameters, gradient, learning_rate: parameters - learning_rate * np.sign(gradient),
                "All your moves are equally long. The slope's size counts, too, not its sign alone.",
                misconception="M6",
            ),
            Slip(
                lambda parameters, gradient, learning_rate: parameters - learning_rate * np.linalg.norm(gradient),
                "You took the length of the gradient away from every parameter. Each one has its own slope.",
            ),
            Slip(
                lambda parameters, gradient, learning_rate: parameters - 0.1 * gradient,
                "Right for a learning rate of 0.1, and for no other: use the name learning_rate.",
                almost=True,
            ),
            Slip(
                lambda parameters, gradient, learning_rate: parameters * (1 - learning_rate * gradient),
                "The move was multiplied by the parameters, so one at 0 never moves. It is parameters minus learning_rate * gradient.",
            ),
            Slip(
                lambda parameters, gradient, learning_rate: learning_rate * gradient,
                "That is the learning rate times the gradient. Take it away from the parameters.",
                almost=True,
            ),
            Slip(
                lambda parameters, gradient, learning_rate: gradient - learning_rate * parameters,
                "The two are exchanged: the parameters are what moves, and the gradient is multiplied by the rate.",
                almost=True,
            ),
            Slip(
                lambda parameters, gradient, learning_rate: parameters - learning_rate,
                "You took the rate itself away from each. It is a factor: multiply the gradient by it.",
            ),
            Slip(
                lambda parameters, gradient, learning_rate: parameters - 3 * gradient,
                "Right for a learning rate of 3, and for no other: use the name learning_rate.",
                almost=True,
            ),
            Slip(
                lambda parameters, gradient, learning_rate: parameters - np.divide(learning_rate, gradient),
                "You divide the rate by the slopes, so flat knobs move most. Multiply them.",
            ),
            Slip(
                lambda parameters, gradient, learning_rate: learning_rate * parameters - gradient,
                "The rate multiplies the parameters here. It belongs to the gradient.",
                almost=True,
            ),
            Slip(
                lambda parameters, gradient, learning_rate: (parameters - learning_rate) * gradient,
                "Python does what is in brackets first: you took the rate away, then multiplied. Leave the brackets out.",
                almost=True,
            ),
        ),
        cases=(
            (np.array([0.0, 1.0]), np.array([-6.0, 2.0]), 0.1),
            (np.array([1.0, 2.0, 3.0]), np.array([0.5, 0.0, -1.5]), 3.0),
            (np.zeros(4), np.array([1.0, -1.0, 0.25, 0.0]), 0.5),
        ),
        forms=(
            "lambda p, g, r: p + r * -g",
            "lambda p, g, r: np.subtract(p, np.multiply(g, r))",
            "lambda p, g, r: [a - r * b for a, b in zip(p, g)]",
        ),
        inputs=parameters,
    ),
    Exercise(
        "accuracy",
        accuracy,
        "The largest output wins, however small it is. Which pictures you count on is the question of the next lines.",
        "11.5",
        (
            Slip(
                lambda outputs, targets: np.sum(outputs.argmax(axis=1) == targets.argmax(axis=1)),
                "That is how many are right. The accuracy is the part of them: np.mean in place of np.sum.",
                almost=True,
            ),
            Slip(
                lambda outputs, targets: np.mean(outputs.argmax(axis=1) != targets.argmax(axis=1)),
                "That is the part read wrong. Count where both are equal, ==.",
                almost=True,
            ),
            Slip(
                lambda outputs, targets: np.mean(outputs.argmax(axis=0) == targets.argmax(axis=0)),
                "axis=0 asks which picture has the largest output for a digit. Asked is which digit a picture gets: axis=1.",
            ),
            Slip(
                lambda outputs, targets: np.mean(np.round(outputs) == targets),
                "You compare all outputs, also those that should be 0, and ten right zeros hide a wrong digit. Compare the winners.",
            ),
            Slip(
                lambda outputs, targets: np.mean(outputs.argmax() == targets.argmax()),
                "argmax without axis=1 looks for one winner in the whole table. Each row has its own.",
            ),
            Slip(
                lambda outputs, targets: np.mean((outputs * targets).sum(axis=1) > 0.5),
                "You ask for an output above 0.5. The largest one wins, even if it is 0.2.",
                almost=True,
            ),
            Slip(
                lambda outputs, targets: np.mean(outputs == targets),
                "You compare the outputs themselves, and 0.9 is not 1. Compare where the largest stands in each row: argmax(axis=1).",
            ),
            Slip(
                lambda outputs, targets: outputs.argmax(axis=1) == targets.argmax(axis=1),
                "You return yes or no for each picture. The accuracy is the part that is right: their mean.",
                almost=True,
            ),
            Slip(
                lambda outputs, targets: 100 * accuracy(outputs, targets),
                "That is in per cent. Asked is the part, between 0 and 1: leave the 100 out.",
                almost=True,
            ),
            Slip(
                lambda outputs, targets: np.mean(outputs.argmin(axis=1) == targets.argmin(axis=1)),
                "argmin looks for the smallest. The largest output names the digit: argmax.",
            ),
            Slip(
                lambda outputs, targets: np.mean(outputs.argmax(axis=1) == targets.max(axis=1)),
                "You compare a place with a value. Compare the places of both: argmax for the targets, too.",
                almost=True,
            ),
            Slip(
                lambda outputs, targets: 0.9,
                "You return the same number whatever comes in. Make it out of outputs and targets.",
            ),
            Slip(
                lambda outputs, targets: np.sum(outputs.argmax(axis=1) == targets.argmax(axis=1)) / 4,
                "Right for four pictures, and you divide by 4 for three as well. Divide by how many there are, or take np.mean.",
                almost=True,
            ),
            Slip(
                lambda outputs, targets: np.mean(outputs.argmax(axis=1) - targets.argmax(axis=1)),
                "You take the difference of the two digits. Asked is in how many pictures they are equal: ==.",
            ),
        ),
        cases=(
            _pictures(0, 2, 1, 1),
            _pictures(1, 1, 1),
            _pictures(2, 0, 0, 2),
            _pictures(0, 1, 1, 1),
            _pictures(0, 0),
        ),
        case_texts=(
            "four pictures, three read right",
            "three pictures, two read right",
            "four pictures, none read right",
            "four pictures, all read right",
            "two pictures, one read right",
        ),
        forms=(
            "lambda o, t: (np.argmax(o, axis=1) == np.argmax(t, axis=1)).sum() / len(o)",
            "lambda o, t: sum(t[i, row.argmax()] for i, row in enumerate(o)) / len(t)",
            "lambda o, t: float(np.mean([a.argmax() == y.argmax() for a, y in zip(o, t)]))",
        ),
        inputs=outputs_and_targets,
    ),
    Exercise(
        "failing",
        "BCA",
        "Flat from the first epoch: equal weights. Up and down: too large. Smooth and slow: too small.",
        "11.2",
        (
            Slip(
                "BAC",
                "B is right. Which of A and C jumps up on the way? A step that is too long does that.",
                almost=True,
                misconception="M26",
            ),
            Slip(
                "CBA",
                "A is right. Of B and C one is flat from epoch 1 on: copies of one neuron have nothing left to learn.",
                almost=True,
                misconception="M23",
            ),
            Slip(
                "ACB",
                "C is right. A falls in every epoch, a little. B falls at once to 0.45 and stays: which one is that?",
                almost=True,
                misconception="M10",
            ),
            Slip(
                "CAB",
                "None of the three stands right. Begin with the cost that goes up and down: which cause does that?",
            ),
            Slip("ABC", "None of the three stands right. The smooth, slow curve is the one with the tiny steps: A."),
            Slip("BCD", "B and C are right. D is the good run, put in to compare.", almost=True),
            Slip(
                "DCA",
                "C and A are right. D is the good run, put in to compare: which curve falls at once and then stays?",
                almost=True,
            ),
            Slip(
                "BDA",
                "B and A are right. D comes down furthest of all: it is the good run. Which one goes up and down?",
                almost=True,
            ),
            Slip("BCAD", "The first three are right. D is the good run, and three letters are asked.", almost=True),
        ),
        labels=("equal", ("toolarge", "ten", "large"), ("toosmall", "far", "small")),
        question="One curve goes up and down, one is smooth and slow, one is flat after a fall. Which cause makes which?",
        forms=(
            "['B', 'C', 'A']",
            "'1B 2C 3A'",
            "'equal: B, too large: C, too small: A'",
            "'too small: A, too large: C, equal: B'",
        ),
    ),
)

# Lesson 10's two lines, once more: the same checks, for an objective of this lesson.
TWO_LINES = tuple(replace(load("10").exercise(name), objective="11.3") for name in ("delta_out", "delta_hidden"))

SHEET = Sheet(
    "11",
    "digits",
    BETS,
    (*TWO_LINES, *EXERCISES),
    QUIZ,
    {"np": np, "Network": Network, "gradient_descent": gradient_descent, "sigmoid": sigmoid},
)
