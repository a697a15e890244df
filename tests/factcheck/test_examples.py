from sqlmodel import Session

from claims.store import claims, events
from claims.workflow import State
from factcheck import ledger
from factcheck.examples import seed
from tests import making


def test_every_state_has_something_to_show(session: Session) -> None:
    seed(session, making.START)
    assert set(claims.counts_by_state(session)) == set(State)
    assert claims.page(session, claims.Filters(lapsed=True))
    assert ledger.verify(session).events > 0


def test_the_work_lies_in_the_past(session: Session) -> None:
    seed(session, making.START)
    assert all(event.at < making.START for event in events.since(session, 0, limit=1000))


def test_claims_of_the_examples_stand_where_they_say(session: Session) -> None:
    for found in seed(session, making.START):
        text = found.version.text
        anchored = [claim for claim in found.claims if not claim.vanished]
        assert all(text[claim.start : claim.end] == claim.exact for claim in anchored)


def test_the_people_of_the_examples_work_together(session: Session) -> None:
    seed(session, making.START)
    told = {event.action for event in events.since(session, 0, limit=1000)}
    assert {"tag", "note", "note_reply", "assign", "ask", "answer", "wish"} <= told
    due = claims.page(session, claims.Filters(dated=True))
    assert [claim.due for claim in due if claim.due and claim.due > making.START]
