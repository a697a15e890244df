"""Citing a source for a claim, the passages of it to read, and setting a piece of evidence aside."""

from dataclasses import replace

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from pydantic import ValidationError

from api.auth import account, requires
from api.pages import claim_forms as forms
from api.pages.claim_forms import explain
from api.pages.claim_passage import occurrences
from api.pages.claim_trial import Done, Trial, attempt, show
from api.pages.frequent import language
from api.pages.presentation import ID, LARGEST_ID
from api.unit import db, now
from claims.errors import FactcheckError, InvalidInput, QuoteAmbiguous
from claims.store import claims, sources
from claims.verdict import Stance
from claims.workflow import Role
from factcheck import review
from factcheck.evidence.passage_reasons import sentence
from factcheck.evidence.passages import propose
from factcheck.sources import add_source

blueprint = Blueprint("claim_evidence", __name__)


@blueprint.post(f"/claims/<{ID}:claim_id>/cite")
@requires(Role.REVIEWER)
def cite(claim_id: int) -> ResponseReturnValue:
    return attempt(claim_id, "cite", lambda: _cite(claim_id), _enrich)


@blueprint.post(f"/claims/<{ID}:claim_id>/evidence/<{ID}:evidence_id>/retract")
@requires(Role.REVIEWER)
def retract(claim_id: int, evidence_id: int) -> ResponseReturnValue:
    return attempt(claim_id, "retract", lambda: _retract(claim_id, evidence_id))


@blueprint.post(f"/claims/<{ID}:claim_id>/passages")
@requires(Role.REVIEWER)
def look(claim_id: int) -> ResponseReturnValue:
    """Keep what the form brings, and show the passages of it to read."""
    try:
        snapshot_id = _snapshot_id()
    except (FactcheckError, ValidationError) as error:
        db().rollback()
        return show(claim_id, _enrich(Trial("cite", request.form, explain(error)), error)), 422
    return redirect(url_for("claim_evidence.passages", claim_id=claim_id, snapshot=snapshot_id))


@blueprint.get(f"/claims/<{ID}:claim_id>/passages")
@requires(Role.REVIEWER)
def passages(claim_id: int) -> str:
    claim = claims.get(db(), claim_id)
    chosen = sources.snapshot(db(), min(request.args.get("snapshot", 0, type=int), LARGEST_ID))
    return render_template(
        "claim_passages.html",
        claim=claim,
        citable=claim.state in review.CITABLE,
        snapshot=chosen,
        source=sources.get(db(), chosen.source_id),
        passages=propose(claim.text, claim.language, chosen.text),
        stances=list(Stance),
        why=lambda reason: sentence(reason, language()),
        trial=Trial(),
    )


def _cite(claim_id: int) -> Done:
    version = forms.seen_version()
    claims.lock(db(), claim_id, version)
    draft = forms.evidence(_snapshot_id())
    review.cite(db(), claim_id, draft, by=account(), at=now(), expect=version)
    return Done(gettext("Cited."))


def _snapshot_id() -> int:
    """The chosen snapshot, or that of the source which the form brings; the caller rolls a new one
    back where its quote is refused."""
    chosen = forms.chosen_snapshot()
    if chosen is not None:
        return chosen
    draft = forms.snapshot(forms.upload())
    _, snapshot = add_source(db(), forms.source(), draft, by=account(), at=now())
    return snapshot.id or 0


def _retract(claim_id: int, evidence_id: int) -> Done:
    version = forms.seen_version()
    review.retract(db(), claim_id, evidence_id, by=account(), at=now(), expect=version)
    return Done(gettext("Set aside: earlier decisions keep it."))


def _enrich(trial: Trial, error: Exception) -> Trial:
    """The form that comes back keeps the file, and offers the places where a quote stands more than once."""
    try:
        upload = forms.upload()
    except InvalidInput:
        return trial
    if not isinstance(error, QuoteAmbiguous):
        return replace(trial, upload=upload)
    chosen = forms.chosen_snapshot()
    text = sources.snapshot(db(), chosen).text if chosen is not None else forms.snapshot(upload).text
    places = occurrences(text, forms.typed("quote"), error.places)
    return replace(trial, upload=upload, places=places)
