"""The data on a published claim's page, in a browser that enforces the content security policy."""

import json

from playwright.sync_api import Page

from tests.api.pages.office import Office

_WATCH = """
window.refused = [];
document.addEventListener("securitypolicyviolation", event => window.refused.push(event.violatedDirective));
"""


def test_a_browser_takes_the_claim_review_for_data_and_refuses_nothing(
    office: Office, address: str, page: Page
) -> None:
    office.bring_to("published")
    settings = office.app.extensions["factcheck.settings"]
    office.app.extensions["factcheck.settings"] = settings.model_copy(update={"public_reading": True})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.add_init_script(_WATCH)
    page.goto(f"{address}/c/{office.claim_id}")
    assert json.loads(page.locator("script[type='application/ld+json']").text_content() or "")["url"]
    assert page.evaluate("window.refused") == []
    assert said == []
    # the same watch does see what the policy refuses
    page.evaluate("document.head.append(Object.assign(document.createElement('script'), {text: '1'}))")
    page.wait_for_function("window.refused.length > 0")
