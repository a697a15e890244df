"""Taking sources in and keeping them right: by address or by file, captured again, their fields, their
places in public archives. The network is asked before the database is held for writing."""

from http import HTTPStatus

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from pydantic import ValidationError

from api.auth import account, requires
from api.errors import say
from api.pages import claim_forms as forms
from api.pages.claim_trial import Trial, show
from api.pages.frequent import language
from api.pages.presentation import ID, LARGEST_ID
from api.pages.sources import TYPES, listed, seen_snapshot, seen_source
from api.pages.telling import tell, warn
from api.unit import db, engine, now, settings
from claims import database
from claims.errors import FactcheckError, InvalidInput
from claims.source import SourceClass
from claims.workflow import Role
from factcheck.evidence import media
from factcheck.evidence.archive import write_warc
from factcheck.evidence.capture import Kept, fetcher_of, go, keep, keep_again, keep_file, open_file
from factcheck.evidence.tries import sentence
from factcheck.sources import FIELDS, SourceEdit, edit_source, revision, set_archive

blueprint = Blueprint("sources_capture", __name__)


@blueprint.post("/sources/capture")
@requires(Role.REVIEWER, write=False)
def take() -> ResponseReturnValue:
    """A file with or without its address, else the page at an address; on to it, or back to the claim. What
    was typed comes back where nothing could be taken in."""
    claim_id = min(request.args.get("claim_id", 0, type=int), LARGEST_ID)
    try:
        source_id, snapshot_id = _from_file() or _from_address()
    except (FactcheckError, ValidationError) as error:
        return _typed_again(claim_id, forms.explain(error)), HTTPStatus.UNPROCESSABLE_ENTITY
    if claim_id and snapshot_id:
        return redirect(url_for("claim_evidence.passages", claim_id=claim_id, snapshot=snapshot_id))
    return redirect(url_for("sources.show", source_id=source_id))


def _typed_again(claim_id: int, wrong: str) -> str:
    if claim_id:
        return show(claim_id, Trial("cite", request.form, wrong))
    warn(wrong)
    return listed(request.form)


def _from_file() -> tuple[int, int] | None:
    upload = forms.upload()
    if upload is None:
        return None
    taken = open_file(upload.content, upload.name, forms.typed("url") or None, forms.typed("description"))
    draft = taken.source.model_copy(update={"confidential": bool(forms.typed("confidential"))})
    with database.writing(engine()) as session:
        source, snapshot = keep_file(session, draft, taken.snapshot, by=account(), at=now())
    tell(gettext("Captured."))
    return source.id or 0, snapshot.id or 0


def _from_address() -> tuple[int, int]:
    """Raises InvalidInput where the page could not be had; the try is kept."""
    if not forms.typed("url"):
        raise InvalidInput("Give an address, or choose a file.")
    tried = go(fetcher_of(settings()), forms.typed("url"))
    hidden = bool(forms.typed("confidential"))
    with database.writing(engine()) as session:
        kept = keep(session, tried, by=account(), at=now(), confidential=hidden)
    _say(kept)
    if kept.source is None or kept.snapshot is None:
        raise InvalidInput(
            "Nothing was captured. Save the page in a browser and choose the file, if you can see it there."
        )
    return kept.source.id or 0, kept.snapshot.id or 0


def _say(kept: Kept) -> None:
    said = sentence(kept.attempt, language())
    (tell if kept.snapshot is not None else warn)(said)


@blueprint.post(f"/sources/<{ID}:source_id>/capture")
@requires(Role.REVIEWER, write=False)
def again(source_id: int) -> ResponseReturnValue:
    """Once more from the address of the source."""
    source = seen_source(source_id)
    tried = go(fetcher_of(settings()), source.url or "")
    with database.writing(engine()) as session:
        _say(keep_again(session, source, tried, by=account(), at=now()))
    return redirect(url_for("sources.show", source_id=source_id))


@blueprint.get(f"/sources/<{ID}:source_id>/edit")
@requires(Role.REVIEWER)
def form(source_id: int) -> str:
    source = seen_source(source_id)
    return _form(source_id, {name: getattr(source, name) or "" for name in FIELDS})


@blueprint.post(f"/sources/<{ID}:source_id>/edit")
@requires(Role.REVIEWER)
def edit(source_id: int) -> ResponseReturnValue:
    source = seen_source(source_id)
    typed = {name: forms.typed(name) for name in FIELDS}
    try:
        change = SourceEdit.model_validate({name: value or None for name, value in typed.items()})
        edit_source(db(), source, change, by=account(), at=now(), expect=forms.seen_version())
    except (FactcheckError, ValidationError) as error:
        db().rollback()
        return _form(source_id, typed, forms.explain(error)), 422
    tell(gettext("Saved."))
    return redirect(url_for("sources.show", source_id=source_id))


def _form(source_id: int, values: dict[str, str], error: str = "") -> str:
    source = seen_source(source_id)
    return render_template(
        "source_edit.html",
        source=source,
        values=values,
        version=forms.typed("version") or revision(source),
        error=error,
        source_classes=list(SourceClass),
        types=TYPES,
    )


@blueprint.post(f"/snapshots/<{ID}:snapshot_id>/archive")
@requires(Role.REVIEWER)
def archive(snapshot_id: int) -> ResponseReturnValue:
    """Say where a public archive has the same page."""
    snapshot, _ = seen_snapshot(snapshot_id)
    try:
        set_archive(db(), snapshot, forms.typed("archive_url"), by=account(), at=now())
        tell(gettext("Saved."))
    except FactcheckError as error:
        db().rollback()
        warn(say(error))
    return redirect(url_for("sources.snapshot", snapshot_id=snapshot_id))


@blueprint.get(f"/snapshots/<{ID}:snapshot_id>/warc")
@requires(Role.REVIEWER)
def warc(snapshot_id: int) -> Response:
    snapshot, _ = seen_snapshot(snapshot_id)
    response = Response(write_warc(snapshot), mimetype="application/warc")
    response.headers["Content-Disposition"] = f'attachment; filename="snapshot-{snapshot_id}.warc"'
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@blueprint.get(f"/snapshots/<{ID}:snapshot_id>/media")
@requires(Role.READER)
def shown(snapshot_id: int) -> ResponseReturnValue:
    """A picture or a recording, to be shown: as what its bytes are, whatever it was called."""
    snapshot, _ = seen_snapshot(snapshot_id)
    media_type = media.media_type_of(snapshot.content)
    if not media_type:
        return redirect(url_for("sources.original", snapshot_id=snapshot_id))
    response = Response(snapshot.content, mimetype=media_type)
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
