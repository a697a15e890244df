"""What helps to check a claim: passages to read, the checklist, who owns which outlet."""

from flask import Response

from api.auth import account, sees_confidential, token_requires
from api.representation import asked_language, represent_owners
from api.rest.answering import answer
from api.rest.blueprint import make_blueprint
from api.rest.parsing import parsed
from api.schemas.checking import (
    CheckedPoint,
    Checklist,
    NewOwner,
    OwnerPath,
    Owners,
    PassageQuery,
    PassageRecord,
    Passages,
    SourceGroup,
)
from api.schemas.claims import ClaimPath
from api.unit import db, now, settings
from claims.errors import NotFound
from claims.store import claims, owners, sources
from claims.workflow import Role
from factcheck.checking import checklist, groups
from factcheck.checklist import to_do
from factcheck.evidence import independence, passage_reasons
from factcheck.evidence.passages import propose
from factcheck.owners import drop_owner, set_owner

blueprint = make_blueprint("checking", "Passages to read, the checklist, and who owns which outlet")


@blueprint.get("/claims/<claim_id>/passages", responses={200: Passages})
@token_requires(Role.READER)
@parsed
def propose_passages(path: ClaimPath, query: PassageQuery) -> Response:
    """Propose the passages of a snapshot to read for a claim, best first."""
    claim = claims.get(db(), path.claim_id)
    snapshot = sources.snapshot(db(), query.snapshot_id)
    if sources.get(db(), snapshot.source_id).confidential and not sees_confidential():
        raise NotFound("There is no snapshot number %(id)s.", id=query.snapshot_id)
    language = asked_language() or claim.language
    items = tuple(
        PassageRecord(
            **found.model_dump(exclude={"reasons"}),
            reasons=tuple(passage_reasons.sentence(reason, language) for reason in found.reasons),
        )
        for found in propose(claim.text, claim.language, snapshot.text, query.limit)
    )
    return answer(Passages(items=items))


@blueprint.get("/claims/<claim_id>/checklist", responses={200: Checklist})
@token_requires(Role.REVIEWER)
@parsed
def get_checklist(path: ClaimPath) -> Response:
    """Say what of the checklist is met before a claim is submitted, and which of its sources count as one."""
    claim = claims.get(db(), path.claim_id)
    language = asked_language() or claim.language
    rows = [row for row in sources.evidence_of(db(), [claim.id or 0]) if row[0].retracted_at is None]
    found = groups(db(), claim, rows)
    points = tuple(
        CheckedPoint(
            point=each.point,
            met=each.met,
            blocks=each.blocks,
            to_do=None if each.met else to_do(each.point, language),
        )
        for each in checklist(db(), claim, {}, settings().blocking)
    )
    told = tuple(
        SourceGroup(
            source_ids=each.sources,
            reasons=tuple(independence.sentence(reason, language) for reason in each.reasons),
        )
        for each in found
    )
    count = sum(len(each.sources) for each in found)
    return answer(Checklist(points=points, sources=count, independent=len(found), groups=told))


@blueprint.get("/owners", responses={200: Owners})
@token_requires(Role.READER)
@parsed
def list_owners() -> Response:
    """List who owns which outlet."""
    return answer(Owners(items=represent_owners(db(), owners.every(db()))))


@blueprint.put("/owners", responses={200: Owners})
@token_requires(Role.EDITOR)
@parsed
def put_owner(body: NewOwner) -> Response:
    """Say who owns an outlet: its sources do not count as independent of the owner's others."""
    set_owner(db(), body.outlet, body.owner, by=account(), at=now())
    return answer(Owners(items=represent_owners(db(), owners.every(db()))))


@blueprint.delete("/owners/<outlet>", responses={200: Owners})
@token_requires(Role.EDITOR)
@parsed
def delete_owner(path: OwnerPath) -> Response:
    """Take back who owns an outlet."""
    drop_owner(db(), path.outlet, by=account(), at=now())
    return answer(Owners(items=represent_owners(db(), owners.every(db()))))
