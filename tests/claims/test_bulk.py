"""What is written many rows at once, and past SQLAlchemy's way to the driver, is what its own way writes."""

from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from claims.bounds import ClaimQuantity, ClaimTime, quantity_rows, time_rows
from claims.claim import Claim, Origin
from claims.event import Event, chain
from claims.proposal import Proposal
from claims.store import articles, claims, events
from claims.store.compiled import Compiled
from claims.store.events import Happening
from claims.workflow import Role, State
from factcheck.extraction.claims import extract
from tests import making

_TEXT = (
    "The town had 412 trams in 2019. The harbour employs at least 7,000 people. Ruth Amsel became mayor in "
    "March 2021. The bridge cost 2.5 million euros."
)


def test_claims_written_at_once_have_what_each_draft_says_in_their_order(session: Session) -> None:
    by = making.account(session, "rita", Role.REVIEWER)
    article = making.article(session, by, _TEXT)
    drafts = extract(_TEXT, "en").claims[::-1]
    numbers = claims.add_all(
        session,
        drafts,
        article_id=article.id or 0,
        article_version=1,
        language="en",
        origin=Origin.MACHINE,
        state=State.PROPOSED,
        at=making.later(0),
    )
    assert len(drafts) >= 3
    assert numbers == sorted(numbers)
    for number, draft in zip(numbers, drafts, strict=True):
        said = draft.model_dump(mode="json")
        claim = claims.get(session, number)
        assert claim.model_dump(mode="json", include=set(said)) == said
        assert Claim.model_validate(claim.model_dump()) == claim
        assert [row.draft for row in _of(session, Proposal, number)] == [said]
        for model, rows in ((ClaimQuantity, quantity_rows), (ClaimTime, time_rows)):
            slots = said["quantities" if model is ClaimQuantity else "times"]
            found = _of(session, model, number)
            assert [row.model_dump() for row in found] == rows(number, slots)
    assert session.exec(select(sa.func.count()).select_from(ClaimQuantity)).one() >= 3


def _of(session: Session, model: Any, number: int) -> list[Any]:
    order: Any = model.id if model is Proposal else model.number
    return list(session.exec(select(model).where(model.claim_id == number).order_by(order)))


def test_events_written_at_once_are_chained_like_those_written_one_by_one(session: Session) -> None:
    by = making.account(session, "rita", Role.REVIEWER).id or 0
    article = making.article(session, making.account(session, "rob", Role.REVIEWER))
    before = events.head(session)
    told = [
        Happening("cite", {"n": 1}, article.id, 11, note="Namen genannt"),
        Happening("submit", {"n": 2}, claim_id=12, sealed={"rationale": "Weil es so ist."}),
        Happening("retract", {"ü": [None, 1.5]}),
    ]
    head = events.append_all(session, told, by=by, at=making.later(1))
    one_more = events.append(session, "cite", by=by, at=making.later(2), body={})
    session.expire_all()
    found = list(events.walk(session, before))
    assert [(each.action, each.article_id, each.claim_id, each.note) for each in found] == [
        ("cite", article.id, 11, "Namen genannt"),
        ("submit", None, 12, None),
        ("retract", None, None, None),
        ("cite", None, None, None),
    ]
    assert (found[2].seq, found[2].hash) == head
    assert one_more == events.head(session)
    assert "rationale_digest" in found[1].body
    rows = session.exec(select(Event).where(Event.seq > before.seq).order_by(col(Event.seq))).all()
    assert [row.previous for row in rows] == [before.hash, *(row.hash for row in rows[:-1])]
    assert [chain(row) for row in rows] == [row.hash for row in rows]


def test_no_events_leave_the_log_as_it_is(session: Session) -> None:
    before = events.head(session)
    assert events.append_all(session, [], by=1, at=making.later(1)) == before == events.head(session)


def test_what_the_driver_refuses_is_raised_as_sqlalchemy_raises_it(engine: sa.Engine) -> None:
    with engine.connect() as connection:
        put = Compiled(sa.insert(Event).inline(), ["seq"])
        with pytest.raises(IntegrityError):
            put.put(connection, {"seq": 1})
        connection.rollback()


def test_half_a_surrogate_pair_in_a_list_is_read_as_it_was_written(session: Session) -> None:
    by = making.account(session, "rita", Role.REVIEWER)
    article = making.article(session, by)
    version = articles.version(session, article)
    version.sentences = [{"start": 0, "end": 1, "odd": "\ud800", "most": 1.7976931348623157e308}]
    session.add(version)
    session.flush()
    session.expire_all()
    assert articles.version(session, article).sentences == [
        {"start": 0, "end": 1, "odd": "\ud800", "most": 1.7976931348623157e308}
    ]
