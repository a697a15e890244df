"""What anybody can read, where the desk says so: published claims at permanent addresses, and a form to
challenge them."""

import json
from typing import Any

from flask import Blueprint, Response, abort, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from pydantic import ValidationError

from api.auth import public
from api.errors import say
from api.pages.presentation import ID, LARGEST_ID
from api.pages.telling import tell
from api.publishing import publisher
from api.unit import db, now, settings
from claims.errors import MoveImpossible, TooOften
from claims.objection import ObjectionDraft
from claims.store import published
from factcheck.claimreview import CONTEXT, write
from factcheck.objecting import challenge_from_outside
from factcheck.published import Turn, public_state, read_published
from factcheck.reviewing import review_of

blueprint = Blueprint("published", __name__)

_PAGE = 40
_HTML, _LINKED = "text/html", "application/ld+json"


@blueprint.before_request
def _only_where_wanted() -> None:
    if not settings().public_reading:
        abort(404)


@blueprint.get("/published")
@public()
def index() -> str:
    before = request.args.get("before", type=int)
    found = published.page(db(), min(before, LARGEST_ID) if before else None, _PAGE + 1)
    return render_template(
        "published.html",
        rows=[(claim, decided, public_state(claim, decided)) for claim, decided in found[:_PAGE]],
        first=url_for("published.index") if before else None,
        following=url_for("published.index", before=found[_PAGE - 1][1].id) if len(found) > _PAGE else None,
    )


@blueprint.get(f"/c/<{ID}:claim_id>")
@public()
def show(claim_id: int) -> Response:
    """The page, or the ClaimReview for whoever would rather have that."""
    wanted = request.accept_mimetypes.best_match((_HTML, _LINKED), _HTML)
    response = _linked(claim_id) if wanted == _LINKED else make_response(_page(claim_id, ""))
    response.vary.add("Accept")
    return response


@blueprint.get(f"/c/<{ID}:claim_id>.jsonld")
@public()
def show_review(claim_id: int) -> Response:
    return _linked(claim_id)


def _linked(claim_id: int) -> Response:
    return Response(json.dumps(_review(claim_id), ensure_ascii=False, indent=2), content_type=_LINKED)


def _review(claim_id: int) -> dict[str, Any]:
    """The ClaimReview as JSON-LD. Raises NotFound where no published verdict stands."""
    return {"@context": CONTEXT, **write(review_of(db(), claim_id, publisher(), now()))}


@blueprint.post(f"/c/<{ID}:claim_id>/challenge")
@public()
def challenge(claim_id: int) -> ResponseReturnValue:
    if not request.form.get("website"):  # a field that people do not see; programs fill in all there are
        refused = _challenge(claim_id)
        if refused:
            return _page(claim_id, refused[0]), refused[1]
    tell(gettext("Thank you. The desk looks at it again; what comes of it will stand here."))
    return redirect(url_for("published.show", claim_id=claim_id))


def _challenge(claim_id: int) -> tuple[str, int] | None:
    """What is wrong, and the status that says so."""
    typed = {name: request.form.get(name, "") for name in ("words", "contact")}
    try:
        challenge_from_outside(
            db(),
            claim_id,
            ObjectionDraft.model_validate(typed),
            address=request.remote_addr,
            at=now(),
            key=settings().secret(),
            language=settings().language,
        )
    except ValidationError:
        return gettext("Say in up to 4,000 characters what is wrong."), 422
    except MoveImpossible as error:
        return say(error), 409
    except TooOften as error:
        return say(error), 429
    return None


def _page(claim_id: int, wrong: str) -> str:
    claim = read_published(db(), claim_id)
    return render_template(
        "published_claim.html",
        claim=claim,
        review=_review(claim_id) if claim.verdict else None,
        wrong=wrong,
        typed=request.form,
        turns=Turn,
    )
