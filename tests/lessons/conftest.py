"""Lets the tests of this folder import the files beside them, and run lessons without drawing."""

import sys
from pathlib import Path

import pytest

from helpers.pictures import canvas

sys.path.insert(0, str(Path(__file__).parent))


class Film:
    """A film whose frames are empty."""

    def __init__(self, figure, moving):
        pass

    def frame(self):
        return b""


@pytest.fixture
def undrawn(monkeypatch):
    """Pictures have captions and no pixels: most of a lesson's time is drawing."""
    monkeypatch.setattr(canvas, "Film", Film)
    monkeypatch.setattr(canvas, "still", lambda figure: b"")
