"""Asking people about a claim, and noting what they answered or that they did not."""

from datetime import date, datetime, timedelta
from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from sqlmodel import Session

from claims.account import Account
from claims.claim import Claim
from claims.errors import InvalidInput, MoveImpossible, NotAllowed
from claims.inquiry import WORDS, Channel, Inquiry, InquiryDraft, Reply, ReplyDraft
from claims.store import claims, decisions, events, inquiries
from claims.workflow import Role, State, may

ASKABLE = tuple(state for state in State if state not in (State.PROPOSED, State.DISMISSED))
"""The states in which people can be asked. An answer can come while a verdict waits for approval: who
approves is told, since the claim has a new version then."""

_ACTIONS = {Reply.ANSWERED: "answer", Reply.DECLINED: "decline", Reply.SILENT: "no_answer"}
_QUESTION = ("whom", "channel", "asked_on", "question", "due_on")
_REPLY = ("reply", "reply_on", "answer")


class InquiryEdit(BaseModel):
    """What is to change in an entry; what is not set stays. `due_on` may be set to None."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)

    whom: str | None = Field(default=None, min_length=1, max_length=300)
    contact: str | None = Field(default=None, max_length=500)
    channel: Channel | None = None
    asked_on: date | None = None
    question: str | None = Field(default=None, max_length=5000)
    due_on: date | None = None
    confidential: bool | None = None
    reply: Reply | None = None
    reply_on: date | None = None
    answer: str | None = Field(default=None, max_length=10_000)

    @property
    def changes(self) -> dict[str, Any]:
        """The fields that are set, with what they are to be."""
        return {
            name: value
            for name, value in self
            if name in self.model_fields_set and (value is not None or name == "due_on")
        }


def ask(
    session: Session,
    claim_id: int,
    draft: InquiryDraft,
    *,
    by: Account,
    at: datetime,
    expect: int | None = None,
) -> Inquiry:
    """Note that somebody was asked. Raises NotFound, StaleVersion, NotAllowed, MoveImpossible,
    InvalidInput."""
    claim = _askable(session, claim_id, by, expect)
    _past(draft.asked_on, at)
    inquiry = inquiries.add(session, claim_id, draft, by.id or 0, at)
    facts = {"channel": draft.channel.value, "asked_on": draft.asked_on.isoformat()}
    _record(session, claim, inquiry, "ask", ("whom", "contact", "question"), facts, by, at)
    return inquiry


def reply(
    session: Session,
    claim_id: int,
    inquiry_id: int,
    draft: ReplyDraft,
    *,
    by: Account,
    at: datetime,
    expect: int | None = None,
) -> Inquiry:
    """Note what came back: an answer, that they declined, or that nothing had come by a day. Silence may
    be noted again, and an answer may follow on anything but an answer. Raises as `ask`."""
    claim = _askable(session, claim_id, by, expect)
    inquiry = inquiries.get(session, claim_id, inquiry_id)
    _past(draft.reply_on, at)
    if not _follows(inquiry.reply, draft.reply):
        raise MoveImpossible("A reply to this inquiry has been noted already: correct the entry.")
    _in_order(inquiry.asked_on, draft.reply_on)
    inquiry.reply, inquiry.reply_on, inquiry.answer = draft.reply, draft.reply_on, draft.answer
    inquiry.settled_by, inquiry.settled_at = by.id, at
    facts = {"reply_on": draft.reply_on.isoformat()}
    _record(session, claim, inquiry, _ACTIONS[draft.reply], ("answer",), facts, by, at)
    return inquiry


def amend(
    session: Session,
    claim_id: int,
    inquiry_id: int,
    change: InquiryEdit,
    *,
    by: Account,
    at: datetime,
    expect: int | None = None,
) -> Inquiry:
    """Correct an entry of one's own; an editor corrects any. Any reviewer may mark one as confidential, at
    any time; once a verdict was published only an editor takes that back, and what readers have seen stays
    as it is. Raises as `ask`."""
    claim = _askable(session, claim_id, by, expect)
    inquiry = inquiries.get(session, claim_id, inquiry_id)
    changed = {name: value for name, value in change.changes.items() if getattr(inquiry, name) != value}
    if not changed:
        raise InvalidInput("Say what is to change in the entry.")
    _may_amend(claim, inquiry, changed, by)
    _unseen(session, claim, inquiry, changed)
    _apply(inquiry, changed, by, at)
    _past(inquiry.asked_on, at)
    if inquiry.reply_on is not None:
        _past(inquiry.reply_on, at)
        _in_order(inquiry.asked_on, inquiry.reply_on)
    _record(session, claim, inquiry, "amend", WORDS, {"fields": sorted(changed)}, by, at)
    return inquiry


def _askable(session: Session, claim_id: int, by: Account, expect: int | None) -> Claim:
    claim = claims.lock(session, claim_id, expect)
    if not may(by.role_set, Role.REVIEWER):
        raise NotAllowed("Asking people takes the role reviewer.")
    if claim.state not in ASKABLE:
        raise MoveImpossible("Nobody is asked about a claim that is %(state)s.", state=claim.state.value)
    return claim


def _past(day: date, at: datetime) -> None:
    # the desk's day may have begun before that of UTC
    if day > at.date() + timedelta(days=1):
        raise InvalidInput("%(day)s is still to come.", day=day.isoformat())


def _in_order(asked_on: date, reply_on: date) -> None:
    if reply_on < asked_on:
        raise InvalidInput("A reply cannot be older than the question, of %(day)s.", day=asked_on.isoformat())


def _follows(before: Reply, after: Reply) -> bool:
    if before is Reply.DECLINED:
        return after is Reply.ANSWERED
    return before is not Reply.ANSWERED


def _may_amend(claim: Claim, inquiry: Inquiry, changed: dict[str, Any], by: Account) -> None:
    if may(by.role_set, Role.EDITOR) or changed == {"confidential": True}:
        return
    if by.id not in (inquiry.added_by, inquiry.settled_by):
        raise NotAllowed("An entry is corrected by who made it, or by an editor.")
    if changed.get("confidential") is False and claim.is_public:
        raise NotAllowed(
            "Readers might see this entry at once: an editor can say that it is not confidential."
        )


def _unseen(session: Session, claim: Claim, inquiry: Inquiry, changed: dict[str, Any]) -> None:
    """Raises MoveImpossible where readers may have seen what is to change."""
    if claim.public_decision_id is None or inquiry.confidential:
        return
    published = decisions.get(session, claim.public_decision_id).published_at
    seen = _seen(inquiry.added_at, published, _QUESTION) | _seen(inquiry.settled_at, published, _REPLY)
    if seen & changed.keys():
        raise MoveImpossible("Readers have seen this entry: mark it as confidential, or note a new one.")


def _seen(noted: datetime | None, published: datetime | None, fields: tuple[str, ...]) -> set[str]:
    return set(fields) if noted is not None and published is not None and noted <= published else set()


def _apply(inquiry: Inquiry, changed: dict[str, Any], by: Account, at: datetime) -> None:
    after = {**inquiry.model_dump(), **changed}
    question = InquiryDraft.model_validate(after)
    for name in InquiryDraft.model_fields:
        setattr(inquiry, name, getattr(question, name))
    if not changed.keys() & set(_REPLY):
        return
    if after["reply"] is Reply.PENDING:
        if changed.keys() & {"reply_on", "answer"}:
            raise InvalidInput("No reply to this inquiry has been noted yet: note it first.")
        inquiry.reply, inquiry.reply_on, inquiry.answer = Reply.PENDING, None, ""
        inquiry.settled_by, inquiry.settled_at = None, None
        return
    replied = ReplyDraft.model_validate(after)
    inquiry.reply, inquiry.reply_on, inquiry.answer = replied.reply, replied.reply_on, replied.answer
    inquiry.settled_by, inquiry.settled_at = inquiry.settled_by or by.id, inquiry.settled_at or at


def _record(
    session: Session,
    claim: Claim,
    inquiry: Inquiry,
    action: str,
    words: tuple[str, ...],
    facts: dict[str, Any],
    by: Account,
    at: datetime,
) -> None:
    session.add(inquiry)
    claims.touch(session, claim, at)
    events.record(
        session,
        claim,
        action,
        by=by.id or 0,
        at=at,
        facts={"inquiry": inquiry.id, **facts},
        sealed={name: getattr(inquiry, name) for name in words},
    )
