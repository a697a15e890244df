"""Reports of any size say what the whole ones say, and are read article by article."""

import csv
import io
import json
from datetime import date

import pytest
import sqlalchemy as sa

from claims import database
from claims.article import ArticleDraft
from claims.store import saved_searches
from claims.store.filters import Filters
from claims.workflow import State
from factcheck import review
from factcheck.exports import Format, export, stream
from factcheck.ingest import ingest
from factcheck.report import Report, Scope, build
from factcheck.report import flowing as flowing_module
from factcheck.report.flowing import flow
from tests.factcheck.newsroom import Newsroom, open_newsroom, work_through
from tests.making import later

_TEXT = (
    "=SUMME: Die „Fähre“ trägt 310 Menschen.\n\nSeit 2019 legte sie 14-mal täglich ab, sagte Ada Lindqvist. "
    "Die Überfahrt kostet 3,50 Euro."
)
_SCOPES = {
    "everything": Scope(kind="span"),
    "days": Scope(kind="span", since=date(2026, 1, 1)),
    "no day": Scope(kind="span", until=date(2020, 1, 1)),
    "tag": Scope(kind="tag", tag="nahverkehr"),
    "search": Scope(kind="search", id=1),
}


@pytest.fixture
def room(engine: sa.Engine) -> Newsroom:
    """An article worked through to every state, and one of which there are only proposals."""
    with database.writing(engine) as session:
        room = open_newsroom(session)
        work_through(room)
        by, at = room.reviewer, later(990)
        review.tag(session, room.claims[0].id or 0, ["Nahverkehr"], by=by, at=at)
        published = Filters(state=(State.PUBLISHED,))
        saved_searches.add(session, "Veröffentlicht", published, by=by.id or 0, at=at)
        draft = ArticleDraft(
            text=_TEXT, language="de", content=_TEXT.encode(), media_type="text/plain", title='="Fähre"'
        )
        ingest(session, draft, by=by, at=at)
    return room


def _both(engine: sa.Engine, scope: Scope, format: Format, *, public: bool) -> tuple[bytes, bytes]:
    """The report written whole, and as it flows."""
    with database.reading(engine) as session:
        whole = build(session, scope, language="de", at=later(995), public=public, desk_name='="Desk"')
        empty = {"articles": (), "claims": (), "subject": ""}
        head = Report.model_validate({**whole.model_dump(), **empty})
        return export(whole, format).content, b"".join(stream(flow(session, head), format).parts)


@pytest.mark.parametrize("public", [True, False])
@pytest.mark.usefixtures("room")
def test_a_flowing_report_has_the_lines_of_the_whole_one(
    engine: sa.Engine, public: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flowing_module, "ARTICLES", 1)
    for name, scope in _SCOPES.items():
        whole, flowing = _both(engine, scope, Format.JSONL, public=public)
        expected = [json.loads(line) for line in whole.splitlines()]
        found = [json.loads(line) for line in flowing.splitlines()]
        assert found == expected
        assert [list(line["claim"]) for line in found] == [list(line["claim"]) for line in expected]
        assert bool(expected) is (name != "no day")


@pytest.mark.parametrize("public", [True, False])
@pytest.mark.usefixtures("room")
def test_a_flowing_table_has_the_bytes_of_the_whole_one(engine: sa.Engine, public: bool) -> None:
    for scope in _SCOPES.values():
        whole, flowing = _both(engine, scope, Format.CSV, public=public)
        assert flowing == whole
        rows = list(csv.DictReader(io.StringIO(flowing.decode("utf-8-sig"), newline="")))
        assert {row["record"] for row in rows} <= {"claim", "evidence", "inquiry"}


def test_everything_is_each_claim_of_the_desk_and_in_public_each_that_was_published(
    engine: sa.Engine, room: Newsroom
) -> None:
    _, internal = _both(engine, Scope(kind="span"), Format.JSONL, public=False)
    _, public = _both(engine, Scope(kind="span"), Format.JSONL, public=True)
    everything = {json.loads(line)["claim"]["id"] for line in internal.splitlines()}
    with database.reading(engine) as session:
        assert everything == set(session.connection().scalars(sa.text("SELECT id FROM claim")))
    shown = {json.loads(line)["claim"]["id"] for line in public.splitlines()}
    assert shown == {claim.id for claim in room.claims if claim.is_public}
