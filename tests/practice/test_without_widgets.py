"""The judge works where there is no widget and no notebook, as in a page with Python in the browser."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = """
import sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("IPython", "anywidget", "ipywidgets", "traitlets", "comm"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name.partition(".")[0])

sys.meta_path.insert(0, Missing())
from helpers.practice.sheets import lessons, load
for lesson in lessons():
    for exercise in load(lesson).exercises:
        assert load(lesson).judge(exercise.name, exercise.answer).kind == "Right", exercise.name
assert not {"IPython", "anywidget", "ipywidgets", "traitlets"} & set(sys.modules)
print("judged")
"""


def test_the_judge_and_the_sheets_know_no_widget_and_no_notebook():
    found = subprocess.run([sys.executable, "-c", CODE], cwd=ROOT, capture_output=True, text=True)
    assert found.stdout == "judged\n", found.stderr
