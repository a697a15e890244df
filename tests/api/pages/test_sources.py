import hashlib
from pathlib import Path

import pytest
from lxml import html
from sqlmodel import select

from claims.source import Snapshot, Source
from tests.api.pages.office import REGISTER, Office, open_office


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Office:
    opened = open_office(home, _sqlite_desk)
    opened.bring_to("in_check")
    return opened


def only(office: Office, kind: type[Source] | type[Snapshot]) -> int:
    with office.desk() as session:
        return session.exec(select(kind)).one().id or 0


def test_sources_are_listed_with_a_way_to_each(office: Office) -> None:
    office.cite(publisher="Stadt Bochum", issued="2026-11", url="https://register.example/17")
    page = office.look("rita", "/sources")
    assert "Vereinsregister" in page
    assert "November 2026" in page
    source = office.look("rita", f"/sources/{only(office, Source)}")
    assert 'href="https://register.example/17"' in source
    assert "vierzehn Mitglieder" in source
    assert "1 quote" in source


def test_a_desk_without_sources_says_where_they_come_from(office: Office) -> None:
    assert "There are no sources yet." in office.look("rita", "/sources")


def test_a_long_list_has_a_next_page(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.pages.sources.PAGE", 2)
    for number in range(3):
        office.cite(title=f"Quelle {number}")
    first = html.fromstring(office.look("rita", "/sources"))
    assert len(first.xpath("//a[@class='catalogue-title']")) == 2
    [onward] = first.xpath("//a[@rel='next']/@href")
    last = html.fromstring(office.look("rita", onward))
    assert [link.text for link in last.xpath("//a[@class='catalogue-title']")] == ["Quelle 0"]


@pytest.mark.parametrize("before", ["9" * 30, "-1", "soon"])
def test_a_place_in_the_list_that_is_none_breaks_nothing(office: Office, before: str) -> None:
    office.look("ida", f"/sources?before={before}")


def test_a_snapshot_shows_its_text_with_the_quotes_marked(office: Office) -> None:
    office.cite()
    office.cite(snapshot=str(only(office, Snapshot)), quote="Verein vierzehn", stance="context")
    page = html.fromstring(office.look("rita", f"/snapshots/{only(office, Snapshot)}"))
    [text] = page.xpath("//div[contains(@class, 'snapshot-text')]")
    assert text.text_content().strip() == REGISTER
    assert [link.text for link in text.xpath(".//a")] == ["Verein ", "vierzehn", " Mitglieder"]
    assert hashlib.sha256(REGISTER.encode()).hexdigest() in page.text_content()


def test_the_bytes_are_handed_out_as_a_file_that_no_browser_runs(office: Office) -> None:
    office.cite()
    answer = office.client("rita").get(f"/snapshots/{only(office, Snapshot)}/original")
    assert answer.data == REGISTER.encode()
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
    assert answer.mimetype == "application/octet-stream"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_confidential_sources_are_for_those_who_check(office: Office) -> None:
    office.cite(title="Geheimes Papier", confidential="yes")
    source, snapshot = only(office, Source), only(office, Snapshot)
    paths = [f"/sources/{source}", f"/snapshots/{snapshot}", f"/snapshots/{snapshot}/original"]
    for who in ("rita", "adam"):
        assert "Geheimes Papier" not in office.look(who, "/sources")
        assert [office.client(who).get(path).status_code for path in paths] == [404, 404, 404]
    assert "Geheimes Papier" in office.look("ida", "/sources")
    assert [office.client("edgar").get(path).status_code for path in paths] == [200, 200, 200]


@pytest.mark.parametrize(
    "path", ["/sources/9", "/snapshots/9", "/snapshots/9/original", "/sources/9999999999"]
)
def test_what_is_not_there_is_not_found(office: Office, path: str) -> None:
    assert office.client("ida").get(path).status_code == 404
