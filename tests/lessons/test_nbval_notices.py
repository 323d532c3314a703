"""If the core were wrong, nbval would say so: in a copy, break it in one place at a time and watch nbval go red."""

import os
import shutil
import subprocess
import sys

import course
import pytest

ROLLING, IDENTITY = "03-rolling-down", "07-identity-network"

# (file, what stands there, what is put in its place, the lesson whose numbers suffer)
FAULTS = {
    "a sign in the update": ("descent.py", "np.subtract(here, move", "np.add(here, move", ROLLING),
    "the factor 2 of the slope": ("costs.py", "return 2 * (validation", "return (validation", ROLLING),
    "one step too many": (
        "descent.py",
        'validation.count("steps", steps)',
        'validation.count("steps", steps) + 1',
        ROLLING,
    ),
    "a swapped start": ("descent.py", "parameters[0] = start", "parameters[0] = 6 - np.asarray(start)", ROLLING),
    "the slope of the sigmoid": ("backpropagation.py", "* after * (1 - after)", "* after", IDENTITY),
    "the missing x": ("fast.py", "(inputs.swapaxes(-1, -2)", "(np.ones(inputs.shape[::-1])", IDENTITY),
    "the sigmoid itself": ("sigmoid.py", "np.exp(np.minimum(z", "np.exp(np.minimum(-z", IDENTITY),
    "the width of the difference": ("slopes.py", "/ (2 * h)", "/ h", IDENTITY),
}


def nbval(folder, notebook):
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", f"notebooks/{notebook}.ipynb"]
    command += ["--nbval", "--nbval-current-env", "--nbval-sanitize-with=tests/sanitize.cfg", "--nbval-cell-timeout=60"]
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)


@pytest.fixture
def copy(tmp_path):
    """A copy of the course whose kernels import the copy's helpers."""
    for part in ("helpers", "notebooks", "tests/sanitize.cfg"):
        source, target = course.ROOT / part, tmp_path / part
        target.parent.mkdir(exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "progress*.json"))
        else:
            shutil.copy(source, target)
    return tmp_path


@pytest.mark.parametrize("notebook", [ROLLING, IDENTITY])
def test_the_copy_is_green_while_nothing_is_broken(copy, notebook):
    result = nbval(copy, notebook)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("fault", FAULTS)
def test_a_broken_core_turns_nbval_red(copy, fault):
    file, right, wrong, notebook = FAULTS[fault]
    path = copy / "helpers" / "core" / file
    text = path.read_text(encoding="utf-8")
    assert text.count(right) == 1, f"{right!r} stands {text.count(right)} times in {file}: name the fault anew"
    path.write_text(text.replace(right, wrong), encoding="utf-8")
    result = nbval(copy, notebook)
    assert result.returncode == 1 and "FAILED" in result.stdout, result.stdout
    assert "mismatch" in result.stdout or "Cell execution" in result.stdout, result.stdout
