"""Who is looking at a claim: noted when its page is opened, and again by a script while it stays open."""

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext

from api.auth import account, requires
from api.pages.claim_team import is_due_for_a_sign, lookers
from api.pages.presentation import ID
from api.unit import db, engine, now
from claims import database
from claims.errors import DeskBusy
from claims.store import claims, presences
from claims.workflow import Role, may

blueprint = Blueprint("claim_presence", __name__)

_PATIENCE_MS = 100
"""How long a page waits to say that somebody looks; work that is being written goes first."""


@blueprint.post(f"/claims/<{ID}:claim_id>/presence")
@requires(Role.REVIEWER, write=False)
def look(claim_id: int) -> ResponseReturnValue:
    """Who else is looking, in a sentence; empty where nobody is."""
    claims.get(db(), claim_id)
    note_looking(claim_id)
    return told(lookers(db(), claim_id, account(), now())), {"Content-Type": "text/plain; charset=utf-8"}


def note_looking(claim_id: int) -> None:
    """Write down that this account looks at the claim, where it checks claims and nobody has to wait."""
    who, at = account(), now()
    if not may(who.role_set, Role.REVIEWER) or not is_due_for_a_sign(db(), claim_id, who, at):
        return
    try:
        with database.writing(engine(), patience_ms=_PATIENCE_MS) as written:
            presences.see(written, claim_id, who.id or 0, at)
    except DeskBusy:
        return  # the next sign comes soon


def told(names: list[str]) -> str:
    """The sentence that names who looks."""
    if not names:
        return ""
    joined = gettext("%(some)s and %(last)s", some=", ".join(names[:-1]), last=names[-1])
    shown = names[0] if len(names) == 1 else joined
    return str(
        ngettext("%(names)s is looking at this.", "%(names)s are looking at this.", len(names), names=shown)
    )
