"""What the numbers of lesson 00 follow from."""

import numpy as np
from prose import Claims

from helpers.core import Network, gradient_descent, load_digits, sigmoid
from helpers.labs import KnobsLab

claims = Claims("00")
says, needs_none = claims.says, claims.needs_none

network = Network((1, 1))
cost = network.cost_on([[0.0], [1.0]], [[0.0], [1.0]])
start = KnobsLab().state
w, b = start["w"], start["b"]
half = 0.5 * np.array([sigmoid(b) - 0, sigmoid(w + b) - 1]) ** 2
goal = 0.02


def costs(rate, steps):
    """Return the costs of a training from the lesson's knobs."""
    return gradient_descent(cost, [w, b], rate, steps).costs


def rises(rate, steps):
    """Return after how many steps each rise came."""
    return (np.flatnonzero(np.diff(costs(rate, steps)) > 0) + 1).tolist()


needs_none("what the network should do", "0 for 0, and 1 for 1.", "for 0 answer 0, and for 1 answer 1")
needs_none("the goal of the first exercises, which the sheet holds", f"below {goal}", times=3)

# Two questions
says("lies half-way between 0 and 1?**\n\n<details><summary>Answer</summary>\n\n{}.", (0 + 1) / 2)
says("One arrow lands 3 cm above the mark, another 3 cm below: {:+} and {}", 3, -3)
says("{} and {}. Squares forget", 3**2, (-3) ** 2)

# Turn two knobs
says("the answer lies between {:.0f} and {:.0f}", sigmoid(-700), sigmoid(700))
says("its knobs stand at {:g} and {:g}, and it answers {:.3f} for 0 and {:.3f} for 1", w, b, sigmoid(b), sigmoid(w + b))
says("halve it: {:.3f} and {:.3f}. The mean of the two, {:.4f}", *half, half.mean())
says("use the arrow keys, {} at a time", KnobsLab.controls[0].step)
needs_none("b alone remains where the input is 0", "w only the one for x = 1? For x = 0 the sum is w · 0 + b")
both_at_0 = next(button for button in KnobsLab.buttons if "0" in button.label)
needs_none("the button", f"press *{both_at_0.label}*")
zero = both_at_0.press(start)
says("Both answers are {}", sigmoid(zero["b"]))
says("half-way, and the cost is {}", cost.value([zero["w"], zero["b"]]))

# Write them down
needs_none("the exercise's own weight", "w stands at 6.", "Set w to 6 in the lab", "where w is not 6.")
says("With b = 0, the answer for 0 is {}", sigmoid(0))
assert max(cost.value([6.0, -3.0]), cost.value([4.0, -2.0])) < goal
needs_none("answers that lie below the goal, see above", "b = -3\n", "knobs = (4, -2)")
needs_none("the inputs", "For 0 the sum is b alone", "For 1 the sum is w + b")
assert sigmoid(0.0) == 0.5
needs_none("where the answer is half-way", "it should be well below 0. For", "w + b: it should be well above 0.")

# The machine turns them
says("back at {:g} and {:g}.", w, b)
says("At η = 1, ten steps bring the cost from {:.4f} to {:.4f}.", *costs(1.0, 10)[[0, -1]])
says("At learning rate 10 it does: {} falls, down to {:.4f}.", 30 - len(rises(10.0, 30)), costs(10.0, 30)[-1])
(rise,) = rises(50.0, 6)
says(
    "At learning rate 50 it falls {:word} times, then rises from {:.4f} to {:.4f}, and after step 6 it is {:.4f}.",
    rise - 1,
    *costs(50.0, 6)[[rise - 1, rise, 6]],
)
needs_none("a learning rate to set", "set the learning rate to 10,", "Now with the lab: at learning rate 10,")
below = int((costs(10.0, 30) < goal).argmax())
needs_none("where to begin", "Type 10 into the field of the learning rate and 15 into that of the steps.")
says("until the cost begins with {:.4}.", f"{costs(10.0, 30)[below]:.4f}")

# What changed?
training = claims.cell("given = str((x, y))").training
steps = len(training.costs) - 1
assert steps == below
says("before its {} steps", steps)
w_end, b_end = training.parameters[-1]
says("w from {:g} to {:.2f}, and b from {:g} to {:.2f}.", w, w_end, b, b_end)
says("it looked at {} settings of its knobs, where it stood and after each of {} steps", len(training.costs), steps)

# Ten digits
(x, _), _ = load_digits()
says("each of these pictures is {} numbers", x.shape[1])
digits = Network((784, 16, 16, 10))
says("with {:word} layers of {} neurons between them", len(digits.sizes) - 2, *set(digits.sizes[1:-1]))
says("{:,} parameters: {:,} knobs.", digits.parameters.size, digits.parameters.size)
needs_none("lesson numbers", "Lesson 06 says why", "In lesson 09", "Lesson 07 answers them, and lesson 08", "Lesson 01")

# Decide
needs_none("the rates of the cell", "Would you take 1, 10, 50 or 100?")
needs_none("the steps of the cell", "for 20 steps from these knobs")
says(
    "A rate of 1 is too timid, it stands at {:.2f} after 20 steps where 10 has {:.2f}.",
    costs(1.0, 20)[-1],
    costs(10.0, 20)[-1],
)
lowest = min((1, 10, 50, 100), key=lambda rate: costs(float(rate), 20)[-1])
says("Here {} ends lowest, although {:word} of its steps rose.", lowest, len(rises(float(lowest), 20)))
needs_none("a rate of the cell", "Try 10 first")
needs_none("what lesson 04 shows", "In lesson 04 a learning rate of 1.1 is too bold")

# Key points
says("{:.4f} with the knobs at {:g} and {:g}, ", cost.value([w, b]), w, b)
says("{} with both at 0.", cost.value([0.0, 0.0]))
says("{} settings looked at in {} steps", len(training.costs), steps)
says("{} of {} at learning rate 10.", 30 - len(rises(10.0, 30)), 30)
says("A bold one may raise it, as {:word} did at 50.", len(rises(50.0, 6)))
says("Nobody can turn {:,}.", digits.parameters.size)
