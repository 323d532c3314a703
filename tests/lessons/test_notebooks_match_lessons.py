"""The stored notebooks hold exactly the text and code of the lessons, cell by cell."""

import course
import pytest
import readme

from how_a_network_learns_server import VIEW


def shape(notebook):
    return [(cell.cell_type, cell.source, course.tags(cell)) for cell in notebook.cells]


def test_each_lesson_has_a_notebook_and_each_notebook_a_lesson():
    notebooks = sorted(path.stem for path in (course.ROOT / "notebooks").glob("*.ipynb"))
    assert notebooks == course.NAMES


@pytest.mark.parametrize("name", course.NAMES)
def test_cells_agree(name):
    text, stored = shape(course.lesson(name)), shape(course.notebook(name))
    for number, (one, other) in enumerate(zip(text, stored)):
        assert one == other, f"cell {number} of {name} differs: run `make lessons`"
    assert len(text) == len(stored), f"{name} has another number of cells: run `make lessons`"
    assert course.lesson(name).metadata["course"] == course.notebook(name).metadata["course"]


@pytest.mark.parametrize("name", course.NAMES)
def test_every_code_cell_was_run_in_order_and_stores_no_widget(name):
    stored = course.notebook(name)
    cells = [cell for cell in stored.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    assert "widgets" not in stored.metadata, "GitHub calls a notebook with metadata.widgets invalid"
    for output in (output for cell in cells for output in cell.outputs):
        assert output.output_type != "error", output
        assert VIEW not in output.get("data", {}), "a reopened notebook would show: model not found"
    assert (course.ROOT / f"notebooks/{name}.ipynb").stat().st_size <= 1_500_000, "too heavy to fetch"


def test_readme_has_a_row_for_each_lesson():
    assert readme.page() == readme.README.read_text(encoding="utf-8"), "say: make lessons"
    assert readme.page().count("](notebooks/") >= len(course.NAMES)
