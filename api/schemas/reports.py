"""What a report is on, in which format, and for whom."""

import re
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from api.schemas.base import Absent, Entry, QueryId, QueryMoment, Text
from claims.reason import Language
from factcheck.exports import Format
from factcheck.handing import BUNDLE
from factcheck.report import Scope, Style

_FORMATS = "|".join([*Format, BUNDLE])
_DAY = re.compile(r"(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}")


def _day(value: object) -> object:
    if isinstance(value, str) and not _DAY.fullmatch(value):
        raise ValueError("a day is written 2026-11-24, and is of 1900 to 2199")
    return value


QueryDay = Annotated[date, BeforeValidator(_day)]


class ReportWanted(Entry):
    """One of `article`, `claim`, `tag`, `search`, a span of days with `since`, `until` or both, or
    `everything`."""

    article: QueryId | Absent = None
    claim: QueryId | Absent = None
    tag: Annotated[Text, Field(max_length=100, description="As the desk spells it.")] = ""
    search: QueryId | Absent = Field(default=None, description="The number of a saved search.")
    since: QueryDay | Absent = Field(
        default=None, description="The first day of the desk's calendar, as 2026-11-24."
    )
    until: QueryDay | Absent = Field(default=None, description="The last day.")
    everything: bool = Field(default=False, description="All claims of the desk.")
    format: str = Field(
        default=Format.JSON.value,
        pattern=f"^({_FORMATS})$",
        description="`bundle` is a zip file of the others, signed, with snapshots and proofs.",
    )
    scope: Literal["public", "internal"] = Field(
        default="public", description="internal, with all that the desk knows, takes the role reviewer."
    )
    language: Language | Absent = Field(
        default=None, description="Of the report's own words; else as Accept-Language asks, else the desk's."
    )

    style: Style | Absent = Field(
        default=None,
        description="How html, pdf, docx and md cite works; else ISO 690 in German and APA in English.",
    )

    as_of: QueryMoment | Absent = Field(
        default=None, description="What stood at that moment, with its zone: 2026-11-24T14:30:00Z."
    )

    @model_validator(mode="after")
    def _on_one_thing(self) -> Self:
        span = self.since is not None or self.until is not None
        numbered = [number for number in (self.article, self.claim, self.search) if number is not None]
        if len(numbered) + bool(self.tag.strip()) + span + self.everything != 1:
            raise ValueError("say what to report on: article, claim, tag, search, days, or everything")
        if self.since and self.until and self.until < self.since:
            raise ValueError("the days end before they begin")
        return self

    @property
    def on(self) -> Scope:
        """What the report is about."""
        if self.article is not None:
            return Scope(id=self.article)
        if self.claim is not None:
            return Scope(kind="claim", id=self.claim)
        if self.search is not None:
            return Scope(kind="search", id=self.search)
        if self.tag.strip():
            return Scope(kind="tag", tag=self.tag.strip())
        return Scope(kind="span", since=self.since, until=self.until)
