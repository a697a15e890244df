"""A process beside the server that reminds of deadlines and sends mail, so that no request waits for it."""

import multiprocessing
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait

from factcheck.mailing import keep_sending
from factcheck.settings import Settings

_EVERY_SECONDS = 15.0
_GRACE_SECONDS = 10.0
"""How long the mail that is just being sent may take when the server is stopped."""


@contextmanager
def sending(settings: Settings) -> Iterator[None]:
    """Send what waits every few seconds, in a process of its own, until the block ends."""
    context = multiprocessing.get_context("spawn")
    told, teller = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(settings, told), name="factcheck mail", daemon=True)
    process.start()
    try:
        yield
    finally:
        with suppress(OSError):  # it may be gone already
            teller.send("stop")
        process.join(_GRACE_SECONDS)
        process.terminate()


def _send(settings: Settings, told: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the server says when
    parent = multiprocessing.parent_process()
    assert parent is not None
    keep_sending(settings, _EVERY_SECONDS, lambda seconds: not wait([told, parent.sentinel], seconds))
