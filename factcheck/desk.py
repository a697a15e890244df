"""Opening a desk: its folder, its database, and who acts on it."""

from datetime import datetime

from sqlalchemy import Engine
from sqlmodel import Session

from claims import database
from claims.account import Account, AccountDraft
from claims.errors import FactcheckError
from claims.store import accounts
from factcheck.settings import Settings


def open_desk(settings: Settings) -> Engine:
    """The engine of the desk's database, made and brought up to date where that is needed."""
    try:
        settings.home.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise FactcheckError(
            "The data folder %(home)s cannot be made (%(why)s); set FACTCHECK_HOME to one that can.",
            home=settings.home,
            why=error.strerror,
        ) from error
    engine = database.open_engine(settings.url)
    if not database.is_current(engine):
        database.upgrade(engine)
    return engine


def actor(session: Session, name: str, at: datetime) -> Account:
    """The account a command acts as. An unknown name gets an account that holds no role and cannot
    log in: it can add articles, and can neither submit nor approve."""
    found = accounts.find(session, name)
    return found or accounts.add(session, AccountDraft(name=name), None, at)
