"""How cost grows with the desk: what asks or changes a desk, at several sizes, on SQLite and PostgreSQL."""

import gc
import os
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks import acting, asking, figures, log, plot, rest
from benchmarks.desks import Desk, opened
from benchmarks.figures import Figure
from benchmarks.sentences import tell
from benchmarks.timing import interleave
from claims import database
from factcheck import ledger
from factcheck.projection import catch_up
from factcheck.search import search

SIZES = (1_000, 100_000, 1_000_000)
KINDS = ("sqlite", "postgresql")
_MILLION = 1_000_000
_LONG_LOG = 300_000
"""A log of more events is read once, a shorter one as often as everything else."""
_SEED = 7


def run(sizes: Sequence[int], kinds: Sequence[str], rounds: int, kept: Path | None) -> Iterator[str]:
    """The lines of the result, which is kept beside docs/performance.md and shown there, desk by desk."""
    with opened(sizes, kinds, kept) as desks:
        for desk in desks:
            found = measure(desk, rounds)
            yield from (figure.line for figure in found)
            known = figures.keep(found)
            figures.show(known)
            plot.draw(known)


def measure(desk: Desk, rounds: int) -> list[Figure]:
    """All figures of one desk."""
    found = [*rest.measure(desk, rounds), _action(desk, rounds), _log(desk, rounds)]
    with database.reading(desk.engine) as session:
        catch_up(session, desk.home)
    return [*found, _question(desk, rounds), _words(desk, rounds)]


def _question(desk: Desk, rounds: int) -> Figure:
    """Reworded claims, each asked of both; what is found of them the benchmark `asking` tells."""
    with tempfile.TemporaryDirectory() as folder:
        bare = asking.Bare(Path(folder))
        bare.add((number, tell(number, _SEED).text) for number in range(1, desk.claims + 1))
        chance = random.Random(_SEED)
        asked = [tell(chance.randint(1, desk.claims), _SEED).asked[at % 2] for at in range(5 * rounds + 1)]
        ours, theirs = iter(asked), iter(asked)
        taken = interleave(
            {"desk": lambda: _ask(desk, next(ours)), "bare": lambda: bare.ask(next(theirs))},
            5 * rounds,
            time.process_time,  # other work on the machine cuts into the longer of the two
        )
    return _figure(desk, ("has this been checked?", "bare tantivy and rapidfuzz", asking.AT_MOST), taken)


def _words(desk: Desk, rounds: int) -> Figure:
    chance = random.Random(_SEED)
    names = [tell(chance.randint(1, desk.claims), _SEED).person.split()[-1] for _ in range(2 * rounds)]
    rare, common = iter(names * 2), iter(asking.COMMON * len(names))
    taken = interleave(
        {"desk": lambda: _ask(desk, next(common)), "bare": lambda: _ask(desk, next(rare))},
        rounds,
        time.process_time,
    )
    return _figure(desk, ("search for a common word", "a rare word", asking.COMMON_AT_MOST), taken)


def _ask(desk: Desk, text: str) -> None:
    with database.reading(desk.engine) as session:
        search(session, desk.home, text)


def _action(desk: Desk, rounds: int) -> Figure:
    what = ("a review action with its event", "bare writing of its rows", acting.AT_MOST)
    return _figure(desk, what, acting.compare(desk.engine, rounds))


def _log(desk: Desk, rounds: int) -> Figure:
    """A million events of the log, by processor time, held against the seconds that are wanted."""
    with desk.engine.connect() as connection:
        events = int(connection.exec_driver_sql("SELECT seq FROM log_head").scalar_one())
    gc.freeze()  # as the command does
    begun = time.process_time()
    times = max(1, min(rounds, _LONG_LOG // events))
    for _ in range(times):
        with database.reading(desk.engine) as session:
            ledger.verify(session)
    taken = (time.process_time() - begun) / times
    what = ("a million events of the log verified", "the ten seconds wanted", 1.0)
    return _figure(desk, what, {"desk": taken * _MILLION / events, "bare": log.SECONDS})


def _figure(desk: Desk, what: tuple[str, str, float], taken: dict[str, float]) -> Figure:
    operation, beside, bound = what
    return Figure(
        operation=operation,
        beside=beside,
        bound=bound,
        database=desk.database,
        claims=desk.claims,
        seconds=taken["desk"],
        baseline=taken["bare"],
        load=os.getloadavg()[0],
    )
