"""What several parts of an answer ask for is read once, and only where the session sees one state."""

from sqlmodel import Session

from claims.store import accounts, once
from claims.workflow import Role
from tests import making


def test_what_is_read_once_is_read_anew_in_a_session_that_writes(session: Session) -> None:
    rita = making.account(session, "rita", Role.REVIEWER)
    assert accounts.names(session) == {rita.id: "rita"}
    rita.display_name = "Rita"
    session.add(rita)
    assert accounts.names(session) == {rita.id: "Rita"}


def test_what_is_read_once_is_kept_by_its_arguments_and_for_one_session(session: Session) -> None:
    rita, ruth = (making.account(session, name, Role.REVIEWER) for name in ("rita", "ruth"))
    with Session(session.connection()) as reading:
        once.keep(reading)
        found = accounts.names(reading, {rita.id or 0})
        assert found == {rita.id: "rita"}
        assert accounts.names(reading, {rita.id or 0}) is found
        assert accounts.names(reading, {ruth.id or 0}) == {ruth.id: "ruth"}
    assert accounts.names(session, {rita.id or 0}) is not found
