"""Capturing pages by their addresses, what became of each try, and corrections of a source's fields."""

from datetime import datetime
from typing import Annotated

from pydantic import ConfigDict, Field

from api.schemas.base import Entry, PartialDate, Person, Record, Text, WebAddress
from api.schemas.sources import SnapshotRecord, SourceRecord
from claims.attempt import Outcome
from claims.source import SourceClass


class NewCapture(Entry):
    """The address of a page to keep as it is now."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"url": "https://example.org/report"}]})

    url: WebAddress
    confidential: bool = False


class AttemptRecord(Record):
    """What became of a try. None of the outcomes says anything about a claim; `said` tells it in words."""

    id: int
    source_id: int | None
    url: str
    outcome: Outcome
    http_status: int | None
    snapshot_id: int | None
    said: str
    tried_by: Person
    tried_at: datetime


class Attempts(Record):
    """The tries at a source, the last one first."""

    items: tuple[AttemptRecord, ...]


class CaptureRecord(Record):
    """A try, and the source and the snapshot that it brought or found unchanged."""

    attempt: AttemptRecord
    source: SourceRecord | None
    snapshot: SnapshotRecord | None


class SourcePatch(Entry):
    """New values for fields of a source; what is not given stays."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"publisher": "Hull City Council"}]})

    type: str = Field(default="webpage", pattern=r"^[a-z][a-z_-]{1,39}$")
    title: Annotated[Text, Field(min_length=1, max_length=1000)] = "?"
    author: Annotated[Text, Field(max_length=1000)] = ""
    publisher: Annotated[Text, Field(max_length=500)] = ""
    container: Annotated[Text, Field(max_length=500)] = ""
    issued: PartialDate | None = None
    url: WebAddress | None = None
    doi: Annotated[Text, Field(max_length=300, pattern=r"^10\.\d{4,9}/\S+$")] | None = None
    language: Annotated[Text, Field(max_length=35)] | None = None
    source_class: SourceClass = SourceClass.SECONDARY
    class_reason: Annotated[Text, Field(max_length=500)] = ""
