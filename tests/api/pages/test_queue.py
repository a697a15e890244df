from pathlib import Path

import pytest
from lxml import html

from claims.store import claims
from claims.workflow import State
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
    monkeypatch.setattr("api.pages.queue._PAGE", 1)
    found, path = [], "/queue"
    while path:
        page = html.fromstring(office.look("ida", path))
        found += [int(link.get("id").removeprefix("claim-")) for link in parts(page, "list-claim")]
        path = next(iter(page.xpath("//a[@rel='next']/@href")), None)
    assert found == whole


def test_a_page_that_holds_all_that_is_left_leads_to_no_other(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.pages.queue._PAGE", len(_shown(office)))
    assert html.fromstring(office.look("ida", "/queue")).xpath("//a[@rel='next']") == []


def test_filters_narrow_the_queue(office: Office) -> None:
    office.bring_to("in_check")
    one = [office.claim_id]
    assert _shown(office, "?state=in_check") == one
    assert _shown(office, "?words=zw%C3%B6lf") == one
    assert _shown(office, "?whose=mine") == one
    assert office.claim_id not in _shown(office, "?whose=nobody")
    assert _shown(office, "?whose=mine", who="edgar") == []
    assert (
        _shown(office, f"?article={office.article_id}&kind={office.claim.kind.value}&state=in_check") == one
    )
    assert _shown(office, "?article=999") == []
    assert _shown(office, "?speaker=Nobody") == []
    assert _shown(office, "?lapsed=1") == []
    assert _shown(office, "?worth=100") == []


def test_what_the_filters_say_stands_in_the_form(office: Office) -> None:
    page = html.fromstring(office.look("ida", "/queue?words=Halle&whose=mine&worth=40&state=open"))
    [form] = [form for form in page.forms if form.action == "/queue"]
    kept = dict(form.form_values())
    assert (kept["words"], kept["whose"], kept["worth"], kept["state"]) == ("Halle", "mine", "40", "open")


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


def test_the_tabs_count_the_states(office: Office) -> None:
    office.bring_to("open")
    page = html.fromstring(office.look("ida", "/queue"))
    tabs = [words(tab) for tab in page.xpath("//nav[@class='tabs']/a")]
    assert tabs[0] == f"to do {len(_shown(office))}"
    assert "open 1" in tabs


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
