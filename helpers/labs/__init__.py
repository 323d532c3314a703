"""Sliders around a picture."""

from helpers.labs.blind import BlindLab
from helpers.labs.identity import HandLab, IdentityLab
from helpers.labs.neuron import NeuronLab, SigmoidLab
from helpers.labs.powers import ChainLab, PowerLab, SquareLab
from helpers.labs.rates import RaceLab, RateLab, SteepnessLab
from helpers.labs.rolling import DescentLab, SignLab
from helpers.labs.slopes import CloserLab, SecantLab, TraceLab, ZoomLab

__all__ = [
    "BlindLab",
    "ChainLab",
    "CloserLab",
    "DescentLab",
    "HandLab",
    "IdentityLab",
    "NeuronLab",
    "PowerLab",
    "RaceLab",
    "RateLab",
    "SecantLab",
    "SigmoidLab",
    "SignLab",
    "SquareLab",
    "SteepnessLab",
    "TraceLab",
    "ZoomLab",
]
