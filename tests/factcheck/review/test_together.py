"""Working together on a claim: assigning, tagging, notes in threads. Each is one event, for one version."""

from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from claims.assignment import AssignmentDraft, Priority
from claims.errors import InvalidInput, LogBroken, MoveImpossible, NotAllowed, NotFound, StaleVersion
from claims.event import Event
from claims.note import NoteDraft
from claims.reason import Language
from claims.store import accounts, events, notes, tags
from claims.workflow import Action, State
from factcheck import ledger, review
from factcheck.history import sentence
from tests import making
from tests.factcheck.review.conftest import SUPPORTED, Desk

_SOON = making.START + timedelta(hours=5)


def _assign(
    desk: Desk, to: str | None, who: str = "editor", *, expect: int | None = None, **more: Any
) -> None:
    draft = AssignmentDraft(assignee_id=desk.people[to].id if to else None, **more)
    review.assign(
        desk.session,
        desk.claim_id,
        draft,
        by=desk.people[who],
        at=making.later(desk.claim.version),
        expect=expect,
    )


def _write(desk: Desk, text: str, who: str = "reviewer", thread: int | None = None) -> int:
    draft = NoteDraft(text=text, thread_id=thread)
    note = review.write_note(desk.session, desk.claim_id, draft, by=desk.people[who], at=making.START)
    return note.id or 0


def _settle(desk: Desk, thread: int, done: bool = True, who: str = "colleague") -> None:
    act = review.resolve_thread if done else review.reopen_thread
    act(desk.session, desk.claim_id, thread, by=desk.people[who], at=making.START)


def _tag(desk: Desk, *typed: str, who: str = "reviewer") -> None:
    review.tag(desk.session, desk.claim_id, typed, by=desk.people[who], at=making.START)


def _events(desk: Desk) -> list[Event]:
    return events.of_claim(desk.session, desk.claim_id)


def _sentence(desk: Desk, language: Language) -> str:
    names = accounts.names(desk.session)
    return sentence(_events(desk)[-1], names, language, "Europe/Berlin")


def test_an_assignment_stands_with_one_event_and_the_message_outside_its_hash(desk: Desk) -> None:
    version = desk.claim.version
    _assign(desk, "colleague", due=_SOON, priority=Priority.HIGH, message="Bitte vor der Konferenz.")
    claim = desk.reread()
    assert (claim.assignee_id, claim.due, claim.priority) == (
        desk.people["colleague"].id,
        _SOON,
        Priority.HIGH,
    )
    assert claim.version == version + 1
    [event] = _events(desk)
    assert (event.action, event.body["version"], event.note) == (
        "assign",
        claim.version,
        "Bitte vor der Konferenz.",
    )
    assert "Konferenz" not in str(event.body)
    assert event.body["before"] == {"assignee_id": None, "due": None, "priority": "normal"}


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("de", "colleague zugewiesen von editor, fällig am 24. Nov. 2026, 15:00, Dringlichkeit hoch, "),
        ("en", "Assigned to colleague by editor, due 24 Nov 2026, 15:00, priority high, "),
    ],
)
def test_the_history_tells_who_was_asked_until_when(desk: Desk, language: Language, told: str) -> None:
    _assign(desk, "colleague", due=_SOON, priority=Priority.HIGH, message="Bitte!")
    assert _sentence(desk, language).startswith(told)
    assert _sentence(desk, language).endswith("„Bitte!“" if language == "de" else "“Bitte!”")


def test_the_history_tells_what_was_changed_and_nothing_else(desk: Desk) -> None:
    _assign(desk, "colleague", due=_SOON)
    _assign(desk, "colleague", due=_SOON, priority=Priority.LOW)
    assert _sentence(desk, "en").startswith("Planned anew by editor, priority low, ")
    _assign(desk, "colleague", due=_SOON, priority=Priority.LOW, message="Noch da?")
    assert _sentence(desk, "en").startswith("Message to colleague by editor, ")
    _assign(desk, None)
    assert _sentence(desk, "de").startswith(
        "Zuweisung aufgehoben von editor, ohne Frist, Dringlichkeit normal, "
    )


@pytest.mark.parametrize("who", ["reader", "admin", "cli"])
def test_who_does_not_check_neither_assigns_nor_is_assigned(desk: Desk, who: str) -> None:
    with pytest.raises(NotAllowed):
        _assign(desk, "colleague", who=who)
    with pytest.raises(InvalidInput, match="cannot check claims"):
        _assign(desk, who)


def test_an_assignment_that_changes_nothing_is_refused(desk: Desk) -> None:
    _assign(desk, "colleague")
    with pytest.raises(InvalidInput, match="Nothing would change"):
        _assign(desk, "colleague")


def test_a_deadline_that_has_passed_is_refused_unless_it_stands_already(desk: Desk) -> None:
    with pytest.raises(InvalidInput, match="has passed"):
        _assign(desk, "colleague", due=making.START)
    _assign(desk, "colleague", due=making.later(2))
    draft = AssignmentDraft(assignee_id=desk.people["reviewer"].id, due=making.later(2))
    review.assign(desk.session, desk.claim_id, draft, by=desk.people["editor"], at=making.later(60))
    assert desk.reread().assignee_id == desk.people["reviewer"].id


def test_a_message_needs_a_reader(desk: Desk) -> None:
    with pytest.raises(InvalidInput, match="somebody who reads it"):
        _assign(desk, None, message="Wer hat Zeit?")


def test_what_somebody_is_checking_is_not_left_to_nobody(desk: Desk) -> None:
    desk.bring_to(State.IN_CHECK)
    with pytest.raises(MoveImpossible, match="release it"):
        _assign(desk, None)
    _assign(desk, "colleague")
    assert desk.reread().state is State.IN_CHECK


def test_what_is_done_with_is_assigned_to_nobody(desk: Desk) -> None:
    desk.bring_to(State.PUBLISHED)
    with pytest.raises(MoveImpossible, match="waits for nobody"):
        _assign(desk, "colleague")


def test_what_was_assigned_for_approval_goes_back_to_who_submitted(desk: Desk) -> None:
    desk.bring_to(State.SUBMITTED)
    _assign(desk, "chief", message="Gibst du frei?")
    desk.move("chief", Action.SEND_BACK, reason="Die Quelle ist alt.")
    assert desk.reread().assignee_id == desk.people["reviewer"].id


def test_a_deadline_ends_with_the_work(desk: Desk) -> None:
    desk.bring_to(State.IN_CHECK)
    _assign(desk, "reviewer", due=making.later(600))
    desk.move("reviewer", Action.SUBMIT, decision=SUPPORTED)
    assert desk.reread().due is not None
    desk.move("editor", Action.APPROVE)
    desk.move("editor", Action.PUBLISH)
    assert desk.reread().due is None


def test_tags_are_put_on_and_taken_off_in_any_spelling(desk: Desk) -> None:
    _tag(desk, "#Kommunalwahl", " Haushalt  2027 ")
    assert tags.of_claim(desk.session, desk.claim_id) == ["Haushalt 2027", "Kommunalwahl"]
    assert _sentence(desk, "en").startswith("Tagged “Kommunalwahl”, “Haushalt 2027” by reviewer, ")
    review.untag(desk.session, desk.claim_id, "KOMMUNALWAHL", by=desk.people["colleague"], at=making.START)
    assert tags.of_claim(desk.session, desk.claim_id) == ["Haushalt 2027"]
    assert _sentence(desk, "de").startswith("Schlagwort „Kommunalwahl“ abgenommen von colleague, ")
    assert [event.action for event in _events(desk)] == ["tag", "untag"]


def test_a_tag_that_is_there_already_changes_nothing(desk: Desk) -> None:
    _tag(desk, "Wahl")
    version = desk.reread().version
    _tag(desk, "WAHL")
    assert (desk.reread().version, len(_events(desk))) == (version, 1)


def test_setting_tags_is_one_event_for_what_came_and_what_went(desk: Desk) -> None:
    _tag(desk, "Wahl", "Haushalt")
    review.set_tags(
        desk.session, desk.claim_id, ["haushalt", "Verkehr"], by=desk.people["editor"], at=making.START
    )
    assert tags.of_claim(desk.session, desk.claim_id) == ["Haushalt", "Verkehr"]
    assert _events(desk)[-1].body["added"] == ["Verkehr"]
    assert _events(desk)[-1].body["removed"] == ["Wahl"]


def test_a_claim_has_only_so_many_tags(desk: Desk) -> None:
    _tag(desk, *(f"Thema {number}" for number in range(20)))
    with pytest.raises(InvalidInput, match="at most 20"):
        _tag(desk, "eines mehr")


def test_a_tag_that_is_not_there_cannot_be_taken_off(desk: Desk) -> None:
    with pytest.raises(NotFound):
        review.untag(desk.session, desk.claim_id, "Wahl", by=desk.people["reviewer"], at=making.START)


def test_a_thread_is_answered_resolved_and_opened_again(desk: Desk) -> None:
    thread = _write(desk, "Ist die Zahl von 2025?")
    _write(desk, "Ja, Stand Mai.", "editor", thread)
    _settle(desk, thread)
    found = notes.thread(desk.session, desk.claim_id, thread)
    assert (found.resolved_by, found.is_resolved) == (desk.people["colleague"].id, True)
    with pytest.raises(MoveImpossible, match="open it again"):
        _write(desk, "Doch nicht.", thread=thread)
    with pytest.raises(MoveImpossible, match="resolved already"):
        _settle(desk, thread)
    _settle(desk, thread, done=False)
    _write(desk, "Doch nicht.", thread=thread)
    assert [event.action for event in _events(desk)] == [
        "note",
        "note_reply",
        "note_resolve",
        "note_reopen",
        "note_reply",
    ]
    assert [note.thread_id for note in notes.of_claim(desk.session, desk.claim_id)] == [None, thread, thread]


def test_an_answer_belongs_to_a_thread_of_its_own_claim(desk: Desk) -> None:
    thread = _write(desk, "Ist die Zahl von 2025?")
    answer = _write(desk, "Ja.", thread=thread)
    other = making.proposal(
        desk.session, making.article(desk.session, desk.people["reviewer"], "Ein Text. " * 9)
    )
    for claim_id, number in ((desk.claim_id, answer), (desk.claim_id, 4711), (other.id or 0, thread)):
        with pytest.raises(NotFound):
            review.write_note(
                desk.session,
                claim_id,
                NoteDraft(text="Wo?", thread_id=number),
                by=desk.people["reviewer"],
                at=making.START,
            )


def test_a_note_can_be_erased_but_not_changed(desk: Desk) -> None:
    first, second = _write(desk, "Sie war am Telefon unwirsch."), _write(desk, "Später noch einmal.")
    assert "unwirsch" not in str([(event.body, event.note) for event in _events(desk)])
    notes.of_claim(desk.session, desk.claim_id)[0].text = ""
    desk.session.flush()
    assert ledger.verify(desk.session).events == 2
    assert first < second
    desk.session.connection().execute(
        sa.text("UPDATE note SET text = 'Anders.' WHERE id = :id"), {"id": second}
    )
    desk.session.expire_all()
    with pytest.raises(LogBroken, match="note of event 2"):
        ledger.verify(desk.session)


@pytest.mark.parametrize("who", ["reader", "admin", "cli"])
def test_tags_and_notes_take_a_reviewer(desk: Desk, who: str) -> None:
    thread = _write(desk, "Ist die Zahl von 2025?")
    for act in (
        lambda: _tag(desk, "Wahl", who=who),
        lambda: _write(desk, "Ja.", who, thread),
        lambda: _settle(desk, thread, who=who),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_whoever_saw_an_older_version_changes_nothing(desk: Desk) -> None:
    seen = desk.claim.version
    desk.move("reviewer", Action.ACCEPT)
    more: dict[str, Any] = {"by": desk.people["editor"], "at": making.START, "expect": seen}
    with pytest.raises(StaleVersion):
        _assign(desk, "colleague", expect=seen)
    with pytest.raises(StaleVersion):
        review.tag(desk.session, desk.claim_id, ["Wahl"], **more)
    with pytest.raises(StaleVersion):
        review.write_note(desk.session, desk.claim_id, NoteDraft(text="Nein."), **more)
    assert len(_events(desk)) == 1
