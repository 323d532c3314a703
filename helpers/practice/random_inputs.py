"""What a function of an exercise may be asked, by chance: the tests try right and wrong answers on it."""


def numbers(*ranges):
    """Return a function that draws numbers, each from a range; whole numbers where both ends are whole."""

    def draw(random):
        return tuple(
            random.integers(low, high + 1).item() if isinstance(low, int) else random.uniform(low, high)
            for low, high in ranges
        )

    return draw


def outputs_and_targets(random, rows: bool = True, width: int = 0) -> tuple:
    """Return outputs of some examples, and what they should be; in rows, or now and then one output an example."""
    number, width = random.integers(1, 6), width or random.integers(2, 11)
    shape = (number, width) if rows or random.random() < 0.5 else (number,)
    outputs = random.uniform(0, 1, shape)
    if len(shape) == 1:
        return outputs, random.integers(0, 2, number)
    targets = 0 * outputs
    targets[range(number), random.integers(0, width, number)] = 1
    return outputs, targets
