"""For everyone: axe, names, keys and sizes of all controls, in a real JupyterLab, in both of its themes."""

import os

import pytest
from everything import axe_findings, write_everything, write_settings, write_stored
from jupyterlab import CHROMIUM, browser, open_notebook, run_all, server, switch_theme

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Return two pages: all that is alive, and all lessons as they are stored."""
    if CHROMIUM is None:
        if os.environ.get("COURSE_REQUIRE_BROWSER"):
            pytest.fail("no Chromium on the PATH, and COURSE_REQUIRE_BROWSER is set")
        pytest.skip("no Chromium on the PATH: the browser test did not run")
    folder = tmp_path_factory.mktemp("everything")
    write_settings(folder / "settings")
    write_everything(folder / "everything.ipynb")
    write_stored(folder / "stored.ipynb")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JUPYTERLAB_SETTINGS_DIR", str(folder / "settings"))
        with server(folder, folder / "jupyterlab.log") as (address, token), browser() as chromium:
            pages = {}
            for name in ("stored", "everything"):
                pages[name] = chromium.new_page(viewport={"width": 1300, "height": 1000})
                open_notebook(pages[name], address, token, f"{name}.ipynb")
            run_all(pages["everything"])
            answer_everything(pages["everything"])
            yield pages


def answer_everything(page):
    """Choose the first answer of every question, so that the replies stand there."""
    groups = page.locator(".questions fieldset")
    for group in groups.all():
        group.get_by_role("radio").first.check()
    page.wait_for_function(
        "() => [...document.querySelectorAll('.question-reply')].every((reply) => reply.textContent.length > 1)",
        timeout=60_000,
    )


@pytest.mark.parametrize("theme", ["Dark", "Light"])
@pytest.mark.parametrize("name", ["everything", "stored"])
def test_axe_finds_nothing(pages, name, theme):
    switch_theme(pages[name], theme)
    found = axe_findings(pages[name])
    assert found["violations"] == []
    assert [one for one in found["incomplete"] if one["impact"] in ("serious", "critical")] == []
    assert {"color-contrast", "image-alt", "label"} <= set(found["passes"])
