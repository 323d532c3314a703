"""What README, CONTRIBUTING and the tools' settings promise."""

import json
import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import readme
import repository
import yaml

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
LESSONS = [path.relative_to(ROOT).as_posix() for path in sorted(ROOT.glob("lessons/*.md"))]
NOTEBOOKS = sorted(ROOT.glob("notebooks/*.ipynb"))


def code_blocks(markdown):
    """Return the indented code blocks as lists of commands, comments cut off."""
    blocks = re.findall(r"(?:^ {4}.*\n)+", markdown, re.MULTILINE)
    return [[line.split(" #")[0].strip() for line in block.splitlines()] for block in blocks]


@pytest.mark.parametrize(
    "command",
    [
        [sys.executable, "-m", "ruff", "check", "--no-cache", "."],
        [sys.executable, "-m", "ruff", "format", "--no-cache", "--check", "."],
        [os.path.join(sysconfig.get_path("scripts"), "lint-imports"), "--no-cache"],
        [sys.executable, "-m", "codespell_lib"],
        [sys.executable, "-m", "mypy"],
    ],
    ids=["ruff check", "ruff format", "import layers", "spelling", "types"],
)
def test_tools_find_nothing(command):
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "helpers/data/README.md", *LESSONS])
def test_relative_links_lead_somewhere(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)\s]+)\)", text) + re.findall(r"^\[[^]]+\]:\s*(\S+)", text, re.MULTILINE)
    relative = [target.split("#")[0] for target in targets if "://" not in target]
    folder = ROOT / "notebooks" if name in LESSONS else (ROOT / name).parent  # a learner follows it from the notebook
    assert [target for target in relative if target and not (folder / target).exists()] == []


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", *LESSONS])
def test_files_and_folders_named_in_code_marks_exist(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    paths = re.findall(r"`((?:[\w.-]+/)+[\w.-]*|[\w-]+\.(?:txt|toml|md))`", text)
    assert len(paths) >= 5 or name in LESSONS
    assert [path for path in paths if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README.md", "CONTRIBUTING.md"])
def test_make_knows_what_the_text_tells_it(text):
    told = set(re.findall(r"(?:`|^ {4})make ([a-z-]+)", text, re.MULTILINE))
    known = set(re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert told and told <= known


def test_a_fork_changes_one_line_and_its_workflow_none(tmp_path, monkeypatch):
    monkeypatch.delenv("GITHUB_REPOSITORY", raising=False)
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    fork = re.sub(
        r'^Repository = ".*"$', 'Repository = "https://github.com/Ada-L/course.git"', text, flags=re.MULTILINE
    )
    monkeypatch.setattr(repository, "PYPROJECT", tmp_path / "pyproject.toml")
    repository.PYPROJECT.write_text(fork, encoding="utf-8")
    assert repository.here() == repository.named() == "Ada-L/course"
    assert "\n[live]: https://ada-l.github.io/course/\n" in readme.page()
    assert "gh/Ada-L/course/main?" in readme.page()
    monkeypatch.setenv("GITHUB_REPOSITORY", "grace/other")
    assert (repository.here(), repository.named()) == ("grace/other", "Ada-L/course")
    repository.PYPROJECT.write_text(fork.replace("https://github.com/", "github:"), encoding="utf-8")
    with pytest.raises(SystemExit, match="Repository should be like https://github.com/.*, not github:Ada-L"):
        repository.named()


def test_windows_and_macos_follow_the_lines_without_make():
    job = yaml.safe_load((ROOT / ".github/workflows/test.yml").read_text())["jobs"]["windows-and-macos"]
    set_up, tests = (step["run"].splitlines() for step in job["steps"] if "run" in step)
    (without_make,) = [block for block in code_blocks(README) if "pip install -r requirements.txt" in block]
    for place in job["strategy"]["matrix"]["include"]:
        activate = place["activate"]
        assert activate == without_make[1] if "windows" in place["system"] else f"`{activate}`" in README
    assert [line.replace("${{ matrix.activate }}", without_make[1]) for line in set_up] == without_make[:3]
    makefile = (ROOT / "Makefile").read_text().replace("\\\n", " ")
    (options,) = re.findall(r"-m pytest (--nbval .*) \$\(ARGS\)", makefile)
    assert tests[-1].split() == ["pytest", *options.split(), "tests/core", "tests/practice", "tests/labs", "notebooks"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_stored_outputs_do_not_tell_whose_computer_made_them(path):
    outputs = [cell.get("outputs", []) for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]]
    text = re.sub(r"base64,[\w+/=]+", "", json.dumps(outputs))
    assert re.findall(r"(?:/home/|/Users/|/root/|/tmp/|[A-Z]:\\\\)[^\s\"]*", text) == []
