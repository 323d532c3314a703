"""What the lessons compute with. Open any file in core/: it is meant to be read."""

import logging

from helpers.core import *  # noqa: F403  one list of the public names, in core
from helpers.core import __all__ as __all__

# On a slow computer the first import says in red that it builds a font cache, which looks like an error.
logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
