"""Two people vote without seeing each other's verdict and disagree, a third settles it, a fourth approves,
each in a browser of their own. Then what the desk's figures say of it.

Leaves what was seen in tests/screenshots.
"""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from claims.account import AccountDraft
from claims.store import accounts, votes
from claims.workflow import Role, State
from tests.api.pages.office import _HASH as HASH
from tests.api.pages.office import Office
from tests.journeys.looks import LOOKS
from tests.journeys.test_review import desk_of, press
from tests.making import START

SCREENSHOTS = Path(__file__).parents[1] / "screenshots"
IDA, EMMA, NILS = (
    "Im Register stehen vierzehn.",
    "Ohne Fördermitglieder sind es elf.",
    "Es zählen alle vierzehn.",
)


def _vote(page: Page, verdict: str, rationale: str, button: str = "Cast your vote") -> None:
    page.get_by_role("radio", name=verdict, exact=True).check()
    page.get_by_label("Rationale").fill(rationale)
    page.get_by_role("button", name=button, exact=True).click()


def _join(office: Office, name: str) -> None:
    with office.desk() as session:
        draft = AccountDraft(
            name=name, display_name=name.title(), roles=frozenset({Role.REVIEWER}), language="en"
        )
        accounts.add(session, draft, HASH, START)


@pytest.mark.long
def test_two_vote_blindly_a_third_settles_and_a_fourth_approves(
    browser: Browser, office: Office, address: str
) -> None:
    office.bring_to("in_check")
    office.cite()
    _join(office, "nils")
    with (
        desk_of(browser, address, "ida") as ida,
        desk_of(browser, address, "emma") as emma,
        desk_of(browser, address, "nils") as nils,
        desk_of(browser, address, "edgar") as edgar,
    ):
        edgar.goto(f"/articles/{office.article_id}")
        press(edgar, "Let two people decide blindly", "two people decide here")

        ida.goto(office.path)
        expect(ida.get_by_role("button", name="Submit", exact=True)).to_have_count(0)
        _vote(ida, "supported", IDA)
        expect(ida.get_by_role("status")).to_contain_text("Your vote is in.")
        expect(ida.locator(".vote")).to_contain_text(IDA)

        for page, told in ((emma, True), (nils, False)):
            page.goto(office.path)
            expect(page.locator("body")).not_to_contain_text(IDA)
            expect(page.locator(".history")).not_to_contain_text("Vote cast")
            expect(page.get_by_text("One vote is in.")).to_have_count(1 if told else 0)

        _vote(emma, "misleading", EMMA)
        expect(emma.get_by_role("status")).to_contain_text("Your vote is in.")
        expect(emma.locator("body")).not_to_contain_text(IDA)
        ida.reload()
        expect(ida.locator("body")).not_to_contain_text(EMMA)
        expect(ida.get_by_role("button", name="Submit", exact=True)).to_have_count(0)

        nils.reload()
        expect(nils.locator(".vote")).to_have_count(2)
        expect(nils.locator(".votes")).to_contain_text(EMMA)
        _vote(nils, "supported", NILS, "Submit")
        expect(nils.get_by_role("status")).to_contain_text("Submitted")

        emma.reload()
        expect(emma.get_by_role("button", name="Approve", exact=True)).to_have_count(0)
        expect(emma.locator(".decision .votes")).to_contain_text(IDA)
        edgar.goto(office.path)
        expect(edgar.locator(".decision .vote")).to_have_count(2)
        press(edgar, "Approve", "Approved")
        edgar.goto("/agreement")
        expect(edgar.get_by_role("row", name="Ida · Emma")).to_contain_text("0 %")
        expect(edgar.get_by_role("row", name="Ida · Emma")).to_contain_text("says little")
    assert office.claim.state is State.APPROVED


@pytest.mark.long
@pytest.mark.parametrize(("width", "theme", "language"), LOOKS)
def test_votes_and_figures_look_as_they_should(
    browser: Browser, office: Office, address: str, width: int, theme: str, language: str
) -> None:
    office.bring_to("in_check")
    office.cite()
    _join(office, "nils")
    with desk_of(browser, address, "edgar") as edgar:
        edgar.goto(f"/articles/{office.article_id}")
        press(edgar, "Let two people decide blindly", "two people decide here")
    pages = {"vote": "ida", "waits": "ida", "apart": "nils"}
    steps = {
        "vote": lambda: None,
        "waits": lambda: office.press("ida", "vote", verdict="supported", rationale=IDA),
        "apart": lambda: office.press("emma", "vote", verdict="misleading", rationale=EMMA),
    }
    for name, who in pages.items():
        steps[name]()
        with desk_of(browser, address, who, theme=theme, width=width) as page:
            _look(page, office.path, f"{name}-{language}-{theme}-{width}", language)
    office.press("nils", "submit", verdict="supported", rationale=NILS)
    office.press("edgar", "approve")
    with office.desk() as session:
        assert len(votes.settled(session)) == 2
    office.press("edgar", "publish")
    office.press("rita", "challenge", reason="Das Register ist alt.")
    with desk_of(browser, address, "edgar", theme=theme, width=width) as page:
        for path in (office.path, f"/articles/{office.article_id}", "/agreement", "/overview?weeks=4"):
            name = path.strip("/").partition("?")[0].replace("/", "-")
            _look(page, path, f"{name}-{language}-{theme}-{width}", language)


def _look(page: Page, path: str, name: str, language: str) -> None:
    page.goto(path)
    button = page.get_by_role("button", name=language.upper(), exact=True)
    if button.get_attribute("aria-pressed") == "false":
        button.click()
        page.goto(path)
    SCREENSHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"blind-{name}.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing runs out of the page"
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
