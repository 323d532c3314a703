"""Every number in a lesson's text follows from a computation, or it is said why it needs none."""

import arithmetic
import course
import pytest
from prose import SIGNED, Claims, claims, prose


CLAIMED = [name for name in course.NAMES if (course.ROOT / f"tests/lessons/claims/lesson_{name[:2]}.py").exists()]


def text_of(name):
    return (course.ROOT / f"lessons/{name}.md").read_text(encoding="utf-8")


def with_other_numbers(text, places):
    """Yield (what was changed, text) for each number: with another last digit, and with the other sign."""
    for found in SIGNED.finditer(places):
        start, end = found.span("number")
        other = arithmetic.changed(found["number"])
        yield f"{found['number']} -> {other}", text[:start] + other + text[end:]
        if found[0] != found["number"]:
            yield f"{found[0]} -> {found['number']}", text[: start - 1] + text[start:]


@pytest.mark.parametrize("name", CLAIMED)
def test_every_number_follows_from_something(name):
    faults = list(claims(name).faults(text_of(name)))
    assert not faults, "in tests/lessons/claims, or in the lesson if it is wrong:\n" + "\n".join(faults)


@pytest.mark.parametrize("name", CLAIMED)
def test_another_number_anywhere_is_noticed(name):
    text = text_of(name)
    changes = list(with_other_numbers(text, prose(text)))
    assert len(changes) > 50
    assert [change for change, mutant in changes if not any(claims(name).faults(mutant))] == []


def test_every_claim_has_its_lesson():
    files = {path.name for path in (course.ROOT / "tests/lessons/claims").glob("*.py")}
    assert files == {f"lesson_{course.number(name)}.py" for name in CLAIMED}


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("2 · (0.6 - 3) = -4.8, and so on", "2 0.6 3 4.8"),
        ("2 · (0.6 - 3) = -4.9", ""),
        ("so 0 - 0.1 · (-6) = 0 + 0.6 = **0.6**.", "0 0.1 6 0 0.6 0.6"),
        (r"$0.6 - 0.1 \cdot (-4.8) = 1.08$", "0.6 0.1 4.8 1.08"),
        ("-4/27 = -0.148", "4 27 0.148"),
        ("(3 · 4 = 12)", "3 4 12"),
        ("3² + ½ = 9.5", "3 ² ½ 9.5"),
        ("13 · 1,000 = 13,000", "13 1,000 13,000"),
        ("0 · 5 = 0", "0 0"),
        ("10 / 3 = 3", ""),
        ("x - 2 = -2, w0 - 2 = -2, C(2) = 2 + 0, 1 + 1 = 2x", ""),
        ("- 2 + 3 = 1", ""),
        ("w = 0.6", ""),
    ],
)
def test_equations(text, tied):
    assert [text[slice(*span)] for span in sorted(arithmetic.tied_by_equations(text))] == tied.split()


def test_only_arithmetic_is_worked_out():
    assert [arithmetic.value(text) for text in ("__import__('os')", "2 if 1 else 3", "[1]", "1/0", "", "x")] == [
        None
    ] * 6


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("It falls to 0.6 in two.", []),
        ("It falls to 0.7 in two.", ["stands there 0 times", 'line 1: says("It falls to {} in two.", 0.7)']),
        ("It falls to 0.65 in two.", ["stands there 0 times", "line 1"]),
        ("It falls to -0.6 in two.", ["stands there 0 times", 'line 1: says("It falls to {} in two.", -0.6)']),
        ("It falls to 0.6 in two. It falls to 0.6 in two.", ["stands there 2 times"]),
        ("It falls to 0.6 in two.\n\nSo 1,302 of 0.50", ['line 3: says("So {:,} of {:.2f}", 1302, 0.50)']),
    ],
)
def test_a_claim(text, faults):
    claimed = Claims("04")
    claimed.times.clear()
    claimed.reasons.clear()
    claimed.says("falls to {} in {:word}.", 3 * 0.2, 2)
    found = list(claimed.faults(text))
    assert len(found) == len(faults) and all(map(str.startswith, found, faults)), found
