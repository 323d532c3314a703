"""What a learner can move in a lab, as data."""

import reprlib
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from numbers import Real

from helpers.pictures.words import count

brief = reprlib.repr  # a list of 784 numbers, or a number of 400 digits, is no help in a sentence


def is_number(value) -> bool:
    """Return whether value is a number, however large; nan lies between no two ends."""
    return isinstance(value, Real) and not isinstance(value, bool)


@dataclass(frozen=True)
class Slider:
    """A number between two ends, moved by hand, by arrow keys, or typed.

    name: the key in the lab's state and in its keyword arguments. label: what the learner reads, with its symbol.
    log: whether equal ways of the hand multiply by equal factors. step: the smallest way (in powers of ten if log).
    """

    name: str
    label: str
    low: float
    high: float
    step: float
    value: float
    log: bool = False
    kind: str = field(default="slider", init=False)

    def take(self, value):
        """Return value as this control can hold it, or raise ValueError or TypeError that says what it can hold."""
        if not is_number(value):
            raise TypeError(f"{self.name} must be a number from {self.low:g} to {self.high:g}, got {brief(value)}")
        if not self.low <= value <= self.high:
            raise ValueError(f"{self.name} must be from {self.low:g} to {self.high:g}, got {brief(value)}")
        whole = isinstance(self.step, int) and not self.log
        return round(value) if whole else float(value)

    def say(self, value) -> str:
        """Return the control and its value as a reader without a kernel meets them."""
        return f"{self.label} {value:g}"


@dataclass(frozen=True)
class Choice:
    """One of a few named values, as radio buttons. options: pairs (value, what the learner reads)."""

    name: str
    label: str
    options: tuple
    value: str
    kind: str = field(default="choice", init=False)

    def take(self, value):
        """Return value if it is one of the options."""
        values = [option for option, _ in self.options]
        if value not in values:
            raise ValueError(f"{self.name} must be one of {values}, got {brief(value)}")
        return value

    def say(self, value) -> str:
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

    def take(self, value):
        """Return value as a tuple of floats."""
        if not isinstance(value, (list, tuple)) or not all(map(is_number, value)):
            raise TypeError(f"{self.name} must be a list of numbers, got {brief(value)}")
        if len(value) > self.most or not all(self.low <= x <= self.high for x in value):
            ends = f"from {self.low:g} to {self.high:g}"
            raise ValueError(f"{self.name} must be at most {self.most} numbers {ends}, got {brief(value)}")
        return tuple(float(x) for x in value)


@dataclass(frozen=True)
class Button:
    """A press that changes the state. change: new values by name, or a function of the state that returns them."""

    label: str
    change: Callable[[dict], dict] | dict

    def press(self, state: dict) -> dict:
        """Return the values that a press changes."""
        return self.change(state) if callable(self.change) else dict(self.change)


def more_steps(amount: int, most: int) -> Button:
    """Return a button that takes so many steps more, up to the most the lab can show."""
    label = "Step" if amount == 1 else f"Run {count(amount, 'step')}"
    return Button(label, lambda state: {"steps": min(state["steps"] + amount, most)})


def as_data(controls, buttons) -> dict:
    """Return controls and buttons as the browser takes them."""
    return {"controls": [asdict(control) for control in controls], "buttons": [button.label for button in buttons]}
