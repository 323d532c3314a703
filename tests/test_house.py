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
import readme
import repository
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


def test_pyproject_alone_names_the_repository():
    assert NOTEBOOKS[0].relative_to(ROOT).as_posix() == repository.FIRST
    name = repository.named()
    (line,) = [line for line in (ROOT / "pyproject.toml").read_text().splitlines() if name in line]
    assert line.startswith("Repository = ")
    kept = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()
    others = [
        path for path in kept if path.endswith((".md", ".py", ".yml", ".js", ".txt")) and name != "OWNER/REPOSITORY"
    ]
    assert [path for path in others if path != "README.md" and name in (ROOT / path).read_text(encoding="utf-8")] == []
    assert f"\n[binder]: {repository.binder(name)}\n" in README and f"\n[live]: {repository.site(name)}\n" in README, (
        "say: make lessons"
    )
    assert re.findall(r"\[.+?\]", README.split("\n\n")[1]) == [
        "[Read and touch it here]", "[live]", "[Binder]", "[binder]", "[On your computer]"
    ]  # fmt: skip


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


def test_the_book_is_published_after_the_tests_and_nothing_else_may_write():
    workflow = yaml.safe_load((ROOT / ".github/workflows/test.yml").read_text())
    jobs = workflow["jobs"]
    assert workflow["permissions"] == {"contents": "read"}
    assert [name for name, job in jobs.items() if "permissions" in job] == ["publish"]
    assert jobs["publish"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert jobs["publish"]["needs"] == "book" and all("run" not in step for step in jobs["publish"]["steps"])
    assert {"test", "live"} <= set(jobs["book"]["needs"])
    assert "default_branch" in jobs["book"]["if"] and "'push'" in jobs["book"]["if"]
    assert jobs["book"]["steps"][-1]["with"]["path"] == "build/book"


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
