"""Articles and their texts."""

from datetime import datetime
from typing import Annotated

from pydantic import ConfigDict, Field

from api.schemas.base import (
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
from api.schemas.claims import DeskClaim
from claims.reason import Language
from factcheck.model import Tally


class CoverageRecord(Record):
    """How many sentences that make a claim are checked, of how many, and the same in code points; `statuses`
    counts all sentences of the text."""

    sentences: int
    of_sentences: int
    characters: int
    of_characters: int
    statuses: dict[str, int]


class ArticleRecord(Record):
    """An article; `version` is the number of its current text, `coverage` how far that is checked, `own_text`
    whether the desk wrote it."""

    id: int
    url: str | None
    title: str
    author: str
    publisher: str
    published: str | None
    language: Language
    own_text: bool
    version: int
    coverage: CoverageRecord
    created_at: datetime


class ArticlePage(Page[ArticleRecord]):
    """One page of articles, newest first."""


class ArticleView(Sparse):
    """How an article is wanted."""

    record = ArticleRecord


class ArticleQuery(ArticleView, Paging):
    """Which page of articles is wanted."""


class IngestedArticle(ArticleRecord):
    """`created` says whether the article is new, `changed` whether this reading gave it a new text."""

    created: bool
    changed: bool


class RevisionRecord(Record):
    """What became of the claims that the article had in version `before`: their ids.

    Unchanged and moved ones keep what was decided. Edited ones, those whose place is to be chosen and those
    that vanished lapsed where they had been decided.
    """

    before: int
    unchanged: tuple[int, ...]
    moved: tuple[int, ...]
    edited: tuple[int, ...]
    choose: tuple[int, ...]
    vanished: tuple[int, ...]


class Ingestion(Record):
    """The article and its claims, in the order of the text; `revision` is null unless it was read again."""

    article: IngestedArticle
    revision: RevisionRecord | None
    claims: tuple[DeskClaim, ...]


class SecondReadingRecord(Record):
    """What a language model found in the article: the count, and the claims that are new by it."""

    tally: Tally
    claims: tuple[DeskClaim, ...]


class VersionRecord(Record):
    """One text of an article, without the text."""

    number: int
    text_sha256: str
    media_type: str
    added_by: Person
    added_at: datetime


class Versions(Record):
    """All texts of an article, oldest first."""

    items: tuple[VersionRecord, ...]


class SentenceRecord(Record):
    """One sentence: where it stands, and why it makes no claim where it makes none."""

    start: int
    end: int
    why_none: str | None


class VersionText(VersionRecord):
    """One text of an article: every offset of its claims counts code points in `text`."""

    text: str
    sentences: tuple[SentenceRecord, ...]


class AsideRecord(Record):
    """A sentence that makes no claim, as a person said it, by its place in the current text."""

    id: int
    start: int
    end: int
    reason: str
    set_by: Person
    set_at: datetime


class Asides(Record):
    """The sentences of an article of which somebody said that they make no claim, in their order."""

    items: tuple[AsideRecord, ...]


class NewAside(Entry):
    """Why the sentence in which the code point `start` lies makes no claim."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"start": 0, "reason": "A headline."}]})

    start: Offset
    reason: Annotated[Text, Field(min_length=1, max_length=2000)]


class ArticlePath(Entry):
    """Which article."""

    article_id: QueryId


class AsidePath(ArticlePath):
    """Which sentence of which article."""

    aside_id: QueryId


class VersionPath(ArticlePath):
    """Which text of which article."""

    number: QueryId


class NewArticle(Document):
    """An article as text, or as a file's bytes in base64. What is said here about it goes before what
    the file says of itself. `article_id` makes it a new version of that article."""

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [{"required": ["text"]}, {"required": ["content"]}],
            "examples": [
                {
                    "text": "The club has at least twelve members. It was founded in Hull in 2011.",
                    "title": "A club and its members",
                    "publisher": "The Hull Courier",
                    "published": "2026-11-24",
                    "url": "https://courier.example/club",
                }
            ],
        }
    )

    language: Language | None = None
    title: Annotated[Text, Field(max_length=1000)] = ""
    author: Annotated[Text, Field(max_length=1000)] = ""
    publisher: Annotated[Text, Field(max_length=500)] = ""
    published: PartialDate | None = None
    url: WebAddress | None = None
    article_id: Id | None = None
    own_text: bool = Field(
        default=False, description="The desk wrote it: public reports may give its text whole."
    )
