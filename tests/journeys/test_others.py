"""What others have checked, as whoever asks sees it: theirs in their words, and none of the desk's marks."""

import io
from pathlib import Path
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from factcheck.importing.feed import read_feed
from factcheck.importing.taking import import_feed
from tests.api.pages.office import MEMBERS, Office
from tests.factcheck.importing.feeds import dump, review
from tests.journeys.looks import LOOKS
from tests.journeys.test_review import desk_of
from tests.making import START

SCREENSHOTS = Path(__file__).parents[1] / "screenshots"
TRAMS = "Die Stadtwerke Ostheim haben 2024 zwölf neue Straßenbahnen bestellt."


def _take_in(office: Office) -> None:
    feed = [
        review(1),
        review(2, claimReviewed=MEMBERS, reviewRating={"alternateName": "Stimmt nur zum Teil <b>!</b>"}),
    ]
    import_feed(office.engine, read_feed(io.BytesIO(dump(feed))), feed="feed.json", by="ida", at=START)


@pytest.mark.long
@pytest.mark.parametrize(("width", "theme", "language"), LOOKS)
def test_reviews_of_others_are_shown_as_theirs(
    browser: Browser, office: Office, address: str, width: int, theme: str, language: str
) -> None:
    _take_in(office)
    with desk_of(browser, address, "rita", width=width, theme=theme) as page:
        page.get_by_role("button", name=language.upper(), exact=True).click()
        page.goto(f"/ask?q={quote(f'{MEMBERS} {TRAMS}')}")
        theirs = page.locator(".answer-found > .known-elsewhere")
        expect(theirs).to_have_count(2)
        expect(theirs.last.locator("q")).to_have_text("Größtenteils falsch")
        expect(theirs.last.locator(".verdict")).to_have_count(0)
        link = theirs.last.get_by_role("link")
        expect(link).to_have_attribute("href", "https://www.pruefstelle.example/1")
        expect(link).to_have_attribute("rel", "noopener noreferrer nofollow")
        expect(theirs.first.locator("q")).to_have_text("Stimmt nur zum Teil <b>!</b>")
        said = "Von dieser Redaktion nie geprüft" if language == "de" else "Never checked by this desk"
        expect(page.locator(".answer").last).to_contain_text(said)
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        _shoot(page, f"others-{width}-{theme}-{language}")


def _shoot(page: Page, name: str) -> None:
    SCREENSHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True)
