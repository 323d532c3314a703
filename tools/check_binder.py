"""Build in a folder what Binder would build, and run two lessons in the JupyterLab that it would start.

    make binder-check

repo2docker writes the Dockerfile. Its steps are run in build/binder: a new environment with the packages that
repo2docker pins, those of binder/requirements.txt, postBuild, the server. A real browser follows README's link and runs
the lessons there, and what they show is compared with what is stored. Exit code 1 if anything fails or differs.
"""

import json
import os
import re
import secrets
import sys
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import binder_image as image
import nbformat
from lab_in_browser import browser, free_port, open_notebook, press, run_all, running, wait_until_idle

LESSONS = ("03-rolling-down", "07-identity-network")


def main() -> int:
    try:
        image.copy_course()
        dockerfile = image.dockerfile()
        listed = image.base_list()
        print(f"The base is {listed.name}, its Python packages from PyPI.")
        base = timed("base", image.install_base, listed)
        timed("steps", image.replay)
        image.compare(base, listed)
        with served(dockerfile) as (address, token), browser() as chromium:
            timed("README's link", follow_link, chromium, address, token)
            for lesson in LESSONS:
                timed(lesson, run, chromium, address, token, lesson)
    except image.WrongError as wrong:
        print(f"Binder would not serve the course: {wrong}")
        return 1
    return 0


def timed(name: str, work, *arguments):
    """Do something, and say how long it took."""
    begin = monotonic()
    result = work(*arguments)
    print(f"{name:20s} {monotonic() - begin:6.1f} s", flush=True)
    return result


@contextmanager
def served(dockerfile: str):
    """Start the server as the image would, but for this computer only, and yield its address and token."""
    said = re.findall(r"^(?:ENTRYPOINT|CMD) (\[.*\])$", dockerfile, re.MULTILINE)
    (entrypoint,), command = map(json.loads, said)
    if command[-2:] != ["--ip", "0.0.0.0"]:
        raise image.WrongError(f"the server is started by {command}")
    port, token = free_port(), secrets.token_hex(16)
    entrypoint = image.buildpacks() / Path(entrypoint).name
    command = [image.ENVIRONMENT / "bin/python", "-u", entrypoint, *command[:-1], "127.0.0.1", f"--port={port}"]
    command += ["--no-browser", "--ServerApp.port_retries=0", *(["--allow-root"] if os.geteuid() == 0 else [])]
    address, surroundings = f"http://127.0.0.1:{port}", {**image.surroundings(), "JUPYTER_TOKEN": token}
    with running(command, f"{address}/api?token={token}", image.PLACE / "server.log", image.COURSE, surroundings):
        yield address, token


def follow_link(chromium, address: str, token: str):
    """Open what README's link asks Binder to open: the first lesson, and nothing over it."""
    (path,) = re.findall(r"mybinder\.org/v2/\S+\?urlpath=(\S+)", (image.COURSE / "README.md").read_text())
    page = chromium.new_page()
    page.goto(f"{address}/{path}?token={token}")
    wait_until_idle(page)
    if page.locator(".jp-Dialog, .Toastify__toast").count():
        raise image.WrongError("something stands over the first lesson")
    page.close()


def run(chromium, address: str, token: str, lesson: str):
    """Run a lesson in JupyterLab and save it there, compare what it shows with what is stored, and move a slider."""
    page = chromium.new_page(viewport={"width": 1200, "height": 1000})
    open_notebook(page, address, token, f"notebooks/{lesson}.ipynb")
    run_all(page)
    with page.expect_response(lambda answer: answer.request.method == "PUT" and "/api/contents/" in answer.url):
        page.keyboard.press("Control+s")
    for number, (there, here) in enumerate(zip(shown(image.COURSE, lesson), shown(image.ROOT, lesson), strict=True)):
        if there != here:
            raise image.WrongError(f"code cell {number} of {lesson} shows\n{there}\nand as stored\n{here}")
    press(page)
    page.close()


def shown(folder: Path, lesson: str) -> list:
    """Return what each code cell of a notebook shows, without pixels and without what differs each time."""
    cells = nbformat.read(folder / f"notebooks/{lesson}.ipynb", as_version=4).cells
    cells = [[dict(output) for output in cell.outputs] for cell in cells if cell.cell_type == "code"]
    for output in sum(cells, []):
        output.pop("execution_count", None)
        output.pop("metadata", None)
        output.get("data", {}).pop("application/vnd.jupyter.widget-view+json", None)
    return [re.sub(r"base64,[\w+/=]+", "base64,PIXELS", json.dumps(outputs, sort_keys=True)) for outputs in cells]


if __name__ == "__main__":
    sys.exit(main())
