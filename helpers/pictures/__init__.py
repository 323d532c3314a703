"""One picture of what core computed, and the sentence that says what it shows."""

from helpers.pictures.curves import cost_curves_picture, unnamed_curves_picture
from helpers.pictures.identity import bugs_picture
from helpers.pictures.neuron import neuron_picture
from helpers.pictures.powers import measured_picture
from helpers.pictures.rolling import rolling_picture
from helpers.pictures.slopes import matching_picture

__all__ = [
    "bugs_picture",
    "cost_curves_picture",
    "matching_picture",
    "measured_picture",
    "neuron_picture",
    "rolling_picture",
    "unnamed_curves_picture",
]
