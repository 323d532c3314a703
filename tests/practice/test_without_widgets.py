"""The judge works where there is no widget and no notebook, as in a page with Python in the browser."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = '''
import sys

MISSING = ("IPython", "anywidget", "ipywidgets", "traitlets", "comm")

def without(finder):
    """Return a finder that finds none of them, as where they are not installed."""
    class Without:
        def find_spec(self, name, path=None, target=None):
            return None if name.partition(".")[0] in MISSING else finder.find_spec(name, path, target)
    return Without()

sys.meta_path[:] = map(without, sys.meta_path)
from helpers.practice.sheets import lessons, load
for lesson in lessons():
    for exercise in load(lesson).exercises:
        assert load(lesson).judge(exercise.name, exercise.answer).kind == "Right", exercise.name
assert not {"IPython", "anywidget", "ipywidgets", "traitlets"} & set(sys.modules)
print("judged")
'''


def test_the_judge_and_the_sheets_know_no_widget_and_no_notebook():
    found = subprocess.run([sys.executable, "-c", CODE], cwd=ROOT, capture_output=True, text=True)
    assert found.stdout == "judged\n", found.stderr
