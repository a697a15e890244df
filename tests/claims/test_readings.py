"""Claims in plain columns are what the ORM makes of them."""

import pytest
from sqlmodel import Session

from claims.errors import NotFound
from claims.store import claims, readings
from claims.workflow import Action, Role
from factcheck import review
from tests import making


def test_one_claim_in_columns_is_the_row_with_all_its_values(session: Session) -> None:
    by = making.account(session, "rita", Role.REVIEWER)
    claim = making.proposal(session, making.article(session, by))
    number = claim.id or 0
    review.edit(session, number, review.ClaimEdit(speaker="Ruth", worth=0.25), by=by, at=making.later(1))
    review.move(session, number, Action.TAKE, by=by, at=making.later(2))
    session.expire_all()
    row = claims.get(session, number).model_dump()
    assert readings.claim(session, number) == row
    assert [dict(found) for found in readings.claims(session, [number, 4711])] == [row]
    assert {name: type(value) for name, value in readings.claim(session, number).items()} == {
        name: type(value) for name, value in row.items()
    }
    with pytest.raises(NotFound):
        readings.claim(session, 4711)
