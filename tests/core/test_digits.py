"""The digits that lie in the project: what load_digits returns, and what it says of a file that is damaged."""

import shutil

import numpy as np
import pytest

from helpers.core import load_digits
from helpers.core.digits import FILE


@pytest.fixture(scope="module")
def digits():
    return load_digits()


def test_four_thousand_to_train_and_one_thousand_to_test(digits):
    """Rows of 784 grey values from 0 to 1 and of 10 targets, float32, one after the other in memory."""
    (x, y), (x_test, y_test) = digits
    assert (x.shape, y.shape) == ((4000, 784), (4000, 10))
    assert (x_test.shape, y_test.shape) == ((1000, 784), (1000, 10))
    for part in (x, y, x_test, y_test):
        assert part.dtype == np.float32
        assert part.flags.c_contiguous
        assert (part.min(), part.max()) == (0, 1)


def test_each_target_is_a_single_one(digits):
    """All ten digits are there, about as often as each other."""
    for _, y in digits:
        assert set(np.unique(y)) == {0, 1}
        assert np.all(y.sum(axis=1) == 1)
        assert np.all(y.sum(axis=0) > len(y) / 13)


def test_the_pictures_are_the_digits_they_are_called(digits):
    """The nearest mean picture names most test pictures rightly, as it would not with rows or labels mixed up."""
    (x, y), (x_test, y_test) = digits
    means = y.T @ x / y.sum(axis=0)[:, np.newaxis]
    distances = ((x_test[:, np.newaxis] - means) ** 2).sum(axis=-1)
    assert np.mean(distances.argmin(axis=1) == y_test.argmax(axis=1)) > 0.75


def test_each_call_returns_arrays_of_its_own(digits):
    """So that a learner who paints over a picture can load it again."""
    (x, _), _ = load_digits()
    x[:] = 0
    assert load_digits()[0][0].any() and digits[0][0].any()


@pytest.mark.parametrize(
    ("damage", "error", "said"),
    [
        (lambda path: path.unlink(), FileNotFoundError, "missing: .*is not there"),
        (lambda path: path.write_bytes(path.read_bytes()[:100_000]), ValueError, "damaged: .*cannot be read"),
        (lambda path: path.write_text("version https://git-lfs"), ValueError, "damaged: .*cannot be read"),
    ],
)
def test_a_damaged_file_is_named_and_how_to_get_it_again(tmp_path, damage, error, said):
    path = tmp_path / "digits.npz"
    shutil.copy(FILE, path)
    damage(path)
    with pytest.raises(error, match=rf"^the digits are {said}.*; get it again with `git checkout"):
        load_digits(path)
