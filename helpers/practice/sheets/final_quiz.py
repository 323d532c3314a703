"""The last quiz of the course, part of lesson 11: a question for each lesson, in the order of the lessons."""

from helpers.practice.quiz import Option, Question

QUIZ = (
    Question(
        "00 what moves",
        "While a network learns to read digits, what is it that changes?",
        (
            Option(
                "Its weights and biases, and nothing else.",
                "the cost is a function of these 13,002 knobs. Some of them have slope 0 and stay, as those of the corners, where no ink is.",
            ),
            Option(
                "The pictures it is shown: they are the input of the cost.",
                "pictures go into the network. The cost takes the knobs; the 4,000 pictures are fixed data inside it.",
                "M17",
            ),
            Option(
                "Nothing stored: it computes each answer anew from the examples.",
                "after training it could throw the examples away. What it has learnt stands in the 13,002 numbers.",
                "M17",
            ),
        ),
        "0.2",
    ),
    Question(
        "01 flat",
        "Where is the slope of (w - 3)² + 1 equal to 0?",
        (
            Option(
                "At w = 3, where the curve is flat.", "its height there is 1. A slope of 0 says nothing of the height."
            ),
            Option(
                "Nowhere, since (w - 3)² + 1 is never 0.",
                "that is where the function would be 0. The slope is another thing, and the + 1 does not change it.",
                "M2",
            ),
            Option(
                "One cannot tell without the rule for derivatives.",
                "two points close to w = 3 tell: from 2.99 to 3.01 the height does not change, so the slope between them is 0.",
                "M1",
            ),
        ),
        "1.3",
    ),
    Question(
        "02 chain",
        "How steep is (2w - 3)² at w = 0?",
        (
            Option(
                "-12: twice -3, and times the inner slope, 2.",
                "2 · (2 · 0 - 3) = -6 on the outside, and times 2 it is -12.",
            ),
            Option(
                "-6: twice what is in the brackets.",
                "that is the outer slope. The inside moves twice as fast as w, so it is twice as steep.",
                "M3",
            ),
            Option(
                "9: minus 3, squared.",
                "9 is how high it is at w = 0, not how steep.",
                "M2",
            ),
        ),
        "2.2",
    ),
    Question(
        "03 minus",
        "A weight stands at 0.5, its slope is -0.8, and the learning rate is 0.1. Where does it go?",
        (
            Option(
                "To 0.58.",
                "0.5 - 0.1 · (-0.8): minus a negative number is plus, so it goes up, and the cost goes down.",
            ),
            Option(
                "To 0.42: a negative slope makes it smaller.",
                "that climbs. The cost falls as this weight grows, so grow it.",
                "M4",
            ),
            Option(
                "It cannot be said: a slope is no distance.",
                "the learning rate makes a distance of it: 0.1 · 0.8 is 0.08 along the axis of the weight.",
                "M5",
            ),
        ),
        "3.1",
    ),
    Question(
        "04 rate",
        "On (w - 3)² from w = 0, which learning rate comes within 0.01 of the bottom in the fewest steps: 0.01, 0.5 or 0.9?",
        (
            Option(
                "0.5: in one step.",
                "the distance is multiplied by 1 - 2η, which is 0 here. 0.9 takes 26 steps, and 0.01 takes 283.",
            ),
            Option(
                "0.01: small steps are the safe ones.",
                "each step is sure to go down, and there are 283 of them. Safe is not soon.",
                "M10",
            ),
            Option(
                "0.9: the larger the rate, the sooner it arrives.",
                "it overshoots: 5.4, 1.08, 4.536. It needs 26 steps, as many as 0.1.",
                "M10",
            ),
        ),
        "4.1",
    ),
    Question(
        "05 flat again",
        "A training stands still, and every slope is 0. What do you know?",
        (
            Option(
                "That no step will move it; whether it is a bottom, the slopes do not say.",
                "hilltops and shelves are flat, too. XOR with all weights at 0 stays at a cost of 0.125 forever.",
            ),
            Option(
                "That it has found a minimum.",
                "a bottom is flat, but not all that is flat is a bottom: look at both sides.",
                "M12",
            ),
            Option(
                "That it has found the lowest point there is.",
                "even a true bottom may be the higher one of two. Which one you reach depends on where you start.",
                "M13",
            ),
        ),
        "5.1",
    ),
    Question(
        "06 loss",
        "All ten outputs are 0.1, and the target is a 3. How large is the loss, half the sum of the squared errors?",
        (
            Option("0.45.", "nine errors of 0.1 and one of -0.9: 9 · 0.01 + 0.81 = 0.9, and half of it."),
            Option(
                "0: the errors 9 · 0.1 and -0.9 cancel.",
                "they do cancel as they are, and that is a reason to square them first.",
                "M14",
            ),
            Option(
                "0.9: the half is only decoration, so leave it out.",
                "with it the slope is a - y, without it twice that. It moves no minimum, but you must not change it on the way.",
                "M15",
            ),
        ),
        "6.1",
    ),
    Question(
        "07 saturated",
        "An output should be 1, and it is 0.0025. With the squared error, how fast does this neuron learn from that picture?",
        (
            Option(
                "Slowly: its slope a (1 - a) is 0.0025, too.",
                "the error is large, but it is multiplied by a slope that is next to nothing: the neuron is saturated.",
            ),
            Option(
                "Very fast: the larger the error, the larger the step.",
                "the error is one factor of three. From -10 the one-weight network took 22,134 steps to 0.9, from 0 only 71.",
                "M19",
            ),
            Option(
                "Not at all: saturated neurons are lost.",
                "the slope is small and not 0. With 22,134 steps, or a better start, it gets there.",
                "M21",
            ),
        ),
        "7.4",
    ),
    Question(
        "08 bias",
        "By which rule does a bias learn?",
        (
            Option(
                "By the same rule as a weight: less the learning rate times its own slope.",
                "a bias is a weight on an input that is always 1. The gradient has a part for each of the 42.",
            ),
            Option(
                "By none: it is set once, to move the neuron's threshold.",
                "it does move the threshold, and where that should be is learnt like all the rest.",
                "M22",
            ),
            Option(
                "By the slope of the weights beside it.",
                "each knob has its own partial derivative, with the others held still. All of them then move in one step.",
                "M24",
            ),
        ),
        "8.5",
    ),
    Question(
        "09 xor",
        "One neuron with two inputs is trained on XOR, from many starts, and the cost never falls below 0.125. What do you change?",
        (
            Option(
                "Put more training in: more steps, a smaller rate, another start.",
                "forty starts and 10,000 steps ended at 0.125. No three knobs do XOR, so no training finds them.",
                "M29",
            ),
            Option(
                "Put two hidden neurons in between.",
                "two lines move the four corners so that one line is enough. Nobody has to give the two a target.",
            ),
            Option(
                "Put in as many hidden neurons as there is room for: more are always better.",
                "two are enough here. On the ring eight gave the same three-cornered border as three, with more knobs to train.",
                "M32",
            ),
        ),
        "9.2",
    ),
    Question(
        "10 backpropagation",
        "Nudging would find the gradient of 13,002 parameters as well. Why does nobody train by nudging?",
        (
            Option(
                "It takes 26,004 evaluations of the cost for one step; backpropagation takes as long as about two.",
                "both find the same slopes. One asks each knob in turn, the other carries the error back once.",
            ),
            Option(
                "Because backpropagation finds a better direction than the slope.",
                "it finds the same slopes: the three that we measured agreed in all seven digits. Only the time differs, by a factor of about 13,000.",
                "M18",
            ),
            Option(
                "Because partial derivatives hold the others still, so nudging forbids all of them to move at once.",
                "they are held still while measuring. A short step of all 13,002 at once does what the slopes promise, 0.0074.",
                "M24",
            ),
        ),
        "10.4",
    ),
    Question(
        "11 equal starts",
        "All weights of a network with hidden layers start at 0.1. What becomes of the 16 neurons of its first hidden layer?",
        (
            Option(
                "They learn different things, since the pictures differ.",
                "every picture reaches all 16 alike: equal outputs, equal δ, equal steps. They differ by exactly 0.0 forever.",
                "M23",
            ),
            Option(
                "They learn, but more slowly than from random weights.",
                "no number of steps makes them differ: 16 copies of one neuron, and a cost that stays high.",
                "M23",
            ),
            Option(
                "They stay 16 copies of one neuron.",
                "equal weights behind them send equal errors back, and equal outputs make equal δ of them. Only random starts make them part.",
            ),
        ),
        "11.2",
    ),
)
