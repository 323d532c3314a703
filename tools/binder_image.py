"""What Binder's image of the course would hold, made in build/binder without Docker. Part of `make binder-check`."""

import json
import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]
TOOLS, PLACE = ROOT / "build/binder-tools", ROOT / "build/binder"
COURSE, ENVIRONMENT = PLACE / "course", PLACE / "environment"
STEPS = ['${KERNEL_PYTHON_PREFIX}/bin/pip install --no-cache-dir -r "binder/requirements.txt"']
STEPS += ["chmod +x binder/postBuild", "./binder/postBuild"]
# conda, where Binder gets the base, has other names for some packages than PyPI.
ON_PYPI = {"python-fastjsonschema": "fastjsonschema", "nbconvert-core": "nbconvert", "brotli-python": "brotli"}
ON_PYPI |= {"jupyterhub-base": "jupyterhub", "jupyterhub-singleuser": "jupyterhub"}
CHOSEN = """
import json
import sys
from repo2docker.app import Repo2Docker
app = Repo2Docker()
chosen = next(kind for kind in (kind(app.base_image) for kind in app.buildpacks) if kind.detect())
chosen.platform = app.platform
here = "%d.%d" % sys.version_info[:2]
print(json.dumps([type(chosen).__name__, chosen.python_version, here, list(chosen.get_build_script_files())]))
"""
PACKAGES = """
import json
from importlib.metadata import distributions
size = lambda one: sum(path.stat().st_size for path in map(one.locate_file, one.files or ()) if path.exists())
print(json.dumps({one.name.lower().replace("_", "-"): [one.version, size(one) / 1e6] for one in distributions()}))
"""


class WrongError(Exception):
    """What Binder would do is not what the course needs."""


def buildpacks() -> Path:
    """Return the folder of repo2docker with what it puts into an image."""
    return next(TOOLS.glob("lib/python*/site-packages/repo2docker/buildpacks"))


def copy_course():
    """Put into build/binder what Binder would find in the repository, were it committed now."""
    shutil.rmtree(PLACE, ignore_errors=True)
    for name in output("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")[:-1]:
        if (ROOT / name).exists():
            (COURSE / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, COURSE / name)


def dockerfile() -> str:
    """Return the Dockerfile that repo2docker writes; raise WrongError if its steps are not those that are replayed."""
    command = [TOOLS / "bin/jupyter-repo2docker", "--no-build", "--debug", "--user-id=1000", "--user-name=jovyan", "."]
    text = output(*command, folder=COURSE)
    own = re.findall(r"^RUN (.*binder/.*)$", text, re.MULTILINE)
    if own != STEPS:
        raise WrongError(f"the steps of the course are {own}")
    return text


def base_list() -> Path:
    """Return repo2docker's list of the base's packages for the Python that binder/runtime.txt asks for."""
    wanted = (COURSE / "binder/runtime.txt").read_text().strip().removeprefix("python-")
    buildpack, python, here, scripts = json.loads(output(TOOLS / "bin/python", "-c", CHOSEN, folder=COURSE))
    (listed,) = (buildpacks() / script for script in scripts if script.endswith(".lock"))
    if (buildpack, python, here) != ("PythonBuildPack", wanted, wanted) or f"py-{wanted}-" not in listed.name:
        raise WrongError(f"{buildpack} takes Python {python} and {listed.name}, wanted is {wanted}, and here is {here}")
    return listed


def install_base(listed: Path) -> dict:
    """Make a new environment with the base's packages, those that are Python, and return them."""
    pinned = re.findall(r"/([a-z][\w.-]*)-([^-/]+)-[^-/]+\.(?:conda|tar\.bz2)#", listed.read_text())
    pins = [f"{ON_PYPI.get(name, name)}=={version}" for name, version in pinned if name != "tzdata"]  # another number
    (PLACE / "base.txt").write_text("\n".join(pins))
    output(TOOLS / "bin/python", "-m", "venv", ENVIRONMENT)
    output(ENVIRONMENT / "bin/pip", "install", "--constraint", PLACE / "base.txt", *asked_for(listed))
    return packages()


def asked_for(listed: Path) -> list:
    """Return the Python packages that repo2docker asks for by name, as PyPI calls them."""
    said = yaml.safe_load((listed.parent / "environment.yml").read_text())["dependencies"]
    names = (re.match(r"[\w-]+", line)[0] for line in said)
    return [ON_PYPI.get(name, name).replace("_", "-") for name in names if name not in ("python", "nodejs")]


def replay():
    """Run the steps that are the course's own, as the Dockerfile has them."""
    for step in STEPS:
        output("bash", "-c", step, folder=COURSE, env=surroundings())


def packages() -> dict:
    """Return the version and the MB of each package in the environment."""
    return json.loads(output(ENVIRONMENT / "bin/python", "-c", PACKAGES, folder=ENVIRONMENT, env=surroundings()))


def compare(base: dict, listed: Path):
    """Print what the image gets beyond the base; raise WrongError if it is something that the base is made of."""
    now = packages()
    replaced = [name for name in base if now.get(name) != base[name]]
    added = [name for name in now if name not in base]
    for text, names, there in (
        ("base", base, base),
        ("added", added, now),
        ("replaced", replaced, now),
        ("all", now, now),
    ):
        print(f"{text:20s} {len(names):4d} packages {sum(there[name][1] for name in names):6.1f} MB")
    changed = [f"{name} {base[name][0]} by {now.get(name, ['nothing'])[0]}" for name in replaced]
    print(f"{'':20s} {', '.join(changed)}")
    if set(replaced) & set(asked_for(listed)):
        raise WrongError("the steps of the course replace what the base is made of")


def surroundings() -> dict:
    """Return the variables with which the image's steps run, and its server."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "PYTHON", "VIRTUAL"))}
    own |= {"HOME": str(COURSE), "REPO_DIR": str(COURSE), "KERNEL_PYTHON_PREFIX": str(ENVIRONMENT)}
    return {**own, "PATH": f"{ENVIRONMENT / 'bin'}{os.pathsep}{os.environ['PATH']}"}


def output(*command, folder: Path = ROOT, env=None) -> str:
    """Run a command and return what it prints; raise WrongError with all that it says if it fails."""
    done = subprocess.run(list(map(str, command)), cwd=folder, env=env, capture_output=True, text=True)
    if done.returncode:
        raise WrongError(f"{shlex.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout
