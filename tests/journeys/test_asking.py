"""From a reader's question to the answer in her inbox, by the people it takes, in a real Chromium."""

from pathlib import Path
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.api.pages.office import HALL, MEMBERS, Office
from tests.journeys.looks import LOOKS
from tests.journeys.test_review import decide, desk_of, press

SCREENSHOTS = Path(__file__).parents[1] / "screenshots"
NINE = "Im Jahr 2019 verlor die Lindenauer Hafenbahn neun ihrer Lokomotiven."
PARAGRAPH = f"{MEMBERS} {NINE} Der Verein zählt mindestens zwanzig Mitglieder. {HALL}"
REPORT = "Jahresbericht 2019: Die Hafenbahn hat neun Lokomotiven stillgelegt."


def _shoot(page: Page, name: str) -> None:
    SCREENSHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"asking-{name}.png", full_page=True)


@pytest.mark.long
def test_a_reader_asks_for_a_check_and_is_told_what_came_of_it(browser: Browser, address: str) -> None:
    with desk_of(browser, address, "rita", script=False) as rita:
        rita.goto("/ask")
        rita.get_by_role("textbox").fill(PARAGRAPH)
        rita.get_by_role("button", name="Ask", exact=True).click()
        asked = rita.locator(".answer").nth(1)
        asked.locator(".answer-note summary").click()
        asked.get_by_label("A note for those who check").fill("Für die Abendausgabe")
        asked.get_by_role("button", name="Request a check").click()
        expect(rita.get_by_role("status")).to_contain_text("You asked for a check of claim 3")
        expect(asked).to_contain_text("you asked for it")

        with desk_of(browser, address, "ida") as ida:
            ida.goto("/queue?wished=yes")
            expect(ida.locator("[data-row]")).to_contain_text("asked for by Rita")
            ida.locator(".list-claim").click()
            expect(ida.locator(".asked-for")).to_contain_text("Für die Abendausgabe")
            press(ida, "Accept", "Accepted")
            ida.goto("/claims/3")
            press(ida, "Take it", "The claim is yours")
            cite = ida.locator("#cite")
            cite.get_by_label("Title").fill("Jahresbericht der Hafenbahn")
            cite.get_by_label("What it says").fill(REPORT)
            cite.get_by_label("Quote").fill("neun Lokomotiven stillgelegt")
            cite.get_by_label("supports").check()
            press(ida, "Cite", "Cited")
            decide(ida, "supported", "So steht es im Jahresbericht.")
            press(ida, "Submit", "Submitted")

        with desk_of(browser, address, "edgar") as edgar:
            edgar.goto("/claims/3")
            press(edgar, "Approve", "Approved")
            press(edgar, "Publish", "Published")

        rita.goto("/inbox")
        told = rita.locator(".notice")
        expect(told).to_contain_text("Edgar settled what you asked about claim 3.")
        expect(told).to_contain_text("✓ supported")
        rita.get_by_role("link", name="What you asked for").click()
        expect(rita.locator(".notice")).to_contain_text("✓ supported")


def test_a_search_is_saved_from_the_filters_and_opened_by_its_name(browser: Browser, address: str) -> None:
    with desk_of(browser, address, "ida") as page:
        page.goto("/queue")
        page.get_by_label("Words").fill("Halle")
        page.get_by_role("button", name="Filter", exact=True).click()
        page.locator("summary", has_text="Save this search").click()
        page.get_by_label("Name of the search").fill("Neue Halle")
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.get_by_role("status")).to_contain_text("The search is saved")
    with desk_of(browser, address, "edgar") as page:
        page.goto("/queue")
        expect(page.locator("[data-row]")).to_have_count(2)
        page.get_by_role("link", name="Neue Halle", exact=True).click()
        expect(page.locator("[data-row]")).to_have_count(1)
        expect(page.locator(".shelf-open")).to_contain_text("Words Halle")


def _fill(office: Office) -> None:
    """A claim that is published, requests in several states, two saved searches."""
    settings = office.app.extensions["factcheck.settings"]
    office.app.extensions["factcheck.settings"] = settings.model_copy(update={"public_reading": True})
    office.bring_to("published")
    for words, note in ((NINE, "Für die Abendausgabe, bis 17 Uhr"), ("Wer leitet das Hafenamt?", "")):
        form = office.form("rita", "ask/requests", office.look("rita", f"/ask?q={quote(words)}"))
        assert office.client("rita").post("/ask/requests", data={**form, "note": note}).status_code == 302
    office.claim_id = 4
    office.press("ida", "dismiss", reason="Das ist eine Frage. Was haben Sie denn gehört?")
    for query, name in (("words=Verein", "Vereine"), ("wished=yes&view=unassigned", "Gewünscht, noch frei")):
        form = office.form("ida", "searches", office.look("ida", f"/queue?{query}"))
        assert office.client("ida").post("/searches", data={**form, "name": name}).status_code == 302


@pytest.mark.long
@pytest.mark.parametrize(("width", "theme", "language"), LOOKS)
def test_nothing_stands_in_the_way_on_the_pages_of_asking(
    browser: Browser, office: Office, address: str, theme: str, width: int, language: str
) -> None:
    _fill(office)
    visits = {
        "rita": [("ask", f"/ask?q={quote(PARAGRAPH)}"), ("requests", "/inbox/requests")],
        "ida": [
            ("search", "/queue?search=1&state=published"),
            ("save", "/queue?wished=yes&age=week"),
            ("wished", "/articles?wished=yes"),
            ("claim", "/claims/3"),
        ],
    }
    for who, wanted in visits.items():
        with desk_of(browser, address, who, theme=theme, width=width) as page:
            page.goto("/queue")
            page.get_by_role("button", name=language.upper(), exact=True).click()
            for name, path in wanted:
                page.goto(path)
                for fold in page.locator(".answer-note, .shelf-save, .shelf-open details").all():
                    fold.evaluate("each => each.open = true")
                _shoot(page, f"{name}-{language}-{theme}-{width}")
                found = Axe().run(page)
                assert found.violations_count == 0, found.generate_report()
                assert page.evaluate("document.documentElement.scrollWidth") <= width, path
