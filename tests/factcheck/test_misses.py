import json

import pytest
from pydantic import ValidationError
from sqlalchemy import Engine
from sqlmodel import Session

from claims import database
from claims.database import writing
from claims.errors import LogBroken, MoveImpossible, NotAllowed, NotFound
from claims.event import Event
from claims.miss import Miss, MissDraft, Wrong
from claims.store import events, misses
from claims.workflow import Role
from factcheck.ledger import verify
from factcheck.misses import miss_cases, reopen_miss, report_miss, settle_miss
from tests import making

TEXT = "Der Chor hat mindestens 40 Mitglieder. Er singt, seit zwei Dutzend Jahren, in Bochum."
NOTE = "Die zwei Dutzend fehlen."
DRAFT = MissDraft(text=TEXT, language="de", start=39, end=len(TEXT), what=Wrong.WRONG_FIGURE, note=NOTE)


def _report(session: Session, draft: MissDraft = DRAFT, who: str = "rita") -> Miss:
    reviewer = making.account(session, who, Role.REVIEWER)
    return report_miss(session, draft, by=reviewer, at=making.START)


def test_a_report_keeps_the_text_and_what_was_answered_to_it(session: Session) -> None:
    miss = misses.get(session, _report(session).id or 0)
    session.expire(miss)
    assert (miss.text, miss.words, miss.what, miss.note) == (TEXT, TEXT[39:], Wrong.WRONG_FIGURE, NOTE)
    assert [TEXT[each["start"] : each["end"]] for each in miss.answer["sentences"]] == [TEXT[:38], TEXT[39:]]
    assert miss.answer["claims"][0]["quantities"][0]["value"] == 40
    assert miss.program
    assert miss.reported_at == making.START


def test_the_log_tells_of_a_report_without_its_words(session: Session) -> None:
    miss = _report(session)
    event = session.get(Event, events.last(session))
    assert event is not None
    assert (event.action, event.body["miss"], event.body["what"]) == ("report_miss", miss.id, "wrong_figure")
    kept = json.dumps(event.model_dump(mode="json"))
    assert "Chor" not in kept
    assert "Dutzend" not in kept


def test_the_log_verifies_until_the_words_are_changed(session: Session) -> None:
    miss = _report(session)
    assert verify(session).events == 1
    miss.note = "Es fehlt nichts."
    session.add(miss)
    session.flush()
    with pytest.raises(LogBroken, match="report"):
        verify(session)


def test_the_log_still_verifies_when_the_words_were_erased(session: Session) -> None:
    miss = _report(session)
    miss.text, miss.note, miss.answer = "", "", {}
    session.add(miss)
    session.flush()
    assert verify(session).events == 1


def test_only_reviewers_report_and_only_editors_and_admins_work_off(session: Session) -> None:
    reader = making.account(session, "rosa", Role.READER)
    with pytest.raises(NotAllowed):
        report_miss(session, DRAFT, by=reader, at=making.START)
    miss = _report(session)
    with pytest.raises(NotAllowed):
        settle_miss(session, miss.id or 0, by=making.account(session, "rudi", Role.REVIEWER), at=making.START)
    for name, role in (("edda", Role.EDITOR), ("adam", Role.ADMIN)):
        who = making.account(session, name, role)
        assert settle_miss(session, miss.id or 0, by=who, at=making.later(1)).done_by == who.id
        assert reopen_miss(session, miss.id or 0, by=who, at=making.later(2)).done_by is None
    actions = [event.action for event in events.since(session, 0)]
    assert actions == ["report_miss", "settle_miss", "reopen_miss", "settle_miss", "reopen_miss"]


def test_a_report_is_done_once(session: Session) -> None:
    editor = making.account(session, "edda", Role.EDITOR)
    miss = _report(session)
    with pytest.raises(MoveImpossible, match="still open"):
        reopen_miss(session, miss.id or 0, by=editor, at=making.START)
    settle_miss(session, miss.id or 0, by=editor, at=making.START)
    with pytest.raises(MoveImpossible, match="done already"):
        settle_miss(session, miss.id or 0, by=editor, at=making.START)
    with pytest.raises(NotFound):
        settle_miss(session, 9, by=editor, at=making.START)


def test_pages_begin_with_the_newest_and_neither_skip_nor_repeat(session: Session) -> None:
    made = [_report(session, who=f"rita{number}").id for number in range(5)]
    editor = making.account(session, "edda", Role.EDITOR)
    settle_miss(session, made[1] or 0, by=editor, at=making.START)
    first = misses.page(session, limit=2)
    second = misses.page(session, first[-1].id, 2)
    assert [miss.id for miss in (*first, *second)] == made[:0:-1]
    assert [miss.id for miss in misses.page(session, done=True)] == [made[1]]
    assert [miss.id for miss in misses.page(session, done=False)] == [made[4], made[3], made[2], made[0]]
    assert (misses.count(session, done=True), misses.count(session, done=False)) == (1, 4)
    assert [miss.id for miss in misses.walk(session)] == made[::-1]


def test_a_report_can_become_a_test_case(session: Session) -> None:
    _report(session)
    [case] = miss_cases(session)
    line = json.loads(case.model_dump_json())
    assert line["sentence"] == {"start": 39, "end": len(TEXT), "exact": TEXT[39:]}
    assert (line["text"], line["language"], line["what"], line["note"]) == (TEXT, "de", "wrong_figure", NOTE)
    assert line["answer"]["sentences"][0]["slots"]["quantities"][0]["comparator"] == "ge"
    assert "rita" not in case.model_dump_json()


def test_a_report_on_the_whole_text_has_no_sentence(session: Session) -> None:
    draft = MissDraft(text=TEXT, language="de", what=Wrong.CLAIM_MISSING)
    assert _report(session, draft).words == TEXT
    assert next(miss_cases(session)).sentence is None


@pytest.mark.parametrize(
    "fields",
    [
        {"what": "something_else", "note": "  "},
        {"what": "wrong_words", "start": 3},
        {"what": "wrong_words", "start": 3, "end": 3},
        {"what": "wrong_words", "start": 3, "end": 900},
        {"what": "no_idea"},
        {"what": "wrong_words", "published": "2026-02-30"},
    ],
)
def test_a_report_that_makes_no_sense_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        MissDraft.model_validate({"text": TEXT, "language": "de", **fields})


def test_a_desk_without_reports_keeps_what_it_holds(engine: Engine) -> None:
    with writing(engine) as session:
        _report(session)
    database.downgrade(engine, "0002")
    database.upgrade(engine)
    assert database.is_current(engine)
    with writing(engine) as session:
        assert list(misses.walk(session)) == []
        assert [event.action for event in events.walk(session)] == ["report_miss"]
        editor = making.account(session, "edda", Role.EDITOR)
        assert report_miss(session, DRAFT, by=editor, at=making.later(1)).id == 1
