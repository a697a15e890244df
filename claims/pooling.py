"""Whether a connection that lay in the pool still leads to a server, without asking that each time.

A server that ends says so: then something waits to be read where nothing should. Who went without a word is
only found by asking, which takes as long as a query, so that is done after a pause.
"""

import select
import time
from typing import Any

import sqlalchemy as sa

PAUSE = 15.0
"""Seconds that a connection may lie there before its server is asked."""
_SINCE = "factcheck.since"


def watch(engine: sa.Engine) -> None:
    """Look at each connection that is taken out of the engine's pool; where its server is gone, all that were
    made before are given up, and whoever asked gets a new one."""
    dialect = engine.dialect

    def lay_down(_connection: object, record: Any) -> None:
        record.info[_SINCE] = time.monotonic()

    def take_out(connection: Any, record: Any, _proxy: object) -> None:
        since = record.info.get(_SINCE)
        if since is None:
            return  # just made
        try:
            if time.monotonic() - since > PAUSE or _has_word(connection):
                dialect.do_ping(connection)
        except dialect.loaded_dbapi.Error as error:
            raise sa.exc.InvalidatePoolError from error

    sa.event.listen(engine, "checkin", lay_down)
    sa.event.listen(engine, "checkout", take_out)


def _has_word(connection: Any) -> bool:
    """Whether the server has sent something, or closed the connection. Raises the driver's error where this
    side closed it."""
    looking = select.poll()
    looking.register(connection.fileno(), select.POLLIN)
    return bool(looking.poll(0))
