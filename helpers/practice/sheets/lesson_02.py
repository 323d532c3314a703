"""Lesson 02, the power rule, and one link of chain."""

from helpers.core import derivative, power_rule
from helpers.practice.exercises import Exercise, Slip
from helpers.practice.quiz import Bet, Option, Question
from helpers.practice.random_inputs import numbers
from helpers.practice.sheets import Sheet

PLACES = ((2.0,), (1.0,), (0.5,), (3.0,))  # 2 first: at 1 every power is 1, and many slips hide there
EVERYWHERE = (*PLACES, (-1.5,))
PLACE = numbers((-5.0, 5.0))
WEIGHTS = ((0.0,), (1.0,), (2.0,), (-1.5,), (4.0,))

BETS = (
    Bet(
        "thin strips",
        "The side grew from 3 to 4, and for each unit of h the strips gave 6, the corner 1. Now it grows by 0.1 in place of 1. "
        "What do they give for each unit of h?",
        ("a tenth of it: 0.6 and 0.1", "the strips still 6, the corner 0.1", "the same, 6 and 1"),
        {"w": 3.0, "h": 0.1},
        "A strip is thin one way only: divide by its thickness, and its length is left. The corner is thin both ways.",
    ),
    Bet(
        "below zero",
        "1/x is x to the power -1. What does the rule give as its slope at x = 2?",
        (
            "-1: minus one, times 2 to the power 0",
            "-0.25: minus one, times 2 to the power -2",
            "0.5, the height of 1/x at 2",
        ),
        {"n": "-1", "x": 2.0},
        "One less than -1 is -2, and 2 to the power -2 is a quarter. The minus is right: 1/x falls as x grows.",
    ),
    Bet(
        "inner factor",
        "Now the hill is (2w - 3)². At w = 0 the inside is -3, as it was in (w - 3)². What is the slope at w = 0?",
        ("-6, two times the inside, as before", "-12, twice as steep", "-3, half as steep"),
        {"a": 2.0, "w": 0.0},
        "The inside moves by 2 for each unit of w, and each unit of the inside is worth -6. Two times the inside alone, -6, "
        "leaves that 2 out.",
    ),
)

EXERCISES = (
    Exercise(
        "slope_4x3",
        lambda x: 12 * x**2,
        "12x² is 48 at x = 2. The 4 only makes everything four times as steep.",
        "2.1",
        (
            Slip(
                lambda x: 4 * x**2,
                "At x = 2 yours is 16, and measured it is 48, three times as much. The exponent 3 comes to the front.",
            ),
            Slip(
                lambda x: 12 * x**3,
                "At x = 2 yours is 96, and measured it is 48. The 3 came to the front; now one less than 3 stays above.",
                almost=True,
            ),
            Slip(
                lambda x: 3 * x**2,
                "That is the slope of x³, 12 at x = 2. 4x³ is four times as high, so four times as steep.",
                almost=True,
            ),
            Slip(lambda x: 7 * x**2, "7 is 4 + 3. The exponent comes to the front as a factor: 4 · 3."),
            Slip(lambda x: 12 * x, "The exponent went from 3 to 1. One less than 3 is 2.", almost=True),
            Slip(
                lambda x: 4 * x**3,
                "That is the curve itself, 32 high at x = 2. How steep is it there?",
                misconception="M2",
            ),
            Slip(
                lambda x: x**4,
                "You went the other way: 4x³ is the slope of x⁴. Bring the 3 to the front, and let one less stay above.",
            ),
            Slip(
                lambda x: 12.0,
                "12 is 4 · 3 alone. One less than 3 stays above: x to the power 2 belongs to it.",
                almost=True,
            ),
            Slip(
                lambda x: (12 * x) ** 2,
                "The square takes the 12 with it: 576 at x = 2. Only x is squared: 12 * x ** 2.",
                almost=True,
            ),
            Slip(
                lambda x: 4 * x**3 - 1, "Lower the exponent by 1, not the value. And the exponent comes to the front."
            ),
        ),
        EVERYWHERE,
        forms=(
            "lambda x: 4 * 3 * x ** 2",
            "lambda x: 12 * x * x",
            "lambda x: 12 * pow(x, 2)",
            "lambda x: 12 * np.square(x)",
            "lambda x: (4 * (x + 1e-5) ** 3 - 4 * (x - 1e-5) ** 3) / 2e-5",
        ),
        inputs=PLACE,
    ),
    Exercise(
        "slope_sum",
        lambda x: 6 * x - 4,
        "6x, -4 and 0: each part by itself. Slopes add up, as heights do.",
        "2.1",
        (
            Slip(
                lambda x: 6 * x + 1,
                "You kept the 5. It lifts the whole curve by 5 and makes no place steeper: its slope is 0.",
                almost=True,
            ),
            Slip(
                lambda x: 3 * x - 4,
                "At x = 2 yours is 2, measured it is 8. In 3x² the exponent 2 comes to the front: 3 · 2.",
                almost=True,
            ),
            Slip(
                lambda x: 6 * x**2 - 4,
                "At x = 2 yours is 20, measured it is 8. In 3x² one less than 2 stays above.",
                almost=True,
            ),
            Slip(lambda x: 2 * x - 4, "2x is the slope of x². 3x² is three times as steep.", almost=True),
            Slip(
                lambda x: 6 * x, "Where is the slope of -4x? It falls by 4 for each unit, so it adds -4.", almost=True
            ),
            Slip(lambda x: 2 * x, "You have 6x - 4x. The slope of -4x is -4, the same everywhere: no x is left in it."),
            Slip(
                lambda x: 6 * x + 4,
                "At x = 2 yours is 16, measured it is 8. The part -4x falls: keep its minus.",
                almost=True,
            ),
            Slip(lambda x: 6 * x - 3, "The 5 has slope 0, and you gave it 1: a level line does not rise.", almost=True),
            Slip(
                lambda x: 3 * x**2 - 4 * x + 5,
                "That is the curve itself, 9 high at x = 2. How steep is it there?",
                misconception="M2",
            ),
            Slip(lambda x: 6 * x - 4 * x + 5, "Each part by itself: 3x² has 6x. What has -4x, and what has 5?"),
        ),
        EVERYWHERE,
        forms=("lambda x: 2 * 3 * x - 4", "lambda x: 2 * (3 * x - 2)", "lambda x: -4 + x * 6"),
        inputs=PLACE,
    ),
    Exercise(
        "slope_line",
        lambda x: 7.0,
        "Seven up for each unit, wherever you stand; and lifting a line by 5 makes no place of it steeper.",
        "2.1",
        (
            Slip(
                lambda x: 12.0,
                "12 is 7 + 5. From x = 2 to x = 3 the line rises from 19 to 26: how much of that is due to the 5?",
                almost=True,
            ),
            Slip(
                lambda x: 7 * x,
                "7x is a part of the line itself. Its exponent is 1: one less is 0, and what is x⁰?",
                almost=True,
            ),
            Slip(
                lambda x: 7 * x + 5,
                "That is the line itself, 19 high at x = 2. How steep is it there?",
                misconception="M2",
            ),
            Slip(lambda x: 8.0, "The 5 has slope 0, and you gave it 1: a level line does not rise.", almost=True),
            Slip(lambda x: 0.0, "0 is the slope of the 5 alone. And 7x: how much does it rise for each unit of x?"),
            Slip(
                lambda x: 5.0,
                "5 is how high the line lies at x = 0. How much does it rise from there to x = 1?",
                misconception="M2",
            ),
            Slip(lambda x: 1.0, "1 is the slope of x alone. 7x is seven times as high, so how steep?", almost=True),
            Slip(
                lambda x: 7 / x,
                "The exponent went from 1 to -1. One less than 1 is 0, and x⁰ is 1.",
                almost=True,
            ),
            Slip(lambda x: 14 * x, "14x is the slope of 7x². Here the exponent of x is 1."),
            Slip(
                lambda x: 3.5 * x**2 + 5 * x,
                "You went the other way: 7x + 5 is the slope of 3.5x² + 5x. Asked is the slope of 7x + 5.",
                also=(lambda x: 3.5 * x**2,),
            ),
            Slip(lambda x: 7 * x + 1, "Each part by itself: of 7x no x is left, and what does a constant add?"),
        ),
        EVERYWHERE,
        question="From x = 2 to x = 3 the line rises from 19 to 26. How steep is that, and is it another there than elsewhere?",
        forms=(
            "lambda x: 7",
            "lambda x: 7 * x ** 0",
            "lambda x: 7 + 0",
            "lambda x: 7 * x / x",
            "lambda x: 7 * np.ones_like(x)",
        ),
        inputs=PLACE,
    ),
    Exercise(
        "wrong",
        "CE",
        "C should be 3x², and E 6x - 5: the slope of -5x is -5 everywhere. At x = 1 all five pass, so take a second place.",
        "2.3",
        (
            Slip("E", "E is one of them. There is another one, and like E it hides at x = 1: set x = 2.", almost=True),
            Slip("C", "C is one of them. There is another one, and like C it hides at x = 1: set x = 2.", almost=True),
            Slip(
                "CDE",
                "C and E are wrong. D is right: at x = 2 both say -0.25. The minus comes from the exponent -2.",
                almost=True,
            ),
            Slip(
                "DE",
                "E is wrong. D is right: at x = 2 both say -0.25. Another one passes at x = 1 and fails at x = 2.",
                almost=True,
            ),
            Slip("CD", "C is wrong. D is right: at x = 2 both say -0.25. Measure E there, too.", almost=True),
            Slip("ABD", "Those three are the right ones. Asked are the wrong ones."),
            Slip(
                "BC",
                "C is one of them. What else you named is right: formula and measurement agree at every place. Measure the others at x = 2: which one fails there?",
                almost=True,
                like=lambda given: "C" in given[0] and "E" not in given[0] and len(set(given[0])) > 1,
            ),
            Slip(
                "BE",
                "E is one of them. What else you named is right at every place. One that you did not name passes at x = 1 alone.",
                almost=True,
                like=lambda given: "E" in given[0] and "C" not in given[0] and len(set(given[0])) > 1,
            ),
            Slip(
                "BCE",
                "C and E are wrong, and you named more than these two. Measure the others at x = 2.",
                almost=True,
                like=lambda given: {"C", "E"} < set(given[0]),
            ),
        ),
        unordered=True,
        question="Measure those that you named at x = 2: formula and measurement agree. Which of the others fail there?",
        forms=("'EC'", "'C and E'", "['C', 'E']", "{'C', 'E'}", "('E', 'C')", "'C/E'", "'c & e'"),
    ),
    Exercise(
        "slope_inside",
        lambda w: 4 * (2 * w - 3),
        "-12 at w = 0, and 0 at w = 1.5, where the inside is 0. 8w - 12 is the same and as right.",
        "2.2",
        (
            Slip(
                lambda w: 2 * (2 * w - 3),
                "At w = 0 yours is -6, and measured it is -12. There are two 2s here: the exponent, and the inner slope. Where is the other one?",
                almost=True,
                misconception="M3",
            ),
            Slip(
                lambda w: 8 * w,
                "At w = 0 yours is 0, measured it is -12. The outer slope is taken at 2w - 3, not at 2w.",
                misconception="M3",
            ),
            Slip(
                lambda w: 4 * w - 12,
                "At w = 0 it fits, at w = 1 yours is -8 and measured it is -4. Is the square of 2w there as 4w²?",
                almost=True,
            ),
            Slip(
                lambda w: 4 * (2 * w - 3) ** 2,
                "At w = 0 yours is 36. Both factors are there; the square should be gone: one less than 2 is 1.",
                almost=True,
            ),
            Slip(
                lambda w: 8 * w - 3,
                "At w = 0 yours is -3, measured it is -12. Does the 4 multiply the 3, too? Mind the bracket.",
                almost=True,
            ),
            Slip(lambda w: 4.0, "4 is 2 · 2. The outer slope is 2 times the inside, and the inside is 2w - 3."),
            Slip(
                lambda w: 2.0,
                "2 is the inner slope alone. Multiply it by the outer one, 2(2w - 3).",
                misconception="M3",
            ),
            Slip(
                lambda w: 2 * (2 * w - 3) + 2,
                "You added the inner slope. Along a chain slopes are multiplied.",
                almost=True,
                misconception="M3",
            ),
            Slip(
                lambda w: (2 * w - 3) ** 2,
                "That is the hill itself, 9 high at w = 0. How steep is it there?",
                misconception="M2",
            ),
            Slip(
                lambda w: 8 * w + 12, "At w = 0 yours is 12, measured it is -12. The inside is 2w minus 3.", almost=True
            ),
            Slip(
                lambda w: 4 * w * (2 * w - 3),
                "At w = 0 yours is 0, measured it is -12. The slope of the inside is 2: no w is left in it.",
            ),
        ),
        WEIGHTS,
        forms=("lambda w: 8 * w - 12", "lambda w: 2 * (2 * w - 3) * 2", "lambda w: 4 * (2 * w - 3) ** 1"),
        inputs=PLACE,
    ),
    Exercise(
        "slope_mirror",
        lambda w: -4 * (5 - 2 * w),
        "-20 at w = 0: the inside is 5 there and falls, and its square falls with it.",
        "2.2",
        (
            Slip(
                lambda w: 2 * (5 - 2 * w),
                "At w = 0 yours is 10, measured it is -20. That is the outer slope. The inner slope is missing: -2.",
                misconception="M3",
            ),
            Slip(
                lambda w: 4 * (5 - 2 * w),
                "At w = 0 yours is 20, measured it is -20. The inside falls as w grows: its slope is -2, not 2.",
                almost=True,
                misconception="M3",
            ),
            Slip(
                lambda w: -2 * (5 - 2 * w),
                "At w = 0 yours is -10, measured it is -20. The inner slope -2 is there; the exponent 2 is not.",
                almost=True,
                misconception="M3",
            ),
            Slip(
                lambda w: -4 * (5 - 2 * w) ** 2,
                "At w = 0 yours is -100. Both factors are there; the square should be gone: one less than 2 is 1.",
                almost=True,
            ),
            Slip(lambda w: -4.0, "-4 is 2 · (-2). The outer slope is 2 times the inside, and the inside is 5 - 2w."),
            Slip(
                lambda w: 8 * w,
                "At w = 0 yours is 0, measured it is -20. The outer slope is taken at the whole inside, 5 - 2w. "
                "Or did you expand, and lose the middle part, -20w?",
            ),
            Slip(
                lambda w: -20 - 2 * w,
                "At w = 0 it fits, at w = 1 yours is -22 and measured it is -12. Does the -4 multiply the 2w, too? Mind the bracket.",
                almost=True,
            ),
            Slip(
                lambda w: 2 * (5 - 2 * w) - 2,
                "You added the inner slope. Along a chain slopes are multiplied.",
                almost=True,
                misconception="M3",
            ),
            Slip(
                lambda w: (5 - 2 * w) ** 2,
                "That is the hill itself, 25 high at w = 0. How steep is it there?",
                misconception="M2",
            ),
        ),
        WEIGHTS,
        forms=("lambda w: 8 * w - 20", "lambda w: 2 * (5 - 2 * w) * (-2)", "lambda w: -20 + 8 * w"),
        inputs=PLACE,
    ),
    Exercise(
        "order",
        "CBAD",
        "Expand, slope of each part, factor. No chain was needed, and the chain says the same: 2(w - 3).",
        "2.2",
        (
            Slip(
                "CEAD",
                also=("CEFD",),
                hint="E loses the middle part: at w = 1, (w - 3)² is 4 and w² - 9 is -8. And 2w - 6 could not come out of it.",
            ),
            Slip("CBFAD", "F keeps the 9. A constant has slope 0, so A follows from B directly.", almost=True),
            Slip("CBFD", "F keeps the 9: at w = 0 it is 3, and measured the slope is -6. A constant has slope 0."),
            Slip("DABC", "That is the way back, from the slope to the hill. Start with the hill."),
            Slip("CDAB", "From C straight to D is the chain's way. Here: expand first, then take slopes, then factor."),
            Slip("CBDA", "D is the factored form of A, so A comes first.", almost=True),
            Slip("BCAD", "B is what C becomes when it is expanded: start with C.", almost=True),
            Slip(
                "CBADEF",
                "Two of the lines do not belong: in E the middle part is lost, and F keeps the 9.",
                almost=True,
                also=("CBADE", "CBADF"),
            ),
            Slip(
                "ABCD",
                "That is the list as it stands. Which line is the hill as it is given, before anything is done to it?",
            ),
        ),
        labels=("1", "2", "3", "4"),
        question="Start with the hill as it is given. Which line says the same without the bracket?",
        forms=("'C, B, A, D'", "['C', 'B', 'A', 'D']", "'1C 2B 3A 4D'", "'C->B->A->D'"),
    ),
    Exercise(
        "slope_1_over_x",
        lambda x: -1 / x**2,
        "-0.25 at x = 2, as the lab measured. Never positive: 1/x falls on both sides of 0.",
        "2.1",
        (
            Slip(
                lambda x: 1 / x**2,
                "At x = 2 yours is 0.25, and 1/x falls there. The exponent -1 comes to the front, minus and all.",
                almost=True,
            ),
            Slip(lambda x: -1 / x, "The -1 came to the front, and x⁻¹ stayed. One less than -1 is -2.", almost=True),
            Slip(
                lambda x: -1.0, "The exponent went from -1 up to 0. One less than -1 is -2: further from 0, not nearer."
            ),
            Slip(
                lambda x: 1.0,
                "You took the slope of what is below the line, x. Write 1/x as one power first: x⁻¹.",
            ),
            Slip(lambda x: -2 / x**3, "That is the slope of 1/x², x⁻². Here the exponent is -1."),
            Slip(lambda x: 1 / x, "That is the height, 0.5 at x = 2. How steep is it there?", misconception="M2"),
            Slip(
                lambda x: -2 / x**2, "The exponent below is right. In front stands the old exponent, -1.", almost=True
            ),
            Slip(lambda x: -1 / x**3, "The exponent went from -1 to -3. One less than -1 is -2.", almost=True),
            Slip(lambda x: 0.0, "0 is the slope of a constant, 1 alone. Read 1/x as x⁻¹."),
            Slip(
                lambda x: 1 / (2 * x),
                "You put the 2 below as a factor. One less than -1 is -2, and that is an exponent.",
            ),
        ),
        EVERYWHERE,
        forms=(
            "lambda x: -1 * x ** -2",
            "lambda x: -(1 / x) ** 2",
            "lambda x: -x ** -2",
            "lambda x: -1 / (x * x)",
            "lambda x: -np.reciprocal(x) ** 2",
        ),
        inputs=PLACE,
    ),
    Exercise(
        "slope_sqrt_x",
        lambda x: 0.5 * x**-0.5,
        "Half at x = 1, a quarter at x = 4. It gets flatter forever and never level.",
        "2.1",
        (
            Slip(
                lambda x: x**-0.5,
                "At x = 1 yours is 1, measured it is 0.5. The exponent 0.5 comes to the front.",
                almost=True,
            ),
            Slip(
                lambda x: 0.5 * x**0.5,
                "That grows with x, and the curve gets flatter. Is the exponent lowered, 0.5 - 1? "
                "Or is a bracket missing: 1 / (2 * x ** 0.5)?",
                almost=True,
            ),
            Slip(lambda x: 0.5 * x**1.5, "The exponent went up to 1.5. One less than 0.5 is -0.5.", almost=True),
            Slip(
                lambda x: -0.5 * x**-0.5,
                "The root rises, so its slope is positive. The minus belongs to the new exponent, 0.5 - 1 = -0.5, and stays there.",
                almost=True,
            ),
            Slip(
                lambda x: 0.5 / x,
                "At x = 4 yours is 0.125, measured it is 0.25. The exponent is -0.5, not -1.",
                almost=True,
            ),
            Slip(lambda x: 2 * x, "2x is the slope of x². The root is x to the power 0.5: bring the 0.5 to the front."),
            Slip(lambda x: x**0.5, "That is the height, 1 at x = 1. How steep is it there?", misconception="M2"),
            Slip(
                lambda x: 0.5 * x**-1.5, "The exponent went from 0.5 to -1.5. One less than 0.5 is -0.5.", almost=True
            ),
            Slip(
                lambda x: 2 * x**0.5,
                "In front stands the old exponent, 0.5, and not 2; and one less than 0.5 stays above.",
            ),
            Slip(lambda x: 0.5 * x, "The exponent became 1. One less than 0.5 is -0.5.", almost=True),
            Slip(
                lambda x: 0.5,
                "0.5 is the exponent that came to the front. x to the power -0.5 belongs to it.",
                almost=True,
            ),
        ),
        ((4.0,), (1.0,), (0.25,), (2.0,)),
        forms=(
            "lambda x: 1 / (2 * x ** 0.5)",
            "lambda x: 1 / 2 / np.sqrt(x)",
            "lambda x: 0.5 * x ** (-1 / 2)",
            "lambda x: x ** 0.5 / (2 * x)",
            "lambda x: 0.5 / __import__('math').sqrt(x)",
        ),
        inputs=numbers((0.1, 9.0)),
    ),
)

QUIZ = (
    Question(
        "derivative of 9",
        "What is the derivative of 9?",
        (
            Option(
                "0", "the line y = 9 is level: from x = 2 to x = 3 it rises by 0. Heights do not matter, changes do."
            ),
            Option(
                "9",
                "9 is the height of the line. In w² - 6w + 9 a kept 9 would make the slope at 0 equal to 3, and it is -6.",
                "M2",
            ),
            Option(
                "1",
                "1 is the slope of x. 9 has no x in it: in 9 · x⁰ it is the 0 that comes to the front.",
                "M1",
            ),
        ),
        "2.1",
    ),
    Question(
        "x to the zero",
        "What is the slope of x⁰ at x = 2?",
        (
            Option("0", "x⁰ is 1 at 2 and 1 everywhere near it. The rule agrees: 0 · x⁻¹ = 0."),
            Option("1", "x⁰ is 1, and that is the height. Nothing rises.", "M2"),
            Option(
                "0.5",
                "it lowers the exponent, 2 to the power -1 is 0.5, and forgets to put the old exponent 0 in front.",
                "M1",
            ),
        ),
        "2.1",
    ),
    Question(
        "corner",
        "In the growing square the corner h² leaves no trace in the slope 2w. Why?",
        (
            Option(
                "Divided by h it is still h, and goes to 0 with h.",
                "at h = 0.1 it gives 0.1 for each unit of h, at h = 0.01 only 0.01. The strips give 2w all the way.",
            ),
            Option(
                "Small areas may be left out.",
                "the strips get small as well: at w = 3, h = 0.01 they are 0.06, and they are the whole slope. What counts is what is left for each unit of h.",
                "M1",
            ),
            Option(
                "It does leave one: the slope at w = 3 is 7.",
                "7 is the mean slope between 3 and 4. At 3 itself it is 6.",
                "M1",
            ),
        ),
        "2.1",
    ),
    Question(
        "inside",
        "You write 2(2w - 3) for the slope of (2w - 3)². What happens when you measure at w = 0?",
        (
            Option(
                "It measures -12, and the formula says -6: the inner slope 2 is missing.",
                "the chain is 2(2w - 3) · 2. For (w - 3)² the inner slope is 1, and nobody misses it.",
            ),
            Option(
                "It measures -6, so the formula is right.",
                "the power rule alone says so. It was made for a bare x; here the inside moves twice as fast as w.",
                "M3",
            ),
            Option(
                "It measures -5, because the line through two points is not the tangent.",
                "-5 is the mean slope of (w - 3)² between 0 and 1. With points as close as 0.00001, line and tangent agree to many digits, and say -12.",
                "M3",
            ),
        ),
        "2.2",
    ),
    Question(
        "one place",
        "For the slope of x³ someone wrote 3x. Measured at x = 1, the slope is 3. What does that show?",
        (
            Option(
                "Little: measure at another place as well.",
                "at x = 2 the formula says 6, and measured it is 12. Agreeing at 1 place, where all powers are 1, is easy.",
            ),
            Option(
                "That 3x is right: 3 · 1 = 3.",
                "at x = 1 it is. A derivative is a formula for every place, and at x = 2 it fails.",
                "M1",
            ),
            Option(
                "That measuring is too crude to trust.",
                "the measured 3 is right. It is the formula that fits at x = 1 by luck.",
                "M1",
            ),
        ),
        "2.3",
    ),
)

SHEET = Sheet("02", "power-rule", BETS, EXERCISES, QUIZ, {"derivative": derivative, "power_rule": power_rule})
