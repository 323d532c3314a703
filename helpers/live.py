r"""The host of a lesson on a page with Python in the browser: it runs cells, and passes messages between page and labs.

The page's worker makes one `Host` and calls it; `send` takes each message for the page, as JSON:

    {"cell": 3, "output": {"kind": "text", "stream": "stdout", "text": "w = 0.6\n"}}
    {"cell": 3, "output": {"kind": "html", "html": "<figure>..."}}
    {"cell": 3, "output": {"kind": "error", "text": "Traceback ..."}}
    {"cell": 3, "output": {"kind": "widget", "number": 7, "code": "lab", "values": {...}}}
    {"number": 7, "message": {...}} or {"number": 7, "changes": {...}}: from a lab or a panel to the page
    {"progress": "..."}: what is noted now; {"file": "progress.html", "text": "..."}: a file for the learner
"""

import ast
import io
import json
import linecache
import traceback
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from functools import partial
from pathlib import Path

from helpers.labs.lab import Lab
from helpers.labs.panel import Panel
from helpers.practice import display_host, progress, progress_report
from helpers.practice.display_host import VIEW

MOST = 100_000  # characters that a cell may print: a page with many more would hang
AT_ONCE = 2_000  # characters that are buffered before they are sent


def code_of(kind: type) -> str:
    """Return the name of the module that holds the browser code of a lab, or of a kind of panel."""
    return Path(kind.scripts[-1]).stem  # type: ignore[attr-defined]


class Printed(io.TextIOBase):
    """A stream whose text goes to the page."""

    def __init__(self, show: Callable, stream: str):
        self._show, self._stream, self._waiting, self._left, self._cut = show, stream, "", MOST, False

    def writable(self):
        return True

    def write(self, text):
        kept = text[: self._left]
        self._left -= len(kept)
        self._waiting += kept
        if len(kept) < len(text) and not self._cut:
            self._cut = True
            self._waiting += f"\n… and more: the first {MOST:,} characters are shown.\n"
        if len(self._waiting) > AT_ONCE:
            self.flush()
        return len(text)

    def flush(self):
        text, self._waiting = self._waiting, ""
        if text:
            self._show({"kind": "text", "stream": self._stream, "text": text})


class Host:
    """One lesson at a time: its names, and what its cells show."""

    def __init__(self, send: Callable[[str], None]):
        self._send_text = send
        self._shown: dict[int, Panel] = {}  # by number
        self._leave: dict[int, list[Callable]] = {}  # by cell: what ends the life of its labs and panels
        self._number = 0  # of the last lab or panel; never used twice, so that no late message meets another
        self._cell, self._streams = 0, (Printed(self._show, "stdout"), Printed(self._show, "stderr"))
        self._noted = ""
        display_host.use(self.display)
        Panel.host = lambda panel: self._bundle(panel)
        progress_report.ProgressReport.place = ", among your browser's downloads"
        self.open()

    def open(self):
        """Begin a lesson: no name is known, and nothing of another lesson lives on."""
        for cell in list(self._leave):
            self._forget(cell)
        self._names = {"__name__": "__main__", "display": self.display}

    def run(self, source: str, cell: int) -> bool:
        """Run a cell, show what it gives, and return whether it came to its end."""
        self._forget(cell)
        self._cell = cell
        out, err = self._streams = Printed(self._show, "stdout"), Printed(self._show, "stderr")
        name = f"cell {cell}"
        linecache.cache[name] = len(source), None, source.splitlines(keepends=True), name  # for tracebacks
        try:
            with redirect_stdout(out), redirect_stderr(err):
                value = self._value(source, name)
                if value is not None:
                    self.display(value)
            return True
        except BaseException as error:  # SystemExit, too
            self._flush()
            self._show({"kind": "error", "text": in_words(error, name)})
            return False
        finally:
            self._flush()
            self._keep_files()

    def receive(self, number: int, message: dict):
        """Give what a page asks for to its lab or panel."""
        if number in self._shown:
            self._shown[number].receive(message)
            self._keep_files()

    def move(self, number: int, texts: dict[str, str]) -> str:
        """Bring a lab into the state that a link asks for; return why it cannot be, or ""."""
        lab = self._shown.get(number)
        if not isinstance(lab, Lab):
            return "There is no lab here."
        numbers = {control.name for control in lab.controls if control.kind == "slider"}
        try:
            lab.set(**{name: _number(text) if name in numbers else text for name, text in texts.items()})
        except (TypeError, ValueError) as error:
            return str(error)
        return ""

    def merge_progress(self, text: str) -> str:
        """Note what another file of progress holds, too; return "" or why nothing was taken over."""
        said = progress.merge(text)
        self._keep_files()
        return said

    def write_progress(self, text: str):
        """Note what the page has kept, as the notebooks' file; "" for nothing."""
        path = progress.notebook_folder() / progress.FILE
        if text:
            path.write_text(text, encoding="utf-8")
        else:
            path.unlink(missing_ok=True)
        self._noted = text

    def display(self, *things, raw: bool = False):
        """Show things as a notebook does. raw: they are MIME bundles."""
        self._flush()
        for thing in things:
            bundle = thing if raw else as_bundle(thing)
            if VIEW in bundle:
                self._show(bundle[VIEW])
            elif "text/html" in bundle:
                self._show({"kind": "html", "html": bundle["text/html"]})
            else:
                self._show({"kind": "text", "stream": "result", "text": f"{bundle['text/plain']}\n"})

    def _value(self, source: str, name: str):
        """Run the source, and return the value of its last expression, unless a semicolon ends it."""
        tree = ast.parse(source, name)
        last = tree.body[-1] if tree.body and not source.rstrip().endswith(";") else None
        if not isinstance(last, ast.Expr):
            return exec(compile(tree, name, "exec"), self._names)
        exec(compile(ast.Module(tree.body[:-1], []), name, "exec"), self._names)
        return eval(compile(ast.Expression(last.value), name, "eval"), self._names)

    def _bundle(self, thing: Panel) -> tuple[dict, dict]:
        """Register a lab or a panel, and return what a page shows it by."""
        self._number += 1
        number = self._number
        leave = thing.listen(partial(self._say, number, "message"), partial(self._say, number, "changes"))
        self._shown[number] = thing
        self._leave.setdefault(self._cell, []).append(lambda: (leave(), self._shown.pop(number)))
        return {VIEW: {"kind": "widget", "number": number, "code": code_of(type(thing)), "values": thing.values()}}, {}

    def _forget(self, cell: int):
        for leave in self._leave.pop(cell, []):
            leave()

    def _keep_files(self):
        """Hand over the files that the lesson has written: the page keeps the progress, and offers the rest."""
        folder = progress.notebook_folder()
        noted = (folder / progress.FILE).read_text(encoding="utf-8") if (folder / progress.FILE).exists() else ""
        if noted != self._noted:
            self._noted = noted
            self._send({"progress": noted})
        if (saved := folder / progress_report.FILE).exists():
            self._send({"file": progress_report.FILE, "text": saved.read_text(encoding="utf-8")})
            saved.unlink()

    def _say(self, number: int, how: str, message: dict):
        self._send({"number": number, how: message})

    def _show(self, output: dict):
        self._send({"cell": self._cell, "output": output})

    def _send(self, message: dict):
        self._send_text(json.dumps(message))

    def _flush(self):
        for stream in self._streams:
            stream.flush()


def as_bundle(thing) -> dict:
    """Return what a notebook has to show a thing by: its MIME bundle, its HTML, or its text."""
    if not isinstance(thing, type):
        if method := getattr(thing, "_repr_mimebundle_", None):
            bundle = method()
            return bundle[0] if isinstance(bundle, tuple) else bundle
        if method := getattr(thing, "_repr_html_", None):
            return {"text/html": method()}
    return {"text/plain": repr(thing)}


def in_words(error: BaseException, name: str) -> str:
    """Return an error as Python prints it, from the cell on: the frames of this host are left out."""
    here = error.__traceback__
    while here is not None and here.tb_frame.f_code.co_filename != name:
        here = here.tb_next
    return "".join(traceback.format_exception(type(error), error, here)).rstrip()


def _number(text: str) -> float | str:
    """Return the text as a number, or unchanged if it is none: the control then refuses it."""
    try:
        return float(text)
    except ValueError:
        return text
