"""What is in this copy of the course, and where it is on the web.

pyproject.toml names its repository, once: a fork changes that line.
"""

import os
import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
PYPROJECT = ROOT / "pyproject.toml"


def notebooks() -> list[Path]:
    """Return the notebooks of the course in their order. What else lies in notebooks/ is somebody's own."""
    return [ROOT / "notebooks" / f"{lesson.stem}.ipynb" for lesson in sorted(ROOT.glob("lessons/[0-9]*.md"))]


def named() -> str:
    """Return the owner and the name that pyproject.toml gives, as in octocat/Hello-World."""
    address = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]["urls"]["Repository"]
    found = re.fullmatch(r"https://github\.com/([\w-]+/[\w.-]+?)(?:\.git)?/?", address)
    if not found:
        sys.exit(f"pyproject.toml: Repository should be like https://github.com/octocat/Hello-World, not {address}")
    return found[1]


def here() -> str:
    """Return those of the repository whose workflow runs this, else those that pyproject.toml gives."""
    return os.environ.get("GITHUB_REPOSITORY") or named()


def site(repository: str) -> str:
    """Return the address at which GitHub Pages shows the book."""
    owner, name = repository.split("/")
    return f"https://{owner.lower()}.github.io/{name}/"


def binder(repository: str) -> str:
    """Return the link that opens the first lesson on Binder."""
    return f"https://mybinder.org/v2/gh/{repository}/main?urlpath=lab/tree/notebooks/{notebooks()[0].name}"
