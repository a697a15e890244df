"""The API's documentation, as a reader of the desk finds it: from the page foot to an example."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.journeys.looks import LOOKS


@pytest.mark.long
@pytest.mark.parametrize(("width", "theme", "language"), LOOKS)
def test_the_documentation_leads_to_every_operation(
    page: Page, address: str, width: int, theme: str, language: str
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/login")
    page.locator(f"button[name=language][value={language}]").click()
    page.get_by_role("contentinfo").get_by_role("link", name="API").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Die API" if language == "de" else "The API")
    claim = page.locator("#get_claim")
    claim.get_by_text("Beispiel" if language == "de" else "Example", exact=True).click()
    expect(claim.locator("pre")).to_contain_text('"state": "published"')
    claim.get_by_role("link", name="DeskClaim").click()
    expect(page.locator("#DeskClaim")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert Axe().run(page).response["violations"] == []
    assert all(url.startswith(address) for url in asked)
