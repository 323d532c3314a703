"""Every lab: a state goes in, one message comes out; whatever a page asks for, the picture is whole and true."""

import json
import re
import threading
import warnings

import matplotlib
import numpy as np
import pytest

import helpers.labs
from helpers.labs.controls import Choice, Memory, Pad
from helpers.labs.panel import Panel
from helpers.labs.widget import panel_widget
from helpers.pictures.picture import alt_text

NONSENSE = [
    "0.25",
    "00",
    "zz" * 784,
    [2.0] * 784,
    None,
    True,
    float("nan"),
    float("inf"),
    -1e308,
    10**400,
    {"a": 1},
    [None],
]


@pytest.fixture(autouse=True)
def no_warning():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        # Between an older package and what a newer one calls old: no learner sees it.
        warnings.filterwarnings("ignore", category=DeprecationWarning, module="matplotlib|pyparsing|traitlets")
        yield


@pytest.fixture(scope="module", params=helpers.labs.NAMES)
def made(request):
    """A lab, made once: most of its time goes to what stays in its picture."""
    return getattr(helpers.labs, request.param)()


@pytest.fixture
def lab(made):
    made.listeners.clear()
    made.receive({"press": len(made.layout()["buttons"]) - 1})  # Reset
    return made


def random_value(control, random):
    """Return a value that the control can hold, its ends more often than others."""
    if isinstance(control, Choice):
        return control.options[random.integers(len(control.options))][0]
    if isinstance(control, Memory):
        return list(random.uniform(control.low, control.high, random.integers(0, min(control.most, 9) + 1)))
    if isinstance(control, Pad):
        return list(random.uniform(0, 1, control.side**2)) if random.integers(2) else []
    part = {0: 0.0, 1: 1.0}.get(random.integers(4), random.uniform())
    if control.log:  # equal ways of the hand
        return min(control.low * (control.high / control.low) ** part, control.high)
    return control.coerce(control.low + part * (control.high - control.low))


def random_state(lab, random):
    return {control.name: random_value(control, random) for control in lab.controls}


class Page:
    """What a page has after all messages of a lab: what it began with, and every change put into it."""

    def __init__(self, lab):
        self.lab, self.whole, self.refused = lab, as_sent(lab.message()), ""
        lab.listen(self.hear)

    def hear(self, message):
        message = as_sent(message)
        put_in(self.whole, message["changes"])
        self.refused = message.get("refused", "")

    def ask(self, **message):
        self.lab.receive({**message, "from": {"view": "a page", "number": 1}})


def as_sent(message):
    """Return a message as it comes out of a wire; what JSON does not know is an error here."""
    return json.loads(json.dumps(message, allow_nan=False))


def put_in(whole, changes):
    for key, value in changes.items():
        if isinstance(value, dict) and isinstance(whole.get(key), dict):
            put_in(whole[key], value)
        else:
            whole[key] = value


def look(lab, page):
    """Assert that the page has what the lab has, and that it is whole, finite, and says what it shows."""
    assert page.whole == as_sent(lab.message()), lab.state
    assert re.search(r"\d", lab.caption) or lab.caption.startswith("No "), lab.caption
    assert 20 <= len(lab.caption) <= 220 and 40 <= len(alt_text(lab.view)) <= 300, lab.caption
    words = " ".join([lab.caption, lab.view.formula, *(cell for row in lab.view.table for cell in row)])
    assert not re.search(r"\b(nan|inf|None|e[+-]\d\d)\b", words), (lab.state, words)
    assert "nan" not in json.dumps(page.whole["drawing"]["shapes"]), lab.state


def test_any_state_reaches_the_page_whole_and_is_what_a_new_lab_shows(lab):
    random, page = np.random.default_rng(0), Page(lab)
    for _ in range(10):
        page.ask(move=random_state(lab, random))
        assert page.refused == ""
        look(lab, page)
    fresh = as_sent(type(lab)(**lab.state).message())
    assert {**page.whole, "number": 0} == fresh, "the way there leaves nothing behind"


def test_each_control_changes_the_picture_or_its_words(lab):
    for control in lab.controls:
        if isinstance(control, (Memory, Pad)):
            continue
        values = [v for v, _ in control.options] if isinstance(control, Choice) else [control.low, control.high]
        seen = set()
        for value in values:
            lab.set(**{control.name: value})
            seen.add(json.dumps({**lab.message(), "values": 0, "number": 0}))
        assert len(seen) == len(values), control.name


def test_nonsense_is_refused_in_words_and_changes_nothing(lab):
    before, page = dict(lab.state), Page(lab)
    asked = [{"move": {control.name: value}} for control in lab.controls for value in NONSENSE]
    for message in [*asked, {"move": {"speed": 1}}]:
        page.ask(**message)
        assert lab.state == before and page.refused, message
        assert page.whole == as_sent(lab.message())
    with pytest.raises(TypeError, match="has no control 'speed'"):
        lab.set(speed=1)


def test_every_button_presses_and_reset_puts_everything_back(lab):
    page, begin = Page(lab), dict(lab.state)
    labels = [button["label"] for button in lab.layout()["buttons"]]
    assert len(set(labels)) == len(labels) and labels[-1] == "Reset"
    for number in (*range(len(labels)), len(labels) - 1):
        page.ask(press=number)
        look(lab, page)
    assert lab.state == begin


def test_axes_are_named_and_series_differ_in_more_than_colour(lab):
    for axes in lab.drawn_scene.figure.axes:
        assert axes.get_title(loc="left") or axes.get_title()
        if axes.get_xticks().size and axes.axison:
            assert axes.get_xlabel() or len(axes.get_shared_x_axes().get_siblings(axes)) > 1
            assert axes.get_ylabel() or any(re.search("[a-z]", tick.get_text()) for tick in axes.get_yticklabels())
        looks = [(line.get_marker(), line.get_linestyle()) for line in axes.lines if line.get_label()[0] != "_"]
        assert len(set(looks)) == len(looks), (axes.get_title("left"), looks)


def test_a_handle_stands_where_its_controls_are(lab):
    """Held where it stands, it asks for what the lab has: nothing jumps when a hand takes it."""
    for place in lab.message()["drawing"]["handles"].values():
        if "track" in place:  # this one comes to the hand
            continue
        for control, corner, right, down, log in place["planes"] if place["at"] else ():
            asked = corner + right * place["at"][0] + down * place["at"][1]
            asked = np.exp(asked) if log else asked
            assert asked == pytest.approx(lab.state[control], rel=0.02, abs=0.05), place


def test_an_interrupted_move_is_as_if_it_had_not_been_asked_for(lab, monkeypatch):
    before, caption = dict(lab.state), lab.caption
    state = random_state(lab, np.random.default_rng(3))
    scene = type(lab.drawn_scene)
    show = scene.show

    def interrupted(scene, **data):
        show(scene, **data)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(scene, "show", interrupted)
        lab.set(**state)
    assert (lab.state, lab.caption) == (before, caption)
    lab.set(**state)
    assert {**lab.message(), "number": 0} == type(lab)(**lab.state).message()


def test_two_moves_that_arrive_together_lose_nothing():
    lab = helpers.labs.DescentLab()
    page, inside, go_on = Page(lab), threading.Event(), threading.Event()
    begin, compute = dict(lab.state), lab.compute

    def slow(**state):
        inside.set()
        go_on.wait(10)
        return compute(**state)

    lab.compute = slow
    moves = ({"steps": 3}, {"initial_weight": 6.0})
    threads = [threading.Thread(target=page.ask, kwargs={"move": move}) for move in moves]
    threads[0].start()
    inside.wait(10)
    threads[1].start()  # while the first is being drawn
    go_on.set()
    for thread in threads:
        thread.join(10)
    assert lab.state == {**begin, "initial_weight": 6.0, "steps": 3}
    assert page.whole == as_sent(lab.message())


def test_only_what_has_changed_is_sent():
    lab = helpers.labs.DescentLab()
    sent = []
    lab.listen(sent.append)
    lab.receive({"move": {"initial_weight": 1.0}, "from": "me"})
    changes = sent[0]["changes"]
    assert sent[0]["to"] == "me" and changes["values"] == {"initial_weight": 1.0}
    assert "background" not in changes["drawing"]
    assert all("stroke" not in shape for shape in changes["drawing"]["shapes"].values())
    assert len(json.dumps(sent[0])) < 2500


def test_numbers_of_numpy_are_numbers_and_a_whole_one_is_rounded_and_told():
    lab = helpers.labs.DescentLab(steps=np.int64(3), learning_rate=np.float32(0.25))
    assert lab.state["steps"] == 3 and lab.state["learning_rate"] == 0.25
    page = Page(lab)
    page.ask(move={"steps": 8.4})
    assert lab.state["steps"] == page.whole["values"]["steps"] == 8


def test_a_widget_has_what_its_lab_shows_now_and_answers_who_asks_for_it():
    lab, sent = helpers.labs.DescentLab(), []
    widget = panel_widget(type(lab))(lab)
    lab.set(steps=3)
    assert widget.get_state()["lab"] == lab.lab, "a window that opens later"
    widget.send = sent.append
    widget._handle_custom_msg({"ping": 7}, [])
    assert sent == [{"pong": 7}]
    widget.close()


def test_a_widget_sends_what_its_panel_changes():
    class Word(Panel):
        synced, word = ("word",), "a"

    panel, sent = Word(), []
    widget = panel_widget(Word)(panel)
    widget.send_state = sent.append
    panel.show(word="b")
    assert sent == [["word"]] and widget.get_state()["word"] == "b"
    widget.close()


@pytest.mark.parametrize(
    "setting",
    [{"font.sans-serif": ["cmss10"], "font.size": 30, "lines.linewidth": 9}, {"path.simplify_threshold": 1.0}],
)
def test_no_setting_of_the_reader_s_changes_a_picture(setting):
    def all_of_it():
        lab = helpers.labs.IdentityLab()
        lab.set(steps=300)
        return lab.message(), lab.picture.png

    untouched = all_of_it()
    with matplotlib.rc_context(setting):
        assert all_of_it() == untouched
