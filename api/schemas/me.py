"""Who is asking, and what came into their inbox."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import ConfigDict, Field, model_validator

from api.schemas.base import Entry, Id, Paging, QueryFlag, Record
from claims.notice import Occasion
from claims.reason import Language
from claims.workflow import Role


class Me(Record):
    """The account of the token that came with the request."""

    id: int
    name: str
    display_name: str
    roles: tuple[Role, ...]
    language: Language


class NoticeRecord(Record):
    """A line of the inbox. `event` is the number of the entry in the history that it tells of, null for a
    deadline, whose moment is `due` then."""

    id: int
    occasion: Occasion
    claim_id: int
    event: int | None
    due: datetime | None
    created_at: datetime
    read_at: datetime | None


class Inbox(Record):
    """One page of the inbox; `unread` counts all that is unread, up to 100."""

    items: tuple[NoticeRecord, ...]
    unread: int
    next: str | None = None


class InboxQuery(Paging):
    """Newest first; with `unread` only those that nobody read yet."""

    unread: QueryFlag = False


class InboxPatch(Entry):
    """Which notices were read: these, or all up to and with number `until`, so that what came in meanwhile
    stays unread."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"until": 1}, {"ids": [1]}]})

    ids: Annotated[tuple[Id, ...], Field(max_length=200)] = ()
    until: Id | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if bool(self.ids) == (self.until is not None):
            raise ValueError("give ids or until, one of the two")
        return self
