"""What words of an article stand for, as a reviewer says it."""

import pytest
from sqlmodel import Session, select

from claims.account import Account
from claims.article import Alias, ArticleDraft
from claims.claim import Claim
from claims.decision import DecisionDraft
from claims.errors import InvalidInput, NotAllowed, NotFound
from claims.event import Event
from claims.store import claims
from claims.verdict import Verdict
from claims.workflow import Action, Role
from factcheck import ledger, review
from factcheck.ingest import Ingested, ingest
from factcheck.review import ClaimEdit
from tests import making

TEXT = (
    "Das Unternehmen hat 2014 drei Fähren verkauft. Die Mitarbeiter des Unternehmens bekamen 300 Euro. "
    "Die Stadt warf dem Unternehmen 2015 Betrug vor. Das Unternehmen teilte mit, dass 40 Leute gehen mussten."
)


@pytest.fixture
def reviewer(session: Session) -> Account:
    return making.account(session, "rita", Role.REVIEWER)


def take_in(session: Session, by: Account, text: str = TEXT, article_id: int | None = None) -> Ingested:
    draft = ArticleDraft(text=text, language="de", content=text.encode(), media_type="text/plain")
    return ingest(session, draft, by=by, at=making.START, article_id=article_id)


def name(session: Session, by: Account, article_id: int, words: str = "das Unternehmen") -> review.Naming:
    return review.set_alias(session, article_id, words, "Nordlicht", by=by, at=making.later(5))


def texts(session: Session, article_id: int) -> list[str]:
    return [claim.text for claim in claims.of_article(session, article_id)]


def test_a_name_holds_for_every_claim_of_the_article(session: Session, reviewer: Account) -> None:
    article_id = take_in(session, reviewer).article.id or 0
    named = name(session, reviewer, article_id)
    assert texts(session, article_id) == [
        "Nordlicht hat 2014 drei Fähren verkauft",
        "Die Mitarbeiter von Nordlicht bekamen 300 Euro",
        "Die Stadt warf Nordlicht 2015 Betrug vor",
        "40 Leute mussten gehen",
    ]
    found = claims.of_article(session, article_id)
    assert all(claim.unresolved == [] for claim in found)
    assert ["Nordlicht" in claim.names for claim in found] == [True, True, True, False]
    assert (found[3].speaker_resolved, found[3].speaker_unresolved) == ("Nordlicht", False)
    assert [claim.id for claim in named.changed] == [claim.id for claim in found]
    assert [claim.version for claim in found] == [2, 2, 2, 2]


def test_every_change_is_in_the_chain(session: Session, reviewer: Account) -> None:
    article_id = take_in(session, reviewer).article.id or 0
    name(session, reviewer, article_id)
    written = session.exec(select(Event).where(Event.article_id == article_id)).all()[-5:]
    assert [event.action for event in written] == ["reword"] * 4 + ["name"]
    assert written[0].body["before"]["text"] == "Das Unternehmen hat 2014 drei Fähren verkauft"
    assert written[0].body["after"]["text"] == "Nordlicht hat 2014 drei Fähren verkauft"
    assert written[-1].body["changed"] == 4
    ledger.verify(session)


def test_what_was_decided_keeps_its_wording(session: Session, reviewer: Account) -> None:
    found = take_in(session, reviewer)
    first = found.claims[0]
    review.move(session, first.id or 0, Action.ACCEPT, by=reviewer, at=making.later(1))
    review.move(session, first.id or 0, Action.TAKE, by=reviewer, at=making.later(2))
    submit(session, first, reviewer)
    named = name(session, reviewer, found.article.id or 0)
    assert (len(named.changed), named.decided, named.worded) == (3, 1, 0)
    assert claims.get(session, first.id or 0).text == "Das Unternehmen hat 2014 drei Fähren verkauft"


def submit(session: Session, claim: Claim, by: Account) -> None:
    draft = DecisionDraft(verdict=Verdict.NOT_ENOUGH_EVIDENCE, rationale="Niemand hat gezählt.")
    review.move(session, claim.id or 0, Action.SUBMIT, by=by, at=making.later(3), decision=draft)


def test_what_a_person_worded_keeps_its_wording(session: Session, reviewer: Account) -> None:
    found = take_in(session, reviewer)
    change = ClaimEdit(text="Die Werft verkaufte 2014 drei Fähren")
    review.edit(session, found.claims[0].id or 0, change, by=reviewer, at=making.later(1))
    named = name(session, reviewer, found.article.id or 0)
    assert (len(named.changed), named.decided, named.worded) == (3, 0, 1)
    assert texts(session, found.article.id or 0)[0] == "Die Werft verkaufte 2014 drei Fähren"


def test_a_speaker_whom_a_person_set_stays(session: Session, reviewer: Account) -> None:
    found = take_in(session, reviewer)
    last = found.claims[-1].id or 0
    review.edit(session, last, ClaimEdit(speaker="Anna Berger"), by=reviewer, at=making.later(1))
    name(session, reviewer, found.article.id or 0)
    claim = claims.get(session, last)
    assert (claim.speaker, claim.speaker_resolved) == ("Anna Berger", None)


def test_another_name_takes_the_place_of_the_first(session: Session, reviewer: Account) -> None:
    article_id = take_in(session, reviewer).article.id or 0
    name(session, reviewer, article_id)
    review.set_alias(session, article_id, "dem Unternehmen", "Südlicht", by=reviewer, at=making.later(6))
    assert texts(session, article_id)[0] == "Südlicht hat 2014 drei Fähren verkauft"
    assert [alias.name for alias in session.exec(select(Alias))] == ["Südlicht"]


def test_taking_the_name_back_restores_the_words(session: Session, reviewer: Account) -> None:
    found = take_in(session, reviewer)
    article_id = found.article.id or 0
    before = texts(session, article_id)
    name(session, reviewer, article_id)
    dropped = review.drop_alias(session, article_id, "das Unternehmen", by=reviewer, at=making.later(7))
    assert texts(session, article_id) == before
    assert (dropped.alias, len(dropped.changed)) == (None, 4)
    with pytest.raises(NotFound):
        review.drop_alias(session, article_id, "das Unternehmen", by=reviewer, at=making.later(8))


def test_a_new_version_is_read_with_the_names(session: Session, reviewer: Account) -> None:
    article_id = take_in(session, reviewer).article.id or 0
    name(session, reviewer, article_id)
    take_in(session, reviewer, f"{TEXT} Das Unternehmen zog 2016 nach Kiel.", article_id)
    assert texts(session, article_id)[-1] == "Nordlicht zog 2016 nach Kiel"


def test_words_that_the_article_does_not_have_are_refused(session: Session, reviewer: Account) -> None:
    article_id = take_in(session, reviewer).article.id or 0
    with pytest.raises(InvalidInput):
        name(session, reviewer, article_id, "die Reederei")
    with pytest.raises(InvalidInput):
        name(session, reviewer, article_id, "  ")


def test_naming_takes_a_reviewer(session: Session, reviewer: Account) -> None:
    article_id = take_in(session, reviewer).article.id or 0
    reader = making.account(session, "lea", Role.READER)
    with pytest.raises(NotAllowed):
        name(session, reader, article_id)
    with pytest.raises(NotFound):
        name(session, reviewer, 4711)


def test_forms_of_the_same_words_are_one_candidate(session: Session, reviewer: Account) -> None:
    article_id = take_in(session, reviewer).article.id or 0
    found = {candidate.words: candidate.claims for candidate in review.candidates(session, article_id)}
    assert found == {"das Unternehmen": 3}


def test_open_words_that_a_person_replaced_are_open_no_more(session: Session, reviewer: Account) -> None:
    first = take_in(session, reviewer).claims[0]
    assert first.unresolved == ["Das Unternehmen"]
    change = ClaimEdit(text="Die Werft verkaufte 2014 drei Fähren")
    assert review.edit(session, first.id or 0, change, by=reviewer, at=making.later(1)).unresolved == []
