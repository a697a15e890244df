"""A language model's proposals in the desk, beside those of the rules."""

import pytest
from sqlmodel import Session

from claims.claim import Claim
from claims.errors import StaleVersion
from claims.store import articles, claims, events
from claims.workflow import Role, State
from factcheck.ingest import ingest
from factcheck.model import LanguageModel
from factcheck.reading import read
from factcheck.seconding import reread, second, seconded
from tests import making
from tests.factcheck.model import answering
from tests.factcheck.model.answering import serving

_TEXT = "Die Werft Nordlicht hat 2019 drei Fähren verkauft. Eine Halle, zwei Kräne, viel Rost."


def _ask(session: Session, article_id: int, *marks: tuple[int, str]) -> list[Claim]:
    with serving(answering.marking(*marks)) as (address, _asked):
        number, reading = reread(session, article_id, LanguageModel(address, "little-model"))
    by = making.account(session, f"rita{len(marks)}", Role.REVIEWER)
    return second(session, article_id, number, reading, by=by, at=making.later(1))[1]


@pytest.fixture
def article_id(session: Session) -> int:
    by = making.account(session, "berta", Role.REVIEWER)
    draft = read(_TEXT.encode(), language="de")
    return ingest(session, draft, by=by, at=making.START).article.id or 0


def test_what_only_the_model_found_is_a_proposal_of_its_own(session: Session, article_id: int) -> None:
    before = {claim.id for claim in claims.of_article(session, article_id)}
    (new,) = _ask(session, article_id, (1, "zwei Kräne"))
    assert new.id not in before
    assert (new.state, new.exact, new.proposers) == (State.PROPOSED, "zwei Kräne", ["little-model"])
    assert [event.action for event in events.of_claim(session, new.id or 0)] == ["propose"]


def test_a_claim_that_both_found_stays_and_names_both(session: Session, article_id: int) -> None:
    (claim,) = [c for c in claims.of_article(session, article_id) if "2019" in c.exact]
    before = claim.model_dump(exclude={"proposers", "version", "updated_at"})
    assert _ask(session, article_id, (0, claim.exact)) == []
    assert claim.proposers == ["rules", "little-model"]
    assert claim.model_dump(exclude={"proposers", "version", "updated_at"}) == before
    assert events.of_claim(session, claim.id or 0)[-1].action == "confirm_proposal"


def test_asking_twice_proposes_nothing_twice(session: Session, article_id: int) -> None:
    _ask(session, article_id, (1, "zwei Kräne"))
    assert _ask(session, article_id, (1, "zwei Kräne"), (1, "Eine neue Halle")) == []
    tally = seconded(session, articles.get(session, article_id))
    assert tally is not None
    assert (tally.named, tally.dropped) == (2, 1)


def test_an_answer_about_an_older_text_is_refused(session: Session, article_id: int) -> None:
    with serving(answering.marking((1, "zwei Kräne"))) as (address, _asked):
        number, reading = reread(session, article_id, LanguageModel(address, "little-model"))
    by = making.account(session, "rita", Role.REVIEWER)
    ingest(
        session,
        read(f"Nachtrag. {_TEXT}".encode(), language="de"),
        by=by,
        at=making.later(1),
        article_id=article_id,
    )
    with pytest.raises(StaleVersion):
        second(session, article_id, number, reading, by=by, at=making.later(2))
    assert seconded(session, articles.get(session, article_id)) is None
