"""Reading a stranger's file in a process of its own, which has little time and memory and is gone afterwards.

A server calls `confine()` once; from then on `apart` has its work done in a child, forked for each file from
a process that has loaded what reads files and holds nothing else: no database, no key, no other request. A
file that hangs, grows or kills the program that reads it costs its sender a refusal and nobody else
anything. Commands do without: whoever extracts their own files waits for them, and no child would make it
faster.
"""

import logging
import multiprocessing
import os
import resource
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from typing import ParamSpec, TypeVar, cast

from claims.errors import DeskBusy, FactcheckError, UnreadableDocument

P = ParamSpec("P")
R = TypeVar("R")
LOG = logging.getLogger("factcheck.reading")

# the first is what a child would load again for the command that the server was started with
_PRELOADED = ["factcheck.cli", "factcheck.reading.loaded"]
_MEMORY_BYTES = 256 * 1024 * 1024
"""Beyond what the program itself takes."""
_WALL = 4
"""How many times its seconds of computing a child may take on a machine that others use too."""
_AT_ONCE = max(2, os.cpu_count() or 2)
_QUEUE_SECONDS, _START_SECONDS = 30.0, 60.0


@dataclass(frozen=True)
class _Failure:
    """Why there is no result: an error of the desk's own, or what a library ran into."""

    error: FactcheckError | None
    trace: str


class _Confinement:
    """Where children come from, and how many there are at once."""

    def __init__(self) -> None:
        self.context: ForkServerContext | None = None
        self.turns = threading.BoundedSemaphore(_AT_ONCE)


_CONFINEMENT = _Confinement()


def confine() -> None:
    """From now on this process has strangers' files read apart."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOADED)
    _CONFINEMENT.context = context


def apart(seconds: int, name: str, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """What `work` returns, done in a child where this process is confined, else here.

    It may compute for that many seconds. Raises what `work` raises of the desk's own errors;
    UnreadableDocument, which speaks of `name`, where it takes longer, takes too much memory or breaks;
    DeskBusy where others' files are still being read.
    """
    if _CONFINEMENT.context is None:
        return work(*args, **kwargs)
    if not _CONFINEMENT.turns.acquire(timeout=_QUEUE_SECONDS):
        raise DeskBusy("Other files are being read just now: try again in a moment.")
    try:
        told = _ask_child(_CONFINEMENT.context, seconds, lambda sender: (sender, seconds, work, args, kwargs))
    finally:
        _CONFINEMENT.turns.release()
    if isinstance(told, _Failure):
        raise _refusal(told, name)
    return cast(R, told)


def _ask_child(
    context: ForkServerContext, seconds: int, arguments: Callable[[Connection], tuple[object, ...]]
) -> object:
    receiver, sender = context.Pipe(duplex=False)
    with receiver:
        with sender:
            child = context.Process(target=_work, args=arguments(sender), daemon=True)
            child.start()
        try:
            for patience in (_START_SECONDS, _WALL * seconds):
                if not receiver.poll(patience):
                    return _Failure(None, "")
                told = receiver.recv()
            return told
        except (EOFError, OSError):  # it died, of too much time or memory
            return _Failure(None, "")
        finally:
            child.kill()
            child.join()
            child.close()


def _refusal(failure: _Failure, name: str) -> FactcheckError:
    if failure.error is not None:
        return failure.error
    if failure.trace:
        LOG.error("a file could not be read:\n%s", failure.trace)
        return UnreadableDocument("%(name)s is broken: save it anew and add that.", name=name or "The file")
    return UnreadableDocument(
        "%(name)s takes too long, or too much memory, to be read: save it as plain text and add that.",
        name=name or "The file",
    )


def _work(
    sender: Connection,
    seconds: int,
    work: Callable[..., object],
    args: tuple[object, ...],
    kwargs: dict[str, object],
) -> None:
    """What the child does. It says when it begins: before the first one, a second or two is gone with
    loading."""
    sender.send(None)
    _limit(seconds)
    try:
        told = work(*args, **kwargs)
    except FactcheckError as error:
        told = _Failure(error, "")
    except MemoryError:
        told = _Failure(None, "")
    except Exception:  # whatever a library runs into over a stranger's file is the file's fault
        told = _Failure(None, traceback.format_exc())
    sender.send(told)


def _limit(seconds: int) -> None:
    """No more time, no more memory, and no file written by whatever a file may lead its reader to do."""
    with open("/proc/self/statm") as file:
        taken = int(file.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (taken + _MEMORY_BYTES,) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
