"""Pages captured by their addresses, and what became of each try."""

from flask import Response, url_for

from api.auth import account, token_requires
from api.representation import represent_snapshots, represent_source
from api.rest.answering import answer
from api.rest.blueprint import make_blueprint
from api.rest.parsing import parsed
from api.rest.sources import seen_snapshot, seen_source
from api.schemas.base import Person
from api.schemas.captures import AttemptRecord, Attempts, CaptureRecord, NewCapture
from api.schemas.sources import SnapshotPath, SourcePath
from api.unit import db, engine, now, settings
from claims import database
from claims.attempt import Attempt, Outcome
from claims.errors import InvalidInput
from claims.store import accounts, attempts
from claims.workflow import Role
from factcheck.evidence.archive import write_warc
from factcheck.evidence.capture import Kept, fetcher_of, go, keep, keep_again
from factcheck.evidence.tries import sentence

blueprint = make_blueprint("captures", "Pages captured by their addresses, and what became of each try")

_WARC = {"content": {"application/warc": {"schema": {"type": "string", "format": "binary"}}}}


@blueprint.post("/captures", responses={201: CaptureRecord, 200: CaptureRecord})
@token_requires(Role.REVIEWER, write=False)
@parsed
def capture_page(body: NewCapture) -> Response:
    """Keep the page at an address: 201 with a new snapshot, 200 where it is unchanged or could not be had."""
    tried = go(fetcher_of(settings()), body.url)
    with database.writing(engine()) as session:
        kept = keep(session, tried, by=account(), at=now(), confidential=body.confidential)
    return _answer(kept)


@blueprint.post("/sources/<source_id>/captures", responses={201: CaptureRecord, 200: CaptureRecord})
@token_requires(Role.REVIEWER, write=False)
@parsed
def capture_again(path: SourcePath) -> Response:
    """Keep what the page of a source says now: 201 with a new snapshot, 200 where there is none."""
    source = seen_source(path.source_id)
    if source.url is None:
        raise InvalidInput("Source %(id)s has no address.", id=source.id)
    tried = go(fetcher_of(settings()), source.url)
    with database.writing(engine()) as session:
        kept = keep_again(session, source, tried, by=account(), at=now())
    return _answer(kept)


@blueprint.get("/sources/<source_id>/attempts", responses={200: Attempts})
@token_requires(Role.READER)
@parsed
def list_attempts(path: SourcePath) -> Response:
    """List the tries to capture a source, the last one first."""
    found = attempts.of_source(db(), seen_source(path.source_id).id or 0)
    return answer(Attempts(items=tuple(map(_attempt, found))))


@blueprint.get("/snapshots/<snapshot_id>/warc", responses={200: _WARC})
@token_requires(Role.REVIEWER)
@parsed
def get_warc(path: SnapshotPath) -> Response:
    """Download a snapshot as a WARC file, with the redirects on its way."""
    response = Response(write_warc(seen_snapshot(path.snapshot_id)), mimetype="application/warc")
    response.headers["Content-Disposition"] = f'attachment; filename="snapshot-{path.snapshot_id}.warc"'
    return response


def _answer(kept: Kept) -> Response:
    snapshots = represent_snapshots(db(), [kept.snapshot]) if kept.snapshot else (None,)
    record = CaptureRecord(
        attempt=_attempt(kept.attempt),
        source=represent_source(kept.source) if kept.source else None,
        snapshot=snapshots[0],
    )
    if kept.snapshot is None or kept.attempt.outcome is not Outcome.CAPTURED:
        return answer(record)
    return answer(record, 201, location=url_for("rest_sources.get_snapshot", snapshot_id=kept.snapshot.id))


def _attempt(attempt: Attempt) -> AttemptRecord:
    people = accounts.names(db())
    fields = attempt.model_dump(exclude={"detail", "tried_by"})
    by = Person(id=attempt.tried_by, name=people.get(attempt.tried_by, ""))
    return AttemptRecord(**fields, said=sentence(attempt, "en"), tried_by=by)
