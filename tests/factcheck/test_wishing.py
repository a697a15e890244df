"""Asking the desk to check something: what comes in, what joins what, and who is told what became of it."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlmodel import Session, select

from claims.account import Account
from claims.claim import Claim, Origin
from claims.decision import DecisionDraft
from claims.errors import LogBroken, TooOften
from claims.event import Event
from claims.notice import Occasion
from claims.store import articles, claims, events, notices, wishes
from claims.verdict import Verdict
from claims.wish import Wish, WishDraft
from claims.workflow import Action, Role, State
from factcheck import ledger, review
from factcheck.notices import follow
from factcheck.wishing import A_DAY, Question, look_up, make_wish, questions
from tests import making

TWELVE = "Der Ruderverein Lindenau zählt mindestens zwölf Mitglieder."
HEATING = "Im Jahr 2024 kostete die Heizung der Lindenauer Schwimmhalle 48.000 Euro."


@pytest.fixture
def rita(session: Session) -> Account:
    return making.account(session, "rita", Role.READER)


@pytest.fixture
def ada(session: Session) -> Account:
    return making.account(session, "ada", Role.REVIEWER)


@pytest.fixture
def edda(session: Session) -> Account:
    return making.account(session, "edda", Role.EDITOR)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "desk"


def _ask(
    session: Session, home: Path, by: Account, words: str, *, minutes: int = 0, note: str = ""
) -> Question:
    found = look_up(session, home, WishDraft(words=words, note=note))
    return make_wish(session, found, by=by, at=making.later(minutes))


def _claims(question: Question) -> list[Claim]:
    return [outcome.claim for outcome in question.outcomes]


def _publish(session: Session, claim: Claim, ada: Account, edda: Account, verdict: Verdict) -> None:
    decision = DecisionDraft(verdict=verdict, rationale="Das Register nennt vierzehn.")
    if verdict is not Verdict.NOT_ENOUGH_EVIDENCE:
        making.evidence(session, claim, ada)
    steps = ((Action.SUBMIT, ada, decision), (Action.APPROVE, edda, None), (Action.PUBLISH, edda, None))
    for action, by, draft in steps:
        review.move(session, claim.id or 0, action, by=by, at=making.later(60), decision=draft)


def _told(session: Session, who: Account) -> list[tuple[Occasion, int | None]]:
    follow(session, making.later(90))
    session.flush()
    return [(notice.occasion, notice.claim_id) for notice in notices.newest(session, who.id or 0)]


def test_what_nobody_said_comes_in_as_a_text_of_its_own_and_waits_in_the_queue(
    session: Session, home: Path, rita: Account
) -> None:
    question = _ask(session, home, rita, f"{TWELVE} {HEATING}")
    both = _claims(question)
    assert question.created
    assert [claim.exact for claim in both] == [TWELVE.rstrip("."), HEATING.rstrip(".")]
    assert {(claim.state, claim.origin) for claim in both} == {(State.PROPOSED, Origin.MACHINE)}
    article = articles.get(session, both[0].article_id)
    assert article.wished
    assert article.title == f"{TWELVE} Im Jahr 2024 …"
    assert [
        (wish.claim_id, wish.account_id) for wish in wishes.of_claims(session, [c.id or 0 for c in both])
    ] == [(claim.id, rita.id) for claim in both]


def test_a_question_in_which_no_claim_is_found_is_one_claim_that_a_person_put_forward(
    session: Session, home: Path, rita: Account
) -> None:
    [claim] = _claims(_ask(session, home, rita, "  Wie teuer ist die Schwimmhalle? "))
    assert claim.text == claim.exact == "Wie teuer ist die Schwimmhalle?"
    assert (claim.state, claim.origin) == (State.PROPOSED, Origin.PERSON)
    ada = making.account(session, "ada", Role.REVIEWER)
    assert review.move(session, claim.id or 0, Action.ACCEPT, by=ada, at=making.later(1)).state is State.OPEN


def test_the_same_question_again_changes_nothing(session: Session, home: Path, rita: Account) -> None:
    first = _ask(session, home, rita, HEATING)
    before = events.last(session)
    again = _ask(session, home, rita, HEATING, minutes=5)
    assert (again.id, again.asked_at, _claims(again)) == (first.id, first.asked_at, _claims(first))
    assert not again.created
    assert events.last(session) == before


def test_a_wish_joins_a_claim_that_says_the_same(
    session: Session, home: Path, rita: Account, ada: Account
) -> None:
    [claim] = _claims(_ask(session, home, rita, TWELVE))
    joined = _ask(session, home, ada, "Mindestens zwölf Mitglieder zählt der Ruderverein Lindenau.")
    assert _claims(joined) == [claim]
    assert joined.created
    assert articles.count(session) == 1
    same_words = _ask(session, home, ada, TWELVE)
    assert (_claims(same_words), same_words.created) == ([claim], False)


def test_only_what_no_claim_says_is_new_in_a_paragraph(
    session: Session, home: Path, rita: Account, ada: Account
) -> None:
    [known] = _claims(_ask(session, home, rita, TWELVE))
    both = _claims(_ask(session, home, ada, f"{TWELVE} {HEATING}"))
    assert known.id in {claim.id for claim in both}
    assert [claim.exact for claim in both if claim.id != known.id] == [HEATING.rstrip(".")]
    assert len(session.exec(select(Claim)).all()) == 2


def test_what_was_dismissed_can_be_asked_again_by_somebody_else(
    session: Session, home: Path, rita: Account, ada: Account
) -> None:
    [claim] = _claims(_ask(session, home, rita, HEATING))
    review.move(session, claim.id or 0, Action.DISMISS, by=ada, at=making.later(1), reason="Zu alt.")
    [again] = _claims(_ask(session, home, ada, HEATING))
    assert (again.state, again.article_id) == (State.PROPOSED, claim.article_id)
    [mine] = _ask(session, home, rita, HEATING).outcomes
    assert (mine.claim.state, mine.reason) == (State.DISMISSED, "Zu alt.")


def test_nobody_floods_the_desk(session: Session, home: Path, rita: Account) -> None:
    for number in range(A_DAY):
        wishes.add(
            session,
            making.proposal(session, making.article(session, rita)).id or 0,
            rita.id or 0,
            f"Frage {number}",
            making.later(number),
        )
    with pytest.raises(TooOften):
        _ask(session, home, rita, HEATING, minutes=A_DAY)
    assert _ask(session, home, rita, HEATING, minutes=24 * 60).created


def test_who_asked_is_told_of_the_published_verdict_and_of_nothing_before(
    session: Session, home: Path, rita: Account, ada: Account, edda: Account
) -> None:
    [claim] = _claims(_ask(session, home, rita, HEATING))
    for action in (Action.ACCEPT, Action.TAKE):
        review.move(session, claim.id or 0, action, by=ada, at=making.later(10))
    assert _told(session, rita) == []
    _publish(session, claim, ada, edda, Verdict.SUPPORTED)
    assert _told(session, rita) == [(Occasion.ANSWERED, claim.id)]


def test_who_asked_is_told_that_a_claim_was_dismissed(
    session: Session, home: Path, rita: Account, ada: Account
) -> None:
    [claim] = _claims(_ask(session, home, rita, HEATING))
    review.move(session, claim.id or 0, Action.DISMISS, by=ada, at=making.later(1), reason="Eine Wertung.")
    assert _told(session, rita) == [(Occasion.ANSWERED, claim.id)]
    [notice] = notices.newest(session, rita.id or 0)
    assert events.numbered(session, [notice.event_seq or 0])[notice.event_seq or 0].note == "Eine Wertung."


def test_who_asked_for_a_claim_that_was_merged_is_answered_once_by_the_one_that_stands_for_it(
    session: Session, home: Path, rita: Account, ada: Account, edda: Account
) -> None:
    [asked] = _claims(_ask(session, home, rita, HEATING))
    other = making.proposal(session, making.article(session, ada))
    review.merge(session, asked.id or 0, other.id or 0, by=ada, at=making.later(1))
    for action in (Action.ACCEPT, Action.TAKE):
        review.move(session, other.id or 0, action, by=ada, at=making.later(2))
    _publish(session, other, ada, edda, Verdict.SUPPORTED)
    assert _told(session, rita) == [(Occasion.ANSWERED, other.id)]
    [[outcome]] = [question.outcomes for question in questions(session, rita)]
    assert (outcome.claim, outcome.claim.verdict) == (other, Verdict.SUPPORTED)
    review.move(session, other.id or 0, Action.CHALLENGE, by=ada, at=making.later(70), reason="Doch nicht?")
    review.move(session, other.id or 0, Action.CONFIRM, by=edda, at=making.later(80), reason="Doch.")
    assert _told(session, rita) == [(Occasion.ANSWERED, other.id)]


def test_the_log_holds_a_digest_of_what_was_asked_and_no_word_of_it(
    session: Session, home: Path, rita: Account
) -> None:
    _ask(session, home, rita, HEATING, note="Für die Abendausgabe.")
    told = session.exec(select(Event)).all()
    assert [event.action for event in told] == ["ingest", "propose", "wish"]
    bodies = " ".join(str(event.body) for event in told)
    assert "Schwimmhalle" not in bodies
    assert "Abendausgabe" not in bodies
    assert set(told[-1].body) == {"wish", "words_digest", "version"}
    assert told[-1].note == "Für die Abendausgabe."


def test_the_log_finds_a_request_that_was_put_into_other_words(
    session: Session, home: Path, rita: Account
) -> None:
    _ask(session, home, rita, HEATING)
    ledger.verify(session)
    reword = sa.update(Wish)
    session.connection().execute(reword.values(words="Etwas anderes."))
    with pytest.raises(LogBroken, match="request"):
        ledger.verify(session)
    # emptied on lawful request it says nothing else than it said
    session.connection().execute(reword.values(words=""))
    ledger.verify(session)


def test_a_wish_keeps_nobody_from_taking_back_or_going_on(
    session: Session, home: Path, rita: Account, ada: Account
) -> None:
    [claim] = _claims(_ask(session, home, rita, HEATING))
    accepted = review.move(session, claim.id or 0, Action.ACCEPT, by=ada, at=making.later(1)).version
    _ask(session, home, ada, HEATING, minutes=2)
    assert claims.get(session, claim.id or 0).version == accepted
    assert review.undo(session, claim.id or 0, by=ada, at=making.later(3)).state is State.PROPOSED


def test_what_one_asked_for_comes_newest_first_and_page_by_page(
    session: Session, home: Path, rita: Account, ada: Account
) -> None:
    for minutes, words in enumerate((TWELVE, f"{HEATING} {TWELVE}", "Was kostet die Fähre?")):
        _ask(session, home, rita, words, minutes=minutes)
    _ask(session, home, ada, "Wann fährt die Fähre?")
    first = questions(session, rita, limit=2)
    rest = questions(session, rita, before=first[-1].id, limit=2)
    assert [q.words for q in (*first, *rest)] == ["Was kostet die Fähre?", f"{HEATING} {TWELVE}", TWELVE]
