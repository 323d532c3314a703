"""Find the bottom of a hill you cannot see: first by height alone, then by height and slope."""

import numpy as np

from helpers.core.costs import Hill
from helpers.labs.controls import Button, Choice, Memory, Slider
from helpers.labs.lab import Lab
from helpers.pictures.blind import BlindScene, Looks

MOST_LOOKS = 6


class BlindLab(Lab):
    """A slider that says where to look, and a button that looks. After six looks the hill is shown."""

    title = "Find the bottom in six looks"
    scene = BlindScene
    controls = (
        Slider("w", "where to look: w", -2.0, 8.0, 0.1, 5.0),
        Choice("learn", "a look tells", (("height", "the height"), ("slope", "the height and the slope")), "height"),
        Memory("looks", -2.0, 8.0, MOST_LOOKS, (-1.0, 1.0, 7.5)),
    )
    buttons = (
        Button("Look", lambda state: {"looks": (*state["looks"], state["w"])[:MOST_LOOKS]}),
        Button("Forget all looks", {"looks": ()}),
    )

    def compute(self, w, learn, looks):
        hill, places = Hill(), np.array(looks, dtype=float)
        heights = hill.value(places) if len(looks) else places
        return Looks(hill, places, heights, w, learn == "slope", len(looks) == MOST_LOOKS)
