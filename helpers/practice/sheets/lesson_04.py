"""Lesson 04, how big a step on (w - 3)**2."""

import numpy as np

from helpers.core import Parabola, gradient_descent
from helpers.practice.exercises import Exercise, Slip
from helpers.practice.quiz import Bet, Option, Question
from helpers.practice.random_inputs import numbers
from helpers.practice.sheets import Sheet

EDGES = (0.05, 0.5, 1.0)


def rate(random):
    """A learning rate, often on an edge or near one."""
    edge = EDGES[random.integers(3)]
    near = edge * (1 + random.choice([-1, 1]) * 10 ** random.uniform(-4, -1))
    return (float(random.choice([random.uniform(0, 2), random.integers(0, 200) / 100, edge, near])),)


def fate(learning_rate):
    """What becomes of w at this learning rate."""
    if learning_rate < 0.05:
        return "crawl"
    if learning_rate < 0.5:
        return "converge"
    if learning_rate == 0.5:
        return "one-step"
    if learning_rate < 1:
        return "overshoot"
    return "bounce" if learning_rate == 1 else "diverge"


def except_at(edge, word, up_to=None):
    """Return a slip of `fate` that gives another word at one rate, or from it up to another one."""

    def slipped(learning_rate):
        there = edge <= learning_rate < up_to if up_to else learning_rate == edge
        return word if there else fate(learning_rate)

    return slipped


def with_edges(crawl=0.05, half=0.5, one=1.0):
    """Return a slip of `fate` with an edge that lies a little aside."""

    def slipped(learning_rate):
        if learning_rate < min(crawl, 0.5):
            return "crawl"
        if learning_rate in (0.5, 1):
            return fate(learning_rate)
        if learning_rate < half:
            return "converge"
        return "overshoot" if learning_rate < one else "diverge"

    return slipped


def without_edges(learning_rate):
    """The slip of going down from the largest with > alone: no word for exactly 0.5 and exactly 1."""
    if learning_rate > 1:
        return "diverge"
    if learning_rate > 0.5:
        return "overshoot"
    return "converge" if learning_rate > 0.05 else "crawl"


def unfinished(learning_rate):
    """The slip of an if too few: nothing is returned beyond 1."""
    return fate(learning_rate) if learning_rate <= 1 else None


def steps_to_near(learning_rate):
    """Steps from w = 0 until w is within 0.01 of 3; 1000 for more."""
    distance, steps = 3.0, 0
    while abs(distance) >= 0.01 and steps < 1000:
        distance, steps = (1 - 2 * learning_rate) * distance, steps + 1
    return steps


def halved(t):
    """0.3, halved after every ten steps."""
    return 0.3 * 0.5 ** (t // 10)


def at(learning_rate):
    """The state of the lab in which a bet is settled."""
    return {"learning_rate": learning_rate, "initial_weight": 0.0, "steps": 12}


BETS = (
    Bet(
        "0.1",
        "η = 0.1, which you know. Where is w after twelve steps from 0?",
        ("still left of 3", "at 3", "beyond 3"),
        at(0.1),
        "Each step leaves 0.8 of the distance. That is a positive number, so w stays on its side of 3.",
    ),
    Bet(
        "0.5",
        "η = 0.5, half of the slope. Where does the first step from 0 end?",
        ("at 1.5, half way", "at 3, the bottom", "at 6, as far on the other side"),
        at(0.5),
        "The slope at 0 is -6, and half of 6 is 3: all of the distance. On this hill the slope is twice the distance, everywhere.",
    ),
    Bet(
        "0.9",
        "η = 0.9, nine times 0.1. How near is w after twelve steps?",
        ("it has flown away", "near, but not as near as 0.1 was", "as near as 0.1 was"),
        at(0.9),
        "It goes to 5.4, 1.08, 4.536 and passes 3 each time. But the distances are 2.4, 1.92, 1.536, the same as at 0.1.",
    ),
    Bet(
        "1.0",
        "η = 1, the whole slope. From 0, what does w do?",
        ("it comes nearer, slowly", "it jumps between two places", "it goes further out each time"),
        at(1.0),
        "From 0 the step is 6 long and ends at 6. There the slope is +6, and the next step ends at 0 again.",
    ),
    Bet(
        "1.1",
        "η = 1.1, a tenth more than the whole slope. And now?",
        ("it goes to and fro in a range around 3", "it goes further out each time", "it settles after a bad start"),
        at(1.1),
        "From 0 to 6.6, which is 3.6 from the bottom and no longer 3. It is steeper there, so the next step is longer: 7.92.",
    ),
    Bet(
        "steeper",
        "The hill becomes four times as steep: k = 4. Which learning rate is at its bottom in one step?",
        ("0.5, as before", "2, four times as much", "0.125, a quarter"),
        {"k": 4.0, "learning_rate": 0.125},
        "The slope at 0 is -24 now. To move by 3 you need an eighth of it.",
    ),
    Bet(
        "sign",
        "Strides of 0.2 met 3 exactly. What do strides of 0.7 do?",
        ("they meet 3, too, only sooner", "they pass 3 and go to and fro", "they run away"),
        {"learning_rate": 0.1, "stride": 0.7, "steps": 20},
        "They go 0.7, 1.4, 2.1, 2.8, 3.5, 2.8: the bottom is not a whole number of strides away, and no stride is shorter than the last.",
    ),
)

EXERCISES = (
    Exercise(
        "factor",
        -0.4,
        "Negative, so each step passes 3. Smaller than 1 without its sign, so each step ends nearer.",
        "4.2",
        (
            Slip(
                0.4,
                "0.4 is how much is left. 2 · 0.7 is more than 1, so 1 minus it is negative: w changes sides.",
                misconception="M9",
            ),
            Slip(0.3, "0.3 is 1 - 0.7. The slope is twice the distance: where is the 2?"),
            Slip(
                0.16, "0.16 is what the cost is multiplied by, -0.4 times itself. Asked is the distance.", almost=True
            ),
            Slip(-1.4, "-1.4 times the distance is the step. What is left of the distance: 1 - 1.4?", almost=True),
            Slip(1.4, "1.4 is 2η, the part of the distance that the step takes. What does it leave?"),
            Slip(2.4, "2.4 is 1 + 1.4: that adds the slope and climbs. The rule subtracts it.", misconception="M4"),
            Slip(0.6, "0.6 is 2 · 0.3. First the 2 · 0.7, then take that away from 1."),
            Slip(
                -0.3, "-0.3 is 0.7 - 1. The slope is twice the distance: where is the 2, and what is taken from what?"
            ),
            Slip(-0.8, "-0.8 is the factor of the worked example, at η = 0.9. Here η is 0.7.", almost=True),
            Slip(-0.7, "-0.7 is -η. The factor is 1 less 2η: start from 1, take two times 0.7 away."),
        ),
        question="A step at η takes 2η of the distance. How much is that at η = 0.7, and what is left of 1?",
        forms=("1 - 2 * 0.7", "-2 / 5", "1 - 1.4", "-0.40"),
    ),
    Exercise(
        "w_2",
        2.52,
        "0, 4.2, 2.52: past the bottom and back, and nearer each time.",
        "4.1",
        (
            Slip(4.2, "4.2 is where the first step ends. From there take one more.", almost=True),
            Slip(0.48, "0.48 is how far from 3 you are. On which side? Then say where w is.", almost=True),
            Slip(-0.48, "-0.48 is w - 3 after two steps. Where is w itself?", almost=True),
            Slip(
                3.48,
                "The distance is right, the side is not: -0.4 times -0.4 is positive, so w is back left of 3.",
                True,
                misconception="M9",
            ),
            Slip(
                8.4,
                "You took the first step, 4.2, twice. At 4.2 the slope is +2.4, and the second step goes back.",
                misconception="M6",
            ),
            Slip(2.73, "Your factor was 0.3, which is 1 - 0.7. It is 1 - 2 · 0.7."),
            Slip(
                5.88,
                "From 4.2 you went on to the right. The slope there is +2.4, so the step is -1.68.",
                misconception="M9",
            ),
            Slip(1.08, "1.08 is the worked example, at η = 0.9. Here η is 0.7, and the factor -0.4.", almost=True),
            Slip(
                1.8,
                "1.8 leaves 0.4 of the distance, on the side where it was: the minus is lost, and one factor. Multiply -3 by -0.4 twice.",
            ),
            Slip(3.192, "That is one step further. Asked is where w is after two.", almost=True),
        ),
        question="The distance is -3 at first. Multiply it by the factor twice: and where is w then?",
        forms=("2.5", "3 - 3 * 0.16", "3 - 0.48", "3 + (-3) * (-0.4) ** 2"),
    ),
    Exercise(
        "fate",
        fate,
        "All of them, edges included. With one subtraction you know what a run on this hill will do before you start it.",
        "4.1",
        (
            Slip(
                lambda learning_rate: "diverge" if learning_rate > 0.5 else fate(learning_rate),
                "You give up everything above 0.5. At 0.51 the factor is -0.02: w passes 3 by a hair and is nearly there.",
                misconception="M9",
            ),
            Slip(
                lambda learning_rate: "bounce" if learning_rate >= 1 else fate(learning_rate),
                "At 1.1 it does not bounce in a range. The factor is -1.2, and each step ends further out than the last.",
                misconception="M9",
            ),
            Slip(
                lambda learning_rate: "bounce" if learning_rate > 0.5 else fate(learning_rate),
                "To and fro is not yet a bounce. At 0.99 it comes nearer, at 1.1 it goes further: the word depends on that.",
                misconception="M9",
            ),
            Slip(
                except_at(0.5, "converge"),
                "At 0.5 the factor is 0: nothing of the distance is left after a single step, and that has a word of its own.",
                almost=True,
            ),
            Slip(
                except_at(0.5, "overshoot"),
                "At exactly 0.5 it lands on 3 and does not pass it. Which of your comparisons takes 0.5 in?",
                almost=True,
            ),
            Slip(
                except_at(1.0, "diverge"),
                "At exactly 1 the factor is -1: as far out as before, never further. Is one of your comparisons >= where > belongs?",
                almost=True,
                misconception="M9",
            ),
            Slip(
                except_at(1.0, "overshoot"),
                "At exactly 1 the factor is -1, and nothing is gained by a step. Is one of your comparisons <= where < belongs?",
                almost=True,
                misconception="M9",
            ),
            Slip(
                except_at(0.05, "crawl"),
                "Only 0.05 itself is off: crawling is below 0.05, so this one converges.",
                almost=True,
            ),
            Slip(
                except_at(0, "converge", up_to=0.05),
                "Everything below 0.5 gets the same word. Below 0.05 a step leaves more than 0.9 of the distance: that is a crawl.",
                almost=True,
            ),
            Slip(
                lambda learning_rate: fate(learning_rate / 2),
                "You seem to use 1 - η. The slope is twice the distance, so the factor is 1 - 2η, and 0.5 is the edge where you have 1.",
            ),
            Slip(
                except_at(0, "overshoot", up_to=1.0),
                "Everything below 1 overshoots. The first `if` that fits wins: ask for the smallest rates first.",
            ),
            Slip(
                without_edges,
                "At exactly 0.5 and at exactly 1 yours gives the word beside. These two rates have words of their own: ask with ==. And 0.05 itself converges.",
                almost=True,
                also=(lambda learning_rate: "converge" if learning_rate == 0.05 else without_edges(learning_rate),),
            ),
            Slip(
                unfinished,
                "Above 1 yours gives nothing back. What is left over when no if fits? Return its word on the last line.",
                almost=True,
            ),
            Slip(
                with_edges(crawl=0.049),
                "Your crawl ends a little too early: the edge is 0.05 itself.",
                almost=True,
                also=(with_edges(crawl=0.01), with_edges(crawl=0.04)),
            ),
            Slip(
                with_edges(half=0.49),
                "Just below 0.5 the factor is still above 0, so w stays on its side. The edge is 0.5 itself.",
                almost=True,
                also=(with_edges(half=0.499),),
            ),
            Slip(
                with_edges(half=0.51),
                "Just above 0.5 the factor is below 0, so w passes 3. The edge is 0.5 itself.",
                almost=True,
                also=(with_edges(half=0.501),),
            ),
            Slip(
                with_edges(one=0.99),
                "Just below 1 w still comes nearer at each step. The edge is 1 itself.",
                almost=True,
                also=(with_edges(one=0.999),),
            ),
            Slip(
                with_edges(one=1.01),
                "Just above 1 w goes further out at each step. The edge is 1 itself.",
                almost=True,
                also=(with_edges(one=1.001), with_edges(one=1.1)),
            ),
            Slip(
                lambda learning_rate: 1 - 2 * learning_rate,
                "You return the factor. Asked is what it means, in one of the six words.",
            ),
            Slip(
                lambda learning_rate: "converge",
                "You give the same word for every rate. The table has six, one for each stretch and edge.",
                like=lambda words: isinstance(words[0], str) and len(set(words)) == 1,
            ),
        ),
        cases=tuple(
            zip(
                (
                    0,
                    0.01,
                    0.3,
                    0.51,
                    0.99,
                    1.1,
                    *EDGES,
                    *(edge - 1e-5 for edge in EDGES),
                    *(edge + 1e-5 for edge in EDGES),
                    2,
                    3.0,
                )
            )
        ),
        forms=(
            "lambda r: 'crawl' if r < .05 else 'converge' if r < .5 else 'one-step' if r == .5 else 'overshoot' if r < 1"
            " else 'bounce' if r == 1 else 'diverge'",
            "lambda r: 'diverge' if r > 1 else 'bounce' if r >= 1 else 'overshoot' if r > .5 else 'One step' if r >= .5"
            " else 'converge' if r >= .05 else 'crawl'",
            "lambda r: np.select([r < .05, r < .5, r == .5, r < 1, r == 1], "
            "['crawl', 'converge', 'one-step', 'overshoot', 'bounce'], 'diverge')",
            "lambda r: 'crawl' if 1 - 2 * r > .9 else 'converge' if 1 - 2 * r > 0 else 'one-step' if 1 - 2 * r == 0 else "
            "'overshoot' if 1 - 2 * r > -1 else 'bounce' if 1 - 2 * r == -1 else 'diverge'",
        ),
        inputs=rate,
    ),
    Exercise(
        "gentle",
        0.4,
        "Any rate from 0.341 up to 0.5 does it: at 0.35 the factor is 0.3, and 3 · 0.3⁵ is 0.0073.",
        "4.1",
        (
            Slip(
                0.3,
                "0.3 takes seven steps: its factor is 0.4, and 3 · 0.4⁵ is 0.031. Which way must the rate go, to leave less each time?",
                almost=True,
            ),
            Slip(
                0.1,
                "Too slow: a rate this small takes more than nine steps, and 0.1 takes 26. Look at the picture of steps over rates.",
                like=lambda given: 0 < given[0] < 0.5 and steps_to_near(given[0]) > 9,
                misconception="M10",
            ),
            Slip(
                0.33,
                "Close: this one takes six to nine steps. A little more, and five are enough.",
                almost=True,
                like=lambda given: 0 < given[0] < 0.5 and 5 < steps_to_near(given[0]) <= 9,
            ),
            Slip(0.5, "One step, and the best of all. But 0.5 is not below 0.5: go down a little.", almost=True),
            Slip(
                0.6,
                "Fast enough, but it passes 3 on the way. The picture is the same on both sides of 0.5: which rate is its partner?",
                almost=True,
                like=lambda given: 0.5 < given[0] < 1 and steps_to_near(given[0]) <= 5,
            ),
            Slip(
                0.7,
                "This one passes 3 at every step, and needs more than five. Look below 0.5.",
                like=lambda given: 0.5 < given[0] < 1 and steps_to_near(given[0]) > 5,
            ),
            Slip(
                1.0,
                "From 1 on it never gets within 0.01 of 3. Look below 0.5.",
                like=lambda given: given[0] >= 1,
                misconception="M9",
            ),
            Slip(
                -0.3,
                "With 0 nothing moves, and a rate below 0 adds where the rule subtracts, so w runs away. Look between 0 and 0.5.",
                like=lambda given: given[0] <= 0,
                misconception="M4",
            ),
        ),
        accepts=lambda given: 0 < given[0] < 0.5 and steps_to_near(given[0]) <= 5,
        question="Try it in the lab of the steeper hill, with k at 1: its sentence counts the steps.",
        forms=("0.45", "0.49", "2 / 5", "0.35", "0.341"),
    ),
    Exercise(
        "curves",
        "BDAC",
        "The factors are 0.9, -0.8, -1 and -1.2; the cost feels their squares: 0.81, 0.64, 1 and 1.44.",
        "4.4",
        (
            Slip(
                "DBAC",
                "You gave the faster fall to the smaller rate. At 0.05 the factor is 0.9, at 0.9 it is -0.8: which leaves less?",
                almost=True,
                misconception="M10",
            ),
            Slip(
                "BDCA",
                "At 1 the distance is 3, 3, 3, so the cost stays at 9. Which curve rises, and which rate has a factor beyond -1?",
                almost=True,
                misconception="M9",
            ),
            Slip(
                "BADC",
                "At 0.9, w goes to and fro, but each time 0.8 as far: the cost falls. It is at 1 that the cost stays.",
                misconception="M9",
            ),
            Slip(
                "DBCA",
                "Both pairs are swapped. Work out 1 - 2η for each rate: without its sign, the smallest belongs to the fastest fall.",
                misconception="M10",
            ),
            Slip(
                "CADB",
                "Those are the letters for the rates from large to small. Begin with 0.05.",
                almost=True,
            ),
            Slip(
                "ABCD",
                "That is the list as it stands. The cost is multiplied by the factor squared: for which rate is that exactly 1?",
            ),
        ),
        labels=("0.05", "0.9", "1.0", "1.1"),
        question="Work out the factor 1 - 2η for each rate. Without its sign: which is the smallest, which is 1, which is beyond?",
        forms=(
            "['B', 'D', 'A', 'C']",
            "'0.05: B, 0.9: D, 1.0: A, 1.1: C'",
            "'1B 2D 3A 4C'",
            "{0.9: 'D', 0.05: 'B', 1.1: 'C', 1.0: 'A'}",
        ),
    ),
    Exercise(
        "schedule",
        halved,
        "0.3 for ten steps, 0.15 for ten, then 0.075. Now see whether it is any good.",
        "4.3",
        (
            Slip(
                lambda t: 0.3 * 0.5**t,
                "Yours is halved at every step: after ten it is 0.0003. How many whole tens are in t? Python says t // 10.",
            ),
            Slip(
                lambda t: 0.3 * 0.5 ** (t / 10),
                "Yours shrinks a little at every step, and is 0.15 at step 10 as it should. For stairs, count whole tens: t // 10.",
                almost=True,
            ),
            Slip(
                lambda t: 0.3,
                "That is 0.3 forever. Multiply it by 0.5 once for each ten steps that are over.",
            ),
            Slip(
                lambda t: 0.5 ** (t // 10),
                "The stairs are right, and they start at 1. Where is the 0.3?",
                almost=True,
            ),
            Slip(
                lambda t: 0.3 if t < 10 else 0.15,
                "Halved once, after ten steps, and never again. At step 20 it should be 0.075.",
                almost=True,
            ),
            Slip(
                lambda t: 0.3 * 0.5 ** ((t + 1) // 10),
                "One step early: step number 9 is the tenth, since they are counted from 0, and still has 0.3.",
                almost=True,
            ),
            Slip(
                lambda t: 0.3 * 0.5 * (t // 10),
                "At step 0 yours is 0, so nothing moves. Halving twice is 0.5 ** 2, a power; 0.5 * 2 doubles.",
            ),
            Slip(lambda t: 0.15, "At step 0 yours is 0.15 already. The first ten steps have 0.3 whole."),
            Slip(
                lambda t: 0.3 - 0.15 * (t // 10),
                "You take 0.15 away after every ten steps, so at step 20 nothing is left. Halved means times 0.5, each time.",
                almost=True,
                also=(lambda t: max(0, 0.3 - 0.15 * (t // 10)),),
            ),
            Slip(
                lambda t: 0.3 * 2 ** (t // 10),
                "Yours doubles: 0.6 at step 10. Halved is times 0.5, or divided by 2.",
                almost=True,
            ),
            Slip(
                lambda t: 0.3 * 0.5 ** (t % 10),
                "t % 10 is what is left over from the tens: 9 for 19. How many whole tens are in t? t // 10.",
                almost=True,
            ),
            Slip(
                lambda t: 0.3 / (1 + t // 10),
                "You divide by 1, 2, 3, so at step 20 yours is 0.1. Halved again and again is divided by 1, 2, 4.",
                almost=True,
            ),
            Slip(
                lambda t: 0.3 * 0.5 ** (max(t - 1, 0) // 10),
                "One step late: step 10 is the eleventh, and has 0.15 already. Is a <= where < belongs?",
                almost=True,
                also=(lambda t: 0.3 if t <= 10 else 0.15 if t <= 20 else 0.075, lambda t: 0.3 if t <= 10 else 0.15),
            ),
            Slip(
                lambda t: 0.3 * 0.5 ** (t // 10) if t < 40 else 0,
                'Right at first, and then it no longer halves: "and so on" means for every t. A formula with t // 10 needs no last step.',
                almost=True,
                like=lambda rates: rates[:6] == (0.3, 0.3, 0.3, 0.15, 0.15, 0.075),
            ),
            Slip(
                lambda t: 0.3 * (t // 10),
                "You multiply 0.3 by the number of tens, so it begins with 0 and grows. Halve it once for each ten.",
            ),
            Slip(
                lambda t: 0.5 * 0.3 ** (t // 10),
                "0.3 and 0.5 are exchanged: the rate begins with 0.3, and 0.5 is multiplied again and again.",
                almost=True,
            ),
            Slip(
                lambda t: 0.3 * 0.5 ** (t // 10 + 1),
                "It begins with 0.15: halved once too often. After no whole ten nothing is halved yet.",
                almost=True,
            ),
            Slip(
                lambda t: 0.3 * 0.5 ** round(t / 10),
                "You round t / 10, so it is halved in the middle of each ten. How many whole tens are in t? t // 10.",
                almost=True,
            ),
        ),
        cases=((0,), (5,), (9,), (10,), (19,), (20,), (35,), (40,), (55,), (100,)),
        forms=(
            "lambda t: 0.3 / 2 ** (t // 10)",
            "lambda t: 0.3 * 0.5 ** int(t / 10)",
            "lambda t: 0.3 * np.power(0.5, np.floor(t / 10))",
            "lambda t: 0.3 * 2.0 ** -(t // 10)",
        ),
        inputs=numbers((0, 70)),
    ),
)

QUIZ = (
    Question(
        "right way",
        "At η = 1.1 every single step goes the right way, towards 3. Why does w run away all the same?",
        (
            Option(
                "Each step is 2.2 times as long as the distance, so it ends further out on the other side.",
                "1 - 2.2 is -1.2: after each step 1.2 times the distance is left. The sign was right each time; the amount was not.",
            ),
            Option(
                "It cannot: as long as the sign is right, w arrives sooner or later.",
                "a right sign makes the cost fall only if the step is small enough. Here it is 9, 12.96, 18.66.",
                "M6",
            ),
            Option(
                "On the right side of 3 the rule should add.",
                "at 6.6 the slope is +7.2, and subtracting leads back to the left, as it should. The step is too long, that is all.",
                "M4",
            ),
        ),
        "4.3",
    ),
    Question(
        "range",
        "At η = 1.1 you take a hundred steps from w = 0. Where is w?",
        (
            Option(
                "More than a hundred million away from 3.",
                "3 · 1.2¹⁰⁰ is about 250 million. Each step multiplies by 1.2, and nothing ever stops it.",
            ),
            Option(
                "Somewhere in a range around 3, bouncing.",
                "that is the picture of η = 1, where the factor is exactly -1. Beyond it every bounce is higher than the last.",
                "M9",
            ),
            Option(
                "Near 3, because the steps shrink as w comes near.",
                "steps shrink where the distance does. At 1.1 it grows, and so do they: 6.6, 7.92, 9.504.",
                "M11",
            ),
        ),
        "4.2",
    ),
    Question(
        "fewest",
        "Which of the learning rates 0.01, 0.1 and 0.9 needs the fewest steps to come within 0.01 of 3?",
        (
            Option(
                "0.1 and 0.9 tie, with 26 steps each.",
                "their factors are 0.8 and -0.8. The side changes or not; the distance shrinks alike.",
            ),
            Option(
                "0.1, because 0.9 wastes steps by passing 3.",
                "it passes 3 each time, and ends 0.8 times as far on the other side. 0.1 ends 0.8 times as far on this one.",
                "M10",
            ),
            Option(
                "0.01, because small steps are the safe ones.",
                "it is as safe as 0.1 here, and needs 283 steps.",
                "M10",
            ),
        ),
        "4.1",
    ),
    Question(
        "shrink",
        "η stays at 0.1 all the time. Must it be made smaller near the bottom, or w will pass it?",
        (
            Option(
                "No: the slope shrinks near the bottom, and the steps shrink with it.",
                "0.6, 0.48, 0.384: each is a tenth of a slope that fades. On this hill any constant rate below 1 settles.",
            ),
            Option(
                "Yes, or the steps stay 0.6 long and go past 3.",
                "that would be a step by the sign alone. A tenth of the slope is 0.6 only at w = 0.",
                "M11",
            ),
            Option(
                "Yes, every training needs a schedule.",
                "with the exact slope none is needed: 0.3 all the way ended 500,000 times nearer than 0.3 halved. It helps where single examples disagree.",
                "M11",
            ),
        ),
        "4.3",
    ),
    Question(
        "smooth",
        "On (w - 3)² you see only the costs: 9, 5.76, 3.69, 2.36. They fall smoothly. What do you know about η?",
        (
            Option(
                "It is 0.1 or 0.9; the costs do not say which.",
                "each cost is 0.64 of the one before, so the factor is 0.8 or -0.8. Look at w or at the slope's sign to tell.",
            ),
            Option(
                "It is 0.1: at 0.9, w jumps to and fro, and the cost would, too.",
                "w jumps across 3, but the cost feels the distance only, and each step multiplies that by 0.8.",
                "M10",
            ),
            Option(
                "It is below 0.5: with more, the cost would rise at times.",
                "on this hill the cost rises at every step or at none. It begins to rise beyond 1, not beyond 0.5.",
                "M9",
            ),
        ),
        "4.4",
    ),
)

SHEET = Sheet(
    "04", "learning-rate", BETS, EXERCISES, QUIZ, {"np": np, "Parabola": Parabola, "gradient_descent": gradient_descent}
)
