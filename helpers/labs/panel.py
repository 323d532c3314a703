"""The controls of a lab in the browser: native, named, and worked by keyboard alone."""

from html import escape

import traitlets

from helpers.labs.controls import as_data
from helpers.labs.widget import ToldWidget, script, text_of


class Panel(ToldWidget):
    """Sliders with number fields, radio buttons and buttons, and a status line that screen readers speak.

    values: the state, by control name, both ways. presses: the buttons pressed so far; a message of its own would
    overtake values that wait to be sent, and Reset would be undone. sentence: what the status line says on release.
    """

    _esm = script("labs/panel.js")
    _css = text_of("labs/panel.css")
    layout_data = traitlets.Dict().tag(sync=True)
    values = traitlets.Dict().tag(sync=True)
    presses = traitlets.List(traitlets.Int()).tag(sync=True)
    sentence = traitlets.Unicode().tag(sync=True)

    def __init__(self, title, controls, buttons, values, on_values, on_press):
        super().__init__(layout_data={"title": title, **as_data(controls, buttons)}, values=values)
        self._told = ", ".join(control.say(values[control.name]) for control in controls)
        self.observe(lambda change: on_values(change.new), "values")
        self.observe(lambda change: [on_press(number) for number in change.new[len(change.old) :]], "presses")

    def as_text(self) -> str:
        return f"Controls: {self._told}. Run this cell to move them."

    def as_html(self) -> str:
        return f"<p><em>{escape(self.as_text())}</em></p>"
