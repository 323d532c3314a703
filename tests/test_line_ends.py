"""A clone on Windows has the line ends of the repository, and its pictures byte by byte."""

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_a_clone_that_git_would_give_windows_line_ends_has_those_of_the_repository(tmp_path):
    def git(*command):
        settings = ("-c", "core.autocrlf=true", "-c", "user.name=A", "-c", "user.email=a@b")
        subprocess.run(["git", *settings, *command], cwd=tmp_path, check=True)

    files = [ROOT / ".gitattributes", ROOT / "README.md", *ROOT.glob("lessons/*.md"), *ROOT.glob("screenshots/*.png")]
    for path in files:
        shutil.copy(path, tmp_path)
    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "--message=first")
    for path in files:
        (tmp_path / path.name).unlink()
    git("checkout", "--quiet", ".")
    assert [path.name for path in files if (tmp_path / path.name).read_bytes() != path.read_bytes()] == []
