"""Several people at once, on SQLite and PostgreSQL: one thing is done after the other."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import Engine
from sqlmodel import Session, select

from claims.account import Account
from claims.article import ArticleDraft, ArticleVersion
from claims.claim import Claim
from claims.database import reading, writing
from claims.errors import Conflict, FactcheckError, StaleVersion
from claims.note import NoteDraft
from claims.store import accounts, articles, claims, votes
from claims.workflow import Action, Role
from factcheck import ledger, review
from factcheck.ingest import ingest
from tests import making

_URL = "https://zeitung.example/halle"
_TEXT = "Der Verein zählt mindestens zwölf Mitglieder. Die neue Halle kostete 40.000 Euro."


def _at_once(engine: Engine, *acts: Callable[[Session, Account], object]) -> list[FactcheckError | None]:
    """What each act was refused with; they begin together, each in a session of its own thread."""
    gate = threading.Barrier(len(acts))

    def run(act: Callable[[Session, Account], object]) -> FactcheckError | None:
        gate.wait(timeout=60)
        try:
            with writing(engine) as session:
                act(session, accounts.named(session, "edgar"))
        except FactcheckError as error:
            return error
        return None

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def _read_in(session: Session, by: Account, text: str) -> int:
    draft = ArticleDraft(
        text=text, language="de", content=text.encode(), media_type="text/plain", url=_URL, title="Halle"
    )
    return ingest(session, draft, by=by, at=making.START).article.id or 0


def _open_desk(engine: Engine) -> int:
    with writing(engine) as session:
        by = making.account(session, "edgar", Role.EDITOR)
        return _read_in(session, by, _TEXT)


def test_of_two_blind_reviews_of_one_tag_asked_for_at_once_one_begins(engine: Engine) -> None:
    _open_desk(engine)

    def begin(session: Session, by: Account) -> object:
        return review.begin_blind_review(session, by=by, at=making.START, tag="Wahl")

    refused = _at_once(engine, begin, begin, begin)
    assert sorted(type(error).__name__ for error in refused) == ["Conflict", "Conflict", "NoneType"]
    with reading(engine) as session:
        assert len(votes.reviews(session)) == 1


def test_an_article_that_several_read_in_again_at_once_gets_a_version_for_each(engine: Engine) -> None:
    article_id = _open_desk(engine)
    texts = [f"{_TEXT} Fassung {word} erschien am Montag." for word in ("eins", "zwei", "drei")]
    acts = [lambda session, by, text=text: _read_in(session, by, text) for text in texts]
    assert _at_once(engine, *acts) == [None, None, None]
    with reading(engine) as session:
        numbers = session.exec(select(ArticleVersion.number).where(ArticleVersion.article_id == article_id))
        assert sorted(numbers) == [1, 2, 3, 4]
        article = articles.get(session, article_id)
        text = articles.version(session, article).text
        found = claims.of_article(session, article_id)
        assert [claim for claim in found if text[claim.start : claim.end] != claim.exact] == []
        ledger.verify(session)


def test_who_works_on_the_same_claims_in_opposite_order_waits_and_never_deadlocks(engine: Engine) -> None:
    article_id = _open_desk(engine)
    with writing(engine) as session:
        by = accounts.named(session, "edgar")
        one, other = (claim.id or 0 for claim in claims.of_article(session, article_id)[:2])
        for number in (one, other):
            review.move(session, number, Action.ACCEPT, by=by, at=making.START)

    def note(first: int, second: int) -> Callable[[Session, Account], object]:
        def write(session: Session, by: Account) -> None:
            for number in (first, second):
                review.write_note(session, number, NoteDraft(text="Rückfrage"), by=by, at=making.START)

        return write

    def take(session: Session, by: Account) -> object:
        return review.move(session, one, Action.TAKE, by=by, at=making.START, expect=2)

    def read_again(session: Session, by: Account) -> object:
        return _read_in(session, by, f"{_TEXT} Der Vorstand lädt im Mai zum Fest.")

    refused = _at_once(engine, note(one, other), note(other, one), take, take, read_again)
    assert [refused[0], refused[1], refused[4]] == [None, None, None]
    assert refused[2:4].count(None) <= 1
    assert all(isinstance(error, Conflict | StaleVersion | None) for error in refused[2:4])
    with reading(engine) as session:
        rows = session.exec(select(Claim).where(Claim.article_id == article_id))
        assert {claim.id for claim in rows} >= {one, other}
        ledger.verify(session)
