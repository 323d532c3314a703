"""Sliders around a picture."""

from helpers.labs.blind import BlindLab
from helpers.labs.flat import FlatLab, ValleyLab
from helpers.labs.identity import HandLab, IdentityLab
from helpers.labs.knobs import KnobsLab, MachineLab
from helpers.labs.neuron import NeuronLab, SigmoidLab
from helpers.labs.powers import ChainLab, PowerLab, SquareLab
from helpers.labs.rates import RateLab
from helpers.labs.rolling import DescentLab, SignLab
from helpers.labs.slopes import CloserLab, SecantLab, TraceLab, ZoomLab

__all__ = [
    "BlindLab",
    "ChainLab",
    "CloserLab",
    "DescentLab",
    "FlatLab",
    "HandLab",
    "IdentityLab",
    "KnobsLab",
    "MachineLab",
    "NeuronLab",
    "PowerLab",
    "RateLab",
    "SecantLab",
    "SigmoidLab",
    "SignLab",
    "SquareLab",
    "TraceLab",
    "ValleyLab",
    "ZoomLab",
]
