"""Lesson 02's labs: a square that grows, the power rule for six exponents, and one link of chain."""

from helpers.labs.controls import Button, Choice, Slider
from helpers.labs.lab import Lab
from helpers.pictures.powers import FURTHEST, LEAST, MOST, NAMES, WIDEST, ChainScene, PowerScene, SquareScene


class SquareLab(Lab):
    """A square of side w grows by h; what the strips and the corner give for each unit of h."""

    title = "A square grows"
    scene = SquareScene
    controls = (
        Slider("w", "side w", 1.0, WIDEST, 0.1, 3.0),
        Slider("h", "growth h", 0.01, MOST, 0.01, 1.0),
    )
    buttons = tuple(Button(f"h = {h:g}", {"h": h}) for h in (1.0, 0.1, 0.01))


class PowerLab(Lab):
    """An exponent and a place; the slope by the rule beside the slope as measured."""

    title = "The power rule"
    scene = PowerScene
    controls = (
        Choice("n", "exponent n", tuple((n, f"{n} ({name})") for n, name in NAMES.items()), "3"),
        Slider("x", "place x", LEAST, FURTHEST, 0.05, 2.0),
    )
    buttons = tuple(Button(f"x = {x:g}", {"x": x}) for x in (1.0, 2.0, 3.0))


class ChainLab(Lab):
    """The slope of (a w - 3)**2 as the outer slope times the inner one."""

    title = "One link of chain"
    scene = ChainScene
    controls = (
        Slider("a", "inner factor a", 0.0, 3.0, 0.5, 1.0),
        Slider("w", "weight w", 0.0, 2.0, 0.1, 0.0),
    )
    buttons = (
        Button("(w − 3)²", {"a": 1.0}),
        Button("(2w − 3)²", {"a": 2.0}),
    )
