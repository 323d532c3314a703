"""The verdict on a value that was asked for: a number, several, or letters. Its form first, then what it is."""

import numpy as np

from helpers.practice.compare import equals_at_digits, is_truncated, nearly, same, same_shape, same_value
from helpers.practice.patterns import pattern_of_value
from helpers.practice.reading import read_letters, read_numbers
from helpers.practice.verdicts import ALMOST, KEEP_WORKING, RIGHT, Verdict
from helpers.practice.wording import in_words, kind_in_words


def judge_value(exercise, value) -> Verdict:
    """Return the verdict on a value, as plain data, that an exercise without a function asks for."""
    if isinstance(exercise.answer, str):
        return _judge_letters(exercise, value)
    count = np.size(exercise.answer) if np.ndim(exercise.answer) else 0
    thousands = count == 0 and isinstance(exercise.answer, int) and exercise.answer >= 1000
    numbers, remark = read_numbers(value, count, exercise.name, thousands)
    verdict = _judge_numbers(exercise, numbers)
    if not remark:
        return verdict
    return Verdict(ALMOST, remark) if verdict.kind == RIGHT else Verdict(KEEP_WORKING, f"{remark} {verdict.text}")


def _judge_numbers(exercise, value) -> Verdict:
    if predicate_holds(exercise.accepts, (value,)) or same_value(value, exercise.answer, bool(exercise.exact)):
        return Verdict(RIGHT, exercise.right)
    for compare in (same, nearly if exercise.exact else same_value):  # a slip in all its digits, then a rounded one
        for slip in exercise.slips:
            if any(compare(value, wrong) for wrong in (slip.answer, *slip.also)):
                return slip.verdict
    for slip in exercise.slips:
        if predicate_holds(slip.like, (value,)):
            return slip.verdict
    if not same_shape(value, exercise.answer):
        kind = f"It should be {kind_in_words(exercise.answer)}."
        return Verdict(KEEP_WORKING, f"{exercise.name} is {_with_kind(value)}. {kind}")
    return _near_or_not(exercise, value)


def _near_or_not(exercise, value) -> Verdict:
    pairs = list(zip(np.ravel(value).tolist(), np.ravel(exercise.answer).tolist()))
    shown = f"{exercise.name} is {in_words(value)}."
    common = "" if exercise.accepts or exercise.exact else pattern_of_value(value, exercise.answer)
    if common:
        return Verdict(KEEP_WORKING, f"{shown} {common} {exercise.question}")
    off = [pair for pair in pairs if not same_value(*pair, bool(exercise.exact))]
    if exercise.accepts is None and all(isinstance(got, (int, float)) for got, _ in off):
        if exercise.exact and all(abs(got - right) <= 0.01 * abs(right) for got, right in off):
            return Verdict(ALMOST, f"{shown} That is near. The exact number is asked here: {exercise.exact}.")
        if not exercise.exact and all(equals_at_digits(got, right, 1) for got, right in off):
            return Verdict(ALMOST, f"{shown} That is right to one digit. Give at least two.")
        if not exercise.exact and all(is_truncated(got, right) for got, right in off):
            return Verdict(ALMOST, f"{shown} That is cut off. Round it: the last digit becomes another.")
        if len(off) < len(pairs):
            return Verdict(
                KEEP_WORKING, f"{shown} {len(pairs) - len(off)} of {len(pairs)} are right. {exercise.question}"
            )
    return Verdict(KEEP_WORKING, f"{shown} {exercise.question}")


def _judge_letters(exercise, value) -> Verdict:
    letters = read_letters(value, exercise.labels)
    if isinstance(value, frozenset) and not exercise.unordered:
        return Verdict(
            KEEP_WORKING, f"A set has no order, and the order counts here. Write {exercise.name} as a text in quotes."
        )
    if _in_order(exercise, letters) == _in_order(exercise, exercise.answer):
        return Verdict(RIGHT, exercise.right)
    for slip in exercise.slips:
        wrong = (_in_order(exercise, read_letters(one)) for one in (slip.answer, *slip.also))
        if letters and _in_order(exercise, letters) in wrong or predicate_holds(slip.like, (letters,)):
            return slip.verdict
    number = len(exercise.answer)
    if not letters.isalpha():
        wanted = f"{number} letters in quotes, such as {'ABCDEF'[:number]!r}"
        return Verdict(KEEP_WORKING, f"{exercise.name} is {in_words(value)}. Asked are {wanted}.")
    shown = f"{exercise.name} is {in_words(letters)}."
    twice = [letter for letter in dict.fromkeys(letters) if letters.count(letter) > 1]
    if twice:
        return Verdict(KEEP_WORKING, f"{shown} {twice[0]} stands there more than once. {exercise.question}")
    if len(letters) != number and not exercise.unordered:
        there = f"{len(letters)} letter{'s' * (len(letters) != 1)}"
        return Verdict(KEEP_WORKING, f"{shown} That is {there}, and {number} are asked. {exercise.question}")
    if exercise.unordered:
        return Verdict(KEEP_WORKING, f"{shown} {exercise.question}")
    stand = sum(map(str.__eq__, letters, exercise.answer))
    return Verdict(
        KEEP_WORKING,
        f"{shown} {stand or 'None'} of the {number} letters stand{'s' * (stand == 1)} right. {exercise.question}",
    )


def _in_order(exercise, letters) -> str:
    return "".join(sorted(letters)) if exercise.unordered else letters


def _with_kind(value) -> str:
    text, kind = in_words(value), kind_in_words(value)
    return text if kind in (text, "a number") else f"{text}, {kind}"


def predicate_holds(judge, values) -> bool:
    try:
        return judge is not None and bool(judge(values))
    except Exception:  # a judge expects numbers, and gets what there is
        return False
