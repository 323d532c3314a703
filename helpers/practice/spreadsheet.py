"""Tables for a spreadsheet, in which nothing that a learner typed is taken for a formula."""

import csv
import io


def as_csv(rows) -> str:
    """Return rows of values as CSV (RFC 4180).

    A cell that a spreadsheet would calculate, since it begins with = + - @ or a tab, gets an apostrophe before it, as
    OWASP recommends (https://owasp.org/www-community/attacks/CSV_Injection); None is an empty cell.
    """
    text = io.StringIO()
    csv.writer(text).writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue()


def _cell(value) -> str:
    text = "" if value is None else " ".join(str(value).split())
    dangerous = isinstance(value, str) and text.startswith(("=", "+", "-", "@")) and text != "-"
    return f"'{text}" if dangerous else text
