"""Quiz questions and bets as data."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Option:
    """One choice of a quiz question. why: why it is right, or why it is tempting and wrong.

    misconception: the id of the mistaken idea behind it, such as "M4"; empty for the right choice.
    """

    text: str
    why: str
    misconception: str = ""

    @property
    def right(self) -> bool:
        """Whether this is the right choice."""
        return not self.misconception


@dataclass(frozen=True)
class Question:
    """A quiz question with one right option. objective: which of the lesson's objectives it asks for."""

    name: str
    text: str
    options: tuple
    objective: str


@dataclass(frozen=True)
class Bet:
    """A guess before a lab moves: never scored. state: where the lab goes then. because: why it did what it did."""

    name: str
    text: str
    options: tuple
    state: dict
    because: str
