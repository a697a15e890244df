"""When: an expression of time with its value in EDTF (ISO 8601-2), as precise as its words."""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field, field_validator

from claims.selector import Place

_DATE = r"(?:\d{3}X|\d{2}XX|-?\d{4}(?:-\d{2}(?:-\d{2})?)?)[~?%]?"
_EDTF = re.compile(rf"{_DATE}(?:T\d{{2}}:\d{{2}}(?::\d{{2}})?Z?)?|(?:{_DATE}|\.\.)?/(?:{_DATE}|\.\.)?")


def _check_date(written: str) -> str:
    if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", written):
        raise ValueError("a date is written as 2026-11-24, 2026-11 or 2026")
    year, month, day = [*map(int, written.split("-")), 1, 1][:3]
    date(year, month, day)
    return written


CalendarDate = Annotated[str, AfterValidator(_check_date)]
"""A date as precise as it is known, and one that the calendar has: 2026, 2026-11, 2026-11-24."""


class Part(StrEnum):
    """Which part of a time the words mean: Anfang, Mitte, Ende 2022. No calendar says where it ends."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"


class TimeExpression(Place):
    """Words of a text that say when. `edtf` is None where they (with the publication date) do not date it.

    Quarters are months 33 to 36, half-years 40 and 41, seasons 21 to 24 as in EDTF level 2;
    since X is `X/..`, until X `../X`. `part` is the part of the time in `edtf` (of the one that is
    named, where the interval is open) that the words mean: Ende 2022 is 2022, late.
    """

    exact: str = Field(min_length=1)
    edtf: str | None = None
    part: Part | None = None

    @field_validator("edtf")
    @classmethod
    def _well_formed(cls, edtf: str | None) -> str | None:
        if edtf is not None and (not _EDTF.fullmatch(edtf) or edtf == "/"):
            raise ValueError(f"{edtf!r} is no EDTF date or interval")
        return edtf
