"""Make the book alive: put Python for browsers beside its pages, and let every page start it.

    python tools/build_live.py build/book

Run by `make book` after Sphinx. Without npm it leaves the book as it is, still and whole, and says so. What Python
needs is repacked once for a version of the course: byte-compiled, without tests, headers and fonts that nothing draws.
"""

import json
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from pyodide_parts import PARTS, ROOT, closure, core, fetched

SOURCE = ROOT / "live"
WANTED = ("numpy", "matplotlib", "pillow", "packaging")
NOT_NEEDED = {"fonttools", "pytz", "matplotlib-pyodide"}  # matplotlib asks for them; nothing here imports them
CORE = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "pyodide-lock.json")
LEFT_OUT = re.compile(
    r"/tests?/|/testing/(?!__init__)|\.(pyi|pxd|pyx|h|c|cpp|a|in|md|txt|typed)$|\.dist-info/|^pylab|^mpl_toolkits|numpy/(f2py|distutils|typing)/"
    r"|mpl-data/(sample_data|images|stylelib|plot_directive|fonts/(afm|pdfcorefonts))|backends/(web_backend|qt_editor)"
    r"|mpl-data/fonts/ttf/(?!DejaVuSans(-Bold)?\.ttf)"
    r"|/matplotlib/sphinxext"
)
STDLIB_LEFT_OUT = re.compile(
    r"^(pydoc_data|lib2to3|idlelib|ensurepip|tkinter|turtledemo|unittest/test|test|sqlite3|distutils)/"
)


def main(book: Path):
    if not shutil.which("npm"):
        print("npm is not installed: the pages stand still. With Node.js, the same command makes them live.")
        return
    target = book / "_static/live"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    python(target)
    browser_code(target)
    megabytes = sum(path.stat().st_size for path in target.iterdir()) / 1e6
    for page in book.rglob("*.html"):
        if page.parent.name in ("notebooks", "book"):
            enliven(page, round(megabytes))
    print(
        f"Its pages are live, by {megabytes:.1f} MB in _static/live. A page needs a web server for that: make book-open"
    )


def python(target: Path):
    """Put Python into the folder: Pyodide's core, its standard library, and one archive of the packages and the course."""
    pyodide, packages, library = (PARTS / name for name in ("pyodide", "packages", "library"))
    for folder in (pyodide, packages, library):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    lock = core(pyodide)["packages"]
    for name in sorted(closure(lock, WANTED, without=NOT_NEEDED)):
        unpack(fetched(lock[name]), packages, LEFT_OUT)
    shutil.copytree(ROOT / "helpers", packages / "helpers", ignore=shutil.ignore_patterns("__pycache__", "*.js"))
    unpack(pyodide / "python_stdlib.zip", library, STDLIB_LEFT_OUT)
    subprocess.run(["node", ROOT / "tools/compile_for_browser.mjs", pyodide, packages, library], check=True)
    for name in CORE:
        shutil.copy(pyodide / name, target)
    with zipfile.ZipFile(target / "python_stdlib.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(library.rglob("*")):
            packed.write(path, path.relative_to(library))
    notebooks(packages / "notebooks")
    with tarfile.open(target / "packages.tar.gz", "w:gz", format=tarfile.USTAR_FORMAT) as packed:
        packed.add(packages, "", filter=anonymous)


def unpack(archive: Path, folder: Path, left_out: re.Pattern):
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(folder, [name for name in packed.namelist() if not left_out.search(name)])


def anonymous(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Return an archive's member without what differs from one build to the next."""
    member.mtime = member.uid = member.gid = 0
    member.uname = member.gname = ""
    return member


def notebooks(folder: Path):
    """Write the notebooks without their outputs: the learner's page and the doctor read what they are about."""
    folder.mkdir()
    for path in sorted((ROOT / "notebooks").glob("[0-9]*.ipynb")):
        notebook = json.loads(path.read_text(encoding="utf-8"))
        for cell in notebook["cells"]:
            cell.pop("outputs", None)
        (folder / path.name).write_text(json.dumps(notebook), encoding="utf-8")


def browser_code(target: Path):
    """Write the page's own code, and that of labs and panels, each kind as a module."""
    from helpers import practice  # noqa: F401  so that every panel is known
    from helpers.labs.lab import Lab
    from helpers.labs.panel import Panel
    from helpers.labs.widget import script, text_of
    from helpers.live import code_of

    for path in SOURCE.iterdir():
        shutil.copy(path, target)
    kinds = [Lab, *subclasses(Panel)]
    for kind in kinds:
        (target / f"{code_of(kind)}.js").write_text(script(*kind.scripts), encoding="utf-8")
    styles = dict.fromkeys(name for kind in kinds for name in kind.styles)
    (target / "widgets.css").write_text("".join(map(text_of, styles)), encoding="utf-8")


def subclasses(kind: type) -> list[type]:
    return [found for one in kind.__subclasses__() for found in (one, *subclasses(one))]


def enliven(page: Path, megabytes: int):
    """Put the line that says how Python is, and the script, into a page."""
    text, live = page.read_text(encoding="utf-8"), "../_static/live"
    head = f'<link rel="stylesheet" href="{live}/widgets.css"><link rel="stylesheet" href="{live}/live.css">'
    line = f'<div id="live-line" class="d-print-none" role="status" data-megabytes="{megabytes}">{STILL}</div>'
    text = text.replace("</head>", f'{head}<script type="module" src="{live}/book.js"></script></head>', 1)
    before, heading, after = text.rpartition("</h1>") if text.count("</h1>") < 2 else split_after(text, "</h1>", 2)
    page.write_text(before + heading + line + after, encoding="utf-8")


def split_after(text: str, mark: str, number: int) -> tuple[str, str, str]:
    """Split a text at the mark with this number, as partition does."""
    parts = text.split(mark)
    return mark.join(parts[:number]), mark, mark.join(parts[number:])


STILL = "The pictures on this page stand still. Where a web server sends the page and scripts may run, they move."


if __name__ == "__main__":
    main(Path(sys.argv[1]))
