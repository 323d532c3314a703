"""Lesson 03, rolling down (w - 3)**2."""

from helpers.core import Parabola, gradient_descent
from helpers.practice.exercises import Exercise, Slip
from helpers.practice.quiz import Bet, Option, Question
from helpers.practice.random_inputs import numbers
from helpers.practice.sheets import Sheet


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


def returning(after, start=None, rate=None, rounds=None, inside=False):
    """Return a loop as people write it, with one thing amiss.

    after(w, slope, learning_rate): the new w. inside: whether the return stands inside the loop.
    """

    def loop(w, learning_rate, steps):
        w = w if start is None else start
        for _ in range(steps if rounds is None else rounds):
            w = after(w, slope(w), learning_rate if rate is None else rate)
            if inside:
                return w
        if not inside:
            return w

    return loop


def down(w, slope_there, learning_rate):
    """The step of the rule."""
    return w - learning_rate * slope_there


def moved_once(w, learning_rate, steps):
    """The slip of a step that stands outside the loop, or is stored under another name: no round, no value."""
    for _ in range(steps):
        new_w = step(w, learning_rate)
    return new_w


def whole_path(w, learning_rate, steps):
    """The slip of returning all places."""
    return [roll(w, learning_rate, number) for number in range(steps + 1)]


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
            Slip(
                4.8, "4.8 is how steep it is. Which way? 0.6 - 3 is negative, so the slope is, too.", misconception="M7"
            ),
            Slip(-2.4, "-2.4 is w - 3. The slope of (w - 3)² is twice that: where is the 2?"),
            Slip(5.76, "5.76 is the height at 0.6, the cost. The slope is 2(w - 3).", misconception="M2"),
            Slip(-0.48, "-0.48 has the learning rate in it already. The slope itself is ten times that."),
            Slip(0.48, "0.48 is how far the step will go. Asked is the slope that it is made of: 2(w - 3)."),
            Slip(
                -6,
                "-6 was the slope at 0. You stand at 0.6 now, nearer to the bottom.",
                almost=True,
                misconception="M6",
            ),
            Slip(-1.8, "-1.8 is 2 · 0.6 - 3. The 2 multiplies the whole bracket: 2 · (0.6 - 3).", almost=True),
            Slip(1.08, "1.08 is where the step ends. Asked is the slope that it is made of.", almost=True),
            Slip(-0.6, "-0.6 is a tenth of the slope at 0. Asked is the slope at 0.6, all of it.", misconception="M6"),
        ),
        question="How far is 0.6 from 3, with its sign? The slope is twice that.",
        forms=("2 * (0.6 - 3)", "2 * -2.4", "-24 / 5", "np.round(-4.8, 1)"),
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
                misconception="M4",
            ),
            Slip(1.272, "Your step was 0.192, half of what it should be. Did the slope lose its factor 2?"),
            Slip(
                0.71136,
                "0.71136 is 1.08 minus a tenth of the cost 3.6864. The rule wants the slope, -3.84.",
                almost=True,
                misconception="M2",
            ),
            Slip(
                4.92,
                "You took the whole slope, 3.84, in place of a tenth of it, and flew past the bottom at 3.",
                misconception="M5",
            ),
            Slip(0.384, "0.384 is the length of the step. Where do you stand after it?", almost=True),
            Slip(
                1.68,
                "You used the slope at 0, -6, once more. You stand at 1.08 now: the slope there is -3.84.",
                misconception="M6",
            ),
            Slip(
                -3.84, "-3.84 is the slope at 1.08. Take a tenth of it away from 1.08.", almost=True, misconception="M5"
            ),
            Slip(
                -2.76,
                "-2.76 is 1.08 - 3.84: the whole slope, and its minus is lost. Take away a tenth of -3.84.",
                almost=True,
            ),
            Slip(1.08, "1.08 is where you stand before this step. Where after it?"),
            Slip(
                1.56,
                "You took the step before, 0.48, once more. The slope is less steep at 1.08, so this step is shorter.",
                almost=True,
                misconception="M6",
            ),
            Slip(1.7712, "That is one step further. Asked is the third: from 1.08.", almost=True),
            Slip(
                3,
                "3 is the bottom. The step goes a part of the way: a tenth of the slope.",
                almost=False,
                misconception="M20",
            ),
        ),
        question="What is the slope at 1.08, what is a tenth of it, and where do you end when you take that away?",
        forms=("1.46", "1.5", "1.08 + 0.384", "1.08 - 0.1 * 2 * (1.08 - 3)", "3 - 3 * 0.8**3"),
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
                misconception="M4",
            ),
            Slip(
                lambda w, learning_rate: w - learning_rate * (w - 3),
                "From w = 0 your step went to 0.3, half the way to 0.6. The slope of (w - 3)² is 2(w - 3): where is the 2?",
            ),
            Slip(
                lambda w, learning_rate: w - slope(w),
                "From w = 0 your step went all the way to 6. It took the whole slope; multiply it by the learning rate first.",
                misconception="M5",
            ),
            Slip(
                lambda w, learning_rate: w - learning_rate * (w - 3) ** 2,
                "From w = 0 your step went to -0.9. It subtracted a tenth of the cost, 9. The rule wants the slope, -6.",
                misconception="M2",
            ),
            Slip(
                lambda w, learning_rate: -learning_rate * slope(w),
                also=(lambda w, learning_rate: learning_rate * slope(w),),
                hint="You return the move, 0.6 long from w = 0. What is asked is where you stand after it: w minus learning_rate times the slope.",
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
                misconception="M5",
            ),
            Slip(
                lambda w, learning_rate: max(0, step(w, learning_rate)),
                "From w = -2 it comes back at 0 or more. Nothing holds w above 0: leave the rule's number as it is.",
                almost=True,
                also=(lambda w, learning_rate: abs(step(w, learning_rate)),),
            ),
            Slip(
                lambda w, learning_rate: round(step(w, learning_rate), 2),
                "You round, and the next step starts from there. Keep all digits: 1.464 and not 1.46.",
                almost=True,
                also=(lambda w, learning_rate: round(step(w, learning_rate), 1),),
            ),
            Slip(
                lambda w, learning_rate: w + 6 * learning_rate,
                "You took the slope at 0, -6, everywhere. At another w it is another one: 2 * (w - 3).",
                misconception="M6",
            ),
            Slip(
                lambda w, learning_rate: w - learning_rate,
                "You took the learning rate itself away. It is a factor: multiply the slope by it.",
            ),
            Slip(
                lambda w, learning_rate: w - learning_rate * 2 * w - 3,
                "From w = 0 your step went to -3. The 3 belongs into the bracket: 2 * (w - 3), all of it times the rate.",
                almost=True,
            ),
            Slip(
                lambda w, learning_rate: (w - learning_rate) * slope(w),
                "Python does what is in brackets first: you took the rate away from w, then multiplied. Leave the brackets out there.",
            ),
            Slip(
                lambda w, learning_rate: w - learning_rate * 2 * w,
                "From w = 0 it stays at 0. The slope is 2(w - 3), and the 3 is lost.",
                almost=True,
            ),
            Slip(
                lambda w, learning_rate: w + 0.6,
                "Your step is 0.6 long wherever it starts. That is right from 0 at a tenth; elsewhere the slope is another one.",
                misconception="M6",
            ),
            Slip(
                lambda w, learning_rate: int(step(w, learning_rate)),
                "int cuts off what stands after the point. Keep all digits.",
                almost=True,
            ),
        ),
        cases=((0, 0.1), (6, 0.1), (3, 0.1), (0.6, 0.1), (1.08, 0.1), (1.08, 0.25), (-2.0, 0.4), (-2.0, 0.05)),
        forms=(
            "lambda w, learning_rate: w - learning_rate * 2 * (w - 3)",
            "lambda w, learning_rate: w + learning_rate * 2 * (3 - w)",
            "lambda w, learning_rate: w - 2 * learning_rate * w + 6 * learning_rate",
            "lambda w, learning_rate: 3 + (w - 3) * (1 - 2 * learning_rate)",
            "lambda w, learning_rate: w - learning_rate * Parabola(minimum=3).gradient(w)",
            "lambda w, eta: np.subtract(w, eta * np.array(2 * w - 6))",
        ),
        inputs=numbers((-5.0, 8.0), (0.0, 1.2)),
    ),
    Exercise(
        "roll",
        roll,
        "Five steps from 0 end at 2.01696, and no steps stay at the start. This loop trains networks, too.",
        "3.3",
        (
            Slip(
                returning(down, inside=True),
                "It took one step, however many were asked. Is the return inside the loop, one level too deep?",
                also=(lambda w, learning_rate, steps: step(w, learning_rate),),
            ),
            Slip(
                moved_once,
                "It moves only once. Does the step stand inside the loop, too, and is the new place stored as w?",
            ),
            Slip(
                returning(down, start=0),
                "It starts at 0, wherever it should start. w comes in as an argument: leave out the line w = 0.",
                almost=True,
            ),
            Slip(
                returning(down, rounds=5),
                "It takes five steps, however many are asked: range(steps).",
                almost=True,
            ),
            Slip(
                returning(down, rate=0.1),
                "Right for a learning rate of 0.1, and for no other. Is 0.1 typed where learning_rate should stand?",
                almost=True,
            ),
            Slip(
                returning(lambda w, slope_there, _: w - slope_there),
                "It takes the whole slope at each step. Multiply it by learning_rate.",
                misconception="M5",
            ),
            Slip(
                returning(lambda w, slope_there, learning_rate: w - learning_rate * slope_there / 2),
                "After one step from 0 it stands at 0.3, half the way to 0.6. The slope of (w - 3)² is 2(w - 3): where is the 2?",
            ),
            Slip(
                whole_path,
                "You return all places on the way. Asked is the last one: return w.",
                almost=True,
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
                misconception="M6",
            ),
            Slip(
                roll_upwards,
                "It climbs: after one step from 0 it stands at -0.6. Subtract inside the loop.",
                misconception="M4",
            ),
            Slip(
                lambda w, learning_rate, steps: w,
                "w comes out as it went in. Is the new w stored: w = w - learning_rate * slope?",
            ),
            Slip(
                lambda w, learning_rate, steps: roll(0.0, 0.1, 5),
                "It starts at 0, at 0.1, for five steps, whatever is asked. All three come in as arguments: leave those lines out.",
                almost=True,
            ),
        ),
        cases=((0, 0.1, 5), (0, 0.1, 0), (6, 0.1, 3), (8, 0.25, 2), (0, 0.1, 1), (-4.0, 0.05, 2)),
        forms=(
            "lambda w, learning_rate, steps: 3 + (w - 3) * (1 - 2 * learning_rate) ** steps",
            "lambda w, learning_rate, steps: gradient_descent(Parabola(minimum=3), w, learning_rate, steps).parameters[-1]",
            "lambda w, r, steps: __import__('functools').reduce(lambda v, _: v - r * 2 * (v - 3), range(steps), w)",
            "lambda w, r, n: w if n == 0 else 3 + (1 - 2 * r) * (3 + (1 - 2 * r) ** (n - 1) * (w - 3) - 3)",
        ),
        inputs=numbers((-5.0, 8.0), (0.0, 1.2), (0, 8)),
    ),
    Exercise(
        "order",
        "BDACF",
        "Start, loop, slope, step, and print when the loop is over.",
        "3.3",
        (
            Slip("BDAEF", "E adds the slope: that climbs. Which line subtracts it?", misconception="M4"),
            Slip("BDCAF", "C uses a slope that A has not computed yet. Slope first, then step.", almost=True),
            Slip(
                "BADCF",
                "With A before the loop the slope is computed once and goes stale. It belongs inside.",
                almost=True,
                misconception="M6",
            ),
            Slip("DBACF", "B inside the loop puts w back to 0 in every round. Start before the loop."),
            Slip(
                "BDACEF",
                "One of your lines undoes another: C subtracts what E adds. Only one of them belongs here.",
                misconception="M4",
            ),
            Slip(
                "BDACFE",
                "E would change w once more, at the end and upwards. It does not belong.",
                almost=True,
                misconception="M4",
            ),
            Slip("BDAFC", "F prints before C has made the step. Print when the loop is over.", almost=True),
            Slip(
                "DABCF",
                "With B after A, w is used before it has a value, and every round starts anew. Where does B belong?",
            ),
            Slip("BDAC", "Four of the five stand right. What shows the result at the end?", almost=True),
        ),
        labels=("1", "2", "3", "4", "5"),
        question="What is needed first: a place to start from. What runs again and again, and in which order inside?",
        forms=("['B', 'D', 'A', 'C', 'F']", "'1B 2D 3A 4C 5F'", "'B D A C F'"),
    ),
    Exercise(
        "nudged",
        (0.42, 0.58),
        "A positive slope makes the weight smaller, a negative one larger. The 0.08 is the same; only the way changes.",
        "3.2",
        (
            Slip(
                (0.58, 0.42),
                "You went up where the cost rises. Positive slope: make the weight smaller, 0.5 - 0.08.",
                misconception="M4",
            ),
            Slip((-0.3, 1.3), "You took all of 0.8. The learning rate takes a tenth of it: 0.08.", misconception="M5"),
            Slip(
                (0.42, 0.42),
                "The second slope is negative, and minus a negative is plus: 0.5 + 0.08.",
                almost=True,
                misconception="M4",
            ),
            Slip(
                (0.58, 0.58),
                "The first slope is positive, so the weight goes down: 0.5 - 0.08.",
                almost=True,
                misconception="M4",
            ),
            Slip(
                (-0.08, 0.08),
                "Those are the two moves. Where does the weight stand after each, starting from 0.5?",
                almost=True,
            ),
            Slip((0.08, -0.08), "Those are a tenth of the slopes. Take each of them away from 0.5.", almost=True),
            Slip(
                (1.3, -0.3),
                "You added the slope, and all of it. Take a tenth of it, 0.08, and subtract.",
                misconception="M4",
            ),
            Slip(
                (0.492, 0.508),
                "Your moves are 0.008: the learning rate is in them twice. A tenth of 0.8 is 0.08.",
                almost=True,
            ),
            Slip((0.05, 0.05), "The place is not multiplied. The new weight is 0.5 less a tenth of the slope."),
        ),
        question="A tenth of 0.8 is 0.08. Which way does the weight go for a positive slope, and which way for a negative one?",
        forms=("[0.42, 0.58]", "(0.5 - 0.08, 0.5 + 0.08)", "np.array([0.42, 0.58])"),
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
                "this one is not, since it is a square; others may be. The minus works on w, not on the cost: with w - 0.1 · slope, w moves to 0.6.",
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
                "Only how strongly the cost depends on w; a direction needs an arrow.",
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
                "It cannot; the point slides along the curve instead.",
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
                "3 · 0.8ⁿ shrinks forever. Within 0.01 it is after 26 steps, and that is often enough.",
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

SHEET = Sheet("03", "rolling-down", BETS, EXERCISES, QUIZ, {"Parabola": Parabola, "gradient_descent": gradient_descent})
