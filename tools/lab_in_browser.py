"""A real JupyterLab and a real Chromium, for tests and tools that look at what a learner sees."""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, sync_playwright

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
CHROMIUM_ARGS = [  # Chromium calls home at every start unless told not to
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--no-sandbox",
]
# A script for a page: `seen` fills with the times of frames with a new picture, `pressed` is the time of the last key.
PICTURES_SEEN = """
window.seen = []; window.pressed = 0;
const OURS = '.lab-moving, .lab-words, .widget-html-content';
const isPicture = ({target}) => (target.closest ? target : target.parentElement)?.closest(OURS);
new MutationObserver((changes) => {
    if (changes.some(isPicture)) requestAnimationFrame(() => seen.push(performance.now()));
}).observe(document, {childList: true, subtree: true, attributes: true, characterData: true});
addEventListener('keydown', (event) => { pressed = event.timeStamp; }, true);
"""
PICTURE = "slider => slider.closest('.lab').querySelector('.lab-moving').innerHTML"


@contextmanager
def server(folder: Path, log: Path, python: Path | str = sys.executable):
    """Run JupyterLab in a folder and yield its address with the token."""
    port = free_port()
    token = secrets.token_hex(16)
    command = [str(python), "-m", "jupyter", "lab", "--no-browser", f"--port={port}", "--ServerApp.port_retries=0"]
    command += [f"--IdentityProvider.token={token}", f"--ServerApp.root_dir={folder}"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")
    address = f"http://127.0.0.1:{port}"
    with running(command, f"{address}/api?token={token}", log, folder):
        yield address, token


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running(command, address: str, log: Path, folder: Path, environment=None):
    """Run a server, and yield its process when its address answers."""
    with log.open("a") as out:
        options = {"stdin": subprocess.DEVNULL, "stdout": out, "stderr": out, "cwd": folder, "env": environment}
        process = subprocess.Popen(command, **options)
        try:
            wait_for(address, process, log)
            yield process
        finally:
            process.terminate()
            process.wait(60)


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@contextmanager
def serving(folder: Path):
    """Serve the files of a folder, and yield its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=folder)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def wait_for(address: str, process, log: Path, seconds: float = 60):
    """Return when the address answers; raise if the server ends or stays silent."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    raise RuntimeError(f"no answer at {address}:\n{log.read_text()}")


@contextmanager
def browser():
    """Run Chromium and yield it."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGS)
        try:
            yield chromium
        finally:
            chromium.close()


@contextmanager
def profile(folder: str):
    """Run Chromium with a profile, as a person has one, and yield it: what one tab keeps, the next one finds."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch_persistent_context(folder, executable_path=CHROMIUM, args=CHROMIUM_ARGS)
        try:
            yield chromium
        finally:
            chromium.close()


def requests_elsewhere(page: Page, address: str) -> list:
    """Return a list that fills with every request and every socket of the page that goes to anyone but the server."""
    found = []

    def note(asked):
        own = (address, address.replace("http", "ws", 1), "data:", "blob:", "about:")
        if not asked.url.startswith(own):
            found.append(asked.url)

    page.on("request", note)
    page.on("websocket", note)
    return found


def axe(page: Page, context: dict | None = None, **options) -> dict:
    """Return what axe finds on a page: "violations", those of them that are "grave", and the rules that hold, "passes".

    A violation is (rule, the elements). context: the part of the page that is meant. options: axe's own.
    """
    page.evaluate(AXE_SCRIPT)
    options["preload"] = False  # with it, axe asks for style sheets at odd addresses
    found = page.evaluate("([part, options]) => axe.run(part ?? document, options)", [context, options])
    rules = [(one["impact"], one["id"], [node["html"][:300] for node in one["nodes"]]) for one in found["violations"]]
    return {
        "violations": [(rule, elements) for _, rule, elements in rules],
        "grave": [(rule, elements) for impact, rule, elements in rules if impact in ("serious", "critical")],
        "passes": [one["id"] for one in found["passes"]],
    }


def open_notebook(page: Page, address: str, token: str, path: str, seconds: float = 60):
    """Open a notebook alone in its workspace and wait until its kernel is idle."""
    where = f"{address}/lab/workspaces/{secrets.token_hex(4)}/tree/{path}?token={token}&reset"
    page.goto(where, timeout=seconds * 1000)
    wait_until_idle(page, seconds)


def wait_until_idle(page: Page, seconds: float = 60):
    """Wait until the page shows a notebook whose kernel waits for something to do."""
    page.wait_for_selector(".jp-Notebook h1", timeout=seconds * 1000)
    page.wait_for_selector('.jp-Notebook-ExecutionIndicator[data-status="idle"]', timeout=seconds * 1000)


def switch_theme(page: Page, theme: str):
    """Choose a theme, "Light" or "Dark", in JupyterLab's menu."""
    page.bring_to_front()
    page.click('.lm-MenuBar-itemLabel:text-is("Settings")')
    page.hover('.lm-Menu-itemLabel:text-is("Theme")')
    page.click(f'.lm-Menu-itemLabel:text-is("JupyterLab {theme}")')
    page.wait_for_function(f"document.body.dataset.jpThemeName === 'JupyterLab {theme}'")


def run_cell(page: Page, cell):
    """Run a code cell and wait until it has run: until its number is another one."""
    prompt = cell.locator(".jp-InputPrompt")
    before = prompt.inner_text()
    cell.locator(".cm-content").click()
    page.keyboard.press("Control+Enter")
    page.wait_for_function(
        "([prompt, before]) => prompt.innerText !== before && /\\d/.test(prompt.innerText)",
        arg=[prompt.element_handle(), before],
        timeout=60_000,
    )


def run_all(page: Page, seconds: float = 120):
    """Run every cell of a lesson and wait until none of them waits, and the last one stands at the end."""
    page.click('.lm-MenuBar-itemLabel:text-is("Run")')
    page.click('.lm-Menu-itemLabel:text-is("Run All Cells")')
    page.wait_for_selector('.jp-Notebook-ExecutionIndicator[data-status="busy"]', timeout=20_000)
    page.wait_for_function(  # "Run All" goes to the end of the notebook by itself
        """() => {
            const idle = document.querySelector('.jp-Notebook-ExecutionIndicator').dataset.status === 'idle';
            const prompts = [...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')];
            const last = [...document.querySelectorAll('.jp-CodeCell')].at(-1)?.querySelector('.jp-OutputArea-output');
            return idle && last && !prompts.some((one) => one.innerText.includes('*'));
        }""",
        polling=200,
        timeout=seconds * 1000,
    )


def read_everything(page: Page) -> str:
    """Scroll through the notebook and return the HTML of all its cells: JupyterLab draws only those in sight."""
    return page.evaluate(
        """async () => {
            const scroller = document.querySelector('.jp-WindowedPanel-outer');
            const cells = new Map();
            scroller.scrollTop = 0;
            for (let still = 0; still < 5; ) {
                await new Promise(done => setTimeout(done, 100));
                for (const cell of document.querySelectorAll('.jp-Notebook .jp-Cell'))
                    cells.set(cell.dataset.windowedListIndex, cell.outerHTML);
                const before = scroller.scrollTop;
                scroller.scrollTop += scroller.clientHeight;
                still = scroller.scrollTop === before ? still + 1 : 0;
            }
            scroller.scrollTop = 0;
            return [...cells.values()].join('');
        }"""
    )


def scroll_to(page: Page, locator):
    """Scroll down until an element is drawn, bring it into sight to stay, and return it."""
    page.evaluate("document.querySelector('.jp-WindowedPanel-outer').scrollTop = 0")
    locator = locator.locator("visible=true")  # a cell that was in sight stays for a while, hidden
    for _ in range(200):
        if locator.count():
            locator.first.scroll_into_view_if_needed()
            page.wait_for_timeout(100)  # JupyterLab draws what comes into sight, and moves what was there
            box = locator.first.bounding_box() or {"y": -1}
            if 0 <= box["y"] < page.viewport_size["height"]:
                return locator.first
            continue
        page.evaluate("document.querySelector('.jp-WindowedPanel-outer').scrollTop += 300")
        page.wait_for_timeout(50)
    raise AssertionError(f"not in the notebook: {locator}")


def press(page: Page):
    """Press an arrow key on the first slider and wait until its picture changes."""
    slider = scroll_to(page, page.locator(".lab input[type=range]")).element_handle()
    before = slider.evaluate(PICTURE)
    slider.press("ArrowRight")
    page.wait_for_function(f"([slider, before]) => ({PICTURE})(slider) !== before", arg=[slider, before])
