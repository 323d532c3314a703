"""One picture of what core computed, and the sentence that says what it shows."""

from helpers.pictures.curves import cost_curves_picture, unnamed_curves_picture
from helpers.pictures.directions import directions_picture
from helpers.pictures.flat import two_starts_picture
from helpers.pictures.identity import bugs_picture
from helpers.pictures.knobs import digits_picture
from helpers.pictures.neuron import neuron_picture
from helpers.pictures.powers import measured_picture
from helpers.pictures.rolling import rolling_picture
from helpers.pictures.slopes import matching_picture
from helpers.pictures.training import runs_picture, wrong_picture
