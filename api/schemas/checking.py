"""What is proposed and asked while a claim is checked: passages to read, the checklist, owners of outlets."""

from datetime import datetime
from typing import Annotated

from pydantic import ConfigDict, Field

from api.schemas.base import Entry, Person, QueryId, Record, Text
from claims.verdict import Point

Outlet = Annotated[Text, Field(min_length=1, max_length=200)]


class PassageQuery(Entry):
    """Which snapshot, and how many passages."""

    snapshot_id: QueryId
    limit: Annotated[int, Field(ge=1, le=20)] = 8


class PassageRecord(Record):
    """A passage to read: its place in the snapshot's text, the sentences beside it, and why."""

    start: int
    end: int
    exact: str
    before: str
    after: str
    reasons: tuple[str, ...]


class Passages(Record):
    """The passages of a snapshot that are proposed for a claim, best first."""

    items: tuple[PassageRecord, ...]


class CheckedPoint(Record):
    """A point of the checklist: `met` by what there is; `blocks` where nobody can submit while it is open
    and no reason is given; `to_do` says what meets it, null where it is met."""

    point: Point
    met: bool
    blocks: bool
    to_do: str | None


class SourceGroup(Record):
    """Sources that count as one, and why."""

    source_ids: tuple[int, ...]
    reasons: tuple[str, ...]


class Checklist(Record):
    """What to look at before the claim is submitted. `sources` counts those that are cited for more than
    context, `independent` how many of them stand for themselves; `groups` lists these."""

    points: tuple[CheckedPoint, ...]
    sources: int
    independent: int
    groups: tuple[SourceGroup, ...]


class OwnerRecord(Record):
    """That an outlet (a host name or a publisher's name) belongs to somebody."""

    outlet: str
    owner: str
    set_by: Person
    set_at: datetime


class Owners(Record):
    """Who owns which outlet, by owner."""

    items: tuple[OwnerRecord, ...]


class NewOwner(Entry):
    """An outlet, by host name, address or publisher's name, and who owns it."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"outlet": "morning.example", "owner": "Northern Press Group"}]}
    )

    outlet: Outlet
    owner: Outlet


class OwnerPath(Entry):
    """Which outlet is meant."""

    outlet: Outlet
