"""One picture of what core computed, and the sentence that says what it shows."""

from helpers.pictures.rolling import rolling_picture

__all__ = ["rolling_picture"]
