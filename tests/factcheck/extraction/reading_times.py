"""How the tests of times read a text."""

from datetime import date

from claims.reason import Language
from factcheck.extraction.times import find_times

PUBLISHED = date(2024, 3, 5)
"""A Tuesday."""


def values(text: str, language: Language, published: date | None = None) -> list[str]:
    """The EDTF values of a text in order, without qualifiers and without what is undated."""
    return [time.edtf.strip("~?%") for time in find_times(text, language, published) if time.edtf]
