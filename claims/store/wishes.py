"""Wishes: who asked for which claim to be checked."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, func, select

from claims.wish import Wish


def add(session: Session, claim_id: int, account_id: int, words: str, at: datetime) -> Wish:
    fields = {"claim_id": claim_id, "account_id": account_id, "words": words, "made_at": at}
    wish = Wish.model_validate(fields)
    session.add(wish)
    session.flush()
    return wish


_OF_CLAIMS = (
    select(Wish).where(col(Wish.claim_id).in_(bindparam("ids", expanding=True))).order_by(col(Wish.id))
)


def of_claims(session: Session, claim_ids: Collection[int]) -> list[Wish]:
    """All wishes for these claims, oldest first."""
    return list(session.exec(_OF_CLAIMS, params={"ids": list(claim_ids)})) if claim_ids else []


def of_account(session: Session, account_id: int, claim_ids: Collection[int]) -> list[Wish]:
    """Those that this account has for these claims, oldest first."""
    return [wish for wish in of_claims(session, claim_ids) if wish.account_id == account_id]


def worded(session: Session, account_id: int, words: str) -> list[Wish]:
    """What this account asked for in exactly these words, oldest first."""
    statement = select(Wish).where(Wish.account_id == account_id, Wish.words == words)
    return list(session.exec(statement.order_by(col(Wish.id))))


def count_questions(session: Session, account_id: int, since: datetime) -> int:
    """How many questions the account asked after `since`: one may ask for several claims."""
    statement = select(func.count(func.distinct(Wish.words)))
    return session.exec(statement.where(Wish.account_id == account_id, col(Wish.made_at) > since)).one()


def questions(
    session: Session, account_id: int, before: int | None = None, limit: int = 50
) -> list[list[Wish]]:
    """The account's questions, newest first, each as the wishes that came of it, from below the number of a
    question's first wish on."""
    first = func.min(Wish.id)
    grouped = select(Wish.words).where(Wish.account_id == account_id).group_by(col(Wish.words))
    if before is not None:
        grouped = grouped.having(first < before)
    words = list(session.exec(grouped.order_by(first.desc()).limit(limit)))
    found: dict[str, list[Wish]] = {each: [] for each in words}
    statement = select(Wish).where(Wish.account_id == account_id, col(Wish.words).in_(words))
    for wish in session.exec(statement.order_by(col(Wish.id))):
        found[wish.words].append(wish)
    return list(found.values())
