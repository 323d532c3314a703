import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a copy of the notebooks in a folder with a space in its name, as learners have them."""
    folder = tmp_path_factory.mktemp("a learner's folder")
    shutil.copytree(ROOT / "notebooks", folder / "notebooks", ignore=shutil.ignore_patterns(".*", "progress*"))
    return folder
