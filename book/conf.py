"""The book: the lessons as a site to read. Sphinx reads this, started in the root of the course by `make book`."""

import sys
from pathlib import Path

from docutils import nodes
from docutils.utils.math.latex2mathml import tex2mathml

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tools"))
import first_use  # noqa: E402
import repository  # noqa: E402

REPOSITORY = repository.here()

project = "How a neural network learns"
language = "en"
extensions = ["myst_nb"]
include_patterns = ["book/*.md", *(f"notebooks/{lesson.stem}.ipynb" for lesson in ROOT.glob("lessons/*.md"))]
exclude_patterns = [".*", "**/.*", "build"]
root_doc = "book/index"

nb_execution_mode = "off"  # what is stored is what nbval has proved
nb_ipywidgets_js = {}  # the stored notebooks hold no widgets, and these come from another host
myst_enable_extensions = ["dollarmath"]
myst_heading_anchors = 3

html_math_renderer = "mathml"
html_theme = "sphinx_book_theme"
html_title = project
MOVED = {"index": root_doc, "notebooks/09-digits": "notebooks/11-digits"}  # old addresses, and a reader of the folder
html_additional_pages = dict.fromkeys(MOVED, "redirect.html")
html_context = {"moved": MOVED}
html_copy_source = False
html_use_index = False
templates_path = ["templates"]
html_static_path = ["static"]
html_css_files = ["book.css"]
html_theme_options = {
    "repository_provider": "github",
    "repository_url": f"https://github.com/{REPOSITORY}",
    "repository_branch": "main",
    "launch_buttons": {"binderhub_url": "https://mybinder.org", "notebook_interface": "jupyterlab"},
    "show_toc_level": 2,
    "use_download_button": False,
    "navbar_persistent": [],
    "footer_content_items": [],
    "icon_links": [
        {"name": "Run the course on Binder", "url": repository.binder(REPOSITORY), "icon": "fa-solid fa-rocket"}
    ],
}


def visit_math(self, node):
    """Write a formula as MathML: every browser draws it and a screen reader says it, with no script to load."""
    self.body.append(tex2mathml(node.astext()))
    raise nodes.SkipNode


def visit_math_block(self, node):
    """Write a formula on lines of its own; one too wide for a phone is moved sideways, and by keyboard, too."""
    self.body.append(f'<div class="formula" tabindex="0">{tex2mathml(node.astext(), as_block=True)}</div>')
    raise nodes.SkipNode


# What a lesson says to somebody who has a notebook, and what its page says: there, cells run by themselves, if at all.
FITTING = {
    " Run this cell to move them.": "",
    " Run this cell to see yours.": "",
    " Run this cell; if the line stays, stop JupyterLab, start it again as the README says (make lab), and run it once "
    "more.": "",
    "Place your bet; then the lab below moves and shows what happens.": "Place your bet, then see what happens.",
    "Run this cell before any other: it brings": "The lesson begins with these lines. They bring",
    "Then the first code cell has not been run since you opened this notebook, or since its kernel started anew. Run "
    "that cell, then this one again.": "In a notebook, the first code cell must run before any other. On this page it "
    "does so by itself.",
    "the first cell has not been run since you opened the notebook, or since its kernel started anew. Run that cell, "
    "then the other one again.": "the first cell must run before it. On this page it does so by itself.",
    "Put your answer in their place and run the cell.": "Put your answer in their place and run it.",
    "The cell makes a small lab; run it to move things.": "The cell makes a small lab.",
    "Run the cell, and bring the cost below": "Bring the cost below",
    "Run the cell and look": "Look",
    "Decide first, then run the cell.": "Decide first, then look at what the cell gives.",
}


def fit(text: str) -> str:
    """Return a notebook with the words that fit a page."""
    for said, fitting in FITTING.items():
        text = text.replace(said, fitting)
    return text


def add_lists(app, docname, source):
    """Fill the pages of the words and of the Python, let the lessons lead to them, and name the repository."""
    folder, _, name = docname.partition("/")
    if name in ("words", "python"):
        source[0] += first_use.page(name)
    elif folder == "notebooks":
        source[0] = first_use.linked(name, fit(source[0]))
    source[0] = source[0].replace("OWNER/REPOSITORY", REPOSITORY)  # in commands to copy


def setup(app):
    """Called by Sphinx."""
    app.connect("source-read", add_lists)
    app.add_html_math_renderer("mathml", (visit_math, None), (visit_math_block, None))
