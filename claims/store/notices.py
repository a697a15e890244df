"""Notices: whom the desk told what, and how far it has read the log for them."""

from collections.abc import Collection, Iterable
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import Session, col, func, select, update
from sqlmodel.sql.expression import SelectOfScalar

from claims.account import Account
from claims.claim import Claim
from claims.errors import NotFound
from claims.event import Event
from claims.notice import Notice, NoticeMark, Occasion
from claims.store import events
from claims.store.compiled import Compiled
from claims.store.once import once
from claims.workflow import TO_DO

_COUNTED = 100


def add(
    session: Session,
    account_id: int,
    occasion: Occasion,
    *,
    claim_id: int,
    at: datetime,
    event_seq: int | None = None,
    body: dict[str, Any] | None = None,
) -> None:
    """One more line in somebody's inbox."""
    fields = {"account_id": account_id, "occasion": occasion, "claim_id": claim_id}
    said = {"event_seq": event_seq, "body": body or {}, "created_at": at}
    session.add(Notice.model_validate({**fields, **said}))


def events_to_tell(session: Session, actions: Collection[str]) -> list[Event]:
    """The events of these kinds that nobody was told of yet, oldest first; from now on they count as told."""
    mark = session.exec(select(NoticeMark).where(NoticeMark.id == 1)).one()
    statement = select(Event).where(Event.seq > mark.seq).order_by(col(Event.seq))
    found = list(session.exec(statement.where(col(Event.action).in_(actions))))
    mark.seq = events.last(session)
    session.add(mark)
    return found


def due(session: Session, until: datetime) -> list[tuple[Claim, int]]:
    """The claims in work whose deadline lies before `until`, each with who has it."""
    statement = select(Claim).where(
        col(Claim.state).in_(TO_DO), col(Claim.due) <= until, col(Claim.assignee_id).is_not(None)
    )
    return [(claim, claim.assignee_id or 0) for claim in session.exec(statement)]


def about(session: Session, claim_ids: Iterable[int], occasion: Occasion) -> list[Notice]:
    """All notices of one kind about these claims."""
    statement = select(Notice).where(col(Notice.claim_id).in_(list(claim_ids)), Notice.occasion == occasion)
    return list(session.exec(statement))


def get(session: Session, account_id: int, notice_id: int) -> Notice:
    """One of this account's own notices. Raises NotFound."""
    found = session.get(Notice, notice_id)
    if found is None or found.account_id != account_id:
        raise NotFound("There is no notice number %(id)s.", id=notice_id)
    return found


def page(
    session: Session, account_id: int, *, read: bool, before: int | None = None, limit: int = 50
) -> list[Notice]:
    """One account's notices that were read, or were not, newest first, from below number `before` on."""
    values = {"account_id": account_id, "before": before, "limit": limit}
    return list(session.exec(_page(read, before is not None), params=values))


@cache
def _page(read: bool, further: bool) -> SelectOfScalar[Notice]:
    """Putting a statement together takes as long as what the database does for it."""
    is_read = col(Notice.read_at).is_not(None) if read else col(Notice.read_at).is_(None)
    statement = select(Notice).where(Notice.account_id == bindparam("account_id"), is_read)
    if further:
        statement = statement.where(col(Notice.id) < bindparam("before"))
    return statement.order_by(col(Notice.id).desc()).limit(bindparam("limit"))


def newest(session: Session, account_id: int, before: int | None = None, limit: int = 50) -> list[Notice]:
    """One account's notices, newest first, read or not, from below number `before` on."""
    statement = select(Notice).where(Notice.account_id == account_id)
    if before is not None:
        statement = statement.where(col(Notice.id) < before)
    return list(session.exec(statement.order_by(col(Notice.id).desc()).limit(limit)))


_WAITING = (
    select(Notice.id)
    .where(Notice.account_id == bindparam("account_id"), col(Notice.read_at).is_(None))
    .limit(_COUNTED)
)
_UNREAD = Compiled(select(func.count()).select_from(_WAITING.subquery()))


@once
def unread(session: Session, account_id: int) -> int:
    """How many are unread, counted up to a hundred: one look into the index."""
    session.flush()
    return int(_UNREAD.put(session.connection(), {"account_id": account_id}).fetchone()[0])


def mark_read(
    session: Session, account_id: int, at: datetime, *, ids: Collection[int] = (), until: int = 0
) -> None:
    """Note that this account read these notices, or all up to number `until`."""
    which = col(Notice.id).in_(ids) if ids else col(Notice.id) <= until
    own = (col(Notice.account_id) == account_id, col(Notice.read_at).is_(None), which)
    session.exec(update(Notice).where(*own).values(read_at=at))


def settle(
    session: Session,
    claim_id: int,
    at: datetime,
    *,
    before: int,
    account_id: int | None = None,
    occasions: Collection[Occasion] = (),
) -> None:
    """Count as read what was told of a claim before event `before`: to this account, or to all on these
    occasions."""
    whose = (
        col(Notice.occasion).in_(occasions) if account_id is None else col(Notice.account_id) == account_id
    )
    earlier = col(Notice.event_seq).is_(None) | (col(Notice.event_seq) < before)
    told = (col(Notice.claim_id) == claim_id, col(Notice.read_at).is_(None), whose, earlier)
    session.exec(update(Notice).where(*told).values(read_at=at))


def to_mail(session: Session) -> list[Notice]:
    """The unread notices that no mail tells of yet, of those who want mail and have an address."""
    statement = (
        select(Notice)
        .join(Account, col(Account.id) == Notice.account_id)
        .where(
            col(Notice.mailed_at).is_(None),
            col(Notice.letter_id).is_(None),
            col(Notice.read_at).is_(None),
            Account.email != "",
            col(Account.wants_mail),
            col(Account.disabled_at).is_(None),
        )
    )
    return list(session.exec(statement.order_by(col(Notice.id))))


def of_letter(session: Session, letter_id: int) -> list[Notice]:
    """The notices that a mail is to tell of and that are still unread, oldest first."""
    statement = select(Notice).where(Notice.letter_id == letter_id, col(Notice.read_at).is_(None))
    return list(session.exec(statement.order_by(col(Notice.id))))


def mailed(session: Session, letter_id: int, at: datetime) -> None:
    """A server took the mail about these."""
    session.exec(update(Notice).where(col(Notice.letter_id) == letter_id).values(mailed_at=at))
