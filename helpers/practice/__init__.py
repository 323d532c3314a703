"""Bets, exercises, quizzes, progress; and the doctor."""

from helpers.practice.doctor import doctor
from helpers.practice.sheet import sheet

__all__ = ["doctor", "sheet"]
