"""Working together on a claim's page: assignment, tags, notes, and who is looking."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from lxml import html

from claims.assignment import Priority
from claims.presence import LASTS
from claims.store import accounts, events, notes, presences, tags
from tests.api.pages.looking import parts, words
from tests.api.pages.office import Office, alerts, open_office, told


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Office:
    return open_office(home, _sqlite_desk)


def _number(office: Office, who: str) -> str:
    with office.desk() as session:
        return str(accounts.named(session, who).id)


def _assign(office: Office, to: str, who: str = "edgar", **typed: str) -> str:
    day = (datetime.now(UTC) + timedelta(days=3)).date().isoformat()
    fields = {
        "assignee": _number(office, to),
        "due_day": day,
        "priority": "high",
        "message": "Bitte bald.",
    }
    return office.press(who, "assign", **{**fields, **typed})


def _threads(page: str) -> list[str]:
    return [words(parts(found, "remark-words")[0]) for found in parts(page, "thread")]


def test_who_is_asked_finds_the_claim_in_her_queue_with_the_message(office: Office) -> None:
    office.bring_to("open")
    page = _assign(office, "ida")
    assert "Ida has this claim now." in told(page)
    step = words(parts(office.look("ida"), "step")[0])
    assert "Bitte bald." in step
    assert "Edgar to Ida" in step
    assert "priority high" in step
    mine = office.look("ida", "/queue?view=mine")
    assert [link.get("id") for link in parts(mine, "list-claim")] == [f"claim-{office.claim_id}"]


def test_a_deadline_is_typed_and_shown_as_the_desk_s_clocks_have_it(office: Office) -> None:
    day = (datetime.now(UTC) + timedelta(days=3)).date().isoformat()
    _assign(office, "ida", due_day=day, due_time="18:30")
    page = html.fromstring(office.look("edgar"))
    [form] = [form for form in page.forms if (form.action or "").endswith("/assign")]
    kept = dict(form.form_values())
    assert (kept["due_day"], kept["due_time"], kept["priority"]) == (day, "18:30", "high")
    zone, due = office.app.extensions["factcheck.settings"].time_zone, office.claim.due
    assert due is not None
    assert due.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M") == f"{day} 18:30"


def test_a_day_alone_is_the_end_of_that_day(office: Office) -> None:
    _assign(office, "ida")
    page = html.fromstring(office.look("edgar"))
    assert page.xpath("//input[@id='assign-due_time']/@value") == ["23:59"]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"due_day": "bald"}, "Write the deadline as a day"),
        ({"due_day": "", "due_time": "18:00"}, "Write the deadline as a day"),
        ({"due_day": "2001-01-01"}, "has passed already"),
        ({"priority": "brennend"}, "incomplete"),
        ({"assignee": "x"}, "incomplete"),
        ({"assignee": "4711"}, "no account number 4711"),
        ({"assignee": "", "message": "Wer mag?"}, "needs somebody who reads it"),
    ],
)
def test_what_cannot_be_assigned_comes_back_as_it_was_typed(
    office: Office, typed: dict[str, str], why: str
) -> None:
    fields = {"assignee": _number(office, "ida"), "message": "Bitte bald.", **typed}
    answer = office.send("edgar", "assign", **fields)
    assert answer.status_code in (409, 422)
    assert why in alerts(answer.text)
    assert fields["message"] in answer.text
    assert office.claim.assignee_id is None


def test_a_stale_assignment_keeps_the_message_and_says_what_changed(office: Office) -> None:
    form = office.form("edgar", "assign")
    office.press("ida", "accept")
    sent = {**form, "assignee": _number(office, "ida"), "message": "Schaust du drauf?"}
    answer = office.post("edgar", "assign", sent)
    assert answer.status_code == 412
    assert "Accepted by Ida" in alerts(answer.text)
    assert "Schaust du drauf?" in answer.text
    again = {**office.form("edgar", "assign", answer.text)}
    assert (again["message"].strip(), again["assignee"]) == (sent["message"], sent["assignee"])
    assert office.post("edgar", "assign", again).status_code == 302


def test_the_priority_is_one_that_the_desk_has(office: Office) -> None:
    _assign(office, "ida", priority="low")
    assert office.claim.priority is Priority.LOW


def test_tags_are_put_on_by_commas_and_taken_off_one_by_one(office: Office) -> None:
    page = office.press("ida", "tag", tags="Vereinsleben, #Haushalt 2027,")
    assert [words(tag) for tag in parts(page, "tag")] == ["Haushalt 2027", "Vereinsleben"]
    page = office.press("ida", "untag")
    assert [words(tag) for tag in parts(page, "tag")] == ["Vereinsleben"]
    assert "The tag is off." in told(page)


def test_taking_a_tag_off_can_be_undone(office: Office) -> None:
    office.press("ida", "tag", tags="Wahl")
    page = html.fromstring(office.press("ida", "untag"))
    [undo] = [form for form in page.forms if form.getparent().get("role") == "status"]
    assert office.client("ida").post(undo.action, data=dict(undo.form_values())).status_code == 302
    with office.desk() as session:
        assert tags.of_claim(session, office.claim_id) == ["Wahl"]


@pytest.mark.parametrize("typed", ["", " , ", "…", "x" * 60])
def test_what_is_no_tag_comes_back(office: Office, typed: str) -> None:
    answer = office.send("ida", "tag", tags=typed)
    assert answer.status_code == 422
    assert alerts(answer.text)
    assert office.claim.version == 1


def test_a_note_is_answered_and_resolved_and_opened_again(office: Office) -> None:
    page = office.press("ida", "note", remark="Ist das die Zahl von 2025?")
    assert _threads(page) == ["Ist das die Zahl von 2025?"]
    page = office.press("edgar", "answer", remark="Ja.\r\nStand Mai.")
    [answer] = parts(page, "thread-answer")
    assert words(answer).startswith("Ja. Stand Mai. Edgar")
    page = office.press("ida", "resolve")
    assert "1 resolved" in page
    assert "resolved by Ida" in page
    assert "answer" not in {
        form.action.rpartition("/")[2] for form in html.fromstring(page).forms if form.action
    }
    page = office.press("edgar", "reopen")
    assert "1 resolved" not in page
    with office.desk() as session:
        assert [note.text for note in notes.of_claim(session, office.claim_id)] == [
            "Ist das die Zahl von 2025?",
            "Ja.\nStand Mai.",
        ]


def test_an_answer_to_what_was_resolved_meanwhile_is_kept_on_the_page(office: Office) -> None:
    office.press("ida", "note", remark="Ist das die Zahl von 2025?")
    form = office.form("edgar", "answer")
    office.press("ida", "resolve")
    answer = office.client("edgar").post(
        f"{office.path}/notes/1/answer", data={**form, "remark": "Nein, von 2024."}
    )
    assert answer.status_code == 412
    assert "Note resolved by Ida" in alerts(answer.text)
    assert "Nein, von 2024." in words(parts(answer.text, "kept")[0])


def test_readers_and_administrators_see_tags_and_nothing_of_what_is_said(office: Office) -> None:
    office.bring_to("open")
    office.press("ida", "tag", tags="Vereinsleben")
    office.press("ida", "note", remark="Sie klang unsicher.")
    _assign(office, "ida")
    for who in ("rita", "adam"):
        page = office.look(who)
        assert [words(tag) for tag in parts(page, "tag")] == ["Vereinsleben"]
        assert "unsicher" not in page
        assert "Bitte bald" not in page
        assert "Note written by Ida" in page
        assert office.offers(who) == set()


def test_each_form_is_for_those_who_check(office: Office) -> None:
    token = office.form("rita", "logout")["csrf_token"]
    for path in ("assign", "tag", "untag", "note", "notes/1/answer", "notes/1/resolve", "notes/1/reopen"):
        sent = {"csrf_token": token, "version": "1"}
        assert office.post("rita", path, sent).status_code == 403
        assert office.post("ida", path, {"version": "1"}).status_code == 400
    with office.desk() as session:
        assert len(events.of_claim(session, office.claim_id)) == 1


def test_two_who_look_at_once_see_each_other(office: Office) -> None:
    assert "is looking" not in office.look("ida")
    assert words(parts(office.look("edgar"), "looking")[0]) == "Ida is looking at this."
    assert words(parts(office.look("emma"), "looking")[0]) == "Edgar and Ida are looking at this."
    assert "is looking" not in office.look("rita")
    assert office.claim.version == 1


def test_who_has_left_is_looking_no_more(office: Office) -> None:
    office.look("ida")
    with office.desk() as session:
        ida = accounts.named(session, "ida")
        seen = presences.last_seen(session, office.claim_id, ida.id or 0)
        assert seen is not None
        assert presences.others(session, office.claim_id, 0, seen + LASTS - timedelta(seconds=1)) == [ida.id]
        assert presences.others(session, office.claim_id, 0, seen + LASTS) == []


def test_a_page_that_stays_open_goes_on_telling(office: Office) -> None:
    office.look("edgar")
    page = html.fromstring(office.look("ida"))
    [line] = page.xpath("//*[@data-presence]")
    answer = office.client("ida").post(
        line.get("data-presence"), headers={"X-CSRFToken": line.get("data-token")}
    )
    assert (answer.status_code, answer.text) == (200, "Edgar is looking at this.")
    assert office.client("ida").post(line.get("data-presence")).status_code == 400
    assert office.client("ida").post("/claims/4711/presence").status_code == 400


def test_an_open_page_keeps_no_log_in_from_ending(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    page = html.fromstring(office.look("ida"))
    [line] = page.xpath("//*[@data-presence]")
    token = {"X-CSRFToken": line.get("data-token")}
    start, idle = (
        datetime.now(UTC),
        timedelta(minutes=office.app.extensions["factcheck.settings"].session_idle_minutes),
    )
    for share in (0.6, 1.2):
        monkeypatch.setattr("api.auth.now", lambda share=share: start + share * idle)
        answer = office.client("ida").post(line.get("data-presence"), headers=token)
    assert (answer.status_code, "/login" in answer.location) == (302, True)


def test_a_page_does_not_wait_to_say_that_somebody_looks(office: Office) -> None:
    office.client("ida")
    with office.desk() as session:
        accounts.named(session, "ida").display_name = "Ida B."
        session.flush()  # somebody writes just now
        begun = datetime.now(UTC)
        assert office.client("ida").get(office.path).status_code == 200
        assert datetime.now(UTC) - begun < timedelta(seconds=5)
        assert presences.others(session, office.claim_id, 0, begun) == []


def test_why_a_verdict_was_challenged_stands_beside_the_next_step(office: Office) -> None:
    office.bring_to("challenged")
    [message] = parts(parts(office.look("edgar"), "step")[0], "message")
    assert words(message).startswith("Das Register ist alt. Rita challenged it,")
    assert parts(parts(office.look("rita"), "step")[0], "message") == []
    office.press("edgar", "confirm", reason="Das Register ist von gestern.")
    assert parts(parts(office.look("edgar"), "step")[0], "message") == []
