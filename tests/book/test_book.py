"""The book, built as `make book` builds it, and read in a real browser on a phone."""

import json
import os
import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import repository
from bs4 import BeautifulSoup
from lab_in_browser import axe, requests_elsewhere, serving

ROOT = Path(__file__).parents[2]
LESSONS = sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb"))
OWN_PAGES = sorted(path.stem for path in (ROOT / "book").glob("*.md"))
PAGES = [f"notebooks/{name}" for name in LESSONS] + [f"book/{name}" for name in OWN_PAGES]
BINDER = repository.binder(repository.here())


@cache
def page(site, name):
    """Return a page of the site as a tree."""
    return BeautifulSoup((site / f"{name}.html").read_text(encoding="utf-8"), "html.parser")


@cache
def anchors(site, path):
    """Return the names that links to a page may end in."""
    return {element["id"] for element in page(site, path.relative_to(site).with_suffix("").as_posix()).select("[id]")}


def test_pages_follow_one_another(site):
    follower = {}
    for name in PAGES:
        link = page(site, name).select_one("a.right-next")
        if link:
            follower[name] = os.path.normpath(f"{name}/../{urlsplit(link['href']).path}").removesuffix(".html")
    walk = ["book/index"]
    while walk[-1] in follower:
        walk.append(follower[walk[-1]])
        assert page(site, walk[-1]).select_one("a.left-prev"), walk[-1]
    assert walk[: len(LESSONS) + 1] == ["book/index", *PAGES[: len(LESSONS)]]
    assert sorted(walk) == sorted(PAGES)


@pytest.mark.parametrize("name", [*PAGES, "search", "index", "notebooks/09-digits"])
def test_links_lead_somewhere(site, name):
    here, lost = site / f"{name}.html", []
    for element in page(site, name).select("[href], [src]"):
        link = urlsplit(element.get("href") or element["src"])
        there = Path(os.path.normpath(here.parent / unquote(link.path))) if link.path else here
        if link.scheme or link.netloc:
            continue
        if not there.is_file() or link.fragment and unquote(link.fragment) not in anchors(site, there):
            lost.append(link.geturl())
    assert lost == []


def test_old_address_of_the_digits_leads_on(site):
    (meta,) = page(site, "notebooks/09-digits").select("meta[http-equiv=refresh]")
    assert meta["content"] == "0; url=11-digits.html"


def test_what_a_lesson_explains_leads_to_the_lists_and_back(site):
    for kind, least in (("words", 50), ("python", 60)):
        listed = {span["id"] for span in page(site, f"book/{kind}").select(f"td span[id^={kind}-]")}
        found = [link["href"] for name in PAGES for link in page(site, name).select(f"a[href*='{kind}.html#']")]
        assert sorted(found) == sorted(f"../book/{kind}.html#{anchor}" for anchor in listed)
        assert len(listed) == len(page(site, f"book/{kind}").select("td a[href*='notebooks/']")) > least


@pytest.mark.parametrize("name", PAGES)
def test_every_page_leads_to_binder(site, name):
    links = [link["href"] for link in page(site, name).select("a[href*=mybinder]")]
    assert BINDER in links
    if name.startswith("notebooks/"):
        assert BINDER.replace(f"notebooks/{LESSONS[0]}", name) in links


@pytest.mark.parametrize("name", PAGES[: len(LESSONS)])
def test_nothing_of_a_lesson_is_lost(site, name):
    """Pictures with their alt text, folds, formulas, and the code of each cell."""
    cells = json.loads((ROOT / f"{name}.ipynb").read_text(encoding="utf-8"))["cells"]
    shown = page(site, name).article
    outputs = [output.get("data", {}).get("text/html", "") for cell in cells for output in cell.get("outputs", [])]
    outputs = "".join("".join(html) for html in outputs)
    prose = "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    alts = [image["alt"] for image in BeautifulSoup(outputs, "html.parser").find_all("img")]
    assert [image.get("alt") for image in shown.find_all("img")] == alts != []

    folds = shown.find_all("details")
    assert len(folds) == (prose + outputs).count("<details") > 0
    assert not any(fold.has_attr("open") for fold in folds)

    sources = [display + inline for display, inline in re.findall(r"\$\$(.+?)\$\$|\$([^$\n]+)\$", prose, re.DOTALL)]
    drawn = shown.find_all("math")
    assert len(drawn) == len(sources) and not shown.find_all("merror")
    assert not any(str(math.next_sibling).startswith(source) for math, source in zip(drawn, sources))
    assert not [text for text in shown.find_all(string=re.compile(r"\$")) if not text.find_parent(["code", "pre"])]

    code = [cell.get_text().strip() for cell in shown.select(".cell_input pre")]
    assert code == ["".join(cell["source"]).strip() for cell in cells if cell["cell_type"] == "code"]


@pytest.fixture(scope="module")
def reader(chromium, site):
    """A page on a phone in dark mode, which knows what it asked for and what went wrong."""
    with serving(site) as address:
        settings = {"viewport": {"width": 390, "height": 900}, "color_scheme": "dark", "base_url": address}
        reader = chromium.new_context(**settings).new_page()
        reader.set_default_timeout(90_000)
        reader.elsewhere, reader.wrong = requests_elsewhere(reader, address), []
        reader.on("response", lambda got: reader.wrong.append(got.url) if got.status >= 400 else None)
        reader.route("**/favicon.ico", lambda route: route.fulfill(status=204))  # browsers ask for one in any case
        reader.on("pageerror", lambda error: reader.wrong.append(str(error)))
        yield reader


@pytest.mark.browser
@pytest.mark.parametrize("name", [*PAGES, "search"])
def test_page_is_whole_by_itself_and_no_wider_than_the_screen(reader, name):
    reader.elsewhere.clear()
    reader.wrong.clear()
    reader.goto(f"/{name}.html")
    assert reader.evaluate("document.documentElement.scrollWidth") == reader.viewport_size["width"]
    assert reader.elsewhere == reader.wrong == []


# axe takes seconds a page, and what is in the lessons it sees in tests/browser: here, one page of each kind.
@pytest.mark.browser
@pytest.mark.parametrize("name", [PAGES[0], "book/class", "book/teachers", "book/words", "search"])
def test_axe_finds_nothing_grave(reader, name):
    reader.goto(f"/{name}.html")
    found = axe(reader)
    assert len(found["passes"]) > 20 and found["grave"] == []


@pytest.mark.browser
def test_search_finds_a_lesson(reader):
    reader.goto("/search.html?q=saturated")
    reader.locator("#search-results li a[href*='07-identity-network']").first.wait_for(timeout=60_000)
    assert reader.elsewhere == []


@pytest.mark.browser
def test_folder_opened_from_a_stick_shows_the_title_page(chromium, site):
    reader = chromium.new_page()
    reader.goto((site / "index.html").as_uri())
    reader.wait_for_url("**/book/index.html")
    reader.get_by_role("heading", name="How a neural network learns", level=1).wait_for(timeout=60_000)
    reader.close()
