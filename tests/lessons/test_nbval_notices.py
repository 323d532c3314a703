"""If the core were wrong, nbval would say so: in a copy, put one fault into it at a time and watch nbval go red."""

import os
import shutil
import subprocess
import sys

import course
import pytest

FAULTS = {  # by lesson: the module of helpers.core, and what its end says anew
    "03-rolling-down": ("costs", "Parabola.gradient = lambda self, w: np.subtract(w, self.minimum)"),
    "07-identity-network": (
        "backpropagation",
        "right = NetworkCost.gradient\nNetworkCost.gradient = lambda self, w: right(self, w) * 2",
    ),
}


@pytest.mark.parametrize("lesson", FAULTS)
def test_a_broken_core_turns_nbval_red(tmp_path, lesson):
    """By a number that is another one, and not because the copy does not run."""
    shutil.copytree(course.ROOT / "helpers", tmp_path / "helpers")
    shutil.copy(course.ROOT / f"notebooks/{lesson}.ipynb", tmp_path)
    module, code = FAULTS[lesson]
    with (tmp_path / f"helpers/core/{module}.py").open("a", encoding="utf-8") as file:
        file.write(f"\n\n{code}\n")
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", f"{lesson}.ipynb"]
    command += ["-p", "nbval.plugin", "--nbval", "--nbval-current-env"]
    command.append(f"--nbval-sanitize-with={course.ROOT / 'tests/sanitize.cfg'}")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}  # no other plugin
    result = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert result.returncode == 1 and "mismatch" in result.stdout, result.stdout
