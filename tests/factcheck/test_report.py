"""What a report says of an article, and what it keeps to itself."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine
from sqlmodel import Session

from claims.claim import Claim
from claims.decision import DecisionDraft
from claims.errors import NotFound
from claims.store import articles
from claims.verdict import Stance, Verdict
from claims.workflow import Action, State
from factcheck import review
from factcheck.report import Report, ReportedClaim, Scope, build
from tests.factcheck.newsroom import (
    NOTE,
    PAPER,
    PENDING,
    REPORT,
    SECRET,
    SECRET_QUOTE,
    Newsroom,
    open_newsroom,
    work_through,
)
from tests.making import later


@pytest.fixture
def room(session: Session) -> Newsroom:
    return open_newsroom(session)


def _report(room: Newsroom, *, public: bool) -> Report:
    return build(room.session, Scope(id=room.article_id), language="de", at=later(600), public=public)


def _claim(report: Report, room: Newsroom, index: int) -> ReportedClaim:
    return next(claim for claim in report.claims if claim.id == room.claims[index].id)


def test_claims_are_numbered_in_the_order_of_the_text(room: Newsroom) -> None:
    report = _report(room, public=False)
    assert [claim.number for claim in report.claims] == list(range(1, 10))
    assert [claim.start for claim in report.claims] == sorted(claim.start for claim in report.claims)
    text = report.articles[0].text or ""
    assert all(text[claim.start : claim.end] == claim.exact for claim in report.claims)


def test_a_claim_says_on_which_page_and_in_which_paragraph_it_stands(room: Newsroom) -> None:
    text = room.text
    second = text.index("\n\n") + 2
    version = articles.version(room.session, articles.get(room.session, room.article_id))
    version.pages = [0, second]
    claims = _report(room, public=False).claims
    assert {claim.page for claim in claims} == {1, 2}
    for claim in claims:
        assert claim.page == (1 if claim.start < second else 2)
        assert claim.paragraph == text.count("\n\n", 0, claim.start) + 1


def test_a_claim_of_an_article_without_pages_has_its_paragraph_alone(room: Newsroom) -> None:
    claims = _report(room, public=False).claims
    assert {claim.page for claim in claims} == {None}
    assert claims[0].paragraph == 1


def test_a_claim_whose_words_are_gone_stands_nowhere(room: Newsroom) -> None:
    room.claims[0].vanished = True
    claim = _claim(_report(room, public=False), room, 0)
    assert (claim.page, claim.paragraph) == (None, None)


def test_an_article_that_is_not_there_is_not_found(session: Session) -> None:
    with pytest.raises(NotFound):
        build(session, Scope(id=99), language="de", at=later(0), public=True)


def test_a_public_report_holds_what_was_published_and_counts_the_rest(room: Newsroom) -> None:
    work_through(room)
    report = _report(room, public=True)
    published = {room.claims[index].id for index in (0, 1, 2, 3, 5, 8)}
    assert {claim.id for claim in report.claims} == published
    assert [claim.number for claim in report.claims] == [1, 2, 3, 4, 5, 6]
    assert report.articles[0].in_work == 2


def test_a_public_report_quotes_the_claims_and_not_the_article(room: Newsroom) -> None:
    work_through(room)
    report = _report(room, public=True)
    assert report.articles[0].text is None
    assert room.claims[6].exact not in report.model_dump_json()


@pytest.mark.parametrize("secret", [SECRET, SECRET_QUOTE, NOTE, PENDING, "wurde geändert"])
def test_a_public_report_keeps_sources_notes_and_work_to_itself(room: Newsroom, secret: str) -> None:
    work_through(room)
    assert secret not in _report(room, public=True).model_dump_json()


@pytest.mark.parametrize("secret", [SECRET, SECRET_QUOTE, NOTE, PENDING])
def test_an_internal_report_holds_all(room: Newsroom, secret: str) -> None:
    work_through(room)
    report = _report(room, public=False)
    assert secret in report.model_dump_json()
    assert report.articles[0].text == room.text
    assert {claim.state for claim in report.claims} >= {State.DISMISSED, State.IN_CHECK, State.SUBMITTED}


def test_a_decision_names_who_stood_for_it_and_when(room: Newsroom) -> None:
    work_through(room)
    decision = _claim(_report(room, public=True), room, 0).decision
    assert decision is not None
    assert decision.submitted.name == "Ada Königs"
    assert decision.approved is not None
    assert decision.published is not None
    assert decision.published.name == "Bo Feldhaus"
    assert decision.submitted.at < decision.approved.at < decision.published.at


def test_evidence_tells_what_was_quoted_from_what_and_when_it_said_so(room: Newsroom) -> None:
    work_through(room)
    first = _claim(_report(room, public=True), room, 0).evidence[0]
    assert first.quote == "Bestellt wurden vierzehn Fahrzeuge mit einer Option auf sechs weitere."
    assert first.prefix.endswith("Überblick: ")
    assert first.source.title == "Verkehrsbericht 2025"
    assert (first.page, first.paragraph) == (None, 1)
    assert first.stance is Stance.SUPPORTS
    assert len(first.snapshot_sha256) == 64
    assert first.captured_at.tzinfo is not None


def test_a_correction_shows_old_and_new_and_why(room: Newsroom) -> None:
    work_through(room)
    claim = _claim(_report(room, public=True), room, 1)
    made = claim.corrections[0]
    assert claim.state is State.CORRECTED
    assert (made.old, made.new) == (Verdict.SUPPORTED, Verdict.MOSTLY_SUPPORTED)
    assert made.reason.startswith("Der Betrag schließt")
    assert [decision.verdict for decision in claim.earlier] == [Verdict.SUPPORTED]


def test_while_a_correction_is_under_way_readers_see_the_old_verdict(room: Newsroom) -> None:
    _publish(room, 0)
    room.cite(0, "Es sind nur neun.", Stance.REFUTES, PAPER)
    room.correct(0, Verdict.REFUTED, "Doch nur neun.", "Neue Quelle.")
    claim = _report(room, public=True).claims[0]
    assert (claim.state, claim.verdict) == (State.PUBLISHED, Verdict.SUPPORTED)
    assert claim.corrections == ()
    assert "neun" not in claim.model_dump_json()
    inside = _claim(_report(room, public=False), room, 0)
    assert inside.decision is not None
    assert inside.decision.verdict is Verdict.REFUTED


def test_a_withdrawn_verdict_is_named_with_its_reason_and_not_repeated(room: Newsroom) -> None:
    work_through(room)
    claim = _claim(_report(room, public=True), room, 5)
    assert (claim.state, claim.verdict, claim.decision, claim.earlier) == (State.WITHDRAWN, None, None, ())
    assert [(made.old, made.new) for made in claim.corrections] == [(Verdict.NOT_ENOUGH_EVIDENCE, None)]
    assert claim.corrections[0].by == "Bo Feldhaus"
    assert "gleichen Namens" in claim.corrections[0].reason


def test_a_lapsed_verdict_does_not_stand_any_more(room: Newsroom) -> None:
    work_through(room)
    claim = _claim(_report(room, public=True), room, 8)
    assert (claim.lapsed, claim.verdict, claim.decision) == (True, None, None)
    assert [decision.verdict for decision in claim.earlier] == [Verdict.CONFLICTING]


def test_in_public_a_claim_reads_as_it_was_decided_on(room: Newsroom) -> None:
    _publish(room, 0)
    old = room.claims[0].text
    review.lapse(room.session, room.claims[0], by=room.reviewer, at=room.now(), why="Neuer Text.")
    edited = review.ClaimEdit(text="Eine Fassung, die noch niemand freigegeben hat.")
    review.edit(room.session, room.claims[0].id or 0, edited, by=room.reviewer, at=room.now())
    assert _report(room, public=True).claims[0].text == old
    assert _claim(_report(room, public=False), room, 0).text == edited.text


def test_what_was_set_aside_stays_readable_inside(room: Newsroom) -> None:
    room.start(0)
    cited = room.cite(0, "Bestellt sind neun.", Stance.REFUTES, REPORT)
    review.retract(room.session, room.claims[0].id or 0, cited, by=room.reviewer, at=room.now())
    claim = _claim(_report(room, public=False), room, 0)
    assert claim.evidence[0].retracted_at is not None
    assert claim.sources == 0


def test_words_that_are_gone_from_the_text_come_last_and_say_so(room: Newsroom) -> None:
    room.claims[0].vanished = True
    room.session.add(room.claims[0])
    room.session.flush()
    last = _report(room, public=False).claims[-1]
    assert (last.id, last.in_text, last.places) == (room.claims[0].id, False, ())


def test_an_article_without_published_verdicts_has_an_empty_public_report(room: Newsroom) -> None:
    report = _report(room, public=True)
    assert report.claims == ()
    assert report.articles[0].in_work == 9


@contextmanager
def _counting(engine: Engine) -> Iterator[list[str]]:
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    sa.event.listen(engine, "before_cursor_execute", note)
    yield seen
    sa.event.remove(engine, "before_cursor_execute", note)


def test_a_report_takes_the_same_few_queries_whatever_the_number_of_claims(
    room: Newsroom, engine: Engine
) -> None:
    work_through(room)
    room.session.commit()
    room.session.expunge_all()
    with _counting(engine) as seen:
        _report(room, public=False)
    reads = [
        statement for statement in seen if statement.startswith("SELECT") and "pg_advisory" not in statement
    ]
    assert len(reads) == 10
    assert not any("snapshot.content" in statement for statement in reads)


def _publish(room: Newsroom, index: int) -> Claim:
    room.start(index)
    room.cite(index, "Zwölf Wagen sind bestellt.", Stance.SUPPORTS, REPORT)
    room.move(
        index, Action.SUBMIT, DecisionDraft(verdict=Verdict.SUPPORTED, rationale="Der Bericht sagt es.")
    )
    room.publish(index)
    return room.claims[index]


def test_in_public_a_claim_has_the_slots_that_were_decided_on(room: Newsroom) -> None:
    _publish(room, 0)
    before = _report(room, public=True).claims[0]
    review.lapse(room.session, room.claims[0], by=room.reviewer, at=room.now(), why="Neuer Text.")
    start, end = room.claims[1].start, room.claims[1].end
    review.edit(
        room.session,
        room.claims[0].id or 0,
        review.ClaimEdit(start=start, end=end),
        by=room.reviewer,
        at=room.now(),
    )
    after = _report(room, public=True).claims
    [same] = [claim for claim in after if claim.id == before.id]
    assert (same.exact, same.quantities, same.text) == (before.exact, before.quantities, before.text)
    assert not same.in_text


def test_a_report_on_one_claim_has_it_alone_and_no_whole_text(room: Newsroom) -> None:
    work_through(room)
    number = room.claims[3].id or 0
    report = build(room.session, Scope(kind="claim", id=number), language="de", at=later(600), public=False)
    assert [claim.id for claim in report.claims] == [number]
    assert [(article.id, article.text) for article in report.articles] == [(room.article_id, None)]


def test_a_report_on_a_tag_has_the_claims_of_all_articles_that_carry_it(room: Newsroom) -> None:
    work_through(room)
    tagged = {room.claims[index].id for index in (1, 6)}
    for number in tagged:
        review.tag(room.session, number or 0, ["Nahverkehr"], by=room.reviewer, at=room.now())
    scope = Scope(kind="tag", tag="nahverkehr")
    inside = build(room.session, scope, language="de", at=later(900), public=False)
    outside = build(room.session, scope, language="de", at=later(900), public=True)
    assert {claim.id for claim in inside.claims} == tagged
    assert {claim.id for claim in outside.claims} == {room.claims[1].id}
    assert outside.articles[0].in_work == 1


def test_a_public_report_on_days_has_what_was_published_in_them(room: Newsroom) -> None:
    work_through(room)
    everything = {claim.id for claim in _report(room, public=True).claims}
    day = later(0).date()
    assert {
        claim.id
        for claim in build(
            room.session, Scope(kind="span", since=day), language="de", at=later(900), public=True
        ).claims
    } == everything
    earlier = Scope(kind="span", until=day.replace(year=day.year - 1))
    assert build(room.session, earlier, language="de", at=later(900), public=True).claims == ()
