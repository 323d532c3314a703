"""A lab's cell is run again and again, in a real kernel: nothing old is kept, and nothing else on the screen dies."""

import pytest
from jupyter_client.manager import start_new_kernel

BEGIN = """
import gc, weakref
from IPython.display import display
from ipywidgets.widgets.widget import _instances
from matplotlib.figure import Figure
import helpers.labs

def kept():
    gc.collect()
    return len(_instances), sum(isinstance(thing, Figure) for thing in gc.get_objects())

def press_key(lab, **values):
    lab.receive({"move": values, "from": "a page"})
"""


class Kernel:
    """A kernel that is told which cell runs, as JupyterLab tells it."""

    def __init__(self):
        self.manager, self.client = start_new_kernel()

    def run(self, cell, code):
        """Run code as a cell of this name and return what it prints."""
        self.client.session.metadata = {"cellId": cell}
        printed = []
        reply = self.client.execute_interactive(
            code, timeout=120, output_hook=lambda message: printed.append(message["content"].get("text", ""))
        )
        assert reply["content"]["status"] == "ok", "\n".join(reply["content"]["traceback"])
        return "".join(printed)

    def ask(self, expression):
        """Return what an expression is there."""
        return eval(self.run("asking", f"print(repr(({expression})))"))


@pytest.fixture(scope="module")
def kernel():
    kernel = Kernel()
    kernel.run("first", BEGIN)
    yield kernel
    kernel.client.stop_channels()
    kernel.manager.shutdown_kernel(now=True)


@pytest.mark.parametrize("name", ["DescentLab", "DrawLab", "TrainLab"])  # the last two add to what all labs do
def test_each_run_takes_the_place_of_the_one_before(kernel, name):
    kernel.run("lab", f"lab = helpers.labs.{name}()\nlab")
    once = kernel.ask("kept()")
    for _ in range(3):
        kernel.run("lab", f"lab = helpers.labs.{name}()\nlab")
    assert kernel.ask("kept()") == once


def test_what_the_same_run_or_another_cell_shows_stays(kernel):
    kernel.run("two", "one, other = helpers.labs.DescentLab(), helpers.labs.DescentLab()\ndisplay(one, other)")
    for _ in range(2):
        kernel.run("again", "one")
    assert kernel.ask("len(one.listeners), len(other.listeners)") == (2, 1)


def test_a_lab_that_stands_nowhere_draws_itself_anew_when_it_is_shown_again(kernel):
    kernel.run("lab", "kept_lab = helpers.labs.DescentLab()\nscene = weakref.ref(kept_lab.drawn_scene)\nkept_lab")
    kernel.run("lab", "")
    kernel.run("lab", "helpers.labs.SignLab()")
    assert kernel.ask("kept(), kept_lab.listeners, scene()")[1:] == ([], None)
    kernel.run("later", "kept_lab.set(steps=4)\nkept_lab")
    kernel.run("move", "press_key(kept_lab, steps=6)")
    assert kernel.ask("kept_lab.caption").startswith("Six steps from w = 0")
