"""What an answer shows: the desk's own claims as they are now, and the reviews of others as theirs."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict
from sqlmodel import Session

from claims.imported import ImportedReview
from claims.reason import Language, Reason
from claims.selector import Place
from claims.store import asked, imported
from claims.store.asked import Shown
from claims.verdict import Stance, Verdict
from claims.workflow import State
from factcheck.matching.relation import Match, Relation

_SHOWN_SOURCES = 3


class EvidenceInShort(BaseModel):
    """How much there is and how it stands, with the titles of the first sources. Everybody who asks sees
    it, so what is confidential does not count."""

    model_config = ConfigDict(frozen=True)

    count: int = 0
    stances: dict[Stance, int] = {}
    sources: tuple[str, ...] = ()


class ReviewOfOthers(BaseModel):
    """Who else checked it, where, and their verdict in their words. Days are ISO 8601."""

    model_config = ConfigDict(frozen=True, from_attributes=True)

    publisher: str
    site: str
    url: str
    title: str
    rating: str
    reviewed_on: str | None
    claimant: str


class Found(BaseModel):
    """The claim as the desk has it now.

    `origin` is `imported` for a review that others published: its number is below zero, it has no article,
    its `review` says whose it is, and `verdict` is the desk's word for their rating, where there is one.
    """

    model_config = ConfigDict(frozen=True)

    id: int
    article_id: int | None
    start: int
    end: int
    also_at: tuple[Place, ...]
    exact: str
    text: str
    language: Language
    origin: Literal["machine", "person", "imported"]
    state: State
    verdict: Verdict | None
    lapsed: bool
    evidence: EvidenceInShort
    decided_at: datetime | None
    recheck_at: date | None = None
    review: ReviewOfOthers | None = None


class Result(BaseModel):
    """One claim that answers."""

    model_config = ConfigDict(frozen=True)

    claim: Found
    relation: Relation
    score: float
    reasons: tuple[Reason, ...]
    differences: tuple[Reason, ...]


def present(
    session: Session, ranked: list[tuple[int, Match]], read: Mapping[int, Shown] | None = None
) -> list[Result]:
    """The answers as they are shown, in their order; those below zero are reviews of others. What was `read`
    of claims already is not read again."""
    numbers = [number for number, _ in ranked if number > 0]
    own = _own(session, numbers, asked.shown(session, numbers) if read is None else read)
    others = _others(session, [-number for number, _ in ranked if number < 0])
    known = own | others
    return [_result(known[number], match) for number, match in ranked if number in known]


def _result(claim: Found, match: Match) -> Result:
    return Result(
        claim=claim,
        relation=match.relation,
        score=round(match.score, 4),
        reasons=match.reasons,
        differences=match.differences,
    )


def _own(session: Session, numbers: list[int], read: Mapping[int, Shown]) -> dict[int, Found]:
    evidence = _evidence(session, numbers)
    return {
        number: _found(read[number], evidence.get(number, EvidenceInShort()))
        for number in numbers
        if number in read
    }


def _found(row: Shown, evidence: EvidenceInShort) -> Found:
    return Found(**row._asdict(), evidence=evidence)


def _others(session: Session, numbers: list[int]) -> dict[int, Found]:
    return (
        {-number: _review(row) for number, row in imported.many(session, numbers).items()} if numbers else {}
    )


def _review(row: ImportedReview) -> Found:
    return Found(
        id=-(row.id or 0),
        article_id=None,
        start=0,
        end=len(row.text),
        also_at=(),
        exact=row.text,
        text=row.text,
        language=row.language,
        origin="imported",
        state=State.PUBLISHED,
        verdict=row.verdict,
        lapsed=False,
        evidence=EvidenceInShort(),
        decided_at=None,
        review=ReviewOfOthers(
            publisher=row.publisher,
            site=row.publisher_site,
            url=row.url,
            title=row.title,
            rating=row.rating,
            reviewed_on=row.reviewed_on,
            claimant=row.claimant,
        ),
    )


def _evidence(session: Session, numbers: list[int]) -> dict[int, EvidenceInShort]:
    own = defaultdict(list)
    for each in asked.cited(session, numbers):
        own[each.claim_id].append(each)
    return {
        number: EvidenceInShort(
            count=len(found),
            stances=dict(Counter(each.stance for each in found)),
            sources=tuple(dict.fromkeys(each.source for each in found))[:_SHOWN_SOURCES],
        )
        for number, found in own.items()
    }
