"""Quantities: how many, with comparator and unit in normal form.

`find_quantities(text, language) -> list[Quantity]`
"""

from claims.quantity import Quantity
from claims.reason import Language
from factcheck.extraction.quantities.reading import Reading
from factcheck.extraction.times import scan

__all__ = ["find_quantities"]


def find_quantities(text: str, language: Language) -> list[Quantity]:
    """All counts and measures that a text gives a value, in order, not overlapping.

    Places are code points. Dates, years, clock times, ordinals, scores and numbers in names are left out.
    """
    tokens, moments = scan(text, language)
    taken = bytearray(len(tokens))
    for moment in moments:
        taken[moment.first : moment.stop] = b"\x01" * (moment.stop - moment.first)
    return Reading(tokens, text, language, taken).find()
