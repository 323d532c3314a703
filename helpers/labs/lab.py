"""A lab: controls, one picture, one sentence.

The state is a plain dict of values by control name; the picture is a function of it alone. So a lab can be
prepared in code, run again and again, and stand beside another one.
"""

from threading import RLock

from IPython.display import display

from helpers.labs.controls import Button, Memory
from helpers.labs.panel import Panel
from helpers.pictures.picture import Picture
from helpers.pictures.scene import Scene


class Lab:
    """A subclass names its controls, its buttons and its scene, and computes the scene's data from the state.

    Lab(learning_rate=0.9) prepares a state; names and values that the controls cannot hold raise
    TypeError or ValueError. `state` is the current one, `caption` the sentence that goes with it.
    """

    title = "Lab"
    controls: tuple = ()
    buttons: tuple = ()

    def __init__(self, **state):
        self._start = {control.name: control.value for control in self.controls}
        self._start = self._taken(state)
        self.state = dict(self._start)
        self._movable = [control for control in self.controls if not isinstance(control, Memory)]
        self._buttons = (*self.buttons, Button("Reset", lambda _: self._start))
        self._lock = RLock()  # sliders call from a thread of their own
        self._scene = None
        self._told = None  # the values that panels were told last
        self._shown = []  # (panel, picture's handle) for each place on the screen
        self.picture = self._draw()

    def make_scene(self) -> Scene:
        """Return the scene this lab draws in."""
        raise NotImplementedError

    def compute(self, **state):
        """Return the data that the scene shows for this state."""
        raise NotImplementedError

    @property
    def caption(self) -> str:
        """The sentence under the picture, for the current state."""
        return self.picture.caption

    def set(self, **changes):
        """Move controls in code: the picture follows. Raises as the constructor does."""
        self._show({**self.state, **self._taken(changes, among=self.state)})

    def _taken(self, changes: dict, among=None) -> dict:
        taken = dict(among or self._start)
        by_name = {control.name: control for control in self.controls}
        for name, value in changes.items():
            if name not in by_name:
                raise TypeError(f"{type(self).__name__} has no control {name!r}; it has {', '.join(by_name)}")
            taken[name] = by_name[name].take(value)
        return taken

    def _show(self, state: dict):
        with self._lock:
            if state != self.state:
                before, self.state = self.state, state
                try:
                    self.picture = self._draw()
                except BaseException:  # the button that interrupts a cell, too: picture and state stay one
                    self.state = before
                    raise
                for _, output in self._shown:
                    output.update(self.picture)
            self._tell()

    def _tell(self):
        """Tell every panel the state, also one that shows a number which was refused or rounded."""
        with self._lock:
            self._told = self._values()
            for panel, _ in self._shown:
                panel.values, panel.sentence = self._told, self.caption

    def _moved(self, values: dict):
        """Take values from the browser. What no control can hold changes nothing."""
        if values is self._told:  # a panel reports back what it was told
            return
        try:
            state = self._taken(values, among=self.state)
        except (TypeError, ValueError):
            self._tell()
            return
        self._go(state)

    def _pressed(self, number: int):
        self._go({**self.state, **self._buttons[number].press(self.state)})

    def _go(self, state: dict):
        """Show what the browser asked for. A lab whose work is long does it in a thread of its own."""
        self._show(state)

    def _values(self) -> dict:
        """Return the part of the state that a panel shows: a drawing's 784 numbers would take a slow line's time."""
        return {control.name: self.state[control.name] for control in self._movable}

    def _draw(self) -> Picture:
        if self._scene is None:
            self._scene = self.make_scene()
        return self._scene.frame(self.compute(**self.state))

    def _ipython_display_(self):
        with self._lock:
            panel = Panel(self.title, self._movable, self._buttons, self._values(), self._moved, self._pressed)
            panel.observe(lambda _: self._leave(panel), "comm")  # which it has until it is closed
            display(panel)
            self._shown.append((panel, display(self.picture, display_id=True)))

    def _leave(self, panel):
        """Forget a panel that was closed. A lab that stands nowhere needs no figure, and IPython's Out keeps it."""
        with self._lock:
            self._shown = [place for place in self._shown if place[0] is not panel]
            if not self._shown:
                self._scene = None

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.state.items())})"
