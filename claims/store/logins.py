"""Log-ins of people, those that were refused, and the words that stand in for a one-time code."""

import hashlib
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, delete, func, select

from claims.account import Account, FailedLogin, Login, RecoveryCode, Refusal
from claims.errors import NotFound


def digest(key: str) -> str:
    """SHA-256 in hex. The key is random and long, so it takes no slow hash."""
    return hashlib.sha256(key.encode()).hexdigest()


def add(
    session: Session, account: Account, key: str, at: datetime, *, browser: str = "", network: str = ""
) -> Login:
    """A person logged in; `key` is what their cookie holds."""
    login = Login.model_validate(
        {
            "account_id": account.id,
            "sha256": digest(key),
            "browser": browser,
            "network": network,
            "begun_at": at,
            "seen_at": at,
        }
    )
    session.add(login)
    return login


_FIND = select(Login).where(Login.sha256 == bindparam("sha256"))


def find(session: Session, key: str) -> Login | None:
    return session.exec(_FIND, params={"sha256": digest(key)}).one_or_none()


_FIND_WITH_ACCOUNT = (
    select(Login, Account)
    .join(Account, col(Account.id) == Login.account_id)
    .where(Login.sha256 == bindparam("sha256"))
)


def find_with_account(session: Session, key: str) -> tuple[Login, Account] | None:
    """A log-in and whose it is."""
    found = session.exec(_FIND_WITH_ACCOUNT, params={"sha256": digest(key)}).one_or_none()
    return None if found is None else (found[0], found[1])


def of_account(session: Session, account_id: int, since: datetime) -> list[Login]:
    """The log-ins of an account that began after `since` and were not ended, newest first."""
    statement = select(Login).where(
        Login.account_id == account_id, col(Login.ended_at).is_(None), col(Login.begun_at) > since
    )
    return list(session.exec(statement.order_by(col(Login.id).desc())))


def end(session: Session, account_id: int, login_id: int, at: datetime) -> Login:
    """End one log-in of an account. Raises NotFound."""
    login = session.get(Login, login_id)
    if login is None or login.account_id != account_id:
        raise NotFound("There is no log-in number %(id)s.", id=login_id)
    login.ended_at = login.ended_at or at
    session.add(login)
    return login


def end_all(session: Session, account: Account, at: datetime, *, but: str = "") -> None:
    """Log an account out everywhere, except where the key has the SHA-256 `but`."""
    statement = select(Login).where(Login.account_id == account.id, col(Login.ended_at).is_(None))
    for login in session.exec(statement.where(Login.sha256 != but)):
        login.ended_at = at
        session.add(login)


def note_refusal(
    session: Session, account_id: int | None, refusal: Refusal, network: str, at: datetime
) -> None:
    fields = {"account_id": account_id, "refusal": refusal, "network": network, "at": at}
    session.add(FailedLogin.model_validate(fields))


def was_refused(session: Session, account_id: int, refusal: Refusal, since: datetime) -> bool:
    statement = select(FailedLogin.id).where(
        FailedLogin.account_id == account_id, FailedLogin.refusal == refusal, col(FailedLogin.at) > since
    )
    return session.exec(statement.limit(1)).first() is not None


def refusals(session: Session, account_id: int | None, limit: int) -> list[FailedLogin]:
    """The last log-ins that were refused to an account, or (None) to names that nobody has; newest first."""
    statement = select(FailedLogin).where(FailedLogin.account_id == account_id)
    return list(session.exec(statement.order_by(col(FailedLogin.id).desc()).limit(limit)))


def count_refusals(session: Session, since: datetime) -> dict[int | None, int]:
    """How many log-ins were refused after `since`, by account."""
    statement = select(FailedLogin.account_id, func.count()).where(col(FailedLogin.at) > since)
    return dict(session.exec(statement.group_by(col(FailedLogin.account_id))).all())


def forget_refusals(session: Session, before: datetime) -> None:
    session.exec(delete(FailedLogin).where(col(FailedLogin.at) < before))


def set_recovery_codes(session: Session, account_id: int, codes: Iterable[str], at: datetime) -> None:
    """Keep these in place of those that the account had; none to keep none."""
    session.exec(delete(RecoveryCode).where(col(RecoveryCode.account_id) == account_id))
    session.add_all(RecoveryCode(account_id=account_id, sha256=digest(code), made_at=at) for code in codes)


def use_recovery_code(session: Session, account_id: int, code: str, at: datetime) -> bool:
    """Whether the account has this code and did not use it yet; it is used then."""
    statement = select(RecoveryCode).where(
        RecoveryCode.account_id == account_id,
        RecoveryCode.sha256 == digest(code),
        col(RecoveryCode.used_at).is_(None),
    )
    found = session.exec(statement).first()
    if found is None:
        return False
    found.used_at = at
    session.add(found)
    return True


def count_recovery_codes(session: Session, account_id: int) -> int:
    """How many are left."""
    statement = select(func.count()).select_from(RecoveryCode)
    return session.exec(
        statement.where(RecoveryCode.account_id == account_id, col(RecoveryCode.used_at).is_(None))
    ).one()
