"""The live book, built as `make book` builds it, and its pages in a real browser."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lab_in_browser import serving

ROOT = Path(__file__).parents[2]
SECONDS = 120  # for what takes five on a quiet computer


@pytest.fixture(scope="session")
def site(site):
    """The book of tests/conftest.py, made live."""
    assert shutil.which("npm"), "npm brings Pyodide and CodeMirror: install Node.js"
    subprocess.run([sys.executable, "tools/build_live.py", site], cwd=ROOT, check=True)
    return site


@pytest.fixture(scope="session")
def base(site):
    with serving(site) as address:
        yield address


@pytest.fixture
def read(chromium, base):
    """Return a function that opens a page of the book, in a new profile or in a context that is there.

    The page knows what it asked for and what broke.
    """
    contexts = []

    def opened(path, prepare=lambda page: None, context=None, **settings):
        if context is None:
            settings = {"viewport": {"width": 1280, "height": 900}, **settings}
            context = chromium.new_context(base_url=base, **settings)
            contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(SECONDS * 1000)
        page.wrong, page.asked = [], []
        page.on("pageerror", lambda error: page.wrong.append(f"{error}\n{error.stack}"))
        page.on("request", lambda sent: page.asked.append(sent.url))
        prepare(page)
        page.goto(f"/{path}")
        return page

    yield opened
    for context in contexts:
        context.close()
