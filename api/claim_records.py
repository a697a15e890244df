"""Claims as programs read them, as they are and as they were.

What is only read comes in plain columns, a few small statements for all claims of an answer: decisions, tags,
the names of people, and what of the evidence may be known. Nothing is loaded later, nothing is kept.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from flask import request
from sqlmodel import Session

from api.auth import sees_confidential
from api.schemas.base import Person
from api.schemas.claims import DecisionRecord, DeskClaim
from claims.claim import Claim
from claims.reason import Language
from claims.store import accounts, readings, sources
from factcheck.past import PastClaim
from factcheck.records import claim_fields

LANGUAGES: tuple[Language, ...] = ("de", "en")

People = dict[int, Person]
Columns = Mapping[str, Any]


def asked_language() -> Language | None:
    """The language that the request asks for by Accept-Language; None where it asks for none of ours."""
    return request.accept_languages.best_match(LANGUAGES)  # type: ignore[return-value]


def read_claim(session: Session, claim_id: int) -> DeskClaim:
    """One claim by its number. Raises NotFound."""
    return _read(session, [readings.claim(session, claim_id)])[0]


def represent_claims(session: Session, claims: list[Claim]) -> tuple[DeskClaim, ...]:
    """The claims with their decisions, reasons in the language that the request asks for."""
    return _read(session, [claim.model_dump() for claim in claims])


def represent_claim(session: Session, claim: Claim) -> DeskClaim:
    return represent_claims(session, [claim])[0]


def represent_past(session: Session, past: Sequence[PastClaim]) -> tuple[DeskClaim, ...]:
    """The claims as they were."""
    rows = [one.claim.model_dump() for one in past]
    signed = [decision.model_dump() for one in past for decision in one.decisions]
    tagged = {one.claim.id or 0: list(one.tags) for one in past}
    said = {one.claim.id or 0: one.whole for one in past}
    return _assemble(session, rows, signed, tagged, said)


def represent_decisions(session: Session, decided: Sequence[Columns]) -> tuple[DecisionRecord, ...]:
    """The decisions, as who is asking may know them."""
    hidden = hidden_evidence(session, {row["claim_id"] for row in decided})
    people = people_of(session, (who for row in decided for who in _signers(row)))
    return tuple(_decision(row, people, hidden) for row in decided)


def people_of(session: Session, ids: Iterable[int | None]) -> People:
    wanted = {number for number in ids if number}
    names = accounts.names(session, wanted) if wanted else {}
    return {number: Person(id=number, name=name) for number, name in names.items()}


def person(people: People, number: int | None) -> Person | None:
    return people[number] if number else None


def hidden_evidence(session: Session, claim_ids: set[int]) -> set[int]:
    """The numbers of evidence that who is asking may not know of."""
    return set() if sees_confidential() else sources.confidential_evidence(session, claim_ids)


def _read(session: Session, rows: Sequence[Columns]) -> tuple[DeskClaim, ...]:
    wanted = {number for row in rows for number in (row["decision_id"], row["public_decision_id"]) if number}
    decided = readings.decisions(session, wanted)
    return _assemble(session, rows, decided, readings.tags(session, [row["id"] for row in rows]), {})


def _assemble(
    session: Session,
    rows: Sequence[Columns],
    decided: Sequence[Columns],
    tagged: dict[int, list[str]],
    whole: dict[int, bool],
) -> tuple[DeskClaim, ...]:
    signers = [who for row in decided for who in _signers(row)]
    people = people_of(session, [*signers, *(row["assignee_id"] for row in rows)])
    hidden = hidden_evidence(session, {row["claim_id"] for row in decided}) if decided else set()
    records = {row["id"]: _decision(row, people, hidden) for row in decided}
    language = asked_language()
    return tuple(
        DeskClaim.model_validate(
            {
                **claim_fields(row, language),
                "assignee": person(people, row["assignee_id"]),
                "tags": tagged.get(row["id"], ()),
                "decision": records.get(row["decision_id"]),
                "public_decision": records.get(row["public_decision_id"]),
                "whole": whole.get(row["id"], True),
            }
        )
        for row in rows
    )


def _signers(decision: Columns) -> tuple[int | None, ...]:
    return decision["submitted_by"], decision["approved_by"], decision["published_by"]


def _decision(decision: Columns, people: People, hidden: set[int]) -> DecisionRecord:
    return DecisionRecord.model_validate(
        {
            **decision,
            "evidence_ids": [number for number in decision["evidence_ids"] if number not in hidden],
            "checklist": decision["checklist"] if sees_confidential() else {},
            "submitted_by": people[decision["submitted_by"]],
            "approved_by": person(people, decision["approved_by"]),
            "published_by": person(people, decision["published_by"]),
        }
    )
