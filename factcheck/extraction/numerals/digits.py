"""Numbers written in digits, in the style of a language.

German writes 200.000 and 3,5, English 200,000 and 3.5; both appear in texts of either language with
spaces between the thousands. A form that is good style in the other language only (1,062 in a German
text has three digits behind its comma, 3.5 one behind its point) is read as what it must be.
"""

import re

from claims.reason import Language
from factcheck.extraction.memo import remembered_by_language

_GROUPED = {
    "de": re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?"),
    "en": re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?"),
}
_DECIMAL = {"de": re.compile(r"\d+,\d+"), "en": re.compile(r"\d+\.\d+")}

_LONGEST = 24
"""Longer rows of digits are keys or accounts."""

_APOSTROPHES = re.compile("['’](?=[0-9]{3})")


@remembered_by_language
def read_digits(digits: str, language: Language) -> float | None:
    """The value of a digits token, None where it is no number (17:30, 1.2.2020)."""
    if len(digits) > _LONGEST:
        return None
    if digits.isdecimal():
        return float(digits)
    if digits[0] == ".":
        return float(digits)
    digits = _APOSTROPHES.sub("", digits)
    if digits.isdecimal():
        return float(digits)
    other: Language = "en" if language == "de" else "de"
    for style in (language, other):
        group, point = (".", ",") if style == "de" else (",", ".")
        if _GROUPED[style].fullmatch(digits):
            return float(digits.replace(group, "").replace(point, "."))
        if _DECIMAL[style].fullmatch(digits):
            return float(digits.replace(point, "."))
    return None
