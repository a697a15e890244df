"""The keyboard alone, in a real Chromium: from a proposal to a submitted verdict, and back again."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from claims.store import claims, sources
from claims.workflow import State
from tests.api.pages.office import HALL, MEMBERS, Office
from tests.journeys.focus import walk
from tests.journeys.keys import Keys, press_keys
from tests.journeys.test_review import desk_of


def _shelve_a_source(office: Office) -> None:
    """A source that the desk has already, cited for the other claim."""
    with office.desk() as session:
        other = next(c for c in claims.of_article(session, office.article_id) if c.exact == HALL)
    own, office.claim_id = office.claim_id, other.id or 0
    office.press("ida", "accept")
    office.cite(quote="40.000 Euro")
    office.claim_id = own


def test_a_proposal_is_submitted_with_evidence_in_twelve_keys(
    browser: Browser, office: Office, address: str
) -> None:
    _shelve_a_source(office)
    with desk_of(browser, address, "ida") as page:
        page.goto(f"/queue?state=proposed#claim-{office.claim_id}")
        expect(page.locator(f"#claim-{office.claim_id}")).to_be_focused()
        keys = Keys(page)
        keys.press("o")
        page.wait_for_url(f"**{office.path}?*")
        keys.press("t")
        expect(page.get_by_role("status")).to_contain_text("The claim is yours")
        keys.press("e")
        expect(page.locator("#cite-snapshot")).to_be_focused()
        keys.press("ArrowDown", "Tab", "Tab")
        expect(page.get_by_label("Quote")).to_be_focused()
        keys.type("vierzehn Mitglieder")
        keys.press("Tab", "Space", "Control+Enter")
        expect(page.get_by_role("status")).to_contain_text("Cited")
        keys.press("1")
        expect(page.get_by_label("Rationale")).to_be_focused()
        keys.type("Vierzehn sind mindestens zwölf.")
        keys.press("Control+Enter")
        expect(page.get_by_role("status")).to_contain_text("Submitted")
        assert keys.pressed <= 12, keys.pressed
    assert office.claim.state is State.SUBMITTED
    with office.desk() as session:
        assert len(sources.evidence_of(session, [office.claim_id])) == 1


@pytest.mark.usefixtures("office")
def test_after_an_action_the_next_claim_is_there_and_u_goes_back(browser: Browser, address: str) -> None:
    with desk_of(browser, address, "ida") as page:
        keys = Keys(page)
        page.goto("/queue?kind=quantity")
        keys.press("j")
        keys.press("o")
        page.wait_for_url("**/claims/*")
        first = page.locator("#passage mark").text_content()
        keys.press("a")
        expect(page.locator("#passage mark")).not_to_have_text(first or "")
        assert "kind%3Dquantity" in page.url
        expect(page.get_by_role("status")).to_contain_text("Accepted")
        keys.press("d")
        expect(page.get_by_label("Why it is not worth checking")).to_be_focused()
        page.keyboard.type("u a d sind hier Buchstaben")
        keys.press("Control+Enter")
        expect(page.get_by_role("status")).to_contain_text("Dismissed")
        keys.press("?")
        expect(page.get_by_role("dialog")).to_contain_text("undo what you did last")
        page.get_by_role("button", name="Close").click()
        keys.press("u")
        expect(page.get_by_role("status")).to_contain_text("Undone")
        expect(page.locator(".step-state")).to_contain_text("proposed")


@pytest.mark.usefixtures("office")
def test_what_happened_has_the_focus_and_the_list_of_keys_tells_of_undoing_it(
    browser: Browser, address: str
) -> None:
    with desk_of(browser, address, "ida") as page:
        page.goto("/claims/1")
        page.wait_for_load_state()
        press_keys(page, "?")
        expect(page.get_by_role("dialog")).not_to_contain_text("undo what you did last")
        page.get_by_role("button", name="Close").click()
        press_keys(page, "t")
        expect(page.get_by_role("status")).to_contain_text("The claim is yours")
        page.wait_for_load_state()
        press_keys(page, "?")
        expect(page.get_by_role("dialog")).to_contain_text("undo what you did last")
        press_keys(page, "Escape")
        expect(page.get_by_role("status")).to_be_focused()
        press_keys(page, "Tab")
        expect(page.get_by_role("button", name="Undo", exact=True)).to_be_focused()


def test_nobody_takes_back_what_a_colleague_has_built_on(
    browser: Browser, office: Office, address: str
) -> None:
    office.bring_to("submitted")
    with desk_of(browser, address, "ida") as ida, desk_of(browser, address, "edgar") as edgar:
        ida.goto(office.path)
        edgar.goto(office.path)
        edgar.get_by_role("button", name="Approve").click()
        expect(edgar.get_by_role("status")).to_contain_text("Approved")
        press_keys(ida, "u")
        expect(ida.get_by_role("alert")).to_contain_text("Approved as")
        expect(ida.get_by_role("button", name="Undo what I did last")).to_have_count(0)
        press_keys(edgar, "u")
        expect(edgar.get_by_role("status")).to_contain_text("Undone")
    assert office.claim.state is State.SUBMITTED


def test_the_words_of_a_claim_are_moved_with_the_arrow_keys(
    browser: Browser, office: Office, address: str
) -> None:
    with desk_of(browser, address, "ida") as page:
        page.goto(office.path)
        press_keys(page, "x")
        expect(page.locator("#span")).to_be_focused()
        press_keys(page, "Shift+ArrowRight")
        expect(page.locator("#span-now")).to_have_text("Verein zählt mindestens zwölf Mitglieder.")
        press_keys(page, "ArrowLeft")
        expect(page.locator("#span-now")).to_have_text("Verein zählt mindestens zwölf Mitglieder")
        press_keys(page, "ArrowLeft")
        expect(page.locator("#span-now")).to_have_text("Verein zählt mindestens zwölf")
        press_keys(page, "Enter")
        expect(page.get_by_role("status")).to_contain_text("Changed")
    assert office.claim.exact == "Verein zählt mindestens zwölf"
    assert office.claim.exact in MEMBERS


@pytest.mark.parametrize("theme", ["light", pytest.param("dark", marks=pytest.mark.long)])
def test_the_keys_stand_in_nobodys_way(browser: Browser, office: Office, address: str, theme: str) -> None:
    with desk_of(browser, address, "ida", theme=theme) as page:
        page.goto(office.path)
        press_keys(page, "x")
        assert Axe().run(page).response["violations"] == []
        expect(page.get_by_role("button", name="Accept", exact=True)).to_be_visible()
        assert walk(page) == []
