"""Whether the desk still is what its history says: the chain itself, and the rows that events speak of."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from sqlmodel import Session, col, select

from claims.article import ArticleVersion
from claims.aside import Aside
from claims.claim import Claim
from claims.decision import Decision
from claims.errors import InvalidInput, LogBroken
from claims.event import Event, digest_note
from claims.inquiry import WORDS, Inquiry
from claims.miss import Miss
from claims.note import Note
from claims.source import Snapshot
from claims.store import events
from claims.vote import Vote
from factcheck.sources import way


@dataclass(frozen=True)
class Verified:
    """How many events hold, and the head to note down: given back later, it shows whether the log was
    cut off or written anew in between."""

    events: int
    head: str


def verify(session: Session, expect: str = "") -> Verified:
    """Walk the chain and hold what it says against decisions, texts, snapshots and states.

    `expect` is a head noted earlier, as `NUMBER:HASH`. Raises LogBroken at the first event that does
    not fit, InvalidInput where `expect` is no head.
    """
    wanted = _parse(expect)
    states: dict[int, tuple[int, str]] = {}
    said: dict[tuple[int, str], _Sealed] = {}
    event_hash = ""
    seq = 0
    for event in events.walk(session):
        seq, event_hash = event.seq, event.hash
        if wanted is not None and wanted[0] == seq and wanted[1] != event_hash:
            raise LogBroken("Event %(seq)s is not the one that was noted down.", seq)
        if event.action in _CHECKS:
            _CHECKS[event.action](session, event)
        if "inquiry" in event.body:
            said.update(_sealed_words(event))
        if event.claim_id is not None and "to" in event.body:
            states[event.claim_id] = (seq, event.body["to"])
    if wanted is not None and wanted[0] > seq:
        raise LogBroken("The log ends before event %(seq)s, which was noted down.", wanted[0])
    _check_states(session, states)
    _check_inquiries(session, said)
    return Verified(seq, f"{seq}:{event_hash}")


@dataclass(frozen=True)
class _Sealed:
    """The digest that an event holds of words which stand in a row."""

    seq: int
    salt: str
    digest: str


def _parse(expect: str) -> tuple[int, str] | None:
    if not expect:
        return None
    number, _, noted = expect.partition(":")
    if not number.isdigit() or len(noted) != 64:
        raise InvalidInput("A head is written as NUMBER:HASH, as `factcheck log verify` prints it.")
    return int(number), noted


def _check_decision(session: Session, event: Event) -> None:
    found = session.get(Decision, event.body["decision"])
    same = found is not None and (
        found.verdict == event.body["verdict"]
        and found.evidence_ids == event.body["evidence"]
        and digest_note(found.rationale, event.salt) == event.body["rationale_digest"]
        and _digest(found.checklist_words, event.salt) == event.body.get("checklist_digest")
    )
    if not same:
        raise LogBroken("The decision of event %(seq)s was changed after it was made.", event.seq)


def _digest(words: str, salt: str) -> str | None:
    return digest_note(words, salt) if words else None


def _check_vote(session: Session, event: Event) -> None:
    found = session.get(Vote, event.body["votes"][0])
    same = found is not None and (
        (found.claim_id, found.account_id) == (event.claim_id, event.actor_id)
        and found.evidence_ids == event.body["evidence"]
        and digest_note(found.verdict.value, event.salt) == event.body["vote_digest"]
        and digest_note(found.rationale, event.salt) == event.body["rationale_digest"]
    )
    if not same:
        raise LogBroken("The vote of event %(seq)s was changed after it was cast.", event.seq)


def _check_text(session: Session, event: Event) -> None:
    statement = select(ArticleVersion.text).where(
        ArticleVersion.article_id == event.article_id, ArticleVersion.number == event.body["number"]
    )
    text = session.exec(statement).one_or_none()
    if text is None or hashlib.sha256(text.encode()).hexdigest() != event.body["text_sha256"]:
        raise LogBroken("The article's text of event %(seq)s was changed after it was read in.", event.seq)


def _check_snapshot(session: Session, event: Event) -> None:
    found = session.get(Snapshot, event.body["snapshot"])
    same = found is not None and (
        hashlib.sha256(found.content).hexdigest() == event.body["sha256"]
        and digest_note(found.text, event.salt) == event.body["text_digest"]
        # snapshots of an earlier program have no digest of their way
        and event.body.get("way_digest") in (None, digest_note(way(found), event.salt))
    )
    if not same:
        raise LogBroken("The snapshot of event %(seq)s was changed after it was captured.", event.seq)


def _check_miss(session: Session, event: Event) -> None:
    found = session.get(Miss, event.body["miss"])
    kept = {"text": found.text, "note": found.note} if found is not None else {}
    # what was erased on request is empty, and says nothing else than it said
    same = found is not None and all(
        not words or digest_note(words, event.salt) == event.body[f"{name}_digest"]
        for name, words in kept.items()
    )
    if not same:
        raise LogBroken("The report of event %(seq)s was changed after it was made.", event.seq)


def _check_note(session: Session, event: Event) -> None:
    found = session.get(Note, event.body["note"])
    # emptied on request it says nothing else than it said
    words = found.text if found is not None else ""
    if found is None or (words and digest_note(words, event.salt) != event.body["text_digest"]):
        raise LogBroken("The note of event %(seq)s was changed after it was written.", event.seq)


def _check_aside(session: Session, event: Event) -> None:
    found = session.get(Aside, event.body["aside"])
    # emptied on request it says nothing else than it said
    words = found.reason if found is not None else ""
    if found is None or (words and digest_note(words, event.salt) != event.body["reason_digest"]):
        raise LogBroken("The reason of event %(seq)s was changed after it was given.", event.seq)


_CHECKS: dict[str, Callable[[Session, Event], None]] = {
    "submit": _check_decision,
    "correct": _check_decision,
    "vote": _check_vote,
    "ingest": _check_text,
    "capture": _check_snapshot,
    "report_miss": _check_miss,
    "note": _check_note,
    "set_aside": _check_aside,
    "note_reply": _check_note,
}


def _check_states(session: Session, states: dict[int, tuple[int, str]]) -> None:
    rows = session.exec(select(col(Claim.id), col(Claim.state)))
    for claim_id, state in rows:
        seq, said = states.get(claim_id or 0, (0, "proposed"))
        if said != state:
            raise LogBroken("A claim is not in the state that event %(seq)s left it in.", seq)


def _sealed_words(event: Event) -> dict[tuple[int, str], _Sealed]:
    """By inquiry and field, what the event says of words about people."""
    return {
        (event.body["inquiry"], name): _Sealed(event.seq, event.salt, event.body[f"{name}_digest"])
        for name in WORDS
        if f"{name}_digest" in event.body
    }


def _check_inquiries(session: Session, said: dict[tuple[int, str], _Sealed]) -> None:
    """What stands in an inquiry is what was last said of it; erased on request it is empty."""
    for (number, name), sealed in said.items():
        found = session.get(Inquiry, number)
        words = getattr(found, name) if found is not None else ""
        if found is None or (words and digest_note(words, sealed.salt) != sealed.digest):
            raise LogBroken("The inquiry of event %(seq)s was changed after it was noted.", sealed.seq)
