"""A vote of a class on a bet: which bet, in which round, and whether it is open. The teacher's board writes it.

The file's address stands in COURSE_VOTE, which the hub of a class sets; anywhere else there are no votes.
"""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Vote:
    """lesson: its number. bet: its name. begun: when its first round began, as progress notes times."""

    lesson: str
    bet: str
    round: int
    open: bool
    begun: str


def file() -> Path | None:
    """Return where the class's vote stands, or None where there is no class."""
    path = os.environ.get("COURSE_VOTE", "")
    return Path(path) if path else None


def current(path: Path | None) -> Vote | None:
    """Return the vote that is going on, open or between two rounds, or None. A damaged file is no vote."""
    try:
        return Vote(**json.loads(path.read_text(encoding="utf-8"))) if path else None
    except (OSError, ValueError, TypeError):
        return None


def write(path: Path, vote: Vote | None):
    """Make this the current vote, or end it with None. Whoever reads meanwhile finds the old one or the new one."""
    if vote is None:
        path.unlink(missing_ok=True)
        return
    draft = path.with_suffix(".tmp")
    draft.write_text(json.dumps(asdict(vote)), encoding="utf-8")
    os.replace(draft, path)
