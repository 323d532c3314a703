"""The practice of one lesson in a notebook: its bets, exercises and quiz, by name."""

from IPython.display import display

from helpers.practice import progress, questions
from helpers.practice.sheets import Sheet, lessons, load, named
from helpers.practice.verdicts import RIGHT

__all__ = ["NotebookSheet", "lessons", "sheet"]


class NotebookSheet(Sheet):
    """A sheet whose checks, bets and quiz show themselves in the notebook."""

    def check(self, name: str, answer):
        """Show the verdict on an answer, and note a right one in the learner's progress.

        Shown, not returned: a check is seen wherever it stands in its cell.
        """
        verdict = self.judge(name, answer)
        if verdict.kind == RIGHT:
            verdict = verdict.with_note(progress.note(self.id, f"exercise {name}"))
        display(verdict)

    def piece(self, name: str, answer):
        """Return the learner's function if it is right, else ours, and say which it is."""
        right = self.judge(name, answer).kind == RIGHT
        print(f"{name}: {'yours' if right else 'ours, until yours is right'}")
        return answer if right else self.exercise(name).answer

    def bet(self, *names: str, on) -> questions.Questions:
        """Return bets on what the lab `on` will do. The lab can be moved at once, bet or no bet."""
        return questions.bets([named(self.bets, name, "bet") for name in names], on)

    def quiz(self) -> questions.Questions:
        """Return the lesson's quiz."""

        def chosen(question, option):
            return progress.note(self.id, f"question {question.name}") if option.right else ""

        return questions.quiz(self.quiz_questions, chosen)


def sheet(lesson: str) -> NotebookSheet:
    """Return the sheet of a lesson: sheet("03")."""
    return NotebookSheet(**vars(load(lesson)))
