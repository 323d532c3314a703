"""Letters are letters, however people write them; where they are wrong, it is said how many stand right."""

import pytest

from helpers.practice.reading import read_letters
from helpers.practice.sheets import load
from helpers.practice.verdicts import KEEP_WORKING

READ = {
    "BDAC": "BDAC",
    "bdac.": "BDAC",
    "B, D, A, C": "BDAC",
    "B D A and C": "BDAC",
    "BD AC": "BDAC",
    "BDA C": "BDAC",
    "B->D->A->C": "BDAC",
    "1B 2D 3A 4C": "BDAC",
    "2D, 1B, 4C, 3A": "BDAC",
    "B1 D2 A3 C4": "BDAC",
    "(1) B (2) D (3) A (4) C": "BDAC",
    "1: B\n2: D\n3: A\n4: C": "BDAC",
    "0.05: B, 0.9: D, 1.0: A, 1.1: C": "BDAC",
    "x: B, a(1-a): D, sign: A, loss: C": "BDAC",
    "loss = C, sign = A, slope = D, x = B": "BDAC",
    "x is B, slope is D, sign is A, loss is C": "BDAC",
    "sign A, x B, loss C, slope D": "BDAC",
    "4312": "4312",
    "": "",
}
LABELS = ("x", ("a(1-a)", "slope"), "sign", "loss")


@pytest.mark.parametrize("written", READ)
def test_what_people_write_is_read(written):
    assert read_letters(written, LABELS) == READ[written]


@pytest.mark.parametrize("given", [["B", "D"], ("B", "D"), ["BD"], {1: "B", 2: "D"}, {2: "d", 1: "b"}, frozenset("DB")])
def test_lists_and_dictionaries_of_letters_are_read(given):
    assert read_letters(given) == "BD"


def test_what_no_slip_explains_is_counted():
    matched = load("01").exercise("matched")
    assert "2 of the 4 letters stand right" in matched.check("DCBA").text
    assert "None of the 4 letters" in matched.check("BACD").text
    assert "3 letters, and 4 are asked" in matched.check("DCA").text
    assert "A stands there more than once" in matched.check("DCAA").text
    assert "4 letters in quotes" in matched.check("4312").text
    assert matched.check("DCAB, I think").kind == KEEP_WORKING
    assert "A set has no order" in matched.check(set("DCAB")).text


def test_the_letters_of_02_in_any_order():
    wrong = load("02").exercise("wrong")
    for first, second in (("CD", "DC"), ("DE", "ED"), ("CDE", "EDC"), ("AC", "CA"), ("BE", "EB")):
        assert wrong.check(first).text == wrong.check(second).text == wrong.check(set(first)).text
