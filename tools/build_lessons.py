"""Build notebooks/ from lessons/: read the text, run it, store it with its outputs.

    python tools/build_lessons.py [lesson ...]        for example: 03

Always runs every cell anew: an output that was made by other code than stands above it would be a lie. A number with
its expression is held against what the notebook's kernel gives for it after the cells above; one that was left out is
filled in.
"""

import inspect
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import expression_values
import jupytext
import lesson_text
import nbformat
from jupytext.combine import combine_inputs_with_outputs
from nbclient import NotebookClient

from how_a_network_learns_server import VIEW

ROOT = Path(__file__).parents[1]
LESSONS, NOTEBOOKS = ROOT / "lessons", ROOT / "notebooks"
FORMAT = {"extension": ".md", "format_name": "myst"}
FRONT_MATTER = ("number", "title", "question", "objectives")
KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
NAMES = "_names_of_the_text"  # one name more in the kernel; every expression is evaluated in a copy of the others


def build(lesson: Path) -> Path:
    """Run one lesson and write its notebook; return the notebook's path.

    Raises ValueError with a line for each number that is wrong or has no expression.
    """
    path, text = NOTEBOOKS / f"{lesson.stem}.ipynb", lesson.read_text(encoding="utf-8")
    notebook = without_expressions(text)
    about = notebook.metadata["course"]
    if path.exists():  # cells that are still there keep their ids, so that a change reads as a change
        notebook = combine_inputs_with_outputs(notebook, nbformat.read(path, as_version=4), fmt=FORMAT)
    values = run(notebook, lesson_text.own_names(text), lesson_text.inlines(text))
    text = lesson_text.filled_in(text, values)
    wrong = [lesson_text.wrong_number(*pair) for pair in zip(lesson_text.inlines(text), values)]
    wrong = [*filter(None, wrong), *lesson_text.without_expression(text)]
    if wrong:
        raise ValueError("\n".join(wrong))
    if text != lesson.read_text(encoding="utf-8"):
        lesson.write_text(text, encoding="utf-8")
        for cell, filled in zip(notebook.cells, without_expressions(text).cells):
            cell.source = filled.source
    title = f"{about['number']} · {about['title']}"  # what a browser's tab shows of an exported page
    language = notebook.metadata["language_info"]  # without it, nbconvert cannot write a script
    notebook.metadata = {"course": about, "kernelspec": KERNEL, "language_info": language, "title": title}
    for number, cell in enumerate(c for c in notebook.cells if c.cell_type == "code"):
        cell.execution_count = number + 1
        cell.outputs = [stored(output) for output in cell.outputs]
    nbformat.write(notebook, path)
    return path


def without_expressions(text: str):
    """Return a lesson's text as a notebook that has not run yet, as its readers see it."""
    notebook = jupytext.reads(lesson_text.printed(text), fmt=FORMAT)
    about = notebook.metadata.get("course", {})
    if missing := [key for key in FRONT_MATTER if key not in about]:
        raise ValueError(f"its front matter: under course: there must also be {', '.join(missing)}")
    for name in ("title", "question"):
        about[name] = lesson_text.typeset(about[name])
    about["objectives"] = {number: lesson_text.typeset(goal) for number, goal in about["objectives"].items()}
    return notebook


def run(notebook, own_names: str, inlines: list) -> list[float]:
    """Run a notebook, and return the values of the expressions in its text."""
    values, cells_done = [], 0

    async def ask(where, expression, code=""):
        """Run code in the kernel without a trace in the notebook, and return the value of an expression as text."""
        what = {"silent": True, "store_history": False, "user_expressions": {"value": expression}}
        reply = await client.async_wait_for_reply(client.kc.execute(code, **what))
        value = reply["content"]["user_expressions"]["value"]
        if value["status"] == "error":
            raise ValueError(f"{where} fails with {value['ename']}: {value['evalue']}")
        return value["data"]["text/plain"]

    async def evaluate(execute_reply, **_):
        """Evaluate the expressions between the cell that has just run and the next."""
        nonlocal cells_done
        cells_done += 1
        if execute_reply["content"]["status"] != "ok":
            return
        if cells_done == 1:
            code = f"exec({inspect.getsource(expression_values)!r}, {NAMES} := {{}})"
            prepare = f"{NAMES}.update(names={NAMES}['Names']({own_names!r}, globals()))"
            await ask("numbers: in the front matter", prepare, code)
        for one in inlines:
            if one.cell == cells_done:
                call = f"{NAMES}['names'].value({one.expression!r}, globals())"
                values.append(float(await ask(f"line {one.line}: {{{one.expression}}}", call)))

    client = NotebookClient(
        notebook,
        kernel_name="python3",
        timeout=60,
        record_timing=False,
        coalesce_streams=True,  # a busy computer would cut what a cell prints into pieces
        store_widget_state=False,  # GitHub calls a notebook with metadata.widgets invalid
        resources={"metadata": {"path": str(NOTEBOOKS)}},
        extra_arguments=["--IPKernelApp.log_level=CRITICAL"],  # a kernel without encryption warns each time
        on_cell_executed=evaluate,
    )
    client.execute()
    return values


def stored(output):
    """Return an output as it is kept: without the reference to a widget whose kernel is gone.

    With it, JupyterLab would show "Error displaying widget: model not found" in place of the text beside it.
    """
    output.get("data", {}).pop(VIEW, None)
    if "execution_count" in output:
        output.execution_count = None
    return output


def attempt(lesson: Path) -> str:
    """Build one lesson, and return what is wrong with its numbers, or nothing."""
    try:
        path = build(lesson)
    except ValueError as error:
        return "\n".join(f"lessons/{lesson.name}, {fault}" for fault in str(error).splitlines())
    print(f"built notebooks/{path.name} ({path.stat().st_size / 1000:.0f} kB)")
    return ""


def main(numbers):
    """Build the lessons with these numbers, such as 03, or all of them."""
    lessons = sorted(LESSONS.glob("[0-9]*.md"))
    numbered = {lesson.stem.partition("-")[0]: lesson for lesson in lessons}
    unknown = [number for number in numbers if number not in numbered]
    if unknown:
        sys.exit(f"no lesson has the number {', '.join(unknown)}; there are {', '.join(numbered)}")
    NOTEBOOKS.mkdir(exist_ok=True)
    with ThreadPoolExecutor(2) as pool:
        wrong = list(filter(None, pool.map(attempt, [numbered[number] for number in numbers] or lessons)))
    if wrong:
        sys.exit("\n".join(wrong))


if __name__ == "__main__":
    main(sys.argv[1:])
