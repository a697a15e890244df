from pathlib import Path

import pytest
from sqlmodel import select

from claims.claim import Kind
from claims.proposal import Answer, Ruling
from claims.store import articles, claims
from claims.workflow import State
from tests.api.pages.office import HALL, TEXT, Office, alerts, open_office, told


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Office:
    return open_office(home, _sqlite_desk)


@pytest.mark.parametrize(
    ("pages", "said"), [([], "paragraph 1"), ([0, 20], "page 2, paragraph 1")], ids=["text", "pages"]
)
def test_the_page_says_where_the_claim_stands(office: Office, pages: list[int], said: str) -> None:
    with office.desk() as session:
        articles.version(session, articles.get(session, office.article_id)).pages = pages
    assert f"<span>{said}</span>" in office.look("ida")


def test_editing_a_proposal_accepts_it(office: Office) -> None:
    text = "Der Kegelclub Bochum zählt mindestens zwölf Mitglieder."
    page = office.press("ida", "edit", text=text, kind="role", speaker="Uwe Klar", worth="85")
    claim = office.claim
    assert (claim.text, claim.kind, claim.speaker, claim.worth) == (text, Kind.ROLE, "Uwe Klar", 0.85)
    assert claim.state is State.OPEN
    assert "Edited by Ida: text now" in page
    with office.desk() as session:
        assert [ruling.answer for ruling in session.exec(select(Ruling))] == [Answer.EDITED]


def test_sending_the_form_unchanged_changes_nothing_but_the_state(office: Office) -> None:
    before = office.claim
    office.press("ida", "edit")
    after = office.claim
    for field in ("exact", "text", "kind", "speaker", "speaker_resolved", "worth", "quantities", "names"):
        assert getattr(after, field) == getattr(before, field), field


def test_words_that_go_over_a_line_end_are_the_same_when_they_come_back(office: Office) -> None:
    around = "mindestens zwölf Mitglieder. Die neue Halle kostete 40.000 Euro und wurde 2019 eröffnet.\n\nDer"
    office.press("ida", "edit", words=around, text="Die Halle", speaker="Uwe Klar")
    before = office.claim
    assert before.exact == around
    with office.desk() as session:
        claim = claims.get(session, office.claim_id)
        claim.quantities = []
    shown = office.form("ida", "edit")["words"].strip()
    office.press("ida", "edit", words=shown.replace("\n", "\r\n"), text="Die Halle steht")
    assert office.claim.text == "Die Halle steht"
    assert office.claim.quantities == [], "the words were read anew"


def test_a_new_speaker_takes_the_place_of_the_resolved_one(office: Office) -> None:
    office.press("ida", "edit", speaker="Uwe Klar")
    assert "Uwe Klar" in office.form("ida", "edit")["speaker"]


def test_pasted_words_move_the_claim_to_them(office: Office) -> None:
    office.press("ida", "edit", words="Die neue Halle kostete\r\n40.000 Euro")
    claim = office.claim
    assert claim.exact == TEXT[claim.start : claim.end] == "Die neue Halle kostete 40.000 Euro"
    assert [found["value"] for found in claim.quantities] == [40_000]


def test_selected_words_come_with_their_place(office: Office) -> None:
    start = TEXT.index("Der Verein")
    office.press("ida", "edit", words="Der", start=str(start))
    assert (office.claim.start, office.claim.end) == (start, start + 3)


def test_a_place_that_does_not_hold_the_words_is_looked_up_again(office: Office) -> None:
    office.press("ida", "edit", words="zwölf Mitglieder", start="3")
    assert office.claim.exact == "zwölf Mitglieder"


def test_words_that_stand_elsewhere_too_are_asked_for_again(office: Office) -> None:
    answer = office.send("ida", "edit", words="Der")
    assert answer.status_code == 422
    assert "times: paste some more" in alerts(answer.text)
    assert office.form("ida", "edit", answer.text)["words"].strip() == "Der"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"words": "zwanzig Vereine"}, "do not stand in the article: “zwanzig Vereine”"),
        ({"words": " "}, "Paste the words"),
        ({"text": ""}, "Text: this must not be empty."),
        ({"worth": "viel"}, "from 0 to 100"),
        ({"worth": "300"}, "from 0 to 100"),
        ({"worth": "-1"}, "from 0 to 100"),
        ({"worth": "nan"}, "from 0 to 100"),
        ({"worth": "1e400"}, "from 0 to 100"),
        ({"kind": "poem"}, "incomplete"),
        ({"version": "x"}, "incomplete"),
        ({"text": "a" * 5001}, "Text: at most 5000 characters."),
    ],
)
def test_a_refused_edit_says_why_and_stores_nothing(office: Office, typed: dict[str, str], says: str) -> None:
    answer = office.send("ida", "edit", **typed)
    assert answer.status_code == 422
    assert says in alerts(answer.text)
    assert office.claim.version == 1
    if typed.get("text"):
        assert typed["text"] in answer.text


def test_two_claims_come_out_of_one(office: Office) -> None:
    office.press("ida", "edit", words=HALL)
    page = office.press("ida", "split", second="wurde 2019 eröffnet")
    assert "Split in two" in told(page)
    with office.desk() as session:
        other = max(claims.of_article(session, office.article_id), key=lambda claim: claim.id or 0)
        first = claims.get(session, office.claim_id)
        assert first.exact == "Die neue Halle kostete 40.000 Euro und"
        assert other.exact == "wurde 2019 eröffnet"
        assert f"/claims/{other.id}" in page


def test_the_first_part_can_be_other_words_than_the_rest(office: Office) -> None:
    office.press("ida", "edit", words=HALL)
    office.press("ida", "split", second="wurde 2019 eröffnet", first="Die neue Halle kostete 40.000 Euro")
    assert office.claim.exact == "Die neue Halle kostete 40.000 Euro"


@pytest.mark.parametrize("second", ["", "steht nirgends", "Der Verein zählt mindestens zwölf Mitglieder."])
def test_a_split_that_leaves_nothing_is_refused(office: Office, second: str) -> None:
    answer = office.send("ida", "split", second=second)
    assert answer.status_code == 422
    assert alerts(answer.text)
    assert office.claim.version == 1


def test_a_stale_edit_keeps_what_was_typed(office: Office) -> None:
    old = office.form("ida", "edit")
    office.press("edgar", "edit", text="Anders gesagt.")
    answer = office.post("ida", "edit", {**old, "text": "Noch anders gesagt."})
    assert answer.status_code == 412
    assert "text now “Anders gesagt.”" in alerts(answer.text)
    back = office.form("ida", "edit", answer.text)
    assert back["text"].strip() == "Noch anders gesagt."
    assert office.post("ida", "edit", back).status_code == 302
    assert office.claim.text == "Noch anders gesagt."


def test_a_person_states_figures_and_times_by_the_claims_words(office: Office) -> None:
    office.press("ida", "edit", words=HALL)
    form = office.form("ida", "edit")
    assert (form["q0_exact"], form["q0_value"], form["q0_unit"]) == ("40.000 Euro", "40000", "EUR")
    page = office.press(
        "ida", "edit", q0_comparator="approx", t0_edtf="2019-05", q1_exact="neue", q1_value="1"
    )
    claim = office.claim
    assert [(each["exact"], each["comparator"], each["value"]) for each in claim.quantities] == [
        ("neue", "eq", 1.0),
        ("40.000 Euro", "approx", 40000.0),
    ]
    assert [each["edtf"] for each in claim.times] == ["2019-05"]
    assert "times now “May 2019”, before “2019”" in page
    office.press("ida", "edit", q0_exact="", t0_exact="")
    assert [each["exact"] for each in office.claim.quantities] == ["40.000 Euro"]
    assert office.claim.times == []


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"q0_exact": "fünfzehn"}, "These words do not stand in the claim"),
        ({"q0_value": ""}, "has no value"),
        ({"q0_value": "zwölf"}, "is no number"),
        ({"q0_value": "inf"}, "How many: this cannot be used."),
        ({"q0_upper": "3"}, "A range runs from the lower to the upper value."),
        ({"t0_exact": "zwölf", "t0_edtf": "letztes Jahr"}, "When: write it as 2019"),
    ],
)
def test_a_refused_figure_says_why(office: Office, typed: dict[str, str], says: str) -> None:
    before = office.claim
    answer = office.send("ida", "edit", **typed)
    assert answer.status_code == 422
    assert says in alerts(answer.text)
    assert office.claim == before
    for name, value in typed.items():
        assert office.form("ida", "edit", answer.text)[name] == value
