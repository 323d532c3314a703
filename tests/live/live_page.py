"""What the tests of the live book do on a page of it."""

ROLLING = "notebooks/03-rolling-down.html"
RIGHT = 'slope_here = 2 * (0.6 - 3)\npractice.check("slope_here", slope_here)'
PHONE = {"viewport": {"width": 390, "height": 800}, "has_touch": True, "is_mobile": True, "color_scheme": "dark"}


def ready(page, phase="ready"):
    page.wait_for_function("(phase) => document.documentElement.dataset.python === phase", arg=phase)
    return page


def line(page):
    return page.locator("#live-line").inner_text()


def lab(page, name):
    """Return the cell of the lab of this name, once it lives."""
    cell = page.locator(f"[id='{name}']")
    cell.scroll_into_view_if_needed()
    cell.locator(".lab").wait_for()
    return cell


def set_rate(page, value):
    """Type a learning rate into the first lab of lesson 03, and wait until its caption has it."""
    field = lab(page, "first-step").get_by_role("spinbutton", name="learning rate").first
    field.fill(value)
    field.press("Enter")
    wait_for_caption(page, value)


def wait_for_caption(page, words):
    page.locator("[id=first-step] .lab-caption", has_text=words).wait_for()


def exercise(page, number=0):
    """Return the cell of an exercise, once it has an editor."""
    cell = page.locator("div.cell.tag_exercise").nth(number)
    cell.scroll_into_view_if_needed()
    cell.locator(".cm-content").wait_for()
    return cell


def code(cell):
    """Return what stands in an exercise's editor."""
    return "\n".join(cell.locator(".cm-line").all_text_contents())


def type_answer(page, source, cell=None):
    """Type an answer in place of what stands in an exercise, the first one if not told."""
    (cell or exercise(page)).locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(source)


def run_answer(page, source, cell=None):
    type_answer(page, source, cell)
    page.keyboard.press("Shift+Enter")


def wait_for_status(page, words):
    page.locator(".editor-status", has_text=words).wait_for()


def wait_for_output(page, words):
    page.locator(".editor-outputs", has_text=words).wait_for()
