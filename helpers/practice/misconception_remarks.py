"""What a learner is told about a mistaken idea that comes back, or that is got over."""

from dataclasses import dataclass

from helpers.practice import progress
from helpers.practice.misconceptions import BY_ID, met, misconception_by_answer
from helpers.practice.sheets import Sheet


@dataclass(frozen=True)
class Remark:
    """sentences: which ideas are got over now, and which one comes back; or why nothing was noted; or "".

    link: where the idea that comes back is settled, as (address, heading).
    """

    sentences: str = ""
    link: tuple[str, str] | tuple[()] = ()

    @property
    def text(self) -> str:
        """All of it, with the link in words."""
        return f"{self.sentences} See lesson {self.link[0][:2]}, “{self.link[1]}”." if self.link else self.sentences


def note_and_remark(sheet: Sheet, what: str, verdict: str, key: str = "") -> Remark:
    """Note one try, as `progress.note` does, and return what the tries before it make worth saying."""
    before = _met_now()
    if failed := progress.note(sheet.id, what, verdict, key):
        return Remark(failed)
    settled = [
        BY_ID[one].name
        for one, places in _met_now().items()
        if len(places) > 1
        and all(place.resolved for place in places)
        and not all(p.resolved for p in before.get(one, places))
    ]
    said = [f"Settled now, in all places where you met it: {' and '.join(settled)}."] if settled else []
    idea = BY_ID.get(misconception_by_answer(sheet.lesson).get(what, {}).get(key, ""))
    earlier = [place for place in before.get(idea.id, ()) if place[:2] != (sheet.lesson, what)] if idea else []
    if not idea or not earlier:
        return Remark(" ".join(said))
    where = f"in lesson {earlier[0].lesson}" if earlier[0].lesson != sheet.lesson else "before, in this lesson"
    return Remark(" ".join([*said, f"As {where}: {idea.name}."]), (idea.notebook, idea.section))


def _met_now() -> dict:
    try:
        return met(progress.load_records())
    except (ValueError, OSError):  # what cannot be read is said when the try is noted
        return {}
