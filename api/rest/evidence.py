"""Evidence: quotes from snapshots, for or against a claim."""

from flask import Response

from api.auth import account, sees_confidential, token_requires
from api.representation import represent_claim, represent_evidence
from api.rest.answering import answer
from api.rest.blueprint import make_blueprint
from api.rest.claims import recalled
from api.rest.parsing import parsed
from api.schemas.base import IfMatch
from api.schemas.claims import ClaimPath
from api.schemas.sources import Citation, CitedEvidence, EvidenceList, EvidencePath, EvidenceView
from api.unit import db, now
from claims.evidence import Evidence
from claims.store import claims, sources
from claims.workflow import Role
from factcheck import review
from factcheck.sources import add_source

blueprint = make_blueprint("evidence", "Quotes from snapshots, and how they stand to their claim")


@blueprint.get("/claims/<claim_id>/evidence", responses={200: EvidenceList})
@token_requires(Role.READER)
@parsed
def list_evidence(path: ClaimPath, query: EvidenceView) -> Response:
    """List the evidence of a claim; what rests on a confidential source is for reviewers.

    With `as_of` it is what the claim had then; sources are described as they are today."""
    claim = claims.get(db(), path.claim_id)
    if query.as_of is None:
        rows = sources.evidence_of(db(), [claim.id or 0])
    else:
        rows = list(recalled(path.claim_id, query.as_of).evidence)
    shown = [row for row in rows if sees_confidential() or not row[2].confidential]
    return answer(EvidenceList(items=represent_evidence(db(), shown)))


@blueprint.post("/claims/<claim_id>/evidence", responses={201: CitedEvidence})
@token_requires(Role.REVIEWER)
@parsed
def cite_source(path: ClaimPath, header: IfMatch, body: Citation) -> Response:
    """Attach a quote to a claim; it is refused unless it occurs in the snapshot."""
    snapshot_id = body.snapshot_id or _take_in(body)
    evidence = review.cite(
        db(), path.claim_id, body.draft(snapshot_id), by=account(), at=now(), expect=header.version
    )
    return _answer(evidence, 201)


@blueprint.delete("/claims/<claim_id>/evidence/<evidence_id>", responses={200: CitedEvidence})
@token_requires(Role.REVIEWER)
@parsed
def retract_evidence(path: EvidencePath, header: IfMatch) -> Response:
    """Set a piece of evidence aside; it stays readable for the decisions that rested on it."""
    evidence = review.retract(
        db(), path.claim_id, path.evidence_id, by=account(), at=now(), expect=header.version
    )
    return _answer(evidence, 200)


def _take_in(body: Citation) -> int:
    assert body.source is not None  # the schema has one of the two
    _, snapshot = add_source(db(), body.source.draft, body.source.snapshot.draft, by=account(), at=now())
    return snapshot.id or 0


def _answer(evidence: Evidence, status: int) -> Response:
    snapshot = sources.snapshot(db(), evidence.snapshot_id)
    row = (evidence, snapshot, sources.get(db(), snapshot.source_id))
    claim = represent_claim(db(), claims.get(db(), evidence.claim_id))
    return answer(CitedEvidence(evidence=represent_evidence(db(), [row])[0], claim=claim), status)
