"""Assigning a claim, tagging it, and writing notes about it, from its page."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from api.auth import account, requires
from api.pages import claim_forms as forms
from api.pages.claim_trial import Done, attempt
from api.pages.presentation import ID
from api.unit import db, now, settings
from claims.assignment import AssignmentDraft
from claims.claim import Claim
from claims.errors import InvalidInput
from claims.note import NoteDraft
from claims.store import accounts
from claims.workflow import Role
from factcheck import review

blueprint = Blueprint("claim_teamwork", __name__)

_END_OF_DAY = time(23, 59)


@blueprint.post(f"/claims/<{ID}:claim_id>/assign")
@requires(Role.REVIEWER)
def assign(claim_id: int) -> ResponseReturnValue:
    return attempt(claim_id, "assign", lambda: _assign(claim_id))


@blueprint.post(f"/claims/<{ID}:claim_id>/tag")
@requires(Role.REVIEWER)
def tag(claim_id: int) -> ResponseReturnValue:
    return attempt(claim_id, "tag", lambda: _tag(claim_id))


@blueprint.post(f"/claims/<{ID}:claim_id>/untag")
@requires(Role.REVIEWER)
def untag(claim_id: int) -> ResponseReturnValue:
    return attempt(claim_id, "untag", lambda: _untag(claim_id))


@blueprint.post(f"/claims/<{ID}:claim_id>/note")
@requires(Role.REVIEWER)
def note(claim_id: int) -> ResponseReturnValue:
    return attempt(claim_id, "note", lambda: _note(claim_id, None))


@blueprint.post(f"/claims/<{ID}:claim_id>/notes/<{ID}:thread_id>/answer")
@requires(Role.REVIEWER)
def answer(claim_id: int, thread_id: int) -> ResponseReturnValue:
    return attempt(claim_id, f"answer-{thread_id}", lambda: _note(claim_id, thread_id))


@blueprint.post(f"/claims/<{ID}:claim_id>/notes/<{ID}:thread_id>/resolve")
@requires(Role.REVIEWER)
def resolve(claim_id: int, thread_id: int) -> ResponseReturnValue:
    return attempt(claim_id, f"settle-{thread_id}", lambda: _resolve(claim_id, thread_id))


@blueprint.post(f"/claims/<{ID}:claim_id>/notes/<{ID}:thread_id>/reopen")
@requires(Role.REVIEWER)
def reopen(claim_id: int, thread_id: int) -> ResponseReturnValue:
    return attempt(claim_id, f"settle-{thread_id}", lambda: _reopen(claim_id, thread_id))


def _assign(claim_id: int) -> Done:
    version = forms.seen_version()
    draft = AssignmentDraft(
        assignee_id=forms.chosen("assignee"),
        due=_due(),
        priority=forms.priority(),
        message=forms.typed("message"),
    )
    claim = review.assign(db(), claim_id, draft, by=account(), at=now(), expect=version)
    return Done(_assigned(claim))


def _assigned(claim: Claim) -> str:
    if claim.assignee_id is None:
        return str(gettext("Nobody has this claim now."))
    names = accounts.names(db(), {claim.assignee_id})
    return str(gettext("%(who)s has this claim now.", who=names[claim.assignee_id]))


def _due() -> datetime | None:
    """The deadline that was typed, as the desk's clocks show it. Raises InvalidInput."""
    day, clock = forms.typed("due_day"), forms.typed("due_time")
    if not day and not clock:
        return None
    try:
        on = date.fromisoformat(day)
        until = time.fromisoformat(clock) if clock else _END_OF_DAY
        return datetime.combine(on, until, ZoneInfo(settings().time_zone))
    except (ValueError, OverflowError) as error:
        raise InvalidInput("Write the deadline as a day, 2026-11-24, with a time, 18:00, or none.") from error


def _tag(claim_id: int) -> Done:
    version = forms.seen_version()
    typed = [part for part in forms.typed("tags").split(",") if part.strip()]
    if not typed:
        raise InvalidInput("Write a tag, or several with commas between them.")
    claim = review.tag(db(), claim_id, typed, by=account(), at=now(), expect=version)
    if claim.version == version:
        return Done(gettext("It has these tags already."))
    return Done(gettext("Tagged."))


def _untag(claim_id: int) -> Done:
    written = forms.typed("tag")
    review.untag(db(), claim_id, written, by=account(), at=now(), expect=forms.seen_version())
    return Done(gettext("The tag is off."))


def _note(claim_id: int, thread_id: int | None) -> Done:
    # browsers send line ends as CRLF; what was typed had one character there
    draft = NoteDraft(text=forms.typed("remark").replace("\r\n", "\n"), thread_id=thread_id)
    review.write_note(db(), claim_id, draft, by=account(), at=now(), expect=forms.seen_version())
    return Done(gettext("Your note is written.") if thread_id is None else gettext("Answered."))


def _resolve(claim_id: int, thread_id: int) -> Done:
    review.resolve_thread(db(), claim_id, thread_id, by=account(), at=now(), expect=forms.seen_version())
    return Done(gettext("Resolved."))


def _reopen(claim_id: int, thread_id: int) -> Done:
    review.reopen_thread(db(), claim_id, thread_id, by=account(), at=now(), expect=forms.seen_version())
    return Done(gettext("Open again."))
