import json
from pathlib import Path

import pytest
from lxml import html

from claims.database import writing
from claims.miss import MissDraft, Wrong
from claims.store import accounts
from factcheck.misses import report_miss
from tests import making
from tests.api.pages.looking import parts, words
from tests.api.pages.office import Office, open_office, told

TEXT = "Der Chor zählt mindestens 40 Mitglieder. Kommen am Montag wirklich alle?"
QUESTION = TEXT.partition(". ")[2]


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Office:
    return open_office(home, _sqlite_desk)


def add(office: Office, number: int = 1, text: str = TEXT) -> None:
    with writing(office.engine) as session:
        by = accounts.named(session, "ida")
        for at in range(number):
            draft = MissDraft(
                text=text,
                language="de",
                start=text.index(QUESTION),
                end=text.index(QUESTION) + len(QUESTION),
                what=Wrong.CLAIM_MISSING,
                note=f"Notiz {at + 1}",
            )
            report_miss(session, draft, by=by, at=making.later(at))


def press(office: Office, who: str, miss_id: int, action: str, path: str = "/explain/misses") -> str:
    form = office.form(who, f"{miss_id}/{action}", office.look(who, path))
    answer = office.client(who).post(f"/explain/misses/{miss_id}/{action}", data=form)
    assert answer.status_code == 302
    return office.look(who, answer.location)


def listed(page: str) -> list[str]:
    return [words(found) for found in parts(page, "miss")]


def test_a_report_shows_who_said_what_of_which_words_and_what_was_found(office: Office) -> None:
    add(office)
    [miss] = listed(office.look("edgar", "/explain/misses"))
    for shown in (QUESTION, "No claim was found.", "a claim is missing", "Notiz 1", "Ida", "version"):
        assert shown in miss


def test_the_newest_comes_first_and_a_long_list_has_pages(office: Office) -> None:
    add(office, 31)
    page = office.look("edgar", "/explain/misses")
    assert "Notiz 31" in listed(page)[0]
    assert len(listed(page)) == 30
    [following] = html.fromstring(page).xpath("//a[@rel='next']/@href")
    assert ["Notiz 1" in miss for miss in listed(office.look("edgar", following))] == [True]


def test_a_report_is_worked_off_and_opened_again(office: Office) -> None:
    add(office, 2)
    page = press(office, "edgar", 1, "done")
    assert "Report 1 is done." in told(page)
    assert len(listed(page)) == 1
    assert office.form("edgar", "1/reopen", page)
    [done] = listed(office.look("edgar", "/explain/misses?done=1"))
    assert "done by Edgar" in done
    assert "open again" in told(press(office, "edgar", 1, "reopen", "/explain/misses?done=1"))
    assert len(listed(office.look("edgar", "/explain/misses"))) == 2


def test_whoever_comes_second_is_told(office: Office) -> None:
    add(office)
    form = office.form("edgar", "1/done", office.look("edgar", "/explain/misses"))
    for _ in range(2):
        answer = office.client("edgar").post("/explain/misses/1/done", data=form)
    assert "done already" in told(office.look("edgar", answer.location))


def test_all_reports_can_be_taken_away_as_json_lines(office: Office) -> None:
    add(office, 2)
    answer = office.client("edgar").get("/explain/misses.jsonl")
    assert answer.mimetype == "application/jsonl"
    assert 'filename="misses.jsonl"' in answer.headers["Content-Disposition"]
    newest, _ = [json.loads(line) for line in answer.text.splitlines()]
    assert newest["sentence"]["exact"] == QUESTION
    assert (newest["what"], newest["note"]) == ("claim_missing", "Notiz 2")
    assert newest["answer"]["sentences"][1]["claims"] == []


def test_editors_and_admins_see_the_reports_and_nobody_else(office: Office) -> None:
    add(office)
    for path in ("/explain/misses", "/explain/misses.jsonl"):
        assert {
            who: office.client(who).get(path).status_code for who in ("rita", "ida", "edgar", "adam")
        } == {
            "rita": 403,
            "ida": 403,
            "edgar": 200,
            "adam": 200,
        }
    assert "/explain/misses" not in office.look("ida", "/explain")
    assert "/explain/misses" in office.look("adam", "/explain")


def test_what_is_found_today_is_one_step_away(office: Office) -> None:
    add(office)
    [link] = html.fromstring(office.look("edgar", "/explain/misses")).xpath(
        "//*[@class='miss']//a/@href"
    ) or [""]
    [row] = parts(office.look("edgar", link), "explained-about")
    assert words(parts(row, "explained-text")[0]) == QUESTION


def test_a_text_too_long_for_an_address_is_asked_again_by_a_form(office: Office) -> None:
    add(office, text="Der Chor singt. " * 200 + TEXT)
    form = office.form("edgar", "explain", office.look("edgar", "/explain/misses"))
    answer = office.client("edgar").post("/explain", data=form)
    [row] = parts(answer.text, "explained-about")
    assert words(parts(row, "explained-text")[0]) == QUESTION


def test_an_empty_list_says_where_reports_come_from(office: Office) -> None:
    assert "Nothing waits here." in office.look("edgar", "/explain/misses")
    assert "Nothing is done yet." in office.look("edgar", "/explain/misses?done=1")
