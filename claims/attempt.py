"""What became of a try to capture a source, and who owns which outlet."""

from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field as Column
from sqlmodel import SQLModel

from claims.columns import UtcDateTime, choice


class Outcome(StrEnum):
    """What happened. Nothing here says whether a claim holds: a page that cannot be had proves nothing."""

    CAPTURED = "captured"
    UNCHANGED = "unchanged"
    """captured again with the same text: the earlier snapshot stands"""
    BLOCKED = "blocked"
    """the desk itself would not go there: the address is private, or no http"""
    REFUSED = "refused"
    """the server has it and does not give it: 401, 402, 403, 429"""
    NOT_FOUND = "not_found"
    """404, 410"""
    TIMED_OUT = "timed_out"
    UNREACHABLE = "unreachable"
    """no address, no connection, no valid certificate"""
    TOO_LARGE = "too_large"
    NO_TEXT = "no_text"
    FAILED = "failed"
    """any other answer: 5xx, too many redirects, broken HTTP"""


class Attempt(SQLModel, table=True):
    """One try. `url` is where it went, `detail` what fills the sentence about it; `source_id` is None where
    no source came of it."""

    id: int | None = Column(default=None, primary_key=True)
    source_id: int | None = Column(default=None, foreign_key="source.id", index=True)
    url: str
    outcome: Outcome = Column(sa_type=choice(Outcome))
    http_status: int | None = None
    detail: dict[str, Any] = Column(sa_type=sa.JSON)
    snapshot_id: int | None = Column(default=None, foreign_key="snapshot.id")
    tried_by: int = Column(foreign_key="account.id")
    tried_at: datetime = Column(sa_type=UtcDateTime)


class Owner(SQLModel, table=True):
    """That an outlet (a host name or a publisher's name, in small letters) belongs to somebody: sources of
    one owner do not count as independent."""

    id: int | None = Column(default=None, primary_key=True)
    outlet: str = Column(unique=True)
    name: str
    set_by: int = Column(foreign_key="account.id")
    set_at: datetime = Column(sa_type=UtcDateTime)
