"""One picture of what core computed, and the sentence that says what it shows."""

from helpers.pictures.curves import (
    bugs_picture,
    cost_curves_picture,
    runs_picture,
    unnamed_curves_picture,
    wrong_picture,
)
from helpers.pictures.flat import two_starts_picture
from helpers.pictures.knobs import digits_picture
from helpers.pictures.neuron import neuron_picture
from helpers.pictures.powers import measured_picture
from helpers.pictures.rolling import rolling_picture
from helpers.pictures.slopes import matching_picture
from helpers.pictures.training import directions_picture
