"""What somebody asked the desk to check, and what became of it."""

from flask import Blueprint, render_template, request, url_for

from api.auth import account, requires
from api.pages.presentation import LARGEST_ID
from api.unit import db
from claims.workflow import Role
from factcheck.wishing import questions

blueprint = Blueprint("requests", __name__)

_PAGE = 30


@blueprint.get("/inbox/requests")
@requires(Role.READER)
def show() -> str:
    before = min(request.args.get("before", LARGEST_ID, type=int), LARGEST_ID)
    found = questions(db(), account(), before, _PAGE + 1)
    return render_template(
        "requests.html",
        questions=found[:_PAGE],
        first=url_for("requests.show") if before != LARGEST_ID else None,
        following=url_for("requests.show", before=found[_PAGE - 1].id) if len(found) > _PAGE else None,
    )
