"""Small raised signs of print: powers ("10⁶", "m²") stay, marks of notes go."""

import re

_MARK = re.compile(r"\[?(?:\d{1,3}|[*†‡§]{1,3}|[a-z]\)?)\]?(?:, ?\[?\d{1,3}\]?)*")
_POWERED = re.compile(r"\d$|(?<!\w)[kcdm]?m$")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d$")
_POWERS = str.maketrans("0123456789-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻")
_POWER = re.compile(r"[-−]?\d{1,3}")


def is_mark(text: str) -> bool:
    """Whether raised it can be the mark of a note."""
    return _MARK.fullmatch(text) is not None


def raise_figure(before: str, text: str) -> str:
    """What a small raised sign says: a power after a figure that is no year, or a unit; nothing where it
    marks a note; else its own words ("1st")."""
    sign = text.strip()
    if _POWER.fullmatch(sign) and _POWERED.search(before) and not _YEAR.search(before):
        return text.translate(_POWERS)
    return "" if is_mark(sign) else text
