"""Sources and their snapshots. What is confidential is for reviewers."""

from flask import Response, url_for

from api.auth import account, sees_confidential, token_requires
from api.representation import represent_snapshot, represent_snapshots, represent_source
from api.rest.answering import answer, with_etag
from api.rest.blueprint import make_blueprint
from api.rest.paging import cut, newest_position, position
from api.rest.parsing import parsed
from api.schemas.base import IfMatch
from api.schemas.sources import (
    CapturedSource,
    NewSnapshot,
    SnapshotPath,
    Snapshots,
    SnapshotText,
    SourcePage,
    SourcePatch,
    SourcePath,
    SourceQuery,
    SourceRecord,
    SourceView,
    SourceWithSnapshot,
)
from api.unit import db, now
from claims.errors import NotFound
from claims.source import Snapshot, Source
from claims.store import sources
from claims.workflow import Role
from factcheck.sources import SourceEdit, capture, edit_source, revision
from factcheck.sources import add_source as take_in

blueprint = make_blueprint("sources", "Works that can be cited, and what they said when captured")

_BYTES = {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}


@blueprint.get("/sources", responses={200: SourcePage})
@token_requires(Role.READER)
@parsed
def list_sources(query: SourceQuery) -> Response:
    """List sources, newest first."""
    after = position(query.cursor, "newest")
    found = sources.page(db(), after.id if after else None, query.limit + 1, confidential=sees_confidential())
    page, last = cut(found, query.limit)
    items = tuple(represent_source(source) for source in page)
    return answer(SourcePage(items=items, next=newest_position(last)), fields=query.wanted)


@blueprint.post("/sources", responses={201: CapturedSource})
@token_requires(Role.REVIEWER)
@parsed
def add_source(body: SourceWithSnapshot) -> Response:
    """Add a source with what it says now."""
    source, snapshot = take_in(db(), body.draft, body.snapshot.draft, by=account(), at=now())
    captured = CapturedSource(
        source=represent_source(source), snapshot=represent_snapshots(db(), [snapshot])[0]
    )
    return answer(captured, 201, location=url_for("rest_sources.get_source", source_id=source.id))


@blueprint.get("/sources/<source_id>", responses={200: SourceRecord})
@token_requires(Role.READER)
@parsed
def get_source(path: SourcePath, query: SourceView) -> Response:
    """Get one source; its ETag is what a PATCH takes."""
    source = seen_source(path.source_id)
    return with_etag(answer(represent_source(source), fields=query.wanted), str(revision(source)))


@blueprint.patch("/sources/<source_id>", responses={200: SourceRecord})
@token_requires(Role.REVIEWER)
@parsed
def correct_source(path: SourcePath, header: IfMatch, body: SourcePatch) -> Response:
    """Correct what is said of a source; its snapshots stay."""
    change = SourceEdit.model_validate(body.model_dump(exclude_unset=True))
    source = seen_source(path.source_id)
    edit_source(db(), source, change, by=account(), at=now(), expect=header.version)
    return with_etag(answer(represent_source(source)), str(revision(source)))


@blueprint.get("/sources/<source_id>/snapshots", responses={200: Snapshots})
@token_requires(Role.READER)
@parsed
def list_snapshots(path: SourcePath) -> Response:
    """List the snapshots of a source, newest first."""
    found = sources.snapshots(db(), seen_source(path.source_id).id or 0)
    return answer(Snapshots(items=represent_snapshots(db(), found)))


@blueprint.post("/sources/<source_id>/snapshots", responses={201: SnapshotText})
@token_requires(Role.REVIEWER)
@parsed
def add_snapshot(path: SourcePath, body: NewSnapshot) -> Response:
    """Keep what a source says now; earlier snapshots stay."""
    snapshot = capture(db(), seen_source(path.source_id), body.draft, by=account(), at=now())
    address = url_for("rest_sources.get_snapshot", snapshot_id=snapshot.id)
    return answer(represent_snapshot(db(), snapshot), 201, location=address)


@blueprint.get("/snapshots/<snapshot_id>", responses={200: SnapshotText})
@token_requires(Role.READER)
@parsed
def get_snapshot(path: SnapshotPath) -> Response:
    """Get one snapshot, with the text that quotes are looked up in."""
    return answer(represent_snapshot(db(), seen_snapshot(path.snapshot_id)))


@blueprint.get("/snapshots/<snapshot_id>/content", responses={200: _BYTES})
@token_requires(Role.READER)
@parsed
def get_snapshot_content(path: SnapshotPath) -> Response:
    """Download the bytes of a snapshot as they came in."""
    snapshot = seen_snapshot(path.snapshot_id)
    # never under its own media type: a captured page must not run as one of the desk's
    response = Response(snapshot.content, mimetype="application/octet-stream")
    response.headers["Content-Disposition"] = f'attachment; filename="snapshot-{snapshot.id}"'
    return with_etag(response, snapshot.sha256)


def seen_source(source_id: int) -> Source:
    found = sources.get(db(), source_id)
    if found.confidential and not sees_confidential():
        raise NotFound("There is no source number %(id)s.", id=source_id)
    return found


def seen_snapshot(snapshot_id: int) -> Snapshot:
    found = sources.snapshot(db(), snapshot_id)
    seen_source(found.source_id)
    return found
