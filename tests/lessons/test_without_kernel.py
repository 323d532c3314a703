"""What readers meet who run nothing: the stored notebooks, and the pages that nbconvert makes of them."""

import re
from functools import cache

import course
import pytest
from bs4 import BeautifulSoup
from nbconvert import HTMLExporter

import helpers.labs

LAB = re.compile(rf"\b({'|'.join(helpers.labs.NAMES)})\(")
CONTROLS = re.compile(r"The controls stand at: .+\. Run this cell to move them\.")
BROKEN = ("VBox(", "model not found", "Error displaying widget", "Loading widget", "No description has been provided")

exporter = cache(HTMLExporter)


def labs(name: str):
    """Return the labs that each code cell makes, with the HTML that the cell stores."""
    for cell in course.notebook(name).cells:
        if cell.cell_type == "code":
            html = "".join(output.get("data", {}).get("text/html", "") for output in cell.outputs)
            yield LAB.findall(cell.source), BeautifulSoup(html, "html.parser")


@pytest.mark.parametrize("name", course.NAMES)
def test_each_lab_stores_its_picture_and_how_to_move_it(name):
    for made, output in labs(name):
        words = output.find_all(string=CONTROLS)
        assert len(words) == len(made), f"{made}: what stands in place of the controls?"
        for text in words:
            figure = text.find_previous("figure")
            assert figure.img["src"].startswith("data:image/png;base64,iVBORw0KGgo")
            assert len(figure.img["alt"]) >= 40 and figure.img["alt"].endswith(list(figure.figcaption.strings)[-1])


def test_every_lab_of_the_course_stands_in_some_notebook():
    shown = {lab for name in course.NAMES for made, _ in labs(name) for lab in made}
    assert set(helpers.labs.NAMES) - shown == set(), "show each of these labs in a lesson"


@pytest.mark.parametrize("name", course.NAMES)
def test_an_exported_page_keeps_every_picture(name):
    html, _ = exporter().from_notebook_node(course.notebook(name))
    page, about = BeautifulSoup(html, "html.parser"), course.notebook(name).metadata["course"]
    stored = [figure for _, output in labs(name) for figure in output.find_all("figure")]
    assert list(map(str, page.find_all("figure"))) == list(map(str, stored)) != []
    assert [word for word in BROKEN if word in html] == []
    assert page.title.get_text() == f"{about['number']} · {about['title']}"
