"""Mail on its way out, and knocks at the doors that are open to anybody."""

from datetime import datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field as Column
from sqlmodel import SQLModel

from claims.columns import UtcDateTime, choice


class Letter(SQLModel, table=True):
    """One mail to one person: about a ticket, or about the notices that name it. Its words are written when
    it is sent, so nothing of it is kept here.

    Whoever sends it moves `try_at` first, so that no two do; it is closed when a server took it, or when
    there is nothing left to say (all of it was read, the ticket is over). `failure` is why the last of
    `tries` failed.
    """

    __table_args__ = (
        sa.Index(
            "ix_letter_waiting",
            "try_at",
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        ),
    )

    id: int | None = Column(default=None, primary_key=True)
    account_id: int = Column(foreign_key="account.id")
    ticket_id: int | None = Column(default=None, foreign_key="ticket.id")
    made_at: datetime = Column(sa_type=UtcDateTime)
    try_at: datetime = Column(sa_type=UtcDateTime)
    tries: int = 0
    failure: str = ""
    sent_at: datetime | None = Column(default=None, sa_type=UtcDateTime)
    closed_at: datetime | None = Column(default=None, sa_type=UtcDateTime)


class Door(StrEnum):
    """What anybody may knock at, and by which mark the knocks are counted."""

    RESET_NAME = "reset_name"
    """forgotten passwords, by the name that was typed; such a knock waits to be answered by mail"""
    RESET_ADDRESS = "reset_address"
    OBJECTION = "objection"
    """the readers' form, by network address"""
    LOGIN_NAME = "login_name"
    """log-ins from browsers that are not known, by the name that was typed"""
    LOGIN_BROWSER = "login_browser"
    """log-ins from a browser in which this account logged in before"""
    LOGIN_NETWORK = "login_network"
    CODE = "code"
    """one-time codes, by account"""


class Knock(SQLModel, table=True):
    """That somebody knocked. `mark` is a keyed digest of the name or address: it can be counted and
    compared, not read."""

    __table_args__ = (sa.Index("ix_knock_count", "door", "mark", "at"),)

    id: int | None = Column(default=None, primary_key=True)
    door: Door = Column(sa_type=choice(Door))
    mark: str
    at: datetime = Column(sa_type=UtcDateTime)
    answered_at: datetime | None = Column(default=None, sa_type=UtcDateTime)
