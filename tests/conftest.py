"""A computer without Chromium skips what needs a browser, unless it was told that it must have one, as CI is."""

import os

import pytest
from lab_in_browser import CHROMIUM


def pytest_runtest_setup(item):
    if item.get_closest_marker("browser") and CHROMIUM is None:
        if os.environ.get("COURSE_REQUIRE_BROWSER"):
            pytest.fail("no Chromium on the PATH, and COURSE_REQUIRE_BROWSER is set")
        pytest.skip("no Chromium on the PATH: the browser test did not run")
