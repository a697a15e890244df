from pathlib import Path

import pytest
from lxml import html

from tests.api.pages.looking import parts, words
from tests.api.pages.office import Office, open_office, told


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Office:
    return open_office(home, _sqlite_desk)


def _count(page: str) -> str:
    found = parts(page, "masthead-count")
    return words(found[0]).split()[0] if found else ""


def _assign(office: Office, message: str = "Bitte bis morgen.") -> None:
    office.press("edgar", "assign", assignee="2", message=message)


def test_an_empty_inbox_says_what_will_come(office: Office) -> None:
    page = office.look("ida", "/inbox")
    assert "Nothing has come in yet." in page
    assert "when a claim is assigned to you" in page
    assert _count(page) == ""


def test_what_happened_is_told_with_the_claim_and_what_was_said_and_counted_on_each_page(
    office: Office,
) -> None:
    office.press("ida", "accept")
    _assign(office)
    page = office.look("ida", "/inbox")
    [notice] = [words(found) for found in parts(page, "notice")]
    for shown in ("Assigned", office.claim.text, "Edgar assigned claim 1 to you.", "Bitte bis morgen."):
        assert shown in notice
    assert [_count(office.look(who, "/queue")) for who in ("ida", "edgar")] == ["1", ""]


def test_following_a_notice_leads_to_its_claim_and_marks_it_as_read(office: Office) -> None:
    office.press("ida", "accept")
    _assign(office)
    [link] = html.fromstring(office.look("ida", "/inbox")).xpath("//a[@data-step]/@href")
    assert office.client("ida").get(link).location == office.path
    page = office.look("ida", "/inbox")
    assert (_count(page), len(parts(page, "notice")), len(parts(page, "notice-new"))) == ("", 1, 0)


def test_nobody_opens_or_marks_what_another_was_told(office: Office) -> None:
    office.press("ida", "accept")
    _assign(office)
    assert office.client("rita").get("/inbox/1").status_code == 404
    form = office.form("rita", "language", office.look("rita", "/queue"))
    for marked in ({"notice": "1"}, {"until": "99"}):
        office.client("rita").post("/inbox/read", data={**form, **marked})
    assert _count(office.look("ida", "/queue")) == "1"


def test_marking_all_leaves_out_what_came_in_after_the_page_was_made(office: Office) -> None:
    office.press("ida", "accept")
    _assign(office)
    page = html.fromstring(office.look("ida", "/inbox"))
    [form] = [form for form in page.forms if "until" in form.fields]
    _assign(office, "Noch etwas.")
    answer = office.client("ida").post(form.action, data=dict(form.form_values()))
    after = office.look("ida", answer.location)
    assert told(after) == "Marked as read."
    [left] = parts(after, "notice-new")
    assert "Noch etwas." in words(left)


def test_one_notice_is_marked_by_itself(office: Office) -> None:
    office.press("ida", "accept")
    _assign(office)
    _assign(office, "Noch etwas.")
    page = html.fromstring(office.look("ida", "/inbox"))
    form = next(form for form in page.forms if "notice" in form.fields)
    office.client("ida").post(form.action, data=dict(form.form_values()))
    after = office.look("ida", "/inbox")
    assert (_count(after), len(parts(after, "notice-new")), len(parts(after, "notice"))) == ("1", 1, 2)


def test_the_inbox_speaks_its_reader_s_language(office: Office) -> None:
    office.bring_to("published")
    office.press("rita", "challenge", reason="Das Register ist alt.")
    office.client("ida").post(
        "/language", data={**office.form("ida", "language", office.look("ida", "/queue")), "language": "de"}
    )
    [notice] = [words(found) for found in parts(office.look("ida", "/inbox"), "notice")]
    assert "Das Urteil zu Behauptung 1 wurde angefochten von Rita." in notice
    assert "Das Register ist alt." in notice
