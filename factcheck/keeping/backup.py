"""A backup: the whole desk in one file, made while others go on working on it.

It is a zip file with the database as SQLite has it, whatever database the desk is on, the settings without
secrets, and a list of both with their SHA-256 and the log's head. What was copied is opened and verified
before it is called a backup.
"""

import json
import os
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO

import sqlalchemy as sa
from pydantic import BaseModel, ConfigDict, Field
from sqlmodel import Session

from claims import database
from claims.errors import Conflict, DeskBusy, FactcheckError
from factcheck import ledger
from factcheck.keeping.copying import Tell, copy
from factcheck.keeping.tables import count, tables
from factcheck.settings import Settings

SCHEMA = "factcheck.backup/1"
DATABASE, SETTINGS, MANIFEST = "desk.sqlite3", "settings.json", "manifest.json"
_CHUNK = 1 << 20
_SECRET = ("key", "password", "secret", "token")


class Listed(BaseModel):
    """A file of the backup."""

    model_config = ConfigDict(frozen=True)

    path: str
    size: int
    sha256: str


class Manifest(BaseModel):
    """What a backup says of itself. `head` is the log's last event as `log verify` prints it, `rows` how many
    each table has."""

    model_config = ConfigDict(frozen=True)

    kind: str = Field(default=SCHEMA, serialization_alias="schema", validation_alias="schema")
    program: str
    revision: str
    desk: str
    at: datetime
    events: int
    head: str
    rows: dict[str, int]
    files: tuple[Listed, ...]


def back_up(
    engine: sa.Engine, settings: Settings, path: Path, at: datetime, tell: Tell, *, replace: bool = False
) -> Manifest:
    """Write a backup of the desk to `path`, readable by its owner only, whole or not at all.

    Raises Conflict where there is such a file already, FactcheckError where it cannot be written, LogBroken
    where the desk itself does not verify.
    """
    if path.exists() and not replace:
        raise Conflict("There is a file %(path)s already: choose another name, or say --replace.", path=path)
    with _writable(path), tempfile.TemporaryDirectory(dir=path.parent, prefix=".backup-") as folder:
        draft = Path(folder) / DATABASE
        _copy_database(engine, draft, tell)
        tell("Verifying the copy …")
        found, rows = check_database(draft)
        kept = {DATABASE: draft, SETTINGS: Path(folder) / SETTINGS}
        kept[SETTINGS].write_text(json.dumps(open_settings(settings), indent=2, ensure_ascii=False))
        manifest = Manifest(
            program=version("factcheck"),
            revision=database.REVISION,
            desk=settings.desk_name,
            at=at,
            events=found.events,
            head=found.head,
            rows=rows,
            files=tuple(_listed(name, file) for name, file in kept.items()),
        )
        tell("Packing …")
        packed = _pack(Path(folder) / "backup.zip", kept, manifest)
        tell("Reading it again …")
        check_files(packed)
        _put(packed, path, replace=replace)
    return manifest


@contextmanager
def _writable(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FactcheckError(
            "The backup cannot be written to %(path)s: %(why)s.", path=path, why=error.strerror or error
        ) from error


def _copy_database(engine: sa.Engine, draft: Path, tell: Tell) -> None:
    os.close(os.open(draft, os.O_CREAT | os.O_WRONLY, 0o600))
    if engine.dialect.name == "sqlite":
        tell("Copying the database …")
        _vacuum_into(str(engine.url.database), draft)
        return
    target = database.open_engine(sa.URL.create("sqlite", database=str(draft)))
    try:
        copy(engine, target, tell)
    finally:
        target.dispose()


def _vacuum_into(desk: str, draft: Path) -> None:
    """One state of the desk, without the pages that are free: what was erased is not in them either."""
    connection = sqlite3.connect(desk, isolation_level=None, timeout=database.BUSY_TIMEOUT_MS / 1000)
    try:
        connection.execute("VACUUM INTO ?", (str(draft),))
    except sqlite3.OperationalError as error:
        raise DeskBusy(
            "The desk's database cannot be used just now (%(why)s); nothing was changed, try again.",
            why=error,
        ) from error
    finally:
        connection.close()


def check_database(path: Path) -> tuple[ledger.Verified, dict[str, int]]:
    """What the log of a copied desk says, and how many rows each table has. Leaves one file, without a
    write-ahead log. Raises FactcheckError where the file is broken, LogBroken where the log is."""
    engine = database.open_engine(sa.URL.create("sqlite", database=str(path)))
    try:
        with database.reading(engine) as session:
            for fault in faults(session):
                raise FactcheckError("The copy of the database is broken: %(fault)s.", fault=fault)
            found = ledger.verify(session)
            rows = {table.name: count(session, table) for table in tables()}
    finally:
        engine.dispose()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
    connection.close()
    return found, rows


def faults(session: Session) -> list[str]:
    """What SQLite finds wrong with a database file, rows without what they point to included."""
    connection = session.connection()
    said = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(10)
    told = [f"a row of {row[0]} points to one of {row[2]} that there is not" for row in orphans]
    return [sentence for sentence in said if sentence != "ok"] + told


def open_settings(settings: Settings) -> dict[str, object]:
    """The settings as JSON, without what nobody else may know: keys and passwords, those in addresses too."""
    plain = settings.model_dump(mode="json", exclude={"home"})
    kept = {name: said for name, said in plain.items() if not any(part in name for part in _SECRET)}
    return {name: _without_password(said) if isinstance(said, str) else said for name, said in kept.items()}


def _without_password(said: str) -> str:
    if "://" not in said or "@" not in said:
        return said
    with suppress(sa.exc.ArgumentError, ValueError):
        return sa.make_url(said).render_as_string(hide_password=True)
    return ""


def _listed(name: str, file: Path) -> Listed:
    with file.open("rb") as content:
        return Listed(path=name, size=file.stat().st_size, sha256=digest(content))


def digest(content: BinaryIO) -> str:
    """SHA-256 of all that is left in the file, in hex."""
    found = sha256()
    while chunk := content.read(_CHUNK):
        found.update(chunk)
    return found.hexdigest()


def _pack(path: Path, files: dict[str, Path], manifest: Manifest) -> Path:
    with (
        open(path, "xb", opener=_owners_only) as raw,
        zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed,
    ):
        packed.writestr(MANIFEST, manifest.model_dump_json(by_alias=True, indent=2))
        for name, file in files.items():
            packed.write(file, name)
    return path


def _owners_only(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def check_files(path: Path) -> Manifest:
    """The manifest of a backup whose files are those it lists. Raises FactcheckError where they are not."""
    try:
        with zipfile.ZipFile(path) as packed:
            manifest = Manifest.model_validate_json(packed.read(MANIFEST))
            for listed in manifest.files:
                with packed.open(listed.path) as content:
                    if digest(content) != listed.sha256:  # type: ignore[arg-type]
                        raise FactcheckError("%(name)s of the backup is damaged.", name=listed.path)
    except (zipfile.BadZipFile, KeyError, ValueError, EOFError, NotImplementedError) as error:
        raise FactcheckError("%(path)s is no backup, or it is damaged.", path=path) from error
    if manifest.kind != SCHEMA:
        raise FactcheckError("%(path)s was made by another program: its schema is not known here.", path=path)
    return manifest


def packed_settings(path: Path) -> dict[str, object]:
    """The settings that a backup was made with, of a file that was checked."""
    with zipfile.ZipFile(path) as packed:
        read: dict[str, object] = json.loads(packed.read(SETTINGS))
    return read


def _put(draft: Path, path: Path, *, replace: bool) -> None:
    """Give the finished file its name, on the disk and not only in its cache."""
    with draft.open("rb") as file:
        os.fsync(file.fileno())
    if replace:
        os.replace(draft, path)
    else:
        os.link(draft, path)  # unlike a renamed one it never takes another's place
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)
