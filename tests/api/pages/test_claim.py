from pathlib import Path

import pytest
from lxml import html

from claims.store import accounts, claims
from claims.workflow import State
from factcheck import review
from tests import making
from tests.api.pages.looking import keys, parts, words
from tests.api.pages.office import TEXT, Office, alerts, open_office, told


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Office:
    return open_office(home, _sqlite_desk)


def test_the_words_stand_marked_in_their_passage(office: Office) -> None:
    page = html.fromstring(office.look("rita"))
    [marked] = page.xpath("//blockquote[@id='passage']//mark")
    assert marked.text == office.claim.exact
    shown = " ".join(page.xpath("//blockquote[@id='passage']")[0].text_content().split())
    assert "Der Kegelclub Bochum hat im Sommer neu gebaut." in shown
    start = int(marked.get("data-start"))
    assert TEXT[start : start + len(marked.text)] == marked.text


def test_slots_and_worth_are_told_with_their_reasons(office: Office) -> None:
    page = office.look("rita")
    assert "≥ 12" in page
    assert "gives a figure: zwölf" in page


def test_the_page_leads_to_the_neighbours_in_the_article(office: Office) -> None:
    page = html.fromstring(office.look("rita"))
    neighbours = page.xpath("//a[@rel='next' or @rel='prev']/@href")
    assert len(neighbours) == 1
    assert all(office.client("rita").get(path).status_code == 200 for path in neighbours)


def test_a_claim_that_is_not_there_is_not_found(office: Office) -> None:
    for path in ("/claims/999", "/claims/99999999999999999999999"):
        assert office.client("rita").get(path).status_code == 404
    answer = office.client("ida").post("/claims/999/accept", data=office.form("ida", "accept"))
    assert answer.status_code == 404


EVERY_MOVE = {"accept", "dismiss", "take", "release", "submit", "send_back", "approve", "publish"} | {
    "challenge",
    "confirm",
    "correct",
    "withdraw",
}


_TYPING = ("Esc", "Ctrl Enter")
_TOGETHER = {"assign", "tag", "note"}
"""Forms by which people work together; test_claim_team asks who has them."""


@pytest.mark.parametrize(
    ("state", "offers"),
    [
        ("proposed", {"rita": set(), "ida": {"accept", "take", "dismiss", "edit", "split"}, "adam": set()}),
        ("open", {"rita": set(), "ida": {"take", "dismiss", "edit", "split", "cite", "ask", "undo"}}),
        ("in_check", {"rita": set(), "ida": {"release", "submit", "edit", "split", "cite", "ask", "undo"}}),
        (
            "submitted",
            {"rita": set(), "ida": {"ask", "undo"}, "edgar": {"approve", "send_back", "ask"}, "adam": set()},
        ),
        ("approved", {"ida": {"ask"}, "edgar": {"publish", "send_back", "ask", "undo"}}),
        (
            "published",
            {
                "rita": {"challenge"},
                "ida": {"challenge", "correct", "cite", "retract", "ask"},
                "edgar": {"challenge", "correct", "withdraw", "cite", "retract", "ask"},
                "adam": {"challenge"},
            },
        ),
        (
            "challenged",
            {
                "rita": set(),
                "ida": {"correct", "cite", "retract", "ask"},
                "edgar": {"confirm", "correct", "withdraw", "cite", "retract", "ask"},
            },
        ),
    ],
)
def test_each_role_finds_the_forms_it_can_use(
    office: Office, state: str, offers: dict[str, set[str]]
) -> None:
    office.bring_to(state)
    assert {who: office.offers(who) - _TOGETHER for who in offers} == offers


@pytest.mark.parametrize("who", ["rita", "adam"])
def test_readers_and_administrators_change_nothing(office: Office, who: str) -> None:
    fields = {**office.form("ida", "accept"), "reason": "Weil.", "confirmed": "yes"}
    fields["csrf_token"] = office.form(who, "language")["csrf_token"]
    for action in (EVERY_MOVE | {"edit", "split", "cite"}) - {"challenge"}:
        assert office.post(who, action, fields).status_code in (403, 409, 422), action
    assert office.claim.version == 1


def test_no_form_works_without_its_token(office: Office) -> None:
    fields = office.form("ida", "accept")
    del fields["csrf_token"]
    assert office.post("ida", "accept", fields).status_code == 400
    assert office.claim.state is State.PROPOSED


def test_the_whole_way_goes_through_forms(office: Office) -> None:
    assert "Accepted" in told(office.press("ida", "accept"))
    assert "yours" in told(office.press("ida", "take"))
    assert "Cited" in told(office.cite())
    assert "Submitted" in told(office.submit())
    assert "Approved" in told(office.press("edgar", "approve"))
    assert "Published" in told(office.press("emma", "publish"))
    assert office.claim.state is State.PUBLISHED
    page = office.look("rita")
    assert "Published as supported by Emma" in page
    assert "So steht es im Register." in page


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_postgresql_carries_the_whole_way_as_well(home: Path, database_url: str) -> None:
    office = open_office(home, database_url)
    office.bring_to("challenged")
    office.press("edgar", "confirm", reason="Es bleibt dabei.")
    assert office.claim.state is State.PUBLISHED
    assert office.client("rita").get("/claims/2147483647").status_code == 404


def test_who_submitted_reads_why_somebody_else_goes_on(office: Office) -> None:
    office.bring_to("in_check")
    office.cite()
    office.submit("edgar")
    assert office.offers("edgar") - _TOGETHER == {"ask", "undo"}
    assert "You submitted this verdict" in office.look("edgar")
    fields = {**office.form("emma", "approve"), "csrf_token": office.form("edgar", "language")["csrf_token"]}
    answer = office.post("edgar", "approve", fields)
    assert answer.status_code == 403
    assert "somebody other than who submitted" in alerts(answer.text)
    office.press("emma", "approve")


@pytest.mark.parametrize("action", ["dismiss", "submit"])
def test_a_refused_form_says_why_and_keeps_what_was_typed(office: Office, action: str) -> None:
    office.bring_to("open" if action == "dismiss" else "in_check")
    typed = {
        "dismiss": {"reason": "  "},
        "submit": {"verdict": "refuted", "rationale": "Das stimmt so nicht."},
    }[action]
    answer = office.send("ida", action, **typed)
    assert answer.status_code == 409
    assert alerts(answer.text)
    if action == "submit":
        assert "needs evidence that is more than context" in alerts(answer.text)
        back = office.form("ida", "submit", answer.text)
        assert (back["verdict"], back["rationale"].strip()) == ("refuted", "Das stimmt so nicht.")


def test_a_stale_form_is_told_what_changed_and_keeps_what_was_typed(office: Office) -> None:
    office.bring_to("in_check")
    office.cite()
    old = office.form("ida", "submit")
    office.cite("edgar", quote="40.000 Euro", stance="context", note="Nur der Bau.")
    typed = {**old, "verdict": "supported", "rationale": "So steht es da."}
    answer = office.post("ida", "submit", typed)
    assert answer.status_code == 412
    assert "Evidence cited by Edgar (context)" in alerts(answer.text)
    assert "Nur der Bau." in alerts(answer.text)
    back = office.form("ida", "submit", answer.text)
    assert back["rationale"].strip() == "So steht es da."
    assert back["verdict"] == "supported"
    assert office.post("ida", "submit", back).status_code == 302


def test_text_of_a_form_that_is_gone_can_still_be_copied(office: Office) -> None:
    office.bring_to("in_check")
    office.cite()
    old = office.form("ida", "submit")
    office.submit("edgar")
    typed = {**old, "verdict": "refuted", "rationale": "Meine lange Begründung."}
    answer = office.post("ida", "submit", typed)
    assert answer.status_code == 412
    assert "Submitted as supported by Edgar" in alerts(answer.text)
    assert "Meine lange Begründung." in answer.text


def test_taking_can_be_undone_from_the_line_that_tells_of_it(office: Office) -> None:
    office.bring_to("open")
    page = office.press("ida", "take")
    [undo] = html.fromstring(page).xpath("//div[@role='status']//form")
    answer = office.client("ida").post(undo.action, data=dict(undo.form_values()))
    assert answer.status_code == 302
    assert office.claim.state is State.OPEN
    assert office.claim.assignee_id is None


def test_sending_back_takes_a_reason_that_history_tells(office: Office) -> None:
    office.bring_to("submitted")
    page = office.press("edgar", "send_back", reason="Die zweite Quelle fehlt.")
    assert "Sent back by Edgar" in page
    assert "Die zweite Quelle fehlt." in page
    assert office.claim.state is State.IN_CHECK


def test_what_was_missing_stands_beside_the_next_step_until_another_verdict_is_submitted(
    office: Office,
) -> None:
    office.bring_to("submitted")
    office.press("edgar", "send_back", reason="Die zweite Quelle fehlt.")
    assert "Die zweite Quelle fehlt." in _step(office)
    office.press("edgar", "undo")
    assert "Die zweite Quelle fehlt." not in _step(office)
    office.press("edgar", "send_back", reason="Wer zählt hier?")
    office.press("ida", "release")
    assert "Wer zählt hier?" in _step(office)
    office.press("ida", "take")
    office.submit()
    assert "Wer zählt hier?" not in _step(office)


def test_a_verdict_that_came_back_is_mended_by_who_submitted_it_and_not_typed_again(office: Office) -> None:
    office.bring_to("in_check")
    office.cite()
    typed = {"why_two_sources": "Es gibt nur ein Register.", "recheck_on": "2027-05-01"}
    office.submit(verdict="mostly_supported", **typed)
    office.press("edgar", "send_back", reason="Bitte genauer.")
    held = office.form("ida", "submit")
    assert held["verdict"] == "mostly_supported"
    assert held["rationale"].strip() == "So steht es im Register."
    assert {name: held[name] for name in typed} == typed
    assert office.form("emma", "submit")["rationale"].strip() == ""
    office.press("ida", "submit", rationale="So steht es im Register, Blatt 3.")
    office.press("ida", "undo")
    assert office.form("ida", "submit")["rationale"].strip() == "So steht es im Register, Blatt 3."


def _step(office: Office) -> str:
    [step] = html.fromstring(office.look("ida")).xpath("//section[@aria-label='Next step']")
    return step.text_content()


def test_a_reader_challenges_and_an_editor_confirms(office: Office) -> None:
    office.bring_to("challenged")
    page = office.press("edgar", "confirm", reason="Das Register ist von heute.")
    assert "Confirmed as supported after the challenge by Edgar" in page
    assert office.claim.state is State.PUBLISHED


def test_a_correction_shows_old_and_new_verdict_with_its_reason(office: Office) -> None:
    office.bring_to("challenged")
    office.cite("ida", stance="refutes", quote="Laut Register")
    office.press("ida", "correct", verdict="refuted", rationale="Neu gezählt.", reason="Wir zählten falsch.")
    assert office.claim.state is State.SUBMITTED
    assert "Readers see this one until the correction is published." in office.look("rita")
    office.press("edgar", "approve")
    assert "Published: readers see the correction." in told(office.press("edgar", "publish"))
    assert office.claim.state is State.CORRECTED
    head = html.fromstring(office.look("rita")).xpath("//p[@class='decision-head']")[0]
    assert " ".join(head.text_content().split()) == "✓ supported →corrected to ✕ refuted"
    assert "Wir zählten falsch." in office.look("rita")


def test_an_editor_keeps_the_published_verdict_and_drops_the_correction(office: Office) -> None:
    office.bring_to("published")
    office.press("ida", "correct", verdict="misleading", rationale="Nun ja.", reason="Zahl veraltet.")
    page = office.look("edgar")
    [kept] = html.fromstring(page).xpath("//details[.//form[contains(@action, '/confirm')]]")
    assert "Keep the published verdict …" in words(kept)
    assert "Readers go on seeing “supported”; the correction is dropped." in words(kept)
    assert kept.get("open") is None
    assert [words(button) for button in parts(page, "button-primary", "button")] == ["Approve"]
    page = office.press("edgar", "confirm", reason="Die Zahl stimmt noch.")
    assert "the verdict stands" in told(page)
    assert (office.claim.state, office.claim.verdict) == (State.PUBLISHED, "supported")


def test_confirming_a_challenged_verdict_stands_open_as_the_next_step(office: Office) -> None:
    office.bring_to("challenged")
    page = office.look("edgar")
    assert [words(button) for button in parts(page, "button-primary", "button")] == ["Confirm the verdict"]
    assert "Keep the published verdict" not in page


def test_a_verdict_that_lapsed_is_not_shown_as_what_readers_see(office: Office) -> None:
    office.bring_to("published")
    with office.desk() as session:
        claim, by = claims.get(session, office.claim_id), accounts.named(session, "ida")
        review.lapse(session, claim, by=by, at=making.later(60), why="Text geändert.")
    page = office.look("rita")
    assert "Readers see this one" not in page
    assert "No longer stands since" in page


@pytest.mark.parametrize(
    ("state", "who", "named"),
    [
        ("proposed", "rita", []),
        ("proposed", "ida", ["a", "d", "t", "c", "x", "g", "w", *_TYPING]),
        ("in_check", "ida", ["1 – 6", "s", "r", "e", "c", "x", "g", "w", "u", *_TYPING]),
        ("submitted", "ida", ["j", "k", "g", "w", "u", *_TYPING]),
        ("published", "ida", ["j", "k", "1 – 6", "s", "e", "g", "w", *_TYPING]),
        ("published", "rita", ["j", "k"]),
    ],
)
def test_the_keys_named_are_those_that_do_something_here(
    office: Office, state: str, who: str, named: list[str]
) -> None:
    office.bring_to(state)
    page = office.look(who)
    around = [key for key in ("n", "p") if html.fromstring(page).xpath(f"//a[@data-key='{key}']")]
    assert len(around) == 1
    assert keys(page) == around + named


def test_a_verdict_that_readers_saw_is_submitted_again_only_with_a_public_reason(office: Office) -> None:
    office.bring_to("published")
    office.press("ida", "correct", verdict="misleading", rationale="Nun ja.", reason="Zahl veraltet.")
    office.press("edgar", "send_back", reason="Bitte genauer.")
    assert "reason" in office.form("ida", "submit")
    answer = office.send("ida", "submit", verdict="refuted", rationale="Genauer.", reason="")
    assert answer.status_code == 409
    office.press("ida", "submit", verdict="refuted", rationale="Genauer.", reason="Zahl veraltet.")


def test_withdrawing_is_asked_once_more(office: Office) -> None:
    office.bring_to("published")
    first = office.send("edgar", "withdraw", reason="Die Quelle war gefälscht.")
    assert first.status_code == 200
    assert "no way back" in alerts(first.text)
    assert office.claim.state is State.PUBLISHED
    again = office.form("edgar", "withdraw", first.text)
    assert again["reason"].strip() == "Die Quelle war gefälscht."
    assert office.post("edgar", "withdraw", again).status_code == 302
    assert office.claim.state is State.WITHDRAWN
    assert "Die Quelle war gefälscht." in office.look("rita")


def test_the_page_speaks_german(office: Office) -> None:
    office.bring_to("submitted")
    fields = {**office.form("rita", "language"), "language": "de"}
    office.client("rita").post("/language", data=fields)
    page = office.look("rita")
    assert "Als belegt eingereicht von Ida" in page
    assert 'lang="de"' in page
