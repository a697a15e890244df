"""Who works here: accounts with roles, and the tokens of their programs."""

import re
from datetime import datetime
from enum import StrEnum

import sqlalchemy as sa
from pydantic import BaseModel, ConfigDict, Field, field_validator
from sqlmodel import Field as Column
from sqlmodel import SQLModel

from claims.address import MAIL_ADDRESS
from claims.columns import UtcDateTime, choice
from claims.reason import Language
from claims.workflow import Role

NAME = re.compile(r"[a-z0-9][a-z0-9._@-]{0,63}")


class AccountDraft(BaseModel):
    """An account to be made. Without a password it acts (a command, a timer), but cannot log in."""

    model_config = ConfigDict(frozen=True)

    name: str
    display_name: str = Field(default="", max_length=200)
    roles: frozenset[Role] = frozenset()
    language: Language = "en"
    email: str = Field(default="", max_length=254, pattern=rf"^({MAIL_ADDRESS})?$")
    password: str | None = Field(default=None, min_length=12, max_length=1000, repr=False)

    @field_validator("name")
    @classmethod
    def _usable(cls, name: str) -> str:
        if not NAME.fullmatch(name):
            raise ValueError("a name has lower-case letters, digits and . _ @ -")
        return name


class Account(SQLModel, table=True):
    """Somebody who works here, or a command or timer that acts: without a password nobody logs in.

    `totp_secret` is the key of their one-time codes (RFC 6238), enciphered with the desk's; it counts from
    `totp_since` on, when a first code was shown. `totp_step` is the last step whose code was taken, so that
    none is taken twice. `erased_at`: the person's data were removed on lawful request.
    """

    id: int | None = Column(default=None, primary_key=True)
    name: str = Column(unique=True)
    display_name: str
    roles: list[str] = Column(sa_type=sa.JSON)
    language: Language = Column(sa_type=sa.Text)
    email: str = ""
    wants_mail: bool = True
    password_hash: str | None = None
    created_at: datetime = Column(sa_type=UtcDateTime)
    disabled_at: datetime | None = Column(default=None, sa_type=UtcDateTime)
    totp_secret: str | None = None
    totp_since: datetime | None = Column(default=None, sa_type=UtcDateTime)
    totp_step: int | None = None
    erased_at: datetime | None = Column(default=None, sa_type=UtcDateTime)

    @property
    def role_set(self) -> frozenset[Role]:
        return frozenset(Role(role) for role in self.roles)


class Token(SQLModel, table=True):
    """A program's key, kept as the SHA-256 of the secret, so that the database gives none away. `scopes` are
    what it may be used for."""

    id: int | None = Column(default=None, primary_key=True)
    account_id: int = Column(foreign_key="account.id", index=True)
    label: str
    sha256: str = Column(unique=True)
    scopes: list[str] = Column(default_factory=list, sa_type=sa.JSON)
    created_at: datetime = Column(sa_type=UtcDateTime)
    expires_at: datetime | None = Column(default=None, sa_type=UtcDateTime)
    revoked_at: datetime | None = Column(default=None, sa_type=UtcDateTime)
    used_at: datetime | None = Column(default=None, sa_type=UtcDateTime)


class Login(SQLModel, table=True):
    """One log-in of a person, from logging in to logging out. The cookie holds its key, the row the
    key's SHA-256: ended here, it is ended wherever the cookie may be. `browser` and `network` are how the
    person knows it again, `seen_at` is when it was last used, to about a minute."""

    id: int | None = Column(default=None, primary_key=True)
    account_id: int = Column(foreign_key="account.id", index=True)
    sha256: str = Column(unique=True)
    browser: str = ""
    network: str = ""
    begun_at: datetime = Column(sa_type=UtcDateTime)
    seen_at: datetime | None = Column(default=None, sa_type=UtcDateTime)
    ended_at: datetime | None = Column(default=None, sa_type=UtcDateTime)


class RecoveryCode(SQLModel, table=True):
    """A word that stands in for a one-time code, once: kept as its SHA-256."""

    __tablename__ = "recovery_code"

    id: int | None = Column(default=None, primary_key=True)
    account_id: int = Column(foreign_key="account.id", index=True)
    sha256: str
    made_at: datetime = Column(sa_type=UtcDateTime)
    used_at: datetime | None = Column(default=None, sa_type=UtcDateTime)


class Refusal(StrEnum):
    """Why a log-in was refused."""

    UNKNOWN = "unknown"
    PASSWORD = "password"
    CODE = "code"
    DISABLED = "disabled"
    TOO_OFTEN = "too_often"


class FailedLogin(SQLModel, table=True):
    """A log-in that was refused, for those who look after accounts. `account_id` is None where the name is
    nobody's: what was typed there may be a password and is not kept."""

    __tablename__ = "failed_login"

    id: int | None = Column(default=None, primary_key=True)
    account_id: int | None = Column(default=None, foreign_key="account.id", index=True)
    refusal: Refusal = Column(sa_type=choice(Refusal))
    network: str
    at: datetime = Column(sa_type=UtcDateTime, index=True)
