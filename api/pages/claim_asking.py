"""Noting on a claim's page whom the desk asked, and what they answered or that they did not."""

from datetime import date

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import gettext, lazy_gettext

from api.auth import account, requires
from api.pages import claim_forms as forms
from api.pages.claim_trial import Done, attempt
from api.pages.presentation import ID
from api.unit import db, now
from claims.errors import InvalidInput
from claims.inquiry import InquiryDraft, Reply, ReplyDraft
from claims.workflow import Role
from factcheck import review

blueprint = Blueprint("claim_asking", __name__)

_NOTED = {
    Reply.ANSWERED: lazy_gettext("The answer is noted."),
    Reply.DECLINED: lazy_gettext("Noted: they will not answer."),
    Reply.SILENT: lazy_gettext("Noted: no answer has come."),
}


@blueprint.post(f"/claims/<{ID}:claim_id>/ask")
@requires(Role.REVIEWER)
def ask(claim_id: int) -> ResponseReturnValue:
    return attempt(claim_id, "ask", lambda: _ask(claim_id))


@blueprint.post(f"/claims/<{ID}:claim_id>/inquiries/<{ID}:inquiry_id>/reply")
@requires(Role.REVIEWER)
def reply(claim_id: int, inquiry_id: int) -> ResponseReturnValue:
    return attempt(claim_id, f"reply-{inquiry_id}", lambda: _reply(claim_id, inquiry_id))


@blueprint.post(f"/claims/<{ID}:claim_id>/inquiries/<{ID}:inquiry_id>/amend")
@requires(Role.REVIEWER)
def amend(claim_id: int, inquiry_id: int) -> ResponseReturnValue:
    return attempt(claim_id, f"amend-{inquiry_id}", lambda: _amend(claim_id, inquiry_id, _edit()))


@blueprint.post(f"/claims/<{ID}:claim_id>/inquiries/<{ID}:inquiry_id>/protect")
@requires(Role.REVIEWER)
def protect(claim_id: int, inquiry_id: int) -> ResponseReturnValue:
    change = review.InquiryEdit(confidential=True)
    return attempt(claim_id, f"amend-{inquiry_id}", lambda: _amend(claim_id, inquiry_id, change))


def _ask(claim_id: int) -> Done:
    version = forms.seen_version()
    draft = InquiryDraft.model_validate({**_question(), "confidential": bool(forms.typed("confidential"))})
    review.ask(db(), claim_id, draft, by=account(), at=now(), expect=version)
    return Done(gettext("Noted whom you asked."))


def _reply(claim_id: int, inquiry_id: int) -> Done:
    version = forms.seen_version()
    draft = ReplyDraft.model_validate(_replied())
    review.reply(db(), claim_id, inquiry_id, draft, by=account(), at=now(), expect=version)
    return Done(str(_NOTED[draft.reply]))


def _amend(claim_id: int, inquiry_id: int, change: review.InquiryEdit) -> Done:
    version = forms.seen_version()
    review.amend(db(), claim_id, inquiry_id, change, by=account(), at=now(), expect=version)
    return Done(gettext("The entry is corrected."))


def _edit() -> review.InquiryEdit:
    """The whole entry as the form has it; what is as it was changes nothing."""
    reply = _replied() if forms.typed("reply") not in ("", Reply.PENDING) else {"reply": Reply.PENDING}
    fields = {**_question(), **reply, "confidential": bool(forms.typed("confidential"))}
    return review.InquiryEdit.model_validate(fields)


def _question() -> dict[str, object]:
    """What the form says of the question. Raises InvalidInput."""
    asked_on, due_on = forms.typed("asked_on"), forms.typed("due_on") or None
    if due_on is not None and _is_earlier(due_on, asked_on):
        raise InvalidInput("An answer cannot be due before the question was asked.")
    return {
        **{name: forms.typed(name) for name in ("whom", "contact", "channel", "question")},
        "asked_on": asked_on,
        "due_on": due_on,
    }


def _is_earlier(day: str, other: str) -> bool:
    """Whether both are dates and the first is before the second; what is no date is refused elsewhere."""
    try:
        return date.fromisoformat(day) < date.fromisoformat(other)
    except ValueError:
        return False


def _replied() -> dict[str, object]:
    """What the form says of the reply. Raises InvalidInput."""
    reply, answer = forms.typed("reply"), forms.typed("answer")
    if not reply:
        raise InvalidInput("Say whether they answered.")
    if reply == Reply.ANSWERED and not answer:
        raise InvalidInput("Write down what they answered.")
    if reply == Reply.SILENT and answer:
        raise InvalidInput("Who did not answer said nothing: leave the words out, or choose another reply.")
    return {"reply": reply, "reply_on": forms.typed("reply_on"), "answer": answer}
