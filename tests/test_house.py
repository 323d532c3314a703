"""What README, CONTRIBUTING and the tools' settings promise."""

import json
import os
import re
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path, PureWindowsPath

import pytest
import yaml
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LESSONS = [path.relative_to(ROOT).as_posix() for path in sorted(ROOT.glob("lessons/*.md"))]
WORKFLOWS = sorted(ROOT.glob(".github/workflows/*.yml"))
NOTEBOOKS = sorted(ROOT.glob("notebooks/*.ipynb"))


def lines(path):
    """Return a file's lines without empty ones and comments."""
    text = (ROOT / path).read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]


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


def test_ci_runs_the_test_command_of_readme():
    test_command = code_blocks(README)[0][1]
    assert lines(".ci/run")[-1] == test_command
    assert "export COURSE_REQUIRE_BROWSER=1" in lines(".ci/run")
    for workflow in WORKFLOWS:
        assert yaml.safe_load(workflow.read_text())["jobs"]["test"]["steps"][-1]["run"] == "bash .ci/run"


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "helpers/data/README.md", *LESSONS])
def test_relative_links_lead_somewhere(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)\s]+)\)", text) + re.findall(r"^\[[^]]+\]:\s*(\S+)", text, re.MULTILINE)
    relative = [target.split("#")[0] for target in targets if "://" not in target]
    folder = ROOT / "notebooks" if name in LESSONS else (ROOT / name).parent  # a learner follows it from the notebook
    assert [target for target in relative if target and not (folder / target).exists()] == []


def test_pictures_of_readme_are_told_in_words_and_small():
    pictures = re.findall(r"!\[([^]]+)\]\((screenshots/\S+\.png)\)", README)
    kept = [path.relative_to(ROOT).as_posix() for path in ROOT.glob("screenshots/*")]
    assert len(kept) >= 2 and sorted(path for _, path in pictures) == sorted(kept)
    for words, path in pictures:
        assert len(words) >= 100 and (ROOT / path).stat().st_size <= 60_000, path
    assert README.index(pictures[-1][1]) < README.index("## Start"), "a visitor sees at once what the course is"


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", *LESSONS])
def test_files_and_folders_named_in_code_marks_exist(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    paths = re.findall(r"`((?:[\w.-]+/)+[\w.-]*|[\w-]+\.(?:txt|toml|md))`", text)
    assert len(paths) >= 5 or name in LESSONS
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_readme_says_what_each_folder_is_for():
    kept = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    folders = {name.split("/")[0] for name in kept.splitlines() if "/" in name}
    told = README.split("## The folders")[1].split("\n## ")[0]
    assert [name for name in sorted(folders) if f"`{name}/`" not in told and f"`{name}/core/`" not in told] == []


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README.md", "CONTRIBUTING.md"])
def test_make_knows_what_the_text_tells_it(text):
    told = set(re.findall(r"(?:`|^ {4})make ([a-z-]+)", text, re.MULTILINE))
    known = set(re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert told and told <= known


def test_commands_of_readme_open_the_first_lesson():
    opened = re.findall(r"notebooks/[\w-]+\.ipynb", README.split("## What you will")[0])
    assert opened == [NOTEBOOKS[0].relative_to(ROOT).as_posix()]


def test_the_way_without_make_names_what_there_is(tmp_path):
    """Line by line: to follow it would take Windows, minutes and the network."""
    ways = (ROOT / "book/ways.md").read_text(encoding="utf-8")
    commands, again = (
        [block for block in code_blocks(text) if "pip install -r requirements.txt" in block] for text in (README, ways)
    )
    assert commands == again and "`source .venv/bin/activate`" in README and "`source .venv/bin/activate`" in ways
    ((venv, activate, install, start),) = commands
    subprocess.run([sys.executable, *venv.split()[1:], "--without-pip"], cwd=tmp_path, check=True)
    assert (tmp_path / ".venv/bin/activate").exists()
    assert activate == str(PureWindowsPath(sysconfig.get_path("scripts", "nt", {"base": ".venv"}), "activate"))
    assert f"$(IN_VENV) -m {install} " in (ROOT / "Makefile").read_text(), "what make lab installs"
    *command, folder, lesson = start.split()
    program = os.path.join(sysconfig.get_path("scripts"), "-".join(command))
    options = subprocess.run([program, "--help"], check=True, capture_output=True, text=True).stdout
    assert folder.endswith("=.") and f"\n{folder[:-1]}<" in options and (ROOT / lesson).exists()


def test_binder_link_opens_the_first_lesson_and_names_the_repository_once():
    (link,) = re.findall(r"https://mybinder\.org/v2/gh/(\S+)", README)
    owner, repository, rest = link.split("/", 2)
    assert rest == f"main?urlpath=lab/tree/{NOTEBOOKS[0].relative_to(ROOT).as_posix()}"
    mentions = README.count(f"{owner}/{repository}")
    assert mentions <= 2, "the link and the comment above it"
    others = [path for path in (ROOT / "binder").iterdir() if f"{owner}/{repository}" in path.read_text()]
    assert others == [] and f"{owner}/{repository}" not in CONTRIBUTING


def test_ranges_have_no_upper_ends_and_stand_in_pyproject_alone():
    course = PYPROJECT["project"]["optional-dependencies"]["course"]
    wanted = [Requirement(line) for line in PYPROJECT["project"]["dependencies"] + course]
    assert [str(needed) for needed in wanted if [part.operator for part in needed.specifier] != [">="]] == []
    assert lines("requirements.txt") == ["-e .[course]"]
    names = "|".join(re.escape(needed.name) for needed in wanted)
    for path in ["Makefile", "README.md", "CONTRIBUTING.md", "binder/postBuild", ".ci/run", *WORKFLOWS]:
        text = (ROOT / path).read_text(encoding="utf-8")
        assert not re.search(rf"\b(?:{names})\s*[=<>~!]=", text, re.IGNORECASE), path


def test_every_place_names_the_same_oldest_python():
    (oldest,) = re.findall(r"^>=(3\.\d+)$", PYPROJECT["project"]["requires-python"])
    assert f"You need Python {oldest} or newer" in README
    makefile = (ROOT / "Makefile").read_text()
    assert f"version_info < ({oldest.replace('.', ', ')})" in makefile
    assert set(re.findall(r"Python (3\.\d+) or newer", makefile)) == {oldest}
    assert f"--universal --python-version {oldest} " in makefile
    for workflow in WORKFLOWS:
        matrix = yaml.safe_load(workflow.read_text())["jobs"]["test"]["strategy"]["matrix"]
        assert min(matrix["python"], key=lambda version: int(version.split(".")[1])) == oldest
    assert PYPROJECT["tool"]["ruff"]["target-version"] == "py" + oldest.replace(".", "")
    binder = (ROOT / "binder/runtime.txt").read_text().strip().removeprefix("python-3.")
    assert int(binder) >= int(oldest.split(".")[1])


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_stored_outputs_do_not_tell_whose_computer_made_them(path):
    outputs = [cell.get("outputs", []) for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]]
    text = re.sub(r"base64,[\w+/=]+", "", json.dumps(outputs))
    assert re.findall(r"(?:/home/|/Users/|/root/|/tmp/|[A-Z]:\\\\)[^\s\"]*", text) == []
