"""Settings, read from FACTCHECK_* variables."""

import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from claims.address import MAIL_ADDRESS
from claims.errors import FactcheckError
from claims.reason import Language
from claims.verdict import Point
from claims.workflow import Role

if TYPE_CHECKING:
    from sqlalchemy import URL


def _default_home() -> Path:
    data = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
    return Path(data).expanduser() / "factcheck"


class Settings(BaseSettings):
    """What an installation can set; the README lists the same in words."""

    model_config = SettingsConfigDict(env_prefix="FACTCHECK_", extra="ignore")

    home: Path = Field(default_factory=_default_home)
    database_url: str = ""
    secret_key: str = Field(default="", repr=False)
    old_secret_keys: str = Field(default="", repr=False)
    require_second_factor: str = ""
    user: str = "cli"
    language: Language = "en"
    time_zone: str = "Europe/Berlin"
    desk_name: str = "Fact-check desk"
    house_style: str = ""
    session_idle_minutes: int = Field(default=120, ge=1)
    session_hours: int = Field(default=12, ge=1)
    secure_cookies: bool = False
    model_url: str = Field(default="", pattern=r"^(https?://\S+)?$")
    model_name: str = ""
    model_key: SecretStr = SecretStr("")
    model_seconds: float = Field(default=60, gt=0, le=600)
    max_upload_bytes: int = Field(default=20_000_000, ge=1000)
    allowed_hosts: str = ""
    user_agent: str = Field(default="", max_length=200)
    checklist_blocks: str = ""
    public_reading: bool = False
    rate_limit: int = Field(default=6000, ge=0)
    bundle_snapshots: bool = False
    public_url: str = Field(default="", pattern=r"^(https?://[^\s?#]+)?$")
    proxies: int = Field(default=0, ge=0, le=9)
    log_level: Literal["debug", "info", "warning", "error"] = "warning"
    log_format: Literal["text", "json"] = "text"
    smtp_host: str = ""
    smtp_port: int = Field(default=587, ge=1, le=65535)
    smtp_user: str = ""
    smtp_password: SecretStr = SecretStr("")
    smtp_security: Literal["none", "starttls", "tls"] = "starttls"
    smtp_from: str = Field(default="", pattern=rf"^({MAIL_ADDRESS})?$")

    @field_validator("home")
    @classmethod
    def _absolute(cls, home: Path) -> Path:
        return home.expanduser().absolute()

    @field_validator("time_zone")
    @classmethod
    def _known(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise ValueError(f"there is no time zone {name!r}; Europe/Berlin is one") from error
        return name

    @field_validator("checklist_blocks")
    @classmethod
    def _points(cls, listed: str) -> str:
        unknown = _listed(listed) - set(Point)
        if unknown:
            raise ValueError(f"the checklist has no {', '.join(sorted(unknown))}; it has {', '.join(Point)}")
        return listed

    @field_validator("require_second_factor")
    @classmethod
    def _roles(cls, listed: str) -> str:
        unknown = _listed(listed) - set(Role)
        if unknown:
            raise ValueError(f"there is no role {', '.join(sorted(unknown))}; there are {', '.join(Role)}")
        return listed

    @field_validator("user_agent")
    @classmethod
    def _one_line(cls, said: str) -> str:
        if not said.isascii() or not (said + "x").isprintable():
            raise ValueError("it holds ASCII letters, digits and signs only")
        return said

    @field_validator("model_key")
    @classmethod
    def _sendable(cls, key: SecretStr) -> SecretStr:
        trimmed = key.get_secret_value().strip()
        if not trimmed.isascii() or not (trimmed + "x").isprintable():
            raise ValueError("a key holds ASCII letters, digits and signs only")
        return SecretStr(trimmed)

    @model_validator(mode="after")
    def _named(self) -> Self:
        if self.model_url and not self.model_name:
            raise ValueError("FACTCHECK_MODEL_URL is set: name the model too, in FACTCHECK_MODEL_NAME")
        if self.smtp_host and not (self.smtp_from and self.public_url):
            raise ValueError(
                "FACTCHECK_SMTP_HOST is set: say from whom mail comes, in FACTCHECK_SMTP_FROM, and where its "
                "links lead, in FACTCHECK_PUBLIC_URL"
            )
        return self

    @property
    def blocking(self) -> frozenset[Point]:
        """The points of the checklist that hold a submission back."""
        return frozenset(map(Point, _listed(self.checklist_blocks)))

    @property
    def secured_roles(self) -> frozenset[Role]:
        """The roles that take a second factor."""
        return frozenset(map(Role, _listed(self.require_second_factor)))

    @property
    def behind_tls(self) -> bool:
        """Whether readers come by HTTPS."""
        return self.secure_cookies or self.public_url.startswith("https://")

    @property
    def intranet(self) -> frozenset[str]:
        """The hosts that may be fetched from though their addresses are private."""
        return frozenset(name.lower() for name in _listed(self.allowed_hosts))

    @property
    def url(self) -> "str | URL":
        """The database's URL: the one that is set, else SQLite in the data folder."""
        from sqlalchemy import URL  # not all who read settings open a database

        return self.database_url or URL.create("sqlite", database=str(self.database_file))

    @property
    def database_file(self) -> Path:
        """Where SQLite keeps the desk, unless another database is set."""
        return self.home / "desk.sqlite3"

    def secret(self) -> str:
        """The key that signs sessions: the one that is set, else one made once and kept in the data
        folder, readable by its owner only. Raises FactcheckError where that file is empty."""
        if self.secret_key:
            return self.secret_key
        path = self.home / "secret_key"
        if not path.exists():
            write_once(path, secrets.token_urlsafe(48))
        key = path.read_text()
        if not key:
            raise FactcheckError("%(path)s is empty: remove it, a new key is made then.", path=path)
        return key

    def secrets(self) -> tuple[str, ...]:
        """That key, and those before it that are still accepted: from the settings, and those that
        `factcheck secret rotate` laid aside in the data folder, the newest first."""
        laid_aside = self.home / "secret_key.before"
        kept = laid_aside.read_text().split() if laid_aside.exists() else []
        older = [key.strip() for key in self.old_secret_keys.split(",") if key.strip()]
        return tuple(dict.fromkeys((self.secret(), *older, *kept)))


def _listed(names: str) -> set[str]:
    return {name.strip() for name in names.split(",") if name.strip()}


def write_once(path: Path, text: str) -> None:
    """Write a file that is there with all its text or not at all; who comes second keeps the first's."""
    descriptor, draft = tempfile.mkstemp(dir=path.parent)  # made with mode 0600
    with open(descriptor, "w") as file:
        file.write(text)
    with suppress(FileExistsError):
        os.link(draft, path)
    os.unlink(draft)
