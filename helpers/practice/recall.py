"""A question to recall: about a mistaken idea that this learner has met in an earlier lesson and not got over."""

from html import escape

import traitlets
from IPython.display import display

from helpers.labs.widget import FallbackWidget, script, text_of
from helpers.practice import progress
from helpers.practice.misconceptions import not_got_over
from helpers.practice.verdicts import with_minus_signs

VIEW = "application/vnd.jupyter.widget-view+json"


class RecallQuestion(FallbackWidget):
    """One question with its answer folded. said: why it is asked; question and answer: its texts."""

    _esm = script("practice/recall.js")
    _css = text_of("practice/questions.css")
    said = traitlets.Unicode().tag(sync=True)
    question = traitlets.Unicode().tag(sync=True)
    answer = traitlets.Unicode().tag(sync=True)

    def as_text(self) -> str:
        return f"{self.said} {self.question}"

    def as_html(self) -> str:
        return f"<p>{escape(self.as_text())}</p>"

    def show(self):
        """Show it in the notebook, and leave nothing in what is stored: other learners have other questions."""
        data, _ = self._repr_mimebundle_()
        display({VIEW: data[VIEW]}, raw=True)


def recall_question(lesson: str) -> RecallQuestion | None:
    """Return the question that this learner should be asked at the head of a lesson, or None."""
    try:
        open_now = not_got_over(progress.noted())
    except (ValueError, OSError):  # a check says what is wrong with the file
        return None
    for one, places in open_now:
        if one.recall and max(int(one.lesson), int(places[0].lesson)) < int(lesson):
            question, answer = map(with_minus_signs, one.recall)
            where = f"which you met in lesson {places[0].lesson}"
            said = f"In place of the second question below, one about {one.name}, {where}:"
            return RecallQuestion(said=said, question=question, answer=answer)
    return None
