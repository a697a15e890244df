"""Capturing pages by their addresses, and what became of each try."""

from datetime import datetime

from pydantic import ConfigDict

from api.schemas.base import Entry, Person, Record, WebAddress
from api.schemas.sources import SnapshotRecord, SourceRecord
from claims.attempt import Outcome


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
