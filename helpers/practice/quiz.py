"""Quiz questions and bets as data."""

from dataclasses import dataclass
from zlib import crc32


def answer_id(text: str) -> str:
    """Return the short name under which an answer is counted: eight digits that follow from its text.

    So an answer that is reworded is another one, and one that moves to another place is not.
    """
    return f"{crc32(text.encode()):08x}"


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

    @property
    def key(self) -> str:
        """The key under which a learner's progress counts it."""
        return answer_id(self.text)


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
