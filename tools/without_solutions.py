"""Write the notebooks without their folded hints and solutions to build/handout, for whoever gives marks.

    make handout

The checks stay, and so do the hints that they give. helpers/ holds the right answers: who looks there finds them.
"""

import re
import shutil
from pathlib import Path

import nbformat

ROOT = Path(__file__).parents[1]
OUT = ROOT / "build" / "handout"
FOLD = re.compile(r"<details><summary>(?:Hint|Solution)[^<]*</summary>.*?</details>\s*", re.S)


def without_solutions(notebook):
    """Return a notebook without folds whose summary begins with Hint or Solution, and without cells of nothing else."""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = FOLD.sub("", cell.source).strip()
    notebook.cells = [cell for cell in notebook.cells if cell.source]
    return notebook


def main():
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    for lesson in sorted(ROOT.glob("lessons/[0-9]*.md")):
        notebook = nbformat.read(ROOT / "notebooks" / f"{lesson.stem}.ipynb", as_version=4)
        nbformat.write(without_solutions(notebook), OUT / f"{lesson.stem}.ipynb")
    print(f"build/{OUT.name} holds the notebooks without hints and solutions.")


if __name__ == "__main__":
    main()
