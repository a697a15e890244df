"""The rows that events of the log speak of, held against what the events say of them."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from claims.article import ArticleVersion
from claims.aside import Aside
from claims.decision import Decision, checklist_words
from claims.errors import LogBroken
from claims.event import digest_note
from claims.miss import Miss
from claims.note import Note
from claims.source import Snapshot
from claims.store.events import Entry
from claims.vote import Vote
from claims.wish import Wish
from factcheck.sources import WAY, way

_HELD = 10
"""Rows held at a time: a snapshot may have megabytes."""


@dataclass(frozen=True)
class _Check:
    """How an event is held against its row: by which key, where the row is found, whether it is the same,
    and what is said where it is not. Rows emptied on request say nothing else than they said."""

    key: Callable[[Entry], Hashable]
    rows: Callable[[Session, list[Any]], Iterator[tuple[Hashable, Any]]]
    same: Callable[[Any, Entry], bool]
    otherwise: str


def check_rows(session: Session, batch: list[Entry]) -> None:
    """Raises LogBroken for the first event of the batch whose row is another, or gone."""
    waiting: dict[int, dict[Hashable, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for entry in batch:
        check = _CHECKS.get(entry.action)
        if check is not None:
            waiting[id(check)][check.key(entry)].append(entry)
    broken: dict[int, str] = {}
    for check in {id(check): check for check in _CHECKS.values()}.values():
        by_key = waiting.get(id(check), {})
        for key, row in check.rows(session, list(by_key)) if by_key else ():
            by_key[key] = [entry for entry in by_key[key] if not check.same(row, entry)]
        broken |= {entry.seq: check.otherwise for wrong in by_key.values() for entry in wrong}
    if broken:
        first = min(broken)
        raise LogBroken(broken[first], first)


def _numbered(
    table: type[Any], *names: str, held: int | None = None
) -> Callable[[Session, list[Any]], Iterator[tuple[Hashable, Any]]]:
    """Rows with these columns, by number, as they are, past the session: making objects of them takes longer
    than all checks. `held` is how many are fetched at a time."""
    columns = [getattr(table, name) for name in ("id", *names)]

    def rows(session: Session, keys: list[Any]) -> Iterator[tuple[Hashable, Any]]:
        statement = sa.select(*columns).where(col(table.id).in_(keys))
        options = {"yield_per": held} if held else {}
        for row in session.connection().execute(statement, execution_options=options):
            yield row.id, row

    return rows


def _texts(session: Session, keys: list[Any]) -> Iterator[tuple[Hashable, Any]]:
    article, number = col(ArticleVersion.article_id), col(ArticleVersion.number)
    # SQLite would look for pairs by reading all of the table
    statement = sa.select(article, number, col(ArticleVersion.text)).where(
        article.in_({key[0] for key in keys}), number.in_({key[1] for key in keys})
    )
    for *key, text in session.connection().execute(statement, execution_options={"yield_per": _HELD}):
        yield tuple(key), text


def _is_decision(row: Decision, event: Entry) -> bool:
    return (
        row.verdict == event.body["verdict"]
        and row.adopts == event.body.get("adopts")
        and (row.recheck_on.isoformat() if row.recheck_on else None) == event.body.get("recheck_on")
        and row.evidence_ids == event.body["evidence"]
        and digest_note(row.rationale, event.salt) == event.body["rationale_digest"]
        and _digest(checklist_words(row.checklist), event.salt) == event.body.get("checklist_digest")
    )


def _digest(words: str, salt: str) -> str | None:
    return digest_note(words, salt) if words else None


def _is_vote(row: Vote, event: Entry) -> bool:
    return (
        (row.claim_id, row.account_id) == (event.claim_id, event.actor_id)
        and row.evidence_ids == event.body["evidence"]
        and digest_note(row.verdict.value, event.salt) == event.body["vote_digest"]
        and digest_note(row.rationale, event.salt) == event.body["rationale_digest"]
    )


def _is_text(text: str, event: Entry) -> bool:
    return hashlib.sha256(text.encode()).hexdigest() == str(event.body["text_sha256"])


def _is_snapshot(row: Snapshot, event: Entry) -> bool:
    return (
        hashlib.sha256(row.content).hexdigest() == event.body["sha256"]
        and digest_note(row.text, event.salt) == event.body["text_digest"]
        # snapshots of an earlier program have no digest of their way
        and event.body.get("way_digest") in (None, digest_note(way(row), event.salt))
    )


def _says(words: str, event: Entry, name: str) -> bool:
    """Whether words are those that the event seals; what was erased is empty."""
    return not words or digest_note(words, event.salt) == event.body[f"{name}_digest"]


def _is_wish(row: Wish, event: Entry) -> bool:
    by = (row.claim_id, row.account_id) == (event.claim_id, event.actor_id)
    return by and _says(row.words, event, "words")


def _key(name: str) -> Callable[[Entry], Hashable]:
    return lambda event: event.body[name]


_DECISION = _Check(
    _key("decision"),
    _numbered(Decision, "verdict", "adopts", "recheck_on", "evidence_ids", "rationale", "checklist"),
    _is_decision,
    "The decision of event %(seq)s was changed after it was made.",
)
_NOTE = _Check(
    _key("note"),
    _numbered(Note, "text"),
    lambda row, event: _says(row.text, event, "text"),
    "The note of event %(seq)s was changed after it was written.",
)
_CHECKS: dict[str, _Check] = {
    "submit": _DECISION,
    "correct": _DECISION,
    "adopt": _DECISION,
    "vote": _Check(
        lambda event: event.body["votes"][0],
        _numbered(Vote, "claim_id", "account_id", "verdict", "evidence_ids", "rationale"),
        _is_vote,
        "The vote of event %(seq)s was changed after it was cast.",
    ),
    "ingest": _Check(
        lambda event: (event.article_id, event.body["number"]),
        _texts,
        _is_text,
        "The article's text of event %(seq)s was changed after it was read in.",
    ),
    "capture": _Check(
        _key("snapshot"),
        _numbered(Snapshot, "content", "text", *WAY, held=_HELD),
        _is_snapshot,
        "The snapshot of event %(seq)s was changed after it was captured.",
    ),
    "report_miss": _Check(
        _key("miss"),
        _numbered(Miss, "text", "note"),
        lambda row, event: _says(row.text, event, "text") and _says(row.note, event, "note"),
        "The report of event %(seq)s was changed after it was made.",
    ),
    "note": _NOTE,
    "note_reply": _NOTE,
    "set_aside": _Check(
        _key("aside"),
        _numbered(Aside, "reason"),
        lambda row, event: _says(row.reason, event, "reason"),
        "The reason of event %(seq)s was changed after it was given.",
    ),
    "wish": _Check(
        _key("wish"),
        _numbered(Wish, "claim_id", "account_id", "words"),
        _is_wish,
        "The request of event %(seq)s was changed after it was made.",
    ),
}
