"""What a learner can move in a lab, as data."""

import reprlib
from collections.abc import Callable
from dataclasses import dataclass, field
from numbers import Real
from string import hexdigits

from helpers.pictures.formatting import count, printed

brief = reprlib.repr  # a list of 784 numbers, or a number of 400 digits, is no help in a sentence


def is_number(value) -> bool:
    """Return whether value is a number, however large; nan fails every range check."""
    return isinstance(value, Real) and not isinstance(value, bool)


@dataclass(frozen=True)
class Slider:
    """A number between two ends, dragged, moved by arrow keys, or typed.

    name: the key in the lab's state and in its keyword arguments. label: what the learner reads, with its symbol.
    log: whether equal distances on the slider multiply by equal factors. step: the smallest move, in powers of ten if
    log. hidden: whether only buttons and the picture move it.
    """

    name: str
    label: str
    low: float
    high: float
    step: float
    value: float
    log: bool = False
    hidden: bool = False
    kind: str = field(default="slider", init=False)

    def coerce(self, value):
        """Return value as this control can hold it, or raise ValueError or TypeError that says what it can hold."""
        if not is_number(value):
            raise TypeError(f"{self.name} must be a number from {self.low:g} to {self.high:g}, got {brief(value)}")
        if not self.low <= value <= self.high:
            raise ValueError(f"{self.name} must be from {self.low:g} to {self.high:g}, got {brief(value)}")
        whole = isinstance(self.step, int) and not self.log
        return round(value) if whole else float(value)

    def describe(self, value) -> str:
        """Return the control and its value in words, for readers without a kernel."""
        return f"{self.label} {printed(f'{value:g}')}"


@dataclass(frozen=True)
class Choice:
    """One of a few named values, as radio buttons. options: pairs (value, what the learner reads)."""

    name: str
    label: str
    options: tuple
    value: str
    kind: str = field(default="choice", init=False)

    def coerce(self, value):
        """Return value if it is one of the options."""
        values = [option for option, _ in self.options]
        if value not in values:
            raise ValueError(f"{self.name} must be one of {values}, got {brief(value)}")
        return value

    def describe(self, value) -> str:
        """Return the control and its value in words."""
        return f"{self.label} {dict(self.options)[value]}"


@dataclass(frozen=True)
class Memory:
    """A list of numbers that buttons add to, at most so many; part of the state, but nothing to move."""

    name: str
    low: float
    high: float
    most: int
    value: tuple = ()

    def coerce(self, value):
        """Return value as a tuple of floats."""
        if not isinstance(value, (list, tuple)) or not all(map(is_number, value)):
            raise TypeError(f"{self.name} must be a list of numbers, got {brief(value)}")
        if len(value) > self.most or not all(self.low <= x <= self.high for x in value):
            ends = f"from {self.low:g} to {self.high:g}"
            raise ValueError(f"{self.name} must be at most {self.most} numbers {ends}, got {brief(value)}")
        return tuple(float(x) for x in value)


@dataclass(frozen=True)
class Pad:
    """A square of side x side pixels to draw on, by mouse, finger or keyboard.

    Its value: grey values, row after row, as two hexadecimal digits a pixel; nothing drawn yet is an empty text.
    """

    name: str
    label: str
    side: int
    value: str = ""
    kind: str = field(default="pad", init=False)

    def coerce(self, value):
        """Return value, numbers from 0 to 1 or such a text, as the text."""
        what = f"{self.name} must be {self.side**2} numbers from 0 to 1, or pairs of hexadecimal digits, or none"
        if isinstance(value, (list, tuple)) and all(is_number(grey) and 0 <= grey <= 1 for grey in value):
            value = bytes(round(255 * grey) for grey in value).hex()
        if not isinstance(value, str):
            raise TypeError(f"{what}, got {brief(value)}")
        if len(value) not in (0, 2 * self.side**2) or not set(value) <= set(hexdigits):
            raise ValueError(f"{what}, got {brief(value)}")
        return value

    def describe(self, value) -> str:
        """Return the control and its value in words."""
        return f"{self.label} {'not blank' if value.strip('0') else 'blank'}"


@dataclass(frozen=True)
class Button:
    """A press that changes the state. change: new values by name, or a function of the state that returns them.

    roll: (control, amount, most) of a button that adds to a control, so that a page can show it step by step.
    """

    label: str
    change: Callable[[dict], dict] | dict
    roll: tuple = ()

    def press(self, state: dict) -> dict:
        """Return the values that a press changes."""
        return self.change(state) if callable(self.change) else dict(self.change)


def increment_button(label: str, name: str, amount: int, most: int) -> Button:
    """Return a button that adds an amount to a control, up to the most the lab can show."""
    return Button(label, lambda state: {name: min(state[name] + amount, most)}, (name, amount, most))


def more_steps(amount: int, most: int) -> Button:
    """Return a button that takes so many steps more."""
    return increment_button("Step" if amount == 1 else f"Run {count(amount, 'step')}", "steps", amount, most)


def step_buttons(*amounts: int, most: int) -> tuple:
    """Return a button for each amount of steps to take, up to the most, and one that goes back to the start."""
    return (*(more_steps(amount, most) for amount in amounts), Button("Back to the start", {"steps": 0}))
