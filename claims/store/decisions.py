"""Decisions, proposals and the rulings on them."""

from datetime import date, datetime

from sqlalchemy import ColumnElement, bindparam, insert
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from claims.claim import Claim, Slots
from claims.decision import Decision, DecisionDraft
from claims.errors import NotFound
from claims.proposal import Answer, Proposal, Ruling
from claims.selector import Selector
from claims.store.compiled import Compiled
from claims.store.rows import find_row

WORDS = {*Selector.model_fields, *Slots.model_fields}


def add(
    session: Session,
    claim: Claim,
    draft: DecisionDraft,
    *,
    evidence_ids: list[int],
    reason: str,
    by: int,
    at: datetime,
    adopts: int | None = None,
) -> Decision:
    """A new decision on the claim as it reads now; it corrects the public one where there is one, and takes
    over that with the number `adopts`."""
    decision = Decision.model_validate(
        {
            **draft.model_dump(),
            "claim_id": claim.id,
            "evidence_ids": evidence_ids,
            "claim_text": claim.text,
            "claim_words": claim.model_dump(mode="json", include=WORDS),
            "corrects": claim.public_decision_id,
            "correction_reason": reason if claim.public_decision_id else "",
            "adopts": adopts,
            "submitted_by": by,
            "submitted_at": at,
        }
    )
    session.add(decision)
    session.flush()
    return decision


def get(session: Session, decision_id: int) -> Decision:
    """Raises NotFound."""
    decision = find_row(session, Decision, decision_id)
    if decision is None:
        raise NotFound("There is no decision number %(id)s.", id=decision_id)
    return decision


_SUBMITTER = Compiled(select(Decision.submitted_by).where(Decision.id == bindparam("id")))


def submitter(session: Session, decision_id: int) -> int:
    """The number of the account that submitted it. Raises NotFound."""
    session.flush()
    found = _SUBMITTER.put(session.connection(), {"id": decision_id}).fetchone()
    return int(found[0]) if found else get(session, decision_id).submitted_by


_MANY = select(Decision).where(col(Decision.id).in_(bindparam("ids", expanding=True)))
_OF_CLAIMS = (
    select(Decision)
    .where(col(Decision.claim_id).in_(bindparam("ids", expanding=True)))
    .order_by(col(Decision.id))
)


def many(session: Session, ids: set[int]) -> dict[int, Decision]:
    """The decisions with these ids, by id."""
    rows = session.exec(_MANY, params={"ids": list(ids)}) if ids else ()
    return {decision.id: decision for decision in rows if decision.id is not None}


def of_claims(session: Session, claim_ids: list[int]) -> list[Decision]:
    """All decisions on these claims, oldest first."""
    return list(session.exec(_OF_CLAIMS, params={"ids": claim_ids}))


def claims_decided(
    session: Session, since: datetime | None, before: datetime | None, *, published: bool
) -> set[int]:
    """The numbers of the claims on which a decision was submitted, or, where asked for, published from
    `since` on and `before` a moment."""
    return set(session.exec(select(Decision.claim_id).where(*_within(since, before, published)).distinct()))


def was_decided(since: datetime | None, before: datetime | None, *, published: bool) -> ColumnElement[bool]:
    """The same as a condition on a claim."""
    decided = select(Decision.claim_id).where(*_within(since, before, published))
    return col(Claim.id).in_(decided)


def _within(since: datetime | None, before: datetime | None, published: bool) -> list[ColumnElement[bool]]:
    moment = col(Decision.published_at if published else Decision.submitted_at)
    bounds: list[ColumnElement[bool]] = [moment.is_not(None)]
    bounds += [moment >= since] if since is not None else []
    bounds += [moment < before] if before is not None else []
    return bounds


def adopting(session: Session, decision_id: int) -> list[Decision]:
    """The decisions that took this one over and have not ended, oldest first."""
    statement = select(Decision).where(Decision.adopts == decision_id, col(Decision.ended_at).is_(None))
    return list(session.exec(statement.order_by(col(Decision.id))))


def adopting_due(session: Session, today: date) -> list[tuple[Decision, Decision]]:
    """The decisions that stand or are under way and took over one that is due to be checked again by `today`;
    with that one, oldest first."""
    ground = aliased(Decision)
    statement = (
        select(Decision, ground)
        .join(ground, col(ground.id) == Decision.adopts)
        .where(
            col(Decision.adopts).is_not(None),  # few are, and there is an index of them
            col(Decision.ended_at).is_(None),
            col(ground.recheck_on) <= today,
        )
    )
    return list(session.exec(statement.order_by(col(Decision.id))))


_PROPOSAL = Compiled(
    select(Proposal.id).where(Proposal.claim_id == bindparam("claim_id")).order_by(col(Proposal.id)).limit(1)
)
_RULE = Compiled(insert(Ruling).inline(), ["proposal_id", "answer", "ruled_by", "ruled_at"])


def rule(session: Session, claim_id: int, answer: Answer, by: int, at: datetime) -> None:
    """Record the answer to the machine's proposal of this claim, where it was one."""
    session.flush()
    connection = session.connection()
    proposal = _PROPOSAL.put(connection, {"claim_id": claim_id}).fetchone()
    if proposal is not None:
        fields = {"proposal_id": proposal[0], "answer": answer, "ruled_by": by, "ruled_at": at}
        _RULE.put(connection, fields)


def take_back_ruling(session: Session, claim_id: int) -> None:
    """As if the machine's last proposal of this claim had not been answered the last time."""
    statement = select(Ruling).join(Proposal, col(Proposal.id) == Ruling.proposal_id)
    last = session.exec(
        statement.where(Proposal.claim_id == claim_id).order_by(col(Ruling.id).desc())
    ).first()
    if last is not None:
        session.delete(last)
        session.flush()


def proposed_text(session: Session, claim_id: int) -> str | None:
    """How the machine worded the claim when it proposed it; None where no machine did."""
    statement = select(Proposal).where(Proposal.claim_id == claim_id).order_by(col(Proposal.id).desc())
    proposal = session.exec(statement).first()
    return None if proposal is None else str(proposal.draft["text"])
