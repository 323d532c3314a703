"""If the core were wrong, nbval would say so: in a copy, put one fault into it at a time and watch nbval go red."""

import os
import shutil
import subprocess
import sys

import course
import pytest

ROLLING, IDENTITY = "03-rolling-down", "07-identity-network"

# (module of helpers.core, what its end says anew, the lesson whose numbers suffer)
FAULTS = {
    "a slope without its factor 2": (
        "costs",
        "Parabola.gradient = lambda self, w: np.subtract(w, self.minimum)",
        ROLLING,
    ),
    "a step up instead of down": (
        "descent",
        "right = gradient_descent\ndef gradient_descent(cost, start, learning_rate, steps):\n"
        "    return right(cost, start, -learning_rate, steps)",
        ROLLING,
    ),
    "one step too many": (
        "descent",
        "right = gradient_descent\ndef gradient_descent(cost, start, learning_rate, steps):\n"
        "    return right(cost, start, learning_rate, steps + 1)",
        ROLLING,
    ),
    "a sigmoid upside down": (
        "sigmoid",
        "right = sigmoid\ndef sigmoid(z):\n    return right(-np.asarray(z))",
        IDENTITY,
    ),
    "a gradient without the share of the mean": (
        "backpropagation",
        "right = NetworkCost.gradient\nNetworkCost.gradient = lambda self, w: right(self, w) * 2",
        IDENTITY,
    ),
    "steps that forget the sigmoid's slope": (
        "fast",
        "right = Passes.backward\n"
        "def backward(self, stack):\n    self.outputs[...] = 0.5\n    right(self, stack)\nPasses.backward = backward",
        IDENTITY,
    ),
    "half the width of a difference": (
        "slopes",
        "right = derivative\ndef derivative(f, w, h=1e-5):\n    return 2 * right(f, w, h)",
        IDENTITY,
    ),
}


def nbval(folder, notebook):
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", f"notebooks/{notebook}.ipynb"]
    command += ["-p", "nbval.plugin", "--nbval", "--nbval-current-env", "--nbval-sanitize-with=tests/sanitize.cfg"]
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}  # no other plugin
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)


@pytest.fixture
def copy(tmp_path):
    """A copy of the course whose kernels import the copy's helpers."""
    for part in ("helpers", "notebooks", "tests/sanitize.cfg"):
        source, target = course.ROOT / part, tmp_path / part
        target.parent.mkdir(exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("progress*.json"))
        else:
            shutil.copy(source, target)
    return tmp_path


@pytest.mark.parametrize("fault", FAULTS)
def test_a_broken_core_turns_nbval_red(copy, fault):
    """By a number that is another one, and not because the copy does not run."""
    module, code, notebook = FAULTS[fault]
    with (copy / f"helpers/core/{module}.py").open("a", encoding="utf-8") as file:
        file.write(f"\n\n{code}\n")
    result = nbval(copy, notebook)
    assert result.returncode == 1 and "mismatch" in result.stdout, result.stdout
