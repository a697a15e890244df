"""The made-up newsroom is a desk like any other, and the same one for the same seed."""

from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import select

from benchmarks.newsroom import make_desk
from benchmarks.sentences import tell
from claims.account import Account
from claims.article import ArticleVersion
from claims.claim import Claim, ClaimDraft
from claims.database import open_engine, reading, upgrade, writing
from claims.event import LogHead
from claims.proposal import Proposal
from claims.store import claims
from claims.workflow import Action, State
from factcheck import review
from factcheck.ledger import verify
from tests.making import START, article, proposal

COUNT = 90


def test_its_history_holds_and_its_claims_stand_where_they_say(engine: Engine) -> None:
    make_desk(engine, claims=COUNT)
    with reading(engine) as session:
        assert verify(session).events > COUNT
        rows = session.exec(select(Claim, ArticleVersion.text).where(
            Claim.article_id == ArticleVersion.article_id
        )).all()  # fmt: skip
        assert len(rows) == COUNT
        for claim, text in rows:
            assert text[claim.start : claim.end] == claim.exact == claim.text == tell(claim.id or 0, 7).text
        assert {claim.language for claim, _ in rows} == {"de", "en"}
        assert {claim.state for claim, _ in rows} >= {State.PROPOSED, State.PUBLISHED, State.DISMISSED}
        drafts = session.exec(select(Proposal.draft)).all()
        assert len([ClaimDraft.model_validate(draft) for draft in drafts]) == COUNT


def test_work_goes_on_where_it_ends(engine: Engine) -> None:
    make_desk(engine, claims=COUNT)
    with writing(engine) as session:
        editor = session.exec(select(Account).where(Account.name == "bench-editor")).one()
        published = session.exec(select(Claim).where(Claim.state == State.PUBLISHED)).first()
        assert published is not None
        review.move(
            session, published.id or 0, Action.WITHDRAW, by=editor, at=START, reason="Das Register irrte."
        )
        added = proposal(session, article(session, editor))
        assert added.id == COUNT + 1
    with reading(engine) as session:
        assert claims.get(session, published.id or 0).verdict is None
        verify(session)


def test_the_same_seed_makes_the_same_desk(engine: Engine, tmp_path: Path) -> None:
    make_desk(engine, claims=COUNT, seed=3)
    with reading(engine) as session:
        head = session.exec(select(LogHead.hash)).one()
        texts = session.exec(select(Claim.text)).all()
    other = open_engine(f"sqlite:///{tmp_path / 'other.db'}")
    upgrade(other)
    make_desk(other, claims=COUNT, seed=3)
    with reading(other) as session:
        assert session.exec(select(LogHead.hash)).one() == head
    other.dispose()
    assert len(set(texts)) == COUNT
    assert not {tell(number, 7).text for number in range(1, COUNT + 1)} & set(texts)
