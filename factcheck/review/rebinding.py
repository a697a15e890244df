"""Binding a claim to its article's newest text: the same words at their place, or the words that stand for
them now. The caller writes the event."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlmodel import Session

from claims.account import Account
from claims.article import Article, ArticleVersion
from claims.claim import Claim, ClaimDraft, Slots
from claims.quantity import Quantity
from claims.selector import Place, Selector, anchor
from claims.time import TimeExpression
from claims.workflow import State
from factcheck.alignment import carry_over
from factcheck.extraction.slots import read_claim
from factcheck.review.moves import lapse
from factcheck.review.stating import are_stated
from factcheck.review.voting import void_all

_READ_ANEW = {
    "start",
    "end",
    "exact",
    "prefix",
    "suffix",
    "text",
    "unresolved",
    "worth",
    "reasons",
    *Slots.model_fields,
}


_UNDER_DECISION = (State.SUBMITTED, State.APPROVED)

EDITED = "The claim's sentence was changed in the article."
VANISHED = "The claim's words are no longer in the article."


def lapse_decided(session: Session, claim: Claim, *, by: Account, at: datetime, why: str) -> None:
    """Where the claim had been decided, waits for approval or has votes, that was about other words."""
    if claim.verdict is not None or claim.state in _UNDER_DECISION:
        lapse(session, claim, by=by, at=at, why=why)
    # to lapse for the sake of votes alone would tell everybody that there were some
    void_all(session, claim, by=by, at=at)


def keep(session: Session, claim: Claim, article: Article, version: ArticleVersion, place: Place) -> None:
    """The claim's words stand at `place` now, set otherwise at most: what it says stays."""
    selector = anchor(version.text, place.start, place.end)
    if selector.exact == claim.exact:
        shift = place.start - claim.start
        claim.quantities = [_shifted(Quantity, found, shift) for found in claim.quantities]
        claim.times = [_shifted(TimeExpression, found, shift) for found in claim.times]
    elif are_stated(session, claim.id or 0):
        claim.quantities = _carried(Quantity, claim, claim.quantities, selector)
        claim.times = _carried(TimeExpression, claim, claim.times, selector)
    else:
        read = read_claim(version.text, place.start, place.end, article.language, article.published_on)
        claim.sqlmodel_update(read.model_dump(mode="json", include={"quantities", "times"}))
    claim.sqlmodel_update(selector.model_dump())
    claim.article_version, claim.candidates = version.number, []


def reword(
    claim: Claim,
    article: Article,
    version: ArticleVersion,
    place: Place,
    before: str,
    drafts: Iterable[ClaimDraft] = (),
) -> None:
    """The claim is what `place` says now; its sentence read `before`.

    Slots and readable text are those of the draft at that very place, else read anew.
    """
    found = next((draft for draft in drafts if (draft.start, draft.end) == (place.start, place.end)), None)
    if found is None:
        found = read_claim(version.text, place.start, place.end, article.language, article.published_on)
    claim.sqlmodel_update(found.model_dump(mode="json", include=_READ_ANEW))
    claim.kind, claim.modality = found.kind, found.modality
    if not (claim.lapsed and claim.edited_from):  # what was decided was decided on the oldest words
        claim.edited_from = before
    claim.article_version, claim.candidates = version.number, []


def _shifted(kind: type[Quantity] | type[TimeExpression], found: dict[str, Any], by: int) -> dict[str, Any]:
    return kind.model_validate(found).shifted(by).model_dump(mode="json")


def _carried(
    kind: type[Quantity] | type[TimeExpression], claim: Claim, found: list[dict[str, Any]], to: Selector
) -> list[dict[str, Any]]:
    """What a person stated, at the same words as they are set now."""
    carried = []
    for slot in (kind.model_validate(each) for each in found):
        place = carry_over(claim.exact, to.exact, slot.shifted(-claim.start))
        if place is not None:
            words = {"exact": to.exact[place.start : place.end], **place.shifted(to.start).model_dump()}
            carried.append(slot.model_copy(update=words).model_dump(mode="json"))
    return carried
