"""Whatever the browser sends, a lab shows a true picture: random states, extremes, typed nonsense, two threads.

`make test` tries 60 states of each lab, `make stress` 400: more than 11,000 in all.
"""

import gc
import io
import math
import os
import re
import threading
import warnings
import weakref

import numpy as np
import pytest
from matplotlib._pylab_helpers import Gcf
from matplotlib.collections import PathCollection
from matplotlib.lines import Line2D
from matplotlib.text import Text
from PIL import Image
from states import random_state

import helpers.labs
from helpers.labs.controls import Slider
from helpers.pictures.picture import alt_text

STATES = int(os.environ.get("STATES", 60))
HUGE = 10**400  # an integer that no float can hold
NONSENSE = ["", "0.25", "<img src=x onerror=alert(1)>", None, True, math.nan, math.inf, -math.inf, 1e308, -1e308, HUGE]
NONSENSE += [-HUGE, {}, {"a": 1}, [math.nan], [None], [HUGE], ["1"]]


class Output:
    """What stands in the notebook: the last picture that a lab put there."""

    def __init__(self, picture):
        self.picture = picture

    def update(self, picture):
        self.picture = picture


@pytest.fixture(autouse=True)
def no_warning():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        # Between an older package and what a newer one calls old: no learner sees it.
        warnings.filterwarnings("ignore", category=DeprecationWarning, module="matplotlib|pyparsing|traitlets")
        yield


@pytest.fixture(scope="module", params=helpers.labs.__all__)
def lab(request):
    """One lab for all tests: a state is the same wherever the lab comes from."""
    return displayed(getattr(helpers.labs, request.param))


def displayed(kind):
    """Return a lab that believes it is displayed."""
    lab = kind()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("helpers.labs.lab.display", lambda thing, display_id=None: Output(thing))
        patch.setattr("helpers.labs.draw.display", lambda thing: None)
        lab._ipython_display_()
    return lab


def send(lab, values):
    """Say what the browser says when a control is moved, and wait for a training that this begins."""
    panel, _ = lab._shown[0]
    panel.set_state({"values": values})
    if worker := getattr(lab, "_worker", None):
        worker.join()


def look(lab):
    """Assert that what stands in the notebook is whole, finite, and says what it shows."""
    panel, output = lab._shown[0]
    picture, told = output.picture, (lab.state, lab.caption)
    assert picture is lab.picture and panel.sentence in ("", lab.caption), told
    assert Image.open(io.BytesIO(picture.png)).size == (picture.width, picture.height)
    assert re.search(r"\d", lab.caption) or lab.caption.startswith("No "), told
    assert 20 <= len(lab.caption) <= 220, told
    assert 40 <= len(alt_text(picture.view)) <= 300 and alt_text(picture.view).endswith(lab.caption), told
    words = " ".join([lab.caption, picture.view.formula, *(cell for row in picture.view.table for cell in row)])
    assert not re.search(r"\b(nan|inf|None|e[+-]\d\d)\b", words), (lab.state, words)
    for artist in lab._scene.moving:
        assert finite(artist), (lab.state, artist)


def finite(artist) -> bool:
    """Return whether everything visible stands somewhere; a line may have gaps."""
    if isinstance(artist, Text):
        return np.isfinite(artist.get_position()).all() and not re.search(r"\bnan\b|\binf\b", artist.get_text())
    if isinstance(artist, Line2D):
        return not np.isinf(np.asarray(artist.get_xydata(), dtype=float)).any()
    if isinstance(artist, PathCollection):
        return np.isfinite(np.ma.compressed(artist.get_offsets())).all()
    return True


def as_alone(lab):
    """Return whether a lab shows what a new one in the same state shows."""
    fresh = type(lab)(**lab.state)
    return (fresh.caption, fresh.picture.png) == (lab.caption, lab.picture.png)


def test_any_state_gives_a_whole_picture_and_a_true_sentence(lab):
    random = np.random.default_rng(0)
    states = STATES // 4 if isinstance(lab, helpers.labs.TrainLab) else STATES  # half a second each, the others 0.02
    for number in range(states):
        send(lab, random_state(lab, random))
        look(lab)
        if number % 40 == 20:
            assert as_alone(lab), lab.state


def test_nonsense_from_the_browser_changes_nothing(lab):
    before, caption = dict(lab.state), lab.caption
    values = [{**before, control.name: value} for control in lab.controls for value in NONSENSE]
    names = [{**before, name: 1} for name in ("speed", "", "__class__", "<b>")]
    for message in values + names:
        send(lab, message)
        assert (lab.state, lab.caption) == (before, caption), message
        assert lab._shown[0][0].values.items() <= before.items(), "the browser shows the true values again"
    look(lab)


def test_a_message_with_a_part_of_the_values_moves_that_part(lab):
    lab.set(**type(lab)().state)  # not with a drawing, which whoever leafs through the pictures puts away
    before = dict(lab.state)
    control = next(control for control in lab.controls if isinstance(control, Slider))
    for value in (control.low, control.high):
        send(lab, {control.name: value})
        assert lab.state == {**before, control.name: value}
        look(lab)
    send(lab, {})
    assert lab.state == {**before, control.name: control.high}


def test_a_typed_number_that_is_rounded_is_told_back():
    lab = displayed(helpers.labs.DescentLab)
    send(lab, {"steps": 8.4})
    assert lab.state["steps"] == lab._shown[0][0].values["steps"] == 8


def test_the_browser_is_told_what_it_shows_and_no_more():
    lab = displayed(helpers.labs.DrawLab)
    lab.set(drawing=(0.5,))
    panel, _ = lab._shown[0]
    assert panel.values == {"picture": 4}, "a drawing's 784 numbers stand on the canvas already"
    send(lab, {"picture": 4})
    assert lab.state == {"picture": 4, "drawing": (0.5,)}, "a message without them leaves them"


def test_a_step_that_was_interrupted_is_as_if_it_had_not_been_asked_for(lab, monkeypatch):
    before, caption = dict(lab.state), lab.caption
    state = random_state(lab, np.random.default_rng(3))
    show = type(lab._scene).show

    def interrupted(scene, data):
        show(scene, data)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(type(lab._scene), "show", interrupted)
        lab.set(**state)
    assert (lab.state, lab.caption) == (before, caption)
    lab.set(**state)
    assert as_alone(lab)


@pytest.fixture(scope="module")
def another():
    return displayed(helpers.labs.DescentLab)


def together(*works):
    """Run functions in threads of their own at the same time; raise what they raise."""
    gate, errors = threading.Barrier(len(works)), []

    def run(work):
        gate.wait()
        try:
            work()
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []


def moves(lab, seed):
    """Return a function that moves a lab to and fro."""
    random = np.random.default_rng(seed)
    return lambda: [send(lab, random_state(lab, random)) for _ in range(4)]


def test_two_threads_move_two_labs(lab, another):
    together(moves(lab, seed=4), moves(another, seed=5))
    for each in (lab, another):
        look(each)
        assert as_alone(each)


def test_two_threads_move_one_lab(lab):
    together(moves(lab, seed=6), moves(lab, seed=7))
    look(lab)
    assert as_alone(lab)


def test_a_hundred_runs_of_a_labs_cell_leave_no_figure_open():
    figures = []
    for _ in range(100):
        lab = helpers.labs.BlindLab()
        figures.append(weakref.ref(lab._scene.figure))
    gc.collect()
    assert [figure() for figure in figures if figure()] == [lab._scene.figure]
    assert Gcf.get_num_fig_managers() == 0, "pyplot, which keeps every figure, has never been used"
