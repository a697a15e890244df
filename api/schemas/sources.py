"""Sources, their snapshots, and the evidence quoted from them."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import ConfigDict, Field, model_validator

from api.schemas.base import (
    Absent,
    AsOf,
    Document,
    Entry,
    Id,
    Offset,
    Page,
    Paging,
    PartialDate,
    Person,
    QueryId,
    Record,
    Sparse,
    Text,
    WebAddress,
)
from api.schemas.claims import ClaimPath, DeskClaim
from claims.evidence import EvidenceDraft
from claims.source import Capture, SnapshotDraft, SourceClass, SourceDraft
from claims.verdict import Stance
from factcheck.evidence.primary import class_of
from factcheck.reading import read_document


class SourceRecord(Record):
    """A work that can be cited."""

    id: int
    type: str
    title: str
    author: str
    publisher: str
    issued: str | None
    url: str | None
    doi: str | None
    container: str
    details: dict[str, str]
    language: str | None
    source_class: SourceClass
    class_reason: str
    independence: str
    confidential: bool
    created_at: datetime


class SourcePage(Page[SourceRecord]):
    """One page of sources, newest first."""


class SnapshotRecord(Record):
    """What a source said when it was captured; `sha256` is over the bytes that came in. Of what was fetched:
    the address asked for and the one that answered, with its status. `archive_url` is the same in a public
    archive, `pages` the offsets in the text at which pages begin, `description` what a person says of a
    picture or a recording."""

    id: int
    source_id: int
    sha256: str
    media_type: str
    capture: Capture
    captured_by: Person
    captured_at: datetime
    requested_url: str | None
    final_url: str | None
    http_status: int | None
    archive_url: str | None
    pages: tuple[int, ...]
    description: str


class Snapshots(Record):
    """All snapshots of a source, newest first."""

    items: tuple[SnapshotRecord, ...]


class SnapshotText(SnapshotRecord):
    """A snapshot with the text that quotes are looked up in."""

    text: str


class CapturedSource(Record):
    """A source and the snapshot that came in with it."""

    source: SourceRecord
    snapshot: SnapshotRecord


class EvidenceRecord(Record):
    """A quote at its place in a snapshot and how it stands to the claim. `retracted_at` is set where it
    was set aside; `transcribed` where a person wrote the words down from a picture or a recording;
    `gone_at` is when the live page was first seen without the words."""

    id: int
    claim_id: int
    snapshot_id: int
    source: SourceRecord
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    stance: Stance
    note: str
    captured_at: datetime
    added_by: Person
    added_at: datetime
    retracted_at: datetime | None
    transcribed: bool
    gone_at: datetime | None


class SourceView(Sparse):
    """How a source is wanted."""

    record = SourceRecord


class SourceQuery(SourceView, Paging):
    """Which page of sources is wanted."""


class EvidenceView(AsOf):
    """When it was the evidence."""


class EvidenceList(Record):
    """All evidence of a claim, set aside or not, oldest first."""

    items: tuple[EvidenceRecord, ...]


class CitedEvidence(Record):
    """The evidence that was added or set aside, and the claim as it is now."""

    evidence: EvidenceRecord
    claim: DeskClaim


class SourcePath(Entry):
    """Which source."""

    source_id: QueryId


class SnapshotPath(Entry):
    """Which snapshot."""

    snapshot_id: QueryId


class EvidencePath(ClaimPath):
    """Which piece of evidence of which claim."""

    evidence_id: QueryId


class NewSnapshot(Document):
    """What the source says, as text or as a file's bytes in base64."""

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [{"required": ["text"]}, {"required": ["content"]}],
            "examples": [{"text": "The register lists 14 members."}],
        }
    )

    @property
    def draft(self) -> SnapshotDraft:
        """Raises UnreadableDocument."""
        content = self.document
        document = read_document(content, media_type=self.media_type)
        return SnapshotDraft(
            content=content,
            media_type=document.media_type,
            text=document.text,
            capture=Capture.UPLOADED if self.content else Capture.PASTED,
        )


class NewSource(Entry):
    """A work that can be cited: fields of a CSL item and what the desk adds to them. Without a
    `source_class` a well-known source has its own, any other is secondary."""

    type: str = Field(default="webpage", pattern=r"^[a-z][a-z_-]{1,39}$")
    title: Annotated[Text, Field(min_length=1, max_length=1000)]
    author: Annotated[Text, Field(max_length=1000)] = ""
    publisher: Annotated[Text, Field(max_length=500)] = ""
    issued: PartialDate | None = None
    url: WebAddress | None = None
    language: Annotated[Text, Field(max_length=35)] | None = None
    source_class: SourceClass | None = None
    class_reason: Annotated[Text, Field(max_length=500)] = ""
    independence: Annotated[Text, Field(max_length=200)] = ""
    confidential: bool = False

    @property
    def draft(self) -> SourceDraft:
        fields = self.model_dump(include=set(SourceDraft.model_fields))
        return SourceDraft(
            **fields | {"source_class": self.source_class or class_of(self.url, self.publisher)}
        )


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


class SourceWithSnapshot(NewSource):
    """A source together with what it said when it was captured."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "title": "Register of clubs",
                    "publisher": "Hull City Council",
                    "source_class": "primary",
                    "snapshot": {"text": "The register lists 14 members."},
                }
            ]
        }
    )

    snapshot: NewSnapshot


class Citation(Entry):
    """A quote for a claim, from a snapshot the desk has, or from a source that comes in with it.

    `start` says which occurrence of the quote is meant where there is more than one.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [{"required": ["snapshot_id"]}, {"required": ["source"]}],
            "examples": [
                {
                    "source": {
                        "title": "Register of clubs",
                        "source_class": "primary",
                        "snapshot": {"text": "The register lists 14 members."},
                    },
                    "quote": "lists 14 members",
                    "stance": "supports",
                },
                {"snapshot_id": 3, "quote": "lists 14 members", "stance": "supports"},
            ],
        }
    )

    snapshot_id: Id | Absent = None
    source: SourceWithSnapshot | Absent = None
    quote: Annotated[Text, Field(min_length=1, max_length=5000)]
    stance: Stance
    note: Annotated[Text, Field(max_length=5000)] = ""
    start: Offset | None = None

    @model_validator(mode="after")
    def _from_one_place(self) -> Self:
        given = self.model_fields_set & {"snapshot_id", "source"}
        if len(given) != 1 or (self.snapshot_id is None and self.source is None):
            raise ValueError("give snapshot_id or source, one of the two")
        return self

    def draft(self, snapshot_id: int) -> EvidenceDraft:
        return EvidenceDraft(
            snapshot_id=snapshot_id, quote=self.quote, stance=self.stance, note=self.note, start=self.start
        )
