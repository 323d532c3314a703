"""Notebooks that hold all there is in the course, and what axe finds in them."""

import json
from pathlib import Path

import nbformat
from axe_playwright_python.base import AXE_SCRIPT
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

import helpers.labs
from helpers.practice.sheet import lessons, sheet
from helpers.practice.verdicts import SIGNS

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}}
SETTINGS = {"notebook-extension/tracker": {"windowingMode": "none"}}  # all cells are drawn, not only those in sight
START = """from helpers import labs
from helpers.practice import doctor, progress_page, sheet
from helpers.practice.doctor import Trouble
from helpers.practice.verdicts import Verdict"""


def write_settings(folder: Path):
    """Write JupyterLab's settings into a folder."""
    for name, values in SETTINGS.items():
        path = folder / "@jupyterlab" / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(values))


def write_everything(path: Path):
    """Write a notebook that makes every lab, bet, quiz and verdict, the doctor's line and the learner's page."""
    lines = [START, *(f"labs.{name}()" for name in helpers.labs.__all__)]
    for number in lessons():
        bets = [bet.name for bet in sheet(number).bets]
        lines.append(f"display(sheet({number!r}).bet(*{bets}, on=labs.DescentLab()), sheet({number!r}).quiz())")
    verdicts = ", ".join(f"Verdict({kind!r}, 'what to do next', 'what it printed')" for kind in SIGNS)
    lines += [f"display({verdicts}, Trouble('what to mend'), doctor())", "progress_page()"]
    cells = [new_markdown_cell("# Everything"), *map(new_code_cell, lines)]
    nbformat.write(new_notebook(cells=cells, metadata=KERNEL), path)


def write_stored(path: Path):
    """Write what all lessons say and are stored with into one notebook, two cells for each: few cells open fast."""
    cells = []
    for lesson in sorted(NOTEBOOKS.glob("*.ipynb")):
        of = nbformat.read(lesson, 4).cells
        cells.append(new_markdown_cell("\n\n".join(cell.source for cell in of if cell.cell_type == "markdown")))
        outputs = [output for cell in of for output in cell.get("outputs", [])]
        cells += [new_code_cell(outputs=outputs[at : at + 40]) for at in range(0, len(outputs), 40)]
    nbformat.write(new_notebook(cells=cells, metadata=KERNEL), path)


def axe_findings(page) -> dict:
    """Return what axe finds in the lessons' own content: violations, what it could not decide, and rules that pass."""
    page.evaluate(AXE_SCRIPT)
    return page.evaluate(
        """async () => {
            const found = await axe.run({include: [['.jp-OutputArea-output'], ['.jp-MarkdownOutput']]});
            const told = (rules) => rules.flatMap(({id, impact, nodes}) => nodes.map((node) => ({id, impact,
                html: node.html.slice(0, 200), why: [...node.any, ...node.all, ...node.none].map((c) => c.message)})));
            const {violations, incomplete, passes} = found;
            return {violations: told(violations), incomplete: told(incomplete), passes: passes.map(({id}) => id)};
        }"""
    )
