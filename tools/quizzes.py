"""Write the quizzes of all lessons as a file that Moodle imports: build/quizzes.gift.txt.

    make quizzes

In GIFT (https://docs.moodle.org/en/GIFT_format), a category for each lesson. Moodle shuffles the options, and shows
why one is tempting as the feedback to it.
"""

import re
from pathlib import Path

from helpers.practice.quiz import Question
from helpers.practice.sheets import lessons, load
from helpers.practice.verdicts import with_minus_signs

OUT = Path(__file__).parents[1] / "build" / "quizzes.gift.txt"


def escaped(text: str) -> str:
    """Return a text in which GIFT finds no signs of its own."""
    return re.sub(r"([\\~=#{}:])", r"\\\1", with_minus_signs(" ".join(text.split())))


def gift(question: Question, title: str) -> str:
    """Return a question with its options and what is said to each."""
    options = (
        f"\t{'=' if option.right else '~'}{escaped(option.text)}#{escaped(option.why)}" for option in question.options
    )
    return f"::{escaped(title)}::[plain]{escaped(question.text)} {{\n" + "\n".join(options) + "\n}\n"


def main():
    blocks = []
    for lesson in lessons():
        sheet = load(lesson)
        blocks.append(f"$CATEGORY: $course$/top/How a network learns/{lesson} {sheet.id}\n")
        blocks += [gift(question, f"{lesson} {question.name}") for question in sheet.quiz_questions]
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text("\n".join(blocks), encoding="utf-8")
    print(f"build/{OUT.name} holds the quizzes of all lessons. In Moodle: Question bank, Import, GIFT.")


if __name__ == "__main__":
    main()
