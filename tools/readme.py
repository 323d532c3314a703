"""Write README's table of the lessons, from the lessons themselves, and its links to this copy of the course.

    python tools/readme.py

`make lessons` calls this.
"""

import json
import re
from pathlib import Path

import repository

README = Path(__file__).parents[1] / "README.md"
HEAD = "| | minutes | with every exercise | the one question it answers |\n| --- | ---: | ---: | --- |\n"


def row(path: Path) -> str:
    """Return the row of the lesson of this notebook."""
    about = json.loads(path.read_text(encoding="utf-8"))["metadata"]["course"]
    link = f"[{about['number']} {about['title']}](notebooks/{path.name})"
    return f"| {link} | {about['minutes']} | {about['minutes_with_exercises']} | {about['question']} |\n"


def page() -> str:
    """Return README with a row for each lesson that there is, and the links of the repository."""
    text = README.read_text(encoding="utf-8")
    table = HEAD + "".join(map(row, repository.notebooks()))
    text = re.sub(re.escape(HEAD) + r"(?:\|.*\n)*", lambda _: table, text)
    links = {"live": repository.site(repository.named()), "binder": repository.binder(repository.named())}
    return re.sub(r"^\[(live|binder)\]: .*$", lambda link: f"[{link[1]}]: {links[link[1]]}", text, flags=re.MULTILINE)


if __name__ == "__main__":
    README.write_text(page(), encoding="utf-8")
