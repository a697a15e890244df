"""Watching cited sources: what is the same, changed, gone or unseen, and which claims are flagged."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Engine
from sqlmodel import Session, select

from claims.account import Account
from claims.claim import Claim
from claims.database import reading, writing
from claims.event import Event
from claims.evidence import Evidence, EvidenceDraft
from claims.source import Source
from claims.store import sources
from claims.store.filters import Filters, conditions
from claims.verdict import Stance
from claims.workflow import Action, Role
from factcheck import review
from factcheck.evidence.capture import go, keep
from factcheck.evidence.fetching import Fetcher
from factcheck.ledger import verify
from factcheck.watching import DELAY_SECONDS, Found, Watched, watch
from tests import making
from tests.factcheck.evidence.web import Names, Site, page, site

_TEXT = (
    "Im Register stehen vierzehn Mitglieder. Der Verein wurde 2011 in Bochum gegründet und wächst seither."
)


def _plain(text: str) -> Callable[..., None]:
    return page(text.encode(), "text/plain; charset=utf-8")


def _fetcher() -> Fetcher:
    return Fetcher(
        resolver=Names({"register.example": [["127.0.0.1"]]}), allowed=frozenset({"register.example"})
    )


def _cited(
    engine: Engine, running: Site, path: str = "/", quote: str = "stehen vierzehn Mitglieder"
) -> Account:
    """A claim that rests on a page of the register."""
    with writing(engine) as session:
        by = making.account(session, f"ida{len(path)}", Role.REVIEWER)
        claim = making.proposal(session, making.article(session, by))
        for action in (Action.ACCEPT, Action.TAKE):
            review.move(session, claim.id or 0, action, by=by, at=making.START)
        tried = go(_fetcher(), f"http://register.example:{running.port}{path}")
        snapshot = keep(session, tried, by=by, at=making.START).snapshot
        assert snapshot is not None
        draft = EvidenceDraft(snapshot_id=snapshot.id or 0, quote=quote, stance=Stance.SUPPORTS)
        review.cite(session, claim.id or 0, draft, by=by, at=making.START)
    return by


def _watch(engine: Engine, by: Account, minutes: int, slept: list[float] | None = None) -> list[Watched]:
    with reading(engine) as session:
        found = sources.to_watch(session, 10)
    return list(_look(engine, by, found, making.later(minutes), slept if slept is not None else []))


def _look(
    engine: Engine, by: Account, found: list[Source], at: datetime, slept: list[float]
) -> list[Watched]:
    return list(watch(engine, _fetcher(), found, by, now=lambda: at, sleep=slept.append))


def _flagged(session: Session) -> list[int | None]:
    return list(session.exec(select(Claim.id).where(*conditions(Filters(quote_gone=True)))))


def test_each_page_is_the_same_changed_gone_or_unseen_and_only_what_was_seen_counts(engine: Engine) -> None:
    with site({"/": _plain(_TEXT)}) as running:
        by = _cited(engine, running)
        told = []
        for minutes, answer in enumerate(
            (
                _plain(_TEXT),
                _plain(_TEXT.replace("wächst", "schrumpft")),
                page(b"", status=503),
                page(b"", status=403),
                _plain(_TEXT.replace("vierzehn", "neun")),
                _plain(_TEXT),
                page(b"", status=404),
            ),
            1,
        ):
            running.pages["/"] = answer
            told += _watch(engine, by, minutes)
    assert [each.found for each in told] == [
        Found.SAME,
        Found.CHANGED,
        Found.UNSEEN,
        Found.UNSEEN,
        Found.CHANGED,
        Found.CHANGED,
        Found.GONE,
    ]
    with reading(engine) as session:
        [evidence] = session.exec(select(Evidence))
        assert [each.lost for each in told] == [(), (), (), (), (evidence.id,), (), (evidence.id,)]
        assert [each.back for each in told] == [(), (), (), (), (), (evidence.id,), ()]
        assert evidence.gone_at == making.later(7)
        assert _flagged(session) == [evidence.claim_id]
        first = sources.snapshot(session, evidence.snapshot_id)
        assert "vierzehn" in first.text
        actions = session.exec(select(Event.action).where(Event.claim_id == evidence.claim_id))
        assert list(actions)[-3:] == ["quote_gone", "quote_back", "quote_gone"]
        assert verify(session).events


def test_the_one_not_seen_for_longest_comes_first_and_a_host_is_not_pressed(engine: Engine) -> None:
    with site({"/": _plain(_TEXT), "/b": _plain(_TEXT)}) as running:
        by = _cited(engine, running)
        _cited(engine, running, "/b")
        slept: list[float] = []
        first = _watch(engine, by, 5, slept)
        with reading(engine) as session:
            [oldest] = sources.to_watch(session, 1)
    assert oldest.id == first[0].source_id
    assert slept[0] == 0
    assert DELAY_SECONDS - 1 < slept[1] <= DELAY_SECONDS


def test_what_is_confidential_set_aside_or_has_no_address_is_left_alone(engine: Engine) -> None:
    with site({"/": _plain(_TEXT)}) as running:
        by = _cited(engine, running)
        with writing(engine) as session:
            making.snapshot(session, by)
            [evidence] = session.exec(select(Evidence))
            review.retract(session, evidence.claim_id, evidence.id or 0, by=by, at=making.later(1))
        assert _watch(engine, by, 2) == []
