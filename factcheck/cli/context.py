"""What commands share: the desk they act on, what they read, how they print."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click
from sqlmodel import Session

from claims import database
from claims.account import Account
from claims.errors import InvalidInput
from factcheck.desk import actor, open_desk
from factcheck.notices import follow
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
                follow(session, opened_desk.at)
    finally:
        engine.dispose()


def read_input(path: str) -> tuple[bytes, str]:
    """The bytes of a file, or of standard input for `-`, and the name to speak of. Raises InvalidInput."""
    if path == "-":
        return sys.stdin.buffer.read(), "standard input"
    try:
        return Path(path).read_bytes(), path
    except FileNotFoundError as error:
        raise InvalidInput("There is no file %(path)s.", path=path) from error
    except OSError as error:
        raise InvalidInput("%(path)s cannot be read: %(why)s.", path=path, why=error.strerror) from error


def read_lines(path: str) -> list[str]:
    """The lines of a UTF-8 file; blank ones stay, so that answers keep their numbers.

    Raises InvalidInput.
    """
    content, name = read_input(path)
    try:
        lines = content.decode("utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise InvalidInput("%(path)s is not UTF-8 text.", path=name) from error
    return [line.removesuffix("\r") for line in (lines if lines[-1] else lines[:-1])]


def print_json(record: object) -> None:
    """One line of JSON on standard output."""
    click.echo(json.dumps(record, ensure_ascii=False))


def say(sentence: str) -> None:
    """A message for people, on standard error."""
    click.echo(sentence, err=True)
