"""A sentence explained, a miss reported and the report worked off, in a real Chromium.

Leaves what was seen in tests/screenshots.
"""

from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.api.pages.office import MEMBERS, Office
from tests.journeys.keys import press_keys
from tests.journeys.looks import LOOKS
from tests.journeys.test_review import SCREENSHOTS, desk_of

TEXT = (
    "Laut Ruth Adler zählt der Chor Bochum seit 2019 mindestens 40 Mitglieder. Sie probten am Montag. "
    "Warum erst jetzt?\n\nDie Halle, die im Mai eröffnet wurde, kostete rund 1,2 Millionen Euro."
)
RESULT = f"/explain?text={quote(TEXT)}&language=de&published=2026-11-24"
FOREIGN = "/explain?text=" + quote("Un club compte au moins douze membres depuis la rentrée de septembre.")


def shoot(page: Page, name: str) -> None:
    SCREENSHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"explain-{name}.png", full_page=True)


def report(page: Page, what: str, note: str) -> None:
    form = page.locator("#report")
    form.get_by_label(what).check()
    form.get_by_label("Note").fill(note)
    form.get_by_role("button", name="Report it").click()
    expect(page.get_by_role("status")).to_contain_text("Reported")


@pytest.mark.parametrize("script", [True, False], ids=["with-scripts", "without-scripts"])
def test_a_sentence_is_explained_a_miss_reported_and_worked_off(
    browser: Browser, office: Office, address: str, script: bool
) -> None:
    assert office.claim_id
    with desk_of(browser, address, "ida", script=script) as page:
        page.get_by_role("link", name="Explain").click()
        expect(page.locator(".explain-example")).to_have_count(2)
        page.get_by_label("What is found in a text, and why?").fill(TEXT)
        page.get_by_label("Day of publication").fill("2026-11-24")
        page.get_by_role("button", name="Explain").click()
        expect(page.locator(".explained-row")).to_have_count(4)
        expect(page.locator("#s1")).to_contain_text("mindestens → ≥")
        expect(page.locator("#s3")).to_contain_text("No claim")
        page.locator("#s2").get_by_role("link", name="Report a miss").click()
        expect(page.get_by_label("Where")).to_have_value("2")
        report(page, "wrong words", "Wer probte, fehlt.")
        expect(page.locator(".explained-row")).to_have_count(4)

    with desk_of(browser, address, "edgar", script=script) as page:
        page.goto("/explain")
        page.get_by_role("link", name="Reports of what was missed").click()
        expect(page.locator(".miss")).to_contain_text("Sie probten am Montag.")
        page.get_by_role("button", name="Done").click()
        expect(page.get_by_role("status")).to_contain_text("Report 1 is done.")
        page.get_by_role("button", name="Undo").click()
        expect(page.locator(".miss")).to_have_count(1)


def test_a_claim_s_page_leads_to_its_sentence_among_those_before_it(
    browser: Browser, office: Office, address: str
) -> None:
    with desk_of(browser, address, "rita") as page:
        page.goto(office.path)
        page.get_by_role("link", name="Why was this found?").click()
        expect(page.locator(".explained-about .explained-text")).to_contain_text(MEMBERS)


def test_the_keys_go_from_claim_to_claim(browser: Browser, office: Office, address: str) -> None:
    assert office.claim_id
    with desk_of(browser, address, "rita") as page:
        page.goto(RESULT)
        press_keys(page, "j")
        expect(page.locator("#c1")).to_be_focused()
        press_keys(page, "j")
        expect(page.locator("#c2")).to_be_focused()


@pytest.mark.long
@pytest.mark.parametrize(("width", "theme", "language"), LOOKS)
def test_every_state_can_be_seen_heard_and_fits(
    browser: Browser, office: Office, address: str, language: str, theme: str, width: int
) -> None:
    assert office.claim_id
    states = {
        "empty": "/explain",
        "result": RESULT,
        "report": f"{RESULT}&about=2&report=1#report",
        "refused": FOREIGN,
        "misses": "/explain/misses",
        "misses-done": "/explain/misses?done=1",
    }
    with desk_of(browser, address, "edgar", theme=theme, width=width) as page:
        page.goto(f"{RESULT}&about=2&report=1")
        report(page, "a claim is missing", "Dass sie im Chor sind.")
        page.locator(f"button[name=language][value={language}]").click()
        for name, path in states.items():
            page.goto(path)
            shoot(page, f"{name}-{language}-{theme}-{width}")
            page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
            found = Axe().run(page)
            assert found.violations_count == 0, found.generate_report()
            assert page.evaluate("document.documentElement.scrollWidth") <= width
