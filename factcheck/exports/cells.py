"""The cells of a table: quoted, and neutralised where a spreadsheet would run them."""

import re
from datetime import datetime

_FORMULA = re.compile(r"[\s'\ufeff]*[=+\-@＝＋－＠]|'*[\t\r\n]")


def neutralise(cell: str) -> str:
    """An apostrophe before what a spreadsheet would take for a formula: = + - @, tab, line end.

    Nothing is lost: take one apostrophe away where such a character follows the leading apostrophes.
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def said(cell: str | None) -> str:
    """A text as a cell, neutralised; an empty one for none."""
    if not cell:
        return '""'
    if not cell[0].isalnum():  # else it is no formula
        cell = neutralise(cell)
    return '"' + cell.replace('"', '""') + '"'


def quote(cell: str) -> str:
    """A cell that cannot be a formula."""
    return '"' + cell.replace('"', '""') + '"'


def time(at: datetime | None) -> str:
    """A moment in UTC, to the second; empty for none."""
    return at.isoformat(timespec="seconds").replace("+00:00", "Z") if at else ""


def yes(holds: bool) -> str:
    return "yes" if holds else "no"
