"""What CI and Binder install is written down, package by package, and keeps in step with the ranges."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LOCK, BINDER = "requirements.lock", "binder/requirements.txt"
MAKEFILE = (ROOT / "Makefile").read_text().replace("\\\n", " ")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
WORKFLOWS = sorted(ROOT.glob(".github/workflows/*.yml"))


def lines(path):
    """Return a file's lines without empty ones and comments."""
    return [line for line in (ROOT / path).read_text().splitlines() if line.strip() and not line.startswith("#")]


def blocks(path):
    """Return what is written down: a requirement with ==, and the hashes of its files."""
    text = "\n".join(line for line in lines(path) if not line.lstrip().startswith("#"))
    found = []
    for block in re.split(r"\n(?=\S)", text):
        requirement, *hashes = (part.strip(" \\\n") for part in block.split("--hash="))
        found.append((Requirement(requirement), hashes))
    return found


def version(path, name, python):
    """Return the one version that a Python of this version would get on Linux."""
    place = {
        "python_version": python,
        "python_full_version": f"{python}.9",
        "sys_platform": "linux",
        "os_name": "posix",
    }
    found = [
        required.specifier
        for required, _ in blocks(path)
        if required.name == name and (required.marker is None or required.marker.evaluate(place))
    ]
    assert len(found) == 1, f"{path} must name one version of {name}: make lock"
    return str(found[0]).removeprefix("==")


def ranges():
    """Return what a learner and the tests need, the extras that the tests' extra names included."""
    extras, needed = PROJECT["optional-dependencies"], [*map(Requirement, PROJECT["dependencies"])]
    waiting = ["test"]
    while waiting:
        for required in map(Requirement, extras[waiting.pop()]):
            if required.name == PROJECT["name"]:
                waiting += sorted(required.extras)
            else:
                needed.append(required)
    return needed


def pythons(workflow):
    return yaml.safe_load(workflow.read_text())["jobs"]["test"]["strategy"]["matrix"]["python"]


@pytest.mark.parametrize("required", ranges(), ids=lambda required: required.name)
def test_what_ci_installs_is_within_the_ranges(required):
    for python in pythons(ROOT / ".github/workflows/test.yml"):
        there = version(LOCK, required.name, python)
        assert required.specifier.contains(there), f"{required.name} {there}: make lock"


def test_binder_installs_what_ci_tried_and_keeps_its_own_widgets():
    without = set(lines("binder/without.txt"))
    wanted = {canonicalize_name(Requirement(line).name) for line in PROJECT["dependencies"]}
    names = {required.name for required, _ in blocks(BINDER)}
    assert wanted - without <= names and not names & without and without < wanted
    python = (ROOT / "binder/runtime.txt").read_text().strip().removeprefix("python-")
    assert f"--python-version {python}" in MAKEFILE
    for name in names:
        assert version(BINDER, name, python) == version(LOCK, name, python), f"{name}: make lock"


@pytest.mark.parametrize(("path", "options"), [(LOCK, "LOCK"), (BINDER, "LOCK_BINDER")])
def test_it_was_made_by_the_command_that_make_lock_says(path, options):
    (said,) = re.findall(rf"^{options} = (.*)$", MAKEFILE, re.MULTILINE)
    made_by = re.findall(r"^#    uv pip compile (.*)$", (ROOT / path).read_text(), re.MULTILINE)
    assert made_by == [" ".join(said.replace("--quiet", "").split())]
    text = (ROOT / path).read_text()
    assert not re.search(r"://|index-url|find-links|file:|^-[ef]", text, re.MULTILINE), "where it was made shows"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_what_a_workflow_uses_cannot_change_under_its_name(path):
    used = re.findall(r"uses: (.*)", path.read_text())
    assert used and all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", each) for each in used), used
    assert "latest" not in path.read_text()
