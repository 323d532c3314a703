"""One browser for all tests of a run. Where there is none they are skipped, unless COURSE_REQUIRE_BROWSER is set."""

import os
import shutil
from pathlib import Path
from types import SimpleNamespace

import matplotlib
import pytest
from everything import write_settings
from lab_in_browser import CHROMIUM, QUIET, server, strangers
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}</cachedir></fontconfig>"""


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(playwright):
    chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
    yield chromium
    chromium.close()


@pytest.fixture(scope="session")
def chromium_with_one_font(playwright, tmp_path_factory):
    """Return a browser on a computer without DejaVu Sans: it has one font, with letters of other widths."""
    folder = tmp_path_factory.mktemp("fonts")
    shutil.copy(Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "STIXGeneral.ttf", folder)
    (folder / "fonts.conf").write_text(FONTS.format(folder=folder))
    environment = {**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")}
    chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET, env=environment)
    yield chromium
    chromium.close()


@pytest.fixture(scope="session")
def jupyter(tmp_path_factory):
    """Run one JupyterLab for all tests, in a folder with a space in its name, as learners have them.

    It has trusted nothing yet, and draws all cells of a notebook, not only those in sight.
    """
    folder = tmp_path_factory.mktemp("a learner's folder")
    shutil.copytree(ROOT / "notebooks", folder / "notebooks", ignore=shutil.ignore_patterns(".*", "progress*"))
    write_settings(folder / "settings")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JUPYTERLAB_SETTINGS_DIR", str(folder / "settings"))
        patch.setenv("JUPYTER_DATA_DIR", str(folder / "data"))  # where Jupyter notes what is trusted
        with server(folder, folder / "jupyterlab.log") as (address, token):
            yield SimpleNamespace(folder=folder, address=address, token=token)


@pytest.fixture(scope="module")
def page(chromium, jupyter):
    """Return a page of its own for each file of tests, with what went wrong in it and whom it asked for anything."""
    page = chromium.new_page(viewport={"width": 1440, "height": 900})
    page.problems = []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.strangers = strangers(page, jupyter.address)
    yield page
    page.close()
