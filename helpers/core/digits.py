"""The handwritten digits that lie in the project: 4,000 to train with, 1,000 to test with."""

from pathlib import Path

import numpy as np

FILE = Path(__file__).parents[1] / "data" / "digits.npz"
TRAINING = 4000


def load_digits(file=FILE):
    """Return ((x, y), (x_test, y_test)): images and what they show.

    x: float32 of shape (4000, 784), grey values from 0 to 1, a picture of 28 x 28 pixels a row. y: float32 of shape
    (4000, 10), a one in the column of the digit and zeros elsewhere. x_test, y_test: the same for 1,000 other pictures.
    Raises FileNotFoundError if the file is not there, ValueError if it cannot be read.
    Source: a sample of MNIST (LeCun, Cortes, Burges); see helpers/data/README.md.
    """
    images, labels = _read(Path(file))
    x = images.astype(np.float32) / 255
    y = np.eye(10, dtype=np.float32)[labels]
    return (x[:TRAINING], y[:TRAINING]), (x[TRAINING:], y[TRAINING:])


def _read(file):
    remedy = "get it again with `git checkout helpers/data/digits.npz`"
    if not file.exists():
        raise FileNotFoundError(f"the digits are missing: {file} is not there; {remedy}")
    try:
        with np.load(file) as archive:
            images, labels = archive["images"], archive["labels"]
    except Exception as damage:  # a cut zip file raises in many ways
        raise ValueError(f"the digits are damaged: {file} cannot be read ({damage}); {remedy}") from damage
    return images, labels
