"""What several parts of one answer ask for, read once: for sessions that see one state of the desk.

A page is put together by parts that know nothing of each other, and some of them need the same rows.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from sqlmodel import Session

P = ParamSpec("P")
R = TypeVar("R")

_KEPT = "factcheck.once"


def keep(session: Session) -> None:
    """From now on the session, which only reads and sees one state, keeps what is read `once`."""
    session.info[_KEPT] = {}


def once(read: Callable[Concatenate[Session, P], R]) -> Callable[Concatenate[Session, P], R]:
    """Read once for the same arguments, none of them an iterator, where the session keeps it. Nobody changes
    what comes of it."""

    @wraps(read)
    def reading(session: Session, /, *args: P.args, **kwargs: P.kwargs) -> R:
        kept: dict[Any, Any] | None = session.info.get(_KEPT)
        if kept is None:
            return read(session, *args, **kwargs)
        key = (read, *map(_fixed, args), *kwargs.items())
        if key not in kept:
            kept[key] = read(session, *args, **kwargs)
        return cast(R, kept[key])

    return reading


def _fixed(value: object) -> object:
    """The value as part of a key."""
    return tuple(value) if isinstance(value, list) else frozenset(value) if isinstance(value, set) else value
