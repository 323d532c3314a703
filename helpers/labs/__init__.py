"""Sliders around a picture."""

from importlib.util import find_spec

from helpers.labs.back import BackChainLab, BackForkLab, BackWholeLab
from helpers.labs.bias import BiasLab, BowlLab, CompassLab, OrderLab, WalkLab
from helpers.labs.digits import FeaturesLab, NudgeLab, TrainLab, TravelLab
from helpers.labs.draw import DrawLab
from helpers.labs.flat import FlatLab, ValleyLab
from helpers.labs.hidden import BendLab, FoldLab, PlaneLab
from helpers.labs.identity import HandLab, IdentityLab
from helpers.labs.knobs import KnobsLab, MachineLab
from helpers.labs.neuron import NeuronLab, SigmoidLab
from helpers.labs.powers import ChainLab, PowerLab, SquareLab
from helpers.labs.rates import RaceLab, RateLab, SteepnessLab
from helpers.labs.rolling import BlindLab, DescentLab, SignLab
from helpers.labs.slopes import CloserLab, SecantLab, TraceLab, ZoomLab

if find_spec("anywidget"):  # a notebook; another host shows labs in its own way
    from helpers.labs import widget  # it makes itself the labs' host

NAMES = sorted(name for name in globals() if name.endswith("Lab"))
