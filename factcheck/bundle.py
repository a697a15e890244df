"""A report to hand on with what proves it: its formats, the snapshots, the events with their places in the
signed log, and a signed list of the files. `factcheck verify` reads it; docs/report.md says what is in it.

The same content gives the same bytes: files stand in the order of their names, unpacked and of one date, and
the only time in it is the report's.
"""

import io
import json
import zipfile
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlmodel import Session

from claims.event import Event
from claims.source import Snapshot
from claims.store import decisions, events, sources, votes
from claims.workflow import Action
from factcheck.exports import Exported, Format, export
from factcheck.merkle import Tree, grow
from factcheck.report import Report
from factcheck.signing import Signer

SCHEMA, HEAD = "factcheck.bundle/1", "factcheck.head/1"
MANIFEST, SIGNATURE, KEY = "manifest.json", "manifest.sig", "key.txt"
LOG_HEAD, EVENTS, SNAPSHOTS = "log/head.json", "log/events.json", "snapshots.json"
REPORT = "report/report.json"

_FORMATS = (
    *(Format.HTML, Format.PDF, Format.DOCX, Format.MARKDOWN, Format.CSV, Format.JSON),
    *(Format.CSL, Format.ANNOTATIONS, Format.CLAIMREVIEW),
)
_TOLD = (Action.SUBMIT, Action.ADOPT, Action.CORRECT, Action.APPROVE, Action.PUBLISH, Action.WITHDRAW)
"""What a public bundle tells of: the steps of decisions that were published."""
_OPEN = (Action.APPROVE, Action.PUBLISH, Action.WITHDRAW)
_PUBLIC = frozenset({"from", "to", "standing", "lapsed", "decision", "verdict", "version"})
"""What the body of an opened step may hold; one that holds more stays closed. A submission names all its
evidence, confidential pieces too, and is never opened."""


def pack(session: Session, report: Report, signer: Signer, *, give_snapshots: bool = False) -> Exported:
    """The bundle as a zip file. Bytes of snapshots are in an internal one; in a public one where
    `give_snapshots` says so, and never those of confidential sources. Raises LogBroken."""
    cited = _snapshots(session, report)
    given = cited if give_snapshots or not report.public else []
    found = _events(session, report, [snapshot.id or 0 for snapshot in cited])
    tree = grow(map(bytes.fromhex, events.hashes(session)), [event.seq - 1 for event in found])
    files = {
        **_reports(report),
        **{f"snapshots/{snapshot.sha256}": snapshot.content for snapshot in given},
        SNAPSHOTS: spell([_snapshot(snapshot, snapshot in given) for snapshot in cited]),
        EVENTS: spell([_event(event, tree, opened=_is_open(event, report)) for event in found]),
        LOG_HEAD: spell(head(tree, report.desk_name, report.generated_at, signer)),
        KEY: f"{signer.key}\n".encode(),
    }
    manifest = spell(_manifest(report, files))
    signed = {MANIFEST: manifest, SIGNATURE: f"{signer.sign(manifest)}\n".encode()}
    kind = "" if report.public else "-internal"
    name = f"factcheck-{report.scope.slug}{kind}.zip"
    return Exported(content=pack_files(files | signed), media_type="application/zip", file_name=name)


def pack_files(files: Mapping[str, bytes]) -> bytes:
    """The zip file with these files, and no other: there is one for each content."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as target:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o100644 << 16
            target.writestr(entry, files[name])
    return packed.getvalue()


def spell(value: Any) -> bytes:
    """JSON in the one spelling that is signed: sorted keys, two spaces, UTF-8, a line feed at the end."""
    return (json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True, indent=2) + "\n").encode()


def head(tree: Tree, desk: str, at: datetime, signer: Signer) -> dict[str, Any]:
    """The head of the whole log at the time of the report, with the desk's signature over the rest."""
    said = {
        "schema": HEAD,
        "desk": desk,
        "at": at.isoformat(),
        "size": tree.size,
        "root": tree.root.hex(),
    }
    return said | {"signature": signer.sign(spell(said))}


def _reports(report: Report) -> dict[str, bytes]:
    wanted = [format for format in _FORMATS if report.address or format is not Format.CLAIMREVIEW]
    written = [export(report, format) for format in wanted]
    slug = f"factcheck-{report.scope.slug}" + ("" if report.public else "-internal")
    return {f"report/report{one.file_name.removeprefix(slug)}": one.content for one in written}


def _snapshots(session: Session, report: Report) -> list[Snapshot]:
    """Those that the report quotes, once each, in the order in which they came in."""
    quoted = {evidence.snapshot_sha256 for claim in report.claims for evidence in claim.evidence}
    rows = sources.evidence_of(session, [claim.id for claim in report.claims])
    found = {
        snapshot.sha256: snapshot
        for _, snapshot, source in rows
        if snapshot.sha256 in quoted and not (report.public and source.confidential)
    }
    return sorted(found.values(), key=lambda snapshot: snapshot.id or 0)


def _snapshot(snapshot: Snapshot, given: bool) -> dict[str, Any]:
    return {
        "sha256": snapshot.sha256,
        "media_type": snapshot.media_type,
        "size": len(snapshot.content),
        "captured_at": snapshot.captured_at.isoformat(),
        "source": snapshot.source_id,
        "given": given,
    }


def _events(session: Session, report: Report, snapshot_ids: list[int]) -> list[Event]:
    """Of the claims, and by which the snapshots came in; in public only those of published decisions, and
    never votes that wait for a second one."""
    ids = [claim.id for claim in report.claims]
    found = events.all_of_claims(session, ids)
    if report.public:
        published = {d.id for d in decisions.of_claims(session, ids) if d.published_at is not None}
        found = [e for e in found if e.action in _TOLD and e.body.get("decision") in published]
    waiting = {vote.id for claim_id in ids for vote in votes.waiting(session, claim_id)}
    told = [event for event in found if not waiting & set(event.body.get("votes", ()))]
    return sorted([*told, *events.captures(session, snapshot_ids)], key=lambda event: event.seq)


def _is_open(event: Event, report: Report) -> bool:
    """Whether the bundle shows the fields that the event's hash is over. Their free text is sealed in any
    case: an event holds its digest only."""
    if not report.public or event.action == "capture":
        return True
    return event.action in _OPEN and set(event.body) <= _PUBLIC


def _event(event: Event, tree: Tree, *, opened: bool) -> dict[str, Any]:
    fields = {
        "actor": event.actor_id,
        "article": event.article_id,
        "body": event.body,
        "note_digest": event.note_digest,
        "previous": event.previous,
    }
    return {
        "seq": event.seq,
        "at": event.at.isoformat(),
        "action": event.action,
        "claim": event.claim_id,
        "hash": event.hash,
        "proof": [step.hex() for step in tree.proofs[event.seq - 1]],
        "opened": fields if opened else None,
    }


def _manifest(report: Report, files: Mapping[str, bytes]) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "desk": report.desk_name,
        "at": report.generated_at.isoformat(),
        "public": report.public,
        "scope": report.scope.model_dump(mode="json"),
        "files": [
            {"path": path, "size": len(content), "sha256": sha256(content).hexdigest()}
            for path, content in sorted(files.items())
        ],
    }
