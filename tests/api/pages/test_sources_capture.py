"""Sources come in on their own page by address or file, are captured again, corrected, and handed out."""

from io import BytesIO
from pathlib import Path

import pytest
from lxml import html
from sqlmodel import col, select
from warcio.archiveiterator import ArchiveIterator
from werkzeug.test import TestResponse

from claims.attempt import Attempt, Outcome
from claims.event import Event
from claims.source import Snapshot, Source
from tests.api.pages.office import Office, open_office
from tests.factcheck.evidence.web import Site, canary, page, site

_PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
_TEXT = "Laut Register hat der Verein vierzehn Mitglieder. Der Bau der Halle kostete 40.000 Euro."


@pytest.fixture
def office(home: Path, _sqlite_desk: str, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setenv("FACTCHECK_ALLOWED_HOSTS", "127.0.0.1")
    opened = open_office(home, _sqlite_desk)
    opened.bring_to("in_check")
    return opened


def _send(office: Office, path: str, page: str, who: str = "ida", **typed: object) -> TestResponse:
    [token] = {
        field.value for field in html.fromstring(office.look(who, page)).xpath("//input[@name='csrf_token']")
    }
    return office.client(who).post(path, data={"csrf_token": token, **typed})


def _serve(running: Site) -> str:
    return f"http://127.0.0.1:{running.port}/register"


def _outcomes(office: Office) -> list[Outcome]:
    with office.desk() as session:
        return [each.outcome for each in session.exec(select(Attempt).order_by(col(Attempt.id)))]


def test_a_page_comes_in_by_its_address_and_on_to_the_claim(office: Office) -> None:
    with site({"/register": page(_TEXT.encode(), "text/plain; charset=utf-8")}) as running:
        path = f"/sources/capture?claim_id={office.claim_id}"
        answer = _send(office, path, "/sources", url=_serve(running))
        assert answer.location == f"{office.path}/passages?snapshot=1"
        answer = _send(office, "/sources/1/capture", "/sources/1")
        running.pages["/register"] = page(b"", status=403)
        _send(office, "/sources/1/capture", "/sources/1")
        asked = len(running.asked)
        shown = office.look("rita", "/sources/1")
        office.look("ida", "/snapshots/1")
        assert len(running.asked) == asked == 3  # looking never fetches
    assert _outcomes(office) == [Outcome.CAPTURED, Outcome.UNCHANGED, Outcome.REFUSED]
    assert "The page says what the last snapshot says." in shown
    assert "The page exists, but the server does not give it out (403)." in shown
    assert f'data-originalurl="{_serve(running)}"' in shown


def test_an_address_inside_is_not_gone_to_and_the_page_says_so(office: Office) -> None:
    office.app.extensions["factcheck.settings"].allowed_hosts = ""
    with canary() as inside:
        address = f"http://127.0.0.1:{inside.port}/"
        answer = _send(office, "/sources/capture", "/sources", url=address)
        assert inside.knocks == []
    assert answer.status_code == 422
    assert "Not tried: the address names an unusual port." in answer.text
    assert html.fromstring(answer.text).xpath("//input[@name='url']/@value") == [address]
    assert _outcomes(office) == [Outcome.BLOCKED]


def test_a_picture_is_shown_as_what_it_is_and_sandboxed(office: Office) -> None:
    _send(office, "/sources/capture", "/sources", file=(BytesIO(_PNG), "sign.html"), description="A sign.")
    shown = office.look("rita", "/snapshots/1")
    assert '<img class="snapshot-media" src="/snapshots/1/media" alt="A sign.">' in shown
    media = office.client("rita").get("/snapshots/1/media")
    assert (media.data, media.mimetype) == (_PNG, "image/png")
    assert "sandbox" in media.headers["Content-Security-Policy"]
    assert media.headers["X-Content-Type-Options"] == "nosniff"


def test_what_is_no_picture_is_never_shown_as_a_page_of_the_desk(office: Office) -> None:
    office.cite()
    assert office.client("rita").get("/snapshots/1/media").location == "/snapshots/1/original"


def test_reviewers_take_the_warc_with_them_and_readers_do_not(office: Office) -> None:
    office.cite()
    warc = office.client("ida").get("/snapshots/1/warc")
    kinds = [record.rec_type for record in ArchiveIterator(BytesIO(warc.data))]
    assert kinds == ["warcinfo", "resource", "metadata"]
    assert office.client("rita").get("/snapshots/1/warc").status_code == 403


def test_fields_are_corrected_and_a_stale_form_changes_nothing(office: Office) -> None:
    office.cite()
    old = office.form("ida", "1/edit", office.look("ida", "/sources/1/edit"))
    sent = old | {"title": "Register der Vereine", "doi": "10.1234/ab"}
    assert office.client("ida").post("/sources/1/edit", data=sent).location == "/sources/1"
    stale = office.client("ida").post("/sources/1/edit", data=old | {"title": "Other"})
    assert (stale.status_code, "Somebody else changed this source" in stale.text) == (422, True)
    wrong = office.form("ida", "1/edit", office.look("ida", "/sources/1/edit")) | {"issued": "soon"}
    assert office.client("ida").post("/sources/1/edit", data=wrong).status_code == 422
    with office.desk() as session:
        source = session.exec(select(Source)).one()
        assert (source.title, source.doi) == ("Register der Vereine", "10.1234/ab")
        [event] = session.exec(select(Event).where(Event.action == "edit_source"))
        assert sorted(event.body["fields"]) == ["doi", "title"]


def test_an_address_in_an_archive_makes_a_robust_link(office: Office) -> None:
    office.cite(url="https://register.example/17")
    _send(office, "/snapshots/1/archive", "/snapshots/1", archive_url="https://archive.example/2026/17")
    _send(office, "/snapshots/1/archive", "/snapshots/1", archive_url="javascript:alert(1)")
    assert 'data-versionurl="https://archive.example/2026/17"' in office.look("rita", "/sources/1")
    with office.desk() as session:
        assert session.exec(select(Snapshot)).one().archive_url == "https://archive.example/2026/17"


def test_what_was_typed_beside_an_address_that_brings_nothing_stays_on_the_claim(office: Office) -> None:
    path = f"/sources/capture?claim_id={office.claim_id}"
    typed = {"title": "Register", "quote": "vierzehn Mitglieder", "note": "Stand prüfen."}
    answer = _send(office, path, office.path, url="http://127.0.0.1/register", **typed)
    assert answer.status_code == 422
    [cite] = [form for form in html.fromstring(answer.text).forms if (form.action or "").endswith("/cite")]
    kept = {name: value.strip() for name, value in cite.form_values()}
    assert {"url": "http://127.0.0.1/register", **typed}.items() <= kept.items()
    assert "Nothing was captured." in answer.text
