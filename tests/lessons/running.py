"""A lesson run as a kernel runs it, in this process: cell by cell, in any order, with what each cell shows."""

import re

import course
from IPython.core.displayhook import DisplayHook
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from traitlets.config import Config

from how_a_network_learns_server import VIEW


class ShownLikeTheRest(DisplayHook):
    """Shows the value of a cell's last line as `display` would, where the terminal's hook prints it."""

    def write_output_prompt(self):
        pass

    def write_format_data(self, format_dict, md_dict=None):
        self.shell.display_pub.publish(format_dict, md_dict)


class Running:
    """A lesson in an empty shell that keeps no history on disk. Its code cells have numbers; cell 0 sets up."""

    def __init__(self, name: str):
        InteractiveShell.clear_instance()
        config = Config({"HistoryManager": {"enabled": False}})
        self.shell = InteractiveShell.instance(config=config, displayhook_class=ShownLikeTheRest)
        self.sources = course.code(course.lesson(name).cells)

    def run(self, number: int) -> list:
        """Run a cell and return what it showed, as `stored` does. Raises what the cell raises."""
        with capture_output() as captured:
            result = self.shell.run_cell(self.sources[number], store_history=False)
        result.raise_error()
        return [captured.stdout + captured.stderr, *(_texts(output.data) for output in captured.outputs)]


def stored(name: str) -> list:
    """Return what each code cell of the notebook shows, as stored: the text printed, then each thing displayed."""
    return [_told(cell.outputs) for cell in course.notebook(name).cells if cell.cell_type == "code"]


def _told(outputs) -> list:
    printed = "".join(output.text for output in outputs if output.output_type == "stream")
    return [printed, *(_texts(output.data) for output in outputs if output.output_type != "stream")]


def _texts(data) -> dict:
    """Return a display by kinds, without pixels, which the tests of the pictures compare."""
    hidden = {kind: re.sub(r"base64,[A-Za-z0-9+/=]*", "base64,PIXELS", str(text)) for kind, text in data.items()}
    return {kind: text for kind, text in hidden.items() if kind != VIEW}
