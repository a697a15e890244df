"""One database session a request: reading for what only looks, writing for what changes something.
It commits once, when the view is done and everybody concerned was told, and not at all when the view
raises. What is only to be done with what is committed comes after that."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import cast

from flask import current_app, g
from sqlalchemy import Engine
from sqlmodel import Session

from claims import database
from claims.store import once
from factcheck.notices import follow
from factcheck.settings import Settings


def settings() -> Settings:
    return cast(Settings, current_app.extensions["factcheck.settings"])


def engine() -> Engine:
    return cast(Engine, current_app.extensions["factcheck.engine"])


def db() -> Session:
    """The request's session."""
    return cast(Session, g.db)


def now() -> datetime:
    return datetime.now(UTC)


def afterwards(act: Callable[[], object]) -> None:
    """Let `act` be called when the request's session is committed and closed."""
    g.afterwards.append(act)


@contextmanager
def unit_of_work(write: bool) -> Iterator[None]:
    """Open the request's session for the length of a view."""
    opened = database.writing if write else database.reading
    with opened(engine()) as session:
        g.db, g.afterwards = session, []
        if not write:
            once.keep(session)
        try:
            yield
            if write:
                follow(session, now())
        finally:
            g.pop("db")
    for act in g.pop("afterwards"):
        act()
