"""A claim that is read and written past SQLAlchemy's way to the driver is the one that its own way gives."""

import pytest
import sqlalchemy as sa
from sqlmodel import Session, col, select

from claims.assignment import Priority
from claims.bounds import ClaimQuantity
from claims.claim import Claim, Kind
from claims.errors import NotFound, StaleVersion
from claims.store import claims
from claims.verdict import Verdict
from claims.workflow import Role, State
from tests import making

_QUANTITY = {"exact": "zwölf", "start": 27, "end": 32, "comparator": "ge", "value": 12.0, "upper": None}


@pytest.fixture
def claim(session: Session) -> Claim:
    by = making.account(session, "rita", Role.REVIEWER)
    return making.proposal(session, making.article(session, by))


def test_each_column_is_read_and_written_as_the_session_does(session: Session, claim: Claim) -> None:
    claim.quantities = [{**_QUANTITY, "unit": "Mitglieder", "change": None, "near": False}]
    claim.names, claim.kind, claim.verdict = ["Bochum"], Kind.QUANTITY, Verdict.MISLEADING
    claim.due, claim.priority, claim.worth, claim.lapsed = making.later(9), Priority.HIGH, 0.25, True
    claims.touch(session, claim, making.later(1))
    claim.state, claim.assignee_id, claim.edited_from = State.IN_CHECK, 1, "Es waren „zwölf“."
    claim.candidates = [{"start": 3, "end": 9}]
    claims.touch(session, claim, making.later(2))
    said = claim.model_dump()
    assert not session.dirty
    assert session.exec(select(ClaimQuantity.low).where(ClaimQuantity.claim_id == claim.id)).one() == 12
    session.expunge_all()
    assert claims.get(session, 1).model_dump() == said
    session.expunge_all()
    locked = claims.lock(session, 1, 3)
    assert locked.model_dump() == said
    assert {name: type(value) for name, value in locked} == {name: type(said[name]) for name, _ in locked}


def test_there_is_one_object_of_a_claim_and_locking_it_reads_it_anew(session: Session, claim: Claim) -> None:
    session.connection().execute(sa.update(Claim).values(speaker="Ruth Amsel"))
    assert claims.lock(session, 1, None) is claim
    assert claim.speaker == "Ruth Amsel"
    claim.speaker = "Ada Kern"
    assert claims.lock(session, 1, None).speaker == "Ada Kern"  # what was changed before is written first
    session.expunge_all()
    again = claims.lock(session, 1, None)
    assert again is not claim
    assert claims.get(session, 1) is again
    again.speaker = "Nora Brandt"
    assert session.exec(select(Claim.speaker)).one() == "Nora Brandt"


def test_a_claim_is_not_written_over_what_somebody_else_wrote(session: Session, claim: Claim) -> None:
    session.connection().execute(sa.update(Claim).values(version=7, speaker="Ruth Amsel"))
    claim.speaker = "Ada Kern"
    with pytest.raises(StaleVersion) as caught:
        claims.touch(session, claim, making.later(1))
    assert caught.value.current == 7
    assert session.exec(select(Claim.speaker)).one() == claim.speaker == "Ruth Amsel"


def test_what_is_rolled_back_is_read_as_it_was(session: Session, claim: Claim) -> None:
    session.commit()
    claims.lock(session, 1, 1).speaker = "Ada Kern"
    claims.touch(session, claim, making.later(1))
    session.rollback()
    assert (claim.speaker, claim.version) == (None, 1)
    assert session.exec(select(Claim.version).where(col(Claim.speaker).is_(None))).one() == 1


def test_a_claim_that_there_is_not_is_not_found(session: Session) -> None:
    with pytest.raises(NotFound):
        claims.lock(session, 1, None)
