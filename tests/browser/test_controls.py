"""Every lab by hand, in a bare page: handles, keys, typed numbers, rolling, two views, lost messages."""

import pytest
from lab_page import LabPage
from playwright.sync_api import expect

import helpers.labs
from helpers.labs.controls import Slider

pytestmark = pytest.mark.browser
LABS = {name: getattr(helpers.labs, name) for name in helpers.labs.NAMES}
SLIDERS = [
    (name, one) for name, lab in LABS.items() for one in lab.controls if isinstance(one, Slider) and not one.hidden
]
KINDS = {(one.log, one.step, one.low < 0): (name, one) for name, one in SLIDERS}.values()  # one slider of each kind


@pytest.fixture(scope="module")
def page(chromium):
    page = chromium.new_page(viewport={"width": 1066, "height": 900})
    yield page
    page.close()


@pytest.fixture(scope="module", params=LABS)
def lab_page(request, page):
    """Return each lab on a page that its tests share, in this order."""
    return LabPage(page, LABS[request.param]())


@pytest.fixture(scope="module")
def finger(chromium):
    """Return a page on the narrowest of phones."""
    page = chromium.new_context(viewport={"width": 320, "height": 640}, has_touch=True).new_page()
    yield page
    page.close()


def centre(handle, at_least=0):
    """Return the middle of a handle that is at least so large."""
    box = handle.bounding_box()
    assert min(box["width"], box["height"]) >= at_least
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def moved(lab, before, now):
    """Return the names of the controls that differ, in the order in which a handle names them."""
    return [name for name in before if now[name] != before[name]]


def off_the_ends(lab) -> dict:
    """Return values for what stands at an end, so that every handle can be moved to both sides."""
    sliders = [control for control in lab.controls if isinstance(control, Slider)]
    return {one.name: one.coerce((one.low + one.high) / 2) for one in sliders if one.value in (one.low, one.high)}


def announced(lab_page):
    """Wait until the page has said its sentence, and assert that it is Python's."""
    lab_page.page.wait_for_function(
        "() => document.querySelector('.lab-status').textContent === document.querySelector('.lab-caption').textContent"
    )
    assert lab_page.page.locator(".lab-status").inner_text() == lab_page.lab.caption


def test_a_lab_fits_on_a_laptop_s_screen(lab_page):
    sizes = lab_page.page.evaluate("""() => {
        const box = (which) => document.querySelector(which).getBoundingClientRect();
        const top = box('.lab').top, paper = box('.lab-paper'), frame = box('.lab-frame');
        return [box('.lab').width, box('.lab-words').bottom - top, frame.bottom - top, paper.width - frame.width];
    }""")
    assert sizes[0] <= 1050 and sizes[1] <= 645 and sizes[2] < sizes[1] and abs(sizes[3]) < 1, sizes


def test_every_handle_is_moved_by_mouse(lab_page):
    page = lab_page.page
    lab_page.move(off_the_ends(lab_page.lab))
    begin = dict(lab_page.lab.state)
    handles = page.locator(".lab-handle").all()
    declared = lab_page.lab.message()["drawing"]["handles"].values()  # by the scene; tests/labs/marks lists them, too
    assert [handle.get_attribute("data-handle") for handle in handles] == [place["name"] for place in declared]
    for handle in handles:
        lab_page.move(begin)
        before, node = dict(lab_page.lab.state), handle.element_handle()
        (x, y), names = centre(handle, at_least=24), handle.get_attribute("data-handle")
        page.mouse.move(x, y)
        page.mouse.down()
        for part in range(1, 9):
            page.mouse.move(x - 4 * part, y - 2 * part)
        assert "lab-dragging" in handle.get_attribute("class")
        page.mouse.up()
        lab_page.settled()
        assert moved(lab_page.lab, before, lab_page.lab.state) == names.split()
        assert handle.evaluate("(here, before) => here === before", node), "a handle that is replaced loses its pointer"
        for control in lab_page.lab.controls:
            if control.name in names.split() and not getattr(control, "hidden", False):
                field = page.get_by_role("spinbutton", name=f"{control.label}, typed", exact=True)
                assert float(field.input_value().replace("−", "-")) == pytest.approx(lab_page.lab.state[control.name])


@pytest.mark.parametrize(("name", "control"), KINDS, ids=lambda value: getattr(value, "name", value))
def test_every_kind_of_slider_takes_keys_and_typed_numbers_and_reset_puts_it_back(page, name, control):
    lab_page = LabPage(page, LABS[name]())
    page.get_by_role("slider", name=control.label, exact=True).focus()
    values = []
    for key in ("Home", "ArrowRight", "PageUp", "End", "ArrowLeft"):
        page.keyboard.press(key)
        lab_page.settled()
        values.append(lab_page.lab.state[control.name])
    assert values[0] == control.low < values[1] < values[2] and values[3] == control.high > values[4]
    field = page.get_by_role("spinbutton", name=f"{control.label}, typed", exact=True)
    field.fill(f"{control.low}".replace("-", "−"))
    page.keyboard.press("Enter")
    lab_page.settled()
    assert lab_page.lab.state[control.name] == control.low
    page.keyboard.press("ArrowUp")
    lab_page.settled()
    assert lab_page.lab.state[control.name] == pytest.approx(values[1])
    page.get_by_role("button", name="Reset").click()
    lab_page.settled()
    assert lab_page.lab.state == LABS[name]().state


def test_reset_puts_choices_back(page):
    lab_page = LabPage(page, helpers.labs.OrderLab())
    page.get_by_label("0, then 1 (online)", exact=True).click()
    lab_page.settled()
    assert lab_page.lab.state["examples"] == "zero"
    page.get_by_role("button", name="Reset").click()
    lab_page.settled()
    expect(page.get_by_label("both at once (batch)", exact=True)).to_be_checked()
    assert lab_page.lab.state["examples"] == "batch"


@pytest.mark.parametrize("name", LABS)
def test_on_a_phone_nothing_is_cut_off_and_a_finger_moves_what_can_be_moved(finger, name):
    """The picture keeps three fifths of its size: its words can be read. A handle is as large as a fingertip."""
    lab_page = LabPage(finger, LABS[name]())
    cut = finger.evaluate("""() => [...document.querySelectorAll('.lab :is(input, button, label, legend, canvas, .lab-words)')]
        .filter((one) => one.getBoundingClientRect().right > innerWidth + 1).map((one) => one.outerHTML.slice(0, 100))""")
    assert cut == [] and finger.evaluate("document.scrollingElement.scrollWidth") <= 320
    width, shown = finger.evaluate("""() => {
        const svg = document.querySelector('.lab-picture');
        return [svg.viewBox.baseVal.width, svg.getBoundingClientRect().width];
    }""")
    assert shown == pytest.approx(max(0.6 * width, 304), abs=1) and 15.28 * shown / width >= 9
    small = finger.evaluate("""() => [...document.querySelectorAll('.lab :is(input, button, canvas)')]
        .map((one) => (one.type === 'radio' ? one.closest('label') : one).getBoundingClientRect())
        .filter(({width, height}) => Math.min(width, height) < 24).length""")
    assert small == 0
    lab_page.move(off_the_ends(lab_page.lab))
    handles = finger.locator(".lab-handle").all()
    for handle in handles:
        centre(handle, at_least=43.9)
        assert handle.evaluate("(one) => getComputedStyle(one).touchAction") == "none"
    for handle in handles[:1]:  # by mouse all of them are moved, and the page knows pointers only
        handle.scroll_into_view_if_needed()
        session, before, (x, y) = finger.context.new_cdp_session(finger), dict(lab_page.lab.state), centre(handle)
        for kind, part in (("touchStart", 0), *(("touchMove", part) for part in range(1, 7)), ("touchEnd", 0)):
            points = [] if kind == "touchEnd" else [{"x": x - 4 * part, "y": y - 2 * part}]
            session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        lab_page.settled()
        assert moved(lab_page.lab, before, lab_page.lab.state) == handle.get_attribute("data-handle").split()
    assert finger.locator(".lab-paper, .lab-picture, .lab").evaluate_all(
        "(all) => all.every((one) => getComputedStyle(one).touchAction === 'auto')"
    ), "beside the handles the page still scrolls"


def test_a_handle_follows_a_logarithmic_axis(page):
    lab_page = LabPage(page, helpers.labs.CloserLab())
    x, y = centre(page.locator("[data-handle=h]"))
    wide = page.locator(".lab-picture").bounding_box()["width"] / 620
    four_powers = 0.87 * 620 / 17 * 4 * wide
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - four_powers, y, steps=4)
    page.mouse.up()
    expect(page.locator(".lab-status")).to_contain_text("At h = 10⁻¹⁰")
    assert lab_page.lab.state == {"h": 1e-10}


TYPED = [
    ("0,2", 0.2), ("0.2", 0.2), (" 0.2 ", 0.2), ("+0,2", 0.2), (",25", 0.25), ("1", None), ("0,1,2", None),
    ("1,5", None), ("abc", None), ("", None), ("1/5", None), ("2e-1", 0.2), ("0,250", 0.25), ("−0.1", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), TYPED)
def test_numbers_as_people_type_them(page, text, value):
    lab_page = LabPage(page, helpers.labs.DescentLab())
    field = page.get_by_role("spinbutton", name="learning rate η, typed")
    field.fill(text)
    page.keyboard.press("Enter")
    refusal = page.locator(".lab-error")
    if value is None:
        expect(refusal).to_contain_text("learning rate η stays 0.1.")
        assert (
            lab_page.lab.state["learning_rate"] == 0.1
            and lab_page.requests == []
            and field.input_value() == text.strip("\n")
        )
        assert refusal.bounding_box()["height"] >= 12, "in sight"
        field.blur()
        assert field.input_value() == "0.1"
    else:
        lab_page.settled()
        assert lab_page.lab.state["learning_rate"] == value and refusal.count() == 0


@pytest.mark.parametrize(
    ("lab", "label", "text", "value"),
    [
        ("MachineLab", "learning rate η", "1,5", 1.5), ("NudgeLab", "nudge", "0,01", 0.01), ("NudgeLab", "nudge", "−1,5", -1.5),
        ("NudgeLab", "knob number", "1,000", None), ("NudgeLab", "knob number", "12.934", 12934),
        ("NudgeLab", "knob number", "12 934", 12934), ("SquareLab", "side w", "1,250", 1.25),
        ("ZoomLab", "zoom (times)", "1,000", None), ("ZoomLab", "zoom (times)", "1.000", None), ("ZoomLab", "zoom (times)", "1000", 1000),
    ],
)  # fmt: skip
def test_a_mark_before_three_digits_is_refused_only_where_both_readings_make_sense(page, lab, label, text, value):
    lab_page = LabPage(page, LABS[lab]())
    page.get_by_role("spinbutton", name=f"{label}, typed").fill(text)
    page.keyboard.press("Enter")
    if value is None:
        expect(page.locator(".lab-error")).to_contain_text(f"“{text}” can mean 1 or 1000")
        assert lab_page.requests == []
    else:
        lab_page.settled()
        assert value in lab_page.lab.state.values()


def test_the_wheel_over_a_number_scrolls_the_page(page):
    lab_page = LabPage(page, helpers.labs.DescentLab())
    page.evaluate("document.body.style.height = '3000px'")
    field = page.get_by_role("spinbutton", name="steps taken, typed")
    field.click()
    for _ in range(6):
        page.mouse.wheel(0, 40)
    page.wait_for_function("scrollY > 100")
    assert field.input_value() == "8" and lab_page.requests == []


def test_escape_leaves_a_slider_for_what_is_around_it(page):
    LabPage(page, helpers.labs.DescentLab())
    page.evaluate("document.querySelector('main').tabIndex = -1")
    page.get_by_role("slider", name="steps taken").focus()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"


# Few steps, many, and steps that take long; where the other labs' buttons roll to, tests/labs/test_labs.py asks in Python.
@pytest.mark.parametrize("name", ["DescentLab", "IdentityLab", "FeaturesLab"])
def test_a_run_rolls_and_ends_where_a_jump_does(page, name):
    button = max((one for one in LABS[name].buttons if one.roll), key=lambda one: one.roll[1])
    control, amount, most = button.roll
    lab_page = LabPage(page, LABS[name]())
    lab_page.move({control: 0})
    began = page.evaluate("performance.now()")
    page.get_by_role("button", name=button.label, exact=True).click()
    expect(page.get_by_role("button", name="Stop")).to_have_count(1)
    expect(page.get_by_role("button", name=button.label, exact=True)).to_have_count(1)
    announced(lab_page)
    seen = [message["move"][control] for message in lab_page.requests]
    assert seen == sorted(set(seen)) and 4 < len(seen) <= 20 and seen[-1] == min(amount, most)
    assert page.evaluate("performance.now()") - began < 6000, "two seconds, on a computer that has time"
    jumped = LABS[name](**{**type(lab_page.lab)().state, control: min(amount, most)})
    assert {**lab_page.lab.message(), "number": 0} == jumped.message()


def test_stop_and_any_other_press_end_a_run_where_it_is(page):
    lab_page = LabPage(page, helpers.labs.DescentLab(steps=0))
    for end in ("Stop", "From the bottom: w₀ = 3"):
        page.get_by_role("button", name="Run ten steps").click()
        page.wait_for_timeout(250)
        page.get_by_role("button", name=end, exact=True).click()
        lab_page.settled()
        stopped = lab_page.lab.state["steps"]
        assert stopped % 10 > 0
        page.wait_for_timeout(400)
        assert lab_page.lab.state["steps"] == stopped
    assert lab_page.lab.state["initial_weight"] == 3.0


def test_who_asks_for_less_motion_sees_a_jump_and_nothing_moves_by_itself(page):
    page.emulate_media(reduced_motion="reduce")
    lab_page = LabPage(page, helpers.labs.DescentLab(steps=0))
    page.get_by_role("button", name="Run ten steps").click()
    lab_page.settled()
    announced(lab_page)
    assert lab_page.lab.state["steps"] == 10 and len(lab_page.requests) == 1
    page.emulate_media(reduced_motion="no-preference")
    page.evaluate("""() => {
        window.stirred = 0;
        const all = {childList: true, subtree: true, attributes: true, characterData: true};
        new MutationObserver((changes) => { stirred += changes.length; }).observe(document.querySelector('main'), all);
    }""")
    page.wait_for_timeout(1000)
    assert page.evaluate("stirred") == 0


def test_the_sentence_is_said_once_the_hand_rests(page):
    LabPage(page, helpers.labs.DescentLab())
    page.evaluate("""() => {
        window.said = [];
        const status = document.querySelector('.lab-status');
        new MutationObserver(() => said.push(status.textContent)).observe(status, {childList: true, subtree: true});
    }""")
    handle = page.locator(".lab-handle")
    x, y = centre(handle)
    page.mouse.move(x, y)
    page.mouse.down()
    for part in range(20):
        page.mouse.move(x + 5 * part, y)
        page.wait_for_timeout(25)
    page.wait_for_timeout(400)
    assert page.evaluate("said") == [], "not while it is held"
    page.mouse.up()
    expect(page.locator(".lab-status")).to_contain_text("Eight steps from w =")
    assert len(page.evaluate("said")) == 1


def test_pointing_at_a_step_or_at_its_row_marks_both(page):
    LabPage(page, helpers.labs.DescentLab())
    page.locator("td[data-step='3']").first.hover()
    expect(page.locator("td.lab-step-marked").first).to_have_text("3")
    ring = page.locator(".lab-ring").bounding_box()
    page.mouse.move(5, 5)
    expect(page.locator(".lab-ring")).to_be_hidden()
    page.mouse.move(ring["x"] + ring["width"] / 2, ring["y"] + ring["height"] / 2)
    expect(page.locator("td.lab-step-marked").first).to_have_text("3")
    for lab in (helpers.labs.RateLab, helpers.labs.RaceLab, helpers.labs.SignLab):
        LabPage(page, lab())
        page.locator("[data-step='1']").first.hover()
        expect(page.locator(".lab-ring")).to_be_visible()


def test_two_views_of_one_lab_stay_in_step(page):
    lab_page = LabPage(page, helpers.labs.DescentLab())
    lab_page.move({"steps": 3})
    page.evaluate("void view()")
    expect(page.locator(".lab-caption").nth(1)).to_contain_text("Three steps")
    page.get_by_role("slider", name="initial weight w₀").nth(1).focus()
    page.keyboard.press("End")
    for caption in page.locator(".lab-caption").all():
        expect(caption).to_contain_text("from w = 8")
    assert page.get_by_role("slider", name="initial weight w₀").nth(0).input_value() == "8"
    ids = page.evaluate("[...document.querySelectorAll('.lab [id]')].map((one) => one.id)")
    assert len(set(ids)) == len(ids) > 4


def test_a_message_that_was_lost_is_asked_for_again(page):
    lab_page = LabPage(page, helpers.labs.DescentLab())
    lab_page.lab.set(steps=2)  # and the page does not hear of it
    lab_page.lab.set(steps=2, initial_weight=7.0)
    page.evaluate("(message) => tell(message)", lab_page.replies[-1])
    lab_page.settled()
    assert {key: value for key, value in lab_page.requests[-1].items() if key != "from"} == {"whole": True}
    assert page.get_by_role("slider", name="steps taken").input_value() == "2"


def test_what_python_refuses_is_said_and_the_control_goes_back(page):
    lab_page = LabPage(page, helpers.labs.DescentLab())
    page.evaluate("document.querySelectorAll('input[type=range]')[2].max = 99")
    page.get_by_role("slider", name="steps taken").focus()
    page.keyboard.press("End")
    expect(page.locator(".lab-error")).to_contain_text("steps must be from 0 to 30, got 99")
    assert page.get_by_role("slider", name="steps taken").input_value() == "8" and lab_page.lab.state["steps"] == 8


def test_no_style_of_a_lab_leaves_it(page):
    LabPage(page, helpers.labs.RateLab())
    assert page.locator(".lab style").count() == 0
    rules = page.evaluate("""() => [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
        .flatMap((rule) => rule.cssRules ? [...rule.cssRules].concat(rule.selectorText ? [rule] : []) : [rule])
        .map((rule) => rule.selectorText).filter(Boolean)""")
    assert len(rules) > 30 and [rule for rule in rules if ".lab" not in rule] == []
