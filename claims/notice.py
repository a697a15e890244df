"""What somebody is told: that a claim was assigned to them, sent back, challenged, is due …"""

from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field as Column
from sqlmodel import SQLModel

from claims.columns import UtcDateTime, choice
from claims.letter import Letter


class Occasion(StrEnum):
    """Why somebody is told."""

    ASSIGNED = "assigned"
    SENT_BACK = "sent_back"
    APPROVAL_WANTED = "approval_wanted"
    ADJUDICATION_WANTED = "adjudication_wanted"
    DUE = "due"
    CHALLENGED = "challenged"
    LAPSED = "lapsed"
    ANSWERED = "answered"
    """what somebody asked the desk to check has a verdict, or was set aside"""
    QUOTE_GONE = "quote_gone"
    """the live page no longer has words that a verdict rests on"""


class Notice(SQLModel, table=True):
    """One line in somebody's inbox. It says nothing by itself: `event_seq` is the event it tells of, and
    `body` what no event has (the deadline that comes near). `letter_id` is the mail that tells of it, and
    `mailed_at` when a server took that, where mail is set up."""

    __table_args__ = (
        sa.Index("ix_notice_inbox", "account_id", "read_at", "id"),
        sa.Index(
            "ix_notice_unmailed",
            "id",
            sqlite_where=sa.text("mailed_at IS NULL"),
            postgresql_where=sa.text("mailed_at IS NULL"),
        ),
    )

    id: int | None = Column(default=None, primary_key=True)
    account_id: int = Column(foreign_key="account.id")
    occasion: Occasion = Column(sa_type=choice(Occasion))
    claim_id: int | None = Column(default=None, foreign_key="claim.id", index=True)
    event_seq: int | None = None
    body: dict[str, Any] = Column(sa_type=sa.JSON)
    created_at: datetime = Column(sa_type=UtcDateTime)
    read_at: datetime | None = Column(default=None, sa_type=UtcDateTime)
    mailed_at: datetime | None = Column(default=None, sa_type=UtcDateTime)
    letter_id: int | None = Column(default=None, foreign_key=f"{Letter.__tablename__}.id", index=True)


class NoticeMark(SQLModel, table=True):
    """The last event of which everybody concerned was told; the notices read on from there."""

    __tablename__ = "notice_mark"

    id: int = Column(primary_key=True)
    seq: int


class Purpose(StrEnum):
    """What a ticket lets somebody do once."""

    INVITATION = "invitation"
    RESET = "reset"


class Ticket(SQLModel, table=True):
    """A link sent by e-mail with which somebody sets a password: kept as the SHA-256 of its secret."""

    id: int | None = Column(default=None, primary_key=True)
    account_id: int = Column(foreign_key="account.id", index=True)
    purpose: Purpose = Column(sa_type=choice(Purpose))
    sha256: str = Column(unique=True)
    made_by: int | None = Column(default=None, foreign_key="account.id")
    made_at: datetime = Column(sa_type=UtcDateTime)
    expires_at: datetime = Column(sa_type=UtcDateTime)
    used_at: datetime | None = Column(default=None, sa_type=UtcDateTime)
