"""Has this been checked? `search(session, home, text) -> list[Result]`, `ask(...) -> Answer`.

The index proposes candidates, `factcheck.matching` compares each with the question; state, verdict
and evidence come from the database.
"""

from collections.abc import Callable, Set
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict
from sqlmodel import Session

from claims.claim import Claim, SentenceDraft
from claims.errors import InvalidInput
from claims.reason import Language
from claims.selector import Place
from claims.store import asked, claims
from claims.store.asked import Shown
from claims.workflow import State
from factcheck.extraction import tags
from factcheck.extraction.claims import extract
from factcheck.extraction.language import detect_language
from factcheck.extraction.sentences import split_sentences
from factcheck.extraction.tokens import tag_tokens
from factcheck.found import Result, present
from factcheck.matching.documents import wanted
from factcheck.matching.index import BrokenIndex, ClaimIndex, Hit
from factcheck.matching.ranking import CANDIDATES, rank
from factcheck.matching.relation import Match, Relation
from factcheck.matching.stored import unpack
from factcheck.matching.terms import Analysis, analyse, remember
from factcheck.projection import catch_up, discard

LIMIT = 20
_REVIEWS = 30
"""Reviews of others that are looked at for each question."""

LONGEST = 20_000
"""Code points of a question."""


_STATING = frozenset(
    {tags.AUXILIARY, tags.FINITE, tags.PERHAPS_FINITE, tags.PARTICIPLE, tags.INFINITIVE, tags.NUMBER}
)


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
    session: Session,
    home: Path,
    text: str,
    *,
    language: Language | None = None,
    limit: int = LIMIT,
    others: bool = False,
) -> list[Result]:
    """The claims that say what `text` says, or nearly, best first.

    Every claim of the desk is asked but those dismissed; the reviews of others too where they are wanted.
    Raises InvalidInput for a text that is empty,
    too long or in another language, DeskBusy.
    """
    query = _query(text, language)
    return whole(session, home, lambda index: _search(session, index, query, limit, others=others))


def ask(
    session: Session, home: Path, text: str, *, language: Language | None = None, limit: int = LIMIT
) -> Answer:
    """Like `search`, with the reviews of others; a text of several sentences is answered as a whole and
    sentence by sentence."""
    query = _query(text, language)
    return whole(session, home, lambda index: _answer(session, index, query, limit))


def similar(session: Session, home: Path, claim: Claim, limit: int) -> list[Result]:
    """The other claims that say what a claim says, or the same with a difference, best first. Raises
    DeskBusy."""

    def find(index: ClaimIndex) -> list[Result]:
        ranked, read = _matches(session, index, _analysis(claim), CANDIDATES, claim)
        told = [(number, match) for number, match in ranked if match.relation is not Relation.RELATED]
        return present(session, [each for each in told if each[0] != claim.id][:limit], read)

    return whole(session, home, find)


_T = TypeVar("_T")


def whole(session: Session, home: Path, answer: Callable[[ClaimIndex], _T]) -> _T:
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
        each.append((place, tuple(_search(session, index, part, limit, others=True))))
    whole = tuple(_search(session, index, query, limit, others=True))
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
    """Whether a claim of the desk says the same, or the same with a difference; what others checked is not
    the desk's."""
    return any(found.relation is not Relation.RELATED and not found.claim.review for found in results)


def _claimed(query: Analysis) -> list[SentenceDraft]:
    """The sentences of the question that make a claim."""
    found = extract(query.text, query.language).sentences
    return [place for place in found if place.claims and _asserts(query, place)]


def _asserts(query: Analysis, place: SentenceDraft) -> bool:
    """Whether the sentence has a verb or a figure. One that has none may be a headline, of which a text gives
    few, or a greeting, of which a letter does."""
    tokens = tag_tokens(query.text, place.start, place.end, query.language)
    return any(token.tag in _STATING for token in tokens)


def _overlap(one: Place, other: Place) -> bool:
    return one.start < other.end and other.start < one.end


def _query(text: str, language: Language | None) -> Analysis:
    if not any(map(str.isalnum, text)):
        raise InvalidInput("Ask with words: the question is empty.")
    if len(text) > LONGEST:
        raise InvalidInput("The question is longer than %(most)s characters.", most=LONGEST)
    return analyse(text, language or detect_language(text))


def _search(
    session: Session, index: ClaimIndex, query: Analysis, limit: int, *, others: bool = False
) -> list[Result]:
    hits = index.search(wanted(query), max(CANDIDATES, limit))
    read = _read(session, hits)
    ranked = _ranked(index, query, hits, read)
    if others:
        ranked = sorted(ranked + _reviews(index, query, limit), key=lambda pair: -pair[1].score)
    return present(session, ranked[:limit], read)


def matches(
    session: Session, index: ClaimIndex, query: Analysis, candidates: int, claim: Claim
) -> list[tuple[Claim, Match]]:
    """The claims among the index' candidates held against what a claim says, best first; without itself."""
    ranked, _ = _matches(session, index, query, candidates, claim)
    rows = claims.many(session, [number for number, _ in ranked])
    return [(rows[number], match) for number, match in ranked]


def _matches(
    session: Session, index: ClaimIndex, query: Analysis, candidates: int, claim: Claim
) -> tuple[list[tuple[int, Match]], dict[int, Shown]]:
    """The same by number, with what was read of them."""
    hits = _without(index.search(wanted(query), candidates), claim.id or 0)
    read = _read(session, hits)
    beside = {number for number, row in read.items() if row.article_id == claim.article_id}
    return _ranked(index, query, hits, read, beside), read


def _without(hits: list[Hit], number: int) -> list[Hit]:
    others = [hit for hit in hits if hit.claim_id != number]
    best = max((hit.score for hit in others), default=1.0)
    return [hit._replace(score=hit.score / best) for hit in others]


def _read(session: Session, hits: list[Hit]) -> dict[int, Shown]:
    """The claims that were found, as they are now, and those that they were merged into."""
    rows = asked.shown(session, [hit.claim_id for hit in hits])
    return rows | asked.shown(session, {row.merged_into for row in rows.values() if row.merged_into})


def _ranked(
    index: ClaimIndex,
    query: Analysis,
    hits: list[Hit],
    read: dict[int, Shown],
    beside: Set[int] = frozenset(),
) -> list[tuple[int, Match]]:
    """The numbers of the claims that answer, best first, with how."""
    stand = _standing(read)
    known = {hit.claim_id: _recall(hit) for hit in hits if hit.claim_id in stand}
    best: dict[int, Match] = {}
    for number, match in rank(index, query, hits, known, beside):
        best.setdefault(stand[number], match)
    return list(best.items())


def _standing(rows: dict[int, Shown]) -> dict[int, int]:
    """By number of a claim whose words were found, that of the one that answers: what it was merged into, or
    itself. Those dismissed answer nothing."""
    stand = {number: rows.get(row.merged_into or 0, row) for number, row in rows.items()}
    return {number: row.id for number, row in stand.items() if row.state is not State.DISMISSED}


def _reviews(index: ClaimIndex, query: Analysis, limit: int) -> list[tuple[int, Match]]:
    """The reviews of others that answer, best first, with how."""
    hits = index.search(wanted(query), max(_REVIEWS, limit), others=True)
    return rank(index, query, hits, {hit.claim_id: _recall(hit) for hit in hits})


def _recall(hit: Hit) -> Analysis:
    """What the index kept of a claim, and further steps will ask for by its text."""
    return remember(unpack(hit.read))


def _language(code: str) -> Language:
    return "de" if code == "de" else "en"


def _analysis(claim: Claim) -> Analysis:
    return analyse(claim.text, _language(claim.language))
