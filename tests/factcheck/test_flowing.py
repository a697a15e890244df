"""Reports of any size say what the whole ones say, and are read article by article."""

import csv
import io
import json
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from claims import database
from claims.account import Account
from claims.article import Article, ArticleDraft
from claims.claim import Claim
from claims.decision import Decision
from claims.evidence import Evidence
from claims.source import Snapshot, Source
from claims.store import saved_searches
from claims.store.filters import Filters
from claims.workflow import State
from factcheck import review
from factcheck.exports import Format, export, stream
from factcheck.ingest import ingest
from factcheck.report import Report, Scope, build
from factcheck.report import flowing as flowing_module
from factcheck.report.briefs import Brief, Columns
from factcheck.report.flowing import flow
from tests.factcheck.exports.hostile import NASTY
from tests.factcheck.newsroom import NOTE, SECRET, SECRET_QUOTE, Newsroom, open_newsroom, work_through
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
    monkeypatch.setattr(flowing_module, "CLAIMS", 2)
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


def _make_hostile(engine: sa.Engine) -> None:
    """Every text of the desk, moments and amounts of the kind that is told wrongly where one is careless."""
    texts = {
        Claim: ("text", "exact", "prefix", "suffix", "speaker", "speaker_resolved"),
        Article: ("title", "author", "publisher"),
        Decision: ("rationale", "claim_text"),
        Evidence: ("exact", "prefix", "suffix", "note"),
        Source: ("title", "author", "publisher", "container", "independence"),
        Account: ("display_name",),
    }
    with database.writing(engine) as session:
        for model, names in texts.items():
            for number, row in enumerate(session.scalars(sa.select(model).order_by(model.id))):
                for place, name in enumerate(names):
                    setattr(row, name, NASTY[(7 * number + place) % len(NASTY)])
        for claim in session.scalars(sa.select(Claim)):
            claim.names, claim.worth, claim.end = list(NASTY), 1 / 3, claim.start + len(claim.exact)
        for decision in session.scalars(sa.select(Decision)):
            claim = session.get_one(Claim, decision.claim_id)
            decision.claim_words = {**decision.claim_words, "exact": claim.exact}
            decision.checklist, decision.recheck_on = {"two_sources": NASTY[0]}, date(2027, 3, 1)
            decision.submitted_at += timedelta(microseconds=250)
        for snapshot in session.scalars(sa.select(Snapshot)):
            snapshot.captured_at += timedelta(microseconds=999_999)
            snapshot.archive_url = 'https://archive.example/"<b>'
        for source in session.scalars(sa.select(Source)):
            source.details = dict.fromkeys(("volume", "page"), NASTY[8])


@pytest.mark.parametrize("public", [True, False])
@pytest.mark.usefixtures("room")
def test_a_flowing_report_tells_hostile_texts_as_the_whole_one_does(engine: sa.Engine, public: bool) -> None:
    _make_hostile(engine)
    whole, flowing = _both(engine, Scope(kind="span"), Format.JSONL, public=public)
    assert [json.loads(line) for line in flowing.split(b"\n")[:-1]] == [
        json.loads(line) for line in whole.split(b"\n")[:-1]
    ]
    whole, flowing = _both(engine, Scope(kind="span"), Format.CSV, public=public)
    assert flowing == whole


@pytest.mark.parametrize("public", [True, False])
@pytest.mark.usefixtures("room")
def test_what_was_decided_on_once_stays_rows_of_the_database(engine: sa.Engine, public: bool) -> None:
    with database.reading(engine) as session:
        whole = build(session, Scope(kind="span"), language="de", at=later(995), public=public)
        head = whole.model_copy(update={"articles": (), "claims": ()})
        told = [
            claim
            for _, claims in flow(session, head).articles(Columns((Claim.id,), (), ()))
            for claim in claims
        ]
    brief = {found.claim[0] for found in told if isinstance(found, Brief)}
    once = {
        claim.id
        for claim in whole.claims
        if not (claim.earlier or claim.inquiries or claim.corrections) and claim.state is not State.WITHDRAWN
    }
    assert brief == once
    assert any(claim.id in once and claim.decision for claim in whole.claims)


@pytest.mark.parametrize("format", [Format.CSV, Format.JSONL])
@pytest.mark.usefixtures("room")
def test_a_public_one_flows_without_what_is_the_desks_own_affair(engine: sa.Engine, format: Format) -> None:
    _, internal = _both(engine, Scope(kind="span"), format, public=False)
    _, public = _both(engine, Scope(kind="span"), format, public=True)
    kept = [SECRET, SECRET_QUOTE, NOTE]
    assert [words for words in kept if words in internal.decode()] == kept
    assert [words for words in kept if words in public.decode()] == []
