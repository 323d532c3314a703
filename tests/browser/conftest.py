"""One JupyterLab for all tests of a run."""

import os
import shutil
from pathlib import Path
from types import SimpleNamespace

import matplotlib
import pytest
from everything import write_settings
from lab_in_browser import CHROMIUM, CHROMIUM_ARGS, requests_elsewhere, server

ROOT = Path(__file__).parents[2]
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}</cachedir></fontconfig>"""


@pytest.fixture(scope="session")
def chromium_with_one_font(chromium, tmp_path_factory):
    """Return a browser on a computer without DejaVu Sans: it has one font, with letters of other widths."""
    folder = tmp_path_factory.mktemp("fonts")
    shutil.copy(Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "STIXGeneral.ttf", folder)
    (folder / "fonts.conf").write_text(FONTS.format(folder=folder))
    environment = {**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")}
    other = chromium.browser_type.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGS, env=environment)
    yield other
    other.close()


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
    page.elsewhere = requests_elsewhere(page, jupyter.address)
    yield page
    page.close()
