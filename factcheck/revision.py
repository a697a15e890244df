"""An article read again with changes: what becomes of each of its claims.

Claims whose words stand unchanged keep what was decided. A claim whose sentence reads otherwise is bound
to the new words and lapses where it had been decided; so does one that vanished, and one for whose words
several places could be meant, which keeps its old place until somebody chooses.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from claims.account import Account
from claims.article import Article, ArticleVersion
from claims.claim import Claim, ClaimDraft
from claims.selector import Place, anchor
from claims.store import articles, asides, claims, events
from claims.workflow import State
from factcheck.alignment import Alignment, read
from factcheck.following import GONE, Fate, Followed, follow, stretch_of
from factcheck.review.editing import stated
from factcheck.review.rebinding import EDITED, VANISHED, keep, lapse_decided, reword
from factcheck.review.voting import void_outdated

_WHY_LAPSED = {
    Fate.EDITED: EDITED,
    Fate.CHOOSE: "Several places of the article may be meant now.",
    Fate.VANISHED: VANISHED,
}


@dataclass(frozen=True)
class Revision:
    """What became of the claims of version `before` in version `number`: their ids by fate. What was
    dismissed and what had vanished before are not counted."""

    before: int
    number: int
    fates: dict[Fate, list[int]]

    @property
    def counts(self) -> dict[str, int]:
        return {fate.value: len(ids) for fate, ids in self.fates.items()}


def last_revision(session: Session, article: Article) -> Revision | None:
    """What became of the claims when the article's current version was read in; None for its first."""
    if article.current == 1:
        return None
    found = events.of_article(session, article.id or 0, "reread")
    body = found[-1].body if found else {}
    if body.get("number") != article.current:
        return None
    return Revision(body["before"], body["number"], {fate: body["fates"][fate] for fate in Fate})


@dataclass(frozen=True)
class _Rereading:
    """What is at hand while claims follow their words."""

    session: Session
    article: Article
    version: ArticleVersion
    drafts: tuple[ClaimDraft, ...]
    alignments: dict[int, Alignment]
    by: Account
    at: datetime

    def alignment(self, number: int) -> Alignment:
        """From version `number` of the text to the new one."""
        if number not in self.alignments:
            old = articles.version(self.session, self.article, number)
            language = self.article.language
            self.alignments[number] = Alignment(read(old.text, language), read(self.version.text, language))
        return self.alignments[number]


def follow_claims(
    session: Session,
    article: Article,
    before: ArticleVersion,
    after: ArticleVersion,
    *,
    drafts: Iterable[ClaimDraft] = (),
    by: Account,
    at: datetime,
) -> tuple[Revision, list[Place]]:
    """Find the article's claims in its new text; `drafts` are those that a machine finds there. Returns what
    became of them, and the places that they have or may have now."""
    rereading = _Rereading(session, article, after, tuple(drafts), {}, by, at)
    fates: dict[Fate, list[int]] = {fate: [] for fate in Fate}
    places: list[Place] = []
    for claim in claims.of_article(session, article.id or 0):
        if claim.vanished:
            continue  # what reads like words that had gone once is a new claim
        found = _find(rereading, claim)
        _ACTS[found.fate](rereading, claim, found)
        places += _places(claim, found)
        if claim.state is not State.DISMISSED:
            fates[found.fate].append(claim.id or 0)
    _tell(rereading, before, fates)
    return Revision(before.number, after.number, fates), places


def _find(rereading: _Rereading, claim: Claim) -> Followed:
    found = follow(rereading.alignment(claim.article_version), claim.selector)
    if claim.state is State.DISMISSED and found.fate not in (Fate.UNCHANGED, Fate.MOVED):
        return GONE  # other words were dismissed: these are a claim of their own
    return found


def _places(claim: Claim, found: Followed) -> list[Place]:
    also = [Place(**place) for place in claim.also_at] if found.place else []
    return [*([found.place] if found.place else []), *also, *found.candidates]


def _keep(rereading: _Rereading, claim: Claim, found: Followed) -> None:
    if found.place is None:
        return
    lost = _follow_repeats(rereading, claim)
    keep(rereading.session, claim, rereading.article, rereading.version, found.place)
    facts = {"start": claim.start, "end": claim.end, "text": claim.article_version}
    _record(rereading, "follow", claim, facts | ({"lost": lost} if lost else {}))


def _edit(rereading: _Rereading, claim: Claim, found: Followed) -> None:
    if found.place is None:
        return
    said = stated(claim)
    old = rereading.alignment(claim.article_version).old
    _lapse(rereading, claim, Fate.EDITED)
    lost = [*claim.also_at]
    claim.also_at = []
    sentence = old.words(stretch_of(old, claim.selector))
    reword(claim, rereading.article, rereading.version, found.place, sentence, rereading.drafts)
    facts = {"before": said, "after": stated(claim), "text": claim.article_version}
    _record(rereading, "revise", claim, facts | ({"lost": lost} if lost else {}))


def _offer(rereading: _Rereading, claim: Claim, found: Followed) -> None:
    _lapse(rereading, claim, Fate.CHOOSE)
    claim.candidates = [place.model_dump() for place in found.candidates]
    facts = {"places": claim.candidates, "text": rereading.version.number}
    _record(rereading, "offer_places", claim, facts)


def _vanish(rereading: _Rereading, claim: Claim, _found: Followed) -> None:
    _lapse(rereading, claim, Fate.VANISHED)
    claim.vanished, claim.candidates = True, []
    facts = {"start": claim.start, "end": claim.end, "text": claim.article_version}
    _record(rereading, "vanish", claim, facts)


_ACTS = {
    Fate.UNCHANGED: _keep,
    Fate.MOVED: _keep,
    Fate.EDITED: _edit,
    Fate.CHOOSE: _offer,
    Fate.VANISHED: _vanish,
}


def _follow_repeats(rereading: _Rereading, claim: Claim) -> list[dict[str, int]]:
    """Bind the other places of the claim; returns those that are lost, as they were."""
    alignment = rereading.alignment(claim.article_version)
    kept: list[dict[str, int]] = []
    lost: list[dict[str, int]] = []
    for spot in claim.also_at:
        found = follow(alignment, anchor(alignment.old.text, spot["start"], spot["end"]))
        if found.place is not None and found.fate is not Fate.EDITED:
            kept.append(found.place.model_dump())
        else:
            lost.append(spot)
    claim.also_at = kept
    return lost


def _follow_asides(rereading: _Rereading) -> list[int]:
    """What a person said of a sentence holds as long as that stands as it was; returns what ended."""
    ended: list[int] = []
    for aside in asides.of_articles(rereading.session, [rereading.article.id or 0]):
        alignment = rereading.alignment(aside.article_version)
        found = follow(alignment, anchor(alignment.old.text, aside.start, aside.end))
        if found.place is None or found.fate is Fate.EDITED:
            asides.end(rereading.session, aside, rereading.by.id or 0, rereading.at)
            ended.append(aside.id or 0)
            continue
        aside.start, aside.end = found.place.start, found.place.end
        aside.article_version = rereading.version.number
        rereading.session.add(aside)
    return ended


def _lapse(rereading: _Rereading, claim: Claim, fate: Fate) -> None:
    lapse_decided(rereading.session, claim, by=rereading.by, at=rereading.at, why=_WHY_LAPSED[fate])


def _record(rereading: _Rereading, action: str, claim: Claim, facts: dict[str, Any]) -> None:
    claims.touch(rereading.session, claim, rereading.at)
    events.record(rereading.session, claim, action, by=rereading.by.id or 0, at=rereading.at, facts=facts)
    void_outdated(rereading.session, claim, by=rereading.by, at=rereading.at)


def _tell(rereading: _Rereading, before: ArticleVersion, fates: dict[Fate, list[int]]) -> None:
    body = {"before": before.number, "number": rereading.version.number, "fates": fates}
    body["asides_ended"] = _follow_asides(rereading)
    events.append(
        rereading.session,
        "reread",
        by=rereading.by.id or 0,
        at=rereading.at,
        article_id=rereading.article.id,
        body=body,
    )
