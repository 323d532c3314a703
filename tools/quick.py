"""What can go wrong with the edit at hand? The checks that take seconds, and the tests of what changed.

    make quick

What has changed since the last commit, git knows; if nothing has, the last commit is looked at. It takes twenty seconds
at most. What passes here can still fail in `make test`, which runs everything.
"""

import re
import subprocess
import sys
import sysconfig
from fnmatch import fnmatch
from pathlib import Path
from time import monotonic

ROOT = Path(__file__).parents[1]
SECONDS = 20
CHECKS = {  # by name: the files that it reads, and its command
    "ruff check": ("*.py", [sys.executable, "-m", "ruff", "check", "--quiet", "."]),
    "ruff format": ("*.py", [sys.executable, "-m", "ruff", "format", "--quiet", "--check", "."]),
    "spelling": ("*", [sys.executable, "-m", "codespell_lib"]),
    "import layers": ("helpers/*.py", [str(Path(sysconfig.get_path("scripts"), "lint-imports"))]),
    "types": ("helpers/*.py", [sys.executable, "-m", "mypy"]),
}
NOT_TWICE = ["--deselect", "tests/test_house.py::test_tools_find_nothing"]  # the checks above
THROUGH = {  # tests that go through a whole folder, in seconds
    "helpers/core": ["tests/core/test_properties.py"],
    "helpers/practice": ["tests/practice/test_sheets.py", "tests/practice/test_verdicts_in_words.py"],
}
OTHERS = {"Makefile": "test_house_setup", "pyproject.toml": "test_house_lock", "requirements.lock": "test_house_lock"}


def changed() -> list:
    """Return the files that differ from the last commit, new ones included; with none, those of the last commit."""
    files = git("diff", "--name-only", "HEAD") + git("ls-files", "--others", "--exclude-standard")
    return sorted(set(files or git("diff", "--name-only", "HEAD~1", "HEAD")))


def git(*words) -> list:
    return subprocess.run(["git", *words], cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()


def tests_of(path: str) -> list:
    """Return calls of pytest, each a tuple of arguments, for one file that changed."""
    parts, stem = Path(path).parts, Path(path).stem
    number = re.search(r"(?:^|_)(\d\d)", stem)
    if parts[0] == "tests":
        return [(path,)] if stem.startswith("test_") and (ROOT / path).exists() else []
    if parts[0] in ("lessons", "notebooks") and number:
        return [("tests/lessons", "-k", f"{number[1]} and not copy")]
    if "sheets" in parts and number:
        return [("tests/practice", "tests/lessons/test_answers.py", "-k", number[1])]
    if parts[:2] in (("helpers", "labs"), ("helpers", "pictures")):
        return [("tests/labs", "-k", " or ".join(labs))] if (labs := labs_of(parts[1], stem)) else []
    if stem == "__init__" and len(parts) == 2:
        return [("tests/test_server_extension.py",)]
    if parts[0] in ("helpers", "hub", "tools"):
        return [tuple(sorted({*tests_about(stem), *THROUGH.get("/".join(parts[:2]), ())}))]
    return [(f"tests/{OTHERS.get(path, 'test_house')}.py",)]


def tests_about(module: str) -> list:
    """Return the files of tests that have a module's name or, if there is none, that import it."""
    texts = {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in ROOT.glob("tests/**/test_*.py")
    }
    imports = re.compile(rf"^(from|import) .*\b{module}\b", re.MULTILINE)
    return [name for name in texts if name.endswith(f"/test_{module}.py")] or [
        name for name, text in texts.items() if imports.search(text)
    ]


def labs_of(folder: str, module: str) -> list:
    """Return the labs that a module of helpers/labs defines, or that use one of helpers/pictures."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in ROOT.glob("helpers/labs/*.py")}
    if folder == "labs":
        used = [texts.get(module, "")]
    else:
        used = [text for text in texts.values() if f"helpers.pictures.{module} " in text]
    return sorted(set(re.findall(r"^class (\w+Lab)\(", "\n".join(used), re.MULTILINE)))


def main() -> int:
    begin, files = monotonic(), changed()
    print("changed:", *files, sep="\n  ")
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    running = {
        name: subprocess.Popen(command, cwd=ROOT, **pipes)
        for name, (read, command) in CHECKS.items()
        if any(fnmatch(path, read) for path in files)
    }
    failed = 0
    asked = {call for path in files for call in tests_of(path) if call}
    whole = {call for call in asked if "-k" not in call}  # these in one call
    pytest = [sys.executable, "-m", "pytest", "-q", "--no-header", "-n", "2", "-m", "not browser", *NOT_TWICE]
    for call in [*filter(None, [tuple(sorted(set(sum(whole, ()))))]), *sorted(asked - whole)]:
        print(f"\npytest {' '.join(call)}", flush=True)
        failed += subprocess.run([*pytest, *call], cwd=ROOT).returncode not in (0, 5)  # 5: no test has this name
    for name, process in running.items():
        said, _ = process.communicate()
        failed += process.returncode != 0
        print(f"{name}: {'fine' if process.returncode == 0 else said}")
    seconds = monotonic() - begin
    print(f"{seconds:.0f} s{'' if seconds <= SECONDS else f', and it should be {SECONDS} at most'}")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
