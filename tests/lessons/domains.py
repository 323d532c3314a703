"""What a function of an exercise may be asked: many inputs by chance, to tell wrong answers from right ones."""

import numpy as np

CURVES = (lambda w: (w - 3) ** 2, np.sin, lambda w: w**3 - w, lambda w: np.exp(w / 3))


def flat_place(random):
    """A curve and a place where it is flat."""
    at, size = random.uniform(-3, 3), random.choice([-2, -1, 0.5, 1, 3])
    power, lift = random.choice([2, 3]), random.uniform(-2, 2)
    return lambda w: size * (w - at) ** power + lift, at


def outputs_and_targets(random, rows=True):
    """Outputs of some examples, and what they should be."""
    number, width = random.integers(1, 6), random.integers(2, 11)
    shape = (number, width) if rows or random.random() < 0.5 else (number,)
    targets = np.eye(width)[random.integers(0, width, number)] if len(shape) == 2 else random.integers(0, 2, number)
    return random.uniform(0, 1, shape), targets


def one_output_or_ten(random):
    """An example's outputs and targets."""
    width = random.choice([0, 3, 10])
    if not width:
        return random.uniform(0, 1), random.integers(0, 2)
    return random.uniform(0, 1, width), np.eye(width)[random.integers(0, width)]


def numbers(*ranges):
    """Numbers by chance, each from a range; from whole numbers where both ends are whole."""

    def draw(random):
        return tuple(
            random.integers(low, high + 1).item() if isinstance(low, int) else random.uniform(low, high)
            for low, high in ranges
        )

    return draw


def rate(random):
    """A learning rate, often on an edge or near one."""
    edge = random.choice([0.05, 0.5, 1.0])
    near = edge * (1 + random.choice([-1, 1]) * 10 ** random.uniform(-4, -1))
    return (random.choice([random.uniform(0, 2), random.integers(0, 200) / 100, edge, near]).item(),)


def number_or_array(random):
    """A number or an array of numbers."""
    return (random.uniform(-30, 30, random.choice([2, 5])) if random.random() < 0.5 else random.uniform(-30, 30),)


def parameters(random):
    """Parameters, their gradient and a rate."""
    size = random.integers(1, 6)
    return random.normal(size=size), random.normal(size=size), random.uniform(0, 3)


PLACE = numbers((-5.0, 5.0))
DOMAINS = {
    ("01", "slope"): lambda random: (CURVES[random.integers(4)], random.uniform(-4, 4), random.uniform(0.01, 2)),
    ("02", "slope_4x3"): PLACE,
    ("02", "slope_x"): PLACE,
    ("02", "slope_5"): PLACE,
    ("02", "slope_sum"): PLACE,
    ("02", "slope_1_over_x"): PLACE,
    ("02", "slope_sqrt_x"): numbers((0.1, 9.0)),
    ("02", "slope_inside"): PLACE,
    ("02", "slope_mirror"): PLACE,
    ("03", "step"): numbers((-5.0, 8.0), (0.0, 1.2)),
    ("03", "roll"): numbers((-5.0, 8.0), (0.0, 1.2), (0, 8)),
    ("04", "fate"): rate,
    ("04", "schedule"): numbers((0, 70)),
    ("05", "kind"): flat_place,
    ("06", "loss"): one_output_or_ten,
    ("06", "cost"): lambda random: outputs_and_targets(random, rows=False),
    ("06", "sigmoid"): number_or_array,
    ("06", "sigmoid_slope"): number_or_array,
    ("07", "dE_dw"): numbers((-4.0, 4.0), (-2.0, 2.0), (0.0, 1.0)),
    ("07", "train"): numbers((-4.0, 4.0), (0.0, 10.0), (0, 8)),
    ("07", "boxed_step"): numbers((-4.0, 4.0), (0.0, 100.0)),
    ("08", "grad"): numbers((-4.0, 4.0), (-4.0, 4.0)),
    ("08", "contest"): lambda random: (random.normal(size=(12, 2)) * random.choice([0.7, 2]),),
    ("08", "step"): numbers((-4.0, 4.0), (-4.0, 4.0), (0.0, 10.0)),
    ("08", "with_ones"): lambda random: (random.normal(size=random.integers(2, 6)),),
    ("09", "count_parameters"): lambda random: (tuple(random.integers(1, 30, random.integers(2, 6)).tolist()),),
    ("09", "one_hot"): numbers((0, 9)),
    ("09", "cost"): outputs_and_targets,
    ("09", "update"): parameters,
    ("09", "accuracy"): outputs_and_targets,
}


def inputs(lesson: str, name: str, number: int = 200) -> list:
    """Return so many inputs for a function, the same each time."""
    random = np.random.default_rng(0)
    return [DOMAINS[lesson, name](random) for _ in range(number)]
