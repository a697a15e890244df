"""How far articles are checked, read from the desk for somebody: `survey(session, articles, viewer)`."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlmodel import Session

from claims.account import Account
from claims.article import Article, ArticleVersion
from claims.aside import Aside
from claims.claim import Claim
from claims.selector import Place
from claims.store import articles, asides, claims, placed
from claims.store.placed import Placed
from claims.workflow import State
from factcheck.coverage import Coverage, Sentence, Standing, judge, measure
from factcheck.loose_ends import LooseEnd, find_loose_ends
from factcheck.review.voting import visible_votes

_VOTED_ON = (State.OPEN, State.IN_CHECK)


@dataclass(frozen=True)
class Survey:
    """The sentences of an article's current text; what a person said of those that make no claim, by their
    number from 0 on. `claims` are all of the article's."""

    sentences: list[Sentence]
    asides: dict[int, Aside]
    claims: Sequence[Claim | Placed]

    @property
    def coverage(self) -> Coverage:
        return measure(self.sentences)


def survey(session: Session, found: Iterable[Article], viewer: Account) -> dict[int, Survey]:
    """How far each of the articles is, by its id. Whom votes are not shown is not told that they disagree."""
    known = list(found)
    texts = articles.current_sentences(session, known)
    return _survey(session, texts, placed.of_articles(session, [each.id or 0 for each in known]), viewer)


def survey_one(session: Session, version: ArticleVersion, of_article: list[Claim], viewer: Account) -> Survey:
    """The same of one article whose current version and claims are read already."""
    number = version.article_id
    return _survey(session, {number: version.sentences}, {number: of_article}, viewer)[number]


def places_of(claim: Claim | Placed) -> list[Place]:
    """Where a claim stands in the current text, or may stand there; nowhere once its words are gone."""
    if claim.vanished:
        return []
    others = [_place(spot["start"], spot["end"]) for spot in claim.candidates or claim.also_at]
    return others if claim.candidates else [_place(claim.start, claim.end), *others]


def loose_ends(
    article: Article, version: ArticleVersion, found: Survey, of_article: list[Claim]
) -> list[LooseEnd]:
    """What of the article no claim answers for, nor a person who set its sentence aside."""
    answered = [place for claim in of_article for place in places_of(claim)]
    answered += [aside.place for aside in found.asides.values()]
    names = [name for claim in of_article for name in (*claim.names, claim.speaker_resolved or "")]
    return find_loose_ends(version.text, article.language, answered, names)


def _survey(
    session: Session,
    texts: Mapping[int, list[dict[str, Any]]],
    of_articles: Mapping[int, Sequence[Claim | Placed]],
    viewer: Account,
) -> dict[int, Survey]:
    standings = _standings(session, [claim for each in of_articles.values() for claim in each], viewer)
    said: dict[int, list[Aside]] = {number: [] for number in of_articles}
    for aside in asides.of_articles(session, of_articles):
        said[aside.article_id].append(aside)
    return {
        number: _survey_text(texts.get(number, []), each, standings, said[number])
        for number, each in of_articles.items()
    }


def _survey_text(
    sentences: list[dict[str, Any]],
    of_article: Sequence[Claim | Placed],
    standings: dict[int, Standing],
    said: list[Aside],
) -> Survey:
    places = [_place(found["start"], found["end"]) for found in sentences]
    by_start = {aside.start: aside for aside in said}
    kept = {at: by_start[place.start] for at, place in enumerate(places) if place.start in by_start}
    excused = [
        (place, at in kept or bool(found.get("why_none")))
        for at, (place, found) in enumerate(zip(places, sentences, strict=True))
    ]
    marked = [(place, standings[claim.id or 0]) for claim in of_article for place in places_of(claim)]
    return Survey(judge(excused, marked), kept, of_article)


@lru_cache(20_000)
def _place(start: int, end: int) -> Place:
    """Remembered, since it is found to be one: a list of articles has more than a thousand."""
    return Place(start=start, end=end)


def _standings(session: Session, found: Sequence[Claim | Placed], viewer: Account) -> dict[int, Standing]:
    """By the claim's id; one that was merged stands as the claim does that stands for it."""
    contested = _contested(session, found, viewer)
    merged = claims.many(session, {claim.merged_into for claim in found if claim.merged_into})
    standings = {}
    for claim in found:
        other = merged.get(claim.merged_into or 0, claim)
        standings[claim.id or 0] = _standing(other.state, other.verdict, other.id in contested)
    return standings


_standing = lru_cache(Standing)
"""There are few that differ, and each finds its status once."""


def _contested(session: Session, found: Sequence[Claim | Placed], viewer: Account) -> set[int]:
    """The claims on which two people voted and disagree, for the viewer to settle."""
    open_ids = [claim.id or 0 for claim in found if claim.state in _VOTED_ON]
    said: dict[int, set[str]] = {}
    for vote in visible_votes(session, open_ids, viewer) if open_ids else []:
        if vote.decision_id is None and vote.void_at is None:
            said.setdefault(vote.claim_id, set()).add(vote.verdict.value)
    return {number for number, verdicts in said.items() if len(verdicts) > 1}
