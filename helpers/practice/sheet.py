"""The practice of one lesson in a notebook: its bets, exercises and quiz, by name."""

from dataclasses import replace

from helpers.practice import progress, questions
from helpers.practice.display_host import VIEW, display
from helpers.practice.misconception_remarks import note_and_remark
from helpers.practice.quiz import answer_id
from helpers.practice.recall import recall_question
from helpers.practice.sheets import Sheet, lessons, load, named
from helpers.practice.verdicts import NOT_TRIED, RIGHT

__all__ = ["NotebookSheet", "lessons", "sheet"]


class NotebookSheet(Sheet):
    """A sheet whose checks, bets and quiz show themselves in the notebook."""

    def check(self, name: str, answer):
        """Show the verdict on an answer, and note it in the learner's progress.

        Shown, not returned: a check is seen wherever it stands in its cell.
        """
        verdict = self.judge(name, answer)
        if verdict.kind != NOT_TRIED:
            shown = verdict.slip.key if verdict.slip else ""
            remark = note_and_remark(self, f"exercise {name}", verdict.kind.lower(), shown)
            verdict = replace(verdict, text=" ".join(filter(None, [verdict.text, remark.sentences])), link=remark.link)
        display(verdict)

    def piece(self, name: str, answer):
        """Return the learner's function if it is right, else ours, and say which it is."""
        right = self.judge(name, answer).kind == RIGHT
        print(f"{name}: {'yours' if right else 'ours, until yours is right'}")
        return answer if right else self.exercise(name).answer

    def bet(self, *names: str, on) -> questions.Bets:
        """Return bets on what the lab `on` will do. The lab can be moved at once, bet or no bet."""

        def chosen(bet, option, verdict):
            return progress.note(self.id, f"bet {bet.name}", verdict, answer_id(option))

        return questions.Bets([named(self.bets, name, "bet") for name in names], on, self.lesson, chosen)

    def quiz(self) -> questions.Questions:
        """Return the lesson's quiz."""

        def chosen(question, option):
            verdict = progress.RIGHT if option.right else progress.WRONG
            return note_and_remark(self, f"question {question.name}", verdict, option.key).text

        return questions.quiz(self.quiz_questions, chosen)


def sheet(lesson: str) -> NotebookSheet:
    """Return the sheet of a lesson: sheet("03").

    Shows a recall question where an earlier lesson left one open for this learner, and nothing to anybody new.
    """
    practice = NotebookSheet(**vars(load(lesson)))
    if (question := recall_question(lesson)) and question.host:
        data, _ = question.host()  # only the widget: other learners have other questions, and none is to be stored
        display({VIEW: data[VIEW]}, raw=True)
    return practice
