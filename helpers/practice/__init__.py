"""Bets, exercises, quizzes, progress."""

from helpers.practice.sheet import sheet

__all__ = ["sheet"]
