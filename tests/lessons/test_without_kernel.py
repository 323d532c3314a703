"""What readers meet who run nothing: the stored notebooks, and the pages that nbconvert makes of them."""

import re
from functools import cache

import course
import pytest
from bs4 import BeautifulSoup
from nbconvert import HTMLExporter, ScriptExporter

import helpers.labs

# JupyterLab exports with the first; the second makes the same of every lesson, so one is enough.
EXPORTS = [*((name, "lab") for name in course.NAMES), (course.named("07"), "classic")]
LAB = re.compile(rf"\b({'|'.join(helpers.labs.NAMES)})\(")
CONTROLS = re.compile(r"The controls stand at: .+\. Run this cell to move them\.")
BROKEN = ("VBox(", "model not found", "Error displaying widget", "Loading widget", "No description has been provided")

exporter = cache(lambda template: HTMLExporter(template_name=template))


@cache
def exported(name: str, template: str):
    """Return a notebook as nbconvert's page."""
    html, _ = exporter(template).from_notebook_node(course.notebook(name))
    return BeautifulSoup(html, "html.parser")


def labs(name: str):
    """Return the labs that each code cell makes, with the HTML that the cell stores."""
    for cell in course.notebook(name).cells:
        if cell.cell_type == "code":
            html = "".join(output.get("data", {}).get("text/html", "") for output in cell.outputs)
            yield LAB.findall(cell.source), BeautifulSoup(html, "html.parser")


def told(soup) -> list:
    """Return what stands on a page in place of the controls, and each picture's alt text and caption."""
    words = [*soup.find_all(string=CONTROLS)]
    return words + [(figure.img["alt"], list(figure.figcaption.strings)[-1]) for figure in soup.find_all("figure")]


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
    assert {lab for name in course.NAMES for made, _ in labs(name) for lab in made} == set(helpers.labs.NAMES)


@pytest.mark.parametrize(("name", "template"), EXPORTS)
def test_an_exported_page_keeps_every_picture_and_its_words(name, template):
    page = exported(name, template)
    stored = [thing for _, output in labs(name) for thing in told(output)]
    assert sorted(map(str, told(page))) == sorted(map(str, stored)) != []
    assert [image["src"][:80] for image in page.find_all("img") if not image.get("alt")] == []
    assert [word for word in BROKEN if word in str(page)] == []


@pytest.mark.parametrize(("name", "template"), EXPORTS)
def test_an_exported_page_names_its_language_and_lesson_and_has_one_main_part(name, template):
    page, about = exported(name, template), course.notebook(name).metadata["course"]
    assert page.html["lang"] == "en"
    assert page.title.get_text() == f"{about['number']} · {about['title']}"
    (main,), (heading,) = page.find_all("main"), page.find_all("h1")
    assert heading in main.find_all("h1") and heading.get_text().startswith(page.title.get_text())
    assert len(main.find_all("figure")) == len(page.find_all("figure")), "what is not in it, a reader may skip"


@pytest.mark.parametrize("name", course.NAMES)
def test_a_notebook_turned_into_a_script_is_python_and_keeps_its_prose(name):
    script, resources = ScriptExporter().from_notebook_node(course.notebook(name))
    assert resources["output_extension"] == ".py"
    compile(script, name, "exec")
    text = "\n".join(cell.source for cell in course.notebook(name).cells if cell.cell_type == "markdown")
    prose, lines = text.split("\n"), set(map(str.rstrip, script.split("\n")))
    assert len(prose) > 100 and [line for line in prose if f"# {line}".rstrip() not in lines] == []


@pytest.mark.parametrize("name", course.NAMES)
def test_no_notebook_is_too_heavy_to_fetch(name):
    assert (course.ROOT / "notebooks" / f"{name}.ipynb").stat().st_size <= 1_500_000
