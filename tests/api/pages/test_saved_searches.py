"""Saving the queue's filters under a name, and what the queue does with them."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from lxml import html

from claims.store import accounts, sources, tags
from claims.store.filters import Filters
from claims.verdict import Verdict
from factcheck.saved_searches import save
from tests.api.pages.looking import parts, words
from tests.api.pages.office import Office, open_office, told


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Office:
    opened = open_office(home, _sqlite_desk)
    with opened.desk() as session:
        ida = accounts.named(session, "ida")
        tags.add(session, opened.claim_id, "Vereine", by=ida.id or 0, at=datetime.now(UTC))
    return opened


def _shown(page: str) -> list[int]:
    return [int(link.get("id").removeprefix("claim-")) for link in parts(page, "list-claim")]


def _save(office: Office, query: str, name: str, who: str = "rita") -> str:
    form = office.form(who, "searches", office.look(who, f"/queue{query}"))
    answer = office.client(who).post("/searches", data={**form, "name": name})
    assert answer.status_code == 302
    return office.look(who, answer.location)


def test_a_search_keeps_its_claims_whatever_becomes_of_them(office: Office) -> None:
    page = _save(office, "?tag=vereine&age=older", "Vereine")
    assert told(page) == "The search is saved: everybody at the desk finds it here."
    assert [words(link) for link in parts(page, "shelf")[0].xpath(".//a[@aria-current]")] == ["Vereine"]
    assert "Tag vereine" in words(parts(page, "shelf-open")[0])
    assert _shown(page) == [office.claim_id]
    office.bring_to("published")
    assert _shown(office.look("ida", "/queue?search=1")) == []
    assert _shown(office.look("ida", "/queue?search=1&state=published")) == [office.claim_id]


def test_filters_narrow_a_search_further_and_tabs_count_inside_it(office: Office) -> None:
    page = _save(office, "?tag=vereine", "Vereine")
    tabs = [words(tab) for tab in parts(page, "tabs")[0].xpath("./a")]
    assert tabs[0] == "All open work 1"
    assert _shown(office.look("ida", "/queue?search=1&words=Halle")) == []
    assert _shown(office.look("ida", "/queue?words=Halle")) == [2]


def test_a_search_for_a_state_shows_that_state(office: Office) -> None:
    office.bring_to("published")
    page = _save(office, "?state=published", "Fertig")
    assert _shown(page) == [office.claim_id]
    assert "State published" in words(parts(page, "shelf-open")[0])
    assert told(_save(office, "?tag=vereine", "FERTIG")) == "There is a saved search “FERTIG” already."


def test_who_saved_it_and_editors_rename_and_delete_it(office: Office) -> None:
    _save(office, "?view=unassigned", "Frei")
    assert "Rename or delete it" not in office.look("ida", "/queue?search=1")
    form = office.form("rita", "searches/1/name", office.look("rita", "/queue?search=1"))
    refused = office.client("ida").post("/searches/1/name", data=form)
    assert refused.status_code == 400  # without a token of their own
    answer = office.client("rita").post("/searches/1/name", data={**form, "name": "Ohne Prüferin"})
    assert "Ohne Prüferin" in office.look("rita", answer.location)
    form = office.form("edgar", "searches/1/deletion", office.look("edgar", "/queue?search=1"))
    assert office.client("edgar").post("/searches/1/deletion", data=form).location == "/queue"
    assert "There is no saved search number 1." in office.look("rita", "/queue?search=1")


def test_a_search_has_a_feed_where_anybody_may_read_and_it_is_about_claims(office: Office) -> None:
    _save(office, "?tag=vereine&state=open", "Vereine")
    _save(office, "?view=unassigned", "Frei")
    office.bring_to("published")
    assert "Feed of its decisions" not in office.look("ida", "/queue?search=1")
    settings = office.app.extensions["factcheck.settings"]
    office.app.extensions["factcheck.settings"] = settings.model_copy(update={"public_reading": True})
    [link] = html.fromstring(office.look("ida", "/queue?search=1")).xpath(
        "//a[@type='application/atom+xml']/@href"
    )
    assert link == "/feeds/decisions.atom?search=1"
    anybody = office.app.test_client()
    feed = anybody.get(link).text
    assert feed.count("<entry>") == 1
    assert "Vereine" not in feed
    assert "Feed of its decisions" not in office.look("ida", "/queue?search=2")
    assert [anybody.get(f"/feeds/decisions.atom?search={number}").status_code for number in (2, 3)] == [
        404,
        404,
    ]


def test_claims_with_a_quote_that_is_gone_are_found(office: Office) -> None:
    office.bring_to("published")
    assert _shown(office.look("ida", "/queue?gone=yes&state=published")) == []
    with office.desk() as session:
        [(evidence, _, _)] = sources.evidence_of(session, [office.claim_id])
        evidence.gone_at = datetime.now(UTC)
        session.add(evidence)
    assert _shown(office.look("ida", "/queue?gone=yes&state=published")) == [office.claim_id]
    page = html.fromstring(office.look("ida", "/queue?gone=yes"))
    assert page.xpath("//input[@name='gone']/@checked")


def test_what_programs_look_for_is_said_in_words(office: Office) -> None:
    filters = Filters(
        language="de",
        unit="EUR",
        quantity_min=1200,
        time_from="2019",
        time_to="2021-05",
        verdict=(Verdict.REFUTED,),
        since=datetime(2026, 3, 1, 9, tzinfo=UTC),
        before=datetime(2026, 4, 1, 8, tzinfo=UTC),
        recheck_by=date(2027, 1, 31),
    )
    with office.desk() as session:
        save(session, "Teure Hallen", filters, by=accounts.named(session, "ida"), at=datetime.now(UTC))
    [said] = parts(office.look("rita", "/queue?search=1"), "shelf-open")
    for part in (
        *("Verdict refuted", "Language German", "Unit EUR", "Quantity ≥ 1,200", "Time 2019 – 2021-05"),
        "Came in ≥ 1 Mar 2026, 10:00, < 1 Apr 2026, 10:00",
        "To be checked again by 31 Jan 2027",
    ):
        assert part in words(said)
