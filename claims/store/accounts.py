"""Accounts and tokens."""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from claims.account import Account, AccountDraft, Token
from claims.errors import Conflict, NotFound
from claims.scope import EVERYTHING, Scope
from claims.store.once import once
from claims.store.rows import find_row


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
    account = find_row(session, Account, account_id)
    if account is None:
        raise NotFound("There is no account number %(id)s.", id=account_id)
    return account


_EVERYONE = select(Account).order_by(Account.name)
_NAMES = select(Account.id, Account.display_name, Account.name)
_NAMES_OF = _NAMES.where(col(Account.id).in_(bindparam("ids", expanding=True)))


def everyone(session: Session) -> list[Account]:
    return list(session.exec(_EVERYONE))


@once
def names(session: Session, ids: set[int] | None = None) -> dict[int, str]:
    """How each account (of `ids`, if given) is called on pages and in reports: its display name, else
    its name."""
    if ids is not None and not ids:
        return {}
    rows = session.exec(_NAMES) if ids is None else session.exec(_NAMES_OF, params={"ids": list(ids)})
    return {account_id: shown or name for account_id, shown, name in rows if account_id is not None}


def add_token(
    session: Session,
    account: Account,
    label: str,
    secret: str,
    at: datetime,
    expires_at: datetime | None,
    scopes: Sequence[Scope] = EVERYTHING,
) -> Token:
    token = Token.model_validate(
        {
            "account_id": account.id,
            "label": label,
            "sha256": token_digest(secret),
            "scopes": [scope.value for scope in scopes],
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


def tokens(session: Session, account_id: int | None = None) -> list[Token]:
    """All tokens, or those of one account."""
    statement = select(Token) if account_id is None else select(Token).where(Token.account_id == account_id)
    return list(session.exec(statement.order_by(col(Token.id))))


def revoke_token(session: Session, token_id: int, at: datetime, *, of: int | None = None) -> Token:
    """Have a token work no more, one of the account `of` if that is said. Raises NotFound."""
    token = get_token(session, token_id)
    if of is not None and token.account_id != of:
        raise NotFound("There is no token number %(id)s.", id=token_id)
    token.revoked_at = token.revoked_at or at
    session.add(token)
    return token
