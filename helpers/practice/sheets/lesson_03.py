"""Lesson 03, rolling down (w - 3)**2."""

from helpers.practice.exercises import Exercise, Slip
from helpers.practice.questions import Bet, Option, Question
from helpers.practice.sheet import Sheet


def slope(w):
    """The slope of (w - 3)**2."""
    return 2 * (w - 3)


def step(w, learning_rate):
    """One step of gradient descent on (w - 3)**2."""
    return w - learning_rate * slope(w)


def roll(w, learning_rate, steps):
    """So many steps."""
    for _ in range(steps):
        w = step(w, learning_rate)
    return w


def roll_with_the_first_slope(w, learning_rate, steps):
    """The slip of computing the slope once, before the loop."""
    return w - steps * learning_rate * slope(w)


def roll_upwards(w, learning_rate, steps):
    """The slip of adding."""
    for _ in range(steps):
        w = w + learning_rate * slope(w)
    return w


BETS = (
    Bet(
        "first step",
        "You stand at w = 0. The slope there is -6, and you take a tenth of it, the other way. Where are you after one step?",
        ("at -0.6", "at 0.6", "at 3, the bottom"),
        {"learning_rate": 0.1, "initial_weight": 0.0, "steps": 1},
        "Minus a tenth of -6 is plus 0.6, so w grows. The slope tells the way and the steepness, not how far the bottom is.",
    ),
    Bet(
        "right side",
        "Now start at w = 6, on the other side of the bottom, with the same rule. Which way does w go?",
        ("left, to smaller w", "right, to larger w", "the rule needs a plus on this side"),
        {"learning_rate": 0.1, "initial_weight": 6.0, "steps": 3},
        "At 6 the slope is +6: the cost rises as w grows. Minus a positive number is a move to the left. One rule, both sides.",
    ),
    Bet(
        "adding",
        "Suppose you add where the rule subtracts: w + 0.1 times the slope, twice, from w = 0. Where do you end?",
        ("at 1.08, as before", "at -1.32, further from the bottom", "back at 0"),
        {"sign": "plus", "initial_weight": 0.0, "steps": 2},
        "The slope points to where the cost rises. Whoever adds it climbs, and the steps grow, because it is steeper up there.",
    ),
)

EXERCISES = (
    Exercise(
        "slope_here",
        -4.8,
        "At w = 0.6 the hill still drops to the right, a little less steeply than the -6 at the start.",
        "3.1",
        (
            Slip(4.8, "4.8 is how steep it is. Which way? 0.6 - 3 is negative, so the slope is, too."),
            Slip(-2.4, "-2.4 is w - 3. The slope of (w - 3)² is twice that: where is the 2?"),
            Slip(5.76, "5.76 is the height at 0.6, the cost. The slope is 2(w - 3)."),
            Slip(-0.48, "-0.48 has the learning rate in it already. The slope itself is ten times that."),
            Slip(0.48, "0.48 is how far the step will go. Asked is the slope that it is made of: 2(w - 3)."),
        ),
    ),
    Exercise(
        "w_3",
        1.464,
        "0.6, 0.48, 0.384: each step is 0.8 of the one before, and nobody shortened them.",
        "3.1",
        (
            Slip(
                0.696,
                "You went from 1.08 back to 0.696. The slope at 1.08 is -3.84, and minus a tenth of it is plus 0.384.",
            ),
            Slip(1.272, "Your step was 0.192, half of what it should be. Did the slope lose its factor 2?"),
            Slip(
                0.71136,
                "0.71136 is 1.08 minus a tenth of the cost 3.6864. The rule wants the slope, -3.84.",
                almost=True,
            ),
            Slip(4.92, "You took the whole slope, 3.84, in place of a tenth of it, and flew past the bottom at 3."),
            Slip(0.384, "0.384 is the length of the step. Where do you stand after it?", almost=True),
            Slip(1.68, "You used the slope at 0, -6, once more. You stand at 1.08 now: the slope there is -3.84."),
        ),
    ),
    Exercise(
        "step",
        step,
        "From 0 to 0.6, from 6 to 5.4, and at 3 it stays. The minus sign serves both sides.",
        "3.2",
        (
            Slip(
                lambda w, learning_rate: w + learning_rate * slope(w),
                "From w = 0 your step went to -0.6. The slope there is -6, and minus a tenth of -6 is plus 0.6. "
                "Did you add where the rule subtracts?",
            ),
            Slip(
                lambda w, learning_rate: w - learning_rate * (w - 3),
                "From w = 0 your step went to 0.3, half the way to 0.6. The slope of (w - 3)² is 2(w - 3): where is the 2?",
            ),
            Slip(
                lambda w, learning_rate: w - slope(w),
                "From w = 0 your step went all the way to 6. It took the whole slope; multiply it by the learning rate first.",
            ),
            Slip(
                lambda w, learning_rate: w - learning_rate * (w - 3) ** 2,
                "From w = 0 your step went to -0.9. It subtracted a tenth of the cost, 9. The rule wants the slope, -6.",
            ),
            Slip(
                lambda w, learning_rate: -learning_rate * slope(w),
                "You return the move, 0.6. What is asked is where you stand after it: w minus that much.",
                almost=True,
            ),
            Slip(
                lambda w, learning_rate: w - 0.1 * slope(w),
                "Right for a learning rate of 0.1, and for no other. Is 0.1 typed where learning_rate should stand?",
                almost=True,
            ),
            Slip(
                lambda w, learning_rate: slope(w),
                "You return the slope. Go on from there: w minus the learning rate times it.",
            ),
        ),
        cases=((0, 0.1), (6, 0.1), (3, 0.1), (0.6, 0.1), (1.08, 0.25), (-2.0, 0.4)),
    ),
    Exercise(
        "roll",
        roll,
        "Five steps from 0 end at 2.01696, and no steps stay at the start. This loop trains networks, too.",
        "3.3",
        (
            Slip(
                lambda w, learning_rate, steps: step(w, learning_rate),
                "It took one step, however many were asked. Is the return inside the loop, one level too deep?",
            ),
            Slip(
                lambda w, learning_rate, steps: roll(w, learning_rate, steps + 1),
                "One step too many: range(steps) already counts steps rounds, from 0 on.",
                almost=True,
            ),
            Slip(
                lambda w, learning_rate, steps: roll(w, learning_rate, max(steps - 1, 0)),
                "One step too few: range(1, steps) leaves out a round; range(steps) does not.",
                almost=True,
            ),
            Slip(
                roll_with_the_first_slope,
                "All your steps have the same length. The slope must be computed anew inside the loop, where w has changed.",
            ),
            Slip(
                roll_upwards,
                "It climbs: after one step from 0 it stands at -0.6. Subtract inside the loop.",
            ),
            Slip(
                lambda w, learning_rate, steps: w,
                "w comes out as it went in. Is the new w stored: w = w - learning_rate * slope?",
            ),
        ),
        cases=((0, 0.1, 5), (0, 0.1, 0), (6, 0.1, 3), (8, 0.25, 2), (0, 0.1, 1)),
    ),
    Exercise(
        "order",
        "BDACF",
        "Start, loop, slope, step, and print when the loop is over.",
        "3.3",
        (
            Slip("BDAEF", "E adds the slope: that climbs. Which line subtracts it?"),
            Slip("BDCAF", "C uses a slope that A has not computed yet. Slope first, then step.", almost=True),
            Slip(
                "BADCF",
                "With A before the loop the slope is computed once and goes stale. It belongs inside.",
                almost=True,
            ),
            Slip("DBACF", "B inside the loop puts w back to 0 in every round. Start before the loop."),
            Slip("BDACEF", "One of your lines undoes another: C subtracts what E adds. Only one of them belongs here."),
        ),
    ),
    Exercise(
        "nudged",
        (0.42, 0.58),
        "A positive slope makes the weight smaller, a negative one larger. The 0.08 is the same; only the way changes.",
        "3.2",
        (
            Slip(
                (0.58, 0.42), "You went up where the cost rises. Positive slope: make the weight smaller, 0.5 - 0.08."
            ),
            Slip((-0.3, 1.3), "You took all of 0.8. The learning rate takes a tenth of it: 0.08."),
            Slip((0.42, 0.42), "The second slope is negative, and minus a negative is plus: 0.5 + 0.08.", almost=True),
            Slip((0.58, 0.58), "The first slope is positive, so the weight goes down: 0.5 - 0.08.", almost=True),
            Slip(
                (-0.08, 0.08),
                "Those are the two moves. Where does the weight stand after each, starting from 0.5?",
                almost=True,
            ),
        ),
    ),
)

QUIZ = (
    Question(
        "minus",
        "At w = 0 the slope is already negative, -6. Why does the rule subtract it all the same?",
        (
            Option(
                "Because the slope points to where the cost rises, and we want the other way.",
                "0 minus 0.1 times -6 is 0.6: to the right, downhill.",
            ),
            Option(
                "It should not: with a negative slope one must add.",
                "it feels as if two minus signs were one too many. Adding gives -0.6, and the cost rises from 9 to 12.96.",
                "M4",
            ),
            Option(
                "Because costs are never negative.",
                "they are not, but the minus works on w, not on the cost. With w - 0.1 · slope, w moves to 0.6.",
                "M5",
            ),
        ),
        "3.2",
    ),
    Question(
        "one number",
        "What does the single number dC/dw = -6 tell you at w = 0?",
        (
            Option(
                "Both: its sign says which way is up, its size says how steep.",
                "the minus says that the cost falls as w grows, the 6 says by how much for each unit of w, just here.",
            ),
            Option(
                "Only how strongly the cost depends on w; a direction needs a vector.",
                "with many weights the direction is an arrow. With one there are two ways to go, and a sign is enough to tell them apart.",
                "M7",
            ),
            Option(
                "Only the direction; the size does not matter.",
                "the size makes the steps shrink by themselves: 0.6, 0.48, 0.384.",
                "M6",
            ),
        ),
        "3.2",
    ),
    Question(
        "units",
        "The slope is in units of cost for each unit of w. How can it be subtracted from w?",
        (
            Option(
                "The learning rate turns it into a move along the w axis.",
                "0.1 times -6 is a move of -0.6, drawn on the axis; the height of the curve is never stepped along.",
            ),
            Option(
                "It can not; the point slides along the curve instead.",
                "the picture looks like sliding. Only w is changed, and the point goes where the curve is above the new w.",
                "M5",
            ),
            Option(
                "The slope is a piece of the w axis by itself.",
                "then a step would be 6 long whatever the learning rate, and from 0 you would land at 6.",
                "M5",
            ),
        ),
        "3.2",
    ),
    Question(
        "bottom",
        "What happens if you start at w = 3?",
        (
            Option("Nothing: the slope is 0, so every step is 0.", "3 - 0.1 · 0 is 3, for any learning rate."),
            Option(
                "It takes one step and comes back.",
                "that needs a slope to step with, and at 3 there is none.",
                "M9",
            ),
            Option(
                "It goes on, because gradient descent always moves.",
                "it moves by the slope and only by the slope. Whether a slope of 0 always means a bottom is the story of lesson 05.",
                "M12",
            ),
        ),
        "3.4",
    ),
    Question(
        "arrival",
        "After how many steps at learning rate 0.1 does w, starting at 0, stand at 3 exactly?",
        (
            Option(
                "On paper never: the distance is multiplied by 0.8 and is never 0.",
                "3 · 0.8ⁿ shrinks for ever. Within 0.01 it is after 26 steps, and that is often enough.",
            ),
            Option(
                "After 26 steps.",
                "after 26 it is within 0.01, and 0.009 is left. Near is not there.",
                "M20",
            ),
            Option(
                "After 5 steps, since 5 · 0.6 = 3.",
                "only the first step is 0.6 long. They shrink with the slope: 0.48, 0.384, ...",
                "M11",
            ),
        ),
        "3.4",
    ),
)

SHEET = Sheet("03", BETS, EXERCISES, QUIZ)
