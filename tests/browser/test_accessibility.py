"""For everyone: axe, names, keys and sizes of all controls, in a real JupyterLab, in both of its themes."""

import json
import re

import pytest
from everything import AGREE, BUSY, axe_findings, pale_texts, write_everything, write_stored
from lab_in_browser import open_notebook, run_all, run_cell, switch_theme

import helpers.labs
from helpers.labs.controls import Choice, Slider

pytestmark = pytest.mark.browser

LABS = [getattr(helpers.labs, name) for name in helpers.labs.NAMES]
TIMEOUT = 60_000  # milliseconds, for a computer that is busy


@pytest.fixture(scope="module")
def pages(page, chromium, jupyter):
    """Return two pages: all that is alive, and all lessons as they are stored."""
    write_everything(jupyter.folder / "everything.ipynb")
    write_stored(jupyter.folder / "stored.ipynb")
    pages = {"stored": chromium.new_page(viewport={"width": 1440, "height": 900}), "everything": page}
    for name, one in pages.items():
        open_notebook(one, jupyter.address, jupyter.token, f"{name}.ipynb")
    run_all(pages["everything"], seconds=300)
    answer_everything(pages["everything"])
    yield pages
    pages["stored"].close()


def answer_everything(page):
    """Choose the first answer of every question, so that the replies stand there."""
    page.evaluate(
        "document.querySelectorAll('.questions fieldset').forEach((one) => one.querySelector('input').click())"
    )
    page.wait_for_function(
        "() => [...document.querySelectorAll('.question-reply')].every((reply) => reply.textContent.length > 1)",
        timeout=TIMEOUT,
    )


@pytest.fixture
def everything(pages):
    """Return the page on which everything is alive."""
    pages["everything"].bring_to_front()
    return pages["everything"]


def lab_of(page, kind):
    return page.get_by_role("group", name=kind.title, exact=True).first


@pytest.mark.parametrize("name", ["everything", "stored"])
def test_axe_finds_nothing(pages, name):
    pages[name].bring_to_front()
    found = axe_findings(pages[name])
    assert found["violations"] == []
    assert {"image-alt" if name == "stored" else "svg-img-alt", "scope-attr-valid"} <= set(found["passes"])


@pytest.mark.parametrize("theme", ["Dark", "Light"])
@pytest.mark.parametrize("name", ["everything", "stored"])
def test_texts_stand_out_in_both_themes(pages, name, theme):
    switch_theme(pages[name], theme)
    texts, pale = pale_texts(pages[name])
    assert texts > 500 and pale == []


def test_every_control_has_a_name(everything):
    for lab in LABS:
        wanted = []
        for control in lab.controls:
            if isinstance(control, Slider) and not control.hidden:
                wanted += [("slider", control.label), ("spinbutton", f"{control.label}, typed")]
            elif isinstance(control, Choice):
                wanted += [("radio", words) for _, words in control.options]
        if lab is helpers.labs.DrawLab:
            wanted.append(("button", "Clear"))
        buttons = lab.buttons or lab().buttons
        wanted += [("button", label) for label in (*(button.label for button in buttons), "Reset")]
        snapshot = lab_of(everything, lab).aria_snapshot().replace("''", "'")
        assert re.findall(r'(slider|spinbutton|radio|button) "([^"]+)"', snapshot) == wanted


def test_tab_goes_through_every_control_and_out_and_the_focus_is_seen(everything):
    page = everything
    page.evaluate(
        """() => {
            const stops = (group) => [...group.querySelectorAll('input, button, canvas')].filter((one) =>
                one.type !== 'radio' || one.checked || !group.querySelector(`[name="${one.name}"]:checked`)
                && one === group.querySelector(`[name="${one.name}"]`));
            const first = document.querySelector('.questions');
            window.everyStop = [...document.querySelectorAll('.lab-grid, .progress-page + .lab-buttons'), first]
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
                return [...output.querySelectorAll('figure img, figcaption, .lab-frame, .lab-words, input, button, label, legend, canvas')]
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


def cell_of(page, source):
    """Return the cell that begins like this."""
    return page.locator(".jp-CodeCell", has_text=source.splitlines()[0])


def test_labs_side_by_side_that_are_moved_while_a_cell_runs(everything):
    page = everything
    labs = page.get_by_role("group", name=helpers.labs.SecantLab.title, exact=True)
    one, other = labs.nth(labs.count() - 2), labs.nth(labs.count() - 1)
    cell_of(page, BUSY).locator(".cm-content").click()
    page.keyboard.press("Control+Enter")
    for presses in range(12):
        one.get_by_role("slider", name="run to the second point: h").focus()
        page.keyboard.press("ArrowLeft")
        other.get_by_role("slider", name="first point: w").focus()
        page.keyboard.press("ArrowRight" if presses % 3 else "ArrowLeft")
    page.wait_for_selector('.jp-Notebook-ExecutionIndicator[data-status="idle"]', timeout=TIMEOUT)
    page.wait_for_timeout(500)
    run_cell(page, cell_of(page, AGREE))
    lines = cell_of(page, AGREE).locator(".jp-OutputArea-output").inner_text().splitlines()
    assert len(lines) == 2
    for lab, line in zip((one, other), lines):
        as_drawn, state, alt = json.loads(line)
        assert as_drawn, state
        assert lab.locator(".lab-picture").get_attribute("aria-label") == alt
        for control in helpers.labs.SecantLab.controls:
            shown = lab.get_by_role("spinbutton", name=f"{control.label}, typed").input_value()
            assert float(shown.replace("−", "-")) == pytest.approx(state[control.name])


def test_labs_are_dark_on_a_dark_page_and_light_on_a_light_one(everything):
    paper = """() => {
        const seen = getComputedStyle(document.querySelector('.lab-picture')).backgroundColor;
        return seen.match(/\\d+/g).map(Number);
    }"""
    switch_theme(everything, "Dark")
    assert max(everything.evaluate(paper)) < 40
    switch_theme(everything, "Light")
    assert min(everything.evaluate(paper)) > 240
