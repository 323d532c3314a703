"""Bets, exercises, quizzes, progress; and the doctor.

Where there are no widgets, as in a page with Python in the browser, the judge is here all the same: `sheets` and what
it imports.
"""

try:
    from helpers.practice.doctor import doctor
    from helpers.practice.page import progress_page
    from helpers.practice.sheet import sheet
except ModuleNotFoundError as missing:
    if missing.name not in ("IPython", "anywidget", "ipywidgets", "traitlets"):
        raise

__all__ = ["doctor", "progress_page", "sheet"]
