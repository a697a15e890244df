"""A later article repeats a checked claim: its verdict is taken over by one key, and lost with that.

Leaves what was seen in tests/screenshots.
"""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from claims.workflow import State
from tests.api.pages.office import MEMBERS, Office
from tests.api.pages.test_claim_kin import OTHER, SAME, claim, take_in
from tests.journeys.keys import press_keys
from tests.journeys.looks import LOOKS
from tests.journeys.test_review import decide, desk_of

SCREENSHOTS = Path(__file__).parents[1] / "screenshots"


@pytest.mark.long
def test_a_repeated_claim_is_taken_over_published_and_comes_back_when_the_first_is_corrected(
    browser: Browser, office: Office, address: str
) -> None:
    office.bring_to("published")
    number = take_in(office, SAME)
    path = f"/claims/{number}"
    with desk_of(browser, address, "ida") as page:
        page.goto(path)
        expect(page.get_by_role("region", name="Checked already")).to_contain_text("✓ supported")
        press_keys(page, "v")
        expect(page.get_by_role("status")).to_contain_text(f"Taken over from claim {office.claim_id}")
    with desk_of(browser, address, "edgar") as page:
        page.goto(path)
        for button in ("Approve", "Publish"):
            page.get_by_role("button", name=button, exact=True).click()
            page.wait_for_load_state()
    assert claim(office, number).state is State.PUBLISHED
    with desk_of(browser, address, "ida") as page:
        page.goto(office.path)
        page.locator("summary", has_text="Correct …").click()
        decide(page, "refuted", "Das Register wurde berichtigt: Es sind elf.")
        page.locator("#correct").get_by_label("Public reason").fill("Das Register wurde berichtigt.")
        page.get_by_role("button", name="Submit the correction").click()
        expect(page.get_by_role("status")).to_contain_text("Correction submitted")
    office.press("emma", "approve")
    office.press("emma", "publish")
    with desk_of(browser, address, "ida") as page:
        page.goto("/queue?view=lapsed")
        page.get_by_role("link", name="zählt mindestens zwölf Mitglieder").click()
        expect(page.locator(".history")).to_contain_text("The verdict that this one took over was corrected.")
        expect(page.locator(".step-state")).to_contain_text("lapsed")
        expect(page.get_by_role("region", name="Checked already")).to_contain_text("✕ refuted")
    lapsed = claim(office, number)
    assert (lapsed.state, lapsed.lapsed, lapsed.verdict) == (State.OPEN, True, None)


@pytest.mark.long
@pytest.mark.parametrize(("width", "theme", "language"), LOOKS)
def test_what_was_checked_already_reads_well_in_every_look(
    browser: Browser, office: Office, address: str, width: int, theme: str, language: str
) -> None:
    office.bring_to("published")
    same, other = take_in(office, SAME), take_in(office, OTHER)
    with desk_of(browser, address, "ida", theme=theme, width=width) as page:
        if language == "de":
            page.get_by_role("button", name="DE", exact=True).click()
        _look(page, f"/claims/{same}", f"same-{language}-{theme}-{width}")
        page.goto(f"/claims/{other}")
        page.locator(".kin summary").first.click()
        _look(page, "", f"differs-{language}-{theme}-{width}")
        _look(page, "/queue", f"queue-{language}-{theme}-{width}")
        expect(page.locator(".list-kin").first).to_contain_text("geprüft vor" if language == "de" else "ago")
    assert claim(office, office.claim_id).exact == MEMBERS


def _look(page: Page, path: str, name: str) -> None:
    if path:
        page.goto(path)
    SCREENSHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"adopting-{name}.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
