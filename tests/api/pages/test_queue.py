from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from lxml import html

from claims.assignment import Priority
from claims.store import claims, tags
from claims.workflow import State
from tests import making
from tests.api.pages.looking import parts, words
from tests.api.pages.office import Office, open_office, told


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Office:
    return open_office(home, _sqlite_desk)


def _shown(office: Office, query: str = "", who: str = "ida") -> list[int]:
    page = html.fromstring(office.look(who, f"/queue{query}"))
    return [int(link.get("id").removeprefix("claim-")) for link in parts(page, "list-claim")]


def _rule(office: Office, action: str, **typed: str):  # type: ignore[no-untyped-def]
    """Send the form that a row of the queue has for this."""
    path = f"queue/{office.claim_id}/{action}"
    form = office.form("ida", path, office.look("ida", "/queue"))
    return office.client("ida").post(path, data={**form, **typed})


def test_the_start_page_is_the_queue(office: Office) -> None:
    assert office.client("rita").get("/").location == "/queue"


def test_the_most_worthy_claim_comes_first(office: Office) -> None:
    with office.desk() as session:
        worth = {claim.id or 0: claim.worth for claim in claims.of_article(session, office.article_id)}
    shown = _shown(office)
    assert len(shown) == len(worth) > 1
    assert shown == sorted(shown, key=lambda claim_id: (-worth[claim_id], -claim_id))


def test_a_page_goes_on_after_the_last_row_of_the_one_before(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = _shown(office)
    monkeypatch.setattr("api.pages.queue_list.PAGE", 1)
    found, path = [], "/queue"
    while path:
        page = html.fromstring(office.look("ida", path))
        found += [int(link.get("id").removeprefix("claim-")) for link in parts(page, "list-claim")]
        path = next(iter(page.xpath("//a[@rel='next']/@href")), None)
    assert found == whole


def test_a_page_that_holds_all_that_is_left_leads_to_no_other(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.pages.queue_list.PAGE", len(_shown(office)))
    assert html.fromstring(office.look("ida", "/queue")).xpath("//a[@rel='next']") == []


def test_filters_narrow_the_queue(office: Office) -> None:
    office.bring_to("in_check")
    one = [office.claim_id]
    assert _shown(office, "?state=in_check") == one
    assert _shown(office, "?words=zw%C3%B6lf") == one
    assert _shown(office, "?view=mine") == one
    assert office.claim_id not in _shown(office, "?view=unassigned")
    assert _shown(office, "?view=mine", who="edgar") == []
    assert (
        _shown(office, f"?article={office.article_id}&kind={office.claim.kind.value}&state=in_check") == one
    )
    assert _shown(office, "?article=999") == []
    assert _shown(office, "?speaker=Nobody") == []
    assert _shown(office, "?worth=100") == []
    assert _shown(office, f"?reviewer={office.claim.assignee_id}") == one
    assert _shown(office, "?reviewer=4711") == []


def test_claims_are_found_by_when_they_came_in(office: Office) -> None:
    with office.desk() as session:
        found = claims.of_article(session, office.article_id)
        for claim, days in zip(found, (0, 40), strict=True):
            claim.created_at = datetime.now(UTC) - timedelta(days=days, hours=1)
    new, old = [claim.id or 0 for claim in found]
    assert {age: _shown(office, f"?age={age}") for age in ("day", "week", "older", "old")} == {
        "day": [new],
        "week": [new],
        "older": [old],
        "old": [old],
    }


def test_what_the_filters_say_stands_in_the_form(office: Office) -> None:
    page = html.fromstring(office.look("ida", "/queue?words=Halle&view=mine&worth=40&state=open&tag=Wahl"))
    [form] = [form for form in page.forms if form.action == "/queue"]
    kept = dict(form.form_values())
    assert (kept["words"], kept["view"], kept["worth"], kept["state"]) == ("Halle", "mine", "40", "open")
    assert kept["tag"] == "Wahl"


@pytest.mark.parametrize(
    "query", ["?state=nonsense", "?worth=lots", "?after=x_y", "?article=9999999999999999999"]
)
def test_a_filter_that_makes_no_sense_is_said_and_left_out(office: Office, query: str) -> None:
    page = office.look("ida", f"/queue{query}")
    assert "does not know this filter" in told(page)


def test_what_is_done_with_is_not_to_do(office: Office) -> None:
    office.bring_to("published")
    assert office.claim_id not in _shown(office)
    assert _shown(office, "?state=published") == [office.claim_id]


_VIEWS = ["all", "mine", "unassigned", "due", "approval", "challenged", "lapsed", "recheck"]


def _tabs(office: Office, query: str = "", who: str = "ida") -> dict[str, tuple[str, int]]:
    """By view, where each tab leads and how many claims it says that it has."""
    links = html.fromstring(office.look(who, f"/queue{query}")).xpath("//nav[@class='tabs']/a")
    return {
        view: (link.get("href"), int(parts(link, "figures")[0].text))
        for view, link in zip(_VIEWS, links, strict=True)
    }


@pytest.mark.parametrize("query", ["", "?view=mine", "?words=Halle", "?state=submitted&reviewer=2"])
@pytest.mark.parametrize("state", ["open", "in_check", "submitted", "challenged"])
def test_every_tab_has_as_many_claims_as_it_says(office: Office, state: str, query: str) -> None:
    office.bring_to(state)
    counted = {view: number for view, (_, number) in _tabs(office, query).items()}
    shown = {view: len(_shown(office, path[6:])) for view, (path, _) in _tabs(office, query).items()}
    assert counted == shown


def test_the_tabs_are_the_parts_of_the_work(office: Office) -> None:
    office.bring_to("submitted")
    counted = {view: number for view, (_, number) in _tabs(office).items()}
    assert counted == {
        "all": 2,
        "mine": 1,
        "unassigned": 1,
        "due": 0,
        "approval": 1,
        "challenged": 0,
        "lapsed": 0,
        "recheck": 0,
    }


def test_the_next_deadline_comes_first_and_is_said_to_be_over(office: Office) -> None:
    whole = _shown(office)
    with office.desk() as session:
        for hours, claim_id in enumerate(whole):
            claims.get(session, claim_id).due = datetime.now(UTC) - timedelta(hours=hours, minutes=5)
    page = office.look("ida", "/queue?view=due")
    assert _shown(office, "?view=due") == whole[::-1] == _shown(office, "?sort=due")
    assert [words(found) for found in parts(page, "due-over")] == ["1 hour overdue", "5 minutes overdue"]


def test_a_high_priority_goes_before_worth(office: Office) -> None:
    last = _shown(office)[-1]
    with office.desk() as session:
        claims.get(session, last).priority = Priority.HIGH
    assert _shown(office)[0] == last
    assert "priority high" in office.look("ida", "/queue")


def test_a_tag_of_a_row_narrows_the_queue_to_it(office: Office) -> None:
    with office.desk() as session:
        tags.add(session, office.claim_id, "Vereinsleben", by=1, at=making.START)
    [link] = parts(office.look("ida", "/queue"), "tag")
    assert _shown(office, link.get("href")[6:]) == [office.claim_id]
    assert _shown(office, "?tag=VEREINSLEBEN") == [office.claim_id]


@pytest.mark.parametrize("view", _VIEWS[1:])
def test_an_empty_part_says_what_would_fill_it(office: Office, view: str) -> None:
    with office.desk() as session:
        for claim in claims.of_article(session, office.article_id):
            claim.state = State.PUBLISHED
    page = office.look("ida", f"/queue?view={view}")
    assert len(words(parts(page, "reading")[0])) > 30
    narrowed = office.look("ida", f"/queue?view={view}&words=xyz")
    assert "fits these filters" in words(parts(narrowed, "reading")[0])


def test_an_open_claim_is_taken_from_its_row(office: Office) -> None:
    office.bring_to("open")
    _rule(office, "take")
    assert f"Claim {office.claim_id} is yours to check." in told(office.look("ida", "/queue"))
    assert office.claim.state is State.IN_CHECK


def test_a_proposal_is_accepted_from_its_row(office: Office) -> None:
    _rule(office, "accept")
    assert f"Accepted: claim {office.claim_id} is open." in told(office.look("ida", "/queue"))
    assert office.claim.state is State.OPEN


def test_a_proposal_is_dismissed_with_a_reason(office: Office) -> None:
    _rule(office, "dismiss", reason="Das ist eine Meinung.")
    assert office.claim.state is State.DISMISSED


def test_dismissing_without_a_reason_is_refused_in_a_sentence(office: Office) -> None:
    _rule(office, "dismiss", reason=" ")
    assert office.claim.state is State.PROPOSED
    assert "takes a reason" in told(office.look("ida", "/queue"))


def test_a_stale_row_changes_nothing_and_leads_to_what_changed(office: Office) -> None:
    path = f"queue/{office.claim_id}/accept"
    form = office.form("ida", path, office.look("ida", "/queue"))
    office.press("edgar", "accept")
    office.press("edgar", "take")
    office.client("ida").post(path, data=form)
    page = office.look("ida", "/queue")
    assert "was changed meanwhile" in told(page)
    assert f"/claims/{office.claim_id}" in page
    assert office.claim.state is State.IN_CHECK


def test_after_a_ruling_the_same_filters_are_shown_at_the_next_row(office: Office) -> None:
    shown = _shown(office, "?state=proposed")
    following = (shown + shown[-2:-1])[shown.index(office.claim_id) + 1]
    path = f"queue/{office.claim_id}/accept"
    form = office.form("ida", path, office.look("ida", "/queue?state=proposed"))
    answer = office.client("ida").post(path, data=form)
    assert answer.location == f"/queue?state=proposed#claim-{following}"


def test_what_the_desk_refuses_is_said_with_the_words_of_the_page(office: Office) -> None:
    path = f"queue/{office.claim_id}/accept"
    form = office.form("ida", path, office.look("ida", "/queue"))
    office.bring_to("in_check")
    office.client("ida").post(path, data={**form, "version": str(office.claim.version)})
    assert "A claim that is in check cannot be moved by accept." in told(office.look("ida", "/queue"))


@pytest.mark.parametrize("version", ["", "x", "-1", "99999999999999999999"])
@pytest.mark.parametrize("action", ["accept", "dismiss"])
def test_a_ruling_that_does_not_say_what_was_seen_is_refused(
    office: Office, action: str, version: str
) -> None:
    _rule(office, action, version=version, reason="Das ist eine Meinung.")
    assert "This form is incomplete: reload the page." in told(office.look("ida", "/queue"))
    assert (office.claim.state, office.claim.version) == (State.PROPOSED, 1)


def test_a_reader_rules_on_nothing(office: Office) -> None:
    page = office.look("rita", "/queue")
    assert parts(page, "list-tools") == []
    token = office.form("rita", "logout", page)["csrf_token"]
    for action in ("accept", "dismiss"):
        answer = office.client("rita").post(f"/queue/{office.claim_id}/{action}", data={"csrf_token": token})
        assert answer.status_code == 403
    assert office.claim.state is State.PROPOSED


def test_ruling_without_the_token_is_refused(office: Office) -> None:
    assert office.client("ida").post(f"/queue/{office.claim_id}/accept").status_code == 400
    assert office.claim.state is State.PROPOSED


def test_a_queue_in_german_is_german(office: Office) -> None:
    browser = office.client("ida")
    page = browser.get("/queue").text
    browser.post("/language", data={**office.form("ida", "language", page), "language": "de"})
    page = office.look("ida", "/queue")
    assert "vorgeschlagen" in page
    assert "Annehmen" in page
    assert "Accept" not in page
