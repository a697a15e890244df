"""Assigning a claim: who is to check it, until when, how urgently, with a message to them."""

from datetime import datetime
from typing import Any

from pydantic_core import to_jsonable_python
from sqlmodel import Session

from claims.account import Account
from claims.assignment import AssignmentDraft, is_overdue
from claims.claim import Claim
from claims.errors import InvalidInput, MoveImpossible, NotAllowed, NotFound
from claims.store import accounts, claims, events
from claims.workflow import TO_DO, Role, State, may

_FIELDS = ("assignee_id", "due", "priority")


def assign(
    session: Session,
    claim_id: int,
    draft: AssignmentDraft,
    *,
    by: Account,
    at: datetime,
    expect: int | None = None,
) -> Claim:
    """Say who checks a claim that waits for somebody, until when and how urgently: what the draft leaves out
    is taken back. The message stands beside the event and can be erased.

    Raises NotFound, StaleVersion, NotAllowed, MoveImpossible, InvalidInput.
    """
    claim = claims.lock(session, claim_id, expect)
    if not may(by.role_set, Role.REVIEWER):
        raise NotAllowed("Assigning a claim takes the role reviewer.")
    if claim.state not in TO_DO:
        raise MoveImpossible("A claim that is %(state)s waits for nobody.", state=claim.state.value)
    before = terms(claim)
    _check(session, claim, draft, at)
    claim.assignee_id, claim.due, claim.priority = draft.assignee_id, draft.due, draft.priority
    after = terms(claim)
    if before == after and not draft.message:
        raise InvalidInput("Nothing would change: name somebody else, a deadline, a priority or a message.")
    claims.touch(session, claim, at)
    facts = {"before": before, "after": after}
    events.record(session, claim, "assign", by=by.id or 0, at=at, facts=facts, note=draft.message)
    return claim


def assignable(session: Session) -> list[Account]:
    """Who can be asked to check a claim, in the order of their names."""
    return [account for account in accounts.everyone(session) if _checks(account)]


def _checks(account: Account) -> bool:
    return account.disabled_at is None and may(account.role_set, Role.REVIEWER)


def terms(claim: Claim) -> dict[str, Any]:
    """Who checks the claim, until when and how urgently, as events keep it."""
    return {name: to_jsonable_python(getattr(claim, name)) for name in _FIELDS}


def _check(session: Session, claim: Claim, draft: AssignmentDraft, at: datetime) -> None:
    if draft.assignee_id is None and claim.assignee_id is not None and claim.state is State.IN_CHECK:
        raise MoveImpossible("Somebody is checking this claim: release it, or assign it to somebody else.")
    if draft.assignee_id not in (None, claim.assignee_id):
        _check_account(session, draft.assignee_id or 0)
    if draft.assignee_id is None and draft.message:
        raise InvalidInput("A message needs somebody who reads it: say to whom the claim is assigned.")
    if draft.due != claim.due and is_overdue(draft.due, at):
        raise InvalidInput("This deadline has passed already.")


def _check_account(session: Session, account_id: int) -> None:
    try:
        account = accounts.get(session, account_id)
    except NotFound as error:
        raise InvalidInput("There is no account number %(id)s.", id=account_id) from error
    if not _checks(account):
        name = account.display_name or account.name
        raise InvalidInput("%(name)s cannot check claims: that takes the role reviewer.", name=name)
