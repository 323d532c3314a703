"""Lets the tests of this folder import the files beside them, and run lessons without drawing."""

import sys
from pathlib import Path

import pytest

from helpers.pictures import scene, still

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def undrawn(monkeypatch):
    """Pictures have captions and no pixels: most of a lesson's time is drawing."""
    monkeypatch.setattr(still, "png", lambda figure: b"")
    monkeypatch.setattr(scene, "background", lambda figure, moving: "")
