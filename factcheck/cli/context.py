"""The desk that commands act on."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlmodel import Session

from claims import database
from claims.account import Account
from factcheck.desk import actor, open_desk
from factcheck.settings import Settings


@dataclass(frozen=True)
class Desk:
    """An open desk for the length of one command."""

    session: Session
    settings: Settings
    at: datetime

    def actor(self) -> Account:
        """Who the command acts as; takes a desk opened for writing."""
        return actor(self.session, self.settings.user.strip().lower(), self.at)


@contextmanager
def desk(*, write: bool = False) -> Iterator[Desk]:
    """Open the desk, made where there is none; what was written is committed when the block ends."""
    settings = Settings()
    engine = open_desk(settings)
    opened = database.writing if write else database.reading
    try:
        with opened(engine) as session:
            opened_desk = Desk(session, settings, datetime.now(UTC))
            yield opened_desk
            if write:
                from factcheck.notices import follow  # most commands only read

                follow(session, opened_desk.at)
    finally:
        engine.dispose()
