"""Has this been checked? `search(session, home, text) -> list[Result]`, `ask(...) -> Answer`.

The index proposes candidates, `factcheck.matching` compares each with the question; state, verdict
and evidence come from the database.
"""

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict
from sqlmodel import Session

from claims.claim import Claim, SentenceDraft
from claims.decision import Decision
from claims.errors import InvalidInput
from claims.reason import Language, Reason
from claims.selector import Place
from claims.store import claims, decisions, sources
from claims.verdict import Stance, Verdict
from claims.workflow import State
from factcheck.extraction import extract
from factcheck.extraction.language import detect_language
from factcheck.extraction.sentences import split_sentences
from factcheck.matching.documents import wanted
from factcheck.matching.index import BrokenIndex, ClaimIndex
from factcheck.matching.ranking import CANDIDATES, rank
from factcheck.matching.relation import Match, Relation
from factcheck.matching.terms import Analysis, analyse
from factcheck.projection import catch_up, discard

LIMIT = 20
_SHOWN_SOURCES = 3
LONGEST = 20_000
"""Code points of a question."""


class EvidenceInShort(BaseModel):
    """How much there is and how it stands, with the titles of the first sources. Everybody who asks sees
    it, so what is confidential does not count."""

    model_config = ConfigDict(frozen=True)

    count: int = 0
    stances: dict[Stance, int] = {}
    sources: tuple[str, ...] = ()


class Found(BaseModel):
    """The claim as the desk has it now."""

    model_config = ConfigDict(frozen=True, from_attributes=True)

    id: int
    article_id: int
    start: int
    end: int
    also_at: tuple[Place, ...]
    exact: str
    text: str
    language: Language
    state: State
    verdict: Verdict | None
    lapsed: bool
    evidence: EvidenceInShort
    decided_at: datetime | None
    recheck_at: datetime | None = None


class Result(BaseModel):
    """One claim that answers."""

    model_config = ConfigDict(frozen=True)

    claim: Found
    relation: Relation
    score: float
    reasons: tuple[Reason, ...]
    differences: tuple[Reason, ...]


class SentenceAnswer(Place):
    """What was found for one sentence of the question. `never_checked` is one that makes a claim of which no
    claim of the desk says the same, or the same with a difference."""

    results: tuple[Result, ...]
    never_checked: bool = False


class Answer(BaseModel):
    """What was found for the whole question and, where it has several, for each sentence; `never_checked` as
    there."""

    model_config = ConfigDict(frozen=True)

    query: str
    language: Language
    results: tuple[Result, ...]
    never_checked: bool = False
    sentences: tuple[SentenceAnswer, ...] = ()


MOST_SENTENCES = 60
"""Each sentence is a search of its own; more than an article's worth would keep others waiting."""


def search(
    session: Session, home: Path, text: str, *, language: Language | None = None, limit: int = LIMIT
) -> list[Result]:
    """The claims that say what `text` says, or nearly, best first.

    Every claim of the desk is asked but those dismissed. Raises InvalidInput for a text that is empty,
    too long or in another language, DeskBusy.
    """
    query = _query(text, language)
    return _whole(session, home, lambda index: _search(session, index, query, limit))


def ask(
    session: Session, home: Path, text: str, *, language: Language | None = None, limit: int = LIMIT
) -> Answer:
    """Like `search`; a text of several sentences is answered as a whole and sentence by sentence."""
    query = _query(text, language)
    return _whole(session, home, lambda index: _answer(session, index, query, limit))


_T = TypeVar("_T")


def _whole(session: Session, home: Path, answer: Callable[[ClaimIndex], _T]) -> _T:
    """The answer from an index that is up to date, and whole: damage may show only when it is asked."""
    try:
        return answer(catch_up(session, home))
    except BrokenIndex:
        discard(home)
        return answer(catch_up(session, home))


def _answer(session: Session, index: ClaimIndex, query: Analysis, limit: int) -> Answer:
    places = split_sentences(query.text, query.language)
    if len(places) > MOST_SENTENCES:
        raise InvalidInput(
            "Ask about %(most)s sentences at a time; these are %(count)s.",
            most=MOST_SENTENCES,
            count=len(places),
        )
    each = []
    for place in places if len(places) > 1 else ():
        part = analyse(query.text[place.start : place.end], query.language)
        each.append((place, tuple(_search(session, index, part, limit))))
    whole = tuple(_search(session, index, query, limit))
    silent = not all(_told(results) for results in (whole, *(found for _, found in each)))
    claimed = _claimed(query) if silent else []
    return Answer(
        query=query.text,
        language=query.language,
        results=whole,
        never_checked=not _told(whole) and bool(claimed),
        sentences=tuple(
            SentenceAnswer(
                start=place.start,
                end=place.end,
                results=found,
                never_checked=not _told(found) and any(_overlap(place, claim) for claim in claimed),
            )
            for place, found in each
        ),
    )


def _told(results: tuple[Result, ...]) -> bool:
    """Whether a claim says the same, or the same with a difference."""
    return any(found.relation is not Relation.RELATED for found in results)


def _claimed(query: Analysis) -> list[SentenceDraft]:
    """The sentences of the question that make a claim."""
    return [found for found in extract(query.text, query.language).sentences if found.claims]


def _overlap(one: Place, other: Place) -> bool:
    return one.start < other.end and other.start < one.end


def _query(text: str, language: Language | None) -> Analysis:
    if not any(map(str.isalnum, text)):
        raise InvalidInput("Ask with words: the question is empty.")
    if len(text) > LONGEST:
        raise InvalidInput("The question is longer than %(most)s characters.", most=LONGEST)
    return analyse(text, language or detect_language(text))


def _search(session: Session, index: ClaimIndex, query: Analysis, limit: int) -> list[Result]:
    hits = index.search(wanted(query), max(CANDIDATES, limit))
    rows = claims.many(session, [hit.claim_id for hit in hits])
    stand = _standing(session, rows)
    asked = {number: _analysis(rows[number]) for number in stand}
    best: dict[int, tuple[Claim, Match]] = {}
    for number, match in rank(index, query, hits, asked):
        best.setdefault(stand[number].id or 0, (stand[number], match))
    return _results(session, list(best.values())[:limit])


def _standing(session: Session, rows: dict[int, Claim]) -> dict[int, Claim]:
    """By number of a claim whose words were found, the claim that answers: the one it was merged into, else
    itself. Those dismissed answer nothing."""
    targets = claims.many(session, {row.merged_into for row in rows.values() if row.merged_into})
    stand = {number: targets.get(row.merged_into or 0, row) for number, row in rows.items()}
    return {number: row for number, row in stand.items() if row.state is not State.DISMISSED}


def _analysis(claim: Claim) -> Analysis:
    return analyse(claim.text, "de" if claim.language == "de" else "en")


def _results(session: Session, ranked: list[tuple[Claim, Match]]) -> list[Result]:
    ids = [row.id or 0 for row, _ in ranked]
    evidence, decided = _evidence(session, ids), _decided(session, ids)
    return [
        Result(
            claim=_found(
                row,
                evidence.get(row.id or 0, EvidenceInShort()),
                decided.get(row.public_decision_id or row.decision_id or 0),
            ),
            relation=match.relation,
            score=round(match.score, 4),
            reasons=match.reasons,
            differences=match.differences,
        )
        for row, match in ranked
    ]


def _found(row: Claim, evidence: EvidenceInShort | None, decision: Decision | None) -> Found:
    decided_at = None
    if row.verdict is not None and decision is not None:
        decided_at = decision.published_at or decision.approved_at or decision.submitted_at
    return Found.model_validate(
        {**row.model_dump(), "evidence": evidence or EvidenceInShort(), "decided_at": decided_at}
    )


def _decided(session: Session, ids: list[int]) -> dict[int, Decision]:
    """The decisions on these claims, by their own ids."""
    return {decision.id or 0: decision for decision in decisions.of_claims(session, ids)}


def _evidence(session: Session, ids: list[int]) -> dict[int, EvidenceInShort]:
    cited = sources.cited(session, ids)
    found = {}
    cited = [(evidence, source) for evidence, source in cited if not source.confidential]
    for number in {evidence.claim_id for evidence, _ in cited}:
        own = [(evidence.stance, source) for evidence, source in cited if evidence.claim_id == number]
        titles = dict.fromkeys(source.title for _, source in own)
        found[number] = EvidenceInShort(
            count=len(own),
            stances=dict(Counter(stance for stance, _ in own)),
            sources=tuple(titles)[:_SHOWN_SOURCES],
        )
    return found
