"""Blind double review: begun and ended, its votes, and how far people agree. A vote is cast as the move
`vote`."""

from typing import TypeVar
from zoneinfo import ZoneInfo

from flask import Response

from api.auth import account, token_requires
from api.rest.answering import answer
from api.rest.blueprint import make_blueprint
from api.rest.parsing import parsed
from api.schemas.base import Person
from api.schemas.claims import ClaimPath
from api.schemas.votes import (
    AgreementRecord,
    ArticleAgreement,
    BlindReviewPath,
    BlindReviewRecord,
    BlindReviews,
    DeskAgreement,
    Figure,
    MonthAgreement,
    NewBlindReview,
    PairAgreement,
    VoteRecord,
    Votes,
)
from api.unit import db, now, settings
from claims.store import accounts, claims, votes
from claims.vote import BlindReview, Vote
from claims.workflow import Role
from factcheck import concord, review
from factcheck.agreement import Agreement, Measured, PairMeasured
from factcheck.review import voting

blueprint = make_blueprint("votes", "Claims that two people decide without seeing each other's verdict")

Measure = TypeVar("Measure", bound=AgreementRecord)


@blueprint.get("/blind-reviews", responses={200: BlindReviews})
@token_requires(Role.REVIEWER)
@parsed
def list_blind_reviews() -> Response:
    """List where two people decide at the moment."""
    return answer(BlindReviews(items=tuple(_review(each) for each in votes.reviews(db()))))


@blueprint.post("/blind-reviews", responses={201: BlindReviewRecord})
@token_requires(Role.EDITOR)
@parsed
def begin_blind_review(body: NewBlindReview) -> Response:
    """Let two people decide on the claims of an article, or on those with a tag."""
    begun = review.begin_blind_review(db(), by=account(), at=now(), article_id=body.article_id, tag=body.tag)
    return answer(_review(begun), 201)


@blueprint.delete("/blind-reviews/<review_id>", responses={200: BlindReviewRecord})
@token_requires(Role.EDITOR)
@parsed
def end_blind_review(path: BlindReviewPath) -> Response:
    """Let one person submit again; a claim with a vote that waits takes its second one all the same."""
    return answer(_review(review.end_blind_review(db(), path.review_id, by=account(), at=now())))


@blueprint.get("/claims/<claim_id>/votes", responses={200: Votes})
@token_requires(Role.REVIEWER)
@parsed
def list_votes(path: ClaimPath) -> Response:
    """List the votes on a claim that the caller may know of, oldest first."""
    claim = claims.get(db(), path.claim_id)
    found = voting.visible_votes(db(), [path.claim_id], account())
    names = accounts.names(db(), {vote.account_id for vote in found}) if found else {}
    return answer(
        Votes(
            blind=voting.is_blind(db(), claim),
            waiting=voting.count_waiting(db(), claim, account()),
            items=tuple(_vote(vote, names) for vote in found),
        )
    )


@blueprint.get("/agreement", responses={200: DeskAgreement})
@token_requires(Role.REVIEWER)
@parsed
def get_agreement() -> Response:
    """Measure how far people agree: for each pair, for each article, and month by month."""
    found = concord.measure_desk(db(), ZoneInfo(settings().time_zone))
    names = accounts.names(db())
    return answer(
        DeskAgreement(
            few=concord.FEW,
            everybody=_measure(AgreementRecord, found.everybody),
            pairs=tuple(_pair(each, names) for each in found.pairs),
            articles=tuple(
                _measure(ArticleAgreement, each, article_id=number) for number, each in found.articles.items()
            ),
            months=tuple(_measure(MonthAgreement, each, month=each.month) for each in found.months),
        )
    )


def _review(found: BlindReview) -> BlindReviewRecord:
    names = accounts.names(db(), {number for number in (found.begun_by, found.ended_by) if number})
    people = {number: Person(id=number, name=name) for number, name in names.items()}
    return BlindReviewRecord(
        id=found.id or 0,
        article_id=found.article_id,
        tag=found.tag_key,
        begun_by=people[found.begun_by],
        begun_at=found.begun_at,
        ended_by=people.get(found.ended_by or 0),
        ended_at=found.ended_at,
    )


def _vote(vote: Vote, names: dict[int, str]) -> VoteRecord:
    return VoteRecord(
        id=vote.id or 0,
        verdict=vote.verdict,
        rationale=vote.rationale,
        evidence_ids=tuple(vote.evidence_ids),
        by=Person(id=vote.account_id, name=names[vote.account_id]),
        cast_at=vote.cast_at,
        void_at=vote.void_at,
        decision=vote.decision_id,
    )


def _pair(found: PairMeasured, names: dict[int, str]) -> PairAgreement:
    first, second = (Person(id=number, name=names[number]) for number in (found.first, found.second))
    return PairAgreement(
        first=first,
        second=second,
        observed=_figure(found.observed),
        kappa=_figure(found.kappa),
        alpha=_figure(found.alpha),
        alpha_ordinal=_figure(found.ordinal),
    )


def _measure(kind: type[Measure], found: Measured, **more: object) -> Measure:
    return kind.model_validate(
        {
            **more,
            "observed": _figure(found.observed),
            "kappa": None if found.kappa is None else _figure(found.kappa),
            "alpha": _figure(found.nominal),
            "alpha_ordinal": _figure(found.ordinal),
        }
    )


def _figure(found: Agreement) -> Figure:
    why = None
    if found.value is None:
        why = "one verdict was given throughout" if found.items else "there is nothing to compare"
    return Figure(value=found.value, items=found.items, why=why)
