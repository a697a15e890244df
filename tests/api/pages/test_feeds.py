"""What other programs can read of published verdicts: ClaimReview on the page of a claim, and Atom feeds."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from claims.decision import DecisionDraft
from claims.store import accounts, claims, tags
from claims.tag import key
from claims.verdict import Verdict
from claims.workflow import Action
from factcheck import review
from factcheck.claimreview import read
from tests import making
from tests.api.pages.office import MEMBERS, Office, open_office

FEED = "/feeds/decisions.atom"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
DESK = "https://desk.example"
WHY = "Im Register stehen </script><b>vierzehn</b>."


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Office:
    opened = open_office(home, _sqlite_desk)
    settings = opened.app.extensions["factcheck.settings"]
    update = {"public_reading": True, "public_url": DESK, "desk_name": "Desk of Bochum"}
    opened.app.extensions["factcheck.settings"] = settings.model_copy(update=update)
    return opened


def _move(office: Office, who: str, action: Action, **more: Any) -> None:
    with office.desk() as session:
        by = accounts.named(session, who)
        if action is Action.SUBMIT:
            making.evidence(session, claims.get(session, office.claim_id), by)
        review.move(session, office.claim_id, action, by=by, at=datetime.now(UTC), **more)


def _publish(office: Office) -> None:
    decision = DecisionDraft(verdict=Verdict.SUPPORTED, rationale=WHY)
    for who, action in [("ida", Action.ACCEPT), ("ida", Action.TAKE), ("ida", Action.SUBMIT)]:
        _move(office, who, action, decision=decision if action is Action.SUBMIT else None)
    for action in (Action.APPROVE, Action.PUBLISH):
        _move(office, "edgar", action)


def _correct(office: Office) -> None:
    decision = DecisionDraft(verdict=Verdict.REFUTED, rationale="Das Register ist neu.")
    _move(office, "ida", Action.CORRECT, decision=decision, reason="Es gibt ein neues Register.")
    for action in (Action.APPROVE, Action.PUBLISH):
        _move(office, "edgar", action)


def _get(office: Office, path: str, **headers: str) -> Any:
    return office.app.test_client().get(
        path, headers={name.replace("_", "-"): said for name, said in headers.items()}
    )


def _entries(office: Office, query: str = "") -> list[Any]:
    answer = _get(office, FEED + query)
    assert answer.status_code == 200
    return list(etree.fromstring(answer.data).findall("a:entry", ATOM))


def _said(entries: list[Any], name: str) -> list[str]:
    return [entry.findtext(f"a:{name}", namespaces=ATOM) for entry in entries]


def test_the_page_of_a_claim_carries_its_claim_review_which_reads_back(office: Office) -> None:
    _publish(office)
    page = html.fromstring(_get(office, "/c/1").data)
    [block] = page.xpath("//script[@type='application/ld+json']/text()")
    [address] = page.xpath("//link[@type='application/ld+json']/@href")
    apart = _get(office, address)
    assert apart.content_type == "application/ld+json"
    assert json.loads(block) == apart.json
    found = read(apart.json)
    assert (found.claim, found.url, found.rating.name) == (MEMBERS, f"{DESK}/c/1", "belegt")
    assert (found.rating.value, found.rating.explanation) == (4, WHY)


def test_whoever_would_rather_have_linked_data_gets_it_at_the_same_address(office: Office) -> None:
    _publish(office)
    browser = "text/html,application/xhtml+xml,*/*;q=0.8"
    kinds = [_get(office, "/c/1", Accept=kind).mimetype for kind in (browser, "*/*", "application/ld+json")]
    assert kinds == ["text/html", "text/html", "application/ld+json"]
    assert "Accept" in _get(office, "/c/1").headers["Vary"]


def test_a_withdrawn_verdict_is_no_claim_review_any_more(office: Office) -> None:
    _publish(office)
    _move(office, "edgar", Action.WITHDRAW, reason="Das Register war gefälscht.")
    assert _get(office, "/c/1.jsonld").status_code == 404
    assert "ld+json" not in _get(office, "/c/1").text


def test_a_correction_is_an_entry_of_its_own_and_earlier_ones_keep_their_ids(office: Office) -> None:
    _publish(office)
    [first] = _entries(office)
    _correct(office)
    entries = _entries(office)
    assert _said(entries, "title") == [f"Correction, refuted: {MEMBERS}", f"Published, supported: {MEMBERS}"]
    assert _said(entries, "id")[1] == _said([first], "id")[0]
    assert "Es gibt ein neues Register." in _said(entries, "summary")[0]
    assert {link.get("href") for entry in entries for link in entry.findall("a:link", ATOM)} == {
        f"{DESK}/c/1",
        f"{DESK}/c/1.jsonld",
    }


def test_the_feed_has_what_atom_asks_of_one(office: Office) -> None:
    for published in (False, True):
        if published:
            _publish(office)
        feed = etree.fromstring(_get(office, FEED).data)
        assert feed.findtext("a:id", namespaces=ATOM) == DESK + FEED
        assert feed.find("a:link[@rel='self']", ATOM).get("href") == DESK + FEED
        assert feed.findtext("a:author/a:name", namespaces=ATOM) == "Desk of Bochum"
        for part in [feed, *feed.findall("a:entry", ATOM)]:
            for name in ("id", "title", "updated"):
                assert len(part.findall(f"a:{name}", ATOM)) == 1
            datetime.fromisoformat(part.findtext("a:updated", namespaces=ATOM) or "")


def test_a_feed_is_of_everything_an_article_or_a_tag(office: Office) -> None:
    _publish(office)
    with office.desk() as session:
        ida = accounts.named(session, "ida")
        tags.add(session, office.claim_id, "Vereine", by=ida.id or 0, at=datetime.now(UTC))
    assert key("VEREINE") == key("Vereine")
    counts = {
        query: len(_entries(office, query))
        for query in (f"?article={office.article_id}", "?article=4711", "?tag=vereine", "?tag=Wetter")
    }
    assert list(counts.values()) == [1, 0, 1, 0]
    assert _get(office, f"{FEED}?article=x").status_code == 404


def test_a_reader_who_has_the_feed_is_not_sent_it_again_until_it_changes(office: Office) -> None:
    _publish(office)
    had = _get(office, FEED)
    assert _get(office, FEED, If_None_Match=had.headers["ETag"]).status_code == 304
    assert _get(office, FEED, If_Modified_Since=had.headers["Last-Modified"]).status_code == 304
    _correct(office)
    assert _get(office, FEED, If_None_Match=had.headers["ETag"]).status_code == 200


def test_pages_for_readers_lead_to_the_feed(office: Office) -> None:
    _publish(office)
    for path in ("/published", "/c/1"):
        page = html.fromstring(_get(office, path).data)
        assert page.xpath("//link[@rel='alternate'][@type='application/atom+xml']/@href") == [FEED]


def test_what_is_unpublished_is_in_no_feed(office: Office) -> None:
    office.bring_to("approved")
    assert _entries(office) == []
    assert _get(office, "/c/1.jsonld").status_code == 404


def test_nothing_of_it_is_there_where_reading_is_not_public(office: Office) -> None:
    _publish(office)
    settings = office.app.extensions["factcheck.settings"]
    office.app.extensions["factcheck.settings"] = settings.model_copy(update={"public_reading": False})
    assert {_get(office, path).status_code for path in (FEED, "/c/1", "/c/1.jsonld")} == {404}
