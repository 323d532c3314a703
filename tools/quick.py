"""What can go wrong with the edit at hand? The checks that take seconds, and the tests of what changed.

    make quick

What has changed since the last commit, git knows; if nothing has, the last commit is looked at. It takes twenty seconds
at most. What passes here can still fail in `make test`, which runs everything.
"""

import re
import subprocess
import sys
import sysconfig
from pathlib import Path
from time import monotonic

ROOT = Path(__file__).parents[1]
CHECKS = ("ruff check --quiet .", "ruff format --quiet --check .", "codespell", "lint-imports", "mypy")
SCRIPTS = Path(sysconfig.get_path("scripts"))
PYTEST = [sys.executable, "-m", "pytest", "-q", "--no-header", "-n", "2", "-m", "not browser"]
PYTEST += ["--deselect", "tests/test_repository.py::test_tools_find_nothing"]  # the checks above
FOLDER_TESTS = {  # tests that go through a whole folder, in seconds
    "helpers/core": ["tests/core/test_properties.py"],
    "helpers/practice": ["tests/practice/test_sheets.py"],
}
FILE_TESTS = {
    "Makefile": "test_make_setup",
    "pyproject.toml": "test_lock_files",
    "requirements.lock": "test_lock_files",
}


def changed() -> list:
    """Return the files that differ from the last commit, new ones included; with none, those of the last commit."""
    files = git("diff", "--name-only", "HEAD") + git("ls-files", "--others", "--exclude-standard")
    return sorted(set(files or git("diff", "--name-only", "HEAD~1", "HEAD")))


def git(*words) -> list:
    return subprocess.run(["git", *words], cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()


def tests_of(path: str) -> tuple:
    """Return the arguments of a call of pytest for one file that changed, none if it has no tests."""
    parts, stem = Path(path).parts, Path(path).stem
    number = re.search(r"(?:^|_)(\d\d)", stem)
    if parts[0] == "tests":
        return (path,) if stem.startswith("test_") and (ROOT / path).exists() else ()
    if parts[0] in ("lessons", "notebooks") and number:
        return "tests/lessons", "-k", number[1]
    if "sheets" in parts and number:
        return "tests/practice", "tests/lessons/test_answers.py", "-k", number[1]
    if parts[:2] in (("helpers", "labs"), ("helpers", "pictures")):
        labs = labs_of(parts[1], stem)
        return ("tests/labs", "-k", " or ".join(labs)) if labs else ()
    if parts[0] == "how_a_network_learns_server":
        return ("tests/test_server_extension.py",)
    if parts[0] in ("helpers", "hub", "tools"):
        through = FOLDER_TESTS.get("/".join(parts[:2]), ())
        return tuple(sorted({*tests_about(stem), *through}))
    return (f"tests/{FILE_TESTS.get(path, 'test_repository')}.py",)


def tests_about(module: str) -> list:
    """Return the files of tests that have a module's name or, if there is none, that import it."""
    named = sorted(ROOT.glob(f"tests/*/test_{module}.py"))
    imports = re.compile(rf"^(from|import) .*\b{module}\b", re.MULTILINE)
    found = named or [path for path in ROOT.glob("tests/**/test_*.py") if imports.search(path.read_text("utf-8"))]
    return [path.relative_to(ROOT).as_posix() for path in found]


def labs_of(folder: str, module: str) -> list:
    """Return the labs that a module of helpers/labs defines, or that use one of helpers/pictures."""
    texts = [path.read_text("utf-8") for path in ROOT.glob(f"helpers/labs/{module if folder == 'labs' else '*'}.py")]
    used = [text for text in texts if folder == "labs" or f"helpers.pictures.{module} " in text]
    return sorted(set(re.findall(r"^class (\w+Lab)\(", "\n".join(used), re.MULTILINE)))


def joined(calls: set) -> list:
    """Return the arguments of one call of pytest that runs all of these; a whole file is chosen by its name."""
    paths, words = set(), set()
    for call in calls:
        if "-k" in call:
            *files, _, word = call
            words.add(word)
        else:
            files = call
            words.update(Path(path).stem for path in files)
        paths.update(files)
    return [*sorted(paths), "-k", " or ".join(sorted(words))] if paths else []


def not_listed(labs: set) -> list:
    """Say in which lessons these labs stand; return those that helpers/labs/__init__.py does not have."""
    for lesson in sorted(ROOT.glob("lessons/*.md")):
        if shown := sorted(lab for lab in labs if f"{lab}(" in lesson.read_text("utf-8")):
            print(f"lesson {lesson.stem[:2]} shows {', '.join(shown)}: make lessons LESSON={lesson.stem[:2]}")
    missing = sorted(lab for lab in labs if lab not in (ROOT / "helpers/labs/__init__.py").read_text("utf-8"))
    for lab in missing:
        print(f"{lab} is not in helpers/labs/__init__.py: add it there")
    return missing


def main() -> int:
    begin, files = monotonic(), changed()
    print("changed:", *files, sep="\n  ")
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    running = {}
    for check in CHECKS:
        name, *options = check.split()
        running[check] = subprocess.Popen([SCRIPTS / name, *options], cwd=ROOT, **pipes)
    calls = {tests_of(path) for path in files}
    labs = {lab for call in calls if call[:2] == ("tests/labs", "-k") for lab in call[2].split(" or ")}
    failed = len(not_listed(labs))
    if call := joined(calls):
        print(f"\npytest {' '.join(call)}", flush=True)
        failed += subprocess.run([*PYTEST, *call], cwd=ROOT).returncode not in (0, 5)  # 5: no test has this name
    for check, process in running.items():
        said, _ = process.communicate()
        failed += process.returncode != 0
        print(f"{check}: {said if process.returncode else 'fine'}")
    print(f"{monotonic() - begin:.0f} s, and it should be 20 at most")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
