"""Tasks that only one process does at a time, on however many machines the desk runs.

Who does a task holds a lease in the database and renews it between two steps. Who dies leaves it to run out.
"""

import os
import secrets
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine

from claims import database
from claims.errors import Conflict
from claims.lease import Lease

LASTS = timedelta(minutes=5)
"""Longer than any one step of a task takes."""
_ODD = 2
"""A lease that ends further ahead than so many times its length was made by a clock that went wrong."""

Clock = Callable[[], datetime]


@dataclass(frozen=True)
class Held:
    """A lease that is held; `renew` raises Conflict where it ran out and somebody else does the task now."""

    renew: Callable[[], None]


@contextmanager
def leased(
    engine: Engine,
    task: str,
    *,
    lasts: timedelta = LASTS,
    clock: Clock = lambda: datetime.now(UTC),
) -> Iterator[Held]:
    """Hold the lease of a task until the block ends. Raises Conflict where another process holds it."""
    holder = f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"
    _take(engine, task, holder, clock(), lasts)
    try:
        yield Held(lambda: _take(engine, task, holder, clock(), lasts))
    finally:
        _release(engine, task, holder)


def _take(engine: Engine, task: str, holder: str, at: datetime, lasts: timedelta) -> None:
    with database.writing(engine) as session:
        lease = session.get(Lease, task)
        if lease is None:
            lease = Lease(task=task, holder=holder, until=at)
        elif lease.holder != holder and at < lease.until <= at + _ODD * lasts:
            raise Conflict(
                "Another process does this already (%(task)s, %(holder)s); wait until that has ended.",
                task=task,
                holder=lease.holder.partition(":")[0],
            )
        lease.holder, lease.until = holder, at + lasts
        session.add(lease)


def _release(engine: Engine, task: str, holder: str) -> None:
    with database.writing(engine) as session:
        lease = session.get(Lease, task)
        if lease is not None and lease.holder == holder:
            session.delete(lease)
