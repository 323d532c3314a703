"""Readers with no kernel in a real JupyterLab: a fresh clone, a notebook that is trusted, a kernel that forgot."""

import re
from pathlib import Path

import pytest
from everything import axe_findings
from lab_in_browser import open_notebook, read_everything, run_all, scroll_to
from nbconvert import HTMLExporter

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.browser
LESSON = "notebooks/03-rolling-down.ipynb"
CONTROLS = (
    "The controls stand at: learning rate η 0.1, initial weight w₀ −2, steps taken 8. Run this cell to move them."
)
CAPTION = "Eight steps from w = −2 at learning rate 0.1: w moves right to 2.16 and the cost falls from 25 to 0.70"
KERNEL_RESTARTED = "The kernel was restarted and has forgotten this. To bring it back, run the first code cell again"


@pytest.fixture(scope="module")
def lab(page, jupyter):
    return page, jupyter.address, jupyter.token, jupyter.folder


def opened(lab) -> tuple:
    """Open the lesson and return whether JupyterLab trusts it, and everything on its page."""
    page, address, token, _ = lab
    cells = page.request.get(f"{address}/api/contents/{LESSON}?token={token}").json()["content"]["cells"]
    open_notebook(page, address, token, LESSON)
    trusted = {cell["metadata"]["trusted"] for cell in cells if cell["cell_type"] == "code"}
    return trusted, read_everything(page)


def assert_tells_all(text):
    """Assert that the lab's picture, its alt text, its sentence and how to move it stand there, and nothing broken."""
    assert CONTROLS in text and re.search(f'<img [^>]*alt="[^"]*{re.escape(CAPTION)}', text)
    assert re.search(rf"<figcaption[^>]*>(?:(?!</figcaption>).)*{re.escape(CAPTION)}", text, re.DOTALL)
    stored = (ROOT / LESSON).read_text(encoding="utf-8").count("<figure ")
    assert text.count("<figcaption") == text.count('src="data:image/png;base64,iVBORw0KGgo') == stored
    for broken in ("VBox(", "model not found", "Error displaying widget", "Loading widget", "Traceback"):
        assert broken not in text, broken


def test_a_fresh_clone_tells_all_before_anything_is_trusted(lab):
    trusted, text = opened(lab)
    assert trusted == {False}
    assert_tells_all(text)


def test_axe_finds_nothing_serious_on_an_exported_page(lab):
    """What is in the lessons axe sees in test_accessibility.py; here, what nbconvert makes of one."""
    html, _ = HTMLExporter(template_name="lab").from_filename(ROOT / "notebooks/11-digits.ipynb")
    page = lab[0].context.browser.new_page()
    page.route(re.compile("^https?:"), lambda route: route.abort())  # MathJax, from elsewhere
    page.set_content(html)
    found = axe_findings(page)
    page.close()
    # nbconvert's own style: lines to unfold stand 21 pixels apart and not 24, and links are not underlined.
    assert [one for one in found["grave"] if one[0] not in ("target-size", "link-in-text-block")] == []
    assert "image-alt" in found["passes"]


def test_a_lab_whose_kernel_was_restarted_says_so_and_can_be_run_again(lab):
    page, *_ = lab
    run_all(page)
    restart(page)
    panel = scroll_to(page, page.get_by_role("group", name="Subtract or add?"))
    panel.get_by_label("initial weight w₀", exact=True).focus()
    page.keyboard.press("ArrowRight")
    output = page.locator(".jp-OutputArea-child", has=panel)
    output.get_by_role("status").filter(has_text=KERNEL_RESTARTED).wait_for(timeout=60_000)

    for code in ("from helpers.labs import", "SignLab(sign"):
        scroll_to(page, page.locator(".jp-CodeCell", has_text=code)).locator(".cm-content").click()
        page.keyboard.press("Control+Enter")
    panel = scroll_to(page, page.get_by_role("group", name="Subtract or add?"))
    panel.get_by_label("initial weight w₀", exact=True).focus()
    page.keyboard.press("Home")
    cell = page.locator(".jp-CodeCell", has=panel)
    cell.locator(".lab-caption").filter(has_text="from w = −2").wait_for(timeout=60_000)
    assert cell.get_by_text(KERNEL_RESTARTED).count() == 0


def test_what_was_run_and_saved_tells_all_tomorrow_too(lab):
    page, address, token, folder = lab
    before = (folder / LESSON).read_bytes()
    scroll_to(page, page.locator(".jp-CodeCell", has_text="from helpers.labs import")).locator(".cm-content").click()
    page.keyboard.press("Control+s")
    for _ in range(300):
        if (folder / LESSON).read_bytes() != before:
            break
        page.wait_for_timeout(200)
    assert (folder / LESSON).read_bytes() != before
    for session in page.request.get(f"{address}/api/sessions?token={token}").json():
        page.request.delete(f"{address}/api/sessions/{session['id']}?token={token}")
    trusted, text = opened(lab)
    assert trusted == {True}
    assert_tells_all(text)


def test_on_a_slow_computer_a_lab_and_a_panel_answer_too(chromium, jupyter):
    """A widget that loads for more than two seconds is given up by anywidget; here, every widget is."""
    page = chromium.new_page(viewport={"width": 1440, "height": 900})
    page.add_init_script("const wait = AbortSignal.timeout; AbortSignal.timeout = () => wait.call(AbortSignal, 0)")
    open_notebook(page, jupyter.address, jupyter.token, "notebooks/00-watch.ipynb")
    run_all(page)
    scroll_to(page, page.get_by_role("status").filter(has_text="✓ Everything works"))
    panel = scroll_to(page, page.get_by_role("group", name="Two knobs by hand"))
    panel.get_by_label("knob w (the weight)", exact=True).focus()
    page.keyboard.press("ArrowRight")
    caption = panel.locator(".lab-caption").filter(has_text="The mean cost is")
    caption.filter(has_not_text="0.3276").wait_for(timeout=20_000)
    page.close()


def restart(page):
    """Restart the kernel, as the menu does, and wait until it is idle."""
    page.click('.lm-MenuBar-itemLabel:text-is("Kernel")')
    page.click('.lm-Menu-itemLabel:text-is("Restart Kernel…")')
    page.click(".jp-Dialog button.jp-mod-warn")
    page.wait_for_selector('.jp-Notebook-ExecutionIndicator[data-status="idle"]', timeout=60_000)
