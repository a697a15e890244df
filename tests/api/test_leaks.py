"""What is confidential stays among those who check: a desk is sown with words that stand nowhere else, and
everything that a reader or nobody in particular can get from it is searched for them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from itertools import product
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from pypdf import PdfReader
from sqlmodel import Session
from werkzeug.routing import AnyConverter, Rule

from claims.claim import Extraction
from claims.store import accounts, events
from claims.wish import WishDraft
from factcheck.cli import cli
from factcheck.exports import Format
from factcheck.handing import BUNDLE
from factcheck.passwords import new_token
from factcheck.wishing import LookedUp, make_wish
from tests import making
from tests.api.pages.office import MEMBERS, Office, open_office

# a word for each place in which a confidential matter is written down
TITLE, AUTHOR, PUBLISHER, ADDRESS = "Quittenfalter", "Dachsmantel", "Nebelkorb", "moorglocke"
SAID, QUOTED, NOTE = "Salzhamster", "Rauchpflaume", "Torfgeige"
WHOM, CONTACT, QUESTION, ANSWER = "Birkenlotse", "Stachelkanne", "Wolkenriegel", "Asternzaun"
OFFICE_CONTACT = "Hagelfibel"
LATER_PROTECTED = "Zinnreiher"
READER_CONTACT, MESSAGE = "Kupferlerche", "Mohnleiter"
WISHED, WISH_NOTE = "Nesselkrug", "Schieferhut"
SECRETS = {
    *(TITLE, AUTHOR, PUBLISHER, ADDRESS, SAID, QUOTED, NOTE),
    *(WHOM, CONTACT, QUESTION, ANSWER, OFFICE_CONTACT, LATER_PROTECTED),
    *(READER_CONTACT, MESSAGE, WISHED, WISH_NOTE),
}
SOURCE = {
    "title": f"Gespräch mit {TITLE}",
    "author": AUTHOR,
    "publisher": PUBLISHER,
    "url": f"https://{ADDRESS}.example/",
    "source_text": f"Davor {SAID}. Es sind vierzehn Mitglieder, sagt {QUOTED}.",
    "quote": f"Es sind vierzehn Mitglieder, sagt {QUOTED}.",
    "note": f"Kam über {NOTE}.",
    "confidential": "yes",
}
ASKED = {"channel": "phone", "asked_on": "2020-05-03"}
INQUIRY = {**ASKED, "whom": WHOM, "contact": CONTACT, "question": f"{QUESTION}?", "confidential": "yes"}
OPEN_INQUIRY = {**ASKED, "whom": "Vorstand des Kegelclubs", "contact": OFFICE_CONTACT}
ROWS = (1, 2, 3)
"""Numbers that rows of the desk have, and one more."""


@dataclass(frozen=True)
class Got:
    """One answer of the desk: what was asked for, its status, and all of its bytes and headers as text."""

    what: str
    status: int
    said: str

    @property
    def leaks(self) -> set[str]:
        low = self.said.lower()
        return {secret for secret in SECRETS if secret.lower() in low}


@pytest.fixture
def office(home: Path, database_url: str) -> Iterator[Office]:
    """A desk whose first claim is published on confidential grounds, and worked on again."""
    opened = open_office(home, database_url)
    opened.bring_to("in_check")
    opened.cite(**SOURCE)
    opened.cite()
    opened.press("ida", "ask", **INQUIRY)
    opened.press("ida", "reply", reply="answered", reply_on="2020-05-04", answer=f"{ANSWER}.")
    opened.press("edgar", "ask", **OPEN_INQUIRY)
    opened.submit()
    opened.press("edgar", "approve")
    opened.press("edgar", "publish")
    opened.press("edgar", "ask", **{**OPEN_INQUIRY, "whom": LATER_PROTECTED, "asked_on": "2020-05-01"})
    opened.press("ida", "protect")
    _challenge_from_outside(opened)
    opened.press("edgar", "assign", assignee="2", message=f"Frag {MESSAGE}.")
    _ask_for_a_check(opened)
    yield opened
    opened.engine.dispose()
    opened.app.extensions["factcheck.engine"].dispose()


def _challenge_from_outside(office: Office) -> None:
    """The desk is read in public, and a reader outside challenged the claim."""
    settings = office.app.extensions["factcheck.settings"]
    office.app.extensions["factcheck.settings"] = settings.model_copy(update={"public_reading": True})
    browser = office.app.test_client()
    form = office.form("", "challenge", browser.get("/c/1").text)
    typed = {"words": "Das Register ist alt.", "contact": READER_CONTACT}
    assert browser.post("/c/1/challenge", data={**form, **typed}).status_code == 302
    assert office.claim.state == "challenged"


def _ask_for_a_check(office: Office) -> None:
    """An editor asked for the claim in words of her own."""
    draft = WishDraft(words=f"Stimmt, was {WISHED} über den Verein sagt?", note=f"Für {WISH_NOTE}.")
    nothing = Extraction(language="de", claims=(), sentences=())
    with office.desk() as session:
        found = LookedUp(draft, "de", (office.claim_id,), nothing)
        make_wish(session, found, by=accounts.named(session, "emma"), at=datetime.now(UTC))


def _token(office: Office, name: str) -> dict[str, str]:
    secret = new_token()
    with office.desk() as session:
        accounts.add_token(session, accounts.named(session, name), "", secret, making.START, None)
    return {"Authorization": f"Bearer {secret}"}


def _rules(office: Office) -> list[Rule]:
    found = [rule for rule in office.app.url_map.iter_rules() if "GET" in (rule.methods or set())]
    return [rule for rule in found if rule.endpoint != "static"]


def _addresses(office: Office) -> Iterator[str]:
    """Every address that can be asked for, with the numbers of all rows and every word that fits."""
    with office.app.test_request_context():
        adapter = office.app.create_url_adapter(None) or office.app.url_map.bind("localhost")
        for rule in _rules(office):
            choices = [_choices(rule, name) for name in sorted(rule.arguments)]
            for values in product(*choices):
                yield adapter.build(rule.endpoint, dict(zip(sorted(rule.arguments), values, strict=True)))


def _choices(rule: Rule, name: str) -> list[str | int]:
    converter = rule._converters[name]
    if isinstance(converter, AnyConverter):
        return sorted(converter.items)
    return list(ROWS)


def _walk(office: Office, who: str | None) -> list[Got]:
    """All that this person, or nobody, gets: pages with and without what widens them, answers of the API,
    and what a refused form says."""
    browser = office.client(who) if who else office.app.test_client()
    headers = _token(office, who) if who else {}
    widened = [
        "",
        "?scope=internal",
        "?state=proposed&state=challenged&q=Mitglieder",
        f"?q={MEMBERS}&text={MEMBERS}",
    ]
    found = []
    for address, more in product(_addresses(office), widened):
        if address.endswith(f".{BUNDLE}") and "q=" in more:
            continue  # it takes a second, and has no such words
        sent = headers if address.startswith("/api/") else {}
        answer = browser.get(f"{address}{more}", headers=sent)
        found.append(Got(f"{address}{more}", answer.status_code, f"{answer.headers}\n{_words(answer.data)}"))
    return found


def _words(content: bytes) -> str:
    """What an answer says; files that are packed are unpacked."""
    if content.startswith(b"%PDF-"):
        read = PdfReader(BytesIO(content))
        return "\n".join([*(page.extract_text() for page in read.pages), str(read.metadata)])
    if content.startswith(b"PK"):
        with ZipFile(BytesIO(content)) as packed:
            return "\n".join(name + _words(packed.read(name)) for name in packed.namelist())
    return content.decode(errors="replace")


def _refusals(office: Office) -> list[Got]:
    """What a reader is told whose form, or request, is stale since confidential things were added."""
    form = {**office.form("rita", "language"), "version": "1", "reason": "Weil."}
    page = office.post("rita", "challenge", form)
    headers = {**_token(office, "rita"), "If-Match": '"1"'}
    path = f"/api/v1/claims/{office.claim_id}/moves"
    answer = office.app.test_client().post(
        path, json={"action": "challenge", "reason": "Weil."}, headers=headers
    )
    return [Got(path_, got.status_code, got.text) for path_, got in (("page", page), (path, answer))]


def _leaks(found: list[Got]) -> dict[str, set[str]]:
    return {got.what: got.leaks for got in found if got.leaks}


@pytest.mark.parametrize("who", ["rita", pytest.param("adam", marks=pytest.mark.long)])
def test_no_page_and_no_answer_tells_what_is_confidential_to_those_who_do_not_check(
    office: Office, who: str
) -> None:
    found = _walk(office, who)
    assert _leaks(found) == {}
    assert sum(got.status == 200 for got in found) > 60
    visited = {got.what for got in found if got.status == 200}
    for expected in (office.path, f"/api/v1{office.path}/history", "/sources", "/articles/1/report.json"):
        assert expected in visited


def test_nobody_gets_anything_of_it(office: Office) -> None:
    found = _walk(office, None)
    assert _leaks(found) == {}
    assert not any(got.status == 200 and got.what.startswith("/claims/") for got in found)
    assert {"/c/1", "/published"} <= {got.what for got in found if got.status == 200}
    people = [
        name for got in found for name in ("Ida", "Edgar") if f">{name}" in got.said or f" {name}" in got.said
    ]
    assert people == [], "staff are named on the desk alone"


def test_what_a_refused_request_tells_of_meanwhile_leaves_it_out(office: Office) -> None:
    refused = _refusals(office)
    assert [got.status for got in refused] == [412, 412]
    assert _leaks(refused) == {}
    [_, answer] = refused
    told = [change["action"] for change in json.loads(answer.said)["changes"]]
    assert told.count("ask") == 1
    assert "answer" not in told


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_command_line_writes_public_reports_and_answers_without_it(
    office: Office, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert office.claim.state == "challenged"
    monkeypatch.setenv("FACTCHECK_DATABASE_URL", database_url)
    monkeypatch.setenv("FACTCHECK_PUBLIC_URL", "https://desk.example")
    commands = [
        *(["report", "1", "--format", format] for format in [*map(str, Format), BUNDLE]),
        ["status", MEMBERS, "--json"],
        ["claims", "--json"],
        *(["status", f"Der {secret} sagt etwas.", "--json"] for secret in sorted(SECRETS)),
    ]
    for command in commands:
        run = CliRunner().invoke(cli, command)
        assert run.exit_code == 0, run.output
        echoed = set(command[1].split()) if command[0] == "status" else set()
        got = Got(" ".join(command), 200, _words(run.stdout_bytes))
        assert got.leaks <= echoed
        if command[0] == "status" and echoed & SECRETS:
            assert json.loads(run.stdout)["results"] == []


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_programs_of_readers_get_public_reports_without_it(office: Office) -> None:
    browser, headers = office.app.test_client(), _token(office, "rita")
    for on in ("article=1", "claim=1", "since=2000-01-01"):
        address = f"/api/v1/reports?{on}&format={BUNDLE}"
        answer = browser.get(address, headers=headers)
        assert answer.status_code == 200
        assert Got(address, 200, _words(answer.data)).leaks == set()
        assert browser.get(f"{address}&scope=internal", headers=headers).status_code == 403


def test_the_search_index_knows_nothing_of_it(office: Office, home: Path) -> None:
    office.look("rita", f"/ask?q={MEMBERS}")
    files = [path for path in (home).rglob("*") if path.is_file() and "index" in str(path.relative_to(home))]
    content = b"".join(path.read_bytes() for path in files).lower()
    assert b"kegelclub" in content  # what stands around a claim is there
    assert [secret for secret in SECRETS if secret.lower()[:-2].encode() in content] == []


def test_the_log_holds_no_word_about_people(office: Office) -> None:
    with office.desk() as session:
        written = _log(session)
    assert {secret for secret in SECRETS - {NOTE, MESSAGE, WISH_NOTE} if secret in written} == set()


def _log(session: Session) -> str:
    return " ".join(json.dumps(event.body) + (event.note or "") for event in events.walk(session))


@pytest.mark.long
def test_those_who_check_see_it_where_they_should(office: Office) -> None:
    people = {WHOM, CONTACT, QUESTION, ANSWER, OFFICE_CONTACT, LATER_PROTECTED}
    page = Got(office.path, 200, office.look("ida"))
    assert page.leaks >= people | {TITLE, PUBLISHER, QUOTED, NOTE, READER_CONTACT, MESSAGE}
    assert page.leaks >= {WISHED, WISH_NOTE}
    found = {got.what: got for got in _walk(office, "ida")}
    assert found[f"/api/v1{office.path}/inquiries"].leaks >= people
    assert found[f"/api/v1{office.path}/evidence"].leaks >= {TITLE, AUTHOR, PUBLISHER, ADDRESS, QUOTED, NOTE}
    for format in (*(Format.HTML, Format.MARKDOWN, Format.JSON, Format.CSV, Format.DOCX), BUNDLE):
        report = found[f"/articles/1/report.{format}"]
        assert report.leaks >= SECRETS - {SAID, READER_CONTACT, MESSAGE, WISHED, WISH_NOTE}
        assert not report.leaks & {WISHED, WISH_NOTE}, "what was asked for is in no report"


VOTED = "Quarzlerche"
"""A word of a vote that waits for a second one."""


@pytest.fixture
def voted(home: Path, database_url: str) -> Iterator[Office]:
    """A desk on which Ida has voted on a claim that two people decide."""
    opened = open_office(home, database_url)
    opened.bring_to("in_check")
    opened.cite()
    begun = opened.form("edgar", "blind-review", opened.look("edgar", "/articles/1"))
    assert opened.client("edgar").post("/articles/1/blind-review", data=begun).status_code == 302
    opened.press("ida", "vote", verdict="misleading", rationale=f"Sagt die {VOTED}.")
    yield opened
    opened.engine.dispose()
    opened.app.extensions["factcheck.engine"].dispose()


@pytest.mark.parametrize(
    "who",
    ["emma", *(pytest.param(other, marks=pytest.mark.long) for other in ("rita", "adam", "edgar"))],
)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_nobody_else_gets_anything_of_a_vote_that_waits(voted: Office, who: str) -> None:
    found = _walk(voted, who)
    assert {got.what for got in found if VOTED.lower() in got.said.lower()} == set()
    for got in found:
        if got.status == 200 and got.what.startswith((voted.path, f"/api/v1{voted.path}/history")):
            assert "Vote cast" not in got.said, got.what
            assert '"action":"vote"' not in got.said, got.what
    seen = Got(voted.path, 200, voted.look(who)).said
    assert ("One vote is in." in seen) == (who in ("emma", "edgar"))


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_vote_that_waits_stands_in_no_event_no_index_and_in_nobody_s_inbox(
    voted: Office, home: Path
) -> None:
    with voted.desk() as session:
        assert VOTED not in _log(session)
        assert "misleading" not in _log(session)
    files = [path for path in home.rglob("*") if path.is_file() and "index" in str(path.relative_to(home))]
    assert VOTED.lower().encode() not in b"".join(path.read_bytes() for path in files).lower()
    for who in ("rita", "edgar", "emma", "adam"):
        assert "Claim 1" not in voted.look(who, "/inbox")
    answer = voted.look("ida")
    assert VOTED in answer, "who voted sees the vote"
