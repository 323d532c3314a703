"""For everyone: axe, names, keys and sizes of all controls, in a real JupyterLab, in both of its themes."""

import json
import re

import pytest
from everything import AGREE, BUSY, axe_findings, pale_texts, write_everything, write_settings, write_stored
from lab_in_browser import browser, open_notebook, run_all, run_cell, server, switch_theme
from playwright.sync_api import expect

import helpers.labs
from helpers.labs.controls import Choice, Slider

pytestmark = pytest.mark.browser

LABS = [getattr(helpers.labs, name) for name in helpers.labs.__all__]
PATIENCE = 60_000  # milliseconds, for a computer that is busy


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Return two pages: all that is alive, and all lessons as they are stored."""
    folder = tmp_path_factory.mktemp("everything")
    write_settings(folder / "settings")
    write_everything(folder / "everything.ipynb")
    write_stored(folder / "stored.ipynb")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JUPYTERLAB_SETTINGS_DIR", str(folder / "settings"))
        with server(folder, folder / "jupyterlab.log") as (address, token), browser() as chromium:
            pages = {}
            for name in ("stored", "everything"):
                pages[name] = chromium.new_page(viewport={"width": 1300, "height": 1000})
                open_notebook(pages[name], address, token, f"{name}.ipynb")
            run_all(pages["everything"], seconds=300)
            answer_everything(pages["everything"])
            yield pages


def answer_everything(page):
    """Choose the first answer of every question, so that the replies stand there."""
    page.evaluate(
        "document.querySelectorAll('.questions fieldset').forEach((one) => one.querySelector('input').click())"
    )
    page.wait_for_function(
        "() => [...document.querySelectorAll('.question-reply')].every((reply) => reply.textContent.length > 1)",
        timeout=PATIENCE,
    )


@pytest.fixture
def page(pages):
    """Return the page on which everything is alive."""
    pages["everything"].bring_to_front()
    return pages["everything"]


def panel_of(page, lab):
    return page.get_by_role("group", name=lab.title, exact=True).first


def figure_of(panel):
    """Return the first picture after a lab's controls."""
    output = panel.locator("xpath=ancestor::*[contains(@class, 'jp-OutputArea-child')][1]")
    return output.locator("xpath=following-sibling::*//figure").first


@pytest.mark.parametrize("name", ["everything", "stored"])
def test_axe_finds_nothing(pages, name):
    pages[name].bring_to_front()
    found = axe_findings(pages[name])
    assert found["violations"] == []
    assert {"image-alt", "scope-attr-valid"} <= set(found["passes"])


@pytest.mark.parametrize("theme", ["Dark", "Light"])
@pytest.mark.parametrize("name", ["everything", "stored"])
def test_texts_stand_out_in_both_themes(pages, name, theme):
    switch_theme(pages[name], theme)
    texts, pale = pale_texts(pages[name])
    assert texts > 500 and pale == []


def test_every_control_has_a_name(page):
    for lab in LABS:
        wanted = []
        for control in lab.controls:
            if isinstance(control, Slider):
                wanted += [("slider", control.label), ("spinbutton", f"{control.label}, typed")]
            elif isinstance(control, Choice):
                wanted += [("radio", words) for _, words in control.options]
        buttons = lab.buttons or lab().buttons
        wanted += [("button", label) for label in (*(button.label for button in buttons), "Reset")]
        told = panel_of(page, lab).aria_snapshot().replace("''", "'")
        assert re.findall(r'(slider|spinbutton|radio|button) "([^"]+)"', told) == wanted


LISTEN = """(slider) => {
    window.heard = [];
    slider.addEventListener('keyup', () => heard.push(Number(slider.value)));
    slider.focus();
    return [slider.min, slider.max, slider.step].map(Number);
}"""


def test_every_slider_takes_keys_and_typed_numbers_and_reset_puts_it_back(page):
    for lab in LABS:
        if lab is helpers.labs.TrainLab:
            continue  # its slider follows the training: test_reading_digits.py
        panel = panel_of(page, lab)
        for slider in panel.get_by_role("slider").all():
            low, high, step = slider.evaluate(LISTEN)
            for key in ("Home", "ArrowRight", "PageUp", "End", "ArrowLeft", "PageDown"):
                page.keyboard.press(key)
            first, more, much_more, last, less, much_less = page.evaluate("heard")
            assert [first, more] == pytest.approx([low, low + step]) and much_more >= more + 0.99 * step, lab
            assert high - step < last <= high and less == pytest.approx(last - step) and much_less < less, lab
        for field in panel.get_by_role("spinbutton").all():
            field.fill(field.get_attribute("min"))
            page.keyboard.press("Enter")
        for slider in panel.get_by_role("slider").all():
            assert slider.evaluate("(one) => Number(one.value) - Number(one.min)") == pytest.approx(0), lab
        panel.get_by_role("button", name="Reset").focus()
        page.keyboard.press("Enter")
        for control in (control for control in lab.controls if isinstance(control, Slider)):
            field = panel.get_by_role("spinbutton", name=f"{control.label}, typed", exact=True)
            expect(field).to_have_js_property("valueAsNumber", control.value, timeout=PATIENCE)


def test_tab_goes_through_every_control_and_out_and_the_focus_is_seen(page):
    page.evaluate(
        """() => {
            const stops = (group) => [...group.querySelectorAll('input, button, canvas')].filter((one) =>
                one.type !== 'radio' || one.checked || !group.querySelector(`[name="${one.name}"]:checked`)
                && one === group.querySelector(`[name="${one.name}"]`));
            const first = document.querySelector('.questions');
            window.everyStop = [...document.querySelectorAll('.lab-panel, .progress-page + .lab-buttons'), first]
                .map(stops);
        }"""
    )
    for number, count in enumerate(page.evaluate("everyStop.map((stops) => stops.length)")):
        page.evaluate(f"everyStop[{number}][0].focus()")
        for at in range(count):
            here = page.evaluate(
                """([number, at]) => {
                    const {Color, getContrast} = axe.commons.color, here = document.activeElement;
                    const colour = (text) => { const made = new Color(); made.parseString(text); return made; };
                    const {outlineStyle, outlineWidth, outlineColor} = getComputedStyle(here);
                    const around = getComputedStyle(here.closest('.jp-Notebook')).backgroundColor;
                    return {right: here === everyStop[number][at], html: here.outerHTML.slice(0, 100),
                        seen: outlineStyle === 'solid' && parseFloat(outlineWidth) >= 2
                            && getContrast(colour(around), colour(outlineColor)) >= 3};
                }""",
                [number, at],
            )
            assert here["right"], (number, at, here)
            assert here["seen"] or at == 0, here
            page.keyboard.press("Tab")
        assert not page.evaluate(f"everyStop[{number}].includes(document.activeElement)"), "no trap"


def test_targets_are_large_enough(page):
    small = page.evaluate(
        """() => [...document.querySelectorAll('.jp-OutputArea-output :is(input, button, canvas)')]
            .map((one) => [one.type === 'radio' ? one.closest('label') : one, one])
            .map(([target, one]) => [target.getBoundingClientRect(), one.outerHTML.slice(0, 100)])
            .filter(([box]) => Math.min(box.width, box.height) < 24).map(([box, html]) => [box.height, html])"""
    )
    assert small == []


@pytest.mark.parametrize(("width", "height"), [(650, 500), (320, 640)], ids=["200 % of 1300 pixels", "320 pixels"])
@pytest.mark.parametrize("name", ["everything", "stored"])
def test_nothing_is_cut_off_on_a_small_screen(pages, name, width, height):
    """All but tables: a wide one scrolls in its own output."""
    page = pages[name]
    page.bring_to_front()
    full = page.viewport_size
    if page.locator("#jp-left-stack").is_visible():
        page.click(".jp-SideBar.jp-mod-left .lm-mod-current")
    page.set_viewport_size({"width": width, "height": height})
    try:
        page.wait_for_timeout(500)
        cut = page.evaluate(
            """() => [...document.querySelectorAll('.jp-OutputArea-output')].flatMap((output) => {
                const edge = output.getBoundingClientRect().right + 1;
                return [...output.querySelectorAll('figure img, figcaption, input, button, label, legend, canvas')]
                    .filter((one) => one.getBoundingClientRect().right > edge)
                    .map((one) => [one.getBoundingClientRect().right - edge, one.outerHTML.slice(0, 120)]);
            })"""
        )
        assert cut == []
        squeezed = page.evaluate(
            """() => [...document.querySelectorAll('figure img')].filter((image) => image.width < 100
                || Math.abs(image.width / image.height - image.naturalWidth / image.naturalHeight) > 0.1).length"""
        )
        assert squeezed == 0
    finally:
        page.set_viewport_size(full)


WATCH = """([panel, figure]) => {
    window.seen = {said: [], pictures: 0, moving: 0};
    const status = panel.querySelector('[role=status]');
    new MutationObserver(() => seen.said.push(status.textContent)).observe(status, {childList: true, subtree: true});
    const output = figure.closest('.jp-OutputArea');
    new MutationObserver((changes) => {
        seen.pictures += changes.some((one) => [...one.addedNodes].some((node) => node.nodeName === 'FIGURE'));
        seen.moving += document.getAnimations().filter((one) => output.contains(one.effect.target)).length;
    }).observe(output, {childList: true, subtree: true});
}"""


def test_the_sentence_is_said_once_the_hand_rests(page):
    panel = panel_of(page, helpers.labs.DescentLab)
    status = panel.get_by_role("status")
    slider = panel.get_by_role("slider", name="initial weight w₀")
    slider.scroll_into_view_if_needed()
    alt = figure_of(panel).locator("img").get_attribute("alt")
    page.evaluate(WATCH, [panel.element_handle(), figure_of(panel).element_handle()])
    box = slider.bounding_box()
    page.mouse.move(box["x"] + 0.3 * box["width"], box["y"] + box["height"] / 2)
    page.mouse.down()
    for part in range(30, 61):
        page.mouse.move(box["x"] + part / 100 * box["width"], box["y"] + box["height"] / 2)
        page.wait_for_timeout(30)
    figure_of(panel).locator("figcaption", has_text="from w = 4").wait_for(timeout=PATIENCE)
    assert page.evaluate("seen.said") == [] and page.evaluate("seen.pictures") > 3
    page.mouse.up()
    status.filter(has_text="from w = 4").wait_for(timeout=PATIENCE)
    slider.focus()
    for _ in range(20):
        page.keyboard.press("ArrowRight")
    status.filter(has_text=f"from w = {slider.input_value()} ").wait_for(timeout=PATIENCE)
    seen = page.evaluate("seen")
    assert len(seen["said"]) <= 3 and seen["moving"] == 0
    image = figure_of(panel).locator("img")
    assert image.get_attribute("alt") != alt and image.get_attribute("alt").endswith(status.inner_text())


def test_a_number_out_of_range_is_refused_in_sight(page):
    panel = panel_of(page, helpers.labs.DescentLab)
    field = panel.get_by_role("spinbutton", name="learning rate η, typed")
    field.fill("7")
    page.keyboard.press("Enter")
    refusal = panel.get_by_role("status").filter(has_text="learning rate η goes from 0.01 to 0.45; it stays as it was")
    refusal.wait_for(timeout=PATIENCE)
    assert refusal.bounding_box()["height"] >= 12 and field.input_value() != "7"


def cell_of(page, source):
    """Return the cell that begins like this."""
    return page.locator(".jp-CodeCell", has_text=source.splitlines()[0])


def test_labs_side_by_side_that_are_moved_while_a_cell_runs(page):
    panels = page.get_by_role("group", name=helpers.labs.SecantLab.title, exact=True)
    one, other = panels.nth(panels.count() - 2), panels.nth(panels.count() - 1)
    cell_of(page, BUSY).locator(".cm-content").click()
    page.keyboard.press("Control+Enter")
    for presses in range(12):
        one.get_by_role("slider", name="run to the second point: h").focus()
        page.keyboard.press("ArrowLeft")
        other.get_by_role("slider", name="first point: w").focus()
        page.keyboard.press("ArrowRight" if presses % 3 else "ArrowLeft")
    page.wait_for_selector('.jp-Notebook-ExecutionIndicator[data-status="idle"]', timeout=PATIENCE)
    page.wait_for_timeout(500)
    run_cell(page, cell_of(page, AGREE))
    told = cell_of(page, AGREE).locator(".jp-OutputArea-output").inner_text().splitlines()
    assert len(told) == 2
    for panel, line in zip((one, other), told):
        as_drawn, state, html = json.loads(line)
        assert as_drawn, state
        image = figure_of(panel).locator("img")
        assert image.get_attribute("src") in html and image.get_attribute("alt") in html
        for control in helpers.labs.SecantLab.controls:
            shown = panel.get_by_role("spinbutton", name=f"{control.label}, typed").input_value()
            assert float(shown) == pytest.approx(state[control.name])


def test_nothing_moves_by_itself(page):
    """So nothing must be held still for those who ask for less motion: no picture glides, no page scrolls softly."""
    for wish in ("no-preference", "reduce"):
        page.emulate_media(reduced_motion=wish)
        own = page.evaluate(
            """() => [...document.querySelectorAll('.jp-OutputArea-output, .jp-OutputArea-output *')]
                .map((one) => [one, getComputedStyle(one)])
                .filter(([, {transitionDuration, animationName, scrollBehavior}]) =>
                    /[1-9]/.test(transitionDuration) || animationName !== 'none' || scrollBehavior !== 'auto')
                .map(([one]) => one.outerHTML.slice(0, 100))"""
        )
        assert own == [], wish
    page.emulate_media(reduced_motion="no-preference")
    page.evaluate(
        """() => {
            window.stirred = [];
            const observer = new MutationObserver((changes) => changes.forEach(({target}) => {
                const own = (target.closest ?? target.parentElement.closest).call(target, '.jp-OutputArea-output');
                if (own) stirred.push(target.outerHTML?.slice(0, 100));
            }));
            const all = {childList: true, subtree: true, attributes: true, characterData: true};
            observer.observe(document.querySelector('.jp-Notebook'), all);
        }"""
    )
    page.wait_for_timeout(1500)
    assert page.evaluate("stirred") == []
