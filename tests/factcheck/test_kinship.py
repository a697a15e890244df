"""What an article's claims have in common with those that the desk had before."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from claims.account import Account
from claims.article import ArticleDraft
from claims.claim import Claim
from claims.database import reading, writing
from claims.decision import DecisionDraft
from claims.kinship import Kinship
from claims.reason import Reason
from claims.store import accounts, claims, events
from claims.verdict import Verdict
from claims.workflow import Action, Role, State
from factcheck import ledger, review
from factcheck.ingest import ingest
from factcheck.kinship import checked_kin, match_article, match_waiting
from factcheck.matching.reasons import beside, turned
from factcheck.settings import Settings
from tests import making

FIRST = "Das Klinikum Ostheim hat 2023 mindestens 300 Pflegekräfte eingestellt."
SAME = "Bericht aus der Region. Das Klinikum Ostheim stellte 2023 mindestens 300 Pflegekräfte ein."
OTHER_FIGURE = "Das Klinikum Ostheim hat 2023 genau 200 Pflegekräfte eingestellt."
TODAY = date(2026, 11, 25)


class Office:
    """A desk of several transactions, as requests have them."""

    def __init__(self, engine: Engine, home: Path) -> None:
        self.engine, self.home = engine, home
        self.settings = Settings(home=home)
        with writing(engine) as session:
            making.account(session, "ida", Role.REVIEWER)
            making.account(session, "edgar", Role.EDITOR)

    def by(self, session: Session, name: str = "ida") -> Account:
        return accounts.named(session, name)

    def take_in(self, text: str, *, match: bool = True, article_id: int | None = None) -> int:
        draft = ArticleDraft(text=text, language="de", content=text.encode(), media_type="text/plain")
        with writing(self.engine) as session:
            by = self.by(session)
            number = ingest(session, draft, by=by, at=making.START, article_id=article_id).article.id or 0
        if match:
            assert match_article(self.engine, self.home, number, by, making.later(1))
        return number

    def claim(self, article_id: int, words: str = "Pflegekräfte") -> Claim:
        with reading(self.engine) as session:
            return next(c for c in claims.of_article(session, article_id) if words in c.exact)

    def kin(self) -> dict[tuple[int, int], list[str]]:
        """By newer and older claim, how they differ."""
        with reading(self.engine) as session:
            return {
                (kin.claim_id, kin.other_id): [difference["code"] for difference in kin.differences]
                for kin in session.exec(select(Kinship))
            }

    def publish(self, claim: Claim) -> None:
        with writing(self.engine) as session:
            number, ida, edgar = claim.id or 0, self.by(session), self.by(session, "edgar")
            for action in (Action.ACCEPT, Action.TAKE):
                review.move(session, number, action, by=ida, at=making.START)
            making.evidence(session, claims.get(session, number), ida)
            draft = DecisionDraft(verdict=Verdict.SUPPORTED, rationale="So steht es im Bericht.")
            review.move(session, number, Action.SUBMIT, by=ida, at=making.START, decision=draft)
            for action in (Action.APPROVE, Action.PUBLISH):
                review.move(session, number, action, by=edgar, at=making.START)


@pytest.fixture
def office(engine: Engine, tmp_path: Path) -> Office:
    return Office(engine, tmp_path)


def test_what_says_the_same_and_what_differs_is_kept_from_the_newer_claim_on(office: Office) -> None:
    first = office.claim(office.take_in(FIRST))
    same, other = office.claim(office.take_in(SAME)), office.claim(office.take_in(OTHER_FIGURE))
    kin = office.kin()
    assert kin[(same.id or 0, first.id or 0)] == []
    assert kin[(other.id or 0, first.id or 0)] == ["quantity"]
    assert all(newer > older for newer, older in kin)


def test_the_desk_says_that_an_article_was_matched_and_the_log_verifies(office: Office) -> None:
    number = office.take_in(FIRST)
    with reading(office.engine) as session:
        [event] = events.of_article(session, number, "match")
        assert event.body["claims"] == len(claims.of_article(session, number))
        assert ledger.verify(session).events > 0


def test_what_there_was_no_time_for_is_made_up_for(office: Office) -> None:
    office.take_in(FIRST)
    number = office.take_in(SAME, match=False)
    with reading(office.engine) as session:
        by = office.by(session)
    assert not match_article(office.engine, office.home, number, by, making.later(1), patience=0.0)
    assert office.kin() == {}
    assert match_waiting(office.engine, office.settings, making.later(2)) == 1
    assert len(office.kin()) == 1
    assert match_waiting(office.engine, office.settings, making.later(3)) == 0


def test_an_article_read_again_with_changes_is_matched_again(office: Office) -> None:
    first = office.claim(office.take_in(FIRST))
    number = office.take_in("Das Klinikum Ostheim zog 2019 um.")
    office.take_in(f"Das Klinikum Ostheim zog 2019 um. {SAME}", match=False, article_id=number)
    assert match_waiting(office.engine, office.settings, making.later(2)) == 1
    assert (office.claim(number).id or 0, first.id or 0) in office.kin()


def test_a_checked_claim_is_found_from_either_side_with_how_this_one_differs(office: Office) -> None:
    older, newer = office.claim(office.take_in(FIRST)), office.claim(office.take_in(OTHER_FIGURE))
    office.publish(newer)
    with reading(office.engine) as session:
        found = checked_kin(session, [claims.get(session, older.id or 0)], TODAY)[older.id or 0]
    assert found.claim.id == newer.id
    assert found.adoptable
    assert found.differences[0].values == {
        "asked": "mindestens 300 Pflegekräfte",
        "claimed": "200 Pflegekräfte",
    }


def test_what_says_the_same_goes_before_what_differs(office: Office) -> None:
    first = office.claim(office.take_in(FIRST))
    differing, same = office.claim(office.take_in(OTHER_FIGURE)), office.claim(office.take_in(SAME))
    office.publish(first)
    office.publish(differing)
    with reading(office.engine) as session:
        found = checked_kin(session, [claims.get(session, same.id or 0)], TODAY)[same.id or 0]
    assert found.claim.id == first.id
    assert found.differences == ()


def test_what_nobody_checked_or_is_decided_itself_has_no_checked_kin(office: Office) -> None:
    first, same = office.claim(office.take_in(FIRST)), office.claim(office.take_in(SAME))
    with reading(office.engine) as session:
        assert checked_kin(session, [claims.get(session, same.id or 0)], TODAY) == {}
    office.publish(first)
    office.publish(same)
    with reading(office.engine) as session:
        assert claims.get(session, same.id or 0).state is State.PUBLISHED
        assert checked_kin(session, [claims.get(session, same.id or 0)], TODAY) == {}


@pytest.mark.parametrize(
    ("difference", "german", "english"),
    [
        (
            Reason(code="quantity", values={"asked": "9", "claimed": "mindestens 7"}),
            "hier steht 9, in der geprüften Behauptung mindestens 7",
            "this says 9, the checked claim mindestens 7",
        ),
        (
            Reason(code="negation_asked"),
            "hier wird verneint, in der geprüften Behauptung nicht",
            "this says that it is not so, the checked claim that it is",
        ),
        (
            Reason(code="missing_name", values={"asked": "Meta"}),
            "Meta kommt in der geprüften Behauptung nicht vor",
            "the checked claim does not name Meta",
        ),
    ],
)
def test_a_difference_is_told_beside_a_claim_and_from_the_others_side(
    difference: Reason, german: str, english: str
) -> None:
    assert beside(difference, "de", checked=True) == german
    assert beside(difference, "en", checked=True) == english
    assert turned(turned(difference)) == difference
    assert turned(difference) != difference
    assert "other claim" in beside(turned(difference), "en", checked=False)
