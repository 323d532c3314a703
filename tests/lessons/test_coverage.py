"""The lessons together answer for everything: each statement of the two documents, each correction, each mistake.

A1 to A45 are the statements of a question on a forum and its answers, B1 to B67 those of a set of lecture notes,
E1 to E28 what a careful course corrects in them, M1 to M39 the mistaken ideas that learners bring along.
"""

import course

ITEMS = {f"A{n}" for n in range(1, 46)} | {f"B{n}" for n in range(1, 68)}
CORRECTIONS = {f"E{n}" for n in range(1, 29)}
MISCONCEPTIONS = {f"M{n}" for n in range(1, 40)}


def union(key):
    return {item for name in course.NAMES for item in course.lesson(name).metadata["course"][key]}


def test_all_112_statements_are_answered_for():
    assert len(ITEMS) == 112 and union("covers") == ITEMS, ITEMS - union("covers")


def test_all_28_corrections_are_made():
    assert union("corrects") == CORRECTIONS, CORRECTIONS - union("corrects")


def test_all_39_misconceptions_are_settled():
    assert union("settles") == MISCONCEPTIONS, MISCONCEPTIONS - union("settles")
