"""Noting whom the desk asked in a real Chromium, without a script, on wide and narrow screens in both
languages and themes; and what axe finds there."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.api.pages.office import PASSWORD, Office
from tests.journeys.looks import LOOKS

SHOTS = Path(__file__).parents[1] / "screenshots"
ANSWER = "Im Oktober waren es vierzehn, zwei haben sich seither abgemeldet."
QUESTION = "Wie viele Mitglieder hat der Verein heute, und seit wann?"
ASKED = {"channel": "email", "asked_on": "2026-05-03", "due_on": "2026-05-05", "question": QUESTION}


@pytest.fixture(autouse=True)
def _in_check(office: Office) -> None:
    office.bring_to("in_check")


@pytest.fixture
def asked(office: Office) -> Office:
    """One inquiry answered, one overdue and confidential, one that met silence."""
    office.press("ida", "ask", **ASKED, whom="Vorstand des Kegelclubs", contact="Frau Lindqvist, Apparat 12")
    office.press("ida", "reply", reply="answered", reply_on="2026-05-04", answer=ANSWER)
    office.press("edgar", "ask", **{**ASKED, "channel": "letter"}, whom="Sportamt der Stadt Bochum")
    office.press("edgar", "reply", reply="silent", reply_on="2026-05-12")
    office.press(
        "ida", "ask", **{**ASKED, "channel": "phone"}, whom="Ein früheres Mitglied", confidential="yes"
    )
    return office


def _log_in(page: Page, address: str, who: str = "ida") -> None:
    page.goto(f"{address}/login")
    page.locator("input[name=name]").fill(who)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url("**/queue")


def _note(page: Page) -> None:
    """Ask somebody and note the answer, by the labels of the forms."""
    section = page.locator("#people")
    section.get_by_text("Note whom you asked").click()
    section.get_by_label("Who was asked").fill("Vorstand des Kegelclubs")
    section.get_by_label("Asked on").fill("2026-05-03")
    section.get_by_label("Question").fill("Wie viele?")
    section.get_by_role("button", name="Note it").click()
    expect(page.get_by_role("status")).to_contain_text("Noted whom you asked.")
    section.get_by_text("Note the answer").click()
    reply = section.locator("form[action$=reply]")
    reply.get_by_label("answered", exact=True).check()
    reply.get_by_label("On", exact=True).fill("2026-05-04")
    reply.get_by_label("What they said").fill("Vierzehn.")
    reply.get_by_role("button", name="Note it").click()
    expect(page.get_by_role("status")).to_contain_text("The answer is noted.")
    expect(section).to_contain_text("Answered on 4 May 2026")


@pytest.mark.parametrize("script", [True, False])
def test_an_inquiry_is_noted_with_and_without_a_script(
    office: Office, address: str, browser: Browser, script: bool
) -> None:
    context = browser.new_context(locale="en-GB", java_script_enabled=script, reduced_motion="reduce")
    page = context.new_page()
    _log_in(page, address)
    page.goto(address + office.path)
    _note(page)
    context.close()


@pytest.mark.long
@pytest.mark.parametrize(("width", "theme", "language"), LOOKS)
def test_the_section_reads_well_and_axe_finds_nothing(
    asked: Office, address: str, browser: Browser, width: int, theme: str, language: str
) -> None:
    context = browser.new_context(
        locale="de-DE" if language == "de" else "en-GB",
        viewport={"width": width, "height": 900},
        color_scheme="dark" if theme == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    _log_in(page, address)
    page.goto(address + asked.path)
    if page.locator("html").get_attribute("lang") != language:
        page.get_by_role("button", name=language.upper(), exact=True).click()
        expect(page.locator("html")).to_have_attribute("lang", language)
    SHOTS.mkdir(parents=True, exist_ok=True)
    section = page.locator("#people")
    for state in ("closed", "open"):
        if state == "open":
            for folded in section.locator("summary").all():
                folded.click()
        section.screenshot(path=SHOTS / f"people-{state}-{width}-{theme}-{language}.png")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
    context.close()
