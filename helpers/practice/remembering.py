"""What a learner is told about a mistaken idea that comes back, or that is got over."""

from dataclasses import dataclass

from helpers.practice import progress
from helpers.practice.misconceptions import BY_ID, behind_answers, met
from helpers.practice.sheets import Sheet


@dataclass(frozen=True)
class Remark:
    """again: that the idea behind an answer was met before, or "". link: where it is settled, as (address, heading).

    settled: which ideas that were met in several places are got over now, or "". failed: why nothing was noted, or "".
    """

    again: str = ""
    link: tuple[str, str] | tuple[()] = ()
    settled: str = ""
    failed: str = ""

    @property
    def sentences(self) -> str:
        """All of it but the link."""
        return " ".join(filter(None, (self.settled, self.again, self.failed)))

    @property
    def text(self) -> str:
        """All of it, with the link in words."""
        return f"{self.sentences} See lesson {self.link[0][:2]}, “{self.link[1]}”." if self.link else self.sentences


def remember(sheet: Sheet, what: str, verdict: str, key: str = "") -> Remark:
    """Note one try, as `progress.note` does, and return what the tries before it make worth saying."""
    before = _met_now()
    failed = progress.note(sheet.id, what, verdict, key)
    if failed:
        return Remark(failed=failed)
    after = _met_now()
    settled = [
        BY_ID[one].name
        for one, places in after.items()
        if len(places) > 1 and all(place.over for place in places) and not all(p.over for p in before.get(one, places))
    ]
    told = f"Settled now, in all places where you met it: {' and '.join(settled)}." if settled else ""
    misconception = BY_ID.get(behind_answers(sheet.lesson).get(what, {}).get(key, ""))
    if misconception is None:
        return Remark(settled=told)
    earlier = [place for place in before.get(misconception.id, ()) if place[:2] != (sheet.lesson, what)]
    if not earlier:
        return Remark(settled=told)
    where = f"in lesson {earlier[0].lesson}" if earlier[0].lesson != sheet.lesson else "before, in this lesson"
    return Remark(f"As {where}: {misconception.name}.", (misconception.notebook, misconception.section), told)


def _met_now() -> dict:
    try:
        return met(progress.noted())
    except (ValueError, OSError):  # what cannot be read is said when the try is noted
        return {}
