"""Build in a folder what Binder would build, without Docker, and run two lessons there: `make binder-check`.

repo2docker writes the Dockerfile, and pins what Binder brings. In build/binder, a new environment gets those packages,
and the course's own steps are run as the Dockerfile has them. There nbval compares two lessons with what is stored, and
in a real browser README's link opens the first lesson and a slider moves its picture. Exit code 1 if anything differs.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import yaml
from lab_in_browser import browser, open_notebook, press, run_all, server, wait_until_idle

ROOT = Path(__file__).parents[1]
TOOLS, PLACE = ROOT / "build/binder-tools", ROOT / "build/binder"
COURSE, ENVIRONMENT = PLACE / "course", PLACE / "environment"
LESSONS = ("03-rolling-down", "07-identity-network")
# conda, where Binder gets its own packages, has other names for some of them than PyPI.
ON_PYPI = {"python-fastjsonschema": "fastjsonschema", "nbconvert-core": "nbconvert", "brotli-python": "brotli"}
ON_PYPI |= {"jupyterhub-base": "jupyterhub", "jupyterhub-singleuser": "jupyterhub", "jupyter_server": "jupyter-server"}


def output(*command, folder: Path = COURSE) -> str:
    """Run a command as a step of the image, and return what it prints; end the program if it fails."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "PYTHON", "VIRTUAL"))}
    own |= {"HOME": str(COURSE), "REPO_DIR": str(COURSE), "KERNEL_PYTHON_PREFIX": str(ENVIRONMENT)}
    own["PATH"] = f"{ENVIRONMENT / 'bin'}{os.pathsep}{own['PATH']}"
    done = subprocess.run([*map(str, command)], cwd=folder, env=own, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"Binder would not serve the course. {command} says:\n{done.stdout}{done.stderr}")
    return done.stdout


def copy_course():
    """Put into build/binder what Binder would find in the repository, were it committed now."""
    shutil.rmtree(PLACE, ignore_errors=True)
    for name in output("git", "ls-files", "--cached", "--others", "--exclude-standard", folder=ROOT).splitlines():
        if (ROOT / name).exists():
            (COURSE / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, COURSE / name)


def install_base(python: str) -> list:
    """Make an environment with what Binder brings, as far as it is Python; return the packages it asks for by name."""
    (conda,) = TOOLS.glob("lib/python*/site-packages/repo2docker/buildpacks/conda")
    locked = (conda / f"environment.py-{python}-linux-64.lock").read_text()
    pinned = re.findall(r"/([a-z][\w.-]*)-([^-/]+)-[^-/]+\.(?:conda|tar\.bz2)#", locked)
    pins = [f"{ON_PYPI.get(name, name)}=={version}" for name, version in pinned if name != "tzdata"]  # another number
    (PLACE / "base.txt").write_text("\n".join(pins))
    asked = yaml.safe_load((conda / "environment.yml").read_text())["dependencies"]
    asked = [re.match(r"[\w-]+", line)[0] for line in asked]
    names = [ON_PYPI.get(name, name) for name in asked if name not in ("python", "nodejs")]
    output(TOOLS / "bin/python", "-m", "venv", ENVIRONMENT)
    output("pip", "install", "--constraint", PLACE / "base.txt", *names)
    return names


def versions(names: list) -> list:
    """Return "name==version" of these packages, as they are installed."""
    lines = output("pip", "freeze", "--all").lower().replace("_", "-").splitlines()
    return [line for line in lines if line.split("==")[0] in names]


def run_lessons():
    """Run the lessons in the environment's kernel, and compare what they give with what is stored."""
    kernel = [ENVIRONMENT / "bin/python", "-m", "ipykernel", "install", "--prefix", PLACE, "--name", "binder"]
    output(*kernel)
    command = [sys.executable, "-m", "pytest", "-q", "--nbval", "--nbval-kernel-name=binder"]
    command += [f"--nbval-sanitize-with={ROOT / 'tests/sanitize.cfg'}"]
    command += [str(COURSE / f"notebooks/{lesson}.ipynb") for lesson in LESSONS]
    subprocess.run(command, cwd=COURSE, env={**os.environ, "JUPYTER_PATH": str(PLACE / "share/jupyter")}, check=True)


def open_link():
    """Open what README's link asks Binder to open, with nothing over it, and move a slider of a lesson."""
    (path,) = re.findall(r"mybinder\.org/v2/\S+\?urlpath=(\S+)", (COURSE / "README.md").read_text())
    python = ENVIRONMENT / "bin/python"
    with server(COURSE, PLACE / "server.log", python) as (address, token), browser() as chromium:
        page = chromium.new_page(viewport={"width": 1200, "height": 1000})
        page.goto(f"{address}/{path}?token={token}")
        wait_until_idle(page)
        if page.locator(".jp-Dialog, .Toastify__toast").count():
            sys.exit("Something stands over the first lesson.")
        open_notebook(page, address, token, f"notebooks/{LESSONS[0]}.ipynb")
        run_all(page)
        press(page)


def main():
    copy_course()
    dockerfile = output(TOOLS / "bin/jupyter-repo2docker", "--no-build", "--debug", "--user-name=jovyan", ".")
    steps = re.findall(r"^RUN (.*binder/.*)$", dockerfile, re.MULTILINE)
    print("The steps of the course:", *steps, sep="\n  ", flush=True)
    base = install_base((COURSE / "binder/runtime.txt").read_text().strip().removeprefix("python-"))
    before = versions(base)
    for step in steps:
        output("bash", "-c", step)
    if versions(base) != before:
        sys.exit(f"The steps replace what Binder brings: {before} by {versions(base)}")
    run_lessons()
    open_link()


if __name__ == "__main__":
    main()
