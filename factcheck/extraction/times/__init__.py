"""Expressions of time with their EDTF values.

`find_times(text, language, published) -> list[TimeExpression]`
"""

from datetime import date

from claims.reason import Language
from claims.time import TimeExpression
from factcheck.extraction.numerals import tokenize
from factcheck.extraction.times.moments import Moment, find_moments
from factcheck.extraction.times.reading import date_moments

__all__ = ["Moment", "date_moments", "find_moments", "find_times"]


def find_times(text: str, language: Language, published: date | None = None) -> list[TimeExpression]:
    """All expressions of time in a text, in order, not overlapping; places in code points.

    What counts from the day of publication (gestern, last year, am Montag, a date without a year) has
    an `edtf` only where `published` is given. A value is never more precise than its words.
    """
    tokens = tokenize(text)
    return date_moments(find_moments(tokens, text, language), tokens, text, language, published)
