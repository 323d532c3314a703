"""Lesson 01's labs: a magnifying glass, two points that come closer, a slope for every point, and too close."""

from helpers.labs.controls import Button, Choice, Slider
from helpers.labs.lab import Lab
from helpers.pictures.slopes import CURVES, CloserScene, SecantScene, TraceScene, ZoomScene

CLOSEST, SMALLEST = 0.001, 1e-16


def multiply_button(name: str, factor: float, low: float, high: float, label: str) -> Button:
    """Return a button that multiplies a control by a factor, as far as the control goes."""

    def change(state):
        return {name: min(max(float(f"{state[name] * factor:.3g}"), low), high)}

    return Button(label, change)


class ZoomLab(Lab):
    """Sliders for a place on (w - 3)**2 and for how many times it is enlarged."""

    title = "A curve under the glass"
    scene = ZoomScene
    controls = (
        Slider("zoom", "zoom (times)", 1.0, 1000.0, 0.05, 10.0, log=True),
        Slider("w", "place: w", -1.0, 7.0, 0.1, 0.0),
    )
    buttons = (multiply_button("zoom", 10, 1.0, 1000.0, "Ten times closer"), Button("All of it", {"zoom": 1.0}))


class SecantLab(Lab):
    """Sliders for a point w and for the run h to a second point: the line through both, and its slope."""

    title = "Two points, closer and closer"
    scene = SecantScene
    controls = (
        Slider("h", "run to the second point: h", CLOSEST, 1.0, 0.05, 1.0, log=True),
        Slider("w", "first point: w", -1.0, 6.0, 0.1, 0.0),
    )
    buttons = (
        multiply_button("h", 0.1, CLOSEST, 1.0, "Ten times closer"),
        Button("h = 1", {"h": 1.0}),
        Button("w = 0", {"w": 0.0}),
        Button("The bottom: w = 3", {"w": 3.0}),
        Button("The other side: w = 5", {"w": 5.0}),
    )


class TraceLab(Lab):
    """A slider for w and a choice of curves: the slope curve is drawn as w moves."""

    title = "A slope for every point"
    scene = TraceScene
    controls = (
        Slider("w", "place: w", -1.0, 7.0, 0.1, 0.0),
        Choice("curve", "the cost is", tuple((name, words) for name, (words, _) in CURVES.items()), "lifted"),
    )
    buttons = (
        Button("w = 3", {"w": 3.0}),
        Button("w = 5", {"w": 5.0}),
        Button("All of it: w = 7", {"w": 7.0}),
    )


class CloserLab(Lab):
    """One slider, for a run h that may become absurdly small."""

    title = "Closer still"
    scene = CloserScene
    controls = (Slider("h", "run to the second point: h", SMALLEST, 1.0, 1, 1e-6, log=True),)
    buttons = (
        multiply_button("h", 0.1, SMALLEST, 1.0, "Ten times closer"),
        multiply_button("h", 10, SMALLEST, 1.0, "Ten times wider"),
    )
