"""What the tests of the live book do on a page of it."""

ROLLING = "notebooks/03-rolling-down.html"


def ready(page, phase="ready"):
    page.wait_for_function("(phase) => document.documentElement.dataset.python === phase", arg=phase)
    return page


def line(page):
    return page.locator("#live-line").inner_text()


def cells(page):
    return page.locator("div.cell")


def run_answer(page, cell, source):
    """Type an answer in place of what stands there, and run it."""
    cell.scroll_into_view_if_needed()
    field = cell.locator(".cm-content")
    field.click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(source)
    page.keyboard.press("Shift+Enter")


def lab(page, name):
    """Return the lab of this name, once it lives."""
    cell = page.locator(f"[id='{name}']")
    cell.scroll_into_view_if_needed()
    cell.locator(".lab").wait_for()
    return cell
