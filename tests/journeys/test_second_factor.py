"""A second factor is set up and asked for in a real browser, also where no script runs; axe on the way."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.api.pages.office import PASSWORD, Office
from tests.api.test_security_second_factor import _code
from tests.journeys.looks import LOOKS


def _log_in(page: Page, address: str, language: str) -> None:
    page.goto(f"{address}/login")
    page.click(f"button[value={language}]")
    page.fill("#name", "ida")
    page.fill("#password", PASSWORD)
    page.press("#password", "Enter")
    page.wait_for_url(lambda url: not url.endswith("/login"))


@pytest.mark.browser
@pytest.mark.parametrize(("width", "theme", "language"), LOOKS)
def test_a_second_factor_from_the_qr_code_to_the_next_log_in(
    office: Office, address: str, browser: Browser, width: int, theme: str, language: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=theme)  # type: ignore[arg-type]
    page = context.new_page()

    def look() -> None:
        assert Axe().run(page).response["violations"] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    _log_in(page, address, language)
    page.goto(f"{address}/me/tokens")
    look()
    page.goto(f"{address}/me/second-factor")
    look()
    page.fill("#password", PASSWORD)
    page.press("#password", "Enter")
    page.wait_for_selector(".qr svg")
    look()
    page.fill("#code", _code(office, -30))
    page.press("#code", "Enter")
    page.wait_for_selector(".recovery")
    look()
    context.close()
    plain = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=False)
    page = plain.new_page()
    _log_in(page, address, language)
    page.fill("#code", _code(office))
    page.press("#code", "Enter")
    page.wait_for_url(lambda url: "/login" not in url)
    plain.close()
