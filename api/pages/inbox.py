"""The inbox: what concerns who is logged in, the unread first."""

from dataclasses import dataclass

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from api.auth import account, requires
from api.pages.frequent import language
from api.pages.presentation import ID, LARGEST_ID, local
from api.pages.telling import tell
from api.unit import db, now, settings
from claims.claim import Claim
from claims.event import Event
from claims.notice import Notice
from claims.reason import Language
from claims.store import accounts, claims, events, notices
from claims.workflow import Action, Role
from factcheck.history_deeds import OWN_REASONS
from factcheck.notice_words import notice_sentence, occasion_label

blueprint = Blueprint("inbox", __name__)

_PAGE = 50


@dataclass(frozen=True)
class Listed:
    """A notice in words: what happened, about which claim, and what was said with it."""

    notice: Notice
    label: str
    sentence: str
    claim: Claim
    why: str


@blueprint.get("/inbox")
@requires(Role.READER)
def show() -> str:
    who, before = account().id or 0, min(request.args.get("before", LARGEST_ID, type=int), LARGEST_ID)
    unread = notices.page(db(), who, read=False, limit=_PAGE)
    read = notices.page(db(), who, read=True, before=before, limit=_PAGE + 1)
    return render_template(
        "inbox.html",
        unread=_listed(unread),
        read=_listed(read[:_PAGE]),
        more=notices.unread(db(), who) - len(unread),
        until=unread[0].id if unread else 0,
        first=url_for("inbox.show") if before != LARGEST_ID else None,
        following=url_for("inbox.show", before=read[_PAGE - 1].id) if len(read) > _PAGE else None,
    )


@blueprint.get(f"/inbox/<{ID}:notice_id>")
@requires(Role.READER, write=True)
def follow(notice_id: int) -> ResponseReturnValue:
    """To the claim that a notice is about, which is read then: the way in from lists and mails."""
    who = account().id or 0
    notice = notices.get(db(), who, notice_id)
    notices.mark_read(db(), who, now(), ids=[notice_id])
    return redirect(url_for("claim.show", claim_id=notice.claim_id))


@blueprint.post("/inbox/read")
@requires(Role.READER)
def mark() -> ResponseReturnValue:
    """One notice, or all up to the newest that was on the page: what came later stays unread."""
    one, until = (min(request.form.get(name, 0, type=int), LARGEST_ID) for name in ("notice", "until"))
    notices.mark_read(db(), account().id or 0, now(), ids=[one] if one else [], until=until)
    tell(gettext("Marked as read."))
    return redirect(local(request.form.get("next") or url_for("inbox.show")))


def _listed(found: list[Notice]) -> list[Listed]:
    known = claims.many(db(), {notice.claim_id or 0 for notice in found})
    told = events.numbered(db(), {notice.event_seq for notice in found if notice.event_seq})
    names = accounts.names(db(), {event.actor_id for event in told.values()})
    return [_list(each, known[each.claim_id or 0], told.get(each.event_seq or 0), names) for each in found]


def _list(notice: Notice, claim: Claim, event: Event | None, names: dict[int, str]) -> Listed:
    zone, spoken = settings().time_zone, language()
    who = names.get(event.actor_id, "") if event else ""
    return Listed(
        notice,
        label=occasion_label(notice.occasion, spoken),
        sentence=notice_sentence(notice, who, spoken, zone),
        claim=claim,
        why=_why(event, spoken) if event else "",
    )


def _why(event: Event, spoken: Language) -> str:
    """What was said with it: a message, a reason; the system's own in the reader's language."""
    said = event.note or ""
    return OWN_REASONS.get(said, said) if spoken == "de" and event.action == Action.LAPSE else said
