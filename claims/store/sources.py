"""Sources, their snapshots, and the evidence quoted from them."""

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import defer
from sqlmodel import Session, col, select

from claims.attempt import Attempt
from claims.errors import NotFound
from claims.evidence import Evidence, EvidenceDraft
from claims.selector import Selector
from claims.source import Capture, Snapshot, SnapshotDraft, Source, SourceDraft
from claims.store.compiled import IDS, Compiled, is_listed
from claims.store.once import once
from claims.store.rows import find_row
from claims.verdict import Stance


def add(session: Session, draft: SourceDraft, at: datetime) -> Source:
    source = Source.model_validate({**draft.model_dump(), "created_at": at})
    session.add(source)
    session.flush()
    return source


def get(session: Session, source_id: int) -> Source:
    """Raises NotFound."""
    source = find_row(session, Source, source_id)
    if source is None:
        raise NotFound("There is no source number %(id)s.", id=source_id)
    return source


_BEYOND = 2**31 - 1
"""A number that no source has."""
_PAGE = (
    select(Source)
    .where(col(Source.id) < sa.bindparam("before"))
    .order_by(col(Source.id).desc())
    .limit(sa.bindparam("limit"))
)
_OPEN_PAGE = _PAGE.where(col(Source.confidential).is_(False))


def page(
    session: Session, before: int | None = None, limit: int = 50, *, confidential: bool = True
) -> list[Source]:
    """Sources, newest first, from below id `before` on; the confidential ones only where asked for."""
    statement = _PAGE if confidential else _OPEN_PAGE
    below = _BEYOND if before is None else before
    return list(session.exec(statement, params={"before": below, "limit": limit}))


def add_snapshot(session: Session, source: Source, draft: SnapshotDraft, by: int, at: datetime) -> Snapshot:
    snapshot = Snapshot.model_validate(
        {
            **draft.model_dump(),
            "source_id": source.id,
            "sha256": hashlib.sha256(draft.content).hexdigest(),
            "captured_by": by,
            "captured_at": at,
        }
    )
    session.add(snapshot)
    session.flush()
    return snapshot


def snapshot(session: Session, snapshot_id: int) -> Snapshot:
    """Raises NotFound."""
    found = find_row(session, Snapshot, snapshot_id)
    if found is None:
        raise NotFound("There is no snapshot number %(id)s.", id=snapshot_id)
    return found


def by_url(session: Session, url: str) -> Source | None:
    """The oldest source with this address that everybody on the desk may see."""
    statement = select(Source).where(Source.url == url, col(Source.confidential).is_(False))
    return session.exec(statement.order_by(col(Source.id))).first()


def last_snapshot(session: Session, source_id: int) -> Snapshot | None:
    """The newest snapshot of a source."""
    statement = select(Snapshot).where(Snapshot.source_id == source_id).order_by(col(Snapshot.id).desc())
    return session.exec(statement).first()


def to_watch(session: Session, limit: int) -> list[Source]:
    """The sources with an address that standing evidence is quoted from, longest unseen first.

    Confidential ones are left out: whoever runs their server would see that the desk looks."""
    seen = (
        select(Attempt.source_id, sa.func.max(Attempt.tried_at).label("at"))
        .group_by(col(Attempt.source_id))
        .subquery()
    )
    kept = (
        select(Snapshot.source_id, sa.func.max(Snapshot.captured_at).label("at"))
        .join(Evidence, col(Evidence.snapshot_id) == Snapshot.id)
        .where(col(Evidence.retracted_at).is_(None))
        .group_by(col(Snapshot.source_id))
        .subquery()
    )
    statement = (
        select(Source)
        .join(kept, kept.c.source_id == Source.id)
        .outerjoin(seen, seen.c.source_id == Source.id)
        .where(col(Source.url).is_not(None), col(Source.confidential).is_(False))
        .order_by(sa.func.coalesce(seen.c.at, kept.c.at), col(Source.id))
        .limit(limit)
    )
    return list(session.exec(statement))


def standing_quotes(session: Session, source_id: int) -> list[tuple[Evidence, Capture]]:
    """The evidence that stands and is quoted from any snapshot of a source, with how that came in."""
    statement = (
        select(Evidence, col(Snapshot.capture))
        .join(Snapshot, col(Snapshot.id) == Evidence.snapshot_id)
        .where(Snapshot.source_id == source_id, col(Evidence.retracted_at).is_(None))
        .order_by(col(Evidence.id))
    )
    return list(session.exec(statement))


_OPENINGS = select(col(Snapshot.id), sa.func.substr(col(Snapshot.text), 1, sa.bindparam("length"))).where(
    col(Snapshot.id).in_(sa.bindparam("ids", expanding=True))
)


@once
def openings(session: Session, snapshot_ids: Collection[int], length: int) -> dict[int, str]:
    """The first `length` code points of what these snapshots say; no more is read of large ones."""
    rows = session.exec(_OPENINGS, params={"ids": list(snapshot_ids), "length": length})
    return {number or 0: opening for number, opening in rows}


_OF_SOURCE = (
    select(Snapshot)
    .options(defer(Snapshot.content), defer(Snapshot.text))  # type: ignore[arg-type]
    .where(Snapshot.source_id == sa.bindparam("source_id"))
    .order_by(col(Snapshot.id).desc())
)


def snapshots(session: Session, source_id: int) -> list[Snapshot]:
    """All snapshots of a source, newest first; bytes and texts are read only where somebody asks for them."""
    return list(session.exec(_OF_SOURCE, params={"source_id": source_id}))


def texts(session: Session, snapshot_ids: Collection[int]) -> Iterator[tuple[int, str, Sequence[int]]]:
    """Of these snapshots the number, the text and the offsets of its pages, few at a time: a text may be a
    book's."""
    statement = select(Snapshot.id, Snapshot.text, Snapshot.pages).where(col(Snapshot.id).in_(snapshot_ids))
    for number, text, pages in session.exec(statement.execution_options(yield_per=8)):
        yield number or 0, text, pages


def add_evidence(
    session: Session,
    claim_id: int,
    draft: EvidenceDraft,
    place: Selector,
    by: int,
    at: datetime,
    *,
    transcribed: bool = False,
) -> Evidence:
    evidence = Evidence.model_validate(
        {
            **place.model_dump(),
            "claim_id": claim_id,
            "snapshot_id": draft.snapshot_id,
            "stance": draft.stance,
            "note": draft.note,
            "added_by": by,
            "added_at": at,
            "transcribed": transcribed,
        }
    )
    session.add(evidence)
    session.flush()
    return evidence


def evidence(session: Session, evidence_id: int) -> Evidence:
    """Raises NotFound."""
    found = session.get(Evidence, evidence_id)
    if found is None:
        raise NotFound("There is no evidence number %(id)s.", id=evidence_id)
    return found


_QUOTES_FROM = (
    select(Evidence)
    .where(col(Evidence.snapshot_id).in_(sa.bindparam("ids", expanding=True)))
    .order_by(col(Evidence.start), col(Evidence.id))
)


def quotes_from(session: Session, snapshot_ids: list[int]) -> list[Evidence]:
    """All evidence quoted from these snapshots, in the order of their text."""
    return list(session.exec(_QUOTES_FROM, params={"ids": snapshot_ids}))


_EVIDENCE_OF = (
    select(Evidence, Snapshot, Source)
    .options(defer(Snapshot.content), defer(Snapshot.text))  # type: ignore[arg-type]
    .join(Snapshot, col(Snapshot.id) == Evidence.snapshot_id)
    .join(Source, col(Source.id) == Snapshot.source_id)
    .where(col(Evidence.claim_id).in_(sa.bindparam("ids", expanding=True)))
    .order_by(col(Evidence.id))
)


@once
def evidence_of(session: Session, claim_ids: list[int]) -> list[tuple[Evidence, Snapshot, Source]]:
    """All evidence of these claims, set aside or not, with what it is quoted from; oldest first.

    The snapshots' bytes and texts are read only where somebody asks for them: they can be large."""
    return list(session.exec(_EVIDENCE_OF, params={"ids": claim_ids}))


_STANDING = Compiled(
    select(Evidence.id, Evidence.stance)
    .where(Evidence.claim_id == sa.bindparam("claim_id"), col(Evidence.retracted_at).is_(None))
    .order_by(col(Evidence.id))
)


def standing(session: Session, claim_id: int) -> list[tuple[int, Stance]]:
    """What a decision made now rests on, oldest first: number of the evidence, how it stands to the claim."""
    session.flush()
    rows = _STANDING.put(session.connection(), {"claim_id": claim_id}).fetchall()
    return [(number, Stance(stance)) for number, stance in rows]


_CITED = (
    select(Evidence, Source)
    .join(Snapshot, col(Snapshot.id) == Evidence.snapshot_id)
    .join(Source, col(Source.id) == Snapshot.source_id)
    .where(
        col(Evidence.claim_id).in_(sa.bindparam("ids", expanding=True)), col(Evidence.retracted_at).is_(None)
    )
    .order_by(col(Evidence.id))
)


def cited(session: Session, claim_ids: list[int]) -> list[tuple[Evidence, Source]]:
    """The evidence of these claims that stands, with its sources, oldest first; no snapshot is loaded."""
    return list(session.exec(_CITED, params={"ids": claim_ids})) if claim_ids else []


_GROUPS = Compiled(
    select(Evidence.claim_id, Source.id, Source.independence)
    .join(Snapshot, col(Snapshot.id) == Evidence.snapshot_id)
    .join(Source, col(Source.id) == Snapshot.source_id)
    .where(is_listed(Evidence.claim_id), col(Evidence.retracted_at).is_(None))
)


def groups(session: Session, claim_ids: Iterable[int]) -> dict[int, dict[int, str]]:
    """The sources that the standing evidence of each of these claims is quoted from, and what they are said
    to depend on, which is empty where nobody said it."""
    found: dict[int, dict[int, str]] = {number: {} for number in claim_ids}
    session.flush()
    rows = _GROUPS.put(session.connection(), {IDS: json.dumps(list(found))})
    for claim_id, source_id, independence in rows:
        found[claim_id][source_id] = independence
    return found


def confidential_evidence(session: Session, claim_ids: Iterable[int]) -> set[int]:
    """The numbers of these claims' evidence that is quoted from confidential sources."""
    statement = (
        select(col(Evidence.id))
        .join(Snapshot, col(Snapshot.id) == Evidence.snapshot_id)
        .join(Source, col(Source.id) == Snapshot.source_id)
        .where(col(Evidence.claim_id).in_(list(claim_ids)), col(Source.confidential))
    )
    return {number for number in session.exec(statement) if number is not None}
