"""Reads what people write: letters in any order and case, numbers with quotes, brackets or commas in them."""

import re

from helpers.practice.wording import in_words

NUMBER = re.compile(r"\s*[-+\u2212]?(\d+([.,]\d*)?|[.,]\d+)\s*")


def read_numbers(given, count: int, name: str, thousands: bool = False):
    """Return a value with its numbers read, and what was wrong with how they were written, or "".

    count: how many numbers are asked for in brackets; 0 for one number without. thousands: whether the one asked for is
    so large that people write 13,002.
    """
    if isinstance(given, str):
        given = re.sub(r"(?<=\d),(?=\d{3}\b)", "", given) if thousands else given
        return _from_text(given, count, name)
    if isinstance(given, frozenset) and count:
        return given, f"Curly brackets make a set, and a set has no order. Use round ones: {name} = (..., ...)."
    if isinstance(given, (str, dict, frozenset)) or not hasattr(given, "__len__"):
        return given, ""
    values = given.tolist() if hasattr(given, "tolist") else list(given)
    if count == 0 and len(values) == 1 and _is_number(values[0]):
        return values[0], f"It is a list of one number. Leave out the brackets: {name} = {in_words(values[0])}."
    if isinstance(given, tuple) and len(values) == 2 and thousands and _look_cut(values) and values[1] < 1000:
        value = 1000 * values[0] + values[1]
        return value, f"Python ends a value at each comma. Write the number without: {name} = {in_words(value)}."
    if isinstance(given, tuple) and len(values) == 2 * max(count, 1) and _look_cut(values):
        joined = tuple(float(f"{whole}.{part}") for whole, part in zip(values[::2], values[1::2]))
        value = joined if count else joined[0]
        return value, f"Python ends a value at each comma. Write the decimal point: {name} = {in_words(value)}."
    return given, ""


def _from_text(text, count, name):
    text = text.rpartition("=")[2]  # some write "b = -3"
    if count == 0 and NUMBER.fullmatch(text):
        value = float(text.replace(",", ".").replace("\u2212", "-"))
        comma = " with a decimal point" if "," in text else ""
        return value, f"The quotes make it a text. Write the number without them{comma}: {name} = {in_words(value)}."
    numbers = re.findall(r"[-+]?\d*\.?\d+", text)
    if len(numbers) == max(count, 1):
        value = tuple(map(float, numbers)) if count else float(numbers[0])
        return value, f"It is a text. Write numbers alone, without quotes: {name} = {in_words(value)}."
    return text, ""


def _is_number(value) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _look_cut(values) -> bool:
    """Return whether each pair of values looks like a number that was cut in two at its decimal comma."""
    return all(type(value) is int for value in values) and min(values[1::2]) >= 0


def read_letters(given, labels: tuple = ()) -> str:
    """Return the letters of an answer, in capitals: those of "b, d", of ["B", "D"], of "1B 2D", of {"x": "B"}.

    labels: what the letters belong to, in order, such as ("1", "2"), each with the words that may stand for it. Where
    an answer names them in another order, the letters are put into this one. Without any letter: the digits.
    """
    if isinstance(given, dict):
        given = ", ".join(f"{key}: {value}" for key, value in given.items())
    if isinstance(given, (list, tuple)) and all(isinstance(one, str) for one in given):
        given = ", ".join(given)
    if isinstance(given, frozenset) and all(isinstance(one, str) for one in given):
        given = ", ".join(sorted(given))
    if not isinstance(given, str):
        return ""
    text = re.sub(r"\b(and|then|or)\b", " ", given, flags=re.IGNORECASE)
    labelled = _labelled(text, labels)
    if labelled:
        return labelled
    letters = re.findall(r"(?<![A-Za-z])[A-Za-z](?![A-Za-z])", text)
    if len(letters) < 2:  # all of them stand together, as in "BD"
        letters = re.findall(r"[A-Za-z]", text)
    return "".join(letters).upper() or "".join(re.findall(r"\d", text))


def _labelled(text, labels) -> str:
    """Return the letters in the order of their labels, or "" if they have none that can be told."""
    after = re.findall(r"\(?(\d+(?:\.\d+)?)\)?[\s:=.→>-]*([A-Za-z])(?![A-Za-z])", text)
    before = re.findall(r"(?<![A-Za-z])([A-Za-z])[\s:=.→>-]*\(?(\d+(?:\.\d+)?)", text)
    numbers = after if text.strip()[:1] in tuple("(0123456789") else [(number, letter) for letter, number in before]
    if len(numbers) > 1 and len({float(number) for number, _ in numbers}) == len(numbers):
        return "".join(letter for _, letter in sorted(numbers, key=lambda pair: float(pair[0]))).upper()
    items = (re.fullmatch(r"\s*(.+?)(?:[\s:=]|\bis\b)+([A-Za-z])\s*\.?", item) for item in re.split(r"[,;\n]", text))
    words = [item.groups() for item in items if item]
    places = [_place(word, labels) for word, _ in words]
    if len(words) > 1 and None not in places and len(set(places)) == len(places):
        return "".join(letter for _, letter in (words[places.index(at)] for at in sorted(places))).upper()
    return ""


def _place(word, labels):
    """Return which label a word stands for: the first that it begins with, spaces and case aside."""
    word = "".join(word.lower().split())
    for at, label in enumerate(labels):
        names = (label,) if isinstance(label, str) else label
        if any(word.startswith(name) for name in names):
            return at
    return None
