"""Where this copy of the course is on the web. pyproject.toml names its repository, once: a fork changes that line."""

import os
import re
import sys
import tomllib
from pathlib import Path

PYPROJECT = Path(__file__).parents[1] / "pyproject.toml"
FIRST = "notebooks/00-watch.ipynb"


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
    return f"https://mybinder.org/v2/gh/{repository}/main?urlpath=lab/tree/{FIRST}"
