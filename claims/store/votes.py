"""Blind reviews and the votes that are cast under them."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, or_, select

from claims.claim import Claim
from claims.decision import DecisionDraft
from claims.errors import NotFound
from claims.store.compiled import Compiled
from claims.store.decisions import WORDS
from claims.store.once import once
from claims.tag import ClaimTag
from claims.vote import BlindReview, Vote

MOST_MEASURED = 20_000
"""How many votes, the newest ones, agreement is measured by at most."""


_REVIEWS = select(BlindReview).where(col(BlindReview.ended_at).is_(None)).order_by(col(BlindReview.id))


def reviews(session: Session) -> list[BlindReview]:
    """The blind reviews that run, oldest first."""
    return list(session.exec(_REVIEWS))


def review(session: Session, review_id: int) -> BlindReview:
    """Held until the transaction ends, whether it runs or not. Raises NotFound."""
    statement = select(BlindReview).where(BlindReview.id == review_id).with_for_update()
    found = session.exec(statement.execution_options(populate_existing=True)).one_or_none()
    if found is None:
        raise NotFound("There is no blind review number %(id)s.", id=review_id)
    return found


_RUNS = select(BlindReview).where(
    col(BlindReview.article_id).is_not_distinct_from(bindparam("article_id")),
    col(BlindReview.tag_key).is_not_distinct_from(bindparam("tag_key")),
    col(BlindReview.ended_at).is_(None),
)


def runs(session: Session, *, article_id: int | None, tag_key: str | None) -> BlindReview | None:
    """The blind review of just this article, or of just this tag, that runs."""
    return session.exec(_RUNS, params={"article_id": article_id, "tag_key": tag_key}).first()


_KEYS = select(ClaimTag.key).where(ClaimTag.claim_id == bindparam("claim_id"))
_COVERS = Compiled(
    select(BlindReview.id)
    .where(
        col(BlindReview.ended_at).is_(None),
        or_(BlindReview.article_id == bindparam("article_id"), col(BlindReview.tag_key).in_(_KEYS)),
    )
    .limit(1)
)


def covers(session: Session, claim: Claim) -> bool:
    """Whether a blind review of the claim's article or of one of its tags runs."""
    session.flush()
    values = {"claim_id": claim.id, "article_id": claim.article_id}
    return _COVERS.put(session.connection(), values).fetchone() is not None


def begin(
    session: Session, *, article_id: int | None, tag_key: str | None, by: int, at: datetime
) -> BlindReview:
    fields = {"article_id": article_id, "tag_key": tag_key, "begun_by": by, "begun_at": at}
    begun = BlindReview.model_validate(fields)
    session.add(begun)
    session.flush()
    return begun


def add(
    session: Session, claim: Claim, draft: DecisionDraft, *, evidence_ids: list[int], by: int, at: datetime
) -> Vote:
    """A new vote on the claim as it reads now."""
    vote = Vote.model_validate(
        {
            "claim_id": claim.id,
            "account_id": by,
            "verdict": draft.verdict,
            "rationale": draft.rationale,
            "evidence_ids": evidence_ids,
            "claim_text": claim.text,
            "claim_words": claim.model_dump(mode="json", include=WORDS),
            "cast_at": at,
        }
    )
    session.add(vote)
    session.flush()
    return vote


_WAITS = (col(Vote.decision_id).is_(None), col(Vote.void_at).is_(None))
_ANY_WAITS = Compiled(select(Vote.id).where(Vote.claim_id == bindparam("claim_id"), *_WAITS).limit(1))


@once
def waiting(session: Session, claim_id: int) -> list[Vote]:
    """The votes on the claim that are neither void nor part of a decision, oldest first."""
    session.flush()
    if _ANY_WAITS.put(session.connection(), {"claim_id": claim_id}).fetchone() is None:
        return []  # as on nearly every claim, and it is asked at every change of one
    statement = select(Vote).where(Vote.claim_id == claim_id, *_WAITS)
    return list(session.exec(statement.order_by(col(Vote.id))))


_OF_CLAIMS = (
    select(Vote).where(col(Vote.claim_id).in_(bindparam("ids", expanding=True))).order_by(col(Vote.id))
)


def of_claims(session: Session, claim_ids: Iterable[int]) -> list[Vote]:
    """All votes on these claims, oldest first."""
    wanted = list(claim_ids)
    return list(session.exec(_OF_CLAIMS, params={"ids": wanted})) if wanted else []


_VOTERS = Compiled(select(Vote.account_id).where(Vote.decision_id == bindparam("decision_id")))


def voters(session: Session, decision_id: int) -> set[int]:
    """The numbers of those whose votes led to a decision."""
    session.flush()
    return {row[0] for row in _VOTERS.put(session.connection(), {"decision_id": decision_id}).fetchall()}


_SETTLED = (
    select(Vote, Claim.article_id)
    .join(Claim, col(Claim.id) == Vote.claim_id)
    .where(col(Vote.decision_id).is_not(None))
    .order_by(col(Vote.id).desc())
    .limit(MOST_MEASURED)
)
_SETTLED_SINCE = _SETTLED.where(col(Vote.cast_at) >= bindparam("since"))


def settled(session: Session, since: datetime | None = None) -> list[tuple[Vote, int]]:
    """The votes that led to decisions, each with the number of its claim's article, oldest first; where it is
    said, those cast from `since` on. Of very many the newest."""
    rows = session.exec(_SETTLED_SINCE, params={"since": since}) if since else session.exec(_SETTLED)
    return [(vote, article_id) for vote, article_id in rows][::-1]
