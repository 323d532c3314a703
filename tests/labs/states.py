"""States that a browser may send: random ones, extremes more often than others."""

from helpers.labs.controls import Choice, Memory


def random_value(control, random):
    """Return a value that the control can hold, its ends more often than others."""
    if isinstance(control, Choice):
        return control.options[random.integers(len(control.options))][0]
    if isinstance(control, Memory):
        return list(random.uniform(control.low, control.high, random.integers(0, min(control.most, 9) + 1)))
    value = {0: control.low, 1: control.high}.get(random.integers(4), random.uniform(control.low, control.high))
    if control.log:  # equal ways of the hand
        value = control.low * (control.high / control.low) ** ((value - control.low) / (control.high - control.low))
    return round(value) if isinstance(control.step, int) and not control.log else float(value)


def random_state(lab, random):
    return {control.name: random_value(control, random) for control in lab.controls}
