"""Bets, exercises, quizzes, progress; and the doctor."""

from helpers.practice.doctor import doctor
from helpers.practice.progress_report import progress_page
from helpers.practice.sheet import sheet

__all__ = ["doctor", "progress_page", "sheet"]
