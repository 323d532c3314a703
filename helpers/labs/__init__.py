"""Sliders around a picture."""

from helpers.labs.blind import BlindLab
from helpers.labs.rolling import DescentLab, SignLab

__all__ = ["BlindLab", "DescentLab", "SignLab"]
