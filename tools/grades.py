"""Make one table of the results that learners have pasted into mails or forms.

    make grades FROM=folder ROSTER=names.csv

FROM is a folder of texts, mails or web pages, one or several results in each. ROSTER, which may be left out, has a name
in the first column of each line. The table goes to build/grades.csv: a row for each learner, a column for each
exercise, with the try at which it was right. Of two results of one learner the newer one counts. A result can be
forged: see book/teachers.md.
"""

import csv
import email
import email.policy
import html
import re
import sys
from pathlib import Path

from helpers.practice.result import DamagedResult, Result, read_results
from helpers.practice.sheets import lessons, load
from helpers.practice.spreadsheet import as_csv

OUT = Path(__file__).parents[1] / "build" / "grades.csv"


def text_of(path: Path) -> str:
    """Return what a file says: a mail's body, a page's text, or the file as it is."""
    data = path.read_bytes()
    if path.suffix == ".eml":
        body = email.message_from_bytes(data, policy=email.policy.default).get_body(("plain", "html"))
        text = body.get_content() if body else ""
    else:
        text = data.decode("utf-8", errors="replace")
    if re.search(r"<(p|br|div|html)\b", text):
        text = html.unescape(re.sub(r"<[^>]*>", "\n", text))
    return text


def collect(folder: Path) -> tuple[dict[str, Result], list[tuple[str, str]]]:
    """Return the newest result by name in small letters, and (file, reason) for each text that could not be read."""
    found: dict[str, Result] = {}
    damaged = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")):
        try:
            for result in read_results(text_of(path)):
                name = result.name.casefold()
                if name not in found or result.day > found[name].day:
                    found[name] = result
        except (DamagedResult, OSError) as problem:
            damaged.append((str(path.relative_to(folder)), str(problem)))
    return found, damaged


def table(found: dict[str, Result], roster: list[str], damaged: list) -> list[list]:
    """Return the rows of the table: its head, the learners, and below them the texts that could not be read."""
    sheets = {lesson: load(lesson) for lesson in lessons()}
    columns = [(lesson, exercise.name) for lesson, sheet in sheets.items() for exercise in sheet.exercises]
    answers = [f"{lesson} {name}" for lesson, name in columns] + [f"{lesson} quiz" for lesson in sheets]
    rows: list[list] = [["name", "date", *answers, "ideas"]]
    listed = {name.casefold(): name for name in roster}
    for name in [*listed, *sorted(found.keys() - listed.keys())]:
        result = found.get(name)
        if result is None:
            rows.append([listed[name], "nothing handed in"])
            continue
        tries = [result.exercises.get(lesson, {}).get(one) for lesson, one in columns]
        quizzes = [f"{pair[0]} of {pair[1]}" if pair else None for pair in map(result.quizzes.get, sheets)]
        ideas = ", ".join(f"{one} {count}" for one, count in result.misconceptions.items())
        label = listed.get(name, f"{result.name} (not in the roster)" if roster else result.name)
        rows.append([label, result.day, *tries, *quizzes, ideas])
    return rows + [[f"(not read) {name}", reason] for name, reason in damaged]


def main(folder: str, roster: str = ""):
    if not folder or not Path(folder).is_dir():
        sys.exit(f"FROM must be a folder with the texts that learners sent, as in FROM=results, not {folder!r}")
    names = []
    if roster:
        try:
            with Path(roster).open(encoding="utf-8-sig", newline="") as file:
                names = [name for row in csv.reader(file) if row and (name := " ".join(row[0].split()))]
        except (OSError, UnicodeDecodeError) as problem:
            sys.exit(f"ROSTER cannot be read: {problem}")
    found, damaged = collect(Path(folder))
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(as_csv(table(found, names, damaged)), encoding="utf-8-sig")  # with the mark by which Excel knows it
    missing = [name for name in names if name.casefold() not in found]
    print(f"{len(found)} results are in build/{OUT.name}.")
    for what, those in (("Nothing from", missing), ("Not read", [f"{name}: {reason}" for name, reason in damaged])):
        if those:
            print(f"{what}: {'; '.join(those)}")


if __name__ == "__main__":
    main(*sys.argv[1:3])
