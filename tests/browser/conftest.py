"""One browser for all tests of a run. Where there is none they are skipped, unless COURSE_REQUIRE_BROWSER is set."""

import os
import shutil
from pathlib import Path

import matplotlib
import pytest
from jupyterlab import CHROMIUM, QUIET
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


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a copy of the notebooks in a folder with a space in its name, as learners have them."""
    folder = tmp_path_factory.mktemp("a learner's folder")
    shutil.copytree(ROOT / "notebooks", folder / "notebooks", ignore=shutil.ignore_patterns(".*", "progress*"))
    return folder
