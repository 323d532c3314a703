"""Make the book alive: put a Python for browsers beside its pages, and let every lesson's page start it.

    python tools/build_live.py build/book

Run by `make book` after Sphinx. Without npm it leaves the book as it is, still and whole, and says so. Python and its
packages are repacked once: byte-compiled, without tests, headers, and fonts that nothing draws.
"""

import gzip
import json
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from pyodide_parts import PARTS, ROOT, closure, core, fetched, hashed

SOURCE = ROOT / "live"
RECIPE = ("build_live.py", "compile_for_browser.mjs", "pyodide_parts.py")  # with another one, all is packed anew
CORE = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "pyodide-lock.json")
WANTED = ("numpy", "matplotlib", "pillow", "packaging")
NOT_NEEDED = {"fonttools", "pytz", "matplotlib-pyodide"}  # matplotlib names them; nothing here imports them
LEFT_OUT = re.compile(
    r"/tests?/|\.(pyi|pxd|pyx|h|c|cpp|a|in|md|txt|typed)$|\.dist-info/|^pylab|^mpl_toolkits|^numpy/(f2py|distutils)/"
    r"|/mpl-data/(sample_data|images|stylelib|plot_directive)/|/mpl-data/fonts/(afm|pdfcorefonts)/|/sphinxext/"
    r"|/mpl-data/fonts/ttf/(?!DejaVuSans(-Bold)?\.ttf)"
    r"|^PIL/_(webp|imagingft|imagingcms|imagingtk|imagingmath|imagingmorph)\.|/dateutil-zoneinfo\.tar\.gz$"
    r"|/backends/(web_backend|qt_editor|_backend_tk|backend_(qt|gtk|wx|tk|webagg|nbagg|pdf|ps|pgf|macosx|cairo))"
    r"|^(numpy|matplotlib)/testing/|^matplotlib/_ttconv\.|^PIL/TiffImage"
)
LIBRARY_LEFT_OUT = re.compile(  # what is for windows, mail servers, processes, and texts of other times
    r"^(pydoc_data|lib2to3|idlelib|ensurepip|tkinter|turtledemo|test|sqlite3|multiprocessing|xmlrpc|wsgiref)/"
    r"|^(_pyio|aifc|cgi|doctest|ftplib|imaplib|mailbox|nntplib|pdb|pickletools|pstats|smtplib|sunau|telnetlib|trace)\."
    r"|^encodings/(cp(?!437|1252)|mac_|iso(?!8859_1\.)|euc_|koi8|shift_|big5|gb|hz\.|johab|kz1048|ptcp|tis|hp_|palmos)"
)
CELL = 'class="cell '
STILL = "The pictures on this page stand still. Sent by a web server, to a browser that runs scripts, they move."


def main(book: Path):
    if not shutil.which("npm"):
        print("npm is not installed, so the pages stand still. With Node.js, the same command makes them live.")
        return
    target = book / "_static/live"
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(python(), target)
    course(target)
    browser_code(target)
    size = sum(len(gzip.compress(path.read_bytes(), 6)) for path in target.iterdir()) / 1e6
    for page in (*book.glob("notebooks/*.html"), *book.glob("book/*.html")):
        enliven(page, round(size))
    print(f"Its lessons are live: {size:.1f} MB, compressed, in _static/live. For that a web server must send them.")


def python() -> Path:
    """Return a folder with Pyodide's core, its standard library and an archive of the packages: made once."""
    recipe = b"".join((ROOT / "tools" / name).read_bytes() for name in RECIPE)
    done = PARTS / f"live-{hashed(recipe)[:12]}"
    pyodide, packages, library, draft = (PARTS / name for name in ("pyodide", "packages", "library", "draft"))
    if done.exists() and pyodide.exists():
        return done
    for folder in (pyodide, packages, library, draft, *PARTS.glob("live-*")):
        shutil.rmtree(folder, ignore_errors=True)
    for folder in (pyodide, packages, library, draft):
        folder.mkdir(parents=True)
    lock = core(pyodide)["packages"]
    for name in CORE:
        shutil.copy(pyodide / name, draft)
    for name in sorted(closure(lock, WANTED, without=NOT_NEEDED)):
        unpack(fetched(lock[name]), packages, LEFT_OUT)
    unpack(pyodide / "python_stdlib.zip", library, LIBRARY_LEFT_OUT)
    compiled(pyodide, packages, library)
    with zipfile.ZipFile(draft / "python_stdlib.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(library.rglob("*")):
            packed.write(path, path.relative_to(library))
    archive(packages, draft / "packages.tar.gz")
    return draft.rename(done)


def course(target: Path):
    """Put the course into the folder, as one archive."""
    folder = PARTS / "course"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "helpers", folder / "helpers", ignore=shutil.ignore_patterns("__pycache__", "*.js"))
    compiled(PARTS / "pyodide", folder)
    notebooks(folder / "notebooks")
    archive(folder, target / "course.tar.gz")


def unpack(wheel: Path, folder: Path, left_out: re.Pattern):
    """Unpack a wheel, or another zip file, without the files that are left out."""
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder, [name for name in packed.namelist() if not left_out.search(name)])


def compiled(pyodide: Path, *folders: Path):
    """Compile the Python files of folders, by the Python that will run them."""
    subprocess.run(["node", ROOT / "tools/compile_for_browser.mjs", pyodide, *folders], check=True)


def archive(folder: Path, path: Path):
    """Pack a folder, each time in the same way."""

    def anonymous(member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.mtime = member.uid = member.gid = 0
        member.uname = member.gname = ""
        return member

    with (
        path.open("wb") as file,
        gzip.GzipFile("", "wb", fileobj=file, mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as members,
    ):
        members.add(folder, "", filter=anonymous)


def notebooks(folder: Path):
    """Write the notebooks without their outputs: the learner's page and the doctor read what they are about."""
    folder.mkdir()
    for path in sorted((ROOT / "notebooks").glob("[0-9]*.ipynb")):
        notebook = json.loads(path.read_text(encoding="utf-8"))
        for cell in notebook["cells"]:
            cell.pop("outputs", None)
        (folder / path.name).write_text(json.dumps(notebook), encoding="utf-8")


def browser_code(target: Path):
    """Write the page's own code, the editor in one file, and the code of labs and panels, a module for each kind."""
    from helpers.labs.panel import Panel
    from helpers.labs.widget import script, text_of
    from helpers.live import code_of

    for path in (*SOURCE.glob("*.js"), *SOURCE.glob("*.css")):
        shutil.copy(path, target)
    if not (SOURCE / "node_modules").exists():
        subprocess.run(["npm", "ci", "--silent"], cwd=SOURCE, check=True)
    bundle = ["npm", "run", "--silent", "build", "--", f"--outfile={target.resolve()}/codemirror.js"]
    subprocess.run([*bundle, "--allow-overwrite", "--log-level=error"], cwd=SOURCE, check=True)
    kinds = subclasses(Panel)
    for kind in kinds:
        if kind.scripts:
            (target / f"{code_of(kind)}.js").write_text(script(*kind.scripts), encoding="utf-8")
    styles = dict.fromkeys(name for kind in kinds for name in kind.styles)
    (target / "widgets.css").write_text("".join(map(text_of, styles)), encoding="utf-8")


def subclasses(kind: type) -> list:
    """Return the subclasses of a class, and theirs."""
    return [found for one in kind.__subclasses__() for found in (one, *subclasses(one))]


def enliven(page: Path, megabytes: int):
    """Put the line that says how Python is, and the script, into a page. What a reader without scripts sees stays."""
    text, live = page.read_text(encoding="utf-8"), "../_static/live"
    styles = "".join(f'<link rel="stylesheet" href="{live}/{name}.css">' for name in ("widgets", "editor", "live"))
    line = f'<div id="live-line" class="d-print-none" role="status" data-megabytes="{megabytes}">'
    line += f"{STILL if CELL in text else ''}</div>"
    text = text.replace("</head>", f'{styles}<script type="module" src="{live}/book.js"></script></head>', 1)
    before, article, after = text.partition('<article class="bd-article">')
    page.write_text(before + article + after.replace("</h1>", f"</h1>{line}", 1), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
