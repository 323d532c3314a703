"""The course as others install it: a wheel says what it needs, brings what it uses, and runs far from its folder."""

import ast
import json
import os
import subprocess
import sys
import zipfile
from importlib.metadata import packages_distributions, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
NAME = "how-a-network-learns"


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """Return a folder with the course's wheel unpacked in it, as pip unpacks it into site-packages."""
    place = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", place], cwd=ROOT, check=True)
    with zipfile.ZipFile(next(place.glob("*.whl"))) as wheel:
        wheel.extractall(place / "site")
    return place / "site"


def run(installed, code):
    """Run code in a Python that finds the unpacked wheel first, in an empty folder; return what it prints."""
    here = installed.parent / "elsewhere"
    here.mkdir(exist_ok=True)
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    return subprocess.run(
        [sys.executable, "-c", code], cwd=here, env=environment, check=True, capture_output=True, text=True
    ).stdout


def test_a_wheel_has_every_file_that_helpers_uses(installed):
    kept = subprocess.run(["git", "ls-files", "helpers"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert [name for name in kept.split() if not (installed / name).exists()] == []


def test_the_doctor_is_right_in_an_installed_wheel(installed):
    code = "import helpers; from helpers.practice import doctor; print(helpers.__file__, type(doctor()).__name__)"
    assert run(installed, code).split() == [str(installed / "helpers/__init__.py"), "LiveCheck"]


def test_a_wheel_switches_the_servers_extension_on(installed):
    """By a file for sys.prefix/etc/jupyter, where every Jupyter server of the environment looks."""
    (path,) = installed.glob("*.data/data/etc/jupyter/jupyter_server_config.d/*.json")
    ((module, on),) = json.loads(path.read_text())["ServerApp"]["jpserver_extensions"].items()
    assert on is True and (installed / module / "__init__.py").exists() and path.stem == module
    code = f"import {module} as m; print(m.__file__, m._jupyter_server_extension_points()[0]['module'])"
    assert run(installed, code).split() == [str(installed / module / "__init__.py"), module]


def imported() -> set:
    """Return the packages that helpers imports, other than itself and Python's own."""
    names = set()
    for path in ROOT.glob("helpers/**/*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            if isinstance(node, ast.ImportFrom):
                names.add(node.module.split(".")[0])
    return names - {"helpers", *sys.stdlib_module_names}


def test_what_helpers_imports_is_declared_and_nothing_else():
    """Apart from ipywidgets, which anywidget needs. What needs JupyterLab is the extra `course`."""
    where = packages_distributions()
    used = {canonicalize_name(where[name][0]) for name in imported()}
    declared = {canonicalize_name(Requirement(line).name) for line in requires(NAME) if "extra ==" not in line}
    assert {"numpy", "matplotlib", "anywidget"} <= used
    assert declared == used | {"ipywidgets"}
