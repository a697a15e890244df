"""Opening a desk: its folder, its database, and who acts on it."""

import os
from datetime import datetime

from sqlalchemy import Engine
from sqlmodel import Session

from claims import database
from claims.account import Account, AccountDraft
from claims.errors import FactcheckError, NotAllowed
from claims.store import accounts
from factcheck.settings import Settings


def open_desk(settings: Settings) -> Engine:
    """The engine of the desk's database, made and brought up to date where that is needed.

    Raises FactcheckError where the data folder cannot be made, DeskBusy, DeskBroken or InvalidInput where
    the database cannot be opened.
    """
    make_folder(settings)
    engine = database.open_engine(settings.url)
    if not database.is_current(engine):
        database.upgrade(engine)
    return engine


def make_folder(settings: Settings) -> None:
    """The data folder, for its owner only. Raises FactcheckError where it cannot be made."""
    try:
        settings.home.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not settings.database_url:
            # made here, for its owner only; SQLite gives its other files the same mode
            os.close(os.open(settings.database_file, os.O_CREAT | os.O_WRONLY, 0o600))
    except OSError as error:
        raise FactcheckError(
            "The data folder %(home)s cannot be used (%(why)s); set FACTCHECK_HOME to one that can.",
            home=settings.home,
            why=error.strerror,
        ) from error


def actor(session: Session, name: str, at: datetime) -> Account:
    """The account a command acts as. An unknown name gets an account that holds no role and cannot
    log in: it can add articles, and can neither submit nor approve. Raises NotAllowed for one that
    is disabled."""
    found = accounts.find(session, name) or accounts.add(session, AccountDraft(name=name), None, at)
    if found.disabled_at is not None:
        raise NotAllowed("The account %(name)s is disabled; set FACTCHECK_USER to another.", name=name)
    return found
