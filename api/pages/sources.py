"""What the desk can cite: its sources, what each of them said, and the bytes as they came in."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Blueprint, Response, render_template, request
from flask_babel import lazy_gettext

from api.auth import account, requires
from api.pages.claim_dossier import sees_confidential
from api.pages.claim_grounds import class_reason
from api.pages.claim_passage import Quoted, quoted
from api.pages.frequent import language
from api.pages.presentation import ID, LARGEST_ID
from api.pages.whereabouts import layout_of, spot_of
from api.unit import db
from claims.attempt import Attempt
from claims.errors import NotFound
from claims.evidence import Evidence
from claims.layout import Spot
from claims.source import Snapshot, Source
from claims.store import accounts, attempts
from claims.store import sources as store
from claims.workflow import Role
from factcheck.evidence import media
from factcheck.evidence.tries import sentence
from factcheck.reading import ENDINGS

blueprint = Blueprint("sources", __name__)

PAGE = 50


TYPES = {
    "webpage": lazy_gettext("web page"),
    "article-newspaper": lazy_gettext("newspaper article"),
    "article-magazine": lazy_gettext("magazine article"),
    "article-journal": lazy_gettext("article of a scientific journal"),
    "article": lazy_gettext("article"),
    "post": lazy_gettext("post"),
    "post-weblog": lazy_gettext("blog post"),
    "report": lazy_gettext("report"),
    "book": lazy_gettext("book"),
    "chapter": lazy_gettext("chapter of a book"),
    "thesis": lazy_gettext("thesis"),
    "dataset": lazy_gettext("data set"),
    "legislation": lazy_gettext("law"),
    "legal_case": lazy_gettext("judgment of a court"),
    "bill": lazy_gettext("bill"),
    "interview": lazy_gettext("interview"),
    "speech": lazy_gettext("speech"),
    "broadcast": lazy_gettext("broadcast"),
    "motion_picture": lazy_gettext("film"),
    "song": lazy_gettext("recording"),
    "graphic": lazy_gettext("picture"),
    "personal_communication": lazy_gettext("message to the desk"),
    "document": lazy_gettext("document"),
}
"""What a reader calls a type of the Citation Style Language; others are shown as they are."""


@dataclass(frozen=True)
class Captured:
    """A snapshot with what is quoted from it and where, and who brought it in."""

    snapshot: Snapshot
    quotes: list[tuple[Evidence, Spot]]
    by: str


@blueprint.get("/sources")
@requires(Role.READER)
def index() -> str:
    return listed({})


def listed(typed: Mapping[str, str]) -> str:
    """The list, and what was `typed` into the form above it."""
    before = min(request.args.get("before", LARGEST_ID, type=int), LARGEST_ID)
    found = store.page(db(), before, PAGE + 1, confidential=sees_confidential(account()))
    return render_template("sources.html", **_page(found), first="before" in request.args, typed=typed)


@blueprint.get(f"/sources/<{ID}:source_id>")
@requires(Role.READER)
def show(source_id: int) -> str:
    source = seen_source(source_id)
    why = class_reason(source, language())
    tries = _tries(source)
    return render_template(
        "source.html",
        source=source,
        captured=_captured(source),
        class_reason=why,
        tries=tries,
        type_name=type_name(source),
    )


@blueprint.get(f"/snapshots/<{ID}:snapshot_id>")
@requires(Role.READER)
def snapshot(snapshot_id: int) -> str:
    found, source = seen_snapshot(snapshot_id)
    pieces = _quoted(found)
    by = accounts.names(db())[found.captured_by]
    shown = media.media_type_of(found.content).partition("/")[0]
    return render_template("snapshot.html", shown=shown, snapshot=found, source=source, pieces=pieces, by=by)


@blueprint.get(f"/snapshots/<{ID}:snapshot_id>/original")
@requires(Role.READER)
def original(snapshot_id: int) -> Response:
    found, _ = seen_snapshot(snapshot_id)
    return _attachment(found)


def _page(found: list[Source]) -> dict[str, object]:
    shown = found[:PAGE]
    return {"sources": shown, "next": shown[-1].id if len(found) > PAGE else None}


def type_name(source: Source) -> str:
    return str(TYPES.get(source.type, source.type))


def seen_source(source_id: int) -> Source:
    """Raises NotFound, also for a confidential source that the account may not see."""
    source = store.get(db(), source_id)
    if source.confidential and not sees_confidential(account()):
        raise NotFound("There is no source number %(id)s.", id=source_id)
    return source


def seen_snapshot(snapshot_id: int) -> tuple[Snapshot, Source]:
    found = store.snapshot(db(), snapshot_id)
    source = store.get(db(), found.source_id)
    if source.confidential and not sees_confidential(account()):
        raise NotFound("There is no snapshot number %(id)s.", id=snapshot_id)
    return found, source


def _tries(source: Source) -> list[tuple[Attempt, str, str]]:
    """Each try to capture it, with what became of it in words and who tried; the last one first."""
    names = accounts.names(db())
    found = attempts.of_source(db(), source.id or 0)
    return [(tried, sentence(tried, language()), names[tried.tried_by]) for tried in found]


def _captured(source: Source) -> list[Captured]:
    names, found = accounts.names(db()), store.snapshots(db(), source.id or 0)
    quotes = store.quotes_from(db(), [snapshot.id or 0 for snapshot in found])
    return [
        Captured(
            snapshot,
            [(quote, spot_of(quote, snapshot)) for quote in quotes if quote.snapshot_id == snapshot.id],
            names[snapshot.captured_by],
        )
        for snapshot in found
    ]


def _quoted(snapshot: Snapshot) -> list[Quoted]:
    return quoted(snapshot.text, store.quotes_from(db(), [snapshot.id or 0]), layout_of(snapshot))


def _attachment(snapshot: Snapshot) -> Response:
    # the bytes came from anywhere: never shown by the browser as a page of this desk
    ending = (ENDINGS | media.ENDINGS).get(snapshot.media_type, ".bin")
    response = Response(snapshot.content, mimetype="application/octet-stream")
    response.headers["Content-Disposition"] = f'attachment; filename="snapshot-{snapshot.id}{ending}"'
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
