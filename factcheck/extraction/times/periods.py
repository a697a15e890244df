"""Periods and moments that are written alike in German and English: Q3 2021, 3Q21, H1, FY22, ISO 8601."""

import re

from factcheck.extraction.times.dates import YEAR, expand_year, iso_date, of_year, year_span
from factcheck.extraction.times.families import Entry, Family
from factcheck.extraction.times.values import Value

Match = re.Match[str]

_SHORT = r"[0-9]{2}(?![0-9])"
_YEAR_BEHIND = rf"(?: ?(?P<y>{YEAR})|/?['’‘]?(?P<yy>{_SHORT}))"
_FISCAL_YEARS = (*(f"{year:02d}" for year in range(100)), *(str(year) for year in range(1990, 2060)))


def _year(match: Match) -> str | None:
    return match["y"] or match["yy"]


def _read_quarter(match: Match) -> Value:
    return of_year(32 + int(match["q"]), _year(match), None)


def _read_half(match: Match) -> Value:
    return of_year(39 + int(match["h"]), _year(match), None)


def _read_fiscal(match: Match) -> Value | None:
    year = expand_year(match["y"] or match["yy"])
    return Value(edtf=year) if match["last"] is None else year_span(year, match["last"])


def _read_years(match: Match) -> Value | None:
    """2015-2020, 2019/20, and 2019-03, which is a month."""
    backwards = len(match["b"]) == 2 and match["b"] <= match["a"][2:] and match["a"][2:] != "99"
    return None if backwards and match["sign"] == "/" else year_span(match["a"], match["b"])


def _read_iso(match: Match) -> Value | None:
    clock = f"{match['h']}:{match['min']}" if match["h"] else None
    return iso_date(match["y"], match["n"], match["d"], clock)


STARTS: tuple[Entry, ...] = (
    (
        ("h1", "h2"),
        Family(rf"[Hh](?P<h>[12])(?: ?/? ?(?P<y>{YEAR})|(?:/| ?['’‘])(?P<yy>{_SHORT}))", _read_half),
    ),
    (
        ("fy", "f", *(f"fy{year}" for year in _FISCAL_YEARS)),  # FY22 may be cut as F and Y22
        Family(
            rf"FY ?(?:(?P<y>(?:19|20)[0-9]{{2}})|['’‘]?(?P<yy>[0-9]{{2}}))(?![0-9])"
            rf"(?:[/-](?P<last>(?:20)?{_SHORT}))?",
            _read_fiscal,
        ),
    ),
)
DIGITS: tuple[Family, ...] = (
    Family(
        r"(?P<y>[12][0-9]{3})-(?P<n>[01][0-9])-(?P<d>[0-3][0-9])"
        r"(?:[T ](?P<h>[01][0-9]|2[0-3]):(?P<min>[0-5][0-9])(?::[0-9]{2}(?:\.[0-9]{1,6})?)?"
        r"(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?(?![0-9])",
        _read_iso,
    ),
    Family(rf"(?P<q>[1-4])Q(?:{_YEAR_BEHIND}|(?!\w))", _read_quarter),
    Family(rf"(?P<h>[12])H{_YEAR_BEHIND}", _read_half),
)
YEARS = Family(
    r"(?P<a>1[0-9]{3}|20[0-9]{2}) ?(?P<sign>[-–—/]) ?"
    r"(?P<b>1[0-9]{3}|20[0-9]{2}|(?<=[-–/])[0-9]{2})(?![0-9]|[.,][0-9]|[-–])",
    _read_years,
)
"""Two years with a sign between them, to be tried after all longer dates."""
