"""Readers outside challenge a published verdict: their words become the reason, their contact stays with
those who check."""

from datetime import datetime

from sqlmodel import Session

from claims.account import Account, AccountDraft
from claims.claim import Claim
from claims.errors import MoveImpossible
from claims.letter import Door
from claims.objection import READER_FORM, ObjectionDraft
from claims.reason import Language
from claims.store import accounts, events, objections
from claims.workflow import Action, Role
from factcheck.knocking import knock, network
from factcheck.published import read_published
from factcheck.review import move

_NAMES: dict[Language, str] = {"de": "Leserformular", "en": "Readers’ form"}


def challenge_from_outside(
    session: Session,
    claim_id: int,
    draft: ObjectionDraft,
    *,
    address: str | None,
    at: datetime,
    key: str,
    language: Language,
) -> Claim:
    """Challenge a published claim for a reader at this network address, of which only a keyed digest is
    kept, for a day. Raises NotFound, TooOften, MoveImpossible where it is being looked at again already."""
    if not read_published(session, claim_id).can_be_challenged:
        raise MoveImpossible("The desk is looking at this verdict again already.")
    knock(session, Door.OBJECTION, network(address), at=at, key=key)
    form = _form(session, language, at)
    claim = move(session, claim_id, Action.CHALLENGE, by=form, at=at, reason=draft.words)
    if draft.contact:
        objections.add(session, claim_id, events.last(session), draft.contact, at)
    return claim


def _form(session: Session, language: Language, at: datetime) -> Account:
    """The account that the form acts as: a reader whom nobody logs in as."""
    found = accounts.find(session, READER_FORM)
    if found is not None:
        return found
    draft = AccountDraft(
        name=READER_FORM, display_name=_NAMES[language], roles=frozenset({Role.READER}), language=language
    )
    return accounts.add(session, draft, None, at)
