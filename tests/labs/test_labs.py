"""Every lab: any state gives a whole picture and a sentence of its own, and nonsense changes nothing."""

import re

import numpy as np
import pytest
from matplotlib.colors import to_hex

import helpers.labs
from helpers.labs.controls import Choice, Memory, Slider
from helpers.pictures import style

LABS = [pytest.param(getattr(helpers.labs, name), id=name) for name in helpers.labs.__all__]
SURE = set(map(str.lower, (style.BLUE, style.VERMILLION, style.BLACK, style.GREY, style.PALE, style.WHITE)))


@pytest.fixture(params=LABS)
def lab(request):
    return request.param()


def test_each_control_changes_the_picture_or_its_words(lab):
    for control in lab.controls:
        if isinstance(control, Memory):
            continue
        others = [v for v, _ in control.options] if isinstance(control, Choice) else [control.low, control.high]
        seen = set()
        for value in others:
            lab.set(**{control.name: value})
            seen.add((lab.picture.png, lab.caption))
        assert len(seen) == len(others), control.name


def test_default_state_is_told_without_a_kernel(lab):
    html = lab.picture._repr_html_()
    assert f'width="{lab.picture.width}"' in html and "<figcaption" in html and "max-width:100%" in html
    assert lab.caption.split("'")[0] in html.replace("&#x27;", "'").replace("&lt;", "<")


def test_at_most_three_controls_at_first_sight(lab):
    shown = [control for control in lab.controls if not isinstance(control, Memory)]
    assert 1 <= len(shown) <= 3
    assert len({control.name for control in lab.controls}) == len(lab.controls)
    assert lab.title != "Lab"


@pytest.mark.parametrize("value", ["0.1", None, float("nan"), float("inf"), 1e9, -1e9, True, [1], {}])
def test_nonsense_is_refused_by_name_and_changes_nothing(lab, value):
    before = dict(lab.state)
    for control in lab.controls:
        if isinstance(control, Slider):
            with pytest.raises((TypeError, ValueError), match=control.name):
                lab.set(**{control.name: value})
    with pytest.raises(TypeError, match="has no control 'speed'"):
        lab.set(speed=1)
    assert lab.state == before


def test_every_button_presses(lab):
    for number, button in enumerate(lab._buttons):
        for _ in range(3):
            lab._pressed(number)
            assert lab.caption, button.label
    assert lab._buttons[-1].label == "Reset" and lab.state == type(lab)().state


def test_a_lab_can_be_prepared_in_code(lab):
    control = next(control for control in lab.controls if isinstance(control, Slider))
    prepared = type(lab)(**{control.name: control.high})
    assert (
        prepared.state[control.name] == control.high and prepared.caption != "" and repr(prepared).count(control.name)
    )


def test_numbers_of_numpy_are_numbers():
    lab = helpers.labs.DescentLab(steps=np.int64(3), learning_rate=np.float32(0.25))
    assert lab.state["steps"] == 3 and lab.state["learning_rate"] == 0.25
    assert set(map(type, lab.state.values())) == {int, float}, "the browser is told in JSON"


def test_axes_are_named_and_colours_are_the_palette(lab):
    for axes in lab._scene.figure.axes:
        assert axes.get_title(loc="left") or axes.get_title()
        if axes.get_xticks().size and axes.axison:
            assert axes.get_xlabel() or len(axes.get_shared_x_axes().get_siblings(axes)) > 1
            assert axes.get_ylabel() or any(re.search("[a-z]", tick.get_text()) for tick in axes.get_yticklabels())
        for line in axes.lines:
            assert to_hex(line.get_color()).lower() in SURE, to_hex(line.get_color())


def test_two_labs_do_not_share_state(lab):
    other = type(lab)()
    control = next(control for control in lab.controls if isinstance(control, Slider))
    before = other.caption
    lab.set(**{control.name: control.low if control.value == control.high else control.high})
    assert other.caption == before and other.state == type(lab)().state != lab.state
