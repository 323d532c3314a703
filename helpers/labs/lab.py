"""A lab: controls, one picture, one sentence. A state goes in, and one message comes out.

The state is a plain dict of values by control name; the picture is a function of it alone. So a lab can be
prepared in code, run again and again, and stand beside another one.
"""

from collections.abc import Callable
from dataclasses import asdict
from html import escape
from threading import RLock

from helpers.labs.controls import Button, Memory
from helpers.labs.panel import Panel
from helpers.pictures.picture import Picture, View, alt_text
from helpers.pictures.scene import Scene


class Lab(Panel):
    """A subclass names its controls, its buttons and its scene, and computes what the scene shows from the state.

    Lab(learning_rate=0.9) prepares a state; names and values that the controls cannot hold raise
    TypeError or ValueError. `state` is the current one, `caption` the sentence that goes with it.
    """

    title = "Lab"
    scene: Callable[[], Scene] = Scene
    controls: tuple = ()
    buttons: tuple = ()
    scripts = tuple(f"labs/{name}.js" for name in "numbers shapes pad controls handles steps lab".split())
    styles = ("labs/lab.css",)
    synced = ("lab",)

    def __init__(self, **state):
        super().__init__()
        self._start = {control.name: control.value for control in self.controls}
        self._start = self._checked(state, self._start)
        self.state = dict(self._start)
        self._movable = [control for control in self.controls if not isinstance(control, Memory)]
        self._buttons = (*self.buttons, Button("Reset", lambda _: self._start))
        self._lock = RLock()  # a page's messages come in threads of their own
        self._scene: Scene | None = None
        self._number = 0  # of the last message, so that a page notices when it has missed one
        self.view, self._drawing = self._draw()

    def compute(self, **state):
        """Return what the scene shows for this state, by name: the state itself, unless a subclass computes more."""
        return state

    def add_implied_changes(self, changes: dict) -> dict:
        """Return the changes, and of other controls what must change as a consequence."""
        return changes

    @property
    def caption(self) -> str:
        """The sentence under the picture, for the current state."""
        return self.view.caption

    @property
    def drawn_scene(self) -> Scene:
        """The scene that this lab draws in, made when it is first needed and as long as a page shows the lab."""
        if self._scene is None:
            self._scene = self.scene()
        return self._scene

    @property
    def picture(self) -> Picture:
        """The still picture of the current state."""
        with self._lock:
            return self.drawn_scene.picture(**self.compute(**self.state))

    def set(self, **changes):
        """Move controls in code: the picture follows. Raises as the constructor does."""
        with self._lock:
            self._show(self._checked(self.add_implied_changes(changes), self.state))

    def layout(self) -> dict:
        """Return what never changes: the title, the controls and the buttons, as a page takes them."""
        buttons = [{"label": button.label, "roll": button.roll} for button in self._buttons]
        return {"title": self.title, "controls": [asdict(one) for one in self._movable], "buttons": buttons}

    @property
    def lab(self) -> dict:
        """What a page begins with."""
        return {**self.layout(), **self.message()}

    def message(self) -> dict:
        """Return all that a page shows now: values, drawing, formula, caption, alt text and table."""
        with self._lock:
            if self._drawing is None:
                self.view, self._drawing = self._draw()
            return {
                "number": self._number,
                "values": self._values(),
                "drawing": self._drawing,
                "formula": self.view.formula,
                "caption": self.view.caption,
                "alt": alt_text(self.view),
                "table": self.view.table,
            }

    def receive(self, message: dict):
        """Do what a page asks for: {"move": values by name}, {"press": number of a button} or {"whole": True}.

        Every listener gets {"changes": what is new}, with the sender's own "from" given back as "to"; a value
        that no control can hold changes nothing and is answered with "refused", in words.
        """
        with self._lock:
            back = {"to": message.get("from")}
            if message.get("whole"):
                self.send(back | {"changes": self.message()})
                return
            try:
                state = self._requested(message)
            except (TypeError, ValueError) as error:
                self.send(back | {"changes": {"values": self._values()}, "refused": str(error)})
            else:
                self._show(state, back)

    def listen(self, on_message: Callable, on_changes: Callable = lambda changes: None) -> Callable:
        """Let a host hear every message from now on; return the function that ends it."""
        with self._lock:
            leave = super().listen(on_message, on_changes)

        def left():
            with self._lock:
                leave()
                if not self.listeners:  # a lab that is shown nowhere needs no figure, and IPython's Out keeps labs
                    self._scene = self._drawing = None

        return left

    def _requested(self, message: dict) -> dict:
        if "press" in message:
            return {**self.state, **self._buttons[message["press"]].press(self.state)}
        return self._checked(self.add_implied_changes(message["move"]), self.state)

    def _checked(self, changes: dict, among: dict) -> dict:
        checked, by_name = dict(among), {control.name: control for control in self.controls}
        for name, value in changes.items():
            if name not in by_name:
                raise TypeError(f"{type(self).__name__} has no control {name!r}; it has {', '.join(by_name)}")
            checked[name] = by_name[name].coerce(value)
        return checked

    def _show(self, state: dict, back: dict | None = None):
        before = self.message() if self.listeners else {}
        if state != self.state:
            old, self.state = self.state, state
            try:
                self.view, self._drawing = self._draw()
            except BaseException:  # an interrupted cell, too: picture and state stay one
                self.state = old
                raise
        if self.listeners:
            self._number += 1
            self.send((back or {}) | {"changes": difference(before, self.message())})

    def _values(self) -> dict:
        return {control.name: self.state[control.name] for control in self._movable}

    def _draw(self) -> tuple[View, dict]:
        return self.drawn_scene.drawing(**self.compute(**self.state))

    def as_text(self) -> str:
        """Return the sentence under the picture, and how the controls stand."""
        return f"Picture: {self.caption}\n{self._controls_in_words()}"

    def as_html(self) -> str:
        """Return the picture, and how the controls stand."""
        return f"{self.picture._repr_html_()}<p><em>{escape(self._controls_in_words())}</em></p>"

    def _controls_in_words(self) -> str:
        stand = ", ".join(control.describe(self.state[control.name]) for control in self._movable)
        return f"The controls stand at: {stand}. Run this cell to move them."

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.state.items())})"


def difference(before: dict, after: dict) -> dict:
    """Return what must be put into before, a dict of dicts, to make it after. Keys are never taken away."""
    new = {}
    for key, value in after.items():
        old = before.get(key)
        if isinstance(value, dict) and isinstance(old, dict):
            if value is not old and (inside := difference(old, value)):
                new[key] = inside
        elif key not in before or old != value:
            new[key] = value
    return new
