"""Lesson 06, one number for how wrong, and one neuron."""

import math

import numpy as np

import helpers
from helpers.core import derivative, gradient_descent, sigmoid
from helpers.practice.exercises import Exercise, Slip
from helpers.practice.quiz import Bet, Option, Question
from helpers.practice.random_inputs import outputs_and_targets
from helpers.practice.sheets import Sheet

DIGIT_THREE = np.eye(10)[3]  # the target of a digit 3: ten outputs, and the one for 3 should be 1


def one_output_or_ten(random):
    """An example's outputs and targets."""
    width = random.choice([0, 3, 10])
    if not width:
        return random.uniform(0, 1), random.integers(0, 2)
    return random.uniform(0, 1, width), np.eye(width)[random.integers(0, width)]


def number_or_array(random):
    """A number or an array of numbers."""
    return (random.uniform(-30, 30, random.choice([2, 5])) if random.random() < 0.5 else random.uniform(-30, 30),)


def sigmoid_for_one_number(z):
    """The slip of asking which side z is on: an array has no one side."""
    return 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z))


def sigmoid_slope(z):
    """The slope of the sigmoid."""
    return sigmoid(z) * (1 - sigmoid(z))


def loss(a, y):
    """Half the squared error, summed over the outputs."""
    return 0.5 * np.sum((a - y) ** 2)


def losses(outputs, targets):
    """The loss of each example."""
    return np.array([loss(a, y) for a, y in zip(outputs, targets)])


BETS = (
    Bet(
        "slope at 3",
        "At z = 0 the tangent climbs by 0.25 for each unit of z. At z = 3 the output is higher. What is the slope there?",
        (
            "larger than 0.25: the curve is higher there",
            "0.25 again: it is the same curve",
            "smaller than 0.05: the curve has little room left",
        ),
        {"z": 3.0},
        "The output is 0.95, and only 0.05 is missing to 1. The curve never passes 1, so it must flatten.",
    ),
    Bet(
        "signs and all",
        "Suppose we take the mean of the errors, signs and all, and roll down that hill. Where does w go?",
        (
            "to w = 0, where the two errors cancel",
            "right, where the answer to x = 1 is nearly 1",
            "left, where the answer to x = 1 is nearly 0",
        ),
        {"measure": "error", "w": -4.0},
        "A negative error lowers this mean, so the lowest mean belongs to the worst answer.",
    ),
    Bet(
        "a tenth",
        "From w = 0 to w = 3 the error for x = 1 shrinks to about a tenth, from -0.5 to -0.05. Its square was 0.25. How much of that area is left?",
        ("about a tenth of it", "about a hundredth of it", "about a third of it"),
        {"measure": "square", "w": 3.0},
        "A tenth of the side is a hundredth of the area: 0.0022 is left of 0.25.",
    ),
)

EXERCISES = (
    Exercise(
        "half_rate",
        0.1,
        "Every slope is twice as large without the half, so half the learning rate makes the same steps.",
        "6.2",
        (
            Slip(
                0.4,
                "0.4 makes steps four times as long: the slope is twice as large, and so is your rate. Which way must it go?",
                misconception="M15",
            ),
            Slip(
                0.2,
                "At 0.2 the first step from 0 is 0.2 · 6 = 1.2. On the halved hill it was 0.2 · 3 = 0.6. What undoes the 2?",
                misconception="M15",
            ),
            Slip(
                0.05,
                "0.05 is a quarter of 0.2. The slope grew by the factor 2, once.",
                almost=True,
                misconception="M15",
            ),
            Slip(
                0.5,
                "0.5 is the factor that was left out. What does leaving it out do to the rate of 0.2?",
                misconception="M15",
            ),
            Slip(
                0.6,
                "0.6 is the length of the first step. Which learning rate makes a step of 0.6 from a slope of -6?",
                almost=True,
            ),
            Slip(
                0.3,
                "0.3 is how long the first step of a tenth would be on the halved hill. Which rate makes a step of 0.6 from a slope of -6?",
            ),
            Slip(0.02, "A tenth is too little: the slope has grown by the factor 2, once.", misconception="M15"),
        ),
        question="Without the ½ each slope is twice as large. What must the learning rate be, for the same steps?",
        forms=("0.2 / 2", "1 / 10", "0.10"),
    ),
    Exercise(
        "loss_1",
        0.387904,
        "Half of 0.8808 squared. With the 0.125 of the first row the mean is 0.2565.",
        "6.1",
        (
            Slip(0.7758, "0.7758 is the squared error. The loss is half of it.", almost=True, misconception="M15"),
            Slip(0.4404, "0.4404 is half the size of the error. Square it first, then take half.", misconception="M14"),
            Slip(0.8808, "0.8808 is the size of the error. Square it, then take half.", misconception="M14"),
            Slip(
                0.19395,
                "0.194 has one half too many: 0.8808 squared is 0.7758, and half of that is asked.",
                almost=True,
                misconception="M15",
            ),
            Slip(-0.387904, "A square is never negative, so no loss is. Is there a minus too many?", almost=True),
            Slip(0.0071, "0.0071 is half the square of the output. Take the error, 0.1192 - 1, in place of it."),
            Slip(
                0.1192,
                "0.1192 is the output, from the same row. The loss is made of its error: half of its square.",
                misconception="M16",
            ),
            Slip(
                -0.8808,
                "-0.8808 is the error, with its sign. Square it, then take half.",
                almost=True,
                misconception="M16",
            ),
            Slip(-0.4404, "-0.4404 is half the error. Square it first, then take half.", misconception="M14"),
            Slip(
                0.25645,
                "0.2565 is the cost, the mean of both losses. Asked is the loss of the second row alone.",
                almost=True,
                misconception="M16",
            ),
        ),
        question="The error is 0.1192 - 1. Which two things does the loss do with it?",
        forms=("0.39", "0.388", "0.3879", "0.5 * (0.1192 - 1) ** 2", "0.5 * 0.8808**2", "0.7758 / 2"),
    ),
    Exercise(
        "loss",
        loss,
        "0.125 for the output 0.5 to the target 0, and 0.45 for ten times 0.1. One line serves one output and ten.",
        "6.1",
        (
            Slip(
                lambda a, y: np.sum((a - y) ** 2),
                "For a = 0.5 and y = 0 you got 0.25, the squared error. The loss is half of it.",
                almost=True,
                misconception="M15",
            ),
            Slip(
                lambda a, y: 0.5 * (a - y) ** 2,
                "Right for one output. For ten you return ten numbers, and the loss is one: add them up with np.sum.",
                almost=True,
                misconception="M16",
            ),
            Slip(
                lambda a, y: (a - y) ** 2,
                "For a = 0.5 and y = 0 you got 0.25. Take half of it, and add up with np.sum, for rows of ten outputs.",
                misconception="M15",
            ),
            Slip(
                lambda a, y: 0.5 * np.mean((a - y) ** 2),
                "For ten outputs you divide by 10. The loss adds them up; the mean comes later, over the examples.",
                almost=True,
                misconception="M16",
            ),
            Slip(
                lambda a, y: 0.5 * np.sum(a - y) ** 2,
                "You add the errors before you square. With ten outputs they cancel: ten times 0.1 gives 0. Square each one first.",
                misconception="M14",
            ),
            Slip(
                lambda a, y: np.sum((0.5 * (a - y)) ** 2),
                "For a = 0.5 and y = 0 you got 0.0625, a quarter of the square. Half of it is asked: does the half stand inside the square?",
                almost=True,
                misconception="M15",
            ),
            Slip(
                lambda a, y: 0.5 * np.sum(a - y),
                "For a = 0 and y = 1 you got -0.5: half the error. Where is the square of all of it, (a - y) ** 2?",
                misconception="M14",
            ),
            Slip(
                lambda a, y: 0.5 * np.sum(np.abs(a - y)),
                "For a = 0.5 and y = 0 you got 0.25: half the size of the error. Square it instead.",
                misconception="M14",
            ),
            Slip(
                lambda a, y: a - y,
                "You return the error, with its sign. Square it, and take half.",
                misconception="M14",
            ),
            Slip(
                lambda a, y: 0.5 * np.sum((a + y) ** 2),
                "You add output and target. The error is the one less the other, a - y.",
                almost=True,
            ),
            Slip(
                lambda a, y: np.sum(a - y),
                "You add up the errors, with their signs. Square each one first, (a - y) ** 2, and take half.",
                misconception="M14",
            ),
            Slip(
                lambda a, y: np.sum(0.5 * (a - y)) ** 2,
                "You add halves of the errors, and square the sum. Square each error first, add up, then take half.",
                misconception="M14",
            ),
            Slip(
                lambda a, y: 0.5 * np.sum(a**2 - y**2),
                "You square output and target each by itself. The error is squared: (a - y) ** 2.",
                almost=True,
            ),
            Slip(
                lambda a, y: -0.5 * np.sum((a - y) ** 2),
                "A square is never negative, so no loss is. Is there a minus too many?",
                almost=True,
            ),
        ),
        cases=((0.5, 0), (0.75, 1), (0, 1), (1, 1), (np.full(10, 0.1), DIGIT_THREE), (np.full(10, 0.5), DIGIT_THREE)),
        case_texts=(
            "a = 0.5 and y = 0",
            "a = 0.75 and y = 1",
            "a = 0 and y = 1",
            "a = 1 and y = 1",
            "ten outputs of 0.1 and the target of a 3",
            "ten outputs of 0.5 and the target of a 3",
        ),
        forms=(
            "lambda a, y: np.sum((a - y) ** 2) / 2",
            "lambda a, y: 0.5 * ((y - a) ** 2).sum() if np.ndim(a) else 0.5 * (y - a) ** 2",
            "lambda a, y: 0.5 * np.dot(a - y, a - y)",
            "lambda a, y: 0.5 * np.linalg.norm(a - y) ** 2",
            "lambda a, y: sum(0.5 * (p - q) ** 2 for p, q in zip(np.ravel(a), np.ravel(y)))",
        ),
        inputs=one_output_or_ten,
    ),
    Exercise(
        "cost",
        lambda outputs, targets: np.mean(losses(outputs, targets)),
        "The mean of the losses, for two examples, for three, and for rows of ten outputs.",
        "6.1",
        (
            Slip(
                lambda outputs, targets: np.sum(losses(outputs, targets)),
                "You get the sum of the losses, and the cost is their mean. If you gave whole arrays to loss, it added all of them: go through zip(outputs, targets).",
                almost=True,
                misconception="M16",
            ),
            Slip(
                lambda outputs, targets: np.mean(2 * losses(outputs, targets)),
                "For the outputs 0.5, 0.5 you got 0.25, the mean of the squares. The half got lost.",
                almost=True,
                misconception="M15",
            ),
            Slip(
                lambda outputs, targets: 0.5 * np.mean((outputs - targets) ** 2),
                "Right for one output. With ten it divides by 10 as well: the mean is over the examples only, the outputs are added up.",
                almost=True,
                misconception="M16",
            ),
            Slip(
                lambda outputs, targets: 0.5 * np.mean(np.sum((outputs - targets) ** 2, axis=1)),
                "Right for rows of ten outputs. Where each example has one output there are no rows, and no axis 1: go through zip(outputs, targets).",
                almost=True,
            ),
            Slip(
                lambda outputs, targets: np.sum(losses(outputs, targets)) / 2,
                "Right for two examples, and you divide by 2 for three as well. Divide by how many there are, or use np.mean.",
                almost=True,
            ),
            Slip(
                losses,
                "You return one loss for each example. The cost is one number: their mean.",
                almost=True,
                misconception="M16",
            ),
            Slip(
                lambda outputs, targets: losses(outputs, targets)[0],
                "You return the loss of the first example. Is the return inside the loop?",
            ),
            Slip(
                lambda outputs, targets: losses(outputs, targets)[-1],
                "You return the loss of the last example. Collect all of them, then take the mean.",
            ),
            Slip(
                lambda outputs, targets: 0.5 * np.sum(np.mean(outputs - targets, axis=0)) ** 2,
                "You take the mean of the errors before you square: +0.5 and -0.5 cancel, and you get 0. Square each one first.",
                misconception="M14",
            ),
            Slip(
                lambda outputs, targets: np.mean(np.abs(outputs - targets)),
                "That is the mean size of the errors, 0.5 at the start. Asked is the mean of the losses, half a square each.",
                misconception="M14",
            ),
            Slip(
                lambda outputs, targets: losses(outputs, targets)[0] / len(outputs),
                "You return after the first example. Move the return to the left, out of the loop.",
                almost=True,
            ),
            Slip(
                lambda outputs, targets: losses(outputs, targets)[-1] / len(outputs),
                "Only the last example is left in your sum: each round puts another value there. Add to it: total += ...",
                almost=True,
            ),
            Slip(
                lambda outputs, targets: np.mean([np.sum(a - y) for a, y in zip(outputs, targets)]),
                "That is the mean of the errors, signs and all: +0.5 and -0.5 cancel. Take half the square of each.",
                also=(
                    lambda outputs, targets: np.mean(outputs - targets),
                    lambda outputs, targets: 0.5 * np.mean(outputs - targets) ** 2,
                ),
                misconception="M14",
            ),
            Slip(
                lambda outputs, targets: np.mean((outputs - targets) ** 2),
                "The half got lost, and with ten outputs the mean goes over them, too. The mean is over the examples: go through zip(outputs, targets).",
                misconception="M15",
            ),
        ),
        cases=(
            (np.array([0.5, 0.5]), np.array([0, 1])),
            (np.array([0.5, 0.75]), np.array([0, 1])),
            (np.array([0.5, 0.25, 0.75]), np.array([0, 0, 1])),
            (np.array([0.8]), np.array([1])),
            (np.array([np.full(10, 0.1), np.full(10, 0.5)]), np.array([DIGIT_THREE, DIGIT_THREE])),
        ),
        case_texts=(
            "outputs 0.5, 0.5 and targets 0, 1",
            "outputs 0.5, 0.75 and targets 0, 1",
            "outputs 0.5, 0.25, 0.75 and targets 0, 0, 1",
            "one output, 0.8, and its target 1",
            "two examples with ten outputs each",
        ),
        forms=(
            "lambda outputs, targets: 0.5 * np.sum((outputs - targets) ** 2) / len(outputs)",
            "lambda o, t: sum(0.5 * np.sum((a - y) ** 2) for a, y in zip(o, t)) / len(t)",
            "lambda o, t: np.mean([np.sum((a - y) ** 2) for a, y in zip(o, t)]) / 2",
        ),
        inputs=lambda random: outputs_and_targets(random, rows=False),
    ),
    Exercise(
        "sigmoid",
        sigmoid,
        "0.5 at 0, 0.7311 at 1, and it takes one number or a whole array. The fold below the solution says what becomes of it far out.",
        "6.3",
        (
            Slip(
                lambda z: 1 / (1 + np.exp(z)),
                "At z = 1 you got 0.2689, so your curve falls. It should be 1 divided by 1 + e to the minus z: the 1 on top, the minus in the exponent.",
                almost=True,
                also=(lambda z: np.exp(-z) / (1 + np.exp(-z)), lambda z: 1 - sigmoid(z)),
            ),
            Slip(
                lambda z: 1 / 1 + np.exp(-z),
                "At z = 0 you got 2. Python divides before it adds: put 1 + np.exp(-z) in brackets, and 1 / before them.",
                almost=True,
            ),
            Slip(
                lambda z: 1 / (1 + math.exp(-z)),
                "Right for one number. math.exp takes no arrays; np.exp takes both.",
                almost=True,
            ),
            Slip(
                sigmoid_for_one_number,
                "Right for one number. An if or a min asks one number, and an array has many. The formula of the sigmoid asks nothing: is it enough?",
                almost=True,
            ),
            Slip(
                sigmoid_slope,
                "At z = 0 you got 0.25: that is the slope of the curve. Asked is its height, 0.5.",
            ),
            Slip(
                lambda z: np.tanh(z),
                "At z = 0 you got 0. The hyperbolic tangent runs from -1 to 1, the sigmoid from 0 to 1.",
            ),
            Slip(
                lambda z: np.exp(-z),
                "At z = 1 you got 0.3679, e to the minus 1. Add 1 to it, then divide 1 by the sum.",
            ),
            Slip(
                lambda z: 1 / (1 - np.exp(-z)),
                "At z = 0 you divide by 1 - 1, which is 0. In the formula 1 and e to the minus z are added.",
                almost=True,
            ),
            Slip(
                lambda z: 1 / (1 + np.exp(np.maximum(-z, 700))),
                "np.maximum lifts every exponent to 700. What holds it back is np.minimum.",
                almost=True,
            ),
            Slip(
                lambda z: 1 / (1 + 2.718**-z),
                "2.718 is e to a few digits, and the result has no more right ones. np.exp knows all of them.",
                almost=True,
                also=(lambda z: 1 / (1 + 2.718 ** np.minimum(-z, 700)), lambda z: 1 / (1 + 2.72**-z)),
            ),
            Slip(
                lambda z: 1 / (1 + np.e * -z),
                "At z = 1 you multiply e by z. It is e to the power of minus z: np.exp(-z).",
            ),
        ),
        cases=((0,), (1,), (-1,), (3,), (np.array([-1.0, 0, 1, 2, 3]),)),
        forms=(
            "lambda z: 1 / (1 + np.exp(np.minimum(-z, 700)))",
            "lambda z: 1 / (1 + np.e**-z)",
            "lambda z: np.exp(z) / (1 + np.exp(z))",
            "lambda z: 1 / (1 + np.exp(-np.clip(z, -700, 700)))",
            "lambda z: 0.5 * (1 + np.tanh(np.asarray(z) / 2))",
            "lambda z: np.exp(-np.logaddexp(0, -np.asarray(z, float)))",
            "helpers.sigmoid",
        ),
        inputs=number_or_array,
    ),
    Exercise(
        "order",
        "BDAFC",
        "Write it as a power, use the power rule, put in the inner slope, split the fraction, and read off σ and 1 - σ.",
        "6.3",
        (
            Slip(
                "BDEFC",
                "E has lost a minus: e^(-z) falls as z grows, so its slope is negative. As it stands, E says that the sigmoid falls.",
                almost=True,
                misconception="M3",
            ),
            Slip(
                "DBAFC",
                "D uses the power rule on a power. Which line turns the fraction into one? It comes first.",
                almost=True,
            ),
            Slip(
                "BADFC",
                "A has the inner slope in it already, and D only announces it. Turn these two round.",
                almost=True,
            ),
            Slip(
                "BDACF",
                "C reads σ and 1 - σ off two fractions. Which line makes two fractions of one?",
                almost=True,
            ),
            Slip("BDAEFC", "A and E can not both hold: one has a minus in it, the other has not. Which one keeps it?"),
            Slip(
                "CFADB",
                "That goes from the end to the start. You do not know C yet: begin with what the sigmoid is.",
            ),
            Slip(
                "BDAFCE",
                "E and A can not both hold: one has a minus in it, the other has not. Which one keeps it, and is it not there already?",
                almost=True,
            ),
            Slip(
                "BDFAC",
                "F is what A becomes when two minus signs cancel and the fraction is split. A comes first.",
                almost=True,
            ),
            Slip(
                "BDAF",
                "Four of the five stand right. What do the two fractions of F say in terms of the output?",
                almost=True,
            ),
        ),
        labels=("1", "2", "3", "4", "5"),
        question="Begin with what the sigmoid is, as a power. Then the power rule, then the slope of the inside.",
        forms=("['B', 'D', 'A', 'F', 'C']", "'1B 2D 3A 4F 5C'", "'B → D → A → F → C'"),
    ),
    Exercise(
        "sigmoid_slope",
        sigmoid_slope,
        "0.25 at 0, 0.1966 at 1 and at -1, 0.0452 at 3. From here on no limit is needed: the output tells the slope.",
        "6.3",
        (
            Slip(sigmoid, "At z = 0 you got 0.5, the output. Multiply it by what is missing to 1.", almost=True),
            Slip(
                lambda z: 1 - sigmoid(z),
                "At z = 1 you got 0.2689: what is missing to 1. Multiply it by the output.",
                almost=True,
            ),
            Slip(
                lambda z: z * (1 - z),
                "At z = 3 you got -6. The formula is a · (1 - a) with the output a = σ(z), not with z itself.",
                almost=True,
            ),
            Slip(
                lambda z: sigmoid(z) * (1 + sigmoid(z)),
                "At z = 0 you got 0.75. What is missing to 1 is 1 minus a.",
                almost=True,
            ),
            Slip(
                lambda z: -sigmoid_slope(z),
                "At z = 0 you got -0.25. The curve climbs everywhere, so its slope is positive everywhere.",
            ),
            Slip(
                lambda z: sigmoid(z) - 1 - sigmoid(z),
                "You got -1 everywhere. Are there brackets around 1 - a, and a · before them?",
            ),
            Slip(
                lambda z: sigmoid(z) ** 2,
                "At z = 1 you got 0.5345, the output squared. One of the two factors is 1 - a.",
            ),
            Slip(
                lambda z: sigmoid(z) * 1 - sigmoid(z),
                "You got 0 everywhere: Python multiplies first. Put brackets around 1 - a.",
                almost=True,
            ),
            Slip(
                lambda z: sigmoid(z) * (1 - z),
                "Both factors are made of the output: a · (1 - a), and no z.",
                almost=True,
            ),
            Slip(
                lambda z: sigmoid(z) + 1 - sigmoid(z),
                "You got 1 everywhere: you added the two. They are multiplied.",
                almost=True,
            ),
            Slip(
                lambda z: -np.exp(-z),
                "That is the slope of e to the minus z, one of the steps on the way. The result is a · (1 - a).",
            ),
            Slip(lambda z: 0.25, "0.25 is the slope at z = 0. Further out it is less: use the output at z."),
        ),
        cases=((0,), (1,), (3,), (-1,), (np.array([-3.0, 0, 2]),)),
        forms=(
            "lambda z: helpers.sigmoid(z) * helpers.sigmoid(-z)",
            "lambda z: helpers.sigmoid(z) - helpers.sigmoid(z) ** 2",
            "lambda z: np.exp(-z) / (1 + np.exp(-z)) ** 2",
            "lambda z: 0.25 / np.cosh(z / 2) ** 2",
        ),
        inputs=number_or_array,
    ),
    Exercise(
        "parts",
        (3, 0.4, 1, 0.7685),
        "Of the four only the weight can be moved: 3 and 1 come with the example, and 0.7685 follows from 3 and 0.4.",
        "6.4",
        (
            Slip(
                (0.4, 3, 1, 0.7685),
                "Weight times input, in this order, as in w · x: which of 0.4 and 3 is the weight?",
                almost=True,
                misconception="M17",
            ),
            Slip(
                (3, 0.4, 0.7685, 1),
                "0.7685 is what the neuron says, and 1 is what was wanted. Which of them is the target?",
                almost=True,
                misconception="M17",
            ),
            Slip(
                (3, 0.4, 1, 1.2),
                "1.2 is what goes into the sigmoid. The output is what comes out of it.",
                almost=True,
            ),
            Slip(
                (3, 0.4, 1, -0.2315),
                "-0.2315 is the error, output minus target. The output itself is 0.7685.",
                almost=True,
            ),
            Slip((3, 0.4, 1, 0.0268), "0.0268 is the value of the whole line, the loss. The output is inside it."),
            Slip(
                (0.4, 3, 1, 1.2),
                "Two things: the weight stands before the input, as in w · x; and 1.2 goes into the sigmoid, the output comes out of it.",
                misconception="M17",
            ),
            Slip(
                (3, 1, 0.4, 0.7685),
                "1 is what was wanted, the target, and 0.4 is multiplied by the input. Exchange these two.",
                almost=True,
                misconception="M17",
            ),
            Slip(
                (1, 0.4, 3, 0.7685),
                "1 is what was wanted, the target, and 3 is the input: it stands beside the weight.",
                almost=True,
                misconception="M17",
            ),
            Slip(
                (1.2, 0.4, 1, 0.7685),
                "1.2 is weight times input. Which number was put in?",
            ),
        ),
        question="Which number is multiplied by which, what was wanted, and what does the sigmoid make of the product?",
        forms=(
            "(3, 0.4, 1, 0.77)",
            "[3, 0.4, 1, 0.769]",
            "(3, 0.4, 1, helpers.sigmoid(1.2))",
            "(3, 0.4, 1, 1 / (1 + np.exp(-1.2)))",
        ),
    ),
)

QUIZ = (
    Question(
        "why a square",
        "The size |e| stops errors from cancelling, too. What does the square have that |e| has not?",
        (
            Option(
                "A slope that fades as the error does, so the steps shrink and settle.",
                "at rate 0.7 the steps on ½e² were 2.1, 0.63, 0.189. On |e| each was 0.7 long, and it hops about the target.",
            ),
            Option(
                "Nothing cancels any more; with |e| it still does.",
                "that is what squares are usually praised for. But |+1| + |-1| is 2 as well.",
                "M14",
            ),
            Option(
                "It makes every error count for more.",
                "it makes 4 of 2. Of 0.1 it makes 0.01: below 1, squares shrink.",
                "M14",
            ),
        ),
        "6.2",
    ),
    Question(
        "the half",
        "Somebody leaves the ½ out of the loss. What changes?",
        (
            Option(
                "Every slope is twice as large; with half the learning rate the path is the same.",
                "on (w - 3)² with the factors 0.5, 1 and 10 it went to 0.6, 1.08, 1.464 each time, at rates 0.2, 0.1 and 0.01.",
            ),
            Option(
                "The bottom of the hill moves.",
                "the hill gets twice as high, so it looks like another hill. The place where it is lowest stays.",
                "M15",
            ),
            Option(
                "The result is wrong: dividing by 2 is part of what an error is.",
                "it stands in so many formulas that it looks like a law. It is there for one reason: the slope of ½e² is e, without a 2.",
                "M15",
            ),
            Option(
                "Nothing, not even at the same learning rate.",
                "the bottom stays, but each step is twice as long. At a rate near the limit that can blow up.",
                "M15",
            ),
        ),
        "6.2",
    ),
    Question(
        "three words",
        "At w = 2 the row x = 1 has -0.1192 and 0.0071, and for both rows together there is 0.0661. What are these three called?",
        (
            Option(
                "error, loss, cost",
                "the error has a sign, the loss is one example's half square, the cost is the mean of the losses.",
            ),
            Option(
                "loss, error, cost",
                "in everyday talk an error is the bad thing one counts. Here it is the plain difference, and only it has a sign.",
                "M16",
            ),
            Option(
                "error, cost, loss",
                "many people use the two words for one another. In this course the loss belongs to one example, the cost to all.",
                "M16",
            ),
            Option(
                "three names for the same thing",
                "outside this course they often are. But -0.1192, 0.0071 and 0.0661 are three numbers.",
                "M16",
            ),
        ),
        "6.1",
    ),
    Question(
        "what moves",
        "C(0) is 0.125 and C(2) is 0.0661, for the same two examples. What is C a function of?",
        (
            Option(
                "Of the weight: the examples stay as they are while w moves.",
                "the columns x and y never changed in the lab. Learning moves w, and nothing else.",
            ),
            Option(
                "Of the inputs: for each x it says how wrong the answer is.",
                "for each x there is a loss. The cost has all of them in it already, and only w is left to move.",
                "M17",
            ),
            Option(
                "Of every weight at once: to use it, one must first compute the whole curve.",
                "the picture shows the whole curve, for your eyes. Rolling down looked at one slope a step: 7 steps, 7 slopes.",
                "M17",
            ),
        ),
        "6.4",
    ),
    Question(
        "far out",
        "At z = -6 the output is 0.0025 and the target is 1, so the error is almost as large as it can be. How does the output answer to a small move of z?",
        (
            Option(
                "Hardly: the slope there is 0.0025 · 0.9975, about 0.0025.",
                "the slope of the sigmoid knows nothing of the target. It is small wherever the output is near 0 or near 1.",
            ),
            Option(
                "Strongly, because the error is large.",
                "one would wish so. But the slope is a · (1 - a), and no target stands in it.",
                "M19",
            ),
            Option(
                "Not at all: the curve is flat there.",
                "in the picture it looks flat. 0.0025 is small, and not 0.",
                "M12",
            ),
        ),
        "6.3",
    ),
)

SHEET = Sheet(
    "06",
    "one-neuron",
    BETS,
    EXERCISES,
    QUIZ,
    {"np": np, "helpers": helpers, "derivative": derivative, "gradient_descent": gradient_descent},
)
