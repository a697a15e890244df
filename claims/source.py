"""A source is a work that can be cited; a snapshot is what it said when it was captured."""

from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from pydantic import BaseModel, ConfigDict, Field
from sqlmodel import Field as Column
from sqlmodel import SQLModel

from claims.address import WebAddress
from claims.columns import UtcDateTime, choice
from claims.time import CalendarDate


class SourceClass(StrEnum):
    """How near the source is to the matter."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    TERTIARY = "tertiary"


class SourceDraft(BaseModel):
    """Fields of a CSL item (https://docs.citationstyles.org) and what the desk adds to them.

    Sources with the same `independence` count as one.
    """

    model_config = ConfigDict(frozen=True)

    type: str = Field(default="webpage", pattern=r"^[a-z][a-z_-]{1,39}$")
    title: str = Field(min_length=1, max_length=1000)
    author: str = Field(default="", max_length=1000)
    publisher: str = Field(default="", max_length=500)
    issued: CalendarDate | None = None
    url: WebAddress | None = None
    language: str | None = Field(default=None, max_length=35)
    doi: str | None = Field(default=None, max_length=300, pattern=r"^10\.\d{4,9}/\S+$")
    container: str = Field(default="", max_length=500)
    details: dict[str, str] = Field(default_factory=dict)
    source_class: SourceClass = SourceClass.SECONDARY
    class_reason: str = Field(default="", max_length=500)
    independence: str = Field(default="", max_length=200)
    confidential: bool = False


class Source(SQLModel, table=True):
    """A work that can be cited. `container` is what it appeared in (container-title), `details` are other
    CSL variables by their names (volume, issue, page, number, event-title …), `class_reason` says why it
    has its class."""

    id: int | None = Column(default=None, primary_key=True)
    type: str
    title: str
    author: str
    publisher: str
    issued: str | None = None
    url: str | None = Column(default=None, index=True)
    language: str | None = None
    source_class: SourceClass = Column(sa_type=choice(SourceClass))
    independence: str
    confidential: bool
    doi: str | None = None
    container: str = ""
    details: dict[str, str] = Column(default_factory=dict, sa_type=sa.JSON)
    class_reason: str = ""
    created_at: datetime = Column(sa_type=UtcDateTime)


class Capture(StrEnum):
    """How the snapshot came in."""

    UPLOADED = "uploaded"
    PASTED = "pasted"
    FETCHED = "fetched"
    """from its address, by the desk"""
    ARCHIVED = "archived"
    """from a WARC or WACZ file that was captured by hand"""


class SnapshotDraft(BaseModel):
    """The bytes as they were handed in and the text that quotes are looked up in; the rest as `Snapshot` has
    it."""

    model_config = ConfigDict(frozen=True)

    content: bytes = Field(repr=False)
    media_type: str
    text: str = Field(min_length=1)
    capture: Capture
    requested_url: str | None = None
    final_url: str | None = None
    http_status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    redirects: tuple[dict[str, Any], ...] = ()
    archive_url: str | None = None
    pages: tuple[int, ...] = ()
    description: str = ""


class Snapshot(SQLModel, table=True):
    """What a source said when it was captured. Never changed; `sha256` is over `content`.

    Of what was fetched: the address that was asked for, the one that answered, its status and headers
    (name and value, as they came), and each redirect on the way. `archive_url` is the same in a public
    archive (Memento), `pages` the offsets in `text` at which pages begin, `description` what a person
    says of a picture or a recording.
    """

    id: int | None = Column(default=None, primary_key=True)
    source_id: int = Column(foreign_key="source.id", index=True)
    content: bytes
    media_type: str
    text: str
    sha256: str
    capture: Capture = Column(sa_type=choice(Capture))
    captured_by: int = Column(foreign_key="account.id")
    captured_at: datetime = Column(sa_type=UtcDateTime)
    requested_url: str | None = None
    final_url: str | None = None
    http_status: int | None = None
    headers: list[list[str]] = Column(default_factory=list, sa_type=sa.JSON)
    redirects: list[dict[str, Any]] = Column(default_factory=list, sa_type=sa.JSON)
    archive_url: str | None = None
    pages: list[int] = Column(default_factory=list, sa_type=sa.JSON)
    description: str = ""
