"""From an invitation to a reader's challenge: accounts, inboxes and the public page, in a browser."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from claims.letter import Letter
from claims.store import accounts, letters
from tests.api.pages.office import Office
from tests.journeys.keys import press_keys
from tests.journeys.test_review import desk_of

SCREENSHOTS = Path(__file__).parents[1] / "screenshots"
NEW = "a password that she chose"


def _change(office: Office, **settings: object) -> None:
    known = office.app.extensions["factcheck.settings"]
    office.app.extensions["factcheck.settings"] = known.model_copy(update=settings)


def _shoot(page: Page, name: str) -> None:
    SCREENSHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"inbox-{name}.png", full_page=True)


def test_somebody_is_invited_and_told_what_others_do(browser: Browser, office: Office, address: str) -> None:
    office.press("ida", "accept")
    with desk_of(browser, address, "adam") as adam, browser.new_context(base_url=address) as theirs:
        adam.goto("/queue")
        adam.get_by_role("link", name="Accounts").click()
        adam.get_by_label("Name to log in with").fill("nora")
        adam.get_by_label("Name that others see").fill("Nora")
        adam.get_by_role("button", name="Invite").click()
        link = adam.locator(".handed-link code").inner_text()

        nora = theirs.new_page()
        nora.goto(link)
        nora.get_by_label("New password").fill(NEW)
        nora.get_by_label("Once more").fill(NEW)
        nora.get_by_role("button", name="Set the password").click()
        expect(nora.get_by_role("status")).to_contain_text("log in with it")
        nora.get_by_label("Name").fill("nora")
        nora.get_by_label("Password").fill(NEW)
        nora.get_by_role("button", name="Log in").click()
        nora.goto("/inbox")
        expect(nora.locator("main")).to_contain_text("Nothing has come in yet.")

        with office.desk() as session:
            number = accounts.named(session, "nora").id
        office.press("edgar", "assign", assignee=str(number), message="Bitte noch heute.")
        nora.goto("/queue")
        expect(nora.locator(".masthead-count")).to_have_text(re.compile("1"))
        nora.get_by_role("link", name=re.compile("Inbox")).click()
        expect(nora.locator(".notice")).to_contain_text("Bitte noch heute.")
        press_keys(nora, "j")
        press_keys(nora, "o")
        expect(nora).to_have_url(re.compile(r"/claims/1$"))
        expect(nora.locator(".masthead-count")).to_have_count(0)


@pytest.mark.parametrize(
    "script",
    [pytest.param(True, marks=pytest.mark.long), False],
    ids=["with a script", "without"],
)
def test_a_reader_challenges_and_an_editor_answers_in_public(
    browser: Browser, office: Office, address: str, script: bool
) -> None:
    _change(office, public_reading=True)
    office.bring_to("published")
    context = browser.new_context(base_url=address, locale="en-GB", java_script_enabled=script)
    with desk_of(browser, address, "edgar") as edgar, context as outside:
        reader = outside.new_page()
        reader.goto("/published")
        reader.locator(".published-claim").click()
        expect(reader.locator(".public-verdict")).to_contain_text("supported")
        reader.get_by_label("What is wrong").fill("Das Register von 2027 nennt elf.")
        reader.get_by_label("How the desk can reach you").fill("0234 555")
        reader.get_by_role("button", name="Challenge this").click()
        expect(reader.locator("main")).to_contain_text("This verdict was challenged")
        expect(reader.get_by_role("button", name="Challenge this")).to_have_count(0)

        edgar.goto("/inbox")
        expect(edgar.locator(".notice").first).to_contain_text("Das Register von 2027 nennt elf.")
        edgar.locator(".notice-claim").first.click()
        expect(edgar.locator(".claim-desk")).to_contain_text("0234 555")
        edgar.locator("form[action$='/confirm'] textarea").fill("Elf gilt erst ab 2027.")
        edgar.locator("form[action$='/confirm'] button").click()
        reader.reload()
        expect(reader.locator(".chapter").first).to_contain_text("Elf gilt erst ab 2027.")
        expect(reader.get_by_role("button", name="Challenge this")).to_be_visible()


def _fill(office: Office) -> None:
    """Notices of several kinds, a mail that fails, and a claim that was corrected and challenged."""
    _change(office, public_reading=True, smtp_host="127.0.0.1")
    office.press("ida", "accept")
    office.press(
        "edgar", "assign", assignee="2", message="Die Zahl trägt den Aufmacher, bitte noch vor der Konferenz."
    )
    office.client("ida").get("/inbox/1")
    office.press("ida", "take")
    office.cite()
    office.submit()
    office.press("edgar", "send_back", reason="Das Register ist von 2019: Gibt es ein neueres?")
    office.submit()
    office.press("edgar", "approve")
    office.press("edgar", "publish")
    office.cite(quote="Der Bau der Halle kostete 40.000 Euro", stance="qualifies")
    why = {
        "rationale": "Vierzehn sind es mit den Fördermitgliedern.",
        "reason": "Wir hatten die Fördermitglieder mitgezählt.",
    }
    office.press("ida", "correct", verdict="mostly_supported", **why)
    office.press("edgar", "approve")
    office.press("edgar", "publish")
    with office.desk() as session:
        ida = accounts.named(session, "ida")
        ida.email = "ida@news.example"
        letter: Letter = letters.add(session, ida.id or 0, ida.created_at)
        letter.failure, letter.tries = "550 5.1.1 no such mailbox here", 4
        session.add_all([ida, letter])


@pytest.mark.long
@pytest.mark.parametrize(
    ("width", "theme", "german"),
    [(1280, "light", "de"), (390, "dark", "en"), (1280, "dark", "en"), (390, "light", "de")],
)
def test_nothing_stands_in_the_way_on_the_new_pages(
    browser: Browser, office: Office, address: str, theme: str, width: int, german: str
) -> None:
    _fill(office)
    visits = [
        ("ida", "inbox", "/inbox"),
        ("ida", "me", "/me"),
        ("rita", "empty", "/inbox"),
        ("adam", "accounts", "/accounts"),
        ("adam", "account", "/accounts/2"),
        ("adam", "published", "/published"),
        ("adam", "public", "/c/1"),
        ("adam", "forgotten", "/forgotten"),
    ]
    for who in ("ida", "rita", "adam"):
        with desk_of(browser, address, who, theme=theme, width=width) as page:
            page.goto("/queue")
            page.get_by_role("button", name=german.upper(), exact=True).click()
            for _, name, path in (visit for visit in visits if visit[0] == who):
                page.goto(path)
                _shoot(page, f"{name}-{german}-{theme}-{width}")
                found = Axe().run(page)
                assert found.violations_count == 0, found.generate_report()
                assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_no_script_of_a_reader_runs(browser: Browser, office: Office, address: str) -> None:
    _change(office, public_reading=True)
    office.bring_to("published")
    evil = "<img src=x onerror='window.ran=1'><script>window.ran=1</script>"
    with browser.new_context(base_url=address) as outside:
        reader = outside.new_page()
        reader.goto("/c/1")
        reader.get_by_label(re.compile("What is wrong|Was stimmt nicht")).fill(evil)
        reader.locator("#contact").fill(evil)
        reader.locator(".challenge .button-primary").click()
        assert reader.evaluate("window.ran") is None
    with desk_of(browser, address, "edgar") as page:
        for path in ("/inbox", office.path):
            page.goto(path)
            assert "window.ran=1" in page.locator("main").inner_text()
            assert page.evaluate("window.ran") is None
