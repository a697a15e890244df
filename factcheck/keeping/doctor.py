"""What is well with a desk and what is not, and what to do about each finding in one sentence."""

import shutil
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

import sqlalchemy as sa
from sqlmodel import Session, col, select

from claims import database
from claims.article import ArticleVersion
from claims.claim import Claim
from claims.errors import FactcheckError
from claims.event import Event
from claims.source import Snapshot
from claims.store import events, letters
from claims.workflow import State
from factcheck import ledger
from factcheck.keeping.backup import faults
from factcheck.matching.index import BEGINNING, BrokenIndex, ClaimIndex, index_folder
from factcheck.post import Post
from factcheck.rotation import KEY_FILES
from factcheck.settings import Settings
from factcheck.signing import earlier_keys, is_key

_ROOM = 1_000_000_000
"""Bytes that should be free: a backup takes as much as the desk, an index some of it."""
_LONG_WAL = 256_000_000
_SKEW = timedelta(minutes=2)
_HELD = 10


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at. `remedy` says what to do where it is not well."""

    check: str
    well: bool
    says: str
    remedy: str = ""


@dataclass(frozen=True)
class _Look:
    engine: sa.Engine
    settings: Settings
    at: datetime


def examine(settings: Settings, at: datetime, *, network: bool = False) -> Iterator[Finding]:
    """Look at everything, one after the other. Nothing is changed, and nobody outside is asked unless
    `network` says so."""
    yield from _files(settings)
    yield from _configuration(settings)
    if network and settings.smtp_host:
        yield _mail_server(settings)
    engine = database.open_engine(settings.url)
    try:
        missing = _no_database(engine)
        if missing is not None:
            yield missing
            return
        yield from _storage(settings)
        for look in (_engine, _inside):
            try:
                yield from look(_Look(engine, settings, at))
            except FactcheckError as error:
                yield _ill("database", str(error), "Bring back the last backup: factcheck restore.")
    finally:
        engine.dispose()


def _no_database(engine: sa.Engine) -> Finding | None:
    shown = engine.url.render_as_string(hide_password=True)
    if engine.dialect.name == "sqlite" and not Path(str(engine.url.database)).is_file():
        return _ill("database", f"There is none at {shown}.", "Set FACTCHECK_HOME or FACTCHECK_DATABASE_URL.")
    try:
        current = database.is_current(engine)
    except FactcheckError as error:
        return _ill("database", str(error), "Start the database, or bring back a backup.")
    if not current:
        return _ill("migrations", "The schema is of another version.", "Run factcheck db upgrade.")
    return None


def _ill(check: str, says: str, remedy: str) -> Finding:
    return Finding(check, False, says, remedy)


def _files(settings: Settings) -> Iterator[Finding]:
    """Nobody but the owner may read what is secret or confidential."""
    home = settings.home
    wanted = {home: 0o700} | {
        home / name: 0o600 for name in ("desk.sqlite3", *KEY_FILES) if (home / name).exists()
    }
    for path, mode in wanted.items():
        if not path.exists():
            yield _ill("files", f"There is no data folder {path}.", "Set FACTCHECK_HOME to the desk's.")
        elif stat.S_IMODE(path.stat().st_mode) & 0o077:
            yield _ill("files", f"Others on this machine can open {path}.", f"Run chmod {mode:o} {path}.")
        else:
            yield Finding("files", True, f"{path} is its owner's only.")
    if not all(map(is_key, earlier_keys(settings))):
        yield _ill(
            "files",
            f"Not every line of {home / 'signing_keys.before'} is a public key.",
            "Bring it back: older bundles and heads of the log are known by it.",
        )


def _configuration(settings: Settings) -> Iterator[Finding]:
    scheme, host = urlsplit(settings.public_url).scheme, urlsplit(settings.public_url).hostname or ""
    if scheme == "https" and not settings.secure_cookies:
        yield _ill(
            "configuration",
            "Log-ins would be sent over plain HTTP too.",
            "Set FACTCHECK_SECURE_COOKIES=true.",
        )
    elif scheme == "http" and host not in ("localhost", "127.0.0.1", "::1"):
        yield _ill(
            "configuration",
            "Readers reach the desk over plain HTTP.",
            "Put a web server with TLS in front and set FACTCHECK_PUBLIC_URL to its https address.",
        )
    else:
        yield Finding("configuration", True, f"Address of the desk: {settings.public_url or 'none set'}.")
    if settings.secret_key and len(settings.secret_key) < 32:
        yield _ill(
            "configuration",
            "FACTCHECK_SECRET_KEY can be guessed.",
            "Take it out, a key is made then, or set one of at least 32 random signs.",
        )


def _mail_server(settings: Settings) -> Finding:
    post = Post(settings)
    failure = post.reach()
    post.close()
    if failure is not None:
        return _ill(
            "mail", f"{settings.smtp_host} does not take mail: {failure.why}", "Check FACTCHECK_SMTP_*."
        )
    return Finding("mail", True, f"{settings.smtp_host} takes mail.")


def _storage(settings: Settings) -> Iterator[Finding]:
    free = shutil.disk_usage(settings.home).free
    room = f"{free / 1e9:.1f} GB are free at {settings.home}."
    yield (
        Finding("disk", True, room)
        if free >= _ROOM
        else _ill("disk", room, "Make room: a full disk refuses every change.")
    )


def _engine(look: _Look) -> Iterator[Finding]:
    if look.engine.dialect.name == "sqlite":
        yield from _sqlite(look)
    else:
        yield from _postgresql(look)


def _sqlite(look: _Look) -> Iterator[Finding]:
    with database.reading(look.engine) as session:
        found = faults(session)
        mode = session.connection().exec_driver_sql("PRAGMA journal_mode").scalar_one()
    for fault in found:
        yield _ill("database", f"It is damaged: {fault}.", "Bring back the last backup: factcheck restore.")
    if not found:
        yield Finding("database", True, "Its pages, indexes and foreign keys are whole.")
    log = Path(f"{look.engine.url.database}-wal")
    size = log.stat().st_size if log.exists() else 0
    if mode != "wal":
        yield _ill("database", f"The journal mode is {mode}.", "Put it on a local disk: WAL needs one.")
    elif size > _LONG_WAL:
        yield _ill(
            "database",
            f"The write-ahead log has {size:,} bytes.",
            "End what reads for hours, restart the desk.",
        )
    else:
        yield Finding("database", True, f"The write-ahead log has {size:,} bytes.")


def _postgresql(look: _Look) -> Iterator[Finding]:
    with database.reading(look.engine) as session:
        for name in ("fsync", "synchronous_commit", "full_page_writes"):
            value = session.connection().exec_driver_sql(f"SHOW {name}").scalar_one()
            if value in ("off", "local"):
                yield _ill(
                    "database", f"{name} is {value}: a power cut loses decisions.", f"Set {name} = on."
                )
            else:
                yield Finding("database", True, f"{name} is {value}.")


def _inside(look: _Look) -> Iterator[Finding]:
    with database.reading(look.engine) as session:
        for check in (_log, _clock, _contents, _index, _mail):
            yield check(session, look)


def _log(session: Session, _look: _Look) -> Finding:
    try:
        found = ledger.verify(session)
    except FactcheckError as error:
        return _ill(
            "log",
            str(error),
            "Find out who could write to the database, and compare with a backup from before.",
        )
    return Finding("log", True, f"{found.events} events follow from one another, and rows are as they say.")


def _clock(session: Session, look: _Look) -> Finding:
    last = session.exec(select(Event.at).order_by(col(Event.seq).desc()).limit(1)).one_or_none()
    if last is not None and last > look.at + _SKEW:
        return _ill(
            "clock",
            f"The last event is of {last:%Y-%m-%d %H:%M} UTC, which is still to come.",
            "Set the clock of this machine by a time server.",
        )
    return Finding("clock", True, f"The clock says {look.at.astimezone(UTC):%Y-%m-%d %H:%M} UTC.")


def _contents(session: Session, _look: _Look) -> Finding:
    """Whether bytes of snapshots and articles are those whose SHA-256 stands beside them."""
    counted, wrong = 0, []
    for name, statement in _CONTENTS.items():
        rows = session.connection().execute(statement, execution_options={"yield_per": _HELD})
        for number, content, digest in rows:
            counted += 1
            if sha256(content).hexdigest() != digest:
                wrong.append(f"{name} {number}")
    if wrong:
        return _ill(
            "snapshots",
            f"Not the bytes that came in: {', '.join(wrong[:10])}.",
            "Bring these back from a backup; verdicts that rest on them have to be looked at.",
        )
    return Finding("snapshots", True, f"{counted} snapshots and articles have the bytes of their SHA-256.")


_CONTENTS = {
    "snapshot": sa.select(col(Snapshot.id), col(Snapshot.content), col(Snapshot.sha256)),
    "article version": sa.select(
        col(ArticleVersion.id), col(ArticleVersion.content), col(ArticleVersion.content_sha256)
    ),
}


def _index(session: Session, look: _Look) -> Finding:
    folder, remedy = index_folder(look.settings.home), "Run factcheck index rebuild."
    if not folder.exists():
        return Finding("index", True, "There is none yet: the first question builds it.")
    try:
        index = ClaimIndex(folder)
        mark, counted = index.mark(), index.count()
    except BrokenIndex as error:
        return _ill("index", f"It cannot be read: {error}.", remedy)
    behind = events.last(session) - mark.seq
    if behind < 0 or (mark != BEGINNING and not _has(session, mark.seq, mark.hash)):
        return _ill("index", "It knows events that the log has not.", remedy)
    if behind:
        return Finding("index", True, f"{behind} events behind; the next question reads on.")
    merged = col(Claim.merged_into).is_not(None)
    wanted = session.exec(
        select(sa.func.count()).select_from(Claim).where((col(Claim.state) != State.DISMISSED) | merged)
    ).one()
    if counted != wanted:
        return _ill("index", f"It has {counted} claims, the desk {wanted}.", remedy)
    return Finding("index", True, f"{counted} claims are in it, none missing.")


def _has(session: Session, seq: int, digest: str) -> bool:
    return session.exec(select(Event.hash).where(Event.seq == seq)).one_or_none() == digest


def _mail(session: Session, look: _Look) -> Finding:
    waiting = letters.failing(session)
    if not look.settings.smtp_host:
        return Finding("mail", True, "None is sent: FACTCHECK_SMTP_HOST is not set.")
    if waiting:
        return _ill(
            "mail",
            f"{len(waiting)} could not be sent so far: {waiting[-1].failure}",
            "Check FACTCHECK_SMTP_*; it is tried again by itself.",
        )
    return Finding("mail", True, "All of it was taken by the server.")
