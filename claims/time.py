"""When: an expression of time with its value in EDTF (ISO 8601-2), as precise as its words."""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator

from claims.selector import Words

_DATE = r"(?:\d{3}X|\d{2}XX|-?\d{4}(?:-\d{2}(?:-\d{2})?)?)[~?%]?"
_EDTF = re.compile(rf"{_DATE}(?:T\d{{2}}:\d{{2}}(?::\d{{2}})?Z?)?|(?:{_DATE}|\.\.)?/(?:{_DATE}|\.\.)?")

_MONTHLY = re.compile(r"(?<!\d)(\d{4})-(\d{2})(?:-(\d{2}))?")
_MONTHS = {*range(1, 13), *range(21, 25), *range(33, 37), 40, 41}


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


class Moment(BaseModel):
    """When, wherever it is said. `edtf` is None where nothing dates it.

    Quarters are months 33 to 36, half-years 40 and 41, seasons 21 to 24 as in EDTF level 2;
    since X is `X/..`, until X `../X`. `part` is the part of the time in `edtf` (of the one that is
    named, where the interval is open) that the words mean: Ende 2022 is 2022, late.
    """

    model_config = ConfigDict(frozen=True)

    edtf: str | None = None
    part: Part | None = None

    @field_validator("edtf")
    @classmethod
    def _well_formed(cls, edtf: str | None) -> str | None:
        if edtf is not None and (not _EDTF.fullmatch(edtf) or edtf == "/"):
            raise ValueError(f"{edtf!r} is no EDTF date or interval")
        return edtf


class TimeExpression(Moment, Words):
    """Words of a text that say when, dated where they are dated by themselves or by the publication date."""


class TimeDraft(Moment):
    """A time as a person states it: by the claim's words that say it. `start` is where they begin in the
    article, needed where they stand in the claim more than once."""

    exact: str = Field(min_length=1, max_length=500)
    start: int | None = Field(default=None, ge=0)

    @field_validator("edtf")
    @classmethod
    def _on_the_calendar(cls, edtf: str | None) -> str | None:
        for year, month, day in _MONTHLY.findall(edtf or ""):
            if int(month) not in _MONTHS:
                raise ValueError("no such month, season, quarter or half-year")
            if day:
                date(int(year), int(month), int(day))
        return edtf
