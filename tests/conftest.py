"""One browser and one book for all tests of a run.

A computer without Chromium skips what needs a browser, unless it was told that it must have one, as CI is.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from lab_in_browser import CHROMIUM, browser

ROOT = Path(__file__).parents[1]


def pytest_runtest_setup(item):
    if item.get_closest_marker("browser") and CHROMIUM is None:
        if os.environ.get("COURSE_REQUIRE_BROWSER"):
            pytest.fail("no Chromium on the PATH, and COURSE_REQUIRE_BROWSER is set")
        pytest.skip("no Chromium on the PATH: the browser test did not run")


@pytest.fixture(scope="session")
def chromium():
    with browser() as chromium:
        yield chromium


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """Return the folder of the book, built as `make book` does. A warning of Sphinx is a failure here, too."""
    folder = tmp_path_factory.mktemp("book")
    (recipe,) = re.findall(r"^\t@\$\(IN_VENV\) (-m sphinx .+)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    command = [sys.executable, *shlex.split(recipe.replace("build/", f"{folder}/"))]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert (built.returncode, built.stderr) == (0, "")
    return folder / "book"
