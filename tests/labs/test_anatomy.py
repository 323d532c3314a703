"""Every lab has the same parts: named controls, presets, Step beside Run, a rule with its numbers in it."""

import re

import pytest

import helpers.labs
from helpers.labs.controls import Choice, Slider
from helpers.labs.panel import Panel

NO_RULE = {"BlindLab", "DrawLab", "ZoomLab"}  # searching in the dark, reading, and looking closely come before any rule
COUNTED = {"steps taken", "epochs", "knob number", "test picture"}
SAME_AS_W = {"nudge", "length of a sign step"}  # by how much a weight is changed


@pytest.fixture(scope="module", params=helpers.labs.__all__)
def lab(request):
    return getattr(helpers.labs, request.param)()


def sliders(lab):
    return [control for control in lab.controls if isinstance(control, Slider)]


def labels(lab):
    return [button.label for button in lab._buttons]


def test_presets_are_buttons_and_reset_is_the_last(lab):
    assert len(labels(lab)) > 1 and labels(lab)[-1] == "Reset"
    assert len(set(labels(lab))) == len(labels(lab))


def test_step_stands_beside_run(lab):
    counted = {"steps", "epochs", "presses"} & {control.name for control in lab.controls}
    for name in counted:
        lab._pressed(labels(lab).index("Back to the start"))
        at_start = lab.state[name]
        for number in (0, 1):  # a step and a run are the first two
            lab._pressed(labels(lab).index("Back to the start"))
            lab._pressed(number)
            taken = lab.state[name]
            gone = len(taken) and taken[0] if isinstance(taken, tuple) else taken - at_start
            assert gone == 1 if number == 0 else gone > 1, labels(lab)[number]


def test_the_rule_stands_there_with_its_numbers_and_moves(lab):
    first = lab.picture.view.formula
    if type(lab).__name__ in NO_RULE:
        assert first == ""
        return
    assert re.search(r"= −?\d|\d of \d", first), first
    for control in sliders(lab):
        seen = {first}
        for value in (control.low, control.high):
            lab.set(**{control.name: value})
            seen.add(lab.picture.view.formula)
        assert len(seen) > 1, f"{control.name} does not move {first}"


def test_every_control_says_its_symbol_or_what_it_counts(lab):
    said = [control.label for control in lab.controls if isinstance(control, (Slider, Choice))]
    assert len(set(said)) == len(said)
    for control in sliders(lab):
        symbol = re.search(r"(^| )[a-zη]₀?( \(|$)|\([a-z]+\)$", control.label)
        assert symbol or control.label in COUNTED | SAME_AS_W, control.label


def test_a_step_in_the_rule_adds_up_and_takes_the_learning_rate_that_is_set(lab):
    number = r"\(?(-?[\d.]+)\)?"
    control = next((control for control in sliders(lab) if control.name == "learning_rate"), None)
    for rate in (control.low, control.high) if control else ():
        lab.set(learning_rate=rate)
        rule = lab.picture.view.formula.replace("−", "-")
        steps = re.findall(rf"← {number} - {number} · {number} = {number}", rule)
        assert steps or "←" not in rule or "(1 - 2η)" in rule, rule
        for at, (w, taken, slope, ahead) in enumerate(steps):
            assert float(ahead) == pytest.approx(float(w) - float(taken) * float(slope), abs=0.01 + 0.005 * rate)
            assert at or float(taken) == pytest.approx(rate)


def test_a_press_is_heard_once_and_after_the_move_before_it():
    heard = []
    panel = Panel("A lab", (Slider("w", "w", 0.0, 9.0, 1.0, 5.0),), (), {"w": 5.0}, heard.append, heard.append)
    panel.set_state({"values": {"w": 2.0}, "presses": [3]})
    panel.set_state({"presses": [3, 0, 0]})
    assert heard == [{"w": 2.0}, 3, 0, 0]
