"""Notebooks that hold all there is in the course, and what axe finds in them."""

import json
from itertools import groupby
from pathlib import Path

import nbformat
from axe_playwright_python.base import AXE_SCRIPT
from lab_in_browser import axe
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

import helpers.labs
from helpers.practice.sheet import lessons, sheet
from helpers.practice.verdicts import SYMBOLS

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}}
SETTINGS = {"notebook-extension/tracker": {"windowingMode": "none"}}  # all cells are drawn, not only those in sight
START = """from helpers import labs
from helpers.practice import doctor, progress_page, sheet
from helpers.practice.doctor import Trouble
from helpers.practice.verdicts import Verdict"""
SIDE_BY_SIDE = "one, other = labs.SecantLab(), labs.SecantLab(w=5.0)\ndisplay(one, other)"
BUSY = """for number in range(10):
    one.set(w=number / 5)
    labs.SecantLab(h=0.5, w=number / 5)"""
AGREE = """import json
for lab in (one, other):
    fresh, shown = type(lab)(**lab.state).message(), lab.message()
    print(json.dumps([{**shown, "number": 0} == fresh, lab.state, shown["alt"]]))"""


def write_settings(folder: Path):
    """Write JupyterLab's settings into a folder."""
    for name, values in SETTINGS.items():
        path = folder / "@jupyterlab" / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(values))


def write_everything(path: Path):
    """Write a notebook that makes every lab, bet, quiz and verdict, the doctor's line and the learner's page."""
    lines = [START, *(f"{name} = labs.{name}()\n{name}" for name in helpers.labs.NAMES), SIDE_BY_SIDE, BUSY, AGREE]
    for number in lessons():
        for lab, bets in groupby(sheet(number).bets, key=lab_of):
            lines.append(f"sheet({number!r}).bet(*{[bet.name for bet in bets]}, on={lab})")
        lines.append(f"sheet({number!r}).quiz()")
    verdicts = ", ".join(f"Verdict({kind!r}, 'what to do next', 'what it printed')" for kind in SYMBOLS)
    lines += [f"display({verdicts}, Trouble('what to mend'), doctor())", "progress_page()"]
    cells = [new_markdown_cell("# Everything"), *map(new_code_cell, lines)]
    nbformat.write(new_notebook(cells=cells, metadata=KERNEL), path)


def lab_of(bet) -> str:
    """Return the name of a lab that a bet can move."""
    for name in helpers.labs.NAMES:
        controls = {control.name: control for control in getattr(helpers.labs, name).controls}
        try:
            [controls[key].coerce(value) for key, value in bet.state.items()]
        except (KeyError, TypeError, ValueError):
            continue
        return name
    raise LookupError(f"no lab for the bet {bet.name!r}")


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
    """Return what axe finds in the lessons' own content. What stands out from what, `pale_texts` says."""
    rules = {"color-contrast": {"enabled": False}, "target-size": {"enabled": True}}
    return axe(page, {"include": [[".jp-OutputArea-output"], [".jp-MarkdownOutput"]]}, rules=rules)


def pale_texts(page) -> tuple:
    """Return how many texts there are, and those that stand out from what is behind them by less than 4.5 to 1.

    axe's own rule leaves out what is scrolled away: it takes JupyterLab's body, which has no height, for what clips.
    Code has the colours of JupyterLab.
    """
    page.evaluate(AXE_SCRIPT)
    return page.evaluate(
        """() => {
            const {Color, flattenColors, getContrast} = axe.commons.color;
            const colour = (text) => { const made = new Color(); made.parseString(text); return made; };
            const behind = (node) => {
                const own = colour(getComputedStyle(node).backgroundColor);
                return own.alpha === 1 || !node.parentElement ? own : flattenColors(own, behind(node.parentElement));
            };
            const texts = [];
            for (const part of document.querySelectorAll('.jp-OutputArea-output, .jp-MarkdownOutput')) {
                const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
                while (walker.nextNode()) {
                    const node = walker.currentNode.parentElement;
                    const there = walker.currentNode.data.trim() && node.getClientRects().length;
                    if (!there || node.closest('pre')) continue;
                    const ground = behind(node);
                    const contrast = getContrast(ground, flattenColors(colour(getComputedStyle(node).color), ground));
                    texts.push([contrast, walker.currentNode.data.slice(0, 60)]);
                }
            }
            return [texts.length, texts.filter(([contrast]) => contrast < 4.5)];
        }"""
    )
