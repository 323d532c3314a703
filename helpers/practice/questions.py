"""Bets and quiz questions in the browser: radio buttons in a fieldset, the answer beside the choice."""

from html import escape

import traitlets

from helpers.labs.widget import FallbackWidget, script, text_of
from helpers.practice.verdicts import with_minus_signs


class Questions(FallbackWidget):
    """A list of questions. items: what the browser shows; replies: what it says to a choice, by question name.

    on_choice(name, number) is called with every choice and returns the reply.
    """

    _esm = script("practice/questions.js")
    _css = text_of("practice/questions.css")
    items: traitlets.List = traitlets.List().tag(sync=True)
    replies = traitlets.Dict().tag(sync=True)

    def __init__(self, title, items, on_choice):
        super().__init__(items=items)
        self._title = title
        self._on_choice = on_choice
        self.on_msg(lambda _, content, __: self.choose(content["name"], content["number"]))

    def choose(self, name: str, number: int):
        """Answer a question, as a click does."""
        self.replies = {**self.replies, name: self._on_choice(name, number)}

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


def bets(bets, lab, on_choice=lambda bet, option: "") -> Questions:
    """Return bets on what a lab will do. A choice moves the lab, and the reply says what it did.

    on_choice(bet, option) hears of every choice, and returns what to add to the reply.
    """
    by_name = {bet.name: bet for bet in bets}

    def reply(name, number):
        bet = by_name[name]
        lab.set(**bet.state)
        note = on_choice(bet, bet.options[number])
        return with_minus_signs(f"You said: {bet.options[number]}. It did: {lab.caption} {bet.because} {note}".strip())

    items = [
        {
            "name": bet.name,
            "text": bet.text,
            "options": [{"text": text} for text in bet.options],
            "because": bet.because,
        }
        for bet in bets
    ]
    return Questions("Place your bet; then the lab below moves and shows what happens.", printed(items), reply)


def printed(items):
    """Return texts, however deep in lists and dicts, with printed minus signs."""
    if isinstance(items, str):
        return with_minus_signs(items)
    if isinstance(items, dict):
        return {key: value if key == "name" else printed(value) for key, value in items.items()}
    return [printed(item) for item in items]
