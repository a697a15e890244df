"""Erasing a person's data on lawful request: fields are emptied, the log's digests stay, and the log says
that something was erased, where and by whom. There is no way back.

Texts of articles, snapshots and sources, rationales and votes are what verdicts rest on and are not emptied:
where a name stands there, the desk corrects or withdraws.
"""

import re
import sqlite3
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, SQLModel

from claims.account import Account, FailedLogin, Login, RecoveryCode, Token
from claims.aside import Aside
from claims.errors import DeskBusy, InvalidInput, NotAllowed, NotFound
from claims.event import Event
from claims.evidence import Evidence
from claims.inquiry import WORDS, Inquiry
from claims.letter import Letter
from claims.miss import Miss
from claims.note import Note
from claims.notice import Ticket
from claims.objection import READER_FORM, Objection
from claims.presence import Presence
from claims.reason import Language
from claims.store import accounts, claims, events
from claims.wish import Wish

_EMPTY: dict[str, tuple[type[SQLModel], dict[str, Any]]] = {
    "event": (Event, {"note": None}),
    "inquiry": (Inquiry, dict.fromkeys(WORDS, "")),
    "note": (Note, {"text": ""}),
    "objection": (Objection, {"contact": ""}),
    "miss": (Miss, {"text": "", "note": "", "answer": {}}),
    "wish": (Wish, {"words": ""}),
    "aside": (Aside, {"reason": ""}),
    "evidence": (Evidence, {"note": ""}),
}
"""What is emptied of a row that has words about people, and what stands there afterwards."""
_CALLED: dict[Language, str] = {"de": "Gelöschtes Konto {number}", "en": "Erased account {number}"}
_AROUND = 60
"""Code points shown on either side of a name."""


@dataclass(frozen=True, order=True)
class Place:
    """A row with words about people: which kind, its number, and the claim it belongs to if it does."""

    kind: str
    number: int
    claim_id: int | None = None

    def __str__(self) -> str:
        on = f" on claim {self.claim_id}" if self.claim_id else ""
        return f"{self.kind} {self.number}{on}"


@dataclass(frozen=True)
class Mention:
    """Where a name stands, with the words around it."""

    place: Place
    words: str


def place(session: Session, kind: str, number: int) -> Place:
    """The row of that number. Raises NotFound."""
    row = session.get(_EMPTY[kind][0], number)
    if row is None:
        raise NotFound("There is no %(kind)s number %(id)s.", kind=kind, id=number)
    return Place(kind, number, getattr(row, "claim_id", None))


def mentions(session: Session, name: str) -> Iterator[Mention]:
    """Where a name stands in words that can be emptied, whatever its case and with the endings of a genitive.
    Raises InvalidInput for one too short to look for."""
    if len(name.strip()) < 3:
        raise InvalidInput("A name to look for has at least three letters.")
    wanted = re.compile(rf"(?<!\w){re.escape(_folded(name.strip()))}\w{{0,2}}(?!\w)")
    for kind, (table, fields) in _EMPTY.items():
        for number, claim_id, *texts in session.connection().execute(_words(table, fields)):
            for text in texts:
                found = wanted.search(_folded(text)) if isinstance(text, str) and text else None
                if found is not None:
                    around = _folded(text)[max(0, found.start() - _AROUND) : found.end() + _AROUND]
                    yield Mention(Place(kind, number, claim_id), " ".join(around.split()))
                    break


def _words(table: type[SQLModel], fields: dict[str, Any]) -> sa.Select[Any]:
    columns = _table(table).columns
    [key] = _table(table).primary_key
    claim = columns["claim_id"] if "claim_id" in columns else sa.null()
    texts = [columns[name] for name in fields if not isinstance(columns[name].type, sa.JSON)]
    return sa.select(key, claim, *texts).order_by(key).execution_options(yield_per=1000)


def _table(row: type[SQLModel]) -> sa.Table:
    made: sa.Table = row.__table__  # type: ignore[attr-defined]
    return made


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def erase_words(session: Session, found: Iterable[Place], *, by: Account, at: datetime) -> int:
    """Empty these rows and say so in the log, once for each claim; how many were emptied."""
    by_claim: dict[int | None, set[Place]] = defaultdict(set)
    for each in found:
        by_claim[each.claim_id] |= {each, *_twins(session, each)}
    for claim_id, places in by_claim.items():
        for each in places:
            table, fields = _EMPTY[each.kind]
            row = session.get(table, each.number)
            assert row is not None
            row.sqlmodel_update(fields)
            session.add(row)
        _tell(session, claim_id, places, by, at)
    return sum(map(len, by_claim.values()))


def _twins(session: Session, each: Place) -> Iterator[Place]:
    """What is said of evidence and of wishes stands in their event too, and the other way round; a reader's
    words are the reason of the challenge."""
    if each.kind in ("evidence", "wish"):
        action = "cite" if each.kind == "evidence" else "wish"
        for told in events.of_claims(session, [each.claim_id or 0], action):
            if told.body.get(each.kind) == each.number:
                yield Place("event", told.seq, each.claim_id)
    event = session.get(Event, each.number) if each.kind == "event" else None
    if event is not None and event.action == "cite" and "evidence" in event.body:
        yield Place("evidence", event.body["evidence"], each.claim_id)
    if each.kind == "objection":
        row = session.get(Objection, each.number)
        assert row is not None
        yield Place("event", row.event_seq, each.claim_id)


def _tell(session: Session, claim_id: int | None, places: set[Place], by: Account, at: datetime) -> None:
    rows: dict[str, list[int]] = defaultdict(list)
    for each in sorted(places):
        rows[each.kind].append(each.number)
    if claim_id is None:
        events.append(session, "erase", by=by.id or 0, at=at, body={"rows": dict(rows)})
        return
    claim = claims.lock(session, claim_id, None)
    claims.touch(session, claim, at)
    events.record(session, claim, "erase", by=by.id or 0, at=at, facts={"rows": dict(rows)})


def erase_account(session: Session, name: str, *, by: Account, at: datetime, language: Language) -> Account:
    """Take away who an account was: its names, address, password and second factor, from where it logged in,
    its programs' keys. Its work stays, under a number. Raises NotFound, NotAllowed."""
    account = accounts.named(session, name)
    if account.id == by.id:
        raise NotAllowed("Somebody else has to erase your account.")
    if account.name == READER_FORM:
        raise NotAllowed("%(name)s belongs to the desk itself.", name=account.name)
    number = account.id or 0
    account.sqlmodel_update(
        {
            "name": f"erased-{number}",
            "display_name": _CALLED[language].format(number=number),
            **{"email": "", "wants_mail": False, "roles": [], "password_hash": None},
            **{"totp_secret": None, "totp_since": None, "totp_step": None},
            **{"disabled_at": account.disabled_at or at, "erased_at": at},
        }
    )
    session.add(account)
    _empty_traces(session, number, at)
    events.append(session, "erase", by=by.id or 0, at=at, body={"account": number})
    return account


def _empty_traces(session: Session, number: int, at: datetime) -> None:
    """Log-ins, refused ones too, keys, links and mail of an account."""
    connection = session.connection()
    for table, values in (
        (Login, {"browser": "", "network": "", "ended_at": sa.func.coalesce(Login.ended_at, at)}),
        (FailedLogin, {"network": ""}),
        (Token, {"label": "", "revoked_at": sa.func.coalesce(Token.revoked_at, at)}),
        (Ticket, {"used_at": sa.func.coalesce(Ticket.used_at, at)}),
        (Letter, {"failure": "", "closed_at": sa.func.coalesce(Letter.closed_at, at)}),
    ):
        owned = _table(table).c.account_id == number
        connection.execute(sa.update(table).where(owned).values(values))
    for kind in (RecoveryCode, Presence):
        connection.execute(sa.delete(kind).where(_table(kind).c.account_id == number))


def clear_remains(engine: sa.Engine) -> None:
    """Take erased words out of the database's files too, where they lie until something is written over them.

    Raises DeskBusy where somebody kept the database from it: what was erased stays erased, and this can be
    done again.
    """
    if engine.dialect.name == "sqlite":
        _clear_file(str(engine.url.database))
        return
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for table in _HELD:
            connection.execute(sa.text(f'VACUUM (FULL) "{table}"'))


_HELD = ("account", "login", "failed_login", "token", "letter", *_EMPTY)


def _clear_file(path: str) -> None:
    """Write the file anew without its free pages, and the write-ahead log away."""
    with closing(sqlite3.connect(path, isolation_level=None, timeout=30)) as connection:
        try:
            connection.execute("VACUUM")
            busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except sqlite3.OperationalError as error:
            raise DeskBusy("The database is in use (%(why)s).", why=error) from error
    if busy:
        raise DeskBusy("Somebody is reading the database: its write-ahead log still holds what was erased.")
