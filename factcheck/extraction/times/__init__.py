"""Expressions of time with their EDTF values.

`find_times(text, language, published) -> list[TimeExpression]`
"""

from datetime import date

from claims.reason import Language
from claims.time import TimeExpression
from factcheck.extraction.times.moments import Moment, Scan, scan
from factcheck.extraction.times.reading import date_moments

__all__ = ["Moment", "Scan", "find_times", "scan"]


def find_times(text: str, language: Language, published: date | None = None) -> list[TimeExpression]:
    """All expressions of time in a text, in order, not overlapping; places in code points.

    What counts from the day of publication (gestern, last year, am Montag, a date without a year) has
    an `edtf` only where `published` is given. A value is never more precise than its words.
    """
    return date_moments(scan(text, language), text, language, published)
