"""From claim to claim of the queue from which one was opened: its filters travel in the address."""

from urllib.parse import parse_qsl

from flask import request, url_for
from flask_babel import gettext
from pydantic import ValidationError

from api.auth import account
from api.pages.queue_list import following
from api.pages.queue_query import QueueQuery, read_query
from api.pages.telling import Link, Undo
from api.unit import db, now
from claims.claim import Claim
from claims.errors import InvalidInput
from claims.store import claims
from factcheck import review


def came_from() -> str:
    """The queue as the address or the form has it; empty where the claim was not opened from one."""
    return request.values.get("queue", "")[:2000]


def next_claim(claim_id: int) -> int | None:
    """The claim behind this one in the queue it was opened from, to be looked up before it leaves its place;
    None where there is no queue or nothing else in it."""
    query = _query(came_from())
    return following(db(), query, claims.get(db(), claim_id), account(), now()) if query else None


def path_to(claim_id: int) -> str:
    """The page of a claim of the same queue."""
    return url_for("claim.show", claim_id=claim_id, queue=came_from() or None)


def offer_undo(claim: Claim, back: str = "") -> Undo | None:
    """The form that takes back what was done last, where that can be done."""
    if not review.undoable(db(), claim.id or 0, account()):
        return None
    fields = {"version": str(claim.version), "queue": came_from(), "next": back}
    path = url_for("claim_undo.undo", claim_id=claim.id)
    return Undo(path, {name: value for name, value in fields.items() if value})


def link_back(claim_id: int) -> Link:
    """To a claim that one has just left."""
    return Link(path_to(claim_id), str(gettext("To claim %(id)s", id=claim_id)))


def _query(told: str) -> QueueQuery | None:
    try:
        return read_query(dict(parse_qsl(told))) if told else None
    except (ValidationError, InvalidInput):
        return None  # an address that somebody changed leads nowhere, and the claim is there all the same
