"""Take pictures of every lab, as it stands first and after one move, in both themes of a real JupyterLab, to look at.

    python tools/screenshots.py [LabName ...]

They go to build/screenshots, four of each lab; all of them take a few minutes.
"""

import sys
import tempfile
from pathlib import Path

import nbformat
from lab_in_browser import browser, open_notebook, run_cell, server, switch_theme

import helpers.labs

FOLDER = Path(__file__).parents[1] / "build" / "screenshots"
THEMES = ("Light", "Dark")
KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}  # or JupyterLab asks which


def write_notebook(path: Path, names):
    """Write a notebook whose one cell shows the next lab each time it runs, all of them in each theme."""
    code = f"from helpers import labs\nnext_lab = (getattr(labs, name)() for name in {list(names)} * {len(THEMES)})"
    cells = [nbformat.v4.new_markdown_cell("# Labs"), *map(nbformat.v4.new_code_cell, (code, "next(next_lab)"))]
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=KERNEL), path)


def move(page):
    """Move the lab's first control a large step by keyboard, and wait for its picture."""
    moves = page.locator(".jp-OutputArea .lab-moves").first
    before = moves.inner_html()
    control = page.locator(".lab :is(input[type=range], input[type=radio]:not(:checked))").first
    control.press(
        control.evaluate("one => one.type === 'radio' ? 'Space' : one.value === one.max ? 'PageDown' : 'PageUp'")
    )
    page.wait_for_function(
        "before => document.querySelector('.lab-moves')?.innerHTML !== before", arg=before, timeout=60_000
    )
    page.wait_for_timeout(300)


def main(names):
    """Take the pictures, and say where they are."""
    names = names or helpers.labs.__all__
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        write_notebook(Path(folder) / "labs.ipynb", names)
        with server(Path(folder), Path(folder) / "log") as (address, token), browser() as chromium:
            page = chromium.new_page(viewport={"width": 1100, "height": 1300})
            open_notebook(page, address, token, "labs.ipynb")
            page.keyboard.press("Control+b")  # the folder beside it tells nothing
            start, cell = page.locator(".jp-CodeCell").all()
            run_cell(page, start)
            for theme in THEMES:
                switch_theme(page, theme)
                for name in names:
                    run_cell(page, cell)
                    output = cell.locator(".jp-OutputArea").first
                    output.locator(".lab-picture").wait_for()
                    output.screenshot(path=FOLDER / f"{name}-{theme.lower()}-first.png")
                    move(page)
                    output.screenshot(path=FOLDER / f"{name}-{theme.lower()}-moved.png")
    print(f"{len(names) * len(THEMES) * 2} pictures in {FOLDER}")


if __name__ == "__main__":
    main(sys.argv[1:])
