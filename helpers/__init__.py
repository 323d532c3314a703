"""What the lessons compute with. Open any file in core/: it is meant to be read."""

import logging
import sys
from pathlib import Path

PACKAGES = {"helpers", "numpy", "matplotlib", "PIL", "ipywidgets", "anywidget", "traitlets", "IPython", "packaging"}


def shadowing_file(folder: Path | None = None) -> str:
    """Say which file beside the notebook has the name of a module that the course imports, or return "".

    Python may take it in the place of that module. folder: where the notebook lies; the current one if None.
    """
    folder = Path.cwd() if folder is None else Path(folder)
    for name in sorted(PACKAGES | (sys.stdlib_module_names & sys.modules.keys())):
        for file in (folder / f"{name}.py", folder / name / "__init__.py"):
            if file.exists() and not file.samefile(__file__):
                return (
                    f"{file.relative_to(folder)} in this folder has the name of a module that the course needs, and "
                    f"Python may take it for that one. Rename it, then choose Restart Kernel in the menu Kernel."
                )
    return ""


try:
    from helpers.core import *  # noqa: F403  one list of the public names, in core
    from helpers.core import __all__ as __all__
except Exception as error:  # a file named numpy.py fails here with any kind of error
    if shadowing_file():
        raise ImportError(shadowing_file()) from error
    raise

# On a slow computer the first import says in red that it builds a font cache, which looks like an error.
logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
