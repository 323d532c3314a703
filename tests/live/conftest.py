"""The book, built as `make book` builds it; and small pages around live/editor.js and live/progress.js, with CodeMirror.

On the small pages Python is this Python, which functions of the page call, and live/python.js and live/output.js are the few lines
below: how the book's worker runs code, is stopped, and starts anew is tried on the book itself.
"""

import shutil
import subprocess
import sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pydata_sphinx_theme
import pytest
from build_live import browser_code
from lab_in_browser import serving
from pydata_sphinx_theme.pygments import get_pygments_stylesheet

from helpers.practice import progress

ROOT = Path(__file__).parents[2]
SECONDS = 120  # for what takes five on a quiet computer
PYTHON = """
export const started = [];
export const stop = () => started.splice(0).forEach((end) => end());
"""
OUTPUT = """
export const showOutput = (element, { text }) => {
  const shown = document.createElement("pre");
  shown.textContent = text;
  element.append(shown);
};
export const clearOutputs = (element) => element.replaceChildren();
"""
# Starts when the test says so; ends when Python has answered, or when it is stopped.
PAGE = """<!doctype html>
<html lang="en" data-theme="light">
<head><meta name="viewport" content="width=device-width"><title>A page</title>
<link rel="stylesheet" href="theme.css"><link rel="stylesheet" href="pygments.css"><link rel="stylesheet" href="editor.css">
</head>
<body><main>
<h1>A page</h1><button>before</button><div id="cells"></div><button>after</button><div id="progress"></div><p id="line"></p>
</main>
<script type="module">
  import { mountEditor } from "./editor.js";
  import { keepProgress, mountProgress, storedProgress } from "./progress.js";
  import { started } from "./python.js";

  document.documentElement.dataset.theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  window.ready = true;
  window.written = "";
  window.progress = { keepProgress, mountProgress, storedProgress };
  window.python = { joinProgress: (text) => join(text), writeProgress: (text) => { window.written = text; }, onProgress: (told) => { window.noted = told; } };
  window.run = async (source, onOutput, onStart) => {
    if (window.broken) throw new Error(window.broken);
    while (!window.ready) await new Promise((again) => setTimeout(again, 20));
    onStart();
    if (source.includes("while True")) {
      await new Promise((end) => started.push(end));
      return { ok: false, stopped: true };
    }
    const { text, ok } = await runInPython(source);
    if (text) onOutput({ text });
    return { ok, stopped: false };
  };
  window.mount = async (source, lesson, cell) => {
    const place = document.createElement("div");
    place.className = "cell";
    place.innerHTML = '<div class="cell_input"><pre></pre></div>';
    place.querySelector("pre").textContent = source;
    document.getElementById("cells").append(place);
    window.unmount = await mountEditor(place, { source, lesson, cell, run });
  };
  window.loaded = true;
</script></body></html>
"""


def run_in_python(source):
    """Run what an editor holds, as the worker would: what it prints, and whether it went well."""
    printed = StringIO()
    try:
        with redirect_stdout(printed):
            exec(source, {})
    except Exception as error:
        return {"text": f"{printed.getvalue()}{type(error).__name__}: {error}", "ok": False}
    return {"text": printed.getvalue(), "ok": True}


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """What the page needs, in one folder."""
    assert shutil.which("npm"), "npm puts CodeMirror into one file: install Node.js"
    folder = tmp_path_factory.mktemp("live")
    browser_code(folder)
    theme = Path(pydata_sphinx_theme.__file__).parent / "theme/pydata_sphinx_theme/static/styles"
    shutil.copy(theme / "pydata-sphinx-theme.css", folder / "theme.css")
    (folder / "pygments.css").write_text(get_pygments_stylesheet("a11y-high-contrast-light", "a11y-high-contrast-dark"))
    (folder / "python.js").write_text(PYTHON)
    (folder / "output.js").write_text(OUTPUT)
    (folder / "index.html").write_text(PAGE)
    return folder


@pytest.fixture(scope="session")
def address(folder):
    with serving(folder) as address:
        yield f"{address}/index.html"


@pytest.fixture
def visit(chromium, address, tmp_path):
    """Open the page in a new browser profile, with the settings of a context: returns a function that opens tabs."""
    contexts = []

    def tab(context=None, **settings):
        if context is None:
            context = chromium.new_context(**settings)
            context.expose_function("runInPython", run_in_python)
            context.expose_function("join", lambda text: progress.join(text, tmp_path))
            contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.wrong = []
        page.on("pageerror", lambda error: page.wrong.append(str(error)))
        page.goto(address)
        page.wait_for_function("window.loaded")
        return page

    yield tab
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def site(pages_of_the_book):
    assert shutil.which("npm"), "npm brings Pyodide and CodeMirror: install Node.js"
    subprocess.run([sys.executable, "tools/build_live.py", pages_of_the_book], cwd=ROOT, check=True)
    return pages_of_the_book


@pytest.fixture(scope="session")
def base(site):
    with serving(site) as address:
        yield address


@pytest.fixture
def read(chromium, base):
    """Return a function that opens a page of the book in a new profile. The page knows what it asked for and what broke."""
    contexts = []

    def opened(path, prepare=lambda page: None, **settings):
        settings = {"viewport": {"width": 1280, "height": 900}, **settings}
        contexts.append(chromium.new_context(base_url=base, **settings))
        page = contexts[-1].new_page()
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
