"""The checklist of a claim as it stands on the desk now."""

from collections.abc import Mapping, Sequence, Set

from sqlmodel import Session

from claims.claim import Claim
from claims.evidence import Evidence
from claims.source import Snapshot, Source
from claims.store import articles, inquiries, sources
from claims.verdict import Point, Stance
from factcheck.checklist import Age, Checked, Ground, age, check
from factcheck.evidence.independence import Group
from factcheck.owners import group_sources

Row = tuple[Evidence, Snapshot, Source]


def checklist(
    session: Session, claim: Claim, reasons: Mapping[Point, str], blocking: Set[Point] = frozenset()
) -> tuple[Checked, ...]:
    """All points, by the evidence that stands and whom the desk asked."""
    return check(_ground(session, claim), reasons, blocking)


def ages(session: Session, claim: Claim, rows: Sequence[Row]) -> dict[int, Age]:
    """By its number how old each piece of evidence is beside the claim."""
    published = articles.get(session, claim.article_id).published
    times = tuple(found["edtf"] for found in claim.times if found["edtf"])
    return {evidence.id or 0: age(source.issued, published, times) for evidence, _, source in rows}


def groups(session: Session, claim: Claim, rows: Sequence[Row]) -> list[Group]:
    """The sources of this evidence in groups of those that count as one; mere context does not count."""
    told = [
        (snapshot, source) for evidence, snapshot, source in rows if evidence.stance is not Stance.CONTEXT
    ]
    return group_sources(session, f"{claim.exact} {claim.text}", told)


def _ground(session: Session, claim: Claim) -> Ground:
    number = claim.id or 0
    rows = [row for row in sources.evidence_of(session, [number]) if row[0].retracted_at is None]
    told = [row for row in rows if row[0].stance is not Stance.CONTEXT]
    return Ground(
        independent=len(groups(session, claim, told)),
        classes=frozenset(source.source_class for _, _, source in told),
        stances=frozenset(evidence.stance for evidence, _, _ in told),
        asked=bool(inquiries.of_claims(session, [number], confidential=True)),
        ages=tuple(ages(session, claim, told).values()),
    )
