"""The mistaken ideas that learners bring along: what to ask back, and the section that settles each.

A slip of an exercise and a wrong option of a quiz name the idea behind them by its id, such as "M4".
"""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from helpers.practice.sheets import lessons, load


@dataclass(frozen=True)
class Misconception:
    """name: in two or three words. idea: as those say it who hold it. question: to ask back.

    lesson, section: where it is settled, as the number and the heading. recall: for the commonest, a question to answer
    in the head some lessons later, and its answer.
    """

    id: str
    name: str
    idea: str
    question: str
    lesson: str
    section: str
    recall: tuple[str, str] | None = None

    @property
    def notebook(self) -> str:
        """Where it is settled, as a link from one notebook to another."""
        return f"{self.lesson}-{load(self.lesson).id}.ipynb#{self.section.replace(' ', '-')}"


ALL = (
    Misconception(
        "M1",
        "rise over run",
        "A slope is a rule that one applies to a formula.",
        "What is the rise between the two points, and how far apart are they?",
        "01",
        "By hand: from a table",
        (
            "A cost falls from 2.1 at w = 0.5 to 1.5 at w = 2. What is its mean rate of change in between?",
            "Rise over run: (1.5 - 2.1) / (2 - 0.5) = -0.4 for each unit of w. Two points are enough.",
        ),
    ),
    Misconception(
        "M2",
        "height and slope",
        "Where the curve is 0, or low, its slope is 0, too.",
        "How high is the curve there, and how steep is it there?",
        "01",
        "Which belongs to which?",
        (
            "At w = 3 the curve (w - 3)² + 1 is 1 high. What is its slope there?",
            "0. Height and slope are two things: lifting a whole curve by 1 makes no place of it steeper.",
        ),
    ),
    Misconception(
        "M3",
        "a link of the chain",
        "Of something with something inside, the outer slope is enough.",
        "What stands inside, and what is its own slope?",
        "02",
        "One link of the chain",
        (
            "What is the slope of (5 - 2w)², and which factor is easily lost?",
            "2(5 - 2w) · (-2) = -4(5 - 2w). The last factor is the slope of what stands inside, 5 - 2w.",
        ),
    ),
    Misconception(
        "M4",
        "the minus",
        "Where the slope is negative, one must add it.",
        "Which way does the cost fall here, and which way does your step go?",
        "03",
        "Why minus, on both sides",
        (
            "The slope is -6. Does the rule w - 0.1 · slope move w to the left or to the right?",
            "To the right: minus a tenth of -6 is plus 0.6. The cost falls there as w grows.",
        ),
    ),
    Misconception(
        "M5",
        "slope and step",
        "The slope itself is the step.",
        "How long is your step, and what is the slope multiplied by before it is taken away?",
        "03",
        "The rule: a small step against the slope",
        (
            "The slope at w = 0 is -6, and the learning rate is 0.1. How long is the step, and where does it end?",
            "0.6 long: the learning rate times the slope. It ends at w = 0.6.",
        ),
    ),
    Misconception(
        "M6",
        "the size of the slope",
        "Only the sign of the slope counts: steps have one length.",
        "How steep is it where you stand now, and not where you began?",
        "04",
        "Only the sign?",
        (
            "Down (w - 3)², why does each step come out shorter than the one before, with the same learning rate?",
            "The slope is 2(w - 3): nearer to 3 it is less steep, and the step is the learning rate times the slope.",
        ),
    ),
    Misconception(
        "M7",
        "the sign of a slope",
        "A slope says how steep it is, and a direction is something else.",
        "Does the cost rise or fall there as w grows?",
        "03",
        "The rule: a small step against the slope",
        (
            "The slope at a place is -4.8. What does the minus say, and what the 4.8?",
            "The minus: the cost falls as w grows. The 4.8: by so much for each unit of w, just there.",
        ),
    ),
    Misconception(
        "M8",
        "where the arrow points",
        "The gradient points to the bottom.",
        "Which way goes down fastest just here, and is the bottom on that line?",
        "08",
        "A long bowl",
    ),
    Misconception(
        "M9",
        "past the bottom",
        "A rate that is too large only bounces about the bottom.",
        "By which number is the distance to the bottom multiplied at each step?",
        "04",
        "Larger than 1 is not bouncing",
        (
            "On (w - 3)² the factor is 1 - 2η. What happens at η = 0.9, and what at η = 1.1?",
            "0.9: the factor is -0.8, to and fro and nearer each time. 1.1: it is -1.2, further out each time.",
        ),
    ),
    Misconception(
        "M10",
        "smaller and safer",
        "A smaller learning rate is always better.",
        "How many steps does it take with that rate, and how many with a larger one?",
        "04",
        "Smaller is not better",
    ),
    Misconception(
        "M11",
        "shorter near the bottom",
        "Near the bottom the learning rate must be made smaller.",
        "What becomes of the slope near the bottom, and so of the step?",
        "04",
        "Does it need a schedule?",
    ),
    Misconception(
        "M12",
        "flat is the bottom",
        "Where the slope is 0 there is a minimum.",
        "What is the cost a little to the left, and a little to the right?",
        "05",
        "Look at both sides",
        (
            "The slope is 0 at a place. Name two things that the place can be, apart from a minimum.",
            "A maximum, such as a hilltop, or neither, as w³ has it at 0. Look at the cost on both sides.",
        ),
    ),
    Misconception(
        "M13",
        "the deepest valley",
        "Gradient descent finds the deepest place.",
        "From which start did it come, and what could it see from there?",
        "05",
        "The start decides",
    ),
    Misconception(
        "M14",
        "why a square",
        "Errors can be added up as they are.",
        "What becomes of an error of 0.5 and one of -0.5?",
        "06",
        "How wrong? First try: add the errors up",
        (
            "Two outputs have the errors +0.5 and -0.5. What is their sum, and what the sum of their losses ½e²?",
            "The sum of the errors is 0, as if nothing were wrong. The losses add up to 0.125 + 0.125 = 0.25.",
        ),
    ),
    Misconception(
        "M15",
        "the half",
        "The half changes what is learned.",
        "By which factor does the half change the slope, and what undoes it?",
        "06",
        "The half",
    ),
    Misconception(
        "M16",
        "error, loss, cost",
        "Error, loss and cost are one number.",
        "Is that for one output, for one example, or for all of them?",
        "06",
        "Error, loss, cost",
        (
            "What is the difference between a loss and a cost?",
            "A loss belongs to one example. The cost is the mean of the losses over all examples.",
        ),
    ),
    Misconception(
        "M17",
        "what moves",
        "The cost is a function of the inputs.",
        "Which of these numbers is turned in learning, and which are given?",
        "06",
        "Only w moves",
    ),
    Misconception(
        "M18",
        "who finds the slope",
        "Backpropagation and gradient descent are one thing.",
        "Which of the two finds the slopes, and which takes the step?",
        "10",
        "What it costs",
    ),
    Misconception(
        "M19",
        "the worst learns fastest",
        "The larger the error, the faster it learns.",
        "How steep is the neuron itself, where its output is nearly 0?",
        "07",
        "Train it: the three lines again",
    ),
    Misconception(
        "M20",
        "exactly there",
        "With enough steps it arrives exactly.",
        "What is left of the distance after a step, and is it ever 0?",
        "07",
        "Train it: the three lines again",
    ),
    Misconception(
        "M21",
        "what a weight cannot do",
        "Without a bias the input 0 is learned in time.",
        "What does the weight do to an input of 0?",
        "07",
        "It never learns 0",
    ),
    Misconception(
        "M22",
        "the bias's own slope",
        "The bias is something special, with a rule of its own.",
        "By what is z changed for each unit of b?",
        "08",
        "The bias is a weight",
    ),
    Misconception(
        "M23",
        "starting alike",
        "Starting with all weights equal is always wrong, or always right.",
        "What tells two neurons apart that start with the same weights?",
        "11",
        "Where to start",
    ),
    Misconception(
        "M24",
        "all at once",
        "One knob must be turned before the next slope is taken.",
        "At which place were the slopes taken, and where are the knobs now?",
        "08",
        "All at once",
    ),
    Misconception(
        "M25",
        "one example, or all",
        "An example is learned until it is right; then comes the next.",
        "Which examples have a say in this step?",
        "08",
        "One example, or both?",
    ),
    Misconception(
        "M26",
        "a rising cost",
        "When the cost rises, the formulas are wrong.",
        "Does the cost fall with a smaller learning rate?",
        "00",
        "Decide: how bold?",
    ),
    Misconception(
        "M27",
        "always a bowl",
        "A squared error is always a bowl.",
        "Where does the curve bend down?",
        "07",
        "Train it: the three lines again",
    ),
    Misconception(
        "M28",
        "a straight border",
        "One neuron's border is curved, as its squash is.",
        "At which places is z exactly 0?",
        "09",
        "A neuron with two inputs",
    ),
    Misconception(
        "M29",
        "more patience",
        "XOR needs more steps, another rate or another start.",
        "Which single line has (0, 0) and (1, 1) on one side, and the other two corners on the other?",
        "09",
        "Exactly one",
    ),
    Misconception(
        "M30",
        "what is hidden",
        "Hidden neurons cannot be looked at, or have targets that nobody knows.",
        "What do the two hidden neurons answer at (1, 0)?",
        "09",
        "Two neurons in between",
    ),
    Misconception(
        "M31",
        "the squash in between",
        "More layers help by their number; the squash is decoration.",
        "What can two layers without a squash do that one cannot?",
        "09",
        "Two neurons in between",
    ),
    Misconception(
        "M32",
        "the more the better",
        "More hidden neurons are always better.",
        "What does the border look like between the examples?",
        "09",
        "More neurons, more bends",
    ),
    Misconception(
        "M33",
        "a row for each neuron",
        "@ multiplies place by place, or down the columns.",
        "Which row belongs to the neuron, and what does it make of the input?",
        "09",
        "A table of weights",
    ),
    Misconception(
        "M34",
        "through the neuron",
        "The error reaches every neuron as it is.",
        "What does the neuron let through on the way back?",
        "10",
        "One neuron further back",
    ),
    Misconception(
        "M35",
        "all the paths",
        "One path counts, or paths are multiplied.",
        "Over which wires can a nudge reach the outputs, and what becomes of both effects?",
        "10",
        "Two ways to the end",
    ),
    Misconception(
        "M36",
        "columns on the way back",
        "The transpose undoes the table.",
        "To whom has this hidden neuron spoken: a row, or a column?",
        "10",
        "The whole network",
    ),
    Misconception(
        "M37",
        "nothing moves on the way",
        "Weights change while the error walks back.",
        "With which weights were the answers made that the slopes are for?",
        "10",
        "Six lines, and XOR",
    ),
    Misconception(
        "M38",
        "falling and right",
        "A cost that falls shows that the slopes are right.",
        "What does nudging say about this slope?",
        "10",
        "Decide: where do you check a gradient?",
    ),
    Misconception(
        "M39",
        "fading with depth",
        "All layers get slopes of the same size.",
        "How many factors stand in the slope of the first layer?",
        "10",
        "It fades with depth",
    ),
)
BY_ID = {one.id: one for one in ALL}


@cache
def behind_answers(lesson: str) -> dict[str, dict[str, str]]:
    """Return which misconception is behind which wrong answer of a lesson: by what was asked, and the answer's key."""
    sheet = load(lesson)
    slips = {f"exercise {one.name}": one.slips for one in sheet.exercises}
    options = {f"question {one.name}": one.options for one in sheet.quiz_questions}
    return {
        name: {one.key: one.misconception for one in answers if one.misconception}
        for name, answers in (slips | options).items()
    }


class Place(NamedTuple):
    """Where a misconception was met. over: whether the last answer there was right."""

    lesson: str
    what: str
    over: bool


def met(noted: dict) -> dict[str, list[Place]]:
    """Return where each misconception was met, by its id. noted: as `progress.noted` gives it."""
    found: dict[str, list[Place]] = {}
    for lesson in lessons():
        records = noted.get(load(lesson).id, {})
        for what, answers in behind_answers(lesson).items():
            if record := records.get(what):
                for misconception in dict.fromkeys(answers[key] for key in record.answers if key in answers):
                    found.setdefault(misconception, []).append(Place(lesson, what, record.is_right_now))
    return found


def not_got_over(noted: dict) -> list[tuple[Misconception, list[Place]]]:
    """Return the misconceptions that were met, and where, and that some last answer still shows; the frequent first."""
    still = [(BY_ID[one], places) for one, places in met(noted).items() if not all(place.over for place in places)]
    return sorted(still, key=lambda pair: -len(pair[1]))
