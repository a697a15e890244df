"""Two people work on one claim at once: assignment, notes, tags, who is looking, and the queue after it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from claims.assignment import Priority
from claims.store import accounts, claims
from claims.workflow import State
from tests.api.pages.office import Office
from tests.journeys.keys import press_keys
from tests.journeys.test_review import desk_of, press

SCREENSHOTS = Path(__file__).parents[1] / "screenshots"


def _shoot(page: Page, name: str) -> None:
    SCREENSHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"together-{name}.png", full_page=True)


def _unfold(page: Page, summary: str) -> None:
    page.locator("summary", has_text=summary).first.click()


def _assign(page: Page, to: str, message: str) -> None:
    _unfold(page, "Assign …")
    form = page.locator("#assign")
    form.get_by_label("To", exact=True).select_option(label=to)
    form.get_by_label("Due on").fill((datetime.now(UTC) + timedelta(days=2)).date().isoformat())
    form.get_by_label("Priority").select_option("high")
    form.get_by_label("Message").fill(message)
    form.get_by_role("button", name="Assign", exact=True).click()


def test_two_people_share_the_work_on_a_claim(browser: Browser, office: Office, address: str) -> None:
    office.bring_to("open")
    with desk_of(browser, address, "edgar") as edgar, desk_of(browser, address, "ida") as ida:
        edgar.goto(office.path)
        _assign(edgar, "Ida", "Die Zahl trägt den Aufmacher.")
        expect(edgar.get_by_role("status")).to_contain_text("Ida has this claim now.")

        ida.goto("/queue")
        ida.get_by_role("link", name="Mine").click()
        ida.locator(f"#claim-{office.claim_id}").click()
        expect(ida.locator(".message")).to_contain_text("Die Zahl trägt den Aufmacher.")
        expect(ida.locator(".looking")).to_have_text("Edgar is looking at this.")
        edgar.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        expect(edgar.locator(".looking")).to_have_text("Ida is looking at this.")

        press(ida, "Take it", "The claim is yours")
        press_keys(ida, "w")
        expect(ida.get_by_label("Note", exact=True)).to_be_focused()
        ida.keyboard.type("Mit oder ohne Fördermitglieder?")
        press(ida, "Write it", "Your note is written")

        # Edgar still has the page from before: what he types stays, and he is told what happened
        _unfold(edgar, "Write a note")
        edgar.get_by_label("Note", exact=True).fill("Das Register zählt alle.")
        edgar.get_by_role("button", name="Write it").click()
        expect(edgar.get_by_role("alert")).to_contain_text("Note written by Ida")
        expect(edgar.get_by_label("Note", exact=True)).to_have_value("Das Register zählt alle.")
        _unfold(edgar, "Answer")
        edgar.get_by_label("Your answer").fill("Das Register zählt alle.")
        press(edgar, "Send the answer", "Answered")

        ida.reload()
        expect(ida.locator(".thread-answer")).to_contain_text("Das Register zählt alle.")
        press(ida, "Resolve", "Resolved")
        press_keys(ida, "g")
        ida.locator("#tag-tags").fill("Vereinsleben, Aufmacher")
        press(ida, "Tag", "Tagged")
        ida.locator(".tag", has_text="Aufmacher").click()
        expect(ida.locator(".list-claim")).to_have_count(1)
    assert office.claim.state is State.IN_CHECK


def test_it_works_without_a_script(browser: Browser, office: Office, address: str) -> None:
    office.look("edgar")
    with desk_of(browser, address, "ida", script=False) as page:
        page.goto(office.path)
        expect(page.locator(".looking")).to_have_text("Edgar is looking at this.")
        _assign(page, "Edgar", "Kannst du?")
        expect(page.get_by_role("status")).to_contain_text("Edgar has this claim now.")
        _unfold(page, "Write a note")
        page.get_by_label("Note", exact=True).fill("Mit Fördermitgliedern?")
        press(page, "Write it", "Your note is written")
        press(page, "Resolve", "Resolved")
        press(page, "Undo", "Undone")
        expect(page.get_by_role("button", name="Resolve", exact=True)).to_be_visible()
        page.goto("/queue?view=due")
        expect(page.locator(".list-claim")).to_have_count(1)


def _fill(office: Office) -> None:
    """A claim that people talk about, and a queue with deadlines that have passed and that are near."""
    office.bring_to("in_check")
    with office.desk() as session:
        ida = accounts.named(session, "ida")
        for number, claim in enumerate(claims.of_article(session, office.article_id)):
            now = datetime.now(UTC).replace(second=0, microsecond=0)
            claim.due = now + timedelta(hours=50 if number else -3)
            claim.priority = (Priority.HIGH, Priority.LOW)[number % 2]
            claim.assignee_id = ida.id
    office.press("edgar", "assign", message="Die Zahl trägt den Aufmacher, bitte noch vor der Konferenz.")
    office.press("ida", "tag", tags="Vereinsleben, Haushalt 2027")
    office.press("ida", "note", remark="Mit oder ohne Fördermitglieder?")
    office.press("edgar", "answer", remark="Das Register zählt alle, die Beitrag zahlen.")
    office.press("edgar", "resolve")
    office.press("edgar", "note", remark="Der Vorstand nennt im Jahresbericht vierzehn. Woher die Differenz?")
    office.look("edgar")


@pytest.mark.long
@pytest.mark.parametrize(
    ("width", "theme"),
    [
        pytest.param(1280, "light", marks=pytest.mark.long),
        (390, "dark"),
        pytest.param(1280, "dark", marks=pytest.mark.long),
        pytest.param(390, "light", marks=pytest.mark.long),
    ],
)
def test_nothing_stands_in_the_way_of_working_together(
    browser: Browser, office: Office, address: str, theme: str, width: int
) -> None:
    _fill(office)
    german = "de" if width == 390 or theme == "dark" else "en"
    with desk_of(browser, address, "ida", theme=theme, width=width) as page:
        page.goto("/queue")
        page.get_by_role("button", name=german.upper(), exact=True).click()
        for name, path in (
            ("queue", "/queue"),
            ("due", "/queue?view=due&worth=5"),
            ("empty", "/queue?view=challenged"),
            ("claim", office.path),
        ):
            page.goto(path)
            _shoot(page, f"{name}-{german}-{theme}-{width}")
            page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
            found = Axe().run(page)
            assert found.violations_count == 0, found.generate_report()
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        _shoot(page, f"claim-open-{german}-{theme}-{width}")


def test_no_script_in_a_note_runs(browser: Browser, office: Office, address: str) -> None:
    evil = "<img src=x onerror='window.ran=1'><script>window.ran=1</script>"
    office.press("ida", "tag", tags="<img src=x onerror=window.ran=1>")
    office.press("ida", "note", remark=evil)
    office.press("edgar", "assign", message=evil, assignee="2")
    with desk_of(browser, address, "ida") as page:
        for path in (office.path, "/queue", "/queue?tag=" + evil):
            page.goto(path)
            assert page.evaluate("window.ran") is None
