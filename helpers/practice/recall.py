"""A question to recall: about a mistaken idea that this learner has met in an earlier lesson and not got over."""

from html import escape

from helpers.labs.panel import Panel
from helpers.practice import progress
from helpers.practice.misconceptions import unresolved
from helpers.practice.verdicts import with_minus_signs


class RecallQuestion(Panel):
    """One question with its answer folded. said: why it is asked; question and answer: its texts."""

    scripts = ("practice/recall.js",)
    styles = ("practice/questions.css",)
    synced = ("said", "question", "answer")

    def __init__(self, said: str, question: str, answer: str):
        super().__init__()
        self.said, self.question, self.answer = said, question, answer

    def as_text(self) -> str:
        return f"{self.said} {self.question}"

    def as_html(self) -> str:
        return f"<p>{escape(self.as_text())}</p>"


def recall_question(lesson: str) -> RecallQuestion | None:
    """Return the question that this learner should be asked at the head of a lesson, or None."""
    try:
        open_now = unresolved(progress.load_records())
    except (ValueError, OSError):  # a check says what is wrong with the file
        return None
    for one, places in open_now:
        if one.recall and max(int(one.lesson), int(places[0].lesson)) < int(lesson):
            question, answer = map(with_minus_signs, one.recall)
            where = f"which you met in lesson {places[0].lesson}"
            said = f"In place of the second question below, one about {one.name}, {where}:"
            return RecallQuestion(said=said, question=question, answer=answer)
    return None
