"""What `make bench-labs` runs inside a kernel: the labs and their likes in turn, their costs, and their memory."""

import gc
import json
from itertools import cycle, islice
from time import thread_time
from unittest.mock import patch

import ipywidgets
import matplotlib.pyplot as plt  # noqa: TID251  what tutorials draw with
import numpy as np
import psutil
from IPython.display import display

import helpers.labs
from helpers.labs.controls import Slider
from helpers.labs.draw import PIXELS, SIDE
from helpers.pictures import canvas, style

WARM = 100  # changes after which a lab has everything it will keep


def turns(names):
    """Yield after showing a bare echo, then each lab, and after each lab the same picture by @interact."""
    yield echo()
    for name in names:
        lab = getattr(helpers.labs, name)()
        start = lab.state
        for state in (*islice(moves(lab), 40), start):  # what is computed once is no part of a move
            lab.set(**state)
        yield display(lab)
        lab.set(**start)
        yield by_interact(lab)


def slider_of(lab) -> Slider:
    """Return the control that is moved."""
    return next(control for control in lab.controls if isinstance(control, Slider))


def echo():
    """Show a slider whose value comes back from the kernel as text: no lab can be faster."""
    slider, text = ipywidgets.IntSlider(50), ipywidgets.HTML('<b class="echo">50</b>')
    slider.observe(lambda change: setattr(text, "value", f'<b class="echo">{change.new}</b>'), "value")
    display(slider, text)


def by_interact(lab):
    """Show a lab's picture as tutorials do: every change draws the whole figure anew."""
    slider = slider_of(lab)

    def picture(value):
        with patch.object(style, "figure", lambda width, height: plt.figure(figsize=(width / 100, height / 100))):
            scene = lab.make_scene()
        scene.show(lab.compute(**{**lab.state, slider.name: value}))
        plt.show()

    if slider.log:
        kind, ends = ipywidgets.FloatLogSlider, np.log10([slider.low, slider.high])
    else:
        kind, ends = ipywidgets.FloatSlider, (slider.low, slider.high)
        kind = ipywidgets.IntSlider if isinstance(slider.step, int) else kind
    moved = kind(min=ends[0], max=ends[1], step=slider.step, value=lab.state[slider.name])
    ipywidgets.interact(picture, value=moved)


def moves(lab):
    """Yield changes of the moved control from end to end and back, for ever; each is one."""
    if any(control.name == "drawing" for control in lab.controls):
        strokes = (np.arange(PIXELS) % SIDE < column for column in range(1, SIDE))
        return cycle([{"drawing": stroke.astype(float).tolist()} for stroke in strokes])
    slider = slider_of(lab)
    ways = np.linspace(0, 1, 41)
    if slider.log:
        values = slider.low * (slider.high / slider.low) ** ways
    else:
        values = slider.low + ways * (slider.high - slider.low)
    there = list(dict.fromkeys(slider.take(min(value, slider.high)) for value in values.tolist()))
    return cycle([{slider.name: value} for value in (*there, *there[-2:0:-1])])


def costs(lab, changes=80) -> dict:
    """Return the milliseconds that one picture takes: to compute, to draw, to encode."""
    spent = dict.fromkeys(("compute", "frame", "encode"), 0.0)

    def timed(name, function):
        def call(*arguments, **options):
            begin = thread_time()
            try:
                return function(*arguments, **options)
            finally:
                spent[name] += thread_time() - begin

        return call

    with (
        patch.object(lab, "compute", timed("compute", lab.compute)),
        patch.object(lab._scene, "frame", timed("frame", lab._scene.frame)),
        patch.object(canvas, "encode", timed("encode", canvas.encode)),
    ):
        for change in islice(moves(lab), changes):
            lab.set(**change)
    spent["draw"] = spent.pop("frame") - spent["encode"]
    return {name: 1000 * seconds / changes for name, seconds in spent.items()}


def growth(lab, changes) -> float:
    """Return how many MB the kernel grew from the first hundred changes to the last."""
    for at, change in enumerate(islice(moves(lab), changes)):
        lab.set(**change)
        if at == WARM:
            before = memory()
    return (memory() - before) / 1e6


def memory() -> int:
    """Return the bytes that this process holds."""
    gc.collect()
    return psutil.Process().memory_info().rss


def report(name, changes):
    """Print a lab's costs and growth, shown as in a notebook, as JSON."""
    lab = getattr(helpers.labs, name)()
    display(lab)
    grown = growth(lab, changes)
    print(json.dumps({"costs": costs(lab), "grown": grown}))
