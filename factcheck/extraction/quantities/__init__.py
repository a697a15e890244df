"""Quantities: how many, with comparator and unit in normal form.

`find_quantities(text, language) -> list[Quantity]`
"""

from claims.quantity import Quantity
from claims.reason import Language
from factcheck.extraction.numerals import Token, tokenize
from factcheck.extraction.quantities.reading import Reading
from factcheck.extraction.times import Moment, find_moments

__all__ = ["find_quantities", "read_quantities"]


def find_quantities(text: str, language: Language) -> list[Quantity]:
    """All counts and measures that a text gives a value, in order, not overlapping.

    Places are code points. Dates, years, clock times, ordinals, scores and numbers in names are left out.
    """
    tokens = tokenize(text)
    return read_quantities(tokens, find_moments(tokens, text, language), text, language)


def read_quantities(
    tokens: list[Token], moments: list[Moment], text: str, language: Language
) -> list[Quantity]:
    """The same for a text whose tokens and times are known."""
    taken = bytearray(len(tokens))
    for moment in moments:
        taken[moment.first : moment.stop] = b"\x01" * (moment.stop - moment.first)
    return Reading(tokens, text, language, taken).find()
