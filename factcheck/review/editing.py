"""Changing what a claim says before it is decided: its words, its text, its slots, or two out of one."""

import re
from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from sqlmodel import Session

from claims.account import Account
from claims.article import Article, ArticleVersion
from claims.claim import Claim, ClaimDraft, Kind, Modality, Origin, Slots
from claims.errors import InvalidInput, MoveImpossible, NotAllowed
from claims.proposal import Answer
from claims.quantity import QuantityDraft
from claims.store import articles, claims, events
from claims.time import TimeDraft
from claims.workflow import Action, Role, State, may
from factcheck.extraction.slots import read_claim
from factcheck.review.moves import move
from factcheck.review.stating import STATED, are_stated, keep_stated, quantities_of, times_of
from factcheck.review.voting import void_outdated

_EDITABLE = (State.PROPOSED, State.OPEN, State.IN_CHECK)
_BESIDES = {"prefix", "suffix", "unresolved", "vanished", "candidates", "reasons"}


class ClaimEdit(BaseModel):
    """What is to change; None leaves it. A new span takes its words and slots from the article, but for the
    quantities and times that a person stated of words inside it."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)

    start: int | None = Field(default=None, ge=0)
    end: int | None = Field(default=None, ge=1)
    text: str | None = Field(default=None, min_length=1, max_length=5000)
    kind: Kind | None = None
    modality: Modality | None = None
    quantities: tuple[QuantityDraft, ...] | None = Field(default=None, max_length=50)
    times: tuple[TimeDraft, ...] | None = Field(default=None, max_length=50)
    speaker: str | None = Field(default=None, max_length=300)
    worth: float | None = Field(default=None, ge=0, le=1)


def is_editable(claim: Claim) -> bool:
    """Whether the claim's words and slots can be changed: nobody decided on them yet, and no published
    verdict stands on them."""
    return claim.state in _EDITABLE and not claim.is_standing


def edit(
    session: Session,
    claim_id: int,
    change: ClaimEdit,
    *,
    by: Account,
    at: datetime,
    expect: int | None = None,
) -> Claim:
    """Change a claim that nobody has submitted yet; a proposal is accepted by editing it.

    Raises NotFound, StaleVersion, NotAllowed, MoveImpossible, InvalidInput.
    """
    if not change.model_fields_set:
        raise InvalidInput(
            "Say what is to change: words, text, kind, modality, quantities, times, speaker or worth."
        )
    claim = _editable(session, claim_id, by, expect)
    before, held = stated(claim), _held(claim)
    if change.start is not None or change.end is not None:
        _bind(session, claim, *_span(claim, change))
    for field in ("text", "kind", "modality", "speaker", "worth"):
        value = getattr(change, field)
        if value is not None:
            setattr(claim, field, value or None)
    if change.text is not None:
        claim.unresolved = [words for words in claim.unresolved if _has_words(claim.text, words)]
    if change.speaker is not None:
        claim.speaker_resolved, claim.speaker_unresolved = None, False  # a person's word needs no resolving
    facts = {**_state(claim, change), "before": before, "after": stated(claim), "held": held}
    return _finish(session, claim, "edit", by, at, facts)


def split(
    session: Session,
    claim_id: int,
    first: tuple[int, int],
    second: tuple[int, int],
    *,
    by: Account,
    at: datetime,
    expect: int | None = None,
) -> tuple[Claim, Claim]:
    """Make two claims out of one: it keeps the first span, a new claim gets the second. Raises as `edit`."""
    claim = _editable(session, claim_id, by, expect)
    before, held = stated(claim), _held(claim)
    other = _add_part(session, claim, second, by, at)
    _bind(session, claim, *first)
    facts = {"before": before, "after": stated(claim), "into": [claim_id, other.id], "held": held}
    return _finish(session, claim, "split", by, at, facts), other


def add_claim(
    session: Session,
    article_id: int,
    start: int,
    end: int,
    *,
    by: Account,
    at: datetime,
    text: str = "",
) -> Claim:
    """A claim that a person found, anchored to the article's current text; it is open at once."""
    if not may(by.role_set, Role.REVIEWER):
        raise NotAllowed("Adding a claim takes the role reviewer.")
    article = articles.get(session, article_id)
    version = articles.version(session, article)
    draft = _read(version.text, start, end, article)
    if text.strip():
        draft = draft.model_copy(update={"text": text.strip()})
    return _enter(session, article, version, draft, by, at, {})


def _enter(
    session: Session,
    article: Article,
    version: ArticleVersion,
    draft: ClaimDraft,
    by: Account,
    at: datetime,
    facts: dict[str, Any],
) -> Claim:
    claim = claims.add(
        session,
        draft,
        article_id=article.id or 0,
        article_version=version.number,
        language=article.language,
        origin=Origin.PERSON,
        state=State.OPEN,
        at=at,
    )
    facts = {**facts, "after": stated(claim), "to": claim.state.value}
    events.record(session, claim, "add", by=by.id or 0, at=at, facts=facts)
    return claim


def _add_part(session: Session, whole: Claim, span: tuple[int, int], by: Account, at: datetime) -> Claim:
    """A claim of its own out of another, with what a person stated of these words."""
    article = articles.get(session, whole.article_id)
    version = articles.version(session, article)
    draft = _reread(session, whole, article, version, *span)
    typed = {"typed": list(STATED)} if are_stated(session, whole.id or 0) else {}
    return _enter(session, article, version, draft, by, at, typed)


def _editable(session: Session, claim_id: int, by: Account, expect: int | None) -> Claim:
    claim = claims.lock(session, claim_id, expect)
    if not may(by.role_set, Role.REVIEWER):
        raise NotAllowed("Editing a claim takes the role reviewer.")
    if not is_editable(claim):
        raise MoveImpossible(
            "A claim that is %(state)s cannot be edited; what was published changes by a correction.",
            state=claim.state.value,
        )
    return claim


def _bind(session: Session, claim: Claim, start: int, end: int) -> None:
    article = articles.get(session, claim.article_id)
    version = articles.version(session, article)
    draft = _reread(session, claim, article, version, start, end)
    kept = set() if claim.text == _one_line(claim.exact) else {"text", "unresolved"}
    for field, value in draft.model_dump(mode="json", exclude=kept | {"also_at", "proposers"}).items():
        setattr(claim, field, value)
    claim.kind, claim.modality, claim.also_at = draft.kind, draft.modality, []
    claim.article_version, claim.vanished, claim.candidates = version.number, False, []


def _reread(
    session: Session, claim: Claim, article: Article, version: ArticleVersion, start: int, end: int
) -> ClaimDraft:
    now = _read(version.text, start, end, article)
    if not (claim.is_bound and are_stated(session, claim.id or 0)):
        return now
    return keep_stated(claim, _read(version.text, claim.start, claim.end, article), now)


def _state(claim: Claim, change: ClaimEdit) -> dict[str, Any]:
    """Set what a person states of figures and times; what the event says of it."""
    if change.quantities is not None:
        claim.quantities = [each.model_dump(mode="json") for each in quantities_of(claim, change.quantities)]
    if change.times is not None:
        claim.times = [each.model_dump(mode="json") for each in times_of(claim, change.times)]
    typed = [name for name in STATED if getattr(change, name) is not None]
    return {"typed": typed} if typed else {}


def _span(claim: Claim, change: ClaimEdit) -> tuple[int, int]:
    if not claim.is_bound and (change.start is None or change.end is None):
        raise InvalidInput("The claim's words are gone: say where it starts and where it ends.")
    start = claim.start if change.start is None else change.start
    return start, claim.end if change.end is None else change.end


def _read(text: str, start: int, end: int, article: Article) -> ClaimDraft:
    if not any(character.isalnum() for character in text[start:end]):
        raise InvalidInput(
            "Mark at least one word: there is none from %(start)s to %(end)s.", start=start, end=end
        )
    try:
        return read_claim(text, start, end, article.language, article.published_on)
    except ValueError as error:
        raise InvalidInput(
            "The span %(start)s to %(end)s does not lie in the article's text.", start=start, end=end
        ) from error


def _has_words(text: str, words: str) -> bool:
    """Whether the words stand in the text as words: "er" is not in "Berger"."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def _one_line(words: str) -> str:
    return " ".join(words.split()) or words


def stated(claim: Claim) -> dict[str, Any]:
    """What a claim says and where, as events keep it."""
    shown = {"start", "end", "exact", "text", "also_at", "worth", "article_version", *Slots.model_fields}
    return claim.model_dump(mode="json", include=shown)


def _held(claim: Claim) -> dict[str, Any]:
    """What else a new span changes, for the way back."""
    return claim.model_dump(mode="json", include=_BESIDES)


def _finish(
    session: Session, claim: Claim, action: str, by: Account, at: datetime, facts: dict[str, Any]
) -> Claim:
    claims.touch(session, claim, at)
    events.record(session, claim, action, by=by.id or 0, at=at, facts=facts)
    void_outdated(session, claim, by=by, at=at)
    if claim.state is State.PROPOSED:
        move(session, claim.id or 0, Action.ACCEPT, by=by, at=at, answer=Answer.EDITED)
    return claim
