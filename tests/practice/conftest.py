"""No test notes anything in the notebooks' folder: each has a folder of its own for its progress."""

import pytest


@pytest.fixture(autouse=True)
def notebook(tmp_path, monkeypatch):
    """Return the path of a notebook that Jupyter's server would have told the kernel of."""
    path = tmp_path / "03-rolling-down.ipynb"
    monkeypatch.setenv("JPY_SESSION_NAME", str(path))
    return path
