"""A lab in Notebook 7, which is no JupyterLab: `make notebook-check` installs it apart and runs this.

It is moved by key and by hand, follows the theme, and says so when its kernel is gone.
"""

import re
import secrets
import sys
from pathlib import Path

import nbformat
import pytest
from lab_in_browser import free_port, running
from playwright.sync_api import expect

ROOT = Path(__file__).parents[2]
PYTHON = ROOT / "build" / "notebook-tools" / "bin" / "python"
KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}


@pytest.fixture(scope="module")
def page(chromium, tmp_path_factory):
    folder, token, port = tmp_path_factory.mktemp("a learner's folder"), secrets.token_hex(16), free_port()
    cells = [nbformat.v4.new_code_cell("from helpers.labs import DescentLab\nDescentLab()")]
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=KERNEL), folder / "lab.ipynb")
    command = [
        str(PYTHON),
        "-m",
        "notebook",
        "--no-browser",
        f"--port={port}",
        f"--IdentityProvider.token={token}",
        "--allow-root",
    ]
    command.append(f"--ServerApp.root_dir={folder}")
    with running(command, f"http://127.0.0.1:{port}/api?token={token}", folder / "log", folder):
        page = chromium.new_page(viewport={"width": 1300, "height": 900})
        page.goto(f"http://127.0.0.1:{port}/notebooks/lab.ipynb?token={token}")
        page.wait_for_selector('.jp-Notebook-ExecutionIndicator[data-status="idle"]', timeout=120_000)
        page.locator(".jp-CodeCell .cm-content").first.click()
        page.keyboard.press("Control+Enter")
        page.locator(".lab-picture").wait_for(timeout=60_000)
        yield page


def test_a_key_and_a_hand_move_it(page):
    slider = page.get_by_role("slider", name="initial weight w₀")
    slider.focus()
    page.keyboard.press("Home")
    expect(page.locator(".lab-caption")).to_contain_text(re.compile("from w = [-−]2"))
    box = page.locator("[data-handle=initial_weight]").bounding_box()
    page.mouse.move(box["x"] + 14, box["y"] + 14)
    page.mouse.down()
    page.mouse.move(box["x"] + 120, box["y"] + 14, steps=8)
    page.mouse.up()
    expect(page.locator(".lab-status")).to_have_text(page.locator(".lab-caption").inner_text())
    assert float(slider.input_value()) > -1.5


def test_a_run_rolls_to_its_end(page):
    page.get_by_role("button", name="Run ten steps").click()
    expect(page.locator(".lab-caption")).to_contain_text("18 steps")


def test_it_is_dark_in_the_dark_theme(page):
    page.evaluate("document.body.dataset.jpThemeLight = 'false'")
    paper = page.locator(".lab-picture").evaluate("(one) => getComputedStyle(one).backgroundColor")
    assert paper == "rgb(17, 17, 17)"


if __name__ == "__main__":
    sys.exit(pytest.main([__file__]))
