"""Accounts and tokens."""

import hashlib
from datetime import datetime

from sqlmodel import Session, col, select

from claims.account import Account, AccountDraft, Login, Token
from claims.errors import Conflict, NotFound


def add(session: Session, draft: AccountDraft, password_hash: str | None, at: datetime) -> Account:
    """Raises Conflict where the name is taken; an account that only acted so far is completed."""
    account = find(session, draft.name)
    if account is not None and (account.password_hash or account.roles):
        raise Conflict("There is an account named %(name)s already.", name=draft.name)
    fields = {
        **draft.model_dump(exclude={"password", "roles"}),
        "roles": sorted(draft.roles),
        "password_hash": password_hash,
    }
    if account is None:
        account = Account.model_validate({**fields, "created_at": at})
    else:
        account.sqlmodel_update(fields)
    session.add(account)
    session.flush()
    return account


def find(session: Session, name: str) -> Account | None:
    return session.exec(select(Account).where(Account.name == name)).one_or_none()


def named(session: Session, name: str) -> Account:
    """Raises NotFound."""
    account = find(session, name)
    if account is None:
        raise NotFound("There is no account named %(name)s.", name=name)
    return account


def get(session: Session, account_id: int) -> Account:
    """Raises NotFound."""
    account = session.get(Account, account_id)
    if account is None:
        raise NotFound("There is no account number %(id)s.", id=account_id)
    return account


def everyone(session: Session) -> list[Account]:
    return list(session.exec(select(Account).order_by(Account.name)))


def names(session: Session, ids: set[int] | None = None) -> dict[int, str]:
    """How each account (of `ids`, if given) is called on pages and in reports: its display name, else
    its name."""
    statement = select(Account.id, Account.display_name, Account.name)
    if ids is not None:
        statement = statement.where(col(Account.id).in_(ids))
    rows = session.exec(statement)
    return {account_id: shown or name for account_id, shown, name in rows if account_id is not None}


def add_token(
    session: Session, account: Account, label: str, secret: str, at: datetime, expires_at: datetime | None
) -> Token:
    token = Token.model_validate(
        {
            "account_id": account.id,
            "label": label,
            "sha256": token_digest(secret),
            "created_at": at,
            "expires_at": expires_at,
        }
    )
    session.add(token)
    session.flush()
    return token


def token_digest(secret: str) -> str:
    """SHA-256 in hex. The secret is random and long, so it takes no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()


def find_token(session: Session, secret: str) -> Token | None:
    return session.exec(select(Token).where(Token.sha256 == token_digest(secret))).one_or_none()


def get_token(session: Session, token_id: int) -> Token:
    """Raises NotFound."""
    token = session.get(Token, token_id)
    if token is None:
        raise NotFound("There is no token number %(id)s.", id=token_id)
    return token


def tokens(session: Session) -> list[Token]:
    return list(session.exec(select(Token).order_by(col(Token.id))))


def add_login(session: Session, account: Account, key: str, at: datetime) -> None:
    """A person logged in; `key` is what their cookie holds."""
    fields = {"account_id": account.id, "sha256": token_digest(key), "begun_at": at}
    session.add(Login.model_validate(fields))


def find_login(session: Session, key: str) -> Login | None:
    return session.exec(select(Login).where(Login.sha256 == token_digest(key))).one_or_none()


def logins(session: Session, account: Account, since: datetime) -> list[Login]:
    """The log-ins of an account that began after `since` and were not ended, newest first."""
    statement = select(Login).where(
        Login.account_id == account.id, col(Login.ended_at).is_(None), col(Login.begun_at) > since
    )
    return list(session.exec(statement.order_by(col(Login.id).desc())))


def end_logins(session: Session, account: Account, at: datetime, *, but: str = "") -> None:
    """Log an account out everywhere, except where the key has the SHA-256 `but`."""
    statement = select(Login).where(Login.account_id == account.id, col(Login.ended_at).is_(None))
    for login in session.exec(statement.where(Login.sha256 != but)):
        login.ended_at = at
        session.add(login)
