"""Reports as of an earlier moment: what was built then is what is told of it later."""

from datetime import datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from claims import database
from claims.errors import InvalidInput, NotFound
from claims.inquiry import Channel, InquiryDraft
from claims.workflow import Action
from factcheck import review
from factcheck.exports import Format, export
from factcheck.report import Report, Scope, build
from tests.factcheck.newsroom import Newsroom, open_newsroom, work_through
from tests.making import later


def _report(
    room: Newsroom, at: datetime, as_of: datetime | None = None, *, public: bool, **scope: object
) -> Report:
    on = Scope.model_validate(scope or {"id": room.article_id})
    return build(room.session, on, language="de", at=at, public=public, as_of=as_of)


def _but_for_when_it_was_made(report: Report) -> Report:
    return report.model_copy(update={"generated_at": later(0), "as_of": None})


@pytest.mark.parametrize("public", [True, False])
def test_a_report_as_of_then_is_the_one_that_was_built_then(engine: sa.Engine, public: bool) -> None:
    with database.writing(engine) as session:
        room = open_newsroom(session)
        work_through(room)
        then = room.now()
        built = _report(room, then, public=public)
        scopes: tuple[dict[str, Any], ...] = (
            {"kind": "span"},
            {"kind": "claim", "id": room.claims[0].id},
        )
        others = [_report(room, then, public=public, **scope) for scope in scopes]

        asked = InquiryDraft(
            whom="Hafenamt", channel=Channel.EMAIL, asked_on=later(0).date(), question="Wie viele?"
        )
        review.ask(session, room.claims[0].id or 0, asked, by=room.reviewer, at=room.now())
        published = next(i for i, claim in enumerate(room.claims) if claim.is_standing)
        room.move(published, Action.WITHDRAW, reason="Die Quelle wurde zurückgezogen.")
        review.tag(session, room.claims[1].id or 0, ["später"], by=room.reviewer, at=room.now())
        now = room.now()

        assert _report(room, now, public=public) != built
        past = _report(room, now, then, public=public)
        assert past.as_of == then
        assert past.generated_at == now
        assert _but_for_when_it_was_made(past) == _but_for_when_it_was_made(built)
        for scope, other in zip(scopes, others, strict=True):
            found = _report(room, now, then, public=public, **scope)
            assert _but_for_when_it_was_made(found) == _but_for_when_it_was_made(other)


def test_a_tag_is_looked_for_as_it_was_then(engine: sa.Engine) -> None:
    with database.writing(engine) as session:
        room = open_newsroom(session)
        first, second = (claim.id or 0 for claim in room.claims[:2])
        review.tag(session, first, ["Bahn"], by=room.reviewer, at=room.now())
        then = room.now()
        review.untag(session, first, "Bahn", by=room.reviewer, at=room.now())
        review.tag(session, second, ["Bahn"], by=room.reviewer, at=room.now())
        told = [
            [claim.id for claim in _report(room, room.now(), at, public=False, kind="tag", tag="bahn").claims]
            for at in (then, None)
        ]
    assert told == [[first], [second]]


def test_before_the_desk_had_it_there_is_no_report(engine: sa.Engine) -> None:
    with database.writing(engine) as session:
        room = open_newsroom(session)
        with pytest.raises(NotFound, match="did not have this yet"):
            _report(room, later(900), later(0) - timedelta(days=9), public=False)


def test_a_saved_search_finds_what_it_finds_today(engine: sa.Engine) -> None:
    with database.writing(engine) as session:
        room = open_newsroom(session)
        with pytest.raises(InvalidInput, match="saved search"):
            _report(room, later(900), later(800), public=False, kind="search", id=1)


@pytest.mark.parametrize(
    ("format", "said"),
    [
        (Format.HTML, "Rückblick auf den Stand vom 24. Nov. 2026, 11:00 MEZ"),
        (Format.MARKDOWN, "Rückblick auf den Stand vom 24. Nov. 2026, 11:00 MEZ"),
        (Format.JSON, '"as_of": "2026-11-24T10:00:00Z"'),
    ],
)
def test_it_says_plainly_of_which_moment_it_speaks(engine: sa.Engine, format: Format, said: str) -> None:
    with database.writing(engine) as session:
        room = open_newsroom(session)
        report = _report(room, later(900), later(60), public=False)
    assert said in export(report, format).content.decode()
    assert "Rückblick" not in export(_but_for_when_it_was_made(report), format).content.decode()
