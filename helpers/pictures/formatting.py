"""Numbers and counts as a sentence writes them."""

import math

RAISED = str.maketrans("-0123456789.", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹·")
COUNTS = "no one two three four five six seven eight nine ten eleven twelve".split()
MINUS = "−"  # as it is printed; a hyphen is for code


def printed(text: str) -> str:
    """Return a number's text with a printed minus sign."""
    return text.replace("-", MINUS)


def number(value: float) -> str:
    """Return a measured number in few digits: 9, 2.50, −5.33, 0.0066, 13,228, about 10²⁷, about 10⁻⁶."""
    value = float(value)
    if not math.isfinite(value):
        return "more than a float can hold" if math.isinf(value) else "no longer a number"
    size = abs(value)
    if size >= 1e6 or 0 < size < 1e-4:
        return f"about {MINUS if value < 0 else ''}{power_of_ten(math.floor(math.log10(size)))}"
    if size >= 1000 or (abs(value - round(value)) < 1e-9 and (value == 0 or size > 0.5)):
        return printed(f"{value:,.0f}") if value else "0"
    if size < 0.095:
        return printed(f"{value:.2g}")
    return printed(f"{value:.2f}")


def trimmed(value: float, digits: int = 4) -> str:
    """Return a number with up to so many decimals and no zeros at the end: −5.999, 0.25, −6."""
    value = float(value)
    if not math.isfinite(value) or abs(value) >= 1e6:
        return number(value)
    text = f"{round(value, digits) + 0.0:.{digits}f}"
    return printed(text.rstrip("0").rstrip(".") if "." in text else text)


def scientific(value: float, digits: int = 3) -> str:
    """Return a number in so many digits, as a power of ten where it is tiny: 0.001, 10⁻¹⁵, −5.33 · 10⁻¹⁵."""
    size = abs(float(value))
    if size == 0 or size >= 0.00095 or not math.isfinite(size):
        return trimmed(value, max(digits, 6))
    mantissa, exponent = f"{float(value):.{digits - 1}e}".split("e")
    mantissa, power = trimmed(float(mantissa)), power_of_ten(int(exponent))
    return {"1": power, f"{MINUS}1": f"{MINUS}{power}"}.get(mantissa, f"{mantissa} · {power}")


def fixed(value: float, digits: int = 2) -> str:
    """Return a number with so many decimals and a true minus sign, for a formula that keeps its width."""
    value = float(value)
    if not math.isfinite(value) or abs(value) >= 1e6:
        return number(value)
    return printed(f"{round(value, digits) + 0.0:.{digits}f}")


def bracketed(value: float, digits: int = 2) -> str:
    """Return `fixed`, in brackets where a minus sign would meet another one."""
    text = fixed(value, digits)
    return f"({text})" if text.startswith(MINUS) else text


def update(name: str, here: float, rate: float, slope: float, digits: int = 2) -> str:
    """Return the update rule with the numbers of the next step in it: w ← 0.60 − 0.1 · (−4.80) = 1.08."""
    step = f"{fixed(here, digits)} − {rate:g} · {bracketed(slope, digits)}"
    return f"{name} ← {step} = {fixed(here - rate * slope, digits)}"


def count(amount: int, thing: str) -> str:
    """Return "no steps", "one step", "eight steps", "30 steps"."""
    word = COUNTS[amount] if amount < len(COUNTS) else f"{amount:,}"
    return f"{word} {thing}{'' if amount == 1 else 's'}"


def steps_from(steps: int, start: str, learning_rate: float) -> str:
    """Return how a caption begins: Eight steps from w = 0 at learning rate 0.1."""
    return f"{sentence(count(steps, 'step'))} from {start} at learning rate {learning_rate:g}"


def sentence(text: str) -> str:
    """Return text with its first letter large, and the rest as it is."""
    return text[:1].upper() + text[1:]


def raised(exponent) -> str:
    """Return a number as small raised digits."""
    return f"{exponent:g}".translate(RAISED)


def power_of_ten(exponent: int) -> str:
    """Return 10⁻⁶, or 1: in plain letters, which every font places by itself."""
    return f"10{raised(exponent)}" if exponent else "1"
