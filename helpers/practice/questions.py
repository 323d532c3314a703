"""Bets and quiz questions in the browser: radio buttons in a fieldset, the answer beside the choice."""

from html import escape

from helpers.labs.panel import Panel
from helpers.practice import votes
from helpers.practice.verdicts import with_minus_signs


class Questions(Panel):
    """A list of questions. items: what the browser shows; replies: what it says to a choice, by question name.

    on_choice(name, number) is called with every choice and returns the reply.
    polls: whether the browser asks every two seconds if a vote is going on. vote: its question, if it is open.
    """

    scripts = ("practice/questions.js",)
    styles = ("practice/questions.css",)
    synced = ("items", "replies", "polls", "vote")

    def __init__(self, title, items, on_choice):
        super().__init__()
        self.items, self.replies, self.polls, self.vote = items, {}, False, ""
        self._title = title
        self._on_choice = on_choice

    def receive(self, message: dict):
        if "number" in message:
            self.choose(message["name"], message["number"])

    def choose(self, name: str, number: int):
        """Answer a question, as a click does."""
        self.say(name, self._on_choice(name, number))

    def say(self, name: str, reply: str):
        """Show a reply beside a question."""
        self.show(replies={**self.replies, name: reply})

    def as_text(self) -> str:
        lines = [self._title]
        for item in self.items:
            lines += [item["text"], *(f"  - {option['text']}" for option in item["options"])]
        return "\n".join(lines)

    def as_html(self) -> str:
        """Return the questions for readers without a kernel: what there is to say unfolds."""
        parts = [f"<p><em>{escape(self._title)}</em></p>"]
        for item in self.items:
            parts.append(f"<p>{escape(item['text'])}</p>")
            if "because" in item:
                choices = "".join(f"<li>{escape(option['text'])}</li>" for option in item["options"])
                parts.append(f"<ul>{choices}</ul>{_unfold('What happens', item['because'])}")
            else:
                parts += [_unfold(option["text"], option["why"]) for option in item["options"]]
        return "".join(parts)


def _unfold(summary, text) -> str:
    return f"<details><summary>{escape(summary)}</summary><p>{escape(text)}</p></details>"


def quiz(questions, on_choice) -> Questions:
    """Return a quiz; on_choice(question, option) hears of every choice."""
    options = {question.name: _mixed(question) for question in questions}
    by_name = {question.name: question for question in questions}

    def reply(name, number):
        question, option = by_name[name], options[name][number]
        note = on_choice(question, option)
        said = f"{'✓ Right' if option.right else '✗ Not this one'}: {option.why} {note or ''}".strip()
        return with_minus_signs(said)

    items = [
        {
            "name": question.name,
            "text": question.text,
            "options": [
                {"text": option.text, "why": ("Right: " if option.right else "Tempting, but: ") + option.why}
                for option in options[question.name]
            ],
        }
        for question in questions
    ]
    return Questions("Choose; nothing is scored, and you may change your mind.", printed(items), reply)


def _mixed(question) -> tuple:
    """Return the options in an order of their own, the same each time: written down, the right one stands first."""
    turn = sum(question.name.encode()) % len(question.options)
    return question.options[turn:] + question.options[:turn]


class Bets(Questions):
    """Bets on what a lab will do. A choice moves the lab, and the reply says what it did.

    While a class votes on a bet, a choice waits for the button Vote, and the answer waits for the teacher.
    on_choice(bet, option, verdict) hears of every choice and vote, and returns what to add to the reply.
    """

    def __init__(self, bets, lab, lesson="", on_choice=lambda bet, option, verdict: ""):
        items = [
            {
                "name": bet.name,
                "text": bet.text,
                "options": [{"text": text} for text in bet.options],
                "because": bet.because,
            }
            for bet in bets
        ]
        super().__init__(
            "Place your bet; then the lab below moves and shows what happens.", printed(items), self._answer
        )
        self._bets, self._lab, self._lesson, self._note = {bet.name: bet for bet in bets}, lab, lesson, on_choice
        self._file = votes.file()
        self._unanswered: dict[str, int] = {}  # choices whose answers wait for the vote to end, by the bet's name
        self._current: votes.Vote | None = None
        self.polls = self._file is not None

    def receive(self, message: dict):
        if "poll" in message:
            self.poll()
        elif "vote" in message:
            self.cast(message["name"])
        else:
            super().receive(message)

    def poll(self):
        """Find out whether a vote is going on, and give the answers that waited for it when it is over."""
        vote = votes.current(self._file)
        self._current = vote if vote and vote.lesson == self._lesson and vote.bet in self._bets else None
        open_now = self._current.bet if self._current and self._current.open else ""
        if open_now != self.vote:
            self.show(vote=open_now)
        for name in [name for name in self._unanswered if not self._is_voted_on(name)]:
            self.choose(name, self._unanswered.pop(name))

    def cast(self, name: str):
        """Vote for what was chosen."""
        if self._current is None or name != self.vote or name not in self._unanswered:
            return
        bet, number = self._bets[name], self._unanswered[name]
        failed = self._note(bet, bet.options[number], f"vote {self._current.round}")
        said = f"Your vote: {bet.options[number]}. Your teacher sees it; the answer comes when all have talked."
        self.say(name, failed or with_minus_signs(said))

    def _is_voted_on(self, name: str) -> bool:
        return self._current is not None and self._current.bet == name

    def _answer(self, name: str, number: int) -> str:
        bet = self._bets[name]
        if self._file:
            self.poll()
        if self._is_voted_on(name):
            self._unanswered[name] = number
            return with_minus_signs(f"Your choice: {bet.options[number]}. {'Press Vote.' if self.vote else 'Wait.'}")
        self._lab.set(**bet.state)
        note = self._note(bet, bet.options[number], "bet")
        return with_minus_signs(
            f"You said: {bet.options[number]}. It did: {self._lab.caption} {bet.because} {note}".strip()
        )


def printed(items):
    """Return texts, however deep in lists and dicts, with printed minus signs."""
    if isinstance(items, str):
        return with_minus_signs(items)
    if isinstance(items, dict):
        return {key: value if key == "name" else printed(value) for key, value in items.items()}
    return [printed(item) for item in items]
