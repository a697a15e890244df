"""People who decide, each a process of its own, and say what they decided once the desk has it."""

import os
import signal
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

import sqlalchemy as sa
from sqlmodel import Session, col, select

from claims import database
from claims.account import Account
from claims.claim import Claim
from claims.decision import Decision, DecisionDraft
from claims.errors import DeskBusy
from claims.event import Event
from claims.evidence import Evidence
from claims.store import accounts, events
from claims.verdict import Verdict
from claims.workflow import Action, Role
from factcheck import ledger, review
from factcheck.keeping.backup import faults
from tests import making

DRAFT = DecisionDraft(verdict=Verdict.SUPPORTED, rationale="Das Register nennt vierzehn.")


@dataclass
class Writer:
    """A process that decides one claim after the other; `heard` are the decisions that it had yes to."""

    pid: int
    pipe: int
    heard: list[int] = field(default_factory=list)

    def wait(self) -> None:
        """Until it has decided once."""
        said = os.read(self.pipe, 8)
        assert said, "a writer ended by itself"
        self.heard.append(int.from_bytes(said, "big"))

    def listen(self) -> None:
        """Take in all that it said, to the end."""
        while said := os.read(self.pipe, 1 << 16):
            self.heard += [int.from_bytes(said[at : at + 8], "big") for at in range(0, len(said), 8)]

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        self.listen()
        os.close(self.pipe)


def prepare(engine: sa.Engine) -> int:
    """A reviewer and an article to find claims in; the article's number."""
    with database.writing(engine) as session:
        by = making.account(session, "rita", Role.REVIEWER)
        return making.article(session, by).id or 0


def start(url: str, article_id: int) -> Writer:
    """A writer, forked: what it takes is loaded already, so that it is killed while it writes."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return Writer(pid, reading)
    os.close(reading)
    parent = os.getppid()
    try:
        engine = database.open_engine(url)
        while os.getppid() == parent:
            with suppress(DeskBusy):  # told to try again, a person does
                os.write(writing, _decide(engine, article_id).to_bytes(8, "big"))
    except BaseException:  # it shall not go on as a second run of the tests
        traceback.print_exc()
    finally:
        os._exit(1)


@contextmanager
def working(url: str, article_id: int, count: int) -> Iterator[list[Writer]]:
    """So many writers until the block ends; they are killed then."""
    writers = [start(url, article_id) for _ in range(count)]
    try:
        yield writers
    finally:
        for writer in writers:
            writer.kill()


def _decide(engine: sa.Engine, article_id: int) -> int:
    """A claim from its proposal to its submission, each step a transaction as on the desk."""
    with database.writing(engine) as session:
        article = making.articles.get(session, article_id)
        claim_id = making.proposal(session, article).id or 0
    for action in (Action.ACCEPT, Action.TAKE):
        with database.writing(engine) as session:
            review.move(session, claim_id, action, by=_rita(session), at=making.START)
    with database.writing(engine) as session:
        making.evidence(session, making.claims.get(session, claim_id), _rita(session))
    with database.writing(engine) as session:
        moved = review.move(
            session, claim_id, Action.SUBMIT, by=_rita(session), at=making.START, decision=DRAFT
        )
    return moved.decision_id or 0


def _rita(session: Session) -> Account:
    return accounts.named(session, "rita")


def check(session: Session, heard: list[int]) -> int:
    """That no decision somebody was told of is lost, nothing is there by half, and the log is whole; how many
    decisions there are."""
    kept = {decision.id: decision for decision in session.exec(select(Decision)) if decision.id is not None}
    assert set(heard) <= set(kept)
    told = session.exec(select(Event).where(Event.action == "submit")).all()
    assert sorted(event.body["decision"] for event in told) == sorted(kept)
    assert {claim.decision_id for claim in session.exec(select(Claim)) if claim.decision_id} == set(kept)
    cited = session.exec(select(Event).where(Event.action == "cite")).all()
    pieces = {piece.id for piece in session.exec(select(Evidence))}
    assert {event.body["evidence"] for event in cited} == pieces
    for decision in kept.values():
        assert set(decision.evidence_ids) <= pieces
    if session.get_bind().dialect.name == "sqlite":
        assert faults(session) == []
    assert ledger.verify(session).events == events.last(session)
    assert len(session.exec(select(col(Event.seq))).all()) == events.last(session)
    return len(kept)
