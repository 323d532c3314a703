"""The four things a check can say, as a notebook shows them."""

import re
from dataclasses import dataclass
from html import escape
from typing import Any

NOT_TRIED, KEEP_WORKING, ALMOST, RIGHT = "Not tried yet", "Keep working", "Almost", "Right"
SYMBOLS = {NOT_TRIED: "○", KEEP_WORKING: "↻", ALMOST: "◐", RIGHT: "✓"}


def with_minus_signs(text: str) -> str:
    """Return a sentence whose negative numbers have printed minus signs; differences and code stay as they are."""
    return re.sub(r"(?<![\w.)\]\[*^`²])-(?=\d)", "−", text)


@dataclass(frozen=True)
class Verdict:
    """kind: one of the four. text: what to do next, or what it means. printed: what the answer printed, if anything.

    slip: the known wrong answer that it shows, if it shows one. link: a place to read on, as (address, text).
    """

    kind: str
    text: str
    printed: str = ""
    slip: Any = None
    link: tuple = ()

    def __repr__(self):
        printed = f"\nIt printed: {self.printed}" if self.printed else ""
        link = f" {self.link[1]}." if self.link else ""
        return f"{SYMBOLS[self.kind]} {self.kind}: {with_minus_signs(self.text)}{link}{printed}"

    def _repr_html_(self):
        printed = f"<pre>It printed: {escape(self.printed)}</pre>" if self.printed else ""
        text = escape(with_minus_signs(self.text))
        if self.link:
            address, words = map(escape, self.link)
            text += f' <a href="{address}">{words}</a>.'
        return f"<p>{SYMBOLS[self.kind]} <strong>{self.kind}</strong>: {text}</p>{printed}"
