import io
from pathlib import Path

import pytest
from lxml import html
from sqlmodel import func, select

from claims.source import Capture, Snapshot, Source
from claims.store import sources
from claims.verdict import Stance
from tests.api.pages.office import REGISTER, Office, alerts, open_office, told

NEW = {"title": "Vereinsregister", "source_text": REGISTER, "stance": "supports"}


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Office:
    opened = open_office(home, _sqlite_desk)
    opened.bring_to("in_check")
    return opened


def stored(office: Office) -> int:
    with office.desk() as session:
        return session.exec(select(func.count()).select_from(Source)).one()


def test_a_new_source_is_stored_with_its_fields(office: Office) -> None:
    office.cite(
        author="Amtsgericht",
        publisher="Stadt Bochum",
        issued="2026-11",
        url="https://register.example/17",
        source_class="primary",
        note="Seite 3.",
    )
    with office.desk() as session:
        [(evidence, snapshot, source)] = sources.evidence_of(session, [office.claim_id])
        assert (source.author, source.publisher, source.issued) == ("Amtsgericht", "Stadt Bochum", "2026-11")
        assert (source.source_class, source.confidential) == ("primary", False)
        assert (evidence.exact, evidence.stance, evidence.note) == (
            "vierzehn Mitglieder",
            Stance.SUPPORTS,
            "Seite 3.",
        )
        assert (snapshot.capture, snapshot.media_type) == (Capture.PASTED, "text/plain")
        assert snapshot.text == REGISTER


def test_the_page_shows_the_quote_in_its_context(office: Office) -> None:
    page = html.fromstring(office.cite(note="Seite 3."))
    [exhibit] = page.xpath("//li[contains(@class, 'exhibit')]")
    shown = " ".join(exhibit.text_content().split())
    assert "Register hat der Verein vierzehn Mitglieder. Der Bau der Halle" in shown
    assert "Seite 3." in shown
    assert "supports" in shown


def test_a_snapshot_of_the_desk_is_cited_again(office: Office) -> None:
    office.cite()
    with office.desk() as session:
        known = session.exec(select(Snapshot.id)).one()
    office.press("ida", "cite", snapshot=str(known), quote="40.000 Euro", stance="context")
    assert stored(office) == 1
    with office.desk() as session:
        assert len(sources.evidence_of(session, [office.claim_id])) == 2


def test_a_quote_that_the_source_does_not_have_is_refused_and_nothing_is_stored(office: Office) -> None:
    answer = office.send("ida", "cite", **{**NEW, "quote": "fünfzehn Mitglieder", "note": "Seite 3."})
    assert answer.status_code == 422
    assert "do not stand in the snapshot: “fünfzehn Mitglieder”" in alerts(answer.text)
    assert stored(office) == 0
    back = office.form("ida", "cite", answer.text)
    for name, value in {**NEW, "quote": "fünfzehn Mitglieder", "note": "Seite 3."}.items():
        assert back[name].strip() == value


def test_a_quote_that_stands_twice_asks_which_is_meant(office: Office) -> None:
    text = "Im Mai waren es zwölf. Im Juni zählte der Verein neu. Es waren wieder zwölf."
    typed = {**NEW, "source_text": text, "quote": "zwölf"}
    answer = office.send("ida", "cite", **typed)
    assert answer.status_code == 422
    places = html.fromstring(answer.text).xpath("//input[@name='place']")
    assert [int(place.get("value")) for place in places] == [text.index("zwölf"), text.rindex("zwölf")]
    assert "Im Juni zählte der Verein neu. Es waren wieder" in answer.text
    assert stored(office) == 0
    back = office.form("ida", "cite", answer.text)
    answer = office.post("ida", "cite", {**back, "place": places[1].get("value")})
    assert answer.status_code == 302
    with office.desk() as session:
        [(evidence, _, _)] = sources.evidence_of(session, [office.claim_id])
        assert evidence.start == text.rindex("zwölf")


def test_a_web_page_is_read_and_its_bytes_are_kept(office: Office) -> None:
    content = (
        b"<!doctype html><html><body><article><h1>Register</h1>"
        b"<p>The club has fourteen members, says the register of the town.</p></article></body></html>"
    )
    typed = {**NEW, "source_text": "", "quote": "fourteen members"}
    answer = office.send("ida", "cite", **typed, file=(io.BytesIO(content), "register.html"))
    assert answer.status_code == 302, alerts(answer.text)
    with office.desk() as session:
        kept = session.exec(select(Snapshot)).one()
        assert (kept.content, kept.media_type, kept.capture) == (content, "text/html", Capture.UPLOADED)
        assert "<p>" not in kept.text


def test_a_file_comes_back_with_a_refused_form(office: Office) -> None:
    file = (io.BytesIO(REGISTER.encode()), "register.txt")
    answer = office.send("ida", "cite", **{**NEW, "source_text": "", "quote": "nicht da"}, file=file)
    assert answer.status_code == 422
    assert "register.txt" in answer.text
    back = office.form("ida", "cite", answer.text)
    assert office.post("ida", "cite", {**back, "quote": "vierzehn Mitglieder"}).status_code == 302
    with office.desk() as session:
        assert session.exec(select(Snapshot)).one().content == REGISTER.encode()


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"title": ""}, "Title: this must not be empty."),
        ({"source_text": ""}, "Paste what the source says"),
        ({"quote": ""}, "Quote: this must not be empty."),
        ({"stance": ""}, "how the quote stands to the claim"),
        ({"stance": "proves"}, "incomplete"),
        ({"issued": "gestern"}, "write the date as 2026-11-24"),
        ({"url": "javascript:alert(1)"}, "begins with http"),
        ({"snapshot": "77"}, "no snapshot number 77"),
    ],
)
def test_what_is_missing_or_wrong_is_said_beside_the_form(
    office: Office, typed: dict[str, str], says: str
) -> None:
    answer = office.send("ida", "cite", **{**NEW, "quote": "vierzehn Mitglieder", **typed})
    assert answer.status_code == 422
    assert says in alerts(answer.text)
    assert stored(office) == 0


def test_a_broken_file_is_refused(office: Office) -> None:
    file = (io.BytesIO(b"%PDF-1.7 ..."), "register.pdf")
    answer = office.send("ida", "cite", **{**NEW, "source_text": "", "quote": "x"}, file=file)
    assert "register.pdf is a broken file" in alerts(answer.text)


def test_evidence_set_aside_stays_readable(office: Office) -> None:
    office.cite()
    page = office.press("ida", "retract")
    assert "Set aside" in told(page)
    assert "1 set aside" in page
    assert "vierzehn Mitglieder" in page
    assert "Nothing is cited yet." in page
    assert "Evidence set aside by Ida" in page


def test_citing_can_be_undone_from_the_line_that_tells_of_it(office: Office) -> None:
    page = html.fromstring(office.cite())
    [undo] = page.xpath("//div[@role='status']//form")
    assert office.client("ida").post(undo.action, data=dict(undo.form_values())).status_code == 302
    with office.desk() as session:
        [(evidence, _, _)] = sources.evidence_of(session, [office.claim_id])
        assert evidence.retracted_at is not None


def test_evidence_of_another_claim_is_not_set_aside_from_here(office: Office) -> None:
    office.cite()
    fields = office.form("ida", "retract")
    answer = office.post("ida", "evidence/99/retract", fields)
    assert answer.status_code == 422
    assert "no evidence number 99" in alerts(answer.text)


def test_a_stale_citation_keeps_the_whole_form(office: Office) -> None:
    old = office.form("ida", "cite")
    office.cite("edgar", quote="40.000 Euro")
    answer = office.post("ida", "cite", {**old, **NEW, "quote": "vierzehn Mitglieder"})
    assert answer.status_code == 412
    assert "Evidence cited by Edgar" in alerts(answer.text)
    assert stored(office) == 1
    assert office.post("ida", "cite", office.form("ida", "cite", answer.text)).status_code == 302


def test_readers_do_not_see_what_a_confidential_source_said(office: Office) -> None:
    office.cite(title="Geheimes Papier", confidential="yes", note="Vom Kassenwart.")
    assert "Geheimes Papier" in office.look("ida")
    page = office.look("rita")
    for hidden in ("Geheimes Papier", "vierzehn Mitglieder", "Vom Kassenwart."):
        assert hidden not in page
    assert "1 piece of evidence from a confidential source is not shown." in page
