"""Under which heading of its notebook each exercise of a lesson stands."""

import json
import re
from pathlib import Path


def headings(notebook: Path) -> dict[str, str]:
    """Return the heading over each exercise of a notebook, by the exercise's name, in their order."""
    heading, found = "", {}
    for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            heading = ([heading] + re.findall(r"^##+ (.+)", source, re.MULTILINE))[-1]
        for name in re.findall(r"practice\.check\(\"(.+?)\"", source):
            found[name] = heading
    return found
