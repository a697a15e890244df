"""What was checked already, shown beside a proposal and taken over."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import html
from sqlmodel import select
from werkzeug.test import TestResponse

from claims.article import Article
from claims.claim import Claim
from claims.store import claims, decisions
from claims.verdict import Verdict
from claims.workflow import State
from tests import making
from tests.api.pages.looking import keys, words
from tests.api.pages.office import MEMBERS, Office, alerts, open_office, told

SAME = "Im Viertel tut sich etwas. Der Kegelclub Bochum, ein Verein, zählt mindestens zwölf Mitglieder."
OTHER = (
    "Die Emscher ist 83 Kilometer lang. Das Museum hatte 2023 rund 1.200 Besucher. "
    "Im Hafen lagen 2022 vierzig Schiffe. Der Verein zählt neun Mitglieder."
)


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Office:
    office = open_office(home, _sqlite_desk)
    office.bring_to("published")
    return office


def take_in(office: Office, text: str) -> int:
    """A further article, added on its page; returns the number of the claim that repeats the checked one."""
    page = html.fromstring(office.look("ida", "/articles/new"))
    [form] = [form for form in page.forms if form.action == "/articles/new"]
    answer = office.client("ida").post("/articles/new", data={**dict(form.form_values()), "text": text})
    assert answer.status_code == 302
    with office.desk() as session:
        article = session.exec(select(Article).order_by(Article.id.desc())).first()  # type: ignore[union-attr]
        assert article is not None
        found = [
            claim for claim in claims.of_article(session, article.id or 0) if "Mitglieder" in claim.exact
        ]
        return found[0].id or 0


def claim(office: Office, number: int) -> Claim:
    with office.desk() as session:
        return claims.get(session, number)


def send(office: Office, number: int, **typed: str) -> TestResponse:
    """Fill in the form that takes the verdict over, and send it."""
    page = html.fromstring(office.look("ida", f"/claims/{number}"))
    [form] = [form for form in page.forms if "/adopt/" in (form.action or "")]
    return office.client("ida").post(form.action, data={**dict(form.form_values()), **typed})


def kin(page: str) -> str:
    [section] = html.fromstring(page).xpath("//section[contains(@class, 'kin')]")
    return " ".join(" ".join(section.itertext()).split())


def test_a_proposal_shows_what_was_checked_and_takes_it_over_with_one_press(office: Office) -> None:
    number = take_in(office, SAME)
    page = office.look("ida", f"/claims/{number}")
    assert kin(page).startswith("Checked already ✓ supported says the same checked ")
    assert "1 × supports Vereinsregister" in kin(page)
    assert "v" in keys(page)
    answer = send(office, number)
    assert told(office.look("ida", answer.location)).startswith(
        f"Taken over from claim {office.claim_id}: a second person approves it."
    )
    taken = claim(office, number)
    with office.desk() as session:
        decision = decisions.get(session, taken.decision_id or 0)
    assert (taken.state, decision.verdict) == (State.SUBMITTED, Verdict.SUPPORTED)
    assert decision.rationale.startswith(f"Übernommen von Behauptung {office.claim_id} („{MEMBERS}“)")
    assert "So steht es im Register." in decision.rationale


def test_the_queue_shows_it_in_the_row_and_takes_it_over_and_back(office: Office) -> None:
    number = take_in(office, SAME)
    page = html.fromstring(office.look("ida", "/queue"))
    [row] = page.xpath(f"//tr[.//a[@id='claim-{number}']]")
    assert f"✓ supported · claim {office.claim_id} says the same · checked" in " ".join(
        " ".join(row.itertext()).split()
    )
    [form] = [form for form in page.forms if "/adopt/" in (form.action or "")]
    office.client("ida").post(form.action, data=dict(form.form_values()))
    assert claim(office, number).state is State.SUBMITTED
    back = html.fromstring(office.look("ida", "/queue"))
    [undo] = [form for form in back.forms if (form.action or "").endswith("/undo")]
    office.client("ida").post(undo.action, data=dict(undo.form_values()))
    assert claim(office, number).state is State.PROPOSED


def test_a_difference_is_told_in_words_and_wants_a_reason(office: Office) -> None:
    number = take_in(office, OTHER)
    page = office.look("ida", f"/claims/{number}")
    assert "this says neun Mitglieder, the checked claim mindestens zwölf Mitglieder" in kin(page)
    assert "you ask" not in page
    answer = send(office, number)
    assert answer.status_code == 409
    assert "say why the verdict holds" in alerts(answer.text)
    assert send(office, number, why="Neun sind es ohne die Jugend.").status_code == 302
    with office.desk() as session:
        decision = decisions.get(session, claims.get(session, number).decision_id or 0)
    assert decision.rationale.endswith("Neun sind es ohne die Jugend.")


def test_who_only_reads_sees_it_and_has_no_form(office: Office) -> None:
    number = take_in(office, SAME)
    page = office.look("rita", f"/claims/{number}")
    assert "says the same" in kin(page)
    assert "/adopt/" not in page


def test_two_open_claims_that_say_the_same_are_merged_with_one_button_and_parted_again(
    office: Office,
) -> None:
    first = take_in(
        office, "Das Hallenbad Linden hat 2024 mindestens 90.000 Mitglieder der Krankenkassen gezählt."
    )
    second = take_in(
        office, "Ein Bad: Das Hallenbad Linden zählte 2024 mindestens 90.000 Mitglieder der Krankenkassen."
    )
    page = html.fromstring(office.look("ida", f"/claims/{second}"))
    [form] = [form for form in page.forms if (form.action or "").endswith("/merge")]
    assert dict(form.form_values())["into"] == str(first)
    answer = office.client("ida").post(form.action, data=dict(form.form_values()))
    assert claim(office, second).merged_into == first
    page = html.fromstring(office.look("ida", urlsplit(answer.location).path))
    undo = next(form for form in page.forms if form.action == f"/claims/{second}/undo")
    office.client("ida").post(undo.action, data=dict(undo.form_values()))
    assert claim(office, second).merged_into is None
    assert claim(office, second).state is State.PROPOSED


def test_past_its_day_a_verdict_is_in_a_view_of_the_queue(office: Office) -> None:
    assert office.path not in office.look("ida", "/queue?view=recheck")
    with office.desk() as session:
        decisions.get(session, office.claim.decision_id or 0).recheck_on = making.START.date()
    assert office.path in office.look("ida", "/queue?view=recheck")
    assert "Due to be checked again since 24 Nov 2026" in office.look("rita")


def test_a_day_to_check_again_is_typed_with_the_verdict_and_told(home: Path, database_url: str) -> None:
    office = open_office(home, database_url)
    office.bring_to("in_check")
    office.cite()
    office.submit(recheck_on="2090-01-31")
    assert "Check again on 31 Jan 2090." in words(html.fromstring(office.look("rita")))
