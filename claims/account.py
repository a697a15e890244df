"""Who works here: accounts with roles, and the tokens of their programs."""

import re
from datetime import datetime

import sqlalchemy as sa
from pydantic import BaseModel, ConfigDict, Field, field_validator
from sqlmodel import Field as Column
from sqlmodel import SQLModel

from claims.columns import UtcDateTime
from claims.reason import Language
from claims.workflow import Role

NAME = re.compile(r"[a-z0-9][a-z0-9._@-]{0,63}")
ADDRESS = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})*"
"""An e-mail address as HTML forms take it: no quotes, no names, no line ends, nothing that a header could
take for something else."""


class AccountDraft(BaseModel):
    """An account to be made. Without a password it acts (a command, a timer), but cannot log in."""

    model_config = ConfigDict(frozen=True)

    name: str
    display_name: str = Field(default="", max_length=200)
    roles: frozenset[Role] = frozenset()
    language: Language = "en"
    email: str = Field(default="", max_length=254, pattern=rf"^({ADDRESS})?$")
    password: str | None = Field(default=None, min_length=12, max_length=1000, repr=False)

    @field_validator("name")
    @classmethod
    def _usable(cls, name: str) -> str:
        if not NAME.fullmatch(name):
            raise ValueError("a name has lower-case letters, digits and . _ @ -")
        return name


class Account(SQLModel, table=True):
    """Somebody who works here, or a command or timer that acts: without a password nobody logs in."""

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

    @property
    def role_set(self) -> frozenset[Role]:
        return frozenset(Role(role) for role in self.roles)


class Token(SQLModel, table=True):
    """A program's key, kept as the SHA-256 of the secret, so that the database gives none away."""

    id: int | None = Column(default=None, primary_key=True)
    account_id: int = Column(foreign_key="account.id", index=True)
    label: str
    sha256: str = Column(unique=True)
    created_at: datetime = Column(sa_type=UtcDateTime)
    expires_at: datetime | None = Column(default=None, sa_type=UtcDateTime)
    revoked_at: datetime | None = Column(default=None, sa_type=UtcDateTime)


class Login(SQLModel, table=True):
    """One log-in of a person, from logging in to logging out. The cookie holds its key, the row the
    key's SHA-256: ended here, it is ended wherever the cookie may be."""

    id: int | None = Column(default=None, primary_key=True)
    account_id: int = Column(foreign_key="account.id", index=True)
    sha256: str = Column(unique=True)
    begun_at: datetime = Column(sa_type=UtcDateTime)
    ended_at: datetime | None = Column(default=None, sa_type=UtcDateTime)
