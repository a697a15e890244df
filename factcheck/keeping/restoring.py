"""The way back from a backup: checked before it is anybody's desk."""

import os
import shutil
import sqlite3
import tempfile
import zipfile
from contextlib import closing
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from claims import database
from claims.errors import Conflict, FactcheckError, InvalidInput
from claims.migrations import runner
from factcheck.keeping.backup import DATABASE, Manifest, check_database, check_files
from factcheck.keeping.copying import Tell, copy
from factcheck.keeping.tables import is_empty
from factcheck.projection import discard
from factcheck.settings import Settings


def restore(settings: Settings, path: Path, at: datetime, tell: Tell, *, replace: bool = False) -> Manifest:
    """Make the backup the desk of these settings, on SQLite or PostgreSQL, whatever it was made from.

    Nothing may be in the desk yet; with `replace` what was there is kept aside. The search index is thrown
    away and builds itself. Raises Conflict where the desk is not empty or still in use, FactcheckError where
    the backup is damaged, LogBroken where its log does not verify.
    """
    if not path.is_file():
        raise InvalidInput("There is no file %(path)s.", path=path)
    tell("Checking the backup …")
    manifest = check_files(path)
    target = database.open_engine(settings.url)
    try:
        with tempfile.TemporaryDirectory(dir=_beside(target, settings), prefix=".restore-") as folder:
            draft = Path(folder) / DATABASE
            _unpack(path, draft)
            _bring_up_to_date(draft, manifest)
            found, _ = check_database(draft)
            if found.head != manifest.head:
                raise FactcheckError("The log in the backup does not end where the backup says.")
            aside = f"before_{at:%Y%m%d_%H%M%S}" if replace else ""
            if target.dialect.name == "sqlite":
                _put_file(target, draft, aside, tell)
            else:
                _fill(target, draft, aside, tell)
    finally:
        target.dispose()
    discard(settings.home)
    return manifest


def _beside(target: sa.Engine, settings: Settings) -> Path:
    """A folder on the disk that the desk is on, so that it takes its place in one step."""
    if target.dialect.name == "sqlite":
        return Path(str(target.url.database)).absolute().parent
    return settings.home


def _unpack(path: Path, draft: Path) -> None:
    os.close(os.open(draft, os.O_CREAT | os.O_WRONLY, 0o600))
    with zipfile.ZipFile(path) as packed, packed.open(DATABASE) as content, draft.open("wb") as file:
        shutil.copyfileobj(content, file)
        file.flush()
        os.fsync(file.fileno())


def _bring_up_to_date(draft: Path, manifest: Manifest) -> None:
    """A backup of an earlier version gets today's schema; one of a later version is not understood."""
    engine = database.open_engine(sa.URL.create("sqlite", database=str(draft)))
    try:
        if not runner.knows(engine, manifest.revision):
            raise InvalidInput("The backup was made by a later version of this program: install that first.")
        if not database.is_current(engine):
            database.upgrade(engine)
    finally:
        engine.dispose()


def _put_file(target: sa.Engine, draft: Path, aside: str, tell: Tell) -> None:
    desk = Path(str(target.url.database)).absolute()
    if desk.exists() and desk.stat().st_size:
        _require_free(target, desk, aside)
        if aside:
            kept = desk.with_name(f"{desk.name}.{aside}")
            os.replace(desk, kept)
            tell(f"What was there is kept in {kept}.")
    for rest in (f"{desk}-wal", f"{desk}-shm"):
        Path(rest).unlink(missing_ok=True)
    os.replace(draft, desk)


def _require_free(target: sa.Engine, desk: Path, aside: str) -> None:
    """Raises Conflict where the desk has something in it that nobody wants kept, or somebody works on it.
    Leaves all of it in one file."""
    if not aside and not (database.is_current(target) and _nothing_in(target)):
        raise Conflict("This desk is not empty: say --replace, and what is there is kept aside.")
    target.dispose()
    try:
        with closing(sqlite3.connect(desk, isolation_level=None, timeout=0)) as connection:
            # leaving WAL takes a lock that nobody gets while another has the file open
            connection.execute("PRAGMA journal_mode=DELETE").fetchone()
    except sqlite3.DatabaseError as error:
        raise Conflict("This desk is in use (%(why)s): stop it first.", why=error) from error


def _nothing_in(target: sa.Engine) -> bool:
    with database.reading(target) as session:
        return is_empty(session)


def _fill(target: sa.Engine, draft: Path, aside: str, tell: Tell) -> None:
    source = database.open_engine(sa.URL.create("sqlite", database=str(draft)))
    try:
        copy(source, target, tell, aside=aside if database.is_current(target) else "")
    finally:
        source.dispose()
    if aside:
        tell(f"What was there is kept in the schema {aside}.")
