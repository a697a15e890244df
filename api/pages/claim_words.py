"""Changing what a claim says: its words, its text and slots, or two claims out of one."""

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from api.auth import account, requires
from api.pages import claim_forms as forms
from api.pages import claim_slots
from api.pages.claim_passage import find_span
from api.pages.claim_trial import Done, attempt
from api.pages.presentation import ID
from api.pages.telling import Link
from api.unit import db, now
from claims.claim import Claim
from claims.errors import InvalidInput
from claims.store import articles, claims
from claims.workflow import Role
from factcheck import review

blueprint = Blueprint("claim_words", __name__)

_JOINTS = " \t\r\n,;:.–—-"
"""What may be left between the two parts of a claim that is split."""


@blueprint.post(f"/claims/<{ID}:claim_id>/edit")
@requires(Role.REVIEWER)
def edit(claim_id: int) -> ResponseReturnValue:
    return attempt(claim_id, "edit", lambda: _edit(claim_id))


@blueprint.post(f"/claims/<{ID}:claim_id>/split")
@requires(Role.REVIEWER)
def split(claim_id: int) -> ResponseReturnValue:
    return attempt(claim_id, "split", lambda: _split(claim_id))


def _edit(claim_id: int) -> Done:
    version = forms.seen_version()
    claim = claims.lock(db(), claim_id, version)
    figures, times = claim_slots.quantities(claim), claim_slots.times(claim)
    change = forms.edit(claim, _new_span(claim), quantities=figures, times=times)
    review.edit(db(), claim_id, change, by=account(), at=now(), expect=version)
    return Done(gettext("Changed."))


def _split(claim_id: int) -> Done:
    version = forms.seen_version()
    claim = claims.lock(db(), claim_id, version)
    first, second = _parts(claim)
    _, other = review.split(db(), claim_id, first, second, by=account(), at=now(), expect=version)
    return Done(
        gettext("Split in two: this is the first."),
        link=Link(url_for("claim.show", claim_id=other.id), gettext("To the second")),
    )


def _new_span(claim: Claim) -> tuple[int, int] | None:
    words = forms.typed("words")
    if not words:
        raise InvalidInput("Paste the words of the claim as they stand in the article.")
    if words.split() == claim.exact.split():
        return None
    return find_span(_text(claim), words, forms.span_start(), _near(claim))


def _near(claim: Claim) -> tuple[int, int]:
    # first within the claim and what stands right beside it, where a changed span is likely to be
    return max(0, claim.start - 300), claim.end + 300


def _parts(claim: Claim) -> tuple[tuple[int, int], tuple[int, int]]:
    text, words = _text(claim), forms.typed("second")
    if not words:
        raise InvalidInput("Say where the second part begins: paste its words.")
    second = find_span(text, words, None, (claim.start, claim.end))
    if forms.typed("first"):
        return find_span(text, forms.typed("first"), None, (claim.start, claim.end)), second
    return _rest(text, claim, second), second


def _rest(text: str, claim: Claim, second: tuple[int, int]) -> tuple[int, int]:
    """The claim's words before those of the second part, without what joined the two."""
    start, end = claim.start, min(second[0], claim.end)
    while end > start and text[end - 1] in _JOINTS:
        end -= 1
    if end <= start:
        raise InvalidInput("Nothing is left for the first part: give its words too.")
    return start, end


def _text(claim: Claim) -> str:
    article = articles.get(db(), claim.article_id)
    return articles.version(db(), article).text
