"""Build notebooks/ from lessons/: read the text, run it, store it with its outputs.

    python tools/build_lessons.py [lesson ...]        for example: 03-rolling-down

Always runs every cell anew: an output that was made by other code than stands above it would be a lie.
"""

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import jupytext
import nbformat
from jupytext.combine import combine_inputs_with_outputs
from nbclient import NotebookClient

from how_a_network_learns_server import VIEW

ROOT = Path(__file__).parents[1]
LESSONS, NOTEBOOKS = ROOT / "lessons", ROOT / "notebooks"
KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}


def build(lesson: Path) -> Path:
    """Run one lesson and write its notebook; return the notebook's path."""
    path = NOTEBOOKS / f"{lesson.stem}.ipynb"
    notebook = jupytext.read(lesson)
    if path.exists():  # cells that are still there keep their ids, so that a change reads as a change
        old = nbformat.read(path, as_version=4)
        notebook = combine_inputs_with_outputs(notebook, old, fmt={"extension": ".md", "format_name": "myst"})
    client = NotebookClient(
        notebook,
        kernel_name="python3",
        timeout=60,
        record_timing=False,
        coalesce_streams=True,  # a busy computer would cut what a cell prints into pieces
        store_widget_state=False,  # GitHub calls a notebook with metadata.widgets invalid
        resources={"metadata": {"path": str(NOTEBOOKS)}},
    )
    client.execute()
    about = notebook.metadata["course"]
    title = f"{about['number']} · {about['title']}"  # what a browser's tab shows of an exported page
    notebook.metadata = {"course": about, "kernelspec": KERNEL, "title": title}
    for number, cell in enumerate(c for c in notebook.cells if c.cell_type == "code"):
        cell.execution_count = number + 1
        cell.outputs = [stored(output) for output in cell.outputs]
    nbformat.write(notebook, path)
    return path


def stored(output):
    """Return an output as it is kept: without the reference to a widget whose kernel is gone.

    With it, JupyterLab would show "Error displaying widget: model not found" in place of the text beside it.
    """
    output.get("data", {}).pop(VIEW, None)
    if "execution_count" in output:
        output.execution_count = None
    return output


def main(names):
    lessons = [LESSONS / f"{name}.md" for name in names] or sorted(LESSONS.glob("*.md"))
    NOTEBOOKS.mkdir(exist_ok=True)
    with ThreadPoolExecutor(2) as pool:
        for path in pool.map(build, lessons):
            print(f"built {path.relative_to(ROOT)} ({path.stat().st_size / 1000:.0f} kB)")


if __name__ == "__main__":
    main(sys.argv[1:])
