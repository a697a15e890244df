"""Settings, read from FACTCHECK_* variables."""

import os
import secrets
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from claims.reason import Language


def _default_home() -> Path:
    data = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
    return Path(data).expanduser() / "factcheck"


class Settings(BaseSettings):
    """What an installation can set; the README lists the same in words."""

    model_config = SettingsConfigDict(env_prefix="FACTCHECK_", extra="ignore")

    home: Path = Field(default_factory=_default_home)
    database_url: str = ""
    secret_key: str = Field(default="", repr=False)
    user: str = "cli"
    language: Language = "en"
    time_zone: str = "Europe/Berlin"
    desk_name: str = "Fact-check desk"
    session_idle_minutes: int = Field(default=120, ge=1)
    session_hours: int = Field(default=12, ge=1)
    secure_cookies: bool = False
    max_upload_bytes: int = Field(default=20_000_000, ge=1000)

    @property
    def url(self) -> str:
        """The database's URL: the one that is set, else SQLite in the data folder."""
        return self.database_url or f"sqlite:///{self.home / 'desk.sqlite3'}"

    def secret(self) -> str:
        """The key that signs sessions: the one that is set, else one made once and kept in the data
        folder, readable by its owner only."""
        if self.secret_key:
            return self.secret_key
        path = self.home / "secret_key"
        try:
            with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(secrets.token_urlsafe(48))
        except FileExistsError:
            pass
        return path.read_text()
